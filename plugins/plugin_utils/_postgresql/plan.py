# SPDX-License-Identifier: GPL-3.0-or-later
"""What the host of a PostgreSQL should have, from its variables: files, services, role, database, and how it is asked."""

from __future__ import annotations

import typing as t

from ...module_utils import _postgresql_places as places
from ...module_utils._addresses import client_host
from .._host_files import host_file
from .._report.problems import InputError
from .._variables.certificates import AUTHORITY, CERTIFICATE, KEY, pem_files
from . import services, texts
from .declared import postgresql_of

if t.TYPE_CHECKING:
    from collections.abc import Mapping

    from .declared import Gateway, PostgreSQL

_SHOWN, _READ_BY_POSTGRESQL = "0644", "0640"
_PEM = {CERTIFICATE: places.CERTIFICATE, KEY: places.KEY, AUTHORITY: places.AUTHORITY}


def plan(
    variables: Mapping[str, t.Any], password: str, host: str, gateways: t.Sequence[Gateway], dump: str
) -> dict[str, t.Any]:
    """The options of the host's half of ``litellm_postgresql_server``; the parameters are those of ``postgresql_of``.

    :param dump: the text of the program that dumps and restores.
    :raises InputError: with all problems, when the variables declare no PostgreSQL.
    """
    declared, problems = postgresql_of(variables, password, host, gateways)
    if problems:
        raise InputError(problems)
    timer = [places.DUMP_TIMER] if declared.dump_schedule else []
    return {
        "files": _files(declared, dump),
        "pem_files": pem_files(declared.pem, _PEM, _READ_BY_POSTGRESQL),
        "services": [places.SERVICE, *timer],
        "user": declared.user,
        "database": declared.database,
        "password": declared.password,
        "connections": declared.connections,
        "needed": declared.needed,
        "socket_user": declared.socket_user,
        "addresses": [client_host(each) for each in declared.listen],
        "port": declared.port,
        "tls": declared.tls,
        "dump_folder": declared.dump_folder,
        "dump_schedule": declared.dump_schedule,
    }


def _files(declared: PostgreSQL, dump: str) -> list[dict[str, str]]:
    folder = f"d {places.RUNTIME} 0755 {places.ACCOUNT} {places.ACCOUNT} -\n"
    found = [
        host_file(places.CONFIGURATION, texts.configuration(declared), _SHOWN),
        host_file(places.ACCESS, texts.access(declared), _READ_BY_POSTGRESQL),
        host_file(places.NAMES, texts.names(declared), _READ_BY_POSTGRESQL),
        # It restores, too, so that it is there without a timer.
        host_file(places.DUMP, dump, _SHOWN),
        host_file(places.RUNTIME_FOLDER, folder, _SHOWN),
        host_file(places.UNITS[places.SERVICE], services.server_unit(), _SHOWN),
        host_file(places.UNITS[places.DUMP_SERVICE], services.dump_unit(declared), _SHOWN),
    ]
    if declared.dump_schedule:
        found.append(host_file(places.UNITS[places.DUMP_TIMER], services.dump_timer(declared), _SHOWN))
    return found
