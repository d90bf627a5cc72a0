"""What the host of a PostgreSQL gets."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils import _postgresql_places as places
from ansible_collections.llmops.litellm.plugins.plugin_utils._postgresql.plan import plan
from ansible_collections.llmops.litellm.plugins.plugin_utils._postgresql.texts import quoted
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.problems import InputError

from tests.unit.plugins.plugin_utils._postgresql.test_declared import DEFAULTS, PASSWORD, SHARED, TWO


def planned(password: str = "", **values: t.Any) -> tuple[dict[str, t.Any], dict[str, str]]:
    """The options of the host's half, and path to text of the files."""
    variables = DEFAULTS | {f"litellm_postgresql_{name}": value for name, value in values.items()}
    made = plan(variables, password, "database", TWO, "# dump\n")
    return made, {file["path"]: file["content"] for file in made["files"]}


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if not line.startswith("#")]


def test_for_one_host_there_is_only_the_socket() -> None:
    made, files = planned()
    assert lines(files[places.ACCESS]) == [
        "local all postgres peer map=admin",
        "local litellm litellm peer map=gateway",
    ]
    assert lines(files[places.NAMES]) == [
        "admin root postgres",
        "admin litellm-postgresql postgres",
        "gateway litellm litellm",
    ]
    assert "listen_addresses = ''" in files[places.CONFIGURATION]
    assert "max_connections = '105'" in files[places.CONFIGURATION]
    assert "ssl = 'off'" in files[places.CONFIGURATION]
    assert (made["addresses"], made["pem_files"]) == ([], [])
    assert (made["connections"], made["needed"]) == (100, 100)


def test_for_several_hosts_who_comes_by_the_network_comes_with_tls() -> None:
    made, files = planned(PASSWORD, **{**SHARED, "listen": ["0.0.0.0"]})  # noqa: S104 - of a database that is not there
    assert lines(files[places.ACCESS])[2:] == [
        "hostssl litellm litellm 192.0.2.11/32 scram-sha-256",
        "hostssl litellm litellm 2001:db8::12/128 scram-sha-256",
        "host litellm litellm 127.0.0.1/32 scram-sha-256",
        "host litellm litellm ::1/128 scram-sha-256",
    ]
    assert (made["addresses"], made["tls"]) == (["127.0.0.1"], True)
    # The host comes from its own address when it verifies.
    _made, files = planned(PASSWORD, **SHARED)
    assert lines(files[places.ACCESS])[2] == "hostssl litellm litellm 192.0.2.31/32 scram-sha-256"
    assert [(each["path"], each["mode"]) for each in made["pem_files"]] == [
        (places.CERTIFICATE, "0644"),
        (places.KEY, "0640"),
        (places.AUTHORITY, "0644"),
    ]


def test_no_file_that_may_be_shown_has_the_password() -> None:
    made, _files = planned(PASSWORD, **SHARED)
    assert made.pop("password") == PASSWORD
    assert PASSWORD not in str(made)


def test_a_loopback_address_needs_no_network() -> None:
    _made, files = planned(PASSWORD, listen=["127.0.0.1"], password_env="NAME")  # noqa: S106 - a name
    assert [line.split()[0] for line in lines(files[places.ACCESS])] == ["local", "local", "host", "host"]


def test_dumps_have_a_timer_unless_there_are_none() -> None:
    made, files = planned(dump_schedule="Mon *-*-* 03:00:00", dump_keep=3)
    assert made["services"] == [places.SERVICE, places.DUMP_TIMER]
    assert "OnCalendar=Mon *-*-* 03:00:00" in files[places.UNITS[places.DUMP_TIMER]]
    words = f"-I {places.DUMP} dump @BIN@ 5432 litellm /var/backups/litellm-postgresql 3"
    assert words in files[places.UNITS[places.DUMP_SERVICE]]
    made, files = planned(dump_schedule="")
    assert made["services"] == [places.SERVICE]
    assert places.UNITS[places.DUMP_TIMER] not in files


def test_settings_of_ones_own_come_last_and_whole() -> None:
    _made, files = planned(settings={"work_mem": "8MB", "log_lock_waits": False, "search_path": "it's \\"})
    text = files[places.CONFIGURATION]
    assert text.count("work_mem = ") - text.count("maintenance_work_mem = ") == 1
    assert "work_mem = '8MB'" in text
    assert "log_lock_waits = 'off'" in text
    assert "search_path = 'it''s \\\\'" in text
    assert quoted("a") == "'a'"


def test_memory_is_divided() -> None:
    _made, files = planned(memory=1024)
    for line in ("shared_buffers = '256MB'", "effective_cache_size = '768MB'", "maintenance_work_mem = '64MB'"):
        assert line in files[places.CONFIGURATION]


def test_what_is_wrong_is_told_at_once() -> None:
    with pytest.raises(InputError) as refused:
        planned(port=0, user="X")
    assert len(refused.value.problems) == 2


def test_what_a_host_gets_and_what_a_run_clears_are_the_same_files() -> None:
    _made, files = planned(PASSWORD, **SHARED)
    assert {*files, places.CERTIFICATE, places.KEY, places.AUTHORITY} == {*places.MANAGED}
