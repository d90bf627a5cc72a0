#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_installation_info
short_description: Says what is in an installation of LiteLLM and what runs whenever its Python starts
description:
  - Reads a virtual environment without starting its Python, which would run what may have been planted there.
  - Of an image (O(python)) the Python is asked, which starts without all that it would run at its start.
  - Returns its packages, and every file that its Python reads or runs at each start. These are C(*.pth) files, and modules with
    the names C(sitecustomize) and C(usercustomize).
  - RV(problems) has what should not be there. The module does not fail because of it; whoever calls it decides.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
notes:
  - It does not see what the Python runs that the environment was made with, what stands in no list of files of a package, and
    bytecode, which Python may use instead of a module's text.
options:
  path:
    description: The folder of the environment, which has C(pyvenv.cfg) in it. This or O(python).
    type: path
  python:
    description:
      - The command that runs the Python of an image, as the engine takes it, up to the options of that Python. This or O(path).
      - O(bill), O(bill_digest) and O(every_file) are for environments.
    type: list
    elements: str
  packages:
    description:
      - Names of the packages that may bring a C(*.pth) file which leads to other folders. Without it, any package may that is
        installed.
      - No package may bring one that runs something, except the two kinds that setuptools is known for.
    type: list
    elements: str
  accepted_start_files:
    description: SHA-256 digests, in hexadecimal, of files that may run all the same.
    type: list
    elements: str
    default: []
  bill:
    description: File on the host with the bill of materials that the environment was installed with, to compare it with.
    type: path
  bill_digest:
    description: SHA-256 of O(bill), in hexadecimal, as it was when it was written. Empty where nobody knows it.
    type: str
    default: ""
  every_file:
    description: Whether to look at each file that a package lists, which takes some seconds.
    type: bool
    default: false
extends_documentation_fragment: [llmops.litellm.attributes.looks, ansible.builtin.action_common_attributes]
seealso:
  - module: llmops.litellm.litellm_release
"""

EXAMPLES = r"""
- name: Ask what an image runs at each start of its Python
  llmops.litellm.litellm_installation_info:
    python:
      - podman
      - run
      - --rm
      - --network=none
      - --read-only
      - --entrypoint=python
      - ghcr.io/berriai/litellm:v1.106.2

- name: Ask what is installed, and what runs at each start of its Python
  llmops.litellm.litellm_installation_info:
    path: /opt/litellm/1.106.2
  register: installation

- name: Refuse an environment that runs something of its own
  ansible.builtin.assert:
    that: installation.problems | length == 0
    fail_msg: "{{ installation.problems | join('; ') }}"

- name: Compare it with its bill of materials, file by file
  llmops.litellm.litellm_installation_info:
    path: /opt/litellm/1.106.2
    bill: /opt/litellm/1.106.2/.packages.json
    every_file: true
"""

RETURN = r"""
python:
  description: Version of the Python that the environment says it was made with.
  returned: success
  type: str
  sample: 3.11.2
packages:
  description: What is installed, in the order of the names.
  returned: success
  type: list
  elements: dict
  contains:
    name:
      description: Name, as the package writes it.
      type: str
      sample: litellm
    version:
      description: Its version.
      type: str
      sample: 1.106.2
    record:
      description: SHA-256 of the list of its files with their digests (C(RECORD)), in hexadecimal. Empty without a list.
      type: str
      sample: 8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4
start_files:
  description: What its Python reads or runs at each start.
  returned: success
  type: list
  elements: dict
  contains:
    path:
      description: Where it is.
      type: str
      sample: /opt/litellm/1.106.2/lib/python3.11/site-packages/distutils-precedence.pth
    digest:
      description: SHA-256 of the file, in hexadecimal.
      type: str
      sample: 2638ce9e2500e572a5e0de7faed6661eb569d1b696fcba07b0dd223da5f5d224
    code:
      description: The lines that Python runs; of a module, its name. Empty for a file that only leads to other folders.
      type: list
      elements: str
      sample: ["import os"]
    package:
      description: The package that lists the file, with this digest. Empty where none does.
      type: str
      sample: setuptools
problems:
  description:
    - What should not be there, one sentence each, and empty where all is well. It is what runs at each start, what differs from
      O(bill), and with O(every_file) files that are missing or were edited.
  returned: success
  type: list
  elements: str
  sample: ["openai is 2.41.0, and was installed as 2.40.1"]
bill:
  description: The bill of materials of what is there, as the text of a file.
  returned: success
  type: str
  sample: '{"python": "3.11.2", "packages": []}'
bill_digest:
  description: SHA-256 of RV(bill), in hexadecimal.
  returned: success
  type: str
  sample: 5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef
"""

import dataclasses

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.llmops.litellm.plugins.module_utils._host.files import digest_of, text_of
from ansible_collections.llmops.litellm.plugins.module_utils._host.inside_image import (
    WITHOUT_START,
    NoAnswer,
    program,
    read_answer,
)
from ansible_collections.llmops.litellm.plugins.module_utils._host.installation import NoEnvironment, read_installation
from ansible_collections.llmops.litellm.plugins.module_utils._release.desired import text_digest
from ansible_collections.llmops.litellm.plugins.module_utils._release.installation import (
    bill_differences,
    bill_of,
    file_differences,
    start_problems,
)


def main() -> None:
    """Look, and tell."""
    module = AnsibleModule(
        argument_spec={
            "path": {"type": "path"},
            "python": {"type": "list", "elements": "str"},
            "packages": {"type": "list", "elements": "str"},
            "accepted_start_files": {"type": "list", "elements": "str", "default": []},
            "bill": {"type": "path"},
            "bill_digest": {"type": "str", "default": ""},
            "every_file": {"type": "bool", "default": False},
        },
        required_one_of=[("path", "python")],
        mutually_exclusive=[("path", "python"), ("python", "bill"), ("python", "every_file")],
        supports_check_mode=True,
    )
    options = module.params
    try:
        if options["python"]:
            asked = [*options["python"], *WITHOUT_START, program()]
            answer = module.run_command(asked, cwd="/", handle_exceptions=False)
            installation = read_answer(*answer)
        else:
            installation = read_installation(options["path"], every_file=options["every_file"])
    except (NoEnvironment, NoAnswer, OSError) as error:
        module.fail_json(msg=str(error))
    problems = start_problems(installation, options["packages"], options["accepted_start_files"])
    if options["bill"]:
        bill, known = text_of(options["bill"]), options["bill_digest"]
        if bill is None:
            problems.append(f"its bill of materials is missing ({options['bill']})")
        elif known and digest_of(options["bill"]) != known:
            problems.append(f"its bill of materials was edited ({options['bill']})")
        else:
            problems += bill_differences(installation, bill)
    problems += file_differences(installation)
    text = bill_of(installation)
    module.exit_json(
        changed=False,
        python=installation.python,
        packages=[dataclasses.asdict(package) for package in installation.packages],
        start_files=[dataclasses.asdict(file) for file in installation.start_files],
        problems=problems,
        bill=text,
        bill_digest=text_digest(text),
    )


if __name__ == "__main__":
    main()
