"""``python -m tests.upstream --host 127.0.0.1 --port 9000``"""

from __future__ import annotations

import argparse

from .app import Upstream
from .server import server_for


def main() -> None:
    parser = argparse.ArgumentParser("python -m tests.upstream", description="A recording OpenAI-compatible upstream.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=9000)
    options = parser.parse_args()
    server_for(Upstream(), options.host, options.port).run()


if __name__ == "__main__":
    main()
