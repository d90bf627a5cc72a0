"""What the variables of PostgreSQL declare, and what is refused of them."""

from __future__ import annotations

import typing as t
from pathlib import Path

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils._postgresql.declared import (
    OWNED,
    Gateway,
    PostgreSQL,
    postgresql_of,
)
from hypothesis import given
from hypothesis import strategies as st

ROLE = Path(__file__).parents[5] / "roles" / "litellm_postgresql"
DEFAULTS: dict[str, t.Any] = yaml.safe_load((ROLE / "defaults" / "main.yml").read_text()) | {
    "litellm_postgresql_socket_user": "litellm"
}
PASSWORD = "-".join(["sk", "canary", "database", "4Tb7Wq1Zx9Lp"])
PEM = {"tls_certificate": "/srv/cert.pem", "tls_key": "/srv/key.pem", "tls_ca": "/srv/ca.pem"}
SHARED: dict[str, t.Any] = {"listen": ["192.0.2.31"], "password_env": "DATABASE_PASSWORD", **PEM}
TWO = [Gateway("a", "192.0.2.11", 2), Gateway("b", "2001:db8::12", 3)]


def declared(
    gateways: t.Sequence[Gateway] = (), password: str = "", **values: t.Any
) -> tuple[PostgreSQL, dict[str, str]]:
    """PostgreSQL on host ``database``, and path to message and remedy of what is wrong."""
    variables = DEFAULTS | {f"litellm_postgresql_{name}": value for name, value in values.items()}
    made, problems = postgresql_of(variables, password, "database", gateways)
    return made, {problem.path: f"{problem.message}; {problem.remedy}" for problem in problems}


def test_without_a_variable_it_is_for_the_same_host() -> None:
    made, problems = declared([Gateway("database", "192.0.2.31", 4)])
    assert problems == {}
    assert (made.listen, made.clients, made.tls, made.password, made.needed) == ((), (), False, "", 80)


def test_the_gateways_of_the_inventory_may_come() -> None:
    made, problems = declared(TWO, PASSWORD, **SHARED)
    assert problems == {}
    assert made.clients == ("192.0.2.11/32", "2001:db8::12/128")
    assert declared(TWO, PASSWORD, **SHARED, clients=["192.0.2.0/24"])[0].clients == ("192.0.2.0/24",)


def test_every_worker_has_its_pool_while_a_slot_takes_over() -> None:
    made, problems = declared(TWO, PASSWORD, **SHARED, pool=11)
    assert made.needed == 110
    assert problems["litellm_postgresql_connections"] == (
        "is 100, and 2 gateways with 5 workers together, each with a pool of 11, need 110 while one slot takes over from"
        " another; write 110, or a smaller pool in both places"
    )
    assert declared(TWO, PASSWORD, **SHARED, pool=11, connections=110)[1] == {}


@pytest.mark.parametrize(
    ("values", "path", "says"),
    [
        ({"port": 0}, "port", "is 0, and has to be a whole number from 1 to 65535"),
        ({"memory": "much"}, "memory", "is 'much', and has to be"),
        ({"connections": True}, "connections", "is true, and has to be"),
        ({"user": "Litellm"}, "user", "is 'Litellm', and has to be at most 45 small letters"),
        ({"user": "pg_monitor"}, "user", "which is a role of PostgreSQL's own"),
        ({"database": "template1"}, "database", "which is a database of PostgreSQL's own"),
        ({"socket_user": "a b"}, "socket_user", "has to be the name of an account"),
        ({"listen": ["database.test"]}, "listen[0]", "is 'database.test', which is no address"),
        ({"listen": ["127.0.0.1"]}, "password_env", "is needed, because gateways come by the network"),
        ({"listen": ["192.0.2.31"]}, "listen", "opens PostgreSQL to the network without TLS"),
        ({**SHARED, "clients": ["192.0.2.1/24"]}, "clients[0]", "which is no network; write 192.0.2.0/24"),
        ({**SHARED}, "clients", "is empty, and the inventory has no gateway besides"),
        ({"clients": ["192.0.2.0/24"]}, "clients", "litellm_postgresql_listen has no address that other hosts reach"),
        ({"password_env": "sk-secret"}, "password_env", "is no name of a variable"),
        ({"password_env": "NAME"}, "password_env", "names NAME, which neither litellm_secrets nor the environment"),
        ({"tls_key": "/srv/key.pem"}, "tls_certificate", "is needed beside litellm_postgresql_tls_key"),
        ({**PEM, "tls_ca": "ca.pem"}, "tls_ca", "is neither an absolute path on the host nor the text of a PEM file"),
        ({"dump_schedule": "daily\nExec=x"}, "dump_schedule", "has to be one line"),
        ({"dump_folder": "/"}, "dump_folder", "has to be the absolute path of a folder of its own"),
        ({"dump_folder": "/srv/../etc"}, "dump_folder", "has to be the absolute path of a folder of its own"),
        ({"dump_keep": 0}, "dump_keep", "is 0, and has to be a whole number from 1"),
        ({"settings": {"max_connections": 5}}, "settings.max_connections", "as litellm_postgresql_connections says"),
        ({"settings": {"jit": True}}, "settings.jit", "is written by the role; take it out"),
        ({"settings": {"Work Mem": 3}}, "settings.Work Mem", "is no directive of PostgreSQL"),
        ({"settings": {"work_mem": [3]}}, "settings.work_mem", "is a list, and has to be one line"),
        ({"settings": {"work_mem": "3\nport = 1"}}, "settings.work_mem", "has to be one line"),
        ({"settings": 3}, "settings", "is a whole number, and has to be a dictionary"),
    ],
)
def test_a_mistake_is_told_at_its_place(values: dict[str, t.Any], path: str, says: str) -> None:
    assert says in declared(**values)[1][f"litellm_postgresql_{path}"]


@pytest.mark.parametrize(
    ("password", "says"), [("short", "fewer than 16 characters"), ("ä" * 16, "has characters that")]
)
def test_a_password_that_does_not_do_is_told_by_its_name(password: str, says: str) -> None:
    told = declared(password=password, password_env="NAME")[1]["litellm_postgresql_password_env"]  # noqa: S106 - a name
    assert says in told
    assert password not in told


def test_a_gateway_without_an_address_is_named() -> None:
    told = declared([*TWO, Gateway("c", "gateway.test", 1)], PASSWORD, **SHARED, connections=200)[1]
    assert told["litellm_postgresql_clients"].startswith("is empty, and the inventory has no address of c;")


def test_loopback_needs_no_certificate() -> None:
    made, problems = declared(TWO, PASSWORD, listen=["127.0.0.1", "::1"], password_env="NAME")  # noqa: S106 - a name
    assert (problems, made.clients) == ({}, ())


def test_what_the_role_writes_follows_variables_that_there_are() -> None:
    assert {f"litellm_postgresql_{name}" for name in OWNED.values() if name} <= set(DEFAULTS)


@given(st.sampled_from(sorted(set(DEFAULTS) - {"litellm_postgresql_keep_data"})), st.text(max_size=20))
def test_any_text_is_taken_or_refused(name: str, text: str) -> None:
    declared_as: t.Any = [text] if isinstance(DEFAULTS[name], list) else text
    made, problems = postgresql_of(DEFAULTS | {name: declared_as}, "", "database", TWO)
    assert problems or "\n" not in f"{made.dump_folder}{made.user}{made.socket_user}{made.dump_schedule}"
