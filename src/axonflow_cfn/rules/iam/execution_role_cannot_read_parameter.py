"""E9526."""

from collections.abc import Iterator

from axonflow_cfn.model import Reference, TemplateModel, Value
from axonflow_cfn.model.iam import allows
from axonflow_cfn.rule import DeployabilityRule, Finding


class ExecutionRoleCannotReadParameter(DeployabilityRule):
    """A parameter of Systems Manager that the execution role may not read."""

    id = "E9526"
    shortdesc = "Execution role may not read an SSM parameter that a container needs"
    description = (
        "Tasks stop before they start (unable to pull secrets or registry auth): ECS reads the "
        "parameters among the Secrets of a container with ssm:GetParameters of the execution "
        "role. Allow that action (the plural; GetParameter does not do) on the parameter."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/"
        "secrets-envvar-ssm-paramstore.html"
    )
    tags = ["resources", "ecs", "iam", "ssm"]
    bad = """
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: sts:AssumeRole}
      Policies:
        - PolicyName: parameters
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: ssm:GetParameter
                Resource: !Sub arn:${AWS::Partition}:ssm:*:${AWS::AccountId}:parameter/app/*
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ExecutionRoleArn: !GetAtt Role.Arn
      ContainerDefinitions:
        - {Name: web, Image: 'web:1', Secrets: [{Name: TOKEN, ValueFrom: /app/token}]}
"""
    good = bad.replace("ssm:GetParameter\n", "ssm:GetParameters\n")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Ask the role of each task definition about the parameters of its containers."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for used in task.values("ContainerDefinitions.*.Secrets.*.ValueFrom"):
                for arn in task.values("ExecutionRoleArn") if _is_parameter(used) else ():
                    role = arn.follow("AWS::IAM::Role")
                    role = role.given(used.when) if role else None
                    if role and allows(role, "ssm:GetParameters") is False:
                        yield Finding(
                            used.path,
                            f"{role.logical_id} may not read the parameter {used.shown}; allow it "
                            "ssm:GetParameters",
                        )


def _is_parameter(used: Value) -> bool:
    """Whether this names a parameter of Systems Manager: by ARN, by name, by reference."""
    first = used.parts[0] if used.parts else None
    if isinstance(first, Reference):
        resource = used.model.resources.get(first.logical_id)
        return resource is not None and resource.type == "AWS::SSM::Parameter"
    if not isinstance(first, str):
        return False
    text = "".join(part if isinstance(part, str) else "x" for part in used.parts)
    return ":ssm:" in text or not text.startswith("arn:")
