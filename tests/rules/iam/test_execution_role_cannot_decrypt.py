import pytest
from linting import report
from snippets import template

RESOURCES = """  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Statement:
          - Effect: Allow
            Principal: {AWS: !Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root'}
            Action: kms:*
            Resource: '*'
  Named:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Statement:
          - {Effect: Allow, Principal: {AWS: !GetAtt Role.Arn}, Action: 'kms:*', Resource: '*'}
  Secret: {Type: AWS::SecretsManager::Secret, Properties: {KmsKeyId: BODY}}
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - {Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: sts:AssumeRole}
      Policies:
        - PolicyName: x
          PolicyDocument:
            Statement: [{Effect: Allow, Action: secretsmanager:GetSecretValue, Resource: '*'}]
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ExecutionRoleArn: !GetAtt Role.Arn
      ContainerDefinitions:
        - {Name: a, Image: 'a:1', Secrets: [{Name: S, ValueFrom: !Sub '${Secret}:key::'}]}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "!Ref Key",
            [
                (
                    "Resources/Task/Properties/ContainerDefinitions/0/Secrets/0/ValueFrom",
                    (
                        "Role may not decrypt with Key, the key of this secret; allow it "
                        "kms:Decrypt on the key"
                    ),
                )
            ],
        ),
        (
            "!GetAtt Key.Arn",
            [
                (
                    "Resources/Task/Properties/ContainerDefinitions/0/Secrets/0/ValueFrom",
                    (
                        "Role may not decrypt with Key, the key of this secret; allow it "
                        "kms:Decrypt on the key"
                    ),
                )
            ],
        ),
        (
            "!If [IsUsed, !Ref Key, alias/aws/secretsmanager]",
            [
                (
                    "Resources/Task/Properties/ContainerDefinitions/0/Secrets/0/ValueFrom",
                    (
                        "Role may not decrypt with Key, the key of this secret; allow it "
                        "kms:Decrypt on the key"
                    ),
                )
            ],
        ),
        ("!Ref Named", []),
        ("alias/aws/secretsmanager", []),
        ("!Ref Any", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body), "E9525") == expected
