"""W9528."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

# The target group of a load balancer depends on the permission, so that its ARN can't be stated,
# and macros are documented without.
_UNSCOPED = ("cloudformation.", "elasticloadbalancing.")
_SERVICE = (".amazonaws.com", ".amazonaws.com.cn")


class LambdaPermissionUnscoped(DeployabilityRule):
    """A function that a service may invoke on anybody's behalf."""

    id = "W9528"
    shortdesc = "Lambda permission for everybody, or for a service in any account"
    description = (
        "Without SourceArn or SourceAccount, a permission for a service lets the resources of "
        "every account invoke the function, and one for * lets everybody. State SourceArn, or "
        "PrincipalOrgID."
    )
    source_url = "https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html"
    tags = ["resources", "lambda", "security"]
    bad = """
Resources:
  Permission:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: app
      Action: lambda:InvokeFunction
      Principal: sns.amazonaws.com
"""
    good = bad + "      SourceArn: !Sub arn:${AWS::Partition}:sns:${AWS::Region}:*:app\n"

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the scope of each permission."""
        scopes = ("SourceArn", "SourceAccount", "PrincipalOrgID", "EventSourceToken")
        for permission in model.of_type("AWS::Lambda::Permission"):
            for principal, auth, *scope in permission.cases(
                "Principal", "FunctionUrlAuthType", *scopes
            ):
                name = principal.text or ""
                service = name.endswith(_SERVICE) and not name.startswith(_UNSCOPED)
                open_url = auth.text == "NONE"
                if all(one.absent for one in scope) and (service or name == "*") and not open_url:
                    who = "everybody" if name == "*" else f"{name} of any account"
                    yield Finding(
                        principal.path,
                        f"{permission.logical_id} lets {who} invoke the function; state SourceArn "
                        "or SourceAccount",
                    )
                if open_url:
                    yield Finding(
                        auth.path,
                        f"{permission.logical_id} lets everybody call the function's URL; use "
                        "AWS_IAM",
                    )
