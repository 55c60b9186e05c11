"""Network: security groups, load balancer, certificate, names and service discovery."""

from collections.abc import Sequence
from dataclasses import dataclass

from troposphere import AWSHelperFn, GetAtt, If, NoValue, Output, Ref, Sub
from troposphere import elasticloadbalancingv2 as elb

from axonflow_cfn import parameters as p
from axonflow_cfn.config import TemplateConfig
from axonflow_cfn.fragment import Fragment, Rule, described, skipped
from axonflow_cfn.layers import certificate, discovery, security_groups
from axonflow_cfn.naming import name_tag, stack_named

LOAD_BALANCER = "LoadBalancer"
HTTPS_LISTENER = "HttpsListener"
_SUBNETS = (p.PRIVATE_SUBNET_1, p.PRIVATE_SUBNET_2)


@dataclass(frozen=True, kw_only=True)
class Network:
    """Handles of the network layer.

    Attributes:
        subnets: the two private subnets.
        agent_security_group: id of the agents' group.
        orchestrator_security_group: id of the orchestrators' group.
        database_security_group: id of the database's group.
        load_balancer: ARN of the load balancer.
        agent_target_group: ARN of the target group agents register in.
        https_listener: logical id of the listener that forwards to it (for DependsOn).
        load_balancer_full_name: the load balancer's CloudWatch dimension.
        agent_target_group_full_name: the target group's CloudWatch dimension.
        orchestrator_registry: ARN of the Cloud Map service orchestrators register in.
        orchestrator_url: where agents reach the orchestrators.
        fragment: the layer's share of the template.
    """

    subnets: Sequence[Ref]
    agent_security_group: AWSHelperFn
    orchestrator_security_group: AWSHelperFn
    database_security_group: AWSHelperFn
    load_balancer: AWSHelperFn
    agent_target_group: AWSHelperFn
    https_listener: str
    load_balancer_full_name: AWSHelperFn
    agent_target_group_full_name: AWSHelperFn
    orchestrator_registry: AWSHelperFn
    orchestrator_url: AWSHelperFn
    fragment: Fragment


def build_network(config: TemplateConfig) -> Network:
    """Build security groups, load balancer, certificate, names and service discovery."""
    groups = security_groups.build_security_groups(config)
    load_balancer_group, agent_group, orchestrator_group, database_group = (
        GetAtt(group.title, "GroupId") for group in groups
    )
    subnets = tuple(subnet.ref for subnet in _SUBNETS)
    load_balancer = _load_balancer(load_balancer_group, subnets)
    target_group = _agent_target_group(config)
    naming = certificate.build_naming(LOAD_BALANCER)
    https, http = _listeners(target_group, naming.certificate_arn)
    found = discovery.build_discovery(config)
    return Network(
        subnets=subnets,
        agent_security_group=agent_group,
        orchestrator_security_group=orchestrator_group,
        database_security_group=database_group,
        load_balancer=Ref(LOAD_BALANCER),
        agent_target_group=Ref(target_group.title),
        https_listener=HTTPS_LISTENER,
        load_balancer_full_name=GetAtt(LOAD_BALANCER, "LoadBalancerFullName"),
        agent_target_group_full_name=GetAtt(target_group.title, "TargetGroupFullName"),
        orchestrator_registry=found.registry_arn,
        orchestrator_url=found.url,
        fragment=Fragment(
            params=(
                p.VPC_ID,
                *_SUBNETS,
                p.ALLOWED_CIDR,
                p.CERTIFICATE_ARN,
                p.PRIVATE_CA_ARN,
                p.HOSTED_ZONE_ID,
                p.DOMAIN_NAME,
                p.ACCESS_LOGS_BUCKET,
            ),
            conditions=(
                p.USE_PRIVATE_CA,
                p.USE_HOSTED_ZONE,
                p.HAS_DOMAIN_NAME,
                p.HAS_AGENT_URL,
                p.HAS_ACCESS_LOGS_BUCKET,
            ),
            rules=(_subnet_rule(), certificate.certificate_rule()),
            resources=(
                *groups,
                load_balancer,
                target_group,
                *naming.resources,
                https,
                http,
                *found.resources,
            ),
            outputs=(
                Output(
                    "AgentEndpoint",
                    Description="HTTPS endpoint for Agent API",
                    Value=Sub(f"https://${{{LOAD_BALANCER}.DNSName}}"),
                ),
                Output(
                    "AgentUrl",
                    Condition=p.HAS_AGENT_URL.name,
                    Description="URL for Agent API whose host the certificate names",
                    Value=naming.agent_url,
                ),
            ),
        ),
    )


def _load_balancer(security_group: GetAtt, subnets: Sequence[Ref]) -> elb.LoadBalancer:
    attributes = {
        "idle_timeout.timeout_seconds": "60",
        "routing.http2.enabled": "true",
        "routing.http.drop_invalid_header_fields.enabled": "true",
        "load_balancing.cross_zone.enabled": "true",
        "deletion_protection.enabled": "false",
        # Always stated: leaving it out on an update would not switch the logs off.
        "access_logs.s3.enabled": p.HAS_ACCESS_LOGS_BUCKET.choose("true", "false"),
    }
    bucket = elb.LoadBalancerAttributes(Key="access_logs.s3.bucket", Value=p.ACCESS_LOGS_BUCKET.ref)
    return elb.LoadBalancer(
        LOAD_BALANCER,
        Metadata=described(
            "Internal load balancer in front of the agents.",
            checkov=skipped("CKV_AWS_91", "On once AccessLogsBucket is given."),
        ),
        Name=stack_named("alb"),
        Type="application",
        Scheme="internal",
        Subnets=list(subnets),
        SecurityGroups=[security_group],
        LoadBalancerAttributes=[
            *(
                elb.LoadBalancerAttributes(Key=key, Value=value)
                for key, value in attributes.items()
            ),
            If(p.HAS_ACCESS_LOGS_BUCKET.name, bucket, NoValue),
        ],
        Tags=name_tag("alb"),
    )


def _agent_target_group(config: TemplateConfig) -> elb.TargetGroup:
    return elb.TargetGroup(
        "AgentTargetGroup",
        Metadata=described("The agent tasks the load balancer forwards to."),
        Name=stack_named("tg"),
        TargetType="ip",
        Protocol="HTTP",
        ProtocolVersion="HTTP1",
        Port=config.agent.port,
        VpcId=p.VPC_ID.ref,
        HealthCheckProtocol="HTTP",
        HealthCheckPath="/health",
        HealthCheckIntervalSeconds=30,
        HealthCheckTimeoutSeconds=5,
        HealthyThresholdCount=2,
        # Five misses 30 s apart give a starting agent 150 s for its migrations.
        UnhealthyThresholdCount=5,
        TargetGroupAttributes=[
            elb.TargetGroupAttribute(Key="deregistration_delay.timeout_seconds", Value="300")
        ],
        Tags=name_tag("tg"),
    )


def _listeners(
    target_group: elb.TargetGroup, certificate_arn: AWSHelperFn
) -> tuple[elb.Listener, elb.Listener]:
    https = elb.Listener(
        HTTPS_LISTENER,
        Metadata=described("Terminates TLS 1.2 or 1.3 and forwards to the agents."),
        LoadBalancerArn=Ref(LOAD_BALANCER),
        Port=443,
        Protocol="HTTPS",
        SslPolicy="ELBSecurityPolicy-TLS13-1-2-2021-06",
        Certificates=[elb.Certificate(CertificateArn=certificate_arn)],
        DefaultActions=[elb.Action(Type="forward", TargetGroupArn=Ref(target_group.title))],
    )
    http = elb.Listener(
        "HttpListener",
        Metadata=described("Redirects plain HTTP to HTTPS."),
        LoadBalancerArn=Ref(LOAD_BALANCER),
        Port=80,
        Protocol="HTTP",
        DefaultActions=[
            elb.Action(
                Type="redirect",
                RedirectConfig=elb.RedirectConfig(
                    Protocol="HTTPS", Port="443", StatusCode="HTTP_301"
                ),
            )
        ],
    )
    return https, http


def _subnet_rule() -> Rule:
    # Fn::ValueOf names each subnet: AWS's pages disagree on whether Fn::ValueOfAll looks at the
    # parameters or at everything in the account.
    vpcs, zones = (
        [{"Fn::ValueOf": [subnet.name, attribute]} for subnet in _SUBNETS]
        for attribute in ("VpcId", "AvailabilityZone")
    )
    return Rule(
        "Subnets",
        (
            (
                {"Fn::EachMemberEquals": [vpcs, p.VPC_ID.ref.to_dict()]},
                "Choose PrivateSubnet1 and PrivateSubnet2 from the VPC chosen in VpcId.",
            ),
            (
                {"Fn::Not": [{"Fn::EachMemberEquals": [zones[:1], zones[1]]}]},
                "Choose PrivateSubnet1 and PrivateSubnet2 in different Availability Zones.",
            ),
        ),
    )
