import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Account: {Type: String, Default: 'arn:aws:iam::123456789012:root'}
"""
RESOURCES = """  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Resource: '*', BODY}]}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Action: s3:GetObject, Condition: {StringLike: {'s3:prefix': 'a/*'}}",
            [
                (
                    (
                        "Resources/Policy/Properties/PolicyDocument/Statement/0/Condition/String"
                        "Like/s3:prefix"
                    ),
                    "No request for s3:GetObject carries s3:prefix; remove or move it",
                )
            ],
        ),
        (
            ("Action: logs:PutLogEvents, Condition: {StringEquals: {'cloudwatch:namespace': App}}"),
            [
                (
                    (
                        "Resources/Policy/Properties/PolicyDocument/Statement/0/Condition/String"
                        "Equals/cloudwatch:namespace"
                    ),
                    (
                        "No request for logs:PutLogEvents carries cloudwatch:namespace; remove "
                        "or move it"
                    ),
                )
            ],
        ),
        (
            (
                "Action: ecs:RunTask, Condition: {StringEquals: {'aws:SourceArn': !Sub "
                "'arn:aws:ecs:*:${AWS::AccountId}:*'}}"
            ),
            [
                (
                    (
                        "Resources/Policy/Properties/PolicyDocument/Statement/0/Condition/String"
                        "Equals/aws:SourceArn"
                    ),
                    (
                        "StringEquals takes the wildcard of arn:aws:ecs:*:${AWS::AccountId}:* "
                        "as a letter; use StringLike or ArnLike"
                    ),
                )
            ],
        ),
        (
            ("Action: ecs:RunTask, Condition: {StringEquals: {'aws:SourceAccount': !Ref Account}}"),
            [
                (
                    (
                        "Resources/Policy/Properties/PolicyDocument/Statement/0/Condition/String"
                        "Equals/aws:SourceAccount"
                    ),
                    (
                        "aws:SourceAccount is an account id of 12 digits, got "
                        "arn:aws:iam::123456789012:root (parameter Account)"
                    ),
                )
            ],
        ),
        (
            ("Action: ecs:RunTask, Condition: {ArnLike: {'aws:SourceArn': !Ref AWS::AccountId}}"),
            [
                (
                    (
                        "Resources/Policy/Properties/PolicyDocument/Statement/0/Condition/ArnLik"
                        "e/aws:SourceArn"
                    ),
                    (
                        "aws:SourceArn is an ARN, got the account ${AWS::AccountId}; use "
                        "aws:SourceAccount"
                    ),
                )
            ],
        ),
        (
            "Action: ecs:RunTask, Condition: {IpAddress: {'aws:SourceIp': [10.0.0.0/8]}}",
            [
                (
                    (
                        "Resources/Policy/Properties/PolicyDocument/Statement/0/Condition/IpAddr"
                        "ess/aws:SourceIp"
                    ),
                    (
                        "aws:SourceIp 10.0.0.0/8 is private, and no request comes from there; "
                        "use aws:VpcSourceIp"
                    ),
                )
            ],
        ),
        (
            "Action: ecs:RunTask, Condition: {IpAddress: {'aws:SourceIp': 1.2.3}}",
            [
                (
                    (
                        "Resources/Policy/Properties/PolicyDocument/Statement/0/Condition/IpAddr"
                        "ess/aws:SourceIp"
                    ),
                    "aws:SourceIp 1.2.3 is no CIDR",
                )
            ],
        ),
        (
            "Action: ecs:RunTask, Condition: {StringEquals: {'aws:SourceIp': 1.2.3.4}}",
            [
                (
                    (
                        "Resources/Policy/Properties/PolicyDocument/Statement/0/Condition/String"
                        "Equals/aws:SourceIp"
                    ),
                    "aws:SourceIp is compared with IpAddress, not with StringEquals",
                )
            ],
        ),
        (
            (
                "Action: ecs:RunTask, Condition: {'ForAnyValue:StringEquals': "
                "{'aws:TagKeys': !If [IsUsed, 'a*', a]}}"
            ),
            [
                (
                    (
                        "Resources/Policy/Properties/PolicyDocument/Statement/0/Condition/ForAny"
                        "Value:StringEquals/aws:TagKeys/Fn::If/1"
                    ),
                    (
                        "ForAnyValue:StringEquals takes the wildcard of a* as a letter; use "
                        "StringLike or ArnLike"
                    ),
                )
            ],
        ),
        ("Action: s3:ListBucket, Condition: {StringLike: {'s3:prefix': 'a/*'}}", []),
        ("Action: 's3:*', Condition: {StringLike: {'s3:prefix': 'a/*'}}", []),
        (
            (
                "Action: [s3:GetObject, s3:ListBucket], Condition: {StringLike: "
                "{'s3:prefix': 'a/*'}}"
            ),
            [],
        ),
        ("Action: s3:GetObject, Condition: {StringNotLike: {'s3:prefix': 'a/*'}}", []),
        ("Action: s3:GetObject, Condition: {StringLikeIfExists: {'s3:prefix': 'a/*'}}", []),
        (
            (
                "Action: cloudwatch:PutMetricData, Condition: {StringEquals: "
                "{'cloudwatch:namespace': App}}"
            ),
            [],
        ),
        (
            (
                "Action: ecs:RunTask, Condition: {ArnLike: {'aws:SourceArn': !Sub "
                "'arn:aws:ecs:*:${AWS::AccountId}:*'}, StringEquals: "
                "{'aws:SourceAccount': !Ref AWS::AccountId}}"
            ),
            [],
        ),
        (
            (
                "Action: ecs:RunTask, Condition: {IpAddress: {'aws:SourceIp': "
                "[52.1.2.3/32, 0.0.0.0/0]}}"
            ),
            [],
        ),
        (
            (
                "Action: !Ref Any, Condition: {StringEquals: {'aws:SourceAccount': "
                "!Ref Any, 's3:prefix': a}}"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9516") == expected


TRUST = """  Cluster: {Type: AWS::ECS::Cluster}
  Task: {Type: AWS::ECS::TaskDefinition}
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{Effect: Allow, Action: sts:AssumeRole, BODY}]
"""
TASKS = "Principal: {Service: ecs-tasks.amazonaws.com}, Condition: "
ECS_ARN = "arn:${AWS::Partition}:ecs:${AWS::Region}:${AWS::AccountId}:*"


@pytest.mark.parametrize(
    ("body", "at", "message"),
    [
        (
            TASKS + "{Bool: {'aws:MultiFactorAuthPresent': 'true'}}",
            "Bool/aws:MultiFactorAuthPresent",
            "No service signs in with MFA; remove aws:MultiFactorAuthPresent",
        ),
        (
            TASKS + "{StringEquals: {'sts:ExternalId': !Ref Any}}",
            "StringEquals/sts:ExternalId",
            "ecs-tasks brings no sts:ExternalId; use aws:SourceAccount",
        ),
        (
            TASKS + "{ArnLike: {'aws:SourceArn': !GetAtt Cluster.Arn}}",
            "ArnLike/aws:SourceArn",
            f"aws:SourceArn of a task is not Cluster; compare it with {ECS_ARN} by ArnLike",
        ),
        (
            TASKS + "!If [IsUsed, {ArnEquals: {'aws:SourceArn': [!Ref Task]}}, !Ref AWS::NoValue]",
            "Fn::If/1/ArnEquals/aws:SourceArn",
            f"aws:SourceArn of a task is not Task; compare it with {ECS_ARN} by ArnLike",
        ),
        (
            TASKS + "{StringEquals: {'aws:SourceAccount': !Ref Cluster}}",
            "StringEquals/aws:SourceAccount",
            "aws:SourceAccount is an account id of 12 digits, got ${Cluster}",
        ),
        (TASKS + f"{{ArnLike: {{'aws:SourceArn': !Sub '{ECS_ARN}'}}}}", "", ""),
        (TASKS + "{ArnLike: {'aws:SourceArn': !Ref Any}}", "", ""),
        (TASKS + "{BoolIfExists: {'aws:MultiFactorAuthPresent': 'true'}}", "", ""),
        (TASKS + "{StringEquals: {'aws:SourceAccount': !Ref AWS::AccountId}}", "", ""),
        (TASKS + "{StringEquals: {'aws:SourceAccount': !If [IsUsed, '', !Ref Any]}}", "", ""),
        # People sign in with MFA, other accounts bring an external id, and so does Cognito.
        (
            (
                "Principal: {AWS: '123456789012'}, "
                "Condition: {Bool: {'aws:MultiFactorAuthPresent': 'true'}}"
            ),
            "",
            "",
        ),
        (
            "Principal: {AWS: '123456789012'}, Condition: {StringEquals: {'sts:ExternalId': x}}",
            "",
            "",
        ),
        (
            (
                "Principal: {Service: cognito-idp.amazonaws.com}, "
                "Condition: {StringEquals: {'sts:ExternalId': x}}"
            ),
            "",
            "",
        ),
    ],
)
def test_what_a_service_does_not_bring(body: str, at: str, message: str) -> None:
    path = f"Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Condition/{at}"
    found = report(template(TRUST, body), "W9516")
    assert found == ([(path, message)] if message else [])
