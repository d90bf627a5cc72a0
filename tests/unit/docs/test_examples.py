"""Pages show example files as they are, say of every command who runs it, and link what there is."""

from __future__ import annotations

import re
import runpy
import typing as t
from pathlib import Path

import pytest
import yaml

from tests.unit.makefile import TARGETS

if t.TYPE_CHECKING:
    from documented_commands import Block

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "docs" / "examples"
# Without docs/docsite, whose blocks are Sphinx's.
PAGES = sorted(
    str(path.relative_to(ROOT))
    for pattern in ("*.md", ".github/*.md", "docs/*.md", "roles/*/*.md", "tests/*/*.md")
    for path in ROOT.glob(pattern)
)
REPOSITORY = "https://github.com/llmops/ansible-collection-litellm/(?:blob|tree)/main/"
PICTURES = "https://raw.githubusercontent.com/llmops/ansible-collection-litellm/main/"
blocks_of = runpy.run_path(str(ROOT / "scripts" / "documented_commands.py"))["blocks_of"]
DEFAULTS = yaml.safe_load((ROOT / "roles/litellm/defaults/main.yml").read_text(encoding="utf-8"))
RUNNERS = [ROOT / "scripts/build.sh", *(ROOT / "molecule/shared").glob("*/*.yml")]
"""What runs commands of pages; each says the page and the word of its marks."""
NO_COMMANDS = {"yaml", "text"}
"""Languages of blocks that nobody runs: variables, which tests render, and what is printed."""
SECONDS_OF_LITELLM = 600
"""How long LiteLLM waits for a provider that says nothing, unless it is told otherwise."""


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


BLOCKS = [(name, block) for name in PAGES for block in blocks_of(page(name))]


@pytest.mark.parametrize(("name", "block"), [each for each in BLOCKS if each[1].mark == "file"])
def test_a_page_shows_a_file_as_it_is(name: str, block: Block) -> None:
    assert block.text == page(block.what), f"{name} shows {block.what}"


@pytest.mark.parametrize(("name", "block"), [each for each in BLOCKS if each[1].language not in NO_COMMANDS])
def test_a_page_says_who_runs_its_commands(name: str, block: Block) -> None:
    assert block.mark, f"{name}: {block.text}"
    assert block.mark != "run" or any(f"{name} {block.what}" in path.read_text(encoding="utf-8") for path in RUNNERS)


@pytest.mark.parametrize("name", PAGES)
def test_every_block_is_found(name: str) -> None:
    fences = re.findall(r"^[ >]*(?:```|~~~)", page(name), re.MULTILINE)
    assert len(fences) == 2 * len(blocks_of(page(name)))


@pytest.mark.parametrize("name", PAGES)
def test_what_a_page_calls_by_name_is_there(name: str) -> None:
    assert set(re.findall(r"`make ([\w-]+)", page(name))) <= TARGETS
    playbooks = {path.stem for path in (ROOT / "playbooks").glob("*.yml")}
    plugins = {path.stem for kind in ("modules", "lookup", "filter") for path in (ROOT / "plugins" / kind).glob("*.py")}
    called = set(re.findall(r"\bllmops\.litellm\.(\w+)", page(name)))
    roles = {path.name for path in (ROOT / "roles").iterdir()}
    # The modules' group for defaults, beside them.
    assert called - playbooks - plugins - roles <= {"gateway"}


def test_the_readme_links_every_page() -> None:
    linked = set(re.findall(REPOSITORY + r"(docs/\w+\.md)", page("README.md")))
    assert linked == {f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")}


@pytest.mark.parametrize("name", PAGES)
def test_what_a_page_links_is_there(name: str) -> None:
    folder = (ROOT / name).parent
    own = [ROOT / path for path in re.findall(f"(?:{REPOSITORY}|{PICTURES})" + r"([^)#\s]+)", page(name))]
    near = [folder / path for path in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page(name))]
    missing = [str(path) for path in own + near if not path.exists()]
    assert missing == []


def test_every_example_is_on_a_page() -> None:
    pages = "".join(page(name) for name in PAGES)
    assert [path.name for path in EXAMPLES.iterdir() if f"docs/examples/{path.name}" not in pages] == []


def test_every_public_variable_is_on_a_page() -> None:
    guides = (
        "reach",
        "operations",
        "routing",
        "keys",
        "containers",
        "own_code",
        "monitoring",
        "kubernetes",
        "database",
    )
    pages = "".join(map(page, ("README.md", "roles/litellm/README.md", *(f"docs/{name}.md" for name in guides))))
    assert [name for name in DEFAULTS if name not in pages] == []


def seconds(file: str, pattern: str) -> int:
    found = re.search(pattern, page(f"docs/examples/{file}"))
    assert found
    return int(found[1])


@pytest.mark.parametrize(
    ("file", "pattern"), [("nginx.conf", r"keepalive_timeout (\d+)s;"), ("Caddyfile", r"\tkeepalive (\d+)s")]
)
def test_a_proxy_lets_go_of_idle_connections_before_the_gateway(file: str, pattern: str) -> None:
    assert seconds(file, pattern) < DEFAULTS["litellm_keepalive_timeout"]


def test_nginx_waits_longer_than_litellm() -> None:
    assert seconds("nginx.conf", r"proxy_read_timeout (\d+)s;") > SECONDS_OF_LITELLM


def test_the_picture_tells_what_it_shows() -> None:
    picture = page("docs/pictures/handover.svg")
    assert all(f"<{tag} " in picture for tag in ("title", "desc"))
    assert 'aria-labelledby="title desc"' in picture
    assert "prefers-color-scheme: dark" in picture
