import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: internal}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Type: network, VALUE}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            ("Scheme: internal, SubnetMappings: [{SubnetId: a, AllocationId: !Ref Any}]"),
            [
                (
                    "Resources/Balancer/Properties/SubnetMappings/0/AllocationId",
                    ("AllocationId does not fit an internal network load balancer; remove it"),
                ),
            ],
        ),
        (
            ("Scheme: !Ref Pick, SubnetMappings: [{SubnetId: a, AllocationId: !Ref Any}]"),
            [
                (
                    "Resources/Balancer/Properties/SubnetMappings/0/AllocationId",
                    ("AllocationId does not fit an internal network load balancer; remove it"),
                ),
            ],
        ),
        (
            "SubnetMappings: [{SubnetId: a, PrivateIPv4Address: 10.0.0.4}]",
            [
                (
                    ("Resources/Balancer/Properties/SubnetMappings/0/PrivateIPv4Address"),
                    (
                        "PrivateIPv4Address does not fit an internet-facing network load "
                        "balancer; remove it"
                    ),
                ),
            ],
        ),
        (
            (
                "Scheme: !If [Chosen, internal, internet-facing], SubnetMappings: "
                "[{SubnetId: a, AllocationId: !Ref Any}]"
            ),
            [
                (
                    "Resources/Balancer/Properties/SubnetMappings/0/AllocationId",
                    ("AllocationId does not fit an internal network load balancer; remove it"),
                ),
            ],
        ),
        ("Scheme: !Ref Any, SubnetMappings: [{SubnetId: a, AllocationId: !Ref Any}]", []),
        ("SubnetMappings: !ImportValue a", []),
        ("SubnetMappings: [{SubnetId: a, AllocationId: !Ref Any}]", []),
        (("Scheme: internal, SubnetMappings: [{SubnetId: a, PrivateIPv4Address: 10.0.0.4}]"), []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9230") == expected
