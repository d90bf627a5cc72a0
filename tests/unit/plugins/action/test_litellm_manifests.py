"""Manifests are written on the controller: exactly what check mode and the diff said, and no secret among them."""

from __future__ import annotations

import os
import stat
import types
import typing as t
from pathlib import Path

import pytest
import yaml
from ansible.errors import AnsibleError
from ansible.plugins.action import ActionBase
from ansible_collections.llmops.litellm.plugins.action import litellm_manifests
from ansible_collections.llmops.litellm.plugins.plugin_utils._kubernetes.declared import PREFIX

from tests.unit.plugins.plugin_utils._kubernetes.samples import DATA, DEFAULTS

Run = t.Callable[..., dict[str, t.Any]]

CANARY = "sk-canary-7Yq2mVb9Lr4T"
SECRETS = [{"name": "litellm", "keys": ["LITELLM_MASTER_KEY"]}]
RENDERED: dict[str, t.Any] = {
    "content": yaml.safe_dump(DATA),
    "config": DATA,
    "holds_secrets": False,
    "required_environment": ["LITELLM_MASTER_KEY"],
    "mounts": [],
    "python_files": {},
    "secret_urls": [],
}
GATEWAY: dict[str, t.Any] = {
    "service_environment": 'LITELLM_LOG="WARNING"\n',
    "variables": {},
    "migration_timeout": "0",
    "programs": {"__main__.py": "print()\n"},
    "version": "1.108.7",
    "image": "ghcr.io/berriai/litellm:v1.108.7",
    "image_python": "/app/.venv/bin/python",
    "image_pull": "missing",
    "moving_tags": [],
    "tls_certificate": False,
    "host": "127.0.0.1",
    "port": "4000",
    "main_metrics": "true",
    "metrics_port": "0",
    "workers": "1",
    "start_timeout": 180,
    "drain_timeout": 60,
    "keepalive_timeout": 75,
    "max_requests_before_restart": 0,
    "max_worker_memory": 0,
    "max_body": 100,
    "memory": "",
    "cpus": "",
    "allow_salt_change": "false",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kubernetes" / "ml"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Run:
    """Run the action; *options* in place of its own, *values* in place of variables."""

    def run_action(
        check_mode: bool = False, diff: bool = False, values: dict[str, t.Any] | None = None, **options: t.Any
    ) -> dict[str, t.Any]:
        variables = DEFAULTS | {f"{PREFIX}secrets": SECRETS} | {PREFIX + k: v for k, v in (values or {}).items()}
        given = {"rendered": RENDERED, "gateway": GATEWAY, "folder": str(folder), "variables": variables, **options}
        monkeypatch.setattr(ActionBase, "run", lambda *_arguments, **_named: {})
        action = object.__new__(litellm_manifests.ActionModule)
        action._task = types.SimpleNamespace(args=given, check_mode=check_mode, diff=diff, action="litellm_manifests")
        action._play_context = types.SimpleNamespace(diff=False)
        monkeypatch.setattr(action, "_find_needle", find)
        result: dict[str, t.Any] = action.run()
        return result

    def find(_folder: str, path: str) -> str:
        raise AnsibleError(path)

    return run_action


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()} if folder.exists() else {}


def test_a_folder_is_brought_to_what_is_declared_once(run: Run, folder: Path) -> None:
    done = run()
    assert done["changed"]
    assert sorted(texts(folder)) == done["written"]
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o644 for path in folder.iterdir())
    assert run(diff=True) == {
        "changed": False,
        "folder": str(folder),
        "digest": done["digest"],
        "secret_file": "",
        "written": [],
        "removed": [],
        "diff": [],
    }


def test_check_mode_says_what_a_run_does_and_does_nothing(run: Run, folder: Path) -> None:
    said = run(check_mode=True, diff=True, values={"ingress": {"host": "a.example.com"}})
    assert texts(folder) == {}
    assert run(diff=True, values={"ingress": {"host": "a.example.com"}}) == said
    said = run(check_mode=True, diff=True)
    assert (said["removed"], said["written"]) == (["ingress.yaml"], [])
    assert said["diff"][0]["after"] == ""
    assert run(diff=True) == said
    assert "ingress.yaml" not in texts(folder)


def test_a_new_configuration_is_shown_beside_the_one_before(run: Run) -> None:
    run()
    done = run(diff=True, rendered=RENDERED | {"content": RENDERED["content"] + "# more\n"})
    (shown,) = [each for each in done["diff"] if "-config-" in each["after_header"]]
    assert shown["before_header"] != shown["after_header"]
    assert "# more" not in shown["before"]
    assert "# more" in shown["after"]


def test_what_is_compared_is_not_written(run: Run, folder: Path) -> None:
    assert run(state="compared")["digest"] == run()["digest"]
    assert run(state="declared") == {"changed": False, "names": ["LITELLM_MASTER_KEY"], "replicas": 2}
    assert run(state="declared", values={"autoscaling": {"max": 7}})["replicas"] == 7


def test_a_secret_stands_in_its_own_file_and_nobody_shows_it(run: Run, folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "secret.yaml"
    asked: dict[str, t.Any] = {
        "values": {"secrets": [], "secret_file": str(file)},
        "secret_values": {"LITELLM_MASTER_KEY": CANARY},
    }
    assert CANARY not in str(run(check_mode=True, diff=True, **asked))
    assert not file.exists()
    done = run(diff=True, **asked)
    assert CANARY not in str(done)
    assert CANARY not in str(texts(folder))
    assert str(file) in done["written"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert yaml.safe_load(file.read_text())["stringData"] == {"LITELLM_MASTER_KEY": CANARY}
    assert not run(**asked)["changed"]
    file.chmod(0o644)
    assert run(**asked)["written"] == [str(file)]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_manifest_of_a_secret_is_found_from_where_the_play_is_called(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sealed.yaml").write_text("kind: SealedSecret\nmetadata: {name: s}\nspec: {encryptedData: {A: x}}\n")
    assert run(state="declared", values={"secrets": [{"manifest": "sealed.yaml"}]})["names"] == ["A"]


@pytest.mark.parametrize(
    ("values", "options", "says"),
    [
        ({"form": "helm"}, {}, "litellm_kubernetes_form: is 'helm'"),
        ({"secrets": [{"manifest": "nowhere.yaml"}]}, {}, "secrets[0].manifest: cannot be read on the controller"),
        ({"secrets": []}, {}, "names no Secret that has LITELLM_MASTER_KEY"),
        ({}, {"gateway": GATEWAY | {"image": "litellm"}}, "litellm_image: is 'litellm'; it must be registry/name:tag"),
        ({}, {"gateway": GATEWAY | {"port": "99999"}}, "litellm_port: is 99999, and ports are from 1 to 65535"),
        ({}, {"gateway": GATEWAY | {"drain_timeout": -1}}, "litellm_drain_timeout: is -1, and it cannot be negative"),
        ({}, {"gateway": GATEWAY | {"image": "ghcr.io/a/b:latest"}}, "the tag latest moves from image to image"),
        (
            {},
            {"gateway": GATEWAY | {"memory": "much"}},
            "litellm_container_memory: is 'much'; write a size such as 2g (bad-container)",
        ),
    ],
)
def test_what_is_refused_changes_nothing(
    run: Run, folder: Path, values: dict[str, t.Any], options: dict[str, t.Any], says: str
) -> None:
    run()
    before = texts(folder)
    done = run(values=values, **options)
    assert done["failed"]
    assert says in done["msg"]
    assert "nothing was changed" in done["msg"]
    assert texts(folder) == before


def test_a_folder_that_cannot_be_made_is_one_sentence(run: Run, folder: Path) -> None:
    folder.parent.parent.joinpath("kubernetes").write_text("a file")
    done = run()
    assert done["failed"]
    assert done["msg"].endswith("cannot be written: Not a directory.")


def test_a_file_is_whole_or_as_it_was(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run()
    before = texts(folder)

    def full(*_arguments: t.Any) -> t.NoReturn:
        raise OSError(28, "No space left on device", "deployment.yaml")

    monkeypatch.setattr(os, "replace", full)
    done = run(values={"replicas": 3})
    assert done["msg"] == "deployment.yaml cannot be written: No space left on device."
    assert texts(folder) == before


def test_a_password_under_another_name_is_the_same_key_of_the_same_secret(run: Run, folder: Path) -> None:
    url = {"name": "UI_PASSWORD", "before": "", "secret": "ADMIN", "after": "", "whole": False, "plain": True}
    rendered = {**RENDERED, "secret_urls": [url], "required_environment": ["ADMIN", "LITELLM_MASTER_KEY"]}
    secrets = [{"name": "litellm", "keys": ["ADMIN", "LITELLM_MASTER_KEY"]}]
    run(rendered=rendered, values={"secrets": secrets}, state="written")
    deployment = yaml.safe_load((folder / "deployment.yaml").read_text())
    (container,) = deployment["spec"]["template"]["spec"]["containers"]
    given = {each["name"]: each.get("valueFrom") for each in container["env"]}
    assert given["UI_PASSWORD"] == given["ADMIN"]
    assert given["ADMIN"]["secretKeyRef"] == {"name": "litellm", "key": "ADMIN"}


def test_another_salt_key_than_before_is_refused(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "secret.yaml"

    def asked(salt: str, **options: t.Any) -> dict[str, t.Any]:
        values = {"secrets": [], "secret_file": str(file)}
        given = {"LITELLM_MASTER_KEY": CANARY, **({"LITELLM_SALT_KEY": salt} if salt else {})}
        return run(values=values, secret_values=given, **options)

    file.write_text("no Secret: [")
    assert asked("")["changed"]
    assert asked("the-first-of-all")["changed"]
    refused = asked("another-than-that")
    assert refused["failed"]
    assert f"litellm_salt_key: is another one than {file} has" in refused["msg"]
    assert "the-first-of-all" not in str(refused)
    assert "the-first-of-all" in file.read_text()
    file.chmod(0o600)
    assert asked("another-than-that", gateway=GATEWAY | {"allow_salt_change": True})["changed"]
    file.write_bytes(b"\xff")
    assert asked("yet-another-one-of-all")["changed"]
