"""W9871."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.dashboards import bodies, refers, widgets
from axonflow_cfn.model.functions import texts
from axonflow_cfn.rule import DeployabilityRule, Finding

# They publish in us-east-1, wherever the stack is.
_GLOBAL = {"AWS/Billing", "AWS/CloudFront", "AWS/DDoSProtection", "AWS/Route53", "AWS/WAFV2"}


class DashboardRegionLiteral(DeployabilityRule):
    """A graph of the stack's own resources in a Region written by hand."""

    id = "W9871"
    shortdesc = "Dashboard looks for the stack's resources in a fixed Region"
    description = (
        "The widget shows metrics of resources of this stack, but looks for them in the Region "
        "that is written there: deployed anywhere else, the graph stays empty. Use "
        "${AWS::Region}. Services that publish in us-east-1 alone, such as CloudFront, are let "
        "through."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/"
        "CloudWatch-Dashboard-Body-Structure.html"
    )
    tags = ["resources", "cloudwatch", "regions"]
    bad = """
Resources:
  Table: {Type: AWS::DynamoDB::Table}
  Dashboard:
    Type: AWS::CloudWatch::Dashboard
    Properties:
      DashboardBody: !Sub >-
        {"widgets": [{"type": "metric", "properties": {"region": "eu-west-1", "metrics":
        [["AWS/DynamoDB", "UserErrors", "TableName", "${Table}"]]}}]}
"""
    good = bad.replace('"eu-west-1"', '"${AWS::Region}"')

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the region of each widget that refers to a resource."""
        for resource in model.of_type("AWS::CloudWatch::Dashboard"):
            for body in bodies(resource):
                for number, widget in widgets(body):
                    properties = widget.get("properties")
                    region = properties.get("region") if isinstance(properties, dict) else None
                    where = body.value(region).text if isinstance(region, str) else None
                    found = [text for text, _ in texts(properties)]
                    if where == "us-east-1" and not _GLOBAL.isdisjoint(found):
                        continue
                    if where and any(refers(body.value(text)) for text in found):
                        yield Finding(
                            body.source.path,
                            f"widget {number} looks for resources of this stack in {where}; "
                            "use ${AWS::Region}",
                        )
