# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules that hosts keep or break, which ``plugins/module_utils`` tells of by name; see ``docs/findings.md``."""

from __future__ import annotations

from .._report.rules import Rule, table

HOST = table(
    Rule(
        "no-systemd",
        "error",
        "systemd does not run on the host, or the run may not write its units. Let supervisor run the service, or become root.",
        "litellm_service_manager: supervisor",
    ),
    Rule(
        "older-version",
        "error",
        "A later version of LiteLLM serves than the inventory names. Write the later one, go back with the playbook `rollback`, or say "
        "that the older one is meant.",
        "litellm_allow_downgrade: true",
    ),
    Rule(
        "other-salt-key",
        "error",
        "An earlier release had another salt key, with which LiteLLM has encrypted what it keeps in the database. Write that one, or say "
        "that what was encrypted may be lost.",
        "litellm_allow_salt_change: true",
    ),
    Rule(
        "no-python",
        "error",
        "The host has no Python that LiteLLM can be installed with, or one that cannot make virtual environments. Install one, or name it.",
        "litellm_python: /opt/python3.13/bin/python3",
    ),
    Rule(
        "no-space",
        "error",
        "The disk has too little room for LiteLLM. Make some, or install it elsewhere.",
        "litellm_install_dir: /srv/litellm",
    ),
    Rule(
        "closed-folder",
        "error",
        "The account of the service cannot get to a folder of the gateway, or may not write to it. Open the folder, or choose another one.",
        "litellm_state_dir: /srv/litellm/state",
    ),
    Rule(
        "taken-port",
        "error",
        "The gateway cannot listen there: somebody else does, the address is none of the host's, or the port needs root.",
        "litellm_port: 4001",
    ),
    Rule(
        "no-engine",
        "error",
        "The program that runs containers is missing, or older than the service manager needs.",
        "litellm_service_manager: podman",
    ),
    Rule(
        "unfit-account",
        "error",
        "The account cannot run containers by itself, or is in another group than podman would run it in. The message has the command "
        "that mends it.",
        "litellm_user: gateway\nlitellm_group: gateway",
    ),
    Rule(
        "missing-image",
        "error",
        "The engine does not have the image and may not fetch it.",
        "litellm_image_pull: missing",
    ),
    Rule(
        "no-way-back",
        "error",
        "There is no earlier release that the gateway could go back to, or it is not whole any more. Deploy what is wanted instead.",
        "litellm_version: 1.108.7",
    ),
)
"""Those that no reader of variables has; the example is what to write about it."""
