import pytest
from building import model

from axonflow_cfn.model.permissions import acts_on, formats
from axonflow_cfn.model.policies import statements

TEMPLATE = """
Parameters:
  Any: {Type: String}
Resources:
  Bucket: {Type: AWS::S3::Bucket}
  Group: {Type: AWS::Logs::LogGroup}
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: {Statement: [{Effect: Allow, Action: 'x:y', Resource: RESOURCE}]}
"""


@pytest.mark.parametrize(
    ("action", "resource", "expected"),
    [
        ("s3:GetObject", "!GetAtt Bucket.Arn", False),
        ("s3:GetObject", "!Sub '${Bucket.Arn}/*'", True),
        ("s3:GetObject", "'arn:aws:s3:::b*'", True),
        ("s3:ListBucket", "'arn:aws:s3:::b/*'", False),
        ("s3:ListBucket", "!Sub 'arn:aws:s3:::${Any}'", True),
        ("logs:PutLogEvents", "!GetAtt Group.Arn", True),
        ("logs:PutLogEvents", "'arn:aws:logs:*:*:log-group:/ecs/app'", False),
        ("logs:DescribeLogGroups", "'arn:aws:logs:eu-west-1:123456789012:*'", True),
        ("logs:DescribeLogGroups", "!GetAtt Group.Arn", False),
        ("ecr:GetAuthorizationToken", "'arn:aws:ecr:*:*:repository/app'", False),
        ("ecr:GetAuthorizationToken", "'*'", True),
        # Some services check actions without a resource against an ARN after all.
        ("ssm:DescribeParameters", "'arn:aws:ssm:*:*:*'", None),
        ("cloudformation:CreateChangeSet", "'arn:aws:cloudformation:*:aws:transform/X'", None),
        ("sqs:SendMessage", "'arn:aws:sqs:::queue'", False),
        ("sqs:SendMessage", "!Ref Any", True),
        ("sqs:SendMessage", "!ImportValue queue", None),
        ("sqs:SendMessage", "!Ref Bucket", None),
        ("new:Thing", "'arn:aws:s3:::b'", None),
    ],
)
def test_what_an_action_acts_on(action: str, resource: str, expected: object) -> None:
    (statement,) = statements(model(TEMPLATE.replace("RESOURCE", resource)))
    assert acts_on(action, statement.resources[0]) is expected


def test_formats_are_read_whatever_the_case() -> None:
    assert formats("SQS:sendmessage") == ("arn:*:sqs:?*:?*:\1",)
