# SPDX-License-Identifier: GPL-3.0-or-later
"""What a well-known name says of a model that LiteLLM's map does not have: whose it is, and whether it talks."""

from __future__ import annotations

import re

_WORD = r"(?:^|[-_.:])(?:{})(?:$|[-_.:\d])"
_SILENT = re.compile(
    r"^(?:bge|e5|multilingual-e5|gte|all-minilm|all-mpnet|mxbai-embed|nomic-embed|snowflake-arctic-embed|voyage"
    r"|whisper|dall-e|gpt-image|imagen|stable-diffusion|sdxl|flux|tts|kokoro|parakeet)(?:$|[-_.:\d])|"
    + _WORD.format("embed|embedding|embeddings|rerank|reranker|ranker|whisper|transcribe|tts|asr|moderation"),
    re.IGNORECASE,
)
_OF = (
    (r"(?:[a-z]{2,6}\.)?(?:anthropic|amazon|meta|mistral|cohere|ai21|deepseek|stability)\.[a-z]", "bedrock"),
    (r"claude-", "anthropic"),
    (r"(?:models/)?(?:gemini|imagen|veo)-", "gemini"),
    (r"command(?:$|-)|c4ai-", "cohere_chat"),
    (r"(?:embed|rerank)-(?:english|multilingual|v\d)", "cohere"),
    (r"(?:open-)?(?:mistral|mixtral|ministral|magistral|codestral|devstral|pixtral)-", "mistral"),
    (r"deepseek-(?:chat|coder|reasoner|v\d)", "deepseek"),
    (r"grok-", "xai"),
    (r"sonar(?:$|-)", "perplexity"),
    (r"jamba-", "ai21_chat"),
    (r"(?:kimi|moonshot)-", "moonshot"),
    (r"glm-", "zai"),
    (r"voyage-", "voyage"),
)
"""How names begin that providers give to their own models, and LiteLLM's prefix for each provider."""


def provider_of(name: str) -> str:
    """LiteLLM's prefix for the provider that gives its models such names; ``''`` where several may, or none does."""
    return next((prefix for pattern, prefix in _OF if re.match(pattern, name, re.IGNORECASE)), "")


def is_silent(name: str) -> bool:
    """Whether a model of such a name embeds, ranks, paints, listens or speaks, instead of answering a conversation.

    :param name: the model's name at its provider; what stands before a slash is whose it is.
    """
    return _SILENT.search(name.rpartition("/")[2]) is not None
