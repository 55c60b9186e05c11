"""E9614."""

from collections.abc import Iterator

from axonflow_cfn.model import Reference, Resource, TemplateModel, Value
from axonflow_cfn.model.questions import plausible
from axonflow_cfn.model.rds import DATABASES, engine_name
from axonflow_cfn.model.secrets import contents, dynamic_uses, parse
from axonflow_cfn.rule import DeployabilityRule, Finding

# Key of the secret, and the properties of the database with the same content.
_PAIRS = {
    "username": ("MasterUsername",),
    "dbname": ("DBName", "DatabaseName"),
    "port": ("Port",),
}
_PORTS = {"aurora-mysql": "3306", "aurora-postgresql": "5432", "mariadb": "3306", "mysql": "3306"}
_PORTS |= {"postgres": "5432"}


class CredentialsDisagree(DeployabilityRule):
    """A secret with other credentials than its database."""

    id = "E9614"
    shortdesc = "Secret names another user, database or port than its database"
    description = (
        "Tasks that connect with the secret are refused: its username, dbname or port is not what "
        "the database has. Make both the same, by one parameter or by reference."
    )
    source_url = (
        "https://docs.aws.amazon.com/secretsmanager/latest/userguide/"
        "reference_secret_json_structure.html"
    )
    tags = ["resources", "secretsmanager", "rds"]
    bad = """
Parameters:
  Password: {Type: String, NoEcho: true}
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      AllocatedStorage: 20
      DBInstanceClass: db.t4g.medium
      MasterUsername: app
      MasterUserPassword: !Ref Password
  Secret:
    Type: AWS::SecretsManager::Secret
    Properties:
      SecretString: !Sub
        '{"username": "admin", "password": "${Password}", "host": "${Database.Endpoint.Address}"}'
"""
    good = bad.replace('"admin"', '"app"')

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """From each secret to the database that it is of, and compare."""
        for secret in model.of_type("AWS::SecretsManager::Secret"):
            owners = {one.logical_id: one for one in _owners(secret)}
            for text in contents(secret):
                parsed = parse(text) or {}
                hosts = {one.logical_id: one for one in _addressed(text)}
                for key, stated in parsed.items():
                    # Another user of the same server may have another database.
                    found = list((hosts | owners if key == "port" else owners).values())
                    for problem in _compare(key, stated, found[0]) if len(found) == 1 else ():
                        yield Finding(text.path, problem)


def _addressed(text: Value) -> Iterator[Resource]:
    """The databases whose address stands in a secret."""
    for part in text.parts:
        if isinstance(part, Reference) and (part.attribute or "").startswith("Endpoint."):
            found = text.model.resources[part.logical_id]
            if found.type in DATABASES:
                yield found


def _owners(secret: Resource) -> Iterator[Resource]:
    """The databases whose master credentials a secret certainly holds."""
    model, name = secret.model, secret.logical_id
    for attachment in model.of_type("AWS::SecretsManager::SecretTargetAttachment"):
        for owner, target in attachment.cases("SecretId", "TargetId"):
            database = target.follow(*DATABASES)
            if database and owner.reference and owner.reference.logical_id == name:
                yield database
    own = [
        value
        for text in contents(secret)
        for key, value in (parse(text) or {}).items()
        if key == "password"
    ]
    for database in model.of_type(*DATABASES):
        for password in database.values("MasterUserPassword"):
            used = any(use.secret.logical_id == name for use in dynamic_uses(password))
            if used or any(password.equals(value) for value in own):
                yield database


def _compare(key: str, stated: Value, database: Resource) -> Iterator[str]:
    if key not in _PAIRS:
        return
    for engine, *values in database.cases("Engine", *_PAIRS[key]):
        actual = [value for value in values if value.present]
        text = actual[0].text if actual else None
        if not actual and key == "port":
            text = _PORTS.get(engine_name(engine))
        together = stated.given(engine.when)
        if stated.text is None or text is None or together is None or stated.text == text:
            continue
        if not plausible(stated.model, together.when):
            continue
        yield (
            f"The secret names {stated.text} as {key}, {database.logical_id} has {text}; make "
            "both the same"
        )
