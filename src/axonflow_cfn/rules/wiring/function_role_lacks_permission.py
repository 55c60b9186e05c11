"""E9726."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.model.iam import allows
from axonflow_cfn.rule import DeployabilityRule, Finding

# What Lambda asks of the role when it creates the function or mapping.
# https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
# https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
_SOURCES = {
    "AWS::DynamoDB::Table": (
        "dynamodb:DescribeStream",
        "dynamodb:GetRecords",
        "dynamodb:GetShardIterator",
    ),
    "AWS::Kinesis::Stream": (
        "kinesis:DescribeStream",
        "kinesis:GetRecords",
        "kinesis:GetShardIterator",
    ),
    "AWS::SQS::Queue": ("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"),
}
_INTERFACES = (
    "ec2:CreateNetworkInterface",
    "ec2:DeleteNetworkInterface",
    "ec2:DescribeNetworkInterfaces",
)
_DEAD_LETTERS = {"AWS::SNS::Topic": "sns:Publish", "AWS::SQS::Queue": "sqs:SendMessage"}


class FunctionRoleLacksPermission(DeployabilityRule):
    """A function whose role may not do what Lambda itself does for it."""

    id = "E9726"
    shortdesc = "Role of a function lacks what Lambda checks when it is created"
    description = (
        "Lambda refuses the function or event source mapping ('The provided execution role does "
        "not have permissions to call ...'): in a VPC the role needs ec2:CreateNetworkInterface "
        "and its kin (AWSLambdaVPCAccessExecutionRole), for a queue sqs:ReceiveMessage and its "
        "kin, for a stream GetRecords, for dead letters the permission to send them."
    )
    source_url = "https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html"
    tags = ["resources", "lambda", "iam", "wiring"]
    bad = """
Resources:
  Queue: {Type: AWS::SQS::Queue}
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: queue
          PolicyDocument:
            Statement: [{Effect: Allow, Action: sqs:SendMessage, Resource: !GetAtt Queue.Arn}]
  Function:
    Type: AWS::Lambda::Function
    Properties: {Role: !GetAtt Role.Arn}
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties: {FunctionName: !Ref Function, EventSourceArn: !GetAtt Queue.Arn}
"""
    good = bad.replace("sqs:SendMessage", "sqs:*")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Ask the role for each thing that Lambda does."""
        for function in model.of_type("AWS::Lambda::Function"):
            for value in function.values("VpcConfig.SubnetIds"):
                yield from _missing(function, value, _INTERFACES, None)
            for value in function.values("DeadLetterConfig.TargetArn"):
                target = value.follow(*_DEAD_LETTERS)
                if target:
                    yield from _missing(function, value, (_DEAD_LETTERS[target.type],), value)
        for mapping in model.of_type("AWS::Lambda::EventSourceMapping"):
            for name, source in mapping.cases("FunctionName", "EventSourceArn"):
                reader, origin = name.follow("AWS::Lambda::Function"), source.follow(*_SOURCES)
                if reader and origin:
                    yield from _missing(reader, source, _SOURCES[origin.type], source)


def _missing(
    function: Resource, value: Value, actions: tuple[str, ...], target: Value | None
) -> Iterator[Finding]:
    for holder in function.values("Role"):
        role = holder.follow("AWS::IAM::Role")
        role = role.given(value.when) if role else None
        lacking = [a for a in actions if role and allows(role, a, target) is False]
        if role and lacking:
            yield Finding(
                value.path,
                f"{role.logical_id} of {function.logical_id} may not {', '.join(lacking)}; allow "
                "it",
            )
