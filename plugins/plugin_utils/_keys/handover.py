# SPDX-License-Identifier: GPL-3.0-or-later
"""Hands generated values over, once: into a file that only its owner reads, or to a program of the operator's."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import typing as t
from dataclasses import dataclass
from pathlib import Path

import yaml

from .._language import field_types

if t.TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .._report.report import Report

_LONGEST = 300
_MODE = 0o600


class HandoverError(Exception):
    """The values could not be handed over; the text says why, without any of them."""


@dataclass(frozen=True)
class Handover:
    """Where generated values go.

    :param file: path on the controller of a YAML file, from the name of a key to its value; empty for none.
    :param vault: whether the file is encrypted with the play's vault password.
    :param program: command that gets the same as JSON on its standard input; empty for none.
    """

    file: str = ""
    vault: bool = False
    program: tuple[str, ...] = ()


@dataclass(frozen=True)
class Vault:
    """How a file is encrypted, and read again."""

    encrypt: Callable[[str], bytes]
    decrypt: Callable[[bytes], str]


_FIELDS: dict[str, field_types.FieldType] = {
    "file": field_types.name,
    "vault": field_types.boolean,
    "program": field_types.list_of(field_types.text),
}


def read_handover(value: t.Any, report: Report, prefix: str = "") -> Handover | None:
    """The place that *value* names; None where it names none, or a wrong one, which is reported."""
    at = report.at(f"{prefix}key_handover")
    if value in ({}, None, ""):
        return None
    read = field_types.record(_FIELDS)(value, at) or {}
    places = [name for name in ("file", "program") if read.get(name)]
    if len(places) == 2:
        at.child("program").add("contradiction", "stands beside file, and both say where values go", "keep one")
    elif not places and not report.refused:
        at.add("missing-field", "does not say where values go", "write file: PATH, or program: [COMMAND, ARGUMENT]")
    if read.get("vault") and "file" not in places:
        at.child("vault").add("contradiction", "is for file", "take it out")
    path = read.get("file", "")
    return Handover(os.path.expanduser(path) if path else "", bool(read.get("vault")), tuple(read.get("program", ())))


def hand_over(values: Mapping[str, str], place: Handover, vault: Vault | None) -> None:
    """Hand *values* over, from the name of a key to its value.

    :param vault: encrypts, where *place* says so.
    :raises HandoverError: where they did not arrive; nothing should be made with them then.
    """
    if place.program:
        _run(values, place.program)
    else:
        _write({**_read(place.file, vault), **values}, place.file, vault)


def take_back(names: t.Iterable[str], place: Handover, vault: Vault | None) -> None:
    """Take values out of a file again that no gateway took. What a program was given, it has.

    :raises HandoverError: where the file cannot be written.
    """
    gone = set(names)
    if place.file and gone:
        _write({name: value for name, value in _read(place.file, vault).items() if name not in gone}, place.file, vault)


def _read(path: str, vault: Vault | None) -> dict[str, str]:
    try:
        content = Path(path).read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise HandoverError(f"{path} cannot be read: {error.strerror}") from error
    try:
        text = vault.decrypt(content) if vault else content.decode()
        found = yaml.safe_load(text) or {}
    except (ValueError, yaml.YAMLError):
        # Neither's text is told: it may quote the file.
        raise HandoverError(f"{path} is there, and cannot be read as a file of this kind; name another one") from None
    if not isinstance(found, dict):
        raise HandoverError(f"{path} is there, and is no file from names to values; name another one")
    return {str(name): str(value) for name, value in found.items()}


def _write(values: Mapping[str, str], path: str, vault: Vault | None) -> None:
    """In one step, with permissions from the start."""
    text = "---\n" + yaml.safe_dump(dict(values), default_flow_style=False, allow_unicode=True, width=4096)
    content = vault.encrypt(text) if vault else text.encode()
    try:
        handle, temporary = tempfile.mkstemp(dir=os.path.dirname(os.path.abspath(path)), prefix=".litellm-keys-")
        try:
            os.fchmod(handle, _MODE)
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            os.replace(temporary, path)
        except BaseException:
            os.unlink(temporary)
            raise
    except OSError as error:
        raise HandoverError(f"{path} cannot be written: {error.strerror}") from error


def _run(values: Mapping[str, str], program: t.Sequence[str]) -> None:
    try:
        # What it says is not told: it may say the values.
        done = subprocess.run(  # noqa: S603 - a list, that the operator wrote
            list(program), input=json.dumps(dict(values)).encode(), capture_output=True, timeout=_LONGEST, check=False
        )
    except (OSError, subprocess.SubprocessError) as error:
        reason = error.strerror if isinstance(error, OSError) else f"was not done after {_LONGEST} seconds"
        raise HandoverError(f"{program[0]}: {reason}") from None
    if done.returncode:
        raise HandoverError(
            f"{program[0]} ended with status {done.returncode}; what it said may hold values, and is not shown"
        )
