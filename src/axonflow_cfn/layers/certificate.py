"""The certificate in its three ways, and the names that resolve to the load balancer."""

from dataclasses import dataclass

from troposphere import And, AWSHelperFn, AWSObject, Equals, GetAtt, Not, Or, Ref, Sub
from troposphere.certificatemanager import Certificate, DomainValidationOption
from troposphere.route53 import HostedZone, HostedZoneVPCs, RecordSetType
from troposphere.validators.route53 import AliasTarget

from axonflow_cfn import parameters as p
from axonflow_cfn.fragment import Param, Rule, described
from axonflow_cfn.naming import name_tag

PRIVATE_NAME = "${AWS::StackName}.${AWS::Region}.axonflow.internal"
"""The page's certificate domain; only a private CA can certify it."""

_SOURCES = (p.CERTIFICATE_ARN, p.PRIVATE_CA_ARN, p.HOSTED_ZONE_ID)


@dataclass(frozen=True, kw_only=True)
class Naming:
    """The certificate and the records.

    Attributes:
        certificate_arn: of the certificate the HTTPS listener presents.
        agent_url: URL that matches the certificate; resolves under the HasAgentUrl condition.
        resources: certificates, private zone and alias records, each under its condition.
    """

    certificate_arn: AWSHelperFn
    agent_url: AWSHelperFn
    resources: tuple[AWSObject, ...]


def build_naming(load_balancer: str) -> Naming:
    """Return the certificate and the names of the load balancer with that logical id."""
    private = Certificate(
        "PrivateCertificate",
        Condition=p.USE_PRIVATE_CA.name,
        Metadata=described("Certificate your private CA issues for the name inside the VPC."),
        # No validation properties: a private CA vouches for the name itself.
        CertificateAuthorityArn=p.PRIVATE_CA_ARN.ref,
        DomainName=Sub(PRIVATE_NAME),
        Tags=name_tag("certificate"),
    )
    public = Certificate(
        "PublicCertificate",
        Condition=p.USE_HOSTED_ZONE.name,
        Metadata=described("Public certificate for DomainName, validated in your hosted zone."),
        DomainName=p.DOMAIN_NAME.ref,
        ValidationMethod="DNS",
        DomainValidationOptions=[
            DomainValidationOption(DomainName=p.DOMAIN_NAME.ref, HostedZoneId=p.HOSTED_ZONE_ID.ref)
        ],
        Tags=name_tag("certificate"),
    )
    zone = HostedZone(
        "PrivateHostedZone",
        Condition=p.USE_PRIVATE_CA.name,
        Metadata=described("Makes the private certificate's name resolve inside the VPC."),
        Name=Sub(PRIVATE_NAME),
        VPCs=[HostedZoneVPCs(VPCId=p.VPC_ID.ref, VPCRegion=Ref("AWS::Region"))],
        HostedZoneTags=name_tag("zone"),
    )
    return Naming(
        certificate_arn=p.USE_PRIVATE_CA.choose(
            Ref(private.title), p.USE_HOSTED_ZONE.choose(Ref(public.title), p.CERTIFICATE_ARN.ref)
        ),
        agent_url=p.HAS_DOMAIN_NAME.choose(
            Sub(f"https://${{{p.DOMAIN_NAME.name}}}"), Sub(f"https://{PRIVATE_NAME}")
        ),
        resources=(
            private,
            public,
            zone,
            RecordSetType(
                "PrivateAliasRecord",
                Condition=p.USE_PRIVATE_CA.name,
                Metadata=described("Points the private name at the load balancer."),
                HostedZoneId=Ref(zone.title),
                Name=Sub(PRIVATE_NAME),
                Type="A",
                AliasTarget=_alias(load_balancer),
            ),
            RecordSetType(
                "PublicAliasRecord",
                Condition=p.USE_HOSTED_ZONE.name,
                Metadata=described("Points DomainName at the load balancer."),
                HostedZoneId=p.HOSTED_ZONE_ID.ref,
                Name=p.DOMAIN_NAME.ref,
                Type="A",
                AliasTarget=_alias(load_balancer),
            ),
        ),
    )


def certificate_rule() -> Rule:
    """Return the rule that refuses every combination that could not end in a certificate."""
    return Rule(
        "CertificateSource",
        (
            (
                Or(*(_only(source) for source in _SOURCES)).to_dict(),
                "Give exactly one of CertificateArn, PrivateCertificateAuthorityArn, HostedZoneId.",
            ),
            (
                Or(_empty(p.HOSTED_ZONE_ID), _given(p.DOMAIN_NAME)).to_dict(),
                "HostedZoneId needs DomainName: give the host name to certify in that zone.",
            ),
            (
                Or(_empty(p.PRIVATE_CA_ARN), _empty(p.DOMAIN_NAME)).to_dict(),
                "DomainName goes with HostedZoneId or CertificateArn only: leave it empty.",
            ),
        ),
    )


def _alias(load_balancer: str) -> AliasTarget:
    return AliasTarget(  # type: ignore[no-untyped-call] # its constructor has no annotations
        GetAtt(load_balancer, "CanonicalHostedZoneID"), GetAtt(load_balancer, "DNSName")
    )


def _empty(param: Param) -> Equals:
    return Equals(param.ref, "")


def _given(param: Param) -> Not:
    return Not(_empty(param))


def _only(source: Param) -> And:
    return And(*(_given(other) if other is source else _empty(other) for other in _SOURCES))
