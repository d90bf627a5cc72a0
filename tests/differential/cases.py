"""All cases: one right configuration, and every way of getting a part of it wrong, per block and kind of key.

A case is judged beside its *control*, the configuration that it is a mistake of; where none is named, beside ``right``.
"""

from __future__ import annotations

from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import Vocabulary

from .cases_entries import entry_cases
from .cases_keys import key_cases
from .cases_models import deployment_cases, model_cases, price_cases
from .cases_redis import redis_cases
from .cases_routing import alias_cases, fallback_cases, group_cases, strategy_cases
from .cases_settings import callback_cases, reference_cases, security_cases, text_cases, top_level_cases
from .cases_values import value_cases
from .configuration import Case, case, right


def all_cases(vocabulary: Vocabulary) -> list[Case]:
    """Every case, in an order that does not change; the first is the right configuration."""
    every = [
        *key_cases(vocabulary),
        *top_level_cases(),
        *deployment_cases(),
        *model_cases(vocabulary),
        *price_cases(),
        *fallback_cases(),
        *alias_cases(vocabulary),
        *strategy_cases(),
        *group_cases(vocabulary),
        *reference_cases(),
        *security_cases(vocabulary),
        *callback_cases(vocabulary),
        *text_cases(),
        *entry_cases(vocabulary),
        *value_cases(vocabulary),
        *redis_cases(vocabulary),
    ]
    probes = tuple(dict.fromkeys(each.probe for each in every if each.probe))
    every.insert(0, case("right", "right", right(), probes=probes))
    names = [each.name for each in every]
    if len(names) != len(set(names)):
        raise ValueError(f"two cases have one name: {sorted({name for name in names if names.count(name) > 1})}")
    return every
