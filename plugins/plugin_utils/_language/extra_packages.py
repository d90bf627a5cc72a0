# SPDX-License-Identifier: GPL-3.0-or-later
"""Packages that the operator wants beside LiteLLM's own, as far as they could take one of those away."""

from __future__ import annotations

import contextlib
import typing as t

from .._known.names import PRISMA

# ansible-core requires it; ansible-test imports plugins without what ansible-core requires.
with contextlib.suppress(ImportError):
    from packaging.requirements import InvalidRequirement, Requirement
    from packaging.utils import canonicalize_name

if t.TYPE_CHECKING:
    from collections.abc import Sequence

    from .._report.report import Spot


def check_prisma(packages: Sequence[str], at: Spot) -> None:
    """No other version of prisma than the one that LiteLLM works with.

    :param packages: as pip takes them; what is no name of a package brings what nobody knows.
    :param at: where they stand.
    """
    for index, text in enumerate(packages):
        try:
            requirement = Requirement(text)
        except InvalidRequirement:
            continue
        other = requirement.url or not requirement.specifier.contains(PRISMA, prereleases=True)
        if canonicalize_name(requirement.name) == "prisma" and other:
            at.child(index).add(
                "prisma-version",
                f"asks for another prisma than {PRISMA}, with which alone LiteLLM recovers a lost database connection",
                "leave it out, for that one is installed in any case",
            )
