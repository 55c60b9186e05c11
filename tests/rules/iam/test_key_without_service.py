import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Who: {Type: String, AllowedValues: [sns.amazonaws.com], Default: sns.amazonaws.com}
"""
RESOURCES = """  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Statement:
          - Effect: Allow
            Principal: {AWS: !Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root'}
            Action: kms:*
            Resource: '*'
          - Effect: Allow
            Principal: {Service: [s3.amazonaws.com, !Ref Who]}
            Action: ['kms:Decrypt', 'kms:GenerateDataKey*']
            Resource: '*'
BODY
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            ("  Group: {Type: AWS::Logs::LogGroup, Properties: {KmsKeyId: !GetAtt Key.Arn}}"),
            [
                (
                    "Resources/Group/Properties/KmsKeyId",
                    (
                        "The policy of Key does not let logs.<region>.amazonaws.com in, so "
                        "that the log group can't be created"
                    ),
                )
            ],
        ),
        (
            (
                "  Group: {Type: AWS::Logs::LogGroup, Properties: {KmsKeyId: !If "
                "[IsUsed, !GetAtt Key.Arn, !Ref Any]}}"
            ),
            [
                (
                    "Resources/Group/Properties/KmsKeyId/Fn::If/1",
                    (
                        "The policy of Key does not let logs.<region>.amazonaws.com in, so "
                        "that the log group can't be created"
                    ),
                )
            ],
        ),
        (
            "  Group: {Type: AWS::Logs::LogGroup, Properties: {KmsKeyId: !Ref Key}}",
            [
                (
                    "Resources/Group/Properties/KmsKeyId",
                    "Ref of Key is its id, a log group takes its ARN; use GetAtt Arn",
                ),
                (
                    "Resources/Group/Properties/KmsKeyId",
                    (
                        "The policy of Key does not let logs.<region>.amazonaws.com in, so "
                        "that the log group can't be created"
                    ),
                ),
            ],
        ),
        ("  Group: {Type: AWS::Logs::LogGroup, Properties: {KmsKeyId: !Ref Any}}", []),
        ("  Group: {Type: AWS::Logs::LogGroup}", []),
        (
            (
                "  Open:\n"
                "    Type: AWS::KMS::Key\n"
                "    Properties:\n"
                "      KeyPolicy:\n"
                "        Statement: [{Effect: Allow, Principal: {AWS: '*', Service: "
                "!Sub 'logs.${AWS::Region}.amazonaws.com'}, Action: 'kms:*', Resource: "
                "'*'}]\n"
                "  Group: {Type: AWS::Logs::LogGroup, Properties: {KmsKeyId: !GetAtt "
                "Open.Arn}}"
            ),
            [],
        ),
        (
            (
                "  Open:\n"
                "    Type: AWS::KMS::Key\n"
                "    Properties:\n"
                "      KeyPolicy:\n"
                "        Statement: [{Effect: Allow, Principal: {AWS: '123456789012', "
                "Service: !Ref Any}, Action: 'kms:*', Resource: '*'}]\n"
                "  Group: {Type: AWS::Logs::LogGroup, Properties: {KmsKeyId: !GetAtt "
                "Open.Arn}}"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9535") == expected
