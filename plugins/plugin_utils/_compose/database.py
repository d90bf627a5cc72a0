# SPDX-License-Identifier: GPL-3.0-or-later
"""What a database becomes in the service's environment.

LiteLLM reads ``DATABASE_URL`` when it starts. How many connections there are, and how long they are waited for, its command line
puts into that address; that is not run here, so it is put there from the start. The schema is changed by a step of the
release and by nobody else, so every slot is told to leave it alone.
"""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from ...module_utils._litellm_names import DATABASE_URL, SALT_KEY
from .._language.database import VERIFIED, Database, read_database
from .secret_url import SecretUrl

if t.TYPE_CHECKING:
    from .._language.options import RenderOptions
    from .._report.report import Report

_NO_MIGRATIONS = {"DISABLE_SCHEMA_UPDATE": "True"}


@dataclass(frozen=True)
class Storage:
    """What LiteLLM is told of the database.

    :param declared: whether there is one.
    :param environment: variables of the service, none of them a secret.
    :param secret_url: the address, where a secret belongs into it; else None.
    :param secret_field: the field of the declaration that names the secret; empty without one.
    :param mounts: what a container needs of the host for it, ``/path:/path`` or ``/path:/path:ro``.
    """

    declared: bool = False
    environment: dict[str, str] = field(default_factory=dict)
    secret_url: SecretUrl | None = None
    secret_field: str = ""
    mounts: list[str] = field(default_factory=list)


def read_storage(options: RenderOptions, report: Report) -> Storage:
    """What the database of *options* becomes."""
    database = read_database(options, report)
    if database is None:
        return Storage()
    names = options.environment if isinstance(options.environment, list) else None
    if names is not None and DATABASE_URL in names and database.url_env != DATABASE_URL:
        message = f"makes {DATABASE_URL} itself, which is declared too"
        remedy = f"take {DATABASE_URL} out, or write url_env: {DATABASE_URL} and nothing of the host"
        report.at("database").add("contradiction", message, remedy)
    if names is not None and SALT_KEY not in names:
        message = (
            "is missing; LiteLLM encrypts with it what it keeps in the database, else with the master key, whose next change "
            "would lose that"
        )
        report.at("litellm_salt_key").add(
            "no-salt-key", message, "set it to 32 random letters and digits, and never change it"
        )
    before, after = _around_password(database)
    if database.url_env:
        url = SecretUrl(DATABASE_URL, "", database.url_env, _query(database), whole=True)
        return Storage(True, dict(_NO_MIGRATIONS), url, "url_env", database.mounts)
    if database.password_env:
        url = SecretUrl(DATABASE_URL, before, database.password_env, after)
        return Storage(True, dict(_NO_MIGRATIONS), url, "password_env", database.mounts)
    return Storage(True, {**_NO_MIGRATIONS, DATABASE_URL: before + after}, mounts=database.mounts)


def _around_password(database: Database) -> tuple[str, str]:
    """The address of *database*, before and behind the password."""
    user = quote(database.user, safe="") + ":" * bool(database.password_env)
    host = "localhost" if database.has_socket else database.host
    host = f"[{host}]" if ":" in host else host
    return (
        f"postgresql://{user}",
        f"@{host}:{database.port}/{quote(database.name, safe='')}?{_query(database)}",
    )


def _query(database: Database) -> str:
    """What Prisma is told behind the address. With ``sslaccept=strict`` alone it asks who answers."""
    told: dict[str, object] = {"connection_limit": database.connections, "pool_timeout": database.pool_wait}
    if database.has_socket:
        told["host"] = database.host
    if database.connect:
        told["connect_timeout"] = database.connect
    if database.answer:
        told["socket_timeout"] = database.answer
    if database.encryption == VERIFIED:
        told |= {"sslmode": "require", "sslaccept": "strict"}
        told |= {"sslcert": database.ca} if database.ca else {}
    elif database.encryption and not database.url_env:
        told |= {"sslmode": database.encryption, "sslaccept": "accept_invalid_certs"}
    return urlencode(told, safe="/")
