from axonflow_cfn import LONGEST_STACK_NAME
from axonflow_cfn.naming import name_tag, stack_named


def test_names_start_with_the_stacks() -> None:
    assert stack_named("agent-sg").to_dict() == {"Fn::Sub": "${AWS::StackName}-agent-sg"}


def test_the_name_tag_is_the_name() -> None:
    assert name_tag("db").to_dict() == [
        {"Key": "Name", "Value": {"Fn::Sub": "${AWS::StackName}-db"}}
    ]


def test_the_longest_stack_name_leaves_room_for_the_load_balancer() -> None:
    """32 characters (Elastic Load Balancing API, CreateLoadBalancer)."""
    assert LONGEST_STACK_NAME + len("-alb") == 32
