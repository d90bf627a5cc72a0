"""What is wrong with packages is one refusal, and check mode tells what would be fetched."""

from __future__ import annotations

import json
import tarfile
import types
import typing as t
from pathlib import Path

import pytest
from ansible.errors import AnsibleError
from ansible.plugins.action import ActionBase
from ansible_collections.llmops.litellm.plugins.action import litellm_wheels
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages import supply
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.parcel import Parcel

from tests.unit.plugins.plugin_utils._packages.programs import wheel

Run = t.Callable[..., dict[str, t.Any]]

TARGET = {"python": "3.11.2", "machine": "x86_64", "libc": "2.36"}
PACKAGES = ("litellm", "fastapi", "gunicorn", "uvicorn", "uv")


@pytest.fixture
def wheels(tmp_path: Path) -> dict[str, str]:
    """Options that name a folder with a wheel of each package, and locks of them."""
    folder = tmp_path / "wheels"
    folder.mkdir()
    lines = [f"{name}==1.2.3 --hash=sha256:{wheel(folder, f'{name}-1.2.3-py3-none-any.whl', {})}" for name in PACKAGES]
    return {"wheels": str(folder), "lock": "\n".join(lines[:-1]), "tools_lock": lines[-1]}


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, wheels: dict[str, str], tmp_path: Path) -> Run:
    """Run the action on those wheels; with *options* in their place."""

    def run_action(check_mode: bool = False, **options: t.Any) -> dict[str, t.Any]:
        args = {"version": "1.2.3", "target": TARGET, **wheels, **options}
        monkeypatch.setattr(ActionBase, "run", lambda *_arguments, **_named: {})
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
        action = object.__new__(litellm_wheels.ActionModule)
        action._task = types.SimpleNamespace(args=args, check_mode=check_mode, action="litellm_wheels")
        monkeypatch.setattr(action, "_find_needle", find)
        result: dict[str, t.Any] = action.run()
        return result

    def find(_folder: str, path: str) -> str:
        if not Path(path).exists():
            raise AnsibleError(path)
        return path

    return run_action


@pytest.fixture
def fetching(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that something was fetched into."""
    into: list[Path] = []

    def fetch(_wanted: supply.Wanted, folder: Path, _timeout: int) -> tuple[str, ...]:
        into.append(folder)
        folder.mkdir(parents=True, exist_ok=True)
        return ("new.whl",)

    monkeypatch.setattr(supply, "fetch", fetch)
    return into


@pytest.fixture
def packed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supply, "parcel", lambda *_arguments: Parcel(Path("/cache/parcel.tar.gz"), True, True))


@pytest.mark.usefixtures("packed")
def test_wheels_that_are_right_are_packed(run: Run, wheels: dict[str, str], fetching: list[Path]) -> None:
    assert run() == {
        "changed": False,
        "folder": wheels["wheels"],
        "fetched": [],
        "parcel": "/cache/parcel.tar.gz",
        "compiled": True,
        "made": True,
    }
    assert fetching == []


def test_check_mode_judges_and_packs_nothing(run: Run, wheels: dict[str, str]) -> None:
    assert run(check_mode=True) == {"changed": False, "folder": wheels["wheels"], "fetched": []}
    (Path(wheels["wheels"]) / "uvicorn-1.2.3-py3-none-any.whl").unlink()
    assert run(check_mode=True)["failed"]


def test_everything_that_is_wrong_is_said_at_once(run: Run, wheels: dict[str, str]) -> None:
    folder = Path(wheels["wheels"])
    (folder / "uvicorn-1.2.3-py3-none-any.whl").unlink()
    (folder / "litellm-1.2.3-py3-none-any.whl").write_bytes(b"other")
    (folder / "gunicorn-1.2.3-py3-none-any.whl").rename(folder / "gunicorn-1.2.3-cp312-cp312-linux_x86_64.whl")
    result = run()
    assert result["failed"]
    assert result["msg"] == (
        f"litellm_wheels is {folder}, which cannot be installed on Python 3.11.2 on x86_64 with glibc 2.36: "
        "1 wheel is missing (uvicorn 1.2.3); "
        "1 package has no wheel for Python 3.11.2 on x86_64 with glibc 2.36, only for others (gunicorn 1.2.3); "
        "1 wheel has another hash than the lock (litellm-1.2.3-py3-none-any.whl). "
        "Let playbooks/fetch.yml fetch them again. Nothing was changed on any host."
    )


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"wheels": "/no/wheels"}, "litellm_wheels is /no/wheels, which does not exist on the controller. Nothing"),
        ({"lock": " "}, "Only what has a lock can be fetched and sent, and LiteLLM 1.2.3 has none; playbooks/lock.yml"),
        ({"unlocked": ["langfuse==2.60.3"]}, "and langfuse==2.60.3 has none"),
        ({"target": {**TARGET, "python": ""}}, "There is no Python from 3.10 to 3.14 on the host"),
    ],
)
def test_what_cannot_be_installed_is_refused(run: Run, options: dict[str, t.Any], says: str) -> None:
    result = run(**options)
    assert result["failed"]
    assert says in result["msg"]
    assert result["msg"].endswith("Nothing was changed on any host.")


def test_fetching_tells_what_came(run: Run, wheels: dict[str, str], fetching: list[Path]) -> None:
    folder = Path(wheels["wheels"])
    assert run(state="fetched") == {"changed": False, "folder": str(folder), "fetched": []}
    assert fetching == []
    (folder / "uv-1.2.3-py3-none-any.whl").unlink()
    told = run(state="fetched", check_mode=True)
    assert told == {"changed": True, "folder": str(folder), "fetched": ["uv 1.2.3"]}
    assert fetching == []


def test_what_comes_is_judged_too(run: Run, wheels: dict[str, str], fetching: list[Path]) -> None:
    (Path(wheels["wheels"]) / "litellm-1.2.3-py3-none-any.whl").unlink()
    assert "1 wheel is missing" in run(state="fetched")["msg"]
    assert fetching == [Path(wheels["wheels"])]


def test_an_archive_is_no_place_to_fetch_into(run: Run, tmp_path: Path) -> None:
    (tmp_path / "wheels.tar").touch()
    told = run(state="fetched", wheels=str(tmp_path / "wheels.tar"))
    assert told["msg"].startswith(f"litellm_wheels is {tmp_path}/wheels.tar, which is no folder")


@pytest.mark.usefixtures("packed")
def test_without_wheels_the_controller_fetches_into_a_folder_of_its_own(
    run: Run, fetching: list[Path], tmp_path: Path
) -> None:
    folder = tmp_path / "cache" / "llmops.litellm" / "wheels"
    assert run(wheels="", check_mode=True)["fetched"] == [f"{name} 1.2.3" for name in PACKAGES]
    assert fetching == []
    told = run(wheels="")
    assert fetching == [folder]
    assert told["msg"].startswith(f"{folder}, where the controller keeps wheels, cannot be installed on")


def test_an_archive_that_brings_the_image(run: Run, tmp_path: Path) -> None:
    manifest, archive = tmp_path / "manifest.json", tmp_path / "image.tar"
    manifest.write_text(json.dumps([{"RepoTags": ["localhost/litellm:v1.2.3"]}]))
    with tarfile.open(archive, "w") as content:
        content.add(manifest, "manifest.json")
    told = run(state="image", image="localhost/litellm:v1.2.3", image_archive=str(archive))
    assert told == {"changed": False, "image_archive": str(archive)}
    told = run(state="image", image="localhost/litellm:v1.2.4", image_archive=str(archive))
    assert told["msg"].startswith(
        f"litellm_image_archive is {archive}, which has localhost/litellm:v1.2.3, and litellm_image is"
    )
    told = run(state="image", image="localhost/litellm:v1.2.3", image_archive=str(manifest))
    assert told["msg"].startswith(f"litellm_image_archive is {manifest}, which is not an archive of an image")


def test_an_archive_that_brings_prismas_program(run: Run, tmp_path: Path) -> None:
    program, archive = tmp_path / "index.js", tmp_path / "prisma.tar"
    program.write_text("")
    with tarfile.open(archive, "w") as content:
        content.add(program, "./node_modules/prisma/build/index.js")
    assert run(state="prisma", prisma_archive=str(archive)) == {"changed": False, "prisma_archive": str(archive)}
    told = run(state="prisma", prisma_archive=str(program))
    assert told["msg"].startswith(f"litellm_prisma_archive is {program}, which is not an archive (tar)")
    assert told["msg"].endswith("Nothing was changed on any host.")
