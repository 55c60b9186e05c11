"""E9501."""

from collections.abc import Iterator
from dataclasses import replace

from axonflow_cfn.model import Reference, TemplateModel, Value
from axonflow_cfn.model.iam import allows
from axonflow_cfn.model.policies import covers_action, of_kind
from axonflow_cfn.rule import DeployabilityRule, Finding

_SECRET = "AWS::SecretsManager::Secret"  # noqa: S105 - a resource type


class ExecutionRoleCannotReadSecret(DeployabilityRule):
    """A container secret that the execution role may not read."""

    id = "E9501"
    shortdesc = "Execution role may not read a secret that a container needs"
    description = (
        "Tasks stop before they start (ResourceInitializationError: unable to pull secrets), since "
        "ECS reads the Secrets of a container with the execution role. Allow that role "
        "secretsmanager:GetSecretValue on the secret; AmazonECSTaskExecutionRolePolicy does not."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/"
        "secrets-envvar-secrets-manager.html"
    )
    tags = ["resources", "ecs", "iam", "secretsmanager"]
    bad = """
Resources:
  Secret: {Type: AWS::SecretsManager::Secret, Properties: {SecretString: x}}
  Role:
    Type: AWS::IAM::Role
    Properties:
      ManagedPolicyArns:
        - !Sub arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ExecutionRoleArn: !GetAtt Role.Arn
      ContainerDefinitions:
        - Name: web
          Image: web:1
          Secrets: [{Name: TOKEN, ValueFrom: !Ref Secret}]
"""
    good = bad.replace(
        "      ManagedPolicyArns:",
        """      Policies:
        - PolicyName: secret
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: secretsmanager:GetSecretValue
                Resource: !Ref Secret
      ManagedPolicyArns:""",
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Ask the role of each task definition about each secret of its containers."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for used in task.values("ContainerDefinitions.*.Secrets.*.ValueFrom"):
                secret = _secret(used)
                closed = secret and _closed_by(secret)
                if closed:
                    yield Finding(
                        used.path,
                        f"{closed} denies everybody secretsmanager:GetSecretValue on this secret; "
                        "give that statement a Condition, or remove it",
                    )
                for arn in task.values("ExecutionRoleArn") if secret else ():
                    role = arn.follow("AWS::IAM::Role")
                    if role is None or secret is None or _has_own_policy(secret):
                        continue
                    if allows(role, "secretsmanager:GetSecretValue", secret) is False:
                        name = secret.reference.logical_id if secret.reference else ""
                        yield Finding(
                            used.path,
                            f"{role.logical_id} may not read {name}: allow it "
                            "secretsmanager:GetSecretValue on the secret",
                        )


def _secret(used: Value) -> Value | None:
    """The secret alone, of `arn` or `arn:key:stage:version`."""
    first = used.parts[0] if used.parts else None
    if not isinstance(first, Reference):
        return None
    secret = replace(used, data=first)
    return secret if secret.follow(_SECRET) else None


def _closed_by(secret: Value) -> str | None:
    """The resource policy that certainly denies everybody to read a secret."""
    for statement in of_kind(secret.model, "resource"):
        owners = [
            value.reference.logical_id
            for value in statement.holder.values("SecretId")
            if value.reference
        ]
        if (
            statement.holder.type == "AWS::SecretsManager::ResourcePolicy"
            and secret.reference
            and owners == [secret.reference.logical_id]
            and statement.effect == "Deny"
            and not statement.conditional
            and any(one.everybody for one in statement.principals)
            and any(covers_action(a, "secretsmanager:GetSecretValue") for a in statement.actions)
            and secret.given(statement.origin.when)
        ):
            return statement.holder.logical_id
    return None


def _has_own_policy(secret: Value) -> bool:
    """Whether a resource policy may let the role in."""
    assert secret.reference  # noqa: S101 - for the type checker; `_secret` looked
    users = secret.model.users_of(secret.reference.logical_id)
    return any(user.type == "AWS::SecretsManager::ResourcePolicy" for user in users)
