"""E9736."""

from collections.abc import Iterator

from axonflow_cfn.model import Reference, TemplateModel, Value
from axonflow_cfn.model.iam import allows
from axonflow_cfn.rule import DeployabilityRule, Finding

_ACTION = "lambda:InvokeFunction"
_DEFINITIONS = ("Definition", "DefinitionString", "DefinitionSubstitutions")


class StateMachineRoleCannotInvoke(DeployabilityRule):
    """A state machine that may not call the functions in its definition."""

    id = "E9736"
    shortdesc = "Role of a state machine may not invoke a function that it calls"
    description = (
        "The state machine is created, and each execution fails at the first such step "
        "(Lambda.AWSLambdaException: AccessDenied). Allow its role lambda:InvokeFunction on the "
        "functions that the definition names."
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
        """Ask the role about each function that the definition refers to."""
        for machine in model.of_type("AWS::StepFunctions::StateMachine"):
            called = {
                mention.name: mention.path
                for mention in model.mentions(machine.logical_id)
                if mention.attribute == "Arn" and not set(mention.path).isdisjoint(_DEFINITIONS)
            }
            for holder in machine.values("RoleArn"):
                role = holder.follow("AWS::IAM::Role")
                for name, path in called.items() if role else ():
                    target = Value(Reference(name, "Arn"), path, holder.when, model)
                    function = target.follow("AWS::Lambda::Function")
                    if role and function and allows(role, _ACTION, target) is False:
                        yield Finding(
                            holder.path,
                            f"{role.logical_id} may not {_ACTION} on {name}, which "
                            f"{machine.logical_id} calls; allow it",
                        )
