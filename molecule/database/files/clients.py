"""Clients that ask gateways in turn until their time is over, and what they saw, as JSON: how often which status, the ids of the answers,
the longest wait in seconds, and what the first answer of each status but 200 said.

``clients.py URL,URL MODEL CLIENTS SECONDS``; the key is in ``OPENAI_API_KEY``.
"""

from __future__ import annotations

import collections
import itertools
import json
import sys
import time
import typing as t
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "shared" / "files"))

from asking import Answer, answer

PAUSE_S = 0.5


class Seen(t.NamedTuple):
    """What one request came to, and after how many seconds."""

    answer: Answer
    seconds: float


def main() -> None:
    """Ask, count and tell."""
    urls, model, clients, seconds = sys.argv[1].split(","), *sys.argv[2:5]
    end = time.monotonic() + float(seconds)

    def go_on(number: int) -> list[Seen]:
        turns = itertools.islice(itertools.cycle(urls), number, None)
        seen = []
        while time.monotonic() < end:
            began = time.monotonic()
            seen.append(Seen(answer(next(turns), model), time.monotonic() - began))
            time.sleep(PAUSE_S)
        return seen

    with ThreadPoolExecutor(int(clients)) as pool:
        seen = list(itertools.chain(*pool.map(go_on, range(int(clients)))))
    told = {
        "statuses": collections.Counter(str(each.answer.status) for each in seen),
        "ids": [json.loads(each.answer.text)["id"] for each in seen if each.answer.status == 200],
        "longest": max(each.seconds for each in seen),
        "said": {
            str(each.answer.status): each.answer.text[:300] for each in reversed(seen) if each.answer.status != 200
        },
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main()
