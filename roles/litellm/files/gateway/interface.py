# SPDX-License-Identifier: GPL-3.0-or-later
"""LiteLLM's admin interface: what belongs to it, so that it is off where it is off, and its pages where they have to be written anew.

LiteLLM's own ``DISABLE_ADMIN_UI`` takes away the pages that people sign in at. The rest of the interface stays there, and whoever has the
master key can sign in as before, at ``/login`` and ``/v2/login``.
"""

from __future__ import annotations

import importlib.util
import shutil
import typing as t
from pathlib import Path

if t.TYPE_CHECKING:
    from collections.abc import MutableMapping

PATHS = (
    *("/ui", "/_next", "/litellm-asset-prefix"),
    *("/.well-known/litellm-ui-config", "/litellm/.well-known/litellm-ui-config"),
    *("/login", "/v2/login", "/v3/login", "/fallback/login", "/sso", "/onboarding"),
)
"""Where its pages are, and where people sign in; everything below them, too."""

_PAGES = ("proxy", "_experimental", "out")


def is_off(environment: t.Mapping[str, str]) -> bool:
    """Whether the interface is off, in the words that LiteLLM takes."""
    return environment.get("DISABLE_ADMIN_UI", "").strip().lower() == "true"


def closed_paths(environment: t.Mapping[str, str], others: tuple[str, ...] = ()) -> tuple[str, ...]:
    """*others* and, where the interface is off, its paths: as they are, and below each of the roots that LiteLLM has besides."""
    paths = (*others, *(PATHS if is_off(environment) else ()))
    roots = {each.strip().rstrip("/") for each in environment.get("SERVER_ROOT_PATHS", "").split(",")}
    return tuple(root + path for root in sorted({"", *roots}) for path in paths)


def own_pages(environment: MutableMapping[str, str], folder: Path) -> None:
    """Have LiteLLM copy the pages to *folder*, where it would write in its installation, which other slots and gateways share.

    It does so where they are below a path, and where a version brings them as ``login.html`` instead of ``login/index.html``. Where the
    interface is off there is next to nothing to copy. Call it before LiteLLM is imported.
    """
    shutil.rmtree(folder, ignore_errors=True)
    if "LITELLM_UI_PATH" in environment:
        return
    found = importlib.util.find_spec("litellm")
    pages = Path(str(found.origin if found else "")).parent.joinpath(*_PAGES)
    if not environment.get("SERVER_ROOT_PATH", "").strip("/") and (pages / "login" / "index.html").exists():
        return
    if is_off(environment):
        # LiteLLM takes these two for pages of somebody's own.
        (folder / "_next").mkdir(parents=True)
        (folder / "index.html").touch()
    environment["LITELLM_UI_PATH"] = str(folder)
