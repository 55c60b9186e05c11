"""Named deployments: the parameter sets that the tests resolve and verify the template for.

They cover every pair of positions: each certificate source with each password, tier and switch,
each switch with each other one (``template/test_conditions.py`` holds them to it).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from axonflow_cfn import LONGEST_STACK_NAME, Deployment

REGIONS: Mapping[str, str] = {
    "aws": "us-east-1",
    "aws-us-gov": "us-gov-west-1",
    "aws-cn": "cn-north-1",
}
"""One region of each partition."""

ACCOUNT = "123456789012"
PASSWORD = "Given.Password_0123456789~-"
NETWORK: Mapping[str, str] = {
    "VpcId": "vpc-0123456789abcdef0",
    "PrivateSubnet1": "subnet-0123456789abcdef0",
    "PrivateSubnet2": "subnet-0123456789abcdef1",
}
SUBNETS: Mapping[str, Mapping[str, str]] = {
    NETWORK["PrivateSubnet1"]: {"VpcId": NETWORK["VpcId"], "AvailabilityZone": "zone-a"},
    NETWORK["PrivateSubnet2"]: {"VpcId": NETWORK["VpcId"], "AvailabilityZone": "zone-b"},
}
"""What the account has, as the template's rules look at it."""


@dataclass(frozen=True)
class ParameterSet:
    """One customer's choices; what is not chosen keeps its default."""

    certificate: str
    tier: str = "Growth"
    password_given: bool = False
    execute_command: bool = True
    alarm_topic: bool = False
    access_logs: bool = False
    agents: int = 5
    orchestrators: int = 10
    stack_name: str = "axonflow-prod"

    def parameters(self, partition: str) -> dict[str, str]:
        """The template's parameters in that partition."""
        arn = f"arn:{partition}:{{}}:{REGIONS[partition]}:{ACCOUNT}:{{}}"
        unique = "01234567-89ab-cdef-0123-456789abcdef"
        certificate = arn.format("acm", f"certificate/{unique}")
        sources = {
            "imported": {"CertificateArn": certificate},
            "imported-named": {"CertificateArn": certificate, "DomainName": "axonflow.example.com"},
            "private-ca": {
                "PrivateCertificateAuthorityArn": arn.format(
                    "acm-pca", f"certificate-authority/{unique}"
                )
            },
            "hosted-zone": {
                "HostedZoneId": "Z0123456789ABCDEFGHIJ",
                "DomainName": "axonflow.example.com",
            },
        }
        return {
            **NETWORK,
            **sources[self.certificate],
            "PricingTier": self.tier,
            "AgentDesiredCount": str(self.agents),
            "OrchestratorDesiredCount": str(self.orchestrators),
            "EnableExecuteCommand": "true" if self.execute_command else "false",
            "DBPassword": PASSWORD if self.password_given else "",
            "AlarmTopicArn": arn.format("sns", "alarms") if self.alarm_topic else "",
            "AccessLogsBucket": "example-access-logs" if self.access_logs else "",
        }

    def deployment(self, partition: str = "aws") -> Deployment:
        """The deployment of these choices in that partition."""
        return Deployment(
            parameters=self.parameters(partition),
            region=REGIONS[partition],
            stack_name=self.stack_name,
            account_id=ACCOUNT,
        )


DEFAULTS = ParameterSet("imported")

SETS: Mapping[str, ParameterSet] = {
    "defaults": DEFAULTS,
    "imported-pilot": ParameterSet("imported", "Pilot", execute_command=False, alarm_topic=True),
    "imported-enterprise": ParameterSet(
        "imported", "Enterprise", password_given=True, execute_command=False, access_logs=True
    ),
    "named-pilot": ParameterSet(
        "imported-named", "Pilot", execute_command=False, access_logs=True, agents=1
    ),
    "named-growth": ParameterSet(
        "imported-named", password_given=True, execute_command=False, access_logs=True
    ),
    "named-enterprise": ParameterSet(
        "imported-named", "Enterprise", password_given=True, alarm_topic=True, orchestrators=1
    ),
    "private-ca-pilot": ParameterSet(
        "private-ca", "Pilot", password_given=True, alarm_topic=True, access_logs=True
    ),
    "private-ca-growth": ParameterSet("private-ca", execute_command=False, alarm_topic=True),
    "private-ca-enterprise": ParameterSet(
        "private-ca", "Enterprise", stack_name="a" * LONGEST_STACK_NAME
    ),
    "hosted-zone-pilot": ParameterSet(
        "hosted-zone", "Pilot", password_given=True, execute_command=False, access_logs=True
    ),
    "hosted-zone-growth": ParameterSet("hosted-zone", alarm_topic=True, agents=50),
    "hosted-zone-enterprise": ParameterSet(
        "hosted-zone", "Enterprise", password_given=True, orchestrators=50
    ),
}


def everywhere() -> Iterator[tuple[str, ParameterSet, str]]:
    """Every set in every partition: an id for the test, the set, the partition."""
    for name, parameter_set in SETS.items():
        for partition in REGIONS:
            yield f"{name}-{partition}", parameter_set, partition
