"""A balancer's variables become its files, or all of their problems at once."""

from __future__ import annotations

import typing as t
from pathlib import Path

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils._balancer.plan import plan
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.problems import InputError

ROLE = Path(__file__).parents[5] / "roles" / "litellm_balancer"
DEFAULTS: dict[str, t.Any] = yaml.safe_load((ROLE / "defaults" / "main.yml").read_text())
HOSTS: dict[str, dict[str, t.Any]] = {
    "gw1": {"ansible_host": "10.0.0.1"},
    "gw2": {"litellm_balancer_address": "10.0.1.2", "litellm_port": 4001},
}
BALANCERS: dict[str, dict[str, t.Any]] = {"b1": {"ansible_host": "10.0.0.8"}, "b2": {"ansible_host": "10.0.0.9"}}


def planned(
    hosts: t.Any = None, balancers: t.Any = None, interface: str = "eth0", **variables: t.Any
) -> dict[str, t.Any]:
    """What a balancer ``b1`` with *variables*, without their prefix, should have."""
    given = {**DEFAULTS, **{f"litellm_balancer_{name}": value for name, value in variables.items()}}
    return plan(
        {**given, "default_interface": interface},
        "b1",
        HOSTS if hosts is None else hosts,
        BALANCERS if balancers is None else balancers,
    )


def lines(**variables: t.Any) -> list[str]:
    return [line.strip() for line in planned(**variables)["configuration"].splitlines()]


def problems(**variables: t.Any) -> list[str]:
    with pytest.raises(InputError) as refused:
        planned(**variables)
    return [problem.as_line() for problem in refused.value.problems]


TLS = {"tls_certificate": "/etc/ssl/c.pem", "tls_key": "/etc/ssl/k.pem"}


def test_gateways_of_the_group() -> None:
    servers = [line for line in lines() if line.startswith("server ")]
    assert servers == [
        "server gw1 10.0.0.1:4000 socks4 10.0.0.1:4000 check-via-socks4",
        "server gw2 10.0.1.2:4001 socks4 10.0.1.2:4001 check-via-socks4",
        "server gw1:last-resort 10.0.0.1:4000 socks4 10.0.0.1:4000 check-via-socks4 no-check backup",
        "server gw2:last-resort 10.0.1.2:4001 socks4 10.0.1.2:4001 check-via-socks4 no-check backup",
    ]


def test_gateways_that_are_named() -> None:
    named = [
        {"name": "a", "address": "gw.example.com", "port": "4100", "greeting": False},
        {"name": "b", "address": "2001:db8::1", "tls": "yes"},
        {"name": "c", "address": "10.0.0.3", "tls": True, "tls_name": "gw.example.com"},
    ]
    servers = [line for line in lines(gateways=named, gateway_ca="/etc/ssl/ca.pem") if line.startswith("server ")]
    assert servers[0] == "server a gw.example.com:4100"
    # It would take what it never answers, so it is no last resort.
    assert [line.split()[1] for line in servers[3:]] == ["b:last-resort", "c:last-resort"]
    assert servers[1].startswith(
        "server b [2001:db8::1]:4000 ssl verify required ca-file /etc/ssl/ca.pem verifyhost b "
    )
    assert "verifyhost gw.example.com sni str(gw.example.com) check-sni gw.example.com" in servers[2]


def test_a_gateway_with_a_certificate_is_asked_with_tls() -> None:
    made = planned(hosts={"gw.example.com": {"litellm_tls_certificate": "/c.pem"}})
    assert "ssl verify required ca-file @system-ca verifyhost gw.example.com" in made["configuration"]
    assert made["gateways"][0]["tls"] is True


def test_without_a_certificate_there_is_one_port() -> None:
    made = planned()
    assert (made["port"], made["tls"]) == (80, False)
    assert "frontend redirect" not in made["configuration"]
    assert "Strict-Transport-Security" not in made["configuration"]
    assert "http-request set-header X-Forwarded-Proto http" in made["configuration"]


def test_with_a_certificate() -> None:
    made = planned(**TLS, listen=["10.0.0.8", "2001:db8::8"], port=8443)
    text = made["configuration"]
    tls = " ssl crt /etc/litellm-balancer/certificate.pem alpn h2,http/1.1"
    assert f'bind "${{LITELLM_BALANCER_PORT_3-10.0.0.8:8443}}"{tls}\n' in text
    assert 'bind "${LITELLM_BALANCER_PORT_6-[2001:db8::8]:80}"\n' in text
    assert "location https://%[req.hdr(host),host_only]:8443%[capture.req.uri]" in text
    assert "max-age=31536000" in text
    assert "/etc/ssl/k.pem" not in text
    assert planned(**TLS)["port"] == 443
    assert "host_only]%[capture.req.uri]" in planned(**TLS)["configuration"]


def test_what_can_be_left_out() -> None:
    text = planned(**TLS, redirect_port=0, hsts=0, connections_per_address=0, max_body=0)["configuration"]
    assert "frontend redirect" not in text
    assert "Strict-Transport" not in text
    assert "stick-table" not in text
    assert "content-length" not in text


def test_seconds_become_milliseconds() -> None:
    found = lines(connect_timeout=0.25, check_interval="2")
    assert "timeout connect 250ms" in found
    assert any("inter 2000ms fastinter 500ms" in line for line in found)


@pytest.mark.parametrize(("seconds", "retries"), [(1, 30), (0.25, 120), (10, 5)])
def test_a_request_looks_for_a_gateway_for_half_a_minute(seconds: float, retries: int) -> None:
    assert f"retries {retries}" in lines(connect_timeout=seconds)


@pytest.mark.parametrize("logged", [True, False])
def test_requests_are_logged_where_somebody_wants_it(logged: bool) -> None:
    found = lines(request_log=logged)
    assert ("option dontlog-normal" in found) is not logged
    assert any(line.startswith("log-format '%ci %HM %HPO ") for line in found)


def test_the_process_tells_which_configuration_it_has() -> None:
    one, other = planned(), planned(max_body=5)
    assert f'description "{one["configuration_name"]}"' in one["configuration"]
    assert one["configuration_name"] != other["configuration_name"]
    assert one == planned()


def test_one_address_for_two_balancers() -> None:
    made = planned(virtual_address="192.0.2.10/24", metrics_port=9000)
    text = made["address_configuration"]
    assert "192.0.2.10/24 dev eth0" in text
    assert "unicast_src_ip 10.0.0.8" in text
    assert "        10.0.0.9\n" in text
    assert "priority 200" in text
    assert "alive.py 9000" in text
    assert "keepalived.conf" in made["address_unit"]
    assert planned()["address_unit"] == planned()["address_configuration"] == ""


def test_one_balancer_alone_can_have_the_address() -> None:
    made = planned(
        balancers={"b1": {"ansible_host": "10.0.0.8"}}, virtual_address="192.0.2.10", virtual_interface="br0"
    )
    assert "unicast_peer" not in made["address_configuration"]
    assert "192.0.2.10 dev br0" in made["address_configuration"]


def test_every_problem_at_once() -> None:
    found = problems(
        port=80_000,
        check_interval="often",
        max_body=1.5,
        connections=True,
        request_log="perhaps",
        tls_certificate="cert.pem",
        gateway_ca="ca.pem",
        listen=["*", "here"],
        gateways=[
            {"name": "a", "adress": "10.0.0.1"},
            {"name": "b b", "address": "10.0.0.1", "port": 0, "tls": "maybe"},
            "c",
            {"name": "d", "address": "10.0.0.4", "tls_name": "a b"},
        ],
        virtual_address="192.0.2.300",
    )
    assert found == [
        "litellm_balancer_connections: is true, and has to be a whole number from 10 to 500000 (field-type)",
        "litellm_balancer_max_body: is 1.5, and has to be a whole number from 0 to 2000 (field-type)",
        "litellm_balancer_check_interval: is 'often', and has to be a number from 0.1 to 600 (field-type)",
        "litellm_balancer_request_log: is 'perhaps', and has to be true or false (field-type)",
        "litellm_balancer_tls_certificate: is neither an absolute path on the host nor the text of a PEM file"
        " (bad-certificate)",
        "litellm_balancer_tls_key: is needed beside litellm_balancer_tls_certificate (missing-field)",
        "litellm_balancer_port: is 80000, and has to be a whole number from 1 to 65535 (field-range)",
        "litellm_balancer_gateway_ca: is 'ca.pem', and has to be an absolute path (bad-path)",
        "litellm_balancer_gateways[0].adress: is not a field here; did you mean 'address'? (unknown-field)",
        "litellm_balancer_gateways[0].address: is missing (missing-field)",
        "litellm_balancer_gateways[1].name: is 'b b', and has to be letters, digits, '.', '_' and '-' (bad-name)",
        "litellm_balancer_gateways[1].port: is 0, and has to be a whole number from 1 to 65535 (field-range)",
        "litellm_balancer_gateways[1].tls: is 'maybe', and has to be true or false (field-type)",
        "litellm_balancer_gateways[2]: is text, and has to be a dictionary (field-type)",
        "litellm_balancer_gateways[3].tls_name: is 'a b', which is no name of a host (bad-address)",
        "litellm_balancer_listen[1]: is 'here', which is no address; or write '*' (bad-address)",
        "litellm_balancer_virtual_address: is '192.0.2.300', which is no address; write 192.0.2.10 or 192.0.2.10/24"
        " (bad-address)",
    ]


def test_a_certificate_has_no_name_with_a_dot_behind_it() -> None:
    named = [{"name": "a", "address": "gw.example.com.", "tls": True}]
    server, _last_resort = [line for line in lines(gateways=named) if line.startswith("server ")]
    assert "server a gw.example.com.:4000 ssl " in server
    assert "verifyhost gw.example.com sni str(gw.example.com) " in server


def test_gateways_that_cannot_be_told_apart() -> None:
    twice = [{"name": "a", "address": "10.0.0.1"}, {"name": "a", "address": "10.0.0.2"}]
    assert problems(gateways=twice) == [
        "litellm_balancer_gateways[1].name: is 'a', which another gateway has already (written-twice)"
    ]


def test_no_gateway_at_all() -> None:
    assert problems(hosts={}) == [
        "litellm_balancer_gateways: names no gateway, and nor does the inventory; "
        "put hosts into the group litellm_gateways, or name them (too-few-hosts)"
    ]


def test_a_host_with_a_port_that_is_none() -> None:
    assert problems(hosts={"gw1": {"litellm_port": "x"}}) == [
        "host gw1.port: is 'x', and has to be a whole number from 1 to 65535 (field-type)"
    ]


def test_nobody_could_reach_it() -> None:
    assert problems(listen=[]) == [
        "litellm_balancer_listen: is empty, so that nobody could reach the balancer (missing-field)"
    ]


def test_ports_that_are_the_same() -> None:
    assert problems(**TLS, port=80, metrics_port=80) == [
        "litellm_balancer_redirect_port: is 80, which litellm_balancer_port is already (same-port)",
        "litellm_balancer_metrics_port: is 80, which litellm_balancer_port is already (same-port)",
    ]


@pytest.mark.parametrize(
    ("interface", "balancers", "found"),
    [
        (
            "",
            BALANCERS,
            "litellm_balancer_virtual_interface: is needed; the host has no default route to take it from (missing-field)",
        ),
        (
            "a b",
            BALANCERS,
            "litellm_balancer_virtual_interface: is 'a b', and has to be the name of an interface (bad-name)",
        ),
        (
            "eth0",
            {"b2": {"ansible_host": "10.0.0.9"}},
            "litellm_balancer_group: is litellm_balancers, and this host is no member of it; "
            "balancers find each other in that group (unknown-host)",
        ),
        (
            "eth0",
            {**BALANCERS, "b3": {}},
            "host b3.litellm_balancer_address: is 'b3', and keepalived needs an address (unknown-address)",
        ),
    ],
)
def test_an_address_that_cannot_be_shared(interface: str, balancers: t.Any, found: str) -> None:
    assert problems(virtual_address="192.0.2.10", interface=interface, balancers=balancers) == [found]


def test_the_balancer_runs_without_root_and_without_cores() -> None:
    unit = planned()["unit"]
    assert "User=litellm-balancer" in unit
    assert "CapabilityBoundingSet=CAP_NET_BIND_SERVICE\n" in unit
    assert "LimitCORE=0" in unit
    assert "-S /run/litellm-balancer/master.sock,mode,600" in unit


def test_systemd_holds_every_port_and_hands_it_over_by_its_number() -> None:
    made = planned(**TLS, listen=["10.0.0.8", "2001:db8::8"], port=8443)
    held = [line for line in made["socket_unit"].splitlines() if line.startswith("ListenStream=")]
    assert held == [
        "ListenStream=10.0.0.8:8443",
        "ListenStream=[2001:db8::8]:8443",
        "ListenStream=10.0.0.8:80",
        "ListenStream=[2001:db8::8]:80",
    ]
    handed_over = [line for line in made["unit"].splitlines() if line.startswith("Environment=")]
    assert handed_over == [f"Environment=LITELLM_BALANCER_PORT_{file}=fd@{file}" for file in range(3, 7)]
    assert made["configuration"].count("LITELLM_BALANCER_PORT_") == 4


@pytest.mark.parametrize(
    ("listen", "also"),
    [(["*", "::"], "BindIPv6Only=ipv6-only"), (["::"], "FreeBind=yes")],
)
def test_every_address_of_both_kinds_can_be_held(listen: list[str], also: str) -> None:
    held = planned(listen=listen)["socket_unit"]
    assert "ListenStream=[::]:80\n" in held
    assert f"\n{also}\n" in held
    assert ("BindIPv6Only" in held) is ("*" in listen)
