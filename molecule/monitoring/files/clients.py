"""Asks gateways until a file is there, and prints how often each status was the answer, as JSON.

``clients.py FILE MODEL[,MODEL…] URL…``; the key is in ``OPENAI_API_KEY``. Every fourth request is for a stream.
"""

from __future__ import annotations

import collections
import itertools
import json
import os
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path


def ask(url: str, model: str, stream: bool) -> int:
    """The status of one answer; 0 for none."""
    body = {"model": model, "messages": [{"role": "user", "content": "hello"}], "stream": stream}
    request = urllib.request.Request(  # noqa: S310 - the URL is the test's own
        f"{url}/v1/chat/completions",
        json.dumps(body).encode(),
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
    stop, models, *urls = sys.argv[1:]
    seen: collections.Counter[str] = collections.Counter()
    for number, (url, model) in enumerate(itertools.cycle(itertools.product(urls, models.split(",")))):
        if Path(stop).exists():
            break
        seen[str(ask(url, model, number % 4 == 3))] += 1
        time.sleep(0.1)
    print(json.dumps(dict(seen)))


main()
