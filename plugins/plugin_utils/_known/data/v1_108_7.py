# SPDX-License-Identifier: GPL-3.0-or-later
"""What LiteLLM 1.108.7 knows: the difference to 1.106.12. Written by scripts/generate_vocabulary.py."""

REMOVED = {
    "bare_names": r"""
        31dxrj3 q841o8w qvv0xeq
    """,
    "litellm_params": r"""
        chatgpt_auth_file
    """,
    "provider_params": r"""
        voyage
    """,
}

ADDED = {
    "bare_models": r"""
        baseten=baseten
    """,
    "cached_calls": r"""
        acancel_responses= acompact_responses= adelete_responses= aget_responses= cancel_responses= compact_responses=
        delete_responses= get_responses=
    """,
    "callbacks": r"""
        ternary=any
    """,
    "default_team": r"""
        require_trace_id=any team_member_model_max_budget=any
    """,
    "defaults:general_settings": r"""
        agent_access_default_deny=false disable_fallbacks_on_per_model_rate_limits=null
        disable_requester_ip_address_logging=null mcp_disabled_capabilities=null mcp_require_explicit_server_scope=false
    """,
    "defaults:litellm_settings": r"""
        batch_line_item_callbacks=[] gemini_include_thoughts_default=true personal_key_model_access_from_teams=false
        request_timeout_explicitly_set=false
    """,
    "defaults:router_settings": r"""
        fallback_on_unsupported_params=true
    """,
    "endpoints": r"""
        https://inference.coralbricks.ai/v1=coralbricks
    """,
    "general_settings": r"""
        agent_access_default_deny=bool disable_fallbacks_on_per_model_rate_limits=bool
        disable_requester_ip_address_logging=bool mcp_disabled_capabilities=list mcp_require_explicit_server_scope=bool
    """,
    "guardrail_params": r"""
        wingback_app_id=~str workload_identity_params=any
    """,
    "guardrail_types": r"""
        airia= wingback=
    """,
    "ignored_params": r"""
        bedrock_converse_supports_strict_tools= bedrock_output_config_effort_ceiling= default_reasoning_effort=
        reasoning_effort_levels= supported_audio_formats= supports_adaptive_thinking= supports_anthropic_compaction=
        supports_anthropic_thinking_payload= supports_assistant_prefill= supports_audio_input= supports_audio_output=
        supports_bedrock_converse_tool_result_images= supports_bedrock_native_structured_output=
        supports_bedrock_runtime_chat_completions_inline_reasoning=
        supports_bedrock_runtime_chat_completions_response_format=
        supports_bedrock_runtime_chat_completions_tools_with_reasoning= supports_box_questions= supports_computer_use=
        supports_embedding_image_input= supports_fast_mode= supports_forced_tool_use= supports_function_calling=
        supports_image_input= supports_image_size= supports_legacy_thinking= supports_low_reasoning_effort=
        supports_max_reasoning_effort= supports_mid_conversation_system= supports_minimal_reasoning_effort=
        supports_multimodal= supports_native_streaming= supports_native_structured_output=
        supports_none_reasoning_effort= supports_nova_canvas_image_edit= supports_output_config=
        supports_parallel_function_calling= supports_parallel_tool_use_config= supports_pdf_input=
        supports_per_turn_control= supports_prompt_cache_breakpoint= supports_prompt_caching= supports_reasoning=
        supports_regex_lookaround= supports_response_schema= supports_sampling_params= supports_speed=
        supports_system_messages= supports_thinking_cache_preservation= supports_tool_choice= supports_tool_search=
        supports_url_context= supports_video_input= supports_vision= supports_web_search=
        supports_xhigh_reasoning_effort= thinking_always_on= token_count_framing= token_count_model=
        token_count_tokenizer= vertex_ai_audio_api=
    """,
    "jwt_auth": r"""
        id_jag_requesting_apps=~list
    """,
    "litellm_params": r"""
        cache_read_input_audio_token_cost_batches=~num cache_read_input_audio_token_cost_flex=~num
        cache_read_input_audio_token_cost_priority=~num github_copilot_auth_type=any github_copilot_user_session=any
        input_cost_per_audio_token_above_200k_tokens=~num input_cost_per_audio_token_above_200k_tokens_batches=~num
        input_cost_per_audio_token_above_200k_tokens_flex=~num
        input_cost_per_audio_token_above_200k_tokens_priority=~num input_cost_per_audio_token_flex=~num
        input_cost_per_audio_token_priority=~num input_cost_per_text_message=~num
        input_cost_per_token_above_200k_tokens_flex=~num output_cost_per_image_token_priority=~num
        output_cost_per_token_above_200k_tokens_flex=~num token_exchange_audience=~str token_exchange_endpoint=~str
        token_exchange_profile=~str token_exchange_scope=~str
    """,
    "litellm_settings": r"""
        batch_line_item_callbacks=list
        cold_storage_custom_logger=one(lago,openmeter,logfire,literalai,litellm_agent,dynamic_rate_limiter,dynamic_rate_limiter_v3,langsmith,prometheus,otel,datadog,datadog_metrics,datadog_llm_observability,galileo,braintrust,arize,arize_phoenix,langtrace,gcs_bucket,azure_storage,opik,argilla,mlflow,langfuse,langfuse_otel,weave_otel,pagerduty,humanloop,azure_sentinel,gcs_pubsub,agentops,anthropic_cache_control_hook,generic_api,resend_email,sendgrid_email,smtp_email,deepeval,s3_v2,clickhouse,pointfive,zerobus,aws_sqs,vector_store_pre_call_hook,dotprompt,bitbucket,gitlab,cloudzero,focus,mavvrik,vantage,ternary,posthog,levo,compression_interception,newrelic,signoz)
        gemini_include_thoughts_default=bool personal_key_model_access_from_teams=bool
    """,
    "mcp_server": r"""
        authorization_server_metadata=any id_jag_resource_client_id=~str id_jag_resource_client_secret=~str
        id_jag_subject_source=~str
    """,
    "model_info": r"""
        cache_read_input_audio_token_cost_batches=any cache_read_input_audio_token_cost_flex=any
        cache_read_input_audio_token_cost_priority=any input_cost_per_audio_token_above_200k_tokens=any
        input_cost_per_audio_token_above_200k_tokens_batches=any input_cost_per_audio_token_above_200k_tokens_flex=any
        input_cost_per_audio_token_above_200k_tokens_priority=any input_cost_per_audio_token_flex=any
        input_cost_per_token_above_200k_tokens_flex=any output_cost_per_image_token_priority=any
        output_cost_per_token_above_200k_tokens_flex=any ptu_shares=~dict successor_model=any
        supports_per_turn_control=any
    """,
    "models:bedrock": r"""
        bedrock/claude_platform/claude-fable-5-1=reasons bedrock/claude_platform/claude-fable-5=reasons
        bedrock/claude_platform/claude-haiku-4-5=reasons bedrock/claude_platform/claude-haiku-5-5=reasons
        bedrock/claude_platform/claude-opus-4-5=reasons bedrock/claude_platform/claude-opus-4-6=reasons
        bedrock/claude_platform/claude-opus-4-7=reasons bedrock/claude_platform/claude-opus-4-8=reasons
        bedrock/claude_platform/claude-opus-5-5=reasons bedrock/claude_platform/claude-opus-5=reasons
        bedrock/claude_platform/claude-sonnet-4-5=reasons bedrock/claude_platform/claude-sonnet-4-6=reasons
        bedrock/claude_platform/claude-sonnet-5-5=reasons bedrock/claude_platform/claude-sonnet-5=reasons
    """,
    "provider_params": r"""
        aigc_watermark=minimax callback_url=minimax cohere=bedrock,sap compression_rate=scaledown content=azure,minimax
        continuation_token=vertex_ai duration=dashscope,minimax extra=minimax extract=scaledown file_name=gemini
        gemini=gemini,sap input_reference=azure,dashscope,fal_ai,gemini,minimax,openai,runwayml,vertex_ai
        labels=scaledown,vertex_ai media=dashscope negative_prompt=dashscope
        output_format=aiml,anthropic,aws_polly,azure,azure_ai,bedrock,black_forest_labs,openai,topaz
        parameters=dashscope,minimax,sap,vertex_ai prompt_extend=dashscope query_image=bedrock questions=scaledown
        ratio=dashscope,minimax,runwayml resolution=dashscope,gemini,minimax,vertex_ai
        seconds=azure,dashscope,fal_ai,gemini,minimax,openai,runwayml,vertex_ai
        size=aiml,azure,azure_ai,bedrock,black_forest_labs,cometapi,dashscope,fal_ai,gemini,minimax,modelscope,openai,openrouter,recraft,runwayml,stability,topaz,vertex_ai,xinference
        summarize=scaledown time_zone=microsoft_365_copilot watermark=dashscope,huggingface,predibase
    """,
    "providers": r"""
        bespoke= coralbricks=CORALBRICKS_API_KEY databricks_agent= inferenceapis=INFERENCEAPIS_API_KEY laya=
        microsoft_365_copilot= scaledown=SCALEDOWN_API_KEY
    """,
    "router_settings": r"""
        fallback_on_unsupported_params=bool
    """,
}
