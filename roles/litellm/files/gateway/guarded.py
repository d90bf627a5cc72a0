# SPDX-License-Identifier: GPL-3.0-or-later
"""Which paths of LiteLLM need a key: those whose function FastAPI calls only after LiteLLM's key check.

LiteLLM adds some routes when they are first asked for, so the routes are read again whenever there are more of them. The
paths that clients of OpenAI and Anthropic ask for, and that LiteLLM has not added yet, come from LiteLLM's own lists.
"""

from __future__ import annotations

import re
import typing as t

if t.TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from starlette.types import Scope

PARAMETER = re.compile(r"{[^}]*}")
NEVER = ("/user/auth", "/metrics")
"""Paths that LiteLLM guards by rules of its own, so that nothing is known of them here."""


class GuardedRoutes:
    """The paths of one application that need a key.

    :param app: a FastAPI application.
    :param check: LiteLLM's dependency that checks the key.
    :param listed: paths that need a key even if *app* does not have them yet; ``{name}`` is any text without a slash.
    :param public: paths that need no key although their function depends on *check*; ``*`` stands for any text.
    :param forwarded: paths that go to another server by the operator's own rules, and so do all paths below them.
    """

    def __init__(
        self,
        app: t.Any,
        check: Callable[..., t.Any],
        listed: Iterable[str],
        public: Iterable[str],
        forwarded: Iterable[str],
    ) -> None:
        self._app = app
        self._check = check
        self._listed = [_pattern(path) for path in listed]
        self._public = [re.compile(re.escape(path).replace(r"\*", ".*") + r"/?\Z") for path in (*public, *NEVER)]
        self._forwarded = [re.compile(re.escape(path.rstrip("/")) + r"(/.*)?\Z") for path in forwarded]
        self._read_routes()

    def needs_key(self, scope: Scope) -> bool:
        """Whether LiteLLM certainly asks for a key. False when it does not, and also when that is not known here.

        :param scope: of a request or a WebSocket's handshake.
        """
        if scope.get("method") == "OPTIONS":
            return False
        if len(self._app.routes) != self._read:
            self._read_routes()
        path = below(scope["path"], str(getattr(self._app, "root_path", "") or ""))
        if any(pattern.match(path) for patterns in (self._public, self._forwarded) for pattern in patterns):
            return False
        if scope["type"] == "http":
            if any(pattern.match(path) for pattern in self._open):
                return False
            known = [methods for methods, pattern in self._guarded if pattern.match(path)]
            if known:
                return any(scope["method"] in methods for methods in known)
        return any(pattern.match(path) for pattern in self._listed)

    def _read_routes(self) -> None:
        self._read = len(self._app.routes)
        self._open: list[re.Pattern[str]] = []
        self._guarded: list[tuple[frozenset[str], re.Pattern[str]]] = []
        self._add(self._app.routes, "", False)

    def _add(self, routes: Iterable[t.Any], prefix: str, checked: bool) -> None:
        """Append each of *routes* to the open or to the guarded ones.

        :param prefix: the path that they are mounted at.
        :param checked: whether a router above them depends on the check, so that they all do.
        """
        for route in routes:
            if "WebSocket" in type(route).__name__:
                continue  # a request over HTTP never reaches it
            if hasattr(
                route, "original_router"
            ):  # FastAPI of 2026 keeps included routers; older ones copy their routes
                context = route.include_context
                below_check = checked or any(each.dependency is self._check for each in context.dependencies)
                self._add(route.original_router.routes, prefix + context.prefix, below_check)
            elif checked or self._depends(getattr(route, "dependant", None)):
                methods = frozenset(getattr(route, "methods", None) or ())
                self._guarded.append((methods, _pattern(prefix + route.path)))
            elif not hasattr(route, "path"):
                self._open.append(re.compile(""))
            elif type(route).__name__ == "Mount":
                self._open.append(re.compile(re.escape(prefix + route.path) + r"(/.*)?\Z"))
            else:
                self._open.append(_pattern(prefix + route.path))

    def _depends(self, dependant: t.Any) -> bool:
        """Whether the function of a FastAPI *dependant* depends on the check, directly or through another dependency."""
        if dependant is None:
            return False
        return any(each.call is self._check or self._depends(each) for each in dependant.dependencies)


def _pattern(path: str) -> re.Pattern[str]:
    """A regular expression for a route's path: ``{name}`` matches one part of a path, ``{name:path}`` any number."""
    text, end = "", 0
    for found in PARAMETER.finditer(path):
        text += re.escape(path[end : found.start()]) + (".*" if found[0].endswith(":path}") else "[^/]+")
        end = found.end()
    return re.compile(text + re.escape(path[end:]) + r"\Z")


def below(path: str, root: str) -> str:
    """*path* without the prefix *root*; unchanged when it is not below *root*."""
    root = root.rstrip("/")
    if root and (path == root or path.startswith(root + "/")):
        return path[len(root) :] or "/"
    return path
