"""The guide as one HTML page that needs nothing else: styles, script, picture and data inside."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from axonflow_cfn.cost.formula import formula
from axonflow_cfn.cost.prices import load_prices
from axonflow_cfn.docs.facts import Facts
from axonflow_cfn.docs.pages import PAGES, environment


@dataclass(frozen=True)
class Field:
    """One knob of the calculator: a parameter that the cost depends on.

    Attributes:
        name: the parameter.
        label: what the console calls it.
        declared: the parameter as the template declares it.
    """

    name: str
    label: str
    declared: Mapping[str, Any]


def write_site(facts: Facts, pages: Mapping[str, str], svg: str) -> str:
    """Return the HTML page.

    Args:
        facts: what the page's title and calculator are made from.
        pages: the guide's pages in Markdown, by name.
        svg: the architecture's picture.
    """
    book = load_prices()
    regions = {region: formula(facts.template, book, region=region) for region in book.regions}
    template = environment().get_template("index.html.jinja")
    return template.render(
        version=facts.config.version,
        pages=PAGES,
        sections={name: Markup(_html(name, pages[name])) for name in PAGES},  # noqa: S704 our own
        svg=Markup(svg),  # noqa: S704 our own
        style=_asset("style.css"),
        script=_asset("page.js"),
        regions=regions,
        fields=list(_fields(facts, regions)),
    )


def _asset(name: str) -> Markup:
    file = files("axonflow_cfn.docs") / "templates" / name
    return Markup(file.read_text(encoding="utf-8"))  # noqa: S704 our own


def _fields(facts: Facts, regions: Mapping[str, Mapping[str, Any]]) -> Iterator[Field]:
    """The parameters that a formula mentions, in the console's order."""
    used = set()
    for region in regions.values():
        used.add(region["licences"]["parameter"])
        for item in region["items"]:
            used |= {*item["low"]["per"], *item["high"]["per"]}
            used |= {item["when"]["parameter"]} if item["when"] else set()
    for group in facts.groups.values():
        for parameter in group:
            if parameter.name in used:
                yield Field(parameter.name, parameter.label, parameter.declared)


def _html(page: str, text: str) -> str:
    """A Markdown page as HTML: headings one level down, each with an id; links within the page."""
    markdown = MarkdownIt("commonmark").enable("table")
    tokens = markdown.parse(text)
    _number_headings(page, tokens)
    for token in tokens:
        for child in token.children or ():
            if child.type == "link_open":
                child.attrSet("href", _link(page, str(child.attrGet("href"))))
    # What is wide scrolls by itself, also by keyboard; the page never does.
    html: str = markdown.renderer.render(tokens, markdown.options, {})
    html = html.replace("<pre>", '<pre tabindex="0">')
    html = html.replace("<table>", '<div class="table" tabindex="0"><table>')
    return html.replace("</table>", "</table></div>")


def _number_headings(page: str, tokens: Sequence[Token]) -> None:
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{int(token.tag[1]) + 1}"
    for token, content in pairwise(tokens):
        if token.type == "heading_open":
            whole_page = token.tag == "h2"
            token.attrSet("id", page if whole_page else f"{page}-{_slug(content.content)}")


def _slug(title: str) -> str:
    """A heading's anchor as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def _link(page: str, target: str) -> str:
    """A link between Markdown files as one inside the page."""
    file, _, anchor = target.partition("#")
    name = file.removesuffix(".md") or page
    if name == "index.html":
        return "#calculator"
    if name not in PAGES:
        return target
    return f"#{name}-{anchor}" if anchor else f"#{name}"
