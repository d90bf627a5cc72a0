"""What LiteLLM makes of a configuration: this side of the pipe to ``harness.py``."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import tempfile
import typing as t
from dataclasses import dataclass, field
from pathlib import Path

HARNESS = Path(__file__).with_name("harness.py")

SETTINGS = {"LITELLM_LOCAL_MODEL_COST_MAP": "True", "LITELLM_MODE": "PRODUCTION", "PYTHONUTF8": "1"}


class Deployment(t.TypedDict):
    """One model as the router serves it, references resolved."""

    model_name: str
    litellm_params: dict[str, t.Any]
    model_info: dict[str, t.Any]


@dataclass(frozen=True)
class Loaded:
    """What the router holds; with an ``error`` the proxy would not have started."""

    deployments: list[Deployment] = field(default_factory=list)
    fallbacks: list[dict[str, list[str]]] = field(default_factory=list)
    aliases: dict[str, t.Any] = field(default_factory=dict)
    error: str = ""


class LiteLLMLoader:
    """A LiteLLM that loads configurations one after the other; see :func:`litellm_loader`."""

    def __init__(self, process: subprocess.Popen[str], folder: Path) -> None:
        self._process = process
        self._config = folder / "config.yaml"
        self._log = folder / "log"

    def load(self, content: str, environment: t.Mapping[str, str]) -> Loaded:
        """Load the configuration *content* in a process that has *environment*."""
        assert self._process.stdin
        assert self._process.stdout
        self._config.write_text(content, encoding="utf-8")
        request = {"file": str(self._config), "environment": dict(environment)}
        print(json.dumps(request), file=self._process.stdin, flush=True)
        answer = self._process.stdout.readline()
        assert answer, f"LiteLLM is gone:\n{self._log.read_text(encoding='utf-8')[-2000:]}"
        return Loaded(**json.loads(answer))


@contextlib.contextmanager
def litellm_loader(python: str) -> t.Iterator[LiteLLMLoader]:
    """The LiteLLM that the interpreter *python* can import, started once."""
    with tempfile.TemporaryDirectory() as folder, Path(folder, "log").open("w") as log:
        process = subprocess.Popen(  # noqa: S603 - whoever runs the tests names the interpreter
            [python, str(HARNESS)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            env={"PATH": os.defpath, **SETTINGS},
            encoding="utf-8",
        )
        with process:
            yield LiteLLMLoader(process, Path(folder))
