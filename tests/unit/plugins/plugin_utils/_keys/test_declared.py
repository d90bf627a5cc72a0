"""What an inventory declares of keys, teams, users and budgets, and everything that is refused of it."""

from __future__ import annotations

import contextlib
import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._admin.kinds import KINDS
from ansible_collections.llmops.litellm.plugins.module_utils._litellm_names import MARKER
from ansible_collections.llmops.litellm.plugins.plugin_utils._keys import fields
from ansible_collections.llmops.litellm.plugins.plugin_utils._keys.declared import Declared, read_declared
from ansible_collections.llmops.litellm.plugins.plugin_utils._keys.handover import Handover
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.problems import InputError
from hypothesis import given
from hypothesis import strategies as st

VALUE = "sk-canary-notebook-0123456789"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["team", "budget", "models", "limit", "expires"]) | st.text(max_size=4), inner, max_size=3
        )
    ),
    max_leaves=12,
)


def wanted(declared: Declared) -> dict[str, t.Any]:
    return {f"{each['kind']} {each['name']}": each["fields"] for each in declared.wanted}


def problems(**options: t.Any) -> list[str]:
    with pytest.raises(InputError) as raised:
        read_declared(options, "litellm_")
    assert "canary" not in str(raised.value)
    return [str(problem) for problem in raised.value.problems]


def test_the_example_of_the_documentation() -> None:
    declared = read_declared(
        {
            "teams": {"research": {"models": ["gpt-5"], "budget": {"limit": 200, "period": "30d"}, "rpm": 600}},
            "keys": {
                "ci": {"team": "research", "budget": {"limit": 5, "period": "1d"}, "expires": "90d"},
                "notebook": {"team": "research", "value_env": "NOTEBOOK_KEY"},
                "bare": None,
            },
            "secrets": {"NOTEBOOK_KEY": VALUE},
            "handover": {"file": "~/keys.yml", "vault": True},
        }
    )
    found = wanted(declared)
    assert list(found) == ["team research", "key ci", "key notebook", "key bare"]
    assert found["key ci"] == {"team": "research", "budget": {"limit": 5, "period": "1d"}, "expires": "90d"}
    assert found["key notebook"].keys() == {"team", "digest"}
    assert declared.values == {"notebook": VALUE}
    assert "canary" not in repr(declared)
    assert declared.handover is not None
    assert declared.handover.vault
    assert not declared.handover.file.startswith("~")


def test_the_key_of_an_agent_is_for_its_model() -> None:
    declared = read_declared({"keys": {"writer": {"agent": "writer", "rpm": 3}}, "agents": {"writer": "gpt-5"}})
    aliases = {"default": "gpt-5", "writer": "gpt-5"}
    assert wanted(declared) == {"key writer": {"rpm": 3, "models": ["gpt-5"], "aliases": aliases}}


def test_a_budget_by_its_name() -> None:
    declared = read_declared({"budgets": {"small": {"limit": 5, "soft_limit": 4}}, "keys": {"ci": {"budget": "small"}}})
    assert wanted(declared)["key ci"] == {"budget": "small"}


def test_a_program_gets_the_values() -> None:
    assert read_declared({"handover": {"program": ["vault", "kv"]}}).handover == Handover(program=("vault", "kv"))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"keys": {"ci": {"tema": "x"}}}, "litellm_keys.ci.tema: is not a field here; did you mean 'team'?"),
        (
            {"keys": {"ci": {"rpm": "60"}}},
            "litellm_keys.ci.rpm: must be a whole number, not text; write 60 without quotes",
        ),
        (
            {"keys": {"ci": {"expires": "1mo"}}},
            "litellm_keys.ci.expires: '1mo' is no span of time of one length; write days: 30d",
        ),
        (
            {"keys": {"ci": {"grace": "soon"}}},
            "litellm_keys.ci.grace: 'soon' is no span of time of one length; write a number",
        ),
        ({"keys": {"ci": []}}, "litellm_keys.ci: must be a dictionary, not a list"),
        ({"keys": []}, None),
        ({"keys": ["ci"]}, "litellm_keys: must be a dictionary, not a list"),
        ({"keys": {"ci~1": {}}}, "litellm_keys.ci~1: holds ~, which the names of replaced keys have; take it out"),
        (
            {"keys": {"ci": {"agent": "writr"}}, "agents": {"writer": "m"}},
            "litellm_keys.ci.agent: 'writr' is none of litellm_agents; did you mean 'writer'?",
        ),
        (
            {"keys": {"ci": {"agent": "a", "models": ["m"]}}, "agents": {"a": "m"}},
            "litellm_keys.ci.models: stands beside agent",
        ),
        (
            {"keys": {"ci": {"value_env": "CI_KYE"}}, "secrets": {"CI_KEY": VALUE}},
            "litellm_keys.ci.value_env: CI_KYE is not among litellm_secrets; did you mean 'CI_KEY'?",
        ),
        (
            {"keys": {"ci": {"value_env": "K"}}, "secrets": {"K": "canary"}},
            "litellm_keys.ci.value_env: the value of K has to begin with sk-",
        ),
        (
            {"keys": {"ci": {"value_env": "K"}}, "secrets": {"K": "sk-canary"}},
            "litellm_keys.ci.value_env: the value of K has fewer than 20",
        ),
        (
            {"keys": {"ci": {"value_env": "K", "rotation": "1"}}, "secrets": {"K": VALUE}},
            "litellm_keys.ci.rotation: is for generated values",
        ),
        (
            {"keys": {"a": {"value_env": "K"}, "b": {"value_env": "K"}}, "secrets": {"K": VALUE}},
            "litellm_keys.b.value_env: is the value of key a, too",
        ),
        (
            {"keys": {"ci": {"extra": {"max_budget": 3}}}},
            "litellm_keys.ci.extra.max_budget: is LiteLLM's name; write budget",
        ),
        ({"keys": {"ci": {"extra": {"spend": 3}}}}, "litellm_keys.ci.extra.spend: is LiteLLM's name; take it out"),
        (
            {"keys": {"ci": {"metadata": {MARKER: 1}}}},
            f"litellm_keys.ci.metadata.{MARKER}: is where this collection notes",
        ),
        (
            {"budgets": {"b": {"limit": 5, "soft_limit": 5}}},
            "litellm_budgets.b.soft_limit: is 5, and has to be less than limit, 5",
        ),
        (
            {"users": {"u": {"role": "proxy_admn"}}},
            "litellm_users.u.role: 'proxy_admn' is no role; did you mean 'proxy_admin'?",
        ),
        (
            {"users": {"u": {"email": "nobody"}}},
            "litellm_users.u.email: 'nobody' is no e-mail address; write name@example.com",
        ),
        ({"handover": {"file": "a", "program": ["b"]}}, "litellm_key_handover.program: stands beside file"),
        ({"handover": {"vault": True}}, "litellm_key_handover: does not say where values go"),
        ({"handover": {"program": ["b"], "vault": True}}, "litellm_key_handover.vault: is for file; take it out"),
    ],
)
def test_what_is_refused(options: dict[str, t.Any], said: str | None) -> None:
    if said is None:
        assert read_declared(options).wanted == []
    else:
        assert any(problem.startswith(said) for problem in problems(**options)), problems(**options)


def test_everything_that_is_wrong_is_said_at_once() -> None:
    found = problems(keys={"a": {"tema": 1}, "b": {"rpm": 0}}, teams={"t": {"budget": {"limit": 3}}})
    assert len(found) == 3


@given(JSON)
def test_whatever_is_written_is_read_or_refused(value: t.Any) -> None:
    with contextlib.suppress(InputError):
        read_declared({"keys": {"ci": value}, "teams": value, "handover": value})


def test_the_inventory_has_the_fields_that_are_written_to_litellm() -> None:
    beside = {"teams": {"extra"}, "users": {"extra", "teams"}, "budgets": set(), "keys": {"extra"}}
    beside["keys"] |= {"expires", "value_env", "rotation", "grace", "agent"}
    for kind in KINDS.values():
        many = f"{kind.name}s"
        if many in fields.FIELDS:
            written = {name.partition(".")[0] for name in kind.fields} - {"aliases"}
            assert written | beside[many] == set(fields.FIELDS[many]), kind.name
