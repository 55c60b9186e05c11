"""Which resources an IAM action can act on, by the Service Authorization Reference."""

import json
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from axonflow_cfn.model.values import UNKNOWN, Part, Reference, Symbol, Value

_OWN = "\1"
"""Stands in an ARN for a name that CloudFormation makes: some characters but ':' and '/'."""

# Actions that AWS documents with the Resource * alone.
_ALONE = (
    "autoscaling:describe*",
    "aws-marketplace:batchmeterusage",
    "aws-marketplace:getentitlements",
    "aws-marketplace:meterusage",
    "aws-marketplace:registerusage",
    "aws-marketplace:resolvecustomer",
    "ec2:describe*",
    "ec2messages:*",
    "ecr:getauthorizationtoken",
    "ecs:deregistertaskdefinition",
    "ecs:describetaskdefinition",
    "ecs:listclusters",
    "ecs:listtaskdefinition*",
    "elasticloadbalancing:describe*",
    "kms:createkey",
    "kms:generaterandom",
    "kms:listaliases",
    "kms:listkeys",
    "lambda:listeventsourcemappings",
    "lambda:listfunctions",
    "route53:listhostedzones",
    "s3:listallmybuckets",
    "secretsmanager:batchgetsecretvalue",
    "secretsmanager:getrandompassword",
    "secretsmanager:listsecrets",
    "sns:listtopics",
    "sqs:listqueues",
    "ssm:describeparameters",
    "ssmmessages:*",
    "sts:getcalleridentity",
    "xray:get*",
    "xray:put*",
)
_FIELDS = 6
"""arn:partition:service:region:account:resource."""

# What Ref or Fn::GetAtt of an attribute gives as an ARN. Types whose Ref is a name are not here.
# https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/
_ARNS = {
    ("AWS::DynamoDB::Table", "Arn"): "arn:*:dynamodb:?*:?*:table/\1",
    ("AWS::ECR::Repository", "Arn"): "arn:*:ecr:?*:?*:repository/\1",
    ("AWS::ECS::Cluster", "Arn"): "arn:*:ecs:?*:?*:cluster/\1",
    ("AWS::ECS::Service", None): "arn:*:ecs:?*:?*:service/*",
    ("AWS::ECS::TaskDefinition", None): "arn:*:ecs:?*:?*:task-definition/*",
    ("AWS::EFS::FileSystem", "Arn"): "arn:*:elasticfilesystem:?*:?*:file-system/\1",
    ("AWS::IAM::Role", "Arn"): "arn:*:iam::?*:role/*",
    ("AWS::KMS::Key", "Arn"): "arn:*:kms:?*:?*:key/\1",
    ("AWS::Kinesis::Stream", "Arn"): "arn:*:kinesis:?*:?*:stream/\1",
    ("AWS::Lambda::Function", "Arn"): "arn:*:lambda:?*:?*:function:\1",
    ("AWS::Logs::LogGroup", "Arn"): "arn:*:logs:?*:?*:log-group:\1:*",
    ("AWS::S3::Bucket", "Arn"): "arn:*:s3:::\1",
    ("AWS::SNS::Topic", None): "arn:*:sns:?*:?*:\1",
    ("AWS::SNS::Topic", "TopicArn"): "arn:*:sns:?*:?*:\1",
    ("AWS::SQS::Queue", "Arn"): "arn:*:sqs:?*:?*:\1",
    ("AWS::SecretsManager::Secret", None): "arn:*:secretsmanager:?*:?*:secret:*-??????",
    ("AWS::StepFunctions::StateMachine", None): "arn:*:states:?*:?*:stateMachine:\1",
    ("AWS::StepFunctions::StateMachine", "Arn"): "arn:*:states:?*:?*:stateMachine:\1",
}


# Formats that the table cuts short: what follows the name makes it another resource, or none.
_EXACT = {
    ("dynamodb", "index"): "arn:*:dynamodb:?*:?*:table/\1/index/*",
    ("dynamodb", "stream"): "arn:*:dynamodb:?*:?*:table/\1/stream/*",
    ("dynamodb", "table"): "arn:*:dynamodb:?*:?*:table/\1",
    ("ecs", "task-definition"): "arn:*:ecs:?*:?*:task-definition/*",
    ("kms", "key"): "arn:*:kms:?*:?*:key/\1",
    ("rds-db", "db-user"): "arn:*:rds-db:?*:?*:dbuser:*/*",
    ("s3", "bucket"): "arn:*:s3:::\1",
    ("s3", "object"): "arn:*:s3:::*/*",
    ("sns", "topic"): "arn:*:sns:?*:?*:\1",
    ("sqs", "queue"): "arn:*:sqs:?*:?*:\1",
}

_INEXACT = {("dynamodb", "liststreams"), ("sns", "unsubscribe")}
"""Actions that are checked against more, or less, than the format says."""


@cache
def _services() -> dict[str, Any]:
    """The table that cfn-lint ships: actions, the resource types of each, and their ARN formats."""
    file = files("cfnlint.data.AdditionalSpecs").joinpath("Policies.json")
    table: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return table


def service_prefixes() -> frozenset[str]:
    """Every prefix that an IAM action can have: 's3', 'ecs', ..."""
    return frozenset(_services())


@cache
def formats(action: str) -> tuple[str, ...] | None:
    """The ARNs that an action can act on, as patterns.

    Args:
        action: such as 's3:GetObject', without a wildcard.

    Returns:
        Patterns with `*` and `?`; () if the action takes only the Resource `*`; None if the action
        is not known.
    """
    service, _, name = action.lower().partition(":")
    table = _services().get(service)
    if table is None or name not in table["Actions"]:
        return None
    kinds = table["Actions"][name].get("Resources") or []
    kinds = [kinds] if isinstance(kinds, str) else kinds
    known = {kind.lower(): facts for kind, facts in table["Resources"].items()}
    if service == "logs" and not kinds:
        # Checked against this ARN, as the messages of a denied call tell.
        return ("arn:*:logs:?*:?*:log-group::log-stream:*",)
    return tuple(
        _narrow(service, name, kind) or _pattern(arn)
        for kind in kinds
        for arn in known.get(kind.lower(), {}).get("ARNFormats", ["*"])
    )


def covered(pattern: str) -> list[str]:
    """The actions that a pattern such as 's3:Get*' covers; itself if it has no wildcard."""
    service, _, name = pattern.lower().partition(":")
    if not set("*?") & set(pattern):
        return [pattern]
    actions = _services().get(service, {}).get("Actions", {})
    return [f"{service}:{action}" for action in actions if fnmatchcase(action, name)]


def acts_on(action: str, resource: Value) -> bool | None:
    """Whether an action can ever act on what a Resource names; None if that is not known."""
    patterns = formats(action)
    if patterns is not None and resource.text == "*":
        return True
    if patterns is None or _is_undecided(action, patterns, resource):
        return None
    spelled = list(_spelled(resource))
    if None in spelled or not spelled:
        return None
    arn = "".join(part for part in spelled if part is not None)
    return any(_meet(arn, pattern) for pattern in patterns)


def can_name(pattern: Value, target: Value) -> bool:
    """Whether an ARN pattern can be that of what a reference stands for; True if not known."""
    resource = target.follow()
    arns = [arn for (kind, _), arn in _ARNS.items() if resource and kind == resource.type]
    spelled = list(_spelled(pattern))
    if not arns or not spelled or None in spelled:
        return True
    whole = "".join(part for part in spelled if part is not None)
    return whole == "*" or any(_meet(whole, arn) for arn in arns)


def _is_undecided(action: str, patterns: tuple[str, ...], resource: Value) -> bool:
    """Whether the table does not tell what AWS does."""
    if not patterns:
        # Some services check such actions against an ARN after all; these do not, or only
        # against one that ends in a literal *.
        whole = "".join(spelled or "" for spelled in _spelled(resource))
        alone = any(fnmatchcase(action.lower(), one) for one in _ALONE)
        return not alone or not whole.startswith("arn:") or whole.endswith(":*")
    # Macros are resources of CreateChangeSet as well.
    return action.lower().startswith("cloudformation:") and any(
        isinstance(part, str) and ":transform/" in part for part in resource.parts
    )


def _pattern(arn: str) -> str:
    """'arn:*:s3:::*' of the table's 'arn:${Partition}:s3:::.*'."""
    # The documents and public parameters of Systems Manager that AWS owns have no account.
    account = "*" if ":ssm:" in arn else "?*"
    arn = arn.replace("${Partition}", "*").replace("${Region}", "?*").replace("${Account}", account)
    return re.sub(r"\$\{[^}]*\}", "*", arn).replace(".*", "*")


def _narrow(service: str, name: str, kind: str) -> str | None:
    """Tell objects from buckets and streams from groups, whose formats the table cuts short."""
    exact = _EXACT.get((service, kind.lower()))
    if exact and (service, name) not in _INEXACT:
        return exact
    # CloudWatch Logs checks the creation of a stream against the ARN of the stream.
    if service == "logs" and (kind == "log-stream" or name == "createlogstream"):
        return "arn:*:logs:?*:?*:log-group:*:log-stream:*"
    return None


def _spelled(resource: Value) -> Iterator[str | None]:
    for part in resource.parts:
        yield _text(resource, part)


def _text(resource: Value, part: Part) -> str | None:
    if isinstance(part, str):
        return part
    if isinstance(part, Symbol):
        return "?*" if part.pseudo else "*"
    if isinstance(part, Reference) and part.logical_id in resource.model.resources:
        kind = resource.model.resources[part.logical_id].type
        arn = _ARNS.get((kind, part.attribute))
        alone = resource.parts[0] == part
        # Within an ARN a Ref is a name, of whatever kind.
        return arn if alone else "*" if arn is None else None
    return None if part is UNKNOWN else "*"


def _meet(left: str, right: str) -> bool:
    """Whether two ARN patterns can name the same resource; a wildcard stays in its field."""
    ours, theirs = left.split(":", 5), right.split(":", 5)
    if len(ours) < _FIELDS or len(theirs) < _FIELDS:
        return _overlap(left, right)
    return all(_overlap(our, their) for our, their in zip(ours, theirs, strict=True))


@lru_cache(maxsize=4096)
def _overlap(left: str, right: str) -> bool:
    """Whether some string fits both patterns."""
    ours, theirs = _tokens(left), _tokens(right)
    seen: set[tuple[int, int]] = set()
    todo = [(0, 0)]
    while todo:
        place = todo.pop()
        if place == (len(ours), len(theirs)):
            return True
        if place in seen:
            continue
        seen.add(place)
        i, j = place
        our = ours[i] if i < len(ours) else None
        their = theirs[j] if j < len(theirs) else None
        if our and our.many:
            todo.append((i + 1, j))
        if their and their.many:
            todo.append((i, j + 1))
        if our and their and _share(our.what, their.what):
            todo.append((i + (not our.many), j + (not their.many)))
    return False


class _Token(NamedTuple):
    """One character, '?' for any or _OWN for one of a name; or any number of them."""

    what: str
    many: bool


@lru_cache(maxsize=4096)
def _tokens(pattern: str) -> tuple[_Token, ...]:
    found: list[_Token] = []
    for item in pattern:
        if item == _OWN:
            found += [_Token(_OWN, many=False), _Token(_OWN, many=True)]
        else:
            found.append(_Token("?", many=True) if item == "*" else _Token(item, many=False))
    return tuple(found)


def _share(one: str, other: str) -> bool:
    if "?" in {one, other} or one == other:
        return True
    return (one == _OWN and other not in {":", "/"}) or (other == _OWN and one not in {":", "/"})
