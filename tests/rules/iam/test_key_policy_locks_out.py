import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Act: {Type: String, AllowedValues: ['kms:Decrypt'], Default: 'kms:Decrypt'}
"""
RESOURCES = """  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Statement: [{Effect: Allow, Resource: '*', BODY}]
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Principal: {Service: sns.amazonaws.com}, Action: 'kms:*'",
            [
                (
                    "Resources/Key/Properties/KeyPolicy",
                    "The policy of Key lets nobody change it; allow kms:* to the account's root",
                )
            ],
        ),
        (
            "Principal: {AWS: !GetAtt Role.Arn}, Action: [kms:Decrypt, kms:Encrypt]",
            [
                (
                    "Resources/Key/Properties/KeyPolicy",
                    "The policy of Key lets nobody change it; allow kms:* to the account's root",
                )
            ],
        ),
        (
            "Principal: {AWS: '123456789012'}, Action: !Ref Act",
            [
                (
                    "Resources/Key/Properties/KeyPolicy",
                    "The policy of Key lets nobody change it; allow kms:* to the account's root",
                )
            ],
        ),
        (
            (
                "Principal: {Service: !If [IsUsed, sns.amazonaws.com, "
                "sqs.amazonaws.com]}, Action: 'kms:*'"
            ),
            [
                (
                    "Resources/Key/Properties/KeyPolicy",
                    "The policy of Key lets nobody change it; allow kms:* to the account's root",
                )
            ],
        ),
        (("Principal: {AWS: !Sub 'arn:aws:iam::${AWS::AccountId}:root'}, Action: 'kms:*'"), []),
        ("Principal: {AWS: !GetAtt Role.Arn}, Action: 'kms:Put*'", []),
        ("Principal: {AWS: !Ref Any}, Action: !Ref Any", []),
        ("Principal: !Ref Any, Action: '*'", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9534") == expected
