"""Fragments of the changelog become one list: each sentence begins with what changed, in one form."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[3]
FRAGMENTS = sorted(ROOT.glob("changelogs/fragments/*.yml"))
KINDS = {
    "role": {path.name for path in ROOT.glob("roles/*")},
    "playbook": {path.stem for path in ROOT.glob("playbooks/*.yml")},
    "filter": {path.stem for path in ROOT.glob("plugins/filter/*.py")},
    "lookup": {path.stem for path in ROOT.glob("plugins/lookup/*.py")},
    "": {path.stem for path in ROOT.glob("plugins/modules/*.py")},
}
OTHERS = re.compile(r"collection|dashboard|documentation|playbooks|make [a-z-]+|LiteLLM \d+(\.\d+)+")


def names_nothing(text: str) -> bool:
    """Whether *text*, the begin of a sentence, is no list of things here: ``roles a and b, playbook c, litellm_module``."""
    kind = ""
    for part in re.split(r", (?:and )?| and ", text):
        word, _blank, name = part.rpartition(" ")
        # After roles, playbooks and the like come more of them; after one, modules.
        kind = word.rstrip("s") if word else kind
        named = name in KINDS.get(kind, ()) or (not word and name in KINDS[""])
        if not named and not OTHERS.fullmatch(part):
            return True
    return False


@pytest.mark.parametrize("file", FRAGMENTS, ids=lambda file: str(file.name))
def test_a_sentence_begins_with_what_changed(file: Path) -> None:
    sections = yaml.safe_load(file.read_text(encoding="utf-8"))
    sentences = [each for name, section in sections.items() if name != "release_summary" for each in section]
    assert [each for each in sentences if " - " not in each or names_nothing(each.partition(" - ")[0])] == []


@pytest.mark.parametrize(
    "text", ["Role ``litellm``", "litellm role", "litellm_balancer", "role gateway", "roles litellm and fleet"]
)
def test_another_form_is_seen(text: str) -> None:
    assert names_nothing(text)


@pytest.mark.parametrize("file", FRAGMENTS, ids=lambda file: str(file.name))
def test_a_fragment_is_named_after_its_issue_or_a_version(file: Path) -> None:
    assert re.fullmatch(r"\d+-[a-z0-9-]+|version-\d+\.\d+\.\d+", file.stem)
