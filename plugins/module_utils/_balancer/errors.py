# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this module util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""What goes wrong between a module and a balancer."""

from __future__ import annotations


class BalancerError(Exception):
    """The balancer does not do, or does not say, what it was asked. The text is a whole sentence."""
