import pytest
from building import model
from linting import report

from axonflow_cfn.rules.names.stack_name_budget import StackNameBudget

HEAD = """
Parameters: {Env: {Type: String, AllowedValues: [dev, production]}, Free: {Type: String}}
Conditions: {Dev: !Equals [!Ref Env, dev]}
Resources:
  Group: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {Name: %s}}
"""
PATH = "Resources/Group/Properties/Name"


def message(name: str, room: int, budget: int = 28) -> str:
    return (
        f"Name {name} leaves {room} characters for the stack name "
        f"(AWS::ElasticLoadBalancingV2::TargetGroup allows 32 in all); shorten the rest until "
        f"{budget} fit"
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("!Sub '${AWS::StackName}-agent'", [(PATH, message("${AWS::StackName}-agent", 26))]),
        (
            "!Join ['-', [!Ref AWS::StackName, agent, tg]]",
            [(PATH, message("${AWS::StackName}-agent-tg", 23))],
        ),
        (
            "!Sub '${AWS::StackName}-${Env}'",
            [(PATH, message("${AWS::StackName}-production", 21))],
        ),
        (
            "!If [Dev, !Sub '${AWS::StackName}-tg', !Sub '${AWS::StackName}-live']",
            [(f"{PATH}/Fn::If/2", message("${AWS::StackName}-live", 27))],
        ),
        (
            "!Sub '${AWS::StackName}${AWS::StackName}'",
            [(PATH, message("${AWS::StackName}${AWS::StackName}", 16))],
        ),
        ("!Sub '${AWS::StackName}-alb'", []),
        ("!Sub '${AWS::StackName}-${Free}-target-group'", []),
        ("fixed", []),
    ],
)
def test_cases(name: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD % name, "W9002") == expected


def test_the_budget_can_be_set() -> None:
    rule = StackNameBudget()
    rule.config["stack_name_length"] = 40
    (found,) = rule.check(model(HEAD % "!Ref AWS::StackName"))
    assert found.message == message("${AWS::StackName}", 32, budget=40)
