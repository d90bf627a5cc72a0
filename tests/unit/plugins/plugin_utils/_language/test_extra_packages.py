"""Extra packages do not take away one of LiteLLM's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.names import PRISMA

from tests.unit.plugins.plugin_utils.conftest import Refuse, Render

LOCKS = Path(__file__).resolve().parents[5] / "roles" / "litellm" / "files" / "locks"
MODELS = {"a": {"upstream": "m", "mock_response": "hi"}}


@pytest.mark.parametrize("text", ["prisma==0.15.0", "Prisma>0.11", "prisma @ https://example.org/prisma.whl"])
def test_another_prisma_is_refused(refuse: Refuse, text: str) -> None:
    problems = refuse(models=MODELS, extra_packages=["boto3", text], service_manager="systemd")
    assert problems == {
        "extra_packages[1]": "asks for another prisma than 0.11.0, with which alone LiteLLM recovers a lost database connection; "
        "leave it out, for that one is installed in any case"
    }


@pytest.mark.parametrize("packages", [["prisma"], ["prisma==0.11.0", "prisma-client"], ["./prisma.whl"], []], ids=str)
def test_the_same_prisma_may_be_named(render: Render, packages: list[str]) -> None:
    rendered = render(models=MODELS, extra_packages=packages, service_manager="systemd")
    assert [problem.path for problem in rendered.problems if "prisma" in problem.message] == []


def test_extra_packages_are_not_for_containers(render: Render) -> None:
    rendered = render(models=MODELS, extra_packages=["prisma==0.15.0"], service_manager="podman", image="mine:1")
    assert [problem for problem in rendered.problems if problem.rule == "prisma-version"] == []


def test_every_installation_has_that_prisma() -> None:
    assert f"prisma=={PRISMA}" in (LOCKS / "requirements.in").read_text(encoding="utf-8").splitlines()
    for lock in LOCKS.glob("[0-9]*.txt"):
        assert f"\nprisma=={PRISMA} " in lock.read_text(encoding="utf-8"), lock
