"""E9302."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.rds import DATABASES, engine_name
from axonflow_cfn.model.rds_values import Limit, limits
from axonflow_cfn.rule import DeployabilityRule, Finding


class DatabaseValueRefused(DeployabilityRule):
    """A property of a database with a value that RDS does not know."""

    id = "E9302"
    shortdesc = "RDS refuses this value of a database property"
    description = (
        "RDS refuses to create the database: the value of a window, port, interval, log export, "
        "licence or certificate authority is outside what its engine takes. The message says what "
        "it takes; change the value, or leave the property out for the default."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html"
    )
    tags = ["resources", "rds"]
    bad = """
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      EnableCloudwatchLogsExports: [error]
"""
    good = bad.replace("[error]", "[postgresql]")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare each property with its table, by engine where that matters."""
        for database in model.of_type(*DATABASES):
            for limit in limits(database.type):
                for value in database.values(limit.name):
                    if value.text is not None:
                        yield from _look(limit, value, database.cases("Engine"))


def _look(limit: Limit, value: Value, engines: Iterator[tuple[Value, ...]]) -> Iterator[Finding]:
    name = limit.name.removesuffix(".*")
    for (engine,) in engines:
        allowed = limit.allowed(engine_name(engine))
        text = value.text or ""
        if allowed and engine.given(value.when) and not limit.fits(text, engine_name(engine)):
            of = f" of {engine.text}" if limit.allowed("") is None else ""
            yield Finding(
                value.path, f"RDS does not take {value.shown} as {name}{of}; allowed: {allowed}"
            )
