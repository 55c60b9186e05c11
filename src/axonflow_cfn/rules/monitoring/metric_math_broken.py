"""E9867."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice, product

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.values import LIMIT
from axonflow_cfn.rule import DeployabilityRule, Finding

_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_ID = re.compile(r"(?<![\w.])[a-z]\w*(?!\w*\s*\()")


class MetricMathBroken(DeployabilityRule):
    """A list of metrics that CloudWatch can't evaluate."""

    id = "E9867"
    shortdesc = "Metric math of an alarm is incomplete or contradictory"
    description = (
        "CloudWatch refuses an alarm with Metrics unless every id in an Expression belongs to an "
        "entry of the list, no id occurs twice and exactly one entry returns data: ReturnData is "
        "true if it is left out, so set it to false on all entries but the one to watch."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-properties-cloudwatch-alarm-metricdataquery.html"
    )
    tags = ["resources", "cloudwatch"]
    bad = """
Resources:
  Missing:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Metrics:
        - {Id: missing, Expression: desired - runing}
        - Id: desired
          ReturnData: false
          MetricStat: {Metric: {Namespace: App, MetricName: Desired}, Period: 60, Stat: Average}
        - Id: running
          ReturnData: false
          MetricStat: {Metric: {Namespace: App, MetricName: Running}, Period: 60, Stat: Average}
      EvaluationPeriods: 5
      Threshold: 0
      ComparisonOperator: GreaterThanThreshold
"""
    good = bad.replace("runing", "running")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Read each list that Metrics can be."""
        for alarm in model.of_type("AWS::CloudWatch::Alarm"):
            for metrics in alarm.values("Metrics"):
                for items in metrics.elements():
                    for path, message in _problems(items):
                        yield Finding(path or metrics.path, message)


def _problems(items: tuple[Value, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    entries = [list(item.cases("Id", "Expression", "ReturnData")) for item in items]
    if all(row[0].text is not None for cases in entries for row in cases):
        for rows in islice(product(*entries), LIMIT):
            if rows and rows[0][0].model.together(*(row[0] for row in rows)) is not None:
                yield from _contradictions(rows)


def _contradictions(
    rows: tuple[tuple[Value, ...], ...],
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    ids = Counter(row[0].text or "" for row in rows)
    for name, _, _ in rows:
        if ids[name.text or ""] > 1:
            yield name.path, f"Id {name.shown} is used twice; give each entry its own"
    for _, expression, _ in rows:
        text = _QUOTED.sub("", expression.text or "")
        for name in dict.fromkeys(_ID.findall("" if text.startswith("SELECT") else text)):
            if name not in ids:
                known = ", ".join(sorted(ids))
                message = f"Expression uses {name}, which is no Id of Metrics; known are {known}"
                yield expression.path, message
    flags = [True if flag.absent else flag.flag for _, _, flag in rows]
    if None not in flags and flags.count(True) != 1:
        message = (
            f"{flags.count(True)} entries of Metrics return data, an alarm watches exactly one"
        )
        yield (), f"{message}; set ReturnData: false on the others"
