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
        (
            """
  One:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Name: !Sub '${AWS::StackName}-tg'}
  Two:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Name: !Sub '${AWS::StackName}-tg'}
""",
            [
                (
                    "Resources/Two/Properties/Name",
                    "Name ${AWS::StackName}-tg is also the name of One; give each its own",
                ),
            ],
        ),
        # RDS does not tell upper from lower case; SQS does.
        (
            """
  One: {Type: AWS::RDS::DBInstance, Properties: {DBInstanceIdentifier: Main}}
  Two: {Type: AWS::RDS::DBInstance, Properties: {DBInstanceIdentifier: main}}
  Three: {Type: AWS::SQS::Queue, Properties: {QueueName: Main}}
  Four: {Type: AWS::SQS::Queue, Properties: {QueueName: main}}
""",
            [
                (
                    "Resources/Two/Properties/DBInstanceIdentifier",
                    "DBInstanceIdentifier main is also the name of One; give each its own",
                ),
            ],
        ),
        (
            """
  One: {Type: AWS::SQS::Queue, Properties: {QueueName: !If [IsDev, a, b]}}
  Two: {Type: AWS::SQS::Queue, Properties: {QueueName: b}}
""",
            [
                (
                    "Resources/Two/Properties/QueueName",
                    "QueueName b is also the name of One; give each its own",
                ),
            ],
        ),
        (
            """
  One: {Type: AWS::SQS::Queue, Properties: {QueueName: !Sub '${Free}-x'}}
  Two: {Type: AWS::SQS::Queue, Properties: {QueueName: !Join ['-', [!Ref Free, x]]}}
""",
            [
                (
                    "Resources/Two/Properties/QueueName",
                    "QueueName ${Free}-x is also the name of One; give each its own",
                ),
            ],
        ),
        # Opposite branches, and resources that exclude each other.
        (
            """
  One: {Type: AWS::SQS::Queue, Properties: {QueueName: !If [IsDev, a, b]}}
  Two: {Type: AWS::SQS::Queue, Properties: {QueueName: !If [IsDev, b, a]}}
""",
            [],
        ),
        # Two services of one name are in different clusters, or in the same one.
        (
            """
  Main: {Type: AWS::ECS::Cluster}
  Other: {Type: AWS::ECS::Cluster}
  One: {Type: AWS::ECS::Service, Properties: {ServiceName: web, Cluster: !Ref Main}}
  Two: {Type: AWS::ECS::Service, Properties: {ServiceName: web, Cluster: !Ref Other}}
""",
            [],
        ),
        (
            """
  Main: {Type: AWS::ECS::Cluster}
  One: {Type: AWS::ECS::Service, Properties: {ServiceName: web, Cluster: !Ref Main}}
  Two: {Type: AWS::ECS::Service, Properties: {ServiceName: web, Cluster: !Ref Main}}
""",
            [
                (
                    "Resources/Two/Properties/ServiceName",
                    "ServiceName web is also the name of One; give each its own",
                ),
            ],
        ),
        # Not known.
        (
            """
  One: {Type: AWS::SQS::Queue, Properties: {QueueName: !ImportValue x}}
  Two: {Type: AWS::SQS::Queue, Properties: {QueueName: !ImportValue x}}
  Three: {Type: AWS::SQS::Queue}
  Four: {Type: AWS::SQS::Queue}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9004") == expected
