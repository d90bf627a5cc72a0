"""Asks a Prometheus what the dashboard asks, and prints what finds nothing, as JSON: panel to queries.

``panels.py URL``, in the folder of the project.
"""

from __future__ import annotations

import json
import sys
import urllib.parse
import urllib.request
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path.cwd()))


from tests.dashboard.queries import queries


def main() -> None:
    """Ask and tell."""
    empty: dict[str, list[str]] = defaultdict(list)
    for panel, expr in queries():
        words = urllib.parse.urlencode({"query": expr})
        with urllib.request.urlopen(f"{sys.argv[1]}/api/v1/query?{words}", timeout=60) as answer:  # noqa: S310
            if not json.load(answer)["data"]["result"]:
                empty[panel].append(expr)
    print(json.dumps(empty))


main()
