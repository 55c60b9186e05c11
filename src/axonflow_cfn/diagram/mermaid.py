"""An architecture as a Mermaid flowchart, which a README shows without a picture file."""

from collections.abc import Iterable, Iterator

from axonflow_cfn.diagram.architecture import Architecture
from axonflow_cfn.diagram.shapes import Node


def to_mermaid(architecture: Architecture) -> str:
    """Return the flowchart's source, without the Markdown fence around it."""
    return "\n".join(("flowchart LR", *_lines(architecture), ""))


def _lines(architecture: Architecture) -> Iterator[str]:
    yield from _nodes(architecture.clients, "  ")
    yield '  subgraph VPC["VPC"]'
    yield from _nodes(architecture.balancers, "    ")
    for row, subnet in enumerate(architecture.subnets):
        title = _text(f"{subnet}: private subnet in Availability Zone {row + 1}")
        yield f"    subgraph {subnet}[{title}]"
        columns = architecture.columns
        yield from _nodes((nodes[subnet] for nodes in columns if subnet in nodes), "      ")
        yield "    end"
    yield "  end"
    # One node: without arrows among them, several would need more room than the VPC.
    beside = (
        f"{title}: {', '.join(rest)}" for title, *rest in (s.lines for s in architecture.services)
    )
    yield f"  Services[{_text('<br/>'.join(('AWS services beside the VPC', *beside)))}]"
    for edge in architecture.edges:
        line = "-.->" if edge.dashed else "-->"
        yield f"  {edge.source} {line}|{_text(edge.label)}| {edge.target}"


def _nodes(nodes: Iterable[Node], indent: str) -> Iterator[str]:
    for node in nodes:
        yield f"{indent}{node.id}[{_text('<br/>'.join(node.lines))}]"


def _text(text: str) -> str:
    """Mermaid's quoted text, in which a quote is an entity of its own kind."""
    return '"{}"'.format(text.replace('"', "#quot;"))
