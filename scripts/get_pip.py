"""Stand in for get-pip.py, which ansible-test downloads: bring pip from Python's own copy and the package registry.

ansible-test calls it with pip's options and the versions that it wants. Where the machine has a bundle of certificates
of its own, the environment that is filled keeps using it.
"""

from __future__ import annotations

import ensurepip
import os
import pathlib
import subprocess
import sys

CERTIFICATES = pathlib.Path("/etc/ssl/certs/ca-certificates.crt")


def main() -> None:
    """Fill the environment of the Python that runs this."""
    if CERTIFICATES.exists():
        pathlib.Path(sys.prefix, "pip.conf").write_text(f"[global]\ncert = {CERTIFICATES}\n", encoding="utf-8")
    environment = dict(os.environ)  # ensurepip turns pip's configuration off for the whole process
    ensurepip.bootstrap(upgrade=True)
    wanted = [argument for argument in sys.argv[1:] if not argument.startswith("--no-")]
    command = [sys.executable, "-m", "pip", "install", *wanted]
    sys.exit(subprocess.call(command, env=environment))  # noqa: S603 - pip, with ansible-test's own arguments


if __name__ == "__main__":
    main()
