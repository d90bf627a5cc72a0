"""What a slot died of, in one sentence, from logs as they were on hosts."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._host.failure import (
    MOST,
    Line,
    announced,
    explain,
    explain_supervised,
)

UNIT = "litellm@2.service"
PYTHON = "/opt/litellm/slots/2/environment/bin/python"


def said(*texts: str, start: str = "a") -> list[Line]:
    """Lines of the slot itself."""
    return [Line(text, start) for text in texts]


def told(*texts: str, start: str = "a") -> list[Line]:
    """Lines of systemd about the slot."""
    return [Line(text, start, manager=True) for text in texts]


def ended(*texts: str, result: str = "exit-code") -> list[Line]:
    """Lines of systemd about a unit that failed."""
    return told(*(f"{UNIT}: {text}" for text in (*texts, f"Failed with result '{result}'.")))


STARTING = told("Starting litellm@2.service - LiteLLM gateway, slot 2...")
NOT_STARTED = told("Failed to start litellm@2.service - LiteLLM gateway, slot 2.")
EXITED_1 = ended("Main process exited, code=exited, status=1/FAILURE") + NOT_STARTED
REFUSED = ended("Main process exited, code=exited, status=3/NOTIMPLEMENTED") + NOT_STARTED


CASES: dict[str, tuple[list[Line], str]] = {
    "a package that a callback needs": (
        said(
            "model 'gpt-5' -> 'openai/gpt-5' at the provider's own address, key OPENAI_API_KEY (set)",
            "Traceback (most recent call last):",
            '  File "/opt/litellm/slots/2/gateway/__main__.py", line 92, in main',
            "    serve(arguments, announcement)",
            "ModuleNotFoundError: No module named 'no_such_package'",
            "release refused: LiteLLM does not start: ModuleNotFoundError: No module named 'no_such_package'",
        )
        + REFUSED,
        "LiteLLM does not start: ModuleNotFoundError: No module named 'no_such_package'",
    ),
    "a program that could not even speak": (
        said(
            "Traceback (most recent call last):",
            '  File "<frozen runpy>", line 198, in _run_module_as_main',
            '  File "/opt/litellm/slots/2/gateway/__main__.py", line 24, in <module>',
            "    from announcement import Announcement",
            "ModuleNotFoundError: No module named 'announcement'",
        )
        + EXITED_1,
        "ModuleNotFoundError: No module named 'announcement'",
    ),
    "a namespace": (
        told(
            f"{UNIT}: Failed to set up mount namespacing: /run/systemd/unit-root/srv/state: No such file or directory",
            f"{UNIT}: Failed at step NAMESPACE spawning {PYTHON}: No such file or directory",
            f"{UNIT}: Main process exited, code=exited, status=226/NAMESPACE",
            f"{UNIT}: Failed with result 'exit-code'.",
            "Failed to start litellm@2.service - LiteLLM gateway, slot 2.",
            f"{UNIT}: Scheduled restart job, restart counter is at 1.",
        ),
        "systemd could not start it: Failed to set up mount namespacing: /run/systemd/unit-root/srv/state: No such file or directory",
    ),
    "a program that may not be run": (
        ended(
            f"Failed to execute {PYTHON}: Permission denied",
            f"Failed at step EXEC spawning {PYTHON}: Permission denied",
            "Main process exited, code=exited, status=203/EXEC",
        ),
        f"systemd could not start it: Failed to execute {PYTHON}: Permission denied",
    ),
    "a program that is not there": (
        ended(
            f"Failed to locate executable {PYTHON}: No such file or directory",
            f"Failed at step EXEC spawning {PYTHON}: No such file or directory",
            "Main process exited, code=exited, status=203/EXEC",
        ),
        f"systemd could not start it: Failed to locate executable {PYTHON}: No such file or directory",
    ),
    "no socket": (
        said("release refused: the port was not handed over: file descriptor 3 is no listening socket") + REFUSED,
        "the port was not handed over: file descriptor 3 is no listening socket",
    ),
    "a start that takes too long": (
        said("model 'gpt-5' -> 'openai/gpt-5' at http://10.0.0.1, no key of its own", "waiting for a database")
        + ended("start operation timed out. Terminating.", result="timeout")
        + NOT_STARTED,
        "it was not ready within litellm_start_timeout, 180 seconds; its last words: waiting for a database",
    ),
    "memory": (
        ended(
            "A process of this unit has been killed by the OOM killer.",
            "Main process exited, code=killed, status=9/KILL",
            result="oom-kill",
        ),
        "the kernel killed it because there was no memory left",
    ),
    "a crash": (
        ended("Main process exited, code=dumped, status=11/SEGV", result="core-dump"),
        "it was killed by signal SEGV",
    ),
    "a container and memory": (
        said("model 'gpt-5' -> …") + ended("Main process exited, code=exited, status=137/n/a"),
        "its container was killed, as the kernel does when memory is at its limit; its last words: model 'gpt-5' -> …",
    ),
    "an engine": (
        said("docker: Error response from daemon: Conflict. The container name is in use.", "See 'docker run --help'.")
        + EXITED_1,
        "docker: Error response from daemon: Conflict. The container name is in use",
    ),
    "a volume that is not there": (
        said("Error: statfs /srv/models: no such file or directory") + EXITED_1,
        "Error: statfs /srv/models: no such file or directory",
    ),
    "silence": (EXITED_1, "it ended with status 1 and does not say why"),
    "a file of the unit": (
        ended(
            "Failed to load environment files: No such file or directory",
            "Failed to spawn 'start' task: No such file or directory",
            result="resources",
        ),
        "systemd could not start it: Failed to load environment files: No such file or directory",
    ),
    "the port": (
        told(
            "litellm.socket: Failed to create listening socket (0.0.0.0:4000): Address already in use",
            "litellm.socket: Failed to listen on sockets: Address already in use",
            "litellm.socket: Failed with result 'resources'.",
        ),
        "systemd could not start it: Failed to create listening socket (0.0.0.0:4000): Address already in use",
    ),
    "the start limit": (
        ended("Start request repeated too quickly.", result="start-limit-hit"),
        "it ended too often in a short time, and systemd does not start it again",
    ),
    "nothing at all": (ended(), ""),
    "an empty journal": ([], ""),
}


@pytest.mark.parametrize(("lines", "reason"), CASES.values(), ids=CASES)
def test_the_last_telling_line(lines: list[Line], reason: str) -> None:
    assert explain(STARTING + lines, 180) == reason


def test_the_latest_start_that_failed_counts() -> None:
    earlier = said("ValueError: long ago", start="1") + [Line(each.text, "1", manager=True) for each in EXITED_1]
    failed = said("KeyError: 'now'", start="2") + [Line(each.text, "2", manager=True) for each in EXITED_1]
    again = said("model 'gpt-5' -> …", start="3")
    stopped = told(
        "Stopping litellm@2.service…", f"{UNIT}: Main process exited, code=exited, status=143/n/a", start="3"
    )
    assert explain(earlier + failed + again + stopped, 180) == "KeyError: 'now'"


FORGETTING = said('Error: no secret with name or id "litellm-2": no such secret')


def test_a_start_that_was_stopped_while_podman_prepared_it_says_nothing() -> None:
    """systemd began the next start just before the play stopped the slot."""
    failed = STARTING + FORGETTING + said("Error: statfs /no/such/folder: no such file or directory") + EXITED_1
    stopped = [
        Line(line.text, "b", line.manager)
        for line in STARTING + FORGETTING + EXITED_1[:-1] + told("Stopped litellm@2.service - LiteLLM gateway, slot 2.")
    ]
    assert explain(failed + stopped, 180) == "Error: statfs /no/such/folder: no such file or directory"


@pytest.mark.parametrize(
    "before", [EXITED_1, told("Started litellm@2.service - LiteLLM gateway, slot 2.") + EXITED_1[:-1]]
)
def test_what_failed_or_died_is_no_less_so_once_it_is_stopped(before: list[Line]) -> None:
    lines = STARTING + said("KeyError: 'now'") + before + told("Stopped litellm@2.service - LiteLLM gateway, slot 2.")
    assert explain(lines, 180) == "KeyError: 'now'"


def test_that_there_was_no_secret_to_forget_is_no_reason() -> None:
    late = ended("start operation timed out. Terminating.", result="timeout")
    assert explain(STARTING + FORGETTING + late, 60) == "it was not ready within litellm_start_timeout, 60 seconds"


def test_a_reason_is_one_line_of_some_length() -> None:
    assert announced(["release refused: two  blanks.", "after it"]) == "two blanks"
    assert announced(["before it"]) == ""
    assert len(announced([f"release refused: {'word ' * 200}"])) == MOST


@pytest.mark.parametrize(
    ("state", "lines", "reason"),
    [
        ("refused: the key is wrong\n", ["anything"], "the key is wrong"),
        (
            "",
            ["Traceback (most recent call last):", "ModuleNotFoundError: No module named 'announcement'"],
            "ModuleNotFoundError: No module named 'announcement'",
        ),
        (
            "",
            ["supervisor: couldn't exec /opt/x/python: EACCES", "supervisor: child process was not spawned"],
            "supervisor: couldn't exec /opt/x/python: EACCES",
        ),
        (
            "",
            ["still loading"],
            "it was not ready within litellm_start_timeout, 20 seconds; its last words: still loading",
        ),
        ("", [], "it was not ready within litellm_start_timeout, 20 seconds"),
    ],
)
def test_under_supervisor(state: str, lines: list[str], reason: str) -> None:
    assert explain_supervised(state, lines, 20) == reason
