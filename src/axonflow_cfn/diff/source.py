"""Reads the two templates: from files, from git revisions of the artifact, or built now."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cfn_tools import load_yaml

from axonflow_cfn.builder import build_template
from axonflow_cfn.config import load_config
from axonflow_cfn.errors import FileError
from axonflow_cfn.package import YAML_NAME
from axonflow_cfn.render import render_template

ARTIFACT = f"templates/{YAML_NAME}"
"""The artifact's path in the repository, as git spells it."""


def read_template(place: str) -> Mapping[str, Any]:
    """Return the template at a place, as plain data with intrinsic functions in long form.

    Args:
        place: a file in YAML or JSON, or a git revision whose artifact is meant.

    Raises:
        FileError: there is no such file or revision, or it holds no template.
    """
    path = Path(place)
    if path.is_dir():
        raise FileError(f"{place}: is a directory; name a template file or a git revision")
    if not path.exists():
        return parse_template(_at_revision(place), f"{place}:{ARTIFACT}")
    try:
        return parse_template(path.read_text(encoding="utf-8"), place)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not a text file"
        raise FileError(f"{place}: cannot read the template: {reason}") from None


def built_template(config: Path | None) -> Mapping[str, Any]:
    """Return what config and code build now, as it would be published.

    Args:
        config: the config file; None means axonflow.toml if there is one.
    """
    text = render_template(build_template(load_config(config)))
    return parse_template(text, "the built template")


def parse_template(text: str, name: str) -> Mapping[str, Any]:
    """Return the template in a text.

    Raises:
        FileError: the text is no YAML or JSON mapping with Resources.
    """
    try:
        is_json = text.lstrip().startswith("{")
        template = json.loads(text) if is_json else load_yaml(text)  # type: ignore[no-untyped-call] # no types there
    except Exception as error:  # noqa: BLE001 cfn-flip lets every parser's own error through
        reason = " ".join(str(error).split())
        raise FileError(f"{name}: is neither YAML nor JSON: {reason}") from None
    if not isinstance(template, Mapping) or not isinstance(template.get("Resources"), Mapping):
        raise FileError(f"{name}: is not a CloudFormation template: it has no Resources")
    return template


def _at_revision(revision: str) -> str:
    shown = subprocess.run(  # noqa: S603 the revision is an argument, never a shell's text
        ["git", "show", "--end-of-options", f"{revision}:./{ARTIFACT}"],  # noqa: S607 the user's git
        capture_output=True,
        check=False,
    )
    if shown.returncode:
        raise FileError(
            f"{revision}: is neither a file nor a git revision that holds {ARTIFACT} here"
        )
    return shown.stdout.decode()
