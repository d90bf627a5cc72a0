# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a service is that gateways use, and which variables have what it asks for: what its declarations share."""

from __future__ import annotations

import re
import typing as t

from ...module_utils._addresses import is_address, is_host_name
from ...module_utils._managers import KUBERNETES
from . import field_types

if t.TYPE_CHECKING:
    from .._report.report import Spot
    from .options import RenderOptions

_PATH = re.compile(r"(/[A-Za-z0-9._@+-]+)+")
HIGHEST_PORT = 65535


def is_host(value: str) -> bool:
    """Whether *value* is an address or a name of a host."""
    return is_address(value) or is_host_name(value)


def port(value: t.Any, at: Spot) -> int | None:
    """A port."""
    checked = t.cast("int | None", field_types.whole(1)(value, at))
    if checked is not None and checked > HIGHEST_PORT:
        at.add("field-range", f"must be at most {HIGHEST_PORT}")
        return None
    return checked


def path_like(example: str) -> t.Callable[[t.Any, Spot], str | None]:
    """An absolute path, such as *example*."""

    def check(value: t.Any, at: Spot) -> str | None:
        checked = field_types.text(value, at)
        if checked is None or (_PATH.fullmatch(checked) and ".." not in checked.split("/")):
            return checked
        at.add("bad-path", "is no absolute path of letters, digits and ._@+-", f"write {example}, or where it is")
        return None

    return check


def check_secrets(names: t.Mapping[str, str | None], options: RenderOptions, at: Spot) -> None:
    """Report variables that are not among those of the service, where it is known what it has.

    :param names: field to the name of the variable that it has.
    """
    where = "litellm_kubernetes_secrets" if options.service_manager == KUBERNETES else "litellm_secrets"
    for field, name in names.items():
        remedy = f"declare {name} in {where}"
        if name and isinstance(options.litellm_environment, list) and name in options.litellm_environment:
            message = f"{name} is in litellm_environment, which everybody may read"
            at.child(field).add("secret-in-input", message, remedy)
        elif name and isinstance(options.environment, list) and name not in options.environment:
            at.child(field).add("undefined-reference", f"{name} is not declared", remedy)
