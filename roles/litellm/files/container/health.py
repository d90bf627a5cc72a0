# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The health check of a container, for images that have Python and nothing else: ends with 0 when the slot serves.

The state file says whether the slot has proved itself. Where the container shares the host's network, the gateway is
also asked; in a network of its own it has no address to ask at, since the port is the host's.
"""

from __future__ import annotations

import argparse
import sys
import urllib.error
import urllib.request
from pathlib import Path


def unhealthy(state_file: Path, url: str, seconds: float) -> str:
    """Why the slot does not serve; an empty string when it does."""
    try:
        state = state_file.read_text(encoding="utf-8").strip()
    except OSError:
        return "not ready yet, or stopping"
    if not state.startswith("ready"):
        return state
    if url:
        # A proxy is for requests that leave the host.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(url, timeout=seconds):
                return ""
        except (OSError, urllib.error.URLError) as error:
            return f"{url}: {error}"
    return ""


def main(argv: list[str]) -> str | int:
    """Check; returns what the process ends with."""
    parser = argparse.ArgumentParser(description="Check whether a slot serves.")
    parser.add_argument("--state-file", required=True, type=Path, help="what the slot writes once it has proved itself")
    parser.add_argument("--url", default="", help="what to ask, where the container can reach it")
    parser.add_argument("--seconds", type=float, default=10, help="how long an answer may take")
    arguments = parser.parse_args(argv)
    return unhealthy(arguments.state_file, arguments.url, arguments.seconds) or 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
