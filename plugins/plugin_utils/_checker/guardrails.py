# SPDX-License-Identifier: GPL-3.0-or-later
"""Guardrails in both forms: their types, moments and values, and the names by which models, policies and routes ask for them."""

from __future__ import annotations

import typing as t

from ...module_utils._nearest import key_slip_of, nearest
from .._report.problems import did_you_mean, type_name
from .._report.secrets import REFERENCE, shown
from .callbacks import check_acting
from .entry import REFUSES, check_closed, check_misspelt, check_required, check_types, dictionaries, is_converted
from .guardrail_needs import check_needs
from .words import check_word

if t.TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from .._known.deployment import Block
    from .._report.locations import Location
    from .._report.report import Report
    from .checked_config import CheckedConfig

_WITHOUT = "LiteLLM logs a line, starts without the guardrail, and lets everything pass"


def check_guardrails(checked: CheckedConfig, report: Report) -> None:
    """Every guardrail is of a type, at a moment and of a name that there is."""
    value = checked.config.get("guardrails")
    for index, entry in enumerate(value if isinstance(value, list) else ()):
        if not isinstance(entry, dict):
            continue
        params = entry.get("litellm_params")
        if isinstance(params, dict):
            _check_guardrail(checked, report, ("guardrails", index, "litellm_params"), params)
    for deployment in checked.deployments:
        wanted = deployment.params.get("guardrails")
        if isinstance(wanted, str) and not wanted.startswith(REFERENCE):
            message = "must be a list, not text; LiteLLM lets everything pass"
            report.add("wrong-type", deployment.locate("guardrails"), message, "write a list", firm=True)
        named = enumerate(wanted) if isinstance(wanted, list) else ()
        check_guardrail_names(
            checked, report, [(deployment.locate("guardrails", index), name) for index, name in named]
        )
    _check_first_form(checked, report)


def _check_guardrail(checked: CheckedConfig, report: Report, location: Location, params: Block) -> None:
    kinds = checked.vocabulary.tables["guardrail_types"]
    kind = params.get("guardrail")
    # A dotted name is a class of the operator's own.
    of_others = isinstance(kind, str) and ("." in kind or kind.startswith(REFERENCE))
    if isinstance(kind, str) and kind not in kinds and not of_others and not checked.allows((*location, "guardrail")):
        message = f"{shown(kind)} is no guardrail of LiteLLM's; {without(checked)}"
        report.add("unknown-guardrail", (*location, "guardrail"), message, did_you_mean(kind, kinds))
    known = checked.vocabulary.tables["guardrail_modes"]
    for where, mode in () if checked.allows((*location, "mode")) else _moments((*location, "mode"), params.get("mode")):
        # LiteLLM reads text and lists in any case, and what tags name as it is.
        folds = isinstance(mode, str) and not isinstance(params["mode"], dict)
        if not isinstance(mode, str) or (mode.lower() if folds else mode) not in known:
            what = shown(mode) if isinstance(mode, str) else type_name(mode)
            message = f"{what} is no moment at which a guardrail acts; {without(checked)}"
            report.add("unknown-guardrail", where, message, did_you_mean(str(mode), known))
    if not of_others:
        # Integrations read more than LiteLLM declares, so that only what differs by a slip is a mistake.
        check_misspelt(checked, report, "guardrail_params", location, params, guess=key_slip_of)
    check_needs(checked, report, location, params, without(checked))
    _check_guardrail_values(checked, report, location, params)


def _check_guardrail_values(checked: CheckedConfig, report: Report, location: Location, params: Block) -> None:
    """Every value of a guardrail, one of the operator's own too, is one that LiteLLM takes."""
    known = checked.vocabulary.tables["guardrail_params"]
    judged = {
        key: value
        for key, value in params.items()
        if key not in _NOT_TYPED and not is_converted(known.get(key, "any"), value)
    }
    check_types(checked, report, "guardrail_params", location, judged, without(checked))
    kinds = checked.vocabulary.tables.get("pii_entities", {})
    actions, entities = checked.vocabulary.tables.get("pii_actions", {}), params.get("pii_entities_config")
    for entity, action in entities.items() if isinstance(entities, dict) else ():
        where = (*location, "pii_entities_config", entity)
        check_word(report, where, action, actions, without(checked), firm=True)
        if close := "" if entity in kinds else nearest(str(entity), kinds):
            message = "is no kind of data that is known here; Presidio finds none of a kind that it does not know"
            report.add("unknown-word", where, message, f"did you mean {close}?", "warning")
    if params.get("guardrail") == "litellm_content_filter":
        _check_content_filter(checked, report, location, params)


def without(checked: CheckedConfig) -> str:
    """What LiteLLM does with a guardrail whose parameters it does not take. One without a name or parameters ends every start."""
    return _WITHOUT if checked.vocabulary.skips_wrong_guardrails else REFUSES


_FILTERS = {
    "blocked_words": ("keyword", "action"),
    "patterns": ("pattern_type", "action"),
    "categories": ("category", "action"),
}
"""What the filter of contents looks for, and the keys that each entry must have."""


def _check_content_filter(checked: CheckedConfig, report: Report, location: Location, params: Block) -> None:
    """Every word, pattern and category of the filter is one that it can look for."""
    tables, effect = checked.vocabulary.tables, without(checked)
    for key, required in _FILTERS.items():
        entries, table = params.get(key), f"content_filter_{key}"
        for where, entry in dictionaries(report, (*location, key), entries if isinstance(entries, list) else None):
            check_misspelt(checked, report, table, where, entry)
            check_types(checked, report, table, where, entry, effect)
            prebuilt = key == "patterns" and entry.get("pattern_type") == "prebuilt"
            by_regex = key == "patterns" and entry.get("pattern_type") == "regex"
            needed = ("pattern_name",) if prebuilt else ("pattern",) if by_regex else ()
            check_required(report, (*required, *needed), where, entry, effect)
            if prebuilt:
                known = tables.get("content_filter_pattern_names", {})
                check_word(report, (*where, "pattern_name"), entry.get("pattern_name"), known, effect, firm=True)
            if key == "categories" and not entry.get("category_file"):
                known = tables.get("content_filter_category_names", {})
                message = "LiteLLM logs a line, and the filter lets it pass"
                check_word(report, (*where, "category"), entry.get("category"), known, message, firm=True)


# Of the moment another check says more; what LiteLLM cannot read of a scope it takes for none.
_NOT_TYPED = ("mode", "stream_scope")


def _moments(location: Location, mode: object) -> Iterator[tuple[Location, object]]:
    """Every word of ``mode``: text, a list of texts, or ``{tags: {tag: …}, default: …}``."""
    if isinstance(mode, list):
        for index, each in enumerate(mode):
            yield (*location, index), each
    elif isinstance(mode, dict):
        yield from _moments((*location, "default"), mode.get("default"))
        tags = mode.get("tags")
        for tag, each in tags.items() if isinstance(tags, dict) else ():
            yield from _moments((*location, "tags", tag), each)
    elif mode is not None:
        yield location, mode


def guardrail_names(checked: CheckedConfig) -> Collection[str]:
    """The guardrails that are declared, in both forms."""
    value = checked.config.get("guardrails")
    entries = [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []
    return [*(str(entry.get("guardrail_name")) for entry in entries), *_first_form_names(checked)]


def check_guardrail_names(
    checked: CheckedConfig,
    report: Report,
    named: Iterable[tuple[Location, object]],
    effect: str = "LiteLLM lets everything pass",
) -> None:
    """Each guardrail that something names is there.

    :param named: the location of each name, and itself.
    :param effect: what LiteLLM does without it.
    """
    if checked.open_ended:
        return
    known = guardrail_names(checked)
    for location, name in named:
        if isinstance(name, str) and name not in known:
            message = f"{shown(name)} is no guardrail of this configuration; {effect}"
            report.add("unknown-guardrail", location, message, did_you_mean(name, known))


def _first_form(checked: CheckedConfig) -> list[t.Any]:
    """``litellm_settings.guardrails``, which names guardrails by the key of each entry."""
    value = checked.block("litellm_settings").get("guardrails")
    return value if isinstance(value, list) else []


def _first_form_names(checked: CheckedConfig) -> list[str]:
    return [str(name) for entry in _first_form(checked) if isinstance(entry, dict) for name in entry]


def _check_first_form(checked: CheckedConfig, report: Report) -> None:
    """Every guardrail of the first form has callbacks, and those that are always on are callbacks that act."""
    for index, entry in enumerate(_first_form(checked)):
        location: Location = ("litellm_settings", "guardrails", index)
        if isinstance(entry, dict) and "guardrail_name" in entry:
            message = f"is a guardrail in the form of the top level; {REFUSES}"
            remedy = "move the list to guardrails, beside litellm_settings"
            report.add("misplaced-key", location, message, remedy, firm=True)
            continue
        for where, item in dictionaries(report, location, entry if isinstance(entry, dict) else None):
            check_closed(checked, report, "first_form_guardrail", where, item, REFUSES, firm=True)
            check_required(report, ("callbacks",), where, item, REFUSES)
            named = item.get("callbacks") if item.get("default_on") is True else None
            for place, name in enumerate(named if isinstance(named, list) else ()):
                if isinstance(name, str):
                    check_acting(checked, report, (*where, "callbacks", place), name)
