import pytest
from linting import report

HEAD = """
Parameters:
  Env: {Type: String, Default: dev}
  Free: {Type: String}
Conditions:
  IsDev: !Equals [!Ref Env, dev]
Resources:
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # An empty name is none.
        (
            """
  Bucket: {Type: AWS::S3::Bucket, Properties: {BucketName: !If [IsDev, '', x--s3]}}
""",
            [],
        ),
        # Free may be a path, which begins with a slash.
        (
            """
  Setting: {Type: AWS::SSM::Parameter, Properties: {Name: !Sub '${Free}/size'}}
""",
            [],
        ),
        (
            """
  Queue: {Type: AWS::SQS::Queue, Properties: {QueueName: !Sub '${Free}/size'}}
""",
            [
                (
                    "Resources/Queue/Properties/QueueName",
                    (
                        "AWS::SQS::Queue refuses QueueName ${Free}/size: allowed are letters, "
                        "digits, hyphens and underscores, and .fifo at the end of a FIFO queue"
                    ),
                ),
            ],
        ),
        (
            """
  Queue: {Type: AWS::SQS::Queue, Properties: {QueueName: jobs.new}}
""",
            [
                (
                    "Resources/Queue/Properties/QueueName",
                    (
                        "AWS::SQS::Queue refuses QueueName jobs.new: allowed are letters, "
                        "digits, hyphens and underscores, and .fifo at the end of a FIFO "
                        "queue"
                    ),
                ),
            ],
        ),
        (
            """
  Queue: {Type: AWS::SQS::Queue, Properties: {QueueName: !If [IsDev, 'a b', jobs]}}
""",
            [
                (
                    "Resources/Queue/Properties/QueueName/Fn::If/1",
                    (
                        "AWS::SQS::Queue refuses QueueName a b: allowed are letters, digits, "
                        "hyphens and underscores, and .fifo at the end of a FIFO queue"
                    ),
                ),
            ],
        ),
        (
            """
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {DBInstanceIdentifier: !Sub '${AWS::StackName}--db'}
""",
            [
                (
                    "Resources/Database/Properties/DBInstanceIdentifier",
                    (
                        "AWS::RDS::DBInstance refuses DBInstanceIdentifier "
                        "${AWS::StackName}--db: allowed are a letter first, then letters, "
                        "digits and single hyphens, no hyphen at the end or doubled"
                    ),
                ),
            ],
        ),
        (
            """
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {DBInstanceIdentifier: !Join ['-', [!Ref Env, '']]}
""",
            [
                (
                    "Resources/Database/Properties/DBInstanceIdentifier",
                    (
                        "AWS::RDS::DBInstance refuses DBInstanceIdentifier dev- (parameter "
                        "Env): allowed are a letter first, then letters, digits and single "
                        "hyphens, no hyphen at the end or doubled"
                    ),
                ),
            ],
        ),
        (
            """
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {DBInstanceIdentifier: !Sub '${AWS::AccountId}-db'}
""",
            [
                (
                    "Resources/Database/Properties/DBInstanceIdentifier",
                    (
                        "AWS::RDS::DBInstance refuses DBInstanceIdentifier "
                        "${AWS::AccountId}-db: allowed are a letter first, then letters, "
                        "digits and single hyphens, no hyphen at the end or doubled"
                    ),
                ),
            ],
        ),
        (
            """
  Bucket: {Type: AWS::S3::Bucket, Properties: {BucketName: !Sub '${AWS::StackName}-Logs'}}
""",
            [
                (
                    "Resources/Bucket/Properties/BucketName",
                    (
                        "AWS::S3::Bucket refuses BucketName ${AWS::StackName}-Logs: allowed "
                        "are lower-case letters, digits, hyphens and single dots, a letter or"
                        " digit at both ends"
                    ),
                ),
            ],
        ),
        (
            """
  Group:
    Type: AWS::RDS::DBSubnetGroup
    Properties: {DBSubnetGroupName: default, DBSubnetGroupDescription: x, SubnetIds: [subnet-1]}
""",
            [
                (
                    "Resources/Group/Properties/DBSubnetGroupName",
                    (
                        "AWS::RDS::DBSubnetGroup refuses DBSubnetGroupName default: allowed "
                        "are letters, digits, spaces and . _ -, not 'default'"
                    ),
                ),
            ],
        ),
        # Nothing is known of the name, or nothing of it is refused.
        (
            """
  One: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref Free}}
  Two: {Type: AWS::SQS::Queue, Properties: {QueueName: !ImportValue x}}
  Three: {Type: AWS::SQS::Queue, Properties: {QueueName: !Sub '${Free}-a.fifo', FifoQueue: true}}
  Four:
    Type: AWS::RDS::DBInstance
    Properties: {DBInstanceIdentifier: !Sub '${AWS::StackName}-db'}
""",
            [],
        ),
        # Load balancers and security groups have rules of their own.
        (
            """
  Balancer: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Name: internal-x-}}
  Group: {Type: AWS::EC2::SecurityGroup, Properties: {GroupName: sg-x, GroupDescription: x}}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9003") == expected
