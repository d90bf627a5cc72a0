"""Declarations to try: names and values that are ordinary, awkward, or anything at all."""

from __future__ import annotations

import typing as t

from hypothesis import strategies as st

AWKWARD_NAMES = (
    *("yes", "No", "on", "OFF", "y", "n", "true", "null", "~", "none", "nan", ".inf", "-.INF"),
    *("4", "-1", "007", "0x1f", "0o17", "0b1", "1_000", "1e-6", "1e6", "1.0", "12:30:45", "190:20:30", "2021-01-01"),
    *("=", "<<", "---", "...", "- a", "a: b", "a #b", "#a", "a:", ":a", "?", "? a", "@a", "`a`", "%a", "!a", "!!str a"),
    *("&a", "[a]", "{a}", "{a: b}", "[", "}", ",", "|", ">", "'", '"', "'a'", '"a"', "\\", "\\n", "a\\"),
    *("{{ a }}", "{% a %}", "${A}", "$A", "Qwen/Qwen2.5-7B-Instruct-AWQ", "gpt-4o:free", "a b", "a\u00a0b"),
    *("müller", "模型", "🦙", "e\u0301", "\u202ea", "a\ufeffb"),
)
"""Names that YAML, a template or a careless reader would take for something else, and that are names all the same."""

HOPELESS_NAMES = ("", " ", "a ", "\ta", "a\n", "a\rb", "a\x00b", "a\x85b", "a\u2028b", "os.environ/A", "x" * 1000)
WILDCARDS = ("*", "openai/*")

AWKWARD_VALUES: t.Final[tuple[t.Any, ...]] = (
    *(*AWKWARD_NAMES, *WILDCARDS, "", " ", "\ta", "a\n", "\n", "a\r\nb", "a\x00b", "a\x85b", "a\u2028b", "x" * 5000),
    *(True, False, 0, -1, 10**30, 1e-06, 2.8e-07, 5e-324, 1e16, 1e22, 1.0, -0.0, 0.1, 1.7976931348623157e308),
    *([], {}, [[]], [{}], [None], {"yes": "no"}, {"1e-6": [1e-06, "1e-06"]}),
    *({"A": "os.environ/A"}, [{"A": "os.environ/A"}]),
)
"""Values that YAML or LiteLLM could turn into others, and that are sent as they are all the same."""

HOPELESS_VALUES: t.Final[tuple[t.Any, ...]] = (
    *("os.environ/", "os.environ/A ", " os.environ/A", "Bearer os.environ/A"),
    *(["os.environ/A"], {"A": ["os.environ/A"]}, [[{"A": "os.environ/A"}]]),
    *(float("nan"), float("inf"), {None: 1}, {True: 1}, b"a"),
)
"""Values that LiteLLM would pass on as something that nobody meant, or that no configuration can hold."""

ordinary_names = st.from_regex(r"[A-Za-z][A-Za-z0-9._/:-]{0,20}[a-z]", fullmatch=True)
keys = ordinary_names.map(str.lower)
names = st.one_of(
    ordinary_names,
    st.sampled_from(AWKWARD_NAMES),
    st.sampled_from(AWKWARD_NAMES) | st.sampled_from([*HOPELESS_NAMES, *WILDCARDS]),
    st.text(max_size=12),
)

texts = st.one_of(names, st.text(), st.from_regex(r"os\.environ/[A-Z_]{1,8}", fullmatch=True))
scalars = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), texts)
anything = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3), max_leaves=6
)

_seconds = st.floats(min_value=0.001, max_value=1e6) | st.integers(min_value=1, max_value=10**6)
_counts = st.integers(min_value=1, max_value=10**12)
_prices = st.floats(min_value=1e-9, max_value=1e5) | st.integers(min_value=0, max_value=10**5)
_variables = st.from_regex(r"[A-Z][A-Z0-9_]{0,20}", fullmatch=True)
_lines = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=20)
_bodies = st.dictionaries(ordinary_names, st.booleans() | st.integers() | st.floats(-1e9, 1e9) | _lines, max_size=3)

right_values: t.Final[dict[str, st.SearchStrategy[t.Any]]] = {
    "api_base": st.from_regex(r"https?://[a-z]{1,10}(:[1-9][0-9]{0,3})?/[a-z0-9/]{0,10}", fullmatch=True),
    "api_key_env": _variables,
    "reasoning_effort": st.sampled_from(["minimal", "low", "medium", "high", "xhigh"]),
    "timeout": _seconds,
    "cooldown": _seconds,
    "stream_timeout": _seconds,
    "max_retries": st.integers(min_value=0, max_value=10),
    "rpm": _counts,
    "tpm": _counts,
    "weight": _seconds,
    "order": st.integers(min_value=0, max_value=100),
    "tags": st.lists(ordinary_names, unique=True, max_size=3),
    "headers": st.dictionaries(ordinary_names, _lines, max_size=3),
    "extra_body": _bodies,
    "mode": st.sampled_from(["chat", "completion", "responses"]),
    "cost": st.fixed_dictionaries({}, optional=dict.fromkeys(("input", "output", "cached_input"), _prices)),
    "context_window": _counts,
    "max_output": _counts,
    "capabilities": st.lists(st.sampled_from(["vision", "function_calling", "reasoning"]), unique=True, max_size=2),
    "mock_response": st.text(),
}
"""Field of a model → values that it may have."""

right_models = st.fixed_dictionaries({"upstream": ordinary_names, "alias": ordinary_names}, optional=right_values)
