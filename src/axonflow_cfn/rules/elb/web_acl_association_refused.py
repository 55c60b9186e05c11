"""E9239."""

from collections.abc import Iterator
from itertools import combinations

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.load_balancers import BALANCER, kind
from axonflow_cfn.rule import DeployabilityRule, Finding


class WebAclAssociationRefused(DeployabilityRule):
    """A web ACL that can not be associated."""

    id = "E9239"
    shortdesc = "Web ACL association is not possible"
    description = (
        "AWS WAF refuses it. A web ACL for a load balancer has scope REGIONAL and is named by "
        "its ARN (GetAtt Arn; Ref gives name, id and scope); the resource is an application "
        "load balancer, never a network load balancer, and has one web ACL; CloudFront names "
        "its web ACL itself."
    )
    source_url = "https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html"
    tags = ["resources", "waf", "elb"]
    bad = """
Resources:
  Acl:
    Type: AWS::WAFv2::WebACL
    Properties:
      Scope: CLOUDFRONT
      DefaultAction: {Allow: {}}
      VisibilityConfig:
        {SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: x}
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Scheme: internal, SubnetMappings: !ImportValue subnets}
  Association:
    Type: AWS::WAFv2::WebACLAssociation
    Properties: {ResourceArn: !Ref Balancer, WebACLArn: !GetAtt Acl.Arn}
"""
    good = bad.replace("CLOUDFRONT", "REGIONAL")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each association, then at every two."""
        found = []
        for association in model.of_type("AWS::WAFv2::WebACLAssociation"):
            for resource, acl in association.cases("ResourceArn", "WebACLArn"):
                yield from _acl(acl)
                yield from _resource(resource)
                found.append((association, resource))
        for (first, its), (second, others) in combinations(found, 2):
            same = its.reference is not None and its.reference == others.reference
            if same and first != second and model.together(its, others):
                yield Finding(
                    others.path,
                    f"{first.logical_id} already gives {others.shown} a web ACL; a resource has "
                    "one",
                )


def _acl(value: Value) -> Iterator[Finding]:
    acl = value.follow("AWS::WAFv2::WebACL")
    if acl is None:
        return
    if value.reference and value.reference.attribute != "Arn":
        yield Finding(
            value.path,
            f"{value.shown} is not the ARN of the web ACL; use GetAtt {acl.logical_id}.Arn",
        )
    for scope in acl.values("Scope"):
        if scope.text == "CLOUDFRONT":
            yield Finding(
                value.path,
                f"{acl.logical_id} has scope CLOUDFRONT and can't be associated; use REGIONAL",
            )


def _resource(value: Value) -> Iterator[Finding]:
    balancer = value.follow(BALANCER)
    for (form,) in balancer.cases("Type") if balancer else ():
        if kind(form) in {"network", "gateway"}:
            yield Finding(
                value.path,
                f"{value.shown} is a {kind(form)} load balancer, which can't have a web ACL; "
                "use an application load balancer",
            )
    if value.follow("AWS::CloudFront::Distribution"):
        yield Finding(
            value.path, "a distribution names its web ACL in WebACLId; remove the association"
        )
