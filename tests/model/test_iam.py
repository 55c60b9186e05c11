# ruff: noqa: UP031 - the braces of format() are YAML's here
import pytest
from building import model

from axonflow_cfn.model.iam import allows

HEAD = """
Parameters:
  Arn: {Type: String}
  Env: {Type: String, AllowedValues: [dev, prod]}
Conditions:
  Dev: !Equals [!Ref Env, dev]
Resources:
  Secret: {Type: AWS::SecretsManager::Secret, Properties: {Name: !Sub '${AWS::StackName}-db'}}
  Nameless: {Type: AWS::SecretsManager::Secret, Properties: {}}
  Attachment:
    Type: AWS::SecretsManager::SecretTargetAttachment
    Properties: {SecretId: !Ref Secret}
  Custom: {Type: Custom::Secret}
  User: {Type: AWS::ECS::TaskDefinition, Properties: {RoleArn: !GetAtt Role.Arn, Secret: %s}}
  Role:
    Type: AWS::IAM::Role
    Properties: %s
"""
READ = "secretsmanager:GetSecretValue"
EXECUTION = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"


def inline(*statements: str) -> str:
    inside = ", ".join("{%s}" % statement for statement in statements)
    return "{Policies: [{PolicyName: p, PolicyDocument: {Statement: [%s]}}]}" % inside


def ask(role: str, action: str = READ, target: str = "!Ref Secret", more: str = "") -> bool | None:
    user = model(HEAD % (target, role) + more).resources["User"]
    (arn,) = user.values("RoleArn")
    (used,) = user.values("Secret")
    found = arn.follow("AWS::IAM::Role")
    assert found
    return allows(found, action, used)


def allow(resource: str, action: str = READ) -> str:
    return f"Effect: Allow, Action: '{action}', Resource: {resource}"


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        ([], False),
        ([allow("'*'")], True),
        ([allow("!Ref Secret")], True),
        ([allow("!GetAtt Secret.Id")], True),
        ([allow("!Ref Attachment")], True),
        ([allow("!Sub '${Secret}*'")], True),
        ([allow("[!Ref Nameless, !Ref Secret]")], True),
        ([allow("!Ref Secret", "secretsmanager:*")], True),
        ([allow("!Ref Secret", "SecretsManager:getsecret*")], True),
        ([allow("!Ref Secret", "*")], True),
        ([allow("!Ref Nameless")], False),
        ([allow("!Ref Secret", "secretsmanager:DescribeSecret")], False),
        ([allow("arn:aws:s3:::bucket/*")], False),
        ([allow("!GetAtt Custom.Arn")], None),
        ([allow("!Ref Arn")], None),
        (
            [
                allow(
                    "!Sub 'arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}"
                    ":secret:${AWS::StackName}-db-??????'"
                )
            ],
            True,
        ),
        ([allow("!Sub 'arn:aws:secretsmanager:*:*:secret:${AWS::StackName}-*'")], None),
        ([allow("!Sub 'arn:aws:secretsmanager:*:*:secret:${AWS::StackName}-url-*'")], False),
        ([allow("!Sub 'arn:*:secretsmanager:*:*:secret:${AWS::StackName}-*'")], True),
        ([allow("'arn:aws:secretsmanager:*:*:parameter/db'")], False),
        ([allow("'*'") + ", Condition: {StringEquals: {a: b}}"], None),
        (["Effect: Allow, NotAction: 'iam:*', Resource: '*'"], None),
        ([allow("'*'"), f"Effect: Deny, Action: '{READ}', Resource: '*'"], False),
        ([allow("'*'"), f"Effect: Deny, Action: '{READ}', Resource: !Ref Arn"], None),
        ([allow("'*'"), "Effect: Deny, Action: 's3:*', Resource: '*'"], True),
        ([allow("!If [Dev, !Ref Secret, !Ref Nameless]")], None),
        ([f"Effect: !Ref Arn, Action: '{READ}', Resource: '*'"], None),
        (["Fn::Transform: {Name: x}"], None),
    ],
)
def test_statements(statements: list[str], expected: bool | None) -> None:  # noqa: FBT001 - a table's column
    assert ask(inline(*statements)) is expected


ATTACHED = """
  Policy:
    Type: AWS::IAM::%s
    Properties:
      %s
      PolicyDocument: {Statement: {Effect: Allow, Action: ['secretsmanager:*'], Resource: '*'}}
"""


@pytest.mark.parametrize(
    ("role", "more", "expected"),
    [
        ("{}", ATTACHED % ("Policy", "Roles: [!Ref Role]"), True),
        ("{}", ATTACHED % ("ManagedPolicy", "Roles: [!Ref Role]"), True),
        ("{}", ATTACHED % ("RolePolicy", "RoleName: !Ref Role"), True),
        ("{ManagedPolicyArns: [!Ref Policy]}", ATTACHED % ("ManagedPolicy", ""), True),
        ("{RoleName: tasks}", ATTACHED % ("Policy", "Roles: [tasks]"), True),
        ("{RoleName: tasks}", ATTACHED % ("Policy", "Roles: [!Ref Arn]"), None),
        ("{}", ATTACHED % ("Policy", "Roles: [other]"), False),
        ("{}", ATTACHED % ("Policy", "Roles: [!If [Dev, !Ref Role, other]]"), None),
        ("{ManagedPolicyArns: [%s]}" % EXECUTION, "", False),
        ("{ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess']}", "", True),
        ("{ManagedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess']}", "", None),
        ("{ManagedPolicyArns: [!Ref Arn]}", "", None),
        # What is not known may deny.
        ("{ManagedPolicyArns: [!Ref Arn, !Ref Policy]}", ATTACHED % ("ManagedPolicy", ""), None),
        (
            "{PermissionsBoundary: !Ref Arn, ManagedPolicyArns: [!Ref Policy]}",
            ATTACHED % ("ManagedPolicy", ""),
            None,
        ),
    ],
)  # fmt: skip
def test_attachments(role: str, more: str, expected: bool | None) -> None:  # noqa: FBT001 - a table's column
    assert ask(role, more=more) is expected


@pytest.mark.parametrize(
    ("action", "expected"),
    [("ecr:BatchGetImage", True), ("logs:PutLogEvents", True), ("logs:CreateLogGroup", False)],
)
def test_well_known_managed_policy(action: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    partition = EXECUTION.replace(":aws:iam", ":${AWS::Partition}:iam")
    assert ask("{ManagedPolicyArns: [!Sub '%s']}" % partition, action) is expected


BOUNDARY = """
  Boundary:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: {Statement: [{Effect: Allow, %s: ['%s'], Resource: '*'}]}
"""


@pytest.mark.parametrize(
    ("boundary", "more", "expected"),
    [
        ("!Ref Boundary", BOUNDARY % ("Action", "s3:*"), False),
        ("!Ref Boundary", BOUNDARY % ("Action", "secretsmanager:*"), None),
        ("!Ref Boundary", BOUNDARY % ("NotAction", "s3:*"), None),
        ("!If [Dev, !Ref Boundary, !Ref Arn]", BOUNDARY % ("Action", "s3:*"), None),
        ("!Ref Arn", "", None),
    ],
)
def test_boundaries(boundary: str, more: str, expected: bool | None) -> None:  # noqa: FBT001 - a table's column
    attached = ATTACHED % ("ManagedPolicy", "") + more
    role = f"{{PermissionsBoundary: {boundary}, ManagedPolicyArns: [!Ref Policy]}}"
    assert ask(role, more=attached) is expected
