"""Asks for one model a number of times, so many at once, and prints how often each status was the answer, as JSON.

``ask.py URL MODEL REQUESTS AT_ONCE [--in-one-minute]``; the key is in ``OPENAI_API_KEY``. With the option it begins while the minute
of the clock has long enough to go, since limits of a minute are.
"""

from __future__ import annotations

import collections
import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "shared" / "files"))

from asking import ask

LONG_ENOUGH_S = 30


def main() -> None:
    """Ask and count."""
    url, model, requests, at_once = sys.argv[1:5]
    while "--in-one-minute" in sys.argv and time.time() % 60 > 60 - LONG_ENOUGH_S:
        time.sleep(1)
    with ThreadPoolExecutor(int(at_once)) as pool:
        statuses = list(pool.map(lambda _number: ask(url, model), range(int(requests))))
    print(json.dumps(collections.Counter(map(str, statuses))))


if __name__ == "__main__":
    main()
