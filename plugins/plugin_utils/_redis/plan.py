# SPDX-License-Identifier: GPL-3.0-or-later
"""What the host of a Redis should have, from its variables: files, services, and how it is asked."""

from __future__ import annotations

import typing as t

from ...module_utils import _redis_places as places
from ...module_utils._addresses import client_host
from .._host_files import host_file
from .._report.problems import InputError
from .._variables.certificates import AUTHORITY, CERTIFICATE, KEY, pem_files
from . import services, texts
from .declared import PREFIX, redis_of

if t.TYPE_CHECKING:
    from collections.abc import Mapping

    from .declared import Redis

_SHOWN, _READ_BY_REDIS = "0644", "0640"
_PEM = {CERTIFICATE: places.CERTIFICATE, KEY: places.KEY, AUTHORITY: places.AUTHORITY}


def plan(
    variables: Mapping[str, t.Any], host: str, hosts: Mapping[str, Mapping[str, t.Any]], begin: str
) -> dict[str, t.Any]:
    """The options of the host's half of ``litellm_redis_server``; the parameters are those of ``redis_of``.

    :param begin: the text of the program that begins a file of state.
    :raises InputError: with all problems, when the variables declare no Redis.
    """
    redis, problems = redis_of(variables, host, hosts)
    if problems:
        raise InputError(problems)
    return {
        "server": variables[f"{PREFIX}server"],
        "files": _files(redis, variables, begin),
        "secret_files": _secret_files(redis),
        "pem_files": pem_files(redis.pem, _PEM, _READ_BY_REDIS),
        "services": [places.SERVICE, *([places.SENTINEL_SERVICE] if redis.sentinel else [])],
        "socket_group": str(variables[f"{PREFIX}socket_group"]),
        "namespace": redis.namespace,
        "username": redis.username if redis.passwords else "",
        "password": redis.passwords[0] if redis.passwords else "",
        "addresses": [client_host(each) for each in redis.listen],
        "port": redis.port,
        "tls": redis.tls,
        "sentinel_port": redis.sentinel_port if redis.sentinel else 0,
        "hosts": list(redis.hosts.values()),
        "own_address": redis.hosts.get(redis.host, ""),
        "replicates": redis.replicates,
    }


def _files(redis: Redis, variables: Mapping[str, t.Any], begin: str) -> list[dict[str, str]]:
    """Files that everybody may see."""
    group = variables[f"{PREFIX}socket_group"]
    folder = f"d {places.RUNTIME} 2750 {places.ACCOUNT} {group} -\n"
    found = [
        host_file(places.CONFIGURATION, texts.configuration(redis), _SHOWN),
        host_file(places.RUNTIME_FOLDER, folder, _SHOWN),
        host_file(places.UNITS[places.SERVICE], services.server_unit(redis), _SHOWN),
    ]
    if redis.sentinel:
        found.append(host_file(places.BEGIN, begin, _SHOWN))
        found.append(host_file(places.UNITS[places.SENTINEL_SERVICE], services.sentinel_unit(), _SHOWN))
    return found


def _secret_files(redis: Redis) -> list[dict[str, str]]:
    found = [host_file(places.USERS, texts.users(redis), _READ_BY_REDIS)]
    if redis.hosts:
        found.append(host_file(places.REPLICATION, texts.replication(redis), _READ_BY_REDIS))
    if redis.sentinel:
        found.append(host_file(places.SENTINEL, texts.sentinel(redis), _READ_BY_REDIS))
    return found
