# SPDX-License-Identifier: GPL-3.0-or-later
"""The certificate and the key that operators name on a host: whether a gateway can serve with them. Reads only."""

from __future__ import annotations

import os
import stat
import time

from .._certificates import BEGIN, chain_faults, end_notice, first_of, key_fault, pair_fault
from .._faults import Fault
from .._release.desired import Tls, text_digest
from .files import mode_of, text_of

_RULE = "bad-certificate"
CERTIFICATE, KEY = "litellm_tls_certificate", "litellm_tls_key"


def read_tls(certificate: str, key: str, key_digest: str) -> tuple[Tls | None, list[Fault]]:
    """What a gateway serves HTTPS with, and every reason why it cannot.

    :param certificate: path on the host, or PEM text; empty for plain HTTP, which has no fault.
    :param key: path on the host; empty where the controller has the text, which it has judged.
    :param key_digest: SHA-256 of that text, in hexadecimal.
    """
    if not certificate:
        return None, []
    path = "" if certificate.lstrip().startswith(BEGIN) else certificate
    text, wrong = _read(path) if path else (certificate, [])
    wrong += chain_faults(text, time.time()) if not wrong else []
    start = f"is {path}, which " if path else ""
    faults = [Fault(_RULE, CERTIFICATE, f"{start}{each}") for each in wrong]
    if not key:
        return Tls(text, key_digest), faults
    key_text, wrong = _read(key)
    if not wrong and os.stat(key).st_mode & stat.S_IROTH:
        wrong.append(f"everybody on the host can read (mode {mode_of(key)}); take that right away with chmod o-r")
    if not wrong:
        fault = key_fault(key_text) or ("" if faults or not path else pair_fault(path, key))
        wrong += [fault] if fault else []
    faults += [Fault(_RULE, KEY, f"is {key}, which {each}") for each in wrong]
    return Tls(text, text_digest(key_text), key), faults


def _read(path: str) -> tuple[str, list[str]]:
    """The text of the file at *path*, and why there is none: the end of a sentence."""
    text = text_of(path)
    if text is not None:
        return text, []
    return "", ["cannot be read" if os.path.lexists(path) else "is not on the host"]


def certificate_notices(text: str) -> list[str]:
    """What whoever runs a gateway should know of its certificate, one sentence each.

    :param text: the certificate and those of who issued it, in PEM; empty for plain HTTP.
    """
    certificate = first_of(text)
    notice = end_notice(certificate, time.time()) if certificate else ""
    return [notice] if notice else []
