# SPDX-License-Identifier: GPL-3.0-or-later
"""YAML out and in: text that every parser reads alike, and documents that know the lines of their values.

Written text depends on the value alone: declared order, UTF-8, no anchors, no folding, and quotes wherever a YAML 1.1
or 1.2 parser could take a text for something else.
"""

from __future__ import annotations

import json
import re
import typing as t

import yaml

from .problems import type_name
from .report import Spot

if t.TYPE_CHECKING:
    from .locations import Location
    from .report import Report

_PLAIN = re.compile(r"[A-Za-z/][A-Za-z0-9_./+@%~()*-]*(?:[ :=,][A-Za-z0-9_./+@%~()*-]+)*")
_WORDS = re.compile(r"(?:y|n|yes|no|on|off|true|false|null|nan|inf)", re.IGNORECASE)
_BLOCK = re.compile(r"[!-~][^\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]*")
_ONE_BREAK = re.compile(r"[^\n]\n\Z")
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


class Unsafe(str):
    """A text that Ansible must not take for a template; in a document it has the tag ``!unsafe``."""


class Literal(str):
    """A text of several lines that people read and compare; a value of a dictionary is written as a block, line by line."""


def dump(value: t.Any) -> str:
    """*value* (plain data, see ``plain_data``) as a YAML document."""
    if isinstance(value, (dict, list)) and value:
        return "\n".join(_lines(value, "")) + "\n"
    return _scalar(value) + "\n"


def _lines(value: t.Any, indent: str) -> t.Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _entry(f"{indent}{_scalar(key)}:", item, indent + "  ")
    else:
        for item in value:
            yield from _item(item, indent)


def _entry(start: str, value: t.Any, indent: str) -> t.Iterator[str]:
    if isinstance(value, (dict, list)) and value:
        yield start
        yield from _lines(value, indent)
    elif isinstance(value, Literal) and _BLOCK.fullmatch(value):
        # What readers would keep or drop of the breaks at its end.
        end = "" if _ONE_BREAK.search(value) else "+" if value.endswith("\n") else "-"
        yield f"{start} |{end}"
        yield from (f"{indent}{line}" if line else "" for line in value.removesuffix("\n").split("\n"))
    else:
        yield f"{start} {_scalar(value)}"


def _item(value: t.Any, indent: str) -> t.Iterator[str]:
    if isinstance(value, (dict, list)) and value:
        first, *rest = _lines(value, indent + "  ")
        yield f"{indent}- {first.lstrip(' ')}"
        yield from rest
    else:
        yield f"{indent}- {_scalar(value)}"


def _scalar(value: t.Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _float(value)
    if isinstance(value, Unsafe):
        return f"!unsafe {_quoted(value)}"
    if isinstance(value, str):
        return _text(value)
    return str(value) if isinstance(value, int) else "{}" if isinstance(value, dict) else "[]"


def _float(value: float) -> str:
    """A float with a point, without which YAML 1.1 reads ``1e-06`` as text."""
    digits = repr(value)
    mantissa, exponent, power = digits.partition("e")
    return digits if not exponent or "." in mantissa else f"{mantissa}.0e{power}"


def _text(value: str) -> str:
    if _PLAIN.fullmatch(value) and not _WORDS.fullmatch(value):
        return value
    return _quoted(value)


def _quoted(value: str) -> str:
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))


SAFE_LOADER: t.Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The faster of those that make nothing but plain data."""


def load(text: str, at: Spot) -> t.Any:
    """The data of the YAML document in *text*. What YAML forbids, or readers lose in silence, is reported with its line.

    :param at: what the file is called where a problem belongs to no key. Its report gets the line of every key and item.
    """
    try:
        if "\t" in text:
            # LiteLLM reads with the loader in Python, which refuses tabs where the one in C does not.
            yaml.compose(text, yaml.SafeLoader)
        loader = SAFE_LOADER(text)
        try:
            node = loader.get_single_node()
            data = None if node is None else _Reader(loader, at.report).value(node, (), 1)
            at.report.lines[()] = 1
            return data
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = error.problem or error.context or "unreadable"
        what = what.replace(
            r"found character '\t' that cannot start any token", "a tab stands where YAML takes spaces alone"
        )
        what = re.sub(r"'([^']*)'", lambda quoted: quoted[0] if len(quoted[1]) < 2 else "(not shown)", what)
        at.add("invalid-yaml", f"is not valid YAML: {what}", line=mark.line + 1 if mark else 0)
    except (yaml.YAMLError, RecursionError, ValueError):
        at.add("invalid-yaml", "is not valid YAML: it holds a character or a value that YAML does not allow")
    return None


class _Reader:
    """Turns nodes into values, and tells the report of their lines. A node that an alias repeats is read once."""

    def __init__(self, loader: t.Any, report: Report) -> None:
        self._loader = loader
        self._report = report
        self._known: dict[int, t.Any] = {}
        self._open: set[int] = set()

    def value(self, node: yaml.Node, location: Location, line: int) -> t.Any:
        """The value of *node*, which stands at *location* in *line*."""
        identity = id(node)
        if identity in self._known:
            return self._known[identity]
        if identity in self._open:
            self._report.add("invalid-yaml", location, "refers to itself", line=line)
            return None
        self._open.add(identity)
        self._known[identity] = self._new_value(node, location, line)
        self._open.discard(identity)
        return self._known[identity]

    def _new_value(self, node: yaml.Node, location: Location, line: int) -> t.Any:
        if not node.tag.startswith("tag:yaml.org,2002:"):
            message = "has a tag that LiteLLM does not know"
            self._report.add("invalid-yaml", location, message, "write the value itself", line=line)
            return None
        if isinstance(node, yaml.SequenceNode):
            return [self._item(item, (*location, index)) for index, item in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, location)
        return self._loader.construct_object(node)

    def _item(self, node: yaml.Node, location: Location) -> t.Any:
        line = node.start_mark.line + 1
        self._report.lines.setdefault(location, line)
        return self.value(node, location, line)

    def _mapping(self, node: yaml.MappingNode, location: Location) -> dict[t.Any, t.Any]:
        result: dict[t.Any, t.Any] = {}
        lines: dict[t.Any, int] = {}
        for key_node, value_node in node.value:
            if key_node.tag == "tag:yaml.org,2002:merge":
                continue
            line = key_node.start_mark.line + 1
            key = self.value(key_node, location, line)
            if isinstance(key, (dict, list)):
                message = f"has a key that is {type_name(key)}, and no text"
                remedy = "write text that begins with a brace or a bracket in quotes"
                self._report.add("invalid-yaml", location, message, remedy, line=line)
                continue
            below = (*location, key if isinstance(key, (str, int)) else str(key))
            if key in lines:
                message = f"stands here a second time, after line {lines[key]}; LiteLLM would lose the first one"
                self._report.add("repeated-key", below, message, line=line)
            lines[key] = self._report.lines[below] = line
            result[key] = self.value(value_node, below, line)
        merged = self._merged(node, location)
        return {**merged, **result} if merged else result

    def _merged(self, node: yaml.MappingNode, location: Location) -> dict[t.Any, t.Any]:
        """What ``<<`` brings in; of several, the first that has a key wins."""
        merged: dict[t.Any, t.Any] = {}
        for key_node, value_node in node.value:
            if key_node.tag != "tag:yaml.org,2002:merge":
                continue
            sources = value_node.value if isinstance(value_node, yaml.SequenceNode) else [value_node]
            for source in reversed(sources):
                line = source.start_mark.line + 1
                found = self.value(source, location, line)
                if isinstance(found, dict):
                    merged.update(found)
                else:
                    self._report.add("invalid-yaml", (*location, "<<"), "is no dictionary", line=line)
        return merged
