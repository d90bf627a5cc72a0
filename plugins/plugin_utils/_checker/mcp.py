# SPDX-License-Identifier: GPL-3.0-or-later
"""MCP: the servers whose tools LiteLLM hands on, and tools of the operator's own."""

from __future__ import annotations

import typing as t

from .._report.problems import did_you_mean, type_name
from .._report.secrets import shown
from .entry import REFUSES, check_misspelt, check_required, check_types, dictionaries, is_converted
from .words import check_word

if t.TYPE_CHECKING:
    from .._known.deployment import Block
    from .._report.locations import Location
    from .._report.report import Report
    from .checked_config import CheckedConfig

_STDIO, _STDIO_ON = "stdio", "LITELLM_ENABLE_MCP_STDIO"
_SEPARATOR = "MCP_TOOL_PREFIX_SEPARATOR"


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
        judged = {key: value for key, value in server.items() if not is_converted(known.get(key, "any"), value)}
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
        if (
            server.get("transport") == _STDIO
            and _STDIO in tables.get("mcp_gates", {})
            and not checked.may_have(_STDIO_ON)
        ):
            message = (
                f"starts a program, which LiteLLM does only with {_STDIO_ON}: true in the environment of the service"
            )
            report.add("stdio-off", (*location, "transport"), message, f"set {_STDIO_ON} in litellm_environment")


def _check_server_name(checked: CheckedConfig, report: Report, location: Location) -> None:
    """The name of a server does not hold what LiteLLM writes between it and the name of a tool."""
    name = location[-1]
    if isinstance(name, str) and "-" in name and _SEPARATOR not in (checked.environment or ()):
        message = f"has the - in its name that LiteLLM writes between the names of a server and of a tool; {REFUSES}"
        report.add("wrong-shape", location, message, f"write {shown(name.replace('-', '_'), bare=True)}")


def _check_reached(report: Report, location: Location, server: Block) -> None:
    """Something says where the server is: an address or a description of one, or a command."""
    places = ("command",) if server.get("transport") == _STDIO else ("url", "spec_path")
    if not any(server.get(place) for place in places):
        message = "is missing; LiteLLM starts, and finds no tool of the server"
        remedy = "write transport: stdio" if server.get("command") else f"write {places[0]}"
        report.add("missing-key", (*location, places[0]), message, remedy)


def check_mcp_tools(checked: CheckedConfig, report: Report) -> None:
    """Every tool has what LiteLLM does not register one without."""
    tools = checked.config.get("mcp_tools")
    for location, tool in dictionaries(report, ("mcp_tools",), tools if isinstance(tools, list) else None):
        check_misspelt(checked, report, "mcp_tool", location, tool)
        effect = "LiteLLM leaves the tool out without a word"
        check_required(report, ("name", "description", "handler"), location, tool, effect)
