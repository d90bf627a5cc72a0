"""A module as Ansible runs it: options in, one result out."""

from __future__ import annotations

import json
import types
import typing as t
from pathlib import Path

import pytest
from ansible.module_utils import basic
from ansible.module_utils.common.text.converters import to_bytes

Run = t.Callable[..., dict[str, t.Any]]


@pytest.fixture
def run_module(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run a module with options and return its result. What begins with ``_ansible_`` is what Ansible adds."""

    def run(module: types.ModuleType, **options: object) -> dict[str, t.Any]:
        arguments = {"_ansible_remote_tmp": str(tmp_path / "remote"), **options}
        monkeypatch.setattr(basic, "_ANSIBLE_ARGS", to_bytes(json.dumps({"ANSIBLE_MODULE_ARGS": arguments})))
        monkeypatch.setattr(basic, "_ANSIBLE_PROFILE", "legacy", raising=False)
        with pytest.raises(SystemExit):
            module.main()
        return dict(json.loads(capsys.readouterr().out))

    return run
