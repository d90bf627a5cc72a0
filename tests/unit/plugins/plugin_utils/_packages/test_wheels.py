from __future__ import annotations

import hashlib

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.lock import Lock, Target
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.wheels import (
    choose_wheels,
    host,
    platforms,
    this_machine,
)

TARGET = Target("3.11.2", "x86_64", "2.36")
DEBIAN12 = host(TARGET)


def digest(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()


def lock_of(**contents: str) -> Lock:
    """A lock of packages in version 1.0, with the hash of the content that each wheel should have."""
    lines = [f"{name}==1.0 --hash=sha256:{digest(content)}" for name, content in contents.items()]
    return Lock.parse("\n".join(lines))


def test_every_package_has_its_wheel() -> None:
    lock = lock_of(litellm="a", orjson="b")
    files = {
        "litellm-1.0-py3-none-any.whl": digest("a"),
        "orjson-1.0-cp311-cp311-manylinux_2_17_x86_64.whl": digest("b"),
    }
    chosen = choose_wheels(
        lock.entries, DEBIAN12, {**files, "README": digest("x"), "other-1.0-py3-none-any.whl": digest("y")}
    )
    assert chosen.files == tuple(files)
    assert not chosen.problems
    assert not chosen.lacking


@pytest.mark.parametrize(
    "tag",
    [
        "cp311-cp311-manylinux2014_x86_64",
        "cp311-cp311-manylinux_2_36_x86_64",
        "cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64",
        "cp39-abi3-manylinux_2_28_x86_64",
        "cp311-none-linux_x86_64",
        "py3-none-manylinux_2_17_x86_64",
        "py2.py3-none-any",
    ],
)
def test_a_wheel_that_the_host_takes(tag: str) -> None:
    assert choose_wheels(lock_of(orjson="a").entries, DEBIAN12, {f"orjson-1.0-{tag}.whl": digest("a")}).files


@pytest.mark.parametrize(
    "tag",
    [
        "cp312-cp312-manylinux_2_17_x86_64",
        "cp311-cp311-manylinux_2_17_aarch64",
        "cp311-cp311-manylinux_2_39_x86_64",
        "cp311-cp311-musllinux_1_2_x86_64",
        "cp311-cp311-macosx_11_0_arm64",
        "cp312-abi3-manylinux_2_17_x86_64",
    ],
)
def test_a_wheel_for_another_host(tag: str) -> None:
    chosen = choose_wheels(lock_of(orjson="a").entries, DEBIAN12, {f"orjson-1.0-{tag}.whl": digest("a")})
    assert chosen.files == ()
    assert chosen.problems == (
        "1 package has no wheel for Python 3.11.2 on x86_64 with glibc 2.36, only for others (orjson 1.0)",
    )


def test_every_problem_of_a_folder_is_said_at_once() -> None:
    lock = lock_of(a="a", b="b", c="c", d="d", e="e", f="f", g="g")
    files = {"f-1.0-py3-none-any.whl": digest("other"), "g-1.0-cp310-cp310-manylinux_2_17_x86_64.whl": digest("g")}
    chosen = choose_wheels(lock.entries, DEBIAN12, files)
    assert chosen.problems == (
        "5 wheels are missing (a 1.0, b 1.0, c 1.0, d 1.0 and 1 more)",
        "1 package has no wheel for Python 3.11.2 on x86_64 with glibc 2.36, only for others (g 1.0)",
        "1 wheel has another hash than the lock (f-1.0-py3-none-any.whl)",
    )
    assert [entry.name for entry in chosen.lacking] == ["a", "b", "c", "d", "e", "f", "g"]


def test_a_wheel_with_another_hash_is_refused_even_beside_a_right_one() -> None:
    files = {"a-1.0-py3-none-any.whl": digest("a"), "a-1.0-1-py3-none-any.whl": digest("other")}
    chosen = choose_wheels(lock_of(a="a").entries, DEBIAN12, files)
    assert chosen.files == ("a-1.0-py3-none-any.whl",)
    assert len(chosen.problems) == 1
    assert not chosen.lacking


def test_the_wheel_that_fits_best_is_taken() -> None:
    files = dict.fromkeys(
        ("a-1.0-py3-none-any.whl", "a-1.0-cp311-cp311-manylinux_2_17_x86_64.whl", "a-1.0-2-py3-none-any.whl"),
        digest("a"),
    )
    assert choose_wheels(lock_of(a="a").entries, DEBIAN12, files).files == (
        "a-1.0-cp311-cp311-manylinux_2_17_x86_64.whl",
    )
    del files["a-1.0-cp311-cp311-manylinux_2_17_x86_64.whl"]
    assert choose_wheels(lock_of(a="a").entries, DEBIAN12, files).files == ("a-1.0-2-py3-none-any.whl",)


def test_names_and_versions_are_compared_as_pip_compares_them() -> None:
    lock = Lock.parse(f"typing-extensions==1.0.0 --hash=sha256:{digest('a')}\nb==1.0+cpu --hash=sha256:{digest('b')}")
    files = {"typing_extensions-1.0.0-py3-none-any.whl": digest("a"), "b-1.0+cpu-py3-none-any.whl": digest("b")}
    assert choose_wheels(lock.entries, DEBIAN12, files).files == tuple(files)


def test_platforms_are_named_best_first_with_their_older_names() -> None:
    assert platforms(Target("3.11", "aarch64", "2.18")) == [
        "manylinux_2_18_aarch64",
        "manylinux_2_17_aarch64",
        "manylinux2014_aarch64",
        "linux_aarch64",
    ]
    assert "manylinux1_x86_64" in platforms(TARGET)
    assert platforms(Target("3.11", "x86_64")) == ["musllinux_1_2_x86_64", "musllinux_1_1_x86_64", "linux_x86_64"]


def test_what_this_machine_runs_is_chosen_for_it() -> None:
    files = {"uv-1.0-py3-none-win_amd64.whl": digest("a"), "uv-1.0-py3-none-any.whl": digest("a")}
    assert choose_wheels(lock_of(uv="a").entries, this_machine(), files).files == ("uv-1.0-py3-none-any.whl",)
