"""The program that asks about migrations, imported as the file that it is."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[5] / "roles" / "litellm" / "files" / "database"))
