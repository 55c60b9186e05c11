"""E9704."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.paths import blocked
from axonflow_cfn.rule import DeployabilityRule, Finding


class ClientCannotReachCache(DeployabilityRule):
    """Security groups that keep a service or function from its cache."""

    id = "E9704"
    shortdesc = "Security groups keep a service or function from its cache"
    description = (
        "An environment variable or secret holds the address of an ElastiCache cluster of the "
        "template, but no security group lets the traffic through, or the function is not in a VPC "
        "at all: every connection times out. Allow the cache's port (6379, memcached 11211) out of "
        "the client's groups and into those of the cache."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/elasticache-vpc-accessing.html"
    )
    tags = ["resources", "ecs", "lambda", "elasticache", "ec2", "wiring"]
    bad = """
Resources:
  FunctionGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: function}}
  CacheGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: cache
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 11211
          ToPort: 11211
          SourceSecurityGroupId: !Ref FunctionGroup
  Cache:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupDescription: sessions
      Engine: redis
      SecurityGroupIds: [!Ref CacheGroup]
  Function:
    Type: AWS::Lambda::Function
    Properties:
      VpcConfig: {SubnetIds: [subnet-1], SecurityGroupIds: [!Ref FunctionGroup]}
      Environment:
        Variables: {REDIS_URL: !Sub 'redis://${Cache.PrimaryEndPoint.Address}:6379'}
"""
    good = bad.replace("11211", "6379")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Ask the security groups about each address."""
        for path, problem in blocked(model, "cache"):
            yield Finding(path, problem)
