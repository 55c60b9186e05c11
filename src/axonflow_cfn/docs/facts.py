"""What the guide's pages say about a template, read from it after resolving."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from axonflow_cfn.builder import build_template
from axonflow_cfn.config import TemplateConfig
from axonflow_cfn.docs.words import CHANGED_SECRET, CHANGES
from axonflow_cfn.render import to_data
from axonflow_cfn.resolve import Deployment, resolve_template

_SOURCES: Sequence[Mapping[str, str]] = (
    {"PrivateCertificateAuthorityArn": "[PrivateCertificateAuthorityArn]"},
    {"HostedZoneId": "[HostedZoneId]", "DomainName": "[DomainName]"},
    {"CertificateArn": "[CertificateArn]"},
)
"""The three ways to a certificate; each makes resources of its own."""


@dataclass(frozen=True)
class ResourceFacts:
    """One resource.

    Attributes:
        logical_id: its logical id.
        type: its CloudFormation type.
        sentence: what it is for, from its Metadata.
        when: in which case it is made, in words; '' if always.
        deletion: its DeletionPolicy.
        properties: resolved, with ``[stack-name]`` and the like where a deployment decides.
    """

    logical_id: str
    type: str
    sentence: str
    when: str
    deletion: str
    properties: Mapping[str, Any]


@dataclass(frozen=True)
class ParameterFacts:
    """One parameter, with its label in the console and what changing it later does."""

    name: str
    label: str
    change: str
    declared: Mapping[str, Any]

    @property
    def default(self) -> str:
        """The default in words."""
        default = self.declared.get("Default")
        return "required" if default is None else f"`{default}`" if default != "" else "empty"

    @property
    def allowed(self) -> str:
        """What may be given, in words."""
        if values := self.declared.get("AllowedValues"):
            return ", ".join(f"`{value}`" for value in values)
        if "MinValue" in self.declared:
            return f"{self.declared['MinValue']} to {self.declared['MaxValue']}"
        return str(self.declared.get("ConstraintDescription", f"`{self.declared['Type']}`"))


@dataclass(frozen=True)
class OutputFacts:
    """One output: its sentence, what it can resolve to, and in which case it is there."""

    name: str
    sentence: str
    values: Sequence[str]
    when: str


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Everything the pages take their figures from.

    Attributes:
        config: the build-time config.
        template: plain data, intrinsic functions in long form.
        resources: by logical id, in the template's order.
        groups: parameters by the console's headings.
        outputs: in the template's order.
    """

    config: TemplateConfig
    template: Mapping[str, Any]
    resources: Mapping[str, ResourceFacts]
    groups: Mapping[str, Sequence[ParameterFacts]]
    outputs: Sequence[OutputFacts]

    def of_type(self, kind: str) -> list[ResourceFacts]:
        """The resources of a type."""
        return [resource for resource in self.resources.values() if resource.type == kind]


def gather_facts(config: TemplateConfig) -> Facts:
    """Build the template of a config and read it."""
    template = to_data(build_template(config))
    required = {
        name: f"[{name}]"
        for name, declared in template["Parameters"].items()
        if "Default" not in declared
    }
    properties: dict[str, Any] = {}
    outputs: dict[str, list[str]] = {}
    for source in _SOURCES:
        place = Deployment(
            parameters={**required, **source},
            region="[region]",
            stack_name="[stack-name]",
            account_id="[account]",
        )
        resolved = resolve_template(template, place)
        properties |= {name: item["Properties"] for name, item in resolved["Resources"].items()}
        for name, item in resolved["Outputs"].items():
            outputs.setdefault(name, []).append(item["Value"])
    return Facts(
        config=config,
        template=template,
        resources={
            name: ResourceFacts(
                logical_id=name,
                type=body["Type"],
                sentence=body["Metadata"]["Description"],
                when=condition_words(template, body.get("Condition")),
                deletion=body.get("DeletionPolicy", "Delete"),
                properties=properties[name],
            )
            for name, body in template["Resources"].items()
        },
        groups=_groups(template),
        outputs=[
            OutputFacts(
                name,
                body["Description"],
                list(dict.fromkeys(outputs[name])),
                condition_words(template, body.get("Condition")),
            )
            for name, body in template["Outputs"].items()
        ],
    )


def condition_words(template: Mapping[str, Any], name: str | None) -> str:
    """Return in which case a condition holds: '`DomainName` is given'; '' without a condition."""
    return _words(template, template["Conditions"][name]) if name else ""


def _words(template: Mapping[str, Any], expression: Mapping[str, Any]) -> str:
    match expression:
        case {"Condition": name}:
            return condition_words(template, name)
        case {"Fn::Not": [{"Fn::Equals": [{"Ref": name}, ""]}]}:
            return f"`{name}` is given"
        case {"Fn::Equals": [{"Ref": name}, ""]}:
            return f"`{name}` is empty"
        case {"Fn::Equals": [{"Ref": name}, value]}:
            return f"`{name}` is `{value}`"
        case {"Fn::Or": operands}:
            return " or ".join(_words(template, operand) for operand in operands)
    raise ValueError(f"no words for the condition {json.dumps(expression)}")


def metrics(dashboard: ResourceFacts) -> dict[str, list[str]]:
    """Return the metric names of a dashboard by namespace, in the order they are shown."""
    found: dict[str, dict[str, None]] = {}
    for widget in json.loads(dashboard.properties["DashboardBody"])["widgets"]:
        above: list[str] = []
        for line in widget["properties"]["metrics"]:
            # CloudWatch lets "." stand for the same field of the line above.
            above = [above[i] if field == "." else field for i, field in enumerate(line)]
            found.setdefault(above[0], {})[above[1]] = None
    return {namespace: list(names) for namespace, names in found.items()}


def _groups(template: Mapping[str, Any]) -> dict[str, list[ParameterFacts]]:
    interface = template["Metadata"]["AWS::CloudFormation::Interface"]
    return {
        group["Label"]["default"]: [
            ParameterFacts(
                name,
                interface["ParameterLabels"][name]["default"],
                CHANGES.get(name, CHANGED_SECRET),
                template["Parameters"][name],
            )
            for name in group["Parameters"]
        ]
        for group in interface["ParameterGroups"]
    }
