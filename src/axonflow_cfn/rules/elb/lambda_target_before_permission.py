"""E9224."""

from collections.abc import Iterator

from axonflow_cfn.model import Path, Resource, TemplateModel
from axonflow_cfn.model.load_balancers import TARGET_GROUP
from axonflow_cfn.rule import DeployabilityRule, Finding

_FUNCTIONS = ("AWS::Lambda::Function", "AWS::Serverless::Function")


class LambdaTargetBeforePermission(DeployabilityRule):
    """A Lambda target that the load balancer may not call yet."""

    id = "E9224"
    shortdesc = "Lambda target is registered before the load balancer may call it"
    description = (
        "Registering the function fails with AccessDenied until an AWS::Lambda::Permission for "
        "elasticloadbalancing.amazonaws.com exists, and CloudFormation does not know that "
        "order: name the permission in the DependsOn of the target group. Such a group has one "
        "target."
    )
    source_url = (
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html"
    )
    tags = ["resources", "elb", "lambda"]
    bad = """
Resources:
  Permission:
    Type: AWS::Lambda::Permission
    Properties:
      Action: lambda:InvokeFunction
      FunctionName: !Ref Function
      Principal: elasticloadbalancing.amazonaws.com
  Targets:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      TargetType: lambda
      Targets: [{Id: !GetAtt Function.Arn}]
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.13
      Handler: index.handler
      Role: !ImportValue role
      Code: {ZipFile: 'def handler(event, context): return {}'}
"""
    good = bad.replace("TargetGroup\n", "TargetGroup\n    DependsOn: [Permission]\n")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for the permission among all that the target group waits for."""
        for group in model.of_type(TARGET_GROUP):
            for kind, listed in group.cases("TargetType", "Targets"):
                if kind.text != "lambda":
                    continue
                for targets in listed.elements():
                    if len(targets) > 1:
                        yield Finding(listed.path, "a group of Lambda targets can have one target")
                for target in listed.values("*.Id"):
                    function = target.follow(*_FUNCTIONS)
                    if function:
                        yield from _permitted(group, function, target.path)


def _permitted(group: Resource, function: Resource, path: Path) -> Iterator[Finding]:
    model = group.model
    principals = [
        (permission.logical_id, principal)
        for permission in model.of_type("AWS::Lambda::Permission")
        for principal in permission.values("Principal")
        if any(m.name == function.logical_id for m in model.mentions(permission.logical_id))
    ]
    if any(principal.text is None for _, principal in principals):
        return
    balancer = "elasticloadbalancing.amazonaws.com"
    found = {name for name, principal in principals if principal.text == balancer}
    if found and found.isdisjoint(model.waits_for(group.logical_id)):
        yield Finding(
            path,
            f"{group.logical_id} must wait for {' or '.join(sorted(found))}; add it to DependsOn",
        )
    elif not found:
        yield Finding(
            path,
            f"the load balancer may not call {function.logical_id}; add an AWS::Lambda::Permission "
            "for elasticloadbalancing.amazonaws.com and wait for it",
        )
