"""What is said of a certificate and a key that stand in the inventory, and of a gateway that others reach without them."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.options import RenderOptions
from ansible_collections.llmops.litellm.plugins.plugin_utils._render import render as rendered
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.problems import InputError

from tests.certificates import issue
from tests.unit.plugins.plugin_utils.conftest import Refuse, Render

ROOT = issue("root")
HOST = issue("host", ROOT, ["llm.example.com"])
MODELS = {"gpt5": {"upstream": "gpt-5"}}
PATHS = {"tls_certificate": "/etc/ssl/fullchain.pem", "tls_key": "/etc/ssl/privkey.pem"}
TEXTS = {"tls_certificate": HOST.pem + ROOT.pem, "tls_key": HOST.key_pem}


@pytest.mark.parametrize("given", [{}, PATHS, TEXTS, {"tls_certificate": "", "tls_key": ""}, {"tls_certificate": "/x"}])
def test_what_can_serve(render: Render, given: dict[str, str]) -> None:
    assert render(models=MODELS, **given).problems == []


@pytest.mark.parametrize(
    ("given", "at", "says"),
    [
        ({"tls_key": ""}, "tls_key", "is missing beside litellm_tls_certificate"),
        ({"tls_certificate": ""}, "tls_certificate", "is missing beside litellm_tls_key"),
        ({"tls_certificate": 5}, "tls_certificate", "must be text"),
        ({"tls_key": "privkey.pem"}, "tls_key", "is neither an absolute path"),
        ({"tls_key": HOST.key_pem}, "tls_key", "is a text and litellm_tls_certificate is a path"),
        ({"tls_certificate": HOST.pem}, "tls_certificate", "is a text and litellm_tls_key is a path"),
        ({**TEXTS, "tls_key": ROOT.key_pem}, "tls_key", "does not belong to the certificate"),
        ({**TEXTS, "tls_key": HOST.encrypted_key_pem}, "tls_key", "is encrypted"),
        ({**TEXTS, "tls_key": HOST.pem}, "tls_key", "is no private key"),
        ({**TEXTS, "tls_certificate": ROOT.pem + HOST.pem}, "tls_certificate", "is in the wrong order"),
        ({**TEXTS, "tls_certificate": HOST.pem + HOST.key_pem}, "tls_certificate", "holds a private key too"),
    ],
)
def test_what_cannot(refuse: Refuse, given: dict[str, object], at: str, says: str) -> None:
    found = refuse(models=MODELS, **{**PATHS, **given})
    assert found.keys() == {at}
    assert says in found[at]
    for line in (HOST.key_pem.splitlines()[1], HOST.encrypted_key_pem.splitlines()[1]):
        assert line not in str(found)


def test_every_fault_is_said_at_once(refuse: Refuse) -> None:
    old = issue("old", names=["old"], days=-2)
    found = refuse(models=MODELS, tls_certificate=old.pem, tls_key="-----BEGIN nothing")
    assert found.keys() == {"tls_certificate", "tls_key"}


@pytest.mark.parametrize(
    ("host", "others", "warned"),
    [
        ("127.0.0.1", {}, False),
        ("::1", {}, False),
        ("localhost", {}, False),
        ("0.0.0.0", {}, True),  # noqa: S104 - judged, not bound
        ("gateway1", {}, True),
        ("10.0.0.5", PATHS, False),
        ("10.0.0.5", {"behind_balancer": True}, False),
        ("10.0.0.5", {"litellm_environment": {"FORWARDED_ALLOW_IPS": "10.0.0.2"}}, False),
        ("10.0.0.5", {"litellm_environment": {"OTHER": "10.0.0.2"}}, True),
    ],
)
def test_a_gateway_that_others_reach(render: Render, host: str, others: dict[str, object], warned: bool) -> None:
    problems = render(models=MODELS, host=host, **others).problems
    assert [problem.rule for problem in problems] == ["plain-http"] * warned
    assert not problems or "can read prompts, answers and the key" in problems[0].message


@pytest.mark.parametrize(
    ("host", "environment", "found"),
    [
        ("", ["OPENAI_API_KEY"], {}),
        ("127.0.0.1", ["OPENAI_API_KEY"], {}),
        ("10.0.0.5", ["OPENAI_API_KEY"], {"metrics-without-token", "plain-http"}),
        ("10.0.0.5", ["OPENAI_API_KEY", "LITELLM_METRICS_TOKEN"], {"plain-http"}),
        ("10.0.0.5", None, {"plain-http"}),
    ],
)
def test_metrics_that_others_reach(host: str, environment: list[str] | None, found: set[str]) -> None:
    options = RenderOptions(models=MODELS, metrics_host=host, environment=environment, master_key_env="")
    try:
        problems = rendered(options).problems
    except InputError as refused:
        problems = [*refused.problems, *refused.remarks]
    assert {problem.rule for problem in problems if problem.rule in ("metrics-without-token", "plain-http")} == set(
        found
    )
