# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Options of ``litellm_release`` that are variables of the role. Written by ``scripts/generate_options.py``."""

from __future__ import annotations


class ModuleDocFragment:
    DOCUMENTATION = r"""
options:
  allow_downgrade:
    description:
      - Whether a O(llmops.litellm.litellm#role:main:litellm_version) that is older than the one that serves is accepted.
    type: bool
    default: false
  allow_salt_change:
    description:
      - Whether a C(litellm_salt_key) is accepted that is another one than that of an earlier release on the host.
    type: bool
    default: false
  container:
    type: dict
    suboptions:
      image:
        description:
          - Image that the containers run, with its registry and an exact tag or a digest.
        type: str
        default: ""
      python:
        description:
          - The Python in C(litellm_image) that has LiteLLM, an absolute path.
        type: str
        default: ""
      pull:
        description:
          - When the image is fetched.
        type: str
        choices: [missing, always, never]
        default: missing
      archive:
        description:
          - An archive of C(litellm_image) on the controller to load it from; then no registry is asked for it.
        type: str
        default: ""
      moving_tags:
        description:
          - Tags of C(litellm_image) that are taken although they move, by name, such as V(main-stable).
        type: list
        elements: str
        default: []
      network:
        description:
          - The engine's network that the containers are in.
        type: str
        default: host
      memory:
        description:
          - Most memory that a slot may use, as C(--memory) of the engines takes it, such as V(2g).
        type: str
        default: ""
      cpus:
        description:
          - Most processors that a slot may use, as C(--cpus) of the engines takes it, such as V(1.5).
        type: str
        default: ""
      volumes:
        description:
          - Further mounts, V(/source:/target), V(/source:/target:ro) or V(name:/target).
        type: list
        elements: str
        default: []
      options:
        description:
          - Further options of C(podman run) or C(docker run), one word each, such as V(--dns=192.0.2.53).
        type: list
        elements: str
        default: []
  directories:
    type: dict
    suboptions:
      install:
        description:
          - Folder of the installations of LiteLLM, about 730 MB each, an absolute path.
        type: str
        default: ""
      config:
        description:
          - Folder of configuration and secrets, an absolute path.
        type: str
        default: ""
      state:
        description:
          - The service's home, an absolute path.
        type: str
        default: ""
      runtime:
        description:
          - Folder of sockets and state files, an absolute path.
        type: str
        default: ""
  drain_timeout:
    description:
      - How long accepted requests may still take when a slot is told to stop, in seconds.
    type: int
  group:
    description:
      - Group that the service runs as.
    type: str
  host:
    description:
      - Address to listen on.
    type: str
  keepalive_timeout:
    description:
      - How long an idle client connection is kept, in seconds.
    type: int
  main_metrics:
    description:
      - Whether C(/metrics/) is at O(llmops.litellm.litellm#role:main:litellm_port) too, with the master key.
    type: bool
    default: true
  max_body:
    description:
      - The biggest request that is taken, in MB; V(0) takes any.
    type: int
    default: 0
  max_requests_before_restart:
    description:
      - After how many requests a worker is replaced by a new one; V(0) is never.
    type: int
    default: 0
  max_worker_memory:
    description:
      - Above how much resident memory, in MB, a worker is replaced by a new one; V(0) is never.
    type: int
    default: 0
  metrics_host:
    description:
      - Address on which the gateway serves what it counts, without the master key, if
        O(llmops.litellm.litellm#role:main:litellm_prometheus) is set.
    type: str
    default: 127.0.0.1
  metrics_port:
    description:
      - Port of that address, from 1 to 65535; V(0) for none.
    type: int
    default: 0
  port:
    description:
      - Port to listen on, 1 to 65535.
    type: int
  python:
    description:
      - Python on the host to make installations with, name or path.
    type: str
    default: ""
  service_manager:
    description:
      - Who runs the service; V(auto) is V(systemd) where it runs and the play acts as root, else V(supervisor).
    type: str
    choices: [auto, systemd, podman, rootless-podman, docker, supervisor]
    default: auto
  start_timeout:
    description:
      - How long a slot may take until it has proved itself, in seconds.
    type: int
  tls_certificate:
    description:
      - Certificate to serve HTTPS with, an absolute path on the host or PEM text; empty for plain HTTP.
    type: str
    default: ""
  unit_overrides:
    description:
      - Settings of the systemd units that replace the collection's own or add to them.
    type: dict
    default: {}
  user:
    description:
      - User that the service runs as; created where it is missing.
    type: str
  version:
    description:
      - LiteLLM's version, exactly, as on PyPI.
    type: str
  workers:
    description:
      - How many processes serve a slot; V(0) is one per core, as far as there is 1 GB of memory for each.
    type: int
    default: 0
notes:
  - Options that are variables of role C(litellm) are told in full on C(docs/variables.md) of the collection,
    U(https://github.com/llmops/ansible-collection-litellm/blob/main/docs/variables.md), which C(ansible-doc -t role llmops.litellm.litellm) shows too.
"""
