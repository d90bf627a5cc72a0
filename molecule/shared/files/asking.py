"""One question to a gateway; the key is in ``OPENAI_API_KEY``."""

from __future__ import annotations

import json
import os
import typing as t
import urllib.error
import urllib.request


class Answer(t.NamedTuple):
    """What a gateway answered: the status, 0 for none, and the text, which is why there is none then."""

    status: int
    text: str


def answer(url: str, model: str, stream: bool = False) -> Answer:
    """What the gateway at *url* answers to a small question."""
    body = {"model": model, "messages": [{"role": "user", "content": "hello"}], "stream": stream}
    request = urllib.request.Request(  # noqa: S310 - the URL is the test's own
        f"{url}/v1/chat/completions",
        json.dumps(body).encode(),
        {"Authorization": f"Bearer {os.environ['OPENAI_API_KEY']}", "Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=120) as told:  # noqa: S310 - likewise
            return Answer(int(told.status), told.read().decode())
    except urllib.error.HTTPError as error:
        return Answer(error.code, error.read().decode(errors="replace"))
    except OSError as error:
        return Answer(0, str(error))


def ask(url: str, model: str, stream: bool = False) -> int:
    """The status of the answer; 0 for none."""
    return answer(url, model, stream).status
