"""E9525."""

from collections.abc import Iterator
from dataclasses import replace

from axonflow_cfn.model import Reference, Resource, TemplateModel, Value
from axonflow_cfn.model.iam import allows
from axonflow_cfn.model.policies import covers_action, of_holder
from axonflow_cfn.rule import DeployabilityRule, Finding


class ExecutionRoleCannotDecrypt(DeployabilityRule):
    """A container secret under a key that the execution role may not use."""

    id = "E9525"
    shortdesc = "Execution role may not decrypt a secret under its own KMS key"
    description = (
        "Tasks stop before they start: a secret with a KmsKeyId is read with that key, so that the "
        "execution role needs kms:Decrypt on the key beside secretsmanager:GetSecretValue. Allow "
        "it in the role, or name the role in the key's policy."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/"
        "secrets-envvar-secrets-manager.html"
    )
    tags = ["resources", "ecs", "iam", "kms"]
    bad = """
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: {AWS: !Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root'}
            Action: kms:*
            Resource: '*'
  Secret:
    Type: AWS::SecretsManager::Secret
    Properties: {KmsKeyId: !Ref Key, GenerateSecretString: {}}
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: sts:AssumeRole}
      Policies:
        - PolicyName: secret
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - {Effect: Allow, Action: secretsmanager:GetSecretValue, Resource: !Ref Secret}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ExecutionRoleArn: !GetAtt Role.Arn
      ContainerDefinitions:
        - {Name: web, Image: 'web:1', Secrets: [{Name: TOKEN, ValueFrom: !Ref Secret}]}
"""
    good = bad.replace(
        "Resource: !Ref Secret}",
        "Resource: !Ref Secret}\n              "
        "- {Effect: Allow, Action: kms:Decrypt, Resource: !GetAtt Key.Arn}",
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """From each container secret to its key, and ask the role about that."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for used in task.values("ContainerDefinitions.*.Secrets.*.ValueFrom"):
                for key in _keys(used):
                    owner = key.follow("AWS::KMS::Key")
                    for arn in task.values("ExecutionRoleArn") if owner else ():
                        role = arn.follow("AWS::IAM::Role")
                        role = role.given(key.when) if role else None
                        if owner is None or role is None or _lets_in(owner, role):
                            continue
                        if allows(role, "kms:Decrypt", key) is False:
                            yield Finding(
                                used.path,
                                f"{role.logical_id} may not decrypt with {owner.logical_id}, the "
                                "key of this secret; allow it kms:Decrypt on the key",
                            )


def _keys(used: Value) -> Iterator[Value]:
    """The key of the secret that a container reads."""
    first = used.parts[0] if used.parts else None
    if isinstance(first, Reference):
        secret = replace(used, data=first).follow("AWS::SecretsManager::Secret")
        yield from secret.values("KmsKeyId") if secret else ()


def _lets_in(key: Resource, role: Resource) -> bool:
    """Whether the key's policy may name the role, or everybody, by itself."""
    for statement in of_holder(key, "resource"):
        decrypts = any(a.text is None or covers_action(a, "kms:Decrypt") for a in statement.actions)
        for principal in statement.principals:
            parts = principal.value.parts
            account = isinstance(parts[-1], str) and parts[-1].endswith(":root") if parts else False
            if statement.effect == "Allow" and decrypts and not account:
                named = principal.value.follow("AWS::IAM::Role")
                if named is None or named.logical_id == role.logical_id:
                    return True
    return False
