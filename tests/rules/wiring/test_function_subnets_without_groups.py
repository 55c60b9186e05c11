import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Subnets: {Type: CommaDelimitedList, Default: 'subnet-1'}
"""
RESOURCES = """  Function: {Type: AWS::Lambda::Function, Properties: {BODY}}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "VpcConfig: {SubnetIds: [a]}",
            [
                (
                    "Resources/Function/Properties/VpcConfig",
                    "SubnetIds need SecurityGroupIds; add them",
                )
            ],
        ),
        (
            "VpcConfig: {SubnetIds: [a], SecurityGroupIds: []}",
            [
                (
                    "Resources/Function/Properties/VpcConfig/SecurityGroupIds",
                    "SubnetIds need SecurityGroupIds; add them",
                )
            ],
        ),
        (
            "VpcConfig: {SecurityGroupIds: [a]}",
            [
                (
                    "Resources/Function/Properties/VpcConfig",
                    "SecurityGroupIds need SubnetIds; add them",
                )
            ],
        ),
        (
            "VpcConfig: {SubnetIds: [a], SecurityGroupIds: !If [IsUsed, [b], !Ref AWS::NoValue]}",
            [
                (
                    "Resources/Function/Properties/VpcConfig/SecurityGroupIds/Fn::If/2",
                    "SubnetIds need SecurityGroupIds; add them",
                )
            ],
        ),
        (
            "VpcConfig: {SubnetIds: [a], SecurityGroupIds: [b]}",
            [],
        ),
        (
            "VpcConfig: {SubnetIds: [a], SecurityGroupIds: !Ref Any}",
            [],
        ),
        (
            "VpcConfig: !If [IsUsed, {SubnetIds: [a], SecurityGroupIds: [b]}, !Ref AWS::NoValue]",
            [],
        ),
        (
            "VpcConfig: {SubnetIds: [], SecurityGroupIds: []}",
            [],
        ),
        (
            "VpcConfig: {SubnetIds: !Ref Subnets, SecurityGroupIds: [b]}",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9756") == expected
