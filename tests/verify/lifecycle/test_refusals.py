"""What CloudFormation refuses before it makes or changes anything, and with which sentence."""

import pytest
from botocore.exceptions import ClientError
from verify.lifecycle.account import Account, fresh_account
from verify.lifecycle.stacks import STACK, deploy, events, stack_names
from verify.lifecycle.ways import CERTIFICATE, WAYS, given_for

from axonflow_cfn import TemplateConfig, build_template, render_template

BODY = render_template(build_template(TemplateConfig()))


@pytest.fixture(scope="module")
def existing(servers: Account) -> Account:
    """Return an account with a stack; no test may change either."""
    account = fresh_account(servers)
    deploy(account, BODY, given_for(account, "certificate"))
    return account


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"PricingTier": "Free"}, "'PricingTier' value 'Free' is not in AllowedValues"),
        ({"AllowedCidr": "10.0.0.0"}, "Give an IPv4 CIDR block such as 10.0.0.0/8."),
        (
            {"CertificateArn": "cert"},
            "Give the ARN of an ACM certificate, or leave it empty.",
        ),
        ({"AgentDesiredCount": "51"}, "Give a whole number from 1 to 50."),
        ({"OrchestratorDesiredCount": "0"}, "Give a whole number from 1 to 50."),
        (
            {"DBPassword": "short"},
            "Leave it empty, or give 16 to 64 of A-Z a-z 0-9 . _ ~ - and nothing else.",
        ),
        ({"DBAllocatedStorage": "400"}, "Give a whole number of GB from 100 to 399."),
        (
            {"DBEngineVersion": "16"},
            "Give 15, or a minor version such as 15.18 that Amazon RDS still creates.",
        ),
        (
            {"PrivateSubnet2": "the same zone"},
            "Choose PrivateSubnet1 and PrivateSubnet2 in different Availability Zones.",
        ),
        (
            {"PrivateSubnet2": "another VPC"},
            "Choose PrivateSubnet1 and PrivateSubnet2 from the VPC chosen in VpcId.",
        ),
        (
            {"CertificateArn": ""},
            "Give exactly one of CertificateArn, PrivateCertificateAuthorityArn, HostedZoneId.",
        ),
        (
            {"HostedZoneId": "Z0123456789"},
            "Give exactly one of CertificateArn, PrivateCertificateAuthorityArn, HostedZoneId.",
        ),
        (
            {"CertificateArn": "", "HostedZoneId": "Z0123456789"},
            "HostedZoneId needs DomainName: give the host name to certify in that zone.",
        ),
        (
            {
                "CertificateArn": "",
                "PrivateCertificateAuthorityArn": WAYS["private-ca"].given[
                    "PrivateCertificateAuthorityArn"
                ],
                "DomainName": "axonflow.example.com",
            },
            "DomainName goes with HostedZoneId or CertificateArn only: leave it empty.",
        ),
    ],
)
@pytest.mark.parametrize("name", [STACK, "another"], ids=["update", "create"])
def test_a_wrong_value_is_refused_with_our_sentence_and_nothing_happens(
    existing: Account, changed: dict[str, str], sentence: str, name: str
) -> None:
    before = events(existing)
    subnets = {"the same zone": existing.same_zone, "another VPC": existing.other_vpc}
    wrong = {key: subnets.get(value, value) for key, value in changed.items()}
    given = {**existing.network, "CertificateArn": CERTIFICATE, **wrong}
    with pytest.raises(ClientError) as refused:
        deploy(existing, BODY, given, name=name)
    assert sentence in refused.value.response["Error"]["Message"]
    assert events(existing) == before
    assert stack_names(existing) == {STACK}
