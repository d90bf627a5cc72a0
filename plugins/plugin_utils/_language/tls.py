# SPDX-License-Identifier: GPL-3.0-or-later
"""The certificate of a gateway and its key, as far as the controller has them, and a gateway that needs them. Shows no key."""

from __future__ import annotations

import time
import typing as t

from ...module_utils._addresses import is_loopback
from ...module_utils._certificates import BEGIN, chain_faults, key_fault, texts_fault
from ...module_utils._litellm_names import METRICS_TOKEN

if t.TYPE_CHECKING:
    from .._report.report import Report
    from .options import RenderOptions

CERTIFICATE, KEY = "tls_certificate", "tls_key"
_PROXIES = "FORWARDED_ALLOW_IPS"
"""The variable of the service that names the proxies in front of it."""


def check_tls(options: RenderOptions, report: Report) -> None:
    """The certificate and the key go together, and can serve where they are given as text; files are the host's to judge.

    Who only prints a configuration does not tell of the key.
    """
    certificate, key = options.tls_certificate, options.tls_key
    if key is None:
        return
    given = {name: value for name, value in ((CERTIFICATE, certificate), (KEY, key)) if value}
    for name, value in given.items():
        if not isinstance(value, str):
            report.at(name).add("field-type", "must be text: a path on the host, or PEM")
            return
    if len(given) == 1:
        missing = KEY if CERTIFICATE in given else CERTIFICATE
        report.at(missing).add("missing-field", f"is missing beside litellm_{next(iter(given))}", "HTTPS needs both")
    if CERTIFICATE not in given or KEY not in given:
        return
    texts = {name: value for name, value in given.items() if value.lstrip().startswith(BEGIN)}
    for name in given:
        if name not in texts and not given[name].startswith("/"):
            message = "is neither an absolute path on the host nor PEM, which begins with -----BEGIN"
            report.at(name).add("bad-certificate", message)
    if len(texts) == 1:
        message = f"is a text and litellm_{KEY if CERTIFICATE in texts else CERTIFICATE} is a path"
        report.at(next(iter(texts))).add("contradiction", message, "give both as paths, or both as texts")
    elif texts:
        _check_texts(certificate, key, report)


def _check_texts(certificate: str, key: str, report: Report) -> None:
    faults = chain_faults(certificate, time.time())
    for fault in faults:
        report.at(CERTIFICATE).add("bad-certificate", fault)
    fault = key_fault(key) or ("" if faults else texts_fault(certificate, key))
    if fault:
        report.at(KEY).add("bad-certificate", fault)


def check_reach(options: RenderOptions, report: Report) -> None:
    """A gateway that others reach serves HTTPS, or somebody in front of it does."""
    if options.host and not options.tls_certificate and not has_proxy(options) and not is_loopback(options.host):
        message = f"is {options.host}, and there is no TLS: whoever is on the way can read prompts, answers and the key, and change them"
        remedy = (
            f"set litellm_{CERTIFICATE} and litellm_{KEY}; where only a proxy reaches the gateway, name its address in "
            f"litellm_environment as {_PROXIES}"
        )
        report.at("host").add("plain-http", message, remedy)


def check_metrics(options: RenderOptions, report: Report) -> None:
    """Metrics that others reach ask for a token, and are not read or changed on the way."""
    host, names = options.metrics_host, options.environment
    if not host or is_loopback(host):
        return
    # Who only prints a configuration does not tell of secrets.
    if names is not None and METRICS_TOKEN not in names:
        message = f"is {host}, and nobody is asked for a token: every machine that reaches it can read what is used, and by whom"
        report.at("metrics_host").add("metrics-without-token", message, "set litellm_metrics_token")
    if not options.tls_certificate:
        message = f"is {host}, and there is no TLS: whoever is on the way can read the metrics and their token"
        report.at("metrics_host").add("plain-http", message, f"set litellm_{CERTIFICATE} and litellm_{KEY}")


def has_proxy(options: RenderOptions) -> bool:
    """Whether something in front of the gateway is named, which may have a certificate."""
    names = options.litellm_environment
    return options.behind_balancer or (isinstance(names, list) and _PROXIES in names)
