#!/usr/bin/python

# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: litellm_manifests
short_description: Writes manifests of a gateway for Kubernetes
description:
  - Checks how a gateway is declared to run in Kubernetes, and brings a folder of the controller to the manifests of it.
  - It works on the controller, and contacts no host and no cluster. Input that is refused changes nothing, and every problem is named.
version_added: 0.1.0
author: llmops.litellm maintainers (@llmops)
notes:
  - Role C(litellm) calls it; there is seldom a reason to call it by hand.
options:
  state:
    description:
      - V(declared) only checks O(variables). V(compared) checks everything and changes nothing. V(written) brings the folder to it.
    type: str
    choices: [declared, compared, written]
    default: written
  variables:
    description: The variables C(litellm_kubernetes_*) of the role, by their names.
    type: dict
    required: true
  secret_values:
    description: What a Secret is written from, from variable to value. Leave it out where none is written.
    type: dict
  rendered:
    description: The result of M(llmops.litellm.litellm_model_config).
    type: dict
  gateway:
    description: The image, the program, the service environment and the knobs of the gateway.
    type: dict
  folder:
    description: The folder that the manifests are written to.
    type: path
extends_documentation_fragment: [llmops.litellm.controller, ansible.builtin.action_common_attributes, ansible.builtin.action_common_attributes.flow]
attributes:
  diff_mode:
    support: full
    details: The file of the Secret is not shown.
seealso:
  - module: llmops.litellm.litellm_model_config
"""

EXAMPLES = r"""
- name: Check where the gateway runs
  llmops.litellm.litellm_manifests:
    state: declared
    variables: "{{ __litellm_kubernetes_variables }}"
"""

RETURN = r"""
names:
  description: The variables that Secrets have.
  returned: with O(state=declared)
  type: list
  elements: str
  sample: [LITELLM_MASTER_KEY, OPENAI_API_KEY]
replicas:
  description: How many pods there are at most.
  returned: with O(state=declared)
  type: int
  sample: 2
folder:
  description: The folder, an absolute path.
  returned: with O(state=compared) and O(state=written)
  type: str
  sample: /srv/gitops/kubernetes/ml/litellm
secret_file:
  description: The file of the Secret that is written, an absolute path. Empty where none is.
  returned: with O(state=compared) and O(state=written)
  type: str
  sample: ""
digest:
  description: Short digest of the manifests, without those of former releases and without secrets.
  returned: with O(state=compared) and O(state=written)
  type: str
  sample: 4f1d0c9aa2be
written:
  description: Names of the files that were written; in check mode of those that would be.
  returned: with O(state=written)
  type: list
  elements: str
  sample: [deployment.yaml]
removed:
  description: Names of the files that were removed, because nothing declares them any more; in check mode likewise.
  returned: with O(state=written)
  type: list
  elements: str
  sample: []
problems:
  description: What is wrong, a sentence each; of variables with the name of its rule.
  returned: when the input is refused
  type: list
  elements: str
  sample: ["litellm_kubernetes_replicas: is many, and has to be a whole number from 0 to 1000"]
"""
