"""W9615."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class LogGroupWithoutRetention(DeployabilityRule):
    """A log group that grows for ever."""

    id = "W9615"
    shortdesc = "Log group keeps its events for ever"
    description = (
        "Without RetentionInDays CloudWatch Logs never deletes an event: the cost grows, and "
        "personal data in logs stays. State how many days are needed."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-logs-loggroup.html#cfn-logs-loggroup-retentionindays"
    )
    tags = ["resources", "logs"]
    bad = """
Resources:
  Group: {Type: AWS::Logs::LogGroup}
"""
    good = """
Resources:
  Group: {Type: AWS::Logs::LogGroup, Properties: {RetentionInDays: 30}}
"""

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each log group."""
        for group in model.of_type("AWS::Logs::LogGroup"):
            for days, kind in group.cases("RetentionInDays", "LogGroupClass"):
                # Groups of the class DELIVERY keep their events for two days by themselves.
                if days.absent and kind.text != "DELIVERY":
                    yield Finding(
                        days.path,
                        f"{group.logical_id} keeps its events for ever; state RetentionInDays",
                    )
