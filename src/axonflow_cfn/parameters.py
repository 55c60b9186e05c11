"""Every parameter and condition of the template, declared once; layers list those they use."""

from troposphere import Condition as ConditionRef
from troposphere import Equals, Not, Or

from axonflow_cfn.fragment import Condition, Param

GROUPS = ("Plan", "Network", "TLS", "Capacity", "Database", "Secrets", "Operations")
"""The console's headings, in order."""

_ARN = "^$|^arn:aws[a-z-]*:"

PRICING_TIER = Param(
    name="PricingTier",
    group="Plan",
    label="Pricing tier",
    description="The AxonFlow plan you subscribed to; it sets the request limit.",
    default="Growth",
    allowed_values=("Pilot", "Growth", "Enterprise"),
    constraint="Choose Pilot, Growth or Enterprise.",
)

VPC_ID = Param(
    name="VpcId",
    group="Network",
    label="VPC",
    description=(
        "VPC to deploy into, with DNS resolution and DNS hostnames on. It cannot be changed later."
    ),
    type="AWS::EC2::VPC::Id",
)
PRIVATE_SUBNET_1 = Param(
    name="PrivateSubnet1",
    group="Network",
    label="Private subnet, first zone",
    description=(
        "Private subnet of the VPC. Tasks need a way out to AWS: a NAT gateway, or VPC endpoints."
    ),
    type="AWS::EC2::Subnet::Id",
)
PRIVATE_SUBNET_2 = Param(
    name="PrivateSubnet2",
    group="Network",
    label="Private subnet, second zone",
    description="A second such subnet, in another Availability Zone.",
    type="AWS::EC2::Subnet::Id",
)
ALLOWED_CIDR = Param(
    name="AllowedCidr",
    group="Network",
    label="Clients' CIDR block",
    description=(
        "Addresses that may call the internal load balancer. "
        "0.0.0.0/0 means whatever can route to the private subnets."
    ),
    default="0.0.0.0/0",
    allowed_pattern=(
        r"^((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\.){3}"
        r"(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])$"
    ),
    constraint="Give an IPv4 CIDR block such as 10.0.0.0/8.",
)

CERTIFICATE_ARN = Param(
    name="CertificateArn",
    group="TLS",
    label="Existing certificate (1 of 3 ways)",
    description=(
        "ARN of an ACM certificate of this Region, issued or imported. "
        "Give exactly one of the three certificate sources. Imported ones do not renew themselves."
    ),
    default="",
    allowed_pattern=_ARN + "acm:[a-z0-9-]+:[0-9]{12}:certificate/[0-9a-f-]+$",
    constraint="Give the ARN of an ACM certificate, or leave it empty.",
)
PRIVATE_CA_ARN = Param(
    name="PrivateCertificateAuthorityArn",
    group="TLS",
    label="Private certificate authority (2 of 3 ways)",
    description=(
        "ARN of an active general-purpose AWS Private CA that permits acm.amazonaws.com to renew. "
        "It issues [stack].[region].axonflow.internal, resolvable in the VPC."
    ),
    default="",
    allowed_pattern=_ARN + "acm-pca:[a-z0-9-]+:[0-9]{12}:certificate-authority/[0-9a-f-]+$",
    constraint="Give the ARN of an AWS Private CA, or leave it empty.",
)
HOSTED_ZONE_ID = Param(
    name="HostedZoneId",
    group="TLS",
    label="Public hosted zone (3 of 3 ways)",
    description=(
        "Id of a public, delegated Route 53 hosted zone of this account that holds DomainName. "
        "A certificate is issued and a record made in it. In a private zone the stack would hang."
    ),
    default="",
    allowed_pattern="^$|^Z[A-Z0-9]{1,31}$",
    constraint="Give a hosted zone's id such as Z0123456789ABCDEFGHIJ, or leave it empty.",
)
DOMAIN_NAME = Param(
    name="DomainName",
    group="TLS",
    label="Domain name",
    description=(
        "Host name clients use. Required with HostedZoneId; "
        "with CertificateArn it only names AgentUrl, and you make the DNS record."
    ),
    default="",
    allowed_pattern=r"^$|^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$",
    max_length=64,  # ACM: the first name of a certificate has at most 64 octets
    constraint="Give a lower-case host name such as axonflow.example.com, or leave it empty.",
)

AGENT_DESIRED_COUNT = Param(
    name="AgentDesiredCount",
    group="Capacity",
    label="Agents, at least",
    description=(
        "Fewest agent tasks; auto scaling adds up to 50. "
        "The defaults need a Fargate quota of 30 vCPU (L-3032A538, new accounts have 6)."
    ),
    type="Number",
    default=5,
    min_value=1,
    max_value=50,
    constraint="Give a whole number from 1 to 50.",
)
ORCHESTRATOR_DESIRED_COUNT = Param(
    name="OrchestratorDesiredCount",
    group="Capacity",
    label="Orchestrators, at least",
    description="Fewest orchestrator tasks; auto scaling adds up to 50.",
    type="Number",
    default=10,
    min_value=1,
    max_value=50,
    constraint="Give a whole number from 1 to 50.",
)

DB_PASSWORD = Param(
    name="DBPassword",
    group="Database",
    label="Master password",
    description=(
        "Password of the database user axonflow. Empty: one is generated and kept in Secrets "
        "Manager. Change DeploymentId together with it, so that tasks see the new one."
    ),
    default="",
    allowed_pattern="^$|^[A-Za-z0-9._~-]{16,64}$",
    no_echo=True,
    constraint="Leave it empty, or give 16 to 64 of A-Z a-z 0-9 . _ ~ - and nothing else.",
)
DB_INSTANCE_CLASS = Param(
    name="DBInstanceClass",
    group="Database",
    label="Instance class",
    description="Instance class of the Multi-AZ database. Changing it interrupts the database.",
    default="db.t3.medium",
    allowed_values=(
        "db.t3.medium",
        "db.t3.large",
        "db.r5.large",
        "db.r5.xlarge",
        "db.t4g.medium",
        "db.t4g.large",
        "db.m6g.large",
        "db.r6g.large",
        "db.r6g.xlarge",
        "db.r7g.large",
        "db.r7g.xlarge",
    ),
    constraint="Choose one of the listed classes.",
)
DB_ALLOCATED_STORAGE = Param(
    name="DBAllocatedStorage",
    group="Database",
    label="Storage in GB",
    description="Size of the gp3 volume (3000 IOPS, 125 MB/s). It can grow later, never shrink.",
    type="Number",
    default=100,
    min_value=100,
    max_value=399,
    constraint="Give a whole number of GB from 100 to 399.",
)
DB_ENGINE_VERSION = Param(
    name="DBEngineVersion",
    group="Database",
    label="PostgreSQL version",
    description="15 lets Amazon RDS choose the minor version and upgrade it.",
    default="15",
    allowed_pattern=r"^15(\.[0-9]+)?$",
    constraint="Give 15, or a minor version such as 15.18 that Amazon RDS still creates.",
)

ENABLE_EXECUTE_COMMAND = Param(
    name="EnableExecuteCommand",
    group="Operations",
    label="ECS Exec",
    description=(
        "Allow a shell in running containers for debugging. It runs as root and sees DATABASE_URL."
    ),
    default="true",
    allowed_values=("true", "false"),
    constraint="Choose true or false.",
)
ALARM_TOPIC_ARN = Param(
    name="AlarmTopicArn",
    group="Operations",
    label="Alarm topic",
    description="ARN of an SNS topic of this Region that alarms notify. Empty: alarms only show.",
    default="",
    allowed_pattern=_ARN + "sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}$",
    constraint="Give the ARN of a standard SNS topic, or leave it empty.",
)
ACCESS_LOGS_BUCKET = Param(
    name="AccessLogsBucket",
    group="Operations",
    label="Access log bucket",
    description=(
        "S3 bucket of this Region whose policy lets Elastic Load Balancing write access logs. "
        "Empty: no access logs."
    ),
    default="",
    allowed_pattern="^$|^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$",
    constraint="Give a bucket's name, or leave it empty.",
)
DEPLOYMENT_ID = Param(
    name="DeploymentId",
    group="Operations",
    label="Deployment id",
    description="Any change restarts all tasks, which they need to see a new password.",
    default="1",
    allowed_pattern="^[A-Za-z0-9._-]{1,64}$",
    constraint="Give 1 to 64 of A-Z a-z 0-9 . _ -.",
)


def secret_arn_param(name: str, variable: str) -> Param:
    """Return the parameter that takes the ARN of an extra secret, set in the build-time config.

    Args:
        name: the parameter's logical id.
        variable: environment variable the secret's value arrives in.
    """
    return Param(
        name=name,
        group="Secrets",
        label=f"Secret for {variable}",
        description=f"ARN of the Secrets Manager secret whose whole text becomes {variable}.",
        allowed_pattern=(
            "^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@-]+$"
        ),
        constraint="Give the full ARN of a secret of this Region.",
    )


STOCK_NAMES = frozenset(
    value.name for value in list(globals().values()) if isinstance(value, Param)
)
"""Names of the template's own parameters, which an extra secret cannot take."""


def _given(param: Param) -> Not:
    return Not(Equals(param.ref, ""))


USE_PRIVATE_CA = Condition("UsePrivateCertificateAuthority", _given(PRIVATE_CA_ARN))
USE_HOSTED_ZONE = Condition("UseHostedZone", _given(HOSTED_ZONE_ID))
HAS_DOMAIN_NAME = Condition("HasDomainName", _given(DOMAIN_NAME))
HAS_AGENT_URL = Condition(
    "HasAgentUrl", Or(ConditionRef(USE_PRIVATE_CA.name), ConditionRef(HAS_DOMAIN_NAME.name))
)
HAS_ACCESS_LOGS_BUCKET = Condition("HasAccessLogsBucket", _given(ACCESS_LOGS_BUCKET))
GENERATE_PASSWORD = Condition("GeneratePassword", Equals(DB_PASSWORD.ref, ""))
EXECUTE_COMMAND_ENABLED = Condition(
    "ExecuteCommandEnabled", Equals(ENABLE_EXECUTE_COMMAND.ref, "true")
)
HAS_ALARM_TOPIC = Condition("HasAlarmTopic", _given(ALARM_TOPIC_ARN))
