"""What another version of LiteLLM changes, as paragraphs that a person reads, from what is known of two versions."""

from __future__ import annotations

import re
import textwrap
import typing as t
from collections import Counter
from dataclasses import dataclass, field

Tables = t.Mapping[str, t.Mapping[str, str]]

BLOCKS = (
    *("top_level", "model_list", "litellm_params", "provider_params", "model_info"),
    *("litellm_settings", "router_settings", "general_settings"),
)
"""The tables of a configuration's own blocks: a key that leaves one and appears in another has moved."""
_READERS = "provider_params"
"""Its values say which providers read a key, which changes nothing for who sets it."""
_WIDTH = 136
_FEW = 6
"""How many models of a provider are named that went; of more, only the number is said."""


@dataclass(frozen=True)
class Known:
    """What is known of one version.

    :param tables: the vocabulary: table to key to value.
    :param packages: kind of feature to name to the requirements that it has beside ``litellm[proxy]``.
    :param lock: package of the lock to its versions.
    :param verdicts: case of the differential test to its verdict, ``reported (does not start)``; what stands in brackets is only told.
    """

    version: str
    tables: Tables
    packages: t.Mapping[str, t.Mapping[str, t.Sequence[str]]] = field(default_factory=dict)
    lock: t.Mapping[str, t.Sequence[str]] = field(default_factory=dict)
    verdicts: t.Mapping[str, str] = field(default_factory=dict)


def report(before: Known, after: Known) -> list[str]:
    """The paragraphs, each a kind of change and what changed so; none when nothing changed.

    Names are between two grave accents, as changelog fragments have them.
    """
    found = {
        **_keys(before.tables, after.tables),
        **_models(before.tables, after.tables),
        **_features(before.packages, after.packages),
        **_lock(before.lock, after.lock),
        **_verdicts(before.verdicts, after.verdicts),
    }
    return [f"{title}: {'; '.join(items)}." for title, items in found.items() if items]


def fragment(before: str, after: str, paragraphs: t.Sequence[str]) -> str:
    """The changelog fragment of taking in the version *after*, whose predecessor was *before*."""
    first = f"LiteLLM {after} - is known and locked; what follows is what is otherwise than in {before}."
    texts = (f"LiteLLM {after} - {paragraph}" for paragraph in paragraphs)
    return f"---\nminor_changes:\n{''.join(map(_item, (first, *texts)))}"


def _item(text: str) -> str:
    """One item of a list in YAML, folded."""
    lines = textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
    return "  - >-\n" + "".join(f"    {line}\n" for line in lines)


def _keys(before: Tables, after: Tables) -> dict[str, list[str]]:
    """Keys and words that came, went, moved, died or take something else, and defaults that changed."""
    plain = sorted(name for name in {*before, *after} if ":" not in name and name != "dead_settings")
    came = {name: set(after.get(name, {})) - set(before.get(name, {})) for name in plain}
    went = {name: set(before.get(name, {})) - set(after.get(name, {})) for name in plain}
    moves = sorted(
        (key, old, new) for old in BLOCKS for new in BLOCKS for key in went.get(old, set()) & came.get(new, set())
    )
    for key, old, new in moves:
        went[old].discard(key)
        came[new].discard(key)
    dead_before, dead_after = set(before.get("dead_settings", {})), set(after.get("dead_settings", {}))
    others = [
        _named(name, [_otherwise(key, before[name][key], after[name][key]) for key in sorted(changed)])
        for name in plain
        if name != _READERS and (changed := _changed(before.get(name, {}), after.get(name, {})))
    ]
    return {
        "Keys and words that came": [_named(name, _codes(keys)) for name, keys in came.items() if keys],
        "Keys and words that went": [_named(name, _codes(keys)) for name, keys in went.items() if keys],
        "Keys that moved": [f"{_code(key)} from {_code(old)} to {_code(new)}" for key, old, new in moves],
        "Settings that nothing reads any more": _codes(dead_after - dead_before),
        "Settings that are read again, or went with what did not read them": _codes(dead_before - dead_after),
        "Keys that take something else": others,
        "Defaults that changed": _defaults(before, after),
    }


def _defaults(before: Tables, after: Tables) -> list[str]:
    """Keys that were there before, and whose default is another one now."""
    found = []
    for name in sorted(name for name in after if name.startswith("defaults:")):
        old, new, block = before.get(name, {}), after[name], name.partition(":")[2]
        found += [
            f"{_code(f'{block}.{key}')} was {_code(old[key])}, is {_code(new[key])}"
            for key in sorted(_changed(old, new))
        ]
    return found


def _changed(old: t.Mapping[str, t.Any], new: t.Mapping[str, t.Any]) -> set[str]:
    return {key for key in old.keys() & new.keys() if old[key] != new[key]}


def _otherwise(key: str, old: str, new: str) -> str:
    """How the values of *key* changed; of a list of words, which came and went."""
    lists = [re.fullmatch(r"~?one\((.*)\)", kind) for kind in (old, new)]
    if lists[0] and lists[1]:
        was, now = (set(each[1].split(",")) for each in lists if each)
        said = [
            f"{verb} {', '.join(_codes(words))}"
            for verb, words in (("takes", now - was), ("no longer", was - now))
            if words
        ]
        if said:
            return f"{_code(key)} {' and '.join(said)}"
    return f"{_code(key)} was {_code(old or 'nothing')}, is {_code(new or 'nothing')}"


def _models(before: Tables, after: Tables) -> dict[str, list[str]]:
    """How many models of each provider came, and which went."""
    tables = sorted(name for name in {*before, *after} if name.startswith("models:"))
    came = Counter({_provider(name): len(set(after.get(name, {})) - set(before.get(name, {}))) for name in tables})
    went = {name: set(before.get(name, {})) - set(after.get(name, {})) for name in tables}
    return {
        "Models that came to LiteLLM's map": [
            f"{count} of {_code(provider)}" for provider, count in sorted(came.items()) if count
        ],
        "Models that went from it": [
            _named(_provider(name), _codes(names))
            if len(names) <= _FEW
            else f"{len(names)} of {_code(_provider(name))}"
            for name, names in went.items()
            if names
        ],
    }


def _provider(table: str) -> str:
    return table.partition(":")[2] or "no provider"


def _features(
    before: t.Mapping[str, t.Mapping[str, t.Sequence[str]]], after: t.Mapping[str, t.Mapping[str, t.Sequence[str]]]
) -> dict[str, list[str]]:
    """Features that need other packages beside LiteLLM's own."""
    said = []
    for kind in sorted({*before, *after} - {"image"}):
        old, new = before.get(kind, {}), after.get(kind, {})
        for name in sorted(name for name in {*old, *new} if list(old.get(name, ())) != list(new.get(name, ()))):
            was, now = (
                " and ".join(_code(each) for each in side.get(name, ())) or "nothing more" for side in (old, new)
            )
            said.append(f"{_code(f'{kind}.{name}')} needed {was}, needs {now}")
    return {"Packages that features need": said}


def _lock(before: t.Mapping[str, t.Sequence[str]], after: t.Mapping[str, t.Sequence[str]]) -> dict[str, list[str]]:
    """Packages of the lock that came, went or moved to another version."""
    if not before:
        return {}
    return {
        "Packages that came": [
            f"{_code(name)} {_versions(after[name])}" for name in sorted(after.keys() - before.keys())
        ],
        "Packages that went": [
            f"{_code(name)} {_versions(before[name])}" for name in sorted(before.keys() - after.keys())
        ],
        "Packages that moved": [
            f"{_code(name)} from {_versions(before[name])} to {_versions(after[name])}"
            for name in sorted(_changed(before, after))
        ],
    }


def _versions(versions: t.Sequence[str]) -> str:
    return " and ".join(versions)


def _verdicts(before: t.Mapping[str, str], after: t.Mapping[str, str]) -> dict[str, list[str]]:
    """Cases of the differential test that end otherwise."""
    if not before or not after:
        return {}
    came, went = len(after.keys() - before.keys()), len(before.keys() - after.keys())
    words = [{name: verdict.partition(" (")[0] for name, verdict in side.items()} for side in (before, after)]
    counted = [f"{number} {word}" for number, word in ((came, "came"), (went, "went")) if number]
    return {
        "Verdicts that changed": [
            f"{_code(name)} was {before[name]}, is {after[name]}" for name in sorted(_changed(*words))
        ],
        "Cases of the differential test": counted,
    }


def _named(name: str, items: t.Sequence[str]) -> str:
    return f"{_code(name)} {', '.join(items)}"


def _codes(names: t.Iterable[str]) -> list[str]:
    return [_code(name) for name in sorted(names)]


def _code(name: str) -> str:
    return f"``{name.replace('`', chr(39))}``"
