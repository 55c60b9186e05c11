"""``python -m axonflow_cfn``."""

import sys

from axonflow_cfn.cli import main

sys.exit(main())
