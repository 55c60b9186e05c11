"""Physical names, [StackName]-[ResourceType]-[Identifier], and the room they leave the stack."""

from troposphere import Sub, Tags

LONGEST_STACK_NAME = 28
"""Longest stack name for which every name below fits its service's limit.

The load balancer's is the tightest: 32 characters (Elastic Load Balancing API), 4 of them ``-alb``.
"""


def stack_named(identifier: str) -> Sub:
    """Return ``[StackName]-identifier``."""
    return Sub(f"${{AWS::StackName}}-{identifier}")


def name_tag(identifier: str) -> Tags:
    """Return the Name tag of a resource: the page's naming convention, also where unnamed."""
    return Tags(Name=stack_named(identifier))
