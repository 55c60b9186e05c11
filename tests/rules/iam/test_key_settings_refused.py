import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Kind: {Type: String, Default: HMAC_256}
  Kinds: {Type: String, Default: SYMMETRIC_DEFAULT, AllowedValues: [SYMMETRIC_DEFAULT, RSA_2048]}
  Usages: {Type: String, Default: ENCRYPT_DECRYPT, AllowedValues: [ENCRYPT_DECRYPT, SIGN_VERIFY]}
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
            "KeySpec: !Ref Kind, KeyUsage: ENCRYPT_DECRYPT",
            [
                (
                    "Resources/Key/Properties/KeyUsage",
                    (
                        "A key of HMAC_256 has no KeyUsage ENCRYPT_DECRYPT; allowed: "
                        "GENERATE_VERIFY_MAC"
                    ),
                )
            ],
        ),
        ("EnableKeyRotation: true, KeyUsage: ENCRYPT_DECRYPT", []),
        ("KeySpec: RSA_2048, KeyUsage: SIGN_VERIFY", []),
        ("KeySpec: !Ref Any, KeyUsage: SIGN_VERIFY, EnableKeyRotation: true", []),
        # only an odd choice of two parameters is wrong
        ("KeySpec: !Ref Kinds, KeyUsage: !Ref Usages", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9537") == expected
