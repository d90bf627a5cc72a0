# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which key opens the gateway, and which requests need one, as far as LiteLLM leaves no doubt about it.

Without a database the master key is the only key there is. Wherever somebody else may know another one (a database, an
identity provider, code of the operator's own), and wherever LiteLLM does not ask for a key, nothing is refused here: LiteLLM
decides. So it does for a request that has the master key anywhere in its headers: where it looks for it is its own affair.
"""

from __future__ import annotations

import hmac
import re
import typing as t
from collections.abc import Mapping
from urllib.parse import parse_qs

from guarded import GuardedRoutes

if t.TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from starlette.types import Scope

KEY_HEADERS = frozenset(
    (
        b"authorization",
        b"api-key",
        b"x-api-key",
        b"x-goog-api-key",
        b"ocp-apim-subscription-key",
        b"x-litellm-api-key",
    )
)
"""Where clients of OpenAI, Azure, Anthropic, Google and LiteLLM put their key."""

AMAZON = re.compile(rb"Credential=(?:Bearer\s+)?([^/\s,]+)")
SUBPROTOCOL = b"openai-insecure-api-key."
"""How a browser, which cannot set headers of a WebSocket, sends its key."""

OTHER_JUDGES = ("custom_auth", "enable_jwt_auth", "enable_oauth2_auth", "enable_oauth2_proxy_auth", "database_url")
"""Keys of ``general_settings`` which say that the master key may not be the only one."""

SHORTEST_SESSION = 64
"""LiteLLM's own user interface has tokens that stand for a session; they are longer than keys."""

MISSING = "This gateway needs its API key, and the request has none; send it as 'Authorization: Bearer <key>'."
WRONG = "The API key of this request is not this gateway's key, or not any more."


class Keys:
    """The only key, and the requests that need it.

    :param key: the master key; ASCII, as everything that a header can hold for certain.
    :param header: the operator's own header for it, or nothing.
    :param is_session: whether a text is a token of LiteLLM's user interface.
    """

    def __init__(self, key: str, header: str, guarded: GuardedRoutes, is_session: Callable[[str], bool]) -> None:
        self._key = key.encode("ascii")
        self._headers = KEY_HEADERS | ({header.lower().encode()} if header else set())
        self._guarded = guarded
        self._is_session = is_session

    def refusal(self, scope: Scope) -> str | None:
        """Why the request is refused, as a sentence for the client; None where it is not."""
        if any(hmac.compare_digest(shown, self._key) for shown in shown_keys(scope)):
            return None
        if not self._guarded.needs_key(scope):
            return None
        if any(self._may_be_session(shown) for shown in shown_keys(scope)):
            return None
        has_key = any(name in self._headers for name, _value in scope["headers"])
        return WRONG if has_key or b"key=" in scope.get("query_string", b"") else MISSING

    def _may_be_session(self, shown: bytes) -> bool:
        return (
            len(shown) > SHORTEST_SESSION and not shown.startswith(b"sk-") and self._is_session(shown.decode("latin-1"))
        )


def shown_keys(scope: Scope) -> Iterator[bytes]:
    """Everything in a request that can be a key, in whichever way it is sent."""
    for name, value in scope["headers"]:
        yield value
        scheme, _blank, rest = value.partition(b" ")
        if rest:
            yield rest.replace(scheme + b" ", b"").strip()
            if scheme == b"AWS4-HMAC-SHA256":
                yield from AMAZON.findall(value)
        if name == b"sec-websocket-protocol":
            for protocol in value.split(b","):
                yield protocol.strip().removeprefix(SUBPROTOCOL)
    if b"key=" in scope.get("query_string", b""):
        for value in parse_qs(scope["query_string"].decode("latin-1")).get("key", []):
            yield value.encode("latin-1", "ignore")


def known_keys(proxy_server: t.Any, environment: Mapping[str, str]) -> Keys | None:
    """What the door may decide by itself in front of a LiteLLM that has read its configuration.

    :param proxy_server: the module ``litellm.proxy.proxy_server``.
    :returns: None where LiteLLM has to look at every key.
    """
    key = getattr(proxy_server, "master_key", None)
    settings = getattr(proxy_server, "general_settings", None)
    if not isinstance(key, str) or not key.isascii() or not isinstance(settings, Mapping):
        return None
    judged_elsewhere = (
        any(settings.get(name) for name in OTHER_JUDGES)
        or getattr(proxy_server, "prisma_client", proxy_server) is not None
        or getattr(proxy_server, "user_custom_auth", proxy_server) is not None
        or environment.get("DATABASE_URL")
        # Several addresses of one gateway: which of them a path is below is more than is known here.
        or environment.get("SERVER_ROOT_PATHS")
    )
    if judged_elsewhere:
        return None
    try:
        from litellm.proxy._types import LiteLLMRoutes
        from litellm.proxy.auth.auth_checks import ExperimentalUIJWTToken
        from litellm.proxy.auth.user_api_key_auth import user_api_key_auth

        public = [*LiteLLMRoutes.public_routes.value, *map(str, settings.get("public_routes") or ())]
        listed = [*LiteLLMRoutes.openai_routes.value, *LiteLLMRoutes.anthropic_routes.value]
        forwarded = [str(each["path"]) for each in settings.get("pass_through_endpoints") or ()]
        guarded = GuardedRoutes(proxy_server.app, user_api_key_auth, listed, public, forwarded)
    except (ImportError, AttributeError, KeyError, TypeError):
        # A LiteLLM that is built in another way, or settings that it understands in its own way.
        return None

    def is_session(token: str) -> bool:
        try:
            return ExperimentalUIJWTToken.get_key_object_from_ui_hash_key(token) is not None
        except Exception:
            return True

    return Keys(key, str(settings.get("litellm_key_header_name") or ""), guarded, is_session)
