"""The same edge drawn in different ways: open and shut, for each kind of edge.

The rules' own tests go into the corners; here the shapes that templates have are compared.
"""

import pytest
from linting import ids

# --- load balancer -> tasks

PATH = """
Resources:
  Front: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: f%s}}
  Back: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: b%s}}
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Type: %s, Scheme: internal%s}
  Targets:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {TargetType: ip, Port: 8080, Protocol: %s}
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      Port: 80
      Protocol: %s
      DefaultActions: %s
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions: [{Name: web, PortMappings: [{ContainerPort: 8080}]}]
  Service:
    Type: AWS::ECS::Service
    DependsOn: %s
    Properties:
      TaskDefinition: !Ref Task
      LoadBalancers: [{TargetGroupArn: !Ref Targets, ContainerName: web, ContainerPort: 8080}]
      NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [s], SecurityGroups: [!Ref Back]}}
"""
FORWARD = "[{Type: forward, TargetGroupArn: !Ref Targets}]"
REFUSE = "[{Type: fixed-response, FixedResponseConfig: {StatusCode: '404'}}]"
RULE = """
  Rule:
    Type: AWS::ElasticLoadBalancingV2::ListenerRule
    Properties:
      ListenerArn: !Ref Listener
      Priority: 1
      Conditions: [{Field: path-pattern, Values: [/api]}]
      Actions: [{Type: forward, ForwardConfig: {TargetGroups: [{TargetGroupArn: !Ref Targets}]}}]
"""
GROUPS = ", SecurityGroups: [!Ref Front]"
IN = ", SecurityGroupIngress: [{IpProtocol: tcp, FromPort: 8080, ToPort: 8080, %s}]"
FROM_FRONT = IN % "SourceSecurityGroupId: !Ref Front"
FROM_BACK = IN % "SourceSecurityGroupId: !GetAtt Loop.GroupId"
FROM_RANGE = IN % "CidrIp: 10.0.0.0/8"
LOOP = """
  Loop: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: l}}
"""
SEPARATE_IN = """
  In:
    Type: AWS::EC2::SecurityGroupIngress
    Properties: {GroupId: !Ref Back, IpProtocol: tcp, FromPort: %s, ToPort: 9000,
                 SourceSecurityGroupId: !GetAtt Front.GroupId}
"""
SEPARATE_OUT = """
  Out:
    Type: AWS::EC2::SecurityGroupEgress
    Properties: {GroupId: !Ref Front, IpProtocol: tcp, FromPort: %s, ToPort: 9000,
                 DestinationSecurityGroupId: !Ref Back}
"""
ALB = ("application", "HTTP", "HTTP")
NLB = ("network", "TCP", "TCP")


@pytest.mark.parametrize(
    ("kind", "front", "back", "groups", "rule", "more", "reported"),
    [
        # application load balancer: inline, separate, through a rule
        (ALB, "", FROM_FRONT, GROUPS, False, "", False),
        (ALB, "", "", GROUPS, False, SEPARATE_IN % 8000, False),
        (ALB, "", FROM_FRONT, GROUPS, True, SEPARATE_OUT % 8000, False),
        (ALB, "", FROM_BACK, GROUPS, False, LOOP, True),
        (ALB, "", "", GROUPS, False, SEPARATE_IN % 8081, True),
        (ALB, "", FROM_FRONT, GROUPS, True, SEPARATE_OUT % 8081, True),
        # network load balancer with groups
        (NLB, "", FROM_FRONT, GROUPS, False, "", False),
        (NLB, "", "", GROUPS, False, SEPARATE_IN % 8080, False),
        (NLB, "", FROM_BACK, GROUPS, False, LOOP, True),
        (NLB, "", FROM_FRONT, GROUPS, False, SEPARATE_OUT % 8081, True),
        # network load balancer without: its addresses are not known, but none get in anywhere
        (NLB, "", FROM_RANGE, "", False, "", False),
        (NLB, "", FROM_BACK, "", False, LOOP, False),
    ],
)
def test_load_balancer_to_tasks(  # noqa: PLR0917 - the table's columns
    kind: tuple[str, str, str],
    front: str,
    back: str,
    groups: str,
    rule: bool,  # noqa: FBT001 - as above
    more: str,
    reported: bool,  # noqa: FBT001 - as above
) -> None:
    name, target, listener = kind
    actions, order = (REFUSE, "Rule") if rule else (FORWARD, "Listener")
    template = PATH % (front, back, name, groups, target, listener, actions, order)
    found = ids(template + (RULE if rule else "") + more)
    assert ("E9701" in found) is reported
    assert "E9101" not in found


# --- role -> secret, key, log group, image, parameter

ROLE = """
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: {AWS: !Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root'}
            Action: kms:*
            Resource: '*'
  Secret:
    Type: AWS::SecretsManager::Secret
    Properties: {Name: app/token, KmsKeyId: !Ref Key, GenerateSecretString: {}}
  Logs: {Type: AWS::Logs::LogGroup, Properties: {RetentionInDays: 7}}
  Repository: {Type: AWS::ECR::Repository, Properties: {}}
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: sts:AssumeRole}
      %s
  Task:
    Type: AWS::ECS::TaskDefinition
    %s
    Properties:
      ExecutionRoleArn: !GetAtt Role.Arn
      ContainerDefinitions:
        - Name: web
          Image: !Sub '${Repository.RepositoryUri}:1'
          Secrets:
            - {Name: TOKEN, ValueFrom: !Ref Secret}
            - {Name: LEVEL, ValueFrom: !Sub 'arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/app/level'}
          LogConfiguration:
            LogDriver: awslogs
            Options:
              awslogs-group: !Ref Logs
              awslogs-region: !Ref AWS::Region
              awslogs-stream-prefix: web
"""
PULL = "{Effect: Allow, Action: ecr:GetAuthorizationToken, Resource: '*'}"
IMAGE = (
    "{Effect: Allow, Action: [ecr:BatchCheckLayerAvailability, ecr:GetDownloadUrlForLayer, "
    "ecr:BatchGetImage], Resource: !GetAtt Repository.Arn}"
)
WRITE = (
    "{Effect: Allow, Action: [logs:CreateLogStream, logs:PutLogEvents], Resource: !GetAtt Logs.Arn}"
)
READ = "{Effect: Allow, Action: secretsmanager:GetSecretValue, Resource: !Ref Secret}"
DECRYPT = "{Effect: Allow, Action: kms:Decrypt, Resource: !GetAtt Key.Arn}"
LEVEL = (
    "{Effect: Allow, Action: 'ssm:GetParameter*', Resource: !Sub "
    "'arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/app/*'}"
)
ALL = (PULL, IMAGE, WRITE, READ, DECRYPT, LEVEL)
NEEDS = {
    PULL: "E9524",
    IMAGE: "E9524",
    WRITE: "E9523",
    READ: "E9501",
    DECRYPT: "E9525",
    LEVEL: "E9526",
}
DOCUMENT = "PolicyDocument: {Version: '2012-10-17', Statement: [%s]}"
INLINE = "Policies: [{PolicyName: p, %s}]"
POLICY = """
  Policy:
    Type: AWS::IAM::%s
    Properties: {%s, %s}
"""
ATTACHED = "Roles: [!Ref Role], PolicyName: p"
MANAGED = "ManagedPolicyArns: [!Ref Policy]"


def draw(shape: str, statements: tuple[str, ...]) -> str:
    document = DOCUMENT % ", ".join(statements)
    match shape:
        case "inline":
            return ROLE % (INLINE % document, "DependsOn: Logs")
        case "separate":
            return ROLE % ("Path: /", "DependsOn: Policy") + POLICY % ("Policy", ATTACHED, document)
        case "managed":
            return ROLE % (MANAGED, "DependsOn: Logs") + POLICY % (
                "ManagedPolicy",
                "Path: /",
                document,
            )
        case "managed by its own list":
            owner = "Roles: [!Ref Role]"
            return ROLE % ("Path: /", "DependsOn: Policy") + POLICY % (
                "ManagedPolicy",
                owner,
                document,
            )
    raise AssertionError(shape)


SHAPES = ["inline", "separate", "managed", "managed by its own list"]
ROLE_RULES = set(NEEDS.values())


@pytest.mark.parametrize("shape", SHAPES)
def test_a_role_that_may_all(shape: str) -> None:
    assert ROLE_RULES.isdisjoint(ids(draw(shape, ALL)))


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("left_out", ALL, ids=["token", "image", "logs", "secret", "key", "level"])
def test_a_role_that_lacks_one(shape: str, left_out: str) -> None:
    kept = tuple(statement for statement in ALL if statement != left_out)
    assert ROLE_RULES.intersection(ids(draw(shape, kept))) == {NEEDS[left_out]}


@pytest.mark.parametrize(
    ("statement", "reported"),
    [
        ("{Effect: Allow, Action: '*', Resource: '*'}", False),
        ("{Effect: Allow, Action: 'secretsmanager:Get*', Resource: '*'}", False),
        (
            (
                "{Effect: Allow, Action: secretsmanager:GetSecretValue, Resource: !Sub "
                "'arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:app/*'}"
            ),
            False,
        ),
        (
            (
                "{Effect: Allow, Action: secretsmanager:GetSecretValue, Resource: !Sub "
                "'arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:web/*'}"
            ),
            True,
        ),
        ("{Effect: Allow, Action: secretsmanager:DescribeSecret, Resource: '*'}", True),
        (f"{READ}, {{Effect: Deny, Action: 'secretsmanager:*', Resource: '*'}}", True),
    ],
)
def test_wildcards_names_and_denials(statement: str, reported: bool) -> None:  # noqa: FBT001 - a column of the table
    rest = (PULL, IMAGE, WRITE, DECRYPT, LEVEL)
    assert ("E9501" in ids(draw("inline", (*rest, statement)))) is reported


# --- names

NAMES = """
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Namespace:
    Type: AWS::ServiceDiscovery::PrivateDnsNamespace
    Properties: {Name: !Sub '${AWS::StackName}.internal', Vpc: !Ref Vpc}
  Registry:
    Type: AWS::ServiceDiscovery::Service
    Properties:
      Name: api
      NamespaceId: !Ref Namespace
      DnsConfig: {DnsRecords: [{Type: A, TTL: 10}]}
  Called:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref CalledTask
      ServiceRegistries: [{RegistryArn: !GetAtt Registry.Arn}]
  CalledTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions: [{Name: api, PortMappings: [{ContainerPort: 8081}]}]
  Caller:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions: [{Name: web, Environment: [{Name: URL, Value: %s}]}]
  Calls: {Type: AWS::ECS::Service, Properties: {TaskDefinition: !Ref Caller}}
"""


@pytest.mark.parametrize(
    ("address", "reported"),
    [
        ("!Sub 'http://api.${AWS::StackName}.internal:8081'", set()),
        ("!Join ['', ['http://api.', !Ref AWS::StackName, '.internal:8081/v1']]", set()),
        ("!Sub 'http://apis.${AWS::StackName}.internal:8081'", {"E9706"}),
        ("!Join ['', ['http://web.', !Ref AWS::StackName, '.internal:8081']]", {"E9706"}),
        ("!Sub 'http://api.${AWS::StackName}.internal:8080'", {"E9707"}),
        ("!Join ['', ['http://api.', !Ref AWS::StackName, '.internal/v1']]", {"E9707"}),
    ],
)
def test_addresses_in_the_stack_s_namespace(address: str, reported: set[str]) -> None:
    assert {"E9706", "E9707"}.intersection(ids(NAMES % address)) == reported
