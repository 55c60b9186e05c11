"""The three ways to a certificate: what the customer gives, and what the stack then holds more."""

from collections.abc import Mapping
from dataclasses import dataclass

from verify.lifecycle.account import ACCOUNT_ID, REGION, Account
from verify.lifecycle.stacks import STACK

CERTIFICATE = f"arn:aws:acm:{REGION}:{ACCOUNT_ID}:certificate/12345678-1234-1234-1234-123456789012"
AUTHORITY = f"arn:aws:acm-pca:{REGION}:{ACCOUNT_ID}:certificate-authority/12345678-1234-1234-1234-1"


@dataclass(frozen=True)
class Way:
    """One way to a certificate.

    Attributes:
        given: its parameters; the hosted zone's id is the account's.
        conditional: the conditional resources it makes, the generated password's among them.
        outputs: outputs it adds; ``{stack}`` is the stack's name.
    """

    given: Mapping[str, str]
    conditional: frozenset[str]
    outputs: Mapping[str, str]


WAYS = {
    "certificate": Way({"CertificateArn": CERTIFICATE}, frozenset({"DatabasePassword"}), {}),
    "private-ca": Way(
        {"PrivateCertificateAuthorityArn": AUTHORITY, "DBPassword": "0123456789abcdef.~-_"},
        frozenset({"PrivateCertificate", "PrivateHostedZone", "PrivateAliasRecord"}),
        {"AgentUrl": f"https://{STACK}.{REGION}.axonflow.internal"},
    ),
    "hosted-zone": Way(
        {"DomainName": "axonflow.example.com"},
        frozenset({"PublicCertificate", "PublicAliasRecord", "DatabasePassword"}),
        {"AgentUrl": "https://axonflow.example.com"},
    ),
}


def given_for(account: Account, way: str) -> dict[str, str]:
    """Return the parameters of a way in an account; makes the hosted zone a customer has."""
    given = {**account.network, **WAYS[way].given}
    if way == "hosted-zone":
        zone = account.client("route53").create_hosted_zone(
            Name="example.com", CallerReference="customer"
        )
        given["HostedZoneId"] = zone["HostedZone"]["Id"].rpartition("/")[2]
    return given
