"""E9736."""

from collections.abc import Iterator

from axonflow_cfn.model import Reference, Resource, TemplateModel, Value
from axonflow_cfn.model.ecs import roles
from axonflow_cfn.model.iam import allows
from axonflow_cfn.rule import DeployabilityRule, Finding

_DEFINITIONS = ("Definition", "DefinitionString", "DefinitionSubstitutions")
# Type that the definition names: the integration by which it is called, and the action.
# https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html
_CALLS = {
    "AWS::ECS::TaskDefinition": (":states:::ecs:runTask", "ecs:RunTask"),
    "AWS::Lambda::Function": (":states:::lambda:invoke", "lambda:InvokeFunction"),
    "AWS::SNS::Topic": (":states:::sns:publish", "sns:Publish"),
    "AWS::SQS::Queue": (":states:::sqs:sendMessage", "sqs:SendMessage"),
    "AWS::StepFunctions::StateMachine": (
        ":states:::states:startExecution",
        "states:StartExecution",
    ),
}
# The requests for tasks say to whom the roles go; a Condition that names another fails.
_PASSED = {"iam:passedtoservice": "ecs-tasks.amazonaws.com"}


class StateMachineRoleCannotInvoke(DeployabilityRule):
    """A state machine that may not call what its definition names."""

    id = "E9736"
    shortdesc = "Role of a state machine may not call what its definition names"
    description = (
        "The state machine is created, and each execution fails at the first such step "
        "(AccessDenied). Allow its role lambda:InvokeFunction on the functions that the definition "
        "names, and for ecs:runTask ecs:RunTask on the task definition and iam:PassRole on its "
        "task role and its execution role."
    )
    source_url = "https://docs.aws.amazon.com/step-functions/latest/dg/lambda-iam.html"
    tags = ["resources", "stepfunctions", "lambda", "iam", "wiring"]
    bad = """
Resources:
  Function: {Type: AWS::Lambda::Function}
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: call
          PolicyDocument:
            Statement: [{Effect: Allow, Action: lambda:GetFunction, Resource: '*'}]
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
      DefinitionString: !Sub >-
        {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "${Function.Arn}",
        "End": true}}}
"""
    good = bad.replace("lambda:GetFunction", "lambda:InvokeFunction")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Ask the role about each resource that the definition refers to."""
        for machine in model.of_type("AWS::StepFunctions::StateMachine"):
            spelled = "".join(map(_literals, _definitions(machine)))
            called = {
                Reference(mention.name, mention.attribute): None
                for mention in model.mentions(machine.logical_id)
                if not set(mention.path).isdisjoint(_DEFINITIONS)
            }
            for holder in machine.values("RoleArn"):
                role = holder.follow("AWS::IAM::Role")
                for called_one in called if role else ():
                    named = Value(called_one, holder.path, holder.when, model)
                    for action, target in _needed(named, spelled):
                        if role and allows(role, action, target, _PASSED) is False:
                            on = (target.reference or called_one).logical_id
                            yield Finding(
                                holder.path,
                                f"{role.logical_id} may not {action} on {on}, which "
                                f"{machine.logical_id} needs; allow it",
                            )


def _needed(named: Value, spelled: str) -> Iterator[tuple[str, Value]]:
    resource = named.follow(*_CALLS)
    if resource is None:
        return
    integration, action = _CALLS[resource.type]
    # A function's ARN may also stand as the Resource of a state itself.
    direct = action == "lambda:InvokeFunction" and named.reference == Reference(
        resource.logical_id, "Arn"
    )
    if direct or integration in spelled:
        yield action, named
        if action == "ecs:RunTask":
            for role in roles(resource):
                yield "iam:PassRole", role


def _definitions(machine: Resource) -> Iterator[Value]:
    for key in _DEFINITIONS[:2]:
        yield from machine.values(key)


def _literals(value: Value) -> str:
    """What is spelled in a definition, be it a string or an object."""
    if value.parts:
        return "".join(part for part in value.parts if isinstance(part, str))
    return str(value.data)
