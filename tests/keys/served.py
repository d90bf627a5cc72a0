"""Runs a command beside a real LiteLLM that has a database: ``python -m tests.keys.served pytest tests/keys``.

The command finds the gateway in ``KEYS_GATEWAY`` and ``KEYS_MASTER_KEY``. Where they name one already, that is used, and nothing is
started. ``KEYS_PYTHON`` is the Python of a LiteLLM with a client of Prisma, as ``scripts/install_prisma_engine.sh`` makes one.
"""

from __future__ import annotations

import os
import subprocess
import sys
import typing as t
from pathlib import Path

import yaml

from tests.prisma_engine.database import NoPostgresqlError, running_database
from tests.routing.gateway import KEY, running_gateway

ROOT = Path(__file__).resolve().parents[2]
_MOCK = {"api_key": "sk-none", "mock_response": "An answer."}
CONFIGURATION: dict[str, t.Any] = {
    "model_list": [
        {"model_name": "mock", "litellm_params": {"model": "openai/gpt-4o-mini", **_MOCK}},
        {
            "model_name": "priced",
            "litellm_params": {
                "model": "openai/priced-model",
                **_MOCK,
                "input_cost_per_token": 0.001,
                "output_cost_per_token": 0.002,
            },
        },
    ],
    "router_settings": {"model_group_alias": {"writer": "mock"}},
    "general_settings": {"master_key": "os.environ/LITELLM_MASTER_KEY", "proxy_batch_write_at": 5},
}


def _run(command: list[str], more: t.Mapping[str, str]) -> int:
    return subprocess.run(command, env={**os.environ, **more}, check=False).returncode  # noqa: S603 - whoever calls names it


def migrations(python: str) -> Path:
    """The folder of LiteLLM's migrations, where *python* has it."""
    return next(Path(python).parents[1].glob("lib/python3*/site-packages/litellm_proxy_extras/migrations"))


def engine_settings() -> dict[str, str]:
    """The environment of a gateway that has the stand-in for its engine."""
    return {
        "PRISMA_QUERY_ENGINE_BINARY": str(ROOT / "tests" / "prisma_engine" / "query-engine"),
        "PRISMA_SCHEMA_ENGINE_BINARY": str(ROOT / "tests" / "prisma_engine" / "schema-engine"),
        "PRISMA_ENGINE_PACKAGES": str(ROOT / ".cache" / "prisma_engine"),
        "PRISMA_ENGINE_PYTHON": sys.executable,
    }


def main(command: list[str]) -> int:
    """Run *command*, and its status."""
    if os.environ.get("KEYS_GATEWAY"):
        return _run(command, {})
    python = os.environ.get("KEYS_PYTHON")
    if not python:
        sys.exit("KEYS_PYTHON is not set: it names the Python of a LiteLLM with a client of Prisma")
    try:
        with running_database() as database:
            database.migrate(migrations(python))
            settings = {
                "DATABASE_URL": f"{database.url}?connection_limit=10&pool_timeout=60",
                "DISABLE_SCHEMA_UPDATE": "True",
                "LITELLM_SALT_KEY": "salt-" + KEY,
                "PATH": os.environ["PATH"],
            }
            with running_gateway(python, yaml.safe_dump(CONFIGURATION), {**engine_settings(), **settings}) as gateway:
                print(f"A gateway with a database answers at {gateway.url}", flush=True)
                return _run(command, {"KEYS_GATEWAY": gateway.url, "KEYS_MASTER_KEY": KEY})
    except NoPostgresqlError as missing:
        sys.exit(str(missing))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
