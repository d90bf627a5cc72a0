"""Every inventory of the examples and of the tests gives a pod, byte for byte, the configuration that a host gets."""

from __future__ import annotations

import json
import sys
import typing as t
from pathlib import Path

import pytest
import yaml

from tests.unit.ansible_programs import TOP, ansible

PLAY = """\
- name: Render for a host, and for pods
  hosts: "{{ test_group }}"
  gather_facts: false
  connection: local
  vars:
    litellm_kubernetes_secrets:
      # With the token that Prometheus shows, which a pod needs wherever it serves metrics, and the key of a database.
      - {name: litellm, keys: "{{ litellm_secrets | list + [litellm_master_key_env, 'LITELLM_METRICS_TOKEN', 'LITELLM_SALT_KEY'] }}"}
    litellm_kubernetes_files:
      /etc/ssl/litellm/ca.pem: {config_map: authority, key: ca.pem}
    litellm_kubernetes_folder: "{{ test_folder }}/{{ inventory_hostname }}"
  tasks:
    - name: Render as a deploy does
      ansible.builtin.include_role:
        name: llmops.litellm.litellm
        tasks_from: render
      vars: {__litellm_with_environment: true}

    - name: Keep what the host gets
      ansible.builtin.copy:
        content: "{{ __litellm_config.content }}"
        dest: "{{ test_folder }}/{{ inventory_hostname }}.yaml"
        mode: "0600"

    - name: Write the manifests
      ansible.builtin.include_role:
        name: llmops.litellm.litellm
        tasks_from: kubernetes
"""
SHARED = TOP / "molecule" / "shared" / "inventory"
EXAMPLES = {path.name: [path] for path in sorted((TOP / "inventories").iterdir())}
# Those of the tests that declare more than one model on one host, in another way each.
SCENARIOS = {
    f"molecule {name}": [SHARED, TOP / "molecule" / name / "inventory"]
    for name in ("agents", "dual_model", "gpu_modes", "own_code")
}


@pytest.mark.parametrize("name", [*EXAMPLES, *SCENARIOS])
def test_a_pod_gets_what_a_host_gets(name: str, tmp_path: Path) -> None:
    sources = (EXAMPLES | SCENARIOS)[name]
    play = tmp_path / "play.yml"
    play.write_text(PLAY)
    words: list[str | Path] = [word for source in sources for word in ("-i", source)]
    words += [f"--extra-vars=@{path}" for source in sources for path in source.glob("group_vars/*/vault.yml.example")]
    values = {
        "test_folder": str(tmp_path),
        "test_group": "litellm" if name in EXAMPLES else "test_hosts",
        # Hosts of tests say which Python they have.
        "ansible_python_interpreter": sys.executable,
    }
    ansible("playbook", play, *words, "-e", json.dumps(values), MOLECULE_SCENARIO_DIRECTORY=str(sources[-1].parent))
    gateways = sorted(path for path in tmp_path.iterdir() if path.is_dir())
    assert gateways
    for folder in gateways:
        (manifest,) = folder.glob("configmap-litellm-config-*.yaml")
        made: dict[str, t.Any] = yaml.safe_load(manifest.read_text())
        assert made["data"]["config.yaml"] == (tmp_path / f"{folder.name}.yaml").read_text()
