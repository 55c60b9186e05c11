"""W9002."""

from collections.abc import Iterator

from axonflow_cfn.model import Symbol, TemplateModel
from axonflow_cfn.model.names import NAME_LIMITS, STACK_NAME_BUDGET
from axonflow_cfn.rule import DeployabilityRule, Finding

_STACK = "AWS::StackName"


class StackNameBudget(DeployabilityRule):
    """A name that a stack name of ordinary length makes too long."""

    id = "W9002"
    shortdesc = "Name leaves too little room for the stack name"
    description = (
        "A name built from the stack name outgrows the limit of its service when the stack name is "
        f"long: the create fails and rolls back. This rule asks for room for {STACK_NAME_BUDGET} "
        "characters; set another number with `-x W9002:stack_name_length=N`. Shorten the rest of "
        "the name, or leave it out and let CloudFormation make one that fits."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-properties-name.html"
    )
    tags = ["resources", "names"]
    bad = """
Resources:
  TargetGroup:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      Name: !Sub ${AWS::StackName}-agent-target-group
"""
    good = """
Resources:
  TargetGroup:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      Name: !Sub ${AWS::StackName}-tg
"""

    def __init__(self) -> None:
        """Declare the option."""
        super().__init__()
        self.config_definition = {
            "stack_name_length": {"default": STACK_NAME_BUDGET, "type": "integer"}
        }

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Measure each name with the stack name at the length asked for."""
        budget = int(self.config.get("stack_name_length", STACK_NAME_BUDGET))
        for (kind, key), limit in NAME_LIMITS.items():
            for resource in model.of_type(kind):
                for name in resource.values(key):
                    filled = name.fill({_STACK: "s" * budget})
                    uses = name.parts.count(Symbol(_STACK))
                    if filled is not None and uses and len(filled) > limit:
                        room = max(0, (limit - len(filled)) // uses + budget)
                        yield Finding(
                            name.path,
                            f"{key} {name.shown} leaves {room} characters for the stack name "
                            f"({kind} allows {limit} in all); shorten the rest until {budget} fit",
                        )
