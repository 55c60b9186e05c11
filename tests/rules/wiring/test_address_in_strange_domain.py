import pytest
from linting import report

TEMPLATE = """
Parameters:
  Stage: {Type: String, Default: dev, AllowedValues: [dev, live]}
  Free: {Type: String}
  Other: {Type: String, Default: acme.internal}
  Port: {Type: Number, Default: 80}
Conditions:
  Odd: !Equals [!Ref Free, odd]
Resources:
  Namespace:
    Type: AWS::ServiceDiscovery::PrivateDnsNamespace
    Properties: {Name: DOMAIN}
  Discovery:
    Type: AWS::ServiceDiscovery::Service
    Properties: {Name: basket, DnsConfig: {NamespaceId: !GetAtt Namespace.Id}}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions: [{Name: web, Environment: [{Name: NAME, Value: VALUE}]}]
"""
AT = "Resources/Task/Properties/ContainerDefinitions/0/Environment/0/Value"
OF_STACK = "!Sub '${AWS::StackName}.shop.internal'"
OF_STAGE = "!Sub '${Stage}.shop.internal'"
OF_FREE = "!Sub '${Free}.shop.internal'"


def _template(domain: str, value: str, name: str = "BASKET_URL") -> str:
    parts = {"DOMAIN": domain, "VALUE": value, "NAME": name}
    text = TEMPLATE
    for key, part in parts.items():
        text = text.replace(key, part)
    return text


def _message(given: str, real: str) -> str:
    return (
        f"basket.{given} does not resolve: the namespace of basket is {real}; write that after "
        "the name"
    )


@pytest.mark.parametrize(
    ("domain", "value", "given", "real"),
    [
        (OF_STACK, "!Sub 'http://basket.${AWS::StackName}.internal:80'", "${AWS::StackName}.internal", "${AWS::StackName}.shop.internal"),
        (OF_STACK, "!Sub 'basket.${AWS::StackName}.local'", "${AWS::StackName}.local", "${AWS::StackName}.shop.internal"),
        ("shop.internal", "!Sub 'http://basket.${AWS::StackName}.shop.internal'", "${AWS::StackName}.shop.internal", "shop.internal"),
        (OF_FREE, "!Sub 'grpc://basket.shop.${Free}.internal/x'", "shop.${Free}.internal", "${Free}.shop.internal"),
        (OF_FREE, "!Sub 'basket.${Free}.shop.local:${Port}'", "${Free}.shop.local", "${Free}.shop.internal"),
        (OF_FREE, "!Sub 'basket.${Free}.shops.internal'", "${Free}.shops.internal", "${Free}.shop.internal"),
        (OF_FREE, "!Sub 'basket.${Free}.eu.shop.internal'", "${Free}.eu.shop.internal", "${Free}.shop.internal"),
        ("shop.internal", "http://basket.shop.local", "shop.local", "shop.internal"),
        # Each value that a parameter may have goes with the same one of the namespace.
        (OF_STAGE, "!Sub 'http://basket.${Stage}.internal'", "dev.internal", "dev.shop.internal"),
        (OF_STAGE, "!Join ['', ['http://basket.', !Ref Stage, '.internal:', !Ref Port]]", "dev.internal", "dev.shop.internal"),
    ],
)  # fmt: skip
def test_strange_domains(domain: str, value: str, given: str, real: str) -> None:
    assert report(_template(domain, value), "W9761") == [(AT, _message(given, real))]


def test_one_branch() -> None:
    value = "!If [Odd, !Sub 'basket.${Free}.internal', !Sub 'basket.${Free}.shop.internal']"
    expected = [(f"{AT}/Fn::If/1", _message("${Free}.internal", "${Free}.shop.internal"))]
    assert report(_template(OF_FREE, value), "W9761") == expected


def test_functions() -> None:
    template = (
        _template(OF_STACK, "x")
        + """
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Environment: {Variables: {PEER: !Sub 'basket.${AWS::StackName}.internal:80'}}
"""
    )
    at = "Resources/Function/Properties/Environment/Variables/PEER"
    message = _message("${AWS::StackName}.internal", "${AWS::StackName}.shop.internal")
    assert report(template, "W9761") == [(at, message)]


@pytest.mark.parametrize(
    ("domain", "value"),
    [
        (OF_STACK, "!Sub 'http://basket.${AWS::StackName}.shop.internal:80'"),
        (OF_STAGE, "!Sub 'http://basket.${Stage}.shop.internal'"),
        # Domains of others: another team's, a public one, that of another stage.
        (OF_FREE, "!Sub 'http://basket.${Free}.billing.internal'"),
        (OF_FREE, "!Sub 'http://basket.${Free}.shop.acme.com'"),
        (OF_STACK, "!Sub 'http://basket.${AWS::StackName}.acme.com'"),
        (OF_FREE, "!Sub 'http://basket.${AWS::Region}.${Free}.shop.internal'"),
        (OF_FREE, "http://basket.shop.internal"),
        (OF_STAGE, "http://basket.live.internal"),
        ("shop.internal", "!Sub 'http://basket.${Free}.shop.internal'"),
        # Parameters that decide alone, or that are not known.
        ("acme.corp", "!Sub 'http://basket.${Other}'"),
        ("!Sub 'shop.${Other}'", "!Sub 'http://basket.${Other}'"),
        (OF_STACK, "!Ref Free"),
        ("!Ref Free", "!Sub 'http://basket.${AWS::StackName}.internal'"),
        # Other names, and no address.
        (OF_STACK, "!Sub 'http://my-basket.${AWS::StackName}.internal'"),
        (OF_STACK, "!Sub 'http://my.basket.${AWS::StackName}.internal'"),
        (OF_STACK, "!Sub 'http://baskets.${AWS::StackName}.internal'"),
        (OF_STACK, "http://basket:80"),
    ],
)
def test_nothing_is_said(domain: str, value: str) -> None:
    assert report(_template(domain, value), "W9761") == []


@pytest.mark.parametrize(("name", "before"), [("QUEUE", ""), ("TOKEN_ISSUER", "https://")])
def test_values_that_are_no_address(name: str, before: str) -> None:
    value = f"!Sub '{before}basket.${{AWS::StackName}}.internal'"
    assert report(_template(OF_STACK, value, name), "W9761") == []


@pytest.mark.parametrize(
    "beside",
    [
        "Second: {Type: AWS::ServiceDiscovery::PrivateDnsNamespace, Properties: {Name: NAME}}",
        "Zone: {Type: AWS::Route53::HostedZone, Properties: {Name: NAME}}",
        "Record: {Type: AWS::Route53::RecordSet, Properties: {Name: BASKET}}",
        "Record: {Type: AWS::Route53::RecordSet, Properties: {Name: WILD}}",
        "Record: {Type: AWS::Route53::RecordSet, Properties: {Name: !ImportValue x}}",
        """Service:
    Type: AWS::ECS::Service
    Properties:
      ServiceConnectConfiguration:
        Services: [{PortName: p, ClientAliases: [{Port: 80, DnsName: BASKET}]}]""",
        """More:
    Type: AWS::ServiceDiscovery::Service
    Properties: {Name: basket, NamespaceId: !Ref Free}""",
    ],
)
def test_names_from_elsewhere(beside: str) -> None:
    template = _template(OF_STACK, "!Sub 'http://basket.${AWS::StackName}.internal'")
    names = {
        "NAME": "!Sub '${AWS::StackName}.internal'",
        "BASKET": "!Sub 'basket.${AWS::StackName}.internal'",
        "WILD": "!Sub '*.${AWS::StackName}.internal.'",
    }
    for key, name in names.items():
        beside = beside.replace(key, name)
    assert report(template, "W9761") != []
    assert report(f"{template}  {beside}\n", "W9761") == []


def test_a_record_that_a_parameter_names() -> None:
    record = "  Record: {Type: AWS::Route53::RecordSet, Properties: {Name: !Ref Free}}\n"
    typed = _template("shop.internal", "http://basket.shop.local")
    built = _template(OF_STACK, "!Sub 'http://basket.${AWS::StackName}.internal'")
    assert report(typed, "W9761") != []
    assert report(typed + record, "W9761") == []
    assert report(built + record, "W9761") != []


def test_the_name_of_the_service_by_attribute() -> None:
    value = "!Sub 'http://${Discovery.Name}.${AWS::StackName}.internal:80'"
    expected = [(AT, _message("${AWS::StackName}.internal", "${AWS::StackName}.shop.internal"))]
    assert report(_template(OF_STACK, value), "W9761") == expected


SERVED = """  Served:
    Type: AWS::ECS::TaskDefinition
    Properties: {ContainerDefinitions: [{Name: b, PortMappings: [{ContainerPort: LISTENS}]}]}
  Service:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref Served
      ServiceRegistries: [{RegistryArn: !GetAtt Discovery.Arn}]
"""


@pytest.mark.parametrize(
    ("domain", "real"),
    [
        (OF_STAGE, "dev.shop.internal"),
        (OF_STACK, "${AWS::StackName}.shop.internal"),
        (OF_FREE, "${Free}.shop.internal"),
    ],
)
@pytest.mark.parametrize(
    ("value", "listens", "inside"),
    [
        ("http://basket.shop.internal:80/x", "80", ""),
        ("!Sub 'http://basket.shop.internal:${Port}'", "!Ref Port", ""),
        ("!If [Odd, 'basket.shop.internal:80', x]", "80", "/Fn::If/1"),
    ],
)
def test_the_part_that_varies_is_left_out(
    domain: str, real: str, value: str, listens: str, inside: str
) -> None:
    template = _template(domain, value) + SERVED.replace("LISTENS", listens)
    expected = (f"{AT}{inside}", _message("shop.internal", real))
    assert report(template, "W9761") == [expected]


@pytest.mark.parametrize(
    ("domain", "value", "listens"),
    [
        # A service of the domain above may have that name, with another port or none.
        (OF_STAGE, "http://basket.shop.internal:8080", "80"),
        (OF_STAGE, "http://basket.shop.internal", "80"),
        (OF_STAGE, "http://basket.shop.internal:80", "!Ref Free"),
        (OF_STAGE, "!Sub 'http://basket.${Free}:80'", "80"),
        ("!ImportValue domain", "http://basket.shop.internal:80", "80"),
        (OF_STAGE, "!Sub 'http://basket.${Stage}.shop.internal:80'", "80"),
    ],
)
def test_the_domain_above_is_meant_or_not_known(domain: str, value: str, listens: str) -> None:
    template = _template(domain, value) + SERVED.replace("LISTENS", listens)
    assert report(template, "W9761") == []
