# SPDX-License-Identifier: GPL-3.0-or-later
"""What a slot runs and reads beside its service: the command of the gateway, programs, and code of the operator's own. Pure."""

from __future__ import annotations

from .._serving import serving_words
from .desired import CONFIG_MODE, File, Release
from .layout import Layout


def gateway_words(release: Release, layout: Layout, slot: int | str) -> list[str]:
    """The program that serves a slot, with the arguments that do not depend on the service manager."""
    tls = (layout.certificate_file(slot), layout.key_file(slot)) if release.tls else None
    files = (layout.gateway(slot), layout.config_file(slot), layout.state_file(slot))
    return serving_words(release, *files, tls, layout.metrics())


def gateway_command(release: Release, layout: Layout, slot: int | str) -> str:
    """The command line of a slot that is a plain process; *slot* may be the placeholder of a template."""
    words = [f"{layout.installation_link(slot)}/bin/python", "-I", *gateway_words(release, layout, slot)]
    if release.manager.uses_systemd:
        words.append("--fd=3")
    else:
        files = (layout.service_environment_file(slot), layout.secrets_file(slot))
        words += ["--fd=0", *(f"--environment-file={file}" for file in files)]
    return " ".join(words)


def python_files(release: Release, layout: Layout, slot: int) -> list[File]:
    """The operator's own code in a slot: beside the configuration, where LiteLLM looks for it."""
    folder = layout.configuration(slot)
    return [
        File(f"{folder}/{name}", text, release.owner, release.group, CONFIG_MODE, f"python_files/{name}")
        for name, text in release.python_files.items()
    ]


def program_files(release: Release, layout: Layout, slot: int) -> list[File]:
    """The collection's own programs in a slot."""
    programs = [(layout.gateway(slot), "gateway", release.gateway)]
    if release.container:
        programs.append((layout.container(slot), "container", release.container.programs))
    return [
        File(f"{folder}/{name}", "", release.owner, release.group, "0644", f"{source}/{name}", digest)
        for folder, source, digests in programs
        for name, digest in digests.items()
    ]
