"""E9422."""

from collections.abc import Iterator
from itertools import pairwise

from axonflow_cfn.model import UNKNOWN, Reference, Resource, Symbol, TemplateModel, Value
from axonflow_cfn.model.ecs import runs_on_fargate, task_definitions
from axonflow_cfn.model.endpoints import ENDPOINT, needed, services
from axonflow_cfn.model.security_groups import attached, can_reach
from axonflow_cfn.model.vpc import SUBNET, vpcs
from axonflow_cfn.rule import DeployabilityRule, Finding

_USED = {"ecr.api", "ecr.dkr", "logs", "secretsmanager", "ssm"}
"""Endpoint services without which a task does not start."""


class EndpointClosedToTasks(DeployabilityRule):
    """An endpoint whose security group keeps the tasks out."""

    id = "E9422"
    shortdesc = "Security groups keep tasks from a VPC endpoint"
    description = (
        "With private DNS on, the names of the service lead to the endpoint and nowhere else, "
        "so tasks that its security groups do not let in on TCP port 443 can not pull images, "
        "read secrets or write logs. Allow the groups of the tasks."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html"
    tags = ["resources", "ec2", "ecs"]
    bad = """
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16, EnableDnsHostnames: true}}
  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}
  TaskGroup:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: Tasks, VpcId: !Ref Vpc}
  EndpointGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Endpoint
      VpcId: !Ref Vpc
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 80, ToPort: 80, SourceSecurityGroupId: !Ref TaskGroup}
  Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: !Ref Vpc
      ServiceName: !Sub com.amazonaws.${AWS::Region}.ecr.dkr
      VpcEndpointType: Interface
      PrivateDnsEnabled: true
      SecurityGroupIds: [!Ref EndpointGroup]
  Service:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !ImportValue task
      NetworkConfiguration:
        AwsvpcConfiguration: {Subnets: [!Ref Subnet], SecurityGroups: [!Ref TaskGroup]}
"""
    good = bad.replace("FromPort: 80, ToPort: 80", "FromPort: 443, ToPort: 443")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the groups of each endpoint with those of every service in its VPC."""
        for endpoint in model.of_type(ENDPOINT):
            if not services(endpoint) <= _USED or not _private_dns(endpoint):
                continue
            for service in model.of_type("AWS::ECS::Service"):
                if not _serves(endpoint, service):
                    continue
                for value in endpoint.values("SecurityGroupIds"):
                    for targets in value.elements():
                        for sources in attached(service):
                            if targets and can_reach(sources, targets, 443) is False:
                                yield Finding(
                                    targets[0].path,
                                    f"{service.logical_id} can't reach {endpoint.logical_id} on "
                                    "TCP "
                                    "port 443; let its security group in",
                                )


def _private_dns(endpoint: Resource) -> bool:
    found = list(endpoint.cases("VpcEndpointType", "PrivateDnsEnabled"))
    return all(kind.text == "Interface" and private.flag for kind, private in found)


def _serves(endpoint: Resource, service: Resource) -> bool:
    """Whether an endpoint certainly is in the VPC of tasks that need it."""
    tasks = list(task_definitions(service))
    mine = {vpc.parts for vpc in vpcs(endpoint)}
    if len(mine) != 1 or () in mine or (UNKNOWN,) in mine:
        return False
    by_subnet = {vpc.parts for vpc in _vpcs(service, _SUBNETS, SUBNET)}
    # Tasks of instances fetch images and send logs from the instance's own groups.
    needs = {name for task in tasks if runs_on_fargate(service, task) for name in _needs(task)}
    if not tasks:
        return mine == by_subnet and isinstance(next(iter(mine))[0], Reference)
    theirs = by_subnet or {vpc.parts for vpc in _vpcs(service, _GROUPS, _GROUP)}
    return mine == theirs and bool(services(endpoint) & needs)


def _vpcs(service: Resource, path: str, kind: str) -> Iterator[Value]:
    """The VPCs that the subnets or groups of a service are in: they must be in the same."""
    for value in service.values(path):
        found = value.follow(kind)
        yield from vpcs(found) if found else ()


def _needs(task: Resource) -> Iterator[str]:
    """What tasks ask of the endpoints of their own Region."""
    for name, path in needed(task):
        elsewhere = name.startswith("ecr.") and not any(
            _is_regional(image) for image in task.values(_IMAGES) if image.path == path
        )
        if not elsewhere:
            yield name


def _is_regional(image: Value) -> bool:
    """Whether an image is of the stack's own Region: no other has its names at the endpoint."""
    return any(
        isinstance(part, str) and part.endswith(".dkr.ecr.") and after == Symbol("AWS::Region")
        for part, after in pairwise(image.parts)
    )


_GROUP = "AWS::EC2::SecurityGroup"
_GROUPS = "NetworkConfiguration.AwsvpcConfiguration.SecurityGroups.*"
_IMAGES = "ContainerDefinitions.*.Image"
_SUBNETS = "NetworkConfiguration.AwsvpcConfiguration.Subnets.*"
