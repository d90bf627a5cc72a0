# SPDX-License-Identifier: GPL-3.0-or-later
"""The units of Redis and of Sentinel, as text. ``@PROGRAM@`` stands for the program, which the host knows."""

from __future__ import annotations

import typing as t

from ...module_utils import _redis_places as places
from .._systemd import SANDBOX, unit

if t.TYPE_CHECKING:
    from .declared import Redis

_PYTHON = "/usr/bin/python3 -I"


def _service(name: str, state: str, *starting: str) -> tuple[str, ...]:
    return (
        "Type=notify",
        f"User={places.ACCOUNT}",
        f"Group={places.ACCOUNT}",
        f"StateDirectory={state.rpartition('/')[2]}",
        "StateDirectoryMode=0700",
        f"ReadWritePaths={places.RUNTIME}",
        *starting,
        "Restart=always",
        "RestartSec=1",
        # Redis reads what it has kept before it says that it is ready, and writes it before it ends.
        "TimeoutStartSec=300",
        "TimeoutStopSec=60",
        "LimitNOFILE=10000",
        # A core file would have what clients keep in it.
        "LimitCORE=0",
        f"SyslogIdentifier={name}",
        *SANDBOX,
    )


def _begun(kind: str, declared: str, state: str, first: str = "") -> str:
    words = f"ExecStartPre={_PYTHON} {places.BEGIN} {kind} {declared} {state}"
    return f"{words} {first}" if first else words


def server_unit(redis: Redis) -> str:
    """The unit of Redis. With Sentinel it begins with the role that it had last."""
    begin: tuple[str, ...] = ()
    told = places.CONFIGURATION
    if redis.sentinel:
        told = places.STATE_CONFIGURATION
        first = f"{redis.replicates} {redis.port}" if redis.replicates else ""
        begin = (_begun("redis", places.CONFIGURATION, told, first),)
    return unit(
        {
            "Unit": (
                "Description=Redis for LiteLLM gateways",
                "After=network-online.target",
                "Wants=network-online.target",
                "StartLimitIntervalSec=0",
            ),
            "Service": _service("litellm-redis", places.STATE, *begin, f"ExecStart=@PROGRAM@ {told}"),
            "Install": ("WantedBy=multi-user.target",),
        }
    )


def sentinel_unit() -> str:
    """The unit of Sentinel, which goes on with what it knew last."""
    told = places.SENTINEL_STATE_CONFIGURATION
    return unit(
        {
            "Unit": (
                "Description=Sentinel for the Redis of LiteLLM gateways",
                f"After=network-online.target {places.SERVICE}",
                "Wants=network-online.target",
                "StartLimitIntervalSec=0",
            ),
            "Service": _service(
                "litellm-redis-sentinel",
                places.SENTINEL_STATE,
                _begun("sentinel", places.SENTINEL, told),
                f"ExecStart=@PROGRAM@ {told} --sentinel",
            ),
            "Install": ("WantedBy=multi-user.target",),
        }
    )
