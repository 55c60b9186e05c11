"""W9747."""

from collections.abc import Iterator

from axonflow_cfn.model import Symbol, TemplateModel, Value
from axonflow_cfn.model.event_patterns import Pattern, patterns
from axonflow_cfn.model.references import ARN_BY_REF, NO_ARN_BY_REF
from axonflow_cfn.rule import DeployabilityRule, Finding

# Fields of events that AWS services send: https://docs.aws.amazon.com/eventbridge/latest/ref/
_ARNS = {
    "aws.cloudwatch": {"resources"},
    "aws.codebuild": {"resources"},
    "aws.codepipeline": {"resources"},
    "aws.ecr": {"resources"},
    "aws.ecs": {
        *("resources", "detail.clusterArn", "detail.containerInstanceArn", "detail.taskArn"),
        "detail.taskDefinitionArn",
    },
    "aws.events": {"resources"},
    "aws.rds": {"resources", "detail.SourceArn"},
    "aws.s3": {"resources"},
    "aws.states": {"resources", "detail.executionArn", "detail.stateMachineArn"},
}
_NAMES = {
    "aws.cloudwatch": {"detail.alarmName"},
    "aws.ecr": {"detail.repository-name"},
    "aws.ecs": {"detail.group"},
    "aws.rds": {"detail.SourceIdentifier"},
    "aws.s3": {"detail.bucket.name"},
}
_MATCHERS = {"anything-but", "equals-ignore-case", "numeric"}
_COMPARISONS = {"=", "<", "<=", ">", ">="}
_SAME = ("equals-ignore-case", "exactly", "prefix", "wildcard")
_CARRIERS = ("AWS::CloudFormation::", "AWS::Serverless::", "Custom::")


class EventPatternNeverMatches(DeployabilityRule):
    """An event pattern that compares an ARN with a name, or a name with an ARN."""

    id = "W9747"
    shortdesc = "Event pattern compares a field with what it never holds"
    description = (
        "EventBridge compares exactly. Ref of a cluster, a bucket or a database is its name, "
        "so a field that holds an ARN (detail.clusterArn, resources) never equals it, nor does a "
        "name (detail.bucket.name) equal an ARN; and a matcher outside a list is taken for a "
        "field. The rule deploys and never matches."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_task_events.html"
    tags = ["resources", "events", "wiring"]
    bad = """
Resources:
  Cluster: {Type: AWS::ECS::Cluster}
  Stopped:
    Type: AWS::Events::Rule
    Properties:
      EventPattern:
        source: [aws.ecs]
        detail: {clusterArn: [!Ref Cluster]}
"""
    good = bad.replace("!Ref Cluster", "!GetAtt Cluster.Arn")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the fields of events whose source is known."""
        for pattern in patterns(model):
            source = _source(pattern)
            for names, field in pattern.fields():
                key = ".".join(names)
                if names[-1] in _MATCHERS and len(names) > 1 and _is_matcher(names[-1], field):
                    yield Finding(
                        pattern.path(field),
                        f"{names[-1]} stands outside a list and so is taken for a field of the "
                        f"event; write {names[-2]}: [{{{names[-1]}: ...}}]",
                    )
                for value in _compared(field):
                    if key in _ARNS.get(source, ()) and _is_no_arn(value):
                        yield Finding(
                            pattern.path(value),
                            f"{key} is an ARN and never equals {value.shown}{_hint(value)}",
                        )
                    if key in _NAMES.get(source, ()) and _is_arn(value):
                        yield Finding(
                            pattern.path(value),
                            f"{key} is a name and never equals {value.shown}, which is an ARN",
                        )


def _source(pattern: Pattern) -> str:
    """The only service whose events a pattern takes; '' if not known."""
    found = {
        value.text
        for names, field in pattern.fields()
        for value in field.values("*")
        if names == ("source",)
    }
    only = found.pop() if len(found) == 1 else None
    return only or ""


def _is_matcher(name: str, field: Value) -> bool:
    """Whether a field of this name can only be a matcher at the wrong place."""
    return name != "numeric" or any(value.text in _COMPARISONS for value in field.values("0"))


def _compared(field: Value) -> Iterator[Value]:
    """What a field is compared with, from its beginning on."""
    if not isinstance(field.data, list):
        return
    for value in field.values("*"):
        if isinstance(value.data, dict):
            for matcher in _SAME:
                yield from value.values(matcher)
        else:
            yield value


def _is_no_arn(value: Value) -> bool:
    resource = value.follow()
    if value.reference:
        by_ref = value.reference.attribute is None and resource
        return bool(by_ref and by_ref.type in NO_ARN_BY_REF)
    first = value.parts[0] if value.parts else None
    if isinstance(first, Symbol):
        return first.pseudo
    if not isinstance(first, str) or isinstance(value.data, dict | list):
        return False
    begins = first.partition("*")[0][: len("arn:")]
    whole = bool(value.text) and "*" not in first and "prefix" not in value.path
    return not "arn:".startswith(begins) or (whole and not first.startswith("arn:"))


def _is_arn(value: Value) -> bool:
    resource = value.follow()
    if resource and value.reference:
        attribute = value.reference.attribute
        known = not resource.type.startswith(_CARRIERS)
        by_ref = resource.type in ARN_BY_REF
        return known and (attribute.endswith("Arn") if attribute else by_ref)
    first = value.parts[0] if value.parts else None
    return isinstance(first, str) and first.startswith("arn:")


def _hint(value: Value) -> str:
    resource = value.follow()
    if resource is None or resource.type not in NO_ARN_BY_REF:
        return ""
    return f", which is the {NO_ARN_BY_REF[resource.type]} of {resource.logical_id}"
