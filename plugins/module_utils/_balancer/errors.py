# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong between a module and a balancer."""

from __future__ import annotations


class BalancerError(Exception):
    """The balancer does not do, or does not say, what it was asked. The text is a whole sentence."""
