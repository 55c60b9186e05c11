"""W9571."""

from collections.abc import Iterator

from axonflow_cfn.model import Reference, Resource, TemplateModel, Value
from axonflow_cfn.model.iam import allows, policies
from axonflow_cfn.model.policies import covers_action
from axonflow_cfn.model.task_runs import TASK, family, is_of, resources, starts_for_a_service
from axonflow_cfn.rule import DeployabilityRule, Finding

_KEYS = ("ExecutionRoleArn", "TaskRoleArn")
_FACTS = {"iam:passedtoservice": "ecs-tasks.amazonaws.com"}


class RunnerCannotPassRoles(DeployabilityRule):
    """A role that may run a task but not hand the task its roles."""

    id = "W9571"
    shortdesc = "Role may run a task but not pass the roles of its task definition"
    description = (
        "RunTask hands the task its execution role and its task role, so the caller needs "
        "iam:PassRole on both (with iam:PassedToService, if given, ecs-tasks.amazonaws.com). "
        "Without it the call fails: 'is not authorized to perform: iam:PassRole on resource'."
    )
    source_url = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html"
    tags = ["resources", "iam", "ecs", "lambda"]
    bad = """
Resources:
  Execution: {Type: AWS::IAM::Role}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ExecutionRoleArn: !GetAtt Execution.Arn
      ContainerDefinitions: [{Name: job, Image: job:1}]
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: run
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - {Effect: Allow, Action: ecs:RunTask, Resource: !Ref Task}
              - {Effect: Allow, Action: iam:GetRole, Resource: !GetAtt Execution.Arn}
"""
    good = bad.replace("iam:GetRole", "iam:PassRole")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Ask each role that may run a task for the roles of the task."""
        tasks = model.of_type(TASK)
        for role in model.of_type("AWS::IAM::Role") if tasks else ():
            if starts_for_a_service(role) or _passes_another(role, tasks):
                continue
            for resource in resources(role):
                given = filter(None, (task.given(resource.when) for task in tasks))
                meant = [task for task in given if _names(resource, task)]
                lacking = [_lacking(role, task, resource) for task in meant]
                # Of several that a pattern names, it may run only one.
                if lacking and all(lacking):
                    missing = " and ".join(dict.fromkeys(one for found in lacking for one in found))
                    yield Finding(
                        resource.path,
                        f"{role.logical_id} may run {' and '.join(t.logical_id for t in meant)} "
                        f"but not iam:PassRole on {missing}, so the call fails; allow it",
                    )


def _names(resource: Value, task: Resource) -> bool:
    """Whether a Resource is there for this task definition."""
    if resource.reference:
        return resource.reference.logical_id == task.logical_id
    pattern = family(resource)
    return pattern[:1] not in {("*",), ()} and is_of(pattern, task) is True


def _lacking(role: Resource, task: Resource, resource: Value) -> list[str]:
    """What the task is given and the runner certainly may not pass."""
    runner = role.given(resource.when)
    target = Value(Reference(task.logical_id), resource.path, task.when, role.model)
    runs = ("ecs:RunTask", "ecs:StartTask")
    if runner is None or all(allows(runner, run, target) is False for run in runs):
        return []
    return [
        passed.shown if passed.reference is None else passed.reference.logical_id
        for key in _KEYS
        for passed in task.values(key)
        if passed.parts and passed.text != ""
        if allows(runner, "iam:PassRole", passed, _FACTS) is False
    ]


def _passes_another(role: Resource, tasks: list[Resource]) -> bool:
    """Whether it may pass a role that no task definition names: RunTask can override both."""
    named = {
        value.reference.logical_id
        for task in tasks
        for key in _KEYS
        for value in task.values(key)
        if value.reference
    }
    return any(
        resource.reference and resource.reference.logical_id not in named
        for statement in policies(role).statements
        if statement.effect != "Deny"
        if any(covers_action(action, "iam:PassRole") for action in statement.actions)
        for resource in statement.resources
    )
