"""``python -m axonflow_cfn``."""

from axonflow_cfn.cli import run

run()
