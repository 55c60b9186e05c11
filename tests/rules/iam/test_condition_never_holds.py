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
