import pytest
from linting import report

from axonflow_cfn.rules.wiring.client_outside_service_connect import ClientOutsideServiceConnect

HEAD = """
Parameters:
  Address: {Type: String, Default: "http://rates:9090"}
  Any: {Type: String}
  Use: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  IsUsed: !Equals [!Ref Use, 'yes']
"""
PATH = "Resources/WebTask/Properties/ContainerDefinitions/0/Environment/0/Value"
ADDRESS = "'http://rates:9090'"
OFF = "{Enabled: false}"


def found(*changes: tuple[str, str]) -> list[tuple[str, str]]:
    text = HEAD + ClientOutsideServiceConnect.bad
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return report(text, "W9748")


def finding(why: str = "has Service Connect switched off", inside: str = "") -> object:
    message = (
        f"Web calls Rates as rates, a Service Connect alias, but {why}; the name does not resolve"
    )
    return [(PATH + inside, message)]


def test_outside() -> None:
    assert found() == finding()
    without = ("      ServiceConnectConfiguration: {Enabled: false}\n", "")
    assert found(without) == finding("has no ServiceConnectConfiguration")
    assert found((ADDRESS, "!Ref Address")) == finding()
    inside = (ADDRESS, "!If [IsUsed, !Ref Any, 'http://rates:9090/x']")
    assert found(inside) == finding(inside="/Fn::If/2")
    other = (
        "  RatesTask:\n",
        "  Other: {Type: AWS::ServiceDiscovery::HttpNamespace}\n  RatesTask:\n",
    )
    elsewhere = (OFF, "{Enabled: true, Namespace: !GetAtt Other.Arn}")
    assert found(other, elsewhere) == finding("is in Other, not in Namespace")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (OFF, "{Enabled: true, Namespace: !GetAtt Namespace.Arn}"),
        (OFF, "{Enabled: true, Namespace: shop}"),
        (OFF, "{Enabled: true}"),
        (OFF, "!Ref Any"),
        (ADDRESS, "!Ref Any"),
        (ADDRESS, "rates"),
        (ADDRESS, "'http://rates.shop:9090'"),
        ("Image: w:1", "Image: w:1\n          Links: [rates]"),
        ("Image: w:1", "Image: w:1\n          DnsSearchDomains: [shop]"),
    ],
)
def test_inside_or_not_known(old: str, new: str) -> None:
    assert found((old, new)) == []


def test_name_that_the_dns_may_know() -> None:
    assert (
        found(("DnsName: rates", "DnsName: rates.shop"), (ADDRESS, "http://rates.shop:9090")) == []
    )
