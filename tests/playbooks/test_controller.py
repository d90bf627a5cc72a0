"""What playbooks do before any host is touched: printing, checking, adopting, and refusing."""

from __future__ import annotations

import re
import typing as t
from pathlib import Path

import pytest
import yaml

from tests.playbooks.cores import INVENTORIES, ROOT, Inventory, Play, Refuse

PLAYBOOKS = sorted(path.stem for path in (ROOT / "playbooks").glob("*.yml"))
OF_HOSTS = [name for name in PLAYBOOKS if name not in ("check_config", "adopt_config", "report")]
# Nothing is asked of a host that is none of the gateways, not even what its connection needs.
ELSEWHERE = {
    "web": {"hosts": {"w1": {"ansible_user": "{{ nothing_has_this }}"}}},
    "gateways": {"hosts": {"gw1": None, "gw2": None}},
}
MODELS = {"a": {"upstream": "m", "mock_response": "hi"}, "b": {"upstream": "n", "mock_response": "hi"}}
CLEAN = """\
model_list:
  - {model_name: m, litellm_params: {model: openai/m, mock_response: hi}, model_info: {id: m}}
general_settings: {master_key: os.environ/LITELLM_MASTER_KEY}
"""


@pytest.fixture
def file(tmp_path: Path) -> t.Callable[[str], str]:
    def write(text: str) -> str:
        (tmp_path / "config.yaml").write_text(text)
        return f"litellm_config_file={tmp_path / 'config.yaml'}"

    return write


def printed(output: str) -> t.Any:
    """The YAML that a run printed as it is."""
    return yaml.safe_load(text_of(output))


def text_of(output: str) -> str:
    return output.partition("\n---\n")[2].partition("\n...\n")[0]


def findings(output: str) -> list[str]:
    """The lines of a verdict."""
    return output.partition("TASK [Tell what was found]")[2].partition("\nok: ")[0].splitlines()[1:]


def test_every_playbook_is_read(play: Play) -> None:
    done = play("--syntax-check", *(f"playbooks/{name}.yml" for name in PLAYBOOKS))
    assert done.stdout.count("playbook: ") == len(PLAYBOOKS)


def test_print_config(play: Play) -> None:
    done = play("-i", INVENTORIES / "dual_model", "playbooks/print_config.yml")
    assert "model_name: gpt-5" in done.stdout
    assert "WARNING" not in done.stderr


def test_wrong_input_is_one_message(refuse: Refuse, inventory: Inventory) -> None:
    hosts: dict[str, t.Any] = {
        "litellm": {"children": {"a": {"hosts": {"gw1": {"litellm_prot": 5}}}}, "vars": {"litellm_worker": 3}}
    }
    models = {"a": {"upstrem": "m", "rpm": "5"}}
    path = inventory(hosts, litellm_models=models, litellm_model_key__a=["a"], litellm_answer=1)
    said = refuse("-i", path, "playbooks/print_config.yml", "-e", "litellm_strickt=1")
    assert "8 problems in the input; nothing was changed." in said
    for name, meant in (
        ("prot", "port"),
        ("worker", "workers"),
        ("model_key__a", "model_keys__a"),
        ("strickt", "strict"),
    ):
        assert f"- litellm_{name}: is no variable of this role" in said
        assert f"did you mean litellm_{meant}?" in said
    assert "group_vars/all.yml:" in said
    assert "- litellm_answer: is no variable" in said
    assert "take it out, or name it in litellm_allow_unknown" in said
    assert "- litellm_models.a.upstrem: is not a field here; did you mean 'upstream'?" in said
    assert "- litellm_models.a.rpm: " in said


@pytest.mark.newest_core
def test_a_choice_that_is_empty_serves_nothing(refuse: Refuse, inventory: Inventory) -> None:
    hosts: dict[str, t.Any] = {"litellm": {"hosts": {"gw1": None}}}
    path = inventory(hosts, litellm_models=MODELS, litellm_model_keys__a=[])
    said = refuse("-i", path, "playbooks/print_config.yml")
    assert "- litellm_model_keys__a: is empty, so no model is left" in said
    path = inventory(hosts, litellm_models=MODELS, litellm_model_keys=[])
    assert "- litellm_model_keys: is empty, so no model is left" in refuse("-i", path, "playbooks/print_config.yml")


def test_choices_of_groups_are_joined(play: Play, inventory: Inventory) -> None:
    hosts: dict[str, t.Any] = {"litellm": {"hosts": {"gw1": {"litellm_model_keys__x": []}}}}
    path = inventory(hosts, litellm_models=MODELS, litellm_model_keys__a=["b"])
    config = printed(play("-i", path, "playbooks/print_config.yml").stdout)
    assert [model["model_name"] for model in config["model_list"]] == ["n"]


def test_check_config_of_a_clean_file(play: Play, file: t.Callable[[str], str]) -> None:
    (verdict,) = findings(play("playbooks/check_config.yml", "-e", file(CLEAN)).stdout)
    assert verdict.endswith("config.yaml has no errors: 1 deployments, 0 warnings and notices")


def test_check_config_of_a_file_with_something_to_say(play: Play, file: t.Callable[[str], str]) -> None:
    done = play(
        "playbooks/check_config.yml", "-e", file(CLEAN.replace("hi}", "hi, rpm: 3}")), "-e", "litellm_workers=2"
    )
    verdict, notice = findings(done.stdout)
    assert verdict.endswith("1 warnings and notices")
    assert notice.startswith("notice: model_list[0].litellm_params.rpm (line 2): limits no minute")
    assert "limits no minute" in done.stderr  # as a warning of Ansible's


def test_check_config_of_a_faulty_file(refuse: Refuse, file: t.Callable[[str], str]) -> None:
    said = refuse(
        "playbooks/check_config.yml", "-e", file(CLEAN + "router_setting: {}\nlitellm_settings: {drop_param: true}\n")
    )
    assert "2 problems in the input" in said
    assert "router_setting (line 4): " in said
    assert "litellm_settings.drop_param (line 5): " in said


@pytest.mark.newest_core
@pytest.mark.parametrize("name", ["check_config", "adopt_config"])
def test_the_file_is_asked_for(refuse: Refuse, name: str) -> None:
    assert "Name the file with -e litellm_config_file=config.yaml" in refuse(f"playbooks/{name}.yml")


def test_adopt_config(play: Play, refuse: Refuse, file: t.Callable[[str], str], tmp_path: Path) -> None:
    adopted = tmp_path / "adopted.yml"
    # What LiteLLM takes as it is must not be a template to Ansible.
    text = CLEAN.replace("id: m}", "id: m, note: '{{ nothing_has_this }} {% raw %} {#'}")
    adopted.write_text(text_of(play("playbooks/adopt_config.yml", "-e", file(text)).stdout))
    (model,) = printed(play("playbooks/print_config.yml", "-e", f"@{adopted}").stdout)["model_list"]
    assert model == yaml.safe_load(text)["model_list"][0]
    assert "nothing was changed" in refuse("playbooks/adopt_config.yml", "-e", file("model_list: 5\n"))


# All begin with one play, which other tests here run under each core.
@pytest.mark.newest_core
@pytest.mark.parametrize("name", OF_HOSTS)
def test_a_playbook_without_a_host_fails(refuse: Refuse, inventory: Inventory, name: str) -> None:
    said = refuse("-i", inventory(ELSEWHERE), f"playbooks/{name}.yml")
    assert "No host is in litellm. Name the group of your gateways litellm, or say which hosts they are" in said


@pytest.mark.newest_core
@pytest.mark.parametrize("name", OF_HOSTS)
def test_an_inventory_that_is_not_there_is_not_this_machine(refuse: Refuse, name: str, tmp_path: Path) -> None:
    said = refuse("-i", str(tmp_path / "hosts.yml"), f"playbooks/{name}.yml", "-e", "litellm_become=false")
    assert f"No host is in the inventory {tmp_path / 'hosts.yml'}." in said


def test_an_inventory_without_hosts_is_not_this_machine(refuse: Refuse, tmp_path: Path) -> None:
    file = tmp_path / "hosts.yml"
    arguments = ("-i", str(file), "playbooks/verify.yml", "-e", "litellm_become=false")
    assert f"No host is in the inventory {file}. Is that its path?" in refuse(*arguments)
    file.write_text("litellm:\n  hosts:\n    gw1: {\n")
    assert f"No host is in the inventory {file}. It is there; what Ansible cannot read of it" in refuse(*arguments)


@pytest.mark.newest_core
@pytest.mark.parametrize("name", ["rollback", "uninstall"])
def test_a_misspelt_folder_is_not_taken_for_the_default(refuse: Refuse, inventory: Inventory, name: str) -> None:
    path = inventory({"litellm": {"hosts": {"gw1": None}}})
    said = refuse("-i", path, f"playbooks/{name}.yml", "-e", "litellm_confg_dir=/srv/etc", "-e", "litellm_become=false")
    assert "litellm_confg_dir: is no variable of this role" in said
    assert "did you mean litellm_config_dir?" in said
    assert "UNREACHABLE" not in said


def test_a_limit_without_a_host_fails(refuse: Refuse, inventory: Inventory) -> None:
    path = inventory(ELSEWHERE)
    said = refuse("-i", path, "playbooks/verify.yml", "-e", "litellm_hosts=gateways", "--limit", "w1")
    assert "No host is in gateways and within --limit w1." in said
    said = refuse("-i", path, "playbooks/check_config.yml", "--limit", "w1")
    assert "No host is in localhost and within --limit w1. Leave --limit out." in said


def test_tags_that_leave_everything_out_fail(refuse: Refuse, inventory: Inventory) -> None:
    said = refuse(
        "-i", inventory(ELSEWHERE), "playbooks/verify.yml", "-e", "litellm_hosts=gateways", "--tags", "config"
    )
    assert "--tags leaves all of them out" in said


def test_a_pattern_and_a_limit_find_their_hosts(play: Play, inventory: Inventory) -> None:
    path = inventory(ELSEWHERE, litellm_models=MODELS)
    done = play("-i", path, "playbooks/print_config.yml", "-e", "litellm_hosts=gateways:!gw1", "--limit", "gateways")
    assert "# gw2\n" in done.stdout
    assert "# gw1\n" not in done.stdout


def test_an_installed_collection_by_name(play: Play, refuse: Refuse, inventory: Inventory, tmp_path: Path) -> None:
    (tmp_path / "ansible.cfg").write_text("")
    (tmp_path / "site.yml").write_text("- ansible.builtin.import_playbook: llmops.litellm.print_config\n")
    installed = {
        "ANSIBLE_CONFIG": str(tmp_path / "ansible.cfg"),
        "ANSIBLE_COLLECTIONS_PATH": str(ROOT / ".collections"),
    }
    path = inventory({"litellm": {"hosts": {"gw1": None}}}, litellm_models=MODELS)
    for name in ("llmops.litellm.print_config", "site.yml"):
        assert "model_name: m" in play("-i", path, name, cwd=tmp_path, **installed).stdout
    said = refuse("-i", inventory(ELSEWHERE), "llmops.litellm.verify", cwd=tmp_path, **installed)
    assert "No host is in litellm." in said


def test_fetch_tells_what_would_come_and_needs_a_folder(play: Play, refuse: Refuse, tmp_path: Path) -> None:
    # This machine is the host.
    here = ("playbooks/fetch.yml", "-e", "litellm_become=false")
    done = play(*here, "--check", "-e", f"litellm_wheels={tmp_path / 'wheels'}")
    said = " ".join(done.stdout.split())
    assert re.search(r"would have what LiteLLM \S+ needs on localhost; \d+ wheels would come", said)
    assert not (tmp_path / "wheels").exists()
    assert "Name the folder of the controller to fetch into" in refuse(*here)
    (tmp_path / "wheels.tar").write_text("none")
    said = refuse(*here, "-e", f"litellm_wheels={tmp_path / 'wheels.tar'}")
    assert "wheels.tar, which is no folder, and wheels are fetched into one. Nothing was changed" in said
