"""Make the project's virtual environment, or say in one sentence why this Python cannot."""

from __future__ import annotations

import importlib.util
import sys
import venv


def main(folder: str) -> None:
    """Make *folder* with the Python that runs this."""
    if sys.version_info < (3, 10):  # noqa: UP036 - an older Python may well be the one that runs this
        sys.exit(f"{sys.executable} is Python {sys.version.split()[0]}; make PYTHON=... needs 3.10 or newer.")
    if importlib.util.find_spec("ensurepip") is None:
        sys.exit(f"{sys.executable} cannot make virtual environments; install python3-venv, or set PYTHON.")
    print(f"Making {folder} with Python {sys.version.split()[0]}")
    venv.create(folder, with_pip=True, symlinks=True)


if __name__ == "__main__":
    main(sys.argv[1])
