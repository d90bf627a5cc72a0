# SPDX-License-Identifier: GPL-3.0-or-later
"""A certificate with its key, as HAProxy takes it: in one file, and into the process that runs without a new start."""

from __future__ import annotations

import hashlib
import re
import typing as t

from .._certificates import first_binary, texts_fault
from .errors import BalancerError

if t.TYPE_CHECKING:
    from .runtime import Runtime

_BLOCK = re.compile(r"-----BEGIN ([A-Z0-9 ]+)-----\s.*?-----END \1-----", re.DOTALL)
_CERTIFICATE = "CERTIFICATE"


def text_of(given: str, what: str) -> str:
    """The PEM text that is *given*, as such or as the absolute path of a file.

    :param what: what messages call it.
    :raises BalancerError: when the file cannot be read.
    """
    if not given.startswith("/"):
        return given
    try:
        with open(given, encoding="ascii") as file:
            return file.read()
    except (OSError, UnicodeDecodeError) as error:
        told = error.strerror if isinstance(error, OSError) else "is no text in PEM"
        raise BalancerError(f"The {what} {given} cannot be read: {told}.") from error


def joined(certificate: str, key: str) -> str:
    """Both texts as one, the certificate of the balancer itself first, its key last; whatever else they held is left out.

    :raises BalancerError: when one is missing, when the key is encrypted, or when the key is not the certificate's.
    """
    certificates = [match.group(0) for match in _BLOCK.finditer(certificate) if match.group(1) == _CERTIFICATE]
    keys = [match.group(0) for match in _BLOCK.finditer(key) if match.group(1).endswith("PRIVATE KEY")]
    if not certificates:
        raise BalancerError("The certificate is no certificate in PEM.")
    if len(keys) != 1:
        raise BalancerError("The key has to be one private key in PEM.")
    text = "\n".join([*certificates, keys[0], ""])
    if fault := texts_fault(text, text):
        raise BalancerError(f"The key {fault}.")
    return text


def fingerprint(text: str) -> str:
    """SHA-1 of the first certificate in *text*, in hexadecimal as HAProxy shows it."""
    return hashlib.sha1(first_binary(text)).hexdigest().upper()  # noqa: S324 - HAProxy tells no other one


def in_use(runtime: Runtime, path: str, text: str) -> bool:
    """Whether the balancer that runs shows the certificate *text*, which it loaded from *path*.

    :raises BalancerError: when the balancer does not answer.
    """
    said = runtime.ask(f"show ssl cert {path}")
    found = re.search(r"SHA1 FingerPrint: ([0-9A-F]+)", said)
    # One that loaded no certificate gets it with its configuration.
    return found is None or found.group(1) == fingerprint(text)


def put_in_use(runtime: Runtime, path: str, text: str) -> None:
    """Have the balancer that runs show the certificate *text* from now on. Connections that are open stay open.

    :raises BalancerError: when the balancer refuses it. Its message has nothing of the key.
    """
    for command, expected in (
        (f"set ssl cert {path} <<\n{text}", "Transaction"),
        (f"commit ssl cert {path}", "Success!"),
    ):
        said = runtime.ask(command)
        if expected not in said:
            told = " ".join(said.split()) or "it says nothing"
            raise BalancerError(f"The balancer does not take the new certificate: {told}")
