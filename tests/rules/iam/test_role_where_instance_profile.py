import pytest
from linting import report
from snippets import template

RESOURCES = """  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - {Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: sts:AssumeRole}
  Profile: {Type: AWS::IAM::InstanceProfile, Properties: {Roles: [!Ref Role]}}
  Template:
    Type: AWS::EC2::LaunchTemplate
    Properties: {LaunchTemplateData: {IamInstanceProfile: {BODY}}}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Arn: !GetAtt Role.Arn",
            [
                (
                    "Resources/Template/Properties/LaunchTemplateData/IamInstanceProfile/Arn",
                    "Role is a role; give an AWS::IAM::InstanceProfile of it",
                )
            ],
        ),
        (
            "Name: !Ref Role",
            [
                (
                    "Resources/Template/Properties/LaunchTemplateData/IamInstanceProfile/Name",
                    "Role is a role; give an AWS::IAM::InstanceProfile of it",
                )
            ],
        ),
        (
            "Arn: !Ref Profile",
            [
                (
                    "Resources/Template/Properties/LaunchTemplateData/IamInstanceProfile/Arn",
                    "Give the ARN (GetAtt Arn) of Profile here",
                )
            ],
        ),
        (
            "Name: !GetAtt Profile.Arn",
            [
                (
                    "Resources/Template/Properties/LaunchTemplateData/IamInstanceProfile/Name",
                    "Give the name (Ref) of Profile here",
                )
            ],
        ),
        (
            "Name: !If [IsUsed, !Ref Role, !Ref Any]",
            [
                (
                    (
                        "Resources/Template/Properties/LaunchTemplateData/IamInstanceProfile/Nam"
                        "e/Fn::If/1"
                    ),
                    "Role is a role; give an AWS::IAM::InstanceProfile of it",
                )
            ],
        ),
        ("Arn: !GetAtt Profile.Arn", []),
        ("Name: !Ref Profile", []),
        ("Arn: !Ref Any", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body), "E9521") == expected
