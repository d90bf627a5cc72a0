"""Pages of the report, in the distribution's Chromium."""

from __future__ import annotations

import contextlib
import shutil
import typing as t
from pathlib import Path

from ansible_collections.llmops.litellm.plugins.filter.report_page import FilterModule
from playwright.sync_api import Browser, Page, sync_playwright

from tests.report.hosts import AT, Json


def write(folder: Path, hosts: t.Mapping[str, Json], reference_model: str = "", over_time: Json | None = None) -> Path:
    """The page of *hosts* as a file in *folder*."""
    made = FilterModule().filters()["report_page"](
        list(hosts), hosts, AT, reference_model=reference_model, over_time=over_time
    )
    (folder / "report.html").write_text(made["html"], encoding="utf-8")
    return folder / "report.html"


@contextlib.contextmanager
def chromium() -> t.Iterator[Browser]:
    """A browser without a window."""
    program = shutil.which("chromium")
    assert program, "chromium is missing; scripts/install_chromium.sh installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        try:
            yield browser
        finally:
            browser.close()


@contextlib.contextmanager
def opened(
    browser: Browser, file: Path, width: int = 1280, scheme: t.Literal["light", "dark"] = "light"
) -> t.Iterator[Page]:
    """The page in a window of so many pixels."""
    with browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        page.goto(file.as_uri())
        yield page
