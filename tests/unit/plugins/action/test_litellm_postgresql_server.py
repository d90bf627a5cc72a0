"""The variables of PostgreSQL are checked before a host is asked, and the host is asked once."""

from __future__ import annotations

import types
import typing as t

import pytest
from ansible.plugins.action import ActionBase
from ansible_collections.llmops.litellm.plugins.action import litellm_postgresql_server

from tests.unit.plugins.plugin_utils._postgresql.test_declared import DEFAULTS

Result = dict[str, t.Any]
Call = tuple[str, Result]
PLACES: Result = {
    "inventory_hostname": "database",
    "hostvars": {
        "a": {"ansible_host": "192.0.2.11", "litellm_workers": "2"},
        "b": {"litellm_workers": 0, "ansible_facts": {"processor_vcpus": 2}},
        "c": {},
    },
}
Run = t.Callable[..., tuple[Result, list[Call]]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the action; the host answers that nothing differs, with a difference to show."""

    def run_action(*, diff: bool = False, **args: object) -> tuple[Result, list[Call]]:
        calls: list[Call] = []

        def execute(module_name: str, module_args: Result, task_vars: Result) -> Result:
            calls.append((module_name, module_args))
            return {"changed": False, "diff": []}

        monkeypatch.setattr(ActionBase, "run", lambda *_arguments, **_named: {})
        action = object.__new__(litellm_postgresql_server.ActionModule)
        action._task = types.SimpleNamespace(args=args, diff=diff)
        action._play_context = types.SimpleNamespace(diff=False)
        action._execute_module = execute
        return action.run(task_vars=PLACES), calls

    return run_action


def test_the_host_gets_what_the_variables_declare(run: Run) -> None:
    given = {"variables": DEFAULTS, "gateways": ["a", "b", "c"], "dump": "# dump\n"}
    result, ((module, args),) = run(state="present", **given, diff=True)
    assert result == {"changed": False, "diff": []}
    assert module == "llmops.litellm.litellm_postgresql_server"
    assert (args["state"], args["user"], args["needed"]) == ("present", "litellm", 100)
    assert not {"variables", "gateways", "dump"} & set(args)


def test_a_difference_is_told_in_diff_mode_only(run: Run) -> None:
    assert "diff" not in run(state="present", variables=DEFAULTS)[0]


def test_what_is_wrong_is_told_before_a_host_is_asked(run: Run) -> None:
    result, calls = run(state="checked", variables=DEFAULTS | {"litellm_postgresql_port": 0})
    assert calls == []
    assert result["failed"]
    assert result["problems"] == ["litellm_postgresql_port: is 0, and has to be a whole number from 1 to 65535"]
    assert result["msg"].startswith("1 problem in the input; nothing was changed.")


def test_taking_it_away_needs_no_variables(run: Run) -> None:
    given = {"state": "absent", "keep_data": True, "dump_folder": "/dumps"}
    assert run(**given)[1][0][1] == given
