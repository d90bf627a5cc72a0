# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys: unknown, in the wrong block, of the wrong type. One rule for all blocks, fed by the vocabulary."""

from __future__ import annotations

import re
import typing as t
from difflib import SequenceMatcher
from functools import lru_cache

from ...module_utils._nearest import nearest
from .._known.names import BLOCKS, CALLBACKS, DEFAULT_FALLBACKS, FALLBACKS
from .._report.problems import type_name
from .._report.secrets import shown
from . import value_types as types
from .cache import HANDED_ON
from .entry import IGNORES, REFUSES, check_known, check_misspelt

if t.TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from .._known.deployment import Block, Deployment
    from .._report.locations import Location
    from .._report.problems import Severity
    from .._report.report import Report
    from .checked_config import CheckedConfig

# Keys of which another check says more than that their type is wrong.
_ELSEWHERE: Mapping[str, Collection[str]] = {
    "litellm_params": {"model", "timeout", "stream_timeout", "reasoning_effort", "drop_params", "extra_headers"},
    "router_settings": {*FALLBACKS, DEFAULT_FALLBACKS, "model_group_alias"},
    "general_settings": {"master_key"},
    "litellm_settings": {
        *FALLBACKS,
        DEFAULT_FALLBACKS,
        *CALLBACKS,
        "drop_params",
        "cache",
        "post_call_rules",
    },
}
_IN_MODEL = ("litellm_params", "model_info")
_TOP = "top_level"
_MODELS = "model_list"
_OWNERS = (*BLOCKS, *_IN_MODEL, "cache_params", _MODELS, _TOP)
_GUARDS = re.compile(
    r"key|token|secret|password|credential|auth|jwt|sso|allow|block|enforce|forbid|deny|admin|permission|role|"
    r"public|ip_ranges|redact|message_logging|guardrail|budget|limit|rpm|tpm"
)
# model_info takes notes of one's own: only what is this near to a name of LiteLLM's is taken for a misspelling.
_TYPO = 0.85
# Users of YAML anchors keep them under such names; LiteLLM looks at none of them.
_ANCHOR = re.compile(r"x-.*|\..*")
_IGNORES = {
    "litellm_params": "LiteLLM sends it to the upstream, as it is, in the body of every request",
    "model_info": "LiteLLM keeps it as a note that nothing reads",
    "model_list": "LiteLLM does not look at it",
    "router_settings": "LiteLLM logs a warning and goes on without it",
    "litellm_settings": "LiteLLM sets an attribute that nothing reads, or replaces a function of its own",
    "general_settings": "LiteLLM does not look at it",
    "top_level": "LiteLLM does not look at it",
}
_DROPS = "LiteLLM drops the model"
_ON_WRONG_TYPE = {
    "litellm_params": "LiteLLM drops the model, fails at every request, or hands the value on as it is",
    "model_info": _DROPS,
    "beside": "LiteLLM takes it as it is, and every request to the model fails",
}
_KEEPS = "LiteLLM takes it as it is, and acts on it wrongly or fails when it is used"


def check_top_level(checked: CheckedConfig, report: Report) -> None:
    """The names of the blocks."""
    known = checked.vocabulary.tables["top_level"]
    for key in checked.config:
        if key not in known and not _ANCHOR.fullmatch(str(key)) and not checked.allows((key,)):
            _unknown(checked, report, _TOP, (key,), known, checked.config[key])


def check_blocks(checked: CheckedConfig, report: Report) -> None:
    """The keys of the settings blocks, and of what is inside them."""
    for name in BLOCKS:
        check_block(checked, report, name, (name,), checked.block(name))
    router, settings = checked.block("router_settings"), checked.block("litellm_settings")
    listed = settings.get(_MODELS)
    # Names of models alone are a setting.
    if isinstance(listed, list) and any(isinstance(entry, dict) for entry in listed):
        message = "belongs at the top level; LiteLLM serves nothing of it here"
        report.add("misplaced-key", ("litellm_settings", _MODELS), message, "move it to the top level", firm=True)
    for name in ("retry_policy", "allowed_fails_policy"):
        _check_policy(checked, report, name, ("router_settings", name), router.get(name))
    groups = router.get("model_group_retry_policy")
    for group, policy in groups.items() if isinstance(groups, dict) else ():
        location = ("router_settings", "model_group_retry_policy", group)
        _check_policy(checked, report, "retry_policy", location, policy)
    default = router.get("default_litellm_params")
    if isinstance(default, dict):
        check_block(checked, report, "litellm_params", ("router_settings", "default_litellm_params"), default)
    alerting = checked.block("general_settings").get("alerting_args")
    _check_policy(checked, report, "alerting_args", ("general_settings", "alerting_args"), alerting)
    _check_cache(checked, report, settings.get("cache_params"))


def check_model_keys(checked: CheckedConfig, report: Report) -> None:
    """The keys of every deployment."""
    known = checked.vocabulary.tables[_MODELS]
    for index, entry in enumerate(checked.entries):
        for key in entry if isinstance(entry, dict) else ():
            if key not in known and not checked.allows((_MODELS, index, key)):
                _unknown(checked, report, _MODELS, (_MODELS, index, key), known, entry[key])
    for deployment in checked.deployments:
        params = deployment.params
        if deployment.beside:
            _check_beside(report, deployment, known)
            params = {key: value for key, value in params.items() if key not in deployment.beside}
        check_block(checked, report, "litellm_params", deployment.locate(), params)
        check_block(checked, report, "model_info", (*deployment.location, "model_info"), deployment.info)


def _check_beside(report: Report, deployment: Deployment, known: Mapping[str, str]) -> None:
    """Parameters beside ``litellm_params``, which LiteLLM takes as they are, and converts where they stand in it."""
    for key in deployment.beside:
        if not types.fits(known.get(key, "any"), deployment.params[key]):
            _wrong_type(report, "beside", deployment.locate(key), known[key], deployment.params[key])


def check_credential_values(checked: CheckedConfig, report: Report) -> None:
    """The keys of credentials that models name: they become parameters of the model."""
    named = {
        name for each in checked.deployments if isinstance(name := each.params.get("litellm_credential_name"), str)
    }
    tables, entries = checked.vocabulary.tables, checked.config.get("credential_list")
    known, passed = tables["litellm_params"], tables["provider_params"]
    for index, entry in enumerate(entries if named and isinstance(entries, list) else ()):
        values = entry.get("credential_values") if isinstance(entry, dict) else None
        if isinstance(values, dict) and str(entry.get("credential_name")) in named:
            for key, value in values.items():
                location = ("credential_list", index, "credential_values", key)
                if key not in known and key not in passed and not checked.allows(location):
                    _unknown(checked, report, "litellm_params", location, known, value)


def check_block(checked: CheckedConfig, report: Report, name: str, location: Location, block: Block) -> None:
    """Every key of one block, which stands at *location*."""
    tables = checked.vocabulary.tables
    known, elsewhere = tables[name], _ELSEWHERE.get(name, ())
    passed = tables["provider_params"] if name == "litellm_params" else {}
    dead = tables.get("dead_settings", {}) if name == "litellm_settings" else {}
    for key, value in block.items():
        word = known.get(key)
        if word is not None:
            if word != "any" and value is not None and key not in elsewhere and not types.fits(word, value):
                _wrong_type(report, name, (*location, key), word, value)
        elif not _is_passed(checked, passed.get(key), key, block) and not checked.allows((*location, key)):
            _unknown(checked, report, name, (*location, key), known, value)
        if key in dead and not checked.allows((*location, key)):
            severity: Severity | None = None if _GUARDS.search(key) else "warning"
            report.add(
                "dead-setting",
                (*location, key),
                "is declared in LiteLLM, and nothing reads it",
                "take it out",
                severity,
            )


def _is_passed(checked: CheckedConfig, readers: str | None, key: str, params: Block) -> bool:
    """Whether the provider of a deployment reads *key*, which is none of LiteLLM's own parameters.

    :param readers: the providers that do, as the vocabulary names them; None where there are none.
    """
    if readers is None or readers == "any" or not _is_mistakable(checked, key):
        return readers is not None
    provider = checked.provider(params)
    families = [provider.partition("_")[0], *(["vertex"] if provider == "gemini" else [])]
    return not provider or any(reader.partition("_")[0] in families for reader in readers.split(","))


def _is_mistakable(checked: CheckedConfig, key: str) -> bool:
    """Whether a provider's *key* has a name of ``model_info``, or one of LiteLLM's own parameters without its ``_``."""
    tables = checked.vocabulary.tables
    return key in tables["model_info"] or _plain(key) in map(_plain, tables["litellm_params"])


def _plain(key: str) -> str:
    return key.replace("_", "").casefold()


def _wrong_type(report: Report, name: str, location: Location, word: str, value: object) -> None:
    effect = _ON_WRONG_TYPE.get(name, _KEEPS)
    if types.is_reference(value):
        message = f"must be {types.expected(word)}, but what a variable brings stays text; {_KEEPS}"
        report.add("reference-as-number", location, message, "write the number")
        return
    what = shown(value) if types.is_choice(word) and isinstance(value, str) else type_name(value)
    report.add(
        "wrong-type", location, f"must be {types.expected(word)}, not {what}; {effect}", types.remedy(word, value)
    )


def _unknown(
    checked: CheckedConfig, report: Report, name: str, location: Location, known: Mapping[str, str], value: object
) -> None:
    """A key that *name* does not take: at home in another block, misspelt, or unknown altogether."""
    key = location[-1]
    if not isinstance(key, str):
        hint = "take it out; in braces a comma ends a value, and a number is written with a point, as 0.7"
        effect = _DROPS if name in _IN_MODEL else _IGNORES[name]
        report.add("unknown-key", location, f"is no name that LiteLLM knows; {effect}", hint, firm=name in _IN_MODEL)
        return
    dead = checked.vocabulary.tables.get("dead_settings", {})
    owners = [
        owner
        for owner in _OWNERS
        if owner != name and key not in dead and _takes(checked.vocabulary.tables[owner].get(key), value)
    ]
    if key == _MODELS:
        owners = [_TOP]
    elif name in _IN_MODEL:
        owners.sort(key=lambda owner: owner not in _IN_MODEL)
    elif name == _MODELS:
        # What a model and a block call by one name are two settings: a key for one model would become everybody's.
        owners = [owner for owner in owners if owner in _IN_MODEL] or owners
    elif name in BLOCKS:
        # What a block and a model call by one name are two settings.
        owners = [owner for owner in owners if owner in (*BLOCKS, _TOP)] or owners
    if owners:
        named = ["the top level" if owner == _TOP else owner for owner in owners]
        ignored = name == "litellm_params" and key in checked.vocabulary.tables.get("ignored_params", {})
        refused = name == "router_settings" and key.startswith("health_check_")
        effect = "LiteLLM ignores it here" if ignored else REFUSES if refused else _IGNORES[name]
        message = f"belongs {'at' if owners[0] == _TOP else 'in'} {named[0]}; {effect}"
        firm = bool(_GUARDS.search(key))
        # Anything may be noted in model_info; a note is a fault where it would guard something.
        mild = name == "model_info" and not firm
        hint = f"move it to {' or '.join(named)}" + (", unless a note is meant" if mild else "")
        report.add("misplaced-key", location, message, hint, "warning" if mild or ignored else None, firm=firm)
        return
    last = checked.vocabulary.last_with(name, key) if name in BLOCKS else ""
    if last:
        firm = bool(_GUARDS.search(key))
        message = f"was known to LiteLLM up to {last}, and nothing reads it any more"
        report.add("dead-setting", location, message, "take it out", None if firm else "warning", firm=firm)
        return
    close = _nearest(key, tuple(each for each in known if each not in dead))
    firm = bool(_GUARDS.search(close)) if close else False
    if name == "model_info":
        if close and SequenceMatcher(None, key, close).ratio() >= _TYPO:
            report.add(
                "unknown-model-info", location, f"is not known here; {_IGNORES[name]}", f"did you mean {close!r}?"
            )
        return
    rule = (
        "unknown-parameter" if name == "litellm_params" else "unknown-block" if name == "top_level" else "unknown-key"
    )
    hint = f"did you mean {close!r}?" if close else _purpose(name)
    report.add(rule, location, f"is not known here; {_IGNORES[name]}", hint, firm=firm)


def _takes(word: str | None, value: object) -> bool:
    """Whether a block that has a key of type *word* can be where *value* belongs: a whole block is no plain setting."""
    return word is not None and (not isinstance(value, (dict, list)) or types.fits(word, value))


def _purpose(name: str) -> str:
    """What to write where a key is no misspelling."""
    if name == "litellm_params":
        return (
            "take it out, or let it through by name; an endpoint that speaks OpenAI's protocol gets it from extra_body"
        )
    if name == _TOP:
        return "take it out, let it through by name, or begin its name with x- where it holds what is written once for several"
    return "take it out, or let it through by name"


@lru_cache(maxsize=1024)
def _nearest(key: str, known: tuple[str, ...]) -> str:
    return nearest(key, known)


def _check_policy(checked: CheckedConfig, report: Report, table: str, location: Location, policy: object) -> None:
    """A dictionary with a closed set of keys."""
    if isinstance(policy, dict):
        check_known(checked, report, table, location, policy, IGNORES)
        known = checked.vocabulary.tables[table]
        for key, value in policy.items():
            if key in known and not types.fits(known[key], value):
                _wrong_type(report, table, (*location, key), known[key], value)


def _check_cache(checked: CheckedConfig, report: Report, params: object) -> None:
    """``cache_params``, which also takes whatever the Redis client takes: only a near miss is a mistake."""
    if isinstance(params, dict):
        location = ("litellm_settings", "cache_params")
        own = {key: value for key, value in params.items() if key not in HANDED_ON}
        check_misspelt(checked, report, "cache_params", location, own)
        known = checked.vocabulary.tables["cache_params"]
        for key, value in params.items():
            if key in known and types.is_choice(known[key]) and not types.fits(known[key], value):
                _wrong_type(report, "cache_params", (*location, key), known[key], value)
