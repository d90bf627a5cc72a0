"""The ready models in the repository have the prices and limits of LiteLLM's own package, read again."""

from __future__ import annotations

import importlib
import types
from pathlib import Path

from ansible_collections.llmops.litellm.plugins.plugin_utils._known.data import VERSIONS


def test_the_file_is_what_the_package_says(generator: types.ModuleType, packages: dict[str, Path]) -> None:
    catalog = importlib.import_module("generate_model_catalog")  # beside the other generator, which finds the folder
    assert catalog.TARGET.read_text() == catalog.catalog_text(packages[VERSIONS[-1]])
