"""Print the versions of LiteLLM that are due: the newest release of each supported line, and of the newest line of all.

    pip index versions litellm | python scripts/newest_releases.py      ["1.106.13", "1.109.3"]

Those that the collection knows already, or nobody should run, are left out.
"""

# ruff: noqa: E402  (path above)

from __future__ import annotations

import json
import re
import sys
import typing as t
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / ".collections"))

from ansible_collections.llmops.litellm.plugins.plugin_utils._known.lines import LINES, line_of
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.releases import denial_of, parsed

_RELEASE = re.compile(r"\d+\.\d+\.\d+(?:\.post\d+)?")


def due(
    there: t.Iterable[str], known: t.Mapping[str, str], denied: t.Callable[[str], object] = lambda _version: None
) -> list[str]:
    """The versions to take in, the oldest first.

    :param there: versions that the registry has, in any order.
    :param known: supported line to the version of it that is known.
    :param denied: says what is wrong with a version; nothing is wrong with those that it answers None for.
    """
    newest: dict[str, str] = {}
    for version in sorted(filter(_RELEASE.fullmatch, there), key=parsed):
        if denied(version) is None:
            newest[line_of(version)] = version
    lines = dict.fromkeys([*known, *list(newest)[-1:]])
    found = [newest[line] for line in lines if line in newest]
    return [each for each in found if line_of(each) not in known or parsed(each) > parsed(known[line_of(each)])]


if __name__ == "__main__":
    print(json.dumps(due(re.split(r"[\s,]+", sys.stdin.read()), LINES, denial_of)))
