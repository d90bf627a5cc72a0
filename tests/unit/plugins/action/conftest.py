"""The controller's half of a module that brings a service of a host to the variables of its role."""

from __future__ import annotations

import types
import typing as t

import pytest
from ansible.plugins.action import ActionBase

Result = dict[str, t.Any]
Call = tuple[str, Result]
Run = t.Callable[..., tuple[Result, list[Call]]]


@pytest.fixture
def run_service(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run an action on a play's variables; the host answers that nothing differs, with a difference to show."""

    def run_action(
        plugin: t.Any, task_vars: Result, *, diff: bool = False, **args: object
    ) -> tuple[Result, list[Call]]:
        calls: list[Call] = []

        def execute(module_name: str, module_args: Result, task_vars: Result) -> Result:
            calls.append((module_name, module_args))
            return {"changed": False, "diff": []}

        monkeypatch.setattr(ActionBase, "run", lambda *_arguments, **_named: {})
        action = object.__new__(plugin.ActionModule)
        action._task = types.SimpleNamespace(args=args, diff=diff)
        action._play_context = types.SimpleNamespace(diff=False)
        action._execute_module = execute
        return action.run(task_vars=task_vars), calls

    return run_action
