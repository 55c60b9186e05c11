"""Certificate, name and record of the ways in which the stack makes them."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from verify.lifecycle.account import Account
from verify.lifecycle.stacks import Deployed, deploy
from verify.lifecycle.ways import given_for

from axonflow_cfn import TemplateConfig, build_template, render_template

BODY = render_template(build_template(TemplateConfig()))


def https_certificate(account: Account, stack: Deployed) -> dict[str, Any]:
    """Return the certificate the HTTPS listener shows, as ACM describes it."""
    (listener,) = account.client("elbv2").describe_listeners(
        ListenerArns=[stack.physical["HttpsListener"]]
    )["Listeners"]
    (shown,) = listener["Certificates"]
    described: dict[str, Any] = account.client("acm").describe_certificate(**shown)["Certificate"]
    return described


@pytest.mark.parametrize(
    ("way", "domain", "zone_of"),
    [
        (
            "private-ca",
            "axonflow-prod.us-east-1.axonflow.internal",
            lambda _given, stack: stack.physical["PrivateHostedZone"],
        ),
        (
            "hosted-zone",
            "axonflow.example.com",
            lambda given, _stack: given["HostedZoneId"],
        ),
    ],
)
def test_the_certified_name_leads_to_the_load_balancer(
    account: Account,
    way: str,
    domain: str,
    zone_of: Callable[[Mapping[str, str], Deployed], str],
) -> None:
    given = given_for(account, way)
    stack = deploy(account, BODY, given)
    assert https_certificate(account, stack)["DomainName"] == domain
    assert stack.outputs["AgentUrl"] == f"https://{domain}"
    # MiniStack's handlers remember neither a certificate's authority nor a zone's VPCs;
    # test_service_calls shows both to moto.
    records = account.client("route53").list_resource_record_sets(
        HostedZoneId=zone_of(given, stack)
    )
    aliases = {
        record["Name"].rstrip("."): record["AliasTarget"]
        for record in records["ResourceRecordSets"]
        if "AliasTarget" in record
    }
    (balancer,) = account.client("elbv2").describe_load_balancers()["LoadBalancers"]
    assert aliases[domain]["DNSName"].rstrip(".") == balancer["DNSName"]
    assert aliases[domain]["HostedZoneId"] == balancer["CanonicalHostedZoneId"]
