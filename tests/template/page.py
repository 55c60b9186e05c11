"""The infrastructure details page as a table: its sentence, where the template says it, the value.

A path is JMESPath over what a deployment resolves to: a resource's logical id stands for its
properties; Outputs, Parameters, Attributes (DependsOn and policies) and Metrics (of the dashboard,
by namespace) stand beside them. In expected values ``[stack-name]``, ``[region]`` and
``[partition]`` stand for the deployment's. Where the page cannot be deployed as written, the value
is the one docs/deviations.md gives.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from deployments import DEFAULTS, ParameterSet


@dataclass(frozen=True)
class Figure:
    """One figure of the page; ``database`` marks those that a variant's database may replace."""

    sentence: str
    path: str
    expected: Any
    given: ParameterSet = DEFAULTS
    database: bool = False


def database(sentence: str, path: str, expected: Any) -> Figure:
    return Figure(sentence, path, expected, database=True)


def attribute(key: str) -> str:
    return f"LoadBalancer.LoadBalancerAttributes[?Key=='{key}'].Value"


def environment(service: str, name: str) -> str:
    return f"{service}TaskDefinition.ContainerDefinitions[0].Environment[?Name=='{name}'].Value"


INGRESS = "SecurityGroupIngress[].[IpProtocol, FromPort, ToPort, CidrIp || SourceSecurityGroupId]"
EGRESS = "SecurityGroupEgress[].[IpProtocol, CidrIp]"
ALL_TRAFFIC = [["-1", "0.0.0.0/0"]]
POLICIES = "Policies[].PolicyDocument.Statement[].Action[]"
SUBNETS = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]

SECURITY_GROUPS: Sequence[Figure] = (
    Figure(
        "ALB: Port 443 (HTTPS) from 0.0.0.0/0; Port 80 (HTTP) from 0.0.0.0/0",
        f"LoadBalancerSecurityGroup.{INGRESS}",
        [["tcp", 443, 443, "0.0.0.0/0"], ["tcp", 80, 80, "0.0.0.0/0"]],
    ),
    Figure(
        "Port 80 (redirects to HTTPS)",
        "HttpListener.[Port, Protocol, DefaultActions]",
        [
            80,
            "HTTP",
            [
                {
                    "Type": "redirect",
                    "RedirectConfig": {
                        "Protocol": "HTTPS",
                        "Port": "443",
                        "StatusCode": "HTTP_301",
                    },
                }
            ],
        ],
    ),
    Figure(
        "ALB: Outbound Rules: All traffic allowed",
        f"LoadBalancerSecurityGroup.{EGRESS}",
        ALL_TRAFFIC,
    ),
    Figure(
        "Agent: Port 8080 from ALB Security Group only",
        f"AgentSecurityGroup.{INGRESS}",
        [["tcp", 8080, 8080, "${LoadBalancerSecurityGroup.GroupId}"]],
    ),
    Figure(
        "Agent: Outbound Rules: All traffic allowed", f"AgentSecurityGroup.{EGRESS}", ALL_TRAFFIC
    ),
    Figure(
        "Orchestrator: Port 8081 from Agent Security Group only",
        f"OrchestratorSecurityGroup.{INGRESS}",
        [["tcp", 8081, 8081, "${AgentSecurityGroup.GroupId}"]],
    ),
    Figure(
        "Orchestrator: Outbound Rules: All traffic allowed",
        f"OrchestratorSecurityGroup.{EGRESS}",
        ALL_TRAFFIC,
    ),
    Figure(
        "Database: Port 5432 from Agent and from Orchestrator Security Group",
        f"DatabaseSecurityGroup.{INGRESS}",
        [
            ["tcp", 5432, 5432, "${AgentSecurityGroup.GroupId}"],
            ["tcp", 5432, 5432, "${OrchestratorSecurityGroup.GroupId}"],
        ],
    ),
    Figure(
        "Database: Outbound Rules: None required",
        f"DatabaseSecurityGroup.{EGRESS}",
        [["-1", "127.0.0.1/32"]],
    ),
)

LOAD_BALANCER: Sequence[Figure] = (
    Figure("Type: Application Load Balancer", "LoadBalancer.Type", "application"),
    Figure("Scheme: internal", "LoadBalancer.Scheme", "internal"),
    Figure("Subnets: Private subnets in AZ1 and AZ2", "LoadBalancer.Subnets", SUBNETS),
    Figure(
        "Target Group: Agent service (port 8080)",
        "[AgentTargetGroup.[TargetType, Protocol, Port], AgentService.LoadBalancers]",
        [
            ["ip", "HTTP", 8080],
            [
                {
                    "ContainerName": "agent",
                    "ContainerPort": 8080,
                    "TargetGroupArn": "${AgentTargetGroup}",
                }
            ],
        ],
    ),
    Figure(
        "Health Check: GET /health (30s interval)",
        "AgentTargetGroup.[HealthCheckProtocol, HealthCheckPath, HealthCheckIntervalSeconds]",
        ["HTTP", "/health", 30],
    ),
    Figure("Protocol: HTTPS (port 443)", "HttpsListener.[Protocol, Port]", ["HTTPS", 443]),
    Figure(
        "ALB HTTPS listener (port 443) forwards to the Target Group",
        "HttpsListener.DefaultActions",
        [{"Type": "forward", "TargetGroupArn": "${AgentTargetGroup}"}],
    ),
    Figure(
        "Certificate: ACM certificate",
        "HttpsListener.Certificates[].CertificateArn",
        [
            "arn:[partition]:acm:[region]:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
        ],
    ),
    Figure("HTTP/2 support enabled", attribute("routing.http2.enabled"), ["true"]),
    Figure(
        "Connection draining: 300 seconds",
        "AgentTargetGroup.TargetGroupAttributes",
        [{"Key": "deregistration_delay.timeout_seconds", "Value": "300"}],
    ),
    Figure("Idle timeout: 60 seconds", attribute("idle_timeout.timeout_seconds"), ["60"]),
    Figure(
        "Cross-zone load balancing: enabled",
        attribute("load_balancing.cross_zone.enabled"),
        ["true"],
    ),
    Figure("Deletion protection: disabled", attribute("deletion_protection.enabled"), ["false"]),
)

CERTIFICATE: Sequence[Figure] = (
    Figure(
        "Domain: [stack-name].[region].axonflow.internal",
        "PrivateCertificate.DomainName",
        "[stack-name].[region].axonflow.internal",
        given=ParameterSet("private-ca"),
    ),
    Figure(
        "Validation: DNS",
        "PublicCertificate.[ValidationMethod, DomainValidationOptions]",
        [
            "DNS",
            [{"DomainName": "axonflow.example.com", "HostedZoneId": "Z0123456789ABCDEFGHIJ"}],
        ],
        given=ParameterSet("hosted-zone"),
    ),
    Figure(
        "Minimum TLS Version: TLS 1.2; Recommended: TLS 1.3",
        "HttpsListener.SslPolicy",
        "ELBSecurityPolicy-TLS13-1-2-2021-06",
    ),
)

CLUSTER: Sequence[Figure] = (
    Figure(
        "Capacity Providers: FARGATE, FARGATE_SPOT",
        "Cluster.CapacityProviders",
        ["FARGATE", "FARGATE_SPOT"],
    ),
    Figure(
        "Default Strategy: 100% FARGATE",
        "Cluster.DefaultCapacityProviderStrategy",
        [{"CapacityProvider": "FARGATE", "Weight": 1}],
    ),
    Figure(
        "Execute Command: Enabled for debugging",
        "[Cluster.Configuration.ExecuteCommandConfiguration.Logging, "
        "AgentService.EnableExecuteCommand, OrchestratorService.EnableExecuteCommand]",
        ["DEFAULT", True, True],
    ),
    Figure(
        "Container Insights: Enabled for monitoring",
        "Cluster.ClusterSettings",
        [{"Name": "containerInsights", "Value": "enabled"}],
    ),
)


def task(service: str, port: int) -> Sequence[Figure]:
    identifier = service.lower()
    definition = f"{service}TaskDefinition"
    container = f"{definition}.ContainerDefinitions[0]"
    registry = "709825985650.dkr.ecr.us-east-1.amazonaws.com"
    return (
        Figure("CPU: 1024 (1 vCPU)", f"{definition}.Cpu", "1024"),
        Figure("Memory: 2048 MB (2 GB)", f"{definition}.Memory", "2048"),
        Figure("Network Mode: awsvpc", f"{definition}.NetworkMode", "awsvpc"),
        Figure("Launch Type: FARGATE", f"{definition}.RequiresCompatibilities", ["FARGATE"]),
        Figure(
            "Image: AWS Marketplace ECR image",
            f"{container}.Image",
            f"{registry}/axonflow/axonflow-{identifier}:1.0.0",
        ),
        Figure(
            f"Port: {port}",
            f"{container}.PortMappings",
            [{"ContainerPort": port, "Protocol": "tcp"}],
        ),
        Figure(
            f"Health Check: `curl -f http://localhost:{port}/health`",
            f"{container}.HealthCheck.Command",
            ["CMD-SHELL", f"curl -f http://localhost:{port}/health || exit 1"],
        ),
        Figure(
            f"Logging: CloudWatch Logs (/ecs/[stack-name]/{identifier})",
            f"{container}.LogConfiguration",
            {
                "LogDriver": "awslogs",
                "Options": {
                    "awslogs-group": f"${{{service}LogGroup}}",
                    "awslogs-region": "[region]",
                    "awslogs-stream-prefix": identifier,
                },
            },
        ),
        Figure(f"`PORT`: {port}", environment(service, "PORT"), [str(port)]),
        Figure(
            "`DATABASE_URL`: PostgreSQL connection string",
            f"{container}.Secrets[].Name",
            ["DATABASE_URL"],
        ),
        Figure(
            f"Name: `/ecs/[stack-name]/{identifier}`",
            f"{service}LogGroup.LogGroupName",
            f"/ecs/[stack-name]/{identifier}",
        ),
        Figure("Retention: 30 days", f"{service}LogGroup.RetentionInDays", 30),
    )


def service(name: str, count: int) -> Sequence[Figure]:
    target = f"{name}ScalableTarget"
    policy = f"{name}ScalingPolicy.TargetTrackingScalingPolicyConfiguration"
    return (
        Figure(f"Desired Count: {count}", f"{target}.MinCapacity", str(count)),
        Figure(
            f"Desired Count: {count} (configurable 1-50)",
            f"Parameters.{name}DesiredCount.[Type, Default, MinValue, MaxValue]",
            ["Number", count, 1, 50],
        ),
        Figure("Launch Type: FARGATE", f"{name}Service.LaunchType", "FARGATE"),
        Figure(
            "Network: Private subnets (AZ1, AZ2)",
            f"{name}Service.NetworkConfiguration.AwsvpcConfiguration",
            {
                "AssignPublicIp": "DISABLED",
                "Subnets": SUBNETS,
                "SecurityGroups": [f"${{{name}SecurityGroup.GroupId}}"],
            },
        ),
        Figure(
            "Type: Rolling update; Maximum Percent: 200%; Minimum Healthy Percent: 100%",
            f"{name}Service.DeploymentConfiguration",
            {
                "MaximumPercent": 200,
                "MinimumHealthyPercent": 100,
                "DeploymentCircuitBreaker": {"Enable": True, "Rollback": True},
            },
        ),
        Figure(
            "Metric: CPU Utilization",
            f"{policy}.PredefinedMetricSpecification.PredefinedMetricType",
            "ECSServiceAverageCPUUtilization",
        ),
        Figure("Target: 70%", f"{policy}.TargetValue", 70),
        Figure("Max Capacity: 50 tasks", f"{target}.MaxCapacity", 50),
        Figure("Scale-Out Cooldown: 60 seconds", f"{policy}.ScaleOutCooldown", 60),
        Figure("Scale-In Cooldown: 300 seconds", f"{policy}.ScaleInCooldown", 300),
        Figure(
            "Auto Scaling: of this service",
            f"{target}.[ServiceNamespace, ScalableDimension, ResourceId]",
            ["ecs", "ecs:service:DesiredCount", f"service/${{Cluster}}/${{{name}Service.Name}}"],
        ),
    )


AGENT: Sequence[Figure] = (
    *task("Agent", 8080),
    *service("Agent", 5),
    Figure(
        "`ORCHESTRATOR_URL`: Internal orchestrator endpoint",
        environment("Agent", "ORCHESTRATOR_URL"),
        ["http://orchestrator.[stack-name].axonflow.internal:8081"],
    ),
    *(
        Figure(
            f"`TIER`: Pricing tier ({tier}); `MAX_REQUESTS`: Tier-based request limit",
            f"[{environment('Agent', 'TIER')}, {environment('Agent', 'MAX_REQUESTS')}][]",
            [tier, limit],
            given=ParameterSet("imported", tier),
        )
        for tier, limit in (("Pilot", "50000"), ("Growth", "500000"), ("Enterprise", "-1"))
    ),
    Figure(
        "Load Balancer: Attached to Agent Target Group",
        "AgentService.LoadBalancers[].TargetGroupArn",
        ["${AgentTargetGroup}"],
    ),
    Figure(
        "Health Check Grace Period: 60 seconds", "AgentService.HealthCheckGracePeriodSeconds", 60
    ),
)

ORCHESTRATOR: Sequence[Figure] = (
    *task("Orchestrator", 8081),
    *service("Orchestrator", 10),
    Figure(
        "Environment Variables: PORT, DATABASE_URL",
        "OrchestratorTaskDefinition.ContainerDefinitions[0].[Environment, Secrets][][].Name",
        ["PORT", "DATABASE_URL"],
    ),
    Figure(
        "Load Balancer: None (internal communication only)",
        "OrchestratorService.[LoadBalancers, HealthCheckGracePeriodSeconds]",
        [None, None],
    ),
)

DATABASE: Sequence[Figure] = (
    database("Engine: postgres", "Database.Engine", "postgres"),
    database(
        "Engine Version: 15.4 (deviation: 15, RDS picks the minor)", "Database.EngineVersion", "15"
    ),
    database("Instance Class: db.t3.medium", "Database.DBInstanceClass", "db.t3.medium"),
    database("Allocated Storage: 100 GB", "Database.AllocatedStorage", "100"),
    database("Storage Type: gp3", "Database.StorageType", "gp3"),
    database("Multi-AZ: true", "Database.MultiAZ", True),
    database("Backup Retention: 7 days", "Database.BackupRetentionPeriod", 7),
    database(
        "IOPS: 3000 (gp3 baseline); Throughput: 125 MB/s (what gp3 has below 400 GB unless told)",
        "Database.[Iops, StorageThroughput]",
        [None, None],
    ),
    database(
        "Connection Limit: ~400 (for db.t3.medium; four fifths of it alarm)",
        "DatabaseConnectionsAlarm.Threshold",
        "320",
    ),
    database("Encryption at Rest: Enabled (AWS KMS)", "Database.StorageEncrypted", True),
    database(
        "Encryption in Transit: SSL/TLS required",
        "DatabaseParameterGroup.[Family, Parameters]",
        ["postgres15", {"rds.force_ssl": "1"}],
    ),
    database(
        "Encryption in Transit: the instance uses that parameter group",
        "Database.DBParameterGroupName",
        "${DatabaseParameterGroup}",
    ),
    database("Master Username: axonflow", "Database.MasterUsername", "axonflow"),
    database(
        "Master Password: Stored in Secrets Manager",
        "Database.MasterUserPassword",
        "{{resolve:secretsmanager:${DatabasePassword}:SecretString}}",
    ),
    database("Database Name: axonflow", "Database.DBName", "axonflow"),
    database("Backup Window: 03:00-04:00 UTC", "Database.PreferredBackupWindow", "03:00-04:00"),
    database(
        "Maintenance Window: Sunday 04:00-05:00 UTC",
        "Database.PreferredMaintenanceWindow",
        "sun:04:00-sun:05:00",
    ),
    database(
        "Snapshot on Delete: Enabled (DeletionPolicy: Snapshot)",
        "Attributes.Database.[DeletionPolicy, UpdateReplacePolicy]",
        ["Snapshot", "Snapshot"],
    ),
    database(
        "Enhanced Monitoring: 60-second interval",
        "Database.[MonitoringInterval, MonitoringRoleArn]",
        [60, "${DatabaseMonitoringRole.Arn}"],
    ),
    database(
        "Performance Insights: Enabled (7-day retention)",
        "Database.[EnablePerformanceInsights, PerformanceInsightsRetentionPeriod]",
        [True, 7],
    ),
    database(
        "CloudWatch Logs: PostgreSQL logs exported",
        "Database.EnableCloudwatchLogsExports",
        ["postgresql"],
    ),
    database(
        "DB Subnet Group: Private subnet in AZ1 and AZ2", "DatabaseSubnetGroup.SubnetIds", SUBNETS
    ),
    database(
        "DB Subnet Group: the instance lies in it",
        "Database.DBSubnetGroupName",
        "${DatabaseSubnetGroup}",
    ),
    database(
        "Type: AWS::SecretsManager::Secret; Format: JSON; Contents",
        "DatabaseSecret.SecretString",
        '{"username":"axonflow",'
        '"password":"{{resolve:secretsmanager:${DatabasePassword}:SecretString}}",'
        '"engine":"postgres","host":"${Database.Endpoint.Address}","port":5432,'
        '"dbname":"axonflow"}',
    ),
    database(
        "`DATABASE_URL`: PostgreSQL connection string",
        "DatabaseUrlSecret.SecretString",
        "postgresql://axonflow:{{resolve:secretsmanager:${DatabasePassword}:SecretString}}"
        "@${Database.Endpoint.Address}:5432/axonflow?sslmode=require",
    ),
)

ROLES: Sequence[Figure] = (
    Figure(
        "Managed Policies: `AmazonECSTaskExecutionRolePolicy`",
        "TaskExecutionRole.ManagedPolicyArns",
        ["arn:[partition]:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"],
    ),
    Figure(
        "Secrets Manager read access (for database password)",
        f"TaskExecutionRole.{POLICIES}",
        ["secretsmanager:GetSecretValue"],
    ),
    database(
        "Secrets Manager read access: of exactly the secret that tasks receive",
        "TaskExecutionRole.Policies[].PolicyDocument.Statement[].Resource[]",
        ["${DatabaseUrlSecret}"],
    ),
    Figure(
        "Task Role: logs:CreateLogStream, logs:PutLogEvents, cloudwatch:PutMetricData",
        f"TaskRole.{POLICIES}",
        ["logs:CreateLogStream", "logs:PutLogEvents", "cloudwatch:PutMetricData"],
        given=ParameterSet("imported", execute_command=False),
    ),
    Figure(
        "Task Execution Role: used by both services",
        "[AgentTaskDefinition, OrchestratorTaskDefinition][].[ExecutionRoleArn, TaskRoleArn]",
        [["${TaskExecutionRole.Arn}", "${TaskRole.Arn}"]] * 2,
    ),
)

METRICS: Sequence[Figure] = (
    Figure(
        "ECS Metrics: CPUUtilization, MemoryUtilization",
        'Metrics."AWS/ECS"',
        ["CPUUtilization", "MemoryUtilization"],
    ),
    Figure(
        "ECS Metrics: RunningTaskCount, DesiredTaskCount",
        'Metrics."ECS/ContainerInsights"',
        ["DesiredTaskCount", "RunningTaskCount"],
    ),
    Figure(
        "ALB Metrics",
        'Metrics."AWS/ApplicationELB"',
        [
            "HTTPCode_Target_2XX_Count",
            "HTTPCode_Target_5XX_Count",
            "HealthyHostCount",
            "RequestCount",
            "TargetResponseTime",
            "UnHealthyHostCount",
        ],
    ),
    Figure(
        "RDS Metrics",
        'Metrics."AWS/RDS"',
        [
            "CPUUtilization",
            "DatabaseConnections",
            "FreeableMemory",
            "ReadLatency",
            "ReadThroughput",
            "WriteLatency",
            "WriteThroughput",
        ],
    ),
)

NAMES: Sequence[Figure] = (
    Figure("axonflow-prod-alb", "LoadBalancer.Name", "[stack-name]-alb"),
    Figure("[StackName]-[ResourceType]-[Identifier]", "AgentTargetGroup.Name", "[stack-name]-tg"),
    Figure("axonflow-prod-agent-sg", "AgentSecurityGroup.GroupName", "[stack-name]-agent-sg"),
    Figure(
        "[StackName]-[ResourceType]-[Identifier]",
        "[LoadBalancerSecurityGroup, OrchestratorSecurityGroup, DatabaseSecurityGroup][].GroupName",
        ["[stack-name]-alb-sg", "[stack-name]-orchestrator-sg", "[stack-name]-db-sg"],
    ),
    database("axonflow-prod-db", "Database.DBInstanceIdentifier", "[stack-name]-db"),
    Figure("axonflow-prod-cluster", "Cluster.ClusterName", "[stack-name]-cluster"),
    Figure("axonflow-prod-agent-service", "AgentService.ServiceName", "[stack-name]-agent-service"),
    Figure(
        "axonflow-prod-orchestrator-service",
        "OrchestratorService.ServiceName",
        "[stack-name]-orchestrator-service",
    ),
)

OUTPUTS: Sequence[Figure] = (
    Figure("ClusterName: ECS cluster name", "Outputs.ClusterName", "${Cluster}"),
    Figure(
        "AgentEndpoint: HTTPS endpoint for Agent API",
        "Outputs.AgentEndpoint",
        "https://${LoadBalancer.DNSName}",
    ),
    database(
        "DatabaseEndpoint: PostgreSQL endpoint",
        "Outputs.DatabaseEndpoint",
        "${Database.Endpoint.Address}",
    ),
    Figure("PricingTierDeployed: Selected pricing tier", "Outputs.PricingTierDeployed", "Growth"),
    Figure(
        "AgentServiceName: Agent ECS service name",
        "Outputs.AgentServiceName",
        "${AgentService.Name}",
    ),
    Figure(
        "OrchestratorServiceName: Orchestrator ECS service name",
        "Outputs.OrchestratorServiceName",
        "${OrchestratorService.Name}",
    ),
)

PAGE: Mapping[str, Sequence[Figure]] = {
    "Security Groups": SECURITY_GROUPS,
    "Application Load Balancer": LOAD_BALANCER,
    "ACM Certificate": CERTIFICATE,
    "ECS Cluster": CLUSTER,
    "Agent": AGENT,
    "Orchestrator": ORCHESTRATOR,
    "RDS PostgreSQL Instance": DATABASE,
    "IAM Roles and Policies": ROLES,
    "CloudWatch Metrics": METRICS,
    "Resource Naming Convention": NAMES,
    "Stack Outputs": OUTPUTS,
}
