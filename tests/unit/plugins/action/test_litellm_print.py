"""A text is printed as it is, unless it is hidden or a machine reads the output."""

from __future__ import annotations

import types
import typing as t

import pytest
from ansible import constants
from ansible.errors import AnsibleError
from ansible.plugins.action import ActionBase
from ansible_collections.llmops.litellm.plugins.action import litellm_print

Run = t.Callable[..., tuple[dict[str, t.Any], str]]

TEXT = 'model_list:\n  - "quoted"\n'


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the action; returns its result and what it printed."""

    def run_action(
        args: dict[str, str], callback: str = "default", no_log: bool = False
    ) -> tuple[dict[str, t.Any], str]:
        printed: list[str] = []
        display = types.SimpleNamespace(display=printed.append)
        monkeypatch.setattr(litellm_print, "Display", lambda: display)
        monkeypatch.setattr(constants, "DEFAULT_STDOUT_CALLBACK", callback)
        monkeypatch.setattr(ActionBase, "run", lambda *_arguments, **_named: {})
        action = object.__new__(litellm_print.ActionModule)
        action._task = types.SimpleNamespace(args=args, no_log=no_log, action="litellm_print")
        return action.run(), "".join(printed)

    return run_action


@pytest.mark.parametrize("callback", ["default", "minimal", "community.general.yaml"])
def test_prints(run: Run, callback: str) -> None:
    assert run({"text": TEXT}, callback) == ({"changed": False, "text": TEXT}, TEXT)


@pytest.mark.parametrize("setting", [{"callback": "ansible.posix.json"}, {"callback": "jsonl"}, {"no_log": True}])
def test_prints_nothing(run: Run, setting: dict[str, t.Any]) -> None:
    assert run({"text": TEXT}, **setting) == ({"changed": False, "text": TEXT}, "")


def test_needs_a_text(run: Run) -> None:
    with pytest.raises(AnsibleError, match="text"):
        run({})
