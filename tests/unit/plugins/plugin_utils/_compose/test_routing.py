"""Which name reaches which models, and in which order: fallbacks, agents, and the model for unknown names."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._compose.routing import _effective_chains
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.plugins.plugin_utils.conftest import Block, Refuse, Render


def models(**fallbacks: list[str] | None) -> Block:
    """One model per alias; the key is the alias in upper case."""
    return {
        alias.upper(): {"upstream": alias, **({} if chain is None else {"fallbacks": chain})}
        for alias, chain in fallbacks.items()
    }


def router(render: Render, declared: Block, **options: object) -> Block:
    settings = render(models=declared, **options).config.get("router_settings", {})
    return {name: value for name, value in settings.items() if name != "disable_cooldowns"}


def asked(render: Render, declared: Block, **options: object) -> dict[str, list[str]]:
    """Name → the ids of the deployments that LiteLLM asks for it, in this order."""
    found: dict[str, list[tuple[int, str]]] = {}
    for item in render(models=declared, **options).config["model_list"]:
        order = item["litellm_params"].get("order", 0)
        found.setdefault(item["model_name"], []).append((order, item["model_info"]["id"]))
    return {name: [key for _order, key in sorted(items)] for name, items in found.items()}


@pytest.mark.parametrize(
    ("declared", "options", "expected"),
    [
        (models(aa=None, bb=None), {}, {"aa": ["AA"], "bb": ["BB"]}),
        (models(aa=["bb"], bb=None), {}, {"aa": ["AA", "BB-for-aa"], "bb": ["BB"]}),
        (
            models(aa=["bb", "cc"], bb=["cc"], cc=[]),
            {},
            {"aa": ["AA", "BB-for-aa", "CC-for-aa"], "bb": ["BB", "CC-for-bb"], "cc": ["CC"]},
        ),
        (
            models(aa=["bb", "dd"], bb=["cc"], cc=None, dd=None),
            {},
            {
                "aa": ["AA", "BB-for-aa", "CC-for-aa", "DD-for-aa"],
                "bb": ["BB", "CC-for-bb"],
                "cc": ["CC"],
                "dd": ["DD"],
            },
        ),
        (models(aa=None, bb=None), {"default_fallbacks": ["bb"]}, {"aa": ["AA", "BB-for-aa"], "bb": ["BB"]}),
        (
            models(aa=["bb"], bb=None, cc=None),
            {"default_fallbacks": ["cc", "bb"]},
            {"aa": ["AA", "BB-for-aa", "CC-for-aa"], "bb": ["BB", "CC-for-bb"], "cc": ["CC"]},
        ),
        (
            models(aa=["bb"], bb=None, cc=["aa"]),
            {"default_fallbacks": ["cc"]},
            {"aa": ["AA", "BB-for-aa"], "bb": ["BB"], "cc": ["CC", "AA-for-cc", "BB-for-cc"]},
        ),
    ],
)
def test_the_order_in_which_models_are_asked(
    render: Render, declared: Block, options: Block, expected: dict[str, list[str]]
) -> None:
    assert asked(render, declared, **options) == expected


@pytest.mark.parametrize(
    ("declared", "options", "expected"),
    [
        (models(aa=None, bb=None), {}, {}),
        (models(aa=["bb"], bb=None), {}, {"context_window_fallbacks": [{"aa": ["bb"]}]}),
        (models(aa=None, bb=None), {"agents": {"sup": "aa"}}, {"model_group_alias": {"sup": "aa"}}),
        (
            models(aa=["bb"], bb=None),
            {"agents": {"sup": "aa", "dbg": "bb"}},
            {
                "model_group_alias": {"sup": "aa", "dbg": "bb"},
                "context_window_fallbacks": [{"aa": ["bb"]}, {"sup": ["bb"]}],
            },
        ),
        (
            models(aa=["bb"], bb=None),
            {
                "router_settings": {
                    "model_group_alias": {"old": "aa", "hid": {"model": "aa", "hidden": True}},
                    "num_retries": 0,
                }
            },
            {
                "context_window_fallbacks": [{"aa": ["bb"]}, {"old": ["bb"]}, {"hid": ["bb"]}],
                "model_group_alias": {"old": "aa", "hid": {"model": "aa", "hidden": True}},
                "num_retries": 0,
            },
        ),
        (
            models(aa=["bb"], bb=None, cc=None),
            {"router_settings": {"context_window_fallbacks": [{"aa": ["cc"]}]}},
            {"context_window_fallbacks": [{"aa": ["cc"]}]},
        ),
        (
            models(aa=None),
            {"agents": {"sup": "aa"}, "router_settings": {"model_group_alias": {"old": "aa"}}},
            {"model_group_alias": {"sup": "aa", "old": "aa"}},
        ),
    ],
)
def test_what_the_router_gets(render: Render, declared: Block, options: Block, expected: Block) -> None:
    assert router(render, declared, **options) == expected


class TestUnknownNames:
    """The agent ``default`` is deployed a second time, under the name that LiteLLM tries for unknown ones."""

    def test_deployments_are_repeated_with_ids_of_their_own(self, render: Render) -> None:
        declared = {"A": {"upstream": "x", "alias": "m"}, "B": {"upstream": "y", "alias": "m"}, "C": {"upstream": "z"}}
        rendered = render(models=declared, agents={"default": "m"})
        assert [
            (item["model_name"], item["model_info"]["id"], item["litellm_params"]["model"])
            for item in rendered.config["model_list"]
        ] == [
            ("m", "A", "openai/x"),
            ("m", "B", "openai/y"),
            ("z", "C", "openai/z"),
            ("*", "A-default", "openai/x"),
            ("*", "B-default", "openai/y"),
        ]
        assert [model["key"] for model in rendered.models] == ["A", "B", "C"]
        assert "router_settings" not in rendered.config

    def test_the_fallbacks_of_the_model_are_repeated_too(self, render: Render) -> None:
        assert asked(render, models(aa=["bb"], bb=None), agents={"default": "aa"}) == {
            "aa": ["AA", "BB-for-aa"],
            "bb": ["BB"],
            "*": ["AA-default", "BB-for-aa-default"],
        }

    @pytest.mark.parametrize(
        ("declared", "defaults", "expected"),
        [
            (models(aa=None, bb=None), ["bb"], [{"aa": ["bb"]}, {"bb": []}, {"*": ["bb"]}]),
            (models(aa=["bb"], bb=None), [], [{"aa": ["bb"]}, {"bb": []}, {"*": ["bb"]}]),
            (
                models(aa=["bb"], bb=None, cc=None),
                ["cc"],
                [{"aa": ["bb", "cc"]}, {"bb": ["cc"]}, {"cc": []}, {"*": ["bb", "cc"]}],
            ),
            (models(aa=None, bb=None), ["aa"], [{"bb": ["aa"]}]),
        ],
    )
    def test_long_prompts_fall_back_as_the_model_does_and_others_do_not(
        self, render: Render, declared: Block, defaults: list[str], expected: list[Block]
    ) -> None:
        found = router(render, declared, agents={"default": "aa"}, default_fallbacks=defaults)
        assert found == {"context_window_fallbacks": expected}

    def test_other_agents_fall_back_as_their_models(self, render: Render) -> None:
        found = router(render, models(aa=["bb"], bb=None), agents={"default": "aa", "sup": "bb"})
        assert found == {
            "model_group_alias": {"sup": "bb"},
            "context_window_fallbacks": [{"aa": ["bb"]}, {"bb": []}, {"sup": []}, {"*": ["bb"]}],
        }

    def test_not_beside_a_wildcard(self, refuse: Refuse) -> None:
        declared = {**models(aa=None), "all": {"model_name": "*", "litellm_params": {"model": "openai/*"}}}
        assert refuse(models=declared, agents={"default": "aa"}) == {
            "agents.default": "stands beside a wildcard that takes its names; keep one of the two"
        }


@pytest.mark.parametrize(
    ("declared", "options", "path", "text"),
    [
        (models(aa=["nope"], bb=None), {}, "models.AA.fallbacks[0]", "served here; known: aa, bb"),
        (models(gpt=["deepsek"], deepseek=None), {}, "models.GPT.fallbacks[0]", "did you mean 'deepseek'?"),
        (models(aa=["aa"]), {}, "models.AA.fallbacks[0]", "is the model itself"),
        (models(aa=["bb"], bb=["aa"]), {}, "models.AA.fallbacks", "is a loop: aa -> bb -> aa"),
        (models(aa=["bb", "cc"], bb=None, cc=["aa"]), {}, "models.AA.fallbacks", "is a loop: aa -> cc -> aa"),
        (
            {"gpt5": {"upstream": "gpt-5"}, "d": {"upstream": "x", "fallbacks": ["gpt5"]}},
            {},
            "models.d.fallbacks[0]",
            "'gpt5' is a key, not an alias; write its alias 'gpt-5'",
        ),
        (models(aa=["bb"], bb=None), {"model_keys": ["AA"]}, "models.AA.fallbacks[0]", "known: aa"),
        (models(aa=None), {"default_fallbacks": ["bb"]}, "default_fallbacks[0]", "known: aa"),
        (models(aa=None), {"default_fallbacks": "aa"}, "default_fallbacks", "write [aa]"),
        (models(aa=None), {"agents": {"sup": "bb"}}, "agents.sup", "known: aa"),
        (models(aa=None), {"agents": {"sup": None}}, "agents.sup", "must be text"),
        (models(aa=None), {"agents": {"aa": "aa"}}, "agents.aa", "which it would hide"),
        (models(aa=None), {"agents": {"s*": "aa"}}, "agents.s*", "wildcard"),
        (models(aa=None), {"agents": {"sup": "aa", "sub": "sup"}}, "agents.sub", "agents do not chain"),
        (models(aa=None), {"agents": ["sup"]}, "agents", "must be a dictionary"),
        (
            models(aa=None),
            {"router_settings": {"model_group_alias": "wrong"}},
            "router_settings.model_group_alias",
            "must be a dictionary, not text",
        ),
        (
            models(aa=None),
            {"agents": {"sup": "aa"}, "router_settings": {"model_group_alias": {"sup": "aa"}}},
            "agents.sup",
            "keep one of the two",
        ),
    ],
)
def test_what_is_refused(refuse: Refuse, declared: Block, options: Block, path: str, text: str) -> None:
    assert text in refuse(models=declared, **options)[path]


def test_names_behind_a_wildcard_are_served_too(render: Render, refuse: Refuse) -> None:
    declared = {
        "all": {"model_name": "openai/*", "litellm_params": {"model": "openai/*"}},
        "a": {"upstream": "a", "fallbacks": ["openai/gpt-4o"]},
    }
    rendered = render(models=declared, agents={"sup": "openai/gpt-4o"}, default_fallbacks=["openai/gpt-4o"])
    copies = [item for item in rendered.config["model_list"] if item["model_info"]["id"] == "all-for-a"]
    assert [item["litellm_params"]["model"] for item in copies] == ["openai/gpt-4o"]
    assert rendered.config["router_settings"] == {
        "model_group_alias": {"sup": "openai/gpt-4o"},
        "context_window_fallbacks": [{"a": ["openai/gpt-4o"]}],
    }
    assert set(refuse(models=declared, agents={"default": "openai/gpt-4o", "dbg": "x/y"})) == {
        "agents.default",
        "agents.dbg",
    }


def test_keys_of_one_alias_agree_on_fallbacks(refuse: Refuse, render: Render) -> None:
    declared: dict[str, Block] = {
        "a1": {"upstream": "x", "alias": "a", "fallbacks": ["b"]},
        "a2": {"upstream": "y", "alias": "a", "fallbacks": ["b", "c"]},
        "b": {"upstream": "b"},
        "c": {"upstream": "c"},
    }
    problems = refuse(models=declared)
    assert set(problems) == {"models.a2.fallbacks"}
    assert "differs from models.a1.fallbacks" in problems["models.a2.fallbacks"]
    del declared["a2"]["fallbacks"]
    assert asked(render, declared)["a"] == ["a1", "a2", "b-for-a"]


def test_of_names_that_the_operator_wrote_only_those_that_are_wrong_are_reported(refuse: Refuse) -> None:
    declared = {**models(aa=["bb"], bb=None), "broken": {"alias": "cc"}}
    settings = {"model_group_alias": {"old": "cc", "odd": "dd"}}
    assert set(refuse(models=declared, agents={"sup": "cc"}, router_settings=settings)) == {
        "models.broken.upstream",
        "router_settings.model_group_alias.odd",
    }
    del declared["broken"]["alias"]
    assert set(refuse(models=declared, router_settings=settings)) == {"models.broken.upstream"}


def test_an_agent_without_the_fallbacks_of_its_model_is_warned_about(render: Render) -> None:
    fallbacks = {"router_settings": {"fallbacks": [{"gpt-5": ["gpt-5-mini"]}]}}
    declared = {"a": {"upstream": "gpt-5"}, "b": {"upstream": "gpt-5-mini"}}
    (problem,) = render(models=declared, agents={"sup": "gpt-5"}, **fallbacks).problems
    assert (problem.severity, problem.path) == ("warning", "agents.sup")


def test_default_fallbacks_back_models_of_their_own_mode(render: Render) -> None:
    declared = {
        "chat": {"upstream": "chat", "mode": "chat"},
        "mini": {"upstream": "mini"},
        "embedding": {"upstream": "embedding", "mode": "embedding"},
        "vectors": {
            "model_name": "vectors",
            "litellm_params": {"model": "openai/v"},
            "model_info": {"mode": "embedding"},
        },
    }
    assert asked(render, declared, default_fallbacks=["mini", "vectors"]) == {
        "chat": ["chat", "mini-for-chat"],
        "mini": ["mini"],
        "embedding": ["embedding", "vectors-for-embedding"],
        "vectors": ["vectors"],
    }


def test_a_loop_is_reported_once(refuse: Refuse) -> None:
    assert set(refuse(models=models(aa=["bb"], bb=["cc"], cc=["aa"], dd=["aa"]))) == {"models.AA.fallbacks"}


ALIASES = ["a", "b", "c", "d", "e"]


@given(
    st.dictionaries(st.sampled_from(ALIASES), st.lists(st.sampled_from(ALIASES), unique=True)),
    st.lists(st.sampled_from(ALIASES), unique=True),
)
def test_defaults_never_make_a_loop(own: dict[str, list[str]], defaults: list[str]) -> None:
    acyclic = {alias: [target for target in chain if target > alias] for alias, chain in own.items()}
    chains = _effective_chains(acyclic, dict.fromkeys(ALIASES, defaults))
    for alias, chain in chains.items():
        assert chain[: len(acyclic.get(alias, []))] == acyclic.get(alias, [])
        assert len(set(chain)) == len(chain)
        waiting, seen = list(chain), set()
        while waiting:
            target = waiting.pop()
            assert target != alias
            if target not in seen:
                seen.add(target)
                waiting.extend(chains[target])
