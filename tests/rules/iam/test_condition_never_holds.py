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


SOURCE = """
Parameters:
  Any: {Type: String}
  Empty: {Type: String, Default: ''}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Site: {Type: AWS::CloudFront::Distribution}
  Bucket: {Type: AWS::S3::Bucket}
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Bucket
      PolicyDocument:
        Statement:
          - Effect: Allow
            Principal: {Service: cloudfront.amazonaws.com}
            Action: s3:GetObject
            Resource: !Sub '${Bucket.Arn}/*'
            Condition: {OPERATOR: {'aws:SourceArn': VALUE}}
"""
COMPARED = "Resources/Policy/Properties/PolicyDocument/Statement/0/Condition"


@pytest.mark.parametrize(
    ("operator", "value", "fault"),
    [
        (
            "StringEquals",
            "!Sub 'arn:aws:cloudfront:${AWS::Region}:${AWS::AccountId}:distribution/${Site}'",
            (
                "arn:aws:cloudfront:${AWS::Region}:${AWS::AccountId}:distribution/${Site}: an ARN of "
                "cloudfront has no Region; leave it out"
            ),
        ),
        (
            "ArnLike",
            "!Join [':', [arn, aws, s3, us-east-1, !Ref AWS::AccountId, !Ref Bucket]]",
            (
                "arn:aws:s3:us-east-1:${AWS::AccountId}:${Bucket}: an ARN of s3 has no Region and no "
                "account; leave it out"
            ),
        ),
        (
            "ArnEquals",
            "['arn:aws:s3:::one', 'arn:aws:sns::123456789012:two']",
            "arn:aws:sns::123456789012:two: an ARN of sns has a Region; put it in",
        ),
        (
            "ArnLike",
            "!If [Chosen, !Sub 'arn:aws:sqs:::${Any}', 'arn:aws:s3:::b']",
            "arn:aws:sqs:::${Any}: an ARN of sqs has a Region and an account; put it in",
        ),
        (
            "ArnLike",
            "!Sub 'arn:aws:events:${Empty}:${AWS::AccountId}:rule/*'",
            "arn:aws:events::${AWS::AccountId}:rule/*: an ARN of events has a Region; put it in",
        ),
    ],
)
def test_arns_that_nothing_has(operator: str, value: str, fault: str) -> None:
    found = report(SOURCE.replace("OPERATOR", operator).replace("VALUE", value), "W9516")
    assert [text for _, text in found] == [f"aws:SourceArn is never {fault}"]
    assert found[0][0].startswith(f"{COMPARED}/{operator}/aws:SourceArn")


@pytest.mark.parametrize(
    ("operator", "value"),
    [
        ("StringEquals", "!Sub 'arn:aws:cloudfront::${AWS::AccountId}:distribution/${Site}'"),
        ("ArnLike", "!Sub 'arn:aws:cloudfront:*:${AWS::AccountId}:distribution/*'"),
        ("ArnLike", "!Sub 'arn:aws:cloudfront:${Any}:${AWS::AccountId}:distribution/*'"),
        ("ArnLike", "!Sub 'arn:aws:s3:${AWS::Region}:${AWS::AccountId}:accesspoint/*'"),
        ("ArnLike", "!Sub 'arn:aws:s3:::${Bucket}'"),
        ("ArnLike", "!Sub 'arn:aws:sns:${AWS::Region}:${AWS::AccountId}:*'"),
        ("ArnLike", "arn:aws:rds::123456789012:global-cluster:g"),
        ("ArnLike", "arn:aws:events:eu-west-1::event-source/aws.partner/x"),
        ("ArnNotLike", "arn:aws:sns:::two"),
        ("ArnLike", "!Sub 'arn:aws:sns:${Any}'"),
        ("ArnLike", "!Ref Any"),
        ("ArnLike", "!Sub 'arn:aws:sns:{{resolve:ssm:/x}}:y'"),
        ("ArnLike", "!ImportValue arn"),
    ],
)
def test_arns_that_may_be(operator: str, value: str) -> None:
    assert report(SOURCE.replace("OPERATOR", operator).replace("VALUE", value), "W9516") == []


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "!Sub 'arn:aws:s3::${AWS::AccountId}:${Bucket}'",
            (
                "SourceArn is never arn:aws:s3::${AWS::AccountId}:${Bucket}: an ARN of s3 has no "
                "account; leave it out"
            ),
        ),
        ("!GetAtt Bucket.Arn", ""),
        ("!Ref Any", ""),
    ],
)
def test_permissions_of_functions(value: str, expected: str) -> None:
    template = f"""
Parameters:
  Any: {{Type: String}}
Resources:
  Bucket: {{Type: AWS::S3::Bucket}}
  Permission:
    Type: AWS::Lambda::Permission
    Properties: {{Principal: s3.amazonaws.com, SourceArn: {value}}}
"""
    at = "Resources/Permission/Properties/SourceArn"
    assert report(template, "W9516") == ([(at, expected)] if expected else [])
