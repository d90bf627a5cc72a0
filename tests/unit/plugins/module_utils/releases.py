"""A release and a layout that tests vary."""

from __future__ import annotations

import typing as t
from dataclasses import replace

from ansible_collections.llmops.litellm.plugins.module_utils._managers import MANAGERS
from ansible_collections.llmops.litellm.plugins.module_utils._release.containers import Container, ContainerPaths
from ansible_collections.llmops.litellm.plugins.module_utils._release.desired import File, Release, text_digest
from ansible_collections.llmops.litellm.plugins.module_utils._release.images import installation_name
from ansible_collections.llmops.litellm.plugins.module_utils._release.layout import Layout

PROGRAMS: dict[str, str] = {}
"""SHA-256 of the text of each program to the text, which only the controller has."""

PLACE = ContainerPaths(
    name="litellm-2",
    code="/opt/litellm/slots/2",
    configuration=("/etc/litellm/slots/2/config.yaml", "/etc/litellm/slots/2/service.env"),
    secrets="/etc/litellm/slots/2/litellm.env",
    state="/var/lib/litellm",
    runtime="/run/litellm/2",
    url="http://127.0.0.1:4000/health/liveliness",
    start_timeout=180,
    stop_timeout=75,
)
"""What the container of slot 2 has of its host."""


def programs(texts: t.Mapping[str, str]) -> dict[str, str]:
    """File name to digest of programs with these *texts*, file name to text."""
    digests = {name: text_digest(text) for name, text in texts.items()}
    PROGRAMS.update({digests[name]: text for name, text in texts.items()})
    return digests


def text_of(file: File) -> str:
    """The text of *file*, whoever has it."""
    return PROGRAMS.get(file.program_digest, file.content)


LAYOUT = Layout(install="/opt/litellm", config="/etc/litellm", state="/var/lib/litellm", runtime="/run/litellm")

RELEASE = Release(
    version="1.106.2",
    installation="1.106.2",
    requirements_digest="requirements",
    config="model_list: []\n",
    service_environment='LITELLM_MODE="PRODUCTION"\n',
    secrets_digest="secrets",
    gateway=programs({"__main__.py": "print('gateway')\n"}),
    manager=MANAGERS["systemd"],
    host="127.0.0.1",
    port=4000,
    user="litellm",
    group="litellm",
    privileged=True,
    workers=2,
    max_requests_before_restart=0,
    max_worker_memory=0,
    max_body=100,
    start_timeout=180,
    drain_timeout=60,
    keepalive_timeout=75,
)


AT = "2026-11-21T09:30:00+00:00"
"""When plans are made."""


CONTAINER = Container(
    image="ghcr.io/berriai/litellm:v1.106.2",
    python="/app/.venv/bin/python",
    programs=programs({"health.py": "print('healthy')\n"}),
)


def container(**changes: t.Any) -> Container:
    """The usual container with some of its fields changed."""
    return replace(CONTAINER, **changes)


def contained(engine: str, image: str = CONTAINER.image, **changes: t.Any) -> Release:
    """The usual release, or one of another image, under *engine*."""
    name = installation_name(MANAGERS[engine], image, "litellm")
    return release(
        manager=engine, container=container(image=image), installation=name, requirements_digest=name, **changes
    )


def release(**changes: t.Any) -> Release:
    """The usual release with some of its fields changed; an installation is named after its version, a manager given by name."""
    version = {"installation": changes["version"]} if "version" in changes else {}
    manager = {"manager": MANAGERS[changes["manager"]]} if "manager" in changes else {}
    return replace(RELEASE, **{**version, **changes, **manager})


def settings(text: str) -> dict[tuple[str, str], list[str]]:
    """A unit file as section and key to values, in order."""
    found: dict[tuple[str, str], list[str]] = {}
    section = ""
    for line in text.splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            key, _equals, value = line.partition("=")
            found.setdefault((section, key), []).append(value)
    return found
