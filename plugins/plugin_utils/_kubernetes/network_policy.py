# SPDX-License-Identifier: GPL-3.0-or-later
"""The NetworkPolicy: who may come in, and that only providers and given services may be reached, where that is asked for.

A policy knows addresses and labels, and no names. A service of the cluster is known by its namespace, an address by itself; a name
outside stands for every public address, at its port.
"""

from __future__ import annotations

import ipaddress
import re
import typing as t
from urllib.parse import urlsplit

from ...module_utils._litellm_names import DATABASE_URL
from .gateway import Gateway, Manifest, metadata, migrations_selector, selector
from .pod import METRICS, PORT

if t.TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .declared import Cluster

_IN_CLUSTER = re.compile(r"[a-z0-9-]+\.(?P<namespace>[a-z0-9-]+)\.svc(\..+)?")
_PORTS = {"https": 443, "http": 80, "rediss": 6379, "redis": 6379, "grpc": 4317, "postgresql": 5432, "postgres": 5432}
_URL_KEYS = ("api_base", "base_url", "url", "endpoint")
PUBLIC = (
    {
        "ipBlock": {
            "cidr": "0.0.0.0/0",
            "except": [
                "10.0.0.0/8",
                "100.64.0.0/10",
                "127.0.0.0/8",
                "169.254.0.0/16",
                "172.16.0.0/12",
                "192.168.0.0/16",
            ],
        }
    },
    {"ipBlock": {"cidr": "::/0", "except": ["::1/128", "fc00::/7", "fe80::/10"]}},
)
"""Every address of the Internet, and none of a network of one's own."""


def network_policy(cluster: Cluster, gateway: Gateway) -> Manifest | None:
    """The policy; None where nobody asks for one."""
    given = cluster.network_policy
    if given is None:
        return None
    return {
        "apiVersion": "networking.k8s.io/v1",
        "kind": "NetworkPolicy",
        "metadata": metadata(cluster, gateway),
        "spec": {
            "podSelector": {"matchLabels": selector(cluster)},
            "policyTypes": ["Ingress", "Egress"],
            # Without one nobody may come in; an empty list of peers would let everybody in.
            "ingress": [
                {"from": peers, "ports": [{"protocol": "TCP", "port": port}]}
                for port, peers in ((PORT, given["from"]), (METRICS, given["scrapers"] if gateway.metrics_port else []))
                if peers
            ],
            "egress": _egress(cluster, _reached(gateway)),
        },
    }


def policy_of_migrations(cluster: Cluster, gateway: Gateway) -> Manifest:
    """The policy of the pods that migrate the database: nobody comes in, and they reach that and what is given."""
    return {
        "apiVersion": "networking.k8s.io/v1",
        "kind": "NetworkPolicy",
        "metadata": metadata(cluster, gateway, f"{cluster.name}-migrations"),
        "spec": {
            "podSelector": {"matchLabels": migrations_selector(cluster)},
            "policyTypes": ["Ingress", "Egress"],
            "ingress": [],
            "egress": _egress(cluster, _of_database(gateway)),
        },
    }


def _egress(cluster: Cluster, reached: Iterable[tuple[str, int]]) -> list[Manifest]:
    """Name resolution, what is given, and a rule for each port, with everybody who is *reached* there."""
    given = cluster.network_policy or {"dns": [], "to": []}
    dns = [{"protocol": protocol, "port": 53} for protocol in ("UDP", "TCP")]
    return [{"to": given["dns"], "ports": dns}, *_by_port(reached, cluster.namespace), *given["to"]]


def _by_port(reached: Iterable[tuple[str, int]], namespace: str) -> list[Manifest]:
    rules: dict[int, list[Manifest]] = {}
    for name, port in reached:
        peers = rules.setdefault(port, [])
        peers += [peer for peer in _peers(name, namespace) if peer not in peers]
    return [
        {"to": peers, "ports": [{"protocol": "TCP", "port": port}]} for port, peers in sorted(rules.items()) if peers
    ]


def _peers(name: str, namespace: str) -> list[Manifest]:
    """Who stands behind the *name* of a host, as seen from a *namespace*."""
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        found = _IN_CLUSTER.fullmatch(name)
        if not found and "." in name:
            return list(PUBLIC)
        where = found["namespace"] if found else namespace
        return [{"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": where}}}]
    return [{"ipBlock": {"cidr": f"{address}/{address.max_prefixlen}"}}]


def _reached(gateway: Gateway) -> Iterator[tuple[str, int]]:
    """Name and port of everybody whom the configuration names, and of providers that it names without an address."""
    for entry in gateway.data.get("model_list") or []:
        params = entry.get("litellm_params") or {}
        if not params.get("mock_response") and not any(params.get(key) for key in _URL_KEYS):
            yield "provider.example.com", _PORTS["https"]
    for text in _urls(gateway.data):
        yield from _of_url(text)
    for _name, before, _secret, after in gateway.composed:
        yield from _of_url(f"{before}x{after}")
    for line in gateway.service_environment.splitlines():
        value = line.partition("=")[2].strip('"')
        if "://" in value:
            yield from _of_url(value)


def _of_database(gateway: Gateway) -> Iterator[tuple[str, int]]:
    for name, before, _secret, after in gateway.composed:
        if name == DATABASE_URL:
            yield from _of_url(f"{before}x{after}")
    yield from _of_url(gateway.variables.get(DATABASE_URL, ""))


def _of_url(text: str) -> Iterator[tuple[str, int]]:
    try:
        url = urlsplit(text)
        if url.scheme in _PORTS and url.hostname:
            yield url.hostname, url.port or _PORTS[url.scheme]
    except ValueError:
        return


def _urls(tree: t.Any) -> Iterator[str]:
    """Every text in *tree* that is a URL, under whichever key."""
    if isinstance(tree, str):
        if "://" in tree:
            yield tree
    elif isinstance(tree, (list, dict)):
        for item in tree.values() if isinstance(tree, dict) else tree:
            yield from _urls(item)


def unknown_addresses(gateway: Gateway) -> list[str]:
    """Aliases of models, and the database, whose address is a variable, so that a policy cannot know it."""
    models = [
        str(entry.get("model_name"))
        for entry in gateway.data.get("model_list") or []
        if str((entry.get("litellm_params") or {}).get("api_base") or "").startswith("os.environ/")
    ]
    return models + ["the database"] * any(name == DATABASE_URL for name, _secret, _more in gateway.extended)
