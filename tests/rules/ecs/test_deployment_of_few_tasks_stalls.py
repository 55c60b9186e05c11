import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: 1}
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
            (
                "DesiredCount: !Ref Given, DeploymentConfiguration: "
                "{MinimumHealthyPercent: 50, MaximumPercent: 150}"
            ),
            [
                (
                    f"{PATH}/MaximumPercent",
                    (
                        "of 1 (parameter Given) task(s), 50 % rounded up and 150 % "
                        "rounded down are the same; raise MaximumPercent or lower "
                        "MinimumHealthyPercent"
                    ),
                )
            ],
        ),
        (
            (
                "DesiredCount: 2, DeploymentConfiguration: "
                "{MinimumHealthyPercent: 50, MaximumPercent: 150}"
            ),
            [],
        ),
        (
            "DesiredCount: !If [IsYes, 1, 4], DeploymentConfiguration: {MaximumPercent: 130}",
            [
                (
                    f"{PATH}/MaximumPercent",
                    (
                        "of 1 task(s), 100 % rounded up and 130 % rounded down are the "
                        "same; raise MaximumPercent or lower MinimumHealthyPercent"
                    ),
                )
            ],
        ),
        (
            (
                "DesiredCount: !Ref Any, DeploymentConfiguration: "
                "{MinimumHealthyPercent: 50, MaximumPercent: 150}"
            ),
            [],
        ),
        (
            (
                "DesiredCount: 1, DeploymentConfiguration: "
                "{MinimumHealthyPercent: 0, MaximumPercent: 150}"
            ),
            [],
        ),
        (
            (
                "DesiredCount: 0, DeploymentConfiguration: "
                "{MinimumHealthyPercent: 50, MaximumPercent: 150}"
            ),
            [],
        ),
        ("DeploymentConfiguration: {MinimumHealthyPercent: 50, MaximumPercent: 150}", []),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "W9157") == expected
