"""Single keys: for a sample of every block and type, the key as it should be, and its mistakes."""

from __future__ import annotations

import typing as t

from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import Vocabulary

from .configuration import BLOCKS, Case, Config, Path, case, misspelt, put, right

SAMPLES: dict[str, t.Any] = {"bool": True, "int": 7, "num": 7.5, "str": "word"}
SPAN = "30d"
"""The sample of a text that LiteLLM reads as a span of time, though it takes any until a user or a key is made."""
PER_TYPE = 2
NEEDS_REDIS = {
    "enable_redis_auth_cache": "litellm_settings",
    "fail_closed_rate_limit_enforcement": "general_settings",
    "use_redis_transaction_buffer": "general_settings",
    "use_shared_health_check": "general_settings",
}
"""Settings that nothing becomes of where no Redis is, and their blocks."""
APART = frozenset({"allow_requests_on_db_unavailable", *NEEDS_REDIS})
"""Keys that are wrong where they stand alone, whatever their value. They have cases that show what LiteLLM does with them."""


def key_cases(vocabulary: Vocabulary) -> t.Iterator[Case]:
    """Right, misspelt, in another block, of other types, null."""
    for block, path in BLOCKS.items():
        for kind, value in SAMPLES.items():
            for key in sample(vocabulary, block, kind):
                span = kind == "str" and key.endswith("_duration")
                yield from mistakes(vocabulary, block, path, key, SPAN if span else value)
    yield from dead_cases(vocabulary)


def sample(vocabulary: Vocabulary, block: str, kind: str) -> list[str]:
    """Keys of one type that are right by themselves, spread over the alphabet."""
    apart = APART | (vocabulary.tables["dead_settings"].keys() if block == "litellm_settings" else set())
    keys = sorted(
        key for key, word in vocabulary.tables[block].items() if word.lstrip("~") == kind and key not in apart
    )
    keys = [key for key in keys if key not in right()[block]] if block in right() else keys
    return keys[:: max(1, len(keys) // PER_TYPE)][:PER_TYPE]


def dead_cases(vocabulary: Vocabulary) -> t.Iterator[Case]:
    """A setting that LiteLLM looks at, and those that it has and is not seen to look at."""
    table = vocabulary.tables["litellm_settings"]
    for key in ("request_timeout", *sorted(vocabulary.tables["dead_settings"])):
        value = SAMPLES.get(table[key].lstrip("~").partition("|")[0], {"a": "b"} if table[key] == "dict" else "word")
        kind = "right" if key in right()["litellm_settings"] else "dead"
        yield case(f"read: {key}", kind, put(right(), ("litellm_settings", key), value), probe=("read", key))


def mistakes(vocabulary: Vocabulary, block: str, path: Path, key: str, value: object) -> t.Iterator[Case]:
    """The case with *key* as it should be, and its mistakes."""
    stem = f"{block}.{key}={value}"
    probe: Path = (block, key)
    wrong: Config = {"control": stem, "probe": probe}
    yield case(stem, "sample", put(right(), (*path, key), value), probe=probe)
    yield case(f"{stem}: misspelt", "misspelt", put(right(), (*path, misspelt(key)), value), **wrong)
    others = [other for other in BLOCKS if other != block and not taken(vocabulary, other, key)]
    for other in others[len(key) % max(1, len(others)) :][:1]:
        yield case(f"{stem}: in {other}", "misplaced", put(right(), (*BLOCKS[other], key), value), **wrong)
    for label, other_value in other_types(value):
        yield case(f"{stem}: {label}", "type", put(right(), (*path, key), other_value), **wrong)
    yield case(f"{stem}: null", "null", put(right(), (*path, key), None))


def taken(vocabulary: Vocabulary, block: str, key: str) -> bool:
    """Whether *block* takes *key*."""
    return key in vocabulary.tables[block] or (
        block == "litellm_params" and key in vocabulary.tables["provider_params"]
    )


def other_types(value: object) -> t.Iterator[tuple[str, t.Any]]:
    """Values of other types in the place of *value*."""
    if isinstance(value, str):
        yield "number", 12345
        yield "dictionary", {"value": value}
    else:
        yield "quoted", "true" if value is True else str(value)
        yield "word", "abc"
