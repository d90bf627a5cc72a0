"""The playbook kubernetes writes what it says, once, and nothing where something is refused."""

from __future__ import annotations

import re
import stat
import typing as t
from pathlib import Path

import pytest
import yaml

from tests.playbooks.cores import INVENTORIES, Inventory, Play, Refuse

CANARY = "sk-canary-7Yq2mVb9Lr4T"
MODELS = {"a": {"upstream": "m", "mock_response": "hi"}, "b": {"upstream": "n", "mock_response": "hi"}}
SECRETS = [{"name": "litellm", "keys": ["LITELLM_MASTER_KEY"]}]
PLAYBOOK = "playbooks/kubernetes.yml"
ONE: dict[str, t.Any] = {"litellm": {"hosts": {"gw1": None}}}
TWO: dict[str, t.Any] = {"litellm": {"hosts": {"gw1": None, "gw2": None}}}


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()} if folder.exists() else {}


def declared(folder: Path, **more: t.Any) -> dict[str, t.Any]:
    return {
        "litellm_models": MODELS,
        "litellm_kubernetes_secrets": SECRETS,
        "litellm_kubernetes_folder": str(folder),
        **more,
    }


def test_what_is_said_is_written_once(play: Play, inventory: Inventory, tmp_path: Path) -> None:
    folder = tmp_path / "ml"
    path = inventory(ONE, **declared(folder))
    said = play("-i", path, PLAYBOOK, "--check", "--diff").stdout
    assert "would be written: configmap-litellm-config-" in said
    assert "+      - model_name: m" in said
    assert texts(folder) == {}
    assert re.search(r"gw1 +: .*changed=1 ", play("-i", path, PLAYBOOK).stdout)
    before = texts(folder)
    assert set(before) >= {"deployment.yaml", "service.yaml"}
    done = play("-i", path, PLAYBOOK, "--diff").stdout
    assert "nothing differs" in done
    assert re.search(r"gw1 +: .*changed=0 ", done)
    assert texts(folder) == before
    # The type of a number is that of Kubernetes, however old the core is.
    spec = yaml.safe_load(before["deployment.yaml"])["spec"]
    assert (spec["replicas"], spec["template"]["spec"]["terminationGracePeriodSeconds"]) == (2, 85)


@pytest.mark.newest_core
def test_refused_input_changes_nothing(play: Play, refuse: Refuse, inventory: Inventory, tmp_path: Path) -> None:
    folder = tmp_path / "ml"
    path = inventory(ONE, **declared(folder))
    play("-i", path, PLAYBOOK)
    before = texts(folder)
    for variables, says in (
        ("litellm_kubernetes_nam=x", "litellm_kubernetes_nam: is no variable of this role"),
        ("{litellm_kubernetes_secrets: []}", "declare LITELLM_MASTER_KEY in litellm_kubernetes_secrets"),
        ("{litellm_kubernetes_ingress: {hots: x, host: a}}", "ingress.hots: is not a field here; did you mean 'host'?"),
        ("litellm_port=99999", "litellm_port: is 99999, and ports are from 1 to 65535"),
        ("litellm_workers=-1", "litellm_workers: is -1, and it cannot be negative"),
        ("litellm_redis=local", "litellm_redis: is a service of a host, which pods of Kubernetes do not have"),
    ):
        assert says in refuse("-i", path, PLAYBOOK, "-e", variables)
    assert texts(folder) == before


@pytest.mark.newest_core
def test_a_database_is_migrated_by_a_job(play: Play, inventory: Inventory, tmp_path: Path) -> None:
    folder = tmp_path / "ml"
    database = {"host": "db.ml.svc", "password_env": "DATABASE_PASSWORD"}
    secrets = [*SECRETS, {"name": "database", "keys": ["DATABASE_PASSWORD", "LITELLM_SALT_KEY"]}]
    given = {"litellm_kubernetes_secrets": secrets, "litellm_database": database, "litellm_migration_timeout": 300}
    path = inventory(ONE, **declared(folder, **given))
    play("-i", path, PLAYBOOK)
    spec = yaml.safe_load(texts(folder)["job.yaml"])["spec"]
    (container,) = spec["template"]["spec"]["containers"]
    assert container["command"][-4:] == ["migrate", "", "/tmp", "300"]  # noqa: S108 - a folder of the pod's own
    variables = {each["name"]: each.get("value") for each in container["env"]}
    # LiteLLM asks nobody for prices there, either.
    assert variables["LITELLM_LOCAL_MODEL_COST_MAP"] == "True"
    assert [name for name, value in variables.items() if value is None] == ["DATABASE_PASSWORD"]
    assert "nothing differs" in play("-i", path, PLAYBOOK).stdout


@pytest.mark.newest_core
def test_hosts_that_declare_the_same_are_one_gateway(
    play: Play, refuse: Refuse, inventory: Inventory, tmp_path: Path
) -> None:
    folder = tmp_path / "ml"
    path = inventory(TWO, **declared(folder))
    done = play("-i", path, PLAYBOOK).stdout
    assert re.search(r"gw2 +: .*changed=0 ", done)
    hosts = {"litellm": {"hosts": {"gw1": None, "gw2": {"litellm_model_keys__other": ["a"]}}}}
    before = texts(folder)
    said = refuse("-i", inventory(hosts, **declared(folder)), PLAYBOOK)
    assert "The hosts declare different gateways and one folder for their manifests" in said
    assert texts(folder) == before
    apart = declared(folder) | {"litellm_kubernetes_folder": str(tmp_path / "{{ inventory_hostname }}")}
    play("-i", inventory(hosts, **apart), PLAYBOOK)
    assert texts(tmp_path / "gw1") != texts(tmp_path / "gw2")


@pytest.mark.newest_core
def test_a_secret_is_written_apart_and_shown_nowhere(play: Play, inventory: Inventory, tmp_path: Path) -> None:
    folder, file = tmp_path / "ml", tmp_path / "secret.yaml"
    asked = {"litellm_kubernetes_secrets": [], "litellm_kubernetes_secret_file": str(file)}
    path = inventory(ONE, **declared(folder, litellm_master_key=CANARY) | asked)
    done = play("-i", path, PLAYBOOK, "--diff", "-vvvv")
    assert CANARY not in done.stdout + done.stderr
    assert yaml.safe_load(file.read_text())["stringData"] == {"LITELLM_MASTER_KEY": CANARY}
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert CANARY not in str(texts(folder))


@pytest.mark.newest_core
def test_a_secret_that_no_gateway_can_have_is_not_written(refuse: Refuse, inventory: Inventory, tmp_path: Path) -> None:
    folder, file = tmp_path / "ml", tmp_path / "secret.yaml"
    models = {"a": {"upstream": "gpt-5", "provider": "openai", "api_key_env": "A_KEY"}}
    asked = {"litellm_kubernetes_secret_file": str(file), "litellm_models": models, "litellm_secrets": {"A_KEY": ""}}
    said = refuse("-i", inventory(ONE, **declared(folder, litellm_master_key="sk-1234") | asked), PLAYBOOK)
    assert "litellm_secrets.A_KEY: is empty" in said
    assert "litellm_master_key: " in said
    assert not file.exists()
    assert texts(folder) == {}


def test_without_that_the_vault_stays_closed(play: Play, tmp_path: Path) -> None:
    keys = (
        "{litellm_kubernetes_secrets: [{name: litellm, keys: [LITELLM_MASTER_KEY, OPENAI_API_KEY, DEEPSEEK_API_KEY]}]}"
    )
    where = f"litellm_kubernetes_folder={tmp_path}/{{{{ inventory_hostname }}}}"
    play("-i", INVENTORIES / "dual_model", PLAYBOOK, "-e", keys, "-e", where)
    assert texts(tmp_path / "gateway1") != texts(tmp_path / "gateway2")


@pytest.mark.newest_core
def test_a_config_map_is_checked_and_adopted(play: Play, inventory: Inventory, tmp_path: Path) -> None:
    folder = tmp_path / "ml"
    play("-i", inventory(ONE, **declared(folder)), PLAYBOOK)
    (config_map,) = folder.glob("configmap-litellm-config-*")
    given = f"litellm_config_file={config_map}"
    assert "has no errors: 2 deployments" in play("playbooks/check_config.yml", "-e", given).stdout
    assert "litellm_models:" in play("playbooks/adopt_config.yml", "-e", given).stdout
