from __future__ import annotations

import dataclasses
import sys
import tarfile
import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages import download, supply
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.errors import PackagesError
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.lock import Lock, Target
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.supply import Wanted

from tests.unit.plugins.plugin_utils._packages.programs import UV, path_with, program, wheel

if t.TYPE_CHECKING:
    from pathlib import Path

LINE = f"{sys.version_info[0]}.{sys.version_info[1]}"
HERE = Target(f"{LINE}.0", "x86_64", "2.36")
LITELLM, SUPERVISOR = "litellm-1.2.3-py3-none-any.whl", "supervisor-4.3.0-py3-none-any.whl"
PIP = """
    import pathlib, shutil, sys
    words = dict(word.split("=", 1) for word in sys.argv if word.startswith("--") and "=" in word)
    pathlib.Path({log!r}).open("a").write(" ".join(sys.argv[1:]) + "\\n")
    if "download" in sys.argv:
        pathlib.Path(words["--dest"]).mkdir()
        for line in pathlib.Path(words["--requirement"]).read_text().splitlines():
            for file in pathlib.Path({registry!r}).glob(line.split("==")[0] + "-*"):
                shutil.copy(file, words["--dest"])
"""


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    folder = tmp_path / "registry"
    folder.mkdir()
    return folder


@pytest.fixture
def wanted(registry: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Wanted:
    """What a host needs that the registry has, on a controller with a pip and a uv."""
    litellm = wheel(
        registry,
        LITELLM,
        {"litellm/__init__.py": "import os", "litellm/broken.py": "no ( python", "a.pth": "import os"},
    )
    supervisor = wheel(registry, SUPERVISOR, {"supervisor/__init__.py": ""})
    uv = wheel(registry, "uv-1.0-py3-none-any.whl", {"uv-1.0.data/scripts/uv": f"#!{sys.executable}\n{_dedented(UV)}"})
    pip = program(tmp_path / "pip", PIP.format(log=str(tmp_path / "log"), registry=str(registry)))
    monkeypatch.setattr(download, "_pip", lambda: (str(pip),))
    tools = f"supervisor==4.3.0 --hash=sha256:{supervisor}\nuv==1.0 --hash=sha256:{uv}"
    return Wanted(Lock.parse(f"litellm==1.2.3 --hash=sha256:{litellm}"), Lock.parse(tools), HERE, True)


def _dedented(text: str) -> str:
    return "\n".join(line.removeprefix("    ") for line in text.splitlines())


def test_what_is_missing_is_fetched_once(wanted: Wanted, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "wheels"
    assert [entry.name for entry in supply.missing(wanted, folder)] == ["litellm", "supervisor", "uv"]
    assert supply.fetch(wanted, folder, 60) == (LITELLM, SUPERVISOR, "uv-1.0-py3-none-any.whl")
    assert supply.missing(wanted, folder) == ()
    assert supply.problems(wanted, folder) == []
    of_host, of_here = (tmp_path / "log").read_text().splitlines()
    assert f"--python-version={LINE}.0" in of_host
    assert "--platform=manylinux_2_36_x86_64" in of_host
    assert "--platform" not in of_here
    for line in (of_host, of_here):
        assert "download --quiet --no-deps --require-hashes --only-binary=:all:" in line


def test_a_changed_wheel_is_refused_and_fetched_again(wanted: Wanted, tmp_path: Path) -> None:
    folder = tmp_path / "wheels"
    supply.fetch(wanted, folder, 60)
    (folder / LITELLM).write_bytes(b"x" + (folder / LITELLM).read_bytes()[1:])
    assert supply.problems(wanted, folder) == [f"1 wheel has another hash than the lock ({LITELLM})"]
    assert supply.fetch(wanted, folder, 60) == (LITELLM,)
    assert supply.problems(wanted, folder) == []


def test_a_changed_uv_is_refused(wanted: Wanted, tmp_path: Path) -> None:
    folder = tmp_path / "wheels"
    supply.fetch(wanted, folder, 60)
    (folder / "uv-1.0-py3-none-any.whl").write_bytes(b"x")
    assert supply.problems(wanted, folder) == ["1 wheel has another hash than the lock (uv-1.0-py3-none-any.whl)"]


def test_a_controller_without_uv_is_told(wanted: Wanted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "wheels"
    supply.fetch(wanted, folder, 60)
    (folder / "uv-1.0-py3-none-any.whl").unlink()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert supply.problems(wanted, folder) == ["there is no uv for the controller, neither among them nor as a program"]


def test_a_parcel_has_the_packages_as_they_are_installed(wanted: Wanted, tmp_path: Path) -> None:
    folder = tmp_path / "wheels"
    supply.fetch(wanted, folder, 60)
    parcel = supply.parcel(wanted, folder, tmp_path / "cache", 60)
    assert parcel.made
    assert parcel.compiled
    with tarfile.open(parcel.path) as archive:
        members = {member.name: member for member in archive}
    packages = f"environment/lib/python{LINE}/site-packages"
    assert {
        f"{packages}/litellm/__init__.py",
        f"{packages}/a.pth",
        "environment/bin/litellm",
        "environment/share",
    } <= set(members)
    assert "tools/bin/supervisor" in members
    assert members["environment/bin/litellm"].mode == 0o755
    assert not [name for name in members if "_virtualenv" in name or name.endswith(("/bin/python", "pyvenv.cfg"))]
    compiled = [name for name in members if name.endswith(".pyc")]
    # What is no Python of this version stays as it is.
    assert [name for name in compiled if "litellm" in name] == [
        f"{packages}/litellm/__pycache__/__init__.cpython-{LINE.replace('.', '')}.pyc"
    ]
    assert {member.uid for member in members.values()} == {0}


def test_hosts_of_a_kind_share_a_parcel(wanted: Wanted, tmp_path: Path) -> None:
    folder, cache = tmp_path / "wheels", tmp_path / "cache"
    supply.fetch(wanted, folder, 60)
    one = supply.parcel(wanted, folder, cache, 60)
    same = supply.parcel(dataclasses.replace(wanted, target=Target(f"{LINE}.9", "x86_64", "2.41")), folder, cache, 60)
    assert same.path == one.path
    assert not same.made
    without = supply.parcel(dataclasses.replace(wanted, supervisor=False), folder, cache, 60)
    assert without.path != one.path
    other = supply.parcel(dataclasses.replace(wanted, target=Target("3.77.1", "aarch64", "2.36")), folder, cache, 60)
    assert not other.compiled


def test_old_parcels_are_forgotten(wanted: Wanted, tmp_path: Path) -> None:
    folder, cache = tmp_path / "wheels", tmp_path / "cache"
    supply.fetch(wanted, folder, 60)
    for machine in ("a", "b", "c", "d", "e", "f"):
        target = Target(f"{LINE}.0", machine, "2.36")
        supply.parcel(dataclasses.replace(wanted, target=target), folder, cache, 60)
    assert len(list((cache / "parcels").glob("*.tar.gz"))) == 4


def test_a_program_of_the_controller_does_where_no_wheel_of_uv_is(
    wanted: Wanted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, programs = tmp_path / "wheels", tmp_path / "programs"
    supply.fetch(wanted, folder, 60)
    (folder / "uv-1.0-py3-none-any.whl").unlink()
    programs.mkdir()
    program(programs / "uv", UV)
    monkeypatch.setenv("PATH", path_with(programs))
    assert supply.problems(wanted, folder) == []
    assert supply.parcel(wanted, folder, tmp_path / "cache", 60).made


def test_a_folder_that_cannot_be_made_is_told(wanted: Wanted, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(PackagesError, match="cannot be made a folder on the controller"):
        supply.fetch(wanted, tmp_path / "file" / "wheels", 60)


def test_a_wheel_that_uv_cannot_unpack_is_told(wanted: Wanted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, programs = tmp_path / "wheels", tmp_path / "programs"
    supply.fetch(wanted, folder, 60)
    (folder / "uv-1.0-py3-none-any.whl").unlink()
    programs.mkdir()
    program(programs / "uv", "import sys; sys.exit('no space left')")
    monkeypatch.setenv("PATH", path_with(programs))
    with pytest.raises(PackagesError, match="uv failed on the controller: no space left"):
        supply.parcel(wanted, folder, tmp_path / "cache", 60)
    assert list((tmp_path / "cache" / "parcels").glob("*")) == [tmp_path / "cache" / "parcels" / ".lock"]


def test_a_compiler_that_is_killed_is_told_and_leaves_no_parcel(
    wanted: Wanted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, programs = tmp_path / "wheels", tmp_path / "programs"
    supply.fetch(wanted, folder, 60)
    programs.mkdir()
    program(
        programs / "python3.77",
        """
        import os, signal, sys
        os.kill(os.getpid(), signal.SIGKILL) if sys.argv[-2].endswith("compile.py") else print("3.77 cpython")
        """,
    )
    monkeypatch.setenv("PATH", path_with(programs))
    other = dataclasses.replace(wanted, target=Target("3.77.1", "aarch64", "2.36"))
    with pytest.raises(PackagesError, match="compiling ended with -9 on the controller"):
        supply.parcel(other, folder, tmp_path / "cache", 60)
    assert list((tmp_path / "cache" / "parcels").glob("*.tar.gz")) == []


def test_what_is_kept_is_in_the_cache_of_who_runs_the_play(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert supply.cache_folder() == tmp_path / "llmops.litellm"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", "/home/ops")
    assert str(supply.cache_folder()) == "/home/ops/.cache/llmops.litellm"
