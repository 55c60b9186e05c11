"""Database: a Multi-AZ PostgreSQL instance, its password, and the secrets that carry it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from troposphere import AWSHelperFn, FindInMap, GetAtt, Output, Ref, Sub
from troposphere.iam import Role
from troposphere.rds import DBInstance, DBParameterGroup, DBSubnetGroup
from troposphere.secretsmanager import GenerateSecretString, Secret

from axonflow_cfn import parameters as p
from axonflow_cfn.config import TemplateConfig
from axonflow_cfn.fragment import Fragment, described, ignored, skipped
from axonflow_cfn.layers.network import Network
from axonflow_cfn.naming import name_tag, stack_named
from axonflow_cfn.trust import service_trust

USER = DATABASE = "axonflow"
"""Master user and database name, of the page."""

# The secrets go with the stack: kept under a fixed name, they would block the next stack of it.
_DELETED: Mapping[str, Any] = {"DeletionPolicy": "Delete", "UpdateReplacePolicy": "Delete"}

_DEFAULT_KEY = skipped("CKV_AWS_149", "Uses the account's aws/secretsmanager key.")

INSTANCE_MEMORY: Mapping[str, int] = MappingProxyType(
    {
        "db.t3.medium": 4,
        "db.t3.large": 8,
        "db.r5.large": 16,
        "db.r5.xlarge": 32,
        "db.t4g.medium": 4,
        "db.t4g.large": 8,
        "db.m6g.large": 8,
        "db.r6g.large": 16,
        "db.r6g.xlarge": 32,
        "db.r7g.large": 16,
        "db.r7g.xlarge": 32,
    }
)
"""Memory in GiB of each instance class (Amazon RDS user guide, "DB instance classes")."""

_CONNECTION_ALARM_PER_GIB = 80
"""Connections for each GiB of memory that mean trouble.

RDS allows memory / 9,531,392 bytes (Amazon RDS user guide, "Maximum number of database
connections"), which the page gives as ~400 on 4 GiB; four fifths of that leave time to act.
"""


@dataclass(frozen=True, kw_only=True)
class Database:
    """Handles of the database layer.

    Attributes:
        url_secret: ARN of the secret that holds the whole connection URL.
        metric_dimension: CloudWatch dimension name and value of the database's metrics.
        free_storage_metric: CloudWatch metric that counts free storage in bytes.
        connection_alarm: number of connections that means trouble.
        fragment: the layer's share of the template.
    """

    url_secret: AWSHelperFn
    metric_dimension: tuple[str, AWSHelperFn]
    free_storage_metric: str
    connection_alarm: AWSHelperFn
    fragment: Fragment


def build_database(config: TemplateConfig, *, network: Network) -> Database:
    """Build password, subnet and parameter group, monitoring role, instance and secrets."""
    generated = generated_password()
    password = password_value(generated)
    subnets = subnet_group(network)
    parameter_group = DBParameterGroup(
        "DatabaseParameterGroup",
        Metadata=described("Refuses connections without TLS."),
        Family="postgres15",
        Description=Sub("PostgreSQL 15 settings of ${AWS::StackName}"),
        Parameters={"rds.force_ssl": "1"},
        Tags=name_tag("db-parameter-group"),
    )
    role = monitoring_role()
    instance = DBInstance(
        "Database",
        # Cheap failures first: a bad certificate must not start a Multi-AZ create.
        DependsOn=[network.https_listener],
        DeletionPolicy="Snapshot",
        UpdateReplacePolicy="Snapshot",
        Metadata=described(
            "Multi-AZ PostgreSQL; a snapshot is taken when it is deleted.",
            cfn_lint=ignored(
                "W1011",
                "CFV-W2501",
                reason="The password is a NoEcho parameter, or by default a generated secret.",
            ),
        ),
        # The fixed name is a safety: a change that needs replacement fails, no data is lost.
        DBInstanceIdentifier=stack_named("db"),
        DBName=DATABASE,
        Engine="postgres",
        EngineVersion=p.DB_ENGINE_VERSION.ref,
        AutoMinorVersionUpgrade=True,
        DBInstanceClass=p.DB_INSTANCE_CLASS.ref,
        # gp3 below 400 GB has 3000 IOPS and 125 MB/s, and RDS refuses to be told so.
        StorageType="gp3",
        AllocatedStorage=p.DB_ALLOCATED_STORAGE.ref,
        StorageEncrypted=True,
        MultiAZ=True,
        PubliclyAccessible=False,
        Port=str(config.database.port),
        MasterUsername=USER,
        MasterUserPassword=password,
        DBSubnetGroupName=Ref(subnets.title),
        DBParameterGroupName=Ref(parameter_group.title),
        VPCSecurityGroups=[network.database_security_group],
        BackupRetentionPeriod=7,
        PreferredBackupWindow="03:00-04:00",
        PreferredMaintenanceWindow="sun:04:00-sun:05:00",
        CopyTagsToSnapshot=True,
        EnableIAMDatabaseAuthentication=True,
        MonitoringInterval=60,
        MonitoringRoleArn=GetAtt(role.title, "Arn"),
        EnablePerformanceInsights=True,
        PerformanceInsightsRetentionPeriod=7,
        EnableCloudwatchLogsExports=["postgresql"],
        Tags=name_tag("db"),
    )
    host = GetAtt(instance.title, "Endpoint.Address")
    secrets = connection_secrets(config, host=host, password=password)
    return Database(
        url_secret=Ref(secrets[1].title),
        metric_dimension=("DBInstanceIdentifier", Ref(instance.title)),
        free_storage_metric="FreeStorageSpace",
        connection_alarm=FindInMap("DatabaseClass", p.DB_INSTANCE_CLASS.ref, "ConnectionAlarm"),
        fragment=Fragment(
            params=(
                p.DB_PASSWORD,
                p.DB_INSTANCE_CLASS,
                p.DB_ALLOCATED_STORAGE,
                p.DB_ENGINE_VERSION,
            ),
            conditions=(p.GENERATE_PASSWORD,),
            mappings=connection_alarms(p.DB_INSTANCE_CLASS.allowed_values),
            resources=(
                generated,
                subnets,
                parameter_group,
                role,
                instance,
                *secrets,
            ),
            outputs=(Output("DatabaseEndpoint", Description="PostgreSQL endpoint", Value=host),),
        ),
    )


def connection_alarms(
    instance_classes: Sequence[str],
) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Return the mapping of instance class to the number of connections that means trouble."""
    return {
        "DatabaseClass": {
            name: {"ConnectionAlarm": str(INSTANCE_MEMORY[name] * _CONNECTION_ALARM_PER_GIB)}
            for name in instance_classes
        }
    }


def subnet_group(network: Network) -> DBSubnetGroup:
    """Return the group that places the database in both private subnets."""
    return DBSubnetGroup(
        "DatabaseSubnetGroup",
        Metadata=described("Places the database in both private subnets."),
        DBSubnetGroupDescription=Sub("Private subnets of ${AWS::StackName}"),
        SubnetIds=list(network.subnets),
        Tags=name_tag("db-subnet-group"),
    )


def generated_password() -> Secret:
    """Return the secret with the generated master password, made when none is given.

    Its properties may never change: another password would be generated, which the database
    does not have until it is modified too.
    """
    return Secret(
        "DatabasePassword",
        Condition=p.GENERATE_PASSWORD.name,
        **_DELETED,
        Metadata=described(
            "Generates the database's master password when none is given.",
            checkov=_DEFAULT_KEY,
        ),
        # Letters and digits alone survive a URL, JSON and RDS's own rules unescaped.
        GenerateSecretString=GenerateSecretString(PasswordLength=32, ExcludePunctuation=True),
        Tags=name_tag("db-password"),
    )


def password_value(generated: Secret) -> AWSHelperFn:
    """Return the master password: the generated one, read at deploy time, or the given one."""
    return p.GENERATE_PASSWORD.choose(
        Sub(f"{{{{resolve:secretsmanager:${{{generated.title}}}:SecretString}}}}"),
        p.DB_PASSWORD.ref,
    )


def connection_secrets(
    config: TemplateConfig, *, host: AWSHelperFn, password: AWSHelperFn
) -> tuple[Secret, Secret]:
    """Return the page's six-key secret and the secret with the whole URL, in that order.

    ECS cannot put a secret inside another variable, so DATABASE_URL is a secret of its own.
    """
    port = config.database.port
    values = {"Host": host, "Password": password}
    credentials = Secret(
        "DatabaseSecret",
        **_DELETED,
        Metadata=described(
            "The database's credentials and address, for people and tools.",
            checkov=_DEFAULT_KEY,
        ),
        Name=stack_named("db-credentials"),
        SecretString=Sub(
            f'{{"username":"{USER}","password":"${{Password}}","engine":"postgres",'
            f'"host":"${{Host}}","port":{port},"dbname":"{DATABASE}"}}',
            values,
        ),
        Tags=name_tag("db-credentials"),
    )
    url = Secret(
        "DatabaseUrlSecret",
        **_DELETED,
        Metadata=described(
            "The connection URL that containers receive as DATABASE_URL.",
            checkov=_DEFAULT_KEY,
        ),
        Name=stack_named("db-url"),
        SecretString=Sub(
            f"postgresql://{USER}:${{Password}}@${{Host}}:{port}/{DATABASE}?sslmode=require",
            values,
        ),
        Tags=name_tag("db-url"),
    )
    return credentials, url


def monitoring_role() -> Role:
    """Return the role Enhanced Monitoring needs to publish operating system metrics."""
    return Role(
        "DatabaseMonitoringRole",
        Metadata=described("Lets Amazon RDS publish Enhanced Monitoring metrics."),
        AssumeRolePolicyDocument=service_trust("monitoring.rds.amazonaws.com"),
        ManagedPolicyArns=[
            Sub(
                "arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"
            )
        ],
        Tags=name_tag("db-monitoring-role"),
    )
