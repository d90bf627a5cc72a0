"""Python files of the operator's own are read without running them, and every path of code in a configuration is followed."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.python_code import module_of, parsed_file
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.options import RenderOptions
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.source_files import SourceFile
from ansible_collections.llmops.litellm.plugins.plugin_utils._render import render
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.problems import InputError, Problem
from hypothesis import given
from hypothesis import strategies as st

HOOKS = SourceFile(
    "files/my_hooks.py",
    "from litellm.integrations.custom_logger import CustomLogger\n\n\nclass Hooks(CustomLogger):\n    inner = 1\n\n\nhandler = Hooks()\n",
)
AUTH = SourceFile("my_auth.py", "async def user_api_key_auth(request, api_key):\n    return api_key\n")
MODELS = {"a": {"upstream": "m", "mock_response": "hi", "reasoning_effort": "none"}}


def found(*files: SourceFile, **options: t.Any) -> list[Problem]:
    """What is said of a gateway of the role with *files*."""
    given = {"models": MODELS, "service_manager": "systemd", "python_files": files, **options}
    if "config_file" in given:
        del given["models"]
    try:
        return render(RenderOptions(**given)).problems
    except InputError as refused:
        return [*refused.problems, *refused.remarks]


def told(problems: list[Problem], severity: str = "error") -> list[str]:
    return [f"{each.path}: {each.message} | {each.remedy}" for each in problems if each.severity == severity]


def test_files_are_handed_on_as_a_host_reads_them() -> None:
    windows = SourceFile("a/b/my_hooks.py", HOOKS.text.replace("\n", "\r\n"))
    options = RenderOptions(models=MODELS, python_files=[windows, AUTH], service_manager="systemd")
    assert render(options).python_files == {"my_hooks.py": HOOKS.text, "my_auth.py": AUTH.text}


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("hooks.txt", "", "is no Python file"),
        (".py", "", "is no Python file"),
        ("my-hooks.py", "", "cannot be imported under its name"),
        ("class.py", "", "cannot be imported under its name"),
        ("yaml.py", "", "has the name of a module that the gateway has already"),
        ("litellm.py", "", "has the name of a module that the gateway has already"),
        ("json.py", "", "has the name of a module that the gateway has already"),
        ("proof.py", "", "has the name of a part of the gateway's program"),
        ("other/my_auth.py", "", "has the name of another of these files"),
        ("broken.py", "def f(:\n", "broken.py, line 1: "),
        ("nothing.py", "a = '\0'\n", "nothing.py"),
        (
            "needy.py",
            "import yaml\nimport presidio_analyzer\n",
            "line 2: presidio_analyzer is neither one of these files",
        ),
        ("needy.py", "from presidio.analyzer import x\n", "line 1: presidio is neither one of these files"),
    ],
)
def test_a_file_that_cannot_work_is_refused(name: str, text: str, says: str) -> None:
    (problem,) = told(found(AUTH, SourceFile(name, text)))
    assert problem.startswith("python_files[1]: ")
    assert says in problem


def test_imports_that_are_there_or_only_tried() -> None:
    text = "import my_auth\nfrom . import x\ntry:\n    import orjsonx\nexcept ImportError:\n    orjsonx = None\ndef f():\n    import lazy\n"
    assert found(AUTH, SourceFile("other.py", text)) == []


def test_a_package_may_bring_a_module_of_any_name() -> None:
    needy = SourceFile("needy.py", "import presidio_analyzer, lang_fuse\n")
    assert told(found(needy, extra_packages=["presidio-analyzer==2", "Lang.Fuse[x]>1"])) == []
    problems = found(needy, extra_packages=["presidio-analyzer==2"])
    assert (told(problems), len(told(problems, "warning"))) == ([], 1)
    assert len(told(found(needy, service_manager="podman"), "warning")) == 2
    assert len(told(found(needy, strict=False), "warning")) == 2


PLACES: list[tuple[str, dict[str, t.Any]]] = [
    ("litellm_settings.callbacks[0]", {"litellm_settings": {"callbacks": ["PATH"]}}),
    ("litellm_settings.callbacks", {"litellm_settings": {"callbacks": "PATH"}}),
    ("litellm_settings.success_callback[0]", {"litellm_settings": {"success_callback": ["PATH"]}}),
    ("litellm_settings.failure_callback[0]", {"litellm_settings": {"failure_callback": ["PATH"]}}),
    ("litellm_settings.post_call_rules", {"litellm_settings": {"post_call_rules": "PATH"}}),
    (
        "litellm_settings.custom_provider_map[0].custom_handler",
        {"litellm_settings": {"custom_provider_map": [{"provider": "mine", "custom_handler": "PATH"}]}},
    ),
    ("general_settings.custom_auth", {"general_settings": {"custom_auth": "PATH"}}),
    ("general_settings.custom_key_generate", {"general_settings": {"custom_key_generate": "PATH"}}),
    ("general_settings.custom_sso", {"general_settings": {"custom_sso": "PATH"}}),
    (
        "extra_config.guardrails[0].litellm_params.guardrail",
        {
            "extra_config": {
                "guardrails": [{"guardrail_name": "g", "litellm_params": {"guardrail": "PATH", "mode": "pre_call"}}]
            }
        },
    ),
    (
        "extra_config.mcp_tools[0].handler",
        {"extra_config": {"mcp_tools": [{"name": "n", "description": "d", "input_schema": {}, "handler": "PATH"}]}},
    ),
    ("router_settings.plugins[0]", {"router_settings": {"plugins": ["PATH"]}}),
]


def filled(tree: t.Any, path: str) -> t.Any:
    if isinstance(tree, dict):
        return {key: filled(value, path) for key, value in tree.items()}
    return [filled(each, path) for each in tree] if isinstance(tree, list) else path if tree == "PATH" else tree


@pytest.mark.parametrize(("place", "settings"), PLACES, ids=[place for place, _settings in PLACES])
def test_every_place_where_litellm_loads_code(place: str, settings: dict[str, t.Any]) -> None:
    def code(path: str) -> list[str]:
        return [text for text in told(found(HOOKS, **filled(settings, path))) if text.startswith(f"{place}: ")]

    assert code("my_hooks.handler") == []
    assert code("litellm.integrations.custom_logger.CustomLogger") == []
    (wrong_name,) = code("my_hooks.handlr")
    assert "my_hooks.py defines no handlr; " in wrong_name
    assert wrong_name.endswith("| did you mean my_hooks.handler?")
    (wrong_file,) = code("my_hoks.handler")
    assert wrong_file.endswith("| did you mean my_hooks.handler?")
    (unknown,) = code("elsewhere.handler")
    assert unknown.endswith("| name elsewhere.py in litellm_python_files, or its package in litellm_extra_packages")
    (deep,) = code("my_hooks.Hooks.inner")
    assert "my_hooks.py is a file, and has no Hooks to load inner from" in deep


def test_what_is_no_path_of_code_is_left_alone() -> None:
    endpoints = [{"path": "/a", "target": "https://api.example.com"}, {"path": "/b", "target": "api.example.com"}]
    settings = {
        "litellm_settings": {"callbacks": ["prometheus"], "success_callback": ["s3://bucket/hooks.handler"]},
        "general_settings": {"pass_through_endpoints": endpoints},
    }
    assert [each for each in found(HOOKS, **settings) if each.rule == "unknown-code"] == []
    own = {"general_settings": {"pass_through_endpoints": [{"path": "/a", "target": "my_hooks.adapter"}]}}
    assert [each.rule for each in found(HOOKS, **own)] == ["unknown-code"]
    assert "names no code" in told(found(AUTH, general_settings={"custom_auth": "my_auth"}))[0]


def test_turned_off_by_name_or_made_a_warning() -> None:
    settings = {"litellm_settings": {"callbacks": ["elsewhere.handler"]}}
    assert found(**settings, allow_unknown=["callbacks"]) == []
    assert len(told(found(**settings, strict=False), "warning")) == 1
    assert len(told(found(**settings, extra_packages=["some-hooks"]), "warning")) == 1
    assert found(**settings, python_files=None) == []


def test_a_guardrail_that_a_newer_version_may_know_is_let_through_by_name() -> None:
    params = {"guardrail": "of_tomorrow", "mode": "some_day"}
    settings = {"extra_config": {"guardrails": [{"guardrail_name": "g", "litellm_params": params}]}}
    assert [each.rule for each in found(**settings)] == ["unknown-guardrail", "unknown-guardrail"]
    assert found(**settings, allow_unknown=["guardrails"]) == []
    assert [each.path.rpartition(".")[2] for each in found(**settings, allow_unknown=["mode"])] == ["guardrail"]


CONFIG = """\
model_list:
  - model_name: a
    litellm_params: {model: openai/m, api_key: os.environ/KEY}
    model_info: {id: a}
litellm_settings: {callbacks: [my_hooks.handler]}
"""


def test_files_beside_a_configuration() -> None:
    def code(**options: t.Any) -> list[str]:
        problems = found(config_file=SourceFile("config.yaml", CONFIG), **options)
        return [f"{each.severity}: {each.message}" for each in problems if each.rule == "unknown-code"]

    here = SourceFile("my_hooks.py", HOOKS.text)
    assert code(files_beside=[here]) == []
    assert code(files_beside=[SourceFile("my_hooks.py", "no Python")])[0].startswith("warning: there is no my_hooks.py")
    assert code(files_beside=[SourceFile("my_hooks.py", "")])[0].startswith("error: my_hooks.py defines no handler")
    assert code()[0].startswith("warning: there is no my_hooks.py beside this file")
    deployed = {"environment": ["KEY", "LITELLM_MASTER_KEY"]}
    assert "nothing brings it to the host" in code(files_beside=[here], **deployed)[0]
    assert code(python_files=[HOOKS], files_beside=[here], **deployed) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a = 1\nb: int = 2\nc, (d, *e) = f()\n", {"a", "b", "c", "d", "e"}),
        ("import os.path\nfrom x import y as z\n", {"os", "z"}),
        ("if True:\n    a = 1\nelse:\n    def b(): inner = 1\n", {"a", "b"}),
        ("try:\n    import a\nexcept E as e:\n    b = 1\n", {"a", "b", "e"}),
        ("for a in b:\n    with c as d:\n        pass\n", {"a", "d"}),
        ("def f():\n    global g\n    g = 1\n", {"f", "g"}),
        ("class A:\n    b = 1\nl = lambda x: (y := x)\n", {"A", "l"}),
        ("match x:\n    case {'k': a, **b}: pass\n    case [c, *d]: pass\n    case _ as e: pass\n", set("abcde")),
        ("from x import *\n", None),
        ("def __getattr__(name): ...\n", None),
        ("globals()['a'] = 1\n", None),
    ],
)
def test_names_at_the_top_level(text: str, names: set[str] | None) -> None:
    assert parsed_file(text).names == names


@given(st.text())
def test_any_text_is_python_or_not(text: str) -> None:
    try:
        parsed_file(text)
    except SyntaxError:
        return


def test_the_module_of_a_package() -> None:
    assert [module_of(each) for each in ("Lang-Fuse[x]==2", " a.b", "git+https://x", "-r", "")] == [
        "lang_fuse",
        "a_b",
        "git",
        "",
        "",
    ]
