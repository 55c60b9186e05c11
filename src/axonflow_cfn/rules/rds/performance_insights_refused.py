"""E9312."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.questions import plausible
from axonflow_cfn.model.rds import DATABASES, MYSQL, engine_name
from axonflow_cfn.rule import DeployabilityRule, Finding

# https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/
# USER_PerfInsights.Overview.Engines.html#USER_PerfInsights.Overview.PIinstanceClasses
_TOO_SMALL = re.compile(r"db\.(t2|t3|t4g)\.(micro|small)")
_ADVANCED = 465


class PerformanceInsightsRefused(DeployabilityRule):
    """Performance Insights where it can't be, or half switched on."""

    id = "E9312"
    shortdesc = "Performance Insights settings that RDS refuses"
    description = (
        "RDS refuses Performance Insights on the micro and small burstable classes of MySQL and "
        "MariaDB, its retention or key while it is off, and DatabaseInsightsMode advanced without "
        "it and 465 days of retention. Switch it on, remove the setting, or take a larger class."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/"
        "USER_PerfInsights.Overview.Engines.html"
    )
    tags = ["resources", "rds"]
    bad = """
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {Engine: mysql, DBInstanceClass: db.t3.micro, EnablePerformanceInsights: true}
"""
    good = bad.replace("db.t3.micro", "db.t3.medium")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the settings of each database together."""
        for database in model.of_type(*DATABASES):
            switch = (
                "EnablePerformanceInsights"
                if database.type == "AWS::RDS::DBInstance"
                else "PerformanceInsightsEnabled"
            )
            names = (
                "Engine",
                "DBInstanceClass",
                switch,
                "PerformanceInsightsRetentionPeriod",
                "PerformanceInsightsKMSKeyId",
                "PerformanceInsightsKmsKeyId",
                "DatabaseInsightsMode",
            )
            for engine, size, on, retention, *keys, mode in database.cases(*names):
                if not plausible(model, on.when):
                    continue
                if (
                    on.flag
                    and engine_name(engine) in MYSQL
                    and _TOO_SMALL.fullmatch(size.text or "")
                ):
                    yield Finding(
                        on.path,
                        f"Performance Insights is not available for {engine.text} on {size.shown}; "
                        "switch it off or take a larger class",
                    )
                if on.absent or on.flag is False:
                    for value in (retention, *keys):
                        if value.present:
                            yield Finding(
                                value.path, f"This needs {switch}: true; state it or remove this"
                            )
                if mode.text == "advanced":
                    yield from _advanced(mode, on, retention, switch)


def _advanced(mode: Value, on: Value, retention: Value, switch: str) -> Iterator[Finding]:
    short = retention.absent or (retention.number is not None and retention.number < _ADVANCED)
    if on.absent or on.flag is False or short:
        yield Finding(
            mode.path,
            f"DatabaseInsightsMode advanced needs {switch}: true and a "
            f"PerformanceInsightsRetentionPeriod of {_ADVANCED} or more",
        )
