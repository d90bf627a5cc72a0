"""Every example inventory renders, for each of its hosts, the models that it means to."""

from __future__ import annotations

import re
import typing as t
from pathlib import Path

import pytest
import yaml

from tests.unit.ansible_programs import TOP, ansible

INVENTORIES = TOP / "inventories"
EXAMPLE_FILE = TOP / ".env.multi-model.example"
PREFLIGHT = """\
- name: Render with everything that the service will have
  hosts: litellm
  gather_facts: false
  connection: local
  tasks:
    - name: Render and check the configuration
      ansible.builtin.include_role:
        name: llmops.litellm.litellm
        tasks_from: render
"""

GPT5 = {"model": "openai/gpt-5", "reasoning_effort": "high"}
OPENAI = {"api_base": "https://api.openai.com/v1", "api_key": "os.environ/OPENAI_API_KEY"}
DEEPSEEK = {"model": "openai/deepseek-v3.2"}
AGENTROUTER = {"api_base": "https://agentrouter.org/v1", "api_key": "os.environ/OPENAI_API_KEY"}
HELLO = {"model": "openai/gpt-4o-mini", "mock_response": "Hello from your own LiteLLM gateway."}

SERVED: dict[str, dict[str, dict[str, dict[str, t.Any]]]] = {
    "quickstart": {"localhost": {"hello": HELLO}},
    "single_model": {"gateway": {"gpt-5": GPT5 | OPENAI}},
    "dual_model": {
        "gateway1": {"gpt-5": GPT5 | OPENAI},
        "gateway2": {
            "deepseek-v3.2": {"model": "deepseek/deepseek-chat", "api_key": "os.environ/DEEPSEEK_API_KEY"},
            "gpt-5": GPT5 | OPENAI,
        },
    },
    "fleet": {f"gateway{number}": {"gpt-5": GPT5 | OPENAI | {"rpm": 600}} for number in (1, 2, 3)},
}


def play(*arguments: str | Path, form: str = "json") -> str:
    """The output of a playbook.

    :param form: in which Ansible prints results; ``json`` unless the checkout's settings or the caller's say otherwise.
    """
    return ansible("playbook", *arguments, ANSIBLE_CALLBACK_RESULT_FORMAT=form).stdout


def printed(output: str) -> dict[str, dict[str, t.Any]]:
    """The configuration that was printed for each host."""
    documents = re.finditer(r"^---\n# (?P<host>.+)\n(?P<text>(?:.*\n)*?)\.\.\.$", output, re.MULTILINE)
    return {found["host"]: yaml.safe_load(found["text"]) for found in documents}


def models_of(config: dict[str, t.Any]) -> dict[str, dict[str, t.Any]]:
    return {entry["model_name"]: entry["litellm_params"] for entry in config["model_list"]}


def test_every_inventory_is_tested() -> None:
    assert set(SERVED) == {folder.name for folder in INVENTORIES.iterdir()}


@pytest.mark.parametrize("name", SERVED)
def test_each_host_gets_its_models_in_order(name: str) -> None:
    configs = printed(play("--inventory", INVENTORIES / name, "playbooks/print_config.yml"))
    served = {host: models_of(config) for host, config in configs.items()}
    assert served == SERVED[name]
    assert [list(each) for each in served.values()] == [list(SERVED[name][host]) for host in served]


@pytest.mark.parametrize("name", SERVED)
def test_the_vault_example_names_every_secret(name: str, tmp_path: Path) -> None:
    playbook = tmp_path / "render.yml"
    playbook.write_text(PREFLIGHT)
    vaults = [f"--extra-vars=@{path}" for path in (INVENTORIES / name).glob("group_vars/*/vault.yml.example")]
    keep = f"--extra-vars=quickstart_master_key_file={tmp_path / 'master_key'}"
    play("--inventory", INVENTORIES / name, keep, *vaults, playbook)


def test_the_configuration_is_printed_alike_whatever_ansible_is_set_to() -> None:
    arguments = ("--inventory", INVENTORIES / "dual_model", "playbooks/print_config.yml")
    assert printed(play(*arguments)) == printed(play(*arguments, "--check", form="yaml"))


def test_the_configuration_is_printed_while_the_vault_is_closed(tmp_path: Path) -> None:
    models = "litellm_models: {hello: {upstream: hello, mock_response: Hello}}\n"
    # What Ansible Vault makes of a value: it cannot be read without the password.
    secret = "!vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  " + "3" * 80
    (tmp_path / "hosts.yml").write_text("litellm: {hosts: {gateway: {}}}\n")
    (tmp_path / "group_vars").mkdir()
    (tmp_path / "group_vars" / "litellm.yml").write_text(
        f"{models}vault_key: {secret}\nlitellm_master_key: '{{{{ vault_key }}}}'\nlitellm_secrets: {{A: '{{{{ vault_key }}}}'}}\n"
    )
    output = play("-vvv", "--inventory", tmp_path / "hosts.yml", "playbooks/print_config.yml")
    assert list(models_of(printed(output)["gateway"])) == ["hello"]


def test_a_configuration_with_secrets_is_not_printed(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("model_list: []\ngeneral_settings: {master_key: sk-canary-0123456789abcdefghij}\n")
    output = play("playbooks/print_config.yml", f"--extra-vars=litellm_config_file={own}")
    assert printed(output) == {"localhost": None}
    assert "sk-canary" not in output
    assert "It holds secrets" in output


def test_the_environment_file_declares_both_models() -> None:
    output = play("playbooks/print_config.yml", f"--extra-vars=litellm_env_file={EXAMPLE_FILE}")
    served = models_of(printed(output)["localhost"])
    assert served == {"gpt-5": GPT5 | AGENTROUTER, "deepseek-v3.2": DEEPSEEK | AGENTROUTER}
    assert list(served) == ["gpt-5", "deepseek-v3.2"]


def test_the_environment_file_shows_no_secret() -> None:
    output = play("-vvv", "playbooks/print_config.yml", f"--extra-vars=litellm_env_file={EXAMPLE_FILE}")
    assert "sk-your" not in output


def test_the_readme_shows_the_inventory_as_it_is() -> None:
    readme = (TOP / "README.md").read_text()
    shown = readme.partition("```yaml\n# hosts.yml")[2].partition("```")[0]
    files = re.split(r"^# (\S+\.yml)$", f"# hosts.yml{shown}", flags=re.MULTILINE)[1:]
    for name, text in zip(files[::2], files[1::2], strict=True):
        assert yaml.safe_load(text) == yaml.safe_load((INVENTORIES / "dual_model" / name).read_text()), name
