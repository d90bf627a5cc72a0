"""A version that cannot be taken in is refused in one sentence; the lock of one that can says what it is of."""

from __future__ import annotations

import importlib
import re
import subprocess
import typing as t
import zipfile
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.lines import LINES

ROOT = Path(__file__).parents[3]
NEWEST = list(LINES.values())[-1]


@pytest.fixture(scope="module")
def script() -> t.Any:
    with pytest.MonkeyPatch.context() as patched:
        patched.syspath_prepend(str(ROOT / "scripts"))
        return importlib.import_module("take_in_version")


def uv(returncode: int, stderr: str = "", lock: str = "") -> t.Any:
    """A ``uv pip compile`` that ends so, and writes *lock* where it is told to."""

    def compiled(requirements: str, *options: str) -> subprocess.CompletedProcess[str]:
        for option in options:
            if option.startswith("--output-file=") and not returncode:
                Path(option.partition("=")[2]).write_text(lock)
        return subprocess.CompletedProcess([], returncode, "", stderr)

    return compiled


def test_an_older_patch_of_a_known_line_is_refused(script: t.Any) -> None:
    line, patch = NEWEST.rsplit(".", 1)
    with pytest.raises(script.Refused, match=rf"^LiteLLM {NEWEST} is known, .* as {line}\.0 and newer$"):
        script.check(f"{line}.0" if patch != "0" else pytest.fail("the newest version has no older patch"))
    script.check(NEWEST)
    script.check(f"{line}.{int(patch) + 1}")


def test_a_version_that_nobody_should_run_is_refused(script: t.Any) -> None:
    with pytest.raises(script.Refused, match=r"^LiteLLM 1\.82\.8 was published by an attacker.*MAL-2026-2144"):
        script.check("1.82.8")


def test_what_is_no_version_is_refused(
    script: t.Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["take_in_version.py", "latest"])
    assert script.main() == 1
    assert re.fullmatch(r"'latest' is not a LiteLLM version; write one such as [\d.]+\.\n", capsys.readouterr().err)


def test_packages_that_the_registry_lacks_are_named(
    script: t.Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    needed = ("aiohttp>=3", "litellm-enterprise==0.1.83", "litellm-proxy==9.9.9", "uvicorn==0.54.0")
    wheel = tmp_path / "litellm-9.9.9-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        lines = "".join(f"Requires-Dist: {each} ; extra == 'proxy'\n" for each in needed)
        archive.writestr("litellm-9.9.9.dist-info/METADATA", f"Name: litellm\n{lines}")

    def compiled(requirements: str, *_options: str) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], int("litellm" in requirements), "", "error: no solution")

    monkeypatch.setattr(script, "compiled", compiled)
    monkeypatch.setattr(script, "wheel_of", lambda *_arguments: wheel)
    with pytest.raises(script.Refused) as refused:
        script.lock_text("9.9.9", tmp_path)
    assert str(refused.value) == (
        "LiteLLM 9.9.9 cannot be installed: the registry lacks litellm-enterprise==0.1.83 and litellm-proxy==9.9.9, "
        "which litellm[proxy] needs"
    )


def test_a_version_that_the_registry_lacks_is_refused(
    script: t.Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def wheel_of(*_arguments: t.Any) -> None:
        raise subprocess.CalledProcessError(1, "pip")

    monkeypatch.setattr(script, "compiled", uv(1))
    monkeypatch.setattr(script, "wheel_of", wheel_of)
    with pytest.raises(script.Refused, match=r"^The registry has no LiteLLM 9\.9\.9$"):
        script.lock_text("9.9.9", tmp_path)


def test_another_reason_is_uv_s(script: t.Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(script, "compiled", uv(1, "error: No solution found\n  cause: Because of this.\n"))
    monkeypatch.setattr(script, "lacking_packages", lambda *_arguments: [])
    with pytest.raises(script.Refused, match=r"^LiteLLM 9\.9\.9 cannot be installed: Because of this$"):
        script.lock_text("9.9.9", tmp_path)


def test_the_lock_says_what_it_is_of(script: t.Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(script, "compiled", uv(0, lock="# old header\nlitellm==9.9.9 \\\n    --hash=sha256:ab\n"))
    assert script.lock_text("9.9.9", tmp_path) == (
        "# litellm==9.9.9; python>=3.10\nlitellm==9.9.9 \\\n    --hash=sha256:ab\n"
    )
