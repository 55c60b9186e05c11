"""E9702."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.paths import blocked
from axonflow_cfn.rule import DeployabilityRule, Finding


class ServiceCannotReachService(DeployabilityRule):
    """Security groups that keep one service from another whose address it has."""

    id = "E9702"
    shortdesc = "Security groups keep a service from another that it calls"
    description = (
        "An environment variable or secret holds the address of another service or load balancer "
        "of the template (its Cloud Map name, its Service Connect alias or its DNSName), but no "
        "security group lets the traffic through: every call times out. Allow the port out of the "
        "caller's groups and into those of the called one."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/interconnecting-services.html"
    )
    tags = ["resources", "ecs", "ec2", "wiring"]
    bad = """
Resources:
  AgentGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: agent}}
  WorkerGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: worker
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 8080, ToPort: 8080, SourceSecurityGroupId: !Ref AgentGroup}
  Namespace:
    Type: AWS::ServiceDiscovery::PrivateDnsNamespace
    Properties: {Name: !Sub '${AWS::StackName}.internal', Vpc: vpc-1}
  Discovery:
    Type: AWS::ServiceDiscovery::Service
    Properties:
      Name: worker
      NamespaceId: !Ref Namespace
      DnsConfig: {DnsRecords: [{Type: A, TTL: 10}]}
  WorkerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions: [{Name: worker, Image: w:1, PortMappings: [{ContainerPort: 8081}]}]
  Worker:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref WorkerTask
      ServiceRegistries: [{RegistryArn: !GetAtt Discovery.Arn}]
      NetworkConfiguration:
        AwsvpcConfiguration: {Subnets: [subnet-1], SecurityGroups: [!Ref WorkerGroup]}
  AgentTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: agent
          Image: a:1
          Environment:
            - {Name: WORKER_URL, Value: !Sub 'http://worker.${AWS::StackName}.internal:8081'}
  Agent:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref AgentTask
      NetworkConfiguration:
        AwsvpcConfiguration: {Subnets: [subnet-1], SecurityGroups: [!Ref AgentGroup]}
"""
    good = bad.replace("FromPort: 8080, ToPort: 8080", "FromPort: 8081, ToPort: 8081")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Ask the security groups about each address."""
        for path, problem in blocked(model, "service", "load balancer"):
            yield Finding(path, problem)
