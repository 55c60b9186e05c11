"""A variant: an Aurora PostgreSQL cluster in place of the stock database layer.

The other layers are the stock ones; they see the database only through its handles.
Run it: ``python examples/aurora.py > aurora.yaml``
"""

import sys
from dataclasses import replace

from troposphere import AWSHelperFn, FindInMap, GetAtt, Output, Ref, Sub, Template, rds

from axonflow_cfn import (
    Database,
    Fragment,
    Network,
    Stack,
    TemplateConfig,
    assemble,
    build_compute,
    build_iam,
    build_logs,
    build_monitoring,
    build_network,
    describe,
    described,
    ignored,
    render_template,
)
from axonflow_cfn import parameters as p
from axonflow_cfn.layers import database as stock
from axonflow_cfn.naming import name_tag, stack_named

INSTANCE_CLASS = replace(
    p.DB_INSTANCE_CLASS,
    description="Instance class of the cluster's two instances.",
    allowed_values=(
        "db.t3.medium",
        "db.r5.large",
        "db.r5.xlarge",
        "db.t4g.medium",
        "db.t4g.large",
        "db.r6g.large",
        "db.r6g.xlarge",
        "db.r7g.large",
        "db.r7g.xlarge",
    ),
)
"""Aurora offers fewer classes than RDS for PostgreSQL."""

ENGINE = "aurora-postgresql"
ZONES = (1, 2)


def build_aurora(config: TemplateConfig, *, network: Network) -> Database:
    """Build a cluster with an instance in each zone; it offers the stock layer's handles."""
    generated = stock.generated_password()
    password = stock.password_value(generated)
    subnets = stock.subnet_group(network)
    role = stock.monitoring_role()
    parameter_group = rds.DBClusterParameterGroup(
        "DatabaseParameterGroup",
        Metadata=described("Refuses connections without TLS."),
        Family="aurora-postgresql15",
        Description=Sub("Aurora PostgreSQL 15 settings of ${AWS::StackName}"),
        Parameters={"rds.force_ssl": "1"},
        Tags=name_tag("db-parameter-group"),
    )
    cluster = _cluster(config, network, Ref("DatabaseParameterGroup"), password)
    instances = [_instance(zone) for zone in ZONES]
    host = GetAtt("Database", "Endpoint.Address")
    secrets = stock.connection_secrets(config, host=host, password=password)
    for secret in secrets:
        secret.DependsOn = ["DatabaseInstance1"]  # a cluster alone accepts no connection
    return Database(
        url_secret=Ref("DatabaseUrlSecret"),
        metric_dimension=("DBInstanceIdentifier", Ref("DatabaseInstance1")),
        free_storage_metric="FreeLocalStorage",
        connection_alarm=FindInMap("DatabaseClass", INSTANCE_CLASS.ref, "ConnectionAlarm"),
        fragment=Fragment(
            params=(p.DB_PASSWORD, INSTANCE_CLASS, p.DB_ENGINE_VERSION),
            conditions=(p.GENERATE_PASSWORD,),
            mappings=stock.connection_alarms(INSTANCE_CLASS.allowed_values),
            resources=(generated, subnets, parameter_group, role, cluster, *instances, *secrets),
            outputs=(Output("DatabaseEndpoint", Description="PostgreSQL endpoint", Value=host),),
        ),
    )


def build_stack(config: TemplateConfig) -> Stack:
    """Build the stock layers around the cluster."""
    network = build_network(config)
    logs = build_logs(config)
    database = build_aurora(config, network=network)
    iam = build_iam(config, logs=logs, database=database)
    compute = build_compute(config, network=network, logs=logs, database=database, iam=iam)
    return Stack(
        network=network,
        logs=logs,
        database=database,
        iam=iam,
        compute=compute,
        monitoring=build_monitoring(config, network=network, database=database, compute=compute),
    )


def build_template(config: TemplateConfig) -> Template:
    """Return the variant's template."""
    return assemble(*build_stack(config).fragments, description=describe(config))


def _cluster(
    config: TemplateConfig, network: Network, parameter_group: Ref, password: AWSHelperFn
) -> rds.DBCluster:
    return rds.DBCluster(
        "Database",
        DependsOn=[network.https_listener],
        DeletionPolicy="Snapshot",
        UpdateReplacePolicy="Snapshot",
        Metadata=described(
            "Aurora PostgreSQL cluster; a snapshot is taken when it is deleted.",
            cfn_lint=ignored(
                "W1011",
                "CFV-W2501",
                reason="The password is a NoEcho parameter, or by default a generated secret.",
            ),
        ),
        DBClusterIdentifier=stack_named("db"),
        DatabaseName=stock.DATABASE,
        Engine=ENGINE,
        EngineVersion=p.DB_ENGINE_VERSION.ref,
        StorageEncrypted=True,
        Port=config.database.port,
        MasterUsername=stock.USER,
        MasterUserPassword=password,
        DBSubnetGroupName=Ref("DatabaseSubnetGroup"),
        DBClusterParameterGroupName=parameter_group,
        VpcSecurityGroupIds=[network.database_security_group],
        BackupRetentionPeriod=7,
        PreferredBackupWindow="03:00-04:00",
        PreferredMaintenanceWindow="sun:04:00-sun:05:00",
        CopyTagsToSnapshot=True,
        EnableCloudwatchLogsExports=["postgresql"],
        Tags=name_tag("db"),
    )


def _instance(zone: int) -> rds.DBInstance:
    return rds.DBInstance(
        f"DatabaseInstance{zone}",
        # The cluster's snapshot holds all data; Aurora instances have none of their own.
        DeletionPolicy="Delete",
        UpdateReplacePolicy="Delete",
        Metadata=described(f"Instance {zone} of the cluster."),
        DBInstanceIdentifier=stack_named(f"db-{zone}"),
        DBClusterIdentifier=Ref("Database"),
        DBInstanceClass=INSTANCE_CLASS.ref,
        Engine=ENGINE,
        AutoMinorVersionUpgrade=True,
        PubliclyAccessible=False,
        MonitoringInterval=60,
        MonitoringRoleArn=GetAtt("DatabaseMonitoringRole", "Arn"),
        EnablePerformanceInsights=True,
        PerformanceInsightsRetentionPeriod=7,
        Tags=name_tag(f"db-{zone}"),
    )


if __name__ == "__main__":
    sys.stdout.write(render_template(build_template(TemplateConfig())))
