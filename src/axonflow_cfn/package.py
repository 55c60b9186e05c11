"""The published artifact: built, verified, and only then written."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from axonflow_cfn.builder import build_template
from axonflow_cfn.config import TemplateConfig
from axonflow_cfn.files import write_whole
from axonflow_cfn.render import render_template

YAML_NAME = "axonflow-marketplace.yaml"
JSON_NAME = "axonflow-marketplace.json"
MANIFEST_NAME = "SHA256SUMS"


@dataclass(frozen=True)
class Package:
    """The three files of a release, by name, in the order they are written.

    Attributes:
        files: contents by file name; the manifest, in sha256sum's format, comes last.
    """

    files: dict[str, bytes]


def build_package(config: TemplateConfig) -> Package:
    """Build the template once and render both forms and their manifest.

    Raises:
        AssemblyError: the layers do not fit together.
        RenderError: a form is larger than CloudFormation takes.
    """
    template = build_template(config)
    forms = {
        YAML_NAME: render_template(template, "yaml").encode(),
        JSON_NAME: render_template(template, "json").encode(),
    }
    manifest = "".join(
        f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in forms.items()
    )
    return Package({**forms, MANIFEST_NAME: manifest.encode()})


def write_package(package: Package, directory: Path) -> None:
    """Write all files of the package, or none.

    Raises:
        FileError: a file cannot be written; the old files are as they were.
    """
    write_whole({directory / name: content for name, content in package.files.items()})
