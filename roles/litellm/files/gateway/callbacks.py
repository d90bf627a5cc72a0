# SPDX-License-Identifier: GPL-3.0-or-later
"""The callbacks that a configuration declares, and which of them LiteLLM will call.

LiteLLM makes some callbacks when it starts and others at the first request. When it cannot make one, it leaves it out with
a line in the log, or fails every request. This module makes all of them at the start, by LiteLLM's own functions and once.
"""

from __future__ import annotations

import contextlib
import importlib
import logging
import re
import subprocess
import sys
import typing as t

from reason import one_line

if t.TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

EVENTS = ("success_callback", "failure_callback")
"""Settings of ``litellm_settings`` whose callbacks are called for one kind of event only."""

LISTS = ("callbacks", *EVENTS, "_async_success_callback", "_async_failure_callback")
"""Attributes of the module ``litellm`` that hold the callbacks which it calls."""

LOADERS = ("litellm.proxy.proxy_server", "litellm.proxy.common_utils.callback_utils")
"""The modules of LiteLLM that load the operator's own callbacks."""

MAKERS = "litellm.litellm_core_utils.litellm_logging"
"""The module that makes LiteLLM's own callbacks."""

COLOURS = re.compile(r"\x1b\[\d*m")

LONGEST = 160
"""How many characters of an exception are shown."""


class OwnCode:
    """Remembers which object LiteLLM loaded for which path of code (``module.name``); LiteLLM itself forgets the path."""

    def __init__(self) -> None:
        self._loaded: dict[str, object] = {}

    def watch(self) -> None:
        """Wrap LiteLLM's loaders, to remember all that they load from now on. Call it after LiteLLM is imported."""
        for name in LOADERS:
            module: t.Any = sys.modules.get(name)
            load = getattr(module, "get_instance_fn", None)
            if load:
                module.get_instance_fn = self._remembering(load)

    def _remembering(self, load: Callable[..., object]) -> Callable[..., object]:
        def load_and_remember(value: str, *arguments: object, **options: object) -> object:
            self._loaded[value] = load(value, *arguments, **options)
            return self._loaded[value]

        return load_and_remember

    def fault(self, path: str, called: list[object]) -> str:
        """Say why LiteLLM does not call the object that it loaded for *path*.

        :param called: the callbacks that LiteLLM calls. Of two objects of one class it keeps only the first.
        :returns: one clause; empty when LiteLLM calls the object, or loaded nothing for *path*.
        """
        if path not in self._loaded:
            return ""
        loaded = self._loaded[path]
        if isinstance(loaded, type):
            return "it is a class, and LiteLLM calls an instance"
        if any(each is loaded or _kind(each) == _kind(loaded) for each in called):
            return ""
        return f"it is {type(loaded).__name__}, which LiteLLM does not call"


def _kind(thing: object) -> tuple[str, str]:
    """Module and name of a function, or of an object's class: equal for two copies that come from one file loaded twice."""
    owner = thing if hasattr(thing, "__qualname__") else type(thing)
    return str(getattr(owner, "__module__", "")), str(getattr(owner, "__qualname__", ""))


def declared_callbacks(config: Mapping[str, t.Any]) -> dict[str, list[str]]:
    """The callbacks of the parsed configuration file: name of the setting to the names in it."""
    settings = config.get("litellm_settings") or {}
    return {
        key: [name for name in _listed(settings.get(key)) if isinstance(name, str)] for key in ("callbacks", *EVENTS)
    }


def _listed(value: object) -> list[t.Any]:
    """*value* as a list: LiteLLM takes a single name instead of a list, too."""
    return value if isinstance(value, list) else [value]


def dropped_callbacks(declared: Mapping[str, list[str]], code: OwnCode) -> dict[str, str]:
    """The declared callbacks that LiteLLM does not call: name to the reason, one clause each.

    :param declared: as of :func:`declared_callbacks`.
    :param code: has watched since LiteLLM was imported.
    """
    names = dict.fromkeys(name for listed in declared.values() for name in listed)
    if not names:
        return {}
    litellm = importlib.import_module("litellm")
    with no_installation():
        faults = {**_unmade_objects(litellm), **_unmade_functions(litellm)}
    called = [each for key in LISTS for each in getattr(litellm, key, []) if not isinstance(each, str)]
    faults |= {name: fault for name in names if (fault := code.fault(name, called))}
    return {name: faults[name] for name in names if name in faults}


def _unmade_objects(litellm: t.Any) -> dict[str, str]:
    """Make the callbacks that LiteLLM has as classes of its own; return those that it cannot make, name to reason."""
    make = _maker("_init_custom_logger_compatible_class")
    objects = getattr(litellm, "_known_custom_logger_compatible_callbacks", []) if make else []
    faults = {}
    waiting = dict.fromkeys(each for key in LISTS for each in getattr(litellm, key, []) if isinstance(each, str))
    for name in waiting:
        if make and name in objects:
            with _told_errors() as errors:
                made = make(name, internal_usage_cache=None, llm_router=None)
            if made is None:
                faults[name] = reason(errors[-1]) if errors else "LiteLLM does not say why"
    return faults


def _unmade_functions(litellm: t.Any) -> dict[str, str]:
    """Make the callbacks that LiteLLM makes at the first request; return those that it cannot make, name to reason."""
    utils: t.Any = importlib.import_module("litellm.utils")
    make = _maker("set_callbacks")
    if make is None or getattr(utils, "callback_list", None) != []:
        return {}
    faults = {}
    waiting = [each for key in ("input_callback", *EVENTS) for each in getattr(litellm, key, [])]
    for each in waiting:
        try:
            make([each])
        except Exception as error:
            faults[str(each)] = reason(error)
    utils.callback_list = waiting
    return faults


def _maker(name: str) -> Callable[..., object] | None:
    """LiteLLM's function *name* that makes callbacks; None when this version has it elsewhere, so that nothing is made."""
    try:
        found: Callable[..., object] = getattr(importlib.import_module(MAKERS), name)
    except (ImportError, AttributeError):
        return None
    return found


@contextlib.contextmanager
def no_installation() -> Iterator[None]:
    """Keep LiteLLM from running pip: it would install missing packages, in whichever version is the newest that day."""

    def refuse(*_arguments: object, **_options: object) -> t.NoReturn:
        raise RuntimeError("a release installs nothing by itself")

    run, subprocess.check_call = subprocess.check_call, refuse
    try:
        yield
    finally:
        subprocess.check_call = run


@contextlib.contextmanager
def _told_errors() -> Iterator[list[BaseException]]:
    """Collect the exceptions that LiteLLM logs, instead of raising them, while the context lasts."""
    errors: list[BaseException] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.exc_info and record.exc_info[1]:
                errors.append(record.exc_info[1])

    listener, logger = Listener(logging.ERROR), logging.getLogger("LiteLLM")
    logger.addHandler(listener)
    try:
        yield errors
    finally:
        logger.removeHandler(listener)


def reason(error: BaseException) -> str:
    """*error* in a few words; only the name of the missing module when an ``ImportError`` is behind it."""
    behind: BaseException | None = error
    while behind is not None:
        if isinstance(behind, ModuleNotFoundError) and behind.name:
            return f"the Python module {behind.name} is not installed"
        behind = behind.__cause__ or behind.__context__
    text = one_line(COLOURS.sub("", str(error)), LONGEST)
    return f"{type(error).__name__}: {text}".rstrip(": ")
