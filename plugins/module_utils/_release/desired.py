# SPDX-License-Identifier: GPL-3.0-or-later
"""What a host should have: the whole release as data. Pure; looks at nothing."""

from __future__ import annotations

import hashlib
import typing as t
from dataclasses import dataclass, field

from .._addresses import client_host
from .._managers import Manager
from .._unit_lines import Section
from .containers import Account, Container
from .reach import url

CONFIG_MODE = "0640"

SECRETS_MODE = "0600"


@dataclass(frozen=True)
class File:
    """One file of a release.

    :param content: its text; empty for a program of the collection's own, of which the host has only the digest.
    :param owner: name of the user that it belongs to.
    :param group: name of the group that it belongs to.
    :param mode: its permissions, as octal text like Ansible's.
    :param source: which of the controller's texts it has, ``config``, ``service_environment``, or ``python_files``, ``gateway`` or
        ``container`` with ``/`` and a file name; empty for a text that is made on the host.
    :param program_digest: SHA-256 of its text, in hexadecimal, where *content* is not that.
    """

    path: str
    content: str
    owner: str
    group: str
    mode: str
    source: str = ""
    program_digest: str = ""

    @property
    def digest(self) -> str:
        """SHA-256 of its text, in hexadecimal."""
        return self.program_digest or text_digest(self.content)

    @property
    def whole(self) -> dict[str, str]:
        """Path, text, owner, group and mode, for whoever has no other way to the text."""
        return {"path": self.path, "content": self.content, "owner": self.owner, "group": self.group, "mode": self.mode}


@dataclass(frozen=True)
class Tls:
    """What a gateway serves HTTPS with.

    :param certificate: the certificate and those of who issued it, as PEM text.
    :param key_digest: SHA-256 of the text of its key, in hexadecimal.
    :param key_source: where the host has the key; empty where the controller has its text.
    """

    certificate: str
    key_digest: str
    key_source: str = ""


@dataclass(frozen=True)
class Release:
    """Everything that makes a gateway what it is. A field that is named like an option of ``litellm_release`` is that option.

    :param installation: folder name of the installation: ``<version>``, or ``<version>-<digest>`` with further packages.
    :param requirements_digest: SHA-256 of the requirements that the installation is made from.
    :param config: LiteLLM's configuration, as text.
    :param service_environment: what of it is no secret, as the text of an environment file.
    :param secrets_digest: SHA-256, in hexadecimal, of the text of the environment file with the secrets.
    :param salt_digest: SHA-256, in hexadecimal, of the key that LiteLLM encrypts with; empty where there is none.
    :param gateway: the program that serves a slot: file name to SHA-256 of its text.
    :param python_files: code of the operator's own that LiteLLM loads from beside the configuration: file name to text.
    :param user: whom the service runs as.
    :param privileged: whether root deploys it; else *user* does, and everything is theirs.
    :param workers: how many processes serve.
    :param max_requests_before_restart: after how many requests a worker is replaced; 0: never.
    :param max_worker_memory: above how many MB a worker is replaced; 0: never.
    :param max_body: how many MB the biggest request has that is taken; 0: any.
    :param start_timeout: seconds that a slot may take until it is ready.
    :param drain_timeout: seconds that accepted requests may still take once a slot is told to stop.
    :param keepalive_timeout: seconds that an idle client connection is kept.
    :param unit_overrides: operator's own options of units: ``service`` or ``socket``, then section, then key, then value.
    :param container: what the slots' containers have in common; None where slots are plain processes.
    :param user_number: the number of *user* on the host; 0 where there is no such user yet.
    :param tls: what it serves HTTPS with; None for plain HTTP.
    :param metrics_host: address that the metrics are served on, if LiteLLM counts.
    :param metrics_port: port of it; 0: none of their own.
    :param main_metrics: whether the metrics are at the port for clients too.
    """

    version: str
    installation: str
    requirements_digest: str
    config: str
    service_environment: str
    secrets_digest: str
    gateway: t.Mapping[str, str]
    manager: Manager
    host: str
    port: int
    user: str
    group: str
    privileged: bool
    workers: int
    start_timeout: int
    drain_timeout: int
    keepalive_timeout: int
    max_requests_before_restart: int = 0
    max_worker_memory: int = 0
    max_body: int = 0
    unit_overrides: t.Mapping[str, t.Mapping[str, Section]] = field(default_factory=dict)
    container: Container | None = None
    user_number: int = 0
    python_files: t.Mapping[str, str] = field(default_factory=dict)
    salt_digest: str = ""
    tls: Tls | None = None
    metrics_host: str = "127.0.0.1"
    metrics_port: int = 0
    main_metrics: bool = True

    @property
    def address(self) -> str:
        """``host:port``, with brackets around an IPv6 address."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def owner(self) -> str:
        """Whom the files belong to."""
        return "root" if self.privileged else self.user

    @property
    def secrets_owner(self) -> str:
        """Whom the file with the secrets belongs to."""
        return "root" if self.manager.reads_secrets_as_root else self.user

    @property
    def account(self) -> Account:
        """Whom the slots run as."""
        return Account(self.user, self.group, self.user_number)


def client_url(host: str, port: int, secure: bool = False) -> str:
    """Where a process on the host reaches what listens on *host*, *port*.

    :param secure: whether it serves HTTPS.
    """
    return url(client_host(host), port, secure)


def digest(*texts: str) -> str:
    """Short digest of *texts*."""
    return hashlib.sha256("".join(texts).encode()).hexdigest()[:16]


def text_digest(text: str) -> str:
    """SHA-256 of a file's text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()
