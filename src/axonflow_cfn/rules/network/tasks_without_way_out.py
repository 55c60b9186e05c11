"""E9417."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.model.ecs import runs_on_fargate, task_definitions
from axonflow_cfn.model.endpoints import ENDPOINT
from axonflow_cfn.model.vpc import SUBNET, exits
from axonflow_cfn.rule import DeployabilityRule, Finding


class TasksWithoutWayOut(DeployabilityRule):
    """Fargate tasks that can not fetch their image."""

    id = "E9417"
    shortdesc = "Fargate tasks have no route to the registry"
    description = (
        "Tasks stop with ResourceInitializationError or CannotPullContainerError. A default "
        "route to an internet gateway helps only tasks with AssignPublicIp ENABLED, one to a "
        "NAT gateway only those without need of it; with neither, the VPC needs endpoints for "
        "ecr.api, ecr.dkr, s3 and whatever else the tasks use (logs, secretsmanager)."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html"
    )
    tags = ["resources", "ecs", "ec2"]
    bad = """
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Gateway: {Type: AWS::EC2::InternetGateway}
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties: {VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway}
  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}
  Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
  Association:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: {RouteTableId: !Ref Table, SubnetId: !Ref Subnet}
  Route:
    Type: AWS::EC2::Route
    DependsOn: [Attachment]
    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway}
  Service:
    Type: AWS::ECS::Service
    Properties:
      LaunchType: FARGATE
      TaskDefinition: !ImportValue task
      NetworkConfiguration:
        AwsvpcConfiguration: {Subnets: [!Ref Subnet], AssignPublicIp: DISABLED}
"""
    good = bad.replace("DISABLED", "ENABLED")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Follow the subnets of each Fargate service to their routes."""
        for service in model.of_type("AWS::ECS::Service"):
            if not _on_fargate(service):
                continue
            for config in service.values("NetworkConfiguration.AwsvpcConfiguration"):
                for public, listed in config.cases("AssignPublicIp", "Subnets"):
                    for subnets in listed.elements():
                        for subnet_id in subnets:
                            subnet = subnet_id.follow(SUBNET)
                            problem = _problem(public, exits(subnet)) if subnet else ""
                            if problem:
                                yield Finding(subnet_id.path, f"{subnet_id.shown} {problem}")


def _on_fargate(service: Resource) -> bool:
    launch = {value.text for value in service.values("LaunchType")}
    tasks = list(task_definitions(service))
    strategy = any(service.values("CapacityProviderStrategy"))
    if launch == {"FARGATE"}:
        return True
    return (
        bool(tasks)
        and not launch
        and not strategy
        and all(runs_on_fargate(service, task) for task in tasks)
    )


def _problem(public: Value, found: frozenset[str] | None) -> str:
    """What keeps tasks in a subnet from the registry; '' if nothing certainly does."""
    if found is None or "other" in found or public.model.of_type(ENDPOINT):
        return ""
    given = public.text == "ENABLED"
    if not given and not (public.absent or public.text == "DISABLED"):
        return ""
    if not found:
        return "has no route out, so tasks can't pull their image; route it to a NAT gateway"
    if found == {"internet"} and not given:
        return (
            "routes to an internet gateway, which serves only tasks with a public address; "
            "use a subnet behind a NAT gateway, or AssignPublicIp ENABLED"
        )
    return ""
