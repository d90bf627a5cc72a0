"""The playbook that writes locks, and what a lock means to a deploy. The package registry is a real one; LiteLLM is not
installed."""

from __future__ import annotations

import getpass
import grp
import os
import re
import typing as t
from pathlib import Path

import pytest
import yaml

from tests.playbooks.cores import ROOT, Inventory, Play, Refuse

VERSION = yaml.safe_load((ROOT / "roles/litellm/defaults/main.yml").read_text())["litellm_version"]
HERE = {
    "ansible_connection": "local",
    "ansible_python_interpreter": "{{ ansible_playbook_python }}",
    "litellm_become": False,
}
HOSTS: dict[str, t.Any] = {"litellm": {"hosts": {"gw1": {}, "gw2": {}}, "vars": HERE}}
MODELS = {"a": {"upstream": "m", "mock_response": "hi"}}
PLAYBOOK = "playbooks/lock.yml"


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Variables that keep the controller's tools out of the home of whoever runs the tests."""
    return {"XDG_CACHE_HOME": str(tmp_path_factory.mktemp("cache"))}


def declared(folder: Path, **variables: object) -> list[str]:
    """Variables of a gateway below *folder*, as arguments."""
    folders = {f"litellm_{name}_dir": str(folder / name) for name in ("install", "config", "state", "runtime")}
    account = {"litellm_user": getpass.getuser(), "litellm_group": grp.getgrgid(os.getgid()).gr_name}
    settings = {
        "litellm_service_manager": "supervisor",
        "litellm_models": MODELS,
        "litellm_master_key": "sk-" + "k" * 32,
    }
    path = folder / "variables.yml"
    path.write_text(yaml.safe_dump({**folders, **account, **settings, "litellm_port": 4999, **variables}))
    return ["-e", f"@{path}"]


def told(output: str) -> str:
    return " ".join(output.split())


def test_a_lock_is_written_once(play: Play, inventory: Inventory, cache: dict[str, str]) -> None:
    path = inventory(HOSTS, litellm_extra_packages=["humanize==4.9.0"])
    lock = path / f"litellm-{VERSION}.txt"
    would = play("-i", path, PLAYBOOK, "--check", "--diff", **cache).stdout
    assert "+humanize 4.9.0" in would
    assert f"{lock} would be written, the lock of LiteLLM {VERSION}, humanize==4.9.0 for Python 3." in told(would)
    assert not lock.exists()

    written = told(play("-i", path, PLAYBOOK, **cache).stdout)
    assert f"write litellm_lock_file: {lock} into the inventory" in written
    text = lock.read_text()
    assert re.match(rf"# litellm=={re.escape(VERSION)}; python>=3\.\d+\n", text)
    assert "\nhumanize==4.9.0 \\\n    --hash=sha256:" in text
    again = told(play("-i", path, PLAYBOOK, "-e", f"litellm_lock_file={lock}", **cache).stdout)
    assert f"{lock} is as it was" in again
    assert "the inventory names it already" in again
    assert "changed=0" in again
    assert lock.read_text() == text


@pytest.mark.newest_core
def test_a_lock_is_installed_from(
    play: Play, refuse: Refuse, inventory: Inventory, cache: dict[str, str], tmp_path: Path
) -> None:
    path = inventory(HOSTS, litellm_extra_packages=["humanize==4.9.0"])
    lock = path / f"litellm-{VERSION}.txt"
    play("-i", path, PLAYBOOK, **cache)
    deploy = ["-i", path, "playbooks/deploy.yml", "--check", "--limit", "gw1"]
    assert "installed without a lock: humanize==4.9.0" in told(play(*deploy, *declared(tmp_path)).stdout)
    assert "without a lock" not in play(*deploy, *declared(tmp_path, litellm_lock_file=str(lock))).stdout
    lacking = declared(tmp_path, litellm_lock_file=str(lock), litellm_extra_packages=["humanize==4.9.0", "boto9"])
    assert f"boto9 is not in litellm_lock_file {lock}" in refuse(*deploy, *lacking)
    other = declared(tmp_path, litellm_lock_file=str(lock), litellm_version="1.99.4")
    assert f"is a lock of LiteLLM {VERSION}, and litellm_version is 1.99.4" in refuse(*deploy, *other)


@pytest.mark.newest_core
def test_versions_that_do_not_exist_are_refused(refuse: Refuse, inventory: Inventory, cache: dict[str, str]) -> None:
    path = inventory(HOSTS)
    said = refuse("-i", path, PLAYBOOK, "-e", "litellm_version=1.106.99", **cache)
    assert "No lock of LiteLLM 1.106.99 can be written" in said
    assert not list(path.glob("*.txt"))


@pytest.mark.newest_core
def test_another_file_is_not_replaced(
    refuse: Refuse, inventory: Inventory, cache: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("mine\n")
    said = refuse("-i", inventory(HOSTS), PLAYBOOK, "-e", f"litellm_lock_file={file}", **cache)
    assert f"{file} is there and is no lock; name another file in litellm_lock_file. Nothing was changed." in said
    assert file.read_text() == "mine\n"


@pytest.mark.newest_core
def test_two_locks_do_not_go_into_one_file(refuse: Refuse, inventory: Inventory, cache: dict[str, str]) -> None:
    hosts = {"litellm": {**HOSTS["litellm"], "hosts": {"gw1": {}, "gw2": {"litellm_extra_packages": ["humanize"]}}}}
    said = refuse("-i", inventory(hosts), PLAYBOOK, **cache)
    assert "name a file for each in litellm_lock_file" in said


@pytest.mark.newest_core
@pytest.mark.parametrize("text", ["", "model_list: []\n"], ids=["empty", "something else"])
def test_a_deploy_refuses_what_is_no_lock(refuse: Refuse, inventory: Inventory, tmp_path: Path, text: str) -> None:
    file = tmp_path / "lock.txt"
    file.write_text(text)
    arguments = declared(tmp_path, litellm_lock_file=str(file))
    said = refuse("-i", inventory(HOSTS), "playbooks/deploy.yml", "--check", "--limit", "gw1", *arguments)
    assert f"litellm_lock_file {file} is " in said
    assert "Nothing was changed." in said
