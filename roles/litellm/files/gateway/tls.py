# SPDX-License-Identifier: GPL-3.0-or-later
"""Serve HTTPS: the certificate and the key of a slot, taken over anew whenever their files change, and when the certificate ends."""

from __future__ import annotations

import os
import ssl
import typing as t

from reason import ReleaseRefusedError, one_line
from saying import say

if t.TYPE_CHECKING:
    from pathlib import Path

LONGEST_REASON = 200
"""How many characters of OpenSSL's own words are passed on."""

Seen = tuple[tuple[int, ...], ...]
"""Number, time of change and size of each file, by which another one is known."""


class Tls:
    """The certificate and the key that a slot shows to its clients.

    A file that is replaced or written anew is taken over by ``look_again`` without a restart: connections that are open go on, and new ones
    get the new certificate. What cannot serve is left alone, and the one before shown on.

    :param certificate: file of the certificate, followed by those of who issued it, in PEM.
    :param key: file of its key, in PEM, without a password.
    :raises ReleaseRefusedError: when they cannot serve.
    """

    def __init__(self, certificate: Path, key: Path) -> None:
        self._files = (certificate, key)
        self._gauge: t.Any = None
        self._told = ""
        self._seen = self._look()
        try:
            self._current = self._loaded()
        except (OSError, ssl.SSLError) as error:
            raise ReleaseRefusedError(f"the certificate and its key cannot serve: {_reason(error)}") from error

    def context(self) -> ssl.SSLContext:
        """What connections are accepted with; it shows the newest certificate in each handshake."""
        accepting = self._loaded()
        accepting.sni_callback = self._show_current
        return accepting

    def look_again(self) -> None:
        """Take over a certificate and a key whose files have changed. Call it about once a second."""
        seen = self._look()
        if seen == self._seen:
            return
        try:
            self._current = self._loaded()
        except (OSError, ssl.SSLError) as error:
            # Whoever replaces two files replaces one of them first; both are looked at again until they fit.
            if _reason(error) != self._told:
                self._told = _reason(error)
                say(f"the new certificate and its key cannot serve yet: {self._told}")
        else:
            self._seen, self._told = seen, ""
            say("a new certificate is shown from now on")
            self.tell_end()

    def count_in_metrics(self) -> None:
        """Add the metric ``litellm_gateway_certificate_expiration_timestamp_seconds``, if prometheus-client is installed.

        Call it after ``PROMETHEUS_MULTIPROC_DIR`` is set and before workers are forked.
        """
        try:
            import prometheus_client
        except ImportError:
            return
        self._gauge = prometheus_client.Gauge(
            "litellm_gateway_certificate_expiration_timestamp_seconds",
            "When the certificate of the gateway ends, in seconds since 1970.",
            registry=None,
            multiprocess_mode="mostrecent",
        )
        self.tell_end()

    def tell_end(self) -> None:
        """Note in the metric when the certificate ends."""
        if self._gauge is not None:
            self._gauge.set(ends(self._files[0].read_bytes()))

    def _loaded(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        context.options |= ssl.OP_NO_RENEGOTIATION
        context.set_alpn_protocols(["http/1.1"])
        # Nobody is there to be asked for a password.
        context.load_cert_chain(*self._files, password=lambda: "")
        return context

    def _look(self) -> Seen:
        try:
            return tuple((each.st_ino, each.st_mtime_ns, each.st_size) for each in map(os.stat, self._files))
        except OSError:
            return ()  # it is being replaced

    def _show_current(self, connection: ssl.SSLObject, _name: str | None, _accepting: ssl.SSLContext) -> None:
        connection.context = self._current


def ends(chain: bytes) -> float:
    """When the first certificate of *chain*, in PEM, ends, in seconds since 1970."""
    from cryptography import x509

    return x509.load_pem_x509_certificate(chain).not_valid_after_utc.timestamp()


def _reason(error: OSError) -> str:
    said = error.reason if isinstance(error, ssl.SSLError) else error.strerror
    return one_line(str(said or error), LONGEST_REASON)
