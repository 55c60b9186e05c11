import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  QueueArn: {Type: String, Default: 'arn:aws:sqs:eu-west-1:123456789012:jobs'}
"""
RESOURCES = """  Queue: {Type: AWS::SQS::Queue}
  Topic: {Type: AWS::SNS::Topic}
  Bucket: {Type: AWS::S3::Bucket}
  Role: {Type: AWS::IAM::Role}
  Key: {Type: AWS::KMS::Key}
  Secret: {Type: AWS::SecretsManager::Secret}
  Database: {Type: AWS::RDS::DBInstance}
  Cache: {Type: AWS::ElastiCache::ReplicationGroup}
  Space: {Type: AWS::ServiceDiscovery::PrivateDnsNamespace, Properties: {Name: in.local, Vpc: v}}
  Found: {Type: AWS::ServiceDiscovery::Service, Properties: {Name: web, NamespaceId: !Ref Space}}
  Nested: {Type: AWS::CloudFormation::Stack}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions: [{Name: a, Environment: [{Name: NAME, Value: BODY}]}]
  Function:
    Type: AWS::Lambda::Function
    Properties: {Environment: {Variables: {NAME: BODY}}}
"""
TASK = "Resources/Task/Properties/ContainerDefinitions/0/Environment/0/Value"
FUNCTION = "Resources/Function/Properties/Environment/Variables"


def found(name: str, value: str) -> list[tuple[str, str]]:
    return report(template(RESOURCES.replace("NAME", name), value, PARAMETERS), "W9745")


@pytest.mark.parametrize(
    ("name", "value", "inside", "fault"),
    [
        (
            "JOBS_QUEUE_URL",
            "!GetAtt Queue.Arn",
            "",
            "${Queue.Arn}, which is an ARN; use !Ref Queue",
        ),
        ("QUEUE_URI", "!GetAtt Queue.Arn", "", "${Queue.Arn}, which is an ARN; use !Ref Queue"),
        ("URL", "!Ref Topic", "", "${Topic}, which is an ARN"),
        ("DATABASE_URL", "!Ref Secret", "", "${Secret}, which is an ARN"),
        (
            "QUEUE_URL",
            "!If [IsUsed, !Ref Queue, !GetAtt Queue.Arn]",
            "/Fn::If/2",
            "${Queue.Arn}, which is an ARN; use !Ref Queue",
        ),
        (
            "QUEUE_URL",
            "!Ref QueueArn",
            "",
            "arn:aws:sqs:eu-west-1:123456789012:jobs (parameter QueueArn), which is an ARN",
        ),
        (
            "QUEUE_URL",
            "!Sub 'arn:${AWS::Partition}:sqs:x'",
            "",
            "arn:${AWS::Partition}:sqs:x, which is an ARN",
        ),
        ("queue_arn", "!Ref Queue", "", "${Queue}, which is the URL, not the ARN"),
        ("BUCKET_ARN", "!Ref Bucket", "", "${Bucket}, which is the name, not the ARN"),
        ("ROLE_ARN", "!Ref Role", "", "${Role}, which is the name, not the ARN"),
        ("DB_ARN", "!Ref Database", "", "${Database}, which is the id, not the ARN"),
        ("TOPIC_ARN", "!GetAtt Topic.TopicName", "", "${Topic.TopicName}, which is not an ARN"),
        ("BUCKET", "!GetAtt Bucket.Arn", "", "${Bucket.Arn}, which is an ARN; use !Ref Bucket"),
        ("DB_HOST", "!Ref Database", "", "${Database}, which is the id, not the address"),
        ("REDIS_ENDPOINT", "!Ref Cache", "", "${Cache}, which is the id, not the address"),
        (
            "DATABASE_URL",
            "!Sub 'postgres://app:x@${Database}:5432/app'",
            "",
            "${Database} as the host, which is the id, not the address",
        ),
        (
            "CACHE",
            "!Join ['', ['redis://', !Ref Cache, ':6379']]",
            "",
            "${Cache} as the host, which is the id, not the address",
        ),
        (
            "WEB_URL",
            "!Sub 'http://${Found.Name}.${Space}:8080/'",
            "",
            "${Space} in its host name, which is the id, not the name",
        ),
        (
            "WEB_URL",
            "!If [IsUsed, 'http://web.in.local', !Sub 'http://web.${Space.Id}/x']",
            "/Fn::If/2",
            "${Space.Id} in its host name, which is the id, not the name",
        ),
        (
            "WEB_URL",
            "!Sub 'http://${Any}.${Space}'",
            "",
            "${Space} in its host name, which is the id, not the name",
        ),
        (
            "WEB_HOST",
            "!Sub '${Found}.in.local'",
            "",
            "${Found} in its host name, which is the id, not the name",
        ),
        (
            "WEB_HOST",
            "!Join [., [web, !GetAtt Space.Arn]]",
            "",
            "${Space.Arn} in its host name, which is the ARN, not the name",
        ),
    ],
)
def test_wrong(name: str, value: str, inside: str, fault: str) -> None:
    assert found(name, value) == [
        (f"{FUNCTION}/{name}{inside}", f"{name} is given {fault}"),
        (f"{TASK}{inside}", f"{name} is given {fault}"),
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("QUEUE_URL", "!Ref Queue"),
        ("QUEUE_URL", "!GetAtt Queue.QueueUrl"),
        ("QUEUE_URL", "!Ref Any"),
        ("QUEUE_URL", "!GetAtt Nested.Outputs.QueueArn"),
        ("QUEUE", "!GetAtt Queue.Arn"),
        ("SECRET_URI", "!Ref Secret"),
        ("SECRET_ARN", "!Ref Secret"),
        ("TOPIC_ARN", "!Ref Topic"),
        ("TOPIC_ARN", "!ImportValue topic"),
        ("KEY_ARN", "!Ref Key"),
        ("DB_HOST", "!GetAtt Database.Endpoint.Address"),
        ("DATABASE_URL", "!Sub 'postgres://${Database.Endpoint.Address}/app'"),
        ("DATABASE_URL", "!Sub 'postgres://h/${Database}'"),
        ("DASHBOARD", "!Sub 'https://console.aws.amazon.com/rds?id=${Database}'"),
        ("BUCKET", "!Ref Bucket"),
        ("WEB_URL", "!Sub 'http://${Found.Name}.in.local:8080'"),
        ("WEB_URL", "!Sub 'http://web.in.local/?of=a.${Space}'"),
        ("WEB_URL", "!Sub 'cloudmap://${Space}/web'"),
        ("NAMESPACE", "!Ref Space"),
        ("WEB_URL", "[]"),
        ("KEY", "!Sub 'web.${Space}'"),
        ("WEB_HOST", "!Sub 'web.${Any}'"),
        ("BUCKET_POLICY", "!GetAtt Bucket.Arn"),
    ],
)
def test_right_or_not_known(name: str, value: str) -> None:
    assert found(name, value) == []
