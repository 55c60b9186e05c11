"""E9606."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.rds import DATABASES, engine_name
from axonflow_cfn.model.secrets import GENERATED_LENGTH, dynamic_uses, generable
from axonflow_cfn.rule import DeployabilityRule, Finding

# https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
_FORBIDDEN = '"/@'
_LEAST = 8
_MOST = {"mariadb": 41, "mysql": 41, "aurora-mysql": 41, "aurora-postgresql": 99, "postgres": 128}


class GeneratedPasswordRefused(DeployabilityRule):
    """A generated password that RDS refuses now and then."""

    id = "E9606"
    shortdesc = "Generated password may hold characters that RDS refuses"
    description = (
        'RDS takes no / " or @ in a master password, and 8 to 41 characters on MySQL, 128 on '
        "PostgreSQL. A generated one holds them by chance, so that some stacks fail and others do "
        "not. Exclude them with ExcludeCharacters, or set ExcludePunctuation: true."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html"
    )
    tags = ["resources", "secretsmanager", "rds"]
    bad = """
Resources:
  Secret:
    Type: AWS::SecretsManager::Secret
    Properties: {GenerateSecretString: {PasswordLength: 32}}
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      MasterUsername: app
      AllocatedStorage: 20
      DBInstanceClass: db.t4g.medium
      MasterUserPassword: !Sub '{{resolve:secretsmanager:${Secret}}}'
"""
    good = bad.replace("Length: 32", "Length: 32, ExcludePunctuation: true")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """From each master password to the secret that generates it."""
        for database in model.of_type(*DATABASES):
            for engine, password in database.cases("Engine", "MasterUserPassword"):
                for use in dynamic_uses(password):
                    for generated in use.secret.values("GenerateSecretString"):
                        for problem in _problems(engine, generated):
                            yield Finding(
                                password.path, f"{use.secret.logical_id} generates {problem}"
                            )


def _problems(engine: Value, generated: Value) -> Iterator[str]:
    names = ("ExcludePunctuation", "ExcludeCharacters", "PasswordLength")
    for punctuation, excluded, length in generated.cases(*names):
        left = generable(_FORBIDDEN, punctuation, excluded)
        if left:
            yield (
                f"passwords with {' '.join(left)}, which RDS refuses; name them in "
                "ExcludeCharacters"
            )
        count = GENERATED_LENGTH if length.absent else length.number
        most = _MOST.get(engine_name(engine), 128)
        if count is not None and not _LEAST <= count <= most:
            yield (
                f"passwords of {count:g} characters; RDS takes {_LEAST} to {most} for {engine.text}"
            )
