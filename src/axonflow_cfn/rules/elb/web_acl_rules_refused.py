"""E9240."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding


class WebAclRulesRefused(DeployabilityRule):
    """Rules of a web ACL that AWS WAF refuses."""

    id = "E9240"
    shortdesc = "Web ACL has rules that contradict each other"
    description = (
        "AWS WAF refuses the web ACL: rules have different priorities and names, a rule that "
        "names a rule group has OverrideAction and no Action, every other rule an Action."
    )
    source_url = "https://docs.aws.amazon.com/waf/latest/APIReference/API_Rule.html"
    tags = ["resources", "waf"]
    bad = """
Resources:
  Acl:
    Type: AWS::WAFv2::WebACL
    Properties:
      Scope: REGIONAL
      DefaultAction: {Allow: {}}
      VisibilityConfig:
        {SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: x}
      Rules:
        - Name: common
          Priority: 1
          Action: {Block: {}}
          VisibilityConfig:
            {SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: y}
          Statement:
            ManagedRuleGroupStatement: {VendorName: AWS, Name: AWSManagedRulesCommonRuleSet}
"""
    good = bad.replace("Action: {Block", "OverrideAction: {None")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each rule, then at all together."""
        for acl in model.of_type("AWS::WAFv2::WebACL", "AWS::WAFv2::RuleGroup"):
            for rules in acl.values("Rules"):
                for listed in rules.elements():
                    for rule in listed:
                        yield from _action(rule)
                    for key in ("Priority", "Name"):
                        yield from _taken(key, [v for rule in listed for v in rule.values(key)])


def _action(rule: Value) -> Iterator[Finding]:
    if not isinstance(rule.data, dict):
        return
    for managed, own, action, override in rule.cases(
        "Statement.ManagedRuleGroupStatement",
        "Statement.RuleGroupReferenceStatement",
        "Action",
        "OverrideAction",
    ):
        group = (managed.present and own.absent) or (own.present and managed.absent)
        if group and action.present:
            yield Finding(
                action.path, "a rule that names a rule group takes OverrideAction, not Action"
            )
        elif group and override.absent:
            yield Finding(override.path, "a rule that names a rule group needs OverrideAction")
        elif managed.absent and own.absent and action.absent:
            yield Finding(action.path, "a rule that names no rule group needs Action")


def _taken(key: str, values: list[Value]) -> Iterator[Finding]:
    for index, value in enumerate(values):
        before = [v for v in values[:index] if v.text == value.text and v.path != value.path]
        if value.text and any(value.model.together(value, other) for other in before):
            yield Finding(value.path, f"another rule already has {key} {value.shown}; change it")
