# SPDX-License-Identifier: GPL-3.0-or-later
"""What a Deployment that was written before says of ConfigMaps: those that its pods have, and those that are kept."""

from __future__ import annotations

import yaml

from .deployment import FORMER


def names_in(text: str) -> list[str]:
    """The names of ConfigMaps in the text of a Deployment, those of its pods first; none where it is no Deployment."""
    try:
        found = yaml.safe_load(text)
        volumes = found["spec"]["template"]["spec"]["volumes"]
        kept = found["metadata"].get("annotations", {}).get(FORMER, "").split()
        return [str(each["configMap"]["name"]) for each in volumes if "configMap" in each] + list(map(str, kept))
    except (yaml.YAMLError, AttributeError, KeyError, TypeError):
        return []
