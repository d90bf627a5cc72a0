"""Every block, every list and every single setting that has keys of its own has cases, right and wrong."""

from __future__ import annotations

import pytest
import yaml

from .cases import all_cases
from .cases_entries import ENTRIES, Entry
from .configuration import BLOCKS
from .test_agreement import VOCABULARY

WORDS = {name for name, table in VOCABULARY.tables.items() if not any(table.values())}
ELSEWHERE = {
    *("model_list", "cache_params", "top_level"),  # cases of the models, of the cache and of the blocks themselves
    *(
        "provider_params",
        "providers",
        "keyless",
        "bare_models",
        "needs_base",
        "callbacks",
        "licensed",
        "licensed_in_vain",
    ),  # no blocks
    *("reasoning_rules", "routing_rules", "bare_names", "endpoints", "pii_entities"),  # names, patterns and addresses
    *("routing_group", "complexity_tiers"),  # cases of single settings
    *("api_callback", "budget"),  # looked at when a callback is called; part of what needs a licence
}


def test_every_table_of_keys_has_an_entry() -> None:
    keys = {name for name in VOCABULARY.tables if ":" not in name} - WORDS
    assert keys - ELSEWHERE - set(BLOCKS) == {entry.table for entry in ENTRIES} - WORDS


def test_every_top_level_block_has_cases() -> None:
    parsed = [yaml.safe_load(case.text) for case in all_cases(VOCABULARY) if not case.name.startswith("file:")]
    written = {key for config in parsed if isinstance(config, dict) for key in config}
    assert set(VOCABULARY.tables["top_level"]) - written == set()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.table)
def test_each_has_right_and_wrong_ones(entry: Entry) -> None:
    kinds = {case.kind for case in all_cases(VOCABULARY) if case.name.startswith(f"entry {entry.table}")}
    assert {"right", "misspelt"} <= kinds
