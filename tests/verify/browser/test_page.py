"""The guide's HTML page in a real browser: Chromium computes, searches, and is used by keyboard."""

import json
from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from axonflow_cfn import TemplateConfig
from axonflow_cfn.cli import main
from axonflow_cfn.docs.guide import guide_files

pytestmark = pytest.mark.verify

CHROMIUM = "/usr/bin/chromium"
"""Debian's; the driver's own browser would have to be downloaded."""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKTOP = ViewportSize(width=1280, height=900)
PHONE = ViewportSize(width=360, height=740)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("guide") / "index.html"
    file.write_bytes(guide_files(TemplateConfig())["index.html"])
    return file.as_uri()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The page, whose console must stay empty and which may ask for no other file."""
    context = browser.new_context(viewport=DESKTOP)
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(address)
    yield opened
    assert complaints == []
    assert [url for url in asked if not url.startswith("data:")] == [address]
    context.close()


ARN = "arn:aws:acm-pca:us-east-1:123456789012:certificate-authority/01234567-89ab-cdef-0123-456789abcdef"
GIVEN = {"PrivateCertificateAuthorityArn": ARN, "DBPassword": "Given.Password_0123456789"}
"""What stands for a ticked box on the command line."""

CASES: Mapping[str, Mapping[str, str]] = {
    "defaults": {},
    "agents": {"AgentDesiredCount": "8"},
    "least": {"AgentDesiredCount": "1", "OrchestratorDesiredCount": "1"},
    "most": {"AgentDesiredCount": "50", "OrchestratorDesiredCount": "50"},
    "class": {"DBInstanceClass": "db.r6g.xlarge", "DBAllocatedStorage": "399"},
    "odd": {"AgentDesiredCount": "7", "OrchestratorDesiredCount": "13", "DBAllocatedStorage": "101"},
    "private-ca": {"PrivateCertificateAuthorityArn": ARN},
    "password": {"DBPassword": GIVEN["DBPassword"], "PricingTier": "Enterprise"},
    "all": {
        **GIVEN,
        "PricingTier": "Pilot",
        "AgentDesiredCount": "3",
        "OrchestratorDesiredCount": "4",
        "DBInstanceClass": "db.m6g.large",
        "DBAllocatedStorage": "250",
    },
}  # fmt: skip


def printed(amount: float | None) -> str:
    """An amount of the command as the page writes it."""
    if amount is None:
        return "no price"
    return f"${Decimal(str(amount)).quantize(Decimal('0.01'), ROUND_HALF_UP):,}"


def choose(page: Page, name: str, value: str) -> None:
    field = page.locator(f"#{name}")
    if name in GIVEN:
        field.check()
    elif field.evaluate("field => field.nodeName") == "SELECT":
        field.select_option(value)
    else:
        field.fill(value)


@pytest.mark.parametrize("region", ["us-east-1", "ap-southeast-1"])
@pytest.mark.parametrize("case", CASES)
def test_the_calculator_equals_the_command(
    page: Page, case: str, region: str, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = [f"--set={name}={value}" for name, value in CASES[case].items()]
    assert main(["cost", "--format", "json", "--region", region, *settings]) == 0
    expected = json.loads(capsys.readouterr().out)
    choose(page, "region", region)
    for name, value in CASES[case].items():
        choose(page, name, value)
    assert page.inner_text("#total-low") == printed(expected["total"])
    assert page.inner_text("#total-high") == printed(expected["totalAtMost"])
    assert page.inner_text("#licence") == printed(expected["licence"]["monthly"])
    assert page.inner_text("#tier") == expected["licence"]["tier"]


def test_a_wrong_number_is_said_and_not_computed(page: Page) -> None:
    page.fill("#AgentDesiredCount", "51")
    assert page.inner_text("#problem") == "Agents, at least: give a whole number from 1 to 50."
    assert page.inner_text("#total-low") == "-"
    page.fill("#AgentDesiredCount", "50")
    assert page.inner_text("#problem") == ""
    assert page.inner_text("#total-low").startswith("$")


def test_the_calculator_by_keyboard_alone(page: Page) -> None:
    before = page.inner_text("#total-low")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "AgentDesiredCount":
            break
    page.keyboard.press("ArrowUp")
    assert page.input_value("#AgentDesiredCount") == "6"
    assert page.inner_text("#total-low") != before
    assert page.inner_text("#command") == (
        "axonflow-cfn cost --region us-east-1 \\\n  --set AgentDesiredCount=6"
    )


def test_the_search_by_keyboard_alone(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("service linked role")
    titles = page.locator("#hits a").all_inner_texts()
    assert titles[0] in {"Prerequisites", "The stack does not come up"}
    assert page.inner_text("#hits p") == f"{len(titles)} found"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == page.get_attribute("#hits a", "href")
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    assert page.inner_text("#hits") == ""


def test_what_is_not_there_is_not_found(page: Page) -> None:
    page.fill("#search", "no such thing anywhere")
    assert page.inner_text("#hits") == "nothing found"


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Browser, address: str, scheme: str, viewport: ViewportSize
) -> None:
    context = browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light",
        viewport=viewport,
    )
    page = context.new_page()
    page.goto(address)
    page.fill("#search", "certificate")
    assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]
    found = Axe().run(page).response["violations"]
    assert [(each["id"], [node["target"] for node in each["nodes"]]) for each in found] == []
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)"
    assert dark == (scheme == "dark")
    context.close()
