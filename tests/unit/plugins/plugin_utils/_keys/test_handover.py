"""Generated values arrive once, where nobody else reads them, or the run is refused."""

from __future__ import annotations

import stat
import sys
import typing as t
from pathlib import Path

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils._keys.handover import (
    Handover,
    HandoverError,
    Vault,
    hand_over,
    take_back,
)

VALUE = "sk-canary-made-0123456789"
REVERSED = Vault(lambda text: text[::-1].encode(), lambda content: content.decode()[::-1])


def test_a_file_that_only_its_owner_reads(tmp_path: Path) -> None:
    path = tmp_path / "keys.yml"
    path.write_text("other: sk-kept\n")
    path.chmod(0o644)
    hand_over({"ci": VALUE}, Handover(str(path)), None)
    assert yaml.safe_load(path.read_text()) == {"ci": VALUE, "other": "sk-kept"}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["keys.yml"]
    take_back(["ci"], Handover(str(path)), None)
    assert yaml.safe_load(path.read_text()) == {"other": "sk-kept"}


def test_an_encrypted_file(tmp_path: Path) -> None:
    place = Handover(str(tmp_path / "keys.yml"), vault=True)
    for name in ("ci", "nb"):
        hand_over({name: VALUE}, place, REVERSED)
    text = Path(place.file).read_text()
    assert VALUE not in text
    assert yaml.safe_load(text[::-1]) == {"ci": VALUE, "nb": VALUE}


@pytest.mark.parametrize("content", [b"- a list", b"a: [", b"\xff\xfe", b"$ANSIBLE_VAULT;1.1;AES256\n00"])
def test_a_file_of_another_kind_is_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "keys.yml"
    path.write_bytes(content)
    with pytest.raises(HandoverError, match="is there, and"):
        hand_over({"ci": VALUE}, Handover(str(path)), None)
    assert path.read_bytes() == content


def test_a_file_that_cannot_be_written_or_read(tmp_path: Path) -> None:
    with pytest.raises(HandoverError, match="cannot be written: No such file"):
        hand_over({"ci": VALUE}, Handover(str(tmp_path / "nowhere" / "keys.yml")), None)
    with pytest.raises(HandoverError, match="cannot be read: Is a directory"):
        hand_over({"ci": VALUE}, Handover(str(tmp_path)), None)


def test_a_file_that_cannot_be_replaced_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: t.Any) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.replace", refuse)
    with pytest.raises(HandoverError, match="Permission denied"):
        hand_over({"ci": VALUE}, Handover(str(tmp_path / "keys.yml")), None)
    assert list(tmp_path.iterdir()) == []


def program(code: str, *arguments: str) -> Handover:
    return Handover(program=(sys.executable, "-c", code, *arguments))


def test_a_program_gets_them_on_its_standard_input(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    hand_over({"ci": VALUE}, program("import sys; open(sys.argv[1], 'w').write(sys.stdin.read())", str(kept)), None)
    assert kept.read_text() == f'{{"ci": "{VALUE}"}}'
    take_back(["ci"], program(""), None)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (
            program("import sys; print(sys.stdin.read()); sys.exit(3)"),
            "ended with status 3; what it said may hold values",
        ),
        (Handover(program=("/nowhere/program",)), "No such file or directory"),
    ],
)
def test_a_program_that_did_not_keep_them(place: Handover, said: str) -> None:
    with pytest.raises(HandoverError, match=said) as raised:
        hand_over({"ci": VALUE}, place, None)
    assert "canary" not in str(raised.value)
