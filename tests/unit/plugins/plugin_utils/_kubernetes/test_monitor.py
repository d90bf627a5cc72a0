"""Where a ServiceMonitor asks, and with what."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._kubernetes.monitor import monitor
from ansible_collections.llmops.litellm.plugins.plugin_utils._kubernetes.secrets import SecretKey

from .samples import GATEWAY, cluster, gateway

TOKEN = {**GATEWAY.secrets, "LITELLM_METRICS_TOKEN": SecretKey("scraping", "token")}
EVERY = {"interval": "1m"}


def bearer(secret: str, key: str) -> dict[str, t.Any]:
    """What asks with a key of a Secret."""
    return {"authorization": {"type": "Bearer", "credentials": {"name": secret, "key": key}}}


@pytest.mark.parametrize(
    ("given", "changes", "asks"),
    [
        (EVERY, {}, {"port": "http"}),
        ({"key_secret": "litellm"}, {}, {"port": "http", **bearer("litellm", "LITELLM_MASTER_KEY")}),
        (EVERY, {"metrics_port": 9464}, {"targetPort": "metrics"}),
        (EVERY, {"metrics_port": 9464, "secrets": TOKEN}, {"targetPort": "metrics", **bearer("scraping", "token")}),
        (
            {"port": "http", "key_secret": "litellm"},
            {"metrics_port": 9464, "secrets": TOKEN},
            {"port": "http", **bearer("litellm", "LITELLM_MASTER_KEY")},
        ),
    ],
)
def test_where_it_asks(given: dict[str, t.Any], changes: dict[str, t.Any], asks: dict[str, t.Any]) -> None:
    made = monitor(cluster(monitor=given), gateway(**changes))
    assert made is not None
    (endpoint,) = made["spec"]["endpoints"]
    assert {name: value for name, value in endpoint.items() if name not in ("path", "interval")} == asks


def test_nobody_asks_where_that_is_not_wanted() -> None:
    assert monitor(cluster(), gateway(metrics_port=9464)) is None
