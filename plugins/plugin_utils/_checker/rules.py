# SPDX-License-Identifier: GPL-3.0-or-later
"""Every rule of the checker, with what it means to people, in the order of ``docs/findings.md``."""

from __future__ import annotations

from .._report.rules import table
from .key_rules import KEYS
from .model_rules import MODELS
from .setting_rules import SETTINGS, VARIABLES

RULES = table(*KEYS, *MODELS, *SETTINGS, *VARIABLES)
