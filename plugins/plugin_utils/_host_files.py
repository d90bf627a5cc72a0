# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of a service's host as the controller hands them over."""

from __future__ import annotations

import typing as t

from ..module_utils._head import HEAD


def host_file(path: str, content: str, mode: str) -> dict[str, str]:
    """A file whose text the controller has.

    :param mode: its permissions, such as ``0644``.
    """
    return {"path": path, "content": content, "mode": mode}


def with_head(lines: t.Iterable[str]) -> str:
    """The text of a file with these lines, behind the comment that says whose it is."""
    return HEAD + "".join(f"{line}\n" for line in lines)
