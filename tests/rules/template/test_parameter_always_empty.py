import pytest
from linting import report

HEAD = """
Parameters:
  Arn: {Type: String, Default: ''}
  Zone: {Type: String, Default: ''}
  Other: {Type: String, Default: ''}
  Stage: {Type: String, Default: dev, AllowedValues: [dev, prod]}
  Listed: {Type: String, Default: '', AllowedValues: ['', arn]}
  Fixed: {Type: String, Default: x}
Conditions:
  Given: !Not [!Equals [!Ref Arn, '']]
  Missing: !Equals [!Ref Arn, '']
  ListedGiven: !Equals [!Ref Listed, arn]
  FixedGiven: !Not [!Equals [!Ref Fixed, '']]
  NoZone: !Equals [!Ref Zone, '']
  Production: !Equals [!Ref Stage, prod]
  GivenInProduction: !And [!Condition Given, !Condition Production]
  Neither: !And [!Condition Missing, !Condition NoZone]
Resources:
  Topic: {Type: AWS::SNS::Topic}
  Rule:
    Type: AWS::Events::Rule
    Properties: {BODY}
"""
AT = "Resources/Rule/Properties/RoleArn"


def message(parameter: str, where: str) -> str:
    return (
        f"parameter {parameter} is always empty where {where}; turn the condition or the branches "
        "round"
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "RoleArn: !If [Given, !Ref Topic, !Ref Arn]",
            [(f"{AT}/Fn::If/2", message("Arn", "Given is false"))],
        ),
        (
            "RoleArn: !If [Missing, !Ref Arn, !GetAtt Topic.TopicName]",
            [(f"{AT}/Fn::If/1", message("Arn", "Missing is true"))],
        ),
        (
            "EventBusName: !If [Given, !Ref AWS::NoValue, !Ref Arn]",
            [
                (
                    "Resources/Rule/Properties/EventBusName/Fn::If/2",
                    message("Arn", "Given is false"),
                )
            ],
        ),
        (
            "RoleArn: !If [ListedGiven, !Sub '${Topic}-x', !Ref Listed]",
            [(f"{AT}/Fn::If/2", message("Listed", "ListedGiven is false"))],
        ),
        (
            "RoleArn: !If [Production, x, !If [Neither, !Ref Zone, !Ref Topic]]",
            [(f"{AT}/Fn::If/2/Fn::If/1", message("Zone", "Neither is true"))],
        ),
        # The other way round, given in some cases, never empty, and what else the branch may be.
        ("RoleArn: !If [Given, !Ref Arn, !Ref Topic]", []),
        ("RoleArn: !If [Missing, !Ref Topic, !Ref Arn]", []),
        ("RoleArn: !If [GivenInProduction, !Ref Topic, !Ref Arn]", []),
        ("RoleArn: !If [Production, !Ref Topic, !Ref Arn]", []),
        ("RoleArn: !If [FixedGiven, !Ref Topic, !Ref Fixed]", []),
        ("RoleArn: !If [Given, !Ref Topic, !Ref Other]", []),
        ("RoleArn: !If [Given, !Ref Topic, '']", []),
        ("RoleArn: !If [Unknown, !Ref Topic, !Ref Arn]", []),
        ("Name: !If [Given, x, !Ref Arn]", []),
        ("Name: !If [Given, !Sub '${Topic}${Arn}', !Ref Arn]", []),
        # An empty text is taken here.
        ("Description: !If [Given, !Ref Topic, !Ref Arn]", []),
        ("Tags: [{Key: x, Value: !If [Given, !Ref Topic, !Ref Arn]}]", []),
    ],
)
def test_branches(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD.replace("BODY", body), "E9051") == expected


RECORD = """  Record:
    Type: AWS::Route53::RecordSet
    Condition: WHERE
    Properties: {Name: x, Type: A, PROPERTY}
"""


@pytest.mark.parametrize(
    ("where", "place", "expected"),
    [
        ("NoZone", "HostedZoneId: !Ref Zone", "NoZone is true"),
        ("Neither", "HostedZoneId: !If [Production, !Ref Zone, x]", "Neither is true"),
        ("Given", "HostedZoneId: !If [NoZone, !Ref Zone, x]", "NoZone is true"),
        ("Missing", "HostedZoneId: !Ref Zone", ""),
        ("NoZone", "HostedZoneName: !Ref Zone", ""),
        ("NoZone", "HostedZoneId: !Sub '${Zone}'", ""),
        ("NoZone", "Tags: [{Id: !Ref Zone}]", ""),
    ],
)
def test_resources_that_need_the_parameter(where: str, place: str, expected: str) -> None:
    record = RECORD.replace("WHERE", where).replace("PROPERTY", place)
    found = report(HEAD.replace("BODY", "State: ENABLED") + record, "E9051")
    assert [text for _, text in found] == ([message("Zone", expected)] if expected else [])


@pytest.mark.parametrize(
    "kind", ["AWS::CloudFormation::Stack", "AWS::SSM::Parameter", "Custom::Record"]
)
def test_types_that_take_what_they_get(kind: str) -> None:
    record = RECORD.replace("WHERE", "NoZone").replace("PROPERTY", "HostedZoneId: !Ref Zone")
    record = record.replace("AWS::Route53::RecordSet", kind)
    assert report(HEAD.replace("BODY", "State: ENABLED") + record, "E9051") == []


def test_outputs_may_be_empty() -> None:
    output = "Outputs: {X: {Value: !If [Given, !Ref Topic, !Ref Arn]}}\n"
    assert report(HEAD.replace("BODY", "State: ENABLED") + output, "E9051") == []
