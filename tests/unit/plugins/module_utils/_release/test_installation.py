"""What is wrong with an installation: what runs at each start, and what is otherwise than it was installed."""

from __future__ import annotations

import dataclasses
import json

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._release.installation import (
    HARMLESS,
    Installation,
    Package,
    StartFile,
    bill_differences,
    bill_of,
    file_differences,
    start_problems,
)

OPENAI = Package("openai", "2.40.1", "a" * 64)
BROTLI = Package("Brotli", "1.1.0", "b" * 64)
HAS = Installation("3.11.2", False, (BROTLI, OPENAI), ())
MEANT = f"where that is meant, add {'c' * 64} to litellm_accepted_start_files"
SETUPTOOLS = (
    "import os; var = 'SETUPTOOLS_USE_DISTUTILS'; enabled = os.environ.get(var, 'local') == 'local'; "
    "enabled and __import__('_distutils_hack').add_shim(); "
)
NAMESPACE = (
    "import sys, types, os;has_mfs = sys.version_info > (3, 5);p = os.path.join(sys._getframe(1).f_locals['sitedir'], "
    "*('google', 'cloud'));importlib = has_mfs and __import__('importlib.util');has_mfs and "
    "__import__('importlib.machinery');m = has_mfs and sys.modules.setdefault('google.cloud', "
    "importlib.util.module_from_spec(importlib.machinery.PathFinder.find_spec('google.cloud', "
    "[os.path.dirname(p)])));m = m or sys.modules.setdefault('google.cloud', types.ModuleType('google.cloud'));mp = (m or []) "
    "and m.__dict__.setdefault('__path__',[]);(p not in mp) and mp.append(p);m and setattr(sys.modules['google'], 'cloud', m)"
)
FIRST = (
    NAMESPACE.replace("('google', 'cloud')", "('google',)").replace("google.cloud", "google").partition(";m and set")[0]
)


def with_file(*code: str, package: str = "", path: str = "site/a.pth") -> Installation:
    return dataclasses.replace(HAS, start_files=(StartFile(path, "c" * 64, code, package),))


def test_nothing_that_runs_is_nothing_wrong() -> None:
    assert start_problems(HAS, ["openai"], []) == []


@pytest.mark.parametrize("package", ["", "litellm"])
def test_code_is_refused_whoever_brings_it(package: str) -> None:
    (problem,) = start_problems(with_file("import os; steal()", package=package), ["litellm"], [])
    whose = f"{package} brings it" if package else "no package brings it"
    assert problem == f"site/a.pth runs whenever its Python starts, and {whose}; {MEANT}"


def test_a_module_is_refused_as_code() -> None:
    assert start_problems(with_file("sitecustomize.py", package="litellm", path="site/sitecustomize.py"), None, [])


@pytest.mark.parametrize("line", [SETUPTOOLS, NAMESPACE, FIRST])
def test_what_setuptools_is_known_for_is_harmless(line: str) -> None:
    assert start_problems(with_file(line), [], []) == []


@pytest.mark.parametrize("line", [SETUPTOOLS, NAMESPACE, FIRST])
@pytest.mark.parametrize("more", ["; steal()", " steal()", "\nsteal()"])
def test_what_only_begins_like_it_is_not(line: str, more: str) -> None:
    assert start_problems(with_file(line.strip() + more), [], [])


def test_nor_is_what_has_more_inside() -> None:
    assert start_problems(with_file(NAMESPACE.replace("'cloud'", "steal()")), [], [])
    assert start_problems(with_file(SETUPTOOLS.replace("'local'", "steal()")), [], [])


def test_one_line_of_several_is_enough() -> None:
    assert start_problems(with_file(SETUPTOOLS, "import thief"), None, [])


def test_a_file_is_accepted_by_its_digest_only() -> None:
    assert start_problems(with_file("import os; mine()"), [], ["c" * 64]) == []
    assert start_problems(with_file("import os; mine()"), [], ["d" * 64])


@pytest.mark.parametrize(
    ("package", "packages", "right"),
    [
        ("", None, False),
        ("A.Package", None, True),
        ("A.Package", ["a-package"], True),
        ("A.Package", ["another"], False),
    ],
)
def test_other_folders_are_for_packages_of_the_lock(package: str, packages: list[str] | None, right: bool) -> None:
    problems = start_problems(with_file(package=package), packages, [])
    assert (problems == []) is right
    assert all("leads its Python to other folders" in problem for problem in problems)


def test_packages_of_another_python_are_refused() -> None:
    (problem,) = start_problems(dataclasses.replace(HAS, shares=True), None, [])
    assert "also sees the packages of the Python that it was made with" in problem


def test_every_harmless_line_has_a_reason() -> None:
    assert all(each.reason for each in HARMLESS)


def test_what_is_as_it_was_installed_does_not_differ() -> None:
    assert bill_differences(HAS, bill_of(HAS)) == []
    assert {package["name"]: package["version"] for package in json.loads(bill_of(HAS))["packages"]} == {
        "Brotli": "1.1.0",
        "openai": "2.40.1",
    }


@pytest.mark.parametrize(
    ("packages", "says"),
    [
        ((BROTLI,), "openai 2.40.1 is missing"),
        ((BROTLI, OPENAI, Package("thief", "1.0", "")), "thief 1.0 was added"),
        ((BROTLI, dataclasses.replace(OPENAI, version="3.0")), "openai is 3.0, and was installed as 2.40.1"),
        (
            (BROTLI, dataclasses.replace(OPENAI, version="1.0"), OPENAI),
            "openai is 1.0 and 2.40.1, and was installed as 2.40.1",
        ),
        (
            (BROTLI, dataclasses.replace(OPENAI, record="e" * 64)),
            "openai 2.40.1 lists other files than it was installed with",
        ),
    ],
)
def test_each_package_that_differs_is_named(packages: tuple[Package, ...], says: str) -> None:
    assert bill_differences(dataclasses.replace(HAS, packages=packages), bill_of(HAS)) == [says]


@pytest.mark.parametrize("bill", ["", "{}", "[]", '{"packages": [{"name": "a"}]}', '{"packages": [1]}'])
def test_a_damaged_bill_is_named(bill: str) -> None:
    assert bill_differences(HAS, bill) == ["its bill of materials is damaged"]


def test_files_are_named_the_first_of_many() -> None:
    found = dataclasses.replace(HAS, missing=tuple("abcdefg"), changed=("x",))
    assert file_differences(found) == ["missing: a, b, c, d, e and 2 more", "edited: x"]
