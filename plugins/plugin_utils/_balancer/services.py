# SPDX-License-Identifier: GPL-3.0-or-later
"""The units of a balancer, and keepalived's configuration, as text."""

from __future__ import annotations

import typing as t

from ...module_utils._balancer_places import (
    ACCOUNT,
    ADDRESS_CONFIGURATION,
    ALIVE,
    CONFIGURATION,
    FOLDER,
    MASTER_SOCKET,
    PORT_SOCKET,
    RUNTIME,
    SERVICE,
)
from .._systemd import SANDBOX

if t.TYPE_CHECKING:
    from collections.abc import Sequence

    from .balancer import VirtualAddress
    from .ports import Port

HAPROXY = "/usr/sbin/haproxy"
KEEPALIVED = "/usr/sbin/keepalived"

_OPEN_FILES = 1_048_576
"""How many files the balancer may have open: two for each connection. It does not depend on what is declared, since systemd
would have to start the balancer anew."""

_OWN = (
    *("AmbientCapabilities", "CapabilityBoundingSet", "RestrictAddressFamilies", "UMask"),
    *("SystemCallFilter", "SystemCallErrorNumber", "MemoryDenyWriteExecute", "ProtectProc", "RemoveIPC"),
)
"""What the units say themselves, or leave open: HAProxy binds low ports, and keepalived changes addresses and runs a script."""

_HARDENED = tuple(line for line in SANDBOX if line.partition("=")[0] not in _OWN)


def _unit(sections: dict[str, tuple[str, ...]]) -> str:
    head = "# Written by the role litellm_balancer.\n"
    return head + "\n".join("\n".join([f"[{name}]", *lines, ""]) for name, lines in sections.items())


def socket_unit(ports: Sequence[Port]) -> str:
    """The unit that holds the clients' ports: while HAProxy is killed or starts again, connections wait in the kernel."""
    every_ipv4 = "0.0.0.0"  # noqa: S104 - as declared
    addresses = [port.address.replace("*", every_ipv4) for port in ports]
    held = [f"[{address}]" if ":" in address else address for address in addresses]
    return _unit(
        {
            "Unit": ("Description=Ports of HAProxy in front of LiteLLM gateways",),
            "Socket": (
                *(f"ListenStream={address}:{port.number}" for address, port in zip(held, ports, strict=True)),
                # Beside every IPv4 address, every IPv6 address is no more than that.
                *(["BindIPv6Only=ipv6-only"] if every_ipv4 in addresses else []),
                # The shared address may be elsewhere, and no address need be there yet at boot.
                "FreeBind=yes",
                # Connections that wait start HAProxy, which may fail; the ports stay.
                "TriggerLimitIntervalSec=0",
            ),
            "Install": ("WantedBy=sockets.target",),
        }
    )


def service_unit(ports: Sequence[Port]) -> str:
    """The unit of the balancer itself. It is handed its ports, and never runs as root."""
    return _unit(
        {
            "Unit": (
                "Description=HAProxy in front of LiteLLM gateways",
                f"After=network-online.target {PORT_SOCKET}",
                "Wants=network-online.target",
                f"Requires={PORT_SOCKET}",
                "StartLimitIntervalSec=0",
            ),
            "Service": (
                "Type=notify",
                f"Sockets={PORT_SOCKET}",
                *(f"Environment={port.variable}=fd@{port.file}" for port in ports),
                f"User={ACCOUNT}",
                f"Group={ACCOUNT}",
                f"RuntimeDirectory={RUNTIME.rpartition('/')[2]}",
                "RuntimeDirectoryMode=0750",
                "UMask=0077",
                f"ExecStart={HAPROXY} -Ws -f {CONFIGURATION} -p {RUNTIME}/haproxy.pid -S {MASTER_SOCKET},mode,600",
                f"ExecReload={HAPROXY} -c -q -f {CONFIGURATION}",
                "ExecReload=/bin/kill -USR2 $MAINPID",
                "Restart=always",
                "RestartSec=200ms",
                # Takes no more connections, answers what it has, and ends.
                "KillSignal=SIGUSR1",
                "KillMode=mixed",
                "TimeoutStopSec=10",
                "SuccessExitStatus=143",
                f"LimitNOFILE={_OPEN_FILES}",
                # A core file would have what clients send in it.
                "LimitCORE=0",
                "AmbientCapabilities=CAP_NET_BIND_SERVICE",
                "CapabilityBoundingSet=CAP_NET_BIND_SERVICE",
                "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX",
                "SystemCallFilter=@system-service",
                "MemoryDenyWriteExecute=yes",
                *_HARDENED,
            ),
            "Install": ("WantedBy=multi-user.target",),
        }
    )


def address_unit() -> str:
    """The unit of keepalived, which gives the shared address to this host or takes it away."""
    folder = f"{RUNTIME}-address"
    return _unit(
        {
            "Unit": (
                "Description=keepalived for the address of LiteLLM balancers",
                f"After=network-online.target {SERVICE}",
                "Wants=network-online.target",
                "StartLimitIntervalSec=0",
            ),
            "Service": (
                "Type=simple",
                f"RuntimeDirectory={folder.rpartition('/')[2]}",
                f"ExecStart={KEEPALIVED} --dont-fork --use-file={ADDRESS_CONFIGURATION}"
                f" --pid={folder}/keepalived.pid --vrrp_pid={folder}/vrrp.pid --vrrp",
                "ExecReload=/bin/kill -HUP $MAINPID",
                "Restart=always",
                "RestartSec=200ms",
                "KillMode=mixed",
                "CapabilityBoundingSet=CAP_NET_ADMIN CAP_NET_RAW CAP_NET_BIND_SERVICE CAP_SETUID CAP_SETGID CAP_KILL",
                "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK AF_PACKET",
                f"ReadOnlyPaths={FOLDER}",
                *(line for line in _HARDENED if line != "RestrictRealtime=yes"),
            ),
            "Install": ("WantedBy=multi-user.target",),
        }
    )


def address_configuration(virtual: VirtualAddress, metrics_port: int) -> str:
    """keepalived's configuration: the address is where a balancer answers, and stays there as long as it does."""
    lines = [
        "# Written by the role litellm_balancer.",
        "global_defs {",
        "    enable_script_security",
        f"    script_user {ACCOUNT}",
        "}",
        "vrrp_script balancer {",
        f'    script "/usr/bin/python3 -I {ALIVE} {metrics_port}"',
        "    interval 1",
        "    timeout 2",
        "    fall 2",
        "    rise 2",
        "}",
        "vrrp_instance balancers {",
        "    state BACKUP",
        "    nopreempt",
        f"    interface {virtual.interface}",
        f"    virtual_router_id {virtual.router}",
        f"    priority {virtual.priority}",
        "    advert_int 1",
        f"    unicast_src_ip {virtual.own}",
        *(["    unicast_peer {", *(f"        {peer}" for peer in virtual.others), "    }"] if virtual.others else []),
        "    virtual_ipaddress {",
        f"        {virtual.address} dev {virtual.interface}",
        "    }",
        "    track_script {",
        "        balancer",
        "    }",
        "}",
    ]
    return "\n".join(lines) + "\n"
