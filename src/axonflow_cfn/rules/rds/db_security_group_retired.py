"""E9319."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

_TYPES = ("AWS::RDS::DBSecurityGroup", "AWS::RDS::DBSecurityGroupIngress")


class DbSecurityGroupRetired(DeployabilityRule):
    """A security group of the network that AWS has switched off."""

    id = "E9319"
    shortdesc = "DB security groups went with EC2-Classic"
    description = (
        "DB security groups belong to EC2-Classic, which AWS retired in 2022; RDS refuses them. "
        "Name an AWS::EC2::SecurityGroup in VPCSecurityGroups."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-rds-dbinstance.html#cfn-rds-dbinstance-dbsecuritygroups"
    )
    tags = ["resources", "rds"]
    bad = """
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {Engine: postgres, DBSecurityGroups: [default]}
"""
    good = bad.replace("DBSecurityGroups: [default]", "VPCSecurityGroups: [sg-12345678]")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for the groups, and for databases that name one."""
        for group in model.of_type(*_TYPES):
            yield Finding(
                group.path, f"{group.logical_id} is of EC2-Classic; use AWS::EC2::SecurityGroup"
            )
        for database in model.of_type("AWS::RDS::DBInstance"):
            for groups in database.values("DBSecurityGroups"):
                if groups.data != []:
                    yield Finding(
                        groups.path, "DBSecurityGroups is of EC2-Classic; use VPCSecurityGroups"
                    )
