"""W9418."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.vpc import SUBNET, exits
from axonflow_cfn.rule import DeployabilityRule, Finding


class PublicIpInPrivateSubnet(DeployabilityRule):
    """Public addresses for tasks that should be private."""

    id = "W9418"
    shortdesc = "Tasks in private subnets get public IP addresses"
    description = (
        "Where a NAT gateway is the way out, a public address costs money and does nothing; "
        "where the subnet turns out to be public, the tasks are open to whatever their "
        "security group lets in. Set AssignPublicIp to DISABLED."
    )
    source_url = "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html"
    tags = ["resources", "ecs", "security"]
    bad = """
Parameters:
  PrivateSubnet: {Type: AWS::EC2::Subnet::Id}
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties:
      LaunchType: FARGATE
      TaskDefinition: !ImportValue task
      NetworkConfiguration:
        AwsvpcConfiguration: {Subnets: [!Ref PrivateSubnet], AssignPublicIp: ENABLED}
"""
    good = bad.replace("ENABLED", "DISABLED")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at services, scheduled tasks and task sets with public addresses."""
        for service in model.of_type("AWS::ECS::Service", "AWS::ECS::TaskSet"):
            for config in service.values("NetworkConfiguration.AwsvpcConfiguration"):
                for public, listed in config.cases("AssignPublicIp", "Subnets"):
                    if public.text != "ENABLED":
                        continue
                    for subnet_id in listed.values("*"):
                        if _private(subnet_id):
                            yield Finding(
                                public.path,
                                f"tasks get public addresses in the private {subnet_id.shown}; "
                                "set AssignPublicIp to DISABLED",
                            )


def _private(subnet_id: Value) -> bool:
    """Whether a subnet is private by its routes or, failing that, by its name."""
    subnet = subnet_id.follow(SUBNET)
    found = exits(subnet) if subnet else None
    if found is not None:
        return found == {"nat"}
    names = {*subnet_id.sources, subnet.logical_id if subnet else ""}
    return any("private" in name.lower() for name in names)
