# SPDX-License-Identifier: GPL-3.0-or-later
"""What is true of a host whose new release did not become ready: what its slot died of, and what serves now. Reads only."""

from __future__ import annotations

import os
import pwd
import typing as t

from .._host.failure import explain, explain_supervised
from .._host.observe import observe
from .._host.ports import answers, listens
from .._host.systemd import SOCKET, journal, loaded_units
from .._managers import MANAGERS
from .._release.layout import layout_for
from .._release.observed import Observed

PATIENCE_SECONDS = 30
"""How long the slot that served may take to answer, on a host that is busy."""

READ_BYTES = 20_000
"""How much of a log file's end is read: some tracebacks."""


def tell_failure(options: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """The result of ``litellm_release`` with ``state=failed``.

    :param options: the module's options.
    """
    layout = layout_for(os.geteuid() == 0, pwd.getpwuid(os.geteuid()).pw_dir, options["directories"])
    slot, seconds, manager = options["slot"], options["start_timeout"], MANAGERS[options["service_manager"]]
    if manager.uses_systemd:
        unit = f"litellm@{slot}.service"
        reason, log = explain(journal(unit), seconds), f"journalctl --unit {unit}"
        if any(each.name == SOCKET and each.state == "failed" for each in loaded_units()):
            reason = reason or explain(journal(SOCKET), seconds)
    else:
        log = f"{layout.state}/slot-{slot}.log"
        reason = explain_supervised(_end_of(layout.state_file(slot)), _end_of(log).splitlines(), seconds)
    observed = observe(layout, None)
    return {
        "changed": False,
        "differences": [],
        "failure": {
            "reason": reason,
            "log": log,
            "standing": standing(observed, options["host"], options["port"], manager.uses_systemd),
        },
    }


def standing(observed: Observed, host: str, port: int, wakes: bool) -> str:
    """What serves, in one sentence.

    :param host: where the release that failed would listen.
    :param wakes: whether a connection to the open port starts the slot that served.
    """
    slot, certificate = observed.serving, ""
    if observed.served:
        certificate = observed.served.certificate
        host, _colon, number = observed.served.address.rpartition(":")
        host, port = host.strip("[]"), int(number)
    opened = listens(host, port)
    if not slot:
        return f"Nothing is serving, and port {port} is {'open' if opened else 'closed'}."
    if slot in observed.running:
        if observed.answers or (opened and answers(host, port, certificate, PATIENCE_SECONDS)):
            return f"Slot {slot} serves on, unchanged."
        return f"Slot {slot} is running, but does not answer on port {port}."
    if opened and wakes:
        return f"Slot {slot}, which served before, is not running; the next connection starts it."
    return f"Slot {slot}, which served before, is not running, and port {port} is {'open' if opened else 'closed'}."


def _end_of(path: str) -> str:
    """The end of a text file; empty where there is none."""
    try:
        with open(path, "rb") as handle:
            handle.seek(max(0, os.fstat(handle.fileno()).st_size - READ_BYTES))
            return handle.read().decode(errors="replace")
    except OSError:
        return ""
