# SPDX-License-Identifier: GPL-3.0-or-later
"""Kinds of values that a declaration for Kubernetes has besides those of every role."""

from __future__ import annotations

import typing as t

from .._report.problems import type_name
from .._variables import kinds

if t.TYPE_CHECKING:
    from .._report.report import Spot

label = kinds.matching(
    r"[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?", "a name for Kubernetes: small letters, digits and '-', at most 63"
)
own_name = kinds.matching(
    r"[a-z]([-a-z0-9]{0,38}[a-z0-9])?",
    "a name for Kubernetes that more names are made of: a small letter, then small letters, digits and '-', at most 40",
)
subdomain = kinds.matching(
    r"(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*",
    "a name for Kubernetes: small letters, digits, '-' and '.', at most 253",
)
host = kinds.matching(
    r"(?=.{1,253}$)(\*\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*",
    "a name of a host, in small letters",
    "bad-address",
)
key = kinds.matching(r"(?=.{1,253}$)(?!\.\.?$)[-._a-zA-Z0-9]+", "a key of a Secret: letters, digits, '-', '_' and '.'")
duration = kinds.matching(r"[1-9][0-9]*(ms|s|m|h)", "a time such as 30s or 1m", "bad-duration")
line = kinds.matching(r"[^\n]+", "one line of text")
_qualified = kinds.matching(
    r"([a-z0-9.-]{1,253}/)?[A-Za-z0-9]([-_.A-Za-z0-9]{0,61}[A-Za-z0-9])?", "a name such as example.com/name"
)
_label_value = kinds.matching(
    r"([A-Za-z0-9]([-_.A-Za-z0-9]{0,61}[A-Za-z0-9])?)?",
    "a label's value: letters, digits, '-', '_' and '.', at most 63",
)
_quantity = kinds.matching(r"[0-9]+(\.[0-9]+)?(m|[kMGT]i?|Ki)?", "a quantity such as 500m or 2Gi")


def anything(value: t.Any, _at: Spot) -> t.Any:
    """What Kubernetes' own schema judges."""
    return value


def _scalar(value: t.Any, at: Spot) -> str | None:
    if isinstance(value, (dict, list)) or value is None:
        at.add("field-type", f"is {type_name(value)}, and has to be text")
        return None
    return str(value).lower() if isinstance(value, bool) else str(value)


own_terms = kinds.mapping_of(kinds.matching(r"[A-Za-z]\w*", "a field of Kubernetes"), anything)
"""A dictionary in Kubernetes' own terms."""

notes = kinds.mapping_of(_qualified, _scalar)
labels = kinds.mapping_of(_qualified, kinds.both(_scalar, _label_value))
quantities = kinds.mapping_of(kinds.one_of("cpu", "memory", "ephemeral-storage"), kinds.both(_scalar, _quantity))


class FileSource(t.NamedTuple):
    """What has a file that pods read.

    :param kind: ``configMap`` or ``secret``.
    """

    kind: str
    name: str
    key: str


_KINDS_OF_SOURCES = {"config_map": "configMap", "secret": "secret"}
_SOURCE = kinds.record({**dict.fromkeys(_KINDS_OF_SOURCES, kinds.Field(subdomain)), "key": kinds.Field(key)})


def file_source(value: t.Any, at: Spot) -> FileSource | None:
    """``{config_map: NAME, key: KEY}`` or ``{secret: NAME, key: KEY}``."""
    given = _SOURCE(value, at)
    if given is None:
        return None
    named = [name for name in _KINDS_OF_SOURCES if given[name]]
    if len(named) != 1 or not given["key"]:
        at.add("missing-field", "has to name one of config_map and secret, and a key")
        return None
    return FileSource(_KINDS_OF_SOURCES[named[0]], given[named[0]], given["key"])
