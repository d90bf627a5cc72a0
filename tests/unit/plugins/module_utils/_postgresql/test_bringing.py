"""PostgreSQL on a host: what differs, what is done about it, and what comes back where it does not work."""

from __future__ import annotations

import typing as t
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils import _postgresql_places as places
from ansible_collections.llmops.litellm.plugins.module_utils import _systemctl
from ansible_collections.llmops.litellm.plugins.module_utils._owned_files import Refusal
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql import bringing
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql.client import Unreachable
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql.programs import Programs

from tests.certificates import issue
from tests.unit.plugins.module_utils._postgresql.conftest import Said, program
from tests.unit.plugins.module_utils._postgresql.test_comparing import OPTIONS, postgresql
from tests.unit.plugins.module_utils.simulated_systemd import Systemd

Options = dict[str, t.Any]
CERTIFICATE = issue("database.test")


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Said:
    """The PostgreSQL that answers while the service runs."""
    made = postgresql()
    monkeypatch.setattr(bringing, "admin", lambda *_place: made)
    return made


@pytest.fixture
def systemd(host: Path, said: Said, monkeypatch: pytest.MonkeyPatch) -> Systemd:
    """A host with the programs, whose PostgreSQL is as it should be once it runs."""
    made = Systemd(places.CONFIGURATION)
    monkeypatch.setattr(_systemctl, "systemctl", made.systemctl)
    monkeypatch.setattr(_systemctl, "journal", lambda _unit: "FATAL:  the port is taken")
    last = 'for word; do case $word in --pgdata=*) mkdir -p "${word#--pgdata=}"; echo 15 > "${word#--pgdata=}/PG_VERSION";; esac; done'
    program(host / "bin/initdb", last)
    program(host / "bin/postgres", 'for last; do :; done; ! grep -q refused "${last#config_file=}"')
    monkeypatch.setattr(bringing, "programs", lambda: Programs(f"{host}/bin", 15, "15.4", ""))
    monkeypatch.setattr(bringing, "READY", 0.1)
    return made


def options(work: str = "4MB", **others: t.Any) -> Options:
    files = {
        places.CONFIGURATION: f"port = '5432'\nwork_mem = '{work}'\n",
        places.UNITS[places.SERVICE]: "ExecStart=@BIN@/postgres\n",
        places.UNITS[places.DUMP_TIMER]: "OnCalendar=daily\n",
    }
    found: Options = {
        **OPTIONS,
        "files": [{"path": path, "content": text, "mode": "0644"} for path, text in files.items()],
        "pem_files": [],
        "services": [places.SERVICE, places.DUMP_TIMER],
        "port": 5432,
        "tls": False,
        "dump_folder": f"{places.STATE}-dumps",
        "dump_schedule": "daily",
    }
    return found | others


def tls(**texts: str) -> Options:
    given = {"certificate": CERTIFICATE.pem, "key": CERTIFICATE.key_pem, "ca": CERTIFICATE.pem, **texts}
    paths = {"certificate": places.CERTIFICATE, "key": places.KEY, "ca": places.AUTHORITY}
    modes = {"certificate": "0644", "key": "0640", "ca": "0644"}
    pem = []
    for name, text in given.items():
        kind = ("", text) if text.startswith("/") else (text, "")
        pem.append({"path": paths[name], "mode": modes[name], "content": kind[0], "source": kind[1]})
    return options(tls=True, pem_files=pem)


def bring(given: Options) -> bringing.Found:
    found = bringing.look(given)
    if found.changed:
        bringing.bring(given, found)
    return found


def test_a_first_run_brings_everything_and_a_second_one_nothing(systemd: Systemd, host: Path) -> None:
    found = bring(options())
    assert f"{places.DATA} holds no data yet" in found.told
    assert systemd.restarted == [places.SERVICE, places.DUMP_TIMER]
    assert systemd.enabled == {places.SERVICE, places.DUMP_TIMER}
    assert Path(places.UNITS[places.SERVICE]).read_text() == f"ExecStart={host}/bin/postgres\n"
    assert Path(places.STATE).stat().st_mode & 0o777 == 0o700
    assert not Path(places.UNFINISHED).exists()
    assert bring(options()).told == []


def test_a_setting_is_changed_without_a_restart(systemd: Systemd, said: Said) -> None:
    bring(options())
    systemd.restarted.clear()
    found = bring(options("8MB"))
    assert found.diff[0]["after"].endswith("work_mem = '8MB'\n")
    assert (systemd.restarted, said.told[-2:]) == ([], ["SELECT pg_reload_conf();", "SELECT 1;"])


def test_what_alter_system_has_set_is_reset_before_files_are_read(systemd: Systemd, said: Said) -> None:
    bring(options())
    said.told.clear()
    said.answers["DISTINCT name"] = [{"name": "work_mem"}]
    assert bring(options()).told == ["work_mem is set by ALTER SYSTEM"]
    assert said.told[:2] == ['ALTER SYSTEM RESET "work_mem";', "SELECT pg_reload_conf();"]


def test_files_that_it_finds_fault_with_are_put_back(systemd: Systemd, said: Said) -> None:
    bring(options())
    said.answers["pg_hba_file_rules"] = [{"line_number": 2, "error": "invalid"}]
    with pytest.raises(_systemctl.Failed, match="line 2: invalid"):
        bring(options("8MB"))
    assert "4MB" in Path(places.CONFIGURATION).read_text()
    assert "SELECT pg_reload_conf();" not in said.told


def test_where_it_does_not_start_what_was_there_comes_back(systemd: Systemd, said: Said) -> None:
    bring(options())
    said.answers["FROM pg_settings"][0]["context"] = "postmaster"
    systemd.fails = "8MB"
    with pytest.raises(_systemctl.Failed, match=r"litellm-postgresql\.service did not start: the port is taken"):
        bring(options("8MB"))
    assert "4MB" in Path(places.CONFIGURATION).read_text()
    assert systemd.restarted[-1] == places.SERVICE
    # What was begun is finished by the next run.
    assert bringing.look(options()).restarts == [places.SERVICE]


def test_a_first_start_that_fails_leaves_nothing_that_starts(systemd: Systemd) -> None:
    systemd.fails = "4MB"
    with pytest.raises(_systemctl.Failed, match="did not start"):
        bring(options())
    assert not Path(places.CONFIGURATION).exists()
    assert systemd.active == set()


def test_everything_that_is_refused_is_told_at_once(systemd: Systemd) -> None:
    given = tls(key=issue("other").key_pem)
    given["files"][0]["content"] = "refused\n"
    given["dump_schedule"] = "never"
    with pytest.raises(Refusal) as refused:
        bringing.look(given)
    assert [part.split(" ")[0] for part in str(refused.value).split("; ")] == [
        "it",
        "litellm_postgresql_tls_key",
        "litellm_postgresql_dump_schedule:",
    ]


def test_certificates_come_from_text_or_from_the_host(systemd: Systemd, host: Path, said: Said) -> None:
    (host / "key.pem").write_text(CERTIFICATE.key_pem)
    found = bring(tls(key=f"{host}/key.pem"))
    assert Path(places.KEY).read_text() == CERTIFICATE.key_pem
    assert Path(places.KEY).stat().st_mode & 0o777 == 0o640
    shown = {each["after_header"]: each["after"] for each in found.diff}
    assert shown[places.KEY] == "(another one, not shown)\n"
    said.told.clear()
    other = issue("database.test")
    assert bring(tls(certificate=other.pem, key=other.key_pem)).restarts == []
    assert "SELECT pg_reload_conf();" in said.told


def test_a_key_that_is_not_there_is_refused(systemd: Systemd, host: Path) -> None:
    for path, says in {f"{host}/none": "does not exist on the host", f"{host}": "cannot be read"}.items():
        with pytest.raises(Refusal, match=says):
            bringing.look(tls(key=path))


def test_a_timer_that_is_no_longer_declared_goes(systemd: Systemd) -> None:
    bring(options())
    given = options(services=[places.SERVICE], dump_schedule="")
    del given["files"][2]
    assert bring(given).told == [f"{places.UNITS[places.DUMP_TIMER]} should not be there"]
    assert systemd.active == {places.SERVICE}
    assert bring(given).told == []


def test_where_it_does_not_start_without_them_files_that_are_declared_no_more_are_still_there(
    systemd: Systemd, said: Said
) -> None:
    bring(tls())
    before = {path: Path(path).read_text() for path in places.MANAGED if Path(path).exists()}
    assert {places.CERTIFICATE, places.KEY, places.AUTHORITY, places.UNITS[places.DUMP_TIMER]} < {*before}
    said.answers["FROM pg_settings"][0]["context"] = "postmaster"
    systemd.fails = "8MB"
    given = options("8MB", services=[places.SERVICE])
    del given["files"][2]
    with pytest.raises(_systemctl.Failed, match="did not start"):
        bring(given)
    assert {path: Path(path).read_text() for path in places.MANAGED if Path(path).exists()} == before
    assert systemd.active == systemd.enabled == {places.SERVICE, places.DUMP_TIMER}


def test_a_process_that_does_not_answer_is_started_again(systemd: Systemd, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(options())

    def silent(_query: str, **_values: str) -> t.NoReturn:
        raise Unreachable("nobody there")

    said = Said({})
    monkeypatch.setattr(said, "rows", silent)
    monkeypatch.setattr(bringing, "admin", lambda *_place: said)
    found = bringing.look(options())
    assert found.told == ["PostgreSQL does not answer: nobody there", f"{places.SERVICE} has to be started again"]
    monkeypatch.setattr(said, "say", silent)
    with pytest.raises(Unreachable, match="nobody there"):
        bringing.bring(options(), found)


def test_a_change_that_it_does_not_take_is_told(systemd: Systemd, said: Said) -> None:
    bring(options())
    said.answers["pg_database"][0]["open"] = True
    said.refuses = "REVOKE"
    with pytest.raises(_systemctl.Failed, match="PostgreSQL did not take a change: permission denied"):
        bring(options())


def test_without_the_programs_a_run_says_what_is_missing(systemd: Systemd, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bringing, "programs", lambda: Programs("", 0, "", "postgresql"))
    found = bringing.look(options())
    assert found.told[0] == "postgresql is not installed"
    with pytest.raises(_systemctl.Failed, match="postgresql is not installed"):
        bringing.bring(options(), found)


def test_a_cluster_that_cannot_be_made_is_told(systemd: Systemd, host: Path) -> None:
    program(host / "bin/initdb", 'echo "initdb: error: no room" >&2; exit 1')
    with pytest.raises(_systemctl.Failed, match="initdb: initdb: error: no room"):
        bring(options())
    assert not Path(places.DATA).exists()


def test_what_remains_is_taken_away(systemd: Systemd) -> None:
    bring(options())
    folder = options()["dump_folder"]
    bringing.take_away(True, folder)
    assert (bringing.remains(True, folder), bringing.remains(False, folder)) == ([], [places.STATE, folder])
    bringing.take_away(False, folder)
    assert bringing.remains(False, folder) == []
