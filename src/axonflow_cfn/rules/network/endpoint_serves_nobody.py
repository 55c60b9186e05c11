"""W9435."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.endpoints import ENDPOINT, kind
from axonflow_cfn.rule import DeployabilityRule, Finding

_CONNECTED = {"Gateway": "RouteTableIds", "Interface": "SubnetIds"}
"""The property that connects each type of endpoint."""


class EndpointServesNobody(DeployabilityRule):
    """A VPC endpoint that no subnet uses."""

    id = "W9435"
    shortdesc = "VPC endpoint is in no route table or subnet"
    description = (
        "The endpoint is created and changes nothing: a gateway endpoint serves the route "
        "tables it names, an interface endpoint the subnets. Add them."
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
      ServiceName: !Sub com.amazonaws.${AWS::Region}.s3
"""
    good = bad + "      RouteTableIds: [!ImportValue table]\n"

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for endpoints without what connects their type."""
        for endpoint in model.of_type(ENDPOINT):
            for form, *values in endpoint.cases("VpcEndpointType", *_CONNECTED.values()):
                found = dict(zip(_CONNECTED.values(), values, strict=True))
                key = _CONNECTED.get(kind(form) or "")
                if key and (found[key].absent or found[key].data == []):
                    yield Finding(
                        endpoint.path,
                        f"{endpoint.logical_id} has no {key} and serves nobody; add them",
                    )
