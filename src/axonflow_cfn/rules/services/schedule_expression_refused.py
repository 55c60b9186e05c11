"""E9913."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.schedules import AT, RATE, cron_fault, cron_fields, cron_range_fault
from axonflow_cfn.rule import DeployabilityRule, Finding

# Places that take cron() in this grammar; each from the description of the property in
# https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/
_PLACES = {
    "AWS::Backup::BackupPlan": "BackupPlan.BackupPlanRule.*.ScheduleExpression",
    "AWS::Events::Rule": "ScheduleExpression",
    "AWS::Glue::Crawler": "Schedule.ScheduleExpression",
    "AWS::Glue::Trigger": "Schedule",
    "AWS::Scheduler::Schedule": "ScheduleExpression",
    "AWS::Synthetics::Canary": "Schedule.Expression",
}
_CANARY_RATE = re.compile(r"rate\(\d+ (minutes?|hours?)\)")
_BARE = re.compile(r"[\d*?/,LW#A-Z-]+( [\d*?/,LW#A-Z-]+){4,5}")


class ScheduleExpressionRefused(DeployabilityRule):
    """A schedule that the service can't read."""

    id = "E9913"
    shortdesc = "Schedule is not a valid at(), rate() or cron() expression"
    description = (
        "cron() has six fields: minutes, hours, day of month, month, day of week (1-7, from "
        "Sunday), year, with ? in exactly one of the two day fields; the five fields of Unix are "
        "refused. A rate is a positive whole number and a unit, a time "
        "at(yyyy-mm-ddThh:mm:ss). The service refuses anything else."
    )
    source_url = "https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html"
    tags = ["resources", "scheduler", "events", "backup"]
    bad = """
Resources:
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: cron(30 2 * * *)
      FlexibleTimeWindow: {Mode: 'OFF'}
      Target: {Arn: !ImportValue target, RoleArn: !ImportValue role}
"""
    good = bad.replace("cron(30 2 * * *)", "cron(30 2 * * ? *)")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Read each schedule that is known."""
        for owner in model.of_type(*_PLACES):
            path = _PLACES[owner.type]
            for value in owner.values(path):
                fault = _fault(owner.type, value.text.strip()) if value.text else None
                if fault:
                    key = path.rpartition(".")[2]
                    yield Finding(value.path, f"{key} {value.shown} {fault}")


def _fault(kind: str, text: str) -> str | None:
    fields = cron_fields(text)
    if kind == "AWS::Events::Rule":  # cfn-lint looks at the shape (E3027), not at the numbers
        return cron_range_fault(fields) if fields else None
    if fields is not None:
        return cron_fault(text)
    if _BARE.fullmatch(text) and kind != "AWS::Backup::BackupPlan":  # documented there
        return "lacks cron( ) around its fields"
    if kind == "AWS::Scheduler::Schedule" and not RATE.fullmatch(text) and not AT.fullmatch(text):
        return "is no at(), rate() or cron() expression"
    if kind == "AWS::Synthetics::Canary" and not _CANARY_RATE.fullmatch(text):
        return "is no rate(), in minutes or hours, or cron() expression"
    return None
