"""W9572."""

from collections.abc import Iterator

from axonflow_cfn.model import Reference, Resource, Symbol, TemplateModel, Value
from axonflow_cfn.model.iam import allows, policies
from axonflow_cfn.model.task_runs import (
    TASK,
    family,
    is_of,
    registers,
    resources,
    sees_all,
    spelled,
    starts_for_a_service,
)
from axonflow_cfn.model.values import show
from axonflow_cfn.rule import DeployabilityRule, Finding

_STACK = Symbol("AWS::StackName")


class RunTaskOnStrangeFamily(DeployabilityRule):
    """A role that may run only task definitions of this stack which do not exist."""

    id = "W9572"
    shortdesc = "Role may run a task family of the stack that no task definition has"
    description = (
        "The policy allows ecs:RunTask on a family with the name of this stack, but every task "
        "definition of the template has another Family, so RunTask on any of them fails with "
        "AccessDeniedException. Compare the spelling, or name the task definition with Ref."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/"
        "security_iam_id-based-policy-examples.html"
    )
    tags = ["resources", "iam", "ecs"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: !Sub '${AWS::StackName}-cleanup'
      ContainerDefinitions: [{Name: job, Image: job:1}]
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: run
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: ecs:RunTask
                Resource: !Sub 'arn:aws:ecs:*:*:task-definition/${AWS::StackName}-clean:*'
"""
    good = bad.replace("-clean:", "-cleanup:")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look the family of each statement up."""
        tasks = [] if registers(model) else model.of_type(TASK)
        named = any(_STACK in name.parts for task in tasks for name in task.values("Family"))
        for role in model.of_type("AWS::IAM::Role") if named else ():
            found = list(resources(role))
            whole = policies(role).complete and sees_all(role)
            if not whole or not all(_is_strange(one, tasks) for one in found):
                continue
            for resource in found:
                if not _is_told_elsewhere(role, tasks, resource):
                    yield Finding(
                        resource.path,
                        f"no task definition has the Family {_shown(resource)}, so "
                        f"{role.logical_id} may run none; compare the spelling",
                    )


def _is_strange(resource: Value, tasks: list[Resource]) -> bool:
    """Whether it is a family of this stack that is certainly not of a task definition here."""
    pattern = family(resource)
    if _STACK not in pattern or spelled(pattern) is None:
        return False
    beside = list(filter(None, (task.given(resource.when) for task in tasks)))
    return bool(beside) and all(is_of(pattern, task) is False for task in beside)


def _is_told_elsewhere(role: Resource, tasks: list[Resource], resource: Value) -> bool:
    """Whether the rules about targets and state machines say it."""
    targets = (Value(Reference(t.logical_id), resource.path, t.when, t.model) for t in tasks)
    return starts_for_a_service(role) and any(
        allows(role, "ecs:RunTask", target) is False for target in targets
    )


def _shown(resource: Value) -> str:
    return "".join(map(show, family(resource)))
