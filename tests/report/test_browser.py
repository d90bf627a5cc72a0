"""The report in a real browser: what it loads, how it looks in every light, and whether everybody can read it."""

from __future__ import annotations

import typing as t
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.report.browser import chromium, opened, write
from tests.report.hosts import HOSTILE, INVENTORIES, hostile, over_time

ALL = {**INVENTORIES, "hostile": hostile()}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
WHITE = "rgb(255, 255, 255)"
GROUND = "getComputedStyle(document.body).backgroundColor"


@pytest.fixture(scope="session")
def browser() -> t.Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(params=ALL)
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The page of each kind of inventory."""
    hosts = ALL[request.param]
    known = any("models" in each.get("__litellm_gateway", {}) for each in hosts.values())
    told = (
        over_time(HOSTILE) if request.param == "hostile" else over_time("chat", "reasoner", "search") if known else None
    )
    return write(tmp_path, hosts, {"hostile": "", "recorded": "dear"}.get(request.param, "gpt") if known else "", told)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_it(browser: Browser, file: Path, scheme: t.Literal["light", "dark"]) -> None:
    with opened(browser, file, scheme=scheme) as page:
        found = Axe().run(page, options=RULES)
        assert found.violations_count == 0, found.generate_report()
        assert (page.evaluate(GROUND) == WHITE) == (scheme == "light")


def test_nothing_is_asked_of_anybody_and_nothing_is_complained_about(browser: Browser, file: Path) -> None:
    asked: list[str] = []
    said: list[str] = []
    with browser.new_context() as context:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(file.as_uri(), wait_until="networkidle")
        assert page.title() == "LiteLLM gateways"
    assert (asked, said) == ([file.as_uri()], [])


@pytest.mark.parametrize("width", [320, 1280])
def test_only_tables_are_wider_than_the_window(browser: Browser, file: Path, width: int) -> None:
    with opened(browser, file, width) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_paper_is_light_and_has_all_of_it(browser: Browser, file: Path) -> None:
    with opened(browser, file, scheme="dark") as page:
        page.emulate_media(media="print")
        assert page.evaluate(GROUND) == WHITE
        assert page.locator("nav").is_hidden()
        for section in page.locator("section").all():
            assert section.is_visible()
        assert page.pdf(format="A4").startswith(b"%PDF")


def test_it_is_read_without_a_mouse(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, write(tmp_path, ALL["several"])) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Gateways"
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid", "who has the focus is seen"
        links = page.locator("nav a").count()
        for _each in range(links - 1):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.url.endswith("#comparison")
        # Behind the links are the tables, which scroll by keys.
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "frame"


def test_names_that_are_hostile_are_shown_as_they_are(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, write(tmp_path, ALL["hostile"], "", over_time(HOSTILE))) as page:
        assert page.evaluate("document.scripts.length") == 0
        assert "<script>alert(1)</script>" in page.locator("#models").inner_text()
