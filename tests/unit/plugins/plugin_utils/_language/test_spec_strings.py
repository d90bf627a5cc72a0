"""Models on one line."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.names import EFFORTS
from ansible_collections.llmops.litellm.plugins.plugin_utils._language import field_types
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.entries import Entry
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.model_spec import ModelSpec
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.rules import RULES
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.spec_strings import parse_spec_string
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.report import Report
from hypothesis import given
from hypothesis import strategies as st


def parse(text: object) -> tuple[Entry, list[str]]:
    report = Report(RULES)
    return parse_spec_string(text, report.at("model_specs", 0)), [str(problem) for problem in report.problems]


def test_all_fields() -> None:
    spec, problems = parse(
        " key = gpt5 , alias=gpt-5,upstream=gpt-5,base=https://a.example/v1,key_env=K,reasoning=high, "
    )
    assert problems == []
    assert isinstance(spec, ModelSpec)
    assert (spec.key, spec.alias, spec.upstream, spec.api_base, spec.api_key_env, spec.reasoning_effort) == (
        "gpt5",
        "gpt-5",
        "gpt-5",
        "https://a.example/v1",
        "K",
        "high",
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("upstream=x", "model_specs[0].key: is missing; begin with key=NAME"),
        ("key=a", "model_specs[0].upstream: is missing; write the model's name at its provider"),
        ("key=a,upstream=", "model_specs[0].upstream: is missing; write the model's name at its provider"),
        ("key=a,upstream=x,alis=y", "model_specs[0].alis: is not a field of a spec string; did you mean 'alias'?"),
        ("key=a,upstream=x,upstream=y", "model_specs[0].upstream: is written twice"),
        ("key=a,upstream=x,oops", r"model_specs[0]: part 3 is not name=value; write a comma inside a value as \,"),
        ("key=a,upstream=x,base=host", "model_specs[0].base: is not an http or https URL; write https://host/v1"),
        (3, "model_specs[0]: must be text, not a whole number; write '3' in quotes"),
    ],
)
def test_refused(text: object, problem: str) -> None:
    assert parse(text)[1] == [problem]


def test_a_secret_is_not_repeated() -> None:
    for text in (
        "sk-canary0123456789abcdef",
        "key=a,upstream=x,key_env=sk-canary0123456789abcdef",
        "sk-canary0123456789abcdef=x",
    ):
        assert "canary" not in str(parse(text)[1])


def names() -> st.SearchStrategy[str]:
    return st.text(min_size=1, max_size=20).filter(
        lambda text: field_types.served_name(text, Report(RULES).at()) is not None
    )


@given(
    st.builds(
        ModelSpec,
        key=names(),
        location=st.just(("model_specs", 0)),
        locate=st.just(lambda field: (field,)),
        upstream=names(),
        alias=names(),
        api_base=st.none() | st.sampled_from(["https://a.example/v1?x=1,2", "http://localhost:8000"]),
        api_key_env=st.none() | st.from_regex(r"\A[A-Z_][A-Z0-9_]{0,8}\Z"),
        reasoning_effort=st.none() | st.sampled_from(EFFORTS),
    )
)
def test_what_is_written_is_read_back(spec: ModelSpec) -> None:
    values = {
        "key": spec.key,
        "alias": spec.alias,
        "upstream": spec.upstream,
        "base": spec.api_base,
        "key_env": spec.api_key_env,
        "reasoning": spec.reasoning_effort,
    }
    escaped = {
        name: value.replace("\\", r"\\").replace(",", r"\,") for name, value in values.items() if value is not None
    }
    assert parse(",".join(f"{name}={value}" for name, value in escaped.items())) == (spec, [])


@given(st.text())
def test_any_text_is_read_without_failing(text: str) -> None:
    parse(text)
