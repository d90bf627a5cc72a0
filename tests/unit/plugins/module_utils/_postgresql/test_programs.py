"""Which PostgreSQL the host has, and what it says of a configuration."""

from __future__ import annotations

import getpass
import os
import pwd
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils import _postgresql_places as places
from ansible_collections.llmops.litellm.plugins.module_utils._owned_files import Refusal
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql import programs
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql.programs import Programs

from tests.certificates import issue
from tests.unit.plugins.module_utils._postgresql.conftest import program


@pytest.fixture
def installed(host: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of versions that the host has; 15 and 17, and a client of 18."""
    monkeypatch.setattr(programs, "FOLDERS", (f"{host}/lib/*/bin",))
    for major in ("15", "17"):
        program(host / f"lib/{major}/bin/postgres", f'echo "postgres (PostgreSQL) {major}.4 (Debian {major}.4-0)"')
    (host / "lib/18/bin").mkdir(parents=True)
    return host / "lib"


def data_of(version: str) -> None:
    Path(places.DATA).mkdir(parents=True)
    Path(f"{places.DATA}/PG_VERSION").write_text(f"{version}\n")


def test_without_data_it_is_the_newest(installed: Path) -> None:
    assert programs.programs() == Programs(f"{installed}/17/bin", 17, "17.4", "")


def test_with_data_it_is_theirs(installed: Path) -> None:
    data_of("15")
    assert programs.programs().major == 15


def test_data_of_a_version_that_is_gone_are_not_touched(installed: Path) -> None:
    data_of("13")
    with pytest.raises(Refusal, match="is of PostgreSQL 13, and the host has 15, 17: install 13 again, or"):
        programs.programs()


def test_what_has_to_be_installed_is_told(host: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "FOLDERS", (f"{host}/lib/*/bin",))
    assert programs.programs().package == "postgresql"
    data_of("15")
    assert programs.programs().package == "postgresql-15"


def test_one_that_is_too_old_is_refused(host: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "FOLDERS", (f"{host}/lib/*/bin",))
    program(host / "lib/12/bin/postgres", "echo 12.22")
    with pytest.raises(Refusal, match=r"PostgreSQL 12\.22 is too old: it has to be 13 or newer"):
        programs.programs()


def test_what_it_says_of_a_configuration_is_a_sentence(host: Path) -> None:
    text = (
        'for last; do :; done; path=${last#config_file=}; grep -q wrong "$path" || exit 0; '
        'echo "2026-01-01 00:00:00 UTC [1] LOG:  skipping missing configuration file \\"x\\"" >&2; '
        'echo "2026-01-01 00:00:00 UTC [1] LOG:  unrecognized parameter in file \\"$path\\" line 1" >&2; '
        'echo "2026-01-01 00:00:00 UTC [1] FATAL:  configuration file \\"$path\\" contains errors" >&2; exit 1'
    )
    found = Programs(str(program(host / "postgres", text).parent), 15, "15.4", "")
    programs.try_configuration(found, "port = '5432'\n")
    with pytest.raises(Refusal) as refused:
        programs.try_configuration(found, "wrong\n")
    assert str(refused.value) == f'unrecognized parameter in file "{places.CONFIGURATION}" line 1'
    assert programs.reason("", "x") == "it said nothing"


def test_directives_are_read_as_they_are_written() -> None:
    assert programs.directives("# a comment\nport = '5432'\n\nwork_mem = '4 = MB'\n") == {
        "port": "'5432'",
        "work_mem": "'4 = MB'",
    }


def test_a_certificate_is_tried_with_its_key() -> None:
    made, other = issue("a"), issue("b")
    programs.try_certificate(made.pem, made.key_pem, f"Château CA\n{made.pem}")
    for texts, says in {
        (made.pem, other.key_pem, made.pem): "tls_key does not belong to the certificate",
        ("no", made.key_pem, made.pem): "tls_key or its certificate cannot be read; it is damaged, or no PEM",
        (made.pem, made.key_pem, "no"): "tls_ca is no PEM file",
        (made.pem, made.key_pem, ""): "tls_ca is no PEM file",
        (made.pem, made.encrypted_key_pem, made.pem): "tls_key is encrypted",
    }.items():
        with pytest.raises(Refusal, match=says):
            programs.try_certificate(*texts)


def test_a_program_runs_as_an_account(monkeypatch: pytest.MonkeyPatch) -> None:
    assert programs.as_account(getpass.getuser()) == {"cwd": "/"}
    monkeypatch.setattr(os, "geteuid", lambda: -1)
    entry = pwd.getpwuid(os.getuid())
    as_other = {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": [], "cwd": "/"}
    assert programs.as_account(entry.pw_name) == as_other
