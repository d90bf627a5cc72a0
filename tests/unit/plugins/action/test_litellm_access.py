"""Values are generated on the controller, handed over before a key is made, and in no result."""

from __future__ import annotations

import json
import types
import typing as t
from pathlib import Path

import pytest
import yaml
from ansible.parsing.vault import VaultLib, VaultSecret
from ansible.plugins.action import ActionBase
from ansible_collections.llmops.litellm.plugins.action import litellm_access
from ansible_collections.llmops.litellm.plugins.module_utils._admin import access
from ansible_collections.llmops.litellm.plugins.module_utils._admin.client import AdminClient
from ansible_collections.llmops.litellm.plugins.module_utils._admin.desired import digest
from ansible_collections.llmops.litellm.plugins.plugin_utils._keys.handover import HandoverError

from tests.unit.plugins.admin_stub import AdminStub
from tests.unit.plugins.gateway_stub import KEY, error

Result = dict[str, t.Any]
VALUE = "sk-canary-notebook-0123456789"
KEYS: Result = {"ci": {}, "notebook": {"value_env": "NOTEBOOK_KEY"}}
DECLARED: Result = {"keys": KEYS, "secrets": {"NOTEBOOK_KEY": VALUE}}


class Run:
    """Runs the action; the module on the host asks *stub*."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.stub = AdminStub()
        self.vault: list[tuple[str, VaultSecret]] = []
        monkeypatch.setattr(ActionBase, "run", lambda *_arguments, **_named: {})
        monkeypatch.setattr(access, "client_of", lambda _options: AdminClient("http://g.example", KEY, self.stub))

    def __call__(self, *, check: bool = False, **args: object) -> Result:
        action = object.__new__(litellm_access.ActionModule)
        action._task = types.SimpleNamespace(args={"url": "http://g.example", **args}, diff=False, check_mode=check)
        action._play_context = types.SimpleNamespace(diff=False)
        action._loader = types.SimpleNamespace(_vault=VaultLib(self.vault))
        action._execute_module = self._on_host
        result: Result = action.run(task_vars={})
        assert "canary" not in json.dumps(result)
        assert "changes" not in result or not result["changes"]
        return result

    @staticmethod
    def _on_host(module_name: str, module_args: Result, task_vars: Result) -> Result:
        assert module_name == "llmops.litellm.litellm_access"
        options = {**{name: option.get("default") for name, option in access.ARGUMENT_SPEC.items()}, **module_args}
        try:
            return access.brought(options) if options["changes"] else access.planned(options)
        except access.Refused as refusal:
            return {"failed": True, "msg": str(refusal), "problems": refusal.problems, **refusal.result}


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    return Run(monkeypatch)


def test_values_are_handed_over_once(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "keys.yml"
    first = run(**DECLARED, handover={"file": str(path)})
    handed = yaml.safe_load(path.read_text())
    assert (first["changed"], first["handed_over"], list(handed)) == (True, ["ci"], ["ci"])
    assert handed["ci"] not in json.dumps(first)
    assert {row["token"] for row in run.stub.rows["key"]} == {digest(handed["ci"]), digest(VALUE)}
    path.unlink()
    second = run(**DECLARED)
    assert (second["changed"], second["differences"]) == (False, [])
    assert not path.exists()


def test_check_mode_tells_and_generates_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "keys.yml"
    result = run(check=True, **DECLARED, handover={"file": str(path)})
    assert result["differences"] == ["create key ci", "create key notebook"]
    assert (run.stub.writes, path.exists()) == ([], False)


@pytest.mark.parametrize("check", [True, False])
def test_a_value_needs_a_place_to_go(run: Run, check: bool) -> None:
    result = run(check=check, **DECLARED, variable_prefix="litellm_")
    assert result["msg"].startswith(
        "key ci: nothing says where the generated value goes; write litellm_key_handover: {file: PATH}"
    )
    assert (result["failed"], run.stub.writes) == (True, [])


def test_nothing_is_made_where_the_hand_over_fails(run: Run, tmp_path: Path) -> None:
    result = run(**DECLARED, handover={"file": str(tmp_path / "nowhere" / "keys.yml")})
    assert result["msg"].endswith("cannot be written: No such file or directory. Nothing was changed.")
    assert run.stub.writes == []


def test_a_value_that_no_key_has_is_taken_back(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "keys.yml"
    run.stub.refusing["/key/generate"] = error(400, "no")
    result = run(keys={"a": {}, "b": {}}, handover={"file": str(path)})
    assert result["problems"] == ["key a: /key/generate: no"]
    assert (result["handed_over"], list(yaml.safe_load(path.read_text()))) == (["b"], ["b"])


def test_a_value_that_cannot_be_taken_back_is_told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise HandoverError("keys.yml cannot be written")

    monkeypatch.setattr(litellm_access, "take_back", refuse)
    run.stub.refusing["/key/generate"] = error(400, "no")
    result = run(keys={"a": {}}, handover={"file": str(tmp_path / "keys.yml")})
    assert result["msg"].endswith("keys.yml cannot be written; the values of a in it are of no use.")


def test_an_encrypted_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "keys.yml"
    handover = {"file": str(path), "vault": True}
    assert "the play has no vault password; call it with --vault-id" in run(keys={"a": {}}, handover=handover)["msg"]
    run.vault = [("default", VaultSecret(b"open sesame"))]
    run(keys={"a": {}}, handover=handover)
    run(keys={"a": {}, "b": {}}, handover=handover)
    assert path.read_text().startswith("$ANSIBLE_VAULT;")
    assert list(yaml.safe_load(VaultLib(run.vault).decrypt(path.read_text()))) == ["a", "b"]
    run.vault = [("default", VaultSecret(b"another"))]
    refused = run(keys={"a": {}, "b": {}, "c": {}}, handover=handover)
    assert "cannot be read as a file of this kind" in refused["msg"]
    path.write_text("a: b\n")
    assert "cannot be read as a file of this kind" in run(keys={"d": {}}, handover=handover)["msg"]


def test_what_is_wrong_is_told_before_a_host_is_asked(run: Run) -> None:
    result = run(keys={"ci": {"tema": 1}}, variable_prefix="litellm_")
    assert result["problems"] == ["litellm_keys.ci.tema: is not a field here; did you mean 'team'? (unknown-field)"]
    assert run.stub.asked == []


def test_what_the_gateway_knows_better_is_told(run: Run) -> None:
    assert run(keys={"ci": {"team": "t"}})["problems"] == ["key ci: team 't' is not there"]
