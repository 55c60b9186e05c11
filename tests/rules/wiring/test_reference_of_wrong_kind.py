import pytest
from linting import report

HEAD = """
Parameters:
  Free: {Type: String}
Conditions:
  Odd: !Equals [!Ref Free, odd]
Resources:
  Topic: {Type: AWS::SNS::Topic}
  Queue: {Type: AWS::SQS::Queue}
  Function: {Type: AWS::Lambda::Function}
  Role: {Type: AWS::IAM::Role}
  Group: {Type: AWS::ElasticLoadBalancingV2::TargetGroup}
  Nested: {Type: AWS::CloudFormation::Stack}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
  Subscription:
    Type: AWS::SNS::Subscription
    Properties: {TopicArn: !GetAtt Topic.TopicName, Protocol: lambda, Endpoint: !Ref Function}
""",
            [
                (
                    "Resources/Subscription/Properties/Endpoint",
                    (
                        "Endpoint with Protocol lambda does not take ${Function}; use !GetAtt"
                        " Function.Arn"
                    ),
                ),
                (
                    "Resources/Subscription/Properties/TopicArn",
                    "TopicArn does not take ${Topic.TopicName}; use !Ref Topic",
                ),
            ],
        ),
        (
            """
  Rule:
    Type: AWS::Events::Rule
    Properties: {Targets: [{Id: a, Arn: !If [Odd, !Ref Queue, !GetAtt Queue.Arn]}]}
""",
            [
                (
                    "Resources/Rule/Properties/Targets/0/Arn/Fn::If/1",
                    "Arn does not take ${Queue}; use !GetAtt Queue.Arn",
                ),
            ],
        ),
        (
            """
  Policy: {Type: AWS::IAM::Policy, Properties: {Roles: [!GetAtt Role.Arn]}}
""",
            [
                (
                    "Resources/Policy/Properties/Roles/0",
                    "Roles does not take ${Role.Arn}; use !Ref Role",
                ),
            ],
        ),
        (
            """
  Service:
    Type: AWS::ECS::Service
    Properties: {LoadBalancers: [{TargetGroupArn: !GetAtt Group.TargetGroupName}]}
""",
            [
                (
                    "Resources/Service/Properties/LoadBalancers/0/TargetGroupArn",
                    "TargetGroupArn does not take ${Group.TargetGroupName}; use !Ref Group",
                ),
            ],
        ),
        (
            """
  Dead: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {deadLetterTargetArn: !Ref Queue}}}
""",
            [
                (
                    "Resources/Dead/Properties/RedrivePolicy/deadLetterTargetArn",
                    "deadLetterTargetArn does not take ${Queue}; use !GetAtt Queue.Arn",
                ),
            ],
        ),
        (
            """
  Policy: {Type: AWS::SQS::QueuePolicy, Properties: {Queues: [!GetAtt Queue.Arn]}}
""",
            [
                (
                    "Resources/Policy/Properties/Queues/0",
                    "Queues does not take ${Queue.Arn}; use !Ref Queue",
                ),
            ],
        ),
        (
            """
  Setup: {Type: Custom::Setup, Properties: {ServiceToken: !Ref Function}}
""",
            [
                (
                    "Resources/Setup/Properties/ServiceToken",
                    "ServiceToken does not take ${Function}; use !GetAtt Function.Arn",
                ),
            ],
        ),
        (
            """
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties: {LoadBalancerArn: !Ref Group}
""",
            [
                (
                    "Resources/Listener/Properties/LoadBalancerArn",
                    (
                        "LoadBalancerArn does not take ${Group} of "
                        "AWS::ElasticLoadBalancingV2::TargetGroup; it takes "
                        "AWS::ElasticLoadBalancingV2::LoadBalancer"
                    ),
                ),
            ],
        ),
        (
            """
  Policy:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties: {ScalingTargetId: !Ref Queue}
""",
            [
                (
                    "Resources/Policy/Properties/ScalingTargetId",
                    (
                        "ScalingTargetId does not take ${Queue} of AWS::SQS::Queue; it takes "
                        "AWS::ApplicationAutoScaling::ScalableTarget"
                    ),
                ),
            ],
        ),
        # Right, of another kind that may be right, not a reference, not known.
        (
            """
  Subscription:
    Type: AWS::SNS::Subscription
    Properties: {TopicArn: !Ref Topic, Protocol: sqs, Endpoint: !GetAtt Queue.Arn}
""",
            [],
        ),
        (
            """
  Subscription:
    Type: AWS::SNS::Subscription
    Properties: {TopicArn: !Ref Topic, Protocol: email, Endpoint: !Ref Queue}
""",
            [],
        ),
        (
            """
  Service:
    Type: AWS::ECS::Service
    Properties: {LoadBalancers: [{TargetGroupArn: !GetAtt Nested.Outputs.Group}]}
""",
            [],
        ),
        (
            """
  Policy:
    Type: AWS::IAM::Policy
    Properties: {Roles: [!Ref Role, !Ref Free, some-role, !ImportValue x]}
""",
            [],
        ),
        (
            """
  Permission:
    Type: AWS::Lambda::Permission
    Properties: {FunctionName: !Ref Function, SourceArn: !Ref Group}
""",
            [],
        ),
        (
            """
  Rule: {Type: AWS::Events::Rule, Properties: {Targets: [{Id: a, Arn: !GetAtt Bus.Arn}]}}
  Bus: {Type: AWS::Events::EventBus}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9742") == expected
