# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in lists beside ``model_list``: guardrails, credentials, vector stores, tools, agents."""

from __future__ import annotations

import typing as t

from ...module_utils._nearest import key_slip_of
from .._known.deployment import Block
from .._report.locations import Location
from .._report.problems import did_you_mean, type_name
from .._report.secrets import REFERENCE, shown
from . import value_types as types
from .callbacks import check_acting
from .checked_config import CheckedConfig
from .entry import REFUSES, check_closed, check_misspelt, check_required, check_types, dictionaries
from .words import check_word

if t.TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from .._report.report import Report

_WITHOUT = "LiteLLM logs a line, starts without the guardrail, and lets everything pass"

_SEPARATOR = "MCP_TOOL_PREFIX_SEPARATOR"

_LEFT_OUT = "LiteLLM starts without this entry"


class Shape(t.NamedTuple):
    """How the entries of one list look.

    :param block: name of the list, and of the table with the keys of an entry, where there is one.
    :param required: the keys that every entry must have.
    :param params: the table with the keys of an entry's ``litellm_params``; empty where nothing closes that.
    :param required_params: the keys that ``litellm_params`` must have.
    :param effect: what LiteLLM does where a required key is missing.
    """

    block: str
    required: tuple[str, ...]
    params: str = ""
    required_params: tuple[str, ...] = ()
    effect: str = REFUSES


SHAPES = (
    Shape("guardrails", ("guardrail_name", "litellm_params"), "", ("guardrail", "mode")),
    Shape("credential_list", ("credential_name", "credential_values", "credential_info")),
    Shape(
        "vector_store_registry",
        ("vector_store_name", "litellm_params"),
        "vector_store_params",
        ("vector_store_id", "custom_llm_provider"),
    ),
    Shape("search_tools", ("search_tool_name", "litellm_params"), "", ("search_provider",)),
    *(Shape(name, ("agent_name", "agent_card_params"), effect=_LEFT_OUT) for name in ("agents", "agent_list")),
    Shape("sandbox_tools", ("sandbox_tool_name", "litellm_params"), "", ("sandbox_provider",), _LEFT_OUT),
)


def check_lists(checked: CheckedConfig, report: Report) -> None:
    """Every entry of these lists has the keys that LiteLLM needs, and none that it does not know."""
    for shape in SHAPES:
        value = checked.config.get(shape.block)
        for location, entry in dictionaries(report, (shape.block,), value if isinstance(value, list) else None):
            _check_entry(checked, report, shape, location, entry)

    assistants = checked.config.get("assistant_settings")
    if isinstance(assistants, dict):
        check_required(report, ("litellm_params",), ("assistant_settings",), assistants, REFUSES)


def _check_entry(checked: CheckedConfig, report: Report, shape: Shape, location: Location, entry: Block) -> None:
    if shape.block in checked.vocabulary.tables:
        check_closed(checked, report, shape.block, location, entry)
    check_required(report, shape.required, location, entry, shape.effect)
    effect = _without(checked) if shape.block == "guardrails" else shape.effect
    params = entry.get("litellm_params")
    if not isinstance(params, dict):
        if params is not None:
            message = f"must be a dictionary, not {type_name(params)}; {effect}"
            report.add("wrong-shape", (*location, "litellm_params"), message)
        return
    check_required(report, shape.required_params, (*location, "litellm_params"), params, effect)
    if shape.params:
        check_misspelt(checked, report, shape.params, (*location, "litellm_params"), params, shape.required_params)


def _without(checked: CheckedConfig) -> str:
    """What LiteLLM does with a guardrail whose parameters it does not take. One without a name or parameters ends every start."""
    return _WITHOUT if checked.vocabulary.skips_wrong_guardrails else REFUSES


def check_guardrails(checked: CheckedConfig, report: Report) -> None:
    """Every guardrail is of a type, at a moment and of a name that there is."""
    value = checked.config.get("guardrails")
    for index, entry in enumerate(value if isinstance(value, list) else ()):
        if not isinstance(entry, dict):
            continue
        params = entry.get("litellm_params")
        if isinstance(params, dict):
            _check_guardrail(checked, report, ("guardrails", index, "litellm_params"), params)
    _check_named(checked, report, guardrail_names(checked))
    _check_first_form(checked, report)


def _check_guardrail(checked: CheckedConfig, report: Report, location: Location, params: Block) -> None:
    kinds = checked.vocabulary.tables["guardrail_types"]
    kind = params.get("guardrail")
    # A dotted name is a class of the operator's own.
    of_others = isinstance(kind, str) and ("." in kind or kind.startswith(REFERENCE))
    if isinstance(kind, str) and kind not in kinds and not of_others and not checked.allows((*location, "guardrail")):
        message = f"{shown(kind)} is no guardrail of LiteLLM's; {_without(checked)}"
        report.add("unknown-guardrail", (*location, "guardrail"), message, did_you_mean(kind, kinds))
    known = checked.vocabulary.tables["guardrail_modes"]
    for where, mode in () if checked.allows((*location, "mode")) else _moments((*location, "mode"), params.get("mode")):
        # LiteLLM reads text and lists in any case, and what tags name as it is.
        folds = isinstance(mode, str) and not isinstance(params["mode"], dict)
        if not isinstance(mode, str) or (mode.lower() if folds else mode) not in known:
            what = shown(mode) if isinstance(mode, str) else type_name(mode)
            message = f"{what} is no moment at which a guardrail acts; {_without(checked)}"
            report.add("unknown-guardrail", where, message, did_you_mean(str(mode), known))
    if not of_others:
        # Integrations read more than LiteLLM declares, so that only what differs by a slip is a mistake.
        check_misspelt(checked, report, "guardrail_params", location, params, guess=key_slip_of)
    _check_guardrail_values(checked, report, location, params)


def _check_guardrail_values(checked: CheckedConfig, report: Report, location: Location, params: Block) -> None:
    """Every value of a guardrail, one of the operator's own too, is one that LiteLLM takes."""
    known = checked.vocabulary.tables["guardrail_params"]
    judged = {
        key: value
        for key, value in params.items()
        if key not in _NOT_TYPED and not _is_converted(known.get(key, "any"), value)
    }
    check_types(checked, report, "guardrail_params", location, judged, _without(checked))
    actions, entities = checked.vocabulary.tables.get("pii_actions", {}), params.get("pii_entities_config")
    for entity, action in entities.items() if isinstance(entities, dict) else ():
        check_word(report, (*location, "pii_entities_config", entity), action, actions, _without(checked), firm=True)
    if params.get("guardrail") == "litellm_content_filter":
        _check_content_filter(checked, report, location, params)


_FILTERS = {
    "blocked_words": ("keyword", "action"),
    "patterns": ("pattern_type", "action"),
    "categories": ("category", "action"),
}
"""What the filter of contents looks for, and the keys that each entry must have."""


def _check_content_filter(checked: CheckedConfig, report: Report, location: Location, params: Block) -> None:
    """Every word, pattern and category of the filter is one that it can look for."""
    tables, effect = checked.vocabulary.tables, _without(checked)
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


def _is_converted(word: str, value: object) -> bool:
    """Whether LiteLLM makes a value of the type *word* of *value*: blank text is none, and words are of any case."""
    if isinstance(value, bool):
        return "num" in word or "int" in word
    return isinstance(value, str) and (not value.strip() or types.fits(word, value.lower()))


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


def check_search_tools(checked: CheckedConfig, report: Report) -> None:
    """Every search tool asks somebody that LiteLLM knows."""
    tools, known = checked.config.get("search_tools"), checked.vocabulary.tables.get("search_providers", {})
    for index, tool in enumerate(tools if isinstance(tools, list) else ()):
        params = tool.get("litellm_params") if isinstance(tool, dict) else None
        if isinstance(params, dict):
            location = ("search_tools", index, "litellm_params", "search_provider")
            check_word(report, location, params.get("search_provider"), known, "every search fails")


def guardrail_names(checked: CheckedConfig) -> Collection[str]:
    """The guardrails that are declared, in both forms."""
    value = checked.config.get("guardrails")
    entries = [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []
    return [*(str(entry.get("guardrail_name")) for entry in entries), *_first_form_names(checked)]


def _check_named(checked: CheckedConfig, report: Report, known: Collection[str]) -> None:
    """The guardrails that a model names are there."""
    if checked.open_ended:
        return
    for deployment in checked.deployments:
        wanted = deployment.params.get("guardrails")
        for index, name in enumerate(wanted if isinstance(wanted, list) else ()):
            if isinstance(name, str) and name not in known:
                message = f"{shown(name)} is no guardrail of this configuration; LiteLLM lets everything pass"
                location = deployment.locate("guardrails", index)
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
                check_acting(checked, report, (*where, "callbacks", place), name)


def check_mcp_servers(checked: CheckedConfig, report: Report) -> None:
    """Every MCP server is somewhere, and is reached and asks for a key in a way that LiteLLM knows."""
    servers, tables = checked.config.get("mcp_servers"), checked.vocabulary.tables
    if servers and not isinstance(servers, dict):
        message = f"must be a dictionary, not {type_name(servers)}; {REFUSES}"
        report.add(
            "wrong-shape", ("mcp_servers",), message, "write the name of each server in front of what belongs to it"
        )
    for location, server in dictionaries(report, ("mcp_servers",), servers if isinstance(servers, dict) else None):
        _check_server_name(checked, report, location)
        check_misspelt(checked, report, "mcp_server", location, server)
        known = tables["mcp_server"]
        judged = {key: value for key, value in server.items() if not _is_converted(known.get(key, "any"), value)}
        check_types(checked, report, "mcp_server", location, judged)
        for key, table in (("transport", "mcp_transports"), ("auth_type", "mcp_auth_types")):
            word, words = server.get(key), tables[table]
            if word is not None and not (isinstance(word, str) and word in words):
                what = shown(word) if isinstance(word, str) else type_name(word)
                message = f"{what} is none of the words that LiteLLM knows; {REFUSES}"
                report.add("wrong-type", (*location, key), message, did_you_mean(str(word), words))
        flows = tables.get("oauth2_flows", {})
        if server.get("auth_type") == "oauth2" and flows:
            check_required(report, ("oauth2_flow",), location, server, REFUSES)
            check_word(report, (*location, "oauth2_flow"), server.get("oauth2_flow"), flows, REFUSES)
        _check_reached(report, location, server)


def _check_server_name(checked: CheckedConfig, report: Report, location: Location) -> None:
    """The name of a server does not hold what LiteLLM writes between it and the name of a tool."""
    name = location[-1]
    if isinstance(name, str) and "-" in name and _SEPARATOR not in (checked.environment or ()):
        message = f"has the - in its name that LiteLLM writes between the names of a server and of a tool; {REFUSES}"
        report.add("wrong-shape", location, message, f"write {shown(name.replace('-', '_'), bare=True)}")


def _check_reached(report: Report, location: Location, server: Block) -> None:
    """Something says where the server is: an address or a description of one, or a command."""
    places = ("command",) if server.get("transport") == "stdio" else ("url", "spec_path")
    if not any(server.get(place) for place in places):
        message = "is missing; LiteLLM starts, and finds no tool of the server"
        remedy = "write transport: stdio" if server.get("command") else f"write {places[0]}"
        report.add("missing-key", (*location, places[0]), message, remedy)
