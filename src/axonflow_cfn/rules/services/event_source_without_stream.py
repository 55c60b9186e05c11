"""E9922."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding

_STREAMS = {("AWS::Kinesis::Stream", "Arn"), ("AWS::DynamoDB::Table", "StreamArn")}


class EventSourceWithoutStream(DeployabilityRule):
    """A stream that the table has not, or a place in it that nobody names."""

    id = "E9922"
    shortdesc = "Stream is not switched on, or is read from nowhere"
    description = (
        "A DynamoDB table has a StreamArn only with StreamSpecification, and Lambda needs a "
        "StartingPosition to read a stream; without either, the deployment fails."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-lambda-eventsourcemapping.html"
    )
    tags = ["resources", "lambda", "dynamodb", "kinesis"]
    bad = """
Resources:
  Stream: {Type: AWS::Kinesis::Stream, Properties: {ShardCount: 1}}
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties: {FunctionName: reader, EventSourceArn: !GetAtt Stream.Arn}
"""
    good = bad.replace("reader,", "reader, StartingPosition: LATEST,")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each event source mapping."""
        for mapping in model.of_type("AWS::Lambda::EventSourceMapping"):
            for source, position in mapping.cases("EventSourceArn", "StartingPosition"):
                kind = _stream(source)
                if kind and position.absent:
                    yield Finding(
                        position.path,
                        f"a mapping of the stream {source.shown} needs StartingPosition",
                    )
                table = source.follow("AWS::DynamoDB::Table")
                if (
                    table
                    and kind == "AWS::DynamoDB::Table"
                    and all(one.absent for (one,) in table.cases("StreamSpecification"))
                ):
                    yield Finding(
                        source.path,
                        f"{table.logical_id} has no stream; add StreamSpecification to it",
                    )


def _stream(source: Value) -> str | None:
    resource = source.follow()
    attribute = source.reference.attribute if source.reference else None
    return resource.type if resource and (resource.type, attribute) in _STREAMS else None
