"""The modules that bring a service of a host to the variables of its role: what is alike about them."""

from __future__ import annotations

import types
import typing as t

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.doc_fragments import service
from ansible_collections.llmops.litellm.plugins.module_utils._owned_files import Refusal
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql.client import Unreachable
from ansible_collections.llmops.litellm.plugins.module_utils._systemctl import Failed
from ansible_collections.llmops.litellm.plugins.modules import litellm_postgresql_server, litellm_redis_server

from tests.unit.plugins.modules.conftest import Run

MODULES = [litellm_postgresql_server, litellm_redis_server]
NOT_STARTED = Failed("the service did not start: the port is taken")
REFUSAL = Refusal("no such setting")
IS_REFUSED = "does not take what is declared: no such setting. Nothing was changed."


@pytest.mark.parametrize(
    ("module", "error", "says"),
    [
        *((module, REFUSAL, IS_REFUSED) for module in MODULES),
        *((module, NOT_STARTED, "the port is taken") for module in MODULES),
        (litellm_postgresql_server, Unreachable("nobody there"), "nobody there"),
    ],
)
def test_a_failure_is_one_sentence(
    run_module: Run, monkeypatch: pytest.MonkeyPatch, module: types.ModuleType, error: Exception, says: str
) -> None:
    def fail(_options: object) -> t.NoReturn:
        raise error

    monkeypatch.setattr(module, "look", fail)
    result = run_module(module, state="present")
    assert result["failed"]
    assert result["msg"].endswith(says)


@pytest.mark.parametrize("module", MODULES)
def test_what_is_documented_is_what_it_takes(module: t.Any) -> None:
    def facts(options: dict[str, t.Any], below: str) -> dict[str, t.Any]:
        return {
            name: {key: option[key] for key in ("type", "default", "choices", "elements", "required") if key in option}
            | ({"below": facts(option[below], below)} if below in option else {})
            for name, option in options.items()
        }

    own = yaml.safe_load(module.DOCUMENTATION)["options"]
    shared = yaml.safe_load(service.ModuleDocFragment.DOCUMENTATION)["options"]
    assert set(own) & set(shared) == set()
    assert facts({**own, **shared}, "suboptions") == facts(module.ARGUMENT_SPEC, "options")
