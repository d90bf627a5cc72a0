"""The role installs LiteLLM with a client of Prisma, and a gateway under supervisor has its database."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import typing as t
import urllib.request
from pathlib import Path

import pytest
import yaml

from tests.keys.served import ROOT, engine_settings, migrations
from tests.prisma_engine.database import Database, running_database
from tests.routing.gateway import KEY, free_port

LONGEST = 900
"""Seconds that a play may take on a machine with other work; it installs LiteLLM."""
SALT = "canary-salt-0123456789"


class Host:
    """This machine, below a folder: a gateway of the account that runs the tests."""

    def __init__(self, folder: Path, database: Database) -> None:
        self.folder, self.port = folder, free_port()
        here = {"ansible_connection": "local", "ansible_python_interpreter": sys.executable}
        own: dict[str, t.Any] = {"litellm_user": "root", "litellm_group": "root"} if os.geteuid() == 0 else {}
        self._variables: dict[str, t.Any] = {
            **own,
            "litellm_become": False,
            "litellm_service_manager": "supervisor",
            "litellm_port": self.port,
            "litellm_workers": 1,
            "litellm_models": {"hello": {"upstream": "gpt-4o-mini", "mock_response": "Hello."}},
            "litellm_master_key": KEY,
            "litellm_salt_key": SALT,
            "litellm_secrets": {"PASSWORD": "none-is-asked-for"},
            "litellm_database": {
                "host": "127.0.0.1",
                "port": database.port,
                "password_env": "PASSWORD",
                "sslmode": "disable",
            },
            "litellm_environment": {**engine_settings(), "PRISMA_SCHEMA_ENGINE_BINARY": "/bin/true"},
            **{f"litellm_{name}_dir": str(folder / name) for name in ("install", "config", "state", "runtime")},
        }
        (folder / "hosts.yml").write_text(yaml.safe_dump({"litellm": {"hosts": {"localhost": here}}}))

    def play(self, name: str, **more: t.Any) -> tuple[int, str]:
        """The status of a playbook, and what it printed."""
        given = self.folder / "variables.json"
        given.write_text(json.dumps({**self._variables, **more}))
        ended = subprocess.run(  # noqa: S603 - a list
            [
                *(sys.executable, "-m", "ansible", "playbook", "-i", self.folder / "hosts.yml", "-e", f"@{given}"),
                ROOT / "playbooks" / f"{name}.yml",
            ],
            capture_output=True,
            text=True,
            timeout=LONGEST,
            check=False,
            env={**os.environ, "ANSIBLE_CONFIG": str(ROOT / "ansible.cfg")},
        )
        return ended.returncode, ended.stdout + ended.stderr

    def generate_key(self) -> str:
        """A key that the gateway has made, and keeps in its database."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/key/generate",
            b"{}",
            {"Authorization": f"Bearer {KEY}", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - its own
            return str(json.load(answer)["token"])


@pytest.fixture(scope="module")
def database() -> t.Iterator[Database]:
    with running_database() as running:
        running.migrate(migrations(os.environ["KEYS_PYTHON"]))
        yield running


@pytest.fixture(scope="module")
def host(database: Database, tmp_path_factory: pytest.TempPathFactory) -> t.Iterator[Host]:
    """A host on which a gateway with a database was deployed."""
    made = Host(tmp_path_factory.mktemp("host"), database)
    try:
        status, printed = made.play("deploy")
        assert status == 0, printed
        yield made
    finally:
        status, printed = made.play("uninstall")
        assert status == 0, printed


def test_keys_are_kept_in_the_database(host: Host, database: Database) -> None:
    token = host.generate_key()
    assert database.sql(f"SELECT count(*) FROM \"LiteLLM_VerificationToken\" WHERE token = '{token}'").strip() == "1"  # noqa: S608 - its own


def test_a_second_run_changes_nothing(host: Host) -> None:
    status, printed = host.play("deploy")
    assert status == 0, printed
    assert " changed=0 " in printed


def test_another_salt_key_is_refused(host: Host) -> None:
    status, printed = host.play("deploy", litellm_salt_key="canary-other-0123456789")
    assert status != 0
    assert "litellm_salt_key is another one than that of release 1" in " ".join(printed.split())
    assert "canary" not in printed
    host.generate_key()


def test_an_engine_that_does_not_start_is_refused_before_the_slot_starts(host: Host) -> None:
    settings = {**engine_settings(), "PRISMA_QUERY_ENGINE_BINARY": "/bin/false"}
    status, printed = host.play("deploy", litellm_environment=settings)
    assert status != 0
    said = " ".join(printed.split())
    assert "Prisma's engine, which LiteLLM asks its database through, does not start" in said, printed
    assert "Start slot" not in said
    host.generate_key()
