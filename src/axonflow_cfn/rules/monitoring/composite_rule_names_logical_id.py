"""E9877."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.name_uses import alarm_children
from axonflow_cfn.rule import DeployabilityRule, Finding


class CompositeRuleNamesLogicalId(DeployabilityRule):
    """A composite alarm that calls its alarms by what only the template calls them."""

    id = "E9877"
    shortdesc = "Composite alarm names an alarm by its logical id"
    description = (
        "CloudWatch knows the alarm by its AlarmName, which CloudFormation makes up where it is "
        "not given, and refuses the composite alarm (alarms in the alarm rule do not exist). "
        "Write the rule with Fn::Sub and ${LogicalId}, which is the name."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-cloudwatch-compositealarm.html"
    )
    tags = ["resources", "cloudwatch"]
    bad = """
Resources:
  Web:
    Type: AWS::CloudWatch::Alarm
    Properties: {ComparisonOperator: LessThanThreshold, EvaluationPeriods: 1, Threshold: 1,
      MetricName: Requests, Namespace: App, Period: 60, Statistic: Sum}
  Down:
    Type: AWS::CloudWatch::CompositeAlarm
    Properties: {AlarmRule: ALARM(Web)}
"""
    good = bad.replace("ALARM(Web)", "!Sub 'ALARM(\"${Web}\")'")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for names that no alarm bears and that are the logical id of one."""
        alarms = {
            alarm.logical_id
            for alarm in model.of_type("AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm")
        }
        for use in alarm_children(model):
            name = use.name.text
            if name in alarms and not use.owners and use.certain and not use.name.sources:
                yield Finding(
                    use.name.path,
                    f"no alarm has the name {name}: that is its logical id; use !Sub and "
                    f"${{{name}}}",
                )
