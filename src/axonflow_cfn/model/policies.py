"""Every policy statement of a template, wherever it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from typing import Literal

from axonflow_cfn.model.memo import once
from axonflow_cfn.model.template import Resource, TemplateModel
from axonflow_cfn.model.values import Value

Kind = Literal["identity", "trust", "resource", "endpoint"]

# Type, path of its policy documents, and what they decide: what the holder may do (identity), who
# may become it (trust), who may use it (resource), what may pass a VPC endpoint (endpoint).
_DOCUMENTS: tuple[tuple[str, str, Kind], ...] = (
    ("AWS::IAM::Role", "AssumeRolePolicyDocument", "trust"),
    ("AWS::IAM::Role", "Policies.*.PolicyDocument", "identity"),
    ("AWS::IAM::User", "Policies.*.PolicyDocument", "identity"),
    ("AWS::IAM::Group", "Policies.*.PolicyDocument", "identity"),
    ("AWS::IAM::Policy", "PolicyDocument", "identity"),
    ("AWS::IAM::ManagedPolicy", "PolicyDocument", "identity"),
    ("AWS::IAM::RolePolicy", "PolicyDocument", "identity"),
    ("AWS::IAM::UserPolicy", "PolicyDocument", "identity"),
    ("AWS::IAM::GroupPolicy", "PolicyDocument", "identity"),
    ("AWS::Backup::BackupVault", "AccessPolicy", "resource"),
    ("AWS::DynamoDB::Table", "ResourcePolicy.PolicyDocument", "resource"),
    ("AWS::ECR::Repository", "RepositoryPolicyText", "resource"),
    ("AWS::EFS::FileSystem", "FileSystemPolicy", "resource"),
    ("AWS::Events::EventBusPolicy", "", "resource"),
    ("AWS::KMS::Key", "KeyPolicy", "resource"),
    ("AWS::KMS::ReplicaKey", "KeyPolicy", "resource"),
    ("AWS::OpenSearchService::Domain", "AccessPolicies", "resource"),
    ("AWS::S3::BucketPolicy", "PolicyDocument", "resource"),
    ("AWS::SecretsManager::ResourcePolicy", "ResourcePolicy", "resource"),
    ("AWS::SNS::TopicPolicy", "PolicyDocument", "resource"),
    ("AWS::SQS::QueuePolicy", "PolicyDocument", "resource"),
    ("AWS::EC2::VPCEndpoint", "PolicyDocument", "endpoint"),
)


@dataclass(frozen=True)
class Document:
    """One policy document.

    Attributes:
        holder: the resource that declares it.
        kind: what it decides.
        value: the document itself.
    """

    holder: Resource
    kind: Kind
    value: Value


@dataclass(frozen=True)
class Principal:
    """One principal.

    Attributes:
        kind: 'Service', 'AWS', 'Federated', 'CanonicalUser', or '*' for everybody.
        value: the name or ARN.
    """

    kind: str
    value: Value

    @property
    def everybody(self) -> bool:
        """Whether anybody, in whichever account, is meant."""
        return self.value.text == "*" and self.kind in {"*", "AWS"}


@dataclass(frozen=True)
class Comparison:
    """One line of a Condition.

    Attributes:
        operator: such as 'StringEquals'.
        key: such as 'aws:SourceArn'.
        value: what it is compared with; a list for several.
    """

    operator: str
    key: str
    value: Value


@dataclass(frozen=True)
class Statement:
    """One statement, in one of the forms it can take.

    Attributes:
        document: where it stands.
        origin: the statement itself, under the assumptions that give it this form.
        effect: 'Allow' or 'Deny'; None if not known.
        actions, not_actions, resources, not_resources: their items; () if the key is absent.
        principals: of Principal; () for NotPrincipal.
        excluded: of NotPrincipal.
        tests: the lines of Condition that are known.
        conditional: whether it has a Condition at all.
    """

    document: Document
    origin: Value
    effect: str | None
    actions: tuple[Value, ...]
    not_actions: tuple[Value, ...]
    resources: tuple[Value, ...]
    not_resources: tuple[Value, ...]
    principals: tuple[Principal, ...]
    excluded: tuple[Principal, ...]
    tests: tuple[Comparison, ...]
    conditional: bool

    @property
    def holder(self) -> Resource:
        """The resource that declares it."""
        return self.document.holder

    @property
    def name(self) -> str:
        """How a message calls it: its Sid, or its position."""
        for sid in self.origin.values("Sid"):
            if sid.text:
                return f"statement {sid.text}"
        place = self.origin.path[-1]
        return f"statement {place}" if isinstance(place, int) else "the statement"

    def tested(self, *keys: str) -> bool:
        """Whether its Condition looks at one of these keys, whatever their case."""
        wanted = {key.lower() for key in keys}
        return any(test.key.lower() in wanted for test in self.tests)


@once
def documents(model: TemplateModel) -> tuple[Document, ...]:
    """The policy documents of a template, in the order of its resources."""
    paths: dict[str, list[tuple[str, Kind]]] = {}
    for name, path, kind in _DOCUMENTS:
        paths.setdefault(name, []).append((path, kind))
    return tuple(
        Document(resource, kind, value)
        for resource in model.of_type(*paths)
        for path, kind in paths[resource.type]
        for value in resource.values(path)
    )


@once
def statements(model: TemplateModel) -> tuple[Statement, ...]:
    """The statements of all policy documents of a template."""
    return tuple(
        statement
        for document in documents(model)
        for value in document.value.values("Statement.*")
        for statement in _read(document, value)
    )


def of_kind(model: TemplateModel, *kinds: Kind) -> list[Statement]:
    """The statements of documents of these kinds."""
    return [found for found in statements(model) if found.document.kind in kinds]


def of_holder(holder: Resource, kind: Kind) -> list[Statement]:
    """The statements of one kind that a resource itself declares."""
    same = holder.logical_id
    return [s for s in of_kind(holder.model, kind) if s.holder.logical_id == same]


def covers_action(pattern: Value, action: str) -> bool:
    """Whether an Action, with its wildcards, certainly covers an action."""
    return pattern.text is not None and fnmatchcase(action.lower(), pattern.text.lower())


def _read(document: Document, value: Value) -> Iterator[Statement]:
    keys = ("Effect", "Action", "NotAction", "Resource", "NotResource")
    for found in value.cases(*keys, "Principal", "NotPrincipal", "Condition"):
        effect, *lists, principal, not_principal, condition = found
        actions, not_actions, resources, not_resources = (tuple(v.values("*")) for v in lists)
        yield Statement(
            document=document,
            origin=replace(value, when=effect.when),
            effect=effect.text,
            actions=actions,
            not_actions=not_actions,
            resources=resources,
            not_resources=not_resources,
            principals=tuple(_principals(principal)),
            excluded=tuple(_principals(not_principal)),
            tests=tuple(_tests(condition)),
            conditional=condition.present,
        )


def _principals(value: Value) -> Iterator[Principal]:
    if value.text is not None:
        yield Principal("*", value)
    for kind, named in value.items():
        yield from (Principal(kind, one) for one in named.values("*"))


def _tests(condition: Value) -> Iterator[Comparison]:
    for operator, keys in condition.items():
        for key, value in keys.items():
            yield Comparison(operator, key, value)
