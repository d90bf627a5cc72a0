"""Print the commands of one job of a workflow, as one shell script.

Usage: workflow_commands.py FILE JOB
"""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

if __name__ == "__main__":
    workflow = yaml.safe_load(Path(sys.argv[1]).read_text(encoding="utf-8"))
    for step in workflow["jobs"][sys.argv[2]]["steps"]:
        print(step.get("run", ""))
