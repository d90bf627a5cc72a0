"""The module litellm_installation_info, run as Ansible runs it."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.modules import litellm_installation_info

from tests.unit.plugins.environments import add_package, make_environment
from tests.unit.plugins.modules.conftest import Run


def test_it_tells_what_is_there_and_what_should_not_be(run_module: Run, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    site = make_environment(environment)
    add_package(site, "litellm", "1.0.0", {"litellm_init.pth": "import steal\n", "litellm/__init__.py": ""})
    result = run_module(litellm_installation_info, path=str(environment), packages=["litellm"])
    assert result["changed"] is False
    assert [package["name"] for package in result["packages"]] == ["litellm"]
    (file,) = result["start_files"]
    assert (file["path"], file["package"]) == (f"{site}/litellm_init.pth", "litellm")
    assert [problem.split(" ")[0] for problem in result["problems"]] == [file["path"]]
    assert result["bill_digest"] == hashlib.sha256(result["bill"].encode()).hexdigest()
    accepting = run_module(litellm_installation_info, path=str(environment), accepted_start_files=[file["digest"]])
    assert accepting["problems"] == []


def test_it_compares_with_the_bill_and_with_the_files(run_module: Run, tmp_path: Path) -> None:
    environment, bill = tmp_path / "environment", tmp_path / "bill.json"
    site = make_environment(environment)
    add_package(site, "litellm", "1.0.0", {"litellm/__init__.py": ""})
    known = run_module(litellm_installation_info, path=str(environment))
    options = {"path": str(environment), "bill": str(bill), "bill_digest": known["bill_digest"], "every_file": True}
    (missing,) = run_module(litellm_installation_info, **options)["problems"]
    assert missing == f"its bill of materials is missing ({bill})"
    bill.write_text(known["bill"])
    assert run_module(litellm_installation_info, **options)["problems"] == []
    add_package(site, "thief", "1.0", {})
    (site / "litellm" / "__init__.py").write_text("steal()")
    assert run_module(litellm_installation_info, **options)["problems"] == [
        "thief 1.0 was added",
        f"edited: {site}/litellm/__init__.py",
    ]
    bill.write_text(run_module(litellm_installation_info, path=str(environment))["bill"])
    assert f"its bill of materials was edited ({bill})" in run_module(litellm_installation_info, **options)["problems"]


def test_a_folder_that_is_no_environment_is_refused(run_module: Run, tmp_path: Path) -> None:
    result = run_module(litellm_installation_info, path=str(tmp_path))
    assert result["failed"]
    assert result["msg"] == f"{tmp_path} is no virtual environment: it has no pyvenv.cfg"


def image_of(folder: Path) -> Path:
    """A Python with an environment in *folder*, as images have one; its ``site-packages``."""
    site = folder / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
    site.mkdir(parents=True)
    (folder / "bin").mkdir()
    (folder / "bin" / "python").symlink_to(os.path.realpath(sys.executable))
    home = os.path.dirname(os.path.realpath(sys.executable))
    (folder / "pyvenv.cfg").write_text(f"home = {home}\ninclude-system-site-packages = false\n")
    return site


def test_the_python_of_an_image_tells_what_it_has_and_runs_nothing_of_it(run_module: Run, tmp_path: Path) -> None:
    site, stolen = image_of(tmp_path), tmp_path / "stolen"
    asked = [str(tmp_path / "bin" / "python")]
    assert "no packages where it looks" in run_module(litellm_installation_info, python=asked)["msg"]
    add_package(site, "litellm", "1.0.0", {"litellm/__init__.py": ""})
    right = run_module(litellm_installation_info, python=asked)
    assert [(each["name"], each["version"]) for each in right["packages"]] == [("litellm", "1.0.0")]
    assert (right["problems"], right["python"]) == ([], sys.version.split()[0])
    (site / "planted.pth").write_text(f"import os; open({str(stolen)!r}, 'w')\n")
    (site / "sitecustomize.py").write_text(f"open({str(stolen)!r}, 'w')\n")
    result = run_module(litellm_installation_info, python=asked)
    assert [problem.split(", and")[0] for problem in result["problems"]] == [
        f"{site}/{name} runs whenever its Python starts" for name in ("planted.pth", "sitecustomize.py")
    ]
    digests = [each["digest"] for each in result["start_files"]]
    accepting = run_module(litellm_installation_info, python=asked, accepted_start_files=digests)
    assert (accepting["problems"], stolen.exists()) == ([], False)


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (["/bin/sh", "-c", "echo no such image >&2; exit 125", "sh"], "no such image"),
        (["/bin/true"], "it ended with 0"),
        (["/bin/echo", "[]"], "print(json.dumps"),
        (["/no/engine"], "/no/engine"),
    ],
)
def test_an_image_that_does_not_answer_is_told(run_module: Run, command: list[str], message: str) -> None:
    result = run_module(litellm_installation_info, python=command)
    assert result["failed"]
    assert message in result["msg"]
