import pytest
from linting import report

HEAD = """
Parameters: {Name: {Type: String, Default: a-default-name-that-is-far-too-long-for-it}}
Conditions: {Long: !Equals [!Ref AWS::Region, us-east-1]}
Resources:
  Group: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {Name: %s}}
"""
PATH = "Resources/Group/Properties/Name"
SUFFIX = "-a-suffix-that-alone-is-too-long-already"


def message(name: str, length: int) -> str:
    return (
        f"Name {name} has {length} characters, AWS::ElasticLoadBalancingV2::TargetGroup allows 32; "
        "shorten it"
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("x" * 33, [(PATH, message("x" * 33, 33))]),
        (
            "!Ref Name",
            [(PATH, message("a-default-name-that-is-far-too-long-for-it (parameter Name)", 42))],
        ),
        (
            f"!Sub '${{AWS::StackName}}{SUFFIX}'",
            [(PATH, message(f"${{AWS::StackName}}{SUFFIX}", 40))],
        ),
        (f"!If [Long, {'x' * 40}, x]", [(f"{PATH}/Fn::If/1", message("x" * 40, 40))]),
        ("x" * 32, []),
        ("!Sub '${AWS::StackName}-alb'", []),
        ("!ImportValue name", []),
    ],
)
def test_cases(name: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD % name, "E9001") == expected
