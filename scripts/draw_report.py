"""Write the pictures of the report that its page shows: in the light, and in the dark."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.report.browser import chromium, opened, write
from tests.report.hosts import INVENTORIES, over_time

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
WIDTH = 1100


def main() -> None:
    """Draw them."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        file = write(Path(folder), INVENTORIES["several"], "gpt", over_time("chat", "reasoner", "search"))
        with opened(browser, file, WIDTH) as page:
            page.screenshot(path=PICTURES / "report.png", full_page=True)
        with opened(browser, file, WIDTH, "dark") as page:
            page.locator("#history").screenshot(path=PICTURES / "report-dark.png")


if __name__ == "__main__":
    main()
