"""E9734."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.ecs import roles
from axonflow_cfn.model.iam import allows
from axonflow_cfn.rule import DeployabilityRule, Finding

# Type: where its targets stand, where a target names its task, and what starts it.
_STARTERS = {
    "AWS::Events::Rule": ("Targets.*", "Arn", "EcsParameters.TaskDefinitionArn", "rule"),
    "AWS::Scheduler::Schedule": ("Target", "Arn", "EcsParameters.TaskDefinitionArn", "schedule"),
    "AWS::Pipes::Pipe": (
        "",
        "Target",
        "TargetParameters.EcsTaskParameters.TaskDefinitionArn",
        "pipe",
    ),
}
# https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-identity-based.html
_ACTIONS = {
    "AWS::CodeBuild::Project": "codebuild:StartBuild",
    "AWS::CodePipeline::Pipeline": "codepipeline:StartPipelineExecution",
    "AWS::Events::ApiDestination": "events:InvokeApiDestination",
    "AWS::Events::EventBus": "events:PutEvents",
    "AWS::Kinesis::Stream": "kinesis:PutRecord",
    "AWS::KinesisFirehose::DeliveryStream": "firehose:PutRecord",
    "AWS::StepFunctions::StateMachine": "states:StartExecution",
}
# A schedule and a pipe act by their role alone; a rule is let in by the policies of these.
# https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-templated.html
_BY_ROLE_ALONE = {
    "AWS::Lambda::Function": "lambda:InvokeFunction",
    "AWS::SNS::Topic": "sns:Publish",
    "AWS::SQS::Queue": "sqs:SendMessage",
}
# Whether a pipe puts one record or many at a time is not documented.
_NOT_OF_PIPES = {"AWS::Kinesis::Stream", "AWS::KinesisFirehose::DeliveryStream"}


class TargetRoleCannotStart(DeployabilityRule):
    """A rule, schedule or pipe whose role may not start what it is to start."""

    id = "E9734"
    shortdesc = "Role of an EventBridge target may not start the target"
    description = (
        "The rule or schedule is created and nothing ever starts: the role of the target lacks "
        "the permission. For a task on ECS it needs ecs:RunTask on the task definition (not the "
        "cluster) and iam:PassRole on its task role and its execution role, for a state machine "
        "states:StartExecution, for a build codebuild:StartBuild; a schedule also needs "
        "lambda:InvokeFunction, sqs:SendMessage or sns:Publish on what it calls."
    )
    source_url = (
        "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-identity-based.html"
    )
    tags = ["resources", "events", "iam", "wiring"]
    bad = """
Resources:
  Machine: {Type: AWS::StepFunctions::StateMachine}
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: start
          PolicyDocument:
            Statement: [{Effect: Allow, Action: states:DescribeExecution, Resource: '*'}]
  Nightly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets: [{Id: machine, Arn: !Ref Machine, RoleArn: !GetAtt Role.Arn}]
"""
    good = bad.replace("states:DescribeExecution", "states:StartExecution")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Ask the role of each target for what the target needs."""
        for starter in model.of_type(*_STARTERS):
            where, arn_at, task_at, name = _STARTERS[starter.type]
            for target in starter.values(where):
                for arn, holder, task in target.cases(arn_at, "RoleArn", task_at):
                    role = holder.follow("AWS::IAM::Role")
                    for action, on in _needed(starter.type, arn, task) if role else ():
                        facts = _facts(action, arn)
                        if role and allows(role, action, on, facts) is False:
                            yield Finding(
                                holder.path,
                                f"{role.logical_id} may not {action}{_on(on)}, so the {name} "
                                "starts nothing; allow it",
                            )


def _facts(action: str, arn: Value) -> dict[str, Value | str]:
    """What the request says of itself; a statement with a Condition against it is of no use."""
    if action == "iam:PassRole":
        return {"iam:passedtoservice": "ecs-tasks.amazonaws.com"}
    cluster = arn.follow("AWS::ECS::Cluster")
    whole = arn.reference and arn.reference.attribute == "Arn"
    return {"ecs:cluster": arn} if action == "ecs:RunTask" and cluster and whole else {}


def _on(target: Value) -> str:
    return f" on {target.reference.logical_id}" if target.reference else ""


def _needed(starter: str, arn: Value, task: Value) -> Iterator[tuple[str, Value]]:
    resource = arn.follow()
    unsure = _NOT_OF_PIPES if starter == "AWS::Pipes::Pipe" else set()
    if resource and resource.type in _ACTIONS.keys() - unsure:
        yield _ACTIONS[resource.type], arn
    if resource and resource.type in _BY_ROLE_ALONE and starter != "AWS::Events::Rule":
        yield _BY_ROLE_ALONE[resource.type], arn
    definition = task.follow("AWS::ECS::TaskDefinition")
    if definition and (resource is None or resource.type == "AWS::ECS::Cluster"):
        yield "ecs:RunTask", task
        for role in roles(definition):
            yield "iam:PassRole", role
