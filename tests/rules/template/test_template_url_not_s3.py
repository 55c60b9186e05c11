import pytest
from linting import report

HEAD = """
Parameters:
  Bucket: {Type: String, Default: templates}
  Host: {Type: String}
Conditions:
  Odd: !Equals [!Ref Host, odd]
Resources:
  Nested:
    Type: AWS::CloudFormation::Stack
    Properties:
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
      {TemplateURL: 'https://example.com/network.yaml'}
""",
            [
                (
                    "Resources/Nested/Properties/TemplateURL",
                    (
                        "CloudFormation can't fetch https://example.com/network.yaml: give "
                        "the https address of an object in S3"
                    ),
                ),
            ],
        ),
        (
            """
      {TemplateURL: 'http://templates.s3.amazonaws.com/network.yaml'}
""",
            [
                (
                    "Resources/Nested/Properties/TemplateURL",
                    (
                        "CloudFormation can't fetch "
                        "http://templates.s3.amazonaws.com/network.yaml: give the https "
                        "address of an object in S3"
                    ),
                ),
            ],
        ),
        (
            """
      TemplateURL: !If
        - Odd
        - 's3://templates/network.yaml'
        - 'https://s3.amazonaws.com/templates/n.yaml'
""",
            [
                (
                    "Resources/Nested/Properties/TemplateURL/Fn::If/1",
                    (
                        "CloudFormation can't fetch s3://templates/network.yaml: give the "
                        "https address of an object in S3"
                    ),
                ),
            ],
        ),
        (
            """
      {TemplateURL: !Sub 's3://${Bucket}/network.yaml'}
""",
            [
                (
                    "Resources/Nested/Properties/TemplateURL",
                    (
                        "CloudFormation can't fetch s3://templates/network.yaml (parameter "
                        "Bucket): give the https address of an object in S3"
                    ),
                ),
            ],
        ),
        (
            """
      {TemplateURL: 'https://templates.s3-website-eu-west-1.amazonaws.com/network.yaml'}
""",
            [
                (
                    "Resources/Nested/Properties/TemplateURL",
                    (
                        "CloudFormation can't fetch "
                        "https://templates.s3-website-eu-west-1.amazonaws.com/network.yaml: "
                        "give the https address of an object in S3"
                    ),
                ),
            ],
        ),
        # S3 in all its spellings, a path for the package command, not known.
        (
            """
      {TemplateURL: 'https://templates.s3.eu-west-1.amazonaws.com/network.yaml'}
""",
            [],
        ),
        (
            """
      {TemplateURL: !Sub 'https://s3-${AWS::Region}.amazonaws.com/${Bucket}/network.yaml'}
""",
            [],
        ),
        (
            """
      {TemplateURL: !Sub 'https://${Host}.s3.amazonaws.com/network.yaml'}
""",
            [],
        ),
        (
            """
      {TemplateURL: !Sub 'https://${Host}/network.yaml'}
""",
            [],
        ),
        (
            """
      {TemplateURL: ./network.yaml}
""",
            [],
        ),
        (
            """
      {TemplateURL: !Ref Host}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9040") == expected
