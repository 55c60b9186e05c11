import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: CommaDelimitedList, Default: 'sg-1,sg-2,sg-3,sg-4,sg-5,sg-6'}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties: {@}
"""
PATH = "Resources/Service/Properties"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: !Ref Given}}",
            [
                (
                    f"{PATH}/NetworkConfiguration/AwsvpcConfiguration/SecurityGroups/5",
                    "SecurityGroups has 6 items; ECS takes at most 5",
                )
            ],
        ),
        (
            (
                "NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: "
                "[sg-1, sg-2, sg-3, sg-4, !If [IsYes, sg-5, !Ref "
                "'AWS::NoValue'], sg-6]}}"
            ),
            [
                (
                    f"{PATH}/NetworkConfiguration/AwsvpcConfiguration/SecurityGroups/5",
                    "SecurityGroups has 6 items; ECS takes at most 5",
                )
            ],
        ),
        (
            (
                "NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: "
                "[sg-1, sg-2, sg-3, sg-4, sg-5]}}"
            ),
            [],
        ),
        (
            (
                "NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: "
                "!Split [',', !Ref Any]}}"
            ),
            [],
        ),
        (
            "ServiceRegistries: [{RegistryArn: a}, {RegistryArn: b}]",
            [(f"{PATH}/ServiceRegistries/1", "ServiceRegistries has 2 items; ECS takes at most 1")],
        ),
        (
            (
                "ServiceConnectConfiguration: {Services: [{ClientAliases: "
                "[{Port: 80}, {Port: 81}]}]}"
            ),
            [
                (
                    f"{PATH}/ServiceConnectConfiguration/Services/0/ClientAliases/1",
                    "ClientAliases has 2 items; ECS takes at most 1",
                )
            ],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9128") == expected
