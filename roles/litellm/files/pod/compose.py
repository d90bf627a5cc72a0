# SPDX-License-Identifier: GPL-3.0-or-later
"""Put together the variables that are made of secrets, and become a command that has them.

On a host that is done on the way to it. A pod gets its secrets from the cluster, and nobody else has seen them.
"""

from __future__ import annotations

import argparse
import os
import sys
import typing as t
from urllib.parse import quote


def composed(before: str, secret: str, after: str) -> str:
    """An address with the value of the variable *secret* in it, percent-encoded.

    :raises SystemExit: when the pod has no such variable.
    """
    return f"{before}{quote(_value_of(secret), safe='')}{after}"


def extended(secret: str, more: str) -> str:
    """The address that the variable *secret* has, with *more* in its query.

    :raises SystemExit: when the pod has no such variable.
    """
    address = _value_of(secret)
    return f"{address}{'&' if '?' in address else '?'}{more}"


def _value_of(variable: str) -> str:
    if variable not in os.environ:
        sys.exit(f"the pod has no variable {variable}")
    return os.environ[variable]


def parsed_arguments(argv: list[str]) -> argparse.Namespace:
    """The command line *argv*, without the program's name. It never carries a secret."""
    parser = argparse.ArgumentParser(description="Put together what is made of secrets, and become a command.")
    parser.add_argument(
        "--compose",
        nargs=4,
        action="append",
        default=[],
        metavar=("NAME", "BEFORE", "SECRET", "AFTER"),
        help="variable to make of a text, the value of another variable, and a text",
    )
    parser.add_argument(
        "--extend",
        nargs=3,
        action="append",
        default=[],
        metavar=("NAME", "SECRET", "MORE"),
        help="variable to make of the address in another variable, with more in its query",
    )
    parser.add_argument("command", nargs="+", help="what to become")
    return parser.parse_args(argv)


def main(argv: list[str]) -> t.NoReturn:
    """Become the command, with the variables. Never returns."""
    arguments = parsed_arguments(argv)
    for name, before, secret, after in arguments.compose:
        os.environ[name] = composed(before, secret, after)
    for name, secret, more in arguments.extend:
        os.environ[name] = extended(secret, more)
    os.execv(arguments.command[0], arguments.command)  # noqa: S606 - a list, from the manifest


if __name__ == "__main__":
    main(sys.argv[1:])
