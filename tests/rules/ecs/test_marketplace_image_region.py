import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: eu-west-1}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {ContainerDefinitions: [{Image: @}]}
"""
PATH = "Resources/Task/Properties/ContainerDefinitions/0"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "709825985650.dkr.ecr.eu-west-1.amazonaws.com/v/web:1",
            [
                (
                    f"{PATH}/Image",
                    ("the Marketplace registry is in us-east-1, not in eu-west-1; write us-east-1"),
                )
            ],
        ),
        (
            "!Sub '709825985650.dkr.ecr.${AWS::Region}.amazonaws.com/v/web:1'",
            [
                (
                    f"{PATH}/Image",
                    (
                        "the Marketplace registry is in us-east-1, not in the Region of "
                        "the stack; write us-east-1"
                    ),
                )
            ],
        ),
        (
            "!Sub '709825985650.dkr.ecr.${Given}.amazonaws.com/v/web:1'",
            [
                (
                    f"{PATH}/Image",
                    ("the Marketplace registry is in us-east-1, not in eu-west-1; write us-east-1"),
                )
            ],
        ),
        (
            "!If [IsYes, '709825985650.dkr.ecr.us-west-2.amazonaws.com/v/web:1', 'web:1']",
            [
                (
                    f"{PATH}/Image/Fn::If/1",
                    ("the Marketplace registry is in us-east-1, not in us-west-2; write us-east-1"),
                )
            ],
        ),
        ("709825985650.dkr.ecr.us-east-1.amazonaws.com/v/web:1", []),
        ("!Sub '709825985650.dkr.ecr.${Any}.amazonaws.com/v/web:1'", []),
        ("!Sub '123456789012.dkr.ecr.${AWS::Region}.amazonaws.com/web:1'", []),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9138") == expected
