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


WITH_CONDITION = """  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Statement:
          - Effect: Allow
            Principal: {Service: !Sub 'logs.${AWS::Region}.amazonaws.com'}
            Action: kms:*
            Resource: '*'
            Condition: {BODY
  Group:
    Type: AWS::Logs::LogGroup
    Properties: {KmsKeyId: !GetAtt Key.Arn, LogGroupName: """
CONTEXT = "'kms:EncryptionContext:aws:logs:arn': "
OURS = "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:"
PLACE = "Resources/Key/Properties/KeyPolicy/Statement/0/Condition/"


SPELLED = "/ecs/${AWS::StackName}/web"


def _with(operator: str, arn: str, name: str, more: str = "") -> str:
    value = arn if arn.startswith(("!", "[")) else f"!Sub '{arn}'"
    head = WITH_CONDITION.replace("BODY", f"{operator}: {{{CONTEXT}{value}}}}}")
    return template(f"{head}{name}}}\n", "", more)


@pytest.mark.parametrize(
    ("operator", "arn", "name", "group"),
    [
        ("ArnLike", OURS + "/shop/*", "/store/web", "/store/web"),
        ("ArnEquals", OURS + "/ecs/${AWS::StackName}/*", "!Sub '/app/${AWS::StackName}/web'", ""),
        ("StringLike", OURS + "/shop", "/shop/web", "/shop/web"),
        ("ArnLike", "arn:aws:logs:*:*:log-group:/s?op/a*", "/shop/web", "/shop/web"),
        # A stack of the name ecs would fit by chance.
        ("ArnLike", OURS + "/${AWS::StackName}/*", "!Sub '/ecs/${AWS::StackName}/web'", SPELLED),
        # The generated name has no slash.
        ("ArnLike", OURS + "/shop/*", "!Ref AWS::NoValue", "a generated name"),
        # A wildcard is a letter for StringEquals.
        ("StringEquals", OURS + "/shop/*", "/shop/web", "/shop/web"),
        ("StringEquals", OURS + "/shop/web", "/shop/app", "/shop/app"),
        ("ArnLikeIfExists", OURS + "/shop/*", "!If [IsUsed, /store/web, /shop/web]", "/store/web"),
        ("ArnLike", OURS + "/${Use}/*", "!Sub '/app/${Use}'", "/app/no (parameter Use)"),
        ("ArnLike", f"[!Sub '{OURS}/a/*', !Sub '{OURS}/b/*']", "/c/web", "/c/web"),
    ],
)
def test_condition_for_other_log_groups(operator: str, arn: str, name: str, group: str) -> None:
    shown = group or "/app/${AWS::StackName}/web"
    [(path, message)] = report(_with(operator, arn, name), "E9535")
    assert path.startswith(PLACE + operator)
    assert message == (
        f"kms:EncryptionContext:aws:logs:arn does not match log group Group ({shown}), so that it "
        "can't be created; correct the pattern or the name"
    )


@pytest.mark.parametrize(
    ("operator", "arn", "name"),
    [
        ("ArnLike", OURS + "/shop/*", "/shop/web"),
        ("ArnLike", OURS + "*", "!Ref AWS::NoValue"),
        ("ArnLike", OURS + "${AWS::StackName}-*", "!Ref AWS::NoValue"),
        ("ArnLike", "arn:aws:logs:eu-west-1:123456789012:log-group:/shop/*", "/shop/web"),
        ("ArnLike", OURS + "/shop/*:*", "/shop/web"),
        ("ArnLike", OURS + "/shop/*", "!Ref Any"),
        ("ArnLike", OURS + "/shop/*", "!Sub '/${Any}/web'"),
        ("ArnLike", OURS + "/${Any}/*", "/shop/web"),
        ("ArnLike", "!Ref Any", "/shop/web"),
        (
            "ArnLike",
            f"!If [IsUsed, !Sub '{OURS}/a/*', !Sub '{OURS}/b/*']",
            "!If [IsUsed, /a/1, /b/1]",
        ),
        ("ArnLike", OURS + "/${Use}/*", "!Sub '/${Use}/web'"),
        ("ArnLike", f"[!Sub '{OURS}/a/*', !Sub '{OURS}/b/*']", "/b/web"),
        ("StringEquals", OURS + "/shop/web", "/shop/web"),
        ("ArnNotLike", OURS + "/shop/*", "/store/web"),
        ("ForAnyValue:ArnLike", OURS + "/shop/*", "/store/web"),
    ],
)
def test_condition_that_holds_or_is_not_known(operator: str, arn: str, name: str) -> None:
    assert report(_with(operator, arn, name), "E9535") == []


def test_another_statement_that_lets_the_log_group_in() -> None:
    found = _with("ArnLike", OURS + "/shop/*", "/store/web")
    second = """          - Effect: Allow
            Principal: {Service: !Sub 'logs.${AWS::Region}.amazonaws.com'}
            Action: kms:*
            Resource: '*'
  Group:
"""
    assert report(found.replace("  Group:\n", second), "E9535") == []
