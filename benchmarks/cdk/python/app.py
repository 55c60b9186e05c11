"""The nearest equivalent of the stock template, as one writes it with AWS CDK."""

from typing import Any

import aws_cdk as cdk
from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_cloudwatch_actions as actions
from aws_cdk import aws_ec2 as ec2
from aws_cdk import aws_ecs as ecs
from aws_cdk import aws_elasticloadbalancingv2 as elb
from aws_cdk import aws_iam as iam
from aws_cdk import aws_logs as logs
from aws_cdk import aws_rds as rds
from aws_cdk import aws_route53 as route53
from aws_cdk import aws_route53_targets as targets
from aws_cdk import aws_secretsmanager as secretsmanager
from aws_cdk import aws_servicediscovery as discovery
from aws_cdk import aws_sns as sns

REGISTRY = "709825985650.dkr.ecr.us-east-1.amazonaws.com/axonflow"
seconds = cdk.Duration.seconds
minutes = cdk.Duration.minutes

app = cdk.App()
stack = cdk.Stack(app, "AxonFlow", synthesizer=cdk.BootstraplessSynthesizer())


def parameter(name: str, **props: Any) -> str:
    return cdk.CfnParameter(stack, name, **props).value_as_string


def count(name: str, value: int) -> float:
    return cdk.CfnParameter(
        stack, name, type="Number", default=value, min_value=1, max_value=50
    ).value_as_number


def named(suffix: str) -> str:
    return f"{cdk.Aws.STACK_NAME}-{suffix}"


tier = parameter("PricingTier", default="Growth", allowed_values=["Pilot", "Growth", "Enterprise"])
subnets = [
    parameter(name, type="AWS::EC2::Subnet::Id") for name in ("PrivateSubnet1", "PrivateSubnet2")
]
vpc = ec2.Vpc.from_vpc_attributes(
    stack,
    "Vpc",
    vpc_id=parameter("VpcId", type="AWS::EC2::VPC::Id"),
    availability_zones=["a", "b"],
    private_subnet_ids=subnets,
)
private = ec2.SubnetSelection(subnets=vpc.private_subnets)
clients = parameter("AllowedCidr", default="0.0.0.0/0")
hosted_zone_id = parameter("HostedZoneId")
domain_name = parameter("DomainName")
agents = count("AgentDesiredCount", 5)
orchestrators = count("OrchestratorDesiredCount", 10)
instance_class = parameter("DBInstanceClass", default="db.t3.medium")
alarm_topic = sns.Topic.from_topic_arn(stack, "AlarmTopic", parameter("AlarmTopicArn"))
tiers = cdk.CfnMapping(
    stack,
    "Tiers",
    mapping={
        "Pilot": {"MaxRequests": "50000"},
        "Growth": {"MaxRequests": "500000"},
        "Enterprise": {"MaxRequests": "-1"},
    },
)


def group(name: str, suffix: str, *, allow_all_outbound: bool = True) -> ec2.SecurityGroup:
    return ec2.SecurityGroup(
        stack,
        name,
        vpc=vpc,
        allow_all_outbound=allow_all_outbound,
        security_group_name=named(suffix),
    )


balancer_group = group("LoadBalancerSecurityGroup", "alb-sg")
agent_group = group("AgentSecurityGroup", "agent-sg")
orchestrator_group = group("OrchestratorSecurityGroup", "orchestrator-sg")
database_group = group("DatabaseSecurityGroup", "db-sg", allow_all_outbound=False)
balancer_group.add_ingress_rule(ec2.Peer.ipv4(clients), ec2.Port.tcp(443))
balancer_group.add_ingress_rule(ec2.Peer.ipv4(clients), ec2.Port.tcp(80))
agent_group.add_ingress_rule(balancer_group, ec2.Port.tcp(8080))
orchestrator_group.add_ingress_rule(agent_group, ec2.Port.tcp(8081))
database_group.add_ingress_rule(agent_group, ec2.Port.tcp(5432))
database_group.add_ingress_rule(orchestrator_group, ec2.Port.tcp(5432))

zone = route53.HostedZone.from_hosted_zone_attributes(
    stack, "Zone", hosted_zone_id=hosted_zone_id, zone_name=domain_name
)
certificate = acm.Certificate(
    stack,
    "Certificate",
    domain_name=domain_name,
    validation=acm.CertificateValidation.from_dns(zone),
)
balancer = elb.ApplicationLoadBalancer(
    stack,
    "LoadBalancer",
    vpc=vpc,
    load_balancer_name=named("alb"),
    security_group=balancer_group,
    internet_facing=False,
    drop_invalid_header_fields=True,
    idle_timeout=seconds(60),
    vpc_subnets=private,
)
route53.ARecord(
    stack,
    "Alias",
    zone=zone,
    target=route53.RecordTarget.from_alias(targets.LoadBalancerTarget(balancer)),
)
target_group = elb.ApplicationTargetGroup(
    stack,
    "AgentTargetGroup",
    vpc=vpc,
    target_group_name=named("tg"),
    target_type=elb.TargetType.IP,
    port=8080,
    protocol=elb.ApplicationProtocol.HTTP,
    deregistration_delay=seconds(300),
    health_check=elb.HealthCheck(
        path="/health",
        interval=seconds(30),
        timeout=seconds(5),
        healthy_threshold_count=2,
        unhealthy_threshold_count=5,
    ),
)
listener = balancer.add_listener(
    "Https",
    port=443,
    open=False,
    certificates=[certificate],
    ssl_policy=elb.SslPolicy.TLS13_RES,
    default_target_groups=[target_group],
)
balancer.add_listener(
    "Http",
    port=80,
    open=False,
    default_action=elb.ListenerAction.redirect(protocol="HTTPS", port="443", permanent=True),
)

database = rds.DatabaseInstance(
    stack,
    "Database",
    vpc=vpc,
    instance_identifier=named("db"),
    database_name="axonflow",
    engine=rds.DatabaseInstanceEngine.postgres(version=rds.PostgresEngineVersion.VER_15),
    instance_type=ec2.InstanceType(cdk.Fn.select(1, cdk.Fn.split("db.", instance_class))),
    credentials=rds.Credentials.from_generated_secret("axonflow"),
    parameters={"rds.force_ssl": "1"},
    allocated_storage=100,
    storage_type=rds.StorageType.GP3,
    storage_encrypted=True,
    multi_az=True,
    security_groups=[database_group],
    vpc_subnets=private,
    backup_retention=cdk.Duration.days(7),
    preferred_backup_window="03:00-04:00",
    preferred_maintenance_window="sun:04:00-sun:05:00",
    monitoring_interval=seconds(60),
    enable_performance_insights=True,
    cloudwatch_logs_exports=["postgresql"],
    iam_authentication=True,
    removal_policy=cdk.RemovalPolicy.SNAPSHOT,
)
database.node.add_dependency(listener)
assert database.secret is not None
password = database.secret.secret_value_from_json("password").unsafe_unwrap()
host = database.instance_endpoint.hostname
database_url = secretsmanager.Secret(
    stack,
    "DatabaseUrl",
    secret_name=named("db-url"),
    secret_string_value=cdk.SecretValue.unsafe_plain_text(
        f"postgresql://axonflow:{password}@{host}:5432/axonflow?sslmode=require"
    ),
)

namespace = discovery.PrivateDnsNamespace(
    stack, "Namespace", vpc=vpc, name=f"{cdk.Aws.STACK_NAME}.axonflow.internal"
)
cluster = ecs.Cluster(
    stack,
    "Cluster",
    vpc=vpc,
    cluster_name=named("cluster"),
    container_insights_v2=ecs.ContainerInsights.ENABLED,
    enable_fargate_capacity_providers=True,
)
task_role = iam.Role(stack, "TaskRole", assumed_by=iam.ServicePrincipal("ecs-tasks.amazonaws.com"))
task_role.add_to_policy(
    iam.PolicyStatement(
        actions=["cloudwatch:PutMetricData"],
        resources=["*"],
        conditions={"StringEquals": {"cloudwatch:namespace": "AxonFlow"}},
    )
)
execution_role = iam.Role(
    stack,
    "ExecutionRole",
    assumed_by=iam.ServicePrincipal("ecs-tasks.amazonaws.com"),
    managed_policies=[
        iam.ManagedPolicy.from_aws_managed_policy_name(
            "service-role/AmazonECSTaskExecutionRolePolicy"
        )
    ],
)


def service(
    name: str, port: int, capacity: float, security_group: ec2.SecurityGroup, **options: Any
) -> ecs.FargateService:
    log_group = logs.LogGroup(
        stack,
        f"{name}Logs",
        log_group_name=f"/ecs/{cdk.Aws.STACK_NAME}/{name}",
        retention=logs.RetentionDays.ONE_MONTH,
        removal_policy=cdk.RemovalPolicy.DESTROY,
    )
    log_group.grant_write(task_role)
    task = ecs.FargateTaskDefinition(
        stack,
        f"{name}Task",
        family=named(name),
        cpu=1024,
        memory_limit_mib=2048,
        task_role=task_role,
        execution_role=execution_role,
    )
    task.add_container(
        name,
        image=ecs.ContainerImage.from_registry(f"{REGISTRY}/axonflow-{name}:1.0.0"),
        port_mappings=[ecs.PortMapping(container_port=port)],
        environment={
            "PRICING_TIER": tier,
            "MAX_REQUESTS": tiers.find_in_map(tier, "MaxRequests"),
            "ORCHESTRATOR_URL": f"http://orchestrator.{namespace.namespace_name}:8081",
        },
        secrets={"DATABASE_URL": ecs.Secret.from_secrets_manager(database_url)},
        logging=ecs.LogDrivers.aws_logs(log_group=log_group, stream_prefix=name),
        linux_parameters=ecs.LinuxParameters(stack, f"{name}Linux", init_process_enabled=True),
        health_check=ecs.HealthCheck(
            command=["CMD-SHELL", f"curl -f http://localhost:{port}/health || exit 1"],
            interval=seconds(30),
            timeout=seconds(5),
            retries=3,
            start_period=seconds(180),
        ),
    )
    made = ecs.FargateService(
        stack,
        f"{name}Service",
        service_name=named(f"{name}-service"),
        cluster=cluster,
        task_definition=task,
        security_groups=[security_group],
        vpc_subnets=private,
        min_healthy_percent=100,
        max_healthy_percent=200,
        circuit_breaker=ecs.DeploymentCircuitBreaker(rollback=True),
        enable_execute_command=True,
        propagate_tags=ecs.PropagatedTagSource.SERVICE,
        **options,
    )
    made.auto_scale_task_count(min_capacity=capacity, max_capacity=50).scale_on_cpu_utilization(
        f"{name}Cpu",
        target_utilization_percent=70,
        scale_out_cooldown=seconds(60),
        scale_in_cooldown=seconds(300),
    )
    return made


agent = service("agent", 8080, agents, agent_group, health_check_grace_period=seconds(60))
agent.attach_to_application_target_group(target_group)
orchestrator = service(
    "orchestrator",
    8081,
    orchestrators,
    orchestrator_group,
    cloud_map_options=ecs.CloudMapOptions(
        cloud_map_namespace=namespace, name="orchestrator", dns_ttl=seconds(10)
    ),
)
orchestrator.node.add_dependency(agent)


def insights(service: ecs.FargateService, metric_name: str) -> cloudwatch.Metric:
    return cloudwatch.Metric(
        namespace="ECS/ContainerInsights",
        metric_name=metric_name,
        period=minutes(1),
        dimensions_map={
            "ClusterName": cluster.cluster_name,
            "ServiceName": service.service_name,
        },
    )


def missing(service: ecs.FargateService) -> cloudwatch.MathExpression:
    return cloudwatch.MathExpression(
        expression="desired - running",
        period=minutes(1),
        using_metrics={
            "desired": insights(service, "DesiredTaskCount"),
            "running": insights(service, "RunningTaskCount"),
        },
    )


below = cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD
above = cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD
errors = target_group.metrics.http_code_target(elb.HttpCodeTarget.TARGET_5XX_COUNT)
balancer_errors = balancer.metrics.http_code_elb(elb.HttpCodeElb.ELB_5XX_COUNT)
latency = balancer.metrics.target_response_time(statistic="p99")
alarms = [
    ("unhealthy", target_group.metrics.healthy_host_count(), 1, 3, below),
    ("errors", errors, 10, 5, above),
    ("balancerErrors", balancer_errors, 10, 5, above),
    ("latency", latency, 30, 5, above),
    ("agentCpu", agent.metric_cpu_utilization(), 85, 15, above),
    ("agentTasks", missing(agent), 0, 15, above),
    ("orchestratorCpu", orchestrator.metric_cpu_utilization(), 85, 15, above),
    ("orchestratorTasks", missing(orchestrator), 0, 15, above),
    ("databaseCpu", database.metric_cpu_utilization(), 80, 15, above),
    ("databaseConnections", database.metric_database_connections(), 300, 5, above),
    ("databaseStorage", database.metric_free_storage_space(), 10737418240, 5, below),
    ("databaseMemory", database.metric_freeable_memory(), 268435456, 15, below),
]
for name, metric, threshold, periods, comparison in alarms:
    cloudwatch.Alarm(
        stack,
        f"{name}Alarm",
        metric=metric,
        threshold=threshold,
        evaluation_periods=periods,
        comparison_operator=comparison,
    ).add_alarm_action(actions.SnsAction(alarm_topic))
cloudwatch.Dashboard(
    stack,
    "Dashboard",
    dashboard_name=named("dashboard"),
    widgets=[[cloudwatch.GraphWidget(title=name, left=[metric]) for name, metric, *_ in alarms]],
)

for name, value in {
    "AgentEndpoint": f"https://{balancer.load_balancer_dns_name}",
    "DatabaseEndpoint": host,
    "ClusterName": cluster.cluster_name,
    "PricingTierDeployed": tier,
    "AgentServiceName": agent.service_name,
    "OrchestratorServiceName": orchestrator.service_name,
}.items():
    cdk.CfnOutput(stack, name, value=value)
app.synth()
