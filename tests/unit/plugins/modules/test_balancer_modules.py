"""The modules that speak to a balancer: options in, one result out."""

from __future__ import annotations

import contextlib
import typing as t
from pathlib import Path

import pytest
from ansible.module_utils.basic import AnsibleModule
from ansible_collections.llmops.litellm.plugins.module_utils._balancer.certificate import fingerprint
from ansible_collections.llmops.litellm.plugins.modules import (
    litellm_balancer_certificate,
    litellm_balancer_gateway,
    litellm_balancer_info,
    litellm_balancer_reload,
)

from tests.unit.plugins.module_utils._balancer.conftest import FakeHaproxy, Worker
from tests.unit.plugins.module_utils._balancer.test_certificate import Pair, made


@pytest.fixture
def haproxy(tmp_path: Path) -> t.Iterator[FakeHaproxy]:
    """Two gateways, both up, the first with a request under way."""
    with contextlib.closing(FakeHaproxy(tmp_path, Worker({"gw1": ("UP", 1), "gw2": ("UP", 0)}))) as made:
        yield made


def test_drain_and_bring_back(run_module: t.Any, haproxy: FakeHaproxy, tmp_path: Path) -> None:
    options = {"name": "gw2", "runtime": str(tmp_path)}
    drained = run_module(litellm_balancer_gateway, **options, state="drained")
    assert (drained["changed"], drained["gateway"]["status"]) == (True, "DRAIN")
    back = run_module(litellm_balancer_gateway, **options, state="ready")
    assert (back["changed"], back["gateway"]["serves"]) == (True, True)


def test_a_refusal_is_one_sentence(run_module: t.Any, haproxy: FakeHaproxy, tmp_path: Path) -> None:
    refused = run_module(litellm_balancer_gateway, name="gw3", state="drained", runtime=str(tmp_path))
    assert refused["msg"].startswith("The balancer has no gateway gw3")


def test_a_warning(run_module: t.Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    warnings: list[str] = []
    monkeypatch.setattr(AnsibleModule, "warn", lambda _module, warning: warnings.append(warning))
    result = run_module(litellm_balancer_gateway, name="gw1", state="drained", runtime=str(tmp_path))
    assert not result["changed"]
    assert "No balancer runs here" in str(warnings)


def test_info(run_module: t.Any, haproxy: FakeHaproxy, tmp_path: Path) -> None:
    told = run_module(litellm_balancer_info, runtime=str(tmp_path))
    assert (told["running"], told["version"], told["configuration"]) == (True, "3.0.11", "configuration 1")
    assert [gateway["name"] for gateway in told["gateways"]] == ["gw1", "gw2"]


def test_info_where_nothing_runs(run_module: t.Any, tmp_path: Path) -> None:
    assert not run_module(litellm_balancer_info, runtime=str(tmp_path))["running"]


def test_info_of_a_balancer_that_breaks_off(run_module: t.Any, haproxy: FakeHaproxy, tmp_path: Path) -> None:
    (tmp_path / "master.sock").unlink()
    assert "cannot be asked" in run_module(litellm_balancer_info, runtime=str(tmp_path))["msg"]


@pytest.mark.parametrize("wanted", ["configuration 1", "configuration 2"])
def test_reload(run_module: t.Any, haproxy: FakeHaproxy, tmp_path: Path, wanted: str) -> None:
    haproxy.on_reload = lambda: setattr(haproxy, "worker", Worker({}, "configuration 2"))
    result = run_module(litellm_balancer_reload, configuration=wanted, runtime=str(tmp_path))
    assert result["changed"] is (wanted == "configuration 2")


def test_no_reload_without_a_balancer(run_module: t.Any, tmp_path: Path) -> None:
    result = run_module(litellm_balancer_reload, configuration="configuration 2", runtime=str(tmp_path))
    assert "No balancer runs here" in result["msg"]


@pytest.fixture(scope="module")
def pairs() -> tuple[Pair, Pair]:
    return made("one"), made("other")


def test_the_module_writes_once_and_shows_no_key(run_module: t.Any, pairs: tuple[Pair, Pair], tmp_path: Path) -> None:
    pair, _other = pairs
    options = {"certificate": pair[0], "key": pair[1], "path": str(tmp_path / "c.pem"), "runtime": str(tmp_path)}
    planned = run_module(litellm_balancer_certificate, **options, _ansible_check_mode=True)
    assert planned["changed"]
    assert not (tmp_path / "c.pem").exists()
    first = run_module(litellm_balancer_certificate, **options, mode="0640")
    assert (first["written"], first["put_in_use"]) == (True, False)
    assert (tmp_path / "c.pem").read_text() == pair[0] + pair[1]
    assert pair[1][40:60] not in str(first)
    assert not run_module(litellm_balancer_certificate, **options, mode="0640")["changed"]


def test_the_module_gives_what_runs_the_certificate(
    run_module: t.Any, haproxy: FakeHaproxy, pairs: tuple[Pair, Pair], tmp_path: Path
) -> None:
    pair, other = pairs
    haproxy.answers = {
        "show ssl cert": f"SHA1 FingerPrint: {fingerprint(other[0])}\n",
        "set ssl": "Transaction created\n",
        "commit": "Success!\n",
    }
    options = {"certificate": pair[0], "key": pair[1], "path": str(tmp_path / "c.pem"), "runtime": str(tmp_path)}
    assert run_module(litellm_balancer_certificate, **options, _ansible_check_mode=True)["put_in_use"]
    assert "commit" not in " ".join(haproxy.said)
    assert run_module(litellm_balancer_certificate, **options)["put_in_use"]
    refused = run_module(litellm_balancer_certificate, **{**options, "key": "no key"})
    assert refused["msg"] == "The key has to be one private key in PEM."
