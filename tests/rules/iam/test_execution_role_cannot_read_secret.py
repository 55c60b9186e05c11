import pytest
from linting import report

HEAD = """
Parameters: {Arn: {Type: String}}
Conditions: {A: !Equals [!Ref Arn, a]}
Resources:
  Secret: {Type: AWS::SecretsManager::Secret, Properties: {}}
  Other: {Type: AWS::SecretsManager::Secret, Properties: {}}
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyDocument:
            Statement: {Effect: Allow, Action: secretsmanager:GetSecretValue, Resource: %s}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ExecutionRoleArn: %s
      ContainerDefinitions: [{Name: web, Secrets: [{Name: X, ValueFrom: %s}]}]
"""
RESOURCE_POLICY = """
  Grant:
    Type: AWS::SecretsManager::ResourcePolicy
    Properties: {SecretId: !Ref Secret, ResourcePolicy: {}}
"""
PATH = "Resources/Task/Properties/ContainerDefinitions/0/Secrets/0/ValueFrom"
MESSAGE = "Role may not read Secret: allow it secretsmanager:GetSecretValue on the secret"
OWN = "!GetAtt Role.Arn"


@pytest.mark.parametrize(
    ("resource", "role", "used", "more", "expected"),
    [
        ("!Ref Other", OWN, "!Ref Secret", "", [(PATH, MESSAGE)]),
        ("!Ref Other", OWN, "!Sub '${Secret}:key::'", "", [(PATH, MESSAGE)]),
        ("!Ref Other", OWN, "!Join ['', [!Ref Secret, ':key::']]", "", [(PATH, MESSAGE)]),
        (
            "!Ref Other",
            OWN,
            "!If [A, !Ref Secret, !Ref Other]",
            "",
            [(f"{PATH}/Fn::If/1", MESSAGE)],
        ),
        # Each branch has its own grant.
        ("!If [A, !Ref Secret, !Ref Other]", OWN, "!If [A, !Ref Secret, !Ref Other]", "", []),
        # The role is this one only where another secret is used.
        ("x", "!If [A, !Ref Arn, !GetAtt Role.Arn]", "!If [A, !Ref Secret, !Ref Arn]", "", []),
        ("!Ref Secret", OWN, "!Sub '${Secret}:key::'", "", []),
        ("!Ref Other", "!If [A, !Ref Arn, !Ref Arn]", "!Ref Secret", "", []),
        ("!Ref Arn", OWN, "!Ref Secret", "", []),
        ("!Ref Other", OWN, "!Ref Arn", "", []),
        ("!Ref Other", OWN, "!Ref Secret", RESOURCE_POLICY, []),
    ],
)
def test_cases(
    resource: str, role: str, used: str, more: str, expected: list[tuple[str, str]]
) -> None:
    assert report(HEAD % (resource, role, used) + more, "E9501") == expected


DENIED = """
  Grant:
    Type: AWS::SecretsManager::ResourcePolicy
    Properties:
      SecretId: !Ref %s
      ResourcePolicy: {Statement: [{Effect: %s, Action: 'secretsmanager:Get*', Resource: '*', %s}]}
"""
CLOSED = (
    "Grant denies everybody secretsmanager:GetSecretValue on this secret; give that statement a "
    "Condition, or remove it"
)


@pytest.mark.parametrize(
    ("secret", "effect", "who", "seen"),
    [
        ("Secret", "Deny", "Principal: '*'", True),
        ("Secret", "Deny", "Principal: {AWS: '*'}", True),
        ("Other", "Deny", "Principal: '*'", False),
        ("Arn", "Deny", "Principal: '*'", False),
        ("Secret", "Allow", "Principal: '*'", False),
        ("Secret", "Deny", "Principal: {AWS: !Ref Arn}", False),
        ("Secret", "Deny", "Principal: '*', Condition: {Bool: {'aws:SecureTransport': 'false'}}", False),
    ],
)  # fmt: skip
def test_a_policy_of_the_secret_that_denies(
    secret: str,
    effect: str,
    who: str,
    seen: bool,  # noqa: FBT001 - a table's column
) -> None:
    template = HEAD % ("!Ref Secret", OWN, "!Ref Secret") + DENIED % (secret, effect, who)
    assert report(template, "E9501") == ([(PATH, CLOSED)] if seen else [])
