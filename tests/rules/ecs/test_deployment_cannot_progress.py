import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: '100'}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties: {@}
"""
PATH = "Resources/Service/Properties/DeploymentConfiguration"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            ("DeploymentConfiguration: {MinimumHealthyPercent: 100, MaximumPercent: !Ref Given}"),
            [
                (
                    f"{PATH}/MaximumPercent",
                    (
                        "100 % healthy and at most 100 % leave no room to replace a "
                        "task; raise MaximumPercent or lower MinimumHealthyPercent"
                    ),
                )
            ],
        ),
        (
            "DeploymentConfiguration: {MaximumPercent: 100}",
            [
                (
                    f"{PATH}/MaximumPercent",
                    (
                        "100 % healthy and at most 100 % leave no room to replace a "
                        "task; raise MaximumPercent or lower MinimumHealthyPercent"
                    ),
                )
            ],
        ),
        (
            (
                "DeploymentConfiguration: {MinimumHealthyPercent: !If [IsYes, "
                "0, 100], MaximumPercent: !If [IsYes, 100, 200]}"
            ),
            [],
        ),
        (
            (
                "DeploymentConfiguration: {MinimumHealthyPercent: !If [IsYes, "
                "100, 0], MaximumPercent: !If [IsYes, 100, 200]}"
            ),
            [
                (
                    f"{PATH}/MaximumPercent/Fn::If/1",
                    (
                        "100 % healthy and at most 100 % leave no room to replace a "
                        "task; raise MaximumPercent or lower MinimumHealthyPercent"
                    ),
                )
            ],
        ),
        (
            "DeploymentConfiguration: {MinimumHealthyPercent: 0, MaximumPercent: 50}",
            [(f"{PATH}/MaximumPercent", "MaximumPercent 50 keeps tasks from running")],
        ),
        (
            (
                "DeploymentConfiguration: {MinimumHealthyPercent: 0, "
                "MaximumPercent: 100}, AvailabilityZoneRebalancing: ENABLED"
            ),
            [
                (
                    f"{PATH}/MaximumPercent",
                    "AvailabilityZoneRebalancing needs a MaximumPercent above 100",
                )
            ],
        ),
        ("DeploymentConfiguration: {MinimumHealthyPercent: 0, MaximumPercent: 100}", []),
        ("DeploymentConfiguration: {MinimumHealthyPercent: 100, MaximumPercent: !Ref Any}", []),
        (
            (
                "DeploymentConfiguration: {MinimumHealthyPercent: 100, "
                "MaximumPercent: 100}, DeploymentController: {Type: "
                "CODE_DEPLOY}"
            ),
            [],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9124") == expected
