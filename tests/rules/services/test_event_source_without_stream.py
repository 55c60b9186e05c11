import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Place: {Type: String, Default: LATEST}
"""
RESOURCES = """  Stream: {Type: AWS::Kinesis::Stream, Properties: {ShardCount: 1}}
  Queue: {Type: AWS::SQS::Queue}
  Plain: {Type: AWS::DynamoDB::Table, Properties: {}}
  Table: {Type: AWS::DynamoDB::Table, Properties: {StreamSpecification: {StreamViewType: KEYS_ONLY}}}
  Either: {Type: AWS::DynamoDB::Table, Properties: {StreamSpecification: !If [IsUsed, {StreamViewType: KEYS_ONLY}, !Ref AWS::NoValue]}}
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties: {FunctionName: reader, BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "EventSourceArn: !GetAtt Stream.Arn",
            [
                (
                    "Resources/Mapping/Properties",
                    "a mapping of the stream ${Stream.Arn} needs StartingPosition",
                )
            ],
        ),
        (
            "EventSourceArn: !GetAtt Table.StreamArn, StartingPosition: !If [IsUsed, LATEST, !Ref AWS::NoValue]",
            [
                (
                    "Resources/Mapping/Properties/StartingPosition/Fn::If/2",
                    "a mapping of the stream ${Table.StreamArn} needs StartingPosition",
                )
            ],
        ),
        (
            "EventSourceArn: !GetAtt Stream.Arn, StartingPosition: !Ref Place",
            [],
        ),
        (
            "EventSourceArn: !GetAtt Queue.Arn",
            [],
        ),
        (
            "EventSourceArn: !Ref Any",
            [],
        ),
        (
            "EventSourceArn: !GetAtt Plain.StreamArn, StartingPosition: LATEST",
            [
                (
                    "Resources/Mapping/Properties/EventSourceArn",
                    "Plain has no stream; add StreamSpecification to it",
                )
            ],
        ),
        (
            "EventSourceArn: !GetAtt Table.StreamArn, StartingPosition: LATEST",
            [],
        ),
        (
            "EventSourceArn: !GetAtt Either.StreamArn, StartingPosition: LATEST",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9922") == expected
