"""Database: what the page leaves open, its parameters, and the handles."""

import json
from typing import Any

import jmespath
import pytest
from deployments import DEFAULTS, ParameterSet
from resolved import search, searchable
from variants import template_data

from axonflow_cfn import DatabaseConfig, TemplateConfig
from axonflow_cfn.layers.database import build_database
from axonflow_cfn.layers.network import build_network


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        # A bad certificate fails in seconds: it must not have started a Multi-AZ create by then.
        ("Attributes.Database.DependsOn", ["HttpsListener"]),
        ("Database.PubliclyAccessible", False),
        ("Database.AutoMinorVersionUpgrade", True),
        ("Database.[AllowMajorVersionUpgrade, CACertificateIdentifier, KmsKeyId]", [None] * 3),
        ("Database.CopyTagsToSnapshot", True),
        ("Database.Port", "5432"),
        ("Database.VPCSecurityGroups", ["${DatabaseSecurityGroup.GroupId}"]),
        (
            "DatabaseMonitoringRole.ManagedPolicyArns",
            ["arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"],
        ),
        # Rotation: Not configured. The name is fixed, so that the secrets go with the stack.
        ("Attributes.*.Type | [?contains(@, 'Rotation')]", []),
        ("Attributes.DatabaseSecret.[DeletionPolicy, UpdateReplacePolicy]", ["Delete"] * 2),
        ("Attributes.DatabaseUrlSecret.[DeletionPolicy, UpdateReplacePolicy]", ["Delete"] * 2),
        ("Attributes.DatabasePassword.[DeletionPolicy, UpdateReplacePolicy]", ["Delete"] * 2),
        ("DatabaseSecret.Name", "axonflow-prod-db-credentials"),
        ("DatabaseUrlSecret.Name", "axonflow-prod-db-url"),
    ],
)
def test_what_the_page_leaves_open(path: str, expected: Any) -> None:
    assert search(path) == expected


@pytest.mark.parametrize(
    ("parameter", "value", "path"),
    [
        ("DBInstanceClass", "db.r6g.large", "Database.DBInstanceClass"),
        ("DBAllocatedStorage", "399", "Database.AllocatedStorage"),
        ("DBEngineVersion", "15.4", "Database.EngineVersion"),
    ],
)
def test_parameters_arrive(parameter: str, value: str, path: str) -> None:
    deployment = DEFAULTS.deployment()
    parameters = {**deployment.parameters, parameter: value}
    found = searchable(template_data(), type(deployment)(parameters=parameters))
    assert jmespath.search(path, found) == value


@pytest.mark.parametrize("password_given", [True, False])
def test_the_six_key_secret_is_json_with_the_pages_keys(*, password_given: bool) -> None:
    chosen = ParameterSet("imported", password_given=password_given)
    secret = json.loads(search("DatabaseSecret.SecretString", chosen))
    assert list(secret) == ["username", "password", "engine", "host", "port", "dbname"]


def test_the_port_follows_the_config() -> None:
    config = TemplateConfig(database=DatabaseConfig(port=6432))
    assert search("Database.Port", config=config) == "6432"
    secret = json.loads(search("DatabaseSecret.SecretString", config=config))
    assert secret["port"] == 6432
    url = search("DatabaseUrlSecret.SecretString", config=config)
    assert url.endswith("@${Database.Endpoint.Address}:6432/axonflow?sslmode=require")


ALARMS = {
    name: int(values["ConnectionAlarm"])
    for name, values in template_data()["Mappings"]["DatabaseClass"].items()
}


def test_every_allowed_class_has_its_connection_alarm() -> None:
    assert list(ALARMS) == template_data()["Parameters"]["DBInstanceClass"]["AllowedValues"]


MEMORY_GIB = {"t3.medium": 4, "t4g.medium": 4, "t3.large": 8, "t4g.large": 8, "m6g.large": 8}
"""Amazon EC2 instance types; the r families have 16 GiB for large and 32 for xlarge."""


@pytest.mark.parametrize("instance_class", ALARMS)
def test_connections_alarm_at_four_fifths_of_what_rds_allows(instance_class: str) -> None:
    name = instance_class.removeprefix("db.")
    memory = MEMORY_GIB.get(name, 32 if name.endswith("xlarge") else 16)
    # memory / 9,531,392 bytes (Amazon RDS user guide); the instance's own system takes some.
    allowed = memory * 1024**3 / 9_531_392
    assert 0.68 * allowed <= ALARMS[instance_class] <= 0.8 * allowed


def test_handles_are_values() -> None:
    config = TemplateConfig()
    database = build_database(config, network=build_network(config))
    assert database.url_secret.to_dict() == {"Ref": "DatabaseUrlSecret"}
    name, value = database.metric_dimension
    assert (name, value.to_dict()) == ("DBInstanceIdentifier", {"Ref": "Database"})
    assert database.free_storage_metric == "FreeStorageSpace"
    assert database.connection_alarm.to_dict() == {
        "Fn::FindInMap": ["DatabaseClass", {"Ref": "DBInstanceClass"}, "ConnectionAlarm"]
    }
