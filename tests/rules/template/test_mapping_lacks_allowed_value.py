import pytest
from linting import report

HEAD = """
Parameters:
  Plan: {Type: String, Default: Small, AllowedValues: [Small, Large]}
  Key: {Type: String, Default: Cpu, AllowedValues: [Cpu, Memory]}
  Free: {Type: String, Default: Small}
Conditions:
  IsSmall: !Equals [!Ref Plan, Small]
Mappings:
  Sizes: {Small: {Cpu: '1', Memory: '2'}}
  Both: {Small: {Cpu: '1'}, Large: {Cpu: '2'}}
  Holes: {Small: {Cpu: '1', Memory: '2'}, Large: {Cpu: '2'}}
Resources:
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
  Parameter: {Type: AWS::SSM::Parameter, Properties: {Value: !FindInMap [Sizes, !Ref Plan, Cpu]}}
""",
            [
                (
                    "Resources/Parameter/Properties/Value/Fn::FindInMap/1",
                    (
                        "mapping Sizes has no Large (parameter Plan); add it or take the "
                        "value out of AllowedValues"
                    ),
                ),
            ],
        ),
        (
            """
  Parameter:
    Type: AWS::SSM::Parameter
    Properties: {Value: !FindInMap [Both, !Ref Plan, !Ref Key]}
""",
            [
                (
                    "Resources/Parameter/Properties/Value/Fn::FindInMap/2",
                    (
                        "Both.Large (parameter Plan) has no Memory (parameter Key); add it or "
                        "take the value out of AllowedValues"
                    ),
                ),
                (
                    "Resources/Parameter/Properties/Value/Fn::FindInMap/2",
                    (
                        "Both.Small (parameter Plan) has no Memory (parameter Key); add it or "
                        "take the value out of AllowedValues"
                    ),
                ),
            ],
        ),
        (
            """
  Parameter:
    Type: AWS::SSM::Parameter
    Properties: {Value: !If [IsSmall, x, !FindInMap [Sizes, !Ref Plan, Cpu]]}
""",
            [
                (
                    "Resources/Parameter/Properties/Value/Fn::If/2/Fn::FindInMap/1",
                    (
                        "mapping Sizes has no Large (parameter Plan); add it or take the "
                        "value out of AllowedValues"
                    ),
                ),
            ],
        ),
        (
            """
  Parameter:
    Type: AWS::SSM::Parameter
    Properties: {Value: !FindInMap [Sizes, !Sub '${Plan}', Cpu]}
""",
            [
                (
                    "Resources/Parameter/Properties/Value/Fn::FindInMap/1",
                    (
                        "mapping Sizes has no Large (parameter Plan); add it or take the "
                        "value out of AllowedValues"
                    ),
                ),
            ],
        ),
        # A row of its own that lacks the key, whichever row is asked for and however.
        (
            """
  Parameter:
    Type: AWS::SSM::Parameter
    Properties: {Value: !FindInMap [Holes, !Ref Plan, Memory]}
""",
            [
                (
                    "Resources/Parameter/Properties/Value/Fn::FindInMap/2",
                    (
                        "Holes.Large (parameter Plan) has no Memory; add it or take the value "
                        "out of AllowedValues"
                    ),
                ),
            ],
        ),
        (
            """
  Parameter:
    Type: AWS::SSM::Parameter
    Properties: {Value: !If [IsSmall, !FindInMap [Holes, !Ref Plan, Memory], x]}
""",
            [],
        ),
        (
            """
  Parameter:
    Type: AWS::SSM::Parameter
    Properties: {Value: !FindInMap [Holes, !Ref Free, Memory]}
""",
            [],
        ),
        (
            """
  Parameter:
    Type: AWS::SSM::Parameter
    Properties: {Value: {'Fn::FindInMap': [Holes, !Ref Plan, Memory, {DefaultValue: x}]}}
""",
            [],
        ),
        # Reached with Small only, all there, a default, any value.
        (
            """
  Parameter:
    Type: AWS::SSM::Parameter
    Properties: {Value: !If [IsSmall, !FindInMap [Sizes, !Ref Plan, Cpu], x]}
""",
            [],
        ),
        (
            """
  Parameter: {Type: AWS::SSM::Parameter, Properties: {Value: !FindInMap [Both, !Ref Plan, Cpu]}}
""",
            [],
        ),
        (
            """
  Parameter:
    Type: AWS::SSM::Parameter
    Properties: {Value: {'Fn::FindInMap': [Sizes, !Ref Plan, Cpu, {DefaultValue: x}]}}
""",
            [],
        ),
        (
            """
  Parameter: {Type: AWS::SSM::Parameter, Properties: {Value: !FindInMap [Sizes, !Ref Free, Cpu]}}
""",
            [],
        ),
        (
            """
  Parameter:
    Type: AWS::SSM::Parameter
    Properties: {Value: !FindInMap [Sizes, !Ref 'AWS::Region', Cpu]}
""",
            [],
        ),
        # Nothing else than the condition's branch, and no mapping of that name.
        (
            """
  Parameter:
    Type: AWS::SSM::Parameter
    Condition: IsSmall
    Properties: {Value: !FindInMap [Sizes, !Ref Plan, Cpu]}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9035") == expected
