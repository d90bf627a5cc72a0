# SPDX-License-Identifier: GPL-3.0-or-later
"""HAProxy's configuration of a balancer, as text. It holds no secret."""

from __future__ import annotations

import hashlib
import json
import typing as t

from ...module_utils._balancer_places import BACKEND, CERTIFICATE, LAST_RESORT, SOCKET
from ...module_utils._litellm_names import READINESS
from .ports import Port, client_ports, redirect_ports

if t.TYPE_CHECKING:
    from .balancer import Balancer
    from .gateways import Gateway

MEGABYTE = 2**20

PATIENCE_S = 30
"""How long a request looks for a gateway that takes it: longer than gateways start that all begin anew, as their own ports let
clients wait without a balancer."""
_FEWEST_RETRIES = 5

ALIVE = "/alive"

# Mozilla's intermediate ones; TLS 1.3 has its own.
_CIPHERS = ":".join(
    f"ECDHE-{kind}-{cipher}"
    for cipher in ("AES128-GCM-SHA256", "AES256-GCM-SHA384", "CHACHA20-POLY1305")
    for kind in ("ECDSA", "RSA")
)

_ERRORS = {
    400: ("invalid_request_error", "The request is no valid HTTP, or its head is longer than 15 kB."),
    408: ("timeout_error", "The request did not arrive in time."),
    413: ("invalid_request_error", "The request is bigger than {max_body} MB, which is the most that is taken here."),
    502: ("server_error", "The gateway broke off before it answered."),
    503: ("server_error", "No gateway is ready to take the request."),
    504: ("timeout_error", "The gateway did not answer in time."),
}
"""Status to the ``type`` and ``message`` of an answer in OpenAI's error shape."""


def _milliseconds(seconds: float) -> str:
    return f"{round(seconds * 1000)}ms"


def _error(status: int, kind: str, message: str) -> str:
    text = json.dumps({"error": {"message": message, "type": kind, "param": None, "code": str(status)}})
    later = " hdr Retry-After 1" if status == 503 else ""
    return f"http-error status {status} content-type application/json string '{text}'{later}"


def _global(balancer: Balancer) -> list[str]:
    return [
        # Per worker; a request that is logged has its path without the query, and no header.
        "log stderr format raw daemon",
        f"stats socket {SOCKET} mode 600 level admin expose-fd listeners",
        "stats timeout 1m",
        f"maxconn {balancer.whole['connections']}",
        f"hard-stop-after {balancer.whole['answer_timeout']}s",
        # A reload closes no connection by itself: the next answer on it asks the client to.
        "close-spread-time infinite",
        "ssl-default-bind-options ssl-min-ver TLSv1.2 no-tls-tickets",
        f"ssl-default-bind-ciphers {_CIPHERS}",
    ]


def _defaults(balancer: Balancer) -> list[str]:
    whole, connect = balancer.whole, balancer.seconds["connect_timeout"]
    return [
        "mode http",
        "log global",
        "log-format '%ci %HM %HPO %ST %B bytes %Ta ms %s %ts'",
        *([] if balancer.request_log else ["option dontlog-normal"]),
        "option dontlognull",
        # Without it, each other piece of a stream waits for the next one.
        "option http-no-delay",
        # Only while nothing of a request was sent, and then to another gateway at once.
        f"retries {max(_FEWEST_RETRIES, round(PATIENCE_S / connect))}",
        "retry-on conn-failure",
        "option redispatch 1",
        f"timeout connect {_milliseconds(connect)}",
        f"timeout http-request {whole['request_timeout']}s",
        f"timeout http-keep-alive {whole['keepalive_timeout']}s",
        f"timeout client {whole['answer_timeout']}s",
        f"timeout server {whole['answer_timeout']}s",
        f"timeout queue {whole['request_timeout']}s",
        # WebSockets.
        "timeout tunnel 1h",
        # A host that vanishes in the middle of a request says nothing more; its kernel is asked.
        "option clitcpka",
        "option srvtcpka",
        *(f"{side}tcpka-{what}" for side in ("cli", "srv") for what in ("idle 10s", "intvl 5s", "cnt 3")),
        "timeout client-fin 30s",
        "timeout check 2s",
        *(_error(status, kind, said.format(**whole)) for status, (kind, said) in _ERRORS.items()),
    ]


def _bracketed(address: str) -> str:
    return f"[{address}]" if ":" in address else address


def _bind(port: Port) -> str:
    # systemd holds the port and names it in the variable; who only checks this file has none.
    return f'bind "${{{port.variable}-{_bracketed(port.address)}:{port.number}}}"'


def _clients(balancer: Balancer) -> list[str]:
    whole = balancer.whole
    tls = f" ssl crt {CERTIFICATE} alpn h2,http/1.1" if balancer.tls else ""
    per_address = whole["connections_per_address"]
    body = whole["max_body"]
    return [
        *(f"{_bind(port)}{tls}" for port in client_ports(balancer)),
        *(_counted(per_address) if per_address else []),
        *(
            [f"http-request deny deny_status 413 if {{ req.hdr_val(content-length) gt {body * MEGABYTE} }}"]
            if body
            else []
        ),
        # Nobody but the balancer says who asks, and over what.
        *(f"http-request del-header {name}" for name in ("Forwarded", "X-Real-IP", "X-Forwarded-Host")),
        "http-request set-header X-Forwarded-For %[src]",
        f"http-request set-header X-Forwarded-Proto {'https' if balancer.tls else 'http'}",
        f"http-request wait-for-body time {whole['request_timeout']}s if {{ method POST PUT PATCH }}",
        *_answers(balancer),
        f"default_backend {BACKEND}",
    ]


def _counted(per_address: int) -> list[str]:
    return [
        "stick-table type ipv6 size 100k expire 1m store conn_cur",
        "tcp-request connection track-sc0 src",
        f"tcp-request connection reject if {{ sc0_conn_cur gt {per_address} }}",
    ]


def _answers(balancer: Balancer) -> list[str]:
    hsts = balancer.whole["hsts"]
    return [
        "http-response del-header Server",
        *(
            [f"http-after-response set-header Strict-Transport-Security max-age={hsts}"]
            if balancer.tls and hsts
            else []
        ),
        "http-after-response set-header X-Content-Type-Options nosniff",
        "http-after-response set-header X-Frame-Options DENY",
        "http-after-response set-header Referrer-Policy no-referrer",
    ]


def _redirect(balancer: Balancer) -> list[str]:
    port = "" if balancer.port == 443 else f":{balancer.port}"
    return [
        *(_bind(port) for port in redirect_ports(balancer)),
        f"http-request redirect code 308 location https://%[req.hdr(host),host_only]{port}%[capture.req.uri]",
    ]


def _gateways(balancer: Balancer) -> list[str]:
    interval = balancer.seconds["check_interval"]
    return [
        "balance leastconn",
        # Each request has a connection of its own: one that a gateway accepted for it, and that no former request can spoil.
        "http-reuse never",
        "option http-server-close",
        "option httpchk",
        f"http-check send meth GET uri {READINESS} ver HTTP/1.1 hdr Host gateway hdr Connection close",
        "http-check expect status 200",
        f"default-server check inter {_milliseconds(interval)} fastinter {_milliseconds(interval / 4)} fall 3 rise 2"
        " observe layer4 error-limit 2 on-error sudden-death",
        *(_server(gateway, balancer.gateway_ca) for gateway in balancer.gateways),
        # Where none is found ready, which those that are only slow for a moment are not, a request goes to any that takes its connection,
        # rather than to nobody. One that begins no exchange takes what it never answers.
        "option allbackups",
        *(
            f"{_server(gateway, balancer.gateway_ca, LAST_RESORT)} no-check backup"
            for gateway in balancer.gateways
            if gateway.tls or gateway.greeting
        ),
    ]


def _server(gateway: Gateway, authorities: str, suffix: str = "") -> str:
    reached_at = f"{_bracketed(gateway.address)}:{gateway.port}"
    words = [f"server {gateway.name}{suffix} {reached_at}"]
    if gateway.tls:
        words.append(f"ssl verify required ca-file {authorities or '@system-ca'} verifyhost {gateway.tls_name}")
        words.append(f"sni str({gateway.tls_name}) check-sni {gateway.tls_name} alpn http/1.1")
    elif gateway.greeting:
        # No proxy is asked: the gateway itself answers, and takes the request over the same connection.
        words.append(f"socks4 {reached_at} check-via-socks4")
    return " ".join(words)


def _metrics(balancer: Balancer) -> list[str]:
    return [
        f"bind 127.0.0.1:{balancer.whole['metrics_port']}",
        f"monitor-uri {ALIVE}",
        "http-request use-service prometheus-exporter if { path /metrics }",
        "http-request deny deny_status 404",
    ]


def _section(title: str, lines: list[str]) -> str:
    return "\n".join([title, *(f"    {line}" for line in lines)]) + "\n"


def configuration(balancer: Balancer) -> tuple[str, str]:
    """The text of the configuration, and the name that the process which has it tells: ``configuration <digest>``."""
    sections = [
        _section("defaults", _defaults(balancer)),
        _section("frontend clients", _clients(balancer)),
        *([_section("frontend redirect", _redirect(balancer))] if balancer.whole["redirect_port"] else []),
        _section("frontend metrics", _metrics(balancer)),
        _section(f"backend {BACKEND}", _gateways(balancer)),
    ]
    head = _global(balancer)
    digest = hashlib.sha256("\n".join([*head, *sections]).encode()).hexdigest()[:16]
    name = f"configuration {digest}"
    first = _section("global", [f'description "{name}"', *head])
    return "\n".join(
        ["# Written by the role litellm_balancer. Its variables say what stands here.", first, *sections]
    ), name
