"""E9524."""

from collections.abc import Iterator

from axonflow_cfn.model import Reference, TemplateModel, Value
from axonflow_cfn.model.iam import allows
from axonflow_cfn.rule import DeployabilityRule, Finding

_PULL = (
    "ecr:GetAuthorizationToken",
    "ecr:BatchCheckLayerAvailability",
    "ecr:GetDownloadUrlForLayer",
    "ecr:BatchGetImage",
)


class ExecutionRoleCannotPullImage(DeployabilityRule):
    """An execution role that may not pull a private image."""

    id = "E9524"
    shortdesc = "Execution role may not pull the image from ECR"
    description = (
        "Tasks stop with CannotPullContainerError: ECS pulls images of a private ECR registry with "
        "the execution role. Attach service-role/AmazonECSTaskExecutionRolePolicy, or allow the "
        "four actions: GetAuthorizationToken on *, the others on the repository."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html"
    )
    tags = ["resources", "ecs", "iam", "ecr"]
    bad = """
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: sts:AssumeRole}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ExecutionRoleArn: !GetAtt Role.Arn
      ContainerDefinitions:
        - Name: web
          Image: !Sub ${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/web:1
"""
    good = bad.replace(
        "    Properties:\n      AssumeRole",
        "    Properties:\n      ManagedPolicyArns:\n        - !Sub arn:${AWS::Partition}:iam::aws:"
        "policy/service-role/AmazonECSTaskExecutionRolePolicy\n      AssumeRole",
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Ask the role of each task definition about the images of its containers."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for image in task.values("ContainerDefinitions.*.Image"):
                if not _is_private(image):
                    continue
                for arn in task.values("ExecutionRoleArn"):
                    role = arn.follow("AWS::IAM::Role")
                    role = role.given(image.when) if role else None
                    missing = [one for one in _PULL if role and allows(role, one) is False]
                    if missing and role:
                        yield Finding(
                            image.path,
                            f"{role.logical_id} may not {', '.join(missing)}, which pulling "
                            f"{image.shown} needs",
                        )


def _is_private(image: Value) -> bool:
    for part in image.parts:
        if isinstance(part, str) and ".dkr.ecr." in part:
            return True
        if isinstance(part, Reference):
            return part.attribute == "RepositoryUri"
    return False
