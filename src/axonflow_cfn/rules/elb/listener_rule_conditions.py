"""E9213."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.load_balancers import LISTENER_RULE
from axonflow_cfn.rule import DeployabilityRule, Finding

_CONFIGS = {
    "host-header": "HostHeaderConfig",
    "http-header": "HttpHeaderConfig",
    "http-request-method": "HttpRequestMethodConfig",
    "path-pattern": "PathPatternConfig",
    "query-string": "QueryStringConfig",
    "source-ip": "SourceIpConfig",
}
"""The property that configures each field."""
_ONCE = {"host-header", "http-request-method", "path-pattern", "source-ip"}
_VALUES = ("Values.*", *(f"{config}.Values.*" for config in _CONFIGS.values()))
_MOST_VALUES = 5
_LONGEST = 128


class ListenerRuleConditions(DeployabilityRule):
    """Conditions of a listener rule that the service refuses."""

    id = "E9213"
    shortdesc = "Listener rule has conditions that are not allowed"
    description = (
        "Elastic Load Balancing refuses the rule. A field is one of host-header, http-header, "
        "http-request-method, path-pattern, query-string and source-ip, with the configuration "
        "of its own name; the first, third, fourth and last can be there once; a rule has at "
        "least one condition and at most five values in all; a value is not empty and has at "
        "most 128 characters."
    )
    source_url = (
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/"
        "rule-condition-types.html"
    )
    tags = ["resources", "elb"]
    bad = """
Resources:
  Rule:
    Type: AWS::ElasticLoadBalancingV2::ListenerRule
    Properties:
      ListenerArn: !ImportValue listener
      Priority: 1
      Conditions: [{Field: path, Values: [/users/*]}]
      Actions: [{Type: forward, TargetGroupArn: !ImportValue users}]
"""
    good = bad.replace("Field: path,", "Field: path-pattern,")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each list of conditions as a whole, then at each condition."""
        for rule in model.of_type(LISTENER_RULE):
            for conditions in rule.values("Conditions"):
                for listed in conditions.elements():
                    if not listed and "Fn::If" not in conditions.path:
                        yield Finding(
                            conditions.path, "Conditions is empty; give at least one condition"
                        )
                    yield from _together(conditions, listed)
                    for condition in listed:
                        yield from _alone(condition)


def _values(condition: Value) -> list[Value]:
    return [value for path in _VALUES for value in condition.values(path)]


def _together(conditions: Value, listed: tuple[Value, ...]) -> Iterator[Finding]:
    count = sum(len(elements) for c in listed for elements in _lists(c))
    if count > _MOST_VALUES:
        yield Finding(
            conditions.path,
            f"the conditions have {count} values; a rule can have {_MOST_VALUES}: split it",
        )
    fields = [value.text for condition in listed for value in condition.values("Field")]
    for field in sorted({field for field in fields if field in _ONCE and fields.count(field) > 1}):
        yield Finding(
            conditions.path, f"{field} is there more than once; put all values into one condition"
        )


def _lists(condition: Value) -> Iterator[tuple[Value, ...]]:
    """The lists of values of one condition, if each has only one possibility."""
    for path in _VALUES:
        found = [e for v in condition.values(path.removesuffix(".*")) for e in v.elements()]
        if len(found) == 1:
            yield found[0]


def _alone(condition: Value) -> Iterator[Finding]:
    for field, *configs in condition.cases("Field", *_CONFIGS.values()):
        if field.text is not None and field.text not in _CONFIGS:
            yield Finding(
                field.path,
                f"Field {field.shown} does not exist; allowed: {', '.join(_CONFIGS)}",
            )
        elif field.text is not None:
            for key, config in zip(_CONFIGS.values(), configs, strict=True):
                if config.present and key != _CONFIGS[field.text]:
                    yield Finding(
                        config.path,
                        f"{key} does not belong to {field.shown}; give {_CONFIGS[field.text]}",
                    )
    for value in _values(condition):
        stated = value.text is not None and (value.text or not value.sources)
        if stated and not 0 < len(value.text or "") <= _LONGEST:
            yield Finding(
                value.path,
                f"a value has {len(value.text or '')} characters; it can have 1 to {_LONGEST}",
            )
