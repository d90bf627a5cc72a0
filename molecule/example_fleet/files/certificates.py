"""Makes an authority, and a certificate for each part of the fleet: ``certificates.py FOLDER NAME=ADDRESS[,ADDRESS]...``, in the folder
of the project.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path.cwd()))

from tests.certificates import issue


def main() -> None:
    """Write them."""
    folder, *parts = sys.argv[1:]
    authority = issue("authority")
    for part in parts:
        name, addresses = part.split("=")
        made = issue(name, authority, addresses.split(","))
        Path(folder, f"{name}.pem").write_text(made.pem)
        Path(folder, f"{name}.key").write_text(made.key_pem)
    Path(folder, "ca.pem").write_text(authority.pem)


main()
