# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this plugin util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""The LiteLLM versions with facts, oldest first. Written by scripts/generate_vocabulary.py."""

VERSIONS = (
    "1.84.10",
    "1.92.2",
    "1.99.4",
    "1.106.12",
    "1.108.7",
)
