import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Act: {Type: String, Default: 'ecs:RunTask'}
"""
RESOURCES = """  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{Effect: Allow, BODY}]
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Principal: {Service: ecs-tasks.amazonaws.com}, Action: iam:PassRole",
            [
                (
                    "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Action",
                    (
                        "A trust policy takes only actions of STS, got iam:PassRole; use "
                        "sts:AssumeRole"
                    ),
                )
            ],
        ),
        (
            "Principal: {AWS: ecs-tasks.amazonaws.com}, Action: sts:AssumeRole",
            [
                (
                    "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Principal/AWS",
                    "ecs-tasks.amazonaws.com is a service: name it as Service, not as AWS",
                )
            ],
        ),
        (
            ("Principal: {Service: 'arn:aws:iam::123456789012:root'}, Action: sts:AssumeRole"),
            [
                (
                    (
                        "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Principa"
                        "l/Service"
                    ),
                    "arn:aws:iam::123456789012:root is an ARN: name it as AWS, not as Service",
                )
            ],
        ),
        (
            (
                "Principal: {Federated: !Sub "
                "'arn:${AWS::Partition}:iam::${AWS::AccountId}:oidc-provider/x'}, "
                "Action: sts:AssumeRole"
            ),
            [
                (
                    (
                        "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Principa"
                        "l/Federated"
                    ),
                    (
                        "arn:${AWS::Partition}:iam::${AWS::AccountId}:oidc-provider/x assumes "
                        "a role with sts:AssumeRoleWithWebIdentity, got sts:assumerole"
                    ),
                )
            ],
        ),
        (
            (
                "Principal: {Federated: 'arn:aws:iam::123456789012:saml-provider/x'}, "
                "Action: sts:AssumeRoleWithWebIdentity"
            ),
            [
                (
                    (
                        "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Principa"
                        "l/Federated"
                    ),
                    (
                        "arn:aws:iam::123456789012:saml-provider/x assumes a role with "
                        "sts:AssumeRoleWithSAML, got sts:assumerolewithwebidentity"
                    ),
                )
            ],
        ),
        (
            ("Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRoleWithWebIdentity"),
            [
                (
                    (
                        "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Principa"
                        "l/Service"
                    ),
                    (
                        "lambda.amazonaws.com assumes a role with sts:AssumeRole, got "
                        "sts:assumerolewithwebidentity"
                    ),
                )
            ],
        ),
        (
            "Principal: {Service: lambda.amazonaws.com}, Action: !Ref Act",
            [
                (
                    "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Action",
                    (
                        "A trust policy takes only actions of STS, got ecs:RunTask (parameter "
                        "Act); use sts:AssumeRole"
                    ),
                )
            ],
        ),
        (
            (
                "Principal: {Service: lambda.amazonaws.com}, Action: [sts:AssumeRole, "
                "!If [IsUsed, s3:GetObject, sts:TagSession]]"
            ),
            [
                (
                    (
                        "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Action/1"
                        "/Fn::If/1"
                    ),
                    (
                        "A trust policy takes only actions of STS, got s3:GetObject; use "
                        "sts:AssumeRole"
                    ),
                )
            ],
        ),
        (
            (
                "Principal: {Service: lambda.amazonaws.com}, Action: [sts:AssumeRole, "
                "sts:TagSession]"
            ),
            [],
        ),
        (
            (
                "Principal: {Federated: cognito-identity.amazonaws.com}, Action: "
                "sts:AssumeRoleWithWebIdentity"
            ),
            [],
        ),
        (
            ("Principal: {Federated: accounts.google.com}, Action: sts:AssumeRoleWithWebIdentity"),
            [],
        ),
        ("Principal: {AWS: !Ref Any}, Action: !Ref Any", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9504") == expected
