"""The one HTML page as text: self-contained, every link inside it leads somewhere."""

import json
import re
from collections import Counter
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise

from variants import template_data

from axonflow_cfn import TemplateConfig
from axonflow_cfn.cost.formula import formula
from axonflow_cfn.cost.prices import load_prices
from axonflow_cfn.docs.guide import guide_files


class Page(HTMLParser):
    """Collects ids, links, references to other files, and the text of scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.headings: list[str] = []
        self.text = text
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {key: value or "" for key, value in attrs}
        self.ids.update([attributes["id"]] if "id" in attributes else [])
        if tag == "a":
            self.links.append(attributes["href"])
        else:
            keys = ("src", "href", "xlink:href", "action", "data")
            self.loads += [attributes[key] for key in keys if key in attributes]
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(tag)


@cache
def page() -> Page:
    return Page(guide_files(TemplateConfig())["index.html"].decode())


def test_nothing_is_loaded_from_anywhere() -> None:
    assert {re.split("[:,;]", load)[0] for load in page().loads if not load.startswith("#")} == {
        "data"
    }
    assert re.findall(r"url\((?!\"?data:|#|\"?#)[^)]*\)", page().text) == []
    assert "@import" not in page().text
    assert "Content-Security-Policy\" content=\"default-src 'none';" in page().text


def test_ids_are_unique_and_links_lead_to_them() -> None:
    assert [name for name, count in page().ids.items() if count > 1] == []
    inside = [link for link in page().links if link.startswith("#")]
    assert len(inside) > 20
    assert [link for link in inside if link[1:] not in page().ids] == []
    assert [link for link in page().links if not link.startswith("#")] == []


def test_headings_skip_no_level() -> None:
    levels = [int(tag[1]) for tag in page().headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_the_calculators_data_are_the_cost_models() -> None:
    found = re.search(r'id="cost-data">(.*?)</script>', page().text, re.DOTALL)
    assert found
    book = load_prices()
    assert json.loads(found[1]) == {
        region: formula(template_data(), book, region=region) for region in book.regions
    }


def test_every_knob_of_the_cost_is_a_field() -> None:
    fields = re.findall(r'<(?:input|select)[^>]* name="(\w+)"', page().text)
    assert fields == [
        "region",
        "PricingTier",
        "PrivateCertificateAuthorityArn",
        "AgentDesiredCount",
        "OrchestratorDesiredCount",
        "DBPassword",
        "DBInstanceClass",
        "DBAllocatedStorage",
    ]
