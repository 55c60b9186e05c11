"""E9040."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding

_SCHEME = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*)://(?P<host>[^/]*)")


class TemplateUrlNotS3(DeployabilityRule):
    """A nested stack whose template CloudFormation can't fetch."""

    id = "E9040"
    shortdesc = "Template of a nested stack is not an https address of S3"
    description = (
        "CloudFormation fetches nested templates from Amazon S3 over https only ('TemplateURL must "
        "be a supported URL'): no other web server, no http, no s3:// and no S3 website endpoint. "
        "Upload the template and give its https address, or let the package command do both."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-cloudformation-stack.html"
    )
    tags = ["resources", "cloudformation"]
    bad = """
Resources:
  Network:
    Type: AWS::CloudFormation::Stack
    Properties: {TemplateURL: s3://templates/network.yaml}
"""
    good = bad.replace("s3://templates/", "https://templates.s3.eu-west-1.amazonaws.com/")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the scheme, and at the host where it is known."""
        for stack in model.of_type("AWS::CloudFormation::Stack"):
            urls = reversed(list(stack.values("TemplateURL")))
            for path, url in {url.path: url for url in urls if _refused(url)}.items():
                yield Finding(
                    path,
                    f"CloudFormation can't fetch {url.shown}: give the https address of an object "
                    "in S3",
                )


def _refused(url: Value) -> bool:
    first = url.parts[0] if url.parts else ""
    if not isinstance(first, str) or not (found := _SCHEME.match(first)):
        return False  # a path for the package command, or not known
    if found["scheme"] != "https":
        return found["scheme"] in {"http", "s3", "file", "ftp"}
    host = found["host"]
    complete = len(url.parts) == 1 or len(found.group()) < len(first)
    return "s3-website" in host or (complete and not re.search(r"(^|\.)s3[.-]", host))
