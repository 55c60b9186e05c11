import pytest
from linting import report

from axonflow_cfn.rules.wiring.client_deployed_before_server import ClientDeployedBeforeServer

BAD = ClientDeployedBeforeServer.bad
HEAD = """
Parameters:
  Address: {Type: String, Default: "http://rates:9090"}
  Any: {Type: String}
  Use: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  IsUsed: !Equals [!Ref Use, 'yes']
"""
ADDRESS = "'http://rates:9090'"
WEB = "  Web:\n    Type: AWS::ECS::Service\n"
RATES = "  Rates:\n    Type: AWS::ECS::Service\n"


def found(*changes: tuple[str, str]) -> list[tuple[str, str]]:
    text = HEAD + BAD
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return report(text, "W9744")


def finding(host: str = "rates") -> list[tuple[str, str]]:
    message = (
        f"Web calls Rates as {host} but does not wait for it; add DependsOn Rates, or its first "
        "tasks may not know the name"
    )
    return [("Resources/Web", message)]


@pytest.mark.parametrize(
    "value",
    [
        "rates:9090",
        "!Ref Address",
        "!If [IsUsed, !Ref Any, 'http://rates:9090/v1']",
        "!Sub '${Any},http://rates:9090'",
        "'http://rates/'",
    ],
)
def test_addresses(value: str) -> None:
    assert found((ADDRESS, value)) == finding()


@pytest.mark.parametrize("value", ["rates", "!Ref Any", "http://rates-test:9090", "x"])
def test_no_address(value: str) -> None:
    assert found((ADDRESS, value)) == []


def test_name_of_the_endpoint() -> None:
    without = ("{DnsName: rates, Port: 9090}", "{Port: 9090}")
    assert found(without, (ADDRESS, "'http://http.shop:9090'")) == finding("http.shop")
    named = ("{PortName: http, Cl", "{PortName: http, DiscoveryName: quotes, Cl")
    assert found(without, named, (ADDRESS, "'http://quotes.shop:9090'")) == finding("quotes.shop")
    assert found(without, named, (ADDRESS, "'http://http.shop:9090'")) == []


def test_cluster_default_namespace() -> None:
    for cluster, expected in (("!Ref Any", finding()), (ADDRESS, finding())):
        changes = (
            ("        Namespace: !GetAtt Namespace.Arn\n", ""),
            (
                "{Enabled: true, Namespace: !GetAtt Namespace.Arn}",
                "{Enabled: true}",
            ),
        )
        same = ("      TaskDefinition:", f"      Cluster: {cluster}\n      TaskDefinition:")
        assert found(*changes, same) == expected


@pytest.mark.parametrize(
    "changes",
    [
        [(WEB, f"{WEB}    DependsOn: [Rates]\n")],
        # Indirectly.
        [
            (WEB, f"{WEB}    DependsOn: Between\n"),
            ("  Namespace: {", "  Between: {Type: X, DependsOn: Rates}\n  Namespace: {"),
        ],
        # The server comes after the client, or calls it as well.
        [(RATES, f"{RATES}    DependsOn: Web\n")],
        [
            ("Image: 'r:1',", "Image: 'r:1', Environment: [{Name: X, Value: 'http://web:80'}],"),
            (
                "{Enabled: true, Namespace: !GetAtt Namespace.Arn}",
                (
                    "{Enabled: true, Namespace: !GetAtt Namespace.Arn, Services: [{PortName: w, "
                    "ClientAliases: [{DnsName: web, Port: 80}]}]}"
                ),
            ),
            ("Image: w:1", "Image: w:1\n          PortMappings: [{ContainerPort: 80, Name: w}]"),
        ],
        # Not by Service Connect, or not certainly.
        [("{Enabled: true, Namespace", "{Enabled: false, Namespace")],
        [("{Enabled: true, Namespace: !GetAtt Namespace.Arn}", "{Enabled: true}")],
        [("{Enabled: true, Namespace: !GetAtt Namespace.Arn}", "{Enabled: true, Namespace: x}")],
        [("{Enabled: true, Namespace: !GetAtt Namespace.Arn}", "!If [IsUsed, {}, !Ref Any]")],
        [(WEB, f"{WEB}    Condition: IsUsed\n"), (RATES, f"{RATES}    Condition: IsNot\n"),
         ("  IsUsed:", "  IsNot: !Not [Condition: IsUsed]\n  IsUsed:")],
        [(
            "      TaskDefinition: !Ref RatesTask",
            "      TaskDefinition: !Ref RatesTask\n      ServiceRegistries: [{RegistryArn: x}]",
        )],
    ],
)  # fmt: skip
def test_waits_or_need_not(changes: list[tuple[str, str]]) -> None:
    assert found(*changes) == []
