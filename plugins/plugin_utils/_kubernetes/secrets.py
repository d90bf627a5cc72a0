# SPDX-License-Identifier: GPL-3.0-or-later
"""Which Secret has which variable of a gateway: declared by name and key, or by the manifest of what makes the Secret.

Nothing here sees a value.
"""

from __future__ import annotations

import typing as t

import yaml

from ...module_utils._env_text import is_name
from .._report.problems import Problem, did_you_mean
from . import fields
from .declared import PREFIX
from .fields import Fault

if t.TYPE_CHECKING:
    from collections.abc import Callable, Mapping

VARIABLE = f"{PREFIX}secrets"
_FIELDS = ("name", "keys", "manifest")


class SecretKey(t.NamedTuple):
    """Where the value of a variable is."""

    secret: str
    key: str


def read_secrets(value: t.Any, text_of: Callable[[str], str | None]) -> tuple[dict[str, SecretKey], list[Problem]]:
    """The variables that Secrets have, and everything that is wrong with how they are declared.

    :param value: a list of ``{name, keys}`` and ``{manifest}``; keys are a list, or a dictionary from variable to key.
    :param text_of: the text of a file of the controller by its path; None where it cannot be read.
    """
    if not isinstance(value, list):
        return {}, [Problem((VARIABLE,), "has to be a list of Secrets", "write - {name: litellm, keys: [NAME]}")]
    found: dict[str, SecretKey] = {}
    problems: list[Problem] = []
    for index, entry in enumerate(value):
        here = (VARIABLE, index)
        try:
            name, keys = _entry(entry, text_of)
        except Fault as fault:
            problems.append(Problem((*here, *fault.below), fault.message, fault.remedy))
            continue
        for variable, key in keys.items():
            if not is_name(variable):
                told = f"has the key {variable!r}, which no variable can be named"
                problems.append(Problem((*here, "keys"), told, "write a dictionary from the variable to its key"))
            elif variable in found:
                told = f"has {variable}, which Secret {found[variable].secret} has already"
                problems.append(Problem((*here, "keys"), told, "take one of the two out"))
            else:
                found[variable] = SecretKey(name, key)
    return found, problems


def _entry(entry: t.Any, text_of: Callable[[str], str | None]) -> tuple[str, dict[str, str]]:
    """The name of a Secret, and variable to key."""
    if not isinstance(entry, dict):
        raise Fault("has to be a dictionary", "write {name: litellm, keys: [NAME]}")
    for field in entry:
        if field not in _FIELDS:
            raise Fault("is not a field here", did_you_mean(str(field), _FIELDS), (str(field),))
    if "manifest" in entry:
        name, names = _of_manifest(str(entry["manifest"]), text_of)
        if "name" in entry:
            raise Fault("is in the manifest", "take it out", ("name",))
        keys = entry.get("keys", names)
        if not names and "keys" not in entry:
            raise Fault("is missing, for the manifest does not say which keys the Secret gets", "list them", ("keys",))
    else:
        for field in ("name", "keys"):
            if field not in entry:
                raise Fault("is missing", below=(field,))
        keys = entry["keys"]
        names = []
        try:
            name = fields.subdomain(entry["name"])
        except Fault as fault:
            raise Fault(fault.message, below=("name",)) from None
    read = _keys(keys)
    for variable, key in read.items():
        if names and key not in names:
            raise Fault(
                f"has {key} for {variable}, which the manifest does not have", did_you_mean(key, names), ("keys",)
            )
    return name, read


def _keys(value: t.Any) -> dict[str, str]:
    try:
        if isinstance(value, dict):
            return {str(name): fields.key(key) for name, key in value.items()}
        return {key: key for key in fields.list_of(fields.key)(value)}
    except Fault as fault:
        raise Fault(fault.message, fault.remedy, ("keys", *fault.below)) from None


def _of_manifest(path: str, text_of: Callable[[str], str | None]) -> tuple[str, list[str]]:
    """The name and the keys of the Secret that the manifest at *path* makes. A Secret itself has both, too."""
    text = text_of(path)
    try:
        documents = [] if text is None else [each for each in yaml.safe_load_all(text) if isinstance(each, dict)]
    except yaml.YAMLError:
        raise Fault("is no YAML", below=("manifest",)) from None
    for document in documents:
        kind = document.get("kind")
        if kind in _KEYS_OF:
            spec = document.get("spec") or {}
            named = str((document.get("metadata") or {}).get("name") or "")
            return _KEYS_OF[kind](named, spec, document)
    why = "cannot be read on the controller" if text is None else f"holds none of {', '.join(_KEYS_OF)}"
    raise Fault(f"{why}", below=("manifest",))


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
