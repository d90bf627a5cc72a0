# SPDX-License-Identifier: GPL-3.0-or-later
"""Certificates in PEM: what they say, whether a chain and a key can serve, and clients that accept only one of them.

Python alone reads no certificate that it does not check, and hosts have nothing else, so the few fields that are of use are
read here as X.690 and RFC 5280 write them.
"""

from __future__ import annotations

import binascii
import contextlib
import datetime
import ipaddress
import os
import re
import ssl
import tempfile
import typing as t
from dataclasses import dataclass

BEGIN = "-----BEGIN "
_CERTIFICATE = re.compile(r"-----BEGIN CERTIFICATE-----\s+(.*?)-----END CERTIFICATE-----", re.DOTALL)
_KEY = re.compile(r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----")
_NAMES = bytes.fromhex("551d11")
"""The identifier of the extension subjectAltName, 2.5.29.17."""

_SEQUENCE, _UTC_TIME, _IDENTIFIER, _OCTETS = 0x30, 0x17, 0x06, 0x04
_VERSION, _EXTENSIONS, _DNS, _ADDRESS = 0xA0, 0xA3, 0x82, 0x87

_PARTIAL_CHAIN = 0x80000
_NO_CHECK_TIME = 0x200000
"""X509_V_FLAG_PARTIAL_CHAIN and X509_V_FLAG_NO_CHECK_TIME of OpenSSL; the module ssl names the first since Python 3.10."""

WARN_DAYS = 21
"""A certificate that ends within so many days is told of. certbot renews 30 days before the end, so something is wrong then."""
WARN_SHARE = 3
"""One that is valid for a short time is told of in the last third of it."""

DAY = 24 * 60 * 60


@dataclass(frozen=True)
class Certificate:
    """One certificate.

    :param subject: whose it is, as it is written in the certificate.
    :param issuer: who issued it, likewise.
    :param begins: from when it is valid, in seconds since 1970.
    :param ends: until when.
    :param names: the DNS names and addresses that it is for.
    :param pem: its text.
    """

    subject: bytes
    issuer: bytes
    begins: float
    ends: float
    names: tuple[str, ...]
    pem: str

    @property
    def last_day(self) -> str:
        """The day on which it ends, in UTC, such as ``2027-02-01``."""
        return day_of(self.ends)


def day_of(moment: float) -> str:
    """The day of a *moment* in seconds since 1970, in UTC, such as ``2027-02-01``."""
    return datetime.datetime.fromtimestamp(moment, datetime.timezone.utc).date().isoformat()


def chain_of(text: str) -> list[Certificate]:
    """The certificates in *text*, in their order; what stands between them is passed over.

    :raises ValueError: when one of them cannot be read.
    """
    return [_certificate(found) for found in _CERTIFICATE.finditer(text)]


def first_of(text: str) -> Certificate | None:
    """The certificate that a server with the chain *text* shows as its own; None where there is none that can be read."""
    try:
        return next(iter(chain_of(text)), None)
    except ValueError:
        return None


def first_binary(text: str) -> bytes:
    """The first certificate in *text* as servers send it, in DER; empty where there is none that can be read."""
    found = _CERTIFICATE.search(text)
    try:
        return _binary(found) if found else b""
    except ValueError:
        return b""


def _binary(found: re.Match[str]) -> bytes:
    return binascii.a2b_base64("".join(found[1].split()))


def _certificate(found: re.Match[str]) -> Certificate:
    try:
        whole = _inner(_value(_binary(found), _SEQUENCE))
        fields = _inner(_value_of(whole[0], _SEQUENCE))
        if fields[0][0] == _VERSION:
            fields = fields[1:]
        _serial, _algorithm, issuer, validity, subject, *rest = fields
        begins, ends = (_moment(*each) for each in _inner(validity[1]))
        extensions = next((value for tag, value in rest if tag == _EXTENSIONS), b"")
        return Certificate(subject[1], issuer[1], begins, ends, tuple(_names(extensions)), found[0])
    except (IndexError, ValueError) as error:
        raise ValueError("no certificate") from error


def _names(extensions: bytes) -> t.Iterator[str]:
    for _tag, extension in _inner(_value(extensions, _SEQUENCE)) if extensions else ():
        fields = _inner(extension)
        if fields[0] != (_IDENTIFIER, _NAMES):
            continue
        for tag, value in _inner(_value(_value_of(fields[-1], _OCTETS), _SEQUENCE)):
            if tag == _DNS:
                yield value.decode("ascii", errors="replace")
            elif tag == _ADDRESS:
                yield str(ipaddress.ip_address(value))


def _moment(tag: int, value: bytes) -> float:
    """UTCTime or GeneralizedTime in seconds since 1970. Years of two digits are those from 1950 to 2049."""
    text = value.decode("ascii")
    if tag == _UTC_TIME:
        text = ("20" if int(text[:2]) < 50 else "19") + text
    moment = datetime.datetime.strptime(text, "%Y%m%d%H%M%SZ")
    return moment.replace(tzinfo=datetime.timezone.utc).timestamp()


def _inner(value: bytes) -> list[tuple[int, bytes]]:
    """The elements in *value*, each as its tag and its value.

    :raises IndexError: when it ends too early.
    """
    found = []
    at = 0
    while at < len(value):
        tag, length, at = value[at], value[at + 1], at + 2
        if length & 0x80:
            count = length & 0x7F
            length, at = int.from_bytes(value[at : at + count], "big"), at + count
        if at + length > len(value):
            raise IndexError("an element is longer than what it is in")
        found.append((tag, value[at : at + length]))
        at += length
    return found


def _value(text: bytes, tag: int) -> bytes:
    return _value_of(_inner(text)[0], tag)


def _value_of(element: tuple[int, bytes], tag: int) -> bytes:
    if element[0] != tag:
        raise ValueError(f"tag {element[0]} instead of {tag}")
    return element[1]


def chain_faults(text: str, now: float) -> list[str]:
    """What keeps the chain *text* from being served: ends of sentences whose subject is the chain. None when it can be.

    :param now: the time, in seconds since 1970.
    """
    if _KEY.search(text):
        return ["holds a private key too, and a certificate is shown to everybody; take the key out of it"]
    try:
        chain = chain_of(text)
    except ValueError:
        return ["has a certificate that cannot be read; it is damaged, or no PEM"]
    if not chain:
        return ["has no certificate in PEM, which begins with -----BEGIN CERTIFICATE-----"]
    faults = []
    if any(chain[at].issuer != chain[at + 1].subject for at in range(len(chain) - 1)):
        faults.append(
            "is in the wrong order; the gateway's own certificate comes first, and behind each one who issued it"
        )
    for number, each in enumerate(chain):
        which = "" if number == 0 else f"holds certificate {number + 1}, which "
        if each.ends <= now:
            faults.append(f"{which}ended on {each.last_day}; renew it")
        elif each.begins > now:
            faults.append(f"{which}is valid only from {day_of(each.begins)} on; look whether the clock is right")
    return faults


def key_fault(text: str) -> str:
    """What keeps the key *text* from being read at all: the end of a sentence whose subject is the key. Empty when nothing does."""
    if _KEY.search(text):
        return ""
    return "is no private key in PEM, which begins with -----BEGIN PRIVATE KEY-----"


_OF_ANOTHER = ("KEY_VALUES_MISMATCH", "KEY_TYPE_MISMATCH", "NO_CERTIFICATE_ASSIGNED")
"""Why OpenSSL takes no key of another certificate: the last two, where it is of another kind, say OpenSSL 1.1 and 3."""


class _EncryptedError(Exception):
    """The key asks for a password."""


def pair_fault(certificate: str, key: str) -> str:
    """What keeps a chain and its key from serving: the end of a sentence whose subject is the key. Empty when they can serve.

    :param certificate: path of a chain without ``chain_faults``.
    :param key: path of a key without ``key_fault``.
    """

    def ask() -> t.NoReturn:
        raise _EncryptedError

    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certificate, key, ask)
    except _EncryptedError:
        return "is encrypted, and nobody is there to type its password; write it without one"
    except ssl.SSLError as error:
        if error.reason in _OF_ANOTHER:
            return "does not belong to the certificate"
        if not error.reason:
            return "or its certificate cannot be read; it is damaged, or no PEM"
        return f"cannot be used with the certificate, says OpenSSL: {error.reason}"
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    return ""


def texts_fault(certificate: str, key: str) -> str:
    """The same of two texts. Neither gets a name in a folder."""
    with _held(certificate) as one, _held(key) as other:
        return pair_fault(f"/dev/fd/{one.fileno()}", f"/dev/fd/{other.fileno()}")


@contextlib.contextmanager
def _held(text: str) -> t.Iterator[t.IO[bytes]]:
    """A file with *text*: in memory on Linux, elsewhere without a name."""
    with os.fdopen(os.memfd_create("text"), "w+b") if hasattr(os, "memfd_create") else tempfile.TemporaryFile() as file:
        file.write(text.encode("ascii", errors="replace"))
        file.flush()
        file.seek(0)
        yield file


def end_notice(certificate: Certificate, now: float) -> str:
    """A sentence about a certificate that ends soon, or has; empty as long as there is time.

    :param now: the time, in seconds since 1970.
    """
    left = certificate.ends - now
    if left <= 0:
        return f"The certificate ended on {certificate.last_day}, and clients refuse it; renew it."
    if left > min(WARN_DAYS * DAY, (certificate.ends - certificate.begins) / WARN_SHARE):
        return ""
    days = int(left / DAY)
    return f"The certificate ends on {certificate.last_day}, in {days} day{'' if days == 1 else 's'}; renew it."


def only(path: str, whenever: bool = False) -> ssl.SSLContext:
    """For clients that accept exactly the first certificate in the file at *path*, by whichever name they ask for it.

    :param whenever: whether it is accepted also when it has ended.
    :raises OSError: when there is no file, or no certificate in it.
    """
    with open(path, encoding="ascii", errors="replace") as file:
        certificate = first_of(file.read())
    if certificate is None:
        raise OSError(f"{path} has no certificate")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    # It is the very certificate that is asked for, so it does not matter which names stand in it.
    context.check_hostname = False
    context.load_verify_locations(cadata=certificate.pem)
    flags = _PARTIAL_CHAIN | (_NO_CHECK_TIME if whenever else 0)
    context.verify_flags |= ssl.VerifyFlags(flags)
    return context
