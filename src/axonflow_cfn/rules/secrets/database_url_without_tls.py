"""W9617."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding

_PLACES = {
    "AWS::ECS::TaskDefinition": "ContainerDefinitions.*.Environment.*.Value",
    "AWS::SSM::Parameter": "Value",
    "AWS::SecretsManager::Secret": "SecretString",
}
# https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-PROTECTION and
# https://dev.mysql.com/doc/connector-j/en/connector-j-connp-props-security.html
_PLAIN = re.compile(
    r"[?&;](sslmode=(?:disable|allow|prefer)|ssl-mode=(?:disabled|preferred)|"
    r"sslMode=(?:DISABLED|PREFERRED)|useSSL=false|ssl=false|tls=false)\b",
    re.IGNORECASE,
)


class DatabaseUrlWithoutTls(DeployabilityRule):
    """A database address that allows plain text."""

    id = "W9617"
    shortdesc = "Database URL allows a connection without TLS"
    description = (
        "With sslmode=disable, allow or prefer the client may send user, password and data in "
        "plain text, and a database that demands TLS refuses it. Use sslmode=require, or "
        "verify-full with the certificates of RDS."
    )
    source_url = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html"
    tags = ["resources", "rds", "security"]
    bad = """
Parameters:
  Password: {Type: String, NoEcho: true}
Resources:
  Secret:
    Type: AWS::SecretsManager::Secret
    Properties:
      SecretString: !Sub postgresql://app:${Password}@db.example.com:5432/app?sslmode=disable
"""
    good = bad.replace("sslmode=disable", "sslmode=require")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the texts that hold addresses."""
        for resource in model.of_type(*_PLACES):
            for value in resource.values(_PLACES[resource.type]):
                found = _PLAIN.search(_literal(value))
                if found:
                    yield Finding(
                        value.path,
                        f"{found[1]} allows a connection without TLS; use sslmode=require or the "
                        "like",
                    )


def _literal(value: Value) -> str:
    text = "".join(part if isinstance(part, str) else "x" for part in value.parts)
    return text if "://" in text else ""
