# SPDX-License-Identifier: GPL-3.0-or-later
"""A configuration of LiteLLM that stands in another file: a ConfigMap of Kubernetes, values of a Helm chart, a manifest with either."""

from __future__ import annotations

import textwrap
import typing as t

import yaml

from .foreign_files import BLOCKS, IN_TEXT

if t.TYPE_CHECKING:
    from collections.abc import Iterator


class Wrapped(t.NamedTuple):
    """A configuration, and where it stands.

    :param text: the configuration alone, as it is written there.
    :param line: how many lines stand before it in the file; -1 where its lines are not those of the file.
    """

    text: str
    line: int


def unwrapped(text: str) -> Wrapped | None:
    """The one configuration in the file *text*; None where there is none, or more than one."""
    try:
        found = list(_within(text, 0))
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    return found[0] if len(found) == 1 else None


def _within(text: str, before: int) -> Iterator[Wrapped]:
    """The configurations in *text*, of which *before* lines stand before it; -1: nobody knows."""
    seen: set[int] = set()
    for document in yaml.compose_all(text, yaml.SafeLoader):
        yield from _below(document, text, before, seen)


def _below(node: yaml.Node | None, text: str, before: int, seen: set[int]) -> Iterator[Wrapped]:
    """Those in a *node* of *text*. One that an alias repeats is looked at once."""
    if node is None or id(node) in seen:
        return
    seen.add(id(node))
    if _is_configuration(node):
        start, end = node.start_mark, node.end_mark
        whole = textwrap.dedent(" " * start.column + text[start.index : end.index]).rstrip() + "\n"
        yield Wrapped(whole, before + start.line if before >= 0 else -1)
    elif isinstance(node, yaml.MappingNode):
        for _key, value in node.value:
            yield from _below(value, text, before, seen)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _below(value, text, before, seen)
    elif isinstance(node, yaml.ScalarNode) and IN_TEXT.search(node.value):
        # Only in a block do the lines stand as they are; the first one is behind its mark.
        known = before >= 0 and node.style == "|"
        yield from _in_scalar(node.value, before + node.start_mark.line + 1 if known else -1)


def _in_scalar(text: str, before: int) -> Iterator[Wrapped]:
    """Those in a text, which may be one from its first to its last line."""
    documents = list(yaml.compose_all(text, yaml.SafeLoader))
    if len(documents) == 1 and _is_configuration(documents[0]):
        yield Wrapped(text, before)
    else:
        yield from _within(text, before)


def _is_configuration(node: yaml.Node | None) -> bool:
    return isinstance(node, yaml.MappingNode) and any(key.value in BLOCKS for key, _value in node.value)
