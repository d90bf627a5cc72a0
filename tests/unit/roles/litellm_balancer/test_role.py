"""What the role litellm_balancer says of its variables is true, and its tasks remove what its plan makes."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import typing as t
from pathlib import Path

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.module_utils import _balancer_places as places

ROLE = Path(__file__).parents[4] / "roles" / "litellm_balancer"
SPECS: dict[str, dict[str, t.Any]] = yaml.safe_load((ROLE / "meta" / "argument_specs.yml").read_text())[
    "argument_specs"
]
DEFAULTS: dict[str, t.Any] = yaml.safe_load((ROLE / "defaults" / "main.yml").read_text())
SHARED: dict[str, t.Any] = yaml.safe_load((ROLE / "vars" / "main.yml").read_text())
PATIENCE = 30


def test_entry_points_are_task_files() -> None:
    assert set(SPECS) == {"main", "verify", "uninstall", "drain", "bring_back"}
    assert all((ROLE / "tasks" / f"{name}.yml").is_file() for name in SPECS)


@pytest.mark.parametrize("entry_point", ["main", "verify"])
def test_defaults_are_documented_as_they_are(entry_point: str) -> None:
    options = SPECS[entry_point]["options"]
    assert {name: option.get("default") for name, option in options.items()} == DEFAULTS


@pytest.mark.parametrize("entry_point", ["drain", "bring_back"])
def test_other_entry_points_say_the_same(entry_point: str) -> None:
    for name, option in SPECS[entry_point]["options"].items():
        assert option.get("default") == DEFAULTS.get(name)


def test_uninstall_removes_what_the_plan_names() -> None:
    assert SHARED["__litellm_balancer_name"] == places.ACCOUNT
    assert set(SHARED["__litellm_balancer_units"]) == {
        places.SERVICE,
        places.PORT_SOCKET,
        places.ADDRESS_SERVICE,
    }
    for folder in (places.FOLDER, places.RUNTIME):
        assert f"'{folder}'" in SHARED["__litellm_balancer_all_paths"]


@pytest.mark.parametrize(
    ("answer", "alive"),
    [
        (b"HTTP/1.0 200 OK\r\n\r\n", True),
        (b"HTTP/1.1 200 OK\r\n\r\n", True),
        (b"HTTP/1.0 503 Service Unavailable\r\n\r\n", False),
        (b"", False),
    ],
)
def test_a_balancer_lives_when_it_answers(answer: bytes, alive: bool) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            connection, _peer = listener.accept()
            with connection:
                connection.recv(1024)
                connection.sendall(answer)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        asked = subprocess.run(  # noqa: S603 - the role's own program
            [sys.executable, "-I", str(ROLE / "files" / "alive.py"), str(listener.getsockname()[1])],
            check=False,
            timeout=PATIENCE,
        )
        thread.join(PATIENCE)
    assert (asked.returncode == 0) is alive


def test_nobody_lives_where_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    asked = subprocess.run(  # noqa: S603 - the role's own program
        [sys.executable, "-I", str(ROLE / "files" / "alive.py"), str(port)],
        check=False,
        timeout=PATIENCE,
    )
    assert asked.returncode == 1
