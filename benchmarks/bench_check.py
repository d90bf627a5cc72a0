"""What checking 10,000 models costs, beside dumping the same configuration with PyYAML's C dumper, in one process.

Each pair times one and then the other (A B A B …). Prints every pair; the last line is JSON, in seconds of the median::

    {"check": {"models": 10000, "check_s": …, "dump_s": …, "ratio": …}}
"""

from __future__ import annotations

import json
import statistics
import sys
import time
import typing as t
from collections.abc import Callable
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / ".collections"))

from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.check import check_config
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.checked_config import Service
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import vocabulary_for

MODELS = 10_000
PAIRS = 5
VOCABULARY = vocabulary_for()
ENVIRONMENT = ["LITELLM_MASTER_KEY", *(f"KEY_{number}" for number in range(100))]


def configuration(models: int) -> dict[str, t.Any]:
    """A configuration without a finding, whose every model has a fallback."""
    return {
        "model_list": [model(number) for number in range(models)],
        "litellm_settings": {"drop_params": True},
        "router_settings": {
            "num_retries": 2,
            "fallbacks": [{f"model-{number}": [f"model-{number + 1}"]} for number in range(models - 1)],
        },
        "general_settings": {"master_key": "os.environ/LITELLM_MASTER_KEY"},
    }


def model(number: int) -> dict[str, t.Any]:
    """One entry of ``model_list``, as the collection writes it."""
    return {
        "model_name": f"model-{number}",
        "litellm_params": {
            "model": f"openai/upstream-{number}",
            "api_base": f"https://{number % 50}.example.com/v1",
            "api_key": f"os.environ/KEY_{number % 100}",
            "reasoning_effort": "medium",
            "timeout": 60,
            "input_cost_per_token": 1e-6,
            "output_cost_per_token": 2e-6,
        },
        "model_info": {"id": f"model-{number}", "mode": "chat", "max_input_tokens": 128_000},
    }


def timed(work: Callable[[], object]) -> float:
    """The seconds that *work* takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Time the pairs and print them."""
    config = configuration(MODELS)
    problems = check_config(config, vocabulary=VOCABULARY, service=Service(environment=ENVIRONMENT))
    if problems:
        sys.exit(f"the configuration should have no finding: {problems[0]}")
    checks, dumps = [], []
    for pair in range(1, PAIRS + 1):
        checks.append(
            timed(lambda: check_config(config, vocabulary=VOCABULARY, service=Service(environment=ENVIRONMENT)))
        )
        dumps.append(timed(lambda: yaml.dump(config, Dumper=yaml.CSafeDumper, sort_keys=False)))
        print(f"pair {pair}: check {checks[-1]:.3f} s, dump {dumps[-1]:.3f} s")
    check, dump = statistics.median(checks), statistics.median(dumps)
    figures = {"models": MODELS, "check_s": round(check, 3), "dump_s": round(dump, 3), "ratio": round(check / dump, 2)}
    print(json.dumps({"check": figures}))


if __name__ == "__main__":
    main()
