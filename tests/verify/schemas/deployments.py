"""Deployments as hypothesis draws them, and what is known of each by the way it was made.

Nothing here reads the template: allowed and refused values, and what the rules must say to a
deployment, are written from the parameters' descriptions.
"""

import string
from collections.abc import Mapping
from dataclasses import dataclass

from hypothesis import strategies as st

from axonflow_cfn import LONGEST_STACK_NAME, Deployment

REGIONS = {
    "us-east-1": "aws",
    "eu-central-1": "aws",
    "ap-southeast-2": "aws",  # as long as a region's name gets
    "us-gov-west-1": "aws-us-gov",
    "cn-north-1": "aws-cn",
}
ACCOUNT = "123456789012"

SUBNETS = {
    "subnet-0a0a0a0a0a0a0a0a0": {"VpcId": "vpc-0a0a0a0a0a0a0a0a0", "AvailabilityZone": "zone-1"},
    "subnet-0b0b0b0b0b0b0b0b0": {"VpcId": "vpc-0a0a0a0a0a0a0a0a0", "AvailabilityZone": "zone-2"},
    "subnet-0c0c0c0c0c0c0c0c0": {"VpcId": "vpc-0a0a0a0a0a0a0a0a0", "AvailabilityZone": "zone-2"},
    "subnet-0d0d0d0d0d0d0d0d0": {"VpcId": "vpc-0b0b0b0b0b0b0b0b0", "AvailabilityZone": "zone-1"},
    "subnet-0e0e0e0e0e0e0e0e0": {"VpcId": "vpc-0b0b0b0b0b0b0b0b0", "AvailabilityZone": "zone-2"},
}
VPCS = sorted({subnet["VpcId"] for subnet in SUBNETS.values()})

LOWER_DIGITS = string.ascii_lowercase + string.digits
LETTERS_DIGITS = string.ascii_letters + string.digits
UUIDS = st.uuids(version=4).map(str)


def whole(low: int, high: int) -> st.SearchStrategy[str]:
    """Return whole numbers as text, the boundaries often."""
    edges = st.sampled_from([low, low + 1, high - 1, high])
    return st.one_of(edges, st.integers(low, high)).map(str)


def text(alphabet: str, low: int, high: int) -> st.SearchStrategy[str]:
    """Return text of the alphabet, the shortest and the longest often."""
    sizes = st.one_of(st.sampled_from([low, high]), st.integers(low, high))
    return sizes.flatmap(lambda size: st.text(alphabet, min_size=size, max_size=size))


def edged(inner: str, low: int, high: int) -> st.SearchStrategy[str]:
    """Return text of lower-case letters, digits and ``inner``, the latter not at its ends."""
    middle = text(LOWER_DIGITS + inner, low - 2, high - 2)
    edge = st.sampled_from(LOWER_DIGITS)
    return st.tuples(edge, middle, edge).map("".join)


STACK_NAMES = (
    edged("-", 2, LONGEST_STACK_NAME)
    .map(lambda name: "a" + name.replace("--", "-a")[1:])
    .filter(lambda name: "--" not in name)
)
"""Names CloudFormation and every named resource accept: a lower-case letter first, no two hyphens
together and none last (RDS: DBInstanceIdentifier)."""

HOST_NAMES = (
    st.tuples(edged("-", 2, 20), edged("-", 2, 20), st.sampled_from(["com", "de", "example"]))
    .map(".".join)
    .map(lambda name: name.replace("--", "-"))
)


def allowed(region: str) -> dict[str, st.SearchStrategy[str]]:
    """Return each parameter's allowed values, the empty one where that means "off"."""
    partition = REGIONS[region]

    def arn(service: str, resource: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        return resource.map(lambda name: f"arn:{partition}:{service}:{region}:{ACCOUNT}:{name}")

    cidr = st.tuples(*[st.integers(0, 255)] * 4, st.integers(0, 32))
    return {
        "PricingTier": st.sampled_from(["Pilot", "Growth", "Enterprise"]),
        "AllowedCidr": cidr.map(lambda parts: ".".join(map(str, parts[:4])) + f"/{parts[4]}"),
        "CertificateArn": arn("acm", UUIDS.map("certificate/{}".format)),
        "PrivateCertificateAuthorityArn": arn(
            "acm-pca", UUIDS.map("certificate-authority/{}".format)
        ),
        "HostedZoneId": text(string.ascii_uppercase + string.digits, 1, 31).map("Z{}".format),
        "DomainName": HOST_NAMES,
        "AgentDesiredCount": whole(1, 50),
        "OrchestratorDesiredCount": whole(1, 50),
        "DBPassword": st.one_of(st.just(""), text(LETTERS_DIGITS + "._~-", 16, 64)),
        "DBInstanceClass": st.sampled_from(
            [
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
            ]
        ),
        "DBAllocatedStorage": whole(100, 399),
        "DBEngineVersion": st.one_of(st.just("15"), st.integers(0, 99).map("15.{}".format)),
        "AccessLogsBucket": st.one_of(st.just(""), edged(".-", 3, 63)),
        "EnableExecuteCommand": st.sampled_from(["true", "false"]),
        "DeploymentId": text(LETTERS_DIGITS + "._-", 1, 64),
        "AlarmTopicArn": st.one_of(st.just(""), arn("sns", text(LETTERS_DIGITS + "_-", 1, 256))),
    }


REFUSED = {
    "PricingTier": ["growth", "Free", ""],
    "AllowedCidr": ["10.0.0.0", "10.0.0.0/33", "256.0.0.0/8", "010.0.0.0/8", "::/0", "all", ""],
    "CertificateArn": [
        "certificate/0",
        "arn:aws:iam::123456789012:server-certificate/old",
        "arn:aws:acm:us-east-1:12345678901:certificate/0",
        "arn:aws:acm-pca:us-east-1:123456789012:certificate-authority/0",
    ],
    "PrivateCertificateAuthorityArn": [
        "arn:aws:acm:us-east-1:123456789012:certificate/0",
        "arn:aws:acm-pca:us-east-1:123456789012:certificate-authority/0 ",
    ],
    "HostedZoneId": ["/hostedzone/Z1", "z1", "X1", "Z", "Z" + 32 * "1"],
    "DomainName": [
        "Axonflow.example.com",
        "axonflow.example.com.",
        "*.example.com",
        "axonflow",
        "-a.example.com",
        "a_b.example.com",
        f"{60 * 'a'}.com.",
        f"{61 * 'a'}.com",  # 65 characters
    ],
    "AgentDesiredCount": ["0", "51", "-1", "five", "", "1e1"],
    "OrchestratorDesiredCount": ["0", "51", "1,000", " 5"],
    "DBPassword": [15 * "a", 65 * "a", 16 * "a" + "@", 16 * "a" + "\n", 16 * "ä", 15 * "a" + " b"],
    "DBInstanceClass": ["db.t3.micro", "t3.medium", "DB.T3.MEDIUM", ""],
    "DBAllocatedStorage": ["99", "400", "100GB", ""],
    "DBEngineVersion": ["16", "14.9", "15.", "15.4.1", "15.x", ""],
    "AccessLogsBucket": ["Logs", "ab", "-logs", "logs-", "my_logs", 64 * "a", "s3://logs"],
    "EnableExecuteCommand": ["True", "yes", ""],
    "DeploymentId": ["", "a b", 65 * "a", "ä"],
    "AlarmTopicArn": [
        "topic",
        "arn:aws:sns:us-east-1:123456789012:topic.fifo",
        "arn:aws:sqs:us-east-1:123456789012:queue",
    ],
}
"""For each parameter values that its description rules out."""

SOURCES = ("CertificateArn", "PrivateCertificateAuthorityArn", "HostedZoneId")


@dataclass(frozen=True)
class Case:
    """One deployment and what is known of it.

    Attributes:
        deployment: parameters, region, stack name.
        wrong: parameters whose value is none of the allowed ones.
        failing: assertions of rules, by rule and position, that the parameters contradict.
    """

    deployment: Deployment
    wrong: frozenset[str]
    failing: tuple[tuple[str, int], ...]

    @property
    def accepted(self) -> bool:
        """Whether CloudFormation goes to work."""
        return not self.wrong and not self.failing


NONE = ("none",)
HALF = ("none", "none", "none", "values", "sources", "subnets")


@st.composite
def cases(draw: st.DrawFn, *, faults: tuple[str, ...] = HALF) -> Case:
    """Draw deployments: with ``HALF`` more than half are accepted, with ``NONE`` all of them.

    Args:
        draw: hypothesis's.
        faults: what may be wrong with one, each as often as it stands here.
    """
    region = draw(st.sampled_from(sorted(REGIONS)))
    values = allowed(region)
    fault = draw(st.sampled_from(faults))
    sources = draw(any_sources(values) if fault == "sources" else consistent_sources(values))
    others = draw(
        st.fixed_dictionaries(
            {}, optional={k: v for k, v in values.items() if k not in {*SOURCES, "DomainName"}}
        )
    )
    network = draw(any_network() if fault == "subnets" else consistent_network())
    wrong: dict[str, str] = {}
    if fault == "values":
        names = draw(st.sets(st.sampled_from(sorted(REFUSED)), min_size=1, max_size=2))
        wrong = {name: draw(st.sampled_from(REFUSED[name])) for name in sorted(names)}
    given = {**others, **sources, **network, **wrong}
    return Case(
        Deployment(parameters=given, region=region, stack_name=draw(STACK_NAMES)),
        frozenset(wrong),
        tuple(contradictions(given)),
    )


def consistent_sources(
    values: Mapping[str, st.SearchStrategy[str]],
) -> st.SearchStrategy[dict[str, str]]:
    """Return the three ways to a certificate."""
    return st.one_of(
        st.fixed_dictionaries(
            {"CertificateArn": values["CertificateArn"]},
            optional={"DomainName": values["DomainName"]},
        ),
        st.fixed_dictionaries(
            {"PrivateCertificateAuthorityArn": values["PrivateCertificateAuthorityArn"]}
        ),
        st.fixed_dictionaries(
            {"HostedZoneId": values["HostedZoneId"], "DomainName": values["DomainName"]}
        ),
    )


def any_sources(values: Mapping[str, st.SearchStrategy[str]]) -> st.SearchStrategy[dict[str, str]]:
    """Return any combination of the parameters for a certificate, each also empty."""
    names = (*SOURCES, "DomainName")
    return st.fixed_dictionaries(
        {}, optional={name: st.one_of(st.just(""), values[name]) for name in names}
    )


def any_network() -> st.SearchStrategy[dict[str, str]]:
    """Return any two subnets, right or wrong, and any VPC."""
    subnets = st.sampled_from(sorted(SUBNETS))
    return st.fixed_dictionaries(
        {
            "VpcId": st.sampled_from(VPCS),
            "PrivateSubnet1": subnets,
            "PrivateSubnet2": subnets,
        }
    )


def consistent_network() -> st.SearchStrategy[dict[str, str]]:
    """Return two subnets of one VPC in different zones."""
    return any_network().filter(lambda network: not list(wrong_network(network)))


def wrong_network(given: Mapping[str, str]) -> list[tuple[str, int]]:
    """Return the assertions about subnets that the parameters contradict."""
    first, second = (SUBNETS[given[name]] for name in ("PrivateSubnet1", "PrivateSubnet2"))
    found = []
    if {first["VpcId"], second["VpcId"]} != {given["VpcId"]}:
        found.append(("Subnets", 0))
    if first["AvailabilityZone"] == second["AvailabilityZone"]:
        found.append(("Subnets", 1))
    return found


def contradictions(given: Mapping[str, str]) -> list[tuple[str, int]]:
    """Return every assertion that the parameters contradict, from what the parameters mean."""
    found = wrong_network(given)
    certificate, authority, zone = (given.get(name, "") for name in SOURCES)
    domain = given.get("DomainName", "")
    if len([source for source in (certificate, authority, zone) if source]) != 1:
        found.append(("CertificateSource", 0))
    if zone and not domain:
        found.append(("CertificateSource", 1))
    if authority and domain:
        found.append(("CertificateSource", 2))
    return found
