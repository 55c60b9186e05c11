"""What others rely on: logical ids, parameters and outputs. A change here is a major version."""

import re
from collections.abc import Mapping
from typing import Any

import pytest
from deployments import ParameterSet
from variants import template_data

from axonflow_cfn import resolve_template

LOGICAL_IDS: Mapping[str, str] = {
    "LoadBalancerSecurityGroup": "AWS::EC2::SecurityGroup",
    "AgentSecurityGroup": "AWS::EC2::SecurityGroup",
    "OrchestratorSecurityGroup": "AWS::EC2::SecurityGroup",
    "DatabaseSecurityGroup": "AWS::EC2::SecurityGroup",
    "LoadBalancer": "AWS::ElasticLoadBalancingV2::LoadBalancer",
    "AgentTargetGroup": "AWS::ElasticLoadBalancingV2::TargetGroup",
    "PrivateCertificate": "AWS::CertificateManager::Certificate",
    "PublicCertificate": "AWS::CertificateManager::Certificate",
    "PrivateHostedZone": "AWS::Route53::HostedZone",
    "PrivateAliasRecord": "AWS::Route53::RecordSet",
    "PublicAliasRecord": "AWS::Route53::RecordSet",
    "HttpsListener": "AWS::ElasticLoadBalancingV2::Listener",
    "HttpListener": "AWS::ElasticLoadBalancingV2::Listener",
    "DiscoveryNamespace": "AWS::ServiceDiscovery::PrivateDnsNamespace",
    "OrchestratorDiscovery": "AWS::ServiceDiscovery::Service",
    "AgentLogGroup": "AWS::Logs::LogGroup",
    "OrchestratorLogGroup": "AWS::Logs::LogGroup",
    "DatabasePassword": "AWS::SecretsManager::Secret",
    "DatabaseSubnetGroup": "AWS::RDS::DBSubnetGroup",
    "DatabaseParameterGroup": "AWS::RDS::DBParameterGroup",
    "DatabaseMonitoringRole": "AWS::IAM::Role",
    "Database": "AWS::RDS::DBInstance",
    "DatabaseSecret": "AWS::SecretsManager::Secret",
    "DatabaseUrlSecret": "AWS::SecretsManager::Secret",
    "TaskExecutionRole": "AWS::IAM::Role",
    "TaskRole": "AWS::IAM::Role",
    "Cluster": "AWS::ECS::Cluster",
    "AgentTaskDefinition": "AWS::ECS::TaskDefinition",
    "AgentService": "AWS::ECS::Service",
    "AgentScalableTarget": "AWS::ApplicationAutoScaling::ScalableTarget",
    "AgentScalingPolicy": "AWS::ApplicationAutoScaling::ScalingPolicy",
    "OrchestratorTaskDefinition": "AWS::ECS::TaskDefinition",
    "OrchestratorService": "AWS::ECS::Service",
    "OrchestratorScalableTarget": "AWS::ApplicationAutoScaling::ScalableTarget",
    "OrchestratorScalingPolicy": "AWS::ApplicationAutoScaling::ScalingPolicy",
    "Dashboard": "AWS::CloudWatch::Dashboard",
    "AgentsUnhealthyAlarm": "AWS::CloudWatch::Alarm",
    "AgentErrorsAlarm": "AWS::CloudWatch::Alarm",
    "LoadBalancerErrorsAlarm": "AWS::CloudWatch::Alarm",
    "LatencyAlarm": "AWS::CloudWatch::Alarm",
    "AgentCpuAlarm": "AWS::CloudWatch::Alarm",
    "AgentTasksMissingAlarm": "AWS::CloudWatch::Alarm",
    "OrchestratorCpuAlarm": "AWS::CloudWatch::Alarm",
    "OrchestratorTasksMissingAlarm": "AWS::CloudWatch::Alarm",
    "DatabaseCpuAlarm": "AWS::CloudWatch::Alarm",
    "DatabaseConnectionsAlarm": "AWS::CloudWatch::Alarm",
    "DatabaseStorageAlarm": "AWS::CloudWatch::Alarm",
    "DatabaseMemoryAlarm": "AWS::CloudWatch::Alarm",
}

PARAMETERS: Mapping[str, tuple[str, Any]] = {
    "PricingTier": ("String", "Growth"),
    "VpcId": ("AWS::EC2::VPC::Id", None),
    "PrivateSubnet1": ("AWS::EC2::Subnet::Id", None),
    "PrivateSubnet2": ("AWS::EC2::Subnet::Id", None),
    "AllowedCidr": ("String", "0.0.0.0/0"),
    "CertificateArn": ("String", ""),
    "PrivateCertificateAuthorityArn": ("String", ""),
    "HostedZoneId": ("String", ""),
    "DomainName": ("String", ""),
    "AgentDesiredCount": ("Number", 5),
    "OrchestratorDesiredCount": ("Number", 10),
    "DBPassword": ("String", ""),
    "DBInstanceClass": ("String", "db.t3.medium"),
    "DBAllocatedStorage": ("Number", 100),
    "DBEngineVersion": ("String", "15"),
    "AccessLogsBucket": ("String", ""),
    "EnableExecuteCommand": ("String", "true"),
    "DeploymentId": ("String", "1"),
    "AlarmTopicArn": ("String", ""),
}

GROUPS: Mapping[str, tuple[str, ...]] = {
    "Plan": ("PricingTier",),
    "Network": ("VpcId", "PrivateSubnet1", "PrivateSubnet2", "AllowedCidr"),
    "TLS": ("CertificateArn", "PrivateCertificateAuthorityArn", "HostedZoneId", "DomainName"),
    "Capacity": ("AgentDesiredCount", "OrchestratorDesiredCount"),
    "Database": ("DBPassword", "DBInstanceClass", "DBAllocatedStorage", "DBEngineVersion"),
    "Operations": ("AccessLogsBucket", "EnableExecuteCommand", "DeploymentId", "AlarmTopicArn"),
}

OUTPUTS: Mapping[str, str] = {
    # The page's six, with its descriptions, and two more.
    "AgentEndpoint": "HTTPS endpoint for Agent API",
    "AgentUrl": "URL for Agent API whose host the certificate names",
    "DatabaseEndpoint": "PostgreSQL endpoint",
    "ClusterName": "ECS cluster name",
    "PricingTierDeployed": "Selected pricing tier",
    "AgentServiceName": "Agent ECS service name",
    "OrchestratorServiceName": "Orchestrator ECS service name",
    "DashboardUrl": "CloudWatch dashboard",
}


def test_logical_ids() -> None:
    found = {name: resource["Type"] for name, resource in template_data()["Resources"].items()}
    assert found == LOGICAL_IDS


def test_parameters() -> None:
    found = {
        name: (declared["Type"], declared.get("Default"))
        for name, declared in template_data()["Parameters"].items()
    }
    assert found == PARAMETERS


def test_outputs() -> None:
    outputs = template_data()["Outputs"]
    assert {name: output["Description"] for name, output in outputs.items()} == OUTPUTS
    # An exported name that another stack imports would block updates.
    assert not any("Export" in output for output in outputs.values())


def test_console_groups_and_labels() -> None:
    interface = template_data()["Metadata"]["AWS::CloudFormation::Interface"]
    found = {
        group["Label"]["default"]: tuple(group["Parameters"])
        for group in interface["ParameterGroups"]
    }
    assert found == GROUPS
    assert list(found) == list(GROUPS)
    assert set(interface["ParameterLabels"]) == set(PARAMETERS)


@pytest.mark.parametrize("name", PARAMETERS)
def test_every_parameter_explains_itself(name: str) -> None:
    declared = template_data()["Parameters"][name]
    assert declared["Description"].endswith(".")
    assert ("ConstraintDescription" in declared) == (declared["Type"] in {"String", "Number"})


def test_the_password_alone_is_not_echoed() -> None:
    parameters = template_data()["Parameters"]
    assert [name for name, declared in parameters.items() if declared.get("NoEcho")] == [
        "DBPassword"
    ]


@pytest.mark.parametrize("logical_id", LOGICAL_IDS)
def test_every_resource_says_what_it_is_for(logical_id: str) -> None:
    """Deploy progress and the documentation show this sentence."""
    sentence = template_data()["Resources"][logical_id]["Metadata"]["Description"]
    assert re.fullmatch(r"[A-Z][^\n]{10,78}\.", sentence)


def test_suppressions_of_cfn_lint() -> None:
    assert set(template_data()["Metadata"]) == {"AWS::CloudFormation::Interface"}
    assert {
        name: resource["Metadata"]["cfn-lint"]
        for name, resource in template_data()["Resources"].items()
        if "cfn-lint" in resource["Metadata"]
    } == {
        "Database": {
            "config": {"ignore_checks": ["W1011", "CFV-W2501"]},
            "reason": "The password is a NoEcho parameter, or by default a generated secret.",
        }
    }


@pytest.mark.parametrize("logical_id", LOGICAL_IDS)
def test_every_suppression_has_its_reason_beside_it(logical_id: str) -> None:
    metadata = template_data()["Resources"][logical_id]["Metadata"]
    assert set(metadata) <= {"Description", "cfn-lint", "checkov"}
    reasons = [skip["comment"] for skip in metadata.get("checkov", {}).get("skip", ())]
    reasons += [metadata["cfn-lint"]["reason"]] if "cfn-lint" in metadata else []
    assert all(re.fullmatch(r"[A-Z].{10,}\.", reason) for reason in reasons)


PHYSICAL_NAME = {
    "AWS::EC2::SecurityGroup": "GroupName",
    "AWS::ECS::Cluster": "ClusterName",
    "AWS::ECS::Service": "ServiceName",
    "AWS::ECS::TaskDefinition": "Family",
    "AWS::ElasticLoadBalancingV2::LoadBalancer": "Name",
    "AWS::ElasticLoadBalancingV2::TargetGroup": "Name",
    "AWS::RDS::DBInstance": "DBInstanceIdentifier",
    "AWS::SecretsManager::Secret": "Name",
}

UNTAGGED = {
    # CloudFormation gives these types no tags, or none that a name would help in.
    "AWS::ApplicationAutoScaling::ScalableTarget",
    "AWS::ApplicationAutoScaling::ScalingPolicy",
    "AWS::CloudWatch::Alarm",
    "AWS::CloudWatch::Dashboard",
    "AWS::ElasticLoadBalancingV2::Listener",
    "AWS::Route53::RecordSet",
}


def test_name_tags_follow_the_convention_and_equal_the_physical_name() -> None:
    deployment = ParameterSet("private-ca").deployment()
    resources = resolve_template(template_data(), deployment)["Resources"]
    assert {item["Type"] for item in resources.values()} >= set(PHYSICAL_NAME) | UNTAGGED
    for name, resource in resources.items():
        properties = resource["Properties"]
        tags = properties.get("Tags", properties.get("HostedZoneTags"))
        if resource["Type"] in UNTAGGED:
            assert tags is None, name
            continue
        (tag,) = [tag["Value"] for tag in tags if tag["Key"] == "Name"]
        assert re.fullmatch(r"axonflow-prod(-[a-z0-9]+)+", tag), name
        physical = properties.get(PHYSICAL_NAME.get(resource["Type"], ""), tag)
        assert tag == physical, name
