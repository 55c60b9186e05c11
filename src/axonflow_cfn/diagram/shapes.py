"""What a picture is made of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Node:
    """One thing in the picture.

    Attributes:
        id: unique in the picture; letters, digits and ``_``.
        lines: its label, the title first.
        icon: file name in ``icons/`` without its suffix.
    """

    id: str
    lines: tuple[str, ...]
    icon: str


@dataclass(frozen=True)
class Edge:
    """An arrow: who opens connections to whom, or (dashed) where data is copied.

    Attributes:
        source: a node's id.
        target: a node's id.
        label: the ports, or what is copied.
        dashed: whether data is copied.
    """

    source: str
    target: str
    label: str
    dashed: bool = False
