# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this plugin util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""Every rule of the checker, with what it means to people, in the order of ``docs/findings.md``."""

from __future__ import annotations

from .._report.rules import table
from .key_rules import KEYS
from .model_rules import MODELS
from .setting_rules import SETTINGS, VARIABLES

RULES = table(*KEYS, *MODELS, *SETTINGS, *VARIABLES)
