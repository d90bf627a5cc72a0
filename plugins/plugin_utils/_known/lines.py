# SPDX-License-Identifier: GPL-3.0-or-later
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
