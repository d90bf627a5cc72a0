# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong with packages on the controller."""

from __future__ import annotations


class PackagesError(Exception):
    """Packages cannot be had; the text is for the operator."""
