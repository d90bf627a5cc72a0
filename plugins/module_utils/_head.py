# SPDX-License-Identifier: GPL-3.0-or-later
"""How files begin that this collection writes, so that whoever opens one knows whose it is."""

from __future__ import annotations

MANAGED = "Managed by Ansible, collection llmops.litellm"
"""What the comment says."""

HEAD = f"# {MANAGED}\n"
"""The comment, as most kinds of files have it."""
