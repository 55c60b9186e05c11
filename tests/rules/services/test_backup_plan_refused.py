import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Days: {Type: Number, Default: 35, AllowedValues: [35, 100]}
"""
RESOURCES = """  Plan:
    Type: AWS::Backup::BackupPlan
    Properties:
      BackupPlan:
        BackupPlanName: x
        BackupPlanRule: [{RuleName: x, TargetBackupVault: x, BODY}]
"""
AT = "Resources/Plan/Properties/BackupPlan/BackupPlanRule/0/"
CONTINUOUS = "EnableContinuousBackup: true, "
NO_COLD = (
    "a continuous backup can't move to cold storage; remove MoveToColdStorageAfterDays or "
    "EnableContinuousBackup"
)
NEEDED = "a continuous backup needs DeleteAfterDays, 1 to 35; add it to Lifecycle"


def too_early(delete: str) -> str:
    return (
        f"DeleteAfterDays {delete} is less than 90 days after MoveToColdStorageAfterDays 30; "
        "give 120 or more"
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Lifecycle: {MoveToColdStorageAfterDays: 30, DeleteAfterDays: 119}",
            [("Lifecycle/DeleteAfterDays", too_early("119"))],
        ),
        (
            "Lifecycle: {MoveToColdStorageAfterDays: 30, DeleteAfterDays: !If [IsUsed, 40, 365]}",
            [("Lifecycle/DeleteAfterDays/Fn::If/1", too_early("40"))],
        ),
        (
            "CopyActions: [{Lifecycle: {MoveToColdStorageAfterDays: 30, DeleteAfterDays: 60}}]",
            [("CopyActions/0/Lifecycle/DeleteAfterDays", too_early("60"))],
        ),
        (
            CONTINUOUS + "Lifecycle: {MoveToColdStorageAfterDays: 30, DeleteAfterDays: 365}",
            [
                (
                    "Lifecycle/DeleteAfterDays",
                    "DeleteAfterDays 365 of a continuous backup is outside 1 to 35",
                ),
                ("Lifecycle/MoveToColdStorageAfterDays", NO_COLD),
            ],
        ),
        (
            CONTINUOUS + "Lifecycle: {DeleteAfterDays: !Ref Days}",
            [
                (
                    "Lifecycle/DeleteAfterDays",
                    (
                        "DeleteAfterDays 100 (parameter Days) of a continuous backup is outside 1 "
                        "to 35"
                    ),
                )
            ],
        ),
        (
            CONTINUOUS + "ScheduleExpression: cron(0 8 * * ? *)",
            [("EnableContinuousBackup", NEEDED)],
        ),
        ("Lifecycle: {MoveToColdStorageAfterDays: 30, DeleteAfterDays: 120}", []),
        ("Lifecycle: {MoveToColdStorageAfterDays: 30}", []),
        ("Lifecycle: {MoveToColdStorageAfterDays: 30, DeleteAfterDays: -1}", []),
        ("Lifecycle: {MoveToColdStorageAfterDays: 30, DeleteAfterDays: !Ref Any}", []),
        ("Lifecycle: {DeleteAfterDays: 365}", []),
        (CONTINUOUS + "Lifecycle: {DeleteAfterDays: 35}", []),
        (CONTINUOUS + "Lifecycle: !Ref Any", []),
        ("EnableContinuousBackup: !Ref Any, Lifecycle: {DeleteAfterDays: 365}", []),
        ("EnableContinuousBackup: false, Lifecycle: {DeleteAfterDays: 365}", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    found = report(template(RESOURCES, body, PARAMETERS), "E9917")
    assert found == [(AT + place, message) for place, message in expected]
