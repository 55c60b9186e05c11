import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: "arn:aws:acm:us-west-2:123456789012:certificate/a"}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Distribution:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig: {Enabled: true, ViewerCertificate: {AcmCertificateArn: VALUE}}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "'arn:aws:acm:eu-west-1:123456789012:certificate/a'",
            [
                (
                    (
                        "Resources/Distribution/Properties/DistributionConfig/ViewerCerti"
                        "ficate/AcmCertificateArn"
                    ),
                    (
                        "CloudFront takes certificates of us-east-1 only, this one is in "
                        "eu-west-1; request it there"
                    ),
                ),
            ],
        ),
        (
            "!Ref Pick",
            [
                (
                    (
                        "Resources/Distribution/Properties/DistributionConfig/ViewerCerti"
                        "ficate/AcmCertificateArn"
                    ),
                    (
                        "CloudFront takes certificates of us-east-1 only, this one is in "
                        "us-west-2; request it there"
                    ),
                ),
            ],
        ),
        (
            ("!If [Chosen, 'arn:aws:acm:eu-west-1:123456789012:certificate/a', !Ref Any]"),
            [
                (
                    (
                        "Resources/Distribution/Properties/DistributionConfig/ViewerCerti"
                        "ficate/AcmCertificateArn/Fn::If/1"
                    ),
                    (
                        "CloudFront takes certificates of us-east-1 only, this one is in "
                        "eu-west-1; request it there"
                    ),
                ),
            ],
        ),
        ("!Ref Any", []),
        ("!Sub 'arn:aws:acm:${AWS::Region}:123456789012:certificate/a'", []),
        ("'arn:aws:acm:us-east-1:123456789012:certificate/a'", []),
        ("'arn:aws-cn:acm:cn-north-1:123456789012:certificate/a'", []),
        ("certificate", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9238") == expected
