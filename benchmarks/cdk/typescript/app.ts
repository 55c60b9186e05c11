// The nearest equivalent of the stock template, as one writes it with AWS CDK.
import * as cdk from "aws-cdk-lib";
import * as acm from "aws-cdk-lib/aws-certificatemanager";
import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import * as actions from "aws-cdk-lib/aws-cloudwatch-actions";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import * as ecs from "aws-cdk-lib/aws-ecs";
import * as elb from "aws-cdk-lib/aws-elasticloadbalancingv2";
import * as iam from "aws-cdk-lib/aws-iam";
import * as logs from "aws-cdk-lib/aws-logs";
import * as rds from "aws-cdk-lib/aws-rds";
import * as route53 from "aws-cdk-lib/aws-route53";
import * as targets from "aws-cdk-lib/aws-route53-targets";
import * as secretsmanager from "aws-cdk-lib/aws-secretsmanager";
import * as discovery from "aws-cdk-lib/aws-servicediscovery";
import * as sns from "aws-cdk-lib/aws-sns";

const REGISTRY = "709825985650.dkr.ecr.us-east-1.amazonaws.com/axonflow";
const minutes = cdk.Duration.minutes;
const seconds = cdk.Duration.seconds;

const app = new cdk.App();
const stack = new cdk.Stack(app, "AxonFlow", { synthesizer: new cdk.BootstraplessSynthesizer() });
const parameter = (id: string, props: cdk.CfnParameterProps = {}) =>
  new cdk.CfnParameter(stack, id, props).valueAsString;
const count = (id: string, value: number) =>
  new cdk.CfnParameter(stack, id, { type: "Number", default: value, minValue: 1, maxValue: 50 })
    .valueAsNumber;

const tier = parameter("PricingTier", {
  default: "Growth",
  allowedValues: ["Pilot", "Growth", "Enterprise"],
});
const subnets = ["PrivateSubnet1", "PrivateSubnet2"].map((id) =>
  parameter(id, { type: "AWS::EC2::Subnet::Id" }),
);
const vpc = ec2.Vpc.fromVpcAttributes(stack, "Vpc", {
  vpcId: parameter("VpcId", { type: "AWS::EC2::VPC::Id" }),
  availabilityZones: ["a", "b"],
  privateSubnetIds: subnets,
});
const clients = parameter("AllowedCidr", { default: "0.0.0.0/0" });
const hostedZoneId = parameter("HostedZoneId");
const domainName = parameter("DomainName");
const agents = count("AgentDesiredCount", 5);
const orchestrators = count("OrchestratorDesiredCount", 10);
const instanceClass = parameter("DBInstanceClass", { default: "db.t3.medium" });
const alarmTopic = sns.Topic.fromTopicArn(stack, "AlarmTopic", parameter("AlarmTopicArn"));
const tiers = new cdk.CfnMapping(stack, "Tiers", {
  mapping: {
    Pilot: { MaxRequests: "50000" },
    Growth: { MaxRequests: "500000" },
    Enterprise: { MaxRequests: "-1" },
  },
});
const named = (suffix: string) => `${cdk.Aws.STACK_NAME}-${suffix}`;
const group = (id: string, suffix: string, allowAllOutbound = true) =>
  new ec2.SecurityGroup(stack, id, {
    vpc,
    allowAllOutbound,
    securityGroupName: named(suffix),
  });

const balancerGroup = group("LoadBalancerSecurityGroup", "alb-sg");
const agentGroup = group("AgentSecurityGroup", "agent-sg");
const orchestratorGroup = group("OrchestratorSecurityGroup", "orchestrator-sg");
const databaseGroup = group("DatabaseSecurityGroup", "db-sg", false);
balancerGroup.addIngressRule(ec2.Peer.ipv4(clients), ec2.Port.tcp(443));
balancerGroup.addIngressRule(ec2.Peer.ipv4(clients), ec2.Port.tcp(80));
agentGroup.addIngressRule(balancerGroup, ec2.Port.tcp(8080));
orchestratorGroup.addIngressRule(agentGroup, ec2.Port.tcp(8081));
databaseGroup.addIngressRule(agentGroup, ec2.Port.tcp(5432));
databaseGroup.addIngressRule(orchestratorGroup, ec2.Port.tcp(5432));

const zone = route53.HostedZone.fromHostedZoneAttributes(stack, "Zone", {
  hostedZoneId,
  zoneName: domainName,
});
const certificate = new acm.Certificate(stack, "Certificate", {
  domainName,
  validation: acm.CertificateValidation.fromDns(zone),
});
const balancer = new elb.ApplicationLoadBalancer(stack, "LoadBalancer", {
  vpc,
  loadBalancerName: named("alb"),
  securityGroup: balancerGroup,
  internetFacing: false,
  dropInvalidHeaderFields: true,
  idleTimeout: seconds(60),
  vpcSubnets: { subnets: vpc.privateSubnets },
});
new route53.ARecord(stack, "Alias", {
  zone,
  target: route53.RecordTarget.fromAlias(new targets.LoadBalancerTarget(balancer)),
});
const targetGroup = new elb.ApplicationTargetGroup(stack, "AgentTargetGroup", {
  vpc,
  targetGroupName: named("tg"),
  targetType: elb.TargetType.IP,
  port: 8080,
  protocol: elb.ApplicationProtocol.HTTP,
  deregistrationDelay: seconds(300),
  healthCheck: {
    path: "/health",
    interval: seconds(30),
    timeout: seconds(5),
    healthyThresholdCount: 2,
    unhealthyThresholdCount: 5,
  },
});
const listener = balancer.addListener("Https", {
  port: 443,
  open: false,
  certificates: [certificate],
  sslPolicy: elb.SslPolicy.TLS13_RES,
  defaultTargetGroups: [targetGroup],
});
balancer.addListener("Http", {
  port: 80,
  open: false,
  defaultAction: elb.ListenerAction.redirect({ protocol: "HTTPS", port: "443", permanent: true }),
});

const database = new rds.DatabaseInstance(stack, "Database", {
  vpc,
  instanceIdentifier: named("db"),
  databaseName: "axonflow",
  engine: rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_15 }),
  instanceType: new ec2.InstanceType(cdk.Fn.select(1, cdk.Fn.split("db.", instanceClass))),
  credentials: rds.Credentials.fromGeneratedSecret("axonflow"),
  parameters: { "rds.force_ssl": "1" },
  allocatedStorage: 100,
  storageType: rds.StorageType.GP3,
  storageEncrypted: true,
  multiAz: true,
  securityGroups: [databaseGroup],
  vpcSubnets: { subnets: vpc.privateSubnets },
  backupRetention: cdk.Duration.days(7),
  preferredBackupWindow: "03:00-04:00",
  preferredMaintenanceWindow: "sun:04:00-sun:05:00",
  monitoringInterval: seconds(60),
  enablePerformanceInsights: true,
  cloudwatchLogsExports: ["postgresql"],
  iamAuthentication: true,
  removalPolicy: cdk.RemovalPolicy.SNAPSHOT,
});
database.node.addDependency(listener);
const password = database.secret!.secretValueFromJson("password").unsafeUnwrap();
const host = database.instanceEndpoint.hostname;
const databaseUrl = new secretsmanager.Secret(stack, "DatabaseUrl", {
  secretName: named("db-url"),
  secretStringValue: cdk.SecretValue.unsafePlainText(
    `postgresql://axonflow:${password}@${host}:5432/axonflow?sslmode=require`,
  ),
});

const namespace = new discovery.PrivateDnsNamespace(stack, "Namespace", {
  vpc,
  name: `${cdk.Aws.STACK_NAME}.axonflow.internal`,
});
const cluster = new ecs.Cluster(stack, "Cluster", {
  vpc,
  clusterName: named("cluster"),
  containerInsightsV2: ecs.ContainerInsights.ENABLED,
  enableFargateCapacityProviders: true,
});
const taskRole = new iam.Role(stack, "TaskRole", {
  assumedBy: new iam.ServicePrincipal("ecs-tasks.amazonaws.com"),
});
taskRole.addToPolicy(
  new iam.PolicyStatement({
    actions: ["cloudwatch:PutMetricData"],
    resources: ["*"],
    conditions: { StringEquals: { "cloudwatch:namespace": "AxonFlow" } },
  }),
);
const executionRole = new iam.Role(stack, "ExecutionRole", {
  assumedBy: new iam.ServicePrincipal("ecs-tasks.amazonaws.com"),
  managedPolicies: [
    iam.ManagedPolicy.fromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"),
  ],
});

function service(
  name: string,
  port: number,
  capacity: number,
  securityGroup: ec2.SecurityGroup,
  options: Partial<ecs.FargateServiceProps>,
): ecs.FargateService {
  const logGroup = new logs.LogGroup(stack, `${name}Logs`, {
    logGroupName: `/ecs/${cdk.Aws.STACK_NAME}/${name}`,
    retention: logs.RetentionDays.ONE_MONTH,
    removalPolicy: cdk.RemovalPolicy.DESTROY,
  });
  logGroup.grantWrite(taskRole);
  const task = new ecs.FargateTaskDefinition(stack, `${name}Task`, {
    family: named(name),
    cpu: 1024,
    memoryLimitMiB: 2048,
    taskRole,
    executionRole,
  });
  task.addContainer(name, {
    image: ecs.ContainerImage.fromRegistry(`${REGISTRY}/axonflow-${name}:1.0.0`),
    portMappings: [{ containerPort: port }],
    environment: {
      PRICING_TIER: tier,
      MAX_REQUESTS: tiers.findInMap(tier, "MaxRequests"),
      ORCHESTRATOR_URL: `http://orchestrator.${namespace.namespaceName}:8081`,
    },
    secrets: { DATABASE_URL: ecs.Secret.fromSecretsManager(databaseUrl) },
    logging: ecs.LogDrivers.awsLogs({ logGroup, streamPrefix: name }),
    linuxParameters: new ecs.LinuxParameters(stack, `${name}Linux`, { initProcessEnabled: true }),
    healthCheck: {
      command: ["CMD-SHELL", `curl -f http://localhost:${port}/health || exit 1`],
      interval: seconds(30),
      timeout: seconds(5),
      retries: 3,
      startPeriod: seconds(180),
    },
  });
  const made = new ecs.FargateService(stack, `${name}Service`, {
    serviceName: named(`${name}-service`),
    cluster,
    taskDefinition: task,
    securityGroups: [securityGroup],
    vpcSubnets: { subnets: vpc.privateSubnets },
    minHealthyPercent: 100,
    maxHealthyPercent: 200,
    circuitBreaker: { rollback: true },
    enableExecuteCommand: true,
    propagateTags: ecs.PropagatedTagSource.SERVICE,
    ...options,
  });
  made
    .autoScaleTaskCount({ minCapacity: capacity, maxCapacity: 50 })
    .scaleOnCpuUtilization(`${name}Cpu`, {
      targetUtilizationPercent: 70,
      scaleOutCooldown: seconds(60),
      scaleInCooldown: seconds(300),
    });
  return made;
}

const agent = service("agent", 8080, agents, agentGroup, {
  healthCheckGracePeriod: seconds(60),
});
agent.attachToApplicationTargetGroup(targetGroup);
const orchestrator = service("orchestrator", 8081, orchestrators, orchestratorGroup, {
  cloudMapOptions: { cloudMapNamespace: namespace, name: "orchestrator", dnsTtl: seconds(10) },
});
orchestrator.node.addDependency(agent);

const insights = (service: ecs.FargateService, metricName: string) =>
  new cloudwatch.Metric({
    namespace: "ECS/ContainerInsights",
    metricName,
    period: minutes(1),
    dimensionsMap: { ClusterName: cluster.clusterName, ServiceName: service.serviceName },
  });
const missing = (service: ecs.FargateService) =>
  new cloudwatch.MathExpression({
    expression: "desired - running",
    period: minutes(1),
    usingMetrics: {
      desired: insights(service, "DesiredTaskCount"),
      running: insights(service, "RunningTaskCount"),
    },
  });
const metrics = {
  unhealthy: targetGroup.metrics.healthyHostCount(),
  errors: targetGroup.metrics.httpCodeTarget(elb.HttpCodeTarget.TARGET_5XX_COUNT),
  balancerErrors: balancer.metrics.httpCodeElb(elb.HttpCodeElb.ELB_5XX_COUNT),
  latency: balancer.metrics.targetResponseTime({ statistic: "p99" }),
  agentCpu: agent.metricCpuUtilization(),
  agentTasks: missing(agent),
  orchestratorCpu: orchestrator.metricCpuUtilization(),
  orchestratorTasks: missing(orchestrator),
  databaseCpu: database.metricCPUUtilization(),
  databaseConnections: database.metricDatabaseConnections(),
  databaseStorage: database.metricFreeStorageSpace(),
  databaseMemory: database.metricFreeableMemory(),
};
const below = cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD;
const above = cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD;
const alarms: [keyof typeof metrics, number, number, cloudwatch.ComparisonOperator][] = [
  ["unhealthy", 1, 3, below],
  ["errors", 10, 5, above],
  ["balancerErrors", 10, 5, above],
  ["latency", 30, 5, above],
  ["agentCpu", 85, 15, above],
  ["agentTasks", 0, 15, above],
  ["orchestratorCpu", 85, 15, above],
  ["orchestratorTasks", 0, 15, above],
  ["databaseCpu", 80, 15, above],
  ["databaseConnections", 300, 5, above],
  ["databaseStorage", 10737418240, 5, below],
  ["databaseMemory", 268435456, 15, below],
];
for (const [name, threshold, evaluationPeriods, comparisonOperator] of alarms) {
  new cloudwatch.Alarm(stack, `${name}Alarm`, {
    metric: metrics[name],
    threshold,
    evaluationPeriods,
    comparisonOperator,
  }).addAlarmAction(new actions.SnsAction(alarmTopic));
}
new cloudwatch.Dashboard(stack, "Dashboard", {
  dashboardName: named("dashboard"),
  widgets: [
    Object.entries(metrics).map(
      ([title, metric]) => new cloudwatch.GraphWidget({ title, left: [metric] }),
    ),
  ],
});

for (const [id, value] of Object.entries({
  AgentEndpoint: `https://${balancer.loadBalancerDnsName}`,
  DatabaseEndpoint: host,
  ClusterName: cluster.clusterName,
  PricingTierDeployed: tier,
  AgentServiceName: agent.serviceName,
  OrchestratorServiceName: orchestrator.serviceName,
})) {
  new cdk.CfnOutput(stack, id, { value });
}
app.synth();
