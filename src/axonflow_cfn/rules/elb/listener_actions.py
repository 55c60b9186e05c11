"""E9214."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.model.load_balancers import LISTENER, LISTENER_RULE, actions, family, listeners
from axonflow_cfn.rule import DeployabilityRule, Finding

_CONFIGS = {
    "forward": "ForwardConfig",
    "redirect": "RedirectConfig",
    "fixed-response": "FixedResponseConfig",
    "authenticate-oidc": "AuthenticateOidcConfig",
    "authenticate-cognito": "AuthenticateCognitoConfig",
    "jwt-validation": "JwtValidationConfig",
}
"""The property that configures each type of action."""
_LAST = ("forward", "redirect", "fixed-response")
_HTTPS_ONLY = {"authenticate-oidc", "authenticate-cognito", "jwt-validation"}


class ListenerActions(DeployabilityRule):
    """Actions that do not make a rule."""

    id = "E9214"
    shortdesc = "Listener actions are incomplete or contradict each other"
    description = (
        "Elastic Load Balancing refuses the listener or rule. Exactly one action forwards, "
        "redirects or gives a fixed response, and it comes last; every action has the "
        "configuration of its type; several actions need an Order each; authentication needs "
        "an HTTPS listener, and a network load balancer only forwards."
    )
    source_url = (
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Action.html"
    )
    tags = ["resources", "elb"]
    bad = """
Resources:
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !ImportValue balancer
      Port: 80
      Protocol: HTTP
      DefaultActions: [{Type: fixed-response}]
"""
    good = bad.replace(
        "{Type: fixed-response}", "{Type: fixed-response, FixedResponseConfig: {StatusCode: 404}}"
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each list of actions as a whole, then at each action."""
        for item in model.of_type(LISTENER, LISTENER_RULE):
            key = "DefaultActions" if item.type == LISTENER else "Actions"
            for listed in actions(item):
                for action in listed:
                    yield from _alone(action)
                    yield from _on(item, action)
                yield from _together(item, key, listed)


def _alone(action: Value) -> Iterator[Finding]:
    for kind, single, *configs in action.cases("Type", "TargetGroupArn", *_CONFIGS.values()):
        wanted = _CONFIGS.get(kind.text or "")
        found = dict(zip(_CONFIGS.values(), configs, strict=True))
        if wanted is None or found[wanted].present or (kind.text == "forward" and single.present):
            continue
        names = f"TargetGroupArn or {wanted}" if kind.text == "forward" else wanted
        yield Finding(kind.path, f"{kind.shown} action lacks {names}; add it")


def _on(item: Resource, action: Value) -> Iterator[Finding]:
    for kind in action.values("Type"):
        start = item.given(kind.when)
        for listener in listeners(start) if start else ():
            for protocol in listener.values("Protocol"):
                if kind.text in _HTTPS_ONLY and protocol.text == "HTTP":
                    yield Finding(
                        kind.path, f"{kind.shown} needs an HTTPS listener, this one is HTTP"
                    )
                elif family(protocol) == "network" and kind.text in _CONFIGS.keys() - {"forward"}:
                    yield Finding(
                        kind.path,
                        f"{protocol.shown} listener can only forward; {kind.shown} needs an "
                        "application load balancer",
                    )


def _together(item: Resource, key: str, listed: tuple[Value, ...]) -> Iterator[Finding]:
    kinds = [list(action.values("Type")) for action in listed]
    orders = [[order for (order,) in action.cases("Order")] for action in listed]
    if any(len(found) != 1 or found[0].text is None for found in (*kinds,)):
        return
    last = [found[0] for found in kinds if found[0].text in _LAST]
    where = (*item.path, "Properties", key)
    if len(last) != 1:
        yield Finding(
            where,
            f"{key} has {len(last)} actions of type {', '.join(_LAST)}; it must have one",
        )
    elif len(listed) > 1 and any(order.absent for found in orders for order in found):
        yield Finding(where, f"{key} has several actions; give each an Order")
    elif len(listed) > 1:
        numbers = [found[0].number for found in orders if len(found) == 1]
        own = numbers[kinds.index([last[0]])] if len(numbers) == len(listed) else None
        if own is not None and any(number is not None and number > own for number in numbers):
            yield Finding(last[0].path, f"{last[0].shown} must be the last action by Order")
