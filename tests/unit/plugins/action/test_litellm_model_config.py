"""The controller's half: options in, one result out, and at most one call to the host."""

from __future__ import annotations

import typing as t
from pathlib import Path

import pytest
from ansible.parsing.dataloader import DataLoader
from ansible.parsing.vault import VaultEditor, VaultLib, VaultSecret
from ansible.playbook.play_context import PlayContext
from ansible.playbook.task import Task
from ansible.plugins.loader import connection_loader
from ansible.template import Templar
from ansible_collections.llmops.litellm.plugins.action.litellm_model_config import ActionModule

try:
    from ansible.template import trust_as_template as template
except ImportError:  # before ansible-core 2.19
    template = str

MODELS = {"a": {"upstream": "x", "api_base": "https://u.example/v1"}}
Values = dict[str, t.Any]
Call = tuple[str, dict[str, t.Any]]
Run = t.Callable[..., tuple[Values, list[Call], Task]]

ENV_FILE = "PROXY_MODEL_KEYS=a\nMODEL_A_UPSTREAM_MODEL=x\n"


class Host:
    """Stands for the host: remembers what it is asked to run."""

    def __init__(self, answer: Values) -> None:
        self.answer = answer
        self.calls: list[Call] = []

    def execute(self, module_name: str, module_args: Values, task_vars: Values) -> Values:
        self.calls.append((module_name, module_args))
        return dict(self.answer)


class Role:
    """Stands for a role: has defaults, and other roles beside it."""

    def __init__(self, defaults: Values) -> None:
        self.get_default_vars = lambda: defaults
        self.get_role_path = lambda: str(Path(__file__).parents[4] / "roles" / "litellm")


@pytest.fixture
def loader(tmp_path: Path) -> DataLoader:
    loader = DataLoader()
    loader.set_basedir(str(tmp_path))
    return loader


@pytest.fixture
def run(loader: DataLoader, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the action with options; the host answers as told."""

    def run_action(
        answer: Values | None = None, *, variables: Values | None = None, defaults: Values | None = None, **args: object
    ) -> tuple[Values, list[Call], Task]:
        task = Task()
        task.args = args
        task._role = defaults and Role(defaults)
        connection = connection_loader.get("local", PlayContext())
        action = ActionModule(task, connection, PlayContext(), loader, Templar(loader, variables or {}), None)
        host = Host(answer or {})
        monkeypatch.setattr(action, "_execute_module", host.execute)
        return action.run(task_vars=variables or {}), host.calls, task

    return run_action


def problems(result: Values) -> dict[str, Values]:
    assert result["failed"]
    assert "changed" not in result or not result["changed"]
    return {problem["path"]: problem for problem in result["problems"]}


def test_without_a_path_no_host_is_asked(run: Run) -> None:
    result, calls, _task = run(models=MODELS)
    assert calls == []
    assert result["changed"] is False
    assert result["models"][0]["alias"] == "x"
    assert result["config"]["model_list"][0]["model_info"] == {"id": "a"}
    assert result["required_environment"] == ["LITELLM_MASTER_KEY", "OPENAI_API_KEY"]
    assert result["content"].endswith("master_key: os.environ/LITELLM_MASTER_KEY\n")
    assert result["notices"] == []
    assert "warnings" not in result
    assert result["choice"] == "no group chose models: serving all 1"


def test_a_path_costs_one_call(run: Run) -> None:
    answer = {"changed": True, "diff": [{"after": "x"}], "path": "~/c.yaml"}
    result, calls, _task = run(answer, models=MODELS, path="~/c.yaml", mode="0640", backup=True, attr="+i")
    assert calls == [
        (
            "llmops.litellm.litellm_model_config",
            {"path": "~/c.yaml", "mode": "0640", "backup": True, "attr": "+i", "rendered": result["content"]},
        )
    ]
    assert (result["changed"], result["diff"], result["path"]) == (True, [{"after": "x"}], "~/c.yaml")


def test_what_the_host_refuses_is_all_that_is_said(run: Run) -> None:
    result, _calls, _task = run({"failed": True, "msg": "no"}, models=MODELS, path="/x")
    assert (result["failed"], result["msg"]) == (True, "no")
    assert "content" not in result


def test_warnings_and_notices(run: Run) -> None:
    result, _calls, _task = run({"warnings": ["from the host"]}, models=MODELS, master_key_env="", path="/x")
    assert result["warnings"][0] == "from the host"
    assert result["warnings"][1].startswith("warning: master_key_env: is empty: anyone who reaches the port")
    assert result["notices"] == result["warnings"][1:]


def test_wrong_input_is_one_result_with_all_problems(run: Run) -> None:
    result, calls, _task = run(models={"a": {"upstrem": "x", "rpm": "5"}}, path="/x")
    assert calls == []
    assert list(problems(result)) == ["models.a.upstrem", "models.a.rpm", "models.a.upstream"]
    assert result["problems"][0] == {
        "path": "models.a.upstrem",
        "message": "is not a field here",
        "remedy": "did you mean 'upstream'?",
        "severity": "error",
        "rule": "unknown-field",
    }
    assert result["msg"].startswith("3 problems in the input; nothing was changed.\n  - models.a.upstrem: ")


def test_wrong_options_are_all_named(run: Run) -> None:
    result, _calls, _task = run(modles=MODELS, rendered="x", strict="maybe", models="a b", env_file="missing.env")
    found = problems(result)
    assert found["modles"]["remedy"] == "did you mean 'models'?"
    assert found["rendered"]["message"] == "is not an option of litellm_model_config"
    assert found["env_file"]["message"] == "missing.env does not exist on the controller"
    assert found["models"]["message"] == "is 'a b', and has to be a dictionary"
    assert found["strict"]["message"] == "is 'maybe', and has to be true or false"


ROLE = {"variable_prefix": "litellm_", "known_variables": ["litellm_hosts", "litellm_model_keys__*"]}


class TestVariables:
    def test_that_nothing_reads_are_told_beside_what_is_wrong_with_models(self, run: Run) -> None:
        variables = {"litellm_prot": 1, "litellm_hosts": "a", "litellm_port": 4000, "litellm_mine": 1}
        args = {"variables": variables, "defaults": {"litellm_port": 4000}, **ROLE}
        result, _calls, _task = run(models={"a": {"upstrem": "x"}}, **args)
        assert set(problems(result)) == {
            "litellm_mine",
            "litellm_prot",
            "litellm_models.a.upstrem",
            "litellm_models.a.upstream",
        }
        assert set(problems(run(models=MODELS, **args)[0])) == {"litellm_mine", "litellm_prot"}
        assert set(problems(run(models=MODELS, allow_unknown="litellm_mine", **args)[0])) == {"litellm_prot"}
        assert "failed" not in run(models=MODELS, allow_unknown=["litellm_mine", "litellm_prot"], **args)[0]

    def test_are_not_looked_at_unless_the_caller_says_what_is_known(self, run: Run) -> None:
        assert "failed" not in run(models=MODELS, variables={"litellm_prot": 1}, variable_prefix="litellm_")[0]
        assert "failed" not in run(models=MODELS, variables={"litellm_prot": 1}, known_variables=["litellm_x"])[0]

    def test_of_the_roles_beside_it_are_known(self, run: Run) -> None:
        variables = {
            "litellm_redis_memory": 1,
            "litellm_redis_address": 1,
            "litellm_balancer_port": 1,
            "litellm_redis_prt": 1,
        }
        result, _calls, _task = run(models=MODELS, variables=variables, defaults={"litellm_port": 4000}, **ROLE)
        assert list(problems(result)) == ["litellm_redis_prt"]
        assert problems(result)["litellm_redis_prt"]["remedy"].startswith("did you mean litellm_redis_port?")

    def test_can_be_looked_at_alone(self, run: Run) -> None:
        result, _calls, _task = run(only_variables=True, **ROLE)
        assert result == {"changed": False, "notices": []}
        result, _calls, _task = run(only_variables=True, variables={"litellm_confg_dir": "/srv"}, **ROLE)
        assert list(problems(result)) == ["litellm_confg_dir"]

    def test_of_a_wrong_type_are_told_by_name_and_once(self, run: Run) -> None:
        variables = {
            "litellm_firewall": "maybe",
            "litellm_service_manager": "systmd",
            "litellm_timeout": "60s",
            "litellm_user": template("{{ nobody_said_who }}"),
            "litellm_unit_overrides": False,
            "litellm_models": [],
        }
        asked = {"variables": variables, "defaults": {"litellm_port": 4000}, "entry_point": "main", **ROLE}
        result, _calls, _task = run(models=MODELS, service_manager="systmd", timeout="60s", **asked)
        told = {path: problem["message"] for path, problem in problems(result).items()}
        assert told.pop("litellm_user").startswith("cannot be evaluated: 'nobody_said_who' is undefined")
        assert told == {
            "litellm_firewall": "is 'maybe', and has to be true or false",
            "litellm_service_manager": "is 'systmd'",
            "litellm_timeout": "is '60s', and has to be a number",
            "litellm_unit_overrides": "is false, and has to be a dictionary",
        }
        assert len(result["problems"]) == 5
        del asked["defaults"]
        assert (
            problems(run(models=MODELS, **asked)[0])["entry_point"]["message"] == "stands in a task that is of no role"
        )
        asked |= {"defaults": {"litellm_port": 4000}, "entry_point": "rollback"}
        assert set(problems(run(only_variables=True, **asked)[0])) == {"litellm_user"}

    def test_that_only_a_deployment_reads_are_told_where_a_configuration_is_rendered(self, run: Run) -> None:
        variables = {"litellm_port": "4000a", "litellm_host": ["no text"], "litellm_user": template("{{ of_a_vault }}")}
        asked = {"variables": variables, "defaults": {"litellm_port": 4000}, "entry_point": "render", **ROLE}
        assert list(problems(run(models=MODELS, **asked)[0])) == ["litellm_port"]
        asked |= {"entry_point": "rollback"}
        assert set(problems(run(only_variables=True, **asked)[0])) == {"litellm_user"}

    def test_of_groups_that_choose_nothing_are_named(self, run: Run) -> None:
        variables: Values = {"litellm_model_keys__a": [], "litellm_model_keys__b": []}
        result, _calls, _task = run(models=MODELS, model_keys=[], variables=variables, **ROLE)
        assert problems(result)["litellm_model_keys__a, litellm_model_keys__b"]["message"] == (
            "is empty, so no model is left"
        )
        assert problems(run(models=MODELS, model_keys=[], **ROLE)[0])["litellm_model_keys"]


def test_a_wrong_option_hides_no_problem_of_models(run: Run) -> None:
    models = {"a": {"upstrem": "gpt-5"}}
    result, _calls, _task = run(models=models, strict="maybe", timeout="1m")
    assert {"strict", "timeout", "models.a.upstrem"} <= set(problems(result))
    # What is wrong with names of models is not known where a source of them cannot be read.
    result, _calls, _task = run(models=models, providers=["mine"])
    assert set(problems(result)) == {"providers"}
    # Nothing in the fields of a model hangs on agents, and what names one is not known.
    result, _calls, _task = run(models=models, agents=["coder"], default_fallbacks=["coder"])
    assert set(problems(result)) == {"agents", "models.a.upstrem", "models.a.upstream"}


def test_an_empty_path_is_none(run: Run) -> None:
    assert problems(run(models=MODELS, path="")[0])["path"]["message"] == "is empty"


def test_lines_of_files_are_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.env").write_text(ENV_FILE + "PORT=0\n")
    result, _calls, _task = run(env_file="bad.env")
    assert problems(result)["env_file.PORT"]["line"] == 3


class TestFiles:
    def test_are_found_as_ansible_finds_them(self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "files").mkdir()
        for place in ("files/in-files.env", "beside.env"):
            (tmp_path / place).write_text(ENV_FILE)
        monkeypatch.setenv("HOME", str(tmp_path))
        for path in ("in-files.env", "beside.env", str(tmp_path / "beside.env"), "~/beside.env"):
            assert run(env_file=path)[0]["models"][0]["key"] == "a"

    def test_that_are_vaulted_are_decrypted(self, run: Run, tmp_path: Path, loader: DataLoader) -> None:
        secret = VaultSecret(b"password")
        vault = VaultLib([("default", secret)])
        path = tmp_path / "vaulted.env"
        path.write_text(ENV_FILE)
        VaultEditor(vault).encrypt_file(str(path), secret)
        assert path.read_text().startswith("$ANSIBLE_VAULT")
        assert problems(run(env_file="vaulted.env")[0])["env_file"]["message"] == (
            "vaulted.env is not a file that can be read here"
        )
        loader.set_vault_secrets([("default", secret)])
        assert run(env_file="vaulted.env")[0]["models"][0]["key"] == "a"

    def test_that_are_directories_are_refused(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "folder").mkdir()
        assert problems(run(config_file="folder")[0])["config_file"]["message"] == (
            "folder is not a file that can be read here"
        )

    def test_that_are_no_text_are_refused(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "binary").write_bytes(b"\xff")
        assert problems(run(config_file="binary")[0])["config_file"]["message"] == "binary is not UTF-8 text"


class TestOwnConfiguration:
    def test_is_handed_over_byte_for_byte(self, run: Run, tmp_path: Path) -> None:
        own = "# mine: ünchanged\r\nmodel_list: []\r\n"
        (tmp_path / "own.yaml").write_bytes(own.encode())
        result, calls, task = run(config_file="own.yaml", path="/x")
        assert calls[0][1]["rendered"] == own == result["content"]
        assert not task.no_log
        assert "_ansible_no_log" not in result

    def test_with_secrets_is_shown_nowhere(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "own.yaml").write_text("general_settings: {master_key: sk-canary-0123456789abcdef}\n")
        answer = {"changed": True, "diff": [{"after": "sk-canary"}]}
        result, calls, task = run(answer, config_file="own.yaml", path="/x")
        assert len(calls) == 1
        assert task.no_log
        assert result["_ansible_no_log"]
        assert "diff" not in result
        assert "canary" not in str(result["notices"])


def test_python_files_are_found_and_checked_on_the_controller(run: Run, tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "my_hooks.py").write_text("handler = 1\n")
    given = {"models": MODELS, "service_manager": "systemd", "variable_prefix": "litellm_"}
    given["litellm_settings"] = {"callbacks": ["my_hooks.handler"]}
    result, _calls, _task = run(**given, python_files=["my_hooks.py"])
    assert result["python_files"] == {"my_hooks.py": "handler = 1\n"}
    result, _calls, _task = run(**given, python_files=["my_hooks.py", "no_file.py"])
    assert list(problems(result)) == ["litellm_python_files[1]"]
    result, _calls, _task = run(**given, python_files=[])
    assert list(problems(result)) == ["litellm_settings.callbacks[0]"]


def test_python_files_beside_a_configuration_count(run: Run, tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text(
        "model_list: [{model_name: a, litellm_params: {model: openai/m, api_key: os.environ/K}, model_info: {id: a}}]\n"
        "litellm_settings: {callbacks: [my_hooks.handler]}\n"
    )
    args = {"config_file": str(tmp_path / "config.yaml"), "python_files": []}
    assert "my_hooks.py" in " ".join(run(**args)[0]["notices"])
    (tmp_path / "my_hooks.py").write_bytes(b"handler = 1  # \xff\n")
    assert "my_hooks" not in " ".join(run(**args)[0]["notices"])
