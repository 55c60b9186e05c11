"""W9729."""

from collections.abc import Iterator

from axonflow_cfn.model import Reference, Resource, TemplateModel, Value
from axonflow_cfn.model.environments import variables
from axonflow_cfn.model.iam import policies
from axonflow_cfn.model.memo import once
from axonflow_cfn.model.policies import Statement, of_kind
from axonflow_cfn.model.vpc import exported
from axonflow_cfn.rule import DeployabilityRule, Finding

_SERVICES = {
    "AWS::DynamoDB::Table": "dynamodb",
    "AWS::Kinesis::Stream": "kinesis",
    "AWS::S3::Bucket": "s3",
    "AWS::SNS::Topic": "sns",
    "AWS::SQS::Queue": "sqs",
}
"""Types, with what stands before the colon in the actions on them."""
_MAY_BE_SHOWN_ONLY = {"AWS::S3::Bucket", "AWS::SNS::Topic"}
"""Types whose name a program may need without ever using the resource."""
_ROLES = {"AWS::ECS::TaskDefinition": "TaskRoleArn", "AWS::Lambda::Function": "Role"}
_OWN_CREDENTIALS = {"AWS_ACCESS_KEY_ID", "AWS_PROFILE", "AWS_ROLE_ARN"}


class PermissionForASibling(DeployabilityRule):
    """A program that is given one queue, table, ... and allowed to use another."""

    id = "W9729"
    shortdesc = "Role allows another queue, table or bucket than the program is given"
    description = (
        "An environment variable gives the program a resource of the template; its role allows "
        "nothing on that, but actions of the same service on another resource of the same type: "
        "every call ends in AccessDenied. Name the resource of the variable in the policy."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html"
    tags = ["resources", "ecs", "lambda", "iam", "wiring"]
    bad = """
Resources:
  Jobs: {Type: AWS::SQS::Queue}
  Failed: {Type: AWS::SQS::Queue}
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: {Service: ecs-tasks.amazonaws.com}
            Action: sts:AssumeRole
      Policies:
        - PolicyName: jobs
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - {Effect: Allow, Action: sqs:SendMessage, Resource: !GetAtt Failed.Arn}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      TaskRoleArn: !GetAtt Role.Arn
      ContainerDefinitions:
        - Name: web
          Image: web:1
          Environment: [{Name: QUEUE_URL, Value: !Ref Jobs}]
"""
    good = bad.replace("!GetAtt Failed.Arn", "!GetAtt Jobs.Arn")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """From each variable to the role of its program, and to what that allows."""
        given = [
            (owner, name, value, used)
            for owner, name, value in variables(model)
            for used in [value.follow(*_SERVICES)]
            if used
        ]
        for owner, name, value, used in given:
            for role in _roles(owner, value):
                granted = _granted(role, used.type)
                if not granted or used.logical_id in granted or _is_open(used, owner, role):
                    continue
                known = {other.logical_id for one, *_, other in given if _share(one, owner)}
                unexplained = sorted(granted.keys() - known)
                if unexplained or used.type not in _MAY_BE_SHOWN_ONLY:
                    place = granted[unexplained[0]].path if unexplained else value.path
                    yield Finding(
                        place,
                        f"{name} names {used.logical_id}, but {role.logical_id} allows nothing on "
                        f"it, only on {', '.join(sorted(granted))}; allow {used.logical_id}",
                    )


def _roles(owner: Resource, value: Value) -> Iterator[Resource]:
    """The roles of this template that a program has, beside a variable."""
    for holder in owner.values(_ROLES[owner.type]):
        role = holder.follow("AWS::IAM::Role")
        under = role.given(value.when) if role else None
        if under:
            yield under


def _share(one: Resource, other: Resource) -> bool:
    """Whether two programs have a role in common."""
    return bool(_role_ids(one) & _role_ids(other))


def _role_ids(owner: Resource) -> set[str]:
    holders = owner.values(_ROLES[owner.type])
    return {holder.reference.logical_id for holder in holders if holder.reference}


def _granted(role: Resource, kind: str) -> dict[str, Value] | None:
    """By logical id, where a role is allowed something on resources of a type; None if unknown."""
    attached = policies(role)
    found: dict[str, Value] = {}
    for statement in attached.statements:
        if statement.effect == "Deny":
            continue
        names = [(action.text or "*").lower() for action in statement.actions]
        service = _SERVICES[kind]
        if any(name.startswith("sts:") for name in names):
            return None  # it may become another role
        if not statement.negated and not any(_is_of(name, service) for name in names):
            continue
        for resource in statement.resources:
            named = [part for part in resource.parts if isinstance(part, Reference)]
            whole = len(named) == 1 and resource.parts[0] == named[0]
            target = resource.but(data=named[0]).follow() if whole else None
            if target is None or statement.negated:
                return None  # an ARN that is put together, *, or somewhere else
            if target.type == kind:
                found[target.logical_id] = resource
    return found if attached.complete else None


def _is_of(action: str, service: str) -> bool:
    prefix, colon, _ = action.partition(":")
    return prefix == service or not colon or bool({"*", "?"} & set(prefix))


def _is_open(used: Resource, owner: Resource, role: Resource) -> bool:
    """Whether something else than the role's own policies may let the program use a resource."""
    model = used.model
    by_itself = any(
        used.logical_id in model.dependencies[statement.holder.logical_id]
        or statement.holder.logical_id == used.logical_id
        for statement in _letting_in(model)
    )
    others = {name for other, name, _ in variables(model) if other.logical_id == owner.logical_id}
    return by_itself or bool(others & _OWN_CREDENTIALS) or exported(model, role.logical_id, "Arn")


@once
def _letting_in(model: TemplateModel) -> tuple[Statement, ...]:
    """The statements of resource policies that let in others than services."""
    return tuple(
        statement
        for statement in of_kind(model, "resource")
        if statement.effect != "Deny"
        and (not statement.principals or any(one.kind != "Service" for one in statement.principals))
    )
