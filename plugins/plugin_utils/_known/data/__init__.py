# SPDX-License-Identifier: GPL-3.0-or-later
"""The LiteLLM versions with facts, oldest first. Written by scripts/generate_vocabulary.py."""

VERSIONS = (
    "1.84.10",
    "1.92.2",
    "1.99.4",
    "1.106.12",
    "1.108.7",
)
