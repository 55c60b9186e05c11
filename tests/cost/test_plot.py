import re
import sys
from xml.etree import ElementTree as ET

import pytest
from cost.sample import sample

from axonflow_cfn.cost.plot import comparison_svg
from axonflow_cfn.errors import PriceError

COMPARED = [sample(), sample(architecture="arm"), sample(database=None, region="eu-west-1")]


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg.encode())  # noqa: S314 it was made here


def texts(svg: str) -> list[str]:
    root = parsed(svg)
    return [node.text for node in root.iter("{http://www.w3.org/2000/svg}text") if node.text]


def test_every_bar_says_what_it_is() -> None:
    shown = texts(comparison_svg(COMPARED))
    for label in (
        "us-east-1, x86, idle $122.28",
        "us-east-1, x86, at most $130.28",
        "us-east-1, arm, idle $122.28",
        "us-east-1, arm, at most $130.28",
        "Network",
        "Database",
        "The stack a month in USD, by region and Fargate",
        "Without a total, as a price is missing: eu-west-1",
    ):
        assert label in shown, label
    assert not [text for text in shown if text.startswith("eu-west-1")]
    assert "Without a total" not in comparison_svg(COMPARED[:2])


def test_bars_are_as_long_as_the_amounts() -> None:
    svg = comparison_svg([sample()])
    bar = r'<path d="M ([\d.]+) [\d.]+ \nL ([\d.]+) [^"]*" clip-path="[^"]*" style="fill: (#\w+)"'
    bars = re.findall(bar, svg)
    lengths = [float(right) - float(left) for left, right, _ in bars]
    # Database and network, idle and at most: 105.85, 105.85, 16.425, 24.425.
    assert [color for *_, color in bars] == ["#2a6f97"] * 2 + ["#e09f3e"] * 2
    assert [length / lengths[0] for length in lengths] == pytest.approx(
        [1, 1, 16.425 / 105.85, 24.425 / 105.85], rel=1e-3
    )
    # The second group starts where the first ends.
    assert bars[2][0] == bars[0][1]


def test_the_same_picture_every_time_and_nothing_from_elsewhere() -> None:
    svg = comparison_svg(COMPARED)
    assert comparison_svg(COMPARED) == svg
    assert not re.search(r"<script|20[0-9]{2}-[0-9]{2}-[0-9]{2}", svg)
    links = set(re.findall(r"https?://([^/]+)", svg))
    assert links == {"www.w3.org"}


def test_nothing_to_plot() -> None:
    with pytest.raises(PriceError) as caught:
        comparison_svg(COMPARED[2:])
    assert str(caught.value) == "no region has every price, so that there is nothing to plot"


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    with pytest.raises(PriceError) as caught:
        comparison_svg(COMPARED)
    assert str(caught.value) == (
        "--plot needs matplotlib; install it with: pip install 'axonflow-cfn[plot]'"
    )
