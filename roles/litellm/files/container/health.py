# SPDX-License-Identifier: GPL-3.0-or-later
"""The health check of a container, for images that have Python and nothing else: it exits with 0 when the slot serves.

The state file says whether the slot has proved itself. If the container shares the host's network, the check also asks the
gateway; a container with a network of its own cannot reach the port, which is the host's.
"""

from __future__ import annotations

import argparse
import sys
import urllib.error
import urllib.request
from pathlib import Path


def unhealthy(state_file: Path, url: str, seconds: float) -> str:
    """Say why the slot does not serve; empty when it does.

    :param url: is asked once the state file says ``ready``; empty to ask nothing.
    :param seconds: how long an answer may take.
    """
    try:
        state = state_file.read_text(encoding="utf-8").strip()
    except OSError:
        return "not ready yet, or stopping"
    if not state.startswith("ready"):
        return state
    if url:
        # This request never leaves the host, so no proxy of the environment is used.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(url, timeout=seconds):
                return ""
        except (OSError, urllib.error.URLError) as error:
            return f"{url}: {error}"
    return ""


def main(argv: list[str]) -> str | int:
    """Check the slot; returns the exit status 0, or the text to print before the process ends with 1."""
    parser = argparse.ArgumentParser(description="Check whether a slot serves.")
    parser.add_argument(
        "--state-file", required=True, type=Path, help="file that the slot writes once it has proved itself"
    )
    parser.add_argument("--url", default="", help="address to ask, if the container can reach it")
    parser.add_argument("--seconds", type=float, default=10, help="seconds that an answer may take")
    arguments = parser.parse_args(argv)
    return unhealthy(arguments.state_file, arguments.url, arguments.seconds) or 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
