# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the bytecode of all Python below the folder that is its argument, on as many cores as there are.

As the module compileall does with ``-j 0``, in three quarters of its CPU time: each process takes whole folders instead of being
told files one by one, and looks for no garbage meanwhile. Ends with 3 when some files are no Python that this one reads, which
compileall names and which stay without; with 128 and the signal's number when a process was killed. With 1, as Python does
that dies of an exception, it has not compiled all of the rest.
"""

from __future__ import annotations

import compileall
import gc
import os
import sys
import traceback

SOME_UNREADABLE = 3
DIED = 1


def shares(top: str, number: int) -> list[list[str]]:
    """The folders below *top* in *number* shares that have about as much to compile each."""
    sizes = {}
    for folder, below, files in os.walk(top):
        below[:] = [name for name in below if name != "__pycache__"]
        # Of a link itself, for what it leads to may not be there.
        sizes[folder] = sum(os.lstat(f"{folder}/{name}").st_size for name in files if name.endswith(".py"))
    taken: list[list[str]] = [[] for _share in range(number)]
    weights = [0] * number
    for folder in sorted(sizes, key=sizes.__getitem__, reverse=True):
        least = weights.index(min(weights))
        taken[least].append(folder)
        weights[least] += sizes[folder]
    return taken


def compiled(folders: list[str]) -> bool:
    """Whether all files of *folders* could be read; those below them are none of theirs."""
    gc.disable()
    good = True
    for folder in folders:
        good = bool(compileall.compile_dir(folder, maxlevels=0, quiet=1)) and good
    return good


def started(folders: list[str]) -> int:
    """The number of a process that compiles *folders*."""
    number = os.fork()
    if number == 0:
        status = DIED
        try:
            status = 0 if compiled(folders) else SOME_UNREADABLE
        except BaseException:
            traceback.print_exc()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
    return number


def main() -> int:
    """Compile, and say how it ended."""
    sys.stdout.flush()
    running = [started(share) for share in shares(sys.argv[1], os.cpu_count() or 1) if share]
    codes = [os.waitstatus_to_exitcode(os.waitpid(number, 0)[1]) for number in running]
    codes = [code if code >= 0 else 128 - code for code in codes]
    failed = [code for code in codes if code not in (0, SOME_UNREADABLE)]
    return max(failed or codes)


if __name__ == "__main__":
    sys.exit(main())
