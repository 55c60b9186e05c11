"""E9733."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

# https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-identity-based.html
_NEED_ROLE = (
    *("AWS::Batch::JobQueue", "AWS::CodeBuild::Project", "AWS::CodePipeline::Pipeline"),
    *("AWS::ECS::Cluster", "AWS::Events::ApiDestination", "AWS::Kinesis::Stream"),
    *("AWS::KinesisFirehose::DeliveryStream", "AWS::StepFunctions::StateMachine"),
)


class RuleTargetIncomplete(DeployabilityRule):
    """A target of an EventBridge rule that lacks a role or what to run."""

    id = "E9733"
    shortdesc = "Target of an EventBridge rule lacks its role or its parameters"
    description = (
        "EventBridge starts tasks, state machines, builds and the like with a role and refuses a "
        "target without RoleArn ('RoleArn is required for target'); an ECS cluster also needs "
        "EcsParameters with the task definition. A function, queue or topic needs neither."
    )
    source_url = (
        "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-identity-based.html"
    )
    tags = ["resources", "events", "wiring"]
    bad = """
Resources:
  Machine: {Type: AWS::StepFunctions::StateMachine}
  Nightly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets: [{Id: machine, Arn: !Ref Machine}]
"""
    good = bad.replace("!Ref Machine}", "!Ref Machine, RoleArn: 'arn:aws:iam::1:role/x'}")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each target that refers to a resource of the template."""
        for rule in model.of_type("AWS::Events::Rule"):
            for target in rule.values("Targets.*"):
                for arn, role, parameters in target.cases("Arn", "RoleArn", "EcsParameters"):
                    resource = arn.follow(*_NEED_ROLE)
                    if resource and role.absent and not _role_of(rule):
                        yield Finding(
                            target.path,
                            f"target {resource.logical_id} has no RoleArn; give a role that "
                            "events.amazonaws.com assumes",
                        )
                    if resource and resource.type == "AWS::ECS::Cluster" and parameters.absent:
                        yield Finding(
                            target.path,
                            f"target {resource.logical_id} has no EcsParameters; name the task "
                            "definition there",
                        )


def _role_of(rule: Resource) -> bool:
    """Whether the rule has a role of its own, which some targets use."""
    return any(True for _ in rule.values("RoleArn"))
