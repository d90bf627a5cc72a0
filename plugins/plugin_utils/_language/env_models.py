# SPDX-License-Identifier: GPL-3.0-or-later
"""What the variables of an environment file declare: models, global defaults, secrets.

``PROXY_MODEL_KEYS`` names the models, ``MODEL_<KEY>_*`` describes each. Everything that is not part of the schema is a
secret for the environment of the service, and its value is not looked at here.
"""

from __future__ import annotations

import re
import typing as t
from dataclasses import dataclass, field

from ...module_utils._env_text import NAME
from ...module_utils._model_config_options import MASTER_KEY
from ...module_utils._nearest import nearest
from .._known.names import OPENAI_KEY
from .._report.locations import Location
from .._report.problems import did_you_mean
from .._report.report import Report, Spot
from .._report.secrets import shown
from . import field_types
from .dotenv import parse_env_file
from .entries import Entry, parse_spec
from .model_spec import FIELDS

if t.TYPE_CHECKING:
    from collections.abc import Mapping

    from .dotenv import Variable
    from .source_files import SourceFile

SECRETS = (OPENAI_KEY, MASTER_KEY)
"""Variables of the schema whose values are secrets."""

_KEYS = "PROXY_MODEL_KEYS"
_BASES = ("OPENAI_API_BASE", "OPENAI_BASE_URL")
_GLOBALS = (_KEYS, *_BASES, *SECRETS, "PORT", "REASONING_EFFORT", "IS_STREAMING")
RETIRED = {
    "LITELLM_MODEL_ALIAS": "write PROXY_MODEL_KEYS=<key> and MODEL_<KEY>_ALIAS",
    "OPENAI_MODEL": "write PROXY_MODEL_KEYS=<key> and MODEL_<KEY>_UPSTREAM_MODEL",
    "LITELLM_HOST": "set litellm_host in the inventory",
    "LITELLM_WORKERS": "set litellm_workers in the inventory; it is one per core unless set",
    "LITELLM_DEBUG": "set litellm_environment: {LITELLM_LOG: DEBUG} in the inventory",
    "LITELLM_DROP_PARAMS": "set litellm_drop_params in the inventory; it is true unless set",
}
"""Variables of the single-model schema, and what replaces each."""

_FIELD_OF = {field.variable: name for name, field in FIELDS.items() if field.variable}
_VARIABLE_OF = {name: variable for variable, name in _FIELD_OF.items()}
_UPSTREAM = _VARIABLE_OF["upstream"]
_MODEL = re.compile(rf"MODEL_(?P<key>[A-Za-z0-9_]+)_(?P<suffix>{'|'.join(map(re.escape, _FIELD_OF))})")
_KEY = re.compile(r"[A-Za-z0-9_.-]+")
_TRUTH_WORDS = ("true", "false", "1", "0", "yes", "no", "on", "off")
_INTERPOLATION = re.compile(rf"\$\{{{NAME}(?::?[-+?][^}}]*)?\}}")
_HIGHEST_PORT = 65535


def of_kind(name: str, kind: str) -> bool:
    """Whether the variable *name* is of *kind*: ``settings`` of the schema, ``secrets`` for the service, or ``all``.

    The master key is neither: it is a secret that the schema gives a place of its own.
    """
    in_schema = name in _GLOBALS or _MODEL.fullmatch(name) is not None
    if kind == "settings":
        return in_schema and name not in SECRETS
    return kind == "all" or name == OPENAI_KEY or not (in_schema or name in RETIRED)


@dataclass(frozen=True)
class EnvSettings:
    """What an environment file declares. ``api_key_env`` is set when the file holds the key of that name."""

    models: list[Entry] = field(default_factory=list)
    api_base: str | None = None
    api_key_env: str | None = None
    reasoning_effort: str | None = None


def read_env_settings(file: SourceFile | None, report: Report) -> EnvSettings:
    """The models and defaults that *file* declares; none without a file. An empty value counts as not set."""
    if file is None:
        return EnvSettings()
    at = report.at("env_file")
    return _Schema(parse_env_file(file.text, at), at).settings()


class _Schema:
    """One reading of an environment file."""

    def __init__(self, variables: Mapping[str, Variable], at: Spot) -> None:
        self._all = {name.upper() if _MODEL.fullmatch(name) else name: found for name, found in variables.items()}
        self._given = {name: variable for name, variable in self._all.items() if variable.value}
        self._at = at
        # A variable that is missing is reported at the line that asks for it.
        if _KEYS in self._all:
            at.report.lines[at.location] = self._all[_KEYS].line
        at.report.lines.update(((*at.location, name), variable.line) for name, variable in self._all.items())

    def settings(self) -> EnvSettings:
        for name in filter(RETIRED.__contains__, self._all):
            self._at.child(name).add("retired-variable", "is retired", RETIRED[name])
        self._refuse_interpolation()
        prefixes = self._prefixes()
        models = [self._model(key, prefix) for key, prefix in prefixes.items()]
        self._report_unused(list(prefixes.values()))
        self._check_port()
        self._check_streaming()
        bases = [base for base in (self._checked(name, field_types.url) for name in _BASES) if base is not None]
        return EnvSettings(
            models=models,
            api_base=bases[0] if bases else None,
            api_key_env=OPENAI_KEY if OPENAI_KEY in self._given else None,
            reasoning_effort=self._checked("REASONING_EFFORT", field_types.effort),
        )

    def _checked(self, name: str, field_type: field_types.FieldType) -> t.Any:
        return field_type(self._given[name].value, self._at.child(name)) if name in self._given else None

    def _prefixes(self) -> dict[str, str]:
        """Key of each model to its part of the variable names, in order."""
        if _KEYS not in self._given:
            found = filter(None, map(_MODEL.fullmatch, self._given))
            prefixes = sorted(match["key"] for match in found if match["suffix"] == _UPSTREAM)
            return {prefix.lower(): prefix for prefix in prefixes}
        at = self._at.child(_KEYS)
        keys: dict[str, str] = {}
        for position, word in enumerate(filter(None, map(str.strip, self._given[_KEYS].value.split(","))), start=1):
            prefix = re.sub(r"[.-]", "_", word).upper()
            if not _KEY.fullmatch(word):
                at.add("bad-variable-value", f"key {position} holds more than letters, digits, _, - and .")
            elif prefix in keys.values():
                same = "upper and lower case, and -, . and _, are the same"
                at.add("written-twice", f"names {shown(word.lower())} twice; {same}")
            else:
                keys[word.lower()] = prefix
        if not self._given[_KEYS].value.strip(" ,"):
            at.add("bad-variable-value", "names no key")
        return keys

    def _model(self, key: str, prefix: str) -> Entry:
        at = self._at.child(f"MODEL_{prefix}")

        def locate(field_name: str) -> Location:
            return (*self._at.location, names[field_name]) if field_name in names else (*at.location, field_name)

        names = {field_name: f"MODEL_{prefix}_{variable}" for field_name, variable in _VARIABLE_OF.items()}
        entry = {field_name: self._given[name].value for field_name, name in names.items() if name in self._given}
        return parse_spec(key, entry, at, locate)

    def _report_unused(self, prefixes: list[str]) -> None:
        """Report variables of no served model: a misspelt end or key, or a model that is declared but not listed."""
        known = [f"MODEL_{prefix}_{suffix}" for prefix in prefixes for suffix in _FIELD_OF]
        for name in self._all:
            if name in known or name in RETIRED:
                continue
            match = _MODEL.fullmatch(name)
            at = self._at.child(name)
            if name.startswith("PROXY_MODEL") and name != _KEYS:
                at.add("unknown-variable", "is not a variable of the schema", f"did you mean {_KEYS}?")
            elif name.startswith("MODEL_") and match is None:
                at.add("unknown-variable", "is not a variable of a model", self._suffix_remedy(name, prefixes))
            elif match and f"MODEL_{match['key']}_{_UPSTREAM}" not in self._given:
                at.add("unknown-variable", "belongs to no declared model", did_you_mean(name, known))
            elif match and match["suffix"] == _UPSTREAM:
                at.add("unserved-model", f"declares a model that {_KEYS} does not name, so it is not served")

    def _suffix_remedy(self, name: str, prefixes: list[str]) -> str:
        """The variable that *name* stands for; of several, the required one that is missing."""
        for prefix in sorted(prefixes, key=len, reverse=True):
            start = f"MODEL_{prefix}_"
            if name.startswith(start):
                missing = [] if start + _UPSTREAM in self._given else [_UPSTREAM]
                best = nearest(name[len(start) :], missing) or nearest(name[len(start) :], _FIELD_OF)
                if best:
                    return f"did you mean {start + best}?"
        return f"known: {', '.join(f'MODEL_<KEY>_{suffix}' for suffix in _FIELD_OF)}"

    def _refuse_interpolation(self) -> None:
        for name, variable in self._given.items():
            if (name in _GLOBALS or _MODEL.fullmatch(name)) and _INTERPOLATION.search(variable.value):
                message = "refers to another variable, which nothing replaces here"
                self._at.child(name).add("interpolation", message, "write the value itself")

    def _check_port(self) -> None:
        if "PORT" in self._given:
            value = self._given["PORT"].value
            if not (value.isascii() and value.isdigit() and 1 <= int(value[:6]) <= _HIGHEST_PORT):
                self._at.child("PORT").add("bad-variable-value", f"must be a whole number from 1 to {_HIGHEST_PORT}")

    def _check_streaming(self) -> None:
        if "IS_STREAMING" not in self._given:
            return
        at = self._at.child("IS_STREAMING")
        if self._given["IS_STREAMING"].value.lower() not in _TRUTH_WORDS:
            at.add("bad-variable-value", "must be true or false")
        else:
            at.add("no-effect", "has no effect: clients choose streaming, and set_verbose stays off unless asked")
