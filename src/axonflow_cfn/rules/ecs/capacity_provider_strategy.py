"""E9122."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding

_STRATEGIES = (
    ("AWS::ECS::Service", "CapacityProviderStrategy"),
    ("AWS::ECS::Cluster", "DefaultCapacityProviderStrategy"),
    ("AWS::ECS::ClusterCapacityProviderAssociations", "DefaultCapacityProviderStrategy"),
)
_FARGATE = {"FARGATE", "FARGATE_SPOT"}


class CapacityProviderStrategy(DeployabilityRule):
    """A capacity provider strategy that can't place tasks."""

    id = "E9122"
    shortdesc = "Capacity provider strategy contradicts itself"
    description = (
        "In one strategy a single provider may have a Base, at least one needs a Weight above 0 "
        "(the default is 0), no provider may stand twice, and Fargate does not mix with Auto "
        "Scaling groups. ECS refuses the cluster or service."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/"
        "API_CapacityProviderStrategyItem.html"
    )
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties:
      CapacityProviderStrategy:
        - {CapacityProvider: FARGATE, Base: 1, Weight: 1}
        - {CapacityProvider: FARGATE_SPOT, Base: 1, Weight: 3}
"""
    good = bad.replace("Base: 1, Weight: 3", "Weight: 3")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each strategy as a whole."""
        for kind, key in _STRATEGIES:
            for resource in model.of_type(kind):
                for (strategy,) in resource.cases(key):
                    for items in strategy.elements():
                        for fault in _faults(items):
                            yield Finding(strategy.path, fault)


def _faults(items: tuple[Value, ...]) -> Iterator[str]:
    bases = [_numbers(item, "Base") for item in items]
    if sum(bool(base) and 0 not in base and None not in base for base in bases) > 1:
        yield "more than one provider has a Base; ECS takes it on one only"
    weights = [_numbers(item, "Weight") for item in items]
    if items and all(weight == {0} for weight in weights):
        yield "no provider has a Weight above 0, so none can be used; set one"
    texts = [{value.text for value in item.values("CapacityProvider")} for item in items]
    names = [next(iter(text)) for text in texts if len(text) == 1]
    known = [name for name in names if name is not None]
    for name in sorted({name for name in known if known.count(name) > 1}):
        yield f"{name} stands in the strategy twice; merge the two"
    fargate = [name for name in known if name in _FARGATE]
    others = [
        value
        for item in items
        for value in item.values("CapacityProvider")
        if value.follow("AWS::ECS::CapacityProvider")
    ]
    if fargate and others:
        yield (
            f"{fargate[0]} is mixed with {others[0].shown}; a strategy holds Fargate or Auto "
            "Scaling group providers, not both"
        )


def _numbers(item: Value, key: str) -> set[float | None]:
    """What a number of an item can be; 0 where it is left out."""
    return {0 if value.absent else value.number for (value,) in item.cases(key)}
