"""E9523."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.iam import allows
from axonflow_cfn.rule import DeployabilityRule, Finding

_ACTIONS = ("logs:CreateLogStream", "logs:PutLogEvents")


class ExecutionRoleCannotWriteLogs(DeployabilityRule):
    """An execution role that may not write the log of a container."""

    id = "E9523"
    shortdesc = "Execution role may not write the logs of a container"
    description = (
        "The awslogs driver writes with the execution role; without logs:CreateLogStream and "
        "logs:PutLogEvents (and logs:CreateLogGroup with awslogs-create-group) the task stops "
        "before its container starts. Attach service-role/AmazonECSTaskExecutionRolePolicy, or "
        "allow the actions on the log group with :*."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html"
    )
    tags = ["resources", "ecs", "iam", "logs"]
    bad = """
Resources:
  Group: {Type: AWS::Logs::LogGroup}
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: sts:AssumeRole}
      Policies:
        - PolicyName: logs
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - {Effect: Allow, Action: logs:CreateLogStream, Resource: !GetAtt Group.Arn}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ExecutionRoleArn: !GetAtt Role.Arn
      ContainerDefinitions:
        - Name: web
          Image: web:1
          LogConfiguration:
            LogDriver: awslogs
            Options:
              awslogs-group: !Ref Group
              awslogs-region: !Ref AWS::Region
              awslogs-stream-prefix: web
"""
    good = bad.replace("logs:CreateLogStream", "['logs:CreateLogStream', 'logs:PutLogEvents']")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Ask the role of each task definition about the log group of its containers."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            roles = list(task.values("ExecutionRoleArn"))
            for log in task.values("ContainerDefinitions.*.LogConfiguration") if roles else ():
                names = ("LogDriver", "Options.awslogs-group", "Options.awslogs-create-group")
                for driver, group, create in log.cases(*names):
                    if driver.text != "awslogs":
                        continue
                    target = group if group.follow("AWS::Logs::LogGroup") else None
                    actions = _ACTIONS + (("logs:CreateLogGroup",) if create.flag else ())
                    for arn in roles:
                        role = arn.follow("AWS::IAM::Role")
                        role = role.given(driver.when) if role else None
                        missing = [a for a in actions if role and allows(role, a, target) is False]
                        if missing and role:
                            yield Finding(
                                driver.path,
                                f"{role.logical_id} may not {' and '.join(missing)}, which the "
                                "awslogs driver needs; allow it",
                            )
