"""Asks gateways until a file is there, and prints how often each status was the answer, as JSON.

``clients.py FILE MODEL[,MODEL…] URL…``; the key is in ``OPENAI_API_KEY``. Every fourth request is for a stream.
"""

from __future__ import annotations

import collections
import itertools
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "shared" / "files"))

from asking import ask


def main() -> None:
    """Ask and count."""
    stop, models, *urls = sys.argv[1:]
    seen: collections.Counter[str] = collections.Counter()
    for number, (url, model) in enumerate(itertools.cycle(itertools.product(urls, models.split(",")))):
        if Path(stop).exists():
            break
        seen[str(ask(url, model, number % 4 == 3))] += 1
        time.sleep(0.1)
    print(json.dumps(dict(seen)))


main()
