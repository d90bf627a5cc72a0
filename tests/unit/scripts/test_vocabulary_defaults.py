"""Defaults of settings are read from source as LiteLLM writes it, and left out where it does not say them."""

from __future__ import annotations

import importlib
import typing as t
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
FILES = {
    "constants.py": """
import os
from typing import Final
DEFAULT_WAIT = float(os.getenv("WAIT", 60 * 2))
_given: Final = os.environ.get("GIVEN")
given_wait: float = DEFAULT_WAIT if _given is None else float(_given)
NUMBER = int(os.getenv("NUMBER", "7"))
""",
    "_logging.py": "set_verbose = False\n",
    "types.py": "class Mode:\n    ALL = 'all'\n",
    "__init__.py": """
from ._logging import set_verbose
from .constants import *
from .types import Mode
retries: int | None = None
callbacks: list = []
registry = dict()
mode: str = Mode.ALL.value
flag: bool = os.getenv("FLAG", "False").lower() == "true"
wait = given_wait or 1
text = "two words"
computed = helper()
computed_once: list = [1]
computed_once = helper()
long = list(range(3)) if False else ["aaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbbbbb"]
if True:
    late = -1
""",
    "router.py": """
from .constants import DEFAULT_WAIT
class Router:
    def __init__(self, model_list, retries=None, *, wait=DEFAULT_WAIT, strategy: str = "simple"):
        pass
""",
    "proxy/_types.py": """
class ConfigGeneralSettings:
    interval: int = Field(300, description="")
    otel: bool | None = Field(None, description="")
    named: str = Field(default="x")
    asked: bool | None = None
    required: str
""",
    "proxy/server.py": """
def start(general_settings, self):
    general_settings.get("asked", True)
    (general_settings or {}).get("once", "1d")
    self.general_settings.get("differs", 1)
    general_settings.get("differs", 2)
    general_settings.get("otel", [])
    general_settings.get("unknown_default", helper())
    other.get("stranger", 1)
    litellm_settings.get("handled", 5)
""",
}
KEYS = {
    "litellm_settings": (
        "DEFAULT_WAIT given_wait NUMBER set_verbose retries callbacks registry mode flag wait text computed computed_once long late "
        "handled"
    ),
    "router_settings": "retries wait strategy",
    "general_settings": "interval otel named asked required once differs unknown_default",
}


@pytest.fixture
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, dict[str, str]]:
    """What is read from a package that is written as LiteLLM's is."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    for name, text in FILES.items():
        path = tmp_path / "litellm" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    source: t.Any = importlib.import_module("generate_vocabulary_source").Source(tmp_path / "litellm")
    blocks = {block: dict.fromkeys(keys.split(), "any") for block, keys in KEYS.items()}
    read: dict[str, dict[str, str]] = importlib.import_module("generate_vocabulary_defaults").default_tables(
        source, blocks
    )
    return read


def test_settings_of_the_package(tables: dict[str, dict[str, str]]) -> None:
    assert tables["defaults:litellm_settings"] == {
        "DEFAULT_WAIT": "120.0",
        "given_wait": "120.0",
        "NUMBER": "7",
        "set_verbose": "false",
        "retries": "null",
        "callbacks": "[]",
        "registry": "{}",
        "mode": '"all"',
        "flag": "false",
        "wait": "120.0",
        "late": "-1",
        "handled": "5",
    }


def test_arguments_of_the_router(tables: dict[str, dict[str, str]]) -> None:
    assert tables["defaults:router_settings"] == {"retries": "null", "wait": "120.0", "strategy": '"simple"'}


def test_what_the_proxy_asks_for_counts_more_than_what_is_declared(tables: dict[str, dict[str, str]]) -> None:
    assert tables["defaults:general_settings"] == {
        "interval": "300",
        "otel": "null",
        "named": '"x"',
        "asked": "true",
        "once": '"1d"',
    }
