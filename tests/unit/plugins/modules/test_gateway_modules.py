"""The modules that ask a gateway, as Ansible runs them: options in, one result or one failure out."""

from __future__ import annotations

import functools
import json
import types
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.modules import litellm_gateway_info, litellm_probe

from tests.unit.plugins.gateway_stub import KEY, GatewayStub, answer, error, served
from tests.unit.plugins.modules.conftest import Run

MODULES = (litellm_gateway_info, litellm_probe)


@pytest.fixture
def run(run_module: Run) -> Run:
    """Run a module and return its result."""
    return functools.partial(run_module, master_key=KEY, use_proxy=False)


def test_what_a_gateway_serves(run: Run) -> None:
    with served(GatewayStub()) as url:
        found = run(litellm_gateway_info, url=url, capabilities=["function_calling"])
    assert (found["changed"], found["ready"], found["version"], found["asks_for_key"]) == (False, True, "1.106.2", True)
    assert found["names"] == ["deepseek-chat", "text-embedding-3-small"]
    assert [model["id"] for model in found["models"]] == ["chat"]
    assert "canary" not in json.dumps({**found, "invocation": {}})


def test_what_a_gateway_has_counted_and_since_when(run: Run, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("ready 1")
    text = b'litellm_deployment_cooled_down_total{model_id="chat"} 2\n'
    with served(GatewayStub({"/metrics/": answer(text)})) as url:
        found = run(litellm_gateway_info, url=url, usage=True, slot_folder=str(tmp_path))
        assert "usage" not in run(litellm_gateway_info, url=url)
    assert found["usage"]["cooldowns"] == {"chat": 2}
    assert found["since"].endswith("+00:00")


def test_whether_it_is_ready_needs_no_key(run: Run) -> None:
    stub = GatewayStub()
    with served(stub) as url:
        found = run(litellm_gateway_info, url=url, only_ready=True, master_key="")
    assert (found["ready"], found.get("names")) == (True, None)
    assert len(stub.asked) == 1


def test_a_misspelt_capability(run: Run) -> None:
    with served(GatewayStub()) as url:
        found = run(litellm_gateway_info, url=url, capabilities=["visoin"])
    assert found["failed"]
    assert found["msg"] == "capabilities: 'visoin' is no capability that LiteLLM knows; did you mean 'vision'?"


def test_a_probe(run: Run) -> None:
    stub = GatewayStub({"/v1/embeddings": error(503, "overloaded")})
    with served(stub) as url:
        found = run(litellm_probe, url=url)
    assert not found["changed"]
    assert [(each["alias"], each["answered"]) for each in found["probes"]] == [
        ("deepseek-chat", True),
        ("text-embedding-3-small", False),
    ]
    assert found["probes"][1]["error"]["kind"] == "unavailable"
    assert len(stub.bodies()) == 2


def test_check_mode_asks_nothing(run: Run) -> None:
    stub = GatewayStub()
    with served(stub) as url:
        found = run(litellm_probe, url=url, _ansible_check_mode=True)
    assert (found["skipped"], found["probes"], stub.asked) == (True, [], [])


@pytest.mark.parametrize("module", MODULES)
def test_a_key_that_the_gateway_does_not_know(run: Run, module: types.ModuleType) -> None:
    with served(GatewayStub()) as url:
        found = run(module, url=url, master_key="sk-canary-wrong-2Hd7")
    assert found["failed"]
    assert found["error"]["kind"] == "authentication"
    assert found["msg"].startswith(f"{url}: ")
    assert "canary" not in json.dumps(found)


@pytest.mark.parametrize("module", MODULES)
def test_every_wrong_option_at_once(run: Run, module: types.ModuleType) -> None:
    found = run(module, url="gateway:4000", timeout=0, **({"max_tokens": 0} if module is litellm_probe else {}))
    assert found["failed"]
    assert found["msg"] == " ".join(found["problems"])
    assert len(found["problems"]) == (3 if module is litellm_probe else 2)
