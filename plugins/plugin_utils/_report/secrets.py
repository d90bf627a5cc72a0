# SPDX-License-Identifier: GPL-3.0-or-later
"""Which values are secrets: they belong in the environment of the service and in no message, file or result.

Two questions, answered by the look of a value and by the name that it stands under. Nothing here returns a value.
"""

from __future__ import annotations

import re
import typing as t

REFERENCE = "os.environ/"
"""What LiteLLM replaces by the environment variable named after it, when a value starts with it."""

HIDDEN = "(not shown)"
"""What a message says in the place of something that looks like a secret."""

_KNOWN_SHAPES = re.compile(
    r"""
      \b(?:sk|pk|rk)-[A-Za-z0-9_-]*[A-Za-z0-9]{16}    # OpenAI, Anthropic, DeepSeek, OpenRouter, Langfuse, ...
    | \bsk-(?=[A-Za-z_-]*\d)[A-Za-z0-9_-]{13,}
    | \b(?:AKIA|ASIA)[A-Z0-9]{16}\b                   # AWS
    | \bAIza[A-Za-z0-9_-]{30,}                        # Google
    | \b(?:gsk|hf|gh[opsu]|r8|fw)_[A-Za-z0-9]{20,}    # Groq, Hugging Face, GitHub, Replicate, Fireworks
    | \b(?:xai|pplx|csk)-[A-Za-z0-9]{20,}             # xAI, Perplexity, Cerebras
    | \b(?:github_pat_|glpat-|nvapi-|xox[abprs]-)[A-Za-z0-9_-]{16,}
    | \beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}     # JSON web token
    | -----BEGIN\ [A-Z ]*PRIVATE\ KEY
    | ://[^/\s:@]*:[^/\s@]+@                          # user:password@host, or :password@host as Redis has it
    | \bhooks\.slack\.com/services/\w+/\w+/\w+
    | [?&](?:access_?|api_?)?(?:token|key)=(?=[A-Za-z_-]*\d)[A-Za-z0-9_-]{16,}
    """,
    re.VERBOSE,
)
_BEARER = re.compile(r"(?:bearer|basic|token)\s+(?P<value>\S+)", re.IGNORECASE)
_PLACEHOLDER = re.compile(
    r"(?:sk-)?(?:none|null|empty|dummy|fake|fake-?key|fake-api-key|placeholder|test|unused|no-?key|no-?key-?required|"
    r"not-?needed|not-?required|na|n/a|anything|ignored|x{3,}|0+|1234|lm-studio|ollama|vllm|)",
    re.IGNORECASE,
)
_SECRET_NAME = re.compile(
    r"(?:^|[_-])(?:api_?key|keys?|tokens?|secrets?|passwords?|passwd|authorization|credentials?|auth_value|bearer|pat)$",
    re.IGNORECASE,
)
_PASSWORD_NAME = re.compile(
    r"(?:^|[_-])(?:(?:pg)?passwords?|passwd|secrets?(?:_(?:access_)?key)?|authorization)$", re.IGNORECASE
)
_RUN = re.compile(r"(?=[A-Za-z]*\d)[A-Za-z0-9]{24,}")
# Names of variables have no digits between their letters again and again, and none of this length is without _.
_MIXED = re.compile(r"(?=[A-Za-z]*(?:\d+[A-Za-z]+){3})[A-Za-z0-9]{24,}")
_PATH = ("/", "./", "../", "~/")
_FILE = re.compile(r"[\w./~-]+\.(?:json|ya?ml|pem|crt|cer|key|p12|txt|env)", re.IGNORECASE)
_SOURCE = "oidc/"
"""How LiteLLM's names of places begin at which it gets a token for each request."""
_IS_NAME = re.compile(r"hosted_keys|primary_secret_name|litellm_credential_name|\w*_env")
"""Keys under which the name of a secret stands, and no secret."""
SHORTEST_SECRET = 16
"""How many characters a key or a password has at least that nobody finds by trying, or guesses from what a server keeps of it."""
_RANDOM_LENGTH = 16
_SK_LENGTH = 20
_RANDOM_VARIETY = 8
_SHOWN_LENGTH = 80


def is_placeholder(value: str) -> bool:
    """Whether *value* is one of the words that people write where no key is needed."""
    return _PLACEHOLDER.fullmatch(value.strip()) is not None


def has_known_shape(value: str) -> bool:
    """Whether *value* contains something of a form that only keys, tokens and passwords have."""
    return _KNOWN_SHAPES.search(value) is not None


def looks_real(value: str) -> bool:
    """Whether *value* looks like a key in use: a known form, or long and varied."""
    if is_placeholder(value):
        return False
    bearer = _BEARER.fullmatch(value.strip())
    if bearer:
        return looks_real(bearer["value"])
    if has_known_shape(value) or (value.startswith("sk-") and len(value) >= _SK_LENGTH):
        return True
    if len(value) < _RANDOM_LENGTH or value.startswith(_PATH):
        return False
    varied = len(set(value)) >= _RANDOM_VARIETY
    return varied and any(map(str.isdigit, value)) and any(map(str.isalpha, value))


def is_name_of_secret(name: str) -> bool:
    """Whether what stands under *name* is a key, a token or a password, or a reference to one."""
    return _SECRET_NAME.search(name) is not None or _PASSWORD_NAME.search(name) is not None


def is_key_as_name(text: str) -> bool:
    """Whether *text*, which stands where the name of a variable belongs, is a key itself."""
    return text.startswith("sk-") or has_known_shape(text) or _MIXED.fullmatch(text) is not None


def is_secret(name: str, value: str) -> bool:
    """Whether *value*, standing under *name*, is a secret that must not be written down.

    Names of passwords: every value is a secret. Names of keys and tokens: values that look real. Other names: only values
    in the form of a known kind of key. A reference is none, unless a key stands in the place of its name.
    """
    _before, refers, variable = value.partition(REFERENCE)
    if refers:
        return has_known_shape(value) or is_key_as_name(variable)
    bearer = _BEARER.fullmatch(value.strip())
    if _IS_NAME.fullmatch(name) or _FILE.fullmatch(value) or is_placeholder(bearer["value"] if bearer else value):
        return False
    if value.startswith(_SOURCE):
        return has_known_shape(value)
    if has_known_shape(value) or _PASSWORD_NAME.search(name):
        return True
    return looks_real(value) and (bearer is not None or _SECRET_NAME.search(name) is not None)


def shown(value: object, bare: bool = False) -> str:
    """*value* as a message may quote it: short, printable, never something that looks like a secret.

    :param bare: without quotation marks, for paths.
    """
    text = str(value)
    if has_known_shape(text) or _RUN.search(text) or len(text) > _SHOWN_LENGTH:
        return HIDDEN
    return text if bare and text.isprintable() else repr(text)


def _is_secret_argument(before: object, value: str) -> bool:
    """Whether *value* is a secret as commands take one: ``--token=…``, ``TOKEN=…``, or what follows ``--token``."""
    name, equals, rest = value.partition("=")
    if equals and is_secret(name.lstrip("-"), rest):
        return True
    return isinstance(before, str) and before.startswith("--") and is_secret(before.lstrip("-"), value)


def instead_of(location: tuple[str | int, ...]) -> str:
    """What to do with the secret at *location*: LiteLLM resolves no reference that is an element of a list."""
    if location and isinstance(location[-1], int) and "alert_to_webhook_url" not in location:
        return (
            "put it into litellm_secrets, and write os.environ/NAME where LiteLLM reads it, which is not in a list: "
            "for a command of MCP, in its env"
        )
    return "put it into litellm_secrets and write os.environ/NAME here"


def secrets_in(tree: t.Any, location: tuple[str | int, ...] = ()) -> t.Iterator[tuple[str | int, ...]]:
    """The locations of all secrets in *tree* (dictionaries, lists and scalars), in its order."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from secrets_in(value, (*location, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            if isinstance(value, str) and _is_secret_argument(tree[index - 1] if index else "", value):
                yield (*location, index)
            else:
                yield from secrets_in(value, (*location, index))
    elif isinstance(tree, str):
        name = next((str(part) for part in reversed(location) if isinstance(part, str)), "")
        if is_secret(name, tree):
            yield location
