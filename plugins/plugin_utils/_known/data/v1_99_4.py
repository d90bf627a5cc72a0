# SPDX-License-Identifier: GPL-3.0-or-later
"""What LiteLLM 1.99.4 knows: the difference to 1.92.2. Written by scripts/generate_vocabulary.py."""

REMOVED = {
    "defaults:general_settings": r"""
        always_include_stream_usage track_unmanaged_vertex_batch_cost
    """,
    "general_settings": r"""
        track_unmanaged_vertex_batch_cost
    """,
    "guardrail_params": r"""
        keys
    """,
    "licensed": r"""
        enable_jwt_auth
    """,
    "litellm_params": r"""
        litellm_proxy_rate_limit_response
    """,
    "models:replicate": r"""
        replicateopenai/gpt-oss-20b
    """,
    "own_code": r"""
        beside
    """,
    "provider_params": r"""
        aws_batch_role_arn aws_external_id aws_profile_name aws_role_name aws_session_name aws_session_token
        aws_sts_endpoint aws_web_identity_token s3_endpoint_url s3_output_bucket_name s3_region_name
    """,
    "routing_rules": r"""
        anthropic\.claude-
    """,
}

ADDED = {
    "alert_types": r"""
        model_deprecation_warnings=
    """,
    "allowed_fails_policy": r"""
        BadGatewayErrorAllowedFails=~int NotFoundErrorAllowedFails=~int ServiceUnavailableErrorAllowedFails=~int
    """,
    "bare_names": r"""
        anthropic.claude-opus-5=bedrock
    """,
    "cache_params": r"""
        semantic_cache_embedding_max_input_tokens=int semantic_cache_embedding_timeout=num
    """,
    "cached_calls": r"""
        aanthropic_messages= aingest= aquery= ingest= query=
    """,
    "command_line": r"""
        LIMIT_CONCURRENCY= USE_V2_MIGRATION_RESOLVER=
    """,
    "coordination_redis": r"""
        host=~str password=~str port=~int sentinel_nodes=~list sentinel_password=~str service_name=~str ssl=~bool
        startup_nodes=~list url=~str username=~str
    """,
    "dead_settings": r"""
        error_logs=
    """,
    "default_team": r"""
        default_estimated_output_tokens=any default_estimated_output_tokens_per_model=any
    """,
    "default_user": r"""
        max_budget=~num tag_rpm_limit=any
    """,
    "defaults:general_settings": r"""
        apply_user_budget_to_team_keys=null control_plane_url=null coordination_redis=null
        disable_auto_add_proxy_admin_to_teams=null max_batch_file_size_mb=null
        maximum_autorouter_session_retention_period=null maximum_health_check_retention_period=null
        maximum_spend_logs_cleanup_batch_size=null maximum_spend_logs_cleanup_batch_timeout=null
        maximum_spend_logs_cleanup_max_batches=null maximum_spend_logs_cleanup_run_budget=null
        provider_url_destination_allowed_hosts=null proxy_config_reload_interval_seconds=30 scheduled_job_stagger=null
        track_unmanaged_batch_cost=false user_url_allowed_hosts=null user_url_validation=null
    """,
    "defaults:litellm_settings": r"""
        anthropic_prompt_caching_ttl=null anthropic_sse_ping_interval_seconds=15.0
        autorouter_savings_baseline_model=null bedrock_request_metadata_fields=null
        block_requests_for_models_without_pricing=false budget_exceeded_throttle_percentage=null
        enable_anthropic_prompt_caching=false langfuse_enable_update_trace_keys=false max_ui_session_budget=1.0
        overwrite_user_with_key_hash=false prometheus_exclude_labels=null prometheus_exclude_metrics=null
        request_correlation_in_logs=false sse_keepalive_ping_interval_seconds=null store_audit_logs=null
    """,
    "defaults:router_settings": r"""
        plugins=null tag_routing_prefix=""
    """,
    "duration_words": r"""
        daily= hourly= monthly= weekly=
    """,
    "endpoints": r"""
        https://ai-gateway.helicone.ai/=helicone https://api.cognition.ai/v1=cognition
        https://api.libertai.io/v1=libertai https://api.publicai.co/v1=publicai https://api.scx.ai/v1=scx-ai
        https://serverless.tensormesh.ai/v1=tensormesh
    """,
    "general_settings": r"""
        always_include_stream_usage=any apply_user_budget_to_team_keys=bool control_plane_url=str
        coordination_redis=dict custom_team_metadata_validate=any database_lock_timeout=num
        database_statement_timeout=num disable_auto_add_proxy_admin_to_teams=bool
        disable_bedrock_agent_runtime_passthrough=any max_batch_file_size_mb=num
        maximum_autorouter_session_retention_period=str|int maximum_health_check_retention_period=str|int
        maximum_spend_logs_cleanup_batch_size=int maximum_spend_logs_cleanup_batch_timeout=str
        maximum_spend_logs_cleanup_max_batches=int maximum_spend_logs_cleanup_run_budget=str
        provider_url_destination_allowed_hosts=list proxy_config_reload_interval_seconds=num scheduled_job_stagger=dict
        team_metadata_schema=any team_metadata_validation_error_message=any team_metadata_validation_timeout=any
        track_unmanaged_batch_cost=bool user_url_allowed_hosts=list user_url_validation=bool
    """,
    "guardrail_modes": r"""
        post_mcp_call=
    """,
    "guardrail_params": r"""
        algorithms=any allow_bypass_header=any block_words=any checks=~dict chunk_budget_chars=~int coarse=any
        compress_history=any compress_last_user=any compress_system=any compress_tool_outputs=any compression_params=any
        contentFilter=any content_filter_threshold=~num custom_headers=any custom_llm_provider=any
        deepkeep_firewall_id=~str default_app=any detail=any dynamic=any dynamic_max_ratio=any dynamic_min_ratio=any
        enable_retrieval=any firewall_id=any http_client=any initial_backoff=any max_backoff=any max_bytes_per_call=any
        max_payload_bytes=any max_retries=any min_chars_to_compress=any only_scan_new_messages=~bool options=any
        pii_confidence_threshold=~num promptAttack=any prompt_attack_threshold=~num qualifiers=any results=any
        router_provider=any run_in_parallel=~bool sanitize_error_detail=~bool scan_only_tool_results=~bool
        sensitiveInformation=any severity=any singulr_api_base=~str singulr_api_key=~str singulr_application_id=~str
        singulr_guardrail_id=~str source=any ssl=any stream_holdback_chars=any streaming_transform_mode=any
        supported_modes_by_provider=any target_compression_ratio=any user_api_key_request_route=any verbose=any
    """,
    "guardrail_types": r"""
        compresr= deepkeep= singulr= straiker=
    """,
    "jwt_auth": r"""
        fallback_to_db_teams=~bool public_key_stale_ttl=~num
    """,
    "licensed": r"""
        worker_registry=top_level
    """,
    "litellm_params": r"""
        allow_client_keepalive_override=~bool attempted_targets=any auto_router_max_input_chars=~int
        aws_batch_role_arn=~str aws_external_id=~str aws_profile_name=~str aws_role_name=~str aws_session_name=~str
        aws_session_token=~str aws_sts_endpoint=~str aws_web_identity_token=~str bedrock_tags=~list
        cache_creation_input_token_cost_above_272k_tokens=~num
        cache_creation_input_token_cost_above_272k_tokens_flex=~num
        cache_creation_input_token_cost_above_272k_tokens_priority=~num cache_creation_input_token_cost_flex=~num
        cache_creation_input_token_cost_priority=~num cache_creation_input_token_cost_ultrafast=~num
        cache_read_input_token_cost_above_272k_tokens_flex=~num cache_read_input_token_cost_ultrafast=~num
        client_side_timeout=any cooldown_time=num enable_prompt_caching=any enable_tag_filtering=any
        input_cost_per_token_above_272k_tokens_flex=~num input_cost_per_token_ultrafast=~num
        input_cost_per_video_token=~num itpm=~int keepalive_seconds=~num litellm_trusted_callback_vars=any otpm=~int
        output_cost_per_reasoning_token_flex=~num output_cost_per_reasoning_token_priority=~num
        output_cost_per_token_above_272k_tokens_flex=~num output_cost_per_token_ultrafast=~num
        output_cost_per_video_token=~num prompt_cache_key=str regional_endpoint_uplift_multiplier=~num
        routing_strategy=any rust=any s3_output_bucket_name=~str s3_region_name=~str store=bool
        valkey_embedding_field=~str valkey_host=~str valkey_password=~str valkey_port=~int valkey_ssl=~bool
        valkey_text_field=~str
    """,
    "litellm_settings": r"""
        anthropic_prompt_caching_ttl=one(5m,1h) anthropic_sse_ping_interval_seconds=num
        autorouter_savings_baseline_model=str bedrock_request_metadata_fields=list
        block_requests_for_models_without_pricing=bool budget_exceeded_throttle_percentage=num budget_reset_time=any
        enable_anthropic_prompt_caching=bool encoding=any langfuse_enable_update_trace_keys=bool
        max_ui_session_budget=~num overwrite_user_with_key_hash=bool prometheus_exclude_labels=list
        prometheus_exclude_metrics=list request_correlation_in_logs=bool sse_keepalive_ping_interval_seconds=num
    """,
    "mcp_auth_types": r"""
        oauth2_id_jag= oauth_delegate= true_passthrough=
    """,
    "mcp_server": r"""
        client_assertion_signing_alg=~str client_private_key=~str client_private_key_id=~str
        configured_authorization_url=any configured_registration_url=any configured_token_url=any dcr_bridge=any
        id_jag_resource=~str id_jag_resource_token_endpoint=~str issuer=any issuer_is_anchored=any oauth2_flow=any
        token_exchange_profile=~str upstream_resource=~str
    """,
    "model_info": r"""
        allow_fail_open=~bool allowed_fails=any allowed_fails_policy=any cache_creation_input_token_cost=~num
        cache_creation_input_token_cost_above_272k_tokens=any cache_creation_input_token_cost_above_272k_tokens_flex=any
        cache_creation_input_token_cost_above_272k_tokens_priority=any cache_creation_input_token_cost_flex=any
        cache_creation_input_token_cost_priority=any cache_creation_input_token_cost_ultrafast=any
        cache_read_input_token_cost=~num cache_read_input_token_cost_above_272k_tokens_flex=any
        cache_read_input_token_cost_ultrafast=any cost_per_ptu_per_hour=~num enable_tag_filtering=~bool
        guardrail_cost_per_unit=any input_cost_per_character=~num input_cost_per_token=~num
        input_cost_per_token_above_272k_tokens_flex=any input_cost_per_token_ultrafast=any
        input_cost_per_video_token=any itpm=any otpm=any output_cost_per_character=~num
        output_cost_per_reasoning_token_flex=any output_cost_per_reasoning_token_priority=any output_cost_per_token=~num
        output_cost_per_token_above_272k_tokens_flex=any output_cost_per_token_ultrafast=any
        output_cost_per_video_token=any prompt_cache_min_tokens=any ptu_count=~int ptu_effective_from=~any
        ptu_effective_to=~any regional_endpoint_uplift_multiplier=any supports_prompt_cache_breakpoint=any
        supports_tool_search=any thinking_always_on=any tiered_pricing=~list
    """,
    "models:agentcore": r"""
        agentcore/search=search
    """,
    "models:anthropic": r"""
        claude-mythos-5=reasons claude-mythos-preview=reasons claude-opus-5=reasons
    """,
    "models:azure": r"""
        azure/eu/gpt-4o-mini-realtime-preview-2024-12-17=realtime azure/eu/gpt-4o-realtime-preview-2024-10-01=realtime
        azure/eu/gpt-4o-realtime-preview-2024-12-17=realtime azure/eu/gpt-5.4-2026-03-05=reasons
        azure/eu/gpt-5.4=reasons azure/eu/gpt-5.5-2026-04-23=reasons azure/eu/gpt-5.5=reasons
        azure/eu/gpt-5.6-luna=reasons azure/eu/gpt-5.6-sol=reasons azure/eu/gpt-5.6-terra=reasons
        azure/eu/gpt-5.6=reasons azure/gpt-4o-mini-realtime-preview-2024-12-17=realtime
        azure/gpt-4o-realtime-preview-2024-10-01=realtime azure/gpt-4o-realtime-preview-2024-12-17=realtime
        azure/gpt-5.6-luna=reasons azure/gpt-5.6-sol=reasons azure/gpt-5.6-terra=reasons azure/gpt-5.6=reasons
        azure/gpt-audio-mini= azure/gpt-realtime-1.5-2026-02-23=realtime azure/gpt-realtime-2025-08-28=realtime
        azure/gpt-realtime-mini-2025-10-06=realtime azure/gpt-realtime-mini=realtime
        azure/us/gpt-4o-mini-realtime-preview-2024-12-17=realtime azure/us/gpt-4o-realtime-preview-2024-10-01=realtime
        azure/us/gpt-4o-realtime-preview-2024-12-17=realtime azure/us/gpt-5.4-2026-03-05=reasons
        azure/us/gpt-5.4=reasons azure/us/gpt-5.5-2026-04-23=reasons azure/us/gpt-5.5=reasons
        azure/us/gpt-5.6-luna=reasons azure/us/gpt-5.6-sol=reasons azure/us/gpt-5.6-terra=reasons
        azure/us/gpt-5.6=reasons
    """,
    "models:azure_ai": r"""
        azure_ai/FW-DeepSeek-V3.2=reasons azure_ai/FW-DeepSeek-V4-Pro=reasons azure_ai/FW-GLM-5.1=reasons
        azure_ai/FW-GLM-5.2-Fast=reasons azure_ai/FW-GLM-5.2=reasons azure_ai/FW-GLM-5=reasons
        azure_ai/FW-Inkling=reasons azure_ai/FW-Kimi-K2.5=reasons azure_ai/FW-Kimi-K2.6=reasons
        azure_ai/FW-Kimi-K2.7-Code=reasons azure_ai/FW-Kimi-K3=reasons azure_ai/FW-MiniMax-M2.5=reasons
        azure_ai/FW-MiniMax-M3=reasons azure_ai/FW-Nemotron-3-Ultra-NVFP4=reasons azure_ai/claude-opus-5=reasons
        azure_ai/grok-4.3=reasons
    """,
    "models:bedrock": r"""
        bedrock/guardrails=guardrail
    """,
    "models:bedrock_converse": r"""
        anthropic.claude-opus-5=reasons au.anthropic.claude-opus-5=reasons eu.anthropic.claude-opus-5=reasons
        global.anthropic.claude-opus-5=reasons global.openai.gpt-5.6-luna= global.openai.gpt-5.6-sol=
        global.openai.gpt-5.6-terra= global.xai.grok-4.6=reasons jp.anthropic.claude-opus-4-8=reasons
        jp.anthropic.claude-opus-5=reasons us.anthropic.claude-opus-5=reasons us.openai.gpt-5.6-luna=
        us.openai.gpt-5.6-sol= us.openai.gpt-5.6-terra= us.xai.grok-4.6=reasons
    """,
    "models:bedrock_mantle": r"""
        bedrock_mantle/openai.gpt-5.6-luna=reasons bedrock_mantle/openai.gpt-5.6-sol=reasons
        bedrock_mantle/openai.gpt-5.6-terra=reasons bedrock_mantle/xai.grok-4.6=reasons
    """,
    "models:cognition": r"""
        cognition/swe-1.6= cognition/swe-1.7-lightning= cognition/swe-1.7=
    """,
    "models:dashscope": r"""
        dashscope/deepseek-v4-flash-0731=reasons dashscope/deepseek-v4-flash=reasons dashscope/deepseek-v4-pro=reasons
        dashscope/glm-5.1=reasons dashscope/glm-5.2=reasons dashscope/kimi-k2.7-code=reasons
        dashscope/qwen3.7-max=reasons dashscope/qwen3.7-plus=reasons dashscope/qwen3.8-max=reasons
    """,
    "models:databricks": r"""
        databricks/databricks-claude-opus-4-6=reasons databricks/databricks-claude-sonnet-4-6=reasons
        databricks/databricks-gemini-3-1-flash-lite= databricks/databricks-gemini-3-1-pro=
        databricks/databricks-gemini-3-flash= databricks/databricks-gemini-3-pro=
        databricks/databricks-gpt-5-1-codex-max= databricks/databricks-gpt-5-1-codex-mini=
        databricks/databricks-gpt-5-2-codex= databricks/databricks-gpt-5-2= databricks/databricks-gpt-5-3-codex=
        databricks/databricks-gpt-5-4-mini= databricks/databricks-gpt-5-4-nano= databricks/databricks-gpt-5-4=
    """,
    "models:deepinfra": r"""
        deepinfra/nvidia/NVIDIA-Nemotron-3.5-Lightning=reasons
    """,
    "models:deepseek": r"""
        deepseek-v4-flash=reasons deepseek-v4-pro=reasons deepseek/deepseek-v4-flash=reasons
        deepseek/deepseek-v4-pro=reasons
    """,
    "models:fal_ai": r"""
        fal_ai/gpt-image-2=image_generation fal_ai/high/1024-x-1024/gpt-image-2=image_generation
        fal_ai/high/1024-x-1024/openai/gpt-image-2/edit=image_generation
        fal_ai/high/1024-x-1024/openai/gpt-image-2=image_generation fal_ai/high/1024-x-1536/gpt-image-2=image_generation
        fal_ai/high/1024-x-1536/openai/gpt-image-2/edit=image_generation
        fal_ai/high/1024-x-1536/openai/gpt-image-2=image_generation fal_ai/high/1024-x-768/gpt-image-2=image_generation
        fal_ai/high/1024-x-768/openai/gpt-image-2/edit=image_generation
        fal_ai/high/1024-x-768/openai/gpt-image-2=image_generation fal_ai/high/1920-x-1080/gpt-image-2=image_generation
        fal_ai/high/1920-x-1080/openai/gpt-image-2/edit=image_generation
        fal_ai/high/1920-x-1080/openai/gpt-image-2=image_generation fal_ai/high/2560-x-1440/gpt-image-2=image_generation
        fal_ai/high/2560-x-1440/openai/gpt-image-2/edit=image_generation
        fal_ai/high/2560-x-1440/openai/gpt-image-2=image_generation fal_ai/high/3840-x-2160/gpt-image-2=image_generation
        fal_ai/high/3840-x-2160/openai/gpt-image-2/edit=image_generation
        fal_ai/high/3840-x-2160/openai/gpt-image-2=image_generation fal_ai/low/1024-x-1024/gpt-image-2=image_generation
        fal_ai/low/1024-x-1024/openai/gpt-image-2/edit=image_generation
        fal_ai/low/1024-x-1024/openai/gpt-image-2=image_generation fal_ai/low/1024-x-1536/gpt-image-2=image_generation
        fal_ai/low/1024-x-1536/openai/gpt-image-2/edit=image_generation
        fal_ai/low/1024-x-1536/openai/gpt-image-2=image_generation fal_ai/low/1024-x-768/gpt-image-2=image_generation
        fal_ai/low/1024-x-768/openai/gpt-image-2/edit=image_generation
        fal_ai/low/1024-x-768/openai/gpt-image-2=image_generation fal_ai/low/1920-x-1080/gpt-image-2=image_generation
        fal_ai/low/1920-x-1080/openai/gpt-image-2/edit=image_generation
        fal_ai/low/1920-x-1080/openai/gpt-image-2=image_generation fal_ai/low/2560-x-1440/gpt-image-2=image_generation
        fal_ai/low/2560-x-1440/openai/gpt-image-2/edit=image_generation
        fal_ai/low/2560-x-1440/openai/gpt-image-2=image_generation fal_ai/low/3840-x-2160/gpt-image-2=image_generation
        fal_ai/low/3840-x-2160/openai/gpt-image-2/edit=image_generation
        fal_ai/low/3840-x-2160/openai/gpt-image-2=image_generation
        fal_ai/medium/1024-x-1024/gpt-image-2=image_generation
        fal_ai/medium/1024-x-1024/openai/gpt-image-2/edit=image_generation
        fal_ai/medium/1024-x-1024/openai/gpt-image-2=image_generation
        fal_ai/medium/1024-x-1536/gpt-image-2=image_generation
        fal_ai/medium/1024-x-1536/openai/gpt-image-2/edit=image_generation
        fal_ai/medium/1024-x-1536/openai/gpt-image-2=image_generation
        fal_ai/medium/1024-x-768/gpt-image-2=image_generation
        fal_ai/medium/1024-x-768/openai/gpt-image-2/edit=image_generation
        fal_ai/medium/1024-x-768/openai/gpt-image-2=image_generation
        fal_ai/medium/1920-x-1080/gpt-image-2=image_generation
        fal_ai/medium/1920-x-1080/openai/gpt-image-2/edit=image_generation
        fal_ai/medium/1920-x-1080/openai/gpt-image-2=image_generation
        fal_ai/medium/2560-x-1440/gpt-image-2=image_generation
        fal_ai/medium/2560-x-1440/openai/gpt-image-2/edit=image_generation
        fal_ai/medium/2560-x-1440/openai/gpt-image-2=image_generation
        fal_ai/medium/3840-x-2160/gpt-image-2=image_generation
        fal_ai/medium/3840-x-2160/openai/gpt-image-2/edit=image_generation
        fal_ai/medium/3840-x-2160/openai/gpt-image-2=image_generation fal_ai/openai/gpt-image-2/edit=image_generation
        fal_ai/openai/gpt-image-2=image_generation
    """,
    "models:fireworks_ai": r"""
        fireworks_ai/accounts/fireworks/models/deepseek-v4-flash-0731=reasons
        fireworks_ai/accounts/fireworks/models/kimi-k3=reasons
        fireworks_ai/accounts/fireworks/models/muse-glimmer-30b=reasons
        fireworks_ai/accounts/fireworks/models/nemotron-3-ultra-nvfp4=reasons
        fireworks_ai/accounts/fireworks/models/nemotron-lightning-3p5-30b-a3b=reasons
        fireworks_ai/accounts/fireworks/models/qwen3p8-max=reasons
        fireworks_ai/accounts/fireworks/routers/glm-5p2-fast-us=reasons
        fireworks_ai/accounts/fireworks/routers/glm-5p2-fast=reasons
        fireworks_ai/accounts/fireworks/routers/kimi-k3-fast=reasons
        fireworks_ai/accounts/fireworks/routers/kimi-k3-us=reasons fireworks_ai/deepseek-v4-flash-0731=reasons
        fireworks_ai/glm-5p2-fast-us=reasons fireworks_ai/glm-5p2-fast=reasons fireworks_ai/kimi-k3-fast=reasons
        fireworks_ai/kimi-k3-us=reasons fireworks_ai/kimi-k3=reasons fireworks_ai/muse-glimmer-30b=reasons
        fireworks_ai/nemotron-3-ultra-nvfp4=reasons fireworks_ai/nemotron-lightning-3p5-30b-a3b=reasons
        fireworks_ai/qwen3p8-max=reasons
    """,
    "models:gemini": r"""
        gemini/gemini-3-pro-image=image_generation gemini/gemini-3.1-flash-image=image_generation
        gemini/gemini-3.1-flash-lite-image=image_generation gemini/gemini-3.1-flash-tts-preview=audio_speech
        gemini/gemini-3.5-flash-lite=reasons gemini/gemini-3.5-live-translate-preview= gemini/gemini-3.6-flash=reasons
        gemini/gemini-3.7-flash=reasons gemini/gemini-omni-flash-preview=reasons
        gemini/gemini-robotics-er-1.6-preview=reasons gemini/gemini-robotics-er-2-preview=reasons
        gemini/gemini-robotics-er-2-streaming-preview=
    """,
    "models:groq": r"""
        groq/canopylabs/orpheus-arabic-saudi=audio_speech groq/canopylabs/orpheus-v1-english=audio_speech
        groq/meta-llama/llama-prompt-guard-2-22m= groq/meta-llama/llama-prompt-guard-2-86m=
        groq/qwen/qwen3.6-27b=reasons
    """,
    "models:meta": r"""
        meta/muse-spark-1.2-contributor=reasons meta/muse-spark-1.2=reasons
    """,
    "models:mistral": r"""
        mistral/glm-5-2=reasons mistral/labs-leanstral-1-5= mistral/mistral-moderation-2603=moderation
        mistral/mistral-ocr-4-1=ocr mistral/mistral-small-2603=reasons mistral/mistral-small-latest=reasons
        mistral/voxtral-mini-2602=audio_transcription mistral/voxtral-mini-transcribe-realtime-2602=audio_transcription
        mistral/voxtral-mini-tts-2603=audio_speech mistral/zai-glm-5-2=reasons
    """,
    "models:moonshot": r"""
        moonshot/kimi-k3=reasons
    """,
    "models:nimble": r"""
        nimble/search=search
    """,
    "models:openai": r"""
        chat-latest= daybreak-blue-latest=reasons daybreak-red-latest=reasons
        gpt-4o-mini-realtime-preview-2024-12-17=realtime gpt-4o-mini-realtime-preview=realtime
        gpt-4o-realtime-preview-2024-12-17=realtime gpt-4o-realtime-preview-2025-06-03=realtime
        gpt-4o-realtime-preview=realtime gpt-5.6-cyber=reasons gpt-5.6-luna=reasons gpt-5.6-sol=reasons
        gpt-5.6-terra=reasons gpt-5.6=reasons gpt-live-transcribe=audio_transcription gpt-realtime-1.5=realtime
        gpt-realtime-2.1-mini=realtime gpt-realtime-2.1=realtime gpt-realtime-2025-08-28=realtime
        gpt-realtime-2=realtime gpt-realtime-mini-2025-10-06=realtime gpt-realtime-mini-2025-12-15=realtime
        gpt-realtime-mini=realtime gpt-realtime-translate=realtime gpt-realtime=realtime
        gpt-transcribe=audio_transcription
    """,
    "models:openrouter": r"""
        openrouter/anthropic/claude-opus-5=reasons openrouter/deepseek/deepseek-v4-pro-0813=reasons
        openrouter/deepseek/deepseek-v4-pro=reasons openrouter/nvidia/nemotron-3.5-lightning=reasons
        openrouter/z-ai/glm-5.1=reasons
    """,
    "models:perplexity": r"""
        perplexity/perplexity/deepseek-v4-flash-0731=reasons perplexity/perplexity/glm-5.2=reasons
        perplexity/perplexity/kimi-k2.7-code= perplexity/perplexity/kimi-k3=reasons
        perplexity/pplx-embed-context-v1-0.6b=embedding perplexity/pplx-embed-context-v1-4b=embedding
    """,
    "models:replicate": r"""
        replicate/openai/gpt-oss-20b=
    """,
    "models:scx-ai": r"""
        scx-ai/GLM-5.2=reasons scx-ai/Qwen3.8-Max=reasons
    """,
    "models:typesafe": r"""
        typesafe/jev-1.13.0=evaluation typesafe/jev-latest=evaluation typesafe/jev-preview=evaluation
    """,
    "models:vertex_ai": r"""
        vertex_ai/chirp_3=audio_transcription vertex_ai/gemini-3.6-flash=reasons vertex_ai/gemini-3.7-flash=reasons
    """,
    "models:vertex_ai-anthropic_models": r"""
        vertex_ai/claude-opus-5=reasons vertex_ai/claude-opus-5@default=reasons
    """,
    "models:vertex_ai-language-models": r"""
        gemini-3-pro-image=image_generation gemini-3.1-flash-image=image_generation
        gemini-3.1-flash-lite-image=image_generation gemini-3.5-flash-lite=reasons gemini-3.6-flash=reasons
        gemini-3.7-flash=reasons gemini-omni-flash-preview=reasons vertex_ai/gemini-3-pro-image=image_generation
        vertex_ai/gemini-3.1-flash-image=image_generation vertex_ai/gemini-3.1-flash-lite-image=image_generation
        vertex_ai/gemini-3.5-flash-lite=reasons
    """,
    "models:voyage": r"""
        voyage/voyage-4-large=embedding voyage/voyage-4-lite=embedding voyage/voyage-4=embedding
        voyage/voyage-code-4=embedding voyage/voyage-context-4=embedding voyage/voyage-multimodal-3.5=embedding
    """,
    "models:xai": r"""
        xai/grok-4.20-0309-non-reasoning= xai/grok-4.20-multi-agent-0309=reasons xai/grok-4.5-latest=reasons
        xai/grok-4.5=reasons xai/grok-4.6=reasons xai/grok-build-0.1=reasons
    """,
    "models:zai": r"""
        zai/glm-4.7-flash=reasons zai/glm-5.1=reasons
    """,
    "modes": r"""
        evaluation= guardrail=
    """,
    "oauth2_flows": r"""
        authorization_code= client_credentials=
    """,
    "prometheus_metrics": r"""
        litellm_images_generated_metric= litellm_video_duration_seconds_metric=
    """,
    "provider_params": r"""
        country=apiserpent,dataforseo,exa_ai,firecrawl,google_pse,nimble,perplexity,searchapi,searxng,serper,tavily,tinyfish,you_com
        filters=bedrock,gemini,openai,sap,valkey,vertex_ai
        language=azure,deepgram,elevenlabs,mistral,nvidia_riva,openai,ovhcloud,scaleway,soniox,vertex_ai,watsonx
        litellm_embedding_model=azure_ai,milvus,valkey max_num_results=bedrock,gemini,openai,s3_vectors,valkey,vertex_ai
        max_results=apiserpent,bedrock,brave,dataforseo,duckduckgo,exa_ai,fastcrw,firecrawl,google_pse,linkup,nimble,perplexity,searchapi,searxng,serper,tavily,tinyfish,you_com
        prompt_cache_options=any quality=aiml,bedrock,black_forest_labs,cometapi,fal_ai,openai,openrouter
        safeguards=vertex_ai
        search_domain_filter=apiserpent,brave,dataforseo,exa_ai,google_pse,linkup,nimble,perplexity,searchapi,serper,tavily,tinyfish,you_com
        system=anthropic,ollama tool_name=bedrock top_n=nvidia_nim
    """,
    "providers": r"""
        cognition=COGNITION_API_KEY scx-ai=SCX_API_KEY valkey=
    """,
    "router_settings": r"""
        plugins=list tag_routing_prefix=str
    """,
    "routing_rules": r"""
        ^(?:[a-z-]+\.)?anthropic\.claude-=bedrock
    """,
    "s3_callback": r"""
        s3_sse_kms_key_id=any
    """,
    "search_providers": r"""
        agentcore= nimble=
    """,
    "top_level": r"""
        agents=any
    """,
}
