# SPDX-License-Identifier: GPL-3.0-or-later
"""Prove a release: compare what LiteLLM loaded with what is declared, then ask the application as a client would."""

from __future__ import annotations

import logging
import typing as t
from collections import Counter

from reason import ReleaseRefusedError

if t.TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from starlette.types import ASGIApp

REFERENCE = "os.environ/"


PROOF_KEY = "LITELLM_PROOF_KEY"
"""The environment variable with the key that a proof shows instead of the master key."""


class ProofKey(t.NamedTuple):
    """The key that a proof shows to the gateway.

    :param value: the key; empty for a gateway that asks for none.
    :param name: what messages call the key.
    :param remedy: the end of the message to the operator when the gateway does not take the key.
    :param refusals: the HTTP statuses that a request without a key may get.
    """

    value: str
    name: str
    remedy: str = ""
    refusals: tuple[int, ...] = (401,)


def proof_key(config: Mapping[str, t.Any], master_key: str | None, environment: Mapping[str, str]) -> ProofKey:
    """The key to ask with: the value of ``LITELLM_PROOF_KEY`` in *environment*, else *master_key*.

    :param config: LiteLLM's parsed configuration file.
    """
    # The operator's own code decides which keys are right, and with which status it refuses others.
    own_judge = bool((config.get("general_settings") or {}).get("custom_auth"))
    refusals = (401, 403) if own_judge else (401,)
    if environment.get(PROOF_KEY):
        return ProofKey(environment[PROOF_KEY], "litellm_proof_key", "", refusals)
    remedy = "; custom_auth does not take it: set litellm_proof_key to a key that it takes" if own_judge else ""
    if master_key:
        return ProofKey(master_key, "the master key", remedy, refusals)
    return ProofKey("", "a request without a key", remedy)


class Deployment(t.NamedTuple):
    """One entry of ``model_list``: its ``model_name`` and its ``model_info.id``, which may be empty."""

    name: str
    id: str


def declared_deployments(config: Mapping[str, t.Any]) -> list[Deployment]:
    """The deployments that the parsed configuration file *config* declares."""
    return [
        Deployment(str(entry["model_name"]), str((entry.get("model_info") or {}).get("id") or ""))
        for entry in config.get("model_list") or []
    ]


def loaded_deployments(router: t.Any) -> list[Deployment]:
    """The deployments of LiteLLM's router, without aliases; none when *router* is None, as LiteLLM has it without models."""
    return [
        Deployment(str(entry["model_name"]), str(entry["model_info"]["id"]))
        for entry in (router.get_model_list() or [] if router is not None else [])
        if entry["model_name"] not in (getattr(router, "model_group_alias", None) or {})
    ]


def prove_loaded(declared: list[Deployment], loaded: list[Deployment]) -> None:
    """Refuse a release that LiteLLM started without a declared deployment; it drops those that it cannot use.

    :raises ReleaseRefusedError: names every deployment that is missing.
    """
    ids = {deployment.id for deployment in loaded}
    missing = [d.id for d in declared if d.id and d.id not in ids]
    spare = Counter(deployment.name for deployment in loaded)
    spare.subtract(deployment.name for deployment in declared)
    missing += sorted(name for name, count in spare.items() if count < 0 and name not in missing)
    if missing:
        raise ReleaseRefusedError(
            f"LiteLLM loaded {len(loaded)} of {len(declared)} declared deployments; it dropped: {', '.join(missing)}"
        )


async def prove_answers(app: ASGIApp, names: set[str], key: ProofKey) -> None:
    """Ask the application, within this process, what a client would ask first: readiness, and the list of models.

    :param names: the model names that ``/v1/models`` must list; no wildcards.
    :param key: the key to ask with. The list must be refused to a request without it.
    :raises ReleaseRefusedError: at the first answer that is wrong.
    """
    import httpx

    # A client of an application that raises gets 500, and so does this one.
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://gateway", timeout=60) as client:
        readiness = await client.get("/health/readiness")
        if readiness.status_code != 200:
            raise ReleaseRefusedError(f"/health/readiness answers {readiness.status_code} instead of 200")
        headers = {"Authorization": f"Bearer {key.value}"} if key.value else {}
        models = await client.get("/v1/models", headers=headers)
        if models.status_code != 200:
            raise ReleaseRefusedError(
                f"/v1/models answers {models.status_code} instead of 200 to {key.name}{key.remedy}"
            )
        missing = names - {str(model["id"]) for model in models.json()["data"]}
        if missing:
            raise ReleaseRefusedError(f"/v1/models does not list: {', '.join(sorted(missing))}")
        if key.value:
            # LiteLLM logs a refusal as an error with a traceback, but this refusal is as it should be.
            logging.disable(logging.CRITICAL)
            try:
                anonymous = await client.get("/v1/models")
            finally:
                logging.disable(logging.NOTSET)
            if anonymous.status_code not in key.refusals:
                raise ReleaseRefusedError(
                    f"/v1/models answers {anonymous.status_code} instead of 401 to a request without a key"
                )


def log_lines(config: Mapping[str, t.Any], environment: Mapping[str, str]) -> Iterator[str]:
    """One line of the log for each deployment: its name, where its requests go, and the variable that holds its key."""
    for entry in config.get("model_list") or []:
        params = entry.get("litellm_params") or {}
        key = str(params.get("api_key") or "")
        if key.startswith(REFERENCE):
            name = key[len(REFERENCE) :]
            shown = f"key {name} ({'set' if environment.get(name) else 'NOT SET'})"
        else:
            shown = "key ****" if key else "no key of its own"
        base = params.get("api_base") or "the provider's own address"
        yield f"model {entry['model_name']!r} -> {params.get('model')!r} at {base}, {shown}"
