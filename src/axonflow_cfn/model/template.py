"""One template, read once: its parameters, resources, and who refers to whom."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from axonflow_cfn.model import resolve as functions
from axonflow_cfn.model.conditions import Conditions, When, literal
from axonflow_cfn.model.values import Path, Value, is_function

if TYPE_CHECKING:
    from cfnlint.template.template import Template

# Transforms that are expanded before the rules run, or that leave what they do not own alone.
# https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-reference.html
_PLAIN_TRANSFORMS = {
    "AWS::CodeDeployBlueGreen",
    "AWS::LanguageExtensions",
    "AWS::SecretsManager-2020-07-23",
    "AWS::SecretsManager-2024-09-16",
    "AWS::Serverless-2016-10-31",
}


@dataclass(frozen=True)
class Parameter:
    """One parameter.

    Attributes:
        name: its name.
        type: its CloudFormation type.
        default: Default as a string; None if it has none.
        allowed: AllowedValues as strings.
        no_echo: whether CloudFormation masks it.
    """

    name: str
    type: str
    default: str | None
    allowed: tuple[str, ...]
    no_echo: bool

    @property
    def is_list(self) -> bool:
        """Whether it stands for several values."""
        return self.type == "CommaDelimitedList" or self.type.startswith("List<")

    @property
    def choices(self) -> tuple[str, ...]:
        """The values worth looking at: the default, then the others allowed."""
        if self.type.startswith("AWS::SSM::"):  # the default is the name of the stored value
            return ()
        allowed = () if self.is_list else self.allowed
        default = () if self.default is None else (self.default,)
        return default + tuple(value for value in allowed if value != self.default)

    @property
    def open(self) -> bool:
        """Whether it can also hold something else than its choices."""
        return not self.allowed or self.is_list or self.type.startswith("AWS::SSM::")


@dataclass(frozen=True)
class Mention:
    """A name used somewhere: by Ref, Fn::GetAtt or inside Fn::Sub.

    Attributes:
        name: of the parameter, pseudo parameter or resource.
        attribute: what Fn::GetAtt asks for; None for a Ref.
        path: the node that holds it.
    """

    name: str
    attribute: str | None
    path: Path


@dataclass(frozen=True)
class Resource:
    """One resource, under the assumptions that make it exist.

    Attributes:
        logical_id: its logical id.
        type: its resource type.
        when: its Condition, and what `given` added.
        model: the template it belongs to.
    """

    logical_id: str
    type: str
    when: When
    model: "TemplateModel" = field(repr=False, compare=False)

    @property
    def path(self) -> Path:
        """Where it is declared."""
        return ("Resources", self.logical_id)

    @property
    def body(self) -> Value:
        """The whole declaration, for DeletionPolicy, Metadata and the like."""
        raw = self.model.template["Resources"][self.logical_id]
        return Value(raw, self.path, self.when, self.model)

    @property
    def properties(self) -> Value:
        """The properties; an empty dict if it has none."""
        raw = self.model.template["Resources"][self.logical_id].get("Properties")
        path = self.path if raw is None else (*self.path, "Properties")
        return Value({} if raw is None else raw, path, self.when, self.model)

    def values(self, path: str) -> Iterator[Value]:
        """`Value.values` of the properties."""
        return self.properties.values(path)

    def cases(self, *paths: str) -> Iterator[tuple[Value, ...]]:
        """`Value.cases` of the properties."""
        return self.properties.cases(*paths)

    def given(self, when: When) -> "Resource | None":
        """The same resource under further assumptions; None if it can't exist under them."""
        joint = self.when & when
        return replace(self, when=joint) if self.model.conditions.possible(joint) else None


class TemplateModel:
    """The template as rules see it. Get it by `TemplateModel.of(cfn)`; never change it.

    Attributes:
        template: the raw template, after the transforms that cfn-lint applies.
        parameters: by name.
        mappings: the raw Mappings section.
        resources: by logical id, in the order of the template.
        conditions: decides which assumptions can hold together.
        walks: where `Value.values` and `Value.cases` arrived before.
    """

    def __init__(self, template: dict[str, Any]) -> None:
        """Read a template.

        Args:
            template: as cfn-lint decodes it (plain dicts and lists do as well).
        """
        self.template = template
        self.parameters: dict[str, Parameter] = {
            name: _parameter(name, body) for name, body in self._entries("Parameters")
        }
        self.mappings: dict[str, dict[str, Any]] = dict(self._entries("Mappings"))
        allowed = {name: p.allowed for name, p in self.parameters.items() if not p.open}
        self.conditions: Conditions = Conditions(template, allowed)
        self.walks: dict[object, tuple[object, list[Value]]] = {}
        self.resources: dict[str, Resource] = {
            name: Resource(name, str(body.get("Type")), _condition(body), self)
            for name, body in self._entries("Resources")
        }

    @classmethod
    def of(cls, cfn: "Template") -> "TemplateModel":
        """The model of a template, built at the first call."""
        model = _MODELS.get(cfn)
        if model is None or model.template is not cfn.template:
            model = _MODELS[cfn] = cls(cfn.template)
        return model

    @cached_property
    def complete(self) -> bool:
        """Whether all resources are visible: no macro can add or change any."""
        raw = self.template.get("Transform") or []
        transforms = raw if isinstance(raw, list) else [raw]
        resources = self.template.get("Resources")
        return (
            isinstance(resources, dict)
            and all(isinstance(t, str) and t in _PLAIN_TRANSFORMS for t in transforms)
            and not any(str(key).startswith("Fn::") for key in (*self.template, *resources))
        )

    @cached_property
    def outputs(self) -> dict[str, Value]:
        """The declaration of each output, under its Condition."""
        return {
            name: Value(body, ("Outputs", name), _condition(body), self)
            for name, body in self._entries("Outputs")
        }

    @cached_property
    def _existing(self) -> list[Resource]:
        possible = self.conditions.possible
        return [resource for resource in self.resources.values() if possible(resource.when)]

    def of_type(self, *types: str) -> list[Resource]:
        """The resources of these types that can exist."""
        return [resource for resource in self._existing if resource.type in types]

    def resolve(
        self, node: object, path: Path, when: When, sources: frozenset[str] = frozenset()
    ) -> Iterator[Value]:
        """Every value of a raw node. Rules use `Value.values` and `Value.cases` instead."""
        return functions.resolve(self, node, functions.start(self, path, when, sources))

    def together(self, *values: Value) -> When | None:
        """The joint assumptions of several values; None if they can't hold together."""
        when = When()
        for value in values:
            when &= value.when
        return when if self.conditions.possible(when) else None

    @cached_property
    def _mentions(self) -> dict[str, tuple[Mention, ...]]:
        return {
            name: tuple(mentions(body, ("Resources", name)))
            for name, body in self._entries("Resources")
        }

    def mentions(self, logical_id: str) -> tuple[Mention, ...]:
        """Every name that a resource uses, in whichever branch."""
        return self._mentions.get(logical_id, ())

    @cached_property
    def dependencies(self) -> dict[str, frozenset[str]]:
        """The resources that each resource waits for: DependsOn, Ref, Fn::GetAtt and Fn::Sub."""
        found = {}
        for name, resource in self.resources.items():
            explicit = {text for v in resource.body.values("DependsOn.*") if (text := v.text)}
            used = explicit | {mention.name for mention in self.mentions(name)}
            found[name] = frozenset(used & self.resources.keys() - {name})
        return found

    def waits_for(self, logical_id: str) -> frozenset[str]:
        """All resources that must be complete before this one starts, however indirectly."""
        found: set[str] = set()
        todo = [logical_id]
        while todo:
            following = self.dependencies.get(todo.pop(), frozenset()) - found
            found |= following
            todo.extend(following)
        return frozenset(found)

    def users_of(self, logical_id: str) -> list[Resource]:
        """The resources that refer to this one."""
        return [self.resources[n] for n, used in self.dependencies.items() if logical_id in used]

    def _entries(self, section: str) -> list[tuple[str, dict[str, Any]]]:
        """The well-formed entries of a section."""
        raw = self.template.get(section)
        entries = raw.items() if isinstance(raw, dict) else ()
        return [(str(n), b) for n, b in entries if isinstance(b, dict) and not is_function({n: b})]


_MODELS: "WeakKeyDictionary[Template, TemplateModel]" = WeakKeyDictionary()


def mentions(node: object, path: Path = ()) -> Iterator[Mention]:
    """Every Ref, Fn::GetAtt and Fn::Sub variable below a raw node, in whichever branch."""
    match node:
        case {"Ref": str(name)}:
            yield Mention(str(name), None, path)
        case {"Fn::GetAtt": str(name) | [str(name)]}:
            yield _mention(name, path)
        case {"Fn::GetAtt": [str(name), str(attribute)]}:
            yield Mention(str(name), str(attribute), path)
        case {"Fn::Sub": str(text)}:
            yield from (_mention(name, path) for name in _variables(text))
        case {"Fn::Sub": [str(text), dict(local)]}:
            yield from (_mention(name, path) for name in _variables(text) if name not in local)
            yield from mentions(local, (*path, "Fn::Sub", 1))
        case dict():
            for key, item in node.items():
                yield from mentions(item, (*path, str(key)))
        case list():
            for index, item in enumerate(node):
                yield from mentions(item, (*path, index))


def _mention(name: str, path: Path) -> Mention:
    base, _, attribute = name.partition(".")
    return Mention(base, attribute or None, path)


def _variables(text: str) -> list[str]:
    return [name.strip() for name in re.findall(r"\$\{([^!}][^}]*)\}", text)]


def _condition(body: dict[str, Any]) -> When:
    name = body.get("Condition")
    return When().condition(str(name), holds=True) if isinstance(name, str) else When()


def _parameter(name: str, body: dict[str, Any]) -> Parameter:
    allowed = body.get("AllowedValues")
    texts = [literal(value) for value in allowed] if isinstance(allowed, list) else []
    return Parameter(
        name=name,
        type=str(body.get("Type")),
        default=literal(body.get("Default")),
        allowed=tuple(text for text in texts if text is not None),
        no_echo=(literal(body.get("NoEcho")) or "").lower() == "true",
    )
