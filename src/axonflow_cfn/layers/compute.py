"""Compute: the cluster, and agents and orchestrators as one function called twice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from troposphere import AWSHelperFn, AWSObject, FindInMap, GetAtt, Output, Ref, Sub, ecs
from troposphere import applicationautoscaling as scaling

from axonflow_cfn import parameters as p
from axonflow_cfn.config import ServiceConfig, TemplateConfig
from axonflow_cfn.fragment import Fragment, Param, described
from axonflow_cfn.layers.database import Database
from axonflow_cfn.layers.iam import Iam
from axonflow_cfn.layers.logs import Logs
from axonflow_cfn.layers.network import Network
from axonflow_cfn.naming import name_tag, stack_named

MAX_CAPACITY = 50
"""Most tasks of a service (the page); a constant, so that the minimum can never exceed it."""


@dataclass(frozen=True)
class Service:
    """Handles of one service.

    Attributes:
        identifier: ``agent`` or ``orchestrator``.
        logical_id: of the ECS service.
        name: name of the ECS service.
    """

    identifier: str
    logical_id: str
    name: GetAtt


@dataclass(frozen=True)
class Compute:
    """Handles of the compute layer.

    Attributes:
        cluster: name of the ECS cluster.
        agent: the agent service.
        orchestrator: the orchestrator service.
        fragment: the layer's share of the template.
    """

    cluster: Ref
    agent: Service
    orchestrator: Service
    fragment: Fragment


def build_compute(
    config: TemplateConfig, *, network: Network, logs: Logs, database: Database, iam: Iam
) -> Compute:
    """Build cluster, task definitions, services and auto scaling."""
    cluster = _cluster()
    database_url = {"DATABASE_URL": database.url_secret}
    agent, agent_resources = _service(
        "Agent",
        config.agent,
        image=config.image(config.agent),
        environment={
            "ORCHESTRATOR_URL": network.orchestrator_url,
            "TIER": p.PRICING_TIER.ref,
            "MAX_REQUESTS": FindInMap("TierLimits", p.PRICING_TIER.ref, "MaxRequests"),
        },
        secrets=database_url,
        log_group=logs.agent_log_group,
        iam=iam,
        minimum=p.AGENT_DESIRED_COUNT,
        # The target group takes tasks only once this listener has attached it to a load balancer.
        after=network.https_listener,
        placement={
            "NetworkConfiguration": _private(network.subnets, network.agent_security_group),
            "HealthCheckGracePeriodSeconds": config.agent.health_check_grace_period,
            "LoadBalancers": [
                ecs.LoadBalancer(
                    ContainerName="agent",
                    ContainerPort=config.agent.port,
                    TargetGroupArn=network.agent_target_group,
                )
            ],
        },
    )
    orchestrator, orchestrator_resources = _service(
        "Orchestrator",
        config.orchestrator,
        image=config.image(config.orchestrator),
        environment={},
        secrets=database_url,
        log_group=logs.orchestrator_log_group,
        iam=iam,
        minimum=p.ORCHESTRATOR_DESIRED_COUNT,
        # The agent applies the database migrations that the orchestrator relies on.
        after=agent.logical_id,
        placement={
            "NetworkConfiguration": _private(network.subnets, network.orchestrator_security_group),
            "ServiceRegistries": [ecs.ServiceRegistry(RegistryArn=network.orchestrator_registry)],
        },
        # Agents may hold a cached DNS answer for a while after a task has left DNS.
        container={"StopTimeout": 120},
    )
    limits = {
        "Pilot": config.tiers.pilot,
        "Growth": config.tiers.growth,
        "Enterprise": config.tiers.enterprise,
    }
    return Compute(
        cluster=Ref(cluster.title),
        agent=agent,
        orchestrator=orchestrator,
        fragment=Fragment(
            params=(
                p.PRICING_TIER,
                p.AGENT_DESIRED_COUNT,
                p.ORCHESTRATOR_DESIRED_COUNT,
                p.ENABLE_EXECUTE_COMMAND,
                p.DEPLOYMENT_ID,
            ),
            mappings={"TierLimits": {tier: {"MaxRequests": str(n)} for tier, n in limits.items()}},
            resources=(cluster, *agent_resources, *orchestrator_resources),
            outputs=(
                Output("ClusterName", Description="ECS cluster name", Value=Ref(cluster.title)),
                Output(
                    "PricingTierDeployed",
                    Description="Selected pricing tier",
                    Value=p.PRICING_TIER.ref,
                ),
                Output("AgentServiceName", Description="Agent ECS service name", Value=agent.name),
                Output(
                    "OrchestratorServiceName",
                    Description="Orchestrator ECS service name",
                    Value=orchestrator.name,
                ),
            ),
        ),
    )


def _cluster() -> ecs.Cluster:
    return ecs.Cluster(
        "Cluster",
        Metadata=described("Fargate cluster of both services, with Container Insights."),
        ClusterName=stack_named("cluster"),
        CapacityProviders=["FARGATE", "FARGATE_SPOT"],
        DefaultCapacityProviderStrategy=[
            ecs.CapacityProviderStrategyItem(CapacityProvider="FARGATE", Weight=1)
        ],
        ClusterSettings=[ecs.ClusterSetting(Name="containerInsights", Value="enabled")],
        Configuration=ecs.ClusterConfiguration(
            ExecuteCommandConfiguration=ecs.ExecuteCommandConfiguration(Logging="DEFAULT")
        ),
        Tags=name_tag("cluster"),
    )


def _private(subnets: Sequence[Ref], security_group: AWSHelperFn) -> ecs.NetworkConfiguration:
    return ecs.NetworkConfiguration(
        AwsvpcConfiguration=ecs.AwsvpcConfiguration(
            AssignPublicIp="DISABLED", Subnets=list(subnets), SecurityGroups=[security_group]
        )
    )


def _service(
    title: str,
    config: ServiceConfig,
    *,
    image: str,
    environment: Mapping[str, AWSHelperFn],
    secrets: Mapping[str, AWSHelperFn],
    log_group: Ref,
    iam: Iam,
    minimum: Param,
    after: str,
    placement: Mapping[str, Any],
    container: Mapping[str, Any] | None = None,
) -> tuple[Service, tuple[AWSObject, ...]]:
    """Return one service's handles and its task definition, service, target and policy."""
    identifier = title.lower()
    logical_id = f"{title}Service"
    task = ecs.TaskDefinition(
        f"{title}TaskDefinition",
        Metadata=described(f"How one {identifier} task runs."),
        Family=stack_named(identifier),
        RequiresCompatibilities=["FARGATE"],
        NetworkMode="awsvpc",
        RuntimePlatform=ecs.RuntimePlatform(
            CpuArchitecture="X86_64", OperatingSystemFamily="LINUX"
        ),
        Cpu=str(config.cpu),
        Memory=str(config.memory),
        ExecutionRoleArn=iam.execution_role,
        TaskRoleArn=iam.task_role,
        ContainerDefinitions=[
            ecs.ContainerDefinition(
                Name=identifier,
                Image=image,
                Essential=True,
                Memory=config.memory,
                PortMappings=[ecs.PortMapping(ContainerPort=config.port, Protocol="tcp")],
                Environment=[
                    ecs.Environment(Name=name, Value=value)
                    for name, value in {
                        "PORT": str(config.port),
                        **environment,
                        **config.environment,
                    }.items()
                ],
                Secrets=[
                    ecs.Secret(Name=name, ValueFrom=value)
                    for name, value in {
                        **secrets,
                        **{name: Ref(param) for name, param in config.secrets.items()},
                    }.items()
                ],
                HealthCheck=ecs.HealthCheck(
                    Command=[
                        "CMD-SHELL",
                        f"curl -f http://localhost:{config.port}/health || exit 1",
                    ],
                    Interval=30,
                    Timeout=5,
                    Retries=3,
                    StartPeriod=config.start_period,
                ),
                LogConfiguration=ecs.LogConfiguration(
                    LogDriver="awslogs",
                    Options={
                        "awslogs-group": log_group,
                        "awslogs-region": Ref("AWS::Region"),
                        "awslogs-stream-prefix": identifier,
                    },
                ),
                LinuxParameters=ecs.LinuxParameters(InitProcessEnabled=True),
                # A new value makes a new revision, and so new tasks.
                DockerLabels={"axonflow.deployment-id": p.DEPLOYMENT_ID.ref},
                **(container or {}),
            )
        ],
        Tags=name_tag(identifier),
    )
    service = ecs.Service(
        logical_id,
        DependsOn=[after],
        Metadata=described(f"Keeps the {identifier} tasks running and rolls out new versions."),
        ServiceName=stack_named(f"{identifier}-service"),
        Cluster=Ref("Cluster"),
        # No DesiredCount: each update would reset a scaled-out service to the template's value.
        TaskDefinition=Ref(task.title),
        LaunchType="FARGATE",
        EnableExecuteCommand=p.EXECUTE_COMMAND_ENABLED.choose(True, False),  # noqa: FBT003 values
        DeploymentConfiguration=ecs.DeploymentConfiguration(
            MaximumPercent=200,
            MinimumHealthyPercent=100,
            DeploymentCircuitBreaker=ecs.DeploymentCircuitBreaker(Enable=True, Rollback=True),
        ),
        EnableECSManagedTags=True,
        PropagateTags="SERVICE",
        Tags=name_tag(f"{identifier}-service"),
        **placement,
    )
    name = GetAtt(logical_id, "Name")
    target = scaling.ScalableTarget(
        f"{title}ScalableTarget",
        Metadata=described(f"Keeps the number of {identifier} tasks between minimum and 50."),
        MinCapacity=minimum.ref,
        MaxCapacity=MAX_CAPACITY,
        ResourceId=Sub(f"service/${{Cluster}}/${{{logical_id}.Name}}"),
        ScalableDimension="ecs:service:DesiredCount",
        ServiceNamespace="ecs",
    )
    policy = scaling.ScalingPolicy(
        f"{title}ScalingPolicy",
        Metadata=described(f"Adds {identifier} tasks above 70 % CPU and removes them below."),
        PolicyName=stack_named(f"{identifier}-cpu"),
        PolicyType="TargetTrackingScaling",
        ScalingTargetId=Ref(target.title),
        TargetTrackingScalingPolicyConfiguration=scaling.TargetTrackingScalingPolicyConfiguration(
            TargetValue=70,
            ScaleOutCooldown=60,
            ScaleInCooldown=300,
            PredefinedMetricSpecification=scaling.PredefinedMetricSpecification(
                PredefinedMetricType="ECSServiceAverageCPUUtilization"
            ),
        ),
    )
    return Service(identifier, logical_id, name), (task, service, target, policy)
