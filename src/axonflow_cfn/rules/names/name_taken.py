"""E9004."""

from collections.abc import Iterator
from itertools import combinations

from axonflow_cfn.model import UNKNOWN, Resource, TemplateModel, Value
from axonflow_cfn.model.name_forms import NAME_FORMS
from axonflow_cfn.model.values import Part
from axonflow_cfn.rule import DeployabilityRule, Finding

_Key = tuple[tuple[Part, ...], tuple[Part, ...]]


class NameTaken(DeployabilityRule):
    """Two resources of one template with the same name."""

    id = "E9004"
    shortdesc = "Two resources have the same physical name"
    description = (
        "Whichever is created second finds the name taken, and the stack rolls back. Names of "
        "IAM, RDS and ElastiCache also collide when they differ only in upper and lower case. "
        "Names may be equal where conditions keep the resources apart, or where their scope "
        "differs: services in two clusters, security groups in two VPCs."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-properties-name.html"
    )
    tags = ["resources", "names"]
    bad = """
Resources:
  Blue:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Name: !Sub '${AWS::StackName}-tg', Port: 80, Protocol: HTTP, TargetType: ip}
  Green:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Name: !Sub '${AWS::StackName}-tg', Port: 80, Protocol: HTTP, TargetType: ip}
"""
    good = bad.replace("-tg", "-blue", 1)

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the names of each pair of resources of one type."""
        for (kind, key), form in NAME_FORMS.items():
            found: dict[_Key, list[tuple[Resource, Value]]] = {}
            resources = model.of_type(kind) if kind != "AWS::ECS::TaskDefinition" else []
            for resource in resources if len(resources) > 1 else ():
                for name, scope in resource.cases(key, form.scope or key):
                    if name.parts and UNKNOWN not in (*name.parts, *scope.parts):
                        same = _folded(name.parts) if form.folds else name.parts
                        found.setdefault((same, scope.parts if form.scope else ()), []).append(
                            (resource, name)
                        )
            for named in found.values():
                for (first, one), (second, other) in combinations(named, 2):
                    if first is not second and model.together(one, other) is not None:
                        yield Finding(
                            other.path,
                            f"{key} {other.shown} is also the name of {first.logical_id}; "
                            "give each its own",
                        )


def _folded(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(part.lower() if isinstance(part, str) else part for part in parts)
