"""E9754."""

from collections.abc import Iterator

from axonflow_cfn.model import Reference, TemplateModel
from axonflow_cfn.model.policies import covers_action, of_kind
from axonflow_cfn.rule import DeployabilityRule, Finding

# Type: the attribute with its resource id.
_IDS = {
    "AWS::RDS::DBCluster": "DBClusterResourceId",
    "AWS::RDS::DBInstance": "DbiResourceId",
}


class DatabaseWithoutIamAuthentication(DeployabilityRule):
    """A role that may connect by IAM to a database that does not take it."""

    id = "E9754"
    shortdesc = "Database does not take the IAM authentication that a role may use"
    description = (
        "The role may rds-db:connect, and the database refuses its tokens (PAM or password "
        "authentication failed): set EnableIAMDatabaseAuthentication to true."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/"
        "UsingWithRDS.IAMDBAuth.Enabling.html"
    )
    tags = ["resources", "rds", "iam", "wiring"]
    bad = """
Resources:
  Database: {Type: AWS::RDS::DBInstance, Properties: {StorageEncrypted: true}}
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: rds-db:connect
            Resource: !Sub "arn:${AWS::Partition}:rds-db:${AWS::Region}:${AWS::AccountId}:dbuser:\
              ${Database.DbiResourceId}/app"
"""
    good = bad.replace(
        "{StorageEncrypted", "{EnableIAMDatabaseAuthentication: true, StorageEncrypted"
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the databases whose users a statement names."""
        for statement in of_kind(model, "identity"):
            connects = any(covers_action(one, "rds-db:connect") for one in statement.actions)
            for resource in statement.resources if connects and statement.effect == "Allow" else ():
                for part in resource.parts:
                    database = resource.but(data=part).follow(*_IDS)
                    if database is None or not isinstance(part, Reference):
                        continue
                    cluster = any(True for _ in database.values("DBClusterIdentifier"))
                    off = [
                        value.absent or value.flag is False
                        for (value,) in database.cases("EnableIAMDatabaseAuthentication")
                    ]
                    if part.attribute == _IDS[database.type] and all(off) and not cluster:
                        yield Finding(
                            resource.path,
                            f"{database.logical_id} takes no IAM authentication; set its "
                            "EnableIAMDatabaseAuthentication to true",
                        )
