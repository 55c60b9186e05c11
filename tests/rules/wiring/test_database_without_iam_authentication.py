import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Chosen1: {Type: String, Default: 'false', AllowedValues: ['false']}
"""
RESOURCES = """  Plain: {Type: AWS::RDS::DBInstance, Properties: {}}
  On: {Type: AWS::RDS::DBInstance, Properties: {EnableIAMDatabaseAuthentication: true}}
  Chosen: {Type: AWS::RDS::DBInstance, Properties: {EnableIAMDatabaseAuthentication: !Ref Chosen1}}
  Either: {Type: AWS::RDS::DBInstance, Properties: {EnableIAMDatabaseAuthentication: !If [IsUsed, true, false]}}
  Unknown: {Type: AWS::RDS::DBInstance, Properties: {EnableIAMDatabaseAuthentication: !Ref Any}}
  Member: {Type: AWS::RDS::DBInstance, Properties: {DBClusterIdentifier: a}}
  Whole: {Type: AWS::RDS::DBCluster, Properties: {}}
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, BODY}]}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Action: rds-db:connect, Resource: !Sub 'arn:aws:rds-db:*:${AWS::AccountId}:dbuser:${Plain.DbiResourceId}/app'",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Resource",
                    "Plain takes no IAM authentication; set its EnableIAMDatabaseAuthentication to true",
                )
            ],
        ),
        (
            "Action: 'rds-db:*', Resource: !Sub 'arn:aws:rds-db:*:${AWS::AccountId}:dbuser:${Chosen.DbiResourceId}/app'",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Resource",
                    "Chosen takes no IAM authentication; set its EnableIAMDatabaseAuthentication to true",
                )
            ],
        ),
        (
            "Action: rds-db:connect, Resource: !If [IsUsed, !Sub 'arn:aws:rds-db:*:${AWS::AccountId}:dbuser:${Plain.DbiResourceId}/app', '*']",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Resource/Fn::If/1",
                    "Plain takes no IAM authentication; set its EnableIAMDatabaseAuthentication to true",
                )
            ],
        ),
        (
            "Action: rds-db:connect, Resource: !Sub 'arn:aws:rds-db:*:${AWS::AccountId}:dbuser:${Whole.DBClusterResourceId}/app'",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Resource",
                    "Whole takes no IAM authentication; set its EnableIAMDatabaseAuthentication to true",
                )
            ],
        ),
        (
            "Action: rds-db:connect, Resource: !Sub 'arn:aws:rds-db:*:${AWS::AccountId}:dbuser:${On.DbiResourceId}/app'",
            [],
        ),
        (
            "Action: rds-db:connect, Resource: !Sub 'arn:aws:rds-db:*:${AWS::AccountId}:dbuser:${Either.DbiResourceId}/app'",
            [],
        ),
        (
            "Action: rds-db:connect, Resource: !Sub 'arn:aws:rds-db:*:${AWS::AccountId}:dbuser:${Unknown.DbiResourceId}/app'",
            [],
        ),
        (
            "Action: rds-db:connect, Resource: !Sub 'arn:aws:rds-db:*:${AWS::AccountId}:dbuser:${Member.DbiResourceId}/app'",
            [],
        ),
        (
            "Action: rds-db:connect, Resource: !Sub 'arn:aws:rds-db:*:${AWS::AccountId}:dbuser:${Any}/app'",
            [],
        ),
        (
            "Action: rds:Describe*, Resource: !Sub 'arn:aws:rds-db:*:${AWS::AccountId}:dbuser:${Plain.DbiResourceId}/app'",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9754") == expected
