"""Which ARNs no resource of a service can have: a Region or account too much, or missing."""

from axonflow_cfn.model.values import DynamicReference, Marker, Part, Symbol, Value

_OPEN = "\0"  # stands for what may be any text
_FIELDS = 6
"""arn:partition:service:region:account:resource."""

# https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
_GLOBAL = {
    "budgets": ("Region",),
    "cloudfront": ("Region",),
    "globalaccelerator": ("Region",),
    "iam": ("Region",),
    "organizations": ("Region",),
    "route53": ("Region", "account"),
    "s3": ("Region", "account"),
    "sts": ("Region",),
}
"""What the ARNs of a service leave empty."""

_REGIONAL = {
    "ecs": ("Region",),
    "elasticloadbalancing": ("Region", "account"),
    "events": ("Region",),
    "lambda": ("Region", "account"),
    "logs": ("Region", "account"),
    "scheduler": ("Region", "account"),
    "sns": ("Region", "account"),
    "sqs": ("Region", "account"),
    "states": ("Region", "account"),
}
"""What the ARNs of a service always hold."""


def impossible(arn: Value) -> str | None:
    """Why a value is the ARN, or pattern, of no resource; None if it may be one."""
    if any(isinstance(part, DynamicReference | Marker) for part in arn.parts):
        return None
    spelled = "".join(map(_spelled, arn.parts))
    head, *rest = spelled.split(":", _FIELDS - 1)
    if head != "arn" or len(rest) != _FIELDS - 1:
        return None
    _, service, region, account, resource = rest
    given = {"Region": region, "account": account}
    if service == "s3" and "/" in resource:
        return None  # access points and jobs have both
    # A parameter may be empty, and a wildcard stand for nothing.
    filled = {name for name, text in given.items() if text.strip("*") and _OPEN not in text}
    too_much = [name for name in _GLOBAL.get(service, ()) if name in filled]
    if too_much:
        return f"an ARN of {service} has no {' and no '.join(too_much)}; leave it out"
    missing = [name for name in _REGIONAL.get(service, ()) if not given[name]]
    if missing:
        return f"an ARN of {service} has {' and '.join(map(_a, missing))}; put it in"
    return None


def _spelled(part: Part) -> str:
    if isinstance(part, str):
        return part
    return "x" if isinstance(part, Symbol) and part.pseudo else _OPEN


def _a(name: str) -> str:
    return f"an {name}" if name == "account" else f"a {name}"
