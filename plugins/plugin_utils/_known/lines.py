# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this plugin util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""The supported lines of LiteLLM: those of the versions that the collection has facts of, one for each line.

A line is what its releases begin with: ``1.106`` for 1.106.0, 1.106.1, … ``docs/versions.md`` says what supported means.
"""

from __future__ import annotations

from .data import VERSIONS


def line_of(version: str) -> str:
    """``1.106`` for ``1.106.2``, ``1.106.2.post1`` and ``1.106.2rc1``."""
    return ".".join(version.split(".")[:2])


LINES = {line_of(version): version for version in VERSIONS}
"""Line to the version of it that is known, the oldest line first."""
