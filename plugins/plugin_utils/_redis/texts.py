# SPDX-License-Identifier: GPL-3.0-or-later
"""Redis's own files as text: what it is told, and who may do what in it."""

from __future__ import annotations

import hashlib
import hmac
import typing as t

from ...module_utils import _redis_places as places
from .._host_files import with_head

if t.TYPE_CHECKING:
    from .declared import Redis

MEGABYTE = 2**20

COMMANDS = (
    *("+@connection", "+@transaction", "-@admin", "-@dangerous", "+info"),
    *("+get", "+set", "+mget", "+del", "+exists", "+expire", "+pexpire", "+ttl", "+pttl"),
    *("+incr", "+incrby", "+incrbyfloat", "+decrby"),
    *("+eval", "+evalsha", "+script|load", "+script|exists", "+time"),
    *("+rpush", "+lpop", "+ltrim", "+sadd", "+zadd", "+zcard", "+zrem", "+zremrangebyscore"),
    *("+scan", "+publish", "+subscribe", "+unsubscribe"),
)
"""What LiteLLM does in Redis, by itself and in its scripts. ``FLUSHALL`` and ``CLIENT LIST``, which its API offers, are not."""

# Redis tells the first of a user only where it was said.
_BEGIN = ("sanitize-payload", "resetchannels")
_OF_REPLICA = ("+psync", "+replconf", "+ping")
# As Redis's documentation of Sentinel has them.
_OF_WATCHER = (
    *("allchannels", "+multi", "+exec", "+slaveof", "+ping", "+subscribe", "+publish", "+info", "+role"),
    *("+config|rewrite", "+client|setname", "+client|kill", "+script|kill"),
)
# What a client needs to find the primary.
_ASKING_SENTINEL = (
    *("allchannels", "+@connection", "-@admin", "-@dangerous", "+info", "+role", "+subscribe", "+unsubscribe"),
    *("+sentinel|masters", "+sentinel|master", "+sentinel|slaves", "+sentinel|replicas", "+sentinel|sentinels"),
    *("+sentinel|get-master-addr-by-name", "+sentinel|ckquorum"),
)
_DOWN_AFTER = 5000
_FAILOVER = 30000


def digest(password: str) -> str:
    """A password as Redis's file of users has it."""
    return "#" + hashlib.sha256(password.encode()).hexdigest()


def derived(password: str, account: str) -> str:
    """The password of an *account* that only Redis servers use among themselves, which tells nothing of *password*."""
    return hmac.new(password.encode(), f"llmops.litellm {account}".encode(), "sha256").hexdigest()


def configuration(redis: Redis) -> str:
    """``redis.conf``. It holds no secret."""
    with_tls, without = (redis.port, 0) if redis.tls else (0, redis.port)
    lines = {
        "supervised": "systemd",
        "unixsocket": places.SOCKET,
        "unixsocketperm": "770",
        "port": without if redis.listen else 0,
        **({"tls-port": with_tls} if redis.tls and redis.listen else {}),
        **({"bind": " ".join(redis.listen)} if redis.listen else {}),
        # Who may do what, the file of users says.
        "protected-mode": "no",
        "aclfile": places.USERS,
        "dir": places.STATE,
        "maxmemory": redis.memory * MEGABYTE,
        # A budget that is evicted would start again.
        "maxmemory-policy": "noeviction",
        "appendonly": "yes",
        "appendfsync": "everysec",
        "save": '""',
        "maxclients": 4000,
        "tcp-keepalive": 60,
        **(_tls() if redis.tls else {}),
        **(_together(redis) if redis.hosts else {}),
        **redis.settings,
    }
    return with_head(f"{name} {value}" for name, value in lines.items())


def _tls() -> dict[str, str]:
    return {
        "tls-cert-file": places.CERTIFICATE,
        "tls-key-file": places.KEY,
        "tls-ca-cert-file": places.AUTHORITY,
        "tls-auth-clients": "no",
        "tls-replication": "yes",
        "tls-protocols": '"TLSv1.2 TLSv1.3"',
    }


def _together(redis: Redis) -> dict[str, str]:
    # Sentinel says who is a replica of whom once there is one.
    following = {"replicaof": f"{redis.replicates} {redis.port}"} if redis.replicates and not redis.sentinel else {}
    return {"include": places.REPLICATION, "replica-announce-ip": redis.hosts[redis.host], **following}


def replication(redis: Redis) -> str:
    """What a replica signs in with. Redis needs the password itself."""
    return with_head([f"masteruser {places.REPLICA}", f"masterauth {derived(redis.passwords[0], places.REPLICA)}"])


def _user(name: str, passwords: t.Iterable[str], rules: t.Iterable[str]) -> str:
    return " ".join(["user", name, "on", *(digest(each) for each in passwords), *_BEGIN, *rules])


def users(redis: Redis) -> str:
    """The file of users, which holds passwords as their SHA-256; that of root on the host is added there."""
    names = redis.namespace
    rules = (f"~{names}:*", f"&{names}:*", *COMMANDS)
    if not redis.passwords:
        return " ".join(["user default on nopass", *_BEGIN, *rules]) + "\n"
    lines = [" ".join(["user default off", *_BEGIN]), _user(redis.username, redis.passwords, rules)]
    accounts: dict[str, tuple[str, ...]] = {places.REPLICA: _OF_REPLICA} if redis.hosts else {}
    accounts |= {places.WATCHER: _OF_WATCHER} if redis.sentinel else {}
    for name, allowed in accounts.items():
        lines.append(_user(name, [derived(each, name) for each in redis.passwords], allowed))
    # Redis takes no comment there.
    return "\n".join([*lines, ""])


def sentinel(redis: Redis) -> str:
    """``sentinel.conf`` as it begins; Sentinel goes on in a file of its own. It holds passwords of servers."""
    name = places.SERVICE_NAME
    password = redis.passwords[0]
    own = derived(password, places.WATCHER)
    quorum = len(redis.hosts) // 2 + 1
    asking = [_user(each, redis.passwords, _ASKING_SENTINEL) for each in ("default", redis.username)]
    peers = [derived(each, places.WATCHER) for each in redis.passwords]
    lines = [
        f"# hosts {' '.join(redis.hosts.values())}",
        "sentinel resolve-hostnames yes",
        "sentinel announce-hostnames yes",
        f"sentinel monitor {name} {redis.hosts[redis.primary]} {redis.port} {quorum}",
        "supervised systemd",
        f"dir {places.SENTINEL_STATE}",
        f"bind {' '.join(redis.listen)}",
        *(["port 0", f"tls-port {redis.sentinel_port}"] if redis.tls else [f"port {redis.sentinel_port}"]),
        *(f"{key} {value}" for key, value in (_tls() if redis.tls else {}).items()),
        "protected-mode no",
        *asking,
        _user(places.WATCHER, peers, ("allchannels", "+@all")),
        f"sentinel sentinel-user {places.WATCHER}",
        f"sentinel sentinel-pass {own}",
        f"sentinel announce-ip {redis.hosts[redis.host]}",
        f"sentinel auth-user {name} {places.WATCHER}",
        f"sentinel auth-pass {name} {own}",
        f"sentinel down-after-milliseconds {name} {_DOWN_AFTER}",
        f"sentinel failover-timeout {name} {_FAILOVER}",
        f"sentinel parallel-syncs {name} 1",
    ]
    return with_head(lines)
