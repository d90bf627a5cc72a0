# SPDX-License-Identifier: GPL-3.0-or-later
"""The database: whether there is one, what needs it, and settings about it that do nothing, or let everybody in.

What LiteLLM's command line makes of such settings does not happen where that is not run: it alone reads the address and the
numbers of connections in ``general_settings``, and changes the schema at each start.
"""

from __future__ import annotations

import re
import typing as t
from urllib.parse import parse_qs, urlsplit

from ...module_utils._litellm_names import DATABASE_URL, SALT_KEY
from ...module_utils._managers import runs_containers
from .._report.secrets import REFERENCE, SHORTEST_SECRET, shown

if t.TYPE_CHECKING:
    from collections.abc import Collection

    from .._report.locations import Location
    from .._report.report import Report, Spot
    from .checked_config import CheckedConfig

DECLARE = "declare litellm_database"

_VARIABLES = (DATABASE_URL, "DATABASE_HOST", "IAM_TOKEN_DB_AUTH")
_ADDRESS = "database_url"
_OPEN = "allow_requests_on_db_unavailable"
# What acts through tables of the database alone; without one, LiteLLM accepts it and nothing happens.
_NEEDS_DATABASE = {
    "litellm_settings": (
        "max_budget",
        "max_internal_user_budget",
        "max_end_user_budget",
        "max_end_user_budget_id",
        "default_internal_user_params",
        "default_key_generate_params",
        "upperbound_key_generate_params",
        "default_team_params",
        "default_team_settings",
        "tag_budget_config",
        "store_audit_logs",
    ),
    "general_settings": (
        "store_model_in_db",
        "store_prompts_in_spend_logs",
        "maximum_spend_logs_retention_period",
        "proxy_batch_write_at",
    ),
}
# What the command line alone reads, to the field that does the same; empty: nothing does.
_OF_COMMAND_LINE = {
    "database_connection_pool_limit": "pool: {connections: N}",
    "database_connection_timeout": "pool: {wait: SECONDS}",
    "database_connection_pool_timeout": "pool: {wait: SECONDS}",
    "database_connect_timeout": "timeouts: {connect: SECONDS}",
    "database_socket_timeout": "timeouts: {answer: SECONDS}",
    "database_statement_timeout": "",
    "database_lock_timeout": "",
    "database_idle_in_transaction_timeout": "",
    "database_max_idle_connection_lifetime": "",
    "database_disable_prepared_statements": "",
    "database_extra_connection_params": "",
}
_SCHEMES = ("postgresql", "postgres")
_OF_LIBPQ = re.compile(r"verify-(?:ca|full)")


def check_database(checked: CheckedConfig, report: Report) -> None:
    """The database that ``general_settings`` names is one, and so are the numbers of its connections."""
    general = checked.block("general_settings")
    if not checked.service_manager:
        return
    severity: t.Literal["error", "warning"] = "warning" if checked.looked_at else "error"
    location: Location = ("general_settings", _ADDRESS)
    same = general.get(_ADDRESS) == f"{REFERENCE}{DATABASE_URL}" and checked.is_given(DATABASE_URL)
    if general.get(_ADDRESS) and not same and not checked.allows(location):
        message = (
            "is read by LiteLLM's command line alone, which is not run here; the gateway would be without a database"
        )
        report.add("no-database", location, message, f"{DECLARE}, and take it out", severity)
    for key, instead in _OF_COMMAND_LINE.items():
        location = ("general_settings", key)
        if general.get(key) is not None and not checked.allows(location):
            message = "is read by LiteLLM's command line alone, which is not run here"
            remedy = (
                f"write {instead} in litellm_database"
                if instead
                else "write it into an address of your own, by url_env"
            )
            report.add("dead-setting", location, message, remedy, severity)


def has_database(checked: CheckedConfig) -> bool:
    """Whether there is a database, or may be one."""
    # Of a service of somebody else's, the command line reads the address in the file, too.
    named = bool(checked.block("general_settings").get(_ADDRESS)) and not checked.service_manager
    return named or any(map(checked.is_given, _VARIABLES))


def check_needs(checked: CheckedConfig, report: Report) -> None:
    """Settings that need a database have one."""
    if has_database(checked):
        return
    for block, keys in _NEEDS_DATABASE.items():
        for key in keys:
            value = checked.block(block).get(key)
            if value not in (None, False, [], {}):
                message = "needs a database, and there is none; LiteLLM accepts it and nothing happens"
                report.add("needs-database", (block, key), message, f"{DECLARE}, or take it out")


def check_open(checked: CheckedConfig, report: Report) -> None:
    """Nobody gets in because the database is away."""
    location = ("general_settings", _OPEN)
    if checked.block(location[0]).get(_OPEN) is True and not checked.allows(location):
        message = "lets everybody in while the database is away: LiteLLM then takes any text for a key, without a limit or a budget"
        remedy = f"take it out, for keys that were used lately go on without it; or let {_OPEN} through by name"
        report.add("open-without-database", location, message, remedy)


def check_two_places(checked: CheckedConfig, report: Report) -> None:
    """Who keeps models in the database, too, knows what becomes of both."""
    if checked.block("general_settings").get("store_model_in_db") is True and checked.entries:
        message = (
            "keeps models and settings in the database beside those of this file: models of one name share its requests, and of "
            "settings that both have, the file's act"
        )
        location = ("general_settings", "store_model_in_db")
        report.add("models-in-two-places", location, message, "keep all of them in one place")


def check_names(
    settings: Collection[str], names: Collection[str], service_manager: str, declared: bool, report: Report
) -> None:
    """A service that finds a database has one that was declared: installations get a client for it then.

    :param settings: variables that ``litellm_environment`` sets.
    :param names: all variables of the service.
    :param declared: there is ``litellm_database``.
    """
    if DATABASE_URL in names and service_manager and not declared:
        where = "litellm_environment" if DATABASE_URL in settings else "litellm_secrets"
        message = "is a database that nobody prepares: it gets no tables, and no salt key is asked for"
        remedy = f"write litellm_database: {{url_env: {DATABASE_URL}}}"
        severity: t.Literal["warning"] | None = "warning" if runs_containers(service_manager) else None
        report.at(where, DATABASE_URL).add("no-database", message, remedy, severity)


def check_values(environment: t.Mapping[str, t.Any], address: str, report: Report) -> None:
    """The salt key is one, and the address as well.

    :param environment: names to values, as the service will have them.
    :param address: name of the variable with the whole address; empty: it is put together.
    """
    if SALT_KEY in environment:
        _check_salt_key(str(environment[SALT_KEY] or ""), report.at("litellm_salt_key"))
    if address and environment.get(address):
        _check_address(str(environment[address]), report.at("litellm_secrets", address))


def _check_salt_key(value: str, at: Spot) -> None:
    if value.startswith(REFERENCE):
        at.add("bad-secret", f"names {shown(value[len(REFERENCE) :], bare=True)}, which is not in litellm_secrets")
    elif len(value) < SHORTEST_SECRET or value != value.strip():
        message = f"must be at least {SHORTEST_SECRET} characters, without space around them"
        at.add("bad-secret", message, "set it to 32 random letters and digits, once")


def _check_address(value: str, at: Spot) -> None:
    try:
        parts = urlsplit(value)
        named = bool(parts.hostname) or "host" in parse_qs(parts.query)
    except ValueError:
        at.add("bad-secret", "is no address", "write postgresql://user:password@host:5432/litellm")
        return
    query = parse_qs(parts.query)
    if parts.scheme not in _SCHEMES or not named:
        at.add("bad-secret", "is no address of a PostgreSQL", "write postgresql://user:password@host:5432/litellm")
    elif "sslrootcert" in query or any(_OF_LIBPQ.fullmatch(each) for each in query.get("sslmode", ())):
        message = "asks who answers in words that Prisma drops, so nobody would be asked"
        remedy = (
            "write sslmode=require&sslaccept=strict&sslcert=/path, or host and sslmode: verify-full instead of url_env"
        )
        at.add("bad-secret", message, remedy)
