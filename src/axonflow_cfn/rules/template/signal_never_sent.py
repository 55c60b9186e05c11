"""E9046."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.model.functions import texts
from axonflow_cfn.model.template import mentions
from axonflow_cfn.rule import DeployabilityRule, Finding

_INSTANCE = "AWS::EC2::Instance"
_GROUP = "AWS::AutoScaling::AutoScalingGroup"
_SENDS = ("cfn-signal", "signal-resource", "signal_resource", "SignalResource")
_FETCHES = ("http", "curl", "wget", "s3", "source ")  # a script that may send it
_RUNS_SCRIPTS = ("AWS::SSM::Association", "AWS::SSM::Document")


class SignalNeverSent(DeployabilityRule):
    """Instances that are waited for and never say that they are ready."""

    id = "E9046"
    shortdesc = "CreationPolicy waits for a signal that nobody sends"
    description = (
        "A CreationPolicy with a ResourceSignal makes CloudFormation wait until the instances send "
        "a signal. Their user data, all of which is in the template, calls neither cfn-signal nor "
        "SignalResource: the stack fails when the timeout is over. Call cfn-signal at the end of "
        "the user data, or remove the policy."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-attribute-creationpolicy.html"
    )
    tags = ["resources", "ec2", "autoscaling"]
    bad = """
Resources:
  Server:
    Type: AWS::EC2::Instance
    CreationPolicy: {ResourceSignal: {Timeout: PT10M}}
    Properties:
      ImageId: ami-12345678
      UserData: {Fn::Base64: '#!/bin/bash; dnf install -y nginx'}
"""
    good = bad.replace("dnf install -y nginx", "cfn-signal --stack app --resource Server")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look into the user data, if all of it is known."""
        waiting = [
            resource
            for resource in model.of_type(_INSTANCE, _GROUP)
            if any(True for _ in resource.body.values("CreationPolicy.ResourceSignal"))
        ]
        everything = texts(model.template.get("Resources")) if waiting else ()
        sent = any(word in text for text, _ in everything for word in _SENDS)
        for resource in waiting if not sent and not model.of_type(*_RUNS_SCRIPTS) else ():
            data = list(_user_data(resource))
            if data and all(_quiet(model, item) for item in data):
                yield Finding(
                    (*resource.path, "CreationPolicy"),
                    f"{resource.logical_id} waits for a signal that its user data never sends; "
                    "call cfn-signal there",
                )


def _user_data(resource: Resource) -> Iterator[object]:
    """The raw user data of an instance, or of the launch templates of a group."""
    if resource.type == _INSTANCE:
        holders = [resource.properties] if not list(resource.values("LaunchTemplate")) else []
    else:
        templates = resource.values("LaunchTemplate.LaunchTemplateId")
        found = [value.follow("AWS::EC2::LaunchTemplate") for value in templates]
        holders = [v for owner in found if owner for v in owner.values("LaunchTemplateData")]
    for holder in holders:
        yield holder.data.get("UserData") if isinstance(holder.data, dict) else None


def _quiet(model: TemplateModel, data: object) -> bool:
    """Whether a script is there, is known, and runs nothing else that could send a signal."""
    script = " ".join(text for text, _ in texts(data))
    given = any(mention.name in model.parameters for mention in mentions(data))
    return "#!" in script and not given and not any(word in script for word in _FETCHES)
