"""The README's table of content names what the collection has, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[3]
ROWS = re.findall(
    r"^\| (role|module|lookup|filter|playbook)s? (`.+?`) \| (.*?) \|$", (ROOT / "README.md").read_text(), flags=re.M
)
FOLDERS = {
    "module": "plugins/modules/*.py",
    "lookup": "plugins/lookup/*.py",
    "filter": "plugins/filter/*.py",
    "playbook": "playbooks/*.yml",
    "role": "roles/*",
}


@pytest.mark.parametrize("kind", FOLDERS)
def test_the_table_has_all_of_a_kind(kind: str) -> None:
    told = [name for row, names, _says in ROWS if row == kind for name in re.findall("`(.+?)`", names)]
    assert sorted(told) == sorted(path.stem for path in ROOT.glob(FOLDERS[kind]))


def test_the_table_has_each_entry_point_of_a_role() -> None:
    for kind, name, says in ROWS:
        if kind == "role":
            specification = ROOT / "roles" / name.strip("`") / "meta" / "argument_specs.yml"
            entry_points = yaml.safe_load(specification.read_text())["argument_specs"]
            assert sorted(re.findall("`(.+?)`", says)) == sorted(entry_points)
