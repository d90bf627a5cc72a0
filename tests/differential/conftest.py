"""The LiteLLM packages that the vocabulary was read from, downloaded once."""

from __future__ import annotations

import importlib
import sys
import types
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.data import VERSIONS

ROOT = Path(__file__).parents[2]
WHEELS = ROOT / ".cache" / "wheels"


@pytest.fixture(scope="session")
def generator() -> types.ModuleType:
    """``scripts/generate_vocabulary.py`` as a module."""
    sys.path.insert(0, str(ROOT / "scripts"))
    return importlib.import_module("generate_vocabulary")


@pytest.fixture(scope="session")
def packages(generator: types.ModuleType, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Version to the folder of the unpacked ``litellm`` package."""
    WHEELS.mkdir(parents=True, exist_ok=True)
    scratch = tmp_path_factory.mktemp("packages")
    return {version: generator.unpacked(version, WHEELS, scratch) for version in VERSIONS}
