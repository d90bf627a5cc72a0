"""The variables of the role, as tests vary them."""

from __future__ import annotations

import typing as t
from pathlib import Path

import yaml

ROLE = Path(__file__).parents[5] / "roles" / "litellm_monitoring"
DEFAULTS: dict[str, t.Any] = yaml.safe_load((ROLE / "defaults" / "main.yml").read_text())

GATEWAYS: dict[str, dict[str, t.Any]] = {
    "gw1": {"litellm_metrics_host": "0.0.0.0", "ansible_host": "192.0.2.1", "litellm_tls_certificate": "/c.pem"},  # noqa: S104
    "gw2": {"litellm_metrics_host": "192.0.2.2", "litellm_metrics_port": 9500},
}


def declared(**others: t.Any) -> dict[str, t.Any]:
    """The variables with *others*, which are named without the role's prefix where they have it."""
    given = {
        name if name.startswith("litellm_") else f"litellm_monitoring_{name}": value for name, value in others.items()
    }
    return {**DEFAULTS, "litellm_monitoring_token": "", "litellm_reference_model": "", **given}
