# SPDX-License-Identifier: GPL-3.0-or-later
"""Which Secret has which variable of a gateway: declared by name and key, or by the manifest of what makes the Secret.

Nothing here sees a value.
"""

from __future__ import annotations

import typing as t

import yaml

from ...module_utils._env_text import is_name
from .._report.problems import did_you_mean
from .._variables import kinds
from . import fields

if t.TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .._report.report import Spot
    from .._variables.reading import Variables


class SecretKey(t.NamedTuple):
    """Where the value of a variable is."""

    secret: str
    key: str


def read_secrets(read: Variables, text_of: Callable[[str], str | None]) -> dict[str, SecretKey]:
    """The variables that Secrets have; what is wrong with how they are declared is reported.

    They are a list of ``{name, keys}`` and ``{manifest}``; keys are a list, or a dictionary from variable to key.

    :param text_of: the text of a file of the controller by its path; None where it cannot be read.
    """
    found: dict[str, SecretKey] = {}
    value, at = read.given("secrets"), read.at("secrets")
    if not isinstance(value, list):
        at.add("field-type", "has to be a list of Secrets", "write - {name: litellm, keys: [NAME]}")
        return found
    for index, entry in enumerate(value):
        spot = at.child(index)
        name, keys = _entry(entry, spot, text_of) or ("", {})
        for variable, key in keys.items():
            if not is_name(variable):
                message = f"has the key {variable!r}, which no variable can be named"
                spot.child("keys").add("bad-variable", message, "write a dictionary from the variable to its key")
            elif variable in found:
                message = f"has {variable}, which Secret {found[variable].secret} has already"
                spot.child("keys").add("written-twice", message, "take one of the two out")
            else:
                found[variable] = SecretKey(name, key)
    return found


def _keys(value: t.Any, at: Spot) -> dict[str, str] | None:
    if isinstance(value, dict):
        return kinds.mapping_of(kinds.text, fields.key)(value, at)
    listed = kinds.list_of(fields.key)(value, at)
    return None if listed is None else {key: key for key in listed}


_ENTRY = kinds.record(
    {"name": kinds.Field(fields.subdomain), "keys": kinds.Field(_keys), "manifest": kinds.Field(kinds.text)}
)


def _entry(entry: t.Any, at: Spot, text_of: Callable[[str], str | None]) -> tuple[str, dict[str, str]] | None:
    """The name of a Secret, and variable to key; None where something is wrong, which is reported."""
    given = _ENTRY(entry, at)
    if given is None:
        return None
    if not given["manifest"]:
        missing = [field for field in ("name", "keys") if given[field] is None]
        for field in missing:
            at.child(field).add("missing-field", "is missing")
        return None if missing else (given["name"], given["keys"])
    made = _of_manifest(given["manifest"], at.child("manifest"), text_of)
    if made is None:
        return None
    name, names = made
    keys = {key: key for key in names} if given["keys"] is None else given["keys"]
    if given["name"]:
        at.child("name").add("contradiction", "is in the manifest", "take it out")
    if not keys:
        message = "is missing, for the manifest does not say which keys the Secret gets"
        at.child("keys").add("missing-field", message, "list them")
    for variable, key in keys.items():
        if names and key not in names:
            message = f"has {key} for {variable}, which the manifest does not have"
            at.child("keys").add("unknown-field", message, did_you_mean(key, names))
    return name, keys


def _of_manifest(path: str, at: Spot, text_of: Callable[[str], str | None]) -> tuple[str, list[str]] | None:
    """The name and the keys of the Secret that the manifest at *path* makes. A Secret itself has both, too."""
    text = text_of(path)
    if text is None:
        at.add("unreadable-file", "cannot be read on the controller")
        return None
    try:
        documents = [each for each in yaml.safe_load_all(text) if isinstance(each, dict)]
    except yaml.YAMLError:
        at.add("unreadable-file", "is no YAML")
        return None
    for document in documents:
        kind = document.get("kind")
        if kind in _KEYS_OF:
            spec = document.get("spec") or {}
            named = str((document.get("metadata") or {}).get("name") or "")
            return _KEYS_OF[kind](named, spec, document)
    at.add("unreadable-file", f"holds none of {', '.join(_KEYS_OF)}")
    return None


def _of_sealed(named: str, spec: Mapping[str, t.Any], _document: t.Any) -> tuple[str, list[str]]:
    template = (spec.get("template") or {}).get("metadata") or {}
    return template.get("name") or named, list(spec.get("encryptedData") or {})


def _of_external(named: str, spec: Mapping[str, t.Any], _document: t.Any) -> tuple[str, list[str]]:
    target = spec.get("target") or {}
    listed = [str(each.get("secretKey")) for each in spec.get("data") or [] if isinstance(each, dict)]
    # What a store has under a path, only the store says; so does a template what becomes of it.
    whole = spec.get("dataFrom") or (target.get("template") or {}).get("data")
    return target.get("name") or named, [] if whole else listed


def _of_secret(named: str, _spec: t.Any, document: Mapping[str, t.Any]) -> tuple[str, list[str]]:
    return named, [*(document.get("data") or {}), *(document.get("stringData") or {})]


_KEYS_OF = {"SealedSecret": _of_sealed, "ExternalSecret": _of_external, "Secret": _of_secret}
