"""E9310."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import DynamicReference, TemplateModel, Value
from axonflow_cfn.model.rds import DATABASES, MYSQL, POSTGRES, engine_name
from axonflow_cfn.model.secrets import dynamic_uses, stated_values
from axonflow_cfn.rule import DeployabilityRule, Finding

# The key words that the SQL of PostgreSQL reserves, its role names 'public' and 'none', and
# 'admin', which RDS adds to them.
# https://www.postgresql.org/docs/current/sql-keywords-appendix.html
_POSTGRES = frozenset(
    {"admin", "all", "analyse", "analyze", "and", "any", "array", "as", "asc", "asymmetric"}
    | {"both", "case", "cast", "check", "collate", "column", "constraint", "create"}
    | {"current_catalog", "current_date", "current_role", "current_time", "current_timestamp"}
    | {"current_user", "default", "deferrable", "desc", "distinct", "do", "else", "end", "except"}
    | {"false", "fetch", "for", "foreign", "from", "grant", "group", "having", "in", "initially"}
    | {"intersect", "into", "lateral", "leading", "limit", "localtime", "localtimestamp", "none"}
    | {"not", "null", "offset", "on", "only", "or", "order", "placing", "primary", "public"}
    | {"references", "returning", "select", "session_user", "some", "symmetric", "table", "then"}
    | {"to", "trailing", "true", "union", "unique", "user", "using", "variadic", "when", "where"}
    | {"window", "with"}
)
_DATABASES = {"template0", "template1", "rdsadmin"}
_LEAST = 8
# https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
_MOST = {"mariadb": 41, "mysql": 41, "aurora-mysql": 41, "aurora-postgresql": 99, "postgres": 128}


class CredentialsRefused(DeployabilityRule):
    """A user, password or database name that RDS does not take."""

    id = "E9310"
    shortdesc = "RDS refuses this master user, password or database name"
    description = (
        "RDS refuses reserved words (admin and user on PostgreSQL, rdsadmin everywhere) as master "
        "user, database names with anything but letters, digits and underscores, and passwords "
        'that are too short or hold / " @ or a space, also where they come out of a secret of the '
        "template. Choose another."
    )
    source_url = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html"
    tags = ["resources", "rds"]
    bad = """
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {Engine: postgres, DBInstanceClass: db.t4g.small, AllocatedStorage: 20,
      MasterUsername: admin, ManageMasterUserPassword: true}
"""
    good = bad.replace(": admin", ": app")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the names and the password of each database."""
        for database in model.of_type(*DATABASES):
            cluster = database.type == "AWS::RDS::DBCluster"
            named = "DatabaseName" if cluster else "DBName"
            names = ("Engine", "MasterUsername", named, "MasterUserPassword")
            for engine, *stated in database.cases(*names):
                for check, place in zip((_user, _name, _password), stated, strict=True):
                    for value in (place, *_of_secret(place)):
                        problem = check(engine_name(engine), value)
                        if problem:
                            user = "" if value is place else f" ({database.logical_id} takes it)"
                            yield Finding(value.path, problem + user)


def _of_secret(place: Value) -> Iterator[Value]:
    """What a dynamic reference, alone in its place, reads of a secret of the template."""
    if isinstance(place.data, DynamicReference):
        for use in dynamic_uses(place):
            yield from stated_values(use)


def _user(engine: str, user: Value) -> str | None:
    if not user.text:  # an empty default makes the deployer type one
        return None
    name = user.text.lower()
    reserved = name == "rdsadmin" or (
        engine in POSTGRES and (name in _POSTGRES or name.startswith("pg_"))
    )
    if reserved:
        return f"RDS reserves {user.shown}; choose another MasterUsername"
    if not re.fullmatch(r"[a-z]\w*", name, re.ASCII):
        return (
            f"MasterUsername {user.shown} must start with a letter and hold only letters, digits "
            "and underscores"
        )
    return None


def _name(engine: str, name: Value) -> str | None:
    if not name.text or engine not in POSTGRES | MYSQL:
        return None
    if name.text.lower() in _DATABASES:
        return f"RDS reserves {name.shown}; choose another database name"
    first = "[A-Za-z_]" if engine == "postgres" else "[A-Za-z]"
    most = 63 if engine in POSTGRES else 64
    if not re.fullmatch(rf"{first}\w{{0,{most - 1}}}", name.text, re.ASCII):
        return (
            f"Database name {name.shown} must start with a letter and hold only letters, digits "
            f"and underscores, at most {most}"
        )
    return None


def _password(engine: str, password: Value) -> str | None:
    text = password.text
    # An empty default makes the deployer type one, or stands for a switch.
    if not text or not password.known:
        return None
    most = _MOST.get(engine, 255)
    if not _LEAST <= len(text) <= most:
        return f"The password has {len(text)} characters; RDS takes {_LEAST} to {most}"
    wrong = sorted(set(re.findall(r"[/\"@ ]|[^\x20-\x7e]", text)))
    if wrong:
        return f"RDS takes no {' '.join(map(repr, wrong))} in a master password"
    return None
