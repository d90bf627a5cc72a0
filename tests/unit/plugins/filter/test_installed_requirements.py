"""The filter installed_requirements, as templates call it."""

from __future__ import annotations

from ansible_collections.llmops.litellm.plugins.filter.installed_requirements import FilterModule

LOCK = f"openai==2.40.1 --hash=sha256:{'a' * 64}\n"


def test_packages_as_requirements() -> None:
    write = FilterModule().filters()["installed_requirements"]
    packages = [{"name": "openai", "version": "2.40.1", "record": ""}]
    assert write(packages) == "openai==2.40.1\n"
    assert write(packages, LOCK) == LOCK
