#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_wheels
short_description: Fetches, judges and packs on the controller what hosts install
description:
  - Works on the controller and contacts no host.
  - The packages of a lock that a host gets are chosen by the host's Python, machine and C library, and each file by its hash in the lock.
    What is missing, has another hash, or has no wheel for the host is one refusal.
  - What is packed is what the packages are once installed, with bytecode where the controller has a Python of the host's line.
    Nothing of the packages is run for that.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
notes:
  - Role C(litellm) and playbook C(fetch) call it; there is seldom a reason to call it by hand.
options:
  state:
    description:
      - V(fetched) downloads into the folder O(wheels) what it lacks, with pip, as the controller's own configuration tells pip.
      - V(packed) makes of the wheels what a host unpacks. Without O(wheels) they are fetched into a folder that the controller
        keeps; with it nothing asks a registry.
      - V(image) refuses an O(image_archive) that does not bring O(image).
      - V(prisma) refuses an O(prisma_archive) that does not bring Prisma's program.
    type: str
    choices: [fetched, packed, image, prisma]
    default: packed
  version:
    description: LiteLLM's version, exactly. Needed for O(state=fetched) and O(state=packed).
    type: str
  lock:
    description: The lock of that version, pip's requirements with hashes, as text; M(llmops.litellm.litellm_packages) judges it.
      Needed for O(state=fetched) and O(state=packed).
    type: str
  tools_lock:
    description: A lock of uv and supervisor, as text. Needed for O(state=fetched) and O(state=packed).
    type: str
  target:
    description: What packages are chosen for, as RV(llmops.litellm.litellm_release#module:host.target) tells it. Needed for
      O(state=fetched) and O(state=packed).
    type: dict
    suboptions:
      python:
        description: Version of the host's Python, such as V(3.11.2).
        type: str
      machine:
        description: As its kernel names it, such as V(x86_64).
        type: str
      libc:
        description: Version of the GNU C library; empty where there is another one.
        type: str
        default: ""
  wheels:
    description: A folder of wheels on the controller, or for O(state=packed) an archive (V(.tar) or V(.tar.gz)) of one.
    type: str
    default: ""
  unlocked:
    description: Packages that the host should get and no lock has, which is refused.
    type: list
    elements: str
    default: []
  supervisor:
    description: Whether the host gets supervisor too.
    type: bool
    default: false
  image:
    description: An image, with its registry and tag. Needed for O(state=image).
    type: str
  image_archive:
    description: An archive on the controller, as C(podman save) and C(docker save) write it. Needed for O(state=image).
    type: path
  prisma_archive:
    description: An archive on the controller of what Prisma downloads for the client of a database. Needed for O(state=prisma).
    type: path
  timeout:
    description: How long each step may take, in seconds.
    type: int
    default: 1800
extends_documentation_fragment: [llmops.litellm.controller, ansible.builtin.action_common_attributes, ansible.builtin.action_common_attributes.flow]
attributes:
  check_mode:
    description: Tells what would be fetched, and refuses what would be refused. Packs nothing.
    support: full
  platform:
    platforms: posix
seealso:
  - module: llmops.litellm.litellm_packages
  - module: llmops.litellm.litellm_release
"""

EXAMPLES = r"""
- name: Ask the host what packages are chosen for
  llmops.litellm.litellm_release:
    state: target
    user: litellm
  register: asked

- name: Fetch what it installs into a folder of the controller
  llmops.litellm.litellm_wheels:
    state: fetched
    version: 1.106.2
    lock: "{{ lookup('ansible.builtin.file', '/srv/locks/1.106.2.txt') }}"
    tools_lock: "{{ lookup('ansible.builtin.file', '/srv/locks/tools.txt') }}"
    target: "{{ asked.host.target }}"
    wheels: /srv/wheels
"""

RETURN = r"""
folder:
  description: Where the wheels are on the controller.
  returned: success of O(state=fetched) and O(state=packed)
  type: str
  sample: /srv/wheels
fetched:
  description: The files that came, or in check mode the packages that would.
  returned: success of O(state=fetched) and O(state=packed)
  type: list
  elements: str
  sample: [litellm-1.106.2-py3-none-any.whl]
problems:
  description: What keeps the wheels from being installed on the host.
  returned: when something is wrong with them
  type: list
  elements: str
  sample: ["1 wheel has another hash than the lock (litellm-1.106.2-py3-none-any.whl)"]
parcel:
  description: Path, on the controller, of the archive that the host unpacks.
  returned: success of O(state=packed), but not in check mode
  type: str
  sample: /home/ops/.cache/llmops.litellm/parcels/f74ea5a96364f84aef13.tar.gz
compiled:
  description: Whether bytecode is in it.
  returned: success of O(state=packed), but not in check mode
  type: bool
  sample: true
made:
  description: Whether it was made just now, and not for a host before.
  returned: success of O(state=packed), but not in check mode
  type: bool
  sample: true
image_archive:
  description: Path of the archive on the controller.
  returned: success of O(state=image)
  type: str
  sample: /srv/litellm.tar
prisma_archive:
  description: Path of the archive on the controller.
  returned: success of O(state=prisma)
  type: str
  sample: /srv/prisma.tar.gz
"""
