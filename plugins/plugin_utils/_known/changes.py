# SPDX-License-Identifier: GPL-3.0-or-later
"""What LiteLLM does otherwise since a version, for the same configuration.

Keys that came or went are in the vocabulary, and so are defaults of settings. This is what neither shows: each entry was
found in LiteLLM's release notes or pull requests, and its two sides were read in LiteLLM's own source, of the version that
it names and of the one before. Which configurations it concerns is data as well.
"""

from __future__ import annotations

import typing as t
from dataclasses import dataclass

from .names import DEFAULT_FALLBACKS, FALLBACKS, WITHOUT_MASTER_KEY
from .releases import parsed

if t.TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Kind = t.Literal["set", "not set", "one of", "none of", "text"]


@dataclass(frozen=True)
class Condition:
    """A condition on a configuration or its service.

    :param path: keys from the outermost block on, between dots. ``*`` stands for every item of a list, or value of a
        dictionary; something else than these counts as a list of itself, as LiteLLM takes one callback for several.
    :param kind: ``set``: something is there. ``one of``: one of *values* is there, ``none of``: none of them. ``text``: text
        stands there, and no list or dictionary.
    :param values: what to compare with; of texts, upper and lower case do not count.
    """

    path: str
    kind: Kind = "set"
    values: tuple[str | int | bool, ...] = ()

    def holds(self, facts: Mapping[str, t.Any]) -> bool:
        """Whether *facts*, a configuration and :data:`FACTS`, meet it. What nobody knows meets no condition."""
        keys = self.path.split(".")
        if keys[0] not in facts and keys[0] in FACTS:
            return False
        found = list(_values(facts, keys))
        if self.kind in ("set", "not set"):
            return bool(found) is (self.kind == "set")
        if self.kind == "text":
            return any(isinstance(value, str) for value in found)
        among = any(_same(value, known) for value in found for known in self.values)
        return among is (self.kind == "one of")


FACTS = {
    "environment": "variables of the service: name to value, or to true where the value is a secret",
    "alone": "names of models that have one deployment and no fallback",
    "compatible": "names of models at an OpenAI-compatible server that is not OpenAI's own",
}
"""What conditions may ask for beside LiteLLM's own blocks."""


@dataclass(frozen=True)
class Change:
    """Something that LiteLLM does otherwise.

    :param name: stable, for documentation and tests.
    :param since: the first version that does.
    :param sentence: what is otherwise since then, and what was before.
    :param remedy: what to write or to do.
    :param source: where that can be read.
    :param concerns: the configurations that it is about: one condition of each group holds.
    """

    name: str
    since: str
    sentence: str
    remedy: str
    source: str
    concerns: tuple[tuple[Condition, ...], ...]

    def is_about(self, facts: Mapping[str, t.Any]) -> bool:
        """Whether the change concerns a configuration, whose *facts* are as in :meth:`Condition.holds`."""
        return all(any(test.holds(facts) for test in group) for group in self.concerns)


def changes_between(before: str, after: str, among: Sequence[Change] | None = None) -> list[Change]:
    """What changed since the version *before*, up to the version *after* and with it, oldest first.

    :param among: the known changes; None: :data:`CHANGES`.
    :raises UnknownVersion: not a version.
    """
    first, last = parsed(before), parsed(after)
    known = CHANGES if among is None else among
    return sorted((each for each in known if first < parsed(each.since) <= last), key=lambda each: parsed(each.since))


def _values(tree: t.Any, keys: Sequence[str]) -> Iterator[t.Any]:
    """What stands at *keys* in *tree*; nothing (null) is not there."""
    if not keys:
        if tree is not None:
            yield tree
        return
    key, *below = keys
    if key == "*":
        items = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else [tree]
        for item in items:
            yield from _values(item, below)
    elif isinstance(tree, dict) and key in tree:
        yield from _values(tree[key], below)


def _same(value: t.Any, known: str | int | bool) -> bool:
    if isinstance(value, str) and isinstance(known, str):
        return value.strip().casefold() == known.casefold()
    return type(value) is type(known) and bool(value == known)


def _callback(name: str) -> tuple[Condition, ...]:
    lists = ("callbacks", "success_callback", "failure_callback")
    return tuple(Condition(f"litellm_settings.{each}.*", "one of", (name,)) for each in lists)


_ON = ("true", "1", True)
_OFF = ("false", "0", "no", "off", False)
_DATABASE = (Condition("general_settings.database_url"), Condition("environment.DATABASE_URL"))
_SETTINGS = ("router_settings", "litellm_settings")
_BACKED = tuple(Condition(f"{block}.{each}.*") for block in _SETTINGS for each in (*FALLBACKS, DEFAULT_FALLBACKS))
_SHARED_COUNTERS = (
    Condition("router_settings.redis_host"),
    Condition("router_settings.redis_url"),
    Condition("general_settings.coordination_redis"),
    Condition("litellm_settings.cache_params.type", "one of", ("redis", "redis-semantic")),
    Condition("environment.REDIS_HOST"),
    Condition("environment.REDIS_URL"),
)
_ALLOWED_FAILS = (Condition("router_settings.allowed_fails"), Condition("router_settings.allowed_fails_policy"))
_PRICED_AT_NOTHING = tuple(
    Condition(f"model_list.*.{each}.input_cost_per_token", "one of", (0,)) for each in ("litellm_params", "model_info")
)

CHANGES = (
    Change(
        "metrics-key",
        "1.84.0",
        "/metrics asks for a key; before, it answered everybody",
        "give the scraper a key, or set litellm_settings.require_auth_for_metrics_endpoint: false",
        "require_auth_for_metrics_endpoint in litellm/__init__.py is False in 1.83.14 and True in 1.84.0; LiteLLM's "
        "documentation says 1.85.0 (BerriAI/litellm-docs pull request 504)",
        (_callback("prometheus"), (Condition("litellm_settings.require_auth_for_metrics_endpoint", "not set"),)),
    ),
    Change(
        "metrics-requested-model",
        "1.91.0",
        "litellm_spend_metric and litellm_requests_metric have a label more, requested_model, so that their series are new ones",
        "look through rules and dashboards that name every label",
        "PrometheusMetricLabels in litellm/types/integrations/prometheus.py of 1.90.7 and 1.91.0",
        (_callback("prometheus"),),
    ),
    Change(
        "metrics-api-provider",
        "1.92.0",
        "metrics of requests, tokens and latency have a label more, api_provider, so that their series are new ones",
        "look through rules and dashboards that name every label",
        "PrometheusMetricLabels in litellm/types/integrations/prometheus.py of 1.91.0 and 1.92.0",
        (_callback("prometheus"),),
    ),
    Change(
        "metrics-service-tier",
        "1.96.0",
        "metrics of spend and latency have a label more, service_tier, so that their series are new ones",
        "look through rules and dashboards that name every label",
        "PrometheusMetricLabels in litellm/types/integrations/prometheus.py of 1.95.1 and 1.96.0",
        (_callback("prometheus"),),
    ),
    Change(
        "stream-usage",
        "1.96.0",
        "LiteLLM adds stream_options.include_usage to every stream that it asks an OpenAI-compatible server for; before, only "
        "where the client did",
        "for a server that refuses it, set general_settings.always_include_stream_usage: false",
        "_stream_usage_tracking_updates in litellm/proxy/common_request_processing.py, which 1.95.1 does not have",
        (
            (Condition("general_settings.always_include_stream_usage", "not set"),),
            (Condition("compatible.*"),),
        ),
    ),
    Change(
        "allowed-fails-zero",
        "1.98.0",
        "a 0 in allowed_fails_policy takes a deployment out at its first failure; before, it counted as not written",
        "leave the 0 out to keep what was",
        "should_cooldown_based_on_allowed_fails_policy in litellm/router_utils/cooldown_handlers.py of 1.96.0 and 1.98.0",
        ((Condition("router_settings.allowed_fails_policy.*", "one of", (0,)),),),
    ),
    Change(
        "audit-logs",
        "1.99.0",
        "with a license, LiteLLM writes audit logs into the database unless it is told not to; before, only where it was told to",
        "set litellm_settings.store_audit_logs to true or false",
        "is_audit_logging_enabled in litellm/proxy/management_helpers/audit_logs.py of 1.98.1 and 1.99.0",
        (
            (Condition("environment.LITELLM_LICENSE"),),
            _DATABASE,
            (Condition("litellm_settings.store_audit_logs", "not set"),),
            (Condition("environment.LITELLM_STORE_AUDIT_LOGS", "not set"),),
        ),
    ),
    Change(
        "drop-params-variable",
        "1.102.0",
        "LITELLM_DROP_PARAMS=false means no; before, any text in that variable made LiteLLM drop parameters",
        "set litellm_settings.drop_params: true to keep what was",
        "drop_params in litellm/__init__.py of 1.101.0, bool(os.getenv(…)), and of 1.102.0, drop_params_env_flag",
        (
            (Condition("environment.LITELLM_DROP_PARAMS", "one of", _OFF),),
            (Condition("litellm_settings.drop_params", "not set"),),
        ),
    ),
    Change(
        "allowed-fails-shared",
        "1.102.0",
        "failures are counted in Redis, over all workers and hosts, so that allowed_fails is reached sooner; before, each worker "
        "counted its own",
        "multiply allowed_fails by the number of workers to keep what was",
        "should_cooldown_based_on_allowed_fails_policy in litellm/router_utils/cooldown_handlers.py of 1.101.0 and 1.102.0",
        (_ALLOWED_FAILS, _SHARED_COUNTERS),
    ),
    Change(
        "login-throttle",
        "1.103.0",
        "after 6 failed sign-ins to the Admin UI within a minute, a user name is refused for 5 minutes; before, no sign-in was",
        "general_settings.max_failed_login_attempts_per_source sets another limit",
        "litellm/proxy/auth/login_throttle.py, which 1.102.0 does not have",
        (
            _DATABASE,
            (Condition("environment.DISABLE_ADMIN_UI", "none of", _ON),),
            (Condition("general_settings.max_failed_login_attempts_per_source", "not set"),),
            (Condition("environment.LITELLM_DISABLE_LOGIN_RATE_LIMIT", "none of", _ON),),
        ),
    ),
    Change(
        "fallback-budget",
        "1.103.0",
        "a key or user over its budget gets no paid fallback of a model that costs nothing; before, it did",
        "raise the budget, or give such a model a fallback that costs nothing",
        "litellm/proxy/auth/fallback_budget.py, which 1.102.0 does not have",
        (_BACKED, _PRICED_AT_NOTHING, _DATABASE),
    ),
    Change(
        "master-key",
        "1.104.0",
        "LiteLLM refuses to start without a master key, and with sk-1234; before, it served everybody, or whoever tried that key",
        "set a master key of your own",
        "litellm/proxy/auth/master_key_boot_check.py, which 1.103.0 does not have; BerriAI/litellm pull request 42019",
        (
            (
                Condition("general_settings.master_key", "one of", ("", "sk-1234")),
                Condition("general_settings.master_key", "not set"),
            ),
            (
                Condition("general_settings.master_key", "one of", ("", "sk-1234")),
                Condition("environment.LITELLM_MASTER_KEY", "not set"),
            ),
            (Condition(f"general_settings.{WITHOUT_MASTER_KEY}", "none of", (True,)),),
            (Condition("environment.LITELLM_DANGEROUSLY_PERMIT_WEAK_OR_UNSET_MASTER_KEY", "none of", _ON),),
        ),
    ),
    Change(
        "langfuse-4",
        "1.104.0",
        "the callback langfuse needs the Python package langfuse from 4.7 on, and refuses the 2.x that it needed before",
        "write langfuse>=4.7,<5.0 into litellm_extra_packages",
        "raise_if_unsupported_langfuse_version in litellm/integrations/langfuse/langfuse.py, which 1.103.0 does not have",
        (_callback("langfuse"),),
    ),
    Change(
        "metrics-model-group",
        "1.106.0",
        "metrics of latency and of deployments have a label more, model_group, so that their series are new ones",
        "look through rules and dashboards that name every label",
        "PrometheusMetricLabels in litellm/types/integrations/prometheus.py of 1.105.0 and 1.106.0",
        (_callback("prometheus"),),
    ),
    Change(
        "fallback-access",
        "1.108.0",
        "a fallback answers only clients whose key may ask for the model that it leads to; before, it answered every client",
        "give keys those models, or set general_settings.enforce_fallback_model_access: false to keep what was",
        "enforce_fallback_model_access in litellm/proxy/auth/fallback_model_access.py is False in 1.106.12 and True in 1.108.0",
        (_BACKED, _DATABASE, (Condition("general_settings.enforce_fallback_model_access", "not set"),)),
    ),
    Change(
        "content-policy",
        "1.108.0",
        "with the openai 3 that LiteLLM takes, content_policy_fallbacks answer only where an error's words speak of a refused "
        "content; before, also where its code is content_policy_violation",
        "give such a model the same in fallbacks, which answer any error",
        "Requires-Dist of openai in the wheels of 1.106.12 (<3.0.0) and 1.108.0 (<4.0.0); exception_mapping_utils.py in "
        "litellm/litellm_core_utils looks for the code in the error's text, where openai 2.54 has the whole answer and 3.57 its "
        "message; tried with both",
        (tuple(Condition(f"{block}.content_policy_fallbacks.*") for block in _SETTINGS),),
    ),
    Change(
        "fallback-text",
        "1.108.1",
        "LiteLLM refuses to start with a fallback that is text; before, it started, and the fallback never answered",
        "write a list of model names",
        "validate_fallbacks in litellm/router.py of 1.108.0 and 1.108.1; release note of 1.108.1, BerriAI/litellm pull request 48943",
        (
            tuple(
                Condition(path, "text")
                for block in _SETTINGS
                for path in (f"{block}.{DEFAULT_FALLBACKS}", *(f"{block}.{each}.*.*" for each in FALLBACKS))
            ),
        ),
    ),
    Change(
        "lone-deployment",
        "1.108.1",
        "allowed_fails never takes out the only deployment of a name that has no fallback; before, that name answered nobody "
        "for cooldown_time",
        "a name that has to fail fast needs a fallback or a second deployment",
        "is_lone_deployment in litellm/router_utils/cooldown_handlers.py, which 1.108.0 does not have; release note of 1.108.1",
        ((Condition("router_settings.allowed_fails"),), (Condition("alone.*"),)),
    ),
    Change(
        "disk-cache",
        "1.109.0",
        "there is no cache of type disk any more",
        "set litellm_settings.cache_params.type to local or redis",
        "litellm/caching/disk_cache.py, which 1.108.7 has and 1.109.3 has not; release note of 1.109.0, BerriAI/litellm pull "
        "request 48114",
        ((Condition("litellm_settings.cache_params.type", "one of", ("disk",)),),),
    ),
)
"""Every change that is known, oldest first."""
