"""Runs ``pyright --verifytypes`` on this package as a user has it: installed, not editable.

pyright finds no py.typed through an editable install, and takes a library without that marker for
untyped. So a folder is laid out with a real install of this package beside links to the libraries
whose annotations are good but unmarked; their own gaps are not ours (``--ignoreexternal``). The
single rules are left out: cfn-lint loads them from their folders, and nobody imports them.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

PACKAGE = "axonflow_cfn"
UNMARKED = ("cfnlint", "troposphere")


def main() -> int:
    """Return pyright's exit status; it is 0 at 100 % only."""
    root = Path(__file__).resolve().parent.parent
    installed = Path(sysconfig.get_path("purelib"))
    with tempfile.TemporaryDirectory() as directory:
        pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
        pip += ["--no-build-isolation", "--no-deps", "--target", directory, str(root)]
        subprocess.run(pip, check=True)
        for rules in Path(directory, PACKAGE, "rules").glob("*/"):
            shutil.rmtree(rules)
        for library in UNMARKED:
            marked = Path(directory, library)
            marked.mkdir()
            for item in (installed / library).iterdir():
                (marked / item.name).symlink_to(item)
            (marked / "py.typed").touch()
        pyright = str(Path(sys.executable).with_name("pyright"))
        return subprocess.run(
            [pyright, "--ignoreexternal", "--verifytypes", PACKAGE],
            check=False,
            cwd=directory,
            env={**os.environ, "PYTHONPATH": f"{directory}{os.pathsep}{installed}"},
        ).returncode


if __name__ == "__main__":
    sys.exit(main())
