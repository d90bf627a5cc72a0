# SPDX-License-Identifier: GPL-3.0-or-later
"""What LiteLLM 1.92.2 knows: the difference to 1.84.10. Written by scripts/generate_vocabulary.py."""

REMOVED = {
    "model_info": r"""
        cache_read_input_image_token_cost cache_read_input_token_cost_batches
        cache_read_input_token_cost_per_audio_token input_cost_per_token_batch_requests max_audio_length_hours
        max_audio_per_prompt max_document_chunks_per_query max_images_per_prompt max_pdf_size_mb max_query_tokens
        max_tokens_per_document_chunk max_video_length max_videos_per_prompt
        output_cost_per_image_above_1024_and_1024_pixels
        output_cost_per_image_above_1024_and_1024_pixels_and_premium_image
        output_cost_per_image_above_512_and_512_pixels output_cost_per_image_above_512_and_512_pixels_and_premium_image
        output_cost_per_image_premium_image output_cost_per_image_token_batches supported_resolutions
        supports_code_execution supports_file_search supports_preset supports_service_tier tool_use_system_prompt_tokens
    """,
    "models:fireworks_ai": r"""
        fireworks_ai/accounts/fireworks/models/whisper-v3 fireworks_ai/accounts/fireworks/models/whisper-v3-turbo
    """,
    "provider_params": r"""
        azure_ad_token exclude_domains include_server_side_tool_invocations prompt_truncate_length
    """,
}

ADDED = {
    "bare_names": r"""
        anthropic.claude-opus-4-8=bedrock anthropic.claude-sonnet-5=bedrock
    """,
    "cache_params": r"""
        type=one(local,redis,redis-semantic,valkey-semantic,s3,disk,qdrant-semantic,azure-blob,gcs)
        valkey_semantic_cache_embedding_model=str valkey_semantic_cache_index_name=str
    """,
    "cached_calls": r"""
        acode_interpreter_tool= acreate_sandbox= adelete_sandbox= arun_code= code_interpreter_tool= create_sandbox=
        delete_sandbox= run_code=
    """,
    "callbacks": r"""
        code_interpreter_interception=any mavvrik=any newrelic=any
    """,
    "command_line": r"""
        GRANIAN_RUNTIME_THREADS= MAX_REQUESTS_BEFORE_RESTART_JITTER=
    """,
    "dead_settings": r"""
        disable_add_transform_inline_image_block=
    """,
    "default_key": r"""
        object_permission=any
    """,
    "default_team": r"""
        disable_global_guardrails=any mcp_rpm_limit=any
    """,
    "default_user": r"""
        budget_fallbacks=any mcp_rpm_limit=any
    """,
    "defaults:general_settings": r"""
        allow_cli_sso_verification_uri_complete=false cancel_on_disconnect=false disable_budget_reservation=null
        health_check_skip_disabled_background_models=false hide_default_credentials_hint=false
        mcp_xff_num_trusted_hops=null pass_through_request_timeout=null plugins=null
        require_key_mcp_access_defined=false track_unmanaged_vertex_batch_cost=false use_spend_logs_partitioning=false
        use_team_public_model_name=true
    """,
    "defaults:litellm_settings": r"""
        expose_router_debug_in_errors=true gdc_api_base=null gdc_key=null gemini_live_defer_setup=false
        inception_key=null newrelic_params=null prometheus_emit_rate_limit_labels=false
        prometheus_end_user_metrics_cleanup_interval_seconds=60.0
        prometheus_end_user_metrics_max_series_per_metric=10000 prometheus_end_user_metrics_ttl_seconds=3600.0
        prometheus_user_budget_label_include_email_alias=false public_mcp_hub_strict_whitelist=true
        require_managed_files=false s3_audit_callback_params=null skip_tool_message_in_guardrail=false
        strip_anthropic_total_tokens=false use_legacy_interactions_schema=false validate_end_user_id_in_db=false
        xai_key=null
    """,
    "defaults:router_settings": r"""
        enable_weighted_failover=false
    """,
    "endpoints": r"""
        https://api-inference.modelscope.cn/v1=modelscope https://api.inceptionlabs.ai/v1=inception
        https://api.libertai.io/v1= https://api.meta.ai/v1=meta https://pinstripes.io/v1=pinstripes
        https://serverless.tensormesh.ai/v1=
    """,
    "general_settings": r"""
        allow_cli_sso_verification_uri_complete=bool cancel_on_disconnect=bool
        disable_batch_input_file_rate_limiting=bool disable_budget_reservation=bool
        disable_retry_on_max_parallel_request_limit_error=bool drain_endpoint_token=any enable_drain_endpoint=bool
        expose_fallback_errors_to_caller=any fail_closed_budget_enforcement=bool
        health_check_skip_disabled_background_models=bool hide_default_credentials_hint=bool
        mcp_xff_num_trusted_hops=int pass_through_request_timeout=num passthrough_managed_object_ids=bool plugins=list
        require_key_mcp_access_defined=bool skip_batch_input_file_rate_limiting_for_models=any
        skip_batch_input_file_rate_limiting_for_providers=any track_unmanaged_vertex_batch_cost=bool
        use_legacy_interactions_schema=any use_spend_logs_partitioning=bool use_team_public_model_name=bool
    """,
    "guardrail_params": r"""
        agentic_loop_params=any anonymized=any anonymizedContent=any arguments=any asset_id=~str async_handler=any
        client_id=any client_secret=any enabled_rules=any inspect_path=any inspection_type=any
        integration_profile_id=any integration_profile_version=any integration_tenant_id=any integration_type=any
        max_tokens=any model_fields_set=any on_sensitive_data=~one(block,route) original_response=any
        post_checkpoint_id=~str pre_checkpoint_id=~str purview_app_name=any sensitive_data_route_to_model=~str
        should_wrap_with_default_message=any skip_tool_message_in_guardrail=~bool skip_unscannable_attachments=~bool
        sticky_session_routing=~bool tenant_id=any timeout=~num tracker_api_base=~str tracker_api_key=~str type=any
        url=any user_id_field=any
    """,
    "guardrail_types": r"""
        cato_networks= cisco_ai_defense= headroom= microsoft_purview= ovalix= repelloai= rubrik= vigil_guard=
    """,
    "jwt_auth": r"""
        issuers=~list jwt_client_id_field=any team_claim_fallback=~bool
        unregistered_jwt_client_behavior=~one(fallback_team_mapping,reject,auto_register)
    """,
    "key_management": r"""
        replica_regions=~list
    """,
    "keyless": r"""
        bedrock_mantle= lemonade=
    """,
    "litellm_params": r"""
        annotation_cost_per_page=~num aws_bedrock_project_id=~str azure_ad_token=~str
        cache_read_input_token_cost_above_200k_tokens_priority=~num cache_read_input_token_cost_above_272k_tokens=~num
        cache_read_input_token_cost_above_272k_tokens_priority=~num cache_read_input_token_cost_above_512k_tokens=~num
        dd_agent_host=any dd_agent_port=any dd_api_key=any dd_site=any include_server_side_tool_invocations=bool
        input_cost_per_image_token=~num input_cost_per_token_above_200k_tokens_priority=~num
        input_cost_per_token_above_272k_tokens=~num input_cost_per_token_above_272k_tokens_priority=~num
        input_cost_per_token_above_512k_tokens=~num max_agentic_loops=any ocr_cost_per_credit=~num
        ocr_cost_per_page=~num output_cost_per_token_above_200k_tokens_priority=~num
        output_cost_per_token_above_272k_tokens=~num output_cost_per_token_above_272k_tokens_priority=~num
        output_cost_per_token_above_512k_tokens=~num output_vector_size=~int
        regional_processing_uplift_multiplier_eu=~num regional_processing_uplift_multiplier_us=~num use_xai_oauth=~bool
    """,
    "litellm_settings": r"""
        code_interpreter_interception_params=any
        cold_storage_custom_logger=one(lago,openmeter,logfire,literalai,litellm_agent,dynamic_rate_limiter,dynamic_rate_limiter_v3,langsmith,prometheus,otel,datadog,datadog_metrics,datadog_llm_observability,galileo,braintrust,arize,arize_phoenix,langtrace,gcs_bucket,azure_storage,opik,argilla,mlflow,langfuse,langfuse_otel,weave_otel,pagerduty,humanloop,azure_sentinel,gcs_pubsub,agentops,anthropic_cache_control_hook,generic_api,resend_email,sendgrid_email,smtp_email,deepeval,s3_v2,aws_sqs,vector_store_pre_call_hook,dotprompt,bitbucket,gitlab,cloudzero,focus,mavvrik,vantage,posthog,levo,compression_interception,newrelic)
        default_mcp_sampling_model=any expose_router_debug_in_errors=bool gdc_api_base=str gdc_key=str
        gemini_live_defer_setup=bool inception_key=str max_budget=~num newrelic_params=dict
        prometheus_emit_rate_limit_labels=bool prometheus_end_user_metrics_cleanup_interval_seconds=num
        prometheus_end_user_metrics_max_series_per_metric=int prometheus_end_user_metrics_ttl_seconds=num
        prometheus_user_budget_label_include_email_alias=bool public_mcp_hub_strict_whitelist=bool request_timeout=~num
        request_timeout_explicitly_set=bool require_managed_files=bool s3_audit_callback_params=dict
        scim_admin_group=any skip_tool_message_in_guardrail=bool strip_anthropic_total_tokens=bool
        use_legacy_interactions_schema=bool validate_end_user_id_in_db=bool xai_key=str
    """,
    "mcp_auth_types": r"""
        oauth2_token_exchange=
    """,
    "mcp_server": r"""
        allow_elicitation=any allow_sampling=any audience=~str delegate_auth_to_upstream=any env_vars=~list
        max_concurrent_requests=~int oauth_passthrough=any source_url=any subject_token_type=~str timeout=~num
        token_endpoint_auth_method=~one(client_secret_basic,client_secret_post) token_exchange_endpoint=~str
    """,
    "model_info": r"""
        audio_transcription_config=any bedrock_converse_supports_strict_tools=any blocked=~bool
        cache_read_input_token_cost_above_512k_tokens=any gemini_audio_only_live=any gemini_native_audio=any
        health_check_supports_max_tokens=any input_cost_per_token_above_512k_tokens=any ocr_cost_per_credit=any
        output_cost_per_token_above_512k_tokens=any regional_processing_uplift_multiplier_eu=any
        regional_processing_uplift_multiplier_us=any rules=any supports_image_size=any
        supports_mid_conversation_system=any supports_parallel_tool_use_config=any supports_speed=any type=any
        use_openai_responses_path=any
    """,
    "models:aiml": r"""
        aiml/openai/gpt-image-2=image_generation
    """,
    "models:anthropic": r"""
        claude-opus-4-8=reasons claude-sonnet-5=reasons
    """,
    "models:apiserpent": r"""
        apiserpent/deep_search=search apiserpent/search=search
    """,
    "models:azure": r"""
        azure/gpt-realtime-whisper=audio_transcription azure/speech/azure-stt=audio_transcription
    """,
    "models:azure_ai": r"""
        azure_ai/MAI-Image-2.5-Flash=image_generation azure_ai/MAI-Image-2.5=image_generation
        azure_ai/MAI-Image-2e=image_generation azure_ai/claude-opus-4-8=reasons azure_ai/claude-sonnet-5=reasons
        azure_ai/deepseek-v3.1=reasons azure_ai/deepseek-v4-flash=reasons azure_ai/deepseek-v4-pro=reasons
        azure_ai/gpt-5.4-2026-03-05=reasons azure_ai/gpt-5.4-mini-2026-03-17=reasons azure_ai/gpt-5.4-mini=reasons
        azure_ai/gpt-5.4-nano-2026-03-17=reasons azure_ai/gpt-5.4-nano=reasons azure_ai/gpt-5.4-pro-2026-03-05=reasons
        azure_ai/gpt-5.4-pro=reasons azure_ai/gpt-5.4=reasons azure_ai/gpt-5.5-2026-04-23=reasons
        azure_ai/gpt-5.5=reasons azure_ai/kimi-k2.6=reasons
    """,
    "models:bedrock": r"""
        amazon.titan-embed-g1-text-02=embedding
    """,
    "models:bedrock_converse": r"""
        anthropic.claude-opus-4-8=reasons anthropic.claude-sonnet-5=reasons au.anthropic.claude-opus-4-8=reasons
        au.anthropic.claude-sonnet-5=reasons eu.anthropic.claude-opus-4-8=reasons eu.anthropic.claude-sonnet-5=reasons
        global.anthropic.claude-opus-4-8=reasons global.anthropic.claude-sonnet-5=reasons
        jp.anthropic.claude-opus-4-7=reasons jp.anthropic.claude-sonnet-4-6=reasons jp.anthropic.claude-sonnet-5=reasons
        us.anthropic.claude-opus-4-8=reasons us.anthropic.claude-sonnet-5=reasons
    """,
    "models:bedrock_mantle": r"""
        bedrock_mantle/google.gemma-4-26b-a4b=reasons bedrock_mantle/google.gemma-4-31b=reasons
        bedrock_mantle/google.gemma-4-e2b=reasons bedrock_mantle/openai.gpt-5.4=reasons
        bedrock_mantle/openai.gpt-5.5=reasons bedrock_mantle/xai.grok-4.3=reasons
    """,
    "models:cloudflare": r"""
        cloudflare/@cf/aisingapore/gemma-sea-lion-v4-27b-it=
        cloudflare/@cf/deepseek-ai/deepseek-r1-distill-qwen-32b=reasons cloudflare/@cf/google/gemma-2b-it-lora=
        cloudflare/@cf/google/gemma-4-26b-a4b-it=reasons cloudflare/@cf/google/gemma-7b-it-lora=
        cloudflare/@cf/ibm-granite/granite-4.0-h-micro= cloudflare/@cf/meta-llama/llama-2-7b-chat-hf-lora=
        cloudflare/@cf/meta/llama-3.1-8b-instruct-fp8= cloudflare/@cf/meta/llama-3.2-11b-vision-instruct=
        cloudflare/@cf/meta/llama-3.2-1b-instruct= cloudflare/@cf/meta/llama-3.2-3b-instruct=
        cloudflare/@cf/meta/llama-3.3-70b-instruct-fp8-fast= cloudflare/@cf/meta/llama-4-scout-17b-16e-instruct=
        cloudflare/@cf/meta/llama-guard-3-8b= cloudflare/@cf/mistral/mistral-7b-instruct-v0.2-lora=
        cloudflare/@cf/mistralai/mistral-small-3.1-24b-instruct= cloudflare/@cf/moonshotai/kimi-k2.6=reasons
        cloudflare/@cf/moonshotai/kimi-k2.7-code=reasons cloudflare/@cf/nvidia/nemotron-3-120b-a12b=reasons
        cloudflare/@cf/openai/gpt-oss-120b=reasons cloudflare/@cf/openai/gpt-oss-20b=reasons
        cloudflare/@cf/qwen/qwen2.5-coder-32b-instruct= cloudflare/@cf/qwen/qwen3-30b-a3b-fp8=reasons
        cloudflare/@cf/qwen/qwq-32b=reasons cloudflare/@cf/zai-org/glm-4.7-flash=reasons
        cloudflare/@cf/zai-org/glm-5.2=reasons
    """,
    "models:darkbloom": r"""
        darkbloom/gemma-4-26b= darkbloom/gpt-oss-20b=
    """,
    "models:deepseek": r"""
        deepseek-v4-flash= deepseek-v4-pro= deepseek/deepseek-v4-flash= deepseek/deepseek-v4-pro=
    """,
    "models:fal_ai": r"""
        fal_ai/fal-ai/gemini-25-flash-image=image_generation fal_ai/fal-ai/nano-banana=image_generation
    """,
    "models:fireworks_ai": r"""
        fireworks_ai/accounts/fireworks/models/deepseek-v4-flash=reasons
        fireworks_ai/accounts/fireworks/models/deepseek-v4-pro=reasons
        fireworks_ai/accounts/fireworks/models/glm-5p1=reasons fireworks_ai/accounts/fireworks/models/glm-5p2=reasons
        fireworks_ai/accounts/fireworks/models/kimi-k2p6=reasons
        fireworks_ai/accounts/fireworks/models/kimi-k2p7-code=reasons
        fireworks_ai/accounts/fireworks/models/minimax-m2p7=reasons
        fireworks_ai/accounts/fireworks/models/minimax-m3=reasons
        fireworks_ai/accounts/fireworks/models/qwen3p7-plus=reasons
        fireworks_ai/accounts/fireworks/routers/glm-5p1-fast=reasons
        fireworks_ai/accounts/fireworks/routers/kimi-k2p6-fast=reasons
        fireworks_ai/accounts/fireworks/routers/kimi-k2p7-code-fast=reasons fireworks_ai/deepseek-v4-flash=reasons
        fireworks_ai/deepseek-v4-pro=reasons fireworks_ai/glm-5p1-fast=reasons fireworks_ai/glm-5p1=reasons
        fireworks_ai/glm-5p2=reasons fireworks_ai/gpt-oss-120b=reasons fireworks_ai/gpt-oss-20b=reasons
        fireworks_ai/kimi-k2p6-fast=reasons fireworks_ai/kimi-k2p6=reasons fireworks_ai/kimi-k2p7-code-fast=reasons
        fireworks_ai/kimi-k2p7-code=reasons fireworks_ai/minimax-m2p7=reasons fireworks_ai/minimax-m3=reasons
        fireworks_ai/qwen3p7-plus=reasons
    """,
    "models:gemini": r"""
        gemini/gemini-3.1-flash-lite=reasons
    """,
    "models:github_copilot": r"""
        github_copilot/mai-code-1-flash-internal= github_copilot/mai-code-1-flash=
    """,
    "models:inception": r"""
        inception/mercury-2=
    """,
    "models:libertai": r"""
        libertai/bge-m3=embedding libertai/deepseek-v4-flash-thinking=reasons libertai/deepseek-v4-flash=
        libertai/gemma-4-31b-it-thinking=reasons libertai/gemma-4-31b-it= libertai/hermes-3-8b-tee=
        libertai/qwen3.5-122b-a10b-thinking=reasons libertai/qwen3.5-122b-a10b= libertai/qwen3.6-27b-thinking=reasons
        libertai/qwen3.6-27b= libertai/qwen3.6-35b-a3b-thinking=reasons libertai/qwen3.6-35b-a3b=
    """,
    "models:meta": r"""
        meta/muse-spark-1.1=reasons
    """,
    "models:minimax": r"""
        minimax/MiniMax-M3=reasons
    """,
    "models:mistral": r"""
        mistral/ministral-8b-2512= mistral/ministral-8b-latest= mistral/mistral-medium-2508=
        mistral/mistral-medium-2604=reasons mistral/mistral-medium-3-5=reasons mistral/mistral-medium-latest=reasons
        mistral/mistral-ocr-2512=ocr mistral/mistral-ocr-4-0=ocr
    """,
    "models:oci": r"""
        oci/cohere.command-a-reasoning= oci/cohere.command-a-vision= oci/cohere.embed-multilingual-image-v3.0=embedding
        oci/meta.llama-3.1-8b-instruct= oci/openai.gpt-5-mini=reasons oci/openai.gpt-5-nano=reasons
        oci/openai.gpt-5=reasons
    """,
    "models:openai": r"""
        gpt-realtime-2= gpt-realtime-whisper=audio_transcription
    """,
    "models:openrouter": r"""
        openrouter/google/gemini-3.1-flash-lite=reasons openrouter/qwen/qwen3.6-plus=reasons
        openrouter/xiaomi/mimo-v2.5-pro=reasons openrouter/xiaomi/mimo-v2.5=reasons
    """,
    "models:pinstripes": r"""
        pinstripes/ps/deepseek-v4-flash=reasons pinstripes/ps/glm-4.5-air=reasons pinstripes/ps/minimax-m2.7=
        pinstripes/ps/qwen3-30b-a3b=reasons pinstripes/ps/qwen3-coder-30b-a3b= pinstripes/ps/qwen3.6-35b-a3b=reasons
    """,
    "models:reducto": r"""
        reducto/parse-legacy=ocr reducto/parse-v3=ocr
    """,
    "models:sambanova": r"""
        sambanova/DeepSeek-V3.2= sambanova/MiniMax-M2.7=reasons sambanova/gemma-4-31B-it=
    """,
    "models:scaleway": r"""
        scaleway/BAAI/bge-multilingual-gemma2=embedding scaleway/google/gemma-3-27b-it=
        scaleway/google/gemma-4-26b-a4b-it=reasons scaleway/hcompany/holo2-30b-a3b=reasons
        scaleway/meta/llama-3.3-70b-instruct= scaleway/mistralai/devstral-2-123b-instruct-2512=
        scaleway/mistralai/mistral-medium-3.5-128b=reasons scaleway/mistralai/mistral-small-3.2-24b-instruct-2506=
        scaleway/mistralai/pixtral-12b-2409= scaleway/mistralai/voxtral-small-24b-2507= scaleway/openai/gpt-oss-120b=
        scaleway/openai/whisper-large-v3=audio_transcription scaleway/qwen/qwen3-235b-a22b-instruct-2507=
        scaleway/qwen/qwen3-coder-30b-a3b-instruct= scaleway/qwen/qwen3-embedding-8b=embedding
        scaleway/qwen/qwen3.5-397b-a17b=reasons scaleway/qwen/qwen3.6-35b-a3b=reasons
    """,
    "models:snowflake": r"""
        snowflake/claude-3-7-sonnet=reasons snowflake/claude-4-opus=reasons snowflake/claude-4-sonnet=
        snowflake/claude-haiku-4-5= snowflake/claude-sonnet-4-5= snowflake/claude-sonnet-4-6= snowflake/llama4-maverick=
        snowflake/openai-gpt-4.1= snowflake/openai-gpt-5-mini= snowflake/openai-gpt-5-nano=
        snowflake/openai-gpt-5=reasons snowflake/snowflake-arctic-embed-l-v2.0=embedding
        snowflake/snowflake-arctic-embed-m-v2.0=embedding
    """,
    "models:soniox": r"""
        soniox/stt-async-v4=audio_transcription soniox/stt-async-v5=audio_transcription
    """,
    "models:tencent": r"""
        tencent/deepseek-v4-flash=reasons tencent/deepseek-v4-pro=reasons
    """,
    "models:tensormesh": r"""
        tensormesh/MiniMaxAI/MiniMax-M2.5=reasons tensormesh/Qwen/Qwen3-Coder-480B-A35B-Instruct-FP8=
        tensormesh/Qwen/Qwen3.5-397B-A17B-FP8=reasons tensormesh/Qwen/Qwen3.6-27B-FP8=reasons
        tensormesh/deepseek-ai/DeepSeek-V4-Flash=reasons tensormesh/google/gemma-4-31B-it=reasons
        tensormesh/lukealonso/GLM-5.1-NVFP4-MTP=reasons tensormesh/moonshotai/Kimi-K2.6=reasons
        tensormesh/openai/gpt-oss-120b=reasons tensormesh/openai/gpt-oss-20b=reasons
    """,
    "models:text-completion-inception": r"""
        text-completion-inception/mercury-edit-2=
    """,
    "models:tinyfish": r"""
        tinyfish/search=search
    """,
    "models:vertex_ai-anthropic_models": r"""
        vertex_ai/claude-opus-4-8=reasons vertex_ai/claude-opus-4-8@default=reasons vertex_ai/claude-sonnet-5=reasons
        vertex_ai/claude-sonnet-5@default=reasons
    """,
    "models:vertex_ai-language-models": r"""
        gemini-3.1-flash-lite=reasons vertex_ai/gemini-3.1-flash-lite=reasons
    """,
    "models:vertex_ai-openai_models": r"""
        vertex_ai/google/gemma-4-26b-a4b-it-maas=
    """,
    "models:xai": r"""
        xai/grok-4.3-latest=reasons xai/grok-4.3=reasons
    """,
    "models:you_com": r"""
        you_com/search=search
    """,
    "pass_through": r"""
        timeout=num
    """,
    "pii_entities": r"""
        UK_PASSPORT= UK_POSTCODE= UK_VEHICLE_REGISTRATION=
    """,
    "prometheus_metrics": r"""
        litellm_input_audio_tokens_metric= litellm_input_cache_creation_tokens_metric=
        litellm_input_cached_tokens_metric= litellm_mcp_tool_call_spend_metric= litellm_mcp_tool_calls_total=
        litellm_output_audio_tokens_metric= litellm_output_reasoning_tokens_metric=
        litellm_overhead_with_guardrails_latency_metric= litellm_provider_cache_creation_input_tokens_metric=
        litellm_provider_cache_read_input_tokens_metric= litellm_team_members_metric=
    """,
    "provider_params": r"""
        anthropic_workspace_id=bedrock aspect_ratio=black_forest_labs,fal_ai,stability,vertex_ai
        audio_channel_count=nvidia_riva aws_workspace_id=bedrock background=aiml,openai
        chunking_strategy=nvidia_riva,openai client_metadata=anthropic cohere=bedrock,sagemaker,sap
        country=apiserpent,dataforseo,exa_ai,firecrawl,google_pse,perplexity,searchapi,searxng,serper,tavily,tinyfish,you_com
        diffusing=inception
        dimensions=bedrock,cohere,cometapi,dashscope,fireworks_ai,github_copilot,hosted_vllm,infinity,jina_ai,nvidia_nim,oci,openrouter,perplexity,sagemaker,sap,vercel_ai_gateway,vertex_ai,voyage
        echo_last=fireworks_ai enable_automatic_punctuation=nvidia_riva enable_word_time_offsets=nvidia_riva
        encoding=nvidia_riva
        encoding_format=bedrock,cohere,cometapi,dashscope,github_copilot,hosted_vllm,infinity,nvidia_nim,openai,openrouter,perplexity,sagemaker,sap,vercel_ai_gateway,volcengine,voyage
        endpointing_config=nvidia_riva enhance=reducto features=azure_ai flow_id=langflow gdc_token_caching=gdc
        generation_config=gemini height=azure_ai,bedrock,black_forest_labs ignore_eos=fireworks_ai
        imageConfig=gemini,vertex_ai input_type=bedrock,huggingface,langflow,nvidia_nim,oci,sagemaker
        language=azure,deepgram,elevenlabs,mistral,nvidia_riva,openai,ovhcloud,scaleway,soniox,watsonx
        language_code=elevenlabs,nvidia_riva language_hints=soniox max_alternatives=nvidia_riva
        max_results=apiserpent,brave,dataforseo,duckduckgo,exa_ai,fastcrw,firecrawl,google_pse,linkup,perplexity,searchapi,searxng,serper,tavily,tinyfish,you_com
        min_p=fireworks_ai mirostat_lr=fireworks_ai mirostat_target=fireworks_ai moderation=aiml,openai
        nvcf_function_id=nvidia_riva outputDimensions=oci output_compression=aiml,openai output_type=langflow
        page_size=gemini page_token=gemini perf_metrics_in_response=fireworks_ai profanity_filter=nvidia_riva
        prompt_cache_isolation_key=fireworks_ai prompt_truncate_len=fireworks_ai
        quality=aiml,bedrock,black_forest_labs,cometapi,openai,openrouter raw_output=fireworks_ai realtime=inception
        reasoning_history=fireworks_ai reasoning_summary=inception reasoning_summary_wait=inception
        repetition_penalty=fireworks_ai,gigachat,huggingface,nlp_cloud,petals,predibase,watsonx
        return_token_ids=fireworks_ai riva_model_name=nvidia_riva safe_tokenization=fireworks_ai
        sample_rate_hertz=nvidia_riva sampling_mask=fireworks_ai
        search_domain_filter=apiserpent,brave,dataforseo,exa_ai,google_pse,linkup,perplexity,searchapi,serper,tavily,tinyfish,you_com
        session_id=langflow,vertex_ai
        size=aiml,azure,azure_ai,bedrock,black_forest_labs,cometapi,dashscope,fal_ai,gemini,modelscope,openai,openrouter,recraft,runwayml,stability,topaz,vertex_ai,xinference
        speculation=fireworks_ai suffix=codestral,inception,openai supports_vertex_params=gdc tencent=tencent
        timestamp_granularities=mistral,nvidia_riva,openai,ovhcloud,scaleway,watsonx toolConfig=gemini,vertex_ai
        typical_p=fireworks_ai,huggingface,predibase use_bearer_for_custom_base=anthropic use_ssl=nvidia_riva
        verbatim_transcripts=nvidia_riva vertex_ai_location=gdc,vertex_ai vertex_ai_project=gdc,vertex_ai
        vertex_engine_id=vertex_ai voice=aws_polly,azure,elevenlabs,gemini,minimax,runwayml,vertex_ai
        width=azure_ai,bedrock,black_forest_labs workspace_id=bedrock
    """,
    "providers": r"""
        anthropic_text= azure_text= bytez= darkbloom=DARKBLOOM_API_KEY empiriolabs=EMPIRIOLABS_API_KEY gdc=
        inception=INCEPTION_API_KEY langflow=LANGFLOW_API_KEY libertai=LIBERTAI_API_KEY maritalk= meta=META_API_KEY
        modelscope=MODELSCOPE_API_KEY neosantara=NEOSANTARA_API_KEY nvidia_riva=NVIDIA_RIVA_API_KEY ollama_chat=
        parasail=PARASAIL_API_KEY pinstripes=PINSTRIPES_API_KEY predibase= reducto=REDUCTO_API_KEY soniox=SONIOX_API_KEY
        tencent=TENCENT_API_KEY tensormesh=TENSORMESH_INFERENCE_API_KEY text-completion-inception=INCEPTION_API_KEY
        vertex_ai_beta= watsonx_text=
    """,
    "reasoning_rules": r"""
        claude-[a-z]+-\d+(?:[-.]\d+)?(?:-\d{8})?=
    """,
    "router_settings": r"""
        enable_weighted_failover=bool
        routing_strategy=one(simple-shuffle,least-busy,usage-based-routing,latency-based-routing,cost-based-routing,usage-based-routing-v2,lar1)
    """,
    "routing_rules": r"""
        ^claude-[a-z]+-\d+(?:[-.]\d+)?(?:-\d{8})?$=anthropic ^gdc/=gdc anthropic\.claude-=bedrock
    """,
    "s3_callback": r"""
        s3_server_side_encryption=any
    """,
    "search_providers": r"""
        apiserpent= fastcrw= tinyfish= you_com=
    """,
    "team_settings": r"""
        dd_agent_host=any dd_agent_port=any dd_api_key=any dd_site=any
    """,
    "top_level": r"""
        sandbox_tools=any
    """,
}
