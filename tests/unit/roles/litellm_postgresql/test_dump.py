"""The program that dumps a database and restores it, with programs of PostgreSQL that do what a test says."""

from __future__ import annotations

import runpy
import sys
import typing as t
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[4] / "roles" / "litellm_postgresql" / "files" / "dump.py"
TOOLS = {
    "pg_dump": 'for word; do case $word in --file=*) echo dumped >> "${word#--file=}";; esac; done',
    "pg_restore": ":",
    "psql": "cat",
}
Run = t.Callable[..., tuple[int, str, str]]


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """The folder of PostgreSQL's programs; each writes its arguments and its input to ``said``."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name, act in TOOLS.items():
        tool(folder, name, act)
    (tmp_path / "dumps").mkdir()
    return folder


def tool(folder: Path, name: str, act: str) -> None:
    read = 'text=$(cat); echo "$text" >> "$said"; ' if name == "psql" else ""
    act = act.replace("cat", "case $text in *datdba*) echo litellm;; esac")
    path = folder / name
    path.write_text(f'#!/bin/sh\nsaid="{folder.parent}/said"; echo "{name} $*" >> "$said"\n{read}{act}\n')
    path.chmod(0o755)


@pytest.fixture
def run(tools: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the program; its status and what it said to whom."""

    def call(act: str, last: str) -> tuple[int, str, str]:
        words = [act, str(tools), "5432", "litellm", str(tools.parent / "dumps"), last]
        monkeypatch.setattr(sys, "argv", ["dump.py", *words])
        with pytest.raises(SystemExit) as ended:
            runpy.run_path(str(PROGRAM), run_name="__main__")
        out, err = capsys.readouterr()
        return int(str(ended.value.code)), out.strip(), err.strip()

    return call


def test_a_dump_has_its_name_when_it_is_whole(run: Run, tools: Path) -> None:
    old = [tools.parent / f"dumps/litellm-2020010{day}T000000Z.dump" for day in (1, 2)]
    for path in old:
        path.write_text("")
    status, made, _err = run("dump", "2")
    assert (status, Path(made).read_text()) == (0, "dumped\n")
    assert Path(made).stat().st_mode & 0o777 == 0o600
    assert not old[0].exists()
    assert old[1].exists()


@pytest.mark.parametrize("broken", ["pg_dump", "pg_restore"])
def test_a_dump_that_fails_leaves_those_that_are_there(run: Run, tools: Path, broken: str) -> None:
    old = tools.parent / "dumps/litellm-20200101T000000Z.dump"
    old.write_text("")
    (tools.parent / "dumps/litellm.partial").write_text("of a run that was killed")
    tool(tools, broken, 'echo "error: no room" >&2; exit 1')
    assert run("dump", "1") == (1, "", f"{broken}: error: no room")
    assert list(old.parent.iterdir()) == [old]


def test_a_dump_is_read_beside_what_serves_and_then_takes_its_name(run: Run, tools: Path) -> None:
    path = tools.parent / "dumps/litellm-20200101T000000Z.dump"
    path.write_text("")
    assert run("restore", "newest") == (0, str(path), "")
    said = (tools.parent / "said").read_text()
    steps = [
        "--list",
        'CREATE DATABASE :"fresh" OWNER litellm',
        "--single-transaction --no-owner --role=litellm --dbname=litellm_restored",
        'DROP DATABASE IF EXISTS :"before"',
        "ALLOW_CONNECTIONS false",
        "pg_terminate_backend",
        'RENAME TO :"name"; COMMIT',
    ]
    assert [said.index(step) for step in steps] == sorted(said.index(step) for step in steps)
    assert "\\set before litellm_before_restore" in said


def test_a_name_that_cannot_be_given_lets_clients_in_again(run: Run, tools: Path) -> None:
    path = tools.parent / "dumps/litellm-20200101T000000Z.dump"
    path.write_text("")
    tool(tools, "psql", 'cat; case $text in *RENAME*) echo "ERROR: in use" >&2; exit 3;; esac')
    assert run("restore", str(path)) == (1, "", "psql: ERROR: in use")
    assert (tools.parent / "said").read_text().rstrip().endswith("ALLOW_CONNECTIONS true")


def test_what_is_not_there_is_told(run: Run, tools: Path) -> None:
    assert run("restore", "newest") == (1, "", f"there is no dump in {tools.parent}/dumps")
    assert run("restore", "/nowhere") == (1, "", "there is no dump /nowhere")
    tool(tools, "psql", ":")
    path = tools.parent / "dumps/litellm-20200101T000000Z.dump"
    path.write_text("")
    assert run("restore", "newest") == (1, "", "there is no database litellm")
