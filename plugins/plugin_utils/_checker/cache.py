# SPDX-License-Identifier: GPL-3.0-or-later
"""The cache of answers: whether it is on, where it is kept, and what is kept in it."""

from __future__ import annotations

import re
import typing as t

from ...module_utils._nearest import nearest
from .._report.problems import did_you_mean, type_name
from . import value_types as types
from .entry import REFUSES, check_required
from .redis import VARIABLES
from .words import check_word

if t.TYPE_CHECKING:
    from .._report.locations import Location
    from .._report.report import Report
    from .checked_config import CheckedConfig

_PARAMS_AT: Location = ("litellm_settings", "cache_params")
_CACHES_NOTHING = "LiteLLM caches nothing"
# What a type cannot do without: the key, the variables that stand for it, and what LiteLLM does without it.
_NEEDS: dict[str, tuple[tuple[str, tuple[str, ...], str], ...]] = {
    "qdrant-semantic": (
        ("qdrant_collection_name", (), REFUSES),
        ("qdrant_api_base", ("QDRANT_URL", "QDRANT_API_BASE"), REFUSES),
    ),
    "s3": (("s3_bucket_name", (), _CACHES_NOTHING),),
    "gcs": (("gcs_bucket_name", ("GCS_BUCKET_NAME",), _CACHES_NOTHING),),
    "azure-blob": (("azure_account_url", (), REFUSES), ("azure_blob_container", (), REFUSES)),
}
# Keys that say where a cache is, none of which means anything to the one in memory.
_ELSEWHERE = re.compile(r"host|port|password|url|(?:redis|valkey|qdrant|s3|gcs|azure|disk)_\w+")
CLIENT = frozenset(
    re.findall(
        r"\w+",
        """
        cache cache_config client_name credential_provider db decode_responses driver_info encoding encoding_errors
        event_dispatcher health_check_interval host legacy_responses lib_name lib_version maint_notifications_config
        max_connections oss_cluster_maint_notifications_handler password port protocol redis_connect_func
        retry_on_error retry_on_timeout single_connection_client socket_connect_timeout socket_keepalive
        socket_keepalive_options socket_read_size socket_timeout ssl ssl_ca_certs ssl_ca_data ssl_ca_path
        ssl_cert_reqs ssl_certfile ssl_check_hostname ssl_ciphers ssl_exclude_verify_flags ssl_include_verify_flags
        ssl_keyfile ssl_min_version ssl_ocsp_context ssl_ocsp_expected_cert ssl_password ssl_validate_ocsp
        ssl_validate_ocsp_stapled unix_socket_path username
        """,
    )
)
"""What the Redis client for Python takes, to which LiteLLM hands whatever else stands in the settings of a cache."""
# What LiteLLM itself makes of such keys before it does, and what older clients took.
_BEFORE_CLIENT = frozenset(
    re.findall(
        r"\w+",
        """
        charset errors aws_iam_auth aws_iam_cache_name aws_iam_region aws_iam_serverless aws_iam_user_name
        azure_client_id azure_client_secret azure_redis_ad_token azure_tenant_id connection_pool retry
        sentinel_nodes sentinel_password service_logger_obj service_name startup_nodes url
        """,
    )
)
HANDED_ON = CLIENT | _BEFORE_CLIENT
"""Keys that are none of LiteLLM's own and no slip of one."""
# With these LiteLLM takes out what the client does not know.
_OTHER_CLIENTS = ("url", "redis_startup_nodes", "startup_nodes", "sentinel_nodes")
_SENTINELS = "sentinel_nodes"
_NODES: dict[str, tuple[type, str]] = {
    "redis_startup_nodes": (dict, "write {host: redis1.example.com, port: 6379}"),
    "startup_nodes": (dict, "write {host: redis1.example.com, port: 6379}"),
    _SENTINELS: (list, "write [sentinel1.example.com, 26379]"),
}
"""Lists of servers: what an entry must be, and how one looks."""
_SEMANTIC = "redis-semantic"
_OF_SEMANTIC = {"host": "REDIS_HOST", "port": "REDIS_PORT", "password": "REDIS_PASSWORD"}
"""What such a cache needs where it has no ``redis_url``, and the variables that stand for it."""
# The gateway asks models by the functions that wait; those of the same name without an "a" are for scripts.
_NEVER_CALLED = frozenset({"completion", "embedding", "transcription", "text_completion", "rerank"})
_CERTIFICATES, _TLS = "ssl_cert_reqs", "REDIS_SSL"


def check_cache(checked: CheckedConfig, report: Report) -> None:
    """The cache is on where it is described, and described where it is on."""
    settings = checked.block(_PARAMS_AT[0])
    params, cache = settings.get(_PARAMS_AT[1]), settings.get("cache")
    if params and cache in (None, False):
        message = f"describes a cache that cache: true does not turn on; {_CACHES_NOTHING}"
        report.add("cache-off", _PARAMS_AT, message, "write cache: true beside it")
    if not types.fits("bool", cache):
        message = f"must be true or false, not {type_name(cache)}; {_CACHES_NOTHING}, or fails at every request"
        report.add("wrong-type", (_PARAMS_AT[0], "cache"), message, "write true, and the rest into cache_params")
    if cache is not True:
        return
    if params is not None and not isinstance(params, dict):
        message = f"must be a dictionary, not {type_name(params)}; {REFUSES}"
        report.add("wrong-shape", _PARAMS_AT, message, "write type: and its settings")
        return
    _check_place(checked, report, params or {})


def _check_place(checked: CheckedConfig, report: Report, params: dict[str, t.Any]) -> None:
    """There is what the type of cache needs."""
    places = [key for key in map(str, params) if _ELSEWHERE.fullmatch(key)]
    if places and "type" not in params:
        message = f"is missing; LiteLLM caches in the memory of each worker, and does not use {', '.join(places)}"
        report.add(
            "missing-key", (*_PARAMS_AT, "type"), message, "write type: redis, or the one that is meant", "warning"
        )
    # Without any settings LiteLLM takes Redis; with some, and no type among them, memory.
    kind = str(params.get("type", "local" if params else "redis"))
    if kind.endswith("-semantic") and params.get("similarity_threshold") is None:
        message = f"has no similarity_threshold, which {kind} needs; {REFUSES}"
        report.add("missing-key", _PARAMS_AT, message, "write similarity_threshold: 0.8, or another number from 0 to 1")
    for key, variables, effect in _NEEDS.get(kind, ()):
        if not any(map(checked.may_have, variables)):
            check_required(report, (key,), _PARAMS_AT, params, effect)
    scopes = checked.vocabulary.tables.get("semantic_cache_scopes", {})
    check_word(report, (*_PARAMS_AT, "semantic_cache_scope"), params.get("semantic_cache_scope"), scopes, REFUSES)
    near = {"host", "url", "redis_url", "redis_startup_nodes", "sentinel_nodes", "startup_nodes"} & set(params)
    placed = params.get("host") is not None or "redis_url" in params
    if kind == "redis" and placed and not {*_OTHER_CLIENTS} & set(params):
        _check_client(checked, report, params)
    if kind == "redis":
        _check_nodes(checked, report, params)
    if kind == _SEMANTIC:
        _check_semantic(checked, report, params)
    elif kind.startswith("redis") and not near and not any(map(checked.may_have, VARIABLES)):
        message = "keeps the cache in Redis, and nothing says where that is"
        report.add(
            "needs-redis",
            _PARAMS_AT,
            message,
            "write url: redis://host:port, or type: local; litellm_redis has a cache of its own",
        )


def _check_nodes(checked: CheckedConfig, report: Report, params: dict[str, t.Any]) -> None:
    """The servers of a cluster, and Sentinels, are told as the client for Redis takes them."""
    for key, (shape, remedy) in _NODES.items():
        nodes = params.get(key)
        for index, node in enumerate(nodes if isinstance(nodes, list) else ()):
            if not isinstance(node, shape):
                message = f"must be {type_name(shape())}, not {type_name(node)}; {REFUSES}"
                report.add("wrong-shape", (*_PARAMS_AT, key, index), message, remedy)
    if params.get(_SENTINELS) and not checked.may_have("REDIS_SERVICE_NAME"):
        check_required(report, ("service_name",), _PARAMS_AT, params, f"{_SENTINELS} needs it, and {REFUSES}")


def _check_semantic(checked: CheckedConfig, report: Report, params: dict[str, t.Any]) -> None:
    """A semantic cache says where its Redis is, in its own words: ``url`` and Sentinels are nothing to it."""
    if params.get("redis_url") is not None:
        return
    for key, variable in _OF_SEMANTIC.items():
        if params.get(key) is None and not checked.may_have(variable):
            message = f"is missing; {_SEMANTIC} looks at no url, and {REFUSES}"
            report.add("missing-key", (*_PARAMS_AT, key), message, "write redis_url, or host, port and password")


def _check_client(checked: CheckedConfig, report: Report, params: dict[str, t.Any]) -> None:
    """There is no key that the Redis client does not take, and no word for how it looks at certificates."""
    _check_certificates(checked, report, params.get(_CERTIFICATES), params.get("ssl"))
    known = {*checked.vocabulary.tables["cache_params"], *HANDED_ON}
    for key in params:
        location = (*_PARAMS_AT, key)
        # One that is nearly a key of LiteLLM's own is another check's finding.
        if (
            key not in known
            and not nearest(str(key), checked.vocabulary.tables["cache_params"])
            and not checked.allows(location)
        ):
            message = f"is not known to the Redis client; {REFUSES}"
            remedy = "write url" if key == "redis_url" else did_you_mean(str(key), known)
            report.add("unknown-key", location, message, remedy, firm=True)


def _check_certificates(checked: CheckedConfig, report: Report, word: object, ssl: object) -> None:
    """How the client looks at certificates is one of its words, false among them, and it speaks TLS at all."""
    location, effect = (*_PARAMS_AT, _CERTIFICATES), "the client connects to no Redis, and nothing is cached"
    if word is None or types.is_reference(word):
        return
    if not ssl and not checked.may_have(_TLS):
        message = f"is for TLS, which ssl: true turns on; without it {effect}"
        report.add("missing-key", location, message, "write ssl: true beside it, or take it out")
    elif word is not False:
        check_word(report, location, word, ("none", "optional", "required"), effect)


def check_cached_calls(checked: CheckedConfig, report: Report) -> None:
    """``supported_call_types`` names calls that the gateway makes."""
    params = checked.block(_PARAMS_AT[0]).get(_PARAMS_AT[1])
    calls = params.get("supported_call_types") if isinstance(params, dict) else None
    if not isinstance(calls, list):
        return
    location, known = (*_PARAMS_AT, "supported_call_types"), checked.vocabulary.tables.get("cached_calls", {})
    for index, call in enumerate(calls):
        check_word(report, (*location, index), call, known, "nothing is cached for it")
    if calls and all(isinstance(call, str) and call in _NEVER_CALLED for call in calls):
        message = f"names no call that the gateway makes; {_CACHES_NOTHING}"
        report.add("cache-off", location, message, f"write {', '.join(f'a{call}' for call in calls)}", "warning")
