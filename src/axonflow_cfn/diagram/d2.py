"""An architecture in D2's language: every card at its place, every arrow left to D2 to route."""

import json
from collections.abc import Iterator, Sequence

from axonflow_cfn.diagram.architecture import Architecture
from axonflow_cfn.diagram.shapes import Edge, Node

# Sizes in D2's pixels. PAD is what its layout engine TALA keeps free inside a frame.
WIDTH, HEIGHT, PAD = 170, 128, 60
_BESIDE = 64
"""Room between cards for an arrow and its port."""
_BETWEEN_ZONES = 44
_FRAME = HEIGHT + 2 * PAD

_CLASSES = """classes: {
  card: {
    shape: rectangle; width: WIDTH; height: HEIGHT
    label.near: bottom-center; icon.near: top-center
    style: {
      font-size: 16; font-color: "#16191f"; bold: false
      fill: "#ffffff"; stroke: "#d5dbdb"; stroke-width: 1; border-radius: 6
    }
  }
  vpc: {
    label.near: top-left
    style: {font-size: 20; font-color: "#16191f"; fill: "#ffffff"; stroke: "#8c4fff"}
  }
  subnet: {
    style: {
      font-size: 18; font-color: "#16191f"
      fill: "#f4faf0"; stroke: "#7aa116"; stroke-dash: 3; border-radius: 4
    }
  }
  heading: {shape: text; style: {font-size: 20; bold: false; font-color: "#16191f"}}
  connects: {style: {font-size: 18; italic: false; font-color: "#16191f"; stroke: "#232f3e"}}
  copies: {
    style: {
      font-size: 16; italic: false; font-color: "#16191f"; stroke: "#232f3e"; stroke-dash: 4
    }
  }
}"""


def to_d2(architecture: Architecture) -> str:
    """Return the picture's D2 source; icons are paths relative to the icons folder."""
    classes = _CLASSES.replace("WIDTH", str(WIDTH)).replace("HEIGHT", str(HEIGHT))
    return "\n".join((classes, *_shapes(architecture), *_arrows(architecture), ""))


def _shapes(architecture: Architecture) -> Iterator[str]:
    """Frames inside frames, each at a place relative to the inside of the one around it."""
    rows = len(architecture.subnets)
    inside = max(rows * (_FRAME + _BETWEEN_ZONES) - _BETWEEN_ZONES, HEIGHT)
    for node, top in _spread(architecture.clients, PAD + inside / 2):
        yield _card(node, 0, top)
    yield f"vpc: VPC {{class: vpc; left: {WIDTH + _BESIDE}; top: 0"
    for node, top in _spread(architecture.balancers, inside / 2):
        yield _card(node, 0, top)
    for row, subnet in enumerate(architecture.subnets):
        label = _text(f"{subnet}: private subnet in Availability Zone {row + 1}")
        left, top = WIDTH + _BESIDE, row * (_FRAME + _BETWEEN_ZONES)
        # Arrows to the first row's database cross the frames' edges between the rows.
        corner = "bottom-left" if row else "top-left"
        yield f"{subnet}: {label} {{class: subnet; label.near: {corner}; left: {left}; top: {top}"
        for column, nodes in enumerate(architecture.columns):
            if subnet in nodes:
                yield _card(nodes[subnet], column * (WIDTH + _BESIDE), 0)
        yield "}"
    yield "}"
    width = (2 + len(architecture.columns)) * (WIDTH + _BESIDE) + 3 * PAD
    yield from _below(architecture.services, width, top=inside + 2 * PAD + 24)


def _below(services: Sequence[Node], width: int, top: int) -> Iterator[str]:
    """The row of services under the VPC, spread over its width."""
    heading = "AWS services beside the VPC; tasks reach them through a NAT gateway or VPC endpoints"
    yield f"heading: {_text(heading)} {{class: heading; left: 0; top: {top}}}"
    step = max((width - WIDTH) / max(len(services) - 1, 1), WIDTH + 20)
    for column, node in enumerate(services):
        yield _card(node, column * step, top + 44)


def _spread(nodes: Sequence[Node], middle: float) -> Iterator[tuple[Node, float]]:
    """Each node with its top, in a column around a middle line."""
    step = HEIGHT + 40
    first = middle - HEIGHT / 2 - step * (len(nodes) - 1) / 2
    for number, node in enumerate(nodes):
        yield node, first + number * step


def _card(node: Node, left: float, top: float) -> str:
    label = _text("\n".join(node.lines))
    place = f"left: {round(left)}; top: {round(top)}"
    return f"{node.id}: {label} {{class: card; icon: {node.icon}.svg; {place}}}"


def _arrows(architecture: Architecture) -> Iterator[str]:
    frames = {node.id: "" for node in architecture.clients}
    frames |= {node.id: "vpc." for node in architecture.balancers}
    for nodes in architecture.columns:
        frames |= {node.id: f"vpc.{subnet}." for subnet, node in nodes.items()}
    for edge in architecture.edges:
        yield _arrow(edge, frames)


def _arrow(edge: Edge, frames: dict[str, str]) -> str:
    source, target = (f"{frames[node]}{node}" for node in (edge.source, edge.target))
    kind = "copies" if edge.dashed else "connects"
    return f"{source} -> {target}: {_text(edge.label)} {{class: {kind}}}"


def _text(text: str) -> str:
    """A string of D2's language, which would take ``${`` as the start of a variable."""
    return json.dumps(text, ensure_ascii=False).replace("${", "\\${")
