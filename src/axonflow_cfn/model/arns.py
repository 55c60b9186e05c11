"""Whether the resource pattern of a policy covers an ARN that is known in part."""

from collections.abc import Iterable, Iterator

from axonflow_cfn.model.permissions import can_name
from axonflow_cfn.model.values import UNKNOWN, Part, Reference, Symbol, Value

# Type: the property with its name, and the ARN around it. Secrets Manager adds six characters, ECS
# a revision, which some callers leave out.
# https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
_NAMED: dict[str, tuple[str, str, str, Part]] = {
    "AWS::DynamoDB::Table": ("TableName", "dynamodb", "table/", ""),
    "AWS::ECS::TaskDefinition": ("Family", "ecs", "task-definition/", UNKNOWN),
    "AWS::Kinesis::Stream": ("Name", "kinesis", "stream/", ""),
    "AWS::Lambda::Function": ("FunctionName", "lambda", "function:", ""),
    "AWS::Logs::LogGroup": ("LogGroupName", "logs", "log-group:", ":*"),
    "AWS::SecretsManager::Secret": ("Name", "secretsmanager", "secret:", "-??????"),
    "AWS::SNS::Topic": ("TopicName", "sns", "", ""),
    "AWS::SQS::Queue": ("QueueName", "sqs", "", ""),
    "AWS::StepFunctions::StateMachine": ("StateMachineName", "states", "stateMachine:", ""),
}

# They hold letters, digits, hyphens and dots alone.
_PLAIN = {f"AWS::{name}" for name in ("AccountId", "Partition", "Region", "StackName", "URLSuffix")}
_PRIVATE = 0xE000  # no template has these characters


def covers(pattern: Value, target: Value) -> bool | None:
    """Whether a pattern covers a target.

    Args:
        pattern: the Resource of a statement, with `*` and `?`.
        target: the resource that is used: a Reference, or an ARN known in part.

    Returns:
        True or False where that is certain, else None.
    """
    pattern, target = _secret(pattern), _secret(target)
    found = matches(pattern.parts, target.parts)
    if found or target.reference is None:
        return found
    ours, theirs = target.follow(), pattern.follow()
    if ours and theirs and ours.type == theirs.type:
        return False  # another resource of the same kind
    if not can_name(pattern, target):
        return False  # of another service or kind
    arns = {matches(pattern.parts, arn) for arn in _arns(target)}
    return arns.pop() if len(arns) == 1 else None


def _secret(value: Value) -> Value:
    """The secret itself where a value refers to its attachment, whose Ref is the secret's ARN."""
    attachment = value.follow("AWS::SecretsManager::SecretTargetAttachment")
    secrets = list(attachment.values("SecretId")) if attachment else []
    return secrets[0] if len(secrets) == 1 else value


def _arns(target: Value) -> Iterator[tuple[Part, ...]]:
    """The ARN behind a reference, for the types whose ARN holds their name."""
    resource = target.follow(*_NAMED, "AWS::IAM::Role")
    if resource is None:
        return
    if resource.type == "AWS::IAM::Role":
        for path, name in resource.cases("Path", "RoleName"):
            folder: tuple[Part, ...] = ("/",) if path.absent else path.parts or (UNKNOWN,)
            yield (
                *("arn:", Symbol("AWS::Partition"), ":iam::", Symbol("AWS::AccountId"), ":role"),
                *(*folder, *(name.parts or (UNKNOWN,))),
            )
        return
    key, service, before, after = _NAMED[resource.type]
    for (name,) in resource.cases(key):
        yield (
            *("arn:", Symbol("AWS::Partition"), f":{service}:", Symbol("AWS::Region"), ":"),
            *(Symbol("AWS::AccountId"), f":{before}", *(name.parts or (UNKNOWN,)), after),
        )


def matches(pattern: tuple[Part, ...], target: tuple[Part, ...]) -> bool | None:
    """Whether a string with `*` and `?` describes another; None if that can't be told."""
    ours, theirs = _items(pattern), _items(target)
    if _glob(ours, theirs, loose=False):
        return True
    # The stack's name in both is the same name: a pattern with it is not meant to match by chance.
    shared = [item for item in ours if isinstance(item, Symbol) and item.name in _PLAIN]
    same: dict[Part, Part] = {
        item: chr(_PRIVATE + i) for i, item in enumerate(shared) if item in theirs
    }
    ours, theirs = (
        [same.get(item, item) for item in ours],
        [same.get(item, item) for item in theirs],
    )
    return None if _glob(ours, theirs, loose=True) else False


def _items(parts: Iterable[Part]) -> list[Part]:
    """Single characters and symbols; a reference counts as the resource, whatever attribute."""
    found: list[Part] = []
    for part in parts:
        found.extend(part if isinstance(part, str) else [part])
    return [Reference(item.logical_id) if isinstance(item, Reference) else item for item in found]


def _glob(pattern: list[Part], target: list[Part], *, loose: bool) -> bool:
    """Whether a string exists that both describe.

    Args:
        pattern: with `*` and `?`.
        target: with `?` where a character is not known.
        loose: symbols on either side may stand for any text, instead of only for themselves.
    """

    def run(item: Part) -> bool:
        return item == "*" or (loose and not isinstance(item, str))

    def takes(item: Part, other: Part) -> bool:
        return not (isinstance(item, Symbol) and item.name in _PLAIN and other in {":", "/"})

    # Whether the rest of the pattern, from its end, describes the target from each position.
    rows = [loose and all(run(item) for item in target[i:]) for i in range(len(target))] + [True]
    for item in reversed(pattern):
        above, rows = rows, [False] * (len(target) + 1)
        for i in range(len(target), -1, -1):
            last = i == len(target)
            if run(item):
                rows[i] = above[i] or (not last and takes(item, target[i]) and rows[i + 1])
            elif not last and run(target[i]) and loose:
                rows[i] = rows[i + 1] or (takes(target[i], item) and above[i])
            elif not last and (item in {target[i], "?"} or target[i] == "?"):
                rows[i] = above[i + 1]
    return rows[0]
