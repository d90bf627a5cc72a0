# SPDX-License-Identifier: GPL-3.0-or-later
"""What the controller's halves of modules have in common."""

from __future__ import annotations

import typing as t

from ansible.errors import AnsibleError
from ansible.plugins.action import ActionBase

from ._language.source_files import in_working_directory
from ._report.problems import InputError

Result = dict[str, t.Any]


def controller_path(action: ActionBase, path: str) -> str:
    """Where a file or folder that a task names is on the controller: found as Ansible finds files, else below the folder that the play
    was called from, where there may be none.
    """
    try:
        return str(action._find_needle("files", path))
    except AnsibleError:
        return in_working_directory(path)


class ControllerAction(ActionBase):
    """An action that works on the controller and contacts no host.

    A subclass names its options, and says what it makes of them. An :class:`InputError` of it is a refusal.
    """

    OPTIONS: t.ClassVar[dict[str, dict[str, t.Any]]]
    REQUIRED_IF: t.ClassVar[t.Sequence[tuple[str, str, list[str]]]] = ()
    _requires_connection = False
    _supports_check_mode = True
    _supports_diff = True
    _supports_async = False

    def __init_subclass__(cls) -> None:
        cls._VALID_ARGS = frozenset(cls.OPTIONS)

    def run(self, tmp: t.Any = None, task_vars: t.Any = None) -> Result:
        result: Result = super().run(tmp, task_vars)
        _known, options = self.validate_argument_spec(self.OPTIONS, required_if=self.REQUIRED_IF)
        try:
            return {**result, "changed": False, **self.answer(options, task_vars or {})}
        except InputError as refusal:
            return {**result, **refusal.result()}

    def answer(self, options: t.Mapping[str, t.Any], variables: t.Mapping[str, t.Any]) -> Result:
        """The result of the task, without ``changed`` where nothing is.

        :param options: the task's, checked.
        :param variables: the host's.
        """
        raise NotImplementedError


class HostAction(ActionBase):
    """An action that checks on the controller, and then has its module ask or change the host."""

    _supports_check_mode = True
    _supports_diff = True
    _supports_async = False

    def on_host(self, module: str, options: t.Mapping[str, t.Any], variables: t.Any) -> Result:
        """What *module* returns on the host, with a difference only where the play shows those."""
        done: Result = self._execute_module(
            module_name=f"llmops.litellm.{module}", module_args=options, task_vars=variables
        )
        if not self._task.diff and not self._play_context.diff:
            done.pop("diff", None)
        return done


class ServiceAction(HostAction):
    """The controller's half of a module that brings a service of a host to the variables of its role.

    A subclass names its module and options. Those that ``FOR_HOST`` names go to the host as they are, and the host gets the others as
    what :meth:`planned` makes of them, unless the service is taken away.
    """

    MODULE: t.ClassVar[str]
    FOR_HOST: t.ClassVar[tuple[str, ...]]
    FOR_PLAN: t.ClassVar[tuple[str, ...]]

    def __init_subclass__(cls) -> None:
        cls._VALID_ARGS = frozenset((*cls.FOR_HOST, *cls.FOR_PLAN))

    def run(self, tmp: t.Any = None, task_vars: t.Any = None) -> Result:
        result: Result = super().run(tmp, task_vars)
        args = self._task.args
        given = {name: args[name] for name in self.FOR_HOST if name in args}
        try:
            if given.get("state") != "absent":
                given |= self.planned(args, task_vars)
        except InputError as refusal:
            return {**result, **refusal.result()}
        return {**result, **self.on_host(self.MODULE, given, task_vars)}

    def planned(self, args: t.Mapping[str, t.Any], variables: t.Mapping[str, t.Any]) -> Result:
        """The options of the host's half.

        :param args: the task's.
        :param variables: those of all hosts, as Ansible has them.
        :raises InputError: with everything that is wrong with the variables of the role.
        """
        raise NotImplementedError
