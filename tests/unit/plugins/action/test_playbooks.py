"""The module and the lookup in real plays: templating, tags and results as Ansible makes them."""

from __future__ import annotations

import sys
import typing as t
from pathlib import Path

import pytest

from tests.unit.ansible_programs import ansible

Play = t.Callable[..., str]

CANARY = "sk-canary-0123456789abcdefghij"
ENV_FILE = f"""\
PROXY_MODEL_KEYS=gpt5,deepseek
MODEL_GPT5_UPSTREAM_MODEL=gpt-5
MODEL_DEEPSEEK_UPSTREAM_MODEL=deepseek-v3.2
MODEL_DEEPSEEK_REASONING_EFFORT=none
OPENAI_API_KEY={CANARY}
LITELLM_MASTER_KEY={CANARY}
"""


@pytest.fixture
def play(tmp_path: Path) -> Play:
    """Run tasks on a host, and return what Ansible prints at its most talkative."""

    def run(tasks: str, *arguments: str, host: str = "localhost", connection: str = "local") -> str:
        (tmp_path / ".env").write_text(ENV_FILE)
        head = "- hosts: all\n  gather_facts: false\n  vars: {word: gpt-5, number: '5'}\n  tasks:\n"
        (tmp_path / "play.yml").write_text(head + tasks)
        variables = f"ansible_connection={connection} ansible_python_interpreter={sys.executable}"
        (tmp_path / "hosts").write_text(f"{host} {variables}\n")
        done = ansible("playbook", "-vvvv", "--diff", "-i", "hosts", "play.yml", *arguments, cwd=tmp_path)
        return done.stdout + done.stderr

    return run


def test_rendering_contacts_no_host(play: Play) -> None:
    output = play(
        """
    - llmops.litellm.litellm_model_config:
        env_file: .env
        models:
          own: {upstream: "{{ word }}-{{ inventory_hostname }}", rpm: 5}
        environment: "{{ secrets | combine({'LITELLM_MASTER_KEY': 'x'}) }}"
      vars:
        secrets: "{{ lookup('llmops.litellm.env_file', '.env', kind='secrets') }}"
      register: rendered
    - ansible.builtin.assert:
        that:
          - rendered is not changed
          - rendered.models | map(attribute='alias') == ['gpt-5-host.invalid', 'gpt-5', 'deepseek-v3.2']
          - rendered.config.model_list[2].litellm_params.reasoning_effort is not defined
          - rendered.content | from_yaml == rendered.config
          - rendered.required_environment == ['LITELLM_MASTER_KEY', 'OPENAI_API_KEY']
""",
        host="host.invalid",
        connection="ssh",
    )
    assert CANARY not in output
    assert "ESTABLISH SSH CONNECTION" not in output


def test_writing_checking_and_writing_again(play: Play, tmp_path: Path) -> None:
    tasks = """
    - llmops.litellm.litellm_model_config:
        env_file: .env
        path: "{{ playbook_dir }}/out/config.yaml"
        mode: "0640"
      register: written
    - ansible.builtin.assert: {that: "written is changed == (expected | bool)"}
"""
    assert "+  - model_name: gpt-5" in play(tasks, "--check", "-e", "expected=true")
    assert not (tmp_path / "out").exists()
    (tmp_path / "out").mkdir()
    assert CANARY not in play(tasks, "-e", "expected=true")
    assert (tmp_path / "out" / "config.yaml").read_text().startswith("# Written by llmops.litellm")
    assert "+  - model_name: gpt-5" not in play(tasks, "-e", "expected=false")
    play(tasks, "--check", "-e", "expected=false")


def test_wrong_input_fails_with_every_problem(play: Play) -> None:
    play(
        """
    - llmops.litellm.litellm_model_config:
        models:
          a: {upstream: "{{ word }}", rpm: "{{ number }}x", reasoning_effort: off}
        path: /nowhere/config.yaml
      register: refused
      failed_when: false
    - ansible.builtin.assert:
        that:
          - refused.problems | map(attribute='path') == ['models.a.rpm', 'models.a.reasoning_effort']
          - refused.msg is search('2 problems in the input')
"""
    )


def test_a_configuration_with_secrets_is_hidden_but_registered(play: Play, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(f"general_settings: {{master_key: {CANARY}}}\n")
    output = play(
        """
    - llmops.litellm.litellm_model_config:
        config_file: own.yaml
        path: "{{ playbook_dir }}/config.yaml"
      register: written
    - ansible.builtin.assert: {that: "written.content is search('canary')", quiet: true}
"""
    )
    assert CANARY not in output
    assert CANARY in (tmp_path / "config.yaml").read_text()


def test_the_documentation_is_complete() -> None:
    for kind, name in (("module", "litellm_model_config"), ("lookup", "env_file")):
        assert "EXAMPLES" in ansible("doc", "-t", kind, f"llmops.litellm.{name}").stdout
