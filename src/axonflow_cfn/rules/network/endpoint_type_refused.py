"""E9419."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.model.endpoints import ENDPOINT, GATEWAY_SERVICES, MISSPELT, kind, service
from axonflow_cfn.rule import DeployabilityRule, Finding

_OWNERS = {
    "PrivateDnsEnabled": "Interface",
    "RouteTableIds": "Gateway",
    "SecurityGroupIds": "Interface",
    "SubnetIds": "Interface",
}
"""The type of endpoint that each property belongs to."""


class EndpointTypeRefused(DeployabilityRule):
    """A VPC endpoint of the wrong type, or with properties of the other."""

    id = "E9419"
    shortdesc = "VPC endpoint does not fit its service"
    description = (
        "EC2 refuses the endpoint. Without VpcEndpointType it is a gateway, which only S3 and "
        "DynamoDB have; subnets, security groups and private DNS belong to interface "
        "endpoints, route tables to gateways; and a misspelt service does not exist."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-ec2-vpcendpoint.html"
    )
    tags = ["resources", "ec2"]
    bad = """
Resources:
  Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: vpc-12345678
      ServiceName: !Sub com.amazonaws.${AWS::Region}.logs
"""
    good = bad + "      VpcEndpointType: Interface\n"

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare type, service and properties of each endpoint."""
        for endpoint in model.of_type(ENDPOINT):
            for form, name in endpoint.cases("VpcEndpointType", "ServiceName"):
                found, wanted = service(name), kind(form)
                if found in MISSPELT:
                    yield Finding(
                        name.path, f"there is no endpoint service {found}; use {MISSPELT[found]}"
                    )
                elif found and wanted == "Gateway" and found not in GATEWAY_SERVICES:
                    yield Finding(
                        form.path,
                        f"{found} has no gateway endpoints; give VpcEndpointType Interface",
                    )
                start = endpoint.given(name.when)
                yield from _properties(start, wanted) if start else ()


def _properties(endpoint: Resource, wanted: str | None) -> Iterator[Finding]:
    for key, form in _OWNERS.items():
        for value in endpoint.values(key):
            on = value.flag is True if key == "PrivateDnsEnabled" else value.data != []
            if wanted in {"Gateway", "Interface"} and wanted != form and on:
                yield Finding(value.path, f"{key} belongs to {form.lower()} endpoints; remove it")
