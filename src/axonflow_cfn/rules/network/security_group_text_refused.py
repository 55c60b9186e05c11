"""E9405."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.security_groups import written
from axonflow_cfn.rule import DeployabilityRule, Finding

_OTHERS = "._-:/()#,@[]+=&;{}!$*"
_ALLOWED = re.compile(f"[A-Za-z0-9 {re.escape(_OTHERS)}]")
_LONGEST = 255


class SecurityGroupTextRefused(DeployabilityRule):
    """A name or description that EC2 refuses."""

    id = "E9405"
    shortdesc = "Name or rule description of a security group is not allowed"
    description = (
        "EC2 refuses a group name that begins with sg-, and names and descriptions of rules "
        "with other characters than letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*, or more "
        "than 255 of them. An apostrophe or a non-ASCII dash is enough."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-properties-ec2-securitygroup-ingress.html"
    )
    tags = ["resources", "ec2", "names"]
    bad = """
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Group
      VpcId: vpc-12345678
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/16, Description: Bob's}
"""
    good = bad.replace("Bob's", "of Bob")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at what of each text is literal."""
        for group in model.of_type("AWS::EC2::SecurityGroup"):
            for name in group.values("GroupName"):
                first = next(iter(name.parts), "")
                if isinstance(first, str) and first.startswith("sg-"):
                    yield Finding(name.path, f"GroupName {name.shown} must not begin with sg-")
                yield from _characters("GroupName", name)
        for rule in written(model):
            for description in rule.values("Description"):
                yield from _characters("Description", description)


def _characters(key: str, value: Value) -> Iterator[Finding]:
    literal = "".join(part for part in value.parts if isinstance(part, str))
    wrong = "".join(sorted(set(re.sub(_ALLOWED, "", literal))))
    if wrong:
        yield Finding(value.path, f"{key} can't hold {wrong}; use letters, digits and {_OTHERS}")
    elif len(literal) > _LONGEST:
        yield Finding(value.path, f"{key} has {len(literal)} characters; it can have {_LONGEST}")
