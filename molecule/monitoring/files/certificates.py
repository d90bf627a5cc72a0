"""Makes an authority, and certificates of a gateway that end soon and later: ``certificates.py FOLDER ADDRESS``, in the folder of the project."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path.cwd()))

from tests.certificates import issue

DAYS = {"short": 10, "long": 100}


def main() -> None:
    """Write them."""
    folder, address = Path(sys.argv[1]), sys.argv[2]
    authority = issue("authority")
    (folder / "authority.pem").write_text(authority.pem)
    for name, days in DAYS.items():
        made = issue("gateway", authority, [address], days)
        (folder / f"{name}.pem").write_text(made.pem)
        (folder / f"{name}.key").write_text(made.key_pem)


main()
