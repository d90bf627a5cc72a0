# SPDX-License-Identifier: GPL-3.0-or-later
"""Run before a pod is told to stop: wait until nobody is sent to it any more, and let the gateway close its port at the end.

Kubernetes takes a pod out of its Service and stops it at the same time, and it takes seconds until every node knows.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path


def main(argv: list[str]) -> int:
    """Wait, and say that the port is the gateway's own; returns the exit status."""
    parser = argparse.ArgumentParser(description="Wait until nobody is sent to this pod any more.")
    parser.add_argument("--seconds", required=True, type=float, help="how long that takes")
    parser.add_argument("--port-closes-file", required=True, type=Path, help="file that tells the gateway so")
    arguments = parser.parse_args(argv)
    time.sleep(arguments.seconds)
    arguments.port_closes_file.touch()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
