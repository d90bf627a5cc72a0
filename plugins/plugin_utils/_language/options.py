# SPDX-License-Identifier: GPL-3.0-or-later
"""What the library is asked for."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, field

from ...module_utils._model_config_options import MASTER_KEY

if t.TYPE_CHECKING:
    from .source_files import SourceFile

BESIDE_FILE = "beside_file"
"""The rule that an option breaks beside a ``config_file``; the others say something of that, too."""

_DECLARES = {BESIDE_FILE: "contradiction"}
_DEFAULTS = {BESIDE_FILE: "no-effect"}


@dataclass(frozen=True)
class RenderOptions:
    """The options of the module, as Ansible gives them; ``None`` is an option that is not set.

    Files are their text; ``files_beside`` are the Python files in the folder of ``config_file``. ``environment`` is a
    dictionary or a list of names; its values are never looked at, nor are those of ``litellm_environment``, the part of
    it that is no secret. ``environment_names`` are variables besides, whose values nobody tells. ``tls_key`` may be a key itself, which nothing shows.
    """

    models: t.Any = field(default=None, metadata=_DECLARES)
    model_keys: t.Any = field(default=None, metadata=_DECLARES)
    providers: t.Any = field(default=None, metadata=_DECLARES)
    model_specs: t.Any = field(default=None, metadata=_DECLARES)
    env_file: SourceFile | None = None
    config_file: SourceFile | None = None
    api_base: t.Any = field(default=None, metadata=_DEFAULTS)
    api_key_env: t.Any = field(default=None, metadata=_DEFAULTS)
    reasoning_effort: t.Any = field(default=None, metadata=_DEFAULTS)
    timeout: t.Any = field(default=None, metadata=_DEFAULTS)
    litellm_mode: t.Any = field(default=None, metadata=_DECLARES)
    agents: t.Any = field(default=None, metadata=_DECLARES)
    default_fallbacks: t.Any = field(default=None, metadata=_DECLARES)
    drop_params: t.Any = field(default=None, metadata=_DEFAULTS)
    set_verbose: t.Any = field(default=None, metadata=_DEFAULTS)
    litellm_settings: t.Any = field(default=None, metadata=_DECLARES)
    router_settings: t.Any = field(default=None, metadata=_DECLARES)
    general_settings: t.Any = field(default=None, metadata=_DECLARES)
    extra_config: t.Any = field(default=None, metadata=_DECLARES)
    json_logs: t.Any = None
    prometheus: t.Any = field(default=None, metadata=_DECLARES)
    opentelemetry: t.Any = field(default=None, metadata=_DECLARES)
    redis: t.Any = field(default=None, metadata=_DECLARES)
    database: t.Any = None
    ui: t.Any = None
    allow_unknown: t.Any = None
    master_key_env: t.Any = field(default=MASTER_KEY, metadata=_DEFAULTS)
    environment: t.Any = None
    environment_names: t.Sequence[str] | None = None
    litellm_version: str = ""
    allow_insecure_version: str = ""
    strict: bool = True
    workers: int | None = None
    hosts: int = 1
    litellm_environment: t.Any = None
    service_manager: str = ""
    python_files: t.Sequence[SourceFile] | None = None
    files_beside: t.Sequence[SourceFile] | None = None
    extra_packages: t.Any = None
    image: str = ""
    host: str = ""
    behind_balancer: bool = False
    metrics_host: str = ""
    tls_certificate: t.Any = None
    tls_key: t.Any = None
