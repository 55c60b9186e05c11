"""E9436."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.ecs import task_definitions
from axonflow_cfn.model.endpoints import ENDPOINT, needed, services
from axonflow_cfn.model.vpc import SUBNET, exits
from axonflow_cfn.rule import DeployabilityRule, Finding

_SUBNETS = "NetworkConfiguration.AwsvpcConfiguration.Subnets.*"


class IsolatedTasksLackEndpoint(DeployabilityRule):
    """Tasks without internet whose endpoints are not all there."""

    id = "E9436"
    shortdesc = "Tasks in isolated subnets lack a VPC endpoint that they need"
    description = (
        "Without a default route, tasks reach only what has an endpoint: ecr.api and ecr.dkr "
        "for the image, s3 for its layers, logs for the awslogs driver, secretsmanager or ssm "
        "for secrets. One of them missing stops every task with ResourceInitializationError or "
        "CannotPullContainerError."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html"
    tags = ["resources", "ecs", "ec2"]
    bad = """
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}
  Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
  Association:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: {RouteTableId: !Ref Table, SubnetId: !Ref Subnet}
  Storage:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: !Ref Vpc
      ServiceName: !Sub com.amazonaws.${AWS::Region}.s3
      RouteTableIds: [!Ref Table]
  Registry:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: !Ref Vpc
      VpcEndpointType: Interface
      ServiceName: !Sub com.amazonaws.${AWS::Region}.ecr.api
      SubnetIds: [!Ref Subnet]
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      RequiresCompatibilities: [FARGATE]
      Cpu: '256'
      Memory: '512'
      ExecutionRoleArn: !ImportValue role
      ContainerDefinitions:
        - {Name: web, Image: !Sub '${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/web:1'}
  Service:
    Type: AWS::ECS::Service
    Properties:
      LaunchType: FARGATE
      TaskDefinition: !Ref Task
      NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [!Ref Subnet]}}
"""
    good = (
        bad
        + """
  Images:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: !Ref Vpc
      VpcEndpointType: Interface
      ServiceName: !Sub com.amazonaws.${AWS::Region}.ecr.dkr
      SubnetIds: [!Ref Subnet]
"""
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare what tasks in isolated subnets use with the endpoints of the template."""
        endpoints = model.of_type(ENDPOINT)
        present = {name for endpoint in endpoints for name in services(endpoint)}
        if not endpoints or None in present:
            return
        for service in model.of_type("AWS::ECS::Service"):
            subnets = [value.follow(SUBNET) for value in service.values(_SUBNETS)]
            if not subnets or any(s is None or exits(s) != frozenset() for s in subnets):
                continue
            for task in task_definitions(service):
                for name, path in needed(task):
                    if name not in present:
                        yield Finding(
                            path,
                            f"{service.logical_id} runs in subnets without route out and the VPC "
                            "has no "
                            f"endpoint for {name}; add one",
                        )
