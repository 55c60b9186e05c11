"""The axonflow-cfn command."""


def main() -> int:
    """Run the command."""
    return 0
