import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Trusted: {Type: String, AllowedValues: [lambda.amazonaws.com]}
"""
RESOURCES = """  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, BODY}]}
  Profile: {Type: AWS::IAM::InstanceProfile, Properties: {Roles: [!Ref Role]}}
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      MonitoringInterval: 60
      MonitoringRoleArn: !If [IsUsed, !GetAtt Role.Arn, !Ref Any]
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Principal: {Service: ecs-tasks.amazonaws.com}, Action: sts:AssumeRole",
            [
                (
                    "Resources/Database/Properties/MonitoringRoleArn/Fn::If/1",
                    (
                        "Role does not trust monitoring.rds.amazonaws.com, which has to assume "
                        "it; name that service as Principal of its AssumeRolePolicyDocument"
                    ),
                ),
                (
                    "Resources/Profile/Properties/Roles/0",
                    (
                        "Role does not trust ec2.amazonaws.com, which has to assume it; name "
                        "that service as Principal of its AssumeRolePolicyDocument"
                    ),
                ),
            ],
        ),
        # not monitoring.rds
        (
            (
                "Principal: {Service: [ec2.amazonaws.com, rds.amazonaws.com]}, Action: "
                "sts:AssumeRole"
            ),
            [
                (
                    "Resources/Database/Properties/MonitoringRoleArn/Fn::If/1",
                    (
                        "Role does not trust monitoring.rds.amazonaws.com, which has to assume "
                        "it; name that service as Principal of its AssumeRolePolicyDocument"
                    ),
                )
            ],
        ),
        (
            "Principal: {Service: !Ref Trusted}, Action: sts:AssumeRole",
            [
                (
                    "Resources/Database/Properties/MonitoringRoleArn/Fn::If/1",
                    (
                        "Role does not trust monitoring.rds.amazonaws.com, which has to assume "
                        "it; name that service as Principal of its AssumeRolePolicyDocument"
                    ),
                ),
                (
                    "Resources/Profile/Properties/Roles/0",
                    (
                        "Role does not trust ec2.amazonaws.com, which has to assume it; name "
                        "that service as Principal of its AssumeRolePolicyDocument"
                    ),
                ),
            ],
        ),
        ("Principal: {Service: [ec2.amazonaws.com, !Ref Any]}, Action: sts:AssumeRole", []),
        (
            (
                "Principal: {Service: !If [IsUsed, rds.amazonaws.com, "
                "ec2.amazonaws.com]}, Action: sts:AssumeRole"
            ),
            [
                (
                    "Resources/Database/Properties/MonitoringRoleArn/Fn::If/1",
                    (
                        "Role does not trust monitoring.rds.amazonaws.com, which has to assume "
                        "it; name that service as Principal of its AssumeRolePolicyDocument"
                    ),
                )
            ],
        ),
        # one of the branches
        (
            (
                "Principal: {Service: !If [IsUsed, monitoring.rds.amazonaws.com, "
                "ec2.amazonaws.com]}, Action: sts:AssumeRole"
            ),
            [],
        ),
        (
            (
                "Principal: {Service: [ec2.amazonaws.com, "
                "monitoring.rds.amazonaws.com]}, Action: sts:TagSession"
            ),
            [
                (
                    "Resources/Database/Properties/MonitoringRoleArn/Fn::If/1",
                    (
                        "Role does not trust monitoring.rds.amazonaws.com, which has to assume "
                        "it; name that service as Principal of its AssumeRolePolicyDocument"
                    ),
                ),
                (
                    "Resources/Profile/Properties/Roles/0",
                    (
                        "Role does not trust ec2.amazonaws.com, which has to assume it; name "
                        "that service as Principal of its AssumeRolePolicyDocument"
                    ),
                ),
            ],
        ),
        (
            "Principal: {AWS: '123456789012'}, Action: sts:AssumeRole",
            [
                (
                    "Resources/Database/Properties/MonitoringRoleArn/Fn::If/1",
                    (
                        "Role does not trust monitoring.rds.amazonaws.com, which has to assume "
                        "it; name that service as Principal of its AssumeRolePolicyDocument"
                    ),
                ),
                (
                    "Resources/Profile/Properties/Roles/0",
                    (
                        "Role does not trust ec2.amazonaws.com, which has to assume it; name "
                        "that service as Principal of its AssumeRolePolicyDocument"
                    ),
                ),
            ],
        ),
        (
            (
                "Principal: {Service: [ec2.amazonaws.com, "
                "monitoring.rds.amazonaws.com]}, Action: sts:AssumeRole"
            ),
            [],
        ),
        (
            (
                "Principal: {Service: [ec2.amazonaws.com.cn, "
                "monitoring.rds.amazonaws.com]}, Action: 'sts:*'"
            ),
            [],
        ),
        (
            (
                "Principal: {Service: [!Sub 'ec2.${AWS::URLSuffix}', "
                "monitoring.rds.amazonaws.com]}, Action: sts:AssumeRole"
            ),
            [],
        ),
        ("Principal: {Service: !Ref Any}, Action: sts:AssumeRole", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9502") == expected


DENIED = """  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}
          - {Effect: Deny, BODY, Action: sts:AssumeRole}
  Function: {Type: AWS::Lambda::Function, Properties: {Role: !GetAtt Role.Arn}}
"""


@pytest.mark.parametrize(
    ("body", "denied"),
    [
        ("Principal: {Service: lambda.amazonaws.com}", True),
        ("Principal: '*'", True),
        ("Principal: {Service: ec2.amazonaws.com}", False),
        ("Principal: '*', Condition: {Bool: {'aws:SecureTransport': 'false'}}", False),
        ("Principal: {AWS: !Ref Any}", False),
    ],
)
def test_a_denial_counts_whatever_is_allowed(body: str, denied: bool) -> None:  # noqa: FBT001 - a table's column
    message = (
        "Role does not trust lambda.amazonaws.com, which has to assume it; name that service as "
        "Principal of its AssumeRolePolicyDocument"
    )
    expected = [("Resources/Function/Properties/Role", message)] if denied else []
    assert report(template(DENIED, body), "E9502") == expected
