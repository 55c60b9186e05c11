"""E9521."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

_PLACES = {
    "AWS::AutoScaling::LaunchConfiguration": ("IamInstanceProfile",),
    "AWS::EC2::Instance": ("IamInstanceProfile",),
    "AWS::EC2::LaunchTemplate": (
        "LaunchTemplateData.IamInstanceProfile.Arn",
        "LaunchTemplateData.IamInstanceProfile.Name",
    ),
}


class RoleWhereInstanceProfile(DeployabilityRule):
    """A role given to EC2, which wants an instance profile."""

    id = "E9521"
    shortdesc = "Instance is given a role instead of an instance profile"
    description = (
        "EC2 refuses the launch (Invalid IAM Instance Profile): IamInstanceProfile names an "
        "AWS::IAM::InstanceProfile, which in turn names the role. Add one."
    )
    source_url = (
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/"
        "id_roles_use_switch-role-ec2_instance-profiles.html"
    )
    tags = ["resources", "iam", "ec2"]
    bad = """
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: sts:AssumeRole}
  Profile:
    Type: AWS::IAM::InstanceProfile
    Properties: {Roles: [!Ref Role]}
  Server:
    Type: AWS::EC2::Instance
    Properties: {ImageId: ami-12345678, IamInstanceProfile: !Ref Role}
"""
    good = bad.replace("IamInstanceProfile: !Ref Role", "IamInstanceProfile: !Ref Profile")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the profile of each instance."""
        for instance in model.of_type(*_PLACES):
            for path in _PLACES[instance.type]:
                for profile in instance.values(path):
                    role = profile.follow("AWS::IAM::Role")
                    if role:
                        yield Finding(
                            profile.path,
                            f"{role.logical_id} is a role; give an AWS::IAM::InstanceProfile of it",
                        )
                    named = profile.follow("AWS::IAM::InstanceProfile")
                    attribute = profile.reference.attribute if profile.reference else None
                    wants_name = not path.endswith(".Arn")
                    if named and (attribute == "Arn") is wants_name:
                        yield Finding(
                            profile.path,
                            f"Give the {'name (Ref)' if wants_name else 'ARN (GetAtt Arn)'} of "
                            f"{named.logical_id} here",
                        )
