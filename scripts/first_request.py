"""Send one chat completion through a gateway; print the answer and the command that repeats it."""

from __future__ import annotations

import argparse
import json
import sys
import urllib.error
import urllib.request
from pathlib import Path

QUESTION = "Are you there?"


def main() -> None:
    """Ask, and print; exit with a sentence when there is no answer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", required=True, help="where the gateway listens")
    parser.add_argument("--model", required=True, help="name of a served model")
    parser.add_argument("--key-file", required=True, type=Path, help="file with the master key, without its sk-")
    arguments = parser.parse_args()
    body = json.dumps({"model": arguments.model, "messages": [{"role": "user", "content": QUESTION}]})
    request = urllib.request.Request(  # noqa: S310 - the gateway's own address, chosen by the caller
        f"{arguments.url}/v1/chat/completions",
        data=body.encode(),
        headers={
            "Content-Type": "application/json",
            "Authorization": f"Bearer sk-{arguments.key_file.read_text(encoding='ascii').strip()}",
        },
    )
    # The gateway is on this machine, where no proxy is on the way to it.
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(request, timeout=60) as response:
            answer = json.load(response)
    except urllib.error.URLError as error:
        sys.exit(f"The gateway at {arguments.url} did not answer: {error}")
    print(f"\n{arguments.model} answers: {answer['choices'][0]['message']['content']}\n\nAsk it again:")
    print(
        f"  curl {arguments.url}/v1/chat/completions -H 'Content-Type: application/json' \\\n"
        f'    -H "Authorization: Bearer sk-$(cat {arguments.key_file})" \\\n'
        f"    -d '{body}'"
    )


if __name__ == "__main__":
    main()
