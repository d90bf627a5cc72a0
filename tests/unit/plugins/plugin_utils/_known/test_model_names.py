"""What a well-known name says: whose a model is, and whether it talks."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.model_names import is_silent, provider_of
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import vocabulary_for

SILENT = [
    "BAAI/bge-m3",
    "text-embedding-ada-002",
    "Qwen/Qwen3-Embedding-8B",
    "nomic-embed-text:latest",
    "intfloat/multilingual-e5-large",
    "e5-mistral-7b-instruct",
    "jina-embeddings-v3",
    "cohere.embed-english-v3",
    "bge-reranker-v2-m3",
    "rerank-english-v3.0",
    "Qwen3-Reranker-4B",
    "openai/whisper-large-v3",
    "gpt-4o-mini-transcribe",
    "gpt-4o-mini-tts",
    "tts-1-hd",
    "dall-e-3",
    "gpt-image-1",
    "black-forest-labs/FLUX.1-dev",
    "stable-diffusion-xl",
    "omni-moderation-latest",
]
TALKING = [
    "gpt-5",
    "gpt-4o-audio-preview",
    "claude-opus-4-1",
    "deepseek-r1",
    "Qwen/Qwen2.5-7B-Instruct-AWQ",
    "embedded-llama",
    "grok-4",
    "mistral-large",
    "transcriber-chat",
    "e5x",
    "",
]


@pytest.mark.parametrize("name", SILENT)
def test_models_that_answer_no_conversation(name: str) -> None:
    assert is_silent(name)


@pytest.mark.parametrize("name", TALKING)
def test_models_that_do(name: str) -> None:
    assert not is_silent(name)


def test_hardly_any_model_that_talks_is_taken_for_silent() -> None:
    tables = vocabulary_for("1.106.2").tables
    talking = [
        name
        for table, models in tables.items()
        if table.startswith("models:")
        for name, kind in models.items()
        if kind in ("", "reasons")
    ]
    assert len(talking) > 2000
    wrong = sorted(name for name in talking if is_silent(name))
    assert len(wrong) < len(talking) / 200, wrong


@pytest.mark.parametrize(
    ("name", "provider"),
    [
        ("claude-2", "anthropic"),
        ("claude-3-opus-20240229", "anthropic"),
        ("anthropic.claude-3-haiku-20240307-v1:0", "bedrock"),
        ("us.meta.llama3-2-1b-instruct-v1:0", "bedrock"),
        ("gemini-1.5-flash", "gemini"),
        ("command-r-plus", "cohere_chat"),
        ("command", "cohere_chat"),
        ("embed-english-v2.0", "cohere"),
        ("mistral-tiny", "mistral"),
        ("open-mixtral-8x7b", "mistral"),
        ("deepseek-chat", "deepseek"),
        ("grok-beta", "xai"),
        ("sonar-pro", "perplexity"),
        ("gpt-4o", ""),
        ("llama-3-70b", ""),
        ("commander", ""),
        ("", ""),
    ],
)
def test_whose_a_model_is(name: str, provider: str) -> None:
    assert provider_of(name) == provider
    assert not provider or provider in vocabulary_for("1.84.0").providers
