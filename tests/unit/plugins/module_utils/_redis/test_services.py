"""What a service of Redis said last, and in which order the services stop."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils import _redis_places as places
from ansible_collections.llmops.litellm.plugins.module_utils import _systemctl
from ansible_collections.llmops.litellm.plugins.module_utils._redis import services

JOURNAL = """\
12:M 28 Nov 2026 18:00:00.000 # WARNING Memory overcommit must be enabled!
12:M 28 Nov 2026 18:00:00.000 # Failed listening on port 6379
litellm-redis.service: Failed with result 'exit-code'.
"""


@pytest.mark.parametrize(("log", "says"), [(JOURNAL, "Failed listening on port 6379"), ("nothing of Redis\n", "")])
def test_a_service_that_does_not_start_says_why(log: str, says: str) -> None:
    assert services.reason(log) == says


def test_sentinel_stops_first(monkeypatch: pytest.MonkeyPatch) -> None:
    stopped: list[str] = []
    monkeypatch.setattr(_systemctl, "stop", stopped.append)
    services.stop_all()
    assert stopped == [places.SENTINEL_SERVICE, places.SERVICE]
