# SPDX-License-Identifier: GPL-3.0-or-later
"""Which key opens the gateway and which requests need one, as far as that is certain without asking LiteLLM.

Without a database the master key is the only key. LiteLLM decides, and nothing is refused here, wherever others may know
another key (a database, an identity provider, the operator's own code) and wherever LiteLLM asks for no key. LiteLLM also
decides about a request that has the master key in any header, because only LiteLLM knows which headers it reads.
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
"""Headers in which clients of OpenAI, Azure, Anthropic, Google and LiteLLM send their key."""

AMAZON = re.compile(rb"Credential=(?:Bearer\s+)?([^/\s,]+)")
SUBPROTOCOL = b"openai-insecure-api-key."
"""Prefix of the WebSocket subprotocol in which a browser sends its key, because it cannot set headers."""

OTHER_JUDGES = ("custom_auth", "enable_jwt_auth", "enable_oauth2_auth", "enable_oauth2_proxy_auth", "database_url")
"""Keys of ``general_settings`` with which the master key may not be the only key."""

SHORTEST_SESSION = 64
"""Session tokens of LiteLLM's own user interface have more characters than this; keys have fewer."""

MISSING = "This gateway needs its API key, and the request has none; send it as 'Authorization: Bearer <key>'."
WRONG = "The API key of this request is not this gateway's key, or not any more."


class Keys:
    """The only key of a gateway, and the requests that need it.

    :param key: the master key; ASCII, because a header carries nothing else for certain.
    :param header: the name of the operator's own header for keys; empty when there is none.
    :param guarded: knows which requests need a key.
    :param is_session: says whether a text is a session token of LiteLLM's user interface.
    """

    def __init__(self, key: str, header: str, guarded: GuardedRoutes, is_session: Callable[[str], bool]) -> None:
        self._key = key.encode("ascii")
        self._headers = KEY_HEADERS | ({header.lower().encode()} if header else set())
        self._guarded = guarded
        self._is_session = is_session

    def refusal(self, scope: Scope) -> str | None:
        """The sentence for a client whose request is refused; None for a request that LiteLLM gets to see."""
        if any(hmac.compare_digest(shown, self._key) for shown in shown_keys(scope)):
            return None
        if not self._guarded.needs_key(scope):
            return None
        if any(self._may_be_session(shown) for shown in shown_keys(scope)):
            return None
        has_key = any(name in self._headers for name, _value in scope["headers"])
        return WRONG if has_key or _keys_in_query(scope) else MISSING

    def _may_be_session(self, shown: bytes) -> bool:
        return (
            len(shown) > SHORTEST_SESSION and not shown.startswith(b"sk-") and self._is_session(shown.decode("latin-1"))
        )


def shown_keys(scope: Scope) -> Iterator[bytes]:
    """Every part of a request that can be a key, in each of the ways that clients send one."""
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
    for value in _keys_in_query(scope):
        yield value.encode("latin-1", "ignore")


def _keys_in_query(scope: Scope) -> list[str]:
    query = scope.get("query_string", b"")
    return parse_qs(query.decode("latin-1")).get("key", []) if query else []


def known_keys(proxy_server: t.Any, environment: Mapping[str, str]) -> Keys | None:
    """The keys that the door may judge by itself. Call it when LiteLLM has read its configuration.

    :param proxy_server: the module ``litellm.proxy.proxy_server``.
    :param environment: of the process.
    :returns: None when LiteLLM has to look at every key.
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
        # The gateway has several root paths, and it is not known here which of them a path is below.
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
        # This LiteLLM is built in another way, or the settings have a shape that only LiteLLM understands.
        return None

    def is_session(token: str) -> bool:
        try:
            return ExperimentalUIJWTToken.get_key_object_from_ui_hash_key(token) is not None
        except Exception:
            return True

    return Keys(key, str(settings.get("litellm_key_header_name") or ""), guarded, is_session)
