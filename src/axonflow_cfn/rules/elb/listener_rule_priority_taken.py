"""E9212."""

from collections.abc import Iterator
from itertools import combinations

from axonflow_cfn.model import UNKNOWN, TemplateModel
from axonflow_cfn.model.load_balancers import LISTENER_RULE
from axonflow_cfn.rule import DeployabilityRule, Finding


class ListenerRulePriorityTaken(DeployabilityRule):
    """Two listener rules of one priority."""

    id = "E9212"
    shortdesc = "Two rules of a listener have the same priority"
    description = (
        "The second one is refused: a listener can not have several rules of one priority. "
        "Number them apart."
    )
    source_url = (
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html"
    )
    tags = ["resources", "elb"]
    bad = """
Parameters: {Listener: {Type: String}}
Resources:
  Users:
    Type: AWS::ElasticLoadBalancingV2::ListenerRule
    Properties:
      ListenerArn: !Ref Listener
      Priority: 1
      Conditions: [{Field: path-pattern, Values: [/users/*]}]
      Actions: [{Type: forward, TargetGroupArn: !ImportValue users}]
  Orders:
    Type: AWS::ElasticLoadBalancingV2::ListenerRule
    Properties:
      ListenerArn: !Ref Listener
      Priority: 1
      Conditions: [{Field: path-pattern, Values: [/orders/*]}]
      Actions: [{Type: forward, TargetGroupArn: !ImportValue orders}]
"""
    good = "Priority: 2".join(bad.rsplit("Priority: 1", 1))

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare every two rules."""
        found = [
            (rule, listener, priority)
            for rule in model.of_type(LISTENER_RULE)
            for listener, priority in rule.cases("ListenerArn", "Priority")
            if priority.text and listener.parts
        ]
        for (first, its, priority), (second, others, other) in combinations(found, 2):
            same = its.parts == others.parts and UNKNOWN not in its.parts
            distinct = first.logical_id != second.logical_id
            if (
                same
                and distinct
                and priority.text == other.text
                and model.together(priority, other)
            ):
                yield Finding(
                    other.path,
                    f"{first.logical_id} already has priority {other.shown} on {others.shown}; "
                    "give another one",
                )
