"""systemd with units that run and start at boot as they are told to, in memory."""

from __future__ import annotations

from pathlib import Path

from ansible_collections.llmops.litellm.plugins.module_utils import _systemctl


class Systemd:
    """systemd on a host whose service reads the file *configuration* when it starts.

    :attr:`fails` is text in that file with which it does not start.
    """

    def __init__(self, configuration: str) -> None:
        self._configuration = Path(configuration)
        self.active: set[str] = set()
        self.enabled: set[str] = set()
        self.restarted: list[str] = []
        self.fails = ""

    def systemctl(self, *words: str, program: str = "systemctl") -> str:
        """Do what *program* would do, in place of the function of that name."""
        act, unit = words[0], words[-1]
        if program == "systemd-analyze" and unit == "never":
            raise _systemctl.Failed("no")
        if act == "show":
            active = "active" if unit in self.active else "inactive"
            return f"ActiveState={active}\nUnitFileState={'enabled' if unit in self.enabled else ''}\n"
        change = {"enable": self.enabled.add, "disable": self.enabled.discard, "stop": self.active.discard}
        if act in change:
            change[act](unit)
        if act == "restart":
            if self.fails and self.fails in self._configuration.read_text():
                raise _systemctl.Failed("exit status 1")
            self.active.add(unit)
            self.restarted.append(unit)
        return ""
