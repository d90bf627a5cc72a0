# SPDX-License-Identifier: GPL-3.0-or-later
"""How a model signs in to its provider where no key is written for it: by a stored credential, or in another way."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, field

if t.TYPE_CHECKING:
    from collections.abc import Collection, Mapping

CREDENTIAL = "litellm_credential_name"
RENEWED = "enable_azure_ad_token_refresh"
"""The key of ``litellm_settings`` with which every Azure model without a key signs in as the machine or its account."""

_ENTRA = (
    "azure_ad_token",
    "azure_ad_token_provider",
    "tenant_id",
    "client_id",
    "client_secret",
    "azure_username",
    "azure_password",
)
_AZURE = ("azure", "azure_ai", "azure_text")
WITHOUT_KEY: Mapping[str, Collection[str]] = {
    **dict.fromkeys(_AZURE, _ENTRA),
    "anthropic": ("anthropic_federation_rule_id", "anthropic_identity_token", "anthropic_identity_token_file"),
    "openai": ("openai_identity_provider_id", "openai_identity_token_file"),
    "watsonx": ("token", "zen_api_key", "watsonx_credentials", "wx_credentials"),
    "gigachat": ("gigachat_access_token",),
}
"""Provider to the parameters of a model with which it signs in instead of with a key, where LiteLLM also takes one.

Bedrock, SageMaker and Vertex AI ask for no key in any case.
"""

_ANYTHING = ("api_key", "api_base", "api_version")
"""What a credential holds that nobody has seen, such as one of the database."""


@dataclass(frozen=True)
class SignIn:
    """What the settings say of signing in.

    :param credentials: name of each stored credential to the names of what it holds.
    :param renewed: see :data:`RENEWED`.
    """

    credentials: Mapping[str, Collection[str]] = field(default_factory=dict)
    renewed: bool = False

    def brings(self, params: Mapping[str, t.Any]) -> Collection[str]:
        """The parameters that the credential of a model with *params* brings, its key always; none without a credential."""
        name = params.get(CREDENTIAL)
        if not name:
            return ()
        return {"api_key", *(self.credentials.get(str(name)) or _ANYTHING)}

    def without_key(self, prefix: str, params: Mapping[str, t.Any]) -> bool:
        """Whether a model with *params* at the provider *prefix* signs in with something else than a key."""
        if prefix in _AZURE and self.renewed:
            return True
        return bool(params.get(CREDENTIAL)) or any(params.get(name) for name in WITHOUT_KEY.get(prefix, ()))


def sign_in(litellm_settings: Mapping[str, t.Any], blocks: Mapping[str, t.Any]) -> SignIn:
    """What ``litellm_settings`` and the other blocks of a configuration say, as far as they have the right form."""
    return SignIn(credentials_of(blocks), litellm_settings.get(RENEWED) is True)


def credentials_of(config: Mapping[str, t.Any]) -> dict[str, dict[str, t.Any]]:
    """Name of each entry of ``credential_list`` to what it holds."""
    entries = config.get("credential_list")
    return {
        str(entry.get("credential_name")): entry["credential_values"]
        for entry in (entries if isinstance(entries, list) else ())
        if isinstance(entry, dict) and isinstance(entry.get("credential_values"), dict)
    }
