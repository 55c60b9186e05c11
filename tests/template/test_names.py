"""Physical names: within each service's limits, and constant where a change would replace."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from cfnlint.schema import PROVIDER_SCHEMA_MANAGER
from deployments import DEFAULTS, ParameterSet
from variants import template_data

from axonflow_cfn import LONGEST_STACK_NAME, Deployment, resolve_template

# (longest, pattern) where the provider schemas that cfn-lint ships give none.
LIMITS: Mapping[tuple[str, str], tuple[int, str]] = {
    # Elastic Load Balancing API, CreateLoadBalancer and CreateTargetGroup, Name.
    ("AWS::ElasticLoadBalancingV2::LoadBalancer", "Name"): (
        32,
        r"(?!internal-)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?",
    ),
    ("AWS::ElasticLoadBalancingV2::TargetGroup", "Name"): (
        32,
        r"[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?",
    ),
    # Amazon EC2 API, CreateSecurityGroup, GroupName.
    ("AWS::EC2::SecurityGroup", "GroupName"): (255, r"(?!sg-)[A-Za-z0-9 ._:/()#,@\[\]+=&;{}!$*-]+"),
    # Amazon ECS API, CreateCluster, CreateService, RegisterTaskDefinition.
    ("AWS::ECS::Cluster", "ClusterName"): (255, r"[A-Za-z0-9_-]+"),
    ("AWS::ECS::Service", "ServiceName"): (255, r"[A-Za-z0-9_-]+"),
    ("AWS::ECS::TaskDefinition", "Family"): (255, r"[A-Za-z0-9_-]+"),
    # Secrets Manager API, CreateSecret, Name.
    ("AWS::SecretsManager::Secret", "Name"): (512, r"[A-Za-z0-9/_+=.@-]+"),
    # AWS Certificate Manager API, RequestCertificate: the first name has at most 64 octets.
    ("AWS::CertificateManager::Certificate", "DomainName"): (64, r"([a-z0-9-]{1,63}\.)+[a-z]+"),
    # RFC 1035, 2.3.4: a label has at most 63 octets, a name 255.
    ("AWS::Route53::HostedZone", "Name"): (255, r"([a-z0-9-]{1,63}\.)+[a-z]+"),
    ("AWS::Route53::RecordSet", "Name"): (255, r"([a-z0-9-]{1,63}\.)+[a-z]+"),
    # Amazon CloudWatch API, PutDashboard, DashboardName.
    ("AWS::CloudWatch::Dashboard", "DashboardName"): (255, r"[A-Za-z0-9_-]+"),
}

LONGEST_REGIONS = ("ap-southeast-1", "us-gov-west-1", "cn-northwest-1")
"""The regions with the longest names in their partitions, as far as names hold the region."""


def schema(resource_type: str) -> Mapping[str, Any]:
    found = PROVIDER_SCHEMA_MANAGER.get_resource_schema("us-east-1", resource_type)
    declared: Mapping[str, Any] = found.schema
    return declared


def names(stack_name: str, region: str) -> Iterator[tuple[str, str, str, str]]:
    """Logical id, type, property and value of all that holds the stack's name."""
    chosen = ParameterSet("private-ca")
    deployment = Deployment(
        parameters=chosen.parameters("aws"), region=region, stack_name=stack_name
    )
    for logical_id, resource in resolve_template(template_data(), deployment)["Resources"].items():
        for key, value in resource["Properties"].items():
            if isinstance(value, str) and stack_name in value and not key.endswith("Description"):
                yield logical_id, resource["Type"], key, value


def fits(resource_type: str, key: str, value: str) -> bool:
    if (resource_type, key) in LIMITS:
        longest, pattern = LIMITS[resource_type, key]
        return len(value) <= longest and re.fullmatch(pattern, value) is not None
    declared = schema(resource_type)["properties"][key]
    return (
        len(value) <= declared["maxLength"]
        and re.search(declared.get("pattern", "").replace(r"\p{Print}", "[ -~]"), value) is not None
    )


@pytest.mark.parametrize("region", LONGEST_REGIONS)
def test_every_name_fits_the_longest_stack_name(region: str) -> None:
    checked = list(names("a" * LONGEST_STACK_NAME, region))
    assert len(checked) == 23
    misfits = [
        (logical_id, key, value)
        for logical_id, resource_type, key, value in checked
        if not fits(resource_type, key, value)
    ]
    assert misfits == []


def test_the_longest_stack_name_is_no_shorter_than_it_must_be() -> None:
    misfits = [
        (logical_id, key)
        for logical_id, resource_type, key, value in names(
            "a" * (LONGEST_STACK_NAME + 1), "us-east-1"
        )
        if not fits(resource_type, key, value)
    ]
    assert misfits == [("LoadBalancer", "Name")]


def test_tag_values_fit() -> None:
    """256 characters (AWS general reference, tag restrictions)."""
    deployment = Deployment(
        parameters=DEFAULTS.parameters("aws"), stack_name="a" * LONGEST_STACK_NAME
    )
    for resource in resolve_template(template_data(), deployment)["Resources"].values():
        for tag in resource["Properties"].get("Tags", ()):
            assert len(tag["Value"]) <= 256


REPLACED_FREELY = {
    # Two of the same name may exist, so that a replacement does not collide with what it replaces.
    "AWS::ECS::TaskDefinition",
    "AWS::CertificateManager::Certificate",
}


def parameters_in(value: Any) -> set[str]:
    """Names of the parameters that a value depends on, through conditions too."""
    template = template_data()
    if isinstance(value, list):
        return set().union(*(parameters_in(item) for item in value))
    if not isinstance(value, Mapping):
        return set()
    found: set[str] = set()
    for key, operand in value.items():
        if key == "Ref":
            found |= {operand} & set(template["Parameters"])
        elif key == "Fn::Sub":
            text, variables = operand if isinstance(operand, list) else (operand, {})
            placeholders = re.findall(r"\$\{([^}!]+)\}", text)
            found |= set(placeholders) & set(template["Parameters"]) | parameters_in(variables)
        elif key == "Fn::If":
            condition, *branches = operand
            found |= parameters_in(template["Conditions"][condition]) | parameters_in(branches)
        elif key == "Condition":
            found |= parameters_in(template["Conditions"][operand])
        else:
            found |= parameters_in(operand)
    return found


def named_resources() -> list[str]:
    """Logical ids of resources with a physical name of their own, which no two may share."""
    resources = template_data()["Resources"]
    return sorted(
        {
            logical_id
            for logical_id, resource_type, key, _ in names("axonflow-prod", "us-east-1")
            if resource_type not in REPLACED_FREELY
            and f"/properties/{key}" in schema(resource_type)["createOnlyProperties"]
        }
        | {
            name
            for name in resources
            if resources[name]["Type"].startswith("AWS::ServiceDiscovery")
        }
    )


def test_named_resources_are_found() -> None:
    assert len(named_resources()) == 20


@pytest.mark.parametrize("logical_id", named_resources())
def test_create_only_properties_of_named_resources_are_constant(logical_id: str) -> None:
    """A replacement under the same name fails, so that no parameter but VpcId may ask for one."""
    resource = template_data()["Resources"][logical_id]
    declared = schema(resource["Type"])
    paths = [
        *declared["createOnlyProperties"],
        *declared.get("conditionalCreateOnlyProperties", ()),
    ]
    fixed = {path.split("/")[2] for path in paths} & set(resource["Properties"])
    assert fixed
    moving = {name: parameters_in(resource["Properties"][name]) - {"VpcId"} for name in fixed}
    assert moving == {name: set() for name in fixed}


@pytest.mark.parametrize(
    ("logical_id", "properties"),
    [
        # Another property would generate another password, which the database does not have.
        (
            "DatabasePassword",
            {
                "GenerateSecretString": {"PasswordLength": 32, "ExcludePunctuation": True},
                "Tags": [{"Key": "Name", "Value": {"Fn::Sub": "${AWS::StackName}-db-password"}}],
            },
        ),
        # Another name would replace the namespace under the services that are registered in it.
        (
            "DiscoveryNamespace",
            {
                "Name": {"Fn::Sub": "${AWS::StackName}.axonflow.internal"},
                "Vpc": {"Ref": "VpcId"},
                "Tags": [{"Key": "Name", "Value": {"Fn::Sub": "${AWS::StackName}-namespace"}}],
            },
        ),
        (
            "OrchestratorDiscovery",
            {
                "Name": "orchestrator",
                "NamespaceId": {"Ref": "DiscoveryNamespace"},
                "DnsConfig": {
                    "DnsRecords": [{"Type": "A", "TTL": 10}],
                    "RoutingPolicy": "MULTIVALUE",
                },
                "HealthCheckCustomConfig": {"FailureThreshold": 1},
                "Tags": [
                    {
                        "Key": "Name",
                        "Value": {"Fn::Sub": "${AWS::StackName}-orchestrator-discovery"},
                    }
                ],
            },
        ),
    ],
)
def test_frozen_properties(logical_id: str, properties: Mapping[str, Any]) -> None:
    assert template_data()["Resources"][logical_id]["Properties"] == properties
