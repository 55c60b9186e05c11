"""W9446."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

_TYPES = (
    "AWS::AmazonMQ::Broker",
    "AWS::DMS::ReplicationInstance",
    "AWS::Redshift::Cluster",
    "AWS::RedshiftServerless::Workgroup",
)


class StorePublic(DeployabilityRule):
    """A warehouse, broker or replication instance with a public address."""

    id = "W9446"
    shortdesc = "Warehouse, broker or replication instance has a public address"
    description = (
        "PubliclyAccessible: true gives it a public address; only security groups and passwords "
        "stand between its data and the internet. Set it to false: clients of the same VPC reach "
        "it by its private address."
    )
    source_url = "https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html"
    tags = ["resources", "security", "redshift", "amazonmq", "dms"]
    bad = """
Resources:
  Broker: {Type: AWS::AmazonMQ::Broker, Properties: {PubliclyAccessible: true}}
"""
    good = bad.replace("true", "false")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each of them; databases of RDS are another rule's."""
        for resource in model.of_type(*_TYPES):
            for public in resource.values("PubliclyAccessible"):
                if public.flag:
                    yield Finding(
                        public.path,
                        f"{resource.logical_id} has a public address; set PubliclyAccessible to "
                        "false",
                    )
