# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The callbacks that a configuration declares, and which of them LiteLLM will call.

It makes some of them when it starts and others at the first request. What it cannot make it leaves out with a line in the
log, or it fails every request. Here all of them are made at the start, in LiteLLM's own way and not twice.
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
"""The settings whose callbacks hear of one event."""

LISTS = ("callbacks", *EVENTS, "_async_success_callback", "_async_failure_callback")
"""Where LiteLLM keeps whom it calls."""

LOADERS = ("litellm.proxy.proxy_server", "litellm.proxy.common_utils.callback_utils")
"""The modules that load callbacks of the operator's own."""

MAKERS = "litellm.litellm_core_utils.litellm_logging"
"""The module that makes LiteLLM's own callbacks."""

COLOURS = re.compile(r"\x1b\[\d*m")

LONGEST = 160
"""How many characters of an exception are told."""


class OwnCode:
    """Remembers what LiteLLM loads for each path of code, ``module.name``, which it knows by no name afterwards."""

    def __init__(self) -> None:
        self._loaded: dict[str, object] = {}

    def watch(self) -> None:
        """Be told of everything that LiteLLM loads from now on, once it is imported."""
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
        """Why LiteLLM does not call what it loaded for *path*; empty where it does, or where it loads code another way.

        :param called: whom LiteLLM calls. It leaves out a second object that is like one that it has.
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
    """What a function or an object is called where it is defined; a file that is loaded twice defines it twice."""
    owner = thing if hasattr(thing, "__qualname__") else type(thing)
    return str(getattr(owner, "__module__", "")), str(getattr(owner, "__qualname__", ""))


def declared_callbacks(config: Mapping[str, t.Any]) -> dict[str, list[str]]:
    """Setting to the callbacks that the parsed configuration file has there."""
    settings = config.get("litellm_settings") or {}
    return {
        key: [name for name in _listed(settings.get(key)) if isinstance(name, str)] for key in ("callbacks", *EVENTS)
    }


def _listed(value: object) -> list[t.Any]:
    """LiteLLM takes one path of code as text, too."""
    return value if isinstance(value, list) else [value]


def dropped_callbacks(declared: Mapping[str, list[str]], code: OwnCode) -> dict[str, str]:
    """Name of each callback that LiteLLM does not call, to the reason."""
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
    """Of the callbacks that are objects, those that are still names because they cannot be made."""
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
    """Of the callbacks that LiteLLM makes at the first request, all at once, those that it cannot make."""
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
    """The function of LiteLLM that makes callbacks; None where this version has it elsewhere, and nothing is asked of it."""
    try:
        found: Callable[..., object] = getattr(importlib.import_module(MAKERS), name)
    except (ImportError, AttributeError):
        return None
    return found


@contextlib.contextmanager
def no_installation() -> Iterator[None]:
    """LiteLLM would install some packages by itself, in whatever version there is that day."""

    def refuse(*_arguments: object, **_options: object) -> t.NoReturn:
        raise RuntimeError("a release installs nothing by itself")

    run, subprocess.check_call = subprocess.check_call, refuse
    try:
        yield
    finally:
        subprocess.check_call = run


@contextlib.contextmanager
def _told_errors() -> Iterator[list[BaseException]]:
    """The exceptions that LiteLLM logs meanwhile, instead of raising them."""
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
    """What is wrong, in a few words: the module that is missing, where that is behind it."""
    behind: BaseException | None = error
    while behind is not None:
        if isinstance(behind, ModuleNotFoundError) and behind.name:
            return f"the Python module {behind.name} is not installed"
        behind = behind.__cause__ or behind.__context__
    text = one_line(COLOURS.sub("", str(error)), LONGEST)
    return f"{type(error).__name__}: {text}".rstrip(": ")
