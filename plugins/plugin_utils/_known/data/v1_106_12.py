# SPDX-License-Identifier: GPL-3.0-or-later
"""What LiteLLM 1.106.12 knows: the difference to 1.99.4. Written by scripts/generate_vocabulary.py."""

REMOVED = {
    "command_line": r"""
        ENFORCE_PRISMA_MIGRATION_CHECK
    """,
    "dead_settings": r"""
        telemetry
    """,
    "defaults:litellm_settings": r"""
        autorouter_savings_baseline_model drop_params json_logs telemetry use_legacy_interactions_schema
    """,
    "defaults:router_settings": r"""
        assistants_config ignore_invalid_deployments
    """,
    "deployment_ids": r"""
        before_names
    """,
    "general_settings": r"""
        use_legacy_interactions_schema
    """,
    "litellm_params": r"""
        litellm_trusted_callback_vars
    """,
    "litellm_settings": r"""
        autorouter_savings_baseline_model telemetry use_legacy_interactions_schema
    """,
    "model_info": r"""
        input_cost_per_token_above_256k_tokens order output_cost_per_token_above_256k_tokens web_search_cost_per_request
    """,
    "models:anthropic": r"""
        claude-3-7-sonnet-20250219 claude-3-haiku-20240307 claude-3-opus-20240229 claude-4-opus-20250514
        claude-4-sonnet-20250514 claude-opus-4-1 claude-opus-4-1-20250805 claude-opus-4-20250514
        claude-sonnet-4-20250514
    """,
    "models:azure": r"""
        azure/eu/o1-preview-2024-09-12 azure/global/gpt-5.1-chat azure/gpt-3.5-turbo-0125 azure/gpt-35-turbo-0125
        azure/gpt-35-turbo-1106 azure/gpt-5-chat-latest azure/gpt-5.1-chat-2025-11-13 azure/gpt-5.2-chat-2025-12-11
        azure/o1-preview azure/o1-preview-2024-09-12 azure/us/o1-preview-2024-09-12 computer-use-preview
    """,
    "models:azure_ai": r"""
        azure_ai/Llama-3.2-11B-Vision-Instruct azure_ai/Llama-3.2-90B-Vision-Instruct azure_ai/MAI-Image-2e
        azure_ai/Meta-Llama-3.1-405B-Instruct azure_ai/Meta-Llama-3.1-8B-Instruct azure_ai/claude-opus-4-1
        azure_ai/cohere-rerank-v3.5 azure_ai/global/grok-3 azure_ai/global/grok-3-mini azure_ai/mistral-document-ai-2505
    """,
    "models:bedrock": r"""
        anthropic.claude-3-haiku-20240307-v1:0 anthropic.claude-3-sonnet-20240229-v1:0
        apac.anthropic.claude-3-5-sonnet-20240620-v1:0 apac.anthropic.claude-3-5-sonnet-20241022-v2:0
        apac.anthropic.claude-3-haiku-20240307-v1:0 apac.anthropic.claude-3-sonnet-20240229-v1:0
        bedrock/us-gov-east-1/anthropic.claude-3-5-sonnet-20240620-v1:0
        bedrock/us-gov-east-1/anthropic.claude-3-haiku-20240307-v1:0
        bedrock/us-gov-west-1/anthropic.claude-3-5-sonnet-20240620-v1:0
        bedrock/us-gov-west-1/anthropic.claude-3-7-sonnet-20250219-v1:0
        bedrock/us-gov-west-1/anthropic.claude-3-haiku-20240307-v1:0 cohere.command-r-plus-v1:0 cohere.command-r-v1:0
        eu.anthropic.claude-3-haiku-20240307-v1:0 eu.anthropic.claude-3-sonnet-20240229-v1:0
        us.anthropic.claude-3-haiku-20240307-v1:0 us.anthropic.claude-3-sonnet-20240229-v1:0
    """,
    "models:bedrock_converse": r"""
        us.amazon.nova-premier-v1:0
    """,
    "models:cerebras": r"""
        cerebras/zai-glm-4.6 cerebras/zai-glm-4.7
    """,
    "models:cohere": r"""
        command embed-english-light-v2.0 embed-english-v2.0 embed-multilingual-v2.0 rerank-english-v2.0
        rerank-multilingual-v2.0
    """,
    "models:cohere_chat": r"""
        command-light command-r command-r-plus
    """,
    "models:databricks": r"""
        databricks/databricks-claude-3-7-sonnet databricks/databricks-gpt-5-1-codex-max
        databricks/databricks-gpt-5-1-codex-mini databricks/databricks-gpt-5-2-codex
        databricks/databricks-llama-2-70b-chat databricks/databricks-meta-llama-3-1-405b-instruct
        databricks/databricks-meta-llama-3-70b-instruct databricks/databricks-mixtral-8x7b-instruct
        databricks/databricks-mpt-30b-instruct databricks/databricks-mpt-7b-instruct
    """,
    "models:deepinfra": r"""
        deepinfra/google/gemini-2.0-flash-001
    """,
    "models:fireworks_ai": r"""
        fireworks_ai/accounts/fireworks/models/ fireworks_ai/deepseek-v4-pro fireworks_ai/minimax-m2p7
    """,
    "models:friendliai": r"""
        friendliai/meta-llama-3.1-70b-instruct friendliai/meta-llama-3.1-8b-instruct
    """,
    "models:gemini": r"""
        gemini/gemini-1.5-flash gemini/gemini-2.0-flash gemini/gemini-2.0-flash-001 gemini/gemini-2.0-flash-lite
        gemini/gemini-2.0-flash-lite-001 gemini/gemini-2.5-flash-lite-preview-06-17
        gemini/gemini-2.5-flash-lite-preview-09-2025 gemini/gemini-2.5-flash-preview-09-2025 gemini/gemini-3-pro-preview
        gemini/gemini-robotics-er-1.5-preview gemini/gemini-robotics-er-1.6-preview gemini/imagen-3.0-generate-002
        gemini/imagen-4.0-fast-generate-001 gemini/imagen-4.0-generate-001 gemini/imagen-4.0-ultra-generate-001
        gemini/veo-2.0-generate-001
    """,
    "models:gigachat": r"""
        gigachat/GigaChat-2-Lite
    """,
    "models:github_copilot": r"""
        github_copilot/claude-opus-4.5 github_copilot/claude-opus-4.6-fast github_copilot/claude-opus-41
        github_copilot/claude-sonnet-4 github_copilot/claude-sonnet-4.5 github_copilot/gemini-2.5-pro
        github_copilot/gemini-3-pro-preview github_copilot/gpt-5 github_copilot/gpt-5.1 github_copilot/gpt-5.1-codex-max
        github_copilot/gpt-5.2 github_copilot/mai-code-1-flash github_copilot/mai-code-1-flash-internal
    """,
    "models:gmi": r"""
        gmi/google/gemini-3-pro-preview
    """,
    "models:groq": r"""
        groq/gemma-7b-it groq/llama-3.1-8b-instant groq/llama-3.3-70b-versatile
        groq/meta-llama/llama-4-maverick-17b-128e-instruct groq/meta-llama/llama-4-scout-17b-16e-instruct
        groq/meta-llama/llama-guard-4-12b groq/moonshotai/kimi-k2-instruct-0905 groq/playai-tts groq/qwen/qwen3-32b
        groq/qwen/qwen3.6-27b
    """,
    "models:mistral": r"""
        mistral/codestral-2405 mistral/devstral-2512 mistral/devstral-medium-2507 mistral/devstral-small-2505
        mistral/devstral-small-2507 mistral/labs-devstral-small-2512 mistral/magistral-medium-1-2-2509
        mistral/magistral-medium-2506 mistral/magistral-medium-2509 mistral/magistral-small-1-2-2509
        mistral/magistral-small-2506 mistral/mistral-large-2402 mistral/mistral-large-2407 mistral/mistral-large-2411
        mistral/mistral-medium-2312 mistral/mistral-medium-2505 mistral/mistral-medium-2508
        mistral/mistral-medium-3-1-2508 mistral/mistral-ocr-2505-completion mistral/mistral-small-3-2-2506
        mistral/open-codestral-mamba mistral/open-mistral-7b mistral/open-mistral-nemo-2407 mistral/open-mixtral-8x22b
        mistral/open-mixtral-8x7b mistral/pixtral-12b-2409 mistral/pixtral-large-2411
    """,
    "models:moonshot": r"""
        moonshot/kimi-k2-0711-preview moonshot/kimi-k2-0905-preview moonshot/kimi-k2-thinking
        moonshot/kimi-k2-thinking-turbo moonshot/kimi-k2-turbo-preview moonshot/kimi-latest moonshot/kimi-latest-128k
        moonshot/kimi-latest-32k moonshot/kimi-latest-8k moonshot/kimi-thinking-preview moonshot/moonshot-v1-128k-0430
        moonshot/moonshot-v1-32k-0430 moonshot/moonshot-v1-8k-0430
    """,
    "models:openai": r"""
        1024-x-1024/dall-e-2 256-x-256/dall-e-2 512-x-512/dall-e-2 chatgpt-4o-latest codex-mini-latest dall-e-2 dall-e-3
        gpt-4-0125-preview gpt-4-0314 gpt-4-turbo-preview gpt-4o-audio-preview gpt-4o-mini-audio-preview
        gpt-4o-mini-realtime-preview gpt-4o-realtime-preview gpt-4o-realtime-preview-2024-12-17
        gpt-4o-realtime-preview-2025-06-03 gpt-realtime-mini-2025-10-06 hd/1024-x-1024/dall-e-3 hd/1024-x-1792/dall-e-3
        hd/1792-x-1024/dall-e-3 standard/1024-x-1024/dall-e-3 standard/1024-x-1792/dall-e-3
        standard/1792-x-1024/dall-e-3 text-moderation-007 text-moderation-latest text-moderation-stable
    """,
    "models:openrouter": r"""
        openrouter/anthropic/claude-3-haiku openrouter/anthropic/claude-3.5-sonnet
        openrouter/anthropic/claude-3.7-sonnet openrouter/anthropic/claude-haiku-4.5 openrouter/anthropic/claude-opus-4
        openrouter/anthropic/claude-opus-4.1 openrouter/anthropic/claude-opus-4.5 openrouter/anthropic/claude-opus-4.6
        openrouter/anthropic/claude-opus-4.7 openrouter/anthropic/claude-opus-5 openrouter/anthropic/claude-sonnet-4
        openrouter/anthropic/claude-sonnet-4.5 openrouter/anthropic/claude-sonnet-4.6
        openrouter/bytedance/ui-tars-1.5-7b openrouter/deepseek/deepseek-chat openrouter/deepseek/deepseek-chat-v3-0324
        openrouter/deepseek/deepseek-chat-v3.1 openrouter/deepseek/deepseek-r1 openrouter/deepseek/deepseek-r1-0528
        openrouter/deepseek/deepseek-v3.2 openrouter/deepseek/deepseek-v3.2-exp openrouter/deepseek/deepseek-v4-pro
        openrouter/deepseek/deepseek-v4-pro-0813 openrouter/google/gemini-2.0-flash-001
        openrouter/google/gemini-2.5-flash openrouter/google/gemini-2.5-pro openrouter/google/gemini-3-flash-preview
        openrouter/google/gemini-3-pro-preview openrouter/google/gemini-3.1-flash-lite
        openrouter/google/gemini-3.1-flash-lite-preview openrouter/google/gemini-3.1-pro-preview
        openrouter/gryphe/mythomax-l2-13b openrouter/mancer/weaver openrouter/meta-llama/llama-3-70b-instruct
        openrouter/minimax/minimax-m2 openrouter/minimax/minimax-m2.1 openrouter/minimax/minimax-m2.5
        openrouter/mistralai/devstral-2512 openrouter/mistralai/ministral-14b-2512
        openrouter/mistralai/ministral-3b-2512 openrouter/mistralai/ministral-8b-2512
        openrouter/mistralai/mistral-7b-instruct openrouter/mistralai/mistral-large
        openrouter/mistralai/mistral-large-2512 openrouter/mistralai/mistral-small-3.1-24b-instruct
        openrouter/mistralai/mistral-small-3.2-24b-instruct openrouter/mistralai/mixtral-8x22b-instruct
        openrouter/moonshotai/kimi-k2.5 openrouter/nvidia/nemotron-3.5-lightning openrouter/openai/gpt-3.5-turbo
        openrouter/openai/gpt-3.5-turbo-16k openrouter/openai/gpt-4 openrouter/openai/gpt-4.1
        openrouter/openai/gpt-4.1-mini openrouter/openai/gpt-4.1-nano openrouter/openai/gpt-4o
        openrouter/openai/gpt-4o-2024-05-13 openrouter/openai/gpt-5 openrouter/openai/gpt-5-chat
        openrouter/openai/gpt-5-codex openrouter/openai/gpt-5-mini openrouter/openai/gpt-5-nano
        openrouter/openai/gpt-5.1-codex-max openrouter/openai/gpt-5.2 openrouter/openai/gpt-5.2-chat
        openrouter/openai/gpt-5.2-codex openrouter/openai/gpt-5.2-pro openrouter/openai/gpt-oss-120b
        openrouter/openai/gpt-oss-20b openrouter/openai/o1 openrouter/openai/o3-mini openrouter/openai/o3-mini-high
        openrouter/openrouter/auto openrouter/openrouter/bodybuilder openrouter/openrouter/free
        openrouter/qwen/qwen-2.5-coder-32b-instruct openrouter/qwen/qwen-vl-plus openrouter/qwen/qwen3-235b-a22b-2507
        openrouter/qwen/qwen3-235b-a22b-thinking-2507 openrouter/qwen/qwen3-coder openrouter/qwen/qwen3-coder-plus
        openrouter/qwen/qwen3.5-122b-a10b openrouter/qwen/qwen3.5-27b openrouter/qwen/qwen3.5-35b-a3b
        openrouter/qwen/qwen3.5-397b-a17b openrouter/qwen/qwen3.5-flash-02-23 openrouter/qwen/qwen3.5-plus-02-15
        openrouter/qwen/qwen3.6-plus openrouter/switchpoint/router openrouter/undi95/remm-slerp-l2-13b
        openrouter/x-ai/grok-4 openrouter/xiaomi/mimo-v2-flash openrouter/xiaomi/mimo-v2.5
        openrouter/xiaomi/mimo-v2.5-pro openrouter/z-ai/glm-4.6 openrouter/z-ai/glm-4.6:exacto openrouter/z-ai/glm-4.7
        openrouter/z-ai/glm-4.7-flash openrouter/z-ai/glm-5 openrouter/z-ai/glm-5.1
    """,
    "models:palm": r"""
        palm/chat-bison palm/chat-bison-001 palm/text-bison palm/text-bison-001 palm/text-bison-safety-off
        palm/text-bison-safety-recitation-off
    """,
    "models:runwayml": r"""
        runwayml/gen3a_turbo runwayml/gen4_aleph
    """,
    "models:sambanova": r"""
        sambanova/DeepSeek-R1-Distill-Llama-70B sambanova/DeepSeek-V3-0324 sambanova/Llama-4-Scout-17B-16E-Instruct
        sambanova/Meta-Llama-3.1-405B-Instruct sambanova/Meta-Llama-3.1-8B-Instruct sambanova/Meta-Llama-3.2-1B-Instruct
        sambanova/Meta-Llama-3.2-3B-Instruct sambanova/Meta-Llama-Guard-3-8B sambanova/QwQ-32B
        sambanova/Qwen2-Audio-7B-Instruct sambanova/Qwen3-32B
    """,
    "models:scaleway": r"""
        scaleway/google/gemma-3-27b-it scaleway/hcompany/holo2-30b-a3b scaleway/mistralai/devstral-2-123b-instruct-2512
        scaleway/mistralai/voxtral-small-24b-2507
    """,
    "models:together_ai": r"""
        together_ai/Qwen/Qwen3-235B-A22B-Instruct-2507-tput together_ai/Qwen/Qwen3-235B-A22B-Thinking-2507
        together_ai/Qwen/Qwen3-235B-A22B-fp8-tput together_ai/baai/bge-base-en-v1.5 together_ai/deepseek-ai/DeepSeek-R1
        together_ai/deepseek-ai/DeepSeek-R1-0528-tput together_ai/meta-llama/Llama-3.2-3B-Instruct-Turbo
        together_ai/meta-llama/Llama-3.3-70B-Instruct-Turbo-Free
        together_ai/meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8
        together_ai/meta-llama/Meta-Llama-3.1-405B-Instruct-Turbo together_ai/moonshotai/Kimi-K2-Instruct-0905
        together_ai/moonshotai/Kimi-K2.5
    """,
    "models:vercel_ai_gateway": r"""
        vercel_ai_gateway/google/gemini-2.0-flash vercel_ai_gateway/google/gemini-2.0-flash-lite
    """,
    "models:vertex_ai-anthropic_models": r"""
        vertex_ai/claude-3-7-sonnet@20250219 vertex_ai/claude-opus-4 vertex_ai/claude-opus-4-1
        vertex_ai/claude-opus-4-1@20250805 vertex_ai/claude-opus-4@20250514 vertex_ai/claude-sonnet-4
        vertex_ai/claude-sonnet-4@20250514
    """,
    "models:vertex_ai-image-models": r"""
        vertex_ai/imagegeneration@006 vertex_ai/imagen-3.0-capability-001 vertex_ai/imagen-3.0-fast-generate-001
        vertex_ai/imagen-3.0-generate-001 vertex_ai/imagen-3.0-generate-002 vertex_ai/imagen-4.0-fast-generate-001
        vertex_ai/imagen-4.0-generate-001 vertex_ai/imagen-4.0-ultra-generate-001
    """,
    "models:vertex_ai-language-models": r"""
        gemini-2.0-flash gemini-2.0-flash-001 gemini-2.0-flash-lite gemini-2.0-flash-lite-001
        gemini-2.5-flash-lite-preview-06-17 gemini-3-pro-preview
    """,
    "models:wandb": r"""
        wandb/MiniMaxAI/MiniMax-M2.5 wandb/Qwen/Qwen3-235B-A22B-Instruct-2507 wandb/Qwen/Qwen3-235B-A22B-Thinking-2507
        wandb/Qwen/Qwen3-Coder-480B-A35B-Instruct wandb/deepseek-ai/DeepSeek-R1-0528 wandb/deepseek-ai/DeepSeek-V3-0324
        wandb/meta-llama/Llama-4-Scout-17B-16E-Instruct wandb/microsoft/Phi-4-mini-instruct
        wandb/moonshotai/Kimi-K2-Instruct wandb/zai-org/GLM-4.5
    """,
    "models:xai": r"""
        xai/grok-2 xai/grok-2-1212 xai/grok-2-latest xai/grok-2-vision xai/grok-2-vision-1212 xai/grok-2-vision-latest
        xai/grok-3 xai/grok-3-beta xai/grok-3-fast-beta xai/grok-3-fast-latest xai/grok-3-latest xai/grok-3-mini
        xai/grok-3-mini-beta xai/grok-3-mini-fast xai/grok-3-mini-fast-beta xai/grok-3-mini-fast-latest
        xai/grok-3-mini-latest xai/grok-4 xai/grok-4-0709 xai/grok-4-1-fast xai/grok-4-1-fast-non-reasoning
        xai/grok-4-1-fast-non-reasoning-latest xai/grok-4-1-fast-reasoning xai/grok-4-1-fast-reasoning-latest
        xai/grok-4-fast-non-reasoning xai/grok-4-fast-reasoning xai/grok-4-latest xai/grok-beta xai/grok-vision-beta
    """,
    "provider_params": r"""
        aembedding async_call bucket_name custom_prompt_dict embedding_config enhance features lengthSec minClipSec
        openrouter pages s3_bucket_owner ssl_verify startSec stream_chunk_size together_ai useFixedLengthSec
        use_bearer_for_custom_base
    """,
    "router_settings": r"""
        assistants_config ignore_invalid_deployments router_general_settings
    """,
}

ADDED = {
    "alert_channels": r"""
        ms_teams=
    """,
    "alert_types": r"""
        mcp_pinned_tools_changed= mcp_tool_description_blocked= user_spend_anomalies= user_spend_thresholds=
    """,
    "alerting_args": r"""
        daily_spend_per_user_threshold=~num monthly_spend_per_user_threshold=~num spend_anomaly_baseline_days=~int
        spend_anomaly_min_spend=~num spend_anomaly_multiplier=~num user_spend_check_interval=~int
    """,
    "bare_names": r"""
        anthropic.claude-fable-5-1=bedrock twelvelabs.marengo-embed-3-0-v1:0=bedrock
    """,
    "cache_params": r"""
        max_messages=int semantic_cache_scope=str
    """,
    "cached_calls": r"""
        acreate_interaction= adecisions= asystemone= avideo_generation= create_interaction= decisions= systemone=
        video_generation=
    """,
    "callbacks": r"""
        clickhouse=any pointfive=any signoz=any zerobus=any
    """,
    "command_line": r"""
        PROMETHEUS_METRICS_PORT=
    """,
    "complexity_tiers": r"""
        NON_REASONING=
    """,
    "coordination_redis": r"""
        aws_iam_auth=~bool|str aws_iam_cache_name=~str aws_iam_region=~str aws_iam_serverless=~bool|str
        aws_iam_user_name=~str
    """,
    "credential_list": r"""
        credential_values_to_delete=~list display_name=~str source=~one(db,config)
    """,
    "database_objects": r"""
        websearch_interception_settings=
    """,
    "dead_settings": r"""
        ai21_key= baseten_key= nebius_key= wandb_key=
    """,
    "default_team": r"""
        denied_passthrough_routes=any model_max_budget=any tpd_limit=any
    """,
    "default_user": r"""
        password=any
    """,
    "defaults:general_settings": r"""
        admission_queue_timeout_seconds=1.0 alerting=[] allow_unmanaged_response_ids=false allowed_file_extensions=null
        background_health_check_model_groups=null blocked_file_extensions=null claude_code_gateway_managed_settings=null
        dangerously_permit_weak_or_unset_master_key=null database_max_idle_connection_lifetime=60
        disable_custom_api_keys=false disable_env_credential_login=null disable_password_login_when_sso_enabled=null
        enable_claude_code_gateway=null enable_openai_websocket_passthrough=null enforce_fallback_model_access=null
        fail_closed_rate_limit_enforcement=null failed_login_block_seconds=null failed_login_window_seconds=null
        include_call_id_in_error_body=null max_batch_file_records=null max_batch_file_uploads_per_day=null
        max_failed_login_attempts_per_source=null max_failed_login_attempts_per_source_overrides=null
        max_file_downloads_per_minute=null max_file_size_mb=null max_in_flight_requests_per_worker=null
        max_queued_requests_per_worker=null maximum_daily_tag_spend_retention_period=null mcp_advertised_versions=null
        mcp_allowed_clients=null mcp_client_id_header=null mcp_prefer_client_id_metadata_document=null
        missing_session_id=null model_list_healthy_only=null passthrough_managed_object_ids=false
        password_policy_check_breached_passwords=true password_policy_min_length=null
        password_policy_require_lowercase=true password_policy_require_numbers=true
        password_policy_require_special_characters=true password_policy_require_uppercase=true
        responses_websocket_session_limit_seconds=3600.0 search_tool_deny_by_default=false spend_capture_rate_check=null
        spend_logs_metadata_fields=null transcribe_media_buckets=null user_api_key_cache_max_size=null
        vector_store_deny_by_default=false
    """,
    "defaults:litellm_settings": r"""
        agent_search_embedding_model=null apply_search_free_tier=false bedrock_neutralize_orphaned_tool_blocks=true
        budget_exceeded_status_code=422 budget_rollover=false force_redis_hash_tag_grouping=false http2=false
        key_alias_pattern=null log_auth_failure_key_identity=false log_client_error_tracebacks=false
        mcp_tool_search=null openai_system_messages_first=false otel_tenant_destination_mode=null pointfive_params=null
        prometheus_deployment_and_latency_caller_identity="api_key_alias"
        prometheus_emit_input_sequence_length_label=false prometheus_metrics_cleanup_interval_seconds=60.0
        prometheus_metrics_max_series_per_metric=null prometheus_metrics_ttl_seconds=null public_skills_index=false
        skill_search_embedding_model=null vector_store_search_failure_mode="annotate" zerobus_params=null
    """,
    "defaults:router_settings": r"""
        background_health_check_model_groups=null
    """,
    "endpoints": r"""
        api.together.ai/v1=together_ai api.together.xyz/v1=together_ai https://api.cortecs.ai/v1=cortecs
        https://api.edenai.run/v3=edenai https://api.getnadir.com/v1=nadir https://api.prisminference.com/v1=prism
        https://api.reka.ai/v1=reka https://api.sailresearch.com/v1=sail
        https://dashscope.aliyuncs.com/compatible-mode/v1= https://gigachat.devices.sberbank.ru/api/v1=gigachat
    """,
    "general_settings": r"""
        admission_queue_timeout_seconds=num allow_unmanaged_response_ids=bool allowed_file_extensions=list
        background_health_check_model_groups=list blocked_file_extensions=list claude_code_gateway_managed_settings=dict
        custom_key_policy=any dangerously_permit_weak_or_unset_master_key=bool
        database_idle_in_transaction_session_timeout=num database_max_idle_connection_lifetime=num
        disable_custom_api_keys=bool disable_env_credential_login=bool disable_model_info_refresh=bool
        disable_password_login_when_sso_enabled=bool enable_claude_code_gateway=bool
        enable_openai_websocket_passthrough=bool enforce_fallback_budget=bool enforce_fallback_model_access=bool
        enforce_project_model_quota=bool fail_closed_rate_limit_enforcement=bool failed_login_block_seconds=num
        failed_login_window_seconds=num include_call_id_in_error_body=bool max_batch_file_records=int
        max_batch_file_uploads_per_day=int max_failed_login_attempts_per_source=int
        max_failed_login_attempts_per_source_overrides=dict max_file_downloads_per_minute=int max_file_size_mb=num
        max_in_flight_requests_per_worker=int max_queued_requests_per_worker=int
        maximum_daily_tag_spend_retention_period=str|int mcp_advertised_versions=list
        mcp_allow_all_keys_respects_mcp_scope=bool mcp_allowed_clients=list mcp_client_id_header=str
        mcp_prefer_client_id_metadata_document=bool mcp_session_token_signing=any
        missing_session_id=one(generate,reject,omit) model_list_healthy_only=bool
        password_policy_check_breached_passwords=bool password_policy_min_length=int
        password_policy_require_lowercase=bool password_policy_require_numbers=bool
        password_policy_require_special_characters=bool password_policy_require_uppercase=bool
        responses_websocket_session_limit_seconds=num search_tool_deny_by_default=bool spend_capture_rate_check=dict
        spend_logs_metadata_fields=dict tracing=any transcribe_media_buckets=list user_api_key_cache_max_size=int
        vector_store_deny_by_default=bool
    """,
    "guardrail_params": r"""
        _callback_role=any aadsts_codes=any access_token_provider=any advisory_system_message=~str agent_id=any
        agent_ref=any akto_metadata=~dict auto_router_model_compression=any auto_router_routing_compression=any
        aws_external_id=~str block_on_file_modify=any cache=any cause=any ccr_retrieval=~bool checks=~dict|list
        client=any client_id=~str client_secret=~str context_source=~one(ENDPOINT,AGENTIC)
        contextual_grounding_from_messages=~bool cost_tier=any decision_model=~str decision_model_providers=any
        error_code=any execution_timeout=any file_guardrail_timeout=~int file_sanitization_fail_open=any
        file_sanitization_timeout=any filterResults=any format=any format_hint=any gateway_name=~str
        inspect_embeddings=~bool litellm_metadata=any logging_only_continue_on_input_failure=~bool
        logging_only_scope=~one(input,output) max_concurrent_decision_calls=~int max_input_chars=~int
        max_result_chars_in_state=any min_chars_to_evaluate=any on_violation=~one(warn,end_session,block,alert)
        presidio_analyze_chunk_size_bytes=~int price_per_1000_text_records=any
        providers_without_directional_logging_only_scope=any rehydrate=any relevance_threshold=any request_timeout=any
        resource_app_id=any scan_raw_request=~bool step=any stream=any
        stream_scope=~dict|one(streaming,non_streaming,both) streaming_buffer_release_on_scan=any
        streaming_buffer_until_moderated=any structured_messages=any supported_event_hooks=any tags=any tenant_id=~str
        tool_name=any value=any workspace_id=any
    """,
    "guardrail_types": r"""
        agent_365= alice= conduct= decision_model= llm_shield_proxy= typesafe=
    """,
    "jwt_auth": r"""
        agent_id_jwt_field=~str auto_register_map_existing_key=~bool mcp_client_id_jwt_field=~str
    """,
    "key_management": r"""
        kms_key_id=~str
    """,
    "litellm_params": r"""
        addressed_response_id=any aembedding=any allm_passthrough_route=any annotation_cost_per_page_batches=~num
        anthropic_disable_workload_identity_federation=~bool anthropic_federation_rule_id=~str
        anthropic_federation_workspace_id=~str anthropic_identity_source=~str anthropic_identity_token=~str
        anthropic_identity_token_file=~str anthropic_issuer_audience=~str anthropic_issuer_signing_key_ref=~str
        anthropic_issuer_subject=~str anthropic_issuer_ttl_seconds=~int anthropic_issuer_url=~str
        anthropic_keycloak_auth_method=~str anthropic_keycloak_client_id=~str anthropic_keycloak_client_secret_ref=~str
        anthropic_keycloak_scope=~str anthropic_keycloak_token_url=~str anthropic_organization_id=~str
        anthropic_service_account_id=~str arize_error_sampling_rate=any arize_otlp_protocol=any
        arize_success_sampling_rate=any async_call=any auto_router_model_compression=~str
        auto_router_routing_compression=~str aws_session_tags=~list azure_password=~str azure_scope=~str
        azure_username=~str bucket_name=~str cache_creation_input_token_cost_above_100k_tokens=~num
        cache_creation_input_token_cost_above_100k_tokens_batches=~num
        cache_creation_input_token_cost_above_1hr_above_100k_tokens=~num
        cache_creation_input_token_cost_above_200k_tokens_batches=~num
        cache_creation_input_token_cost_above_272k_tokens_batches=~num
        cache_creation_input_token_cost_above_272k_tokens_ultrafast=~num cache_creation_input_token_cost_batches=~num
        cache_read_input_image_token_cost=~num cache_read_input_token_cost_above_100k_tokens=~num
        cache_read_input_token_cost_above_100k_tokens_batches=~num
        cache_read_input_token_cost_above_200k_tokens_batches=~num
        cache_read_input_token_cost_above_272k_tokens_batches=~num
        cache_read_input_token_cost_above_272k_tokens_ultrafast=~num cache_read_input_token_cost_balanced=~num
        cache_read_input_token_cost_batches=~num chatgpt_auth_file=~str client_id=~str client_secret=~str
        completion_call_id=any cost_per_query=any cost_per_second=~num custom_prompt_dict=any data_residency=any
        drop_params=~bool|str fireworks_forward_user_id=~bool google_maps_grounding_cost_per_query=~num
        input_cost_per_audio_token_batches=~num input_cost_per_image_token_batches=~num
        input_cost_per_token_above_100k_tokens=~num input_cost_per_token_above_100k_tokens_batches=~num
        input_cost_per_token_above_200k_tokens_batches=~num input_cost_per_token_above_272k_tokens_batches=~num
        input_cost_per_token_above_272k_tokens_ultrafast=~num input_cost_per_token_balanced=~num
        input_cost_per_video_token_batches=~num langfuse_environment=any langfuse_span_scope=any
        log_client_error_tracebacks=any model_alias_map=any newrelic_api_key=any newrelic_region=any
        ocr_cost_per_page_batches=~num openai_identity_provider_id=~str openai_identity_token_file=~str
        openai_service_account_id=~str output_cost_per_image_1024=~num output_cost_per_image_1536=~num
        output_cost_per_image_512=~num output_cost_per_image_token_batches=~num output_cost_per_second_2k=~num
        output_cost_per_second_480p=~num output_cost_per_second_4k=~num output_cost_per_second_720p=~num
        output_cost_per_second_768p=~num output_cost_per_token_above_100k_tokens=~num
        output_cost_per_token_above_100k_tokens_batches=~num output_cost_per_token_above_200k_tokens_batches=~num
        output_cost_per_token_above_272k_tokens_batches=~num output_cost_per_token_above_272k_tokens_ultrafast=~num
        output_cost_per_token_balanced=~num prompt_environment=any provider_affinity_header=~str
        reasoning_effort=one(none,minimal,low,medium,high,xhigh,max,default) s3_access_key_id=~str s3_bucket_owner=~str
        s3_endpoint_url=~str s3_secret_access_key=~str signoz_ingestion_endpoint=any signoz_ingestion_key=any
        silent_model=any ssl_verify=any stream_chunk_size=any stream_response=any stream_timeout_by_service_tier=~dict
        tenant_id=~str timeout_by_service_tier=~dict trusted_callback_vars=any
    """,
    "litellm_settings": r"""
        agent_search_embedding_model=str apply_search_free_tier=bool autorouter_presets_url=str
        bedrock_neutralize_orphaned_tool_blocks=bool budget_exceeded_status_code=int budget_rollover=bool
        cold_storage_custom_logger=one(lago,openmeter,logfire,literalai,litellm_agent,dynamic_rate_limiter,dynamic_rate_limiter_v3,langsmith,prometheus,otel,datadog,datadog_metrics,datadog_llm_observability,galileo,braintrust,arize,arize_phoenix,langtrace,gcs_bucket,azure_storage,opik,argilla,mlflow,langfuse,langfuse_otel,weave_otel,pagerduty,humanloop,azure_sentinel,gcs_pubsub,agentops,anthropic_cache_control_hook,generic_api,resend_email,sendgrid_email,smtp_email,deepeval,s3_v2,clickhouse,pointfive,zerobus,aws_sqs,vector_store_pre_call_hook,dotprompt,bitbucket,gitlab,cloudzero,focus,mavvrik,vantage,posthog,levo,compression_interception,newrelic,signoz)
        force_redis_hash_tag_grouping=bool http2=bool key_alias_pattern=str log_auth_failure_key_identity=bool
        log_client_error_tracebacks=bool mcp_tool_search=dict openai_system_messages_first=bool
        otel_tenant_destination_mode=str pointfive_params=dict
        prometheus_deployment_and_latency_caller_identity=one(api_key_alias,user_email,both)
        prometheus_emit_input_sequence_length_label=bool prometheus_metrics_cleanup_interval_seconds=num
        prometheus_metrics_max_series_per_metric=int prometheus_metrics_ttl_seconds=num public_skills_index=bool
        skill_search_embedding_model=str vector_store_search_failure_mode=one(annotate,error) zerobus_params=dict
    """,
    "mcp_gates": r"""
        stdio=
    """,
    "mcp_server": r"""
        authorization_response_iss_parameter_supported=any client_id_metadata_document_supported=any
        configured_scopes=any dcr_issuer=any dcr_server_url=any oauth_identity_binding=~dict
        per_server_oauth_discovery=any pinned_tools=~dict protocol_version=any rpm=~int token_validation=~dict
        upstream_token_header=~str
    """,
    "model_info": r"""
        access_windows=~list annotation_cost_per_page_batches=any cache_control_ttl=any
        cache_creation_input_token_cost_above_100k_tokens=any
        cache_creation_input_token_cost_above_100k_tokens_batches=any
        cache_creation_input_token_cost_above_1hr_above_100k_tokens=any
        cache_creation_input_token_cost_above_200k_tokens_batches=any
        cache_creation_input_token_cost_above_272k_tokens_batches=any
        cache_creation_input_token_cost_above_272k_tokens_decisions=any
        cache_creation_input_token_cost_above_272k_tokens_ultrafast=any cache_creation_input_token_cost_batches=any
        cache_creation_input_token_cost_decisions=any cache_read_input_image_token_cost=any
        cache_read_input_token_cost_above_100k_tokens=any cache_read_input_token_cost_above_100k_tokens_batches=any
        cache_read_input_token_cost_above_200k_tokens_batches=any
        cache_read_input_token_cost_above_272k_tokens_batches=any
        cache_read_input_token_cost_above_272k_tokens_decisions=any
        cache_read_input_token_cost_above_272k_tokens_ultrafast=any cache_read_input_token_cost_balanced=any
        cache_read_input_token_cost_batches=any cache_read_input_token_cost_decisions=any cost_per_second=any
        default_reasoning_effort=any discoverable=~bool display_name=any explicit_cache_read_input_token_cost=any
        google_maps_grounding_cost_per_query=any health_check_params=any input_cost_per_audio_token_batches=any
        input_cost_per_image_token_batches=any input_cost_per_text_message=any
        input_cost_per_token_above_100k_tokens=any input_cost_per_token_above_100k_tokens_batches=any
        input_cost_per_token_above_200k_tokens_batches=any input_cost_per_token_above_272k_tokens_batches=any
        input_cost_per_token_above_272k_tokens_decisions=any input_cost_per_token_above_272k_tokens_ultrafast=any
        input_cost_per_token_balanced=any input_cost_per_token_decisions=any input_cost_per_video_token_batches=any
        internal_router_model=~bool member_auto_router=~bool ocr_cost_per_page_batches=any off_peak_pricing=any
        output_cost_per_image_1024=any output_cost_per_image_1536=any output_cost_per_image_1K=any
        output_cost_per_image_2K=any output_cost_per_image_4K=any output_cost_per_image_512=any
        output_cost_per_image_token_batches=any output_cost_per_second_2k=any output_cost_per_second_480p=any
        output_cost_per_second_4k=any output_cost_per_second_720p=any output_cost_per_second_768p=any
        output_cost_per_token_above_100k_tokens=any output_cost_per_token_above_100k_tokens_batches=any
        output_cost_per_token_above_200k_tokens_batches=any output_cost_per_token_above_272k_tokens_batches=any
        output_cost_per_token_above_272k_tokens_decisions=any output_cost_per_token_above_272k_tokens_ultrafast=any
        output_cost_per_token_balanced=any output_cost_per_token_decisions=any reasoning_effort_levels=any
        search_free_requests=any supported_audio_formats=any supports_anthropic_compaction=any
        supports_anthropic_thinking_payload=any supports_bedrock_converse_tool_result_images=any
        supports_bedrock_native_structured_output=any supports_bedrock_runtime_chat_completions_inline_reasoning=any
        supports_bedrock_runtime_chat_completions_response_format=any
        supports_bedrock_runtime_chat_completions_tools_with_reasoning=any supports_box_questions=any
        supports_fast_mode=any supports_forced_tool_use=any supports_legacy_thinking=any supports_regex_lookaround=any
        supports_thinking_cache_preservation=any token_count_framing=any token_count_model=any token_count_tokenizer=any
        vertex_ai_audio_api=any
    """,
    "models:aihubmix": r"""
        aihubmix/agnes-2.5-flash=reasons aihubmix/agnes-2.5-pro=reasons aihubmix/cc-glm-5.1=reasons
        aihubmix/claude-fable-5=reasons aihubmix/claude-haiku-4-5=reasons aihubmix/claude-opus-4-8-think=reasons
        aihubmix/claude-opus-5=reasons aihubmix/claude-sonnet-5=reasons aihubmix/coding-glm-5.3=reasons
        aihubmix/coding-kimi-k3=reasons aihubmix/coding-xiaomi-mimo-v2-omni=reasons
        aihubmix/coding-xiaomi-mimo-v2.5-pro=reasons aihubmix/coding-xiaomi-mimo-v2.5=reasons
        aihubmix/command-a-plus-05-2026=reasons aihubmix/deepseek-v4-flash=reasons aihubmix/deepseek-v4-pro=reasons
        aihubmix/doubao-seed-2-0-code-preview=reasons aihubmix/doubao-seed-2-0-lite-260428=reasons
        aihubmix/doubao-seed-2-0-mini=reasons aihubmix/doubao-seed-2-0-pro=reasons
        aihubmix/doubao-seed-2-1-turbo=reasons aihubmix/ernie-5.1=reasons aihubmix/gemini-3-flash-preview-search=reasons
        aihubmix/gemini-3-flash-preview=reasons aihubmix/gemini-3.1-pro-preview-customtools=reasons
        aihubmix/gemini-3.1-pro-preview=reasons aihubmix/gemini-3.5-flash-lite=reasons aihubmix/gemini-3.7-flash=reasons
        aihubmix/gemma-4-26b-a4b-it=reasons aihubmix/gemma-4-31b-it=reasons aihubmix/glm-5.2-fast-preview=reasons
        aihubmix/glm-5.3-flash=reasons aihubmix/glm-5.3=reasons aihubmix/glm-5v-turbo=reasons
        aihubmix/gpt-5.3-codex=reasons aihubmix/gpt-5.4-high=reasons aihubmix/gpt-5.4-low=reasons
        aihubmix/gpt-5.4-mini=reasons aihubmix/gpt-5.4-nano=reasons aihubmix/gpt-5.5-pro=reasons
        aihubmix/gpt-5.5=reasons aihubmix/gpt-5.6-luna=reasons aihubmix/gpt-5.6-sol-disc=reasons
        aihubmix/gpt-5.6-terra=reasons aihubmix/gpt-chat-latest=reasons aihubmix/grok-4-20-non-reasoning=reasons
        aihubmix/grok-4-20-reasoning=reasons aihubmix/grok-4.6=reasons aihubmix/grok-build-0.1=reasons
        aihubmix/hy3=reasons aihubmix/hy4-preview=reasons aihubmix/kimi-k2.6=reasons
        aihubmix/kimi-k2.7-code-highspeed=reasons aihubmix/kimi-k3=reasons aihubmix/longcat-2.0=reasons
        aihubmix/mai-thinking-1=reasons aihubmix/mimo-v2-omni= aihubmix/mimo-v2-pro= aihubmix/minimax-m2.7=reasons
        aihubmix/minimax-m3=reasons aihubmix/muse-spark-1.2=reasons aihubmix/qwen3-coder-next=
        aihubmix/qwen3.5-122b-a10b=reasons aihubmix/qwen3.5-397b-a17b=reasons aihubmix/qwen3.6-27b=reasons
        aihubmix/qwen3.6-35b-a3b=reasons aihubmix/qwen3.6-max-preview=reasons aihubmix/qwen3.7-plus=reasons
        aihubmix/qwen3.8-2.4t-a95b=reasons aihubmix/qwen3.8-flash=reasons aihubmix/qwen3.8-max=reasons
        aihubmix/step-3.7-flash=reasons
    """,
    "models:anthropic": r"""
        claude-fable-5-1=reasons claude-haiku-5-5=reasons claude-mythos-5-1=reasons claude-opus-5-5=reasons
        claude-sonnet-5-5=reasons
    """,
    "models:azure": r"""
        azure/apac/gpt-6.1-sol=reasons azure/chat-latest=reasons azure/eu/codex-mini= azure/eu/computer-use-preview=
        azure/eu/gpt-4.1-mini= azure/eu/gpt-4.1-nano= azure/eu/gpt-4.1= azure/eu/gpt-4o-2024-05-13=
        azure/eu/gpt-4o-mini= azure/eu/gpt-4o= azure/eu/gpt-5-codex= azure/eu/gpt-5-mini= azure/eu/gpt-5-nano=
        azure/eu/gpt-5-pro= azure/eu/gpt-5.1-codex-max= azure/eu/gpt-5.2-chat= azure/eu/gpt-5.2-codex=
        azure/eu/gpt-5.2-pro= azure/eu/gpt-5.2= azure/eu/gpt-5.3-chat= azure/eu/gpt-5.3-codex= azure/eu/gpt-5.4-mini=
        azure/eu/gpt-5.4-nano= azure/eu/gpt-5.4-pro= azure/eu/gpt-5.5-2026-04-24=reasons azure/eu/gpt-5=
        azure/eu/gpt-6-astra=reasons azure/eu/gpt-6-luna=reasons azure/eu/gpt-6-sol=reasons azure/eu/gpt-6.1-sol=reasons
        azure/eu/o1-mini= azure/eu/o1-preview= azure/eu/o1= azure/eu/o3-2025-04-16= azure/eu/o3-deep-research=
        azure/eu/o3-mini=reasons azure/eu/o3= azure/eu/o4-mini-2025-04-16= azure/eu/o4-mini=
        azure/eu/text-embedding-3-large=embedding azure/eu/text-embedding-3-small=embedding
        azure/eu/text-embedding-ada-002=embedding azure/gpt-5-chat= azure/gpt-5.2-chat= azure/gpt-5.3-chat=
        azure/gpt-5.5-2026-04-24=reasons azure/gpt-5.6-luna-2026-07-09=reasons azure/gpt-5.6-sol-2026-07-09=reasons
        azure/gpt-5.6-terra-2026-07-09=reasons azure/gpt-6-astra-2026-09-03=reasons azure/gpt-6-astra=reasons
        azure/gpt-6-luna-2026-09-22=reasons azure/gpt-6-luna=reasons azure/gpt-6-sol-2026-09-22=reasons
        azure/gpt-6-sol=reasons azure/gpt-6.1-sol-2026-09-29=reasons azure/gpt-6.1-sol=reasons azure/gpt-audio-1.5=
        azure/gpt-audio= azure/gpt-chat-latest=reasons azure/gpt-image-2.5-flare=image_generation
        azure/gpt-image-2.5-sunburst=image_generation azure/gpt-live-1=realtime
        azure/gpt-live-transcribe=audio_transcription azure/gpt-realtime-1.5=realtime
        azure/gpt-realtime-2.1-mini=realtime azure/gpt-realtime-2.1=realtime azure/gpt-realtime-2=realtime
        azure/gpt-realtime-translate=realtime azure/gpt-realtime=realtime azure/gpt-transcribe=audio_transcription
        azure/model-router= azure/us-gov/gpt-5.1=reasons azure/us-gov/o3-mini=reasons
        azure/us-gov/text-embedding-3-large=embedding azure/us-gov/text-embedding-3-small=embedding azure/us/codex-mini=
        azure/us/computer-use-preview= azure/us/gpt-4.1-mini= azure/us/gpt-4.1-nano= azure/us/gpt-4.1=
        azure/us/gpt-4o-2024-05-13= azure/us/gpt-4o-mini= azure/us/gpt-4o= azure/us/gpt-5-codex= azure/us/gpt-5-mini=
        azure/us/gpt-5-nano= azure/us/gpt-5-pro= azure/us/gpt-5.1-codex-max= azure/us/gpt-5.2-chat=
        azure/us/gpt-5.2-codex= azure/us/gpt-5.2-pro= azure/us/gpt-5.2= azure/us/gpt-5.3-chat= azure/us/gpt-5.3-codex=
        azure/us/gpt-5.4-mini= azure/us/gpt-5.4-nano= azure/us/gpt-5.4-pro= azure/us/gpt-5.5-2026-04-24=reasons
        azure/us/gpt-5= azure/us/gpt-6-astra=reasons azure/us/gpt-6-luna=reasons azure/us/gpt-6-sol=reasons
        azure/us/gpt-6.1-sol=reasons azure/us/gpt-chat-latest=reasons azure/us/o1-mini= azure/us/o1-preview=
        azure/us/o1= azure/us/o3-deep-research= azure/us/o3-mini=reasons azure/us/o3=reasons azure/us/o4-mini=reasons
        azure/us/text-embedding-3-large=embedding azure/us/text-embedding-3-small=embedding
        azure/us/text-embedding-ada-002=embedding azure/whisper=audio_transcription
    """,
    "models:azure_ai": r"""
        azure_ai/Codestral-2501= azure_ai/Cohere-Embed-V5-Fast=embedding azure_ai/Cohere-Embed-V5-Pro=embedding
        azure_ai/Cohere-command-a-plus-05-2026=reasons azure_ai/Cohere-parse-v5=ocr
        azure_ai/DeepSeek-V4-Flash-0731=reasons azure_ai/FLUX.2-flex=image_generation
        azure_ai/FW-DeepSeek-V4-Flash=reasons azure_ai/FW-DeepSeek-V4.1-Flash=reasons azure_ai/FW-GLM-5.3-Flash=reasons
        azure_ai/FW-GLM-5.3=reasons azure_ai/FW-GPT-OSS-120B=reasons azure_ai/FW-Nemotron-Lightning-3.5-30B-A3B=reasons
        azure_ai/MAI-Cyber-1-Flash=reasons azure_ai/MAI-Image-2.5-Pro=image_generation
        azure_ai/MAI-Image-2.6-Flash=image_generation azure_ai/MAI-Image-2.6=image_generation
        azure_ai/MAI-Thinking-1=reasons azure_ai/Microsoft-Decision-1=evaluation azure_ai/claude-fable-5-1=reasons
        azure_ai/claude-haiku-5-5=reasons azure_ai/claude-opus-5-5-fast=reasons azure_ai/claude-opus-5-5=reasons
        azure_ai/claude-sonnet-5-5=reasons azure_ai/codex-mini=reasons azure_ai/cohere-command-a= azure_ai/deepseek-r1=
        azure_ai/deepseek-v3.1= azure_ai/deepseek-v4.1-flash=reasons azure_ai/gpt-5.5-2026-04-24=reasons
        azure_ai/gpt-6-astra=reasons azure_ai/gpt-6-luna=reasons azure_ai/gpt-6-sol=reasons azure_ai/gpt-6.1-sol=reasons
        azure_ai/gpt-chat-latest=reasons azure_ai/gpt-image-2=image_generation azure_ai/grok-3-mini=
        azure_ai/grok-4-20-non-reasoning= azure_ai/grok-4-20-reasoning=reasons azure_ai/grok-4.6=reasons
        azure_ai/grok-4.7=reasons azure_ai/kimi-k2-thinking=reasons azure_ai/kimi-k2.7-code=reasons
        azure_ai/mistral-medium-3-5= azure_ai/mistral-ocr-2505=ocr azure_ai/mistral-ocr-2512=ocr
        azure_ai/mistral-ocr-4-0=ocr azure_ai/model-router= azure_ai/whisper=audio_transcription
    """,
    "models:baseten": r"""
        baseten/deepseek-ai/DeepSeek-V4-Flash-0731=reasons baseten/deepseek-ai/DeepSeek-V4-Pro-0813=reasons
        baseten/deepseek-ai/DeepSeek-V4-Pro=reasons baseten/deepseek-ai/DeepSeek-V4.1-Flash-1017-Fast=reasons
        baseten/deepseek-ai/DeepSeek-V4.1-Flash-1017=reasons baseten/deepseek-ai/DeepSeek-V4.1-Flash-Fast=reasons
        baseten/deepseek-ai/DeepSeek-V4.1-Flash=reasons baseten/meta-models/muse-spark-open=reasons
        baseten/moonshotai/Kimi-K2.6=reasons baseten/moonshotai/Kimi-K2.7-Code=reasons
        baseten/moonshotai/Kimi-K3=reasons baseten/nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B=reasons
        baseten/nvidia/NVIDIA-Nemotron-3.5-Super-VL-120B-A12B=reasons baseten/openai/gpt-oss-120b=reasons
        baseten/reflection/Beam-1.0=reasons baseten/thinkingmachines/inkling-small=reasons
        baseten/thinkingmachines/inkling=reasons baseten/zai-org/GLM-5.2-Fast=reasons baseten/zai-org/GLM-5.2=reasons
        baseten/zai-org/GLM-5.3-Fast=reasons baseten/zai-org/GLM-5.3-Flash=reasons baseten/zai-org/GLM-5.3=reasons
    """,
    "models:bedrock": r"""
        amazon.nova-2-5-sonic=realtime amazon.nova-2-sonic-v1:0=realtime bedrock/ap-northeast-1/qwen.qwen3-next-80b-a3b=
        bedrock/ap-south-1/qwen.qwen3-next-80b-a3b= bedrock/ap-southeast-2/qwen.qwen3-next-80b-a3b=
        bedrock/eu-west-1/qwen.qwen3-next-80b-a3b= bedrock/eu-west-2/nvidia.nemotron-super-3-120b=reasons
        bedrock/eu-west-2/qwen.qwen3-next-80b-a3b= bedrock/sa-east-1/qwen.qwen3-next-80b-a3b=
        bedrock/us-gov-east-1/anthropic.claude-fable-5-1=reasons
        bedrock/us-gov-east-1/anthropic.claude-haiku-5-5=reasons bedrock/us-gov-east-1/anthropic.claude-opus-4-8=reasons
        bedrock/us-gov-east-1/anthropic.claude-opus-5-5=reasons bedrock/us-gov-east-1/anthropic.claude-opus-5=reasons
        bedrock/us-gov-east-1/anthropic.claude-sonnet-5-5=reasons
        bedrock/us-gov-east-1/anthropic.claude-sonnet-5=reasons bedrock/us-gov-east-1/nvidia.nemotron-nano-12b-v2=
        bedrock/us-gov-east-1/nvidia.nemotron-nano-3-30b= bedrock/us-gov-east-1/nvidia.nemotron-nano-9b-v2=
        bedrock/us-gov-east-1/nvidia.nemotron-super-3-120b=reasons bedrock/us-gov-east-1/openai.gpt-oss-120b-1:0=reasons
        bedrock/us-gov-east-1/openai.gpt-oss-20b-1:0=reasons
        bedrock/us-gov-west-1/amazon.nova-2-multimodal-embeddings-v1:0=embedding
        bedrock/us-gov-west-1/amazon.nova-lite-v1:0= bedrock/us-gov-west-1/amazon.nova-micro-v1:0=
        bedrock/us-gov-west-1/anthropic.claude-fable-5-1=reasons
        bedrock/us-gov-west-1/anthropic.claude-haiku-5-5=reasons bedrock/us-gov-west-1/anthropic.claude-opus-4-8=reasons
        bedrock/us-gov-west-1/anthropic.claude-opus-5-5=reasons bedrock/us-gov-west-1/anthropic.claude-opus-5=reasons
        bedrock/us-gov-west-1/anthropic.claude-sonnet-5-5=reasons
        bedrock/us-gov-west-1/anthropic.claude-sonnet-5=reasons bedrock/us-gov-west-1/nvidia.nemotron-nano-12b-v2=
        bedrock/us-gov-west-1/nvidia.nemotron-nano-3-30b= bedrock/us-gov-west-1/nvidia.nemotron-nano-9b-v2=
        bedrock/us-gov-west-1/nvidia.nemotron-super-3-120b=reasons bedrock/us-gov-west-1/openai.gpt-oss-120b-1:0=reasons
        bedrock/us-gov-west-1/openai.gpt-oss-20b-1:0=reasons eu.twelvelabs.marengo-embed-3-0-v1:0=embedding
        global.cohere.embed-v4:0=embedding global.twelvelabs.pegasus-1-2-v1:0= global.twelvelabs.pegasus-1-5-v1:0=
        twelvelabs.marengo-embed-3-0-v1:0=embedding twelvelabs.pegasus-1-5-v1:0= us.cohere.embed-v4:0=embedding
        us.stability.stable-conservative-upscale-v1:0=image_edit us.stability.stable-creative-upscale-v1:0=image_edit
        us.stability.stable-fast-upscale-v1:0=image_edit us.stability.stable-image-control-sketch-v1:0=image_edit
        us.stability.stable-image-control-structure-v1:0=image_edit
        us.stability.stable-image-erase-object-v1:0=image_edit us.stability.stable-image-inpaint-v1:0=image_edit
        us.stability.stable-image-remove-background-v1:0=image_edit
        us.stability.stable-image-search-recolor-v1:0=image_edit
        us.stability.stable-image-search-replace-v1:0=image_edit us.stability.stable-image-style-guide-v1:0=image_edit
        us.stability.stable-outpaint-v1:0=image_edit us.stability.stable-style-transfer-v1:0=image_edit
        us.twelvelabs.marengo-embed-3-0-v1:0=embedding us.twelvelabs.pegasus-1-5-v1:0=
    """,
    "models:bedrock_converse": r"""
        amazon.nova-premier-v1:0= anthropic.claude-fable-5-1=reasons anthropic.claude-haiku-5-5=reasons
        anthropic.claude-mythos-5-1=reasons anthropic.claude-opus-5-5=reasons anthropic.claude-sonnet-5-5=reasons
        apac.anthropic.claude-fable-5=reasons apac.anthropic.claude-haiku-5-5=reasons
        apac.anthropic.claude-mythos-preview=reasons apac.anthropic.claude-opus-4-7=reasons
        apac.anthropic.claude-opus-4-8=reasons apac.anthropic.claude-opus-5-5=reasons
        apac.anthropic.claude-opus-5=reasons apac.anthropic.claude-sonnet-4-6=reasons
        apac.anthropic.claude-sonnet-5-5=reasons apac.anthropic.claude-sonnet-5=reasons
        au.anthropic.claude-fable-5=reasons au.anthropic.claude-haiku-5-5=reasons
        au.anthropic.claude-mythos-preview=reasons au.anthropic.claude-opus-5-5=reasons
        au.anthropic.claude-sonnet-5-5=reasons deepseek.r1-v1:0=reasons eu.anthropic.claude-fable-5-1=reasons
        eu.anthropic.claude-haiku-5-5=reasons eu.anthropic.claude-opus-5-5=reasons
        eu.anthropic.claude-sonnet-5-5=reasons global.anthropic.claude-fable-5-1=reasons
        global.anthropic.claude-haiku-5-5=reasons global.anthropic.claude-mythos-5-1=reasons
        global.anthropic.claude-opus-5-5=reasons global.anthropic.claude-sonnet-5-5=reasons
        global.moonshotai.kimi-k3=reasons global.openai.gpt-5.4=reasons global.openai.gpt-5.5=reasons
        global.openai.gpt-5.6-luna=reasons global.openai.gpt-5.6-sol=reasons global.openai.gpt-5.6-terra=reasons
        global.openai.gpt-6-astra=reasons global.openai.gpt-6-luna=reasons global.openai.gpt-6-sol=reasons
        global.openai.gpt-6.1-sol=reasons global.xai.grok-4.7=reasons global.zai.glm-5.3=reasons
        in.moonshotai.kimi-k3=reasons jp.amazon.nova-2-lite-v1:0=reasons jp.anthropic.claude-haiku-5-5=reasons
        jp.anthropic.claude-opus-5-5=reasons jp.anthropic.claude-sonnet-5-5=reasons mistral.pixtral-large-2502-v1:0=
        moonshotai.kimi-k3=reasons openai.gpt-6-luna=reasons openai.gpt-6-sol=reasons
        us-gov.anthropic.claude-fable-5-1=reasons us-gov.anthropic.claude-haiku-5-5=reasons
        us-gov.anthropic.claude-opus-4-8=reasons us-gov.anthropic.claude-opus-5-5=reasons
        us-gov.anthropic.claude-opus-5=reasons us-gov.anthropic.claude-sonnet-5-5=reasons
        us-gov.anthropic.claude-sonnet-5=reasons us-gov.nvidia.nemotron-nano-12b-v2= us-gov.nvidia.nemotron-nano-3-30b=
        us-gov.nvidia.nemotron-nano-9b-v2= us-gov.nvidia.nemotron-super-3-120b=reasons
        us-gov.openai.gpt-oss-120b-1:0=reasons us-gov.openai.gpt-oss-20b-1:0=reasons us-gov.xai.grok-4.6=reasons
        us.anthropic.claude-fable-5-1=reasons us.anthropic.claude-haiku-5-5=reasons
        us.anthropic.claude-mythos-5-1=reasons us.anthropic.claude-mythos-5=reasons
        us.anthropic.claude-mythos-preview=reasons us.anthropic.claude-opus-5-5=reasons
        us.anthropic.claude-sonnet-5-5=reasons us.moonshotai.kimi-k3=reasons us.openai.gpt-5.4=reasons
        us.openai.gpt-5.5=reasons us.openai.gpt-5.6-luna=reasons us.openai.gpt-5.6-sol=reasons
        us.openai.gpt-5.6-terra=reasons us.openai.gpt-6-astra=reasons us.openai.gpt-6-luna=reasons
        us.openai.gpt-6-sol=reasons us.openai.gpt-6.1-sol=reasons us.xai.grok-4.7=reasons us.zai.glm-5.3=reasons
        writer.palmyra-vision-7b=
    """,
    "models:bedrock_mantle": r"""
        bedrock_mantle/anthropic.claude-haiku-4-5=reasons bedrock_mantle/anthropic.claude-haiku-5-5=reasons
        bedrock_mantle/anthropic.claude-opus-5-5=reasons bedrock_mantle/anthropic.claude-sonnet-5-5=reasons
        bedrock_mantle/deepseek.v3.1= bedrock_mantle/moonshotai.kimi-k2-thinking=reasons
        bedrock_mantle/openai.gpt-5.6-cyber=reasons bedrock_mantle/openai.gpt-6-astra=reasons
        bedrock_mantle/openai.gpt-6-luna=reasons bedrock_mantle/openai.gpt-6-sol=reasons
        bedrock_mantle/openai.gpt-6.1-sol=reasons bedrock_mantle/openai.gpt-daybreak-blue-5.6-sol=reasons
        bedrock_mantle/qwen.qwen3-235b-a22b-2507=reasons bedrock_mantle/qwen.qwen3-32b=reasons
        bedrock_mantle/qwen.qwen3-coder-30b-a3b-instruct= bedrock_mantle/qwen.qwen3-coder-480b-a35b-instruct=
        bedrock_mantle/qwen.qwen3-next-80b-a3b-instruct=reasons bedrock_mantle/qwen.qwen3-vl-235b-a22b-instruct=
        bedrock_mantle/us-gov-east-1/openai.gpt-5.4=reasons bedrock_mantle/us-gov-east-1/openai.gpt-oss-120b=reasons
        bedrock_mantle/us-gov-east-1/openai.gpt-oss-20b=reasons bedrock_mantle/us-gov-east-1/xai.grok-4.6=reasons
        bedrock_mantle/us-gov-west-1/anthropic.claude-haiku-5-5=reasons
        bedrock_mantle/us-gov-west-1/anthropic.claude-opus-5-5=reasons
        bedrock_mantle/us-gov-west-1/anthropic.claude-sonnet-5-5=reasons
        bedrock_mantle/us-gov-west-1/google.gemma-4-26b-a4b=reasons
        bedrock_mantle/us-gov-west-1/google.gemma-4-31b=reasons bedrock_mantle/us-gov-west-1/google.gemma-4-e2b=reasons
        bedrock_mantle/us-gov-west-1/openai.gpt-5.4=reasons bedrock_mantle/us-gov-west-1/openai.gpt-5.6-luna=reasons
        bedrock_mantle/us-gov-west-1/openai.gpt-5.6-terra=reasons
        bedrock_mantle/us-gov-west-1/openai.gpt-oss-120b=reasons bedrock_mantle/us-gov-west-1/openai.gpt-oss-20b=reasons
        bedrock_mantle/us-gov-west-1/xai.grok-4.3=reasons bedrock_mantle/us-gov-west-1/xai.grok-4.6=reasons
    """,
    "models:bespoke": r"""
        bespoke/bespokelabs/Bespoke-Nimble-9B=evaluation bespoke/nimble-latest=evaluation bespoke/nimble=evaluation
    """,
    "models:bing_grounding": r"""
        bing_grounding/search=search
    """,
    "models:cerebras": r"""
        cerebras/gemma-4-31b=reasons cerebras/qwen-3.8-27b=reasons
    """,
    "models:chatgpt": r"""
        chatgpt/gpt-5.1-codex-max=reasons chatgpt/gpt-5.1-codex-mini=reasons chatgpt/gpt-5.2-codex=reasons
        chatgpt/gpt-5.2=reasons chatgpt/gpt-5.3-chat-latest=reasons chatgpt/gpt-5.3-codex=reasons
        chatgpt/gpt-5.4-pro=reasons chatgpt/gpt-5.4=reasons chatgpt/gpt-5.5=reasons chatgpt/gpt-5.6-luna=reasons
        chatgpt/gpt-5.6-sol=reasons chatgpt/gpt-5.6-terra=reasons chatgpt/gpt-6-astra=reasons chatgpt/gpt-6-luna=reasons
        chatgpt/gpt-6-sol=reasons chatgpt/gpt-6.1-sol=reasons chatgpt/gpt-rosalind-discovery=
    """,
    "models:cloudflare": r"""
        cloudflare/@cf/cloudflare/clairic=extraction cloudflare/@cf/cloudflare/clef-flash=evaluation
        cloudflare/@cf/cloudflare/clef-omni=evaluation cloudflare/@cf/cloudflare/clef=evaluation
        cloudflare/@cf/openai/whisper-large-v3-turbo=audio_transcription
        cloudflare/@cf/openai/whisper=audio_transcription cloudflare/clairic=extraction cloudflare/clef-flash=evaluation
        cloudflare/clef-omni=evaluation cloudflare/clef=evaluation
    """,
    "models:cohere": r"""
        cohere/embed-v5.0-fast=embedding cohere/embed-v5.0-pro=embedding cohere/parse-v5.0=ocr rerank-v4.0-fast=rerank
        rerank-v4.0-pro=rerank
    """,
    "models:cohere_chat": r"""
        c4ai-aya-expanse-32b= command-a-plus-05-2026=reasons
    """,
    "models:coralbricks": r"""
        coralbricks/deepseek-v4.1-flash-fast-fp4=reasons coralbricks/deepseek-v4.1-flash-fast=reasons
        coralbricks/deepseek-v4.1-flash=reasons coralbricks/glm-5.3-fast=reasons coralbricks/glm-5.3-fp4=reasons
        coralbricks/glm-5.3=reasons
    """,
    "models:dashscope": r"""
        dashscope/happyhorse-1.0-i2v=video_generation dashscope/happyhorse-1.0-r2v=video_generation
        dashscope/happyhorse-1.0-t2v=video_generation dashscope/happyhorse-1.1-i2v=video_generation
        dashscope/happyhorse-1.1-r2v=video_generation dashscope/happyhorse-1.1-t2v=video_generation
        dashscope/qwen-image-3.0-pro=image_generation dashscope/qwen-image-3.0=image_generation
        dashscope/qwen3.8-flash=reasons dashscope/qwen3.8-omni-flash=reasons dashscope/wan2.7-i2v=video_generation
        dashscope/wan2.7-r2v=video_generation dashscope/wan2.7-t2v=video_generation
        dashscope/wan3.0-video-prime=video_generation dashscope/wan3.0-video=video_generation
    """,
    "models:databricks": r"""
        databricks/ai_decide=evaluation databricks/databricks-claude-fable-5-1=reasons
        databricks/databricks-claude-fable-5=reasons databricks/databricks-claude-opus-4-7=reasons
        databricks/databricks-claude-opus-4-8=reasons databricks/databricks-claude-opus-5-5=reasons
        databricks/databricks-claude-opus-5=reasons databricks/databricks-claude-sonnet-5=reasons
        databricks/databricks-deepseek-v4-flash-0731=reasons databricks/databricks-deepseek-v4-pro-0813=reasons
        databricks/databricks-gemini-2-5-flash=reasons databricks/databricks-gemini-2-5-pro=reasons
        databricks/databricks-gemini-3-1-flash-image= databricks/databricks-gemini-3-1-pro=reasons
        databricks/databricks-gemini-3-5-flash-lite=reasons databricks/databricks-gemini-3-5-flash=reasons
        databricks/databricks-gemini-3-6-flash=reasons databricks/databricks-gemini-3-7-flash=reasons
        databricks/databricks-gemini-3-8-flash=reasons databricks/databricks-gemini-3-pro-image=
        databricks/databricks-glm-5-2=reasons databricks/databricks-glm-5-3-flash=reasons
        databricks/databricks-glm-5-3=reasons databricks/databricks-gpt-5-4-mini=reasons
        databricks/databricks-gpt-5-4-nano=reasons databricks/databricks-gpt-5-4=reasons
        databricks/databricks-gpt-5-5-pro=reasons databricks/databricks-gpt-5-5=reasons
        databricks/databricks-gpt-5-6-luna=reasons databricks/databricks-gpt-5-6-sol=reasons
        databricks/databricks-gpt-5-6-terra=reasons databricks/databricks-grok-4-6=reasons
        databricks/databricks-inkling=reasons databricks/databricks-kimi-k3=reasons
        databricks/databricks-openjev-qwen35-4b=evaluation databricks/databricks-qwen3-embedding-0-6b=embedding
        databricks/databricks-qwen3-next-80b-a3b-instruct= databricks/databricks-qwen35-122b-a10b=reasons
        databricks/system.ai.deepseek-v4-flash-0731= databricks/system.ai.kimi-k3=
    """,
    "models:deepgram": r"""
        deepgram/streaming/detect_entities=audio_transcription deepgram/streaming/diarize=audio_transcription
        deepgram/streaming/keyterm=audio_transcription deepgram/streaming/nova-3-multilingual=audio_transcription
        deepgram/streaming/nova-3=audio_transcription deepgram/streaming/redact=audio_transcription
    """,
    "models:deepinfra": r"""
        deepinfra/ByteDance/Seed-1.8=reasons deepinfra/ByteDance/Seed-2.0-code=reasons
        deepinfra/ByteDance/Seed-2.0-mini=reasons deepinfra/ByteDance/Seed-2.0-pro=reasons
        deepinfra/MiniMaxAI/MiniMax-M2.7-Turbo=reasons deepinfra/MiniMaxAI/MiniMax-M2.7=reasons
        deepinfra/MiniMaxAI/MiniMax-M3=reasons deepinfra/Qwen/Qwen3-Max-Thinking= deepinfra/Qwen/Qwen3-Max=
        deepinfra/Qwen/Qwen3-VL-235B-A22B-Instruct= deepinfra/Qwen/Qwen3-VL-30B-A3B-Instruct=
        deepinfra/Qwen/Qwen3.5-122B-A10B=reasons deepinfra/Qwen/Qwen3.5-27B=reasons
        deepinfra/Qwen/Qwen3.5-35B-A3B=reasons deepinfra/Qwen/Qwen3.5-397B-A17B=reasons deepinfra/Qwen/Qwen3.5-9B=
        deepinfra/Qwen/Qwen3.6-27B=reasons deepinfra/Qwen/Qwen3.6-35B-A3B=reasons deepinfra/Qwen/Qwen3.7-Max=
        deepinfra/Qwen/Qwen3.8-2.4T-A95B=reasons deepinfra/Qwen/Qwen3.8-27B=reasons deepinfra/Qwen/Qwen3.8-Max=
        deepinfra/XiaomiMiMo/MiMo-V2.5-Pro=reasons deepinfra/XiaomiMiMo/MiMo-V2.5=reasons
        deepinfra/anthropic/claude-fable-5=reasons deepinfra/anthropic/claude-haiku-4-5=reasons
        deepinfra/anthropic/claude-opus-4-7=reasons deepinfra/anthropic/claude-opus-4-8=reasons
        deepinfra/anthropic/claude-opus-5=reasons deepinfra/anthropic/claude-sonnet-4-6=reasons
        deepinfra/anthropic/claude-sonnet-5=reasons deepinfra/deepseek-ai/DeepSeek-V3.2=
        deepinfra/deepseek-ai/DeepSeek-V4-Flash-0731=reasons deepinfra/deepseek-ai/DeepSeek-V4-Flash=reasons
        deepinfra/deepseek-ai/DeepSeek-V4-Pro-0813= deepinfra/deepseek-ai/DeepSeek-V4-Pro=
        deepinfra/deepseek-ai/DeepSeek-V4.1-Flash-1017=reasons deepinfra/deepseek-ai/DeepSeek-V4.1-Flash=reasons
        deepinfra/google/gemini-2.5-flash=reasons deepinfra/google/gemini-2.5-pro=reasons
        deepinfra/google/gemini-3.1-flash-lite=reasons deepinfra/google/gemini-3.1-pro=reasons
        deepinfra/google/gemini-3.5-flash=reasons deepinfra/google/gemini-3.7-flash=reasons
        deepinfra/google/gemma-4-26B-A4B-it=reasons deepinfra/google/gemma-4-31B-it-Ultra=reasons
        deepinfra/google/gemma-4-31B-it-turbo=reasons deepinfra/google/gemma-4-31B-it=reasons
        deepinfra/google/gemma-4-E4B-it=reasons deepinfra/inclusionAI/Ling-3.0-flash=reasons
        deepinfra/meta-models/Muse-Glimmer-30B=reasons deepinfra/moonshotai/Kimi-K2.5=reasons
        deepinfra/moonshotai/Kimi-K2.6=reasons deepinfra/moonshotai/Kimi-K2.7-Code=reasons deepinfra/moonshotai/Kimi-K3=
        deepinfra/nvidia/NVIDIA-Nemotron-3-Super-120B-A12B=reasons
        deepinfra/nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B=reasons deepinfra/nvidia/Nemotron-3-Nano-30B-A3B=reasons
        deepinfra/nvidia/Nemotron-Content-Safety-3.5= deepinfra/openai/gpt-oss-120b-Turbo=reasons
        deepinfra/openai/gpt-oss-120b-Ultra=reasons deepinfra/stepfun-ai/Step-3.7-Flash= deepinfra/tencent/Hy3=reasons
        deepinfra/thinkingmachines/Inkling-Small=reasons deepinfra/thinkingmachines/Inkling=reasons
        deepinfra/zai-org/GLM-4.6=reasons deepinfra/zai-org/GLM-4.7-Flash=reasons deepinfra/zai-org/GLM-4.7=reasons
        deepinfra/zai-org/GLM-5.1=reasons deepinfra/zai-org/GLM-5.2=reasons deepinfra/zai-org/GLM-5=reasons
    """,
    "models:deepseek": r"""
        deepseek-flash=reasons deepseek-v4-flash-vision-exp=reasons deepseek/deepseek-flash=reasons
        deepseek/deepseek-v4-flash-vision-exp=reasons deepseek/search=search
    """,
    "models:elevenlabs": r"""
        elevenlabs/scribe_v2=audio_transcription
    """,
    "models:fal_ai": r"""
        fal_ai/bytedance/seedance-2.0/image-to-video=video_generation
        fal_ai/bytedance/seedance-2.0/reference-to-video=video_generation
        fal_ai/bytedance/seedance-2.0/text-to-video=video_generation
        fal_ai/bytedance/seedance-2.5/image-to-video=video_generation
        fal_ai/bytedance/seedance-2.5/reference-to-video=video_generation
        fal_ai/bytedance/seedance-2.5/text-to-video=video_generation fal_ai/fal-ai/flux-lora-depth=image_generation
        fal_ai/fal-ai/flux/dev=image_generation fal_ai/fal-ai/moondream3-preview/query=reasons
        fal_ai/fal-ai/nano-banana-2=image_generation fal_ai/fal-ai/nano-banana-pro=image_generation
        fal_ai/fal-ai/trellis-2=image_generation fal_ai/fal-ai/trellis=image_generation
        fal_ai/high/1024-x-1024/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/high/1024-x-1024/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/high/1024-x-1024/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/high/1024-x-1024/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
        fal_ai/high/1024-x-1536/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/high/1024-x-1536/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/high/1024-x-1536/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/high/1024-x-1536/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
        fal_ai/high/1024-x-768/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/high/1024-x-768/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/high/1024-x-768/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/high/1024-x-768/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
        fal_ai/high/1920-x-1080/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/high/1920-x-1080/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/high/1920-x-1080/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/high/1920-x-1080/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
        fal_ai/high/2560-x-1440/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/high/2560-x-1440/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/high/2560-x-1440/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/high/2560-x-1440/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
        fal_ai/high/3840-x-2160/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/high/3840-x-2160/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/high/3840-x-2160/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/high/3840-x-2160/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
        fal_ai/low/1024-x-1024/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/low/1024-x-1024/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/low/1024-x-1024/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/low/1024-x-1024/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
        fal_ai/low/1024-x-1536/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/low/1024-x-1536/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/low/1024-x-1536/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/low/1024-x-1536/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
        fal_ai/low/1024-x-768/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/low/1024-x-768/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/low/1024-x-768/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/low/1024-x-768/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
        fal_ai/low/1920-x-1080/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/low/1920-x-1080/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/low/1920-x-1080/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/low/1920-x-1080/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
        fal_ai/low/2560-x-1440/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/low/2560-x-1440/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/low/2560-x-1440/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/low/2560-x-1440/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
        fal_ai/low/3840-x-2160/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/low/3840-x-2160/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/low/3840-x-2160/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/low/3840-x-2160/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
        fal_ai/max/1024-x-1024/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/max/1024-x-1024/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/max/1024-x-1024/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/max/1024-x-1024/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
        fal_ai/max/1024-x-1536/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/max/1024-x-1536/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/max/1024-x-1536/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/max/1024-x-1536/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
        fal_ai/max/1024-x-768/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/max/1024-x-768/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/max/1024-x-768/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/max/1024-x-768/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
        fal_ai/max/1920-x-1080/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/max/1920-x-1080/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/max/1920-x-1080/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/max/1920-x-1080/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
        fal_ai/max/2560-x-1440/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/max/2560-x-1440/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/max/2560-x-1440/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/max/2560-x-1440/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
        fal_ai/max/3840-x-2160/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/max/3840-x-2160/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/max/3840-x-2160/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/max/3840-x-2160/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
        fal_ai/medium/1024-x-1024/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/medium/1024-x-1024/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/medium/1024-x-1024/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/medium/1024-x-1024/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
        fal_ai/medium/1024-x-1536/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/medium/1024-x-1536/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/medium/1024-x-1536/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/medium/1024-x-1536/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
        fal_ai/medium/1024-x-768/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/medium/1024-x-768/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/medium/1024-x-768/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/medium/1024-x-768/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
        fal_ai/medium/1920-x-1080/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/medium/1920-x-1080/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/medium/1920-x-1080/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/medium/1920-x-1080/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
        fal_ai/medium/2560-x-1440/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/medium/2560-x-1440/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/medium/2560-x-1440/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/medium/2560-x-1440/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
        fal_ai/medium/3840-x-2160/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/medium/3840-x-2160/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/medium/3840-x-2160/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/medium/3840-x-2160/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
        fal_ai/minimax/h3/reference-to-video=video_generation fal_ai/minimax/h3/text-to-video=video_generation
        fal_ai/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
        fal_ai/xhigh/1024-x-1024/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/xhigh/1024-x-1024/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/xhigh/1024-x-1024/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/xhigh/1024-x-1024/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
        fal_ai/xhigh/1024-x-1536/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/xhigh/1024-x-1536/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/xhigh/1024-x-1536/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/xhigh/1024-x-1536/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
        fal_ai/xhigh/1024-x-768/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/xhigh/1024-x-768/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/xhigh/1024-x-768/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/xhigh/1024-x-768/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
        fal_ai/xhigh/1920-x-1080/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/xhigh/1920-x-1080/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/xhigh/1920-x-1080/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/xhigh/1920-x-1080/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
        fal_ai/xhigh/2560-x-1440/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/xhigh/2560-x-1440/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/xhigh/2560-x-1440/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/xhigh/2560-x-1440/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
        fal_ai/xhigh/3840-x-2160/openai/gpt-image-2.5/flare/edit=image_generation
        fal_ai/xhigh/3840-x-2160/openai/gpt-image-2.5/flare/text-to-image=image_generation
        fal_ai/xhigh/3840-x-2160/openai/gpt-image-2.5/sunburst/edit=image_generation
        fal_ai/xhigh/3840-x-2160/openai/gpt-image-2.5/sunburst/text-to-image=image_generation
    """,
    "models:fireworks_ai": r"""
        fireworks_ai/accounts/fireworks/models/deepseek-v4-flash-vision-exp=
        fireworks_ai/accounts/fireworks/models/deepseek-v4-pro-0813=reasons
        fireworks_ai/accounts/fireworks/models/deepseek-v4p1-flash-1017-us=reasons
        fireworks_ai/accounts/fireworks/models/deepseek-v4p1-flash-1017=reasons
        fireworks_ai/accounts/fireworks/models/deepseek-v4p1-flash=reasons
        fireworks_ai/accounts/fireworks/models/ember-1=reasons fireworks_ai/accounts/fireworks/models/glm-5p3-flash=
        fireworks_ai/accounts/fireworks/models/glm-5p3=reasons fireworks_ai/accounts/fireworks/models/inkling=
        fireworks_ai/accounts/fireworks/models/minimax-m2p7=
        fireworks_ai/accounts/fireworks/models/minimax-m3p1-flash=reasons
        fireworks_ai/accounts/fireworks/models/muse-spark-open=
        fireworks_ai/accounts/fireworks/models/qwen3-embedding-8b=embedding
        fireworks_ai/accounts/fireworks/routers/auto-instant=reasons
        fireworks_ai/accounts/fireworks/routers/auto=reasons
        fireworks_ai/accounts/fireworks/routers/deepseek-v4p1-flash-us=reasons
        fireworks_ai/accounts/fireworks/routers/firerouter=reasons
        fireworks_ai/accounts/fireworks/routers/glm-5p3-fast=reasons
        fireworks_ai/accounts/fireworks/routers/glm-5p3-flash-us=
        fireworks_ai/accounts/fireworks/routers/glm-5p3-us=reasons
        fireworks_ai/accounts/fireworks/routers/rune=evaluation fireworks_ai/deepseek-v4-flash-vision-exp=
        fireworks_ai/deepseek-v4-pro-0813=reasons fireworks_ai/deepseek-v4p1-flash-us=reasons
        fireworks_ai/deepseek-v4p1-flash=reasons fireworks_ai/glm-5p3-fast=reasons fireworks_ai/glm-5p3-flash-us=
        fireworks_ai/glm-5p3-flash= fireworks_ai/glm-5p3-us=reasons fireworks_ai/glm-5p3=reasons
    """,
    "models:friendliai": r"""
        friendliai/MiniMaxAI/MiniMax-M2.5=reasons friendliai/deepseek-ai/DeepSeek-V3.2=reasons
        friendliai/google/gemma-4-31B-it=reasons friendliai/zai-org/GLM-5.1=reasons friendliai/zai-org/GLM-5.2=reasons
        friendliai/zai-org/GLM-5.3-Flash=reasons friendliai/zai-org/GLM-5.3=reasons
    """,
    "models:gemini": r"""
        gemini-2.5-flash-native-audio-latest=realtime gemini-2.5-flash-native-audio-preview-09-2025=realtime
        gemini-2.5-flash-native-audio-preview-12-2025=realtime gemini-3.1-flash-live-preview=realtime
        gemini-3.8-live-extended-thinking=realtime gemini-3.8-live=realtime gemini/deep-research-max-preview-04-2026=
        gemini/deep-research-preview-04-2026= gemini/deep-research-pro-preview-12-2025=
        gemini/gemini-2.5-flash-native-audio-latest=realtime
        gemini/gemini-2.5-flash-native-audio-preview-09-2025=realtime
        gemini/gemini-2.5-flash-native-audio-preview-12-2025=realtime gemini/gemini-3.1-flash-live-preview=realtime
        gemini/gemini-3.5-live-translate-preview=realtime gemini/gemini-3.5-transcribe-live=audio_transcription
        gemini/gemini-3.5-transcribe=audio_transcription gemini/gemini-3.8-flash-lite-tts=audio_speech
        gemini/gemini-3.8-flash-tts=audio_speech gemini/gemini-3.8-flash=reasons
        gemini/gemini-3.8-live-extended-thinking=realtime gemini/gemini-3.8-live=realtime gemini/gemini-4-argon=reasons
        gemini/gemini-nano-banana-2.1=image_generation gemini/gemini-omni-1.1-flash=reasons
        gemini/gemini-robotics-er-2-streaming-preview=reasons gemini/gemma-4-26b-a4b-it=reasons
        gemini/gemma-4-31b-it=reasons gemini/lyria-3.5-clip-preview= gemini/lyria-3.5-pro-preview= gemini/lyria-3.5=
        gemini/lyria-realtime-exp= gemini/nano-banana-pro-preview=image_generation
    """,
    "models:gigachat": r"""
        gigachat/GigaChat-2= gigachat/GigaEmbeddings-3B-2025-09=embedding
    """,
    "models:github_copilot": r"""
        github_copilot/claude-fable-5.1=reasons github_copilot/claude-fable-5=reasons
        github_copilot/claude-haiku-4.5=reasons github_copilot/claude-haiku-5.5=reasons
        github_copilot/claude-opus-4.8-fast=reasons github_copilot/claude-opus-4.8=reasons
        github_copilot/claude-opus-5.5=reasons github_copilot/claude-opus-5=reasons
        github_copilot/claude-sonnet-4.6=reasons github_copilot/claude-sonnet-5.5=reasons
        github_copilot/claude-sonnet-5=reasons github_copilot/gemini-3.7-flash=reasons
        github_copilot/gemini-3.8-flash=reasons github_copilot/gemini-4-argon=reasons
        github_copilot/gpt-5.3-codex=reasons github_copilot/gpt-5.4-mini=reasons github_copilot/gpt-5.4-nano=reasons
        github_copilot/gpt-5.4=reasons github_copilot/gpt-5.5=reasons github_copilot/gpt-5.6-luna=reasons
        github_copilot/gpt-5.6-sol=reasons github_copilot/gpt-5.6-terra=reasons github_copilot/gpt-6-astra=reasons
        github_copilot/gpt-6-luna=reasons github_copilot/gpt-6-sol=reasons github_copilot/gpt-6.1-sol=reasons
        github_copilot/grok-4.5=reasons github_copilot/grok-4.6=reasons github_copilot/grok-4.7=reasons
        github_copilot/kimi-k3= github_copilot/mai-code-1.1-flash=
    """,
    "models:groq": r"""
        groq/llama-guard-3-8b= groq/qwen/qwen3.8-27b=reasons
    """,
    "models:inception": r"""
        inception/mercury-2.5=
    """,
    "models:inferenceapis": r"""
        inferenceapis/MiniMaxAI/MiniMax-M3=reasons inferenceapis/Qwen/Qwen3-VL-235B-A22B-Instruct=
        inferenceapis/Qwen/Qwen3.8-Flash=reasons inferenceapis/deepseek-ai/DeepSeek-V3=reasons
        inferenceapis/deepseek-ai/DeepSeek-V4-Flash-0731=reasons inferenceapis/deepseek-ai/DeepSeek-V4-Flash=reasons
        inferenceapis/deepseek-ai/DeepSeek-V4-Pro-0813=reasons inferenceapis/deepseek-ai/DeepSeek-V4-Pro=reasons
        inferenceapis/deepseek-ai/DeepSeek-V4.1-Flash=reasons inferenceapis/deepseek-chat=reasons
        inferenceapis/deepseek-flash=reasons inferenceapis/deepseek-reasoner=reasons inferenceapis/deepseek-v3=reasons
        inferenceapis/deepseek-v4-flash=reasons inferenceapis/deepseek-v4-pro=reasons
        inferenceapis/deepseek-v4.1-flash=reasons inferenceapis/glm-5.3-flash=reasons inferenceapis/glm-5.3=reasons
        inferenceapis/gpt-oss-120b=reasons inferenceapis/gpt-oss-20b=reasons inferenceapis/kimi-k2.7-code=reasons
        inferenceapis/llama-3.1-8b-instant= inferenceapis/llama-3.3-70b-instruct= inferenceapis/llama-3.3-70b-versatile=
        inferenceapis/llama-3.3-70b= inferenceapis/meta-llama/Llama-3.3-70B-Instruct-Turbo=
        inferenceapis/meta-llama/Llama-3.3-70B-Instruct= inferenceapis/minimax-m3=reasons
        inferenceapis/moonshotai/Kimi-K2.7-Code=reasons inferenceapis/openai/gpt-oss-120b=reasons
        inferenceapis/openai/gpt-oss-20b=reasons inferenceapis/qwen3-vl-235b= inferenceapis/qwen3-vl=
        inferenceapis/qwen3.8-flash=reasons inferenceapis/zai-org/GLM-5.3-Flash=reasons
        inferenceapis/zai-org/GLM-5.3=reasons
    """,
    "models:laya": r"""
        laya/english=evaluation laya/multilingual=evaluation laya/typed-decisions=evaluation
    """,
    "models:meta": r"""
        meta/muse-image-1.0=image_generation meta/muse-spark-1.3-contributor=reasons meta/muse-spark-1.3=reasons
        meta/muse-voice-transcribe-1.0=audio_transcription meta/muse-wonder-1.0=reasons meta/sam-3.1=
    """,
    "models:microsoft_365_copilot": r"""
        microsoft_365_copilot/chat=
    """,
    "models:minimax": r"""
        minimax/MiniMax-H3-Max=video_generation minimax/MiniMax-H3=video_generation
    """,
    "models:mistral": r"""
        mistral/labs-leanstral-1-5-1= mistral/ministral-14b-2512= mistral/ministral-14b-latest=
        mistral/ministral-3b-2512= mistral/ministral-3b-latest= mistral/mistral-code-agent-latest=
        mistral/mistral-code-fim-latest= mistral/mistral-code-latest= mistral/mistral-embed-2312=embedding
        mistral/mistral-large-4-0=reasons mistral/mistral-large-4=reasons mistral/mistral-medium-3.5=reasons
        mistral/mistral-medium-3=reasons mistral/mistral-medium=reasons mistral/mistral-ocr-3-0=ocr
        mistral/mistral-ocr-3=ocr mistral/mistral-ocr-4=ocr mistral/mistral-vibe-cli-fast=reasons
        mistral/mistral-vibe-cli-latest=reasons mistral/mistral-vibe-cli-with-tools=reasons
        mistral/voxtral-mini-latest=audio_transcription mistral/voxtral-mini-realtime-2602=audio_transcription
        mistral/voxtral-mini-realtime-latest=audio_transcription
        mistral/voxtral-mini-transcribe-realtime-latest=audio_transcription mistral/voxtral-mini-tts-latest=audio_speech
        mistral/voxtral-small-2507= mistral/voxtral-small-latest= mistral/zai-glm-5-3=reasons mistral/zai-glm-5=reasons
        mistral/zai-glm-latest=reasons
    """,
    "models:moonshot": r"""
        moonshot/kimi-k2.7-code=reasons
    """,
    "models:nace": r"""
        nace/drex-latest=evaluation nace/drex-v1.0=evaluation nace/drex-v1.5=evaluation nace/drex-v2.0=evaluation
    """,
    "models:nebius": r"""
        nebius/MiniMaxAI/MiniMax-M2.5=reasons nebius/MiniMaxAI/MiniMax-M3=reasons
        nebius/NousResearch/Hermes-4-405B=reasons nebius/NousResearch/Hermes-4-70B=reasons
        nebius/Qwen/Qwen3-235B-A22B-Instruct-2507= nebius/Qwen/Qwen3-30B-A3B-Instruct-2507=
        nebius/Qwen/Qwen3-Embedding-8B=embedding nebius/Qwen/Qwen3-Next-80B-A3B-Thinking=reasons
        nebius/Qwen/Qwen3.5-397B-A17B=reasons nebius/Qwen/Qwen3.8-27B=reasons
        nebius/deepseek-ai/DeepSeek-V4-Flash-0731=reasons nebius/deepseek-ai/DeepSeek-V4-Flash=reasons
        nebius/deepseek-ai/DeepSeek-V4-Pro-0813=reasons nebius/deepseek-ai/DeepSeek-V4-Pro=reasons
        nebius/deepseek-ai/DeepSeek-V4.1-Flash=reasons nebius/moonshotai/Kimi-K2.6=reasons
        nebius/moonshotai/Kimi-K2.7-Code=reasons nebius/moonshotai/Kimi-K3=reasons
        nebius/nvidia/Cosmos3-Super-Reasoner=reasons nebius/nvidia/Llama-3_1-Nemotron-Ultra-253B-v1=reasons
        nebius/nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B=reasons nebius/nvidia/Nemotron-3-Nano-Omni=reasons
        nebius/nvidia/Nemotron-3-Ultra-550b-a55b=reasons nebius/nvidia/Nemotron-3_5-Lightning=reasons
        nebius/nvidia/nemotron-3-super-120b-a12b=reasons nebius/openai/gpt-oss-120b=reasons
        nebius/openbmb/MiniCPM-V-4_5= nebius/reflection/beam=reasons nebius/zai-org/GLM-5.1=reasons
        nebius/zai-org/GLM-5.2=reasons nebius/zai-org/GLM-5.3-Flash=reasons nebius/zai-org/GLM-5.3=reasons
    """,
    "models:novita": r"""
        novita/baidu/cobuddy=reasons novita/deepseek/deepseek-ocr-2= novita/deepseek/deepseek-r1/community=reasons
        novita/deepseek/deepseek-r1=reasons novita/deepseek/deepseek-v3/community=
        novita/deepseek/deepseek-v4-flash-0731=reasons novita/deepseek/deepseek-v4-flash-vision-exp=reasons
        novita/deepseek/deepseek-v4-flash=reasons novita/deepseek/deepseek-v4-pro-0813=reasons
        novita/deepseek/deepseek-v4-pro=reasons novita/deepseek/deepseek_v3= novita/google/gemma-4-26b-a4b-it=reasons
        novita/google/gemma-4-31b-it=reasons novita/inclusionai/ling-3.0-flash-fast=reasons
        novita/inclusionai/ling-3.0-flash=reasons novita/meta-llama/llama-3.2-1b-instruct=
        novita/mindai/macaron-v1-tall=reasons novita/mindai/macaron-v1-venti=reasons
        novita/minimax/minimax-m2.5-highspeed=reasons novita/minimax/minimax-m2.5=reasons
        novita/minimax/minimax-m2.7-highspeed=reasons novita/minimax/minimax-m2.7=reasons
        novita/minimax/minimax-m3=reasons novita/moonshotai/kimi-k2.5=reasons novita/moonshotai/kimi-k2.6=reasons
        novita/moonshotai/kimi-k2.7-code=reasons novita/moonshotai/kimi-k3=reasons
        novita/nvidia/nemotron-3-nano-30b-a3b=reasons novita/qwen/qwen3-coder-next=
        novita/qwen/qwen3-next-80b-a3b-instruct=reasons novita/qwen/qwen3.5-122b-a10b=reasons
        novita/qwen/qwen3.5-27b=reasons novita/qwen/qwen3.5-35b-a3b=reasons novita/qwen/qwen3.5-397b-a17b=reasons
        novita/qwen/qwen3.6-27b=reasons novita/qwen/qwen3.6-35b-a3b=reasons novita/qwen/qwen3.7-max=reasons
        novita/qwen/qwen3.8-max=reasons novita/stepfun/step-3.7-flash=reasons novita/tencent/hy3=reasons
        novita/thudm/glm-4-32b-0414= novita/xiaomimimo/mimo-v2.5-pro=reasons novita/xiaomimimo/mimo-v2.5=reasons
        novita/zai-org/glm-4.7-flash=reasons novita/zai-org/glm-4.7-h=reasons novita/zai-org/glm-5-turbo=reasons
        novita/zai-org/glm-5.1=reasons novita/zai-org/glm-5.2=reasons novita/zai-org/glm-5.3=reasons
        novita/zai-org/glm-5=reasons novita/zai-org/glm-5v-turbo=reasons
    """,
    "models:oci": r"""
        oci/google.gemini-2.5-flash=reasons oci/google.gemini-2.5-pro=reasons oci/openai.gpt-oss-120b=reasons
        oci/openai.gpt-oss-20b=reasons oci/xai.grok-4.20-0309-non-reasoning= oci/xai.grok-4.20-0309-reasoning=reasons
        oci/xai.grok-4.20-non-reasoning= oci/xai.grok-4.20-reasoning=reasons
    """,
    "models:openai": r"""
        chat-latest=reasons computer-use-preview-2025-03-11=reasons computer-use-preview=reasons
        gpt-5.5-cyber-preview=reasons gpt-5.5-cyber=reasons gpt-6-astra=reasons gpt-6-luna=reasons gpt-6-sol=reasons
        gpt-6.1-sol=reasons gpt-daybreak-blue-latest=reasons gpt-daybreak-red-latest=reasons
        gpt-image-2.5-flare-2026-09-08=image_generation gpt-image-2.5-flare=image_generation
        gpt-image-2.5-sunburst-2026-09-08=image_generation gpt-image-2.5-sunburst=image_generation gpt-live-1=realtime
        gpt-rosalind-discovery= gpt-rosalind-research= o3-deep-research-2025-06-26=reasons o3-deep-research=reasons
        o4-mini-deep-research-2025-06-26=reasons o4-mini-deep-research=reasons
    """,
    "models:openinfer": r"""
        openinfer/@oi/GLM-5.3-Flash=reasons openinfer/@oi/Qwen3.5-27B=reasons openinfer/@oi/Qwen3.5-9B=reasons
    """,
    "models:parallel_ai": r"""
        parallel_ai/search-fast=search parallel_ai/search-turbo=search
    """,
    "models:perplexity": r"""
        perplexity/anthropic/claude-fable-5-1= perplexity/anthropic/claude-fable-5=
        perplexity/anthropic/claude-haiku-5-5= perplexity/anthropic/claude-opus-4-8=
        perplexity/anthropic/claude-opus-5-5= perplexity/anthropic/claude-opus-5=
        perplexity/anthropic/claude-sonnet-4-6= perplexity/anthropic/claude-sonnet-5-5=
        perplexity/anthropic/claude-sonnet-5= perplexity/google/gemini-3.1-flash-lite=
        perplexity/google/gemini-3.1-pro-preview= perplexity/google/gemini-3.5-flash-lite=
        perplexity/google/gemini-3.5-flash= perplexity/google/gemini-3.6-flash= perplexity/google/gemini-3.7-flash=
        perplexity/google/gemini-3.8-flash= perplexity/openai/gpt-5-nano= perplexity/openai/gpt-5.3-codex=
        perplexity/openai/gpt-5.4-mini= perplexity/openai/gpt-5.4-nano= perplexity/openai/gpt-5.4=
        perplexity/openai/gpt-5.5= perplexity/openai/gpt-5.6-luna= perplexity/openai/gpt-5.6-sol=
        perplexity/openai/gpt-5.6-terra= perplexity/openai/gpt-5= perplexity/openai/gpt-6-astra=
        perplexity/openai/gpt-6-luna= perplexity/openai/gpt-6-sol= perplexity/openai/gpt-6.1-sol=
        perplexity/perplexity/deepseek-v4-pro-0813= perplexity/perplexity/glm-5.3-flash= perplexity/perplexity/glm-5.3=
        perplexity/perplexity/nemotron-3-ultra-550b-a55b=reasons
        perplexity/perplexity/nemotron-3.5-lightning-30b-a3b=reasons perplexity/pplx-decider-flash-latest=evaluation
        perplexity/pplx-decider-flash-v1.2=evaluation perplexity/pplx-decider-latest=evaluation
        perplexity/pplx-decider-v1-27b=evaluation perplexity/pplx-decider-v1.1-27b=evaluation
        perplexity/pplx-decider-v1.2=evaluation perplexity/xai/grok-4.20-multi-agent=
        perplexity/xai/grok-4.20-non-reasoning= perplexity/xai/grok-4.20-reasoning= perplexity/xai/grok-4.3=
        perplexity/xai/grok-4.5= perplexity/xai/grok-4.6= perplexity/xai/grok-4.7=
    """,
    "models:prism": r"""
        prism/deepseek-v4-flash=reasons prism/deepseek-v4.1-flash=reasons
    """,
    "models:qwen_ai_platform": r"""
        qwen_ai_platform/deepseek-v4-flash-0731=reasons qwen_ai_platform/deepseek-v4-flash=reasons
        qwen_ai_platform/deepseek-v4-pro=reasons qwen_ai_platform/glm-5.1=reasons qwen_ai_platform/glm-5.2=reasons
        qwen_ai_platform/happyhorse-1.0-i2v=video_generation qwen_ai_platform/happyhorse-1.0-r2v=video_generation
        qwen_ai_platform/happyhorse-1.0-t2v=video_generation qwen_ai_platform/happyhorse-1.1-i2v=video_generation
        qwen_ai_platform/happyhorse-1.1-r2v=video_generation qwen_ai_platform/happyhorse-1.1-t2v=video_generation
        qwen_ai_platform/kimi-k2.7-code=reasons qwen_ai_platform/qwen-coder=reasons
        qwen_ai_platform/qwen-flash-2025-07-28=reasons qwen_ai_platform/qwen-flash=reasons
        qwen_ai_platform/qwen-image-2.0-pro=image_generation qwen_ai_platform/qwen-image-2.0=image_generation
        qwen_ai_platform/qwen-image-3.0-pro=image_generation qwen_ai_platform/qwen-image-3.0=image_generation
        qwen_ai_platform/qwen-max=reasons qwen_ai_platform/qwen-plus-2025-01-25=reasons
        qwen_ai_platform/qwen-plus-2025-04-28=reasons qwen_ai_platform/qwen-plus-2025-07-14=reasons
        qwen_ai_platform/qwen-plus-2025-07-28=reasons qwen_ai_platform/qwen-plus-2025-09-11=reasons
        qwen_ai_platform/qwen-plus-latest=reasons qwen_ai_platform/qwen-plus=reasons
        qwen_ai_platform/qwen-turbo-2024-11-01=reasons qwen_ai_platform/qwen-turbo-2025-04-28=reasons
        qwen_ai_platform/qwen-turbo-latest=reasons qwen_ai_platform/qwen-turbo=reasons
        qwen_ai_platform/qwen3-30b-a3b=reasons qwen_ai_platform/qwen3-coder-flash-2025-07-28=reasons
        qwen_ai_platform/qwen3-coder-flash=reasons qwen_ai_platform/qwen3-coder-plus-2025-07-22=reasons
        qwen_ai_platform/qwen3-coder-plus=reasons qwen_ai_platform/qwen3-max-2026-01-23=reasons
        qwen_ai_platform/qwen3-max-preview=reasons qwen_ai_platform/qwen3-max=reasons
        qwen_ai_platform/qwen3-next-80b-a3b-instruct= qwen_ai_platform/qwen3-next-80b-a3b-thinking=reasons
        qwen_ai_platform/qwen3-vl-235b-a22b-instruct= qwen_ai_platform/qwen3-vl-235b-a22b-thinking=reasons
        qwen_ai_platform/qwen3-vl-32b-instruct= qwen_ai_platform/qwen3-vl-32b-thinking=reasons
        qwen_ai_platform/qwen3-vl-plus=reasons qwen_ai_platform/qwen3.5-plus=reasons
        qwen_ai_platform/qwen3.7-max=reasons qwen_ai_platform/qwen3.7-plus=reasons
        qwen_ai_platform/qwen3.8-flash=reasons qwen_ai_platform/qwen3.8-max=reasons
        qwen_ai_platform/qwen3.8-omni-flash=reasons qwen_ai_platform/qwq-plus=reasons
        qwen_ai_platform/wan2.7-i2v=video_generation qwen_ai_platform/wan2.7-r2v=video_generation
        qwen_ai_platform/wan2.7-t2v=video_generation qwen_ai_platform/wan3.0-video-prime=video_generation
        qwen_ai_platform/wan3.0-video=video_generation
    """,
    "models:qwencloud": r"""
        qwencloud/deepseek-v4-flash-0731=reasons qwencloud/deepseek-v4-flash=reasons qwencloud/deepseek-v4-pro=reasons
        qwencloud/glm-5.1=reasons qwencloud/glm-5.2=reasons qwencloud/happyhorse-1.0-i2v=video_generation
        qwencloud/happyhorse-1.0-r2v=video_generation qwencloud/happyhorse-1.0-t2v=video_generation
        qwencloud/happyhorse-1.1-i2v=video_generation qwencloud/happyhorse-1.1-r2v=video_generation
        qwencloud/happyhorse-1.1-t2v=video_generation qwencloud/kimi-k2.7-code=reasons qwencloud/qwen-coder=reasons
        qwencloud/qwen-flash-2025-07-28=reasons qwencloud/qwen-flash=reasons
        qwencloud/qwen-image-2.0-pro=image_generation qwencloud/qwen-image-2.0=image_generation
        qwencloud/qwen-image-3.0-pro=image_generation qwencloud/qwen-image-3.0=image_generation
        qwencloud/qwen-max=reasons qwencloud/qwen-plus-2025-01-25=reasons qwencloud/qwen-plus-2025-04-28=reasons
        qwencloud/qwen-plus-2025-07-14=reasons qwencloud/qwen-plus-2025-07-28=reasons
        qwencloud/qwen-plus-2025-09-11=reasons qwencloud/qwen-plus-latest=reasons qwencloud/qwen-plus=reasons
        qwencloud/qwen-turbo-2024-11-01=reasons qwencloud/qwen-turbo-2025-04-28=reasons
        qwencloud/qwen-turbo-latest=reasons qwencloud/qwen-turbo=reasons qwencloud/qwen3-30b-a3b=reasons
        qwencloud/qwen3-coder-flash-2025-07-28=reasons qwencloud/qwen3-coder-flash=reasons
        qwencloud/qwen3-coder-plus-2025-07-22=reasons qwencloud/qwen3-coder-plus=reasons
        qwencloud/qwen3-max-2026-01-23=reasons qwencloud/qwen3-max-preview=reasons qwencloud/qwen3-max=reasons
        qwencloud/qwen3-next-80b-a3b-instruct= qwencloud/qwen3-next-80b-a3b-thinking=reasons
        qwencloud/qwen3-vl-235b-a22b-instruct= qwencloud/qwen3-vl-235b-a22b-thinking=reasons
        qwencloud/qwen3-vl-32b-instruct= qwencloud/qwen3-vl-32b-thinking=reasons qwencloud/qwen3-vl-plus=reasons
        qwencloud/qwen3.5-plus=reasons qwencloud/qwen3.7-max=reasons qwencloud/qwen3.7-plus=reasons
        qwencloud/qwen3.8-max=reasons qwencloud/qwq-plus=reasons qwencloud/wan2.7-i2v=video_generation
        qwencloud/wan2.7-r2v=video_generation qwencloud/wan2.7-t2v=video_generation
        qwencloud/wan3.0-video-prime=video_generation qwencloud/wan3.0-video=video_generation
    """,
    "models:replicate": r"""
        replicate/google/gemini-2.5-flash=reasons
    """,
    "models:runwayml": r"""
        runwayml/aleph2=video_generation runwayml/gemini_omni_flash=video_generation runwayml/gen4.5=video_generation
        runwayml/hailuo3=video_generation runwayml/seedance2=video_generation runwayml/seedance2_5=video_generation
        runwayml/seedance2_fast=video_generation runwayml/seedance2_mini=video_generation
        runwayml/veo3.1=video_generation runwayml/veo3.1_fast=video_generation
    """,
    "models:sail": r"""
        sail/Qwen/Qwen3.6-35B-A3B=reasons sail/deepseek-ai/DeepSeek-V4-Flash-0731=reasons
        sail/deepseek-ai/DeepSeek-V4-Pro-0813=reasons sail/deepseek-ai/DeepSeek-V4.1-Flash=reasons
        sail/google/gemma-4-12B-it=reasons sail/google/gemma-4-31B-it=reasons sail/moonshotai/Kimi-K2.6=reasons
        sail/moonshotai/Kimi-K3=reasons sail/nvidia/Gemma-4-31B-IT-NVFP4=reasons sail/openai/gpt-oss-120b=reasons
        sail/zai-org/GLM-5.3-Flash=reasons sail/zai-org/GLM-5.3=reasons
    """,
    "models:scaledown": r"""
        scaledown/classify= scaledown/compress= scaledown/decisions= scaledown/extract= scaledown/summarize=
    """,
    "models:scaleway": r"""
        scaleway/deepseek-v4-flash-0731=reasons scaleway/glm-5.2=reasons
    """,
    "models:scx-ai": r"""
        scx-ai/DeepSeek-V4.1-flash=reasons scx-ai/GLM-5.3=reasons scx-ai/Kimi-K3=reasons
    """,
    "models:strands_decider": r"""
        strands_decider/strands-decider-2B-hobson-v19=evaluation
    """,
    "models:tencent": r"""
        tencent/deepseek-v4-pro-0813=reasons tencent/deepseek-v4.1-flash=reasons tencent/glm-5.2=reasons
        tencent/glm-5.3-flash=reasons tencent/glm-5.3-flashx=reasons tencent/glm-5.3=reasons
        tencent/kimi-k2.7-code-highspeed=reasons tencent/kimi-k2.7-code=reasons tencent/kimi-k2.8-preview=reasons
        tencent/kimi-k3=reasons tencent/minimax-m3=reasons
    """,
    "models:together_ai": r"""
        together_ai/MiniMaxAI/MiniMax-M2.7= together_ai/MiniMaxAI/MiniMax-M3=reasons
        together_ai/NousResearch/Nous-Hermes-2-Mixtral-8x7B-DPO= together_ai/Prism-ML/Ternary-Bonsai-27B=
        together_ai/Qwen/QwQ-32B= together_ai/Qwen/Qwen2-1.5B-Instruct= together_ai/Qwen/Qwen2-72B-Instruct=
        together_ai/Qwen/Qwen2-VL-72B-Instruct= together_ai/Qwen/Qwen2.5-14B-Instruct=
        together_ai/Qwen/Qwen2.5-72B-Instruct= together_ai/Qwen/Qwen2.5-Coder-32B-Instruct=
        together_ai/Qwen/Qwen2.5-VL-72B-Instruct= together_ai/Qwen/Qwen3-Coder-Next-FP8=
        together_ai/Qwen/Qwen3-VL-32B-Instruct= together_ai/Qwen/Qwen3-VL-8B-Instruct=
        together_ai/Qwen/Qwen3.5-9B=reasons together_ai/Qwen/Qwen3.6-Plus=reasons together_ai/Qwen/Qwen3.7-Max=
        together_ai/Qwen/Qwen3.7-Plus= together_ai/Qwen/Qwen3.8-2.4T-A95B= together_ai/Qwen/Qwen3.8-Flash=
        together_ai/Salesforce/Llama-Rank-V1=rerank together_ai/arcee-ai/trinity-mini=
        together_ai/arize-ai/qwen-2-1.5b-instruct= together_ai/deepseek-ai/DeepSeek-R1-0528=
        together_ai/deepseek-ai/DeepSeek-R1-Distill-Llama-70B= together_ai/deepseek-ai/DeepSeek-R1-Distill-Qwen-1.5B=
        together_ai/deepseek-ai/DeepSeek-R1-Distill-Qwen-14B= together_ai/deepseek-ai/DeepSeek-V3.1=
        together_ai/deepseek-ai/DeepSeek-V4-Flash-0731= together_ai/deepseek-ai/DeepSeek-V4-Pro-0813=
        together_ai/deepseek-ai/DeepSeek-V4.1-Flash-1017=reasons together_ai/deepseek-ai/DeepSeek-V4.1-Flash=
        together_ai/deepseek-ai/deepseek-coder-33b-instruct= together_ai/google/gemma-2-27b-it=
        together_ai/google/gemma-4-31B-it= together_ai/meta-llama/Llama-3-8b-chat-hf=
        together_ai/meta-llama/Llama-3.1-405B-Instruct= together_ai/meta-llama/Llama-3.2-1B-Instruct=
        together_ai/meta-llama/Llama-3.2-3B-Instruct= together_ai/meta-llama/Meta-Llama-3-70B-Instruct-Turbo=
        together_ai/meta-llama/Meta-Llama-3-8B-Instruct= together_ai/meta-llama/Meta-Llama-3.1-8B=
        together_ai/meta-models/Muse-Glimmer-30B= together_ai/meta-models/Muse-Spark-Open-816B-A42B=
        together_ai/mistralai/Ministral-3-14B-Instruct-2512= together_ai/mistralai/Mistral-7B-Instruct-v0.3=
        together_ai/moonshotai/Kimi-K2.5-fp4= together_ai/moonshotai/Kimi-K2.6= together_ai/moonshotai/Kimi-K2.7-Code=
        together_ai/moonshotai/Kimi-K3=reasons together_ai/nvidia/Llama-3.1-Nemotron-70B-Instruct-HF=
        together_ai/nvidia/NVIDIA-Nemotron-3.5-Super-VL=reasons together_ai/nvidia/NVIDIA-Nemotron-Nano-9B-v2=
        together_ai/nvidia/nemotron-3-ultra-550b-a55b= together_ai/reflection/Beam-1.0-501B-A23B=
        together_ai/thinkingmachines/Inkling= together_ai/together/Tev1-4B-experimental= together_ai/zai-org/GLM-4.7=
        together_ai/zai-org/GLM-5.1= together_ai/zai-org/GLM-5.2=reasons together_ai/zai-org/GLM-5.3-Flash=reasons
        together_ai/zai-org/GLM-5.3=reasons together_ai/zai-org/GLM-5=
    """,
    "models:transcribe": r"""
        transcribe/StartTranscriptionJob=audio_transcription
    """,
    "models:typesafe": r"""
        typesafe/jev-1.14.0=evaluation
    """,
    "models:vercel_ai_gateway": r"""
        vercel_ai_gateway/google/gemini-2.5-flash=reasons vercel_ai_gateway/google/gemini-2.5-pro=reasons
    """,
    "models:vertex_ai": r"""
        vertex_ai/chirp_2=audio_transcription vertex_ai/gemini-2.0-flash-lite= vertex_ai/gemini-2.0-flash=
        vertex_ai/gemini-2.5-flash-native-audio=realtime vertex_ai/gemini-2.5-flash-preview-tts=audio_speech
        vertex_ai/gemini-2.5-flash-tts=audio_speech vertex_ai/gemini-2.5-pro-tts=audio_speech
        vertex_ai/gemini-3.1-flash-tts-preview=audio_speech vertex_ai/gemini-3.5-live-translate-preview=realtime
        vertex_ai/gemini-3.5-transcribe-live-preview=audio_transcription
        vertex_ai/gemini-3.5-transcribe-live=audio_transcription
        vertex_ai/gemini-3.5-transcribe-preview=audio_transcription vertex_ai/gemini-3.5-transcribe=audio_transcription
        vertex_ai/gemini-3.8-flash-cyber=reasons vertex_ai/gemini-3.8-flash-lite-tts=audio_speech
        vertex_ai/gemini-3.8-flash-tts=audio_speech vertex_ai/gemini-3.8-flash=reasons
        vertex_ai/gemini-3.8-live=realtime vertex_ai/gemini-4-argon-cyber-permissive=reasons
        vertex_ai/gemini-4-argon=reasons vertex_ai/gemini-omni-1.1-flash-preview=reasons
        vertex_ai/gemini-omni-1.1-flash= vertex_ai/gemini-robotics-er-2-preview=reasons vertex_ai/gemma-4-26b-a4b-it=
        vertex_ai/lyria-002=audio_speech vertex_ai/lyria-3-clip-preview=audio_speech
        vertex_ai/lyria-3-pro-preview=audio_speech vertex_ai/semantic-ranker-default-002=rerank
        vertex_ai/semantic-ranker-default-003=rerank vertex_ai/semantic-ranker-default-004=rerank
        vertex_ai/semantic-ranker-default=rerank vertex_ai/semantic-ranker-default@latest=rerank
        vertex_ai/semantic-ranker-fast-004=rerank vertex_ai/semantic-ranker-fast=rerank
        vertex_ai/semantic-ranker-fast@latest=rerank vertex_ai/virtual-try-on-001=image_generation
        vertex_ai/xai/grok-4.3=reasons vertex_ai/xai/grok-4.6=reasons vertex_ai/xai/grok-4.7=reasons
    """,
    "models:vertex_ai-anthropic_models": r"""
        vertex_ai/claude-fable-5-1=reasons vertex_ai/claude-fable-5-1@default=reasons vertex_ai/claude-haiku-5-5=reasons
        vertex_ai/claude-haiku-5-5@default=reasons vertex_ai/claude-opus-5-5=reasons
        vertex_ai/claude-opus-5-5@default=reasons vertex_ai/claude-sonnet-5-5=reasons
        vertex_ai/claude-sonnet-5-5@default=reasons
    """,
    "models:vertex_ai-deepseek_models": r"""
        vertex_ai/deepseek-ai/deepseek-v4.1-flash-maas=reasons
    """,
    "models:vertex_ai-language-models": r"""
        deep-research-pro-preview-12-2025= gemini-3.8-flash-cyber=reasons gemini-3.8-flash=reasons
        gemini-live-2.5-flash-native-audio=realtime gemini-nano-banana-2.1=image_generation
        gemini-robotics-er-2-preview=reasons vertex_ai/deep-research-pro-preview-12-2025=
        vertex_ai/gemini-nano-banana-2.1=image_generation
    """,
    "models:vertex_ai-llama_models": r"""
        vertex_ai/meta/llama-3.3-70b-instruct-maas=
    """,
    "models:vertex_ai-video-models": r"""
        vertex_ai/veo-3.1-lite-generate-001=video_generation
    """,
    "models:vertex_ai-zai_models": r"""
        vertex_ai/zai-org/glm-5.2-maas=reasons
    """,
    "models:volcengine": r"""
        volcengine/doubao-seed-2-1-lite-260915=reasons volcengine/doubao-seed-2-1-pro-260628=reasons
        volcengine/doubao-seed-2-1-pro-260915=reasons volcengine/doubao-seed-2-1-turbo-260628=reasons
        volcengine/doubao-seedance-2-0-260128=video_generation
        volcengine/doubao-seedance-2-0-fast-260128=video_generation
        volcengine/doubao-seedance-2-0-mini-260615=video_generation
        volcengine/doubao-seedance-2-5-260628=video_generation
    """,
    "models:voyage": r"""
        voyage/rerank-1=rerank voyage/rerank-3-lite=rerank voyage/rerank-3=rerank voyage/rerank-lite-1=rerank
        voyage/voyage-large-2-instruct=embedding voyage/voyage-multilingual-2=embedding
    """,
    "models:wandb": r"""
        wandb/JetBrains/Mellum2-12B-A2.5B-Instruct= wandb/MiniMaxAI/MiniMax-M3=reasons
        wandb/OpenPipe/Qwen3-14B-Instruct= wandb/Qwen/Qwen3-30B-A3B-Instruct-2507= wandb/Qwen/Qwen3.5-35B-A3B=reasons
        wandb/Qwen/Qwen3.6-27B=reasons wandb/Qwen/Qwen3.6-35B-A3B=reasons wandb/Qwen/Qwen3.8-27B=reasons
        wandb/deepseek-ai/DeepSeek-V3.1=reasons wandb/deepseek-ai/DeepSeek-V4-Flash-0731=reasons
        wandb/deepseek-ai/DeepSeek-V4-Flash=reasons wandb/deepseek-ai/DeepSeek-V4-Pro-0813=reasons
        wandb/deepseek-ai/DeepSeek-V4-Pro=reasons wandb/deepseek-ai/DeepSeek-V4.1-Flash=reasons
        wandb/google/gemma-4-26B-A4B-it=reasons wandb/google/gemma-4-31B-it=reasons wandb/ibm-granite/granite-4.1-8b=
        wandb/ibm-granite/granite-4.2-8b=reasons wandb/meta-llama/Llama-3.1-70B-Instruct=
        wandb/moonshotai/Kimi-K2.6=reasons wandb/moonshotai/Kimi-K2.7-Code=reasons
        wandb/nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B=reasons
        wandb/nvidia/NVIDIA-Nemotron-3.5-Lightning-30B-A3B=reasons
        wandb/nvidia/NVIDIA-Nemotron-3.5-Super-VL-120B-A12B=reasons wandb/openai/gpt-oss-120b=reasons
        wandb/openai/gpt-oss-20b=reasons wandb/zai-org/GLM-5.2=reasons wandb/zai-org/GLM-5.3-Flash=reasons
    """,
    "models:watsonx": r"""
        watsonx/bigscience/mt0-xxl= watsonx/meta-llama/llama-4-maverick-17b-128e-instruct-fp8=
    """,
    "models:xai": r"""
        low/1024-x-1024/grok-imagine-image-2.0=image_generation xai/grok-4.20-0309=reasons
        xai/grok-4.20-beta-0309=reasons xai/grok-4.20-beta-latest-non-reasoning=
        xai/grok-4.20-beta-latest-reasoning=reasons xai/grok-4.20-beta-latest=reasons xai/grok-4.20-beta-non-reasoning=
        xai/grok-4.20-beta-reasoning=reasons xai/grok-4.20-beta=reasons
        xai/grok-4.20-experimental-beta-0304-non-reasoning= xai/grok-4.20-experimental-beta-0304-reasoning=reasons
        xai/grok-4.20-experimental-beta-0304=reasons xai/grok-4.20-experimental-beta-latest=reasons
        xai/grok-4.20-experimental-beta-non-reasoning-latest= xai/grok-4.20-experimental-beta-reasoning-latest=reasons
        xai/grok-4.20-multi-agent-beta-latest=reasons xai/grok-4.20-multi-agent-experimental-beta-0304=reasons
        xai/grok-4.20-multi-agent-experimental-beta-latest=reasons xai/grok-4.20-multi-agent-latest=reasons
        xai/grok-4.20-multi-agent=reasons xai/grok-4.20-non-reasoning-gv2= xai/grok-4.20-non-reasoning-latest=
        xai/grok-4.20-non-reasoning= xai/grok-4.20-reasoning-gv2=reasons xai/grok-4.20-reasoning-latest=reasons
        xai/grok-4.20-reasoning=reasons xai/grok-4.20=reasons xai/grok-4.7=reasons xai/grok-build-latest=reasons
        xai/grok-imagine-image-2.0=image_generation xai/grok-imagine-image-2026-03-02=image_generation
        xai/grok-imagine-image-pro=image_generation xai/grok-imagine-image-quality-20260403=image_generation
        xai/grok-imagine-image-quality-latest=image_generation xai/grok-imagine-image-quality=image_generation
        xai/grok-imagine-image=image_generation xai/grok-imagine-video-1.5-2026-05-30=video_generation
        xai/grok-imagine-video-1.5-lite=video_generation xai/grok-imagine-video-1.5-preview=video_generation
        xai/grok-imagine-video-1.5=video_generation xai/grok-imagine-video=video_generation xai/grok-voice-2.0=realtime
        xai/grok-voice-3.0=realtime xai/grok-voice-latest=realtime xai/grok-voice-transcribe-1.0=audio_transcription
        xai/grok-voice-transcribe-2.0=audio_transcription
    """,
    "models:xiaomi_mimo": r"""
        xiaomi_mimo/mimo-v2.6-flash=reasons xiaomi_mimo/mimo-v2.6-pro=reasons
    """,
    "models:zai": r"""
        zai/glm-5.2=reasons zai/glm-5.3-flash=reasons zai/glm-5.3=reasons
    """,
    "modes": r"""
        anthropic_messages= decisions= extraction=
    """,
    "pii_entities": r"""
        CA_SIN= DE_BSNR= DE_FUEHRERSCHEIN= DE_HANDELSREGISTER= DE_HEALTH_INSURANCE= DE_ID_CARD= DE_KFZ= DE_LANR=
        DE_PASSPORT= DE_PLZ= DE_SOCIAL_SECURITY= DE_TAX_ID= DE_TAX_NUMBER= DE_VAT_ID= ES_PASSPORT= IN_GSTIN= KR_BRN=
        KR_DRIVER_LICENSE= KR_FRN= KR_PASSPORT= KR_RRN= MAC_ADDRESS= NG_NIN= NG_VEHICLE_REGISTRATION= PH_PASSPORT=
        PH_TIN= PH_UMID= SE_ORGANISATIONSNUMMER= SE_PERSONNUMMER= TH_TNIN= TR_LICENSE_PLATE= TR_NATIONAL_ID=
        UK_DRIVING_LICENCE= US_MBI= US_NPI= UUID= ZA_ID_NUMBER=
    """,
    "policy_attachment": r"""
        default=any priority=any
    """,
    "prometheus_metrics": r"""
        litellm_api_key_rate_limit_allowed_metric= litellm_api_key_rate_limit_used_metric=
        litellm_customer_budget_remaining_hours_metric= litellm_customer_max_budget_metric=
        litellm_project_model_rate_limit_allowed_metric= litellm_project_model_rate_limit_used_metric=
        litellm_remaining_customer_budget_metric= litellm_spend_capture_rate= litellm_team_rate_limit_allowed_metric=
        litellm_team_rate_limit_used_metric= litellm_zero_cost_requests_total=
    """,
    "provider_params": r"""
        advanced_settings=parallel_ai api_base_env=base_llm api_key_env=base_llm api_key_required=base_llm
        aresponses=any aspect_ratio=azure_ai,black_forest_labs,fal_ai,stability,vertex_ai async_name=custom_httpx
        cache_control=any compaction=anthropic
        country=apiserpent,azure,dataforseo,exa_ai,firecrawl,google_pse,nimble,perplexity,searchapi,searxng,serper,tavily,tinyfish,you_com
        custom_endpoint=codestral,openai_like,vertex_ai document=any endpoints=custom_httpx gigachat_access_token=any
        gigachat_auth_url=any gigachat_scope=any guidance=azure_ai,black_forest_labs health_check_questions=base_llm
        height=azure_ai,bedrock,black_forest_labs,openai identity_provider_id=openai image_media_types=base_llm
        inlines_remote_images=base_llm input_reference=azure,fal_ai,gemini,openai,runwayml,vertex_ai
        input_type=bedrock,huggingface,langflow,nvidia_nim,oci,sagemaker,voyage instructions=azure_ai,gemini,perplexity
        is_multipart=custom_httpx
        language=azure,deepgram,elevenlabs,gemini,mistral,nvidia_riva,openai,ovhcloud,scaleway,soniox,vertex_ai,watsonx,xai
        language_bias=meta litellm_embedding_config=base_llm
        litellm_embedding_model=azure_ai,base_llm,milvus,s3_vectors,valkey max_image_bytes=base_llm max_images=base_llm
        max_num_results=bedrock,gemini,mongodb,openai,s3_vectors,valkey,vertex_ai
        max_results=apiserpent,azure,bedrock,brave,dataforseo,duckduckgo,exa_ai,fastcrw,firecrawl,google_pse,linkup,nimble,parallel_ai,perplexity,searchapi,searxng,serper,tavily,tinyfish,you_com
        max_total_image_bytes=base_llm method=custom_httpx,oci,sap mode=meta,parallel_ai
        mongodb_connection_string=mongodb moonshot=moonshot name=custom_httpx,gemini,openai,ragflow,vertex_ai
        num_images=aiml,azure_ai,black_forest_labs,fal_ai options_type=base_llm
        output_format=aiml,anthropic,aws_polly,azure,azure_ai,black_forest_labs,openai,topaz passthrough=vertex_ai
        path=base_llm,custom_httpx path_params=custom_httpx processor=parallel_ai purpose=anthropic,manus,mistral,xai
        query_params=custom_httpx reasoning=bedrock,perplexity ref_audio=mistral resolution=gemini,vertex_ai
        response_type=custom_httpx returns_binary=custom_httpx safeguards=anthropic,vertex_ai
        safety_tolerance=azure_ai,black_forest_labs sample_rate=meta,vertex_ai
        seconds=azure,fal_ai,gemini,openai,runwayml,vertex_ai server_vad=vertex_ai service_account_id=openai
        session_id=any steps=azure_ai,bedrock,black_forest_labs supports_images=base_llm supports_reasoning=fireworks_ai
        supports_safety_identifier=base_llm supports_tool_choice=fireworks_ai system=anthropic,ollama,snowflake
        timestamp_granularities=gemini,mistral,nvidia_riva,openai,ovhcloud,scaleway,watsonx token_file=openai
        voice=aws_polly,azure,elevenlabs,gemini,minimax,mistral,runwayml,vertex_ai wandb=wandb
        width=azure_ai,bedrock,black_forest_labs,openai
    """,
    "providers": r"""
        aws_textract= azure_speech= cortecs=CORTECS_API_KEY edenai=EDENAI_API_KEY mongodb=MONGODB_SIDECAR_API_KEY
        nadir=NADIR_API_KEY prism=PRISM_API_KEY qwen_ai_platform=DASHSCOPE_API_KEY qwencloud=DASHSCOPE_API_KEY reducto=
        reka=REKA_API_KEY sail=SAIL_API_KEY strands_decider= transcribe= typesafe=
    """,
    "reasoning_rules": r"""
        ^(?!.*search-api)(?:[a-z0-9_.-]+/)*(?:ft:)?(?:o[1-9]\d*(?![a-z0-9])|gpt-[5-9](?:\.\d+)?(?![0-9.])|(?:gpt-\d+(?:\.\d+)?(?:-[a-z0-9]+)*-)?(?:codex|deep-research|chat-latest)(?![a-z0-9]))=azure,azure_ai,openai
        ^wandb/=
        gemini-(?!.*(?:-tts|-image|-live|-audio|-embedding|-computer-use|-robotics|-transcribe|-translate))(?:2[.-][5-9]|[3-9](?:[.-]\d{1,2})?)-(?:pro|flash)(?:-lite)?(?![a-z])=
    """,
    "retry_policy": r"""
        DefaultRetries=~int NotFoundErrorRetries=~int ServiceUnavailableErrorRetries=~int
    """,
    "router_settings": r"""
        background_health_check_model_groups=list
    """,
    "routing_args": r"""
        ttft_percentile=~num
    """,
    "routing_group": r"""
        model_priorities=~dict
    """,
    "s3_callback": r"""
        s3_adaptive_concurrency=any s3_batch_file_upload=any s3_drop_on_terminal_error=any s3_log_prompts_only=any
        s3_max_adaptive_concurrency=any s3_max_concurrent_uploads=any s3_max_queue_size=any s3_max_retry_age_seconds=any
        s3_partition_granularity=any
    """,
    "search_providers": r"""
        bing_grounding=
    """,
    "semantic_cache_scopes": r"""
        end_user= key=
    """,
    "team_settings": r"""
        arize_error_sampling_rate=any arize_otlp_protocol=any arize_success_sampling_rate=any langfuse_environment=any
        langfuse_span_scope=any newrelic_api_key=any newrelic_region=any signoz_ingestion_endpoint=any
        signoz_ingestion_key=any
    """,
    "top_level": r"""
        include=list
    """,
    "vector_store_params": r"""
        is_config=bool
    """,
    "wrong_guardrails": r"""
        skipped=
    """,
}
