"""Every declared callback is made at the start, once, and one that cannot be made has a reason."""

from __future__ import annotations

import logging
import subprocess
import sys
import types
import typing as t

import pytest
from callbacks import LONGEST, OwnCode, declared_callbacks, dropped_callbacks, no_installation, reason


class Litellm:
    """LiteLLM as far as callbacks go: what it was asked to make, and what it cannot."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, **lists: list[t.Any]) -> None:
        self.made: list[t.Any] = []
        names = ("callbacks", "input_callback", "success_callback", "failure_callback", "_async_success_callback")
        self.package = types.SimpleNamespace(
            **{name: lists.get(name, []) for name in names},
            _known_custom_logger_compatible_callbacks=["silent", "log", "fine"],
        )
        self.utils = types.SimpleNamespace(callback_list=[])
        modules = {
            "litellm": self.package,
            "litellm.utils": self.utils,
            "litellm.litellm_core_utils.litellm_logging": types.SimpleNamespace(
                set_callbacks=self.set_callbacks, _init_custom_logger_compatible_class=self.make
            ),
        }
        for name, module in modules.items():
            monkeypatch.setitem(sys.modules, name, module)

    def make(self, name: str, internal_usage_cache: None, llm_router: None) -> object:
        """LiteLLM logs why it makes none, or says nothing."""
        assert (internal_usage_cache, llm_router) == (None, None)
        try:
            return {"fine": object()}[name] if name != "silent" else None
        except KeyError:
            logging.getLogger("LiteLLM").exception("[Non-Blocking Error]")
            return None

    def set_callbacks(self, callbacks: list[t.Any]) -> None:
        self.made += callbacks
        if "sentry" in callbacks:
            try:
                import sentry_sdk_that_is_not_here  # type: ignore[import-not-found]  # noqa: F401 - for its error
            except ImportError:
                subprocess.check_call(["pip", "install", "sentry_sdk"])  # noqa: S607 - never called


def test_what_a_configuration_declares() -> None:
    settings = {"callbacks": "mine.handler", "success_callback": ["lunary", 1], "failure_callback": None}
    declared = {"callbacks": ["mine.handler"], "success_callback": ["lunary"], "failure_callback": []}
    assert declared_callbacks({"litellm_settings": settings}) == declared
    assert declared_callbacks({}) == {"callbacks": [], "success_callback": [], "failure_callback": []}


def test_nothing_is_touched_where_none_is_declared() -> None:
    assert dropped_callbacks(declared_callbacks({}), OwnCode()) == {}


def test_callbacks_of_the_first_request_are_made_at_the_start_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    own = object()
    litellm = Litellm(monkeypatch, success_callback=["sentry", "s3", own], failure_callback=["sentry"])
    assert dropped_callbacks({"success_callback": ["sentry", "s3"]}, OwnCode()) == {
        "sentry": "the Python module sentry_sdk_that_is_not_here is not installed"
    }
    assert litellm.made == ["sentry", "s3", own, "sentry"]
    assert litellm.utils.callback_list == litellm.made
    assert dropped_callbacks({"success_callback": ["s3"]}, OwnCode()) == {}
    assert len(litellm.made) == 4


def test_callbacks_that_are_still_names(monkeypatch: pytest.MonkeyPatch) -> None:
    Litellm(monkeypatch, callbacks=["silent", "fine", object()], _async_success_callback=["log"])
    assert dropped_callbacks({"callbacks": ["log", "silent", "fine"]}, OwnCode()) == {
        "log": "KeyError: 'log'",
        "silent": "LiteLLM does not say why",
    }


def test_a_version_that_makes_them_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    Litellm(monkeypatch, callbacks=["log"], success_callback=["sentry"])
    monkeypatch.setitem(sys.modules, "litellm.litellm_core_utils.litellm_logging", types.SimpleNamespace())
    assert dropped_callbacks({"callbacks": ["log"], "success_callback": ["sentry"]}, OwnCode()) == {}


def handler() -> None:
    """A callback of the operator's own."""


class Handler:
    """Another one, which is an object."""


@pytest.mark.parametrize(
    ("loaded", "called", "fault"),
    [
        (handler, [handler], ""),
        (Handler(), [Handler()], ""),
        (Handler, [Handler], "it is a class, and LiteLLM calls an instance"),
        ({}, [handler], "it is dict, which LiteLLM does not call"),
        (handler, [Handler()], "it is function, which LiteLLM does not call"),
    ],
)
def test_code_of_ones_own(monkeypatch: pytest.MonkeyPatch, loaded: object, called: list[t.Any], fault: str) -> None:
    Litellm(monkeypatch, success_callback=called)
    loader = types.SimpleNamespace(get_instance_fn=lambda value, config_file_path: (value, config_file_path) and loaded)
    monkeypatch.setitem(sys.modules, "litellm.proxy.proxy_server", loader)
    monkeypatch.delitem(sys.modules, "litellm.proxy.common_utils.callback_utils", raising=False)
    code = OwnCode()
    code.watch()
    assert loader.get_instance_fn("mine.handler", config_file_path="config.yaml") is loaded
    found = dropped_callbacks({"success_callback": ["mine.handler", "loaded.elsewhere"]}, code)
    assert found == ({"mine.handler": fault} if fault else {})


def test_litellm_installs_nothing() -> None:
    before = subprocess.check_call
    with no_installation(), pytest.raises(RuntimeError, match="installs nothing"):
        subprocess.check_call(["true"])  # noqa: S607 - never called
    assert subprocess.check_call is before


def test_a_reason_is_short_and_plain() -> None:
    assert reason(ValueError("\x1b[91m no\n  keys \x1b[0m")) == "ValueError: no keys"
    assert reason(ValueError()) == "ValueError"
    assert len(reason(ValueError("x" * 1000))) == LONGEST + len("ValueError: ")
