"""Every rule and every parameter constraint, with inputs it must accept and must refuse."""

from collections.abc import Mapping, Sequence

import pytest
from deployments import DEFAULTS, NETWORK, SUBNETS, ParameterSet, everywhere
from variants import template_data

from axonflow_cfn import refusals

SAME_VPC = "Choose PrivateSubnet1 and PrivateSubnet2 from the VPC chosen in VpcId."
OTHER_ZONE = "Choose PrivateSubnet1 and PrivateSubnet2 in different Availability Zones."
ONE_SOURCE = "Give exactly one of CertificateArn, PrivateCertificateAuthorityArn, HostedZoneId."
ZONE_NAME = "HostedZoneId needs DomainName: give the host name to certify in that zone."
NAME_ALONE = "DomainName goes with HostedZoneId or CertificateArn only: leave it empty."

CERTIFICATE = "arn:aws:acm:eu-west-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
CA = "arn:aws:acm-pca:eu-west-1:123456789012:certificate-authority/01234567-89ab-cdef-0123-456789abcdef"
ZONE = "Z0123456789ABCDEFGHIJ"
NOTHING = {"CertificateArn": ""}


def answers(changed: Mapping[str, str], subnets: Mapping[str, Mapping[str, str]]) -> list[str]:
    """The sentences with which these values are refused, the others being the defaults' set."""
    return refusals(template_data(), {**DEFAULTS.parameters("aws"), **changed}, subnets)


@pytest.mark.parametrize(
    ("chosen", "partition"),
    [pytest.param(chosen, partition, id=name) for name, chosen, partition in everywhere()],
)
def test_every_set_is_accepted(chosen: ParameterSet, partition: str) -> None:
    assert refusals(template_data(), chosen.parameters(partition), SUBNETS) == []


REFUSED_SOURCES: Sequence[tuple[Mapping[str, str], Sequence[str]]] = (
    (NOTHING, [ONE_SOURCE]),
    ({"PrivateCertificateAuthorityArn": CA}, [ONE_SOURCE]),
    ({"HostedZoneId": ZONE, "DomainName": "a.example.com"}, [ONE_SOURCE]),
    ({"HostedZoneId": ZONE}, [ONE_SOURCE, ZONE_NAME]),
    ({"PrivateCertificateAuthorityArn": CA, "HostedZoneId": ZONE}, [ONE_SOURCE, ZONE_NAME]),
    (
        {
            **NOTHING,
            "PrivateCertificateAuthorityArn": CA,
            "HostedZoneId": ZONE,
            "DomainName": "a.example.com",
        },
        [ONE_SOURCE, NAME_ALONE],
    ),
    ({**NOTHING, "HostedZoneId": ZONE}, [ZONE_NAME]),
    (
        {**NOTHING, "PrivateCertificateAuthorityArn": CA, "DomainName": "a.example.com"},
        [NAME_ALONE],
    ),
    ({**NOTHING, "DomainName": "a.example.com"}, [ONE_SOURCE]),
)


@pytest.mark.parametrize(("changed", "sentences"), REFUSED_SOURCES)
def test_certificate_sources_refused(changed: Mapping[str, str], sentences: Sequence[str]) -> None:
    assert answers(changed, SUBNETS) == sentences


FIRST, SECOND = NETWORK["PrivateSubnet1"], NETWORK["PrivateSubnet2"]
HERE = NETWORK["VpcId"]


@pytest.mark.parametrize(
    ("first", "second", "sentences"),
    [
        ((HERE, "zone-a"), (HERE, "zone-b"), []),
        ((HERE, "zone-a"), (HERE, "zone-a"), [OTHER_ZONE]),
        (("vpc-other", "zone-a"), (HERE, "zone-b"), [SAME_VPC]),
        ((HERE, "zone-a"), ("vpc-other", "zone-b"), [SAME_VPC]),
        (("vpc-other", "zone-a"), ("vpc-other", "zone-a"), [SAME_VPC, OTHER_ZONE]),
    ],
)
def test_subnets(first: tuple[str, str], second: tuple[str, str], sentences: Sequence[str]) -> None:
    keys = ("VpcId", "AvailabilityZone")
    found = {
        FIRST: dict(zip(keys, first, strict=True)),
        SECOND: dict(zip(keys, second, strict=True)),
    }
    assert answers({}, found) == sentences


def test_the_same_subnet_twice_is_refused() -> None:
    assert answers({"PrivateSubnet2": FIRST}, SUBNETS) == [OTHER_ZONE]


def test_every_sentence_of_every_rule_is_tested() -> None:
    declared = {
        assertion["AssertDescription"]
        for rule in template_data()["Rules"].values()
        for assertion in rule["Assertions"]
    }
    assert declared == {SAME_VPC, OTHER_ZONE, ONE_SOURCE, ZONE_NAME, NAME_ALONE}


ACCEPTED_VALUES: Mapping[str, Sequence[str]] = {
    "PricingTier": ("Pilot", "Growth", "Enterprise"),
    "AllowedCidr": ("0.0.0.0/0", "10.0.0.0/8", "192.168.255.254/32", "172.16.0.0/12"),
    "CertificateArn": (
        CERTIFICATE,
        CERTIFICATE.replace("aws", "aws-us-gov"),
        CERTIFICATE.replace("aws", "aws-cn"),
    ),
    "AgentDesiredCount": ("1", "5", "50"),
    "OrchestratorDesiredCount": ("1", "10", "50"),
    "DBPassword": ("", "A" * 16, "z" * 64, "AZaz09._~-AZaz09"),
    "DBInstanceClass": ("db.t3.medium", "db.r7g.xlarge"),
    "DBAllocatedStorage": ("100", "399"),
    "DBEngineVersion": ("15", "15.4", "15.18"),
    "EnableExecuteCommand": ("true", "false"),
    "AlarmTopicArn": ("", "arn:aws-cn:sns:cn-north-1:123456789012:Alarms_1-a"),
    "AccessLogsBucket": ("", "abc", "my.logs-1", "a" * 63),
    "DeploymentId": ("1", "2026-11-24_a.b", "x" * 64),
    "DomainName": ("", "axonflow.example.com", "a-b.c0.io", "a.bc"),
}

REFUSED_VALUES: Mapping[str, Sequence[str]] = {
    "PricingTier": ("", "growth", "Free"),
    "AllowedCidr": (
        "",
        "10.0.0.0",
        "10.0.0.0/33",
        "256.0.0.0/8",
        "::/0",
        "10.0.0/8",
        "010.0.0.0/8",
    ),
    "CertificateArn": ("x", CA, CERTIFICATE + "/", "arn:aws:acm:eu-west-1:1:certificate/0"),
    "PrivateCertificateAuthorityArn": ("x", CERTIFICATE),
    "HostedZoneId": ("x", "/hostedzone/Z0", "z0123", "Z" + "0" * 32),
    "DomainName": (
        "localhost",
        "Axonflow.example.com",
        "*.example.com",
        "-a.example.com",
        "a..com",
        "https://a.com",
        f"{'a' * 63}.com.",
        "a.example.com" + ".com" * 13,
    ),
    "AgentDesiredCount": ("0", "51", "-1", "", "five", "5 "),
    "OrchestratorDesiredCount": ("0", "51", "ten"),
    "DBPassword": ("A" * 15, "A" * 65, *("A" * 16 + bad for bad in "@:/%#?\"'\\ +&é\n")),
    "DBInstanceClass": ("", "db.t2.micro", "t3.medium"),
    "DBAllocatedStorage": ("99", "400", "1TB"),
    "DBEngineVersion": ("", "14", "15.", "15.x", "16.1", "150"),
    "EnableExecuteCommand": ("", "True", "yes"),
    "AlarmTopicArn": (
        "alarms",
        "arn:aws:sqs:eu-west-1:123456789012:a",
        "arn:aws:sns:eu-west-1:123456789012:a.fifo",
    ),
    "AccessLogsBucket": ("ab", "A-bucket", "s3://bucket", "-abc", "a" * 64, "bucket/prefix"),
    "DeploymentId": ("", "a b", "x" * 65),
}


@pytest.mark.parametrize(
    ("parameter", "value"),
    [(name, value) for name, values in ACCEPTED_VALUES.items() for value in values],
)
def test_values_accepted(parameter: str, value: str) -> None:
    assert answers({parameter: value}, SUBNETS) == []


@pytest.mark.parametrize(
    ("parameter", "value"),
    [(name, value) for name, values in REFUSED_VALUES.items() for value in values],
)
def test_values_refused(parameter: str, value: str) -> None:
    constraint = template_data()["Parameters"][parameter]["ConstraintDescription"]
    assert answers({parameter: value}, SUBNETS) == [f"{parameter}: {constraint}"]


def test_every_constraint_is_tested() -> None:
    constrained = {
        name
        for name, declared in template_data()["Parameters"].items()
        if "ConstraintDescription" in declared
    }
    assert set(REFUSED_VALUES) == constrained


@pytest.mark.parametrize("name", ["VpcId", "PrivateSubnet1", "PrivateSubnet2"])
def test_parameters_without_default_are_required(name: str) -> None:
    given = {key: value for key, value in DEFAULTS.parameters("aws").items() if key != name}
    assert refusals(template_data(), given, SUBNETS) == [f"{name} needs a value"]
