"""E9917."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding

_COLD, _DELETE = "Lifecycle.MoveToColdStorageAfterDays", "Lifecycle.DeleteAfterDays"
_IN_COLD = 90
_CONTINUOUS = 35
_FOREVER = -1


class BackupPlanRefused(DeployabilityRule):
    """How long backups are kept, and where, in a way that AWS Backup does not take."""

    id = "E9917"
    shortdesc = "Lifecycle of a backup rule is refused by AWS Backup"
    description = (
        "AWS Backup refuses the plan (Invalid lifecycle): a backup moved to cold storage stays "
        "there 90 days at least, so DeleteAfterDays must be 90 more than "
        "MoveToColdStorageAfterDays; a continuous backup has no cold storage and needs "
        "DeleteAfterDays of 1 to 35. Use a second rule without EnableContinuousBackup to keep "
        "backups longer."
    )
    source_url = "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html"
    tags = ["resources", "backup"]
    bad = """
Resources:
  Plan:
    Type: AWS::Backup::BackupPlan
    Properties:
      BackupPlan:
        BackupPlanName: monthly
        BackupPlanRule:
          - RuleName: monthly
            TargetBackupVault: Default
            Lifecycle: {MoveToColdStorageAfterDays: 30, DeleteAfterDays: 60}
"""
    good = bad.replace("Days: 60", "Days: 365")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the lifecycle of each rule and of each of its copies."""
        for plan in model.of_type("AWS::Backup::BackupPlan"):
            for rule in plan.values("BackupPlan.BackupPlanRule.*"):
                yield from _cold(rule)
                yield from _continuous(rule)
                for copy in rule.values("CopyActions.*"):
                    yield from _cold(copy)


def _cold(owner: Value) -> Iterator[Finding]:
    for cold, delete in owner.cases(_COLD, _DELETE):
        if cold.number is None or delete.number is None or _FOREVER in {cold.number, delete.number}:
            continue
        if delete.number < cold.number + _IN_COLD:
            yield Finding(
                delete.path,
                f"DeleteAfterDays {delete.shown} is less than {_IN_COLD} days after "
                f"MoveToColdStorageAfterDays {cold.shown}; give {cold.number + _IN_COLD:g} or more",
            )


def _continuous(rule: Value) -> Iterator[Finding]:
    for continuous, cold, delete in rule.cases("EnableContinuousBackup", _COLD, _DELETE):
        if not continuous.flag:
            continue
        if cold.present and cold.number not in {None, _FOREVER}:
            yield Finding(
                cold.path,
                "a continuous backup can't move to cold storage; remove "
                "MoveToColdStorageAfterDays or EnableContinuousBackup",
            )
        if delete.absent:
            yield Finding(
                continuous.path,
                f"a continuous backup needs DeleteAfterDays, 1 to {_CONTINUOUS}; add it to "
                "Lifecycle",
            )
        elif delete.number is not None and not 1 <= delete.number <= _CONTINUOUS:
            yield Finding(
                delete.path,
                f"DeleteAfterDays {delete.shown} of a continuous backup is outside 1 to "
                f"{_CONTINUOUS}",
            )
