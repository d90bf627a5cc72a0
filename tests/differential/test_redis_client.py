"""The keys that the checker hands on to the Redis client are those that the client of the real LiteLLM takes."""

from __future__ import annotations

import json
import os
import subprocess

from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.cache import CLIENT

ASK = """
import inspect, json, redis
print(json.dumps(list(inspect.signature(redis.Redis.__init__).parameters)))
"""


def test_the_client_takes_what_is_let_through() -> None:
    interpreter = os.environ.get("LITELLM_PYTHON")
    assert interpreter, "LITELLM_PYTHON is not set: the path of a Python with litellm[proxy]"
    asked = subprocess.run([interpreter, "-c", ASK], check=True, capture_output=True, text=True)  # noqa: S603 - whoever runs the tests names the interpreter
    assert set(json.loads(asked.stdout)) - {"self", "connection_pool", "retry"} == CLIENT
