"""Writes ``docs/models.md`` from the table of a model's fields; ``--check`` only says whether it is up to date.

What is refused is not told by hand: each wrong value below is rendered, and the page shows the message.
"""

# ruff: noqa: E402  (path above)

from __future__ import annotations

import sys
import typing as t
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / ".collections"), str(ROOT / "scripts")]

# ruff: isort: off
import generated_files
from ansible_collections.llmops.litellm.plugins.plugin_utils._language import providers
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.model_spec import FIELDS, Field
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.options import RenderOptions
from ansible_collections.llmops.litellm.plugins.plugin_utils._render import render
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.problems import InputError
from option_texts import wrapped
# ruff: isort: on

PAGE = ROOT / "docs" / "models.md"
HEAD = """\
# Models

Every field of an entry of `litellm_models`, and of a provider. All problems of an inventory are reported at once, each with its
path, and nothing is changed then. Numbers are not quoted: templates make numbers from ansible-core 2.19 on, before that with
`jinja2_native`.

```yaml
litellm_models:
  gpt5:  # the key, the stable model_info.id of the deployment; the same in upper and lower case
    upstream: gpt-5
    alias: smart
    provider: openai
    fallbacks: [deepseek-chat]
  deepseek: {upstream: deepseek-chat, provider: deepseek, cost: {input: 0.28, cached_input: 0.028, output: 0.42}}
  anything:  # LiteLLM's own shape is taken as it is; wildcard routes are written in this way
    model_name: "openai/*"
    litellm_params: {model: "openai/*", api_key: os.environ/OPENAI_API_KEY}
```

<!-- Written by scripts/generate_models.py from plugins/plugin_utils/_language/model_spec.py. -->
"""
OF_PROVIDERS = {
    "prefix": Field(
        providers.FIELDS["prefix"],
        "name",
        "LiteLLM's name of the provider. It must be one that LiteLLM knows.",
        default="`openai`; of a preset or a provider of LiteLLM, its own",
        becomes="the prefix of `litellm_params.model`",
    ),
    "budget": Field(
        providers.FIELDS["budget"],
        "amount and span of time",
        "What all models of the provider may cost together. LiteLLM counts under `prefix`, so it is refused where models of "
        "another provider have the same.",
        unit="USD",
        becomes="`router_settings.provider_budget_config`",
    ),
}
"""Fields that a provider has and a model has not, or means otherwise."""
ABOUT_PROVIDERS = (
    "An entry of `litellm_providers` has some of these fields. A model that leaves one out has it from its provider; of "
    "dictionaries the model's entries win, one by one. An entry with the name of a preset or of a provider of LiteLLM changes "
    "that one, field by field, see [Providers](routing.md#providers)."
)

TYPES: dict[str, tuple[str, list[t.Any]]] = {
    "text": ("Any text.", [5, True, ["a"]]),
    "name": ("One line of text, up to 512 characters.", [5, "", " gpt", "os.environ/NAME"]),
    "name of a model": (
        "A [name](#name) without wildcards, which are for entries in LiteLLM's own shape.",
        [5.1, "", "gpt-*"],
    ),
    "URL": (
        "An `http` or `https` address without credentials, or `os.environ/NAME` for a variable that holds one.",
        ["api.example.com", "https://me:secret@api.example.com", "https://"],
    ),
    "name of a variable": (
        "The name of an environment variable, never its value.",
        ["os.environ/NAME", "sk-abc", "2ND_KEY"],
    ),
    "key that is no secret": (
        "Text that is no secret, or `os.environ/NAME`.",
        ["sk-proj-6fQ2mX9vB4tY7wLpK1zR", " key"],
    ),
    "level of reasoning": (
        "`none`, `minimal`, `low`, `medium`, `high` or `xhigh`.",
        [False, "off", "hihg", "much"],
    ),
    "number above 0": ("A number, not in quotes.", ["30", 0, True]),
    "number from 0": ("A number, not in quotes; 0 is one.", ["0.5", -1]),
    "whole number from 0": ("A whole number, not in quotes; 0 is one.", ["2", 1.5, -1]),
    "whole number from 1": ("A whole number, not in quotes.", ["2", 0]),
    "list of names": ("A list of [names](#name), none of them twice.", ["eu", ["eu", "eu"], [5]]),
    "list of names of models": (
        "A list of [names of models](#name-of-a-model), none of them twice.",
        ["mini", ["a", "a"]],
    ),
    "list of capabilities": (
        "A list of words, `vision` for LiteLLM's `supports_vision`.",
        [["supports_vision"], ["Vision"]],
    ),
    "dictionary": ("A dictionary with text as keys.", ["a", ["a"], {5: "a"}]),
    "dictionary of text": ("A dictionary from text to one line of text.", ["a", {"X-A": 5}]),
    "prices": (
        "A dictionary with some of `input`, `output` and `cached_input`, each a [number from 0](#number-from-0).",
        [0.28, {"in": 0.28}, {"input": "0.28"}],
    ),
    "amount and span of time": (
        "A dictionary with `limit`, a [number above 0](#number-above-0), and `period`, a number and `s`, `m`, `h`, `d`, `w` or "
        "`mo`.",
        [20, {"limit": 20}, {"limit": 20, "period": "month"}],
    ),
}
"""Type to what it is, and values that are refused."""


def page() -> str:
    """The whole page."""
    of_providers = {name: OF_PROVIDERS.get(name) or FIELDS[name] for name in providers.FIELDS}
    return "\n".join(
        [
            HEAD,
            *_table(FIELDS),
            "",
            *(_section(name, field) for name, field in FIELDS.items()),
            "## Providers\n",
            wrapped(ABOUT_PROVIDERS) + "\n",
            *_table(of_providers),
            "",
            *(_section(name, field, "provider's ") for name, field in OF_PROVIDERS.items()),
            "## Types\n",
            *(_type(name, *what) for name, what in TYPES.items()),
        ]
    )


def _anchor(heading: str) -> str:
    return "".join(letter for letter in heading.lower().replace(" ", "-") if letter.isalnum() or letter in "-_")


def _table(fields: t.Mapping[str, Field]) -> list[str]:
    rows = [
        f"| [`{name}`](#{_anchor(_heading(name, '' if FIELDS.get(name) is field else 'provider'))}) "
        f"| {_type_of(field)} | {_becomes(field)} |"
        for name, field in fields.items()
    ]
    return ["| Field | Type | In LiteLLM |", "| --- | --- | --- |", *rows]


def _heading(name: str, owner: str) -> str:
    return f"{name} of a provider" if owner else name


def _type_of(field: Field) -> str:
    return f"[{field.type}](#{_anchor(field.type)})" + (f", {field.unit}" if field.unit else "")


def _becomes(field: Field) -> str:
    if field.becomes:
        return field.becomes
    names = " and ".join(f"`{name}`" for name in field.params)
    return f"{names} of `litellm_params`" if names else f"`model_info.{field.info}`"


def _section(name: str, field: Field, owner: str = "") -> str:
    lines = [f"### {_heading(name, owner)}\n", wrapped(field.help) + "\n", f"- Type: {_type_of(field)}"]
    lines += [f"- Unless it is written: {field.default}"] if field.default else []
    lines += [f"- In LiteLLM: {_becomes(field)}"]
    lines += [f"- In a line of `litellm_model_specs`: `{field.string}=`"] if field.string else []
    lines += [f"- In an environment file: `MODEL_<KEY>_{field.variable}`"] if field.variable else []
    return "\n".join(lines) + "\n"


def _type(name: str, meaning: str, refused: list[t.Any]) -> str:
    field = next(field for field, row in FIELDS.items() if row.type == name)
    rows = [f"| `{field}: {_written(value)}` | {_message(field, value)} |" for value in refused]
    return "\n".join([f"### {name}\n", f"{meaning}\n", "| Refused | Because |", "| --- | --- |", *rows, ""])


def _written(value: t.Any) -> str:
    """*value* as YAML on one line."""
    return yaml.safe_dump(value, default_flow_style=True, width=200).removesuffix("...\n").strip()


def _message(field: str, value: t.Any) -> str:
    """What a run says of *value* in *field*, without what it says of other places."""
    place = f"models.example.{field}"
    model = {"upstream": "example", field: value}
    try:
        render(RenderOptions(models={"example": model}))
    except InputError as error:
        told = [str(problem) for problem in error.problems if problem.path.startswith(place)]
        return _escaped(told[0].removeprefix(place).removeprefix(": ").lstrip("."))
    raise AssertionError(f"{place}: {value!r} is not refused")


def _escaped(text: str) -> str:
    return text.replace("<", "&lt;").replace("*", "\\*").replace("|", "\\|").replace("_", "\\_")


def main() -> int:
    """Write the page, or compare it."""
    return generated_files.write(lambda: {PAGE: page()})


if __name__ == "__main__":
    sys.exit(main())
