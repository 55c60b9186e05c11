"""E9051."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, When
from axonflow_cfn.model.functions import calls
from axonflow_cfn.model.template import mentions
from axonflow_cfn.model.values import Path
from axonflow_cfn.rule import DeployabilityRule, Finding

_IDENTIFIER = re.compile(r".*(Arn|ARN|Id)s?")
# Where an empty text is taken, or nobody looks at it.
_LENIENT = {"Description", "Environment", "Metadata", "Tags", "Variables", "WebACLId"}
_OPEN_TYPES = ("AWS::CloudFormation::", "AWS::SSM::Parameter", "Custom::")


class ParameterAlwaysEmpty(DeployabilityRule):
    """A parameter that is used exactly where it is not given."""

    id = "E9051"
    shortdesc = "Parameter is used where its condition says that it is empty"
    description = (
        "A condition compares the parameter with the empty text, and the branch or resource that "
        "needs a value has it exactly when there is none: the service refuses the empty text. The "
        "condition is the wrong way round, or the branches of Fn::If are."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/"
        "conditions-section-structure.html"
    )
    tags = ["conditions", "parameters", "functions"]
    bad = """
Parameters:
  TopicArn: {Type: String, Default: ''}
Conditions:
  CreateTopic: !Not [!Equals [!Ref TopicArn, '']]
Resources:
  Topic: {Type: AWS::SNS::Topic, Condition: CreateTopic}
  Rule:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets: [{Id: x, Arn: !If [CreateTopic, !Ref Topic, !Ref TopicArn]}]
"""
    good = bad.replace("!Not [!Equals [!Ref TopicArn, '']]", "!Equals [!Ref TopicArn, '']")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Ask of each use whether the parameter can be anything but empty there."""
        for call in calls(model, "Fn::If"):
            match call.argument:
                case [str(name), yes, no]:
                    for index, branch, other in ((1, yes, no), (2, no, yes)):
                        when = call.when.condition(str(name), holds=index == 1)
                        path = (*call.path, "Fn::If", index)
                        if _instead(model, branch, other):
                            yield from _empty(model, branch, when, path)
        for call in calls(model, "Ref"):
            keys = [part for part in call.path if isinstance(part, str)]
            place = [key for key in keys if key != "Fn::If"]
            composed = any(key.startswith("Fn::") for key in place)
            if not composed and place and _IDENTIFIER.fullmatch(place[-1]):
                yield from _empty(model, {"Ref": call.argument}, call.when, call.path)


def _instead(model: TemplateModel, branch: object, other: object) -> bool:
    """Whether a branch stands for a resource of the template, or for no value at all."""
    names = {mention.name for mention in mentions(other)}
    own = {mention.name for mention in mentions(branch)}
    return bool(names & {*model.resources, "AWS::NoValue"}) and names.isdisjoint(own)


def _empty(model: TemplateModel, node: object, when: When, path: Path) -> Iterator[Finding]:
    match node:
        case {"Ref": str(name)} if name in model.parameters and _strict(model, path):
            parameter = model.parameters[name]
            may_be = "" in parameter.choices and not parameter.is_list
            if may_be and model.conditions.forces(when, parameter.name, ""):
                yield Finding(
                    path,
                    f"parameter {name} is always empty where {_why(model, when, name)}; turn the "
                    "condition or the branches round",
                )


def _why(model: TemplateModel, when: When, parameter: str) -> str:
    """The condition that makes a parameter empty, or all of them if it takes several."""
    by = sorted(when.conditions)
    alone = [
        (name, holds)
        for name, holds in by
        if model.conditions.forces(When().condition(name, holds=holds), parameter, "")
    ]
    return " and ".join(f"{name} is {str(holds).lower()}" for name, holds in alone[:1] or by)


def _strict(model: TemplateModel, path: Path) -> bool:
    """Whether a place is a property of a resource that does not take an empty text."""
    if path[:1] != ("Resources",) or "Properties" not in path or _LENIENT.intersection(path):
        return False
    return not model.resources[str(path[1])].type.startswith(_OPEN_TYPES)
