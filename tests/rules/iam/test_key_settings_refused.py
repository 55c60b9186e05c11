import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Alias: {Type: String, Default: alias/aws/app}
"""
RESOURCES = """  Key:
    Type: AWS::KMS::Key
    Properties: {BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "KeySpec: RSA_2048, KeyUsage: SIGN_VERIFY, EnableKeyRotation: true",
            [
                (
                    "Resources/Key/Properties/EnableKeyRotation",
                    "KMS rotates symmetric keys alone, not RSA_2048; remove EnableKeyRotation",
                )
            ],
        ),
        (
            "KeySpec: ECC_NIST_P256, KeyUsage: ENCRYPT_DECRYPT",
            [
                (
                    "Resources/Key/Properties/KeyUsage",
                    (
                        "A key of ECC_NIST_P256 has no KeyUsage ENCRYPT_DECRYPT; allowed: "
                        "KEY_AGREEMENT, SIGN_VERIFY"
                    ),
                )
            ],
        ),
        (
            "KeyUsage: !If [IsUsed, SIGN_VERIFY, ENCRYPT_DECRYPT]",
            [
                (
                    "Resources/Key/Properties/KeyUsage/Fn::If/1",
                    (
                        "A key of SYMMETRIC_DEFAULT has no KeyUsage SIGN_VERIFY; allowed: "
                        "ENCRYPT_DECRYPT"
                    ),
                )
            ],
        ),
        (
            (
                "PendingWindowInDays: 7}\n"
                "  Alias:\n"
                "    Type: AWS::KMS::Alias\n"
                "    Properties: {TargetKeyId: !Ref Key, AliasName: !Ref Alias"
            ),
            [
                (
                    "Resources/Alias/Properties/AliasName",
                    (
                        "AWS keeps alias/aws/ for itself, got alias/aws/app (parameter Alias); "
                        "rename it"
                    ),
                )
            ],
        ),
        ("EnableKeyRotation: true, KeyUsage: ENCRYPT_DECRYPT", []),
        ("KeySpec: RSA_2048, KeyUsage: SIGN_VERIFY", []),
        ("KeySpec: !Ref Any, KeyUsage: SIGN_VERIFY, EnableKeyRotation: true", []),
        (
            (
                "PendingWindowInDays: 7}\n"
                "  Alias:\n"
                "    Type: AWS::KMS::Alias\n"
                "    Properties: {TargetKeyId: !Ref Key, AliasName: !Sub "
                "'alias/${AWS::StackName}'"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9537") == expected
