"""W9745."""

import re
from collections.abc import Iterator
from itertools import pairwise

from axonflow_cfn.model import Reference, TemplateModel, Value
from axonflow_cfn.model.environments import variables
from axonflow_cfn.model.references import ARN_BY_REF, NO_ARN_BY_REF
from axonflow_cfn.model.values import show
from axonflow_cfn.rule import DeployabilityRule, Finding

_NO_ARN_BY_ATTRIBUTE = {
    "DNSName", "DomainName", "Endpoint.Address", "Name", "QueueName", "QueueUrl", "RepositoryUri",
    "RoleId", "TopicName",
}  # fmt: skip
_NO_HOST_BY_REF = {
    "AWS::ElastiCache::CacheCluster": "id",
    "AWS::ElastiCache::ReplicationGroup": "id",
    "AWS::ElasticLoadBalancingV2::LoadBalancer": "ARN",
    "AWS::RDS::DBCluster": "id",
    "AWS::RDS::DBInstance": "id",
    "AWS::RDS::DBProxy": "name",
}
# Ref and Id of these are the id, and neither is ever a label of a host name.
_CLOUD_MAP = (
    "AWS::ServiceDiscovery::HttpNamespace",
    "AWS::ServiceDiscovery::PrivateDnsNamespace",
    "AWS::ServiceDiscovery::PublicDnsNamespace",
    "AWS::ServiceDiscovery::Service",
)
# Types whose attributes can hold anything.
_CARRIERS = ("AWS::CloudFormation::", "AWS::Serverless::", "Custom::")
_URL = re.compile(r"(.*_)?UR[LI]", re.IGNORECASE)
_ARN = re.compile(r"(.*_)?ARN", re.IGNORECASE)
_HOST = re.compile(r"(.*_)?(HOST|HOSTNAME|ADDRESS|ENDPOINT)", re.IGNORECASE)
_BUCKET = re.compile(r"(.*_)?BUCKET(_NAME)?", re.IGNORECASE)
_HOST_FOLLOWS = re.compile(r"[^/]*://([^/@]*@)?")
_LABEL_FOLLOWS = re.compile(r"[^/]*://([^/@]*@)?([^/@:?#]*\.)?")
_BARE_LABEL_FOLLOWS = re.compile(r"([^/@:?#\s]*\.)?")


class VariableOfWrongKind(DeployabilityRule):
    """An environment variable that holds something else than its name says."""

    id = "W9745"
    shortdesc = "Environment variable for a URL, ARN or host is given something else"
    description = (
        "What Ref gives differs from type to type: of a queue the URL, of a bucket, table or log "
        "group the name, of a database its identifier, of a topic or secret the ARN. SQS takes no "
        "ARN as QueueUrl, IAM no name as an ARN, and an identifier is no host, nor part of one "
        "(a Cloud Map namespace or service gives its id): the program fails at its first call. "
        "Use what the message names."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-template-resource-type-ref.html"
    )
    tags = ["resources", "ecs", "lambda", "wiring"]
    bad = """
Resources:
  Jobs: {Type: AWS::SQS::Queue}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: web:1
          Environment: [{Name: QUEUE_URL, Value: !GetAtt Jobs.Arn}]
"""
    good = bad.replace("!GetAtt Jobs.Arn", "!Ref Jobs")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare each variable's value with its name."""
        for _, name, value in variables(model):
            fault = _fault(name, value)
            if fault:
                yield Finding(value.path, f"{name} is given {fault}")


def _fault(name: str, value: Value) -> str | None:
    resource = value.follow()
    kind = resource.type if resource and not resource.type.startswith(_CARRIERS) else ""
    reference = value.reference
    if reference is None:
        return _arn_as_url(name, value) or _host_in_url(value) or _label_in_host(name, value)
    shown = show(reference)
    attribute = reference.attribute
    is_arn = attribute.endswith("Arn") if attribute else kind in ARN_BY_REF
    if kind and is_arn and _URL.fullmatch(name):
        # A secret's ARN, at least, may well be called a URI.
        meant = name.upper().endswith("URL") or kind != "AWS::SecretsManager::Secret"
        use = f"; use !Ref {reference.logical_id}" if kind == "AWS::SQS::Queue" else ""
        return f"{shown}, which is an ARN{use}" if meant else None
    if kind == "AWS::S3::Bucket" and is_arn and _BUCKET.fullmatch(name):
        return f"{shown}, which is an ARN; use !Ref {reference.logical_id}"
    if _ARN.fullmatch(name) and attribute is None and kind in NO_ARN_BY_REF:
        return f"{shown}, which is the {NO_ARN_BY_REF[kind]}, not the ARN"
    if _ARN.fullmatch(name) and kind and attribute in _NO_ARN_BY_ATTRIBUTE:
        return f"{shown}, which is not an ARN"
    if _HOST.fullmatch(name) and attribute is None and kind in _NO_HOST_BY_REF:
        return f"{shown}, which is the {_NO_HOST_BY_REF[kind]}, not the address"
    return None


def _arn_as_url(name: str, value: Value) -> str | None:
    first = value.parts[0] if value.parts else None
    is_url = _URL.fullmatch(name) and name.upper().endswith("URL")
    if is_url and isinstance(first, str) and first.startswith("arn:"):
        return f"{value.shown}, which is an ARN"
    return None


def _host_in_url(value: Value) -> str | None:
    """A URL with an identifier where its host should be."""
    before = ""
    for part in value.parts:
        if isinstance(part, Reference) and part.attribute is None:
            resource = value.but(data=part).follow(*_NO_HOST_BY_REF)
            if resource and _HOST_FOLLOWS.fullmatch(before):
                what = _NO_HOST_BY_REF[resource.type]
                return f"{show(part)} as the host, which is the {what}, not the address"
        before += part if isinstance(part, str) else "x"
    return None


def _label_in_host(name: str, value: Value) -> str | None:
    """A host name with the id of a Cloud Map resource where the resource's name should be."""
    before = ""
    named = _HOST.fullmatch(name) or _URL.fullmatch(name)
    for part, after in pairwise((*value.parts, "")):
        if isinstance(part, Reference) and part.attribute in {None, "Arn", "Id"}:
            resource = value.but(data=Reference(part.logical_id)).follow(*_CLOUD_MAP)
            inside = _LABEL_FOLLOWS.fullmatch(before) or (
                named and _BARE_LABEL_FOLLOWS.fullmatch(before)
            )
            # Before or after a dot; programs have their own forms for a namespace alone.
            joined = before.endswith(".") or (isinstance(after, str) and after.startswith("."))
            if resource and inside and joined:
                what = "ARN" if part.attribute == "Arn" else "id"
                return f"{show(part)} in its host name, which is the {what}, not the name"
        before += part if isinstance(part, str) else "x"
    return None
