"""Two values of which nothing is known are not the same value."""

import pytest
from linting import report

TEMPLATES = {
    "E9820": """
  Target:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties: {ScalableDimension: 'ecs:service:DesiredCount', ResourceId: ONE}
  Policy:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties: {ScalableDimension: 'ecs:service:DesiredCount', ResourceId: TWO}
""",
    "W9133": """
  Namespace: {Type: AWS::ServiceDiscovery::HttpNamespace, Properties: {Name: ONE}}
  Service:
    Type: AWS::ECS::Service
    Properties: {ServiceConnectConfiguration: {Enabled: true, Namespace: TWO}}
""",
    "E9901": """
  One: {Type: AWS::EFS::MountTarget, Properties: {FileSystemId: fs-1, SubnetId: ONE}}
  Two: {Type: AWS::EFS::MountTarget, Properties: {FileSystemId: fs-1, SubnetId: TWO}}
""",
    "W9746": """
  Bucket: {Type: AWS::S3::Bucket, Properties: {BucketName: ONE}}
  Rule:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: {source: [aws.s3], detail-type: [Object Created], detail: {bucket: {name: [TWO]}}}
""",
    "W9242": """
  Balancer: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Scheme: internal}}
  Https:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      Protocol: HTTPS
      DefaultActions: [{Type: forward, TargetGroupArn: ONE}]
  Http:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      Protocol: HTTP
      DefaultActions: [{Type: forward, TargetGroupArn: TWO}]
""",
    "E9614": """
  Db:
    Type: AWS::RDS::DBInstance
    Properties: {Engine: postgres, MasterUsername: app, MasterUserPassword: ONE}
  Secret:
    Type: AWS::SecretsManager::Secret
    Properties:
      SecretString: !Sub ['{"username": "other", "password": "${P}", "host": "x"}', {P: TWO}]
""",
}


@pytest.mark.parametrize("rule", TEMPLATES)
@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("alike", "alike", True),
        ("!ImportValue alike", "!ImportValue another", False),
    ],
)
def test_only_known_values_are_equal(rule: str, one: str, two: str, same: bool) -> None:  # noqa: FBT001 - a table's column
    template = "Resources:" + TEMPLATES[rule].replace("ONE", one).replace("TWO", two)
    assert bool(report(template, rule)) is same
