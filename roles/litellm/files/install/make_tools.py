# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a virtual environment with pip in the folder that is its argument, with the Python that runs it.

As the module venv does, but that the wheel of pip which Python or the distribution has is unpacked instead of installed and
compiled, which would take as long as getting uv.
"""

from __future__ import annotations

import ensurepip
import os
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path


def make(folder: Path) -> None:
    """Make the environment *folder* anew.

    :raises IndexError: where this Python has no wheel of pip.
    """
    places = [Path(ensurepip.__file__).parent / "_bundled", Path(sysconfig.get_config_var("WHEEL_PKG_DIR") or "/")]
    wheels = [wheel for place in places for wheel in sorted(place.glob("pip-*.whl"))]
    venv.create(folder, clear=True, symlinks=True)
    packages = folder / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"
    unpacked = folder / "unpacked"
    zipfile.ZipFile(wheels[0]).extractall(unpacked)
    # The folder pip comes last: a run takes it for the sign that the environment is whole.
    for name in sorted(os.listdir(unpacked), reverse=True):
        (unpacked / name).rename(packages / name)
    unpacked.rmdir()


if __name__ == "__main__":
    make(Path(sys.argv[1]))
