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
            "NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [sg-1]}}",
            [
                (
                    f"{PATH}/AwsvpcConfiguration",
                    "the tasks get no subnet; name at least one in Subnets",
                )
            ],
        ),
        (
            "NetworkConfiguration: {AwsvpcConfiguration: {Subnets: []}}",
            [
                (
                    f"{PATH}/AwsvpcConfiguration/Subnets",
                    "the tasks get no subnet; name at least one in Subnets",
                )
            ],
        ),
        (
            (
                "NetworkConfiguration: {AwsvpcConfiguration: {Subnets: !If "
                "[IsYes, [s], !Ref 'AWS::NoValue']}}"
            ),
            [
                (
                    f"{PATH}/AwsvpcConfiguration/Subnets/Fn::If/2",
                    "the tasks get no subnet; name at least one in Subnets",
                )
            ],
        ),
        ("NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [!Ref Given]}}", []),
        ("NetworkConfiguration: {AwsvpcConfiguration: {Subnets: !Ref Any}}", []),
        ("LaunchType: FARGATE", []),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9158") == expected
