# SPDX-License-Identifier: GPL-3.0-or-later
"""What a balancer's host should have, from its variables: texts of files, and what the tasks have to know beside them."""

from __future__ import annotations

import typing as t

from ...module_utils import _balancer_places as places
from .._report.problems import InputError
from .balancer import balancer_of
from .haproxy import configuration
from .ports import ports_of
from .services import address_configuration, address_unit, service_unit, socket_unit

if t.TYPE_CHECKING:
    from collections.abc import Mapping


def plan(
    variables: Mapping[str, t.Any],
    host: str,
    gateways: Mapping[str, Mapping[str, t.Any]],
    balancers: Mapping[str, Mapping[str, t.Any]],
) -> dict[str, t.Any]:
    """What *host* should have as a balancer; the parameters are those of ``balancer_of``.

    :raises InputError: with all problems, when the variables declare no balancer.
    """
    balancer, problems = balancer_of(variables, host, gateways, balancers)
    if problems:
        raise InputError(problems)
    text, name = configuration(balancer)
    metrics_port = balancer.whole["metrics_port"]
    return {
        "configuration": text,
        "configuration_name": name,
        "unit": service_unit(ports_of(balancer)),
        "socket_unit": socket_unit(ports_of(balancer)),
        "address_configuration": address_configuration(balancer.virtual, metrics_port) if balancer.virtual else "",
        "address_unit": address_unit() if balancer.virtual else "",
        "gateways": [gateway.__dict__ for gateway in balancer.gateways],
        "port": balancer.port,
        "tls": balancer.tls,
        "metrics_port": metrics_port,
        "paths": {name.lower(): value for name, value in vars(places).items() if name.isupper()},
    }
