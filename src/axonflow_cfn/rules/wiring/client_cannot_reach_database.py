"""E9703."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.paths import blocked
from axonflow_cfn.rule import DeployabilityRule, Finding


class ClientCannotReachDatabase(DeployabilityRule):
    """Security groups that keep a service or function from its database."""

    id = "E9703"
    shortdesc = "Security groups keep a service or function from its database"
    description = (
        "An environment variable or secret holds the address of a database of the template, but "
        "no security group lets the traffic through, or the function is not in a VPC at all: every "
        "connection times out. Allow the port of the database out of the client's groups and into "
        "those of the database."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html"
    )
    tags = ["resources", "ecs", "lambda", "rds", "ec2", "wiring"]
    bad = """
Resources:
  TaskGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: tasks}}
  DatabaseGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: db}}
  Rule:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: !Ref DatabaseGroup
      IpProtocol: tcp
      FromPort: 3306
      ToPort: 3306
      SourceSecurityGroupId: !Ref TaskGroup
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {Engine: postgres, VPCSecurityGroups: [!Ref DatabaseGroup]}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: web
          Image: web:1
          Environment: [{Name: DB_HOST, Value: !GetAtt Database.Endpoint.Address}]
  Service:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref Task
      NetworkConfiguration:
        AwsvpcConfiguration: {Subnets: [subnet-1], SecurityGroups: [!Ref TaskGroup]}
"""
    good = bad.replace("3306", "5432")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Ask the security groups about each address."""
        for path, problem in blocked(model, "database"):
            yield Finding(path, problem)
