import pytest
from linting import report

HEAD = """
Parameters:
  Most: {Type: Number, Default: 2}
  Free: {Type: Number}
Conditions:
  Odd: !Equals [!Ref Free, '1']
Resources:
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
  Group:
    Type: AWS::AutoScaling::AutoScalingGroup
    UpdatePolicy: {AutoScalingRollingUpdate: {MinInstancesInService: 2}}
    Properties: {MinSize: 1, MaxSize: !Ref Most}
""",
            [
                (
                    "Resources/Group/UpdatePolicy/AutoScalingRollingUpdate/MinInstancesInService",
                    (
                        "MinInstancesInService 2 is not below MaxSize 2 (parameter Most); "
                        "lower it or raise MaxSize"
                    ),
                ),
            ],
        ),
        (
            """
  Group:
    Type: AWS::AutoScaling::AutoScalingGroup
    UpdatePolicy: {AutoScalingRollingUpdate: {MinInstancesInService: 2}}
    Properties: {MinSize: 1, MaxSize: !If [Odd, 1, 9]}
""",
            [
                (
                    "Resources/Group/UpdatePolicy/AutoScalingRollingUpdate/MinInstancesInService",
                    "MinInstancesInService 2 is not below MaxSize 1; lower it or raise MaxSize",
                ),
            ],
        ),
        # Room is left, none is kept, not known.
        (
            """
  Group:
    Type: AWS::AutoScaling::AutoScalingGroup
    UpdatePolicy: {AutoScalingRollingUpdate: {MinInstancesInService: 2}}
    Properties: {MaxSize: 3}
""",
            [],
        ),
        (
            """
  Group:
    Type: AWS::AutoScaling::AutoScalingGroup
    UpdatePolicy: {AutoScalingRollingUpdate: {MinInstancesInService: 0}}
    Properties: {MaxSize: 0}
""",
            [],
        ),
        (
            """
  Group:
    Type: AWS::AutoScaling::AutoScalingGroup
    UpdatePolicy: {AutoScalingRollingUpdate: {MinInstancesInService: 2}}
    Properties: {MaxSize: !Ref Free}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9050") == expected
