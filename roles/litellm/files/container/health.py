# SPDX-License-Identifier: GPL-3.0-or-later
"""The health check of a container, for images that have Python and nothing else: it exits with 0 when the slot serves.

The state file says whether the slot has proved itself. If the container shares the host's network, the check also asks the
gateway; a container with a network of its own cannot reach the port, which is the host's.
"""

from __future__ import annotations

import argparse
import ssl
import sys
import urllib.error
import urllib.request
from pathlib import Path

NO_CHECK_TIME = 0x200000
"""X509_V_FLAG_NO_CHECK_TIME of OpenSSL. A gateway whose certificate has ended is not ill."""


def only(certificate: Path) -> ssl.SSLContext:
    """Accepts exactly the first certificate in the file *certificate*, by whichever name it is asked for."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    begin, end, _others = certificate.read_text(encoding="ascii", errors="replace").partition(
        "-----END CERTIFICATE-----"
    )
    context.load_verify_locations(cadata=begin + end)
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN | ssl.VerifyFlags(NO_CHECK_TIME)
    return context


def unhealthy(state_file: Path, url: str, seconds: float, certificate: Path | None = None) -> str:
    """Say why the slot does not serve; empty when it does.

    :param url: is asked once the state file says ``ready``; empty to ask nothing.
    :param seconds: how long an answer may take.
    :param certificate: file of the certificate that the slot shows; None for plain HTTP.
    """
    try:
        state = state_file.read_text(encoding="utf-8").strip()
    except OSError:
        return "not ready yet, or stopping"
    if not state.startswith("ready"):
        return state
    if url:
        # This request never leaves the host, so no proxy of the environment is used.
        handlers: list[urllib.request.BaseHandler] = [urllib.request.ProxyHandler({})]
        try:
            handlers += [urllib.request.HTTPSHandler(context=only(certificate))] if certificate else []
            opener = urllib.request.build_opener(*handlers)
            with opener.open(url, timeout=seconds):
                return ""
        except (OSError, urllib.error.URLError) as error:
            return f"{url}: {error}"
    return ""


def main(argv: list[str]) -> str | int:
    """Check the slot; returns the exit status 0, or the text to print before the process ends with 1."""
    parser = argparse.ArgumentParser(description="Check whether a slot serves.")
    parser.add_argument(
        "--state-file", required=True, type=Path, help="file that the slot writes once it has proved itself"
    )
    parser.add_argument("--url", default="", help="address to ask, if the container can reach it")
    parser.add_argument("--certificate", type=Path, help="file of the certificate that the slot shows there")
    parser.add_argument("--seconds", type=float, default=10, help="seconds that an answer may take")
    arguments = parser.parse_args(argv)
    return unhealthy(arguments.state_file, arguments.url, arguments.seconds, arguments.certificate) or 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
