import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Switch: {Type: String, Default: 'false'}
"""
RESOURCES = """  Bucket:
    Type: AWS::S3::Bucket
    Properties: {BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "AccessControl: PublicRead",
            [
                (
                    "Resources/Bucket/Properties/AccessControl",
                    "AccessControl PublicRead opens Bucket to everybody; remove it",
                )
            ],
        ),
        (
            ("PublicAccessBlockConfiguration: {BlockPublicAcls: false, BlockPublicPolicy: true}"),
            [
                (
                    "Resources/Bucket/Properties/PublicAccessBlockConfiguration/BlockPublicAcls",
                    "BlockPublicAcls false lets Bucket become public; set it to true",
                )
            ],
        ),
        (
            "PublicAccessBlockConfiguration: {RestrictPublicBuckets: !Ref Switch}",
            [
                (
                    (
                        "Resources/Bucket/Properties/PublicAccessBlockConfiguration/RestrictPubl"
                        "icBuckets"
                    ),
                    (
                        "RestrictPublicBuckets false (parameter Switch) lets Bucket become "
                        "public; set it to true"
                    ),
                )
            ],
        ),
        (
            "AccessControl: !If [IsUsed, PublicReadWrite, Private]",
            [
                (
                    "Resources/Bucket/Properties/AccessControl/Fn::If/1",
                    "AccessControl PublicReadWrite opens Bucket to everybody; remove it",
                )
            ],
        ),
        (("AccessControl: Private, PublicAccessBlockConfiguration: {BlockPublicAcls: true}"), []),
        ("AccessControl: !Ref Any, PublicAccessBlockConfiguration: !Ref Any", []),
        ("BucketName: x", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9529") == expected
