# SPDX-License-Identifier: GPL-3.0-or-later
"""Files in which a configuration of LiteLLM stands, and that are none: Helm values, Kubernetes manifests, compose files."""

from __future__ import annotations

import re
import typing as t

import yaml

from .._report.locations import Location, path_of
from .._report.secrets import shown
from .._report.yaml_text import SAFE_LOADER
from .deployment import MODEL_LIST
from .names import BLOCKS as SETTINGS

if t.TYPE_CHECKING:
    from collections.abc import Iterator


BLOCKS = (MODEL_LIST, *SETTINGS)
"""What a configuration has at least one of."""

_CHART = ("proxy_config", "proxyConfigMap", "masterkeySecretName", "replicaCount")
IN_TEXT = re.compile(rf"^\s*(?:{'|'.join(BLOCKS)})\s*:", re.MULTILINE)
"""Found in a text that may be a configuration."""
_MOUNTED = re.compile(r"[\w./-]*(?:config|litellm)[\w.-]*\.ya?ml")


class Foreign(t.NamedTuple):
    """What a file is instead of a configuration, and what to do."""

    message: str
    remedy: str


def foreign(text: str) -> Foreign | None:
    """What *text* (YAML, perhaps of several documents) is, when it is something else that people run LiteLLM with."""
    documents = _documents(text)
    if any(block in document for document in documents for block in BLOCKS):
        return None
    for document in documents:
        for location in _configurations(document, (), set()):
            what = _kind(document) or "no configuration of LiteLLM"
            message = f"is {what}; LiteLLM's configuration is what stands in it under {path_of(location)}"
            return Foreign(message, "give that as a file of its own")
    for kind in filter(None, map(_kind, documents)):
        mounted = next(iter(_MOUNTED.findall(text)), "")
        remedy = "give the file with model_list in it" + (f", perhaps {shown(mounted, bare=True)}" if mounted else "")
        return Foreign(f"is {kind}, and holds no configuration of LiteLLM", remedy)
    return None


def _documents(text: str) -> list[dict[t.Any, t.Any]]:
    """The dictionaries among the documents of *text*; none where it cannot be read."""
    try:
        return [each for each in yaml.load_all(text, SAFE_LOADER) if isinstance(each, dict)]
    except (yaml.YAMLError, RecursionError, ValueError):
        return []


def _kind(document: dict[t.Any, t.Any]) -> str:
    """What *document* is, with its article; ``''`` where that cannot be told."""
    if "apiVersion" in document and "kind" in document:
        return f"a Kubernetes manifest ({shown(document['kind'], bare=True)})"
    services = document.get("services")
    if isinstance(services, dict) and any(
        isinstance(service, dict) and {"image", "build", "extends"} & service.keys() for service in services.values()
    ):
        return "a compose file"
    if any(key in document for key in _CHART):
        return "a file of values for a Helm chart"
    return ""


def _configurations(tree: t.Any, location: Location, seen: set[int]) -> Iterator[Location]:
    """The locations in *tree* of what looks like a configuration: a dictionary with its blocks, or the text of one.

    :param seen: what has been looked through, since an alias repeats it.
    """
    if isinstance(tree, str) and IN_TEXT.search(tree):
        for document in _documents(tree):
            yield from (location + below for below in _configurations(document, (), set()))
    if not isinstance(tree, (dict, list)) or id(tree) in seen:
        return
    seen.add(id(tree))
    if isinstance(tree, dict) and any(block in tree for block in BLOCKS):
        yield location
        return
    for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
        yield from _configurations(value, (*location, key), seen)
