"""What pages show is right: variables are taken by the role and rendered, plays are read; all under each core."""

from __future__ import annotations

import re
import runpy
import typing as t
from pathlib import Path

import yaml

from tests.playbooks.cores import ROOT, Inventory, Play

PAGES = [ROOT / "README.md", ROOT / "roles/litellm/README.md", *sorted((ROOT / "docs").glob("*.md"))]
blocks_of = runpy.run_path(str(ROOT / "scripts" / "documented_commands.py"))["blocks_of"]
NOT_OF_THE_ROLE = {"findings"}
"""Pages whose snippets are of LiteLLM's own configuration; the checker's tests read them."""

# What a page leaves out, because another part of it has said it.
ASSUMED = {
    "litellm_models": {
        "deepseek": {"upstream": "deepseek-chat", "provider": "deepseek"},
        "gpt5": {"upstream": "gpt-5"},
        "mini": {"upstream": "gpt-4o-mini"},
    }
}
# The files of docs/own_code.md: what they define, and no more.
CODE = {"my_hooks.py": "counter = Words = None\n", "my_auth.py": "def user_api_key_auth(): ...\n"}
TASKS = f"""\
- name: Take what a page shows
  hosts: all
  gather_facts: false
  connection: local
  tasks:
    - name: Compare types and names with the role's documentation
      ansible.builtin.validate_argument_spec:
        argument_spec: "{{{{ (lookup('file', '{ROOT}/roles/litellm/meta/argument_specs.yml') | from_yaml).argument_specs.main.options }}}}"
        provided_arguments: "{{{{ shown }}}}"

    - name: Render and check
      ansible.builtin.include_role:
        name: llmops.litellm.litellm
        tasks_from: render
"""


class Loader(yaml.SafeLoader):
    """Takes encrypted values for texts."""


Loader.add_constructor("!vault", lambda loader, node: str(node.value))


def shown() -> t.Iterator[tuple[str, str, t.Any]]:
    """Page and number of each YAML block, its text, and what it says; a block that is several files is left to others."""
    for page in PAGES:
        if page.stem in NOT_OF_THE_ROLE:
            continue
        for number, block in enumerate(blocks_of(page.read_text(encoding="utf-8")), 1):
            if block.language == "yaml":
                name = re.sub(r"\W", "_", f"{page.relative_to(ROOT)}_{number}")
                yield name, block.text, Loader(block.text).get_single_data()


VARIABLES = {
    name: (text, said)
    for name, text, said in shown()
    if isinstance(said, dict) and "litellm" not in said and any(str(key).startswith("litellm_") for key in said)
}
PLAYS = {name: text for name, text, said in shown() if isinstance(said, list) and all("hosts" in play for play in said)}


def test_there_is_something_to_try() -> None:
    assert len(VARIABLES) > 10
    assert len(PLAYS) > 1


def test_variables_are_taken_and_rendered(play: Play, inventory: Inventory, tmp_path: Path) -> None:
    vault = {name: "x" for text, _said in VARIABLES.values() for name in re.findall(r"\bvault_\w+", text)}
    hosts = {
        name: {**said, "shown": {key: said[key] for key in said if key.startswith("litellm_")}}
        for name, (_text, said) in VARIABLES.items()
    }
    path = inventory({"all": {"hosts": hosts}}, **ASSUMED, **vault)
    (tmp_path / "shown.yml").write_text(TASKS)
    (tmp_path / "files").mkdir()
    for name in re.findall(r"'(files/[^']+)'", "".join(text for text, _said in VARIABLES.values())):
        (tmp_path / name).write_text("what the page's reader has there\n")
    for name, code in CODE.items():
        (tmp_path / "files" / name).write_text(code)
    play("-i", path, tmp_path / "shown.yml")


def test_plays_are_read(play: Play, tmp_path: Path) -> None:
    for name, text in PLAYS.items():
        (tmp_path / f"{name}.yml").write_text(text)
    done = play("--syntax-check", *sorted(tmp_path.glob("*.yml")))
    assert done.stdout.count("playbook: ") == len(PLAYS)
