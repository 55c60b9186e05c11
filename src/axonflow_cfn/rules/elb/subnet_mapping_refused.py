"""E9230."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.load_balancers import BALANCER, kind
from axonflow_cfn.rule import DeployabilityRule, Finding


class SubnetMappingRefused(DeployabilityRule):
    """An address that this load balancer can not have."""

    id = "E9230"
    shortdesc = "Address in SubnetMappings does not fit the load balancer"
    description = (
        "Elastic Load Balancing refuses it: only an internet-facing network load balancer "
        "takes Elastic IP addresses, only an internal one private addresses, and an "
        "application load balancer neither."
    )
    source_url = (
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/"
        "API_SubnetMapping.html"
    )
    tags = ["resources", "elb"]
    bad = """
Resources:
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Type: network
      Scheme: internal
      SubnetMappings: [{SubnetId: !ImportValue subnet, AllocationId: !ImportValue address}]
"""
    good = bad.replace("Scheme: internal", "Scheme: internet-facing")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare each mapping with type and scheme."""
        for balancer in model.of_type(BALANCER):
            for form, scheme in balancer.cases("Type", "Scheme"):
                start = balancer.given(scheme.when)
                for mapping in start.values("SubnetMappings.*") if start else ():
                    if isinstance(mapping.data, dict):
                        yield from _addresses(kind(form), scheme, mapping)


def _addresses(form: str | None, scheme: Value, mapping: Value) -> Iterator[Finding]:
    public = scheme.absent or scheme.text == "internet-facing"
    internal = scheme.text == "internal"
    fits = {
        "AllocationId": form == "network" and not internal,
        "PrivateIPv4Address": form == "network" and not public,
    }
    for key, possible in fits.items():
        for value in mapping.values(key):
            if form and (internal or public) and not possible:
                of = f"{'internal' if internal else 'internet-facing'} {form}"
                yield Finding(value.path, f"{key} does not fit an {of} load balancer; remove it")
