"""What a lock says, and what keeps one from being installed on a host."""

from __future__ import annotations

import string
import typing as t
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.lock import Header, Lock, Target
from hypothesis import given
from hypothesis import strategies as st

if t.TYPE_CHECKING:
    from collections.abc import Sequence

LOCKS = Path(__file__).resolve().parents[5] / "roles" / "litellm" / "files" / "locks"
HOST = Target("3.11.2", "x86_64", "2.36")
TEXT = """\
# litellm==1.106.2; python>=3.10
fastapi==0.162.5 ; python_full_version < '3.11' \\
    --hash=sha256:aa
fastapi==0.165.0 ; python_full_version >= '3.11' \\
    --hash=sha256:bb \\
    --hash=sha256:cc
    # via litellm
gunicorn==23.0.0 --hash=sha256:dd
litellm==1.106.2 \\
    --hash=sha256:ee
Opentelemetry.API==1.2 --hash=sha256:ff
pywin32==312 ; sys_platform == 'win32' \\
    --hash=sha256:11
uvicorn==0.54.0 \\
    --hash=sha256:22
"""


def problems(
    text: str, *, version: str = "1.106.2", wanted: Sequence[str] = (), targets: Sequence[Target] = (HOST,)
) -> list[str]:
    lock = Lock.parse(text)
    lacking = [lock.lacks("my.txt", each, targets) for each in wanted]
    return [*lock.problems("my.txt", version, targets), *filter(None, lacking)]


def test_an_entry_has_a_name_a_version_a_marker_hashes_and_its_text() -> None:
    lock = Lock.parse(TEXT)
    assert lock.header == Header("1.106.2", ">=3.10")
    assert str(lock.header) == TEXT.splitlines()[0]
    entry = lock.entries[1]
    assert (entry.name, entry.version, entry.hashes) == ("fastapi", "0.165.0", ("sha256:bb", "sha256:cc"))
    assert entry.marker == 'python_full_version >= "3.11"'
    assert entry.text == (
        "fastapi==0.165.0 ; python_full_version >= '3.11' \\\n    --hash=sha256:bb \\\n    --hash=sha256:cc"
    )
    assert lock.entries[4].name == "opentelemetry-api"


@pytest.mark.parametrize(("python", "fastapi"), [("3.10.12", "0.162.5"), ("3.11", "0.165.0"), ("3.14.0", "0.165.0")])
def test_a_host_gets_what_its_markers_choose(python: str, fastapi: str) -> None:
    chosen = Lock.parse(TEXT).for_host(Target(python, "aarch64"))
    assert {entry.name: entry.version for entry in chosen} == {
        "fastapi": fastapi,
        "gunicorn": "23.0.0",
        "litellm": "1.106.2",
        "opentelemetry-api": "1.2",
        "uvicorn": "0.54.0",
    }


def test_what_an_entry_says_of_itself_is_the_same_lock_again() -> None:
    lock = Lock.parse(TEXT)
    assert Lock.parse("\n".join([str(lock.header), *(entry.text for entry in lock.entries)])) == lock


def test_a_lock_that_fits_has_no_problem() -> None:
    assert problems(TEXT, wanted=["opentelemetry-api>=1", "pywin32; sys_platform == 'win32'"]) == []


@pytest.mark.parametrize("path", sorted(LOCKS.glob("[0-9]*.txt")), ids=lambda path: path.stem)
@pytest.mark.parametrize("python", ["3.10.0", "3.11.2", "3.12.3", "3.13.5", "3.14.0"])
def test_locks_that_ship_fit_every_host(path: Path, python: str) -> None:
    wanted = [*(LOCKS / "requirements.in").read_text(encoding="utf-8").split()]
    for machine in ("x86_64", "aarch64"):
        assert (
            problems(path.read_text(), version=path.stem, wanted=wanted, targets=[Target(python, machine, "2.28")])
            == []
        )


def test_tools_have_hashes() -> None:
    tools = Lock.parse((LOCKS / "tools.txt").read_text(encoding="utf-8"))
    assert {entry.name for entry in tools.entries if entry.hashes} >= {"uv", "supervisor"}
    assert not tools.odd
    assert all(entry.hashes for entry in tools.entries)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "it names no package"),
        ("# only a comment\n", "it names no package"),
        ("version = 1\n", "line 1 does not name a package and its one version: 'version = 1'"),
        ("litellm[proxy]\n", "line 1 does not name a package and its one version"),
        ("litellm>=1\nboto3==1.*\n", "line 1 does not name a package and its one version, nor do 1 more: "),
        ("-r other.txt\n", "'-r other.txt'"),
        ("\0\xff" * 200, "a lock has lines such as"),
    ],
)
def test_what_is_no_lock_is_refused(text: str, said: str) -> None:
    (problem,) = problems(text)
    assert problem.startswith("my.txt is not a lock: ")
    assert said in problem


def test_a_lock_without_hashes_is_refused() -> None:
    (problem,) = problems(TEXT.replace("--hash=sha256:dd", "").replace(" \\\n    --hash=sha256:22", ""))
    assert problem == "my.txt has no hash for gunicorn, uvicorn; playbooks/lock.yml writes a lock that has"


def test_a_lock_of_another_version_is_refused() -> None:
    (problem,) = problems(TEXT, version="1.108.7")
    assert problem == (
        "my.txt is a lock of LiteLLM 1.106.2, and litellm_version is 1.108.7; declare litellm_version: 1.106.2, or write "
        "a lock of 1.108.7 with playbooks/lock.yml"
    )


def test_a_lock_of_something_else_is_refused() -> None:
    assert problems("requests==2.32.3 --hash=sha256:aa\n") == [
        "my.txt is no lock of litellm[proxy]: litellm, fastapi, gunicorn and 1 more is not in it; playbooks/lock.yml writes one"
    ]


@pytest.mark.parametrize(
    "first",
    [
        "# litellm==1.106.2; python>=3.12",
        "#    uv pip compile requirements.in --universal --python-version 3.12 --generate-hashes",
    ],
)
def test_a_lock_of_a_newer_python_is_refused(first: str) -> None:
    (problem,) = problems(TEXT.replace("# litellm==1.106.2; python>=3.10", first))
    assert problem == (
        "my.txt is a lock for Python >=3.12, and the host has 3.11.2; write one for this host with playbooks/lock.yml, or "
        "name another Python in litellm_python"
    )


def test_a_lock_of_one_python_is_for_that_line_alone() -> None:
    text = TEXT.replace(
        "# litellm==1.106.2; python>=3.10", "# This file is autogenerated by pip-compile with Python 3.12"
    )
    assert "is a lock for Python ==3.12.*" in problems(text)[0]
    assert problems(text, targets=[Target("3.12.7", "x86_64")]) == []


def test_a_lock_of_another_platform_is_refused() -> None:
    (problem,) = problems(TEXT.replace("litellm==1.106.2 \\", "litellm==1.106.2 ; platform_machine == 'arm64' \\"))
    assert problem == (
        "my.txt has litellm for other platforms than Linux on x86_64 with Python 3.11.2; write one for this host with "
        "playbooks/lock.yml"
    )


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("boto3==1.40.0", "boto3==1.40.0 is not in my.txt; write a lock that has it with playbooks/lock.yml"),
        ("pywin32", "pywin32 is not in my.txt"),
        ("./mine.whl", "./mine.whl is not in my.txt"),
        (
            "opentelemetry_api>=2",
            "opentelemetry_api>=2 is wanted, and my.txt has opentelemetry-api 1.2; write another lock with "
            "playbooks/lock.yml, or declare the version that it has",
        ),
        ("uvicorn @ https://example.org/uvicorn.whl", "my.txt has uvicorn 0.54.0"),
    ],
)
def test_a_package_that_the_lock_lacks_is_refused(wanted: str, said: str) -> None:
    (problem,) = problems(TEXT, wanted=[wanted])
    assert problem.startswith(said) or said in problem


@pytest.mark.parametrize(
    "wanted", ["mine @ https://me:s3cret@example.org/mine.whl", "git+https://s3cret@example.org/mine.git"]
)
def test_a_password_in_an_address_is_not_told(wanted: str) -> None:
    (problem,) = problems(TEXT, wanted=[wanted])
    assert "//…@example.org" in problem
    (problem,) = problems(TEXT.replace("gunicorn==23.0.0", wanted.rpartition(" ")[2]))
    assert "s3cret" not in problem


def test_the_outline_is_the_lock_without_hashes() -> None:
    assert Lock.parse(TEXT).outline().splitlines()[:3] == [
        "# litellm==1.106.2; python>=3.10",
        'fastapi 0.162.5 ; python_full_version < "3.11", hashes: 1',
        'fastapi 0.165.0 ; python_full_version >= "3.11", hashes: 2',
    ]
    assert Lock.parse("").outline() == ""


def test_a_package_may_be_named_by_its_address() -> None:
    text = TEXT + "mine @ https://example.org/mine-1.whl --hash=sha256:33\n"
    assert problems(text, wanted=["mine @ https://example.org/mine-1.whl", "https://example.org/mine-1.whl"]) == []


def test_everything_is_said_at_once() -> None:
    assert (
        len(problems(TEXT.replace("--hash=sha256:dd", ""), version="1.99.4", wanted=["boto3"], targets=[HOST] * 3)) == 3
    )


@given(st.text(alphabet=string.printable + "é\0\u2028"), st.text(), st.text())
def test_no_text_is_too_odd(text: str, version: str, wanted: str) -> None:
    assert all(problems(text, version=version, wanted=[wanted]))
    assert all(problems(TEXT, version=version, wanted=[wanted, text]))
