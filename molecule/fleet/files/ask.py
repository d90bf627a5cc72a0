"""Asks for one model a number of times, so many at once, and prints how often each status was the answer, as JSON.

``ask.py URL MODEL REQUESTS AT_ONCE [--in-one-minute]``; the key is in ``OPENAI_API_KEY``. With the option it begins while the minute
of the clock has long enough to go, since limits of a minute are.
"""

from __future__ import annotations

import collections
import json
import os
import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

LONG_ENOUGH_S = 30


def ask(url: str, model: str) -> int:
    """The status of one answer; 0 for none."""
    request = urllib.request.Request(  # noqa: S310 - the URL is the test's own
        f"{url}/v1/chat/completions",
        json.dumps({"model": model, "messages": [{"role": "user", "content": "hello"}]}).encode(),
        {"Authorization": f"Bearer {os.environ['OPENAI_API_KEY']}", "Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=120) as answer:  # noqa: S310 - likewise
            answer.read()
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


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
