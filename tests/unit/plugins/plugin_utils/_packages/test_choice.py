"""What an installation gets, with and without a lock."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.choice import Choice, choose
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.lock import Target

if t.TYPE_CHECKING:
    from collections.abc import Sequence

HOST = Target("3.11.2", "x86_64", "2.36")
NEW = Target("", "x86_64", "2.36")
BASE = ("litellm[proxy]", "prometheus-client")
TEXT = """\
# litellm==1.106.2; python>=3.10
dnspython==2.8.0 ; python_full_version < '3.11' --hash=sha256:aa
fastapi==0.165.0 --hash=sha256:bb
gunicorn==23.0.0 --hash=sha256:cc
litellm==1.106.2 --hash=sha256:dd
prometheus-client==0.23.1 --hash=sha256:ee
uvicorn==0.54.0 --hash=sha256:ff
"""
UNLOCKED = (
    "No hash is compared, and another day may bring other versions; playbooks/lock.yml writes a lock, and "
    "litellm_lock_file names it"
)


def choice(
    text: str = TEXT,
    *,
    file: str = "",
    version: str = "1.106.2",
    extra: Sequence[str] = (),
    targets: Sequence[Target] = (HOST,),
) -> Choice:
    return choose(text, file=file, version=version, base=BASE, extra=extra, targets=targets)


@pytest.mark.parametrize("targets", [[], [HOST], [NEW], [HOST, NEW]], ids=str)
@pytest.mark.parametrize("file", ["", "my.txt"])
def test_a_lock_that_has_everything_is_not_worth_a_word(file: str, targets: Sequence[Target]) -> None:
    assert choice(file=file, extra=["gunicorn>=22"], targets=targets) == Choice()


@pytest.mark.parametrize("targets", [[HOST], [NEW]], ids=str)
def test_what_the_lock_that_ships_lacks_is_installed_all_the_same_and_said(targets: Sequence[Target]) -> None:
    found = choice(extra=["gunicorn", "boto3==1.40.0", "dnspython"], targets=targets)
    assert found.unlocked == ("boto3==1.40.0", "dnspython")
    assert found.problems == ()
    assert found.notices == (f"installed without a lock: boto3==1.40.0, dnspython. {UNLOCKED}",)


def test_a_version_without_a_lock_is_said() -> None:
    found = choice("", version="1.99.0", extra=["boto3"])
    assert found == Choice(("boto3",), notices=(f"installed without a lock: LiteLLM 1.99.0, boto3. {UNLOCKED}",))


def test_what_a_lock_of_ones_own_lacks_is_refused_at_once() -> None:
    found = choice(TEXT.replace("prometheus-client", "prometheus"), file="my.txt", version="1.99.4", extra=["boto3"])
    assert [problem.partition(";")[0] for problem in found.problems] == [
        "litellm_lock_file my.txt is a lock of LiteLLM 1.106.2, and litellm_version is 1.99.4",
        "prometheus-client is not in litellm_lock_file my.txt",
        "boto3 is not in litellm_lock_file my.txt",
    ]
    assert (found.unlocked, found.notices) == ((), ())


def test_a_lock_that_is_not_there_is_refused() -> None:
    (problem,) = choice("", file="my.txt").problems
    assert problem == (
        "litellm_lock_file my.txt is empty, or no file that can be read on the controller; playbooks/lock.yml writes one"
    )


def test_what_is_no_lock_is_one_problem() -> None:
    (problem,) = choice("model_list: []\n", file="my.txt", extra=["boto3"]).problems
    assert problem.startswith("litellm_lock_file my.txt is not a lock: line 1 ")


@pytest.mark.parametrize("file", ["", "my.txt"])
def test_a_python_that_the_lock_is_not_for_is_refused(file: str) -> None:
    text = TEXT.replace(">=3.10", ">=3.12")
    (problem,) = choice(text, file=file).problems
    assert "is a lock for Python >=3.12, and the host has 3.11.2" in problem
    assert choice(text, file=file, targets=[NEW]).problems == ()
