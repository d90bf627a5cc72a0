"""The module litellm_installation_info, run as Ansible runs it."""

from __future__ import annotations

import hashlib
from pathlib import Path

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
