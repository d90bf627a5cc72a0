"""Installed packages as requirements, and the bill of materials that its tool makes of them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.bill import requirements_of
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

PACKAGES = [{"name": "openai", "version": "2.40.1"}, {"name": "PyYAML", "version": "6.0.3"}]
HASHES = [f"sha256:{digit * 64}" for digit in "ab"]
LOCK = "\n".join(
    [
        "# litellm==1.106.2; python>=3.10",
        f"openai==2.40.1 --hash={HASHES[0]} --hash={HASHES[1]}",
        f"pyyaml==6.0.2 --hash={HASHES[0]} ; python_version < '3.11'",
        f"pyyaml==6.0.3 \\\n    --hash={HASHES[1]}",
    ]
)


def test_each_package_has_the_hashes_of_its_version() -> None:
    assert requirements_of(PACKAGES, LOCK) == (
        f"openai==2.40.1 --hash={HASHES[0]} --hash={HASHES[1]}\nPyYAML==6.0.3 --hash={HASHES[1]}\n"
    )


def test_without_a_lock_there_are_no_hashes() -> None:
    assert requirements_of(PACKAGES, "") == "openai==2.40.1\nPyYAML==6.0.3\n"
    assert requirements_of([], LOCK) == ""


def test_the_bill_of_materials_is_what_its_schema_says(tmp_path: Path) -> None:
    made = tmp_path / "host.cdx.json"
    tool = Path(sys.executable).with_name("cyclonedx-py")
    options = ["requirements", "--output-reproducible", "--output-format=JSON", f"--output-file={made}", "-"]
    subprocess.run([tool, *options], input=requirements_of(PACKAGES, LOCK), text=True, check=True, timeout=120)  # noqa: S603 - the tool of this environment
    text = made.read_text(encoding="utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    found = {component["name"]: component for component in json.loads(text)["components"]}
    assert {name: component["purl"] for name, component in found.items()} == {
        "openai": "pkg:pypi/openai@2.40.1",
        "PyYAML": "pkg:pypi/pyyaml@6.0.3",
    }
    (reference,) = found["openai"]["externalReferences"]
    assert sorted(each["content"] for each in reference["hashes"]) == [each.removeprefix("sha256:") for each in HASHES]
