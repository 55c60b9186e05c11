import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Given: {Type: String, Default: main}
  Empty: {Type: String, Default: ''}
"""
RESOURCES = """  Cluster: {Type: AWS::ECS::Cluster}
  Bucket: {Type: AWS::S3::Bucket}
  Database: {Type: AWS::RDS::DBInstance}
  Alarm: {Type: AWS::CloudWatch::Alarm}
  Topic: {Type: AWS::SNS::Topic}
  Task: {Type: AWS::ECS::TaskDefinition}
  Service: {Type: AWS::ECS::Service}
  Nested: {Type: AWS::CloudFormation::Stack}
  Rule:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: BODY
"""
PATH = "Resources/Rule/Properties/EventPattern"
ECS = "{source: [aws.ecs], detail: {clusterArn: [%s]}}"
NAME = ", which is the name of Cluster"


@pytest.mark.parametrize(
    ("body", "inside", "message"),
    [
        (ECS % "!Ref Cluster", "/detail/clusterArn/0", f"${{Cluster}}{NAME}"),
        (ECS % "main", "/detail/clusterArn/0", "main"),
        (ECS % "!Ref Given", "/detail/clusterArn/0", "main (parameter Given)"),
        (
            ECS % "!If [IsUsed, !GetAtt Cluster.Arn, !Ref Cluster]",
            "/detail/clusterArn/0/Fn::If/2",
            f"${{Cluster}}{NAME}",
        ),
        (
            ECS % "{prefix: !Sub '${AWS::StackName}-'}",
            "/detail/clusterArn/0/prefix",
            "${AWS::StackName}-",
        ),
        (ECS % "{wildcard: 'cluster/*'}", "/detail/clusterArn/0/wildcard", "cluster/*"),
        (
            """!Sub '{"source": ["aws.ecs"], "detail": {"clusterArn": ["${Cluster}"]}}'""",
            "",
            f"${{Cluster}}{NAME}",
        ),
    ],
)
def test_names_for_arns(body: str, inside: str, message: str) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9747") == [
        (PATH + inside, f"detail.clusterArn is an ARN and never equals {message}")
    ]


@pytest.mark.parametrize(
    ("body", "inside", "message"),
    [
        (
            "{source: [aws.rds], resources: [!Ref Database]}",
            "/resources/0",
            "resources is an ARN and never equals ${Database}, which is the id of Database",
        ),
        (
            "{source: [aws.cloudwatch], detail: {alarmName: [!GetAtt Alarm.Arn]}}",
            "/detail/alarmName/0",
            "detail.alarmName is a name and never equals ${Alarm.Arn}, which is an ARN",
        ),
        (
            "{source: [aws.s3], detail: {bucket: {name: [!GetAtt Bucket.Arn]}}}",
            "/detail/bucket/name/0",
            "detail.bucket.name is a name and never equals ${Bucket.Arn}, which is an ARN",
        ),
        (
            "{source: [aws.s3], detail: {bucket: {name: ['arn:aws:s3:::x']}}}",
            "/detail/bucket/name/0",
            "detail.bucket.name is a name and never equals arn:aws:s3:::x, which is an ARN",
        ),
        (
            "{source: [aws.ecs], detail: {group: [!Ref Service]}}",
            "/detail/group/0",
            "detail.group is a name and never equals ${Service}, which is an ARN",
        ),
        (
            "{source: [aws.ecs], detail: {lastStatus: {anything-but: [RUNNING]}}}",
            "/detail/lastStatus/anything-but",
            (
                "anything-but stands outside a list and so is taken for a field of the event; "
                "write lastStatus: [{anything-but: ...}]"
            ),
        ),
        (
            "{detail: {size: {numeric: ['>', 5]}}}",
            "/detail/size/numeric",
            (
                "numeric stands outside a list and so is taken for a field of the event; "
                "write size: [{numeric: ...}]"
            ),
        ),
    ],
)
def test_others(body: str, inside: str, message: str) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9747") == [(PATH + inside, message)]


@pytest.mark.parametrize(
    "body",
    [
        ECS % "!GetAtt Cluster.Arn",
        ECS % "!Sub 'arn:${AWS::Partition}:ecs:x'",
        ECS % "!Ref Any",
        ECS % "!Ref Empty",
        ECS % "!Sub '${Any}/x'",
        ECS % "!ImportValue x",
        ECS % "{prefix: 'ar'}",
        ECS % "{wildcard: '*/main'}",
        ECS % "{suffix: /main}",
        ECS % "{anything-but: main}",
        "{source: [acme.shop], detail: {clusterArn: [main]}}",
        "{source: [aws.ecs, acme.shop], detail: {clusterArn: [main]}}",
        "{detail: {clusterArn: [main]}}",
        "{source: [aws.ecs], detail: {taskDefinitionArn: [!Ref Task]}}",
        "{source: [aws.ecs], detail: {group: [!Sub 'service:${Service.Name}']}}",
        "{source: [aws.s3], detail: {bucket: {name: [!Ref Bucket, !GetAtt Nested.Outputs.Arn]}}}",
        "{source: [aws.health], resources: [i-1]}",
        "{detail: {numeric: [5]}}",
        "!Ref Any",
    ],
)
def test_right_or_not_known(body: str) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9747") == []
