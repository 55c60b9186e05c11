"""The four security groups: each admits exactly the page's sources; all rules are inline."""

from typing import Any

from troposphere import GetAtt, Sub
from troposphere.ec2 import SecurityGroup, SecurityGroupRule

from axonflow_cfn import parameters as p
from axonflow_cfn.config import TemplateConfig
from axonflow_cfn.fragment import described, skipped
from axonflow_cfn.naming import name_tag, stack_named


def build_security_groups(config: TemplateConfig) -> tuple[SecurityGroup, ...]:
    """Return the groups of load balancer, agents, orchestrators and database, in that order."""
    anywhere = SecurityGroupRule(
        IpProtocol="-1", CidrIp="0.0.0.0/0", Description="All outbound traffic"
    )
    # Without any egress rule EC2 allows all of it, so the database gets one that reaches nothing.
    nowhere = SecurityGroupRule(
        IpProtocol="-1", CidrIp="127.0.0.1/32", Description="No outbound traffic"
    )
    load_balancer = _group(
        "LoadBalancerSecurityGroup",
        "alb-sg",
        "Lets clients reach the load balancer over HTTPS, and HTTP for the redirect.",
        ingress=[
            SecurityGroupRule(
                IpProtocol="tcp",
                FromPort=port,
                ToPort=port,
                CidrIp=p.ALLOWED_CIDR.ref,
                Description=description,
            )
            for port, description in ((443, "HTTPS from clients"), (80, "HTTP, redirected"))
        ],
        egress=anywhere,
        checkov=skipped("CKV_AWS_260", "Port 80 only redirects to HTTPS."),
    )
    agent = _group(
        "AgentSecurityGroup",
        "agent-sg",
        "Lets only the load balancer reach the agents.",
        ingress=[_from(load_balancer, config.agent.port, "Load balancer")],
        egress=anywhere,
    )
    orchestrator = _group(
        "OrchestratorSecurityGroup",
        "orchestrator-sg",
        "Lets only the agents reach the orchestrators.",
        ingress=[_from(agent, config.orchestrator.port, "Agents")],
        egress=anywhere,
    )
    database = _group(
        "DatabaseSecurityGroup",
        "db-sg",
        "Lets only agents and orchestrators reach the database.",
        ingress=[
            _from(agent, config.database.port, "Agents"),
            _from(orchestrator, config.database.port, "Orchestrators"),
        ],
        egress=nowhere,
    )
    return load_balancer, agent, orchestrator, database


def _group(
    title: str,
    identifier: str,
    sentence: str,
    *,
    ingress: list[SecurityGroupRule],
    egress: SecurityGroupRule,
    **scanners: Any,  # noqa: ANN401 each scanner's own shape
) -> SecurityGroup:
    return SecurityGroup(
        title,
        Metadata=described(sentence, **scanners),
        GroupName=stack_named(identifier),
        # Changing a description replaces the group, so it says no more than the name does.
        GroupDescription=Sub(f"AxonFlow ${{AWS::StackName}}-{identifier}"),
        VpcId=p.VPC_ID.ref,
        SecurityGroupIngress=ingress,
        SecurityGroupEgress=[egress],
        Tags=name_tag(identifier),
    )


def _from(source: SecurityGroup, port: int, who: str) -> SecurityGroupRule:
    return SecurityGroupRule(
        IpProtocol="tcp",
        FromPort=port,
        ToPort=port,
        SourceSecurityGroupId=GetAtt(source.title, "GroupId"),
        Description=who,
    )
