# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The controller's half of ``litellm_access``: checks what is declared, and generates values and hands them over."""

from __future__ import annotations

import secrets
import typing as t

from ansible.errors import AnsibleError
from ansible.parsing.vault import VaultLib, match_encrypt_secret
from ansible_collections.llmops.litellm.plugins.plugin_utils._actions import HostAction
from ansible_collections.llmops.litellm.plugins.plugin_utils._keys.declared import Declared, read_declared
from ansible_collections.llmops.litellm.plugins.plugin_utils._keys.handover import (
    Handover,
    HandoverError,
    Vault,
    hand_over,
    take_back,
)
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.problems import InputError

_MODULE = "litellm_access"
_CONNECTION = ("url", "master_key", "timeout", "validate_certs", "use_proxy", "certificate")
_DECLARING = ("budgets", "teams", "users", "keys", "agents", "secrets", "handover", "variable_prefix")
_COMPARING = ("owner", "unmanaged")
_NO_PLACE = (
    "{names}: nothing says where the generated value goes; write {prefix}key_handover: {{file: PATH}}, or name a value of your own "
    "with value_env. Nothing was changed."
)
_BYTES = 32


class ActionModule(HostAction):
    """Has the host read, and then write what differs."""

    _VALID_ARGS = frozenset((*_CONNECTION, *_DECLARING, *_COMPARING))

    def run(self, tmp: t.Any = None, task_vars: t.Any = None) -> dict[str, t.Any]:
        result: dict[str, t.Any] = super().run(tmp, task_vars)
        args = self._task.args
        try:
            declared = read_declared(args, args.get("variable_prefix") or "")
        except InputError as refusal:
            return {**result, **refusal.result()}
        reach = {name: args[name] for name in _CONNECTION if name in args}
        comparing = {name: args[name] for name in _COMPARING if name in args}
        asked = self.on_host(_MODULE, {**reach, **comparing, "wanted": declared.wanted}, task_vars)
        if asked.get("failed") or not asked.get("changes"):
            return {**result, **asked}
        done = self._bring(asked, declared, reach, task_vars)
        return {**result, **{key: value for key, value in asked.items() if key != "changes"}, **done}

    def _bring(
        self, asked: t.Mapping[str, t.Any], declared: Declared, reach: dict[str, t.Any], task_vars: t.Any
    ) -> dict[str, t.Any]:
        """Do what was planned, with values for the keys that get one."""
        makes = [change["makes"] for change in asked["changes"] if change["makes"]]
        generated = {name: f"sk-{secrets.token_urlsafe(_BYTES)}" for name in makes if name not in declared.values}
        if generated and declared.handover is None:
            told = {
                "names": ", ".join(f"key {name}" for name in generated),
                "prefix": self._task.args.get("variable_prefix") or "",
            }
            return {"failed": True, "changed": False, "msg": _NO_PLACE.format(**told)}
        if self._task.check_mode:
            return {}
        place, vault = declared.handover or Handover(), None
        try:
            if generated:
                vault = self._vault(place)
                hand_over(generated, place, vault)
        except HandoverError as error:
            return {"failed": True, "changed": False, "msg": f"{error}. Nothing was changed."}
        values = {**{name: declared.values[name] for name in makes if name in declared.values}, **generated}
        done = self.on_host(_MODULE, {**reach, "changes": asked["changes"], "values": values}, task_vars)
        lost = [name for name in generated if name not in done.get("made", ())]
        try:
            if lost:
                take_back(lost, place, vault)
        except HandoverError as error:
            done["msg"] = f"{done.get('msg', '')} {error}; the values of {', '.join(lost)} in it are of no use."
        done["handed_over"] = [name for name in generated if name not in lost]
        return done

    def _vault(self, place: Handover) -> Vault | None:
        """What encrypts with the vault password of the play."""
        if not place.vault:
            return None
        known = getattr(self._loader, "_vault", None)
        given = list(getattr(known, "secrets", None) or [])
        if not given:
            raise HandoverError(
                f"{place.file} is to be encrypted, and the play has no vault password; call it with --vault-id"
            )
        library = VaultLib(given)
        identity, secret = match_encrypt_secret(given)

        def encrypt(text: str) -> bytes:
            encrypted: bytes = library.encrypt(text, secret=secret, vault_id=identity)
            return encrypted

        def decrypt(content: bytes) -> str:
            if not library.is_encrypted(content):
                raise ValueError
            try:
                text: bytes = library.decrypt(content)
            except AnsibleError:
                raise ValueError from None
            return text.decode()

        return Vault(encrypt, decrypt)
