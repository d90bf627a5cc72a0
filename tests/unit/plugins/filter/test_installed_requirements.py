# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The filter installed_requirements, as templates call it."""

from __future__ import annotations

from ansible_collections.llmops.litellm.plugins.filter.installed_requirements import FilterModule

LOCK = f"openai==2.40.1 --hash=sha256:{'a' * 64}\n"


def test_packages_as_requirements() -> None:
    write = FilterModule().filters()["installed_requirements"]
    packages = [{"name": "openai", "version": "2.40.1", "record": ""}]
    assert write(packages) == "openai==2.40.1\n"
    assert write(packages, LOCK) == LOCK
