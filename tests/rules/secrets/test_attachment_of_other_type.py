import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Kind: {Type: String, Default: 'AWS::Redshift::Cluster'}
"""
RESOURCES = """  Secret:
    Type: AWS::SecretsManager::Secret
    Properties: {SecretString: '{"username": "app"}'}
  Plain: {Type: AWS::SecretsManager::Secret, Properties: {GenerateSecretString: {}}}
  Cluster: {Type: AWS::RDS::DBCluster, Properties: {Engine: aurora-mysql}}
  Attachment:
    Type: AWS::SecretsManager::SecretTargetAttachment
    Properties: {BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            ("SecretId: !Ref Secret, TargetId: !Ref Cluster, TargetType: 'AWS::RDS::DBInstance'"),
            [
                (
                    "Resources/Attachment/Properties/TargetType",
                    "Cluster is an AWS::RDS::DBCluster, not an AWS::RDS::DBInstance",
                )
            ],
        ),
        (
            "SecretId: !Ref Secret, TargetId: !Ref Any, TargetType: 'AWS::RDS::Instance'",
            [
                (
                    "Resources/Attachment/Properties/TargetType",
                    (
                        "There is no TargetType AWS::RDS::Instance; allowed: "
                        "AWS::DocDB::DBCluster, AWS::DocDB::DBInstance, "
                        "AWS::DocDBElastic::Cluster, AWS::RDS::DBCluster, "
                        "AWS::RDS::DBInstance, AWS::Redshift::Cluster, "
                        "AWS::RedshiftServerless::Namespace"
                    ),
                )
            ],
        ),
        (
            "SecretId: !Ref Secret, TargetId: !Ref Cluster, TargetType: !Ref Kind",
            [
                (
                    "Resources/Attachment/Properties/TargetType",
                    (
                        "Cluster is an AWS::RDS::DBCluster, not an AWS::Redshift::Cluster "
                        "(parameter Kind)"
                    ),
                )
            ],
        ),
        (
            (
                "SecretId: !Ref Secret, TargetId: !Ref Cluster, TargetType: !If "
                "[IsUsed, 'AWS::RDS::DBInstance', 'AWS::RDS::DBCluster']"
            ),
            [
                (
                    "Resources/Attachment/Properties/TargetType/Fn::If/1",
                    "Cluster is an AWS::RDS::DBCluster, not an AWS::RDS::DBInstance",
                )
            ],
        ),
        # a password alone, to which nothing can be added
        (
            ("SecretId: !Ref Plain, TargetId: !Ref Cluster, TargetType: 'AWS::RDS::DBCluster'"),
            [
                (
                    "Resources/Attachment/Properties/SecretId",
                    (
                        "Plain is no JSON object, to which the address could be added; give it "
                        "a SecretStringTemplate and a GenerateStringKey"
                    ),
                )
            ],
        ),
        (("SecretId: !Ref Any, TargetId: !Ref Cluster, TargetType: 'AWS::RDS::DBCluster'"), []),
        (("SecretId: !Ref Secret, TargetId: !Ref Cluster, TargetType: 'AWS::RDS::DBCluster'"), []),
        (("SecretId: !Ref Secret, TargetId: !Ref Any, TargetType: 'AWS::RDS::DBInstance'"), []),
        ("SecretId: !Ref Secret, TargetId: !Ref Cluster, TargetType: !Ref Any", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9607") == expected
