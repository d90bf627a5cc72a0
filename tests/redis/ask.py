"""Ask several Redises as the gateway does, in LiteLLM's environment.

Reads from standard input ``{"name": {arguments of LiteLLM's RedisCache}, …}`` and writes ``{"name": [state, sentence], …}``.
"""

from __future__ import annotations

import json
import sys
import typing as t
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "roles" / "litellm" / "files" / "gateway"))

from litellm.caching.redis_cache import RedisCache
from litellm.caching.redis_cluster_cache import RedisClusterCache
from redis_access import Redis


def answer(arguments: dict[str, t.Any]) -> list[str]:
    """What the Redis answers that LiteLLM makes of *arguments*."""
    kind = RedisClusterCache if "startup_nodes" in arguments else RedisCache
    return list(Redis("its place", kind(**arguments)).ask())


if __name__ == "__main__":
    asked: dict[str, dict[str, t.Any]] = json.load(sys.stdin)
    # LiteLLM itself waits for those that hang.
    with ThreadPoolExecutor(len(asked)) as threads:
        answers = threads.map(answer, asked.values())
        print(json.dumps(dict(zip(asked, answers, strict=True))))
