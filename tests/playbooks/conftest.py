"""Every supported ansible-core, as scripts/make_cores.sh made it; what is left out is in the last lines of the output."""

from __future__ import annotations

import subprocess
import typing as t
from pathlib import Path

import pytest
import yaml

from tests.playbooks.cores import CORES, HERE, SUPPORTED, Play, Refuse, run_playbook

if not HERE:
    raise pytest.UsageError(
        "There is no ansible-core in .cache/cores; scripts/make_cores.sh makes those that are supported."
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "core" in metafunc.fixturenames:
        # What only our own code says is the same under each.
        said_by_ours = metafunc.definition.get_closest_marker("newest_core")
        metafunc.parametrize("core", HERE[-1:] if said_by_ours else HERE, scope="session")


def pytest_terminal_summary(terminalreporter: t.Any) -> None:
    for core in SUPPORTED:
        python = CORES / core / "bin" / "python"
        if core in HERE:
            version = subprocess.run([python, "--version"], capture_output=True, text=True, check=True)  # noqa: S603
            terminalreporter.write_line(f"ansible-core {core}: tried under {version.stdout.strip()}, and no other")
        else:
            terminalreporter.write_line(f"ansible-core {core}: LEFT OUT, because no Python here runs it")


@pytest.fixture(scope="session")
def play(core: str) -> Play:
    """Run a playbook under one core, which must end well."""

    def run(*arguments: str | Path, **keywords: t.Any) -> subprocess.CompletedProcess[str]:
        done = run_playbook(core, *arguments, **keywords)
        assert done.returncode == 0, done.stdout + done.stderr
        return done

    return run


@pytest.fixture(scope="session")
def refuse(core: str) -> Refuse:
    """Run a playbook under one core, which must fail; its output, without the breaks of lines."""

    def run(*arguments: str | Path, **keywords: t.Any) -> str:
        done = run_playbook(core, *arguments, **keywords)
        assert done.returncode != 0, done.stdout
        return " ".join((done.stdout + done.stderr).split())

    return run


@pytest.fixture(scope="session")
def inventory(tmp_path_factory: pytest.TempPathFactory) -> t.Callable[..., Path]:
    """Write an inventory: its hosts, and the variables of all of them."""

    def write(hosts: dict[str, t.Any], **variables: t.Any) -> Path:
        folder = tmp_path_factory.mktemp("inventory")
        (folder / "group_vars").mkdir()
        (folder / "hosts.yml").write_text(yaml.safe_dump(hosts))
        (folder / "group_vars" / "all.yml").write_text(yaml.safe_dump(variables))
        return folder

    return write
