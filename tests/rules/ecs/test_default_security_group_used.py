import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: x}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties: {@}
"""
PATH = "Resources/Service/Properties/NetworkConfiguration"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [s]}}",
            [
                (
                    f"{PATH}/AwsvpcConfiguration",
                    (
                        "the tasks of Service use the VPC's default security group; "
                        "name one in SecurityGroups"
                    ),
                )
            ],
        ),
        (
            "NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [s], SecurityGroups: []}}",
            [
                (
                    f"{PATH}/AwsvpcConfiguration/SecurityGroups",
                    (
                        "the tasks of Service use the VPC's default security group; "
                        "name one in SecurityGroups"
                    ),
                )
            ],
        ),
        (
            (
                "NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [s], "
                "SecurityGroups: !If [IsYes, [sg-1], !Ref 'AWS::NoValue']}}"
            ),
            [
                (
                    f"{PATH}/AwsvpcConfiguration/SecurityGroups/Fn::If/2",
                    (
                        "the tasks of Service use the VPC's default security group; "
                        "name one in SecurityGroups"
                    ),
                )
            ],
        ),
        (
            (
                "NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [!Ref "
                "Given], SecurityGroups: [!Ref Given]}}"
            ),
            [],
        ),
        (
            (
                "NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [s], "
                "SecurityGroups: !Ref Any}}"
            ),
            [],
        ),
        ("LaunchType: FARGATE", []),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "W9159") == expected
