import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  PublicSubnets: {Type: List<AWS::EC2::Subnet::Id>}
  NonPublicSubnets: {Type: List<AWS::EC2::Subnet::Id>}
  PrivateSubnets: {Type: List<AWS::EC2::Subnet::Id>}
  Subnets: {Type: List<AWS::EC2::Subnet::Id>}
  Address: {Type: String, Default: DISABLED, AllowedValues: [DISABLED, ENABLED]}
  Scheme: {Type: String, Default: internet-facing, AllowedValues: [internal, internet-facing]}
"""
SERVICE = """  Service:
    Type: AWS::ECS::Service
    Properties:
      LAUNCH
      NetworkConfiguration: {AwsvpcConfiguration: {Subnets: BODY, AssignPublicIp: ADDRESS}}
"""
BALANCER = """  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Subnets: !Ref Subnets, Scheme: SCHEME}
"""
FARGATE = "LaunchType: FARGATE"
AT = "Resources/Service/Properties/NetworkConfiguration/AwsvpcConfiguration/Subnets"


def found(
    subnets: str, address: str = "DISABLED", launch: str = FARGATE, more: str = ""
) -> list[tuple[str, str]]:
    service = SERVICE.replace("LAUNCH", launch).replace("ADDRESS", address)
    return report(template(service + more, subnets, PARAMETERS), "W9144")


def message(subnet: str, why: str = "by its name") -> str:
    return (
        f"tasks get no public address in {subnet}, public {why}, and have no other way out; use "
        "private subnets"
    )


@pytest.mark.parametrize(
    ("subnets", "launch", "inside", "shown"),
    [
        ("!Ref PublicSubnets", FARGATE, "", "${PublicSubnets}"),
        (
            "!If [IsUsed, !Ref PublicSubnets, !Ref Subnets]",
            FARGATE,
            "/Fn::If/1",
            "${PublicSubnets}",
        ),
        ("[!Ref PublicSubnetA]", FARGATE, "/0", "subnet-1 (parameter PublicSubnetA)"),
        (
            "!Ref PublicSubnets",
            "CapacityProviderStrategy: [{CapacityProvider: FARGATE_SPOT}]",
            "",
            "${PublicSubnets}",
        ),
    ],
)
def test_public_by_name(subnets: str, launch: str, inside: str, shown: str) -> None:
    service = SERVICE.replace("LAUNCH", launch).replace("ADDRESS", "DISABLED")
    one = "  PublicSubnetA: {Type: String, Default: subnet-1, AllowedValues: [subnet-1]}\n"
    broken = template(service, subnets, PARAMETERS + one)
    assert report(broken, "W9144") == [(f"{AT}{inside}", message(shown))]


def test_public_as_a_balancer_is_there() -> None:
    why = "as the internet-facing Balancer is in it"
    for scheme in ("internet-facing", "!Ref AWS::NoValue"):
        more = BALANCER.replace("SCHEME", scheme)
        assert found("!Ref Subnets", more=more) == [(AT, message("${Subnets}", why))]
    for scheme in ("internal", "!Ref Scheme", "!Ref Any"):
        assert found("!Ref Subnets", more=BALANCER.replace("SCHEME", scheme)) == []
    # Over IPv6 tasks get out without a public address.
    dual = BALANCER.replace("SCHEME", "internet-facing, IpAddressType: dualstack")
    assert found("!Ref Subnets", more=dual) == []
    named = BALANCER.replace("!Ref Subnets", "!Ref PrivateSubnets")
    assert found("!Ref PrivateSubnets", more=named.replace("SCHEME", "internet-facing")) == []
    assert found("!ImportValue s", more=BALANCER.replace("SCHEME", "internet-facing")) == []


def test_tasks_on_a_schedule() -> None:
    schedule = """  Schedule:
    Type: AWS::Scheduler::Schedule
    Properties:
      Target:
        EcsParameters:
          LaunchType: FARGATE
          NetworkConfiguration: {AwsvpcConfiguration: {Subnets: BODY, AssignPublicIp: DISABLED}}
  Rule:
    Type: AWS::Events::Rule
    Properties:
      Targets:
        - EcsParameters:
            LaunchType: FARGATE
            NetworkConfiguration: {AwsVpcConfiguration: {Subnets: BODY, AssignPublicIp: DISABLED}}
"""
    told = report(template(schedule, "!Ref PublicSubnets", PARAMETERS), "W9144")
    assert [text for _, text in told] == [message("${PublicSubnets}")] * 2
    assert report(template(schedule, "!Ref Subnets", PARAMETERS), "W9144") == []


@pytest.mark.parametrize(
    ("subnets", "address", "launch"),
    [
        ("!Ref PublicSubnets", "ENABLED", FARGATE),
        ("!Ref PublicSubnets", "!Ref Address", FARGATE),
        ("!Ref PublicSubnets", "!If [IsUsed, DISABLED, ENABLED]", FARGATE),
        ("!Ref PublicSubnets", "!Ref AWS::NoValue", FARGATE),
        ("!Ref PublicSubnets", "DISABLED", "LaunchType: EC2"),
        ("!Ref PublicSubnets", "DISABLED", "LaunchType: !Ref Any"),
        ("!Ref PublicSubnets", "DISABLED", "DesiredCount: 1"),
        ("!Ref NonPublicSubnets", "DISABLED", FARGATE),
        ("!Ref Subnets", "DISABLED", FARGATE),
        ("!ImportValue PublicSubnets", "DISABLED", FARGATE),
    ],
)
def test_right_or_not_known(subnets: str, address: str, launch: str) -> None:
    assert found(subnets, address, launch) == []


def test_endpoints_and_routes_of_the_template() -> None:
    endpoint = "  Endpoint: {Type: AWS::EC2::VPCEndpoint, Properties: {ServiceName: x}}\n"
    assert found("!Ref PublicSubnets", more=endpoint) == []
    routed = """  PublicSubnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: v}}
  Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: v}}
  Association:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: {RouteTableId: !Ref Table, SubnetId: !Ref PublicSubnet}
"""
    assert found("[!Ref PublicSubnet]", more=routed) == []
