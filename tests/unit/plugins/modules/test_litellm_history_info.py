"""The module that asks a Prometheus, as Ansible runs it."""

from __future__ import annotations

from ansible_collections.llmops.litellm.plugins.modules import litellm_history_info

from tests.unit.plugins.gateway_stub import GatewayStub, answer, served
from tests.unit.plugins.modules.conftest import Run

NOTHING = answer({"status": "success", "data": {"result": []}})


def test_what_it_remembers(run_module: Run) -> None:
    stub = GatewayStub()
    with served(lambda request: stub.asked.append(request) or NOTHING) as url:  # type: ignore[func-returns-value]
        found = run_module(litellm_history_info, url=url, hours=1, use_proxy=False)
    assert (found["changed"], found["step"], len(found["figures"])) == (False, 60, len(stub.asked))


def test_options_that_are_wrong_are_told_at_once(run_module: Run) -> None:
    found = run_module(litellm_history_info, url="prometheus:9090", hours=0, **{"token": "a\nb"})
    assert found["failed"]
    assert [each.partition(":")[0] for each in found["problems"]] == ["url", "token", "hours"]


def test_nobody_is_there(run_module: Run) -> None:
    found = run_module(litellm_history_info, url="http://127.0.0.1:1", use_proxy=False)
    assert found["failed"]
    assert found["error"]["kind"] == "unavailable"
