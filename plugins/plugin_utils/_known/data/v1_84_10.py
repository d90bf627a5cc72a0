# SPDX-License-Identifier: GPL-3.0-or-later
"""What LiteLLM 1.84.10 knows: the difference to an empty vocabulary. Written by scripts/generate_vocabulary.py."""

REMOVED = {}

ADDED = {
    "alert_channels": r"""
        email= sentry= slack= webhook=
    """,
    "alert_type_config": r"""
        digest=~bool digest_interval=~int
    """,
    "alert_types": r"""
        budget_alerts= cooldown_deployment= daily_reports= db_exceptions= failed_tracking_spend= fallback_reports=
        internal_user_deleted= internal_user_updated= llm_exceptions= llm_requests_hanging= llm_too_slow=
        new_internal_user_created= new_model_added= new_team_created= new_virtual_key_created= outage_alerts=
        region_outage_alerts= spend_reports= team_deleted= team_updated= virtual_key_deleted= virtual_key_updated=
    """,
    "alerting_args": r"""
        budget_alert_ttl=~int daily_report_frequency=~int failure_threshold=any failure_threshold_window_seconds=any
        hanging_threshold_fails=any hanging_threshold_seconds=any hanging_threshold_window_seconds=any
        log_to_console=~bool major_outage_alert_threshold=~int max_outage_alert_list_size=~int
        minor_outage_alert_threshold=~int outage_alert_ttl=~int region_outage_alert_ttl=~int report_check_interval=~int
    """,
    "allowed_fails_policy": r"""
        AuthenticationErrorAllowedFails=~int BadRequestErrorAllowedFails=~int
        ContentPolicyViolationErrorAllowedFails=~int InternalServerErrorAllowedFails=~int
        RateLimitErrorAllowedFails=~int TimeoutErrorAllowedFails=~int
    """,
    "api_callback": r"""
        callback_type=any endpoint=any event_types=any headers=any log_format=any max_retries=any retry_delay=any
        timeout=any
    """,
    "bare_models": r"""
        ai21=ai21_chat aleph_alpha=aleph_alpha anthropic=anthropic bedrock=bedrock bedrock_converse=bedrock
        cohere=cohere cohere_chat=cohere_chat empower=empower gradient_ai=gradient_ai nlp_cloud=nlp_cloud openai=openai
        openrouter=openrouter text-completion-openai=text-completion-openai vertex_ai-chat-models=vertex_ai
        vertex_ai-code-chat-models=vertex_ai vertex_ai-code-text-models=vertex_ai vertex_ai-embedding-models=vertex_ai
        vertex_ai-image-models=vertex_ai vertex_ai-language-models=vertex_ai vertex_ai-text-models=vertex_ai
        vertex_ai-video-models=vertex_ai vertex_ai-vision-models=vertex_ai watsonx=watsonx
    """,
    "bare_names": r"""
        31dxrj3=baseten
        a16z-infra/llama-2-13b-chat:2a7f981751ec7fdf87b5b91ad4db53683a98082e9ff7bfd12c8cd5ea85980a52=replicate
        ai21.jamba-1-5-large-v1:0=bedrock ai21.jamba-1-5-mini-v1:0=bedrock ai21.jamba-instruct-v1:0=bedrock
        amazon.nova-2-lite-v1:0=bedrock amazon.nova-2-multimodal-embeddings-v1:0=bedrock
        amazon.nova-2-pro-preview-20251202-v1:0=bedrock amazon.nova-lite-v1:0=bedrock amazon.nova-pro-v1:0=bedrock
        amazon.titan-embed-text-v1=bedrock anthropic.claude-3-5-haiku-20241022-v1:0=bedrock
        anthropic.claude-3-5-sonnet-20240620-v1:0=bedrock anthropic.claude-3-5-sonnet-20241022-v2:0=bedrock
        anthropic.claude-3-7-sonnet-20250219-v1:0=bedrock anthropic.claude-3-haiku-20240307-v1:0=bedrock
        anthropic.claude-3-opus-20240229-v1:0=bedrock anthropic.claude-3-sonnet-20240229-v1:0=bedrock
        anthropic.claude-fable-5=bedrock anthropic.claude-haiku-4-5-20251001-v1:0=bedrock
        anthropic.claude-instant-v1=bedrock anthropic.claude-opus-4-1-20250805-v1:0=bedrock
        anthropic.claude-opus-4-20250514-v1:0=bedrock anthropic.claude-opus-4-6-v1:0=bedrock
        anthropic.claude-opus-4-6-v1=bedrock anthropic.claude-opus-4-7=bedrock
        anthropic.claude-sonnet-4-20250514-v1:0=bedrock anthropic.claude-sonnet-4-5-20250929-v1:0=bedrock
        anthropic.claude-sonnet-4-6=bedrock anthropic.claude-v1=bedrock anthropic.claude-v2:1=bedrock
        anthropic.claude-v2=bedrock cohere.embed-english-v3=bedrock cohere.embed-multilingual-v3=bedrock
        cohere.embed-v4:0=bedrock
        daanelson/flan-t5-large:ce962b3f6792a57074a601d3979db5839697add2e4e02696b3ced4c022d4767f=replicate
        dall-e-2=openai dall-e-3=openai deepseek.v3-v1:0=bedrock deepseek.v3.2=bedrock embed-english-light-v2.0=cohere
        embed-english-light-v3.0=cohere embed-english-v2.0=cohere embed-english-v3.0=cohere
        embed-multilingual-v2.0=cohere embed-multilingual-v3.0=cohere embed-v4.0=cohere
        empower/empower-functions-small=empower empower/empower-functions=empower
        joehoover/instructblip-vicuna13b:c4c54e3c8c97cd50c2d2fec9be3b6065563ccf7d43787fb99f84151b867178fe=replicate
        maritalk=maritalk meta.llama3-1-405b-instruct-v1:0=bedrock meta.llama3-1-70b-instruct-v1:0=bedrock
        meta.llama3-1-8b-instruct-v1:0=bedrock meta.llama3-2-11b-instruct-v1:0=bedrock
        meta.llama3-2-1b-instruct-v1:0=bedrock meta.llama3-2-3b-instruct-v1:0=bedrock
        meta.llama3-2-90b-instruct-v1:0=bedrock meta.llama3-70b-instruct-v1:0=bedrock
        meta.llama3-8b-instruct-v1:0=bedrock
        meta/codellama-13b:1c914d844307b0588599b8393480a3ba917b660c7e9dfae681542b5325f228db=replicate
        minimax.minimax-m2.1=bedrock mistral.mistral-large-2402-v1:0=bedrock mistral.mistral-large-2407-v1:0=bedrock
        mistral.mistral-small-2402-v1:0=bedrock moonshotai.kimi-k2.5=bedrock openai.gpt-oss-120b-1:0=bedrock
        openai.gpt-oss-20b-1:0=bedrock petals-team/StableBeluga2=petals q841o8w=baseten qvv0xeq=baseten
        qwen.qwen3-235b-a22b-2507-v1:0=bedrock qwen.qwen3-32b-v1:0=bedrock qwen.qwen3-coder-30b-a3b-v1:0=bedrock
        qwen.qwen3-coder-480b-a35b-v1:0=bedrock qwen.qwen3-coder-next=bedrock
        replicate/dolly-v2-12b:ef0e1aefc61f8e096ebe4db6b2bacc297daf2ef6899f0f7e001ec445893500e5=replicate
        replicate/llama-2-70b-chat:2796ee9483c3fd7aa2e171d38f4ca12251a30609463dcfd4cd76703f22e96cdf=replicate
        replicate/vicuna-13b:6282abe6a492de4145d7bb601023762212f9ddbbe78278bd6771c8b3b2f2a13b=replicate
        replit/replit-code-v1-3b:b84f4c074b807211cd75e3e8b1589b6399052125b4c27106e43d47189e8415ad=replicate
        sora-2=openai text-embedding-ada-002=openai twelvelabs.marengo-embed-2-7-v1:0=bedrock
        writer.palmyra-x4-v1:0=bedrock writer.palmyra-x5-v1:0=bedrock
    """,
    "blocked_environment": r"""
        DYLD_INSERT_LIBRARIES= DYLD_LIBRARY_PATH= HOME= LD_LIBRARY_PATH= LD_PRELOAD= LOGNAME= NO_PROXY= PATH=
        PYTHONHOME= PYTHONPATH= PYTHONSTARTUP= SHELL= USER= no_proxy=
    """,
    "budget": r"""
        budget_duration=~str budget_limit=~num max_budget=~num rpm_limit=~int time_period=~str tpm_limit=~int
    """,
    "cache_params": r"""
        azure_account_url=str azure_blob_container=str default_in_memory_ttl=num default_in_redis_ttl=num
        disk_cache_dir=str gcp_service_account=str gcp_ssl_ca_certs=str gcs_bucket_name=str gcs_path=str
        gcs_path_service_account=str host=str mode=one(default_on,default_off) namespace=str password=str port=str
        qdrant_api_base=str qdrant_api_key=str qdrant_collection_name=str qdrant_quantization_config=str
        qdrant_semantic_cache_embedding_model=str qdrant_semantic_cache_vector_size=int redis_flush_size=int
        redis_semantic_cache_embedding_model=str redis_semantic_cache_index_name=str redis_startup_nodes=list
        s3_api_version=str s3_aws_access_key_id=str s3_aws_secret_access_key=str s3_aws_session_token=str
        s3_bucket_name=str s3_config=any s3_endpoint_url=str s3_path=str s3_region_name=str s3_use_ssl=bool
        s3_verify=bool|str similarity_threshold=num supported_call_types=list ttl=num
        type=one(local,redis,redis-semantic,s3,disk,qdrant-semantic,azure-blob,gcs)
    """,
    "cached_calls": r"""
        _arealtime= _aresponses_websocket= a_add_message= acancel_batch= acancel_fine_tuning_job= acompletion=
        acreate_assistants= acreate_batch= acreate_container= acreate_file= acreate_fine_tuning_job= acreate_skill=
        acreate_thread= acreate_video= add_message= adelete_assistant= adelete_container= aembedding= afile_content=
        afile_delete= afile_list= afile_retrieve= agenerate_content= agenerate_content_stream= aget_assistants=
        aget_messages= aget_thread= aimage_edit= aimage_generation= alist_container_files= alist_containers=
        alist_fine_tuning_jobs= alist_input_items= allm_passthrough_route= amoderation= anthropic_messages= aocr=
        arerank= aresponses= aretrieve_batch= aretrieve_container= aretrieve_fine_tuning_job= arun_thread=
        arun_thread_stream= asearch= asend_message= aspeech= atext_completion= atranscription= aupload_container_file=
        avector_store_create= avector_store_file_content= avector_store_file_create= avector_store_file_delete=
        avector_store_file_list= avector_store_file_retrieve= avector_store_file_update= avector_store_search=
        avideo_content= avideo_create_character= avideo_delete= avideo_edit= avideo_extension= avideo_get_character=
        avideo_list= avideo_remix= avideo_retrieve= avideo_retrieve_job= call_mcp_tool= cancel_batch=
        cancel_fine_tuning_job= completion= create_assistants= create_batch= create_container= create_file=
        create_fine_tuning_job= create_thread= create_video= delete_assistant= delete_container= embedding=
        file_content= file_delete= file_list= file_retrieve= generate_content= generate_content_stream= get_assistants=
        get_messages= get_thread= image_edit= image_generation= list_container_files= list_containers=
        list_fine_tuning_jobs= list_mcp_tools= llm_passthrough_route= moderation= ocr= pass_through_endpoint= rerank=
        responses= retrieve_batch= retrieve_container= retrieve_fine_tuning_job= run_thread= run_thread_stream= search=
        send_message= speech= text_completion= transcription= upload_container_file= vector_store_create=
        vector_store_file_content= vector_store_file_create= vector_store_file_delete= vector_store_file_list=
        vector_store_file_retrieve= vector_store_file_update= vector_store_search= video_content=
        video_create_character= video_delete= video_edit= video_extension= video_get_character= video_list= video_remix=
        video_retrieve= video_retrieve_job=
    """,
    "callbacks": r"""
        agentops=any anthropic_cache_control_hook=any aporia_prompt_injection=any argilla=any arize=any
        arize_phoenix=any athina=log aws_sqs=any azure_content_safety=any azure_sentinel=any azure_storage=any
        banned_keywords=any batch_redis_requests=any bitbucket=any blocked_user_check=any braintrust=any cloudzero=any
        compression_interception=any datadog=any datadog_cost_management=any datadog_llm_observability=any
        datadog_metrics=any deepeval=any detect_prompt_injection=any dotprompt=any dynamic_rate_limiter=any
        dynamic_rate_limiter_v3=any dynamodb=log focus=any galileo=any gcs_bucket=any gcs_pubsub=any generic_api=any
        gitlab=any google_text_moderation=any greenscale=log helicone=log hide_secrets=any humanloop=any lago=any
        lakera_prompt_injection=any langfuse=any langfuse_otel=any langsmith=any langtrace=any levo=any
        litellm_agent=any literalai=any llamaguard_moderations=any llmguard_moderations=any logfire=any lunary=log
        mlflow=any openai_moderations=any openmeter=any opik=any otel=any pagerduty=any posthog=any presidio=any
        prometheus=any promptlayer=log qualifire_eval=any ramp=any resend_email=any rubrik=any s3=log s3_v2=any
        sample_callback=any sendgrid_email=any sentry=log slack=log smtp_email=any sumologic=any supabase=log
        traceloop=log vantage=any vector_store_pre_call_hook=any wandb=log weave_otel=any websearch_interception=any
    """,
    "command_line": r"""
        DEBUG= DETAILED_DEBUG= ENFORCE_PRISMA_MIGRATION_CHECK= HOST= KEEPALIVE_TIMEOUT= MAX_REQUESTS_BEFORE_RESTART=
        NUM_WORKERS= PORT= SSL_CERTFILE_PATH= SSL_KEYFILE_PATH= TIMEOUT_WORKER_HEALTHCHECK=
    """,
    "complexity_tiers": r"""
        COMPLEX= MEDIUM= REASONING= SIMPLE=
    """,
    "content_filter_blocked_words": r"""
        action=~one(BLOCK,MASK) description=~str keyword=~str
    """,
    "content_filter_categories": r"""
        action=~one(BLOCK,MASK) category=~str category_file=~str enabled=~bool severity_threshold=~one(high,medium,low)
    """,
    "content_filter_category_names": r"""
        age_discrimination= bias_gender= bias_racial= bias_religious= bias_sexual_orientation= claims_fraud_coaching=
        claims_medical_advice= claims_phi_disclosure= claims_prior_auth_gaming= claims_system_override=
        denied_financial_advice= denied_insults= denied_legal_advice= denied_medical_advice= disability=
        gender_sexual_orientation= harm_toxic_abuse= harm_toxic_abuse_au= harm_toxic_abuse_de= harm_toxic_abuse_es=
        harm_toxic_abuse_fr= harmful_child_safety= harmful_illegal_weapons= harmful_self_harm= harmful_violence=
        military_status= prompt_injection_data_exfiltration= prompt_injection_jailbreak=
        prompt_injection_malicious_code= prompt_injection_sql= prompt_injection_system_prompt= religion=
    """,
    "content_filter_pattern_names": r"""
        age_discrimination= airline_pnr= amex= au_abn= au_medicare= au_tfn= aws_access_key= aws_secret_key= br_cep=
        br_cnpj= br_cpf= br_cpf_unformatted= br_phone_landline= br_phone_mobile= br_rg= ca_bank_account=
        ca_immigration_doc= ca_ohip= ca_on_drivers_licence= ca_postal_code= ca_sin= credit_card= disability= discover=
        email= eu_iban_enhanced= eu_passport_generic= eu_vat= explosives= flight_number= fr_nir= fr_phone=
        fr_postal_code= gender_sexual_orientation= generic_api_key= github_token= harassment_hate= iban=
        illegal_activities= ipv4= ipv6= marital_family_status= mastercard= military_status= nl_bsn_contextual=
        passport_australia= passport_canada= passport_china= passport_france= passport_germany= passport_india=
        passport_japan= passport_netherlands= passport_singapore= passport_uk= passport_us= public_assistance=
        race_ethnicity_national_origin= religion= self_harm_suicide= sg_bank_account= sg_nric= sg_phone= sg_postal_code=
        sg_uen= skywards_number= slack_token= street_address= terrorism= uae_emirates_id= uae_phone= uoft_student_id=
        uoft_tcard= uoft_utorid= url= us_phone= us_ssn= us_ssn_no_dash= violence_threats= visa= weapons_firearms=
        weapons_other=
    """,
    "content_filter_patterns": r"""
        action=~one(BLOCK,MASK) name=~str pattern=~str pattern_name=~str pattern_type=~one(prebuilt,regex)
    """,
    "credential_list": r"""
        credential_info=~dict credential_name=~str credential_values=~dict
    """,
    "database_objects": r"""
        config_overrides= guardrails= mcp= model_cost_map= models= pass_through_endpoints= policies= prompts= tools=
        vector_stores=
    """,
    "dead_settings": r"""
        banned_keywords_list= clarifai_key= datarobot_key= default_soft_budget=
        disable_end_user_cost_tracking_prometheus_only= filter_invalid_headers= google_moderation_confidence_threshold=
        gradient_ai_api_key= heroku_key= litellm_mode= llama_api_key= log_level= longer_context_model_fallback_dict=
        max_user_budget= novita_api_key= openai_moderations_model_name= prompt_name_config_map= snowflake_key=
        telemetry= use_client= vercel_ai_gateway_key=
    """,
    "default_key": r"""
        budget_duration=any duration=any max_budget=any max_parallel_requests=any metadata=any models=any rpm_limit=any
        team_id=any tpm_limit=any user_id=any
    """,
    "default_team": r"""
        access_group_ids=any admins=any allowed_passthrough_routes=any allowed_vector_store_indexes=any blocked=any
        budget_duration=any budget_limits=any default_team_member_models=any enforced_batch_output_expires_after=any
        enforced_file_expires_after=any guardrails=any max_budget=any members=any members_with_roles=any metadata=any
        model_aliases=any model_rpm_limit=any model_tpm_limit=any models=any object_permission=any organization_id=any
        policies=any prompts=any router_settings=any rpm_limit=any rpm_limit_type=any secret_manager_settings=any
        soft_budget=any tags=any team_alias=any team_id=any team_member_budget=any team_member_budget_duration=any
        team_member_key_duration=any team_member_permissions=any team_member_rpm_limit=any team_member_tpm_limit=any
        tpm_limit=any tpm_limit_type=any
    """,
    "default_user": r"""
        agent_id=any aliases=any allowed_cache_controls=any auto_create_key=any available_teams=any blocked=any
        budget_duration=any budget_limits=any config=any duration=any guardrails=any key_alias=any max_budget=any
        max_parallel_requests=any metadata=any model_max_budget=any model_rpm_limit=any model_tpm_limit=any models=any
        object_permission=any organizations=any permissions=any policies=any prompts=any rpm_limit=any
        send_invite_email=any spend=any sso_user_id=any team_id=any teams=any tpm_limit=any user_alias=any
        user_email=any user_id=any user_role=any
    """,
    "defaults:general_settings": r"""
        alert_to_webhook_url=null alert_types=null alerting=null alerting_args=null alerting_threshold=600
        allow_requests_on_db_unavailable=false allow_user_auth=false allowed_routes=null
        always_include_stream_usage=false auto_redirect_ui_login_to_sso=false background_health_checks=false
        completion_model=null custom_auth=null custom_auth_run_common_checks=false database_args=null
        database_connect_timeout=null database_connection_pool_limit=10 database_connection_timeout=60
        database_disable_prepared_statements=false database_extra_connection_params=null database_socket_timeout=null
        database_type=null database_url=null default_team_disabled=false disable_key_generate_for_org_admin=false
        disable_master_key_return=false disable_reset_budget=false disable_responses_id_security=false
        disable_spend_logs=false enable_health_check_routing=false enable_jwt_auth=false enable_oauth2_auth=false
        enable_oauth2_proxy_auth=false enable_public_model_hub=false enforce_rbac=false enforce_user_param=false
        forward_client_headers_to_llm_api=null forward_llm_provider_auth_headers=false global_max_parallel_requests=null
        health_check_concurrency=null health_check_details=true health_check_ignore_transient_errors=false
        health_check_interval=300 infer_model_from_keys=false key_management_system=null
        litellm_key_header_name="Authorization" master_key=null max_parallel_requests=null max_request_size_mb=null
        max_response_size_mb=null maximum_spend_logs_retention_interval="1d" maximum_spend_logs_retention_period=null
        mcp_internal_ip_ranges=null mcp_required_fields=null mcp_trusted_proxy_ranges=null otel=null
        pass_through_endpoints=null proxy_batch_polling_interval=3600 proxy_batch_write_at=10
        proxy_budget_rescheduler_max_time=605 proxy_budget_rescheduler_min_time=597
        reject_clientside_metadata_tags=false require_end_user_mcp_access_defined=false spend_report_frequency="7d"
        store_model_in_db=false store_prompts_in_spend_logs=null supported_db_objects=null token_rate_limit_type="total"
        trusted_proxy_ranges=null ui_access_mode="all" use_azure_key_vault=false use_google_kms=false
        use_redis_transaction_buffer=false use_shared_health_check=false use_x_forwarded_for=false
        user_header_mappings=null user_header_name=null user_mcp_management_mode=null
    """,
    "defaults:litellm_settings": r"""
        DEFAULT_BATCH_SIZE=512 DEFAULT_FLUSH_INTERVAL_SECONDS=5 DEFAULT_MAX_RETRIES=2
        DEFAULT_REPLICATE_POLLING_DELAY_SECONDS=1 DEFAULT_REPLICATE_POLLING_RETRIES=5
        HUMANLOOP_PROMPT_CACHE_TTL_SECONDS=60 REPEATED_STREAMING_CHUNK_LIMIT=100 ROUTER_MAX_FALLBACKS=5
        aclient_session=null adapters=[] add_function_to_prompt=false add_user_information_to_llm_headers=null
        ai21_key=null aiohttp_trust_env=false aleph_alpha_key=null allow_dynamic_callback_disabling=true allowed_fails=3
        amazon_nova_api_key=null anthropic_key=null api_base=null api_key=null api_version=null argilla_batch_size=null
        argilla_transformation_object=null audit_log_callbacks=[] aws_sqs_callback_params=null azure_key=null
        banned_keywords_list=null baseten_key=null blocked_user_list=null
        blog_posts_url="https://docs.litellm.ai/blog/rss.xml" budget_duration=null bytez_key=null cache=null
        caching=false callback_settings={} callbacks=[] check_provider_endpoint=false clarifai_key=null
        client_session=null cloudflare_api_key=null cohere_key=null cold_storage_custom_logger=null cometapi_key=null
        config_path=null content_policy_fallbacks=null context_window_fallbacks=null cost_discount_config={}
        cost_margin_config={} credential_list=[] custom_prometheus_metadata_labels=[] custom_prometheus_tags=[]
        custom_prompt_dict={} custom_provider_map=[] databricks_key=null datadog_llm_observability_params=null
        datadog_params=null datadog_use_v1=false datarobot_key=null default_fallbacks=null default_in_memory_ttl=null
        default_internal_user_params=null default_key_generate_params=null default_key_max_budget_alert_emails=null
        default_max_internal_user_budget=null default_redis_batch_cache_expiry=null default_redis_ttl=null
        default_soft_budget=50.0 default_team_params=null default_team_settings=null disable_add_prefix_to_prompt=false
        disable_add_transform_inline_image_block=false disable_add_user_agent_to_request_tags=false
        disable_aiohttp_transport=false disable_aiohttp_trust_env=false
        disable_anthropic_gemini_context_caching_transform=false disable_copilot_system_to_assistant=false
        disable_end_user_cost_tracking=null disable_end_user_cost_tracking_prometheus_only=null
        disable_hf_tokenizer_download=null disable_stop_sequence_limit=false disable_streaming_logging=false
        disable_token_counter=false disable_vertex_batch_output_transformation=false drop_params=false
        dynamodb_table_name=null email=null enable_azure_ad_token_refresh=false
        enable_caching_on_provider_specific_optional_params=false enable_end_user_cost_tracking_prometheus_only=null
        enable_gemini_default_thinking_level_low=false enable_json_schema_validation=false
        enable_key_alias_format_validation=false enable_loadbalancing_on_batch_endpoints=null
        enable_model_config_credential_overrides=false enable_preview_features=false enable_redis_auth_cache=false
        error_logs={} extra_spend_tag_headers=null failure_callback=[] fallbacks=null filter_invalid_headers=false
        force_ipv4=false forward_traceparent_to_llm_provider=false gcs_pub_sub_use_v1=false generic_api_use_v1=false
        generic_logger_headers=null gigachat_key=null global_bitbucket_config=null global_disable_no_log_param=false
        global_gitlab_config=null google_moderation_confidence_threshold=null gradient_ai_api_key=null groq_key=null
        guardrail_name_config_map={} headers=null heroku_key=null huggingface_key=null
        include_cost_in_streaming_usage=false infinity_key=null initialized_langfuse_clients=0 input_callback=[]
        internal_user_budget_duration=null json_logs=false key_generation_settings=null langfuse_default_tags=null
        langsmith_batch_size=null lemonade_key=null litellm_mode="DEV" llama_api_key=null llamaguard_model_name=null
        llamaguard_unsafe_content_categories=null llm_guard_mode="all" log_level="DEBUG" log_raw_request_response=false
        logged_real_time_event_types=null logging=true maritalk_key=null max_budget=0.0 max_end_user_budget=null
        max_end_user_budget_id=null max_fallbacks=null max_internal_user_budget=null max_tokens=4096
        max_ui_session_budget=0.25 max_user_budget=null model_alias_map={} model_fallbacks=null
        model_group_settings=null modify_params=false nebius_key=null network_mock=false nlp_cloud_key=null
        novita_api_key=null num_retries=null num_retries_per_request=null ollama_key=null openai_key=null
        openai_like_key=null openai_moderations_model_name=null openrouter_key=null organization=null
        output_parse_pii=false ovhcloud_key=null post_call_rules=[] pre_call_rules=[] predibase_key=null
        predibase_tenant_id=null presidio_ad_hoc_recognizers=null priority_reservation=null
        priority_reservation_settings=null project=null prometheus_emit_stream_label=false
        prometheus_initialize_budget_metrics=false prometheus_latency_buckets=null prometheus_metrics_config=null
        prompt_name_config_map={} provider_url_destination_allowed_hosts=[] proxy_auth=null public_agent_groups=null
        public_mcp_servers=null public_model_groups=null public_model_groups_links={} reasoning_auto_summary=false
        redact_messages_in_exceptions=false redact_user_api_key_info=false replicate_key=null request_timeout=6000.0
        require_auth_for_metrics_endpoint=true retry=true return_response_headers=false
        route_all_chat_openai_to_responses=false s3_callback_params=null safe_memory_mode=false sap_service_key=null
        scim_upsert_user=true secret_manager_client=null service_callback=[] set_verbose=false
        skip_system_message_in_guardrail=false snowflake_key=null ssl_certificate=null ssl_ecdh_curve=null
        ssl_security_level=null ssl_verify=true standard_logging_payload_excluded_fields=null store_audit_logs=false
        success_callback=[] suppress_debug_info=false tag_budget_config=null telemetry=true togetherai_api_key=null
        token=null turn_off_message_logging=false upperbound_key_generate_params=null use_aiohttp_transport=true
        use_chat_completions_url_for_anthropic_messages=false use_client=false use_litellm_proxy=false
        user_url_allowed_hosts=[] user_url_validation=true vector_store_index_registry=null vector_store_registry=null
        vercel_ai_gateway_key=null vertex_ai_safety_settings=null vertex_location=null vertex_project=null
        wandb_key=null
    """,
    "defaults:router_settings": r"""
        alerting_config=null allowed_fails=null allowed_fails_policy=null assistants_config=null cache_kwargs={}
        cache_responses=false caching_groups=null client_ttl=3600 content_policy_fallbacks=[]
        context_window_fallbacks=[] cooldown_time=null debug_level="INFO" default_fallbacks=null
        default_litellm_params=null default_max_parallel_requests=null default_priority=null
        deployment_affinity_ttl_seconds=3600 disable_cooldowns=null enable_health_check_routing=false
        enable_pre_call_checks=false enable_tag_filtering=false fallbacks=[] guardrail_list=null
        health_check_ignore_transient_errors=false health_check_staleness_threshold=null
        ignore_invalid_deployments=false max_fallbacks=null model_group_affinity_config=null model_group_alias={}
        model_group_retry_policy={} num_retries=null optional_pre_call_checks=null polling_interval=null
        provider_budget_config=null redis_db=null redis_host=null redis_password=null redis_port=null redis_url=null
        retry_after=0 retry_policy=null routing_groups=null routing_strategy="simple-shuffle" routing_strategy_args={}
        set_verbose=false stream_timeout=null tag_filtering_match_any=true timeout=null
    """,
    "deployment_ids": r"""
        before_names=
    """,
    "endpoints": r"""
        api.deepinfra.com/v1/openai=deepinfra api.deepseek.com/v1=deepseek api.endpoints.anyscale.com/v1=anyscale
        api.featherless.ai/v1= api.galadriel.ai/v1= api.groq.com/openai/v1=groq api.llama.com/compat/v1/=
        api.mistral.ai/v1=mistral api.perplexity.ai=perplexity api.sambanova.ai/v1= api.studio.nebius.ai/v1=
        api.together.xyz/v1= api.x.ai/v1= app.empower.dev/api/v1=empower
        codestral.mistral.ai/v1/chat/completions=codestral
        codestral.mistral.ai/v1/fim/completions=text-completion-codestral https://ai-gateway.helicone.ai/=
        https://ai-gateway.vercel.sh/v1=vercel_ai_gateway https://api.clarifai.com/v2/ext/openai/v1=
        https://api.friendli.ai/serverless/v1=friendliai https://api.hyperbolic.xyz/v1=hyperbolic
        https://api.inference.wandb.ai/v1=wandb https://api.lambda.ai/v1=lambda_ai https://api.moonshot.ai/v1=
        https://api.morphllm.com/v1= https://api.poe.com/v1=poe https://api.publicai.co/v1=
        https://api.stima.tech/v1=apertis https://api.synthetic.new/openai/v1=synthetic https://api.v0.dev/v1=v0
        https://dashscope-intl.aliyuncs.com/compatible-mode/v1= https://integrate.api.nvidia.com/v1=nvidia_nim
        https://llm.chutes.ai/v1/=chutes https://nano-gpt.com/api/v1=nano-gpt inference.api.nscale.com/v1=
        ollama.com=ollama
    """,
    "first_form_guardrail": r"""
        callback_args=dict callbacks=list default_on=bool enabled_roles=list logging_only=bool
    """,
    "general_settings": r"""
        admin_only_routes=any alert_to_webhook_url=dict alert_type_config=any alert_types=list alerting=list
        alerting_args=dict alerting_threshold=num allow_client_side_credentials=bool
        allow_public_health_readiness_details=bool allow_requests_on_db_unavailable=bool allow_user_auth=bool
        allowed_ips=list allowed_routes=list always_include_stream_usage=bool auto_redirect_ui_login_to_sso=bool
        background_health_checks=bool block_robots=bool completion_model=str control_plane_url=any custom_auth=str
        custom_auth_run_common_checks=bool custom_auth_settings=any custom_key_generate=any custom_key_update=any
        custom_sso=any custom_ui_sso_sign_in_handler=any database_args=dict database_connect_timeout=num|str
        database_connection_pool_limit=int|str database_connection_pool_timeout=any database_connection_timeout=num|str
        database_disable_prepared_statements=bool database_extra_connection_params=dict database_socket_timeout=num|str
        database_type=one(dynamo_db) database_url=str default_team_disabled=bool disable_error_logs=bool
        disable_key_generate_for_org_admin=bool disable_master_key_return=bool disable_prisma_schema_update=any
        disable_reset_budget=bool disable_responses_id_security=bool
        disable_retry_on_max_parallel_request_limit_error=any disable_spend_logs=bool disable_spend_updates=bool
        email=any email_settings=any enable_health_check_routing=bool enable_jwt_auth=bool enable_mcp_registry=any
        enable_oauth2_auth=bool enable_oauth2_proxy_auth=bool enable_public_model_hub=bool enforce_rbac=bool
        enforce_user_param=bool enforced_params=any forward_client_headers_to_llm_api=bool
        forward_llm_provider_auth_headers=bool forward_openai_org_id=bool global_max_parallel_requests=int
        health_check_concurrency=int health_check_details=bool health_check_ignore_transient_errors=bool
        health_check_interval=num health_check_staleness_threshold=any image_generation_model=any
        infer_model_from_keys=bool key_management_settings=any
        key_management_system=one(google_kms,azure_key_vault,aws_secret_manager,google_secret_manager,hashicorp_vault,cyberark,local,aws_kms,custom)
        litellm_jwtauth=any litellm_key_header_name=any litellm_license=any master_key=str max_parallel_requests=int
        max_request_size_mb=num max_response_size_mb=num maximum_spend_logs_cleanup_cron=any
        maximum_spend_logs_retention_interval=any maximum_spend_logs_retention_period=str|int
        mcp_client_side_auth_header_name=any mcp_internal_ip_ranges=list mcp_required_fields=list
        mcp_trusted_proxy_ranges=list moderation_model=any oauth2_config_mappings=any otel=bool
        pass_through_endpoints=list proxy_batch_polling_interval=any proxy_batch_write_at=any
        proxy_budget_rescheduler_max_time=any proxy_budget_rescheduler_min_time=any public_routes=any
        reject_clientside_metadata_tags=bool require_end_user_mcp_access_defined=bool role_permissions=any
        search_tools=any service_account_settings=any slack=any spend_report_frequency=any store_model_in_db=bool
        store_prompts_in_spend_logs=bool supported_db_objects=list token_rate_limit_type=any trusted_proxy_ranges=list
        ui_access_mode=dict|one(admin_only,all) use_azure_key_vault=bool use_google_kms=bool
        use_redis_transaction_buffer=bool use_shared_health_check=bool use_x_forwarded_for=bool
        user_api_key_cache_ttl=~num user_header_mappings=list user_header_name=str
        user_mcp_management_mode=one(restricted,view_all)
    """,
    "guardrail_modes": r"""
        during_call= during_mcp_call= logging_only= post_call= pre_call= pre_mcp_call= realtime_input_transcription=
    """,
    "guardrail_params": r"""
        access_token_discovery_uri=any action=~one(block,mask) add_claims=any additional_block_words=any
        additional_provider_specific_params=~dict akto_account_id=~str akto_api_key=~str akto_base_url=~str
        akto_vxlan_id=~str allow_word_numbers=any allowed_scopes=any always_block_keywords=any anonymize_input=~bool
        api_base=~str api_endpoint=~str api_id=~str api_key=~str api_version=~str app_name=any application=~str
        application_id=~str apply_to_output=any assertions=~list async_mode=~bool audience=any auth_token=~str
        auth_url=any aws_access_key_id=~str aws_bedrock_runtime_endpoint=~str aws_profile_name=~str aws_region_name=~str
        aws_role_name=~str aws_secret_access_key=~str aws_session_name=~str aws_session_token=~str aws_sts_endpoint=~str
        aws_web_identity_token=~str base_url=~str block_failures=~bool block_on_detection=any block_on_error=~bool
        block_on_violation=~bool blocked=any blocked_languages=~list blocked_reason=any blocked_words=~list
        blocked_words_file=~str blocklistNames=any body=any brand_self=any breakdown=~bool callback_args=any
        callbacks=any categories=~list category=any category_file=any category_name=any category_thresholds=~dict
        channel_token_audience=any channel_token_ttl=any check_tool_results=any classification_response=any
        comparison_words=any competitor_aliases=any competitor_intent_config=any competitor_intent_type=any
        competitors=any confidence_threshold=~num config=~dict content=any content_filter_settings=any
        content_moderation_check=~bool conversation_id=any credentials=~str criteria=any custom_code=~str
        custom_routes=any custom_routes_file=any debug_headers=any default_action=~one(allow,deny) default_on=~bool
        deployment_name=~str description=any details=any detect_execution_intent=~bool detect_secrets_config=~dict
        detector_id=~str detector_params=any detectors=~dict dev_info=~bool disable_exception_on_block=~bool
        domain_words=any embedding_model=any enabled=any enabled_roles=any end_session_after_n_fails=~int
        end_user_claim_sources=any entities=any evaluation_id=~str event_hook=any exceptions=any
        experimental_use_latest_role_message_only=~bool extra_body=any extra_headers=~list fail_on_error=~bool
        fail_open=any fallback_on_error=any grounding_check=~bool grounding_strictness=~one(BALANCED,STRICT)
        guard_name=~str guardrail=~str guardrailIdentifier=~str guardrailVersion=~str guardrail_id=any
        guardrail_information=any guardrail_name=any guardrail_timeout=~int guardrails=any
        guardrails_ai_api_input_format=any hallucinations_check=~bool haltOnBlocklistHit=any headers=any
        identifier_words=any image_model=any images=any include_evidence=~bool include_scanners=~bool inherit_from=any
        is_detector_server=~bool issuer=any javelin_guard_name=any judge_model=any keys=any keyword=any
        keyword_pattern=any keyword_redaction_tag=~str keywords=any language=any lasso_api_key=any
        lasso_conversation_id=~str lasso_user_id=~str litellm_params=any llm_router=any location=~str locations=any
        logging_only=any mask=~bool mask_on_block=any mask_request_content=~bool mask_response_content=~bool
        matchState=any message=any messages=any metadata=~dict mock_redacted_text=~dict mock_testing=any
        mode=~dict|list|str model=~str model_id=any moderation_check=any modify_guardrails=any monitor_mode=~bool
        name=any on_disallowed_action=~one(block,rewrite) on_failure=any on_flagged=~one(block,monitor)
        on_flagged_action=~str on_violation=~one(warn,end_session) optional_claims=any optional_params=~any output=any
        outputType=any output_parse_pii=~bool overall_threshold=any pangea_input_recipe=~str pangea_output_recipe=~str
        pattern_name=any pattern_redaction_format=~str patterns=~list payload=~bool persist_session=~bool
        phrase_patterns=any pii_check=~bool pii_entities_config=~dict pii_entity_categories=any pillar_session_id=any
        policy=any policy_id=~int policy_ids=any policy_name=~str policy_names=~list policy_template=any
        presidio_ad_hoc_recognizers=~str presidio_analyzer_api_base=~str presidio_anonymizer_api_base=~str
        presidio_entities_deny_list=~list presidio_filter_scope=~one(input,output,both) presidio_language=~str
        presidio_run_on=~one(input,output,both) presidio_score_thresholds=~dict profile_name=any project_id=~str
        prompt=any prompt_injection=any prompt_injections=~bool realtime_violation_message=~str reasoning_mode=any
        reframe_message_template=any refuse_message_template=any remove_claims=any requester_ip_address=any
        required_claims=any response=any route_templates=any rules=~list score_threshold=any
        send_user_api_key_alias=~bool send_user_api_key_team_id=~bool send_user_api_key_user_id=~bool set_claims=any
        severity_threshold=~str severity_threshold_by_category=any similarity_threshold=any
        skip_system_message_in_guardrail=~bool ssl_verify=any status_code=any streaming_end_of_stream_only=any
        streaming_sampling_rate=any sub=any supported_actions=any supported_entities=any supported_modes=any
        system_prompt=any template_id=~str text=any texts=any threat_level=any threshold_high=any threshold_low=any
        threshold_medium=any timeout=any token_introspection_endpoint=any tool_selection_quality_check=~bool tools=any
        transformed=any ttl_seconds=any unreachable_fallback=~one(fail_closed,fail_open) use_v2=~bool user=any
        user_api_key_alias=any user_api_key_end_user_id=any user_api_key_team_id=any user_api_key_user_id=any
        user_id=any verify_audience=any verify_issuer=any verify_ssl=~bool version=~int violation_message_template=~str
        violation_threshold=any violations=any xecguard_model=~str
    """,
    "guardrail_types": r"""
        aim= akto= aporia= azure/prompt_shield= azure/text_moderations= bedrock= block_code_execution= crowdstrike_aidr=
        custom_code= dynamoai= enkryptai= generic_guardrail_api= grayswan= guardrails_ai= hiddenlayer= hide-secrets=
        ibm_guardrails= javelin= lakera= lakera_v2= lasso= litellm_content_filter= llm_as_a_judge=
        mcp_end_user_permission= mcp_jwt_signer= mcp_security= model_armor= noma= noma_v2= onyx= openai_moderation=
        pangea= panw_prisma_airs= pillar= presidio= prompt_security= promptguard= qostodian_nexus= qualifire=
        semantic_guard= tool_permission= xecguard= zscaler_ai_guard=
    """,
    "guardrails": r"""
        created_at=any guardrail_id=str guardrail_info=dict guardrail_name=str litellm_params=dict policy_template=str
        updated_at=any
    """,
    "jwt_auth": r"""
        admin_allowed_routes=~list admin_jwt_scope=~str custom_validate=~any end_user_id_jwt_field=~str
        enforce_rbac=~bool enforce_scope_based_access=~bool enforce_team_based_model_access=~bool
        jwt_litellm_role_map=~list object_id_jwt_field=~str oidc_userinfo_cache_ttl=~num oidc_userinfo_enabled=~bool
        oidc_userinfo_endpoint=~str org_alias_jwt_field=~str org_id_jwt_field=~str public_allowed_routes=~list
        public_key_ttl=~num role_mappings=~list roles_jwt_field=~str routing_overrides=~list scope_mappings=~list
        sync_user_role_and_teams=~bool team_alias_jwt_field=~str team_allowed_routes=~list team_id_default=~str
        team_id_jwt_field=~str team_id_upsert=~bool team_ids_jwt_field=~str upsert_sso_user_to_team=~bool
        user_allowed_email_domain=~str user_allowed_roles=~list user_email_jwt_field=~str user_id_jwt_field=~str
        user_id_upsert=~bool user_roles_jwt_field=~str virtual_key_claim_field=~str virtual_key_mapping_cache_ttl=~num
    """,
    "key_generation": r"""
        personal_key_generation=any team_key_generation=any
    """,
    "key_management": r"""
        access_mode=~one(read_only,write_only,read_and_write) aws_external_id=~str aws_profile_name=~str
        aws_region_name=~str aws_role_name=~str aws_session_name=~str aws_sts_endpoint=~str aws_web_identity_token=~str
        custom_secret_manager=~str description=~str hosted_keys=~list prefix_for_stored_virtual_keys=~str
        primary_secret_name=~str store_virtual_keys=~bool tags=~dict
    """,
    "key_management_systems": r"""
        aws_kms= aws_secret_manager= azure_key_vault= custom= cyberark= google_kms= google_secret_manager=
        hashicorp_vault=
    """,
    "keyless": r"""
        docker_model_runner= hosted_vllm= llamafile= lm_studio= xinference=stub-xinference-key
    """,
    "licensed": r"""
        allowed_ips=general_settings banned_keywords=callbacks blocked_user_check=callbacks
        cyberark=key_management_system enable_jwt_auth=general_settings enable_oauth2_auth=general_settings
        enforced_params=general_settings google_secret_manager=key_management_system google_text_moderation=callbacks
        hashicorp_vault=key_management_system hide_secrets=callbacks llamaguard_moderations=callbacks
        llmguard_moderations=callbacks openai_moderations=callbacks tag_budget_config=litellm_settings
    """,
    "licensed_in_vain": r"""
        admin_only_routes=general_settings azure_storage=callbacks gcs_bucket=callbacks gcs_pubsub=callbacks
        max_request_size_mb=general_settings max_response_size_mb=general_settings public_routes=general_settings
    """,
    "litellm_params": r"""
        acompletion=any adaptive_router_config=~dict adaptive_router_default_model=~str additional_drop_params=any
        aimg_generation=any allowed_model_region=any allowed_openai_params=any api_base=~str api_key=~str
        api_version=~str arize_api_key=any arize_space_id=any arize_space_key=any assistant_continue_message=any
        atext_completion=any audio=any auto_router_config=~str auto_router_config_path=~str
        auto_router_default_model=~str auto_router_embedding_model=~str aws_access_key_id=~str
        aws_bedrock_runtime_endpoint=~str aws_region_name=~str aws_secret_access_key=~str azure=any
        azure_ad_token_provider=any azure_password=any azure_scope=any azure_username=any base_model=any base_url=str
        bos_token=any budget_duration=~str cache=any cache_creation_input_audio_token_cost=~num
        cache_creation_input_token_cost=~num cache_creation_input_token_cost_above_1hr=~num
        cache_creation_input_token_cost_above_200k_tokens=~num cache_key=any cache_read_input_audio_token_cost=~num
        cache_read_input_token_cost=~num cache_read_input_token_cost_above_200k_tokens=~num
        cache_read_input_token_cost_flex=~num cache_read_input_token_cost_priority=~num caching=any caching_groups=any
        citation_cost_per_token=~num client=any client_id=any client_secret=any complete_response=any
        complexity_router_config=~dict complexity_router_default_model=~str configurable_clientside_auth_params=~list
        context_management=any context_window_fallback_dict=any cooldown_time=any custom_llm_provider=~str
        default_api_key_rpm_limit=~int default_api_key_tpm_limit=~int default_headers=any deployment_id=any
        disable_add_transform_inline_image_block=any drop_params=bool embedding_model=str
        enable_json_schema_validation=bool ensure_alternating_roles=any eos_token=any extra_headers=dict
        fallback_depth=any fallbacks=any fastest_response=any final_prompt_value=any force_timeout=any
        frequency_penalty=num function_call=str functions=list gcs_bucket_name=~str gcs_path_service_account=any
        guardrails=any headers=any hf_model_name=any humanloop_api_key=any id=any index_name=str
        input_cost_per_audio_per_second=~num input_cost_per_audio_per_second_above_128k_tokens=~num
        input_cost_per_audio_token=~num input_cost_per_character=~num input_cost_per_character_above_128k_tokens=~num
        input_cost_per_image=~num input_cost_per_image_above_128k_tokens=~num input_cost_per_pixel=~num
        input_cost_per_query=~num input_cost_per_second=~num input_cost_per_token=~num
        input_cost_per_token_above_128k_tokens=~num input_cost_per_token_above_200k_tokens=~num
        input_cost_per_token_batches=~num input_cost_per_token_cache_hit=~num input_cost_per_token_flex=~num
        input_cost_per_token_priority=~num input_cost_per_video_per_second=~num
        input_cost_per_video_per_second_above_128k_tokens=~num input_cost_per_video_per_second_above_15s_interval=~num
        input_cost_per_video_per_second_above_8s_interval=~num langfuse_host=any langfuse_prompt_version=any
        langfuse_public_key=any langfuse_secret=any langfuse_secret_key=any langsmith_api_key=any langsmith_base_url=any
        langsmith_project=any langsmith_sampling_rate=any langsmith_tenant_id=any litellm_call_id=any
        litellm_credential_name=~str litellm_disabled_callbacks=any litellm_logging_obj=any litellm_metadata=any
        litellm_proxy_rate_limit_response=any litellm_request_debug=any litellm_session_id=any litellm_system_prompt=any
        litellm_trace_id=~str logger_fn=any logit_bias=dict logprobs=bool max_budget=~num max_completion_tokens=int
        max_fallbacks=any max_file_size_mb=~num max_parallel_requests=int max_retries=~int max_tokens=int
        merge_reasoning_content_in_choices=~bool messages=list metadata=any milvus_db_name=~str
        milvus_partition_names=~list milvus_text_field=~str mock_response=~any mock_timeout=any modalities=list
        model=~str model_config=any model_file_id_mapping=any model_info=~dict model_list=list n=int no-log=any
        num_retries=int order=int organization=~str|list output_cost_per_audio_per_second=~num
        output_cost_per_audio_token=~num output_cost_per_character=~num output_cost_per_character_above_128k_tokens=~num
        output_cost_per_image=~num output_cost_per_image_token=~num output_cost_per_pixel=~num
        output_cost_per_reasoning_token=~num output_cost_per_second=~num output_cost_per_second_1080p=~num
        output_cost_per_token=~num output_cost_per_token_above_128k_tokens=~num
        output_cost_per_token_above_200k_tokens=~num output_cost_per_token_batches=~num output_cost_per_token_flex=~num
        output_cost_per_token_priority=~num output_cost_per_video_per_second=~num parallel_tool_calls=bool
        posthog_api_key=any posthog_api_url=any prediction=any presence_penalty=num preset_cache_key=any
        prompt_cache_key=any prompt_cache_retention=any prompt_id=any prompt_label=any prompt_variables=any
        prompt_version=any provider_specific_header=any proxy_server_request=any quality_router_config=~dict
        quality_router_default_model=~str reasoning_effort=one(none,minimal,low,medium,high,xhigh,default)
        region_name=~str request_timeout=any response_format=any retry_policy=any retry_strategy=any roles=any rpm=~int
        s3_bucket_name=~str s3_encryption_key_id=~str safety_identifier=str search_context_cost_per_query=~dict
        search_tool_name=any secret_fields=any seed=int self=any service_tier=str shared_session=any stop=any store=any
        stream=bool stream_options=dict stream_timeout=~num|str supports_system_message=any tag_regex=~list tags=~list
        temperature=num tenant_id=any text_completion=any thinking=dict tiered_pricing=~list timeout=~any
        tool_choice=dict|str tools=list top_logprobs=int top_p=num tpm=~int ttl=any turn_off_message_logging=any
        use_chat_completions_api=~bool use_client=any use_in_pass_through=~bool use_litellm_proxy=~bool user=str
        user_continue_message=any vector_bucket_name=str vector_store_id=~str verbose=any verbosity=one(low,medium,high)
        vertex_credentials=~dict|str vertex_location=~str vertex_project=~str wandb_api_key=any watsonx_region_name=~str
        weave_project_id=any web_search_options=dict weight=num
    """,
    "litellm_settings": r"""
        BEDROCK_INVOKE_PROVIDERS_LITERAL=any DEFAULT_BATCH_SIZE=any DEFAULT_FLUSH_INTERVAL_SECONDS=any
        DEFAULT_MAX_RETRIES=any DEFAULT_REPLICATE_POLLING_DELAY_SECONDS=any DEFAULT_REPLICATE_POLLING_RETRIES=any
        HUMANLOOP_PROMPT_CACHE_TTL_SECONDS=any OPENAI_CHAT_COMPLETION_PARAMS=any REPEATED_STREAMING_CHUNK_LIMIT=any
        ROUTER_MAX_FALLBACKS=any aclient_session=any adapters=list add_function_to_prompt=bool
        add_user_information_to_llm_headers=bool ai21_key=str aiohttp_trust_env=bool aleph_alpha_key=str
        allow_dynamic_callback_disabling=bool allowed_fails=int amazon_nova_api_key=str anthropic_beta_headers_url=str
        anthropic_key=str api_base=str api_key=str api_version=str argilla_batch_size=int
        argilla_transformation_object=dict audit_log_callbacks=list aws_sqs_callback_params=dict
        azure_content_safety_params=any azure_key=str azure_llms=any banned_keywords_list=list|str
        base_llm_aiohttp_handler=any baseten_key=str blocked_user_list=list|str blog_posts_url=str budget_duration=str
        bytez_key=str cache=any cache_params=any caching=bool callback_settings=dict callbacks=list
        check_provider_endpoint=bool clarifai_key=str client_session=any cloudflare_api_key=str cohere_key=str
        cold_storage_custom_logger=one(lago,openmeter,logfire,literalai,litellm_agent,dynamic_rate_limiter,dynamic_rate_limiter_v3,langsmith,prometheus,otel,datadog,datadog_metrics,datadog_llm_observability,galileo,braintrust,arize,arize_phoenix,langtrace,gcs_bucket,azure_storage,opik,argilla,mlflow,langfuse,langfuse_otel,weave_otel,pagerduty,humanloop,azure_sentinel,gcs_pubsub,agentops,anthropic_cache_control_hook,generic_api,resend_email,sendgrid_email,smtp_email,deepeval,s3_v2,aws_sqs,vector_store_pre_call_hook,dotprompt,bitbucket,gitlab,cloudzero,focus,vantage,posthog,levo,compression_interception)
        cometapi_key=str common_cloud_provider_auth_params=dict compression_interception_params=any config_path=any
        content_policy_fallbacks=list context_window_fallbacks=list cost_discount_config=dict cost_margin_config=dict
        credential_list=list custom_prometheus_metadata_labels=list custom_prometheus_tags=list custom_prompt_dict=dict
        custom_provider_map=list databricks_key=str datadog_llm_observability_params=dict datadog_params=dict
        datadog_use_v1=bool datarobot_key=str default_fallbacks=list default_in_memory_ttl=num
        default_internal_user_params=dict default_key_generate_params=dict default_key_max_budget_alert_emails=dict
        default_max_internal_user_budget=~num default_redis_batch_cache_expiry=num default_redis_ttl=num
        default_soft_budget=num default_team_params=dict default_team_settings=list disable_add_prefix_to_prompt=bool
        disable_add_transform_inline_image_block=bool disable_add_user_agent_to_request_tags=bool
        disable_aiohttp_transport=bool disable_aiohttp_trust_env=bool
        disable_anthropic_gemini_context_caching_transform=bool disable_copilot_system_to_assistant=bool
        disable_end_user_cost_tracking=bool disable_end_user_cost_tracking_prometheus_only=bool
        disable_hf_tokenizer_download=bool disable_stop_sequence_limit=bool disable_streaming_logging=bool
        disable_token_counter=bool disable_vertex_batch_output_transformation=bool drop_params=any
        dynamodb_table_name=str email=str enable_azure_ad_token_refresh=bool
        enable_caching_on_provider_specific_optional_params=bool enable_end_user_cost_tracking_prometheus_only=bool
        enable_gemini_default_thinking_level_low=bool enable_json_schema_validation=bool
        enable_key_alias_format_validation=bool enable_loadbalancing_on_batch_endpoints=bool
        enable_model_config_credential_overrides=bool enable_post_custom_auth_checks=any enable_preview_features=bool
        enable_redis_auth_cache=bool error_logs=dict extra_spend_tag_headers=list failure_callback=list fallbacks=list
        filter_invalid_headers=bool force_ipv4=bool forward_llm_provider_auth_headers=any
        forward_traceparent_to_llm_provider=bool gcs_pub_sub_use_v1=bool generic_api_use_v1=bool
        generic_logger_headers=dict gigachat_key=str global_bitbucket_config=dict global_disable_no_log_param=bool
        global_gitlab_config=dict global_prompt_directory=any google_moderation_confidence_threshold=num
        gradient_ai_api_key=str groq_key=str guardrail_name_config_map=dict guardrails=any headers=any heroku_key=str
        huggingface_key=str in_memory_llm_clients_cache=any include_cost_in_streaming_usage=bool infinity_key=str
        initialized_langfuse_clients=int input_callback=list internal_user_budget_duration=str json_logs=any
        key_generation_settings=dict known_tokenizer_config=any langfuse_default_tags=list langsmith_batch_size=int
        lemonade_key=str litellm_mode=any llama_api_key=str llamaguard_model_name=str
        llamaguard_unsafe_content_categories=str llm_guard_mode=one(all,key-specific,request-specific) log_level=any
        log_raw_request_response=bool logged_real_time_event_types=list|one(*) logging=bool
        longer_context_model_fallback_dict=dict maritalk_key=str max_budget=num max_end_user_budget=num
        max_end_user_budget_id=str max_fallbacks=int max_internal_user_budget=~num max_tokens=int
        max_ui_session_budget=num max_user_budget=num mcp_aliases=any mcp_semantic_tool_filter=any model_alias_map=dict
        model_cost=any model_cost_map_url=str model_fallbacks=list model_group_settings=dict model_list=any
        model_list_set=any models_by_provider=dict modify_params=any nebius_key=str network_mock=bool nlp_cloud_key=str
        novita_api_key=str num_retries=int num_retries_per_request=int ollama_key=str openai_compatible_endpoints=list
        openai_compatible_providers=list openai_key=str openai_like_key=str openai_moderations_model_name=str
        openai_text_completion_compatible_providers=list openrouter_key=str organization=any output_parse_pii=bool
        ovhcloud_key=str post_call_rules=list pre_call_rules=list predibase_key=str predibase_tenant_id=str
        presidio_ad_hoc_recognizers=str presidio_logging_only=any priority_reservation=dict
        priority_reservation_settings=dict project=any prometheus_emit_stream_label=bool
        prometheus_initialize_budget_metrics=bool prometheus_latency_buckets=list prometheus_metrics_config=list
        prompt_injection_params=any prompt_name_config_map=dict provider_url_destination_allowed_hosts=list
        proxy_auth=any public_agent_groups=list public_mcp_servers=list public_model_groups=list
        public_model_groups_links=dict reasoning_auto_summary=bool redact_messages_in_exceptions=bool
        redact_user_api_key_info=bool replicate_key=str request_timeout=num require_auth_for_metrics_endpoint=bool
        responses=any retry=bool return_response_headers=bool route_all_chat_openai_to_responses=bool
        s3_callback_params=dict safe_memory_mode=bool sap_service_key=str scim_upsert_user=bool
        secret_manager_client=any service_callback=list set_verbose=bool skip_system_message_in_guardrail=bool
        snowflake_key=str ssl_certificate=str ssl_ecdh_curve=str ssl_security_level=str ssl_verify=bool|str
        standard_logging_payload_excluded_fields=list store_audit_logs=bool success_callback=list
        suppress_debug_info=bool sync_transport=any tag_budget_config=dict telemetry=bool timezone=any
        togetherai_api_key=str token=str turn_off_message_logging=bool ui_theme_config=dict
        upperbound_key_generate_params=dict use_aiohttp_transport=bool
        use_chat_completions_url_for_anthropic_messages=bool use_client=bool use_litellm_proxy=bool
        user_url_allowed_hosts=list user_url_validation=bool vector_store_index_registry=any vector_store_registry=any
        verbose_logger=any vercel_ai_gateway_key=str vertex_ai_safety_settings=any vertex_credentials=any
        vertex_location=str vertex_project=str wandb_key=str websearch_interception_params=any
    """,
    "logger_settings": r"""
        message_logging=any turn_off_message_logging=any
    """,
    "mcp_auth_types": r"""
        api_key= authorization= aws_sigv4= basic= bearer_token= none= oauth2= token=
    """,
    "mcp_server": r"""
        access_groups=~list alias=any allow_all_keys=any allowed_params=~dict allowed_tools=~list args=~list
        auth_type=any auth_value=any authentication_token=any authorization_url=any available_on_public_internet=any
        aws_access_key_id=~str aws_region_name=~str aws_role_name=~str aws_secret_access_key=~str aws_service_name=~str
        aws_session_name=~str aws_session_token=~str byok_api_key_help_url=any byok_description=any client_id=~str
        client_secret=~str command=any created_at=any description=any disallowed_tools=~list env=~dict
        extra_headers=~list instructions=~str is_byok=any mcp_info=any name=any
        oauth2_flow=~one(client_credentials,authorization_code) registration_url=any scopes=any server_id=any
        server_name=any short_prefix=any spec_path=~str static_headers=~dict token_storage_ttl_seconds=any token_url=any
        token_validation=any tool_name_to_description=any tool_name_to_display_name=any transport=any updated_at=any
        url=any
    """,
    "mcp_tool": r"""
        description=any handler=any input_schema=any name=any
    """,
    "mcp_transports": r"""
        http= sse= stdio=
    """,
    "model_group_settings": r"""
        forward_client_headers_to_llm_api=~list
    """,
    "model_info": r"""
        access_groups=any access_via_team_ids=any adaptive_router_preferences=any aliases=any
        annotation_cost_per_page=any base_model=~str bedrock_output_config_effort_ceiling=any
        cache_creation_input_audio_token_cost=any cache_creation_input_token_cost=any
        cache_creation_input_token_cost_above_1hr=any cache_creation_input_token_cost_above_1hr_above_200k_tokens=any
        cache_creation_input_token_cost_above_200k_tokens=any cache_read_input_audio_token_cost=any
        cache_read_input_image_token_cost=any cache_read_input_token_cost=any
        cache_read_input_token_cost_above_200k_tokens=any cache_read_input_token_cost_above_200k_tokens_priority=any
        cache_read_input_token_cost_above_272k_tokens=any cache_read_input_token_cost_above_272k_tokens_priority=any
        cache_read_input_token_cost_batches=any cache_read_input_token_cost_flex=any
        cache_read_input_token_cost_per_audio_token=any cache_read_input_token_cost_priority=any
        citation_cost_per_token=any code_interpreter_cost_per_session=any comment=any
        computer_use_input_cost_per_1k_tokens=any computer_use_output_cost_per_1k_tokens=any created_at=~any
        created_by=~str custom_tokenizer=any db_model=~bool deprecation_date=any direct_access=bool
        disable_background_health_check=bool file_search_cost_per_1k_calls=any file_search_cost_per_gb_per_day=any
        health_check_max_tokens=any health_check_max_tokens_non_reasoning=any health_check_max_tokens_reasoning=any
        health_check_model=any health_check_reasoning_effort=any health_check_timeout=any health_check_voice=any id=~str
        input_cost_per_audio_per_second=any input_cost_per_audio_per_second_above_128k_tokens=any
        input_cost_per_audio_token=any input_cost_per_audio_token_priority=any input_cost_per_character=any
        input_cost_per_character_above_128k_tokens=any input_cost_per_image=any
        input_cost_per_image_above_128k_tokens=any input_cost_per_image_token=any input_cost_per_pixel=any
        input_cost_per_query=any input_cost_per_request=any input_cost_per_second=any input_cost_per_token=any
        input_cost_per_token_above_128k_tokens=any input_cost_per_token_above_200k_tokens=any
        input_cost_per_token_above_200k_tokens_priority=any input_cost_per_token_above_256k_tokens=any
        input_cost_per_token_above_272k_tokens=any input_cost_per_token_above_272k_tokens_priority=any
        input_cost_per_token_batch_requests=any input_cost_per_token_batches=any input_cost_per_token_cache_hit=any
        input_cost_per_token_flex=any input_cost_per_token_priority=any input_cost_per_video_per_second=any
        input_cost_per_video_per_second_above_128k_tokens=any input_cost_per_video_per_second_above_15s_interval=any
        input_cost_per_video_per_second_above_8s_interval=any input_dbu_cost_per_token=any key=any litellm_provider=any
        litellm_routing_preferences=any max_audio_length_hours=any max_audio_per_prompt=any
        max_document_chunks_per_query=any max_images_per_prompt=any max_input_tokens=any max_output_tokens=any
        max_pdf_size_mb=any max_query_tokens=any max_tokens=any max_tokens_per_document_chunk=any max_video_length=any
        max_videos_per_prompt=any metadata=any mode=any model_id=any model_info=any model_name=any ocr_cost_per_page=any
        order=any original_model_id=any output_cost_per_audio_token=any output_cost_per_character=any
        output_cost_per_character_above_128k_tokens=any output_cost_per_image=any
        output_cost_per_image_above_1024_and_1024_pixels=any
        output_cost_per_image_above_1024_and_1024_pixels_and_premium_image=any
        output_cost_per_image_above_512_and_512_pixels=any
        output_cost_per_image_above_512_and_512_pixels_and_premium_image=any output_cost_per_image_premium_image=any
        output_cost_per_image_token=any output_cost_per_image_token_batches=any output_cost_per_pixel=any
        output_cost_per_reasoning_token=any output_cost_per_second=any output_cost_per_second_1080p=any
        output_cost_per_token=any output_cost_per_token_above_128k_tokens=any
        output_cost_per_token_above_200k_tokens=any output_cost_per_token_above_200k_tokens_priority=any
        output_cost_per_token_above_256k_tokens=any output_cost_per_token_above_272k_tokens=any
        output_cost_per_token_above_272k_tokens_priority=any output_cost_per_token_batches=any
        output_cost_per_token_flex=any output_cost_per_token_priority=any output_cost_per_video_per_second=any
        output_dbu_cost_per_token=any output_vector_size=any pipeline_tag=any provider_specific_entry=any rpm=any
        search_context_cost_per_query=any search_queries_cost_per_query=any source=any supported_endpoints=any
        supported_environments=any supported_modalities=any supported_openai_params=any supported_output_modalities=any
        supported_regions=any supported_resolutions=any supports_adaptive_thinking=any supports_assistant_prefill=any
        supports_audio_input=any supports_audio_output=any supports_code_execution=any supports_computer_use=any
        supports_embedding_image_input=any supports_file_search=any supports_function_calling=any
        supports_image_input=any supports_low_reasoning_effort=any supports_max_reasoning_effort=any
        supports_minimal_reasoning_effort=any supports_multimodal=any supports_native_streaming=any
        supports_native_structured_output=any supports_none_reasoning_effort=any supports_nova_canvas_image_edit=any
        supports_output_config=any supports_parallel_function_calling=any supports_pdf_input=any supports_preset=any
        supports_prompt_caching=any supports_reasoning=any supports_response_schema=any supports_sampling_params=any
        supports_service_tier=any supports_system_messages=any supports_tool_choice=any supports_url_context=any
        supports_video_input=any supports_vision=any supports_web_search=any supports_xhigh_reasoning_effort=any
        team_id=~str team_public_model_name=~str template=any tier=~one(free,paid) tiered_pricing=any
        tool_use_system_prompt_tokens=any tpm=any updated_at=~any updated_by=~str uses_embed_content=any
        vector_store_cost_per_gb_per_day=any web_search_billing_unit=any web_search_cost_per_request=any
    """,
    "model_list": r"""
        litellm_params=~dict model_info=~dict model_name=~str rpm=int tpm=int
    """,
    "models:ai21": r"""
        j2-light= j2-mid= j2-ultra= jamba-1.5-large= jamba-1.5-large@001= jamba-1.5-mini= jamba-1.5-mini@001= jamba-1.5=
        jamba-large-1.6= jamba-large-1.7= jamba-mini-1.6= jamba-mini-1.7=
    """,
    "models:aiml": r"""
        aiml/dall-e-2=image_generation aiml/dall-e-3=image_generation aiml/flux-pro/v1.1-ultra=image_generation
        aiml/flux-pro/v1.1=image_generation aiml/flux-pro=image_generation aiml/flux-realism=image_generation
        aiml/flux/dev=image_generation aiml/flux/kontext-max/text-to-image=image_generation
        aiml/flux/kontext-pro/text-to-image=image_generation aiml/flux/schnell=image_generation
        aiml/google/imagen-4.0-ultra-generate-001=image_generation aiml/google/nano-banana-pro=image_generation
    """,
    "models:amazon_nova": r"""
        amazon-nova/nova-lite-v1= amazon-nova/nova-micro-v1= amazon-nova/nova-premier-v1= amazon-nova/nova-pro-v1=
    """,
    "models:anthropic": r"""
        claude-3-7-sonnet-20250219=reasons claude-3-haiku-20240307= claude-3-opus-20240229=
        claude-4-opus-20250514=reasons claude-4-sonnet-20250514=reasons claude-fable-5=reasons
        claude-haiku-4-5-20251001=reasons claude-haiku-4-5=reasons claude-opus-4-1-20250805=reasons
        claude-opus-4-1=reasons claude-opus-4-20250514=reasons claude-opus-4-5-20251101=reasons claude-opus-4-5=reasons
        claude-opus-4-6-20260205=reasons claude-opus-4-6=reasons claude-opus-4-7-20260416=reasons
        claude-opus-4-7=reasons claude-sonnet-4-20250514=reasons claude-sonnet-4-5-20250929=reasons
        claude-sonnet-4-5=reasons claude-sonnet-4-6=reasons
    """,
    "models:anyscale": r"""
        anyscale/HuggingFaceH4/zephyr-7b-beta= anyscale/codellama/CodeLlama-34b-Instruct-hf=
        anyscale/codellama/CodeLlama-70b-Instruct-hf= anyscale/google/gemma-7b-it=
        anyscale/meta-llama/Llama-2-13b-chat-hf= anyscale/meta-llama/Llama-2-70b-chat-hf=
        anyscale/meta-llama/Llama-2-7b-chat-hf= anyscale/meta-llama/Meta-Llama-3-70B-Instruct=
        anyscale/meta-llama/Meta-Llama-3-8B-Instruct= anyscale/mistralai/Mistral-7B-Instruct-v0.1=
        anyscale/mistralai/Mixtral-8x22B-Instruct-v0.1= anyscale/mistralai/Mixtral-8x7B-Instruct-v0.1=
    """,
    "models:assemblyai": r"""
        assemblyai/best=audio_transcription assemblyai/nano=audio_transcription
    """,
    "models:aws_polly": r"""
        aws_polly/generative=audio_speech aws_polly/long-form=audio_speech aws_polly/neural=audio_speech
        aws_polly/standard=audio_speech
    """,
    "models:azure": r"""
        azure/ada=embedding azure/codex-mini=reasons azure/command-r-plus= azure/computer-use-preview=reasons
        azure/container= azure/eu/gpt-4o-2024-08-06= azure/eu/gpt-4o-2024-11-20= azure/eu/gpt-4o-mini-2024-07-18=
        azure/eu/gpt-4o-mini-realtime-preview-2024-12-17= azure/eu/gpt-4o-realtime-preview-2024-10-01=
        azure/eu/gpt-4o-realtime-preview-2024-12-17= azure/eu/gpt-5-2025-08-07=reasons
        azure/eu/gpt-5-mini-2025-08-07=reasons azure/eu/gpt-5-nano-2025-08-07=reasons azure/eu/gpt-5.1-chat=reasons
        azure/eu/gpt-5.1-codex-mini=reasons azure/eu/gpt-5.1-codex=reasons azure/eu/gpt-5.1=reasons
        azure/eu/o1-2024-12-17= azure/eu/o1-mini-2024-09-12= azure/eu/o1-preview-2024-09-12=
        azure/eu/o3-mini-2025-01-31=reasons azure/global-standard/gpt-4o-2024-08-06=
        azure/global-standard/gpt-4o-2024-11-20= azure/global-standard/gpt-4o-mini= azure/global/gpt-4o-2024-08-06=
        azure/global/gpt-4o-2024-11-20= azure/global/gpt-5.1-chat=reasons azure/global/gpt-5.1-codex-mini=reasons
        azure/global/gpt-5.1-codex=reasons azure/global/gpt-5.1=reasons azure/gpt-3.5-turbo-0125= azure/gpt-3.5-turbo=
        azure/gpt-35-turbo-0125= azure/gpt-35-turbo-1106= azure/gpt-35-turbo-16k-0613= azure/gpt-35-turbo-16k=
        azure/gpt-35-turbo= azure/gpt-4-0125-preview= azure/gpt-4-0613= azure/gpt-4-1106-preview= azure/gpt-4-32k-0613=
        azure/gpt-4-32k= azure/gpt-4-turbo-2024-04-09= azure/gpt-4-turbo-vision-preview= azure/gpt-4-turbo=
        azure/gpt-4.1-2025-04-14= azure/gpt-4.1-mini-2025-04-14= azure/gpt-4.1-mini= azure/gpt-4.1-nano-2025-04-14=
        azure/gpt-4.1-nano= azure/gpt-4.1= azure/gpt-4.5-preview= azure/gpt-4= azure/gpt-4o-2024-05-13=
        azure/gpt-4o-2024-08-06= azure/gpt-4o-2024-11-20= azure/gpt-4o-audio-preview-2024-12-17=
        azure/gpt-4o-mini-2024-07-18= azure/gpt-4o-mini-audio-preview-2024-12-17=
        azure/gpt-4o-mini-realtime-preview-2024-12-17= azure/gpt-4o-mini-transcribe=audio_transcription
        azure/gpt-4o-mini-tts=audio_speech azure/gpt-4o-mini= azure/gpt-4o-realtime-preview-2024-10-01=
        azure/gpt-4o-realtime-preview-2024-12-17= azure/gpt-4o-transcribe-diarize=audio_transcription
        azure/gpt-4o-transcribe=audio_transcription azure/gpt-4o= azure/gpt-5-2025-08-07=reasons
        azure/gpt-5-chat-latest=reasons azure/gpt-5-chat=reasons azure/gpt-5-codex=reasons
        azure/gpt-5-mini-2025-08-07=reasons azure/gpt-5-mini=reasons azure/gpt-5-nano-2025-08-07=reasons
        azure/gpt-5-nano=reasons azure/gpt-5-pro=reasons azure/gpt-5.1-2025-11-13=reasons
        azure/gpt-5.1-chat-2025-11-13=reasons azure/gpt-5.1-chat=reasons azure/gpt-5.1-codex-2025-11-13=reasons
        azure/gpt-5.1-codex-max=reasons azure/gpt-5.1-codex-mini-2025-11-13=reasons azure/gpt-5.1-codex-mini=reasons
        azure/gpt-5.1-codex=reasons azure/gpt-5.1=reasons azure/gpt-5.2-2025-12-11=reasons
        azure/gpt-5.2-chat-2025-12-11=reasons azure/gpt-5.2-chat=reasons azure/gpt-5.2-codex=reasons
        azure/gpt-5.2-pro-2025-12-11=reasons azure/gpt-5.2-pro=reasons azure/gpt-5.2=reasons azure/gpt-5.3-chat=reasons
        azure/gpt-5.3-codex=reasons azure/gpt-5.4-2026-03-05=reasons azure/gpt-5.4-mini-2026-03-17=reasons
        azure/gpt-5.4-mini=reasons azure/gpt-5.4-nano-2026-03-17=reasons azure/gpt-5.4-nano=reasons
        azure/gpt-5.4-pro-2026-03-05=reasons azure/gpt-5.4-pro=reasons azure/gpt-5.4=reasons
        azure/gpt-5.5-2026-04-23=reasons azure/gpt-5.5-pro-2026-04-23=reasons azure/gpt-5.5-pro=reasons
        azure/gpt-5.5=reasons azure/gpt-5=reasons azure/gpt-audio-1.5-2026-02-23= azure/gpt-audio-2025-08-28=
        azure/gpt-audio-mini-2025-10-06= azure/gpt-image-1-mini=image_generation
        azure/gpt-image-1.5-2025-12-16=image_generation azure/gpt-image-1.5=image_generation
        azure/gpt-image-1=image_generation azure/gpt-image-2-2026-04-21=image_generation
        azure/gpt-image-2=image_generation azure/gpt-realtime-1.5-2026-02-23= azure/gpt-realtime-2025-08-28=
        azure/gpt-realtime-mini-2025-10-06= azure/hd/1024-x-1024/dall-e-3=image_generation
        azure/hd/1024-x-1792/dall-e-3=image_generation azure/hd/1792-x-1024/dall-e-3=image_generation
        azure/high/1024-x-1024/gpt-image-1-mini=image_generation azure/high/1024-x-1024/gpt-image-1=image_generation
        azure/high/1024-x-1536/gpt-image-1-mini=image_generation azure/high/1024-x-1536/gpt-image-1=image_generation
        azure/high/1536-x-1024/gpt-image-1-mini=image_generation azure/high/1536-x-1024/gpt-image-1=image_generation
        azure/low/1024-x-1024/gpt-image-1-mini=image_generation azure/low/1024-x-1024/gpt-image-1=image_generation
        azure/low/1024-x-1536/gpt-image-1-mini=image_generation azure/low/1024-x-1536/gpt-image-1=image_generation
        azure/low/1536-x-1024/gpt-image-1-mini=image_generation azure/low/1536-x-1024/gpt-image-1=image_generation
        azure/medium/1024-x-1024/gpt-image-1-mini=image_generation azure/medium/1024-x-1024/gpt-image-1=image_generation
        azure/medium/1024-x-1536/gpt-image-1-mini=image_generation azure/medium/1024-x-1536/gpt-image-1=image_generation
        azure/medium/1536-x-1024/gpt-image-1-mini=image_generation azure/medium/1536-x-1024/gpt-image-1=image_generation
        azure/mistral-large-2402= azure/mistral-large-latest= azure/o1-2024-12-17=reasons
        azure/o1-mini-2024-09-12=reasons azure/o1-mini=reasons azure/o1-preview-2024-09-12=reasons
        azure/o1-preview=reasons azure/o1=reasons azure/o3-2025-04-16=reasons azure/o3-deep-research=reasons
        azure/o3-mini-2025-01-31=reasons azure/o3-mini=reasons azure/o3-pro-2025-06-10=reasons azure/o3-pro=reasons
        azure/o3=reasons azure/o4-mini-2025-04-16=reasons azure/o4-mini=reasons
        azure/sora-2-pro-high-res=video_generation azure/sora-2-pro=video_generation azure/sora-2=video_generation
        azure/speech/azure-tts-hd=audio_speech azure/speech/azure-tts=audio_speech
        azure/standard/1024-x-1024/dall-e-2=image_generation azure/standard/1024-x-1024/dall-e-3=image_generation
        azure/standard/1024-x-1792/dall-e-3=image_generation azure/standard/1792-x-1024/dall-e-3=image_generation
        azure/text-embedding-3-large=embedding azure/text-embedding-3-small=embedding
        azure/text-embedding-ada-002=embedding azure/tts-1-hd=audio_speech azure/tts-1=audio_speech
        azure/us/gpt-4.1-2025-04-14= azure/us/gpt-4.1-mini-2025-04-14= azure/us/gpt-4.1-nano-2025-04-14=
        azure/us/gpt-4o-2024-08-06= azure/us/gpt-4o-2024-11-20= azure/us/gpt-4o-mini-2024-07-18=
        azure/us/gpt-4o-mini-realtime-preview-2024-12-17= azure/us/gpt-4o-realtime-preview-2024-10-01=
        azure/us/gpt-4o-realtime-preview-2024-12-17= azure/us/gpt-5-2025-08-07=reasons
        azure/us/gpt-5-mini-2025-08-07=reasons azure/us/gpt-5-nano-2025-08-07=reasons azure/us/gpt-5.1-chat=reasons
        azure/us/gpt-5.1-codex-mini=reasons azure/us/gpt-5.1-codex=reasons azure/us/gpt-5.1=reasons
        azure/us/o1-2024-12-17= azure/us/o1-mini-2024-09-12= azure/us/o1-preview-2024-09-12=
        azure/us/o3-2025-04-16=reasons azure/us/o3-mini-2025-01-31=reasons azure/us/o4-mini-2025-04-16=reasons
        azure/whisper-1=audio_transcription computer-use-preview=reasons
    """,
    "models:azure_ai": r"""
        azure_ai/Cohere-embed-v3-english=embedding azure_ai/Cohere-embed-v3-multilingual=embedding
        azure_ai/FLUX-1.1-pro=image_generation azure_ai/FLUX.1-Kontext-pro=image_generation
        azure_ai/Llama-3.2-11B-Vision-Instruct= azure_ai/Llama-3.2-90B-Vision-Instruct= azure_ai/Llama-3.3-70B-Instruct=
        azure_ai/Llama-4-Maverick-17B-128E-Instruct-FP8= azure_ai/Llama-4-Scout-17B-16E-Instruct=
        azure_ai/MAI-DS-R1=reasons azure_ai/Meta-Llama-3-70B-Instruct= azure_ai/Meta-Llama-3.1-405B-Instruct=
        azure_ai/Meta-Llama-3.1-70B-Instruct= azure_ai/Meta-Llama-3.1-8B-Instruct= azure_ai/Phi-3-medium-128k-instruct=
        azure_ai/Phi-3-medium-4k-instruct= azure_ai/Phi-3-mini-128k-instruct= azure_ai/Phi-3-mini-4k-instruct=
        azure_ai/Phi-3-small-128k-instruct= azure_ai/Phi-3-small-8k-instruct= azure_ai/Phi-3.5-MoE-instruct=
        azure_ai/Phi-3.5-mini-instruct= azure_ai/Phi-3.5-vision-instruct= azure_ai/Phi-4-mini-instruct=
        azure_ai/Phi-4-mini-reasoning= azure_ai/Phi-4-multimodal-instruct= azure_ai/Phi-4-reasoning=reasons
        azure_ai/Phi-4= azure_ai/claude-fable-5=reasons azure_ai/claude-haiku-4-5=reasons
        azure_ai/claude-opus-4-1=reasons azure_ai/claude-opus-4-5=reasons azure_ai/claude-opus-4-6=reasons
        azure_ai/claude-opus-4-7=reasons azure_ai/claude-sonnet-4-5=reasons azure_ai/claude-sonnet-4-6=reasons
        azure_ai/cohere-rerank-v3-english=rerank azure_ai/cohere-rerank-v3-multilingual=rerank
        azure_ai/cohere-rerank-v3.5=rerank azure_ai/cohere-rerank-v4.0-fast=rerank
        azure_ai/cohere-rerank-v4.0-pro=rerank azure_ai/deepseek-r1=reasons azure_ai/deepseek-v3-0324=
        azure_ai/deepseek-v3.2-speciale=reasons azure_ai/deepseek-v3.2=reasons azure_ai/deepseek-v3=
        azure_ai/doc-intelligence/prebuilt-document=ocr azure_ai/doc-intelligence/prebuilt-layout=ocr
        azure_ai/doc-intelligence/prebuilt-read=ocr azure_ai/embed-v-4-0=embedding azure_ai/flux.2-pro=image_generation
        azure_ai/global/grok-3-mini=reasons azure_ai/global/grok-3= azure_ai/gpt-oss-120b= azure_ai/grok-3-mini=reasons
        azure_ai/grok-3= azure_ai/grok-4-1-fast-non-reasoning= azure_ai/grok-4-1-fast-reasoning=reasons
        azure_ai/grok-4-fast-non-reasoning= azure_ai/grok-4-fast-reasoning= azure_ai/grok-4= azure_ai/grok-code-fast-1=
        azure_ai/jais-30b-chat= azure_ai/jamba-instruct= azure_ai/kimi-k2.5= azure_ai/ministral-3b=
        azure_ai/mistral-document-ai-2505=ocr azure_ai/mistral-document-ai-2512=ocr azure_ai/mistral-large-2407=
        azure_ai/mistral-large-3= azure_ai/mistral-large-latest= azure_ai/mistral-large= azure_ai/mistral-medium-2505=
        azure_ai/mistral-nemo= azure_ai/mistral-small-2503= azure_ai/mistral-small= azure_ai/model_router=
    """,
    "models:azure_text": r"""
        azure/gpt-3.5-turbo-instruct-0914= azure/gpt-35-turbo-instruct-0914= azure/gpt-35-turbo-instruct=
    """,
    "models:baseten": r"""
        baseten/MiniMaxAI/MiniMax-M2.5= baseten/deepseek-ai/DeepSeek-V3-0324= baseten/deepseek-ai/DeepSeek-V3.1=
        baseten/moonshotai/Kimi-K2-Instruct-0905= baseten/moonshotai/Kimi-K2-Thinking= baseten/moonshotai/Kimi-K2.5=
        baseten/nvidia/Nemotron-120B-A12B= baseten/openai/gpt-oss-120b= baseten/zai-org/GLM-4.6=
        baseten/zai-org/GLM-4.7= baseten/zai-org/GLM-5=
    """,
    "models:bedrock": r"""
        1024-x-1024/50-steps/bedrock/amazon.nova-canvas-v1:0=image_generation
        1024-x-1024/50-steps/stability.stable-diffusion-xl-v1=image_generation
        1024-x-1024/max-steps/stability.stable-diffusion-xl-v1=image_generation
        512-x-512/50-steps/stability.stable-diffusion-xl-v0=image_generation
        512-x-512/max-steps/stability.stable-diffusion-xl-v0=image_generation ai21.j2-mid-v1= ai21.j2-ultra-v1=
        ai21.jamba-1-5-large-v1:0= ai21.jamba-1-5-mini-v1:0= ai21.jamba-instruct-v1:0=
        amazon.nova-2-multimodal-embeddings-v1:0=embedding amazon.nova-canvas-v1:0=image_generation
        amazon.rerank-v1:0=rerank amazon.titan-embed-image-v1=embedding amazon.titan-embed-text-v1=embedding
        amazon.titan-embed-text-v2:0=embedding amazon.titan-image-generator-v1=image_generation
        amazon.titan-image-generator-v2:0=image_generation amazon.titan-image-generator-v2=image_generation
        amazon.titan-text-express-v1= amazon.titan-text-lite-v1= amazon.titan-text-premier-v1:0=
        anthropic.claude-3-5-haiku-20241022-v1:0= anthropic.claude-3-5-sonnet-20240620-v1:0=
        anthropic.claude-3-5-sonnet-20241022-v2:0= anthropic.claude-3-7-sonnet-20240620-v1:0=reasons
        anthropic.claude-3-haiku-20240307-v1:0= anthropic.claude-3-opus-20240229-v1:0=
        anthropic.claude-3-sonnet-20240229-v1:0= anthropic.claude-instant-v1= anthropic.claude-mythos-preview=reasons
        anthropic.claude-v1= anthropic.claude-v2:1= apac.anthropic.claude-3-5-sonnet-20240620-v1:0=
        apac.anthropic.claude-3-5-sonnet-20241022-v2:0= apac.anthropic.claude-3-haiku-20240307-v1:0=
        apac.anthropic.claude-3-sonnet-20240229-v1:0= bedrock/*/1-month-commitment/cohere.command-light-text-v14=
        bedrock/*/1-month-commitment/cohere.command-text-v14=
        bedrock/*/6-month-commitment/cohere.command-light-text-v14=
        bedrock/*/6-month-commitment/cohere.command-text-v14=
        bedrock/ap-northeast-1/1-month-commitment/anthropic.claude-instant-v1=
        bedrock/ap-northeast-1/1-month-commitment/anthropic.claude-v1=
        bedrock/ap-northeast-1/1-month-commitment/anthropic.claude-v2:1=
        bedrock/ap-northeast-1/6-month-commitment/anthropic.claude-instant-v1=
        bedrock/ap-northeast-1/6-month-commitment/anthropic.claude-v1=
        bedrock/ap-northeast-1/6-month-commitment/anthropic.claude-v2:1=
        bedrock/ap-northeast-1/anthropic.claude-instant-v1= bedrock/ap-northeast-1/anthropic.claude-v1=
        bedrock/ap-northeast-1/anthropic.claude-v2:1= bedrock/ap-northeast-1/deepseek.v3.2=reasons
        bedrock/ap-northeast-1/minimax.minimax-m2.1= bedrock/ap-northeast-1/minimax.minimax-m2.5=reasons
        bedrock/ap-northeast-1/moonshotai.kimi-k2-thinking=reasons bedrock/ap-northeast-1/moonshotai.kimi-k2.5=
        bedrock/ap-northeast-1/qwen.qwen3-coder-next= bedrock/ap-south-1/deepseek.v3.2=reasons
        bedrock/ap-south-1/meta.llama3-70b-instruct-v1:0= bedrock/ap-south-1/meta.llama3-8b-instruct-v1:0=
        bedrock/ap-south-1/minimax.minimax-m2.1= bedrock/ap-south-1/minimax.minimax-m2.5=reasons
        bedrock/ap-south-1/moonshotai.kimi-k2-thinking=reasons bedrock/ap-south-1/moonshotai.kimi-k2.5=
        bedrock/ap-south-1/qwen.qwen3-coder-next= bedrock/ap-southeast-2/minimax.minimax-m2.5=reasons
        bedrock/ap-southeast-3/deepseek.v3.2=reasons bedrock/ap-southeast-3/minimax.minimax-m2.1=
        bedrock/ap-southeast-3/minimax.minimax-m2.5=reasons bedrock/ap-southeast-3/moonshotai.kimi-k2.5=
        bedrock/ap-southeast-3/qwen.qwen3-coder-next= bedrock/ca-central-1/meta.llama3-70b-instruct-v1:0=
        bedrock/ca-central-1/meta.llama3-8b-instruct-v1:0=
        bedrock/eu-central-1/1-month-commitment/anthropic.claude-instant-v1=
        bedrock/eu-central-1/1-month-commitment/anthropic.claude-v1=
        bedrock/eu-central-1/1-month-commitment/anthropic.claude-v2:1=
        bedrock/eu-central-1/6-month-commitment/anthropic.claude-instant-v1=
        bedrock/eu-central-1/6-month-commitment/anthropic.claude-v1=
        bedrock/eu-central-1/6-month-commitment/anthropic.claude-v2:1= bedrock/eu-central-1/anthropic.claude-instant-v1=
        bedrock/eu-central-1/anthropic.claude-v1= bedrock/eu-central-1/anthropic.claude-v2:1=
        bedrock/eu-central-1/minimax.minimax-m2.1= bedrock/eu-central-1/minimax.minimax-m2.5=reasons
        bedrock/eu-central-1/qwen.qwen3-coder-next= bedrock/eu-north-1/deepseek.v3.2=reasons
        bedrock/eu-north-1/minimax.minimax-m2.1= bedrock/eu-north-1/minimax.minimax-m2.5=reasons
        bedrock/eu-north-1/moonshotai.kimi-k2.5= bedrock/eu-south-1/minimax.minimax-m2.1=
        bedrock/eu-south-1/minimax.minimax-m2.5=reasons bedrock/eu-south-1/qwen.qwen3-coder-next=
        bedrock/eu-west-1/meta.llama3-70b-instruct-v1:0= bedrock/eu-west-1/meta.llama3-8b-instruct-v1:0=
        bedrock/eu-west-1/minimax.minimax-m2.1= bedrock/eu-west-1/minimax.minimax-m2.5=reasons
        bedrock/eu-west-1/qwen.qwen3-coder-next= bedrock/eu-west-2/meta.llama3-70b-instruct-v1:0=
        bedrock/eu-west-2/meta.llama3-8b-instruct-v1:0= bedrock/eu-west-2/minimax.minimax-m2.1=
        bedrock/eu-west-2/minimax.minimax-m2.5=reasons bedrock/eu-west-2/qwen.qwen3-coder-next=
        bedrock/eu-west-3/mistral.mistral-7b-instruct-v0:2= bedrock/eu-west-3/mistral.mistral-large-2402-v1:0=
        bedrock/eu-west-3/mistral.mixtral-8x7b-instruct-v0:1= bedrock/invoke/anthropic.claude-3-5-sonnet-20240620-v1:0=
        bedrock/moonshotai.kimi-k2-thinking=reasons bedrock/moonshotai.kimi-k2.5=reasons
        bedrock/sa-east-1/deepseek.v3.2=reasons bedrock/sa-east-1/meta.llama3-70b-instruct-v1:0=
        bedrock/sa-east-1/meta.llama3-8b-instruct-v1:0= bedrock/sa-east-1/minimax.minimax-m2.1=
        bedrock/sa-east-1/minimax.minimax-m2.5=reasons bedrock/sa-east-1/moonshotai.kimi-k2-thinking=reasons
        bedrock/sa-east-1/moonshotai.kimi-k2.5= bedrock/sa-east-1/qwen.qwen3-coder-next=
        bedrock/us-east-1/1-month-commitment/anthropic.claude-instant-v1=
        bedrock/us-east-1/1-month-commitment/anthropic.claude-v1=
        bedrock/us-east-1/1-month-commitment/anthropic.claude-v2:1=
        bedrock/us-east-1/6-month-commitment/anthropic.claude-instant-v1=
        bedrock/us-east-1/6-month-commitment/anthropic.claude-v1=
        bedrock/us-east-1/6-month-commitment/anthropic.claude-v2:1= bedrock/us-east-1/anthropic.claude-instant-v1=
        bedrock/us-east-1/anthropic.claude-v1= bedrock/us-east-1/anthropic.claude-v2:1=
        bedrock/us-east-1/deepseek.v3.2=reasons bedrock/us-east-1/meta.llama3-70b-instruct-v1:0=
        bedrock/us-east-1/meta.llama3-8b-instruct-v1:0= bedrock/us-east-1/minimax.minimax-m2.1=
        bedrock/us-east-1/minimax.minimax-m2.5= bedrock/us-east-1/mistral.mistral-7b-instruct-v0:2=
        bedrock/us-east-1/mistral.mistral-large-2402-v1:0= bedrock/us-east-1/mistral.mixtral-8x7b-instruct-v0:1=
        bedrock/us-east-1/moonshotai.kimi-k2-thinking=reasons bedrock/us-east-1/moonshotai.kimi-k2.5=
        bedrock/us-east-1/qwen.qwen3-coder-next= bedrock/us-east-1/zai.glm-5=reasons
        bedrock/us-east-2/deepseek.v3.2=reasons bedrock/us-east-2/minimax.minimax-m2.1=
        bedrock/us-east-2/minimax.minimax-m2.5=reasons bedrock/us-east-2/moonshotai.kimi-k2-thinking=reasons
        bedrock/us-east-2/moonshotai.kimi-k2.5= bedrock/us-east-2/qwen.qwen3-coder-next=
        bedrock/us-gov-east-1/amazon.nova-pro-v1:0= bedrock/us-gov-east-1/amazon.titan-embed-text-v1=embedding
        bedrock/us-gov-east-1/amazon.titan-embed-text-v2:0=embedding bedrock/us-gov-east-1/amazon.titan-text-express-v1=
        bedrock/us-gov-east-1/amazon.titan-text-lite-v1= bedrock/us-gov-east-1/amazon.titan-text-premier-v1:0=
        bedrock/us-gov-east-1/anthropic.claude-3-5-sonnet-20240620-v1:0=
        bedrock/us-gov-east-1/anthropic.claude-3-haiku-20240307-v1:0=
        bedrock/us-gov-east-1/anthropic.claude-haiku-4-5-20251001-v1:0=reasons
        bedrock/us-gov-east-1/anthropic.claude-sonnet-4-5-20250929-v1:0=reasons
        bedrock/us-gov-east-1/claude-sonnet-4-5-20250929-v1:0=reasons
        bedrock/us-gov-east-1/meta.llama3-70b-instruct-v1:0= bedrock/us-gov-east-1/meta.llama3-8b-instruct-v1:0=
        bedrock/us-gov-west-1/amazon.nova-pro-v1:0= bedrock/us-gov-west-1/amazon.titan-embed-text-v1=embedding
        bedrock/us-gov-west-1/amazon.titan-embed-text-v2:0=embedding bedrock/us-gov-west-1/amazon.titan-text-express-v1=
        bedrock/us-gov-west-1/amazon.titan-text-lite-v1= bedrock/us-gov-west-1/amazon.titan-text-premier-v1:0=
        bedrock/us-gov-west-1/anthropic.claude-3-5-sonnet-20240620-v1:0=
        bedrock/us-gov-west-1/anthropic.claude-3-7-sonnet-20250219-v1:0=reasons
        bedrock/us-gov-west-1/anthropic.claude-3-haiku-20240307-v1:0=
        bedrock/us-gov-west-1/anthropic.claude-haiku-4-5-20251001-v1:0=reasons
        bedrock/us-gov-west-1/anthropic.claude-sonnet-4-5-20250929-v1:0=reasons
        bedrock/us-gov-west-1/claude-sonnet-4-5-20250929-v1:0=reasons
        bedrock/us-gov-west-1/meta.llama3-70b-instruct-v1:0= bedrock/us-gov-west-1/meta.llama3-8b-instruct-v1:0=
        bedrock/us-west-1/meta.llama3-70b-instruct-v1:0= bedrock/us-west-1/meta.llama3-8b-instruct-v1:0=
        bedrock/us-west-2/1-month-commitment/anthropic.claude-instant-v1=
        bedrock/us-west-2/1-month-commitment/anthropic.claude-v1=
        bedrock/us-west-2/1-month-commitment/anthropic.claude-v2:1=
        bedrock/us-west-2/6-month-commitment/anthropic.claude-instant-v1=
        bedrock/us-west-2/6-month-commitment/anthropic.claude-v1=
        bedrock/us-west-2/6-month-commitment/anthropic.claude-v2:1= bedrock/us-west-2/anthropic.claude-instant-v1=
        bedrock/us-west-2/anthropic.claude-v1= bedrock/us-west-2/anthropic.claude-v2:1=
        bedrock/us-west-2/deepseek.v3.2=reasons bedrock/us-west-2/minimax.minimax-m2.1=
        bedrock/us-west-2/minimax.minimax-m2.5= bedrock/us-west-2/mistral.mistral-7b-instruct-v0:2=
        bedrock/us-west-2/mistral.mistral-large-2402-v1:0= bedrock/us-west-2/mistral.mixtral-8x7b-instruct-v0:1=
        bedrock/us-west-2/moonshotai.kimi-k2-thinking=reasons bedrock/us-west-2/moonshotai.kimi-k2.5=
        bedrock/us-west-2/qwen.qwen3-coder-next= bedrock/us-west-2/zai.glm-5=reasons
        bedrock/us.anthropic.claude-3-5-haiku-20241022-v1:0= claude-sonnet-4-5-20250929-v1:0=reasons
        cohere.command-light-text-v14= cohere.command-r-plus-v1:0= cohere.command-r-v1:0= cohere.command-text-v14=
        cohere.embed-english-v3=embedding cohere.embed-multilingual-v3=embedding cohere.embed-v4:0=embedding
        cohere.rerank-v3-5:0=rerank eu.anthropic.claude-3-5-haiku-20241022-v1:0=
        eu.anthropic.claude-3-5-sonnet-20240620-v1:0= eu.anthropic.claude-3-5-sonnet-20241022-v2:0=
        eu.anthropic.claude-3-7-sonnet-20250219-v1:0=reasons eu.anthropic.claude-3-haiku-20240307-v1:0=
        eu.anthropic.claude-3-opus-20240229-v1:0= eu.anthropic.claude-3-sonnet-20240229-v1:0=
        eu.meta.llama3-2-1b-instruct-v1:0= eu.meta.llama3-2-3b-instruct-v1:0=
        eu.twelvelabs.marengo-embed-2-7-v1:0=embedding eu.twelvelabs.pegasus-1-2-v1:0=
        max-x-max/50-steps/stability.stable-diffusion-xl-v0=image_generation
        max-x-max/max-steps/stability.stable-diffusion-xl-v0=image_generation meta.llama2-13b-chat-v1=
        meta.llama2-70b-chat-v1= meta.llama3-1-405b-instruct-v1:0= meta.llama3-1-70b-instruct-v1:0=
        meta.llama3-1-8b-instruct-v1:0= meta.llama3-2-11b-instruct-v1:0= meta.llama3-2-1b-instruct-v1:0=
        meta.llama3-2-3b-instruct-v1:0= meta.llama3-2-90b-instruct-v1:0= meta.llama3-70b-instruct-v1:0=
        meta.llama3-8b-instruct-v1:0= mistral.mistral-7b-instruct-v0:2= mistral.mistral-large-2402-v1:0=
        mistral.mistral-large-2407-v1:0= mistral.mistral-small-2402-v1:0= mistral.mixtral-8x7b-instruct-v0:1=
        stability.sd3-5-large-v1:0=image_generation stability.sd3-large-v1:0=image_generation
        stability.stable-conservative-upscale-v1:0=image_edit stability.stable-creative-upscale-v1:0=image_edit
        stability.stable-fast-upscale-v1:0=image_edit stability.stable-image-control-sketch-v1:0=image_edit
        stability.stable-image-control-structure-v1:0=image_edit stability.stable-image-core-v1:0=image_generation
        stability.stable-image-core-v1:1=image_generation stability.stable-image-erase-object-v1:0=image_edit
        stability.stable-image-inpaint-v1:0=image_edit stability.stable-image-remove-background-v1:0=image_edit
        stability.stable-image-search-recolor-v1:0=image_edit stability.stable-image-search-replace-v1:0=image_edit
        stability.stable-image-style-guide-v1:0=image_edit stability.stable-image-ultra-v1:0=image_generation
        stability.stable-image-ultra-v1:1=image_generation stability.stable-outpaint-v1:0=image_edit
        stability.stable-style-transfer-v1:0=image_edit twelvelabs.marengo-embed-2-7-v1:0=embedding
        twelvelabs.pegasus-1-2-v1:0= us.amazon.nova-canvas-v1:0=image_generation
        us.anthropic.claude-3-5-haiku-20241022-v1:0= us.anthropic.claude-3-5-sonnet-20240620-v1:0=
        us.anthropic.claude-3-5-sonnet-20241022-v2:0= us.anthropic.claude-3-haiku-20240307-v1:0=
        us.anthropic.claude-3-opus-20240229-v1:0= us.anthropic.claude-3-sonnet-20240229-v1:0=
        us.meta.llama3-1-405b-instruct-v1:0= us.meta.llama3-1-70b-instruct-v1:0= us.meta.llama3-1-8b-instruct-v1:0=
        us.meta.llama3-2-11b-instruct-v1:0= us.meta.llama3-2-1b-instruct-v1:0= us.meta.llama3-2-3b-instruct-v1:0=
        us.meta.llama3-2-90b-instruct-v1:0= us.twelvelabs.marengo-embed-2-7-v1:0=embedding
        us.twelvelabs.pegasus-1-2-v1:0=
    """,
    "models:bedrock_converse": r"""
        amazon.nova-2-lite-v1:0=reasons amazon.nova-2-pro-preview-20251202-v1:0=reasons amazon.nova-lite-v1:0=
        amazon.nova-micro-v1:0= amazon.nova-pro-v1:0= anthropic.claude-3-7-sonnet-20250219-v1:0=reasons
        anthropic.claude-fable-5=reasons anthropic.claude-haiku-4-5-20251001-v1:0=reasons
        anthropic.claude-haiku-4-5@20251001=reasons anthropic.claude-opus-4-1-20250805-v1:0=reasons
        anthropic.claude-opus-4-20250514-v1:0=reasons anthropic.claude-opus-4-5-20251101-v1:0=reasons
        anthropic.claude-opus-4-6-v1=reasons anthropic.claude-opus-4-7=reasons
        anthropic.claude-sonnet-4-20250514-v1:0=reasons anthropic.claude-sonnet-4-5-20250929-v1:0=reasons
        anthropic.claude-sonnet-4-6=reasons apac.amazon.nova-2-lite-v1:0=reasons
        apac.amazon.nova-2-pro-preview-20251202-v1:0=reasons apac.amazon.nova-lite-v1:0= apac.amazon.nova-micro-v1:0=
        apac.amazon.nova-pro-v1:0= apac.anthropic.claude-haiku-4-5-20251001-v1:0=reasons
        apac.anthropic.claude-sonnet-4-20250514-v1:0=reasons au.anthropic.claude-haiku-4-5-20251001-v1:0=reasons
        au.anthropic.claude-opus-4-6-v1=reasons au.anthropic.claude-opus-4-7=reasons
        au.anthropic.claude-sonnet-4-5-20250929-v1:0=reasons au.anthropic.claude-sonnet-4-6=reasons
        deepseek.v3-v1:0=reasons deepseek.v3.2=reasons eu.amazon.nova-2-lite-v1:0=reasons
        eu.amazon.nova-2-pro-preview-20251202-v1:0=reasons eu.amazon.nova-lite-v1:0= eu.amazon.nova-micro-v1:0=
        eu.amazon.nova-pro-v1:0= eu.anthropic.claude-fable-5=reasons eu.anthropic.claude-haiku-4-5-20251001-v1:0=reasons
        eu.anthropic.claude-opus-4-1-20250805-v1:0=reasons eu.anthropic.claude-opus-4-20250514-v1:0=reasons
        eu.anthropic.claude-opus-4-5-20251101-v1:0=reasons eu.anthropic.claude-opus-4-6-v1=reasons
        eu.anthropic.claude-opus-4-7=reasons eu.anthropic.claude-sonnet-4-20250514-v1:0=reasons
        eu.anthropic.claude-sonnet-4-5-20250929-v1:0=reasons eu.anthropic.claude-sonnet-4-6=reasons
        eu.deepseek.v3.2=reasons eu.mistral.pixtral-large-2502-v1:0= global.amazon.nova-2-lite-v1:0=reasons
        global.anthropic.claude-fable-5=reasons global.anthropic.claude-haiku-4-5-20251001-v1:0=reasons
        global.anthropic.claude-opus-4-5-20251101-v1:0=reasons global.anthropic.claude-opus-4-6-v1=reasons
        global.anthropic.claude-opus-4-7=reasons global.anthropic.claude-sonnet-4-20250514-v1:0=reasons
        global.anthropic.claude-sonnet-4-5-20250929-v1:0=reasons global.anthropic.claude-sonnet-4-6=reasons
        google.gemma-3-12b-it= google.gemma-3-27b-it= google.gemma-3-4b-it=
        jp.anthropic.claude-haiku-4-5-20251001-v1:0=reasons jp.anthropic.claude-sonnet-4-5-20250929-v1:0=reasons
        meta.llama3-3-70b-instruct-v1:0= meta.llama4-maverick-17b-instruct-v1:0= meta.llama4-scout-17b-instruct-v1:0=
        minimax.minimax-m2.1= minimax.minimax-m2.5= minimax.minimax-m2= mistral.devstral-2-123b=
        mistral.magistral-small-2509=reasons mistral.ministral-3-14b-instruct= mistral.ministral-3-3b-instruct=
        mistral.ministral-3-8b-instruct= mistral.mistral-large-3-675b-instruct= mistral.voxtral-mini-3b-2507=
        mistral.voxtral-small-24b-2507= moonshot.kimi-k2-thinking=reasons moonshotai.kimi-k2.5=
        nvidia.nemotron-nano-12b-v2= nvidia.nemotron-nano-3-30b= nvidia.nemotron-nano-9b-v2=
        nvidia.nemotron-super-3-120b=reasons openai.gpt-oss-120b-1:0=reasons openai.gpt-oss-20b-1:0=reasons
        openai.gpt-oss-safeguard-120b= openai.gpt-oss-safeguard-20b= qwen.qwen3-235b-a22b-2507-v1:0=reasons
        qwen.qwen3-32b-v1:0=reasons qwen.qwen3-coder-30b-a3b-v1:0=reasons qwen.qwen3-coder-480b-a35b-v1:0=reasons
        qwen.qwen3-coder-next= qwen.qwen3-next-80b-a3b= qwen.qwen3-vl-235b-a22b=
        us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0=reasons us.amazon.nova-2-lite-v1:0=reasons
        us.amazon.nova-2-pro-preview-20251202-v1:0=reasons us.amazon.nova-lite-v1:0= us.amazon.nova-micro-v1:0=
        us.amazon.nova-premier-v1:0= us.amazon.nova-pro-v1:0= us.anthropic.claude-3-7-sonnet-20250219-v1:0=reasons
        us.anthropic.claude-fable-5=reasons us.anthropic.claude-haiku-4-5-20251001-v1:0=reasons
        us.anthropic.claude-opus-4-1-20250805-v1:0=reasons us.anthropic.claude-opus-4-20250514-v1:0=reasons
        us.anthropic.claude-opus-4-5-20251101-v1:0=reasons us.anthropic.claude-opus-4-6-v1=reasons
        us.anthropic.claude-opus-4-7=reasons us.anthropic.claude-sonnet-4-20250514-v1:0=reasons
        us.anthropic.claude-sonnet-4-5-20250929-v1:0=reasons us.anthropic.claude-sonnet-4-6=reasons
        us.deepseek.r1-v1:0=reasons us.deepseek.v3.2=reasons us.meta.llama3-3-70b-instruct-v1:0=
        us.meta.llama4-maverick-17b-instruct-v1:0= us.meta.llama4-scout-17b-instruct-v1:0=
        us.mistral.pixtral-large-2502-v1:0= us.writer.palmyra-x4-v1:0= us.writer.palmyra-x5-v1:0=
        writer.palmyra-x4-v1:0= writer.palmyra-x5-v1:0= zai.glm-4.7-flash=reasons zai.glm-4.7=reasons zai.glm-5=reasons
    """,
    "models:bedrock_mantle": r"""
        bedrock_mantle/openai.gpt-oss-120b=reasons bedrock_mantle/openai.gpt-oss-20b=reasons
        bedrock_mantle/openai.gpt-oss-safeguard-120b=reasons bedrock_mantle/openai.gpt-oss-safeguard-20b=reasons
    """,
    "models:black_forest_labs": r"""
        black_forest_labs/flux-dev=image_generation black_forest_labs/flux-kontext-max=image_edit
        black_forest_labs/flux-kontext-pro=image_edit black_forest_labs/flux-pro-1.0-expand=image_edit
        black_forest_labs/flux-pro-1.0-fill=image_edit black_forest_labs/flux-pro-1.1-ultra=image_generation
        black_forest_labs/flux-pro-1.1=image_generation black_forest_labs/flux-pro=image_generation
    """,
    "models:cerebras": r"""
        cerebras/gpt-oss-120b=reasons cerebras/llama-3.3-70b= cerebras/llama3.1-70b= cerebras/llama3.1-8b=
        cerebras/qwen-3-32b=reasons cerebras/zai-glm-4.6=reasons cerebras/zai-glm-4.7=reasons
    """,
    "models:chatgpt": r"""
        chatgpt/gpt-5.1-codex-max= chatgpt/gpt-5.1-codex-mini= chatgpt/gpt-5.2-codex= chatgpt/gpt-5.2=
        chatgpt/gpt-5.3-chat-latest= chatgpt/gpt-5.3-codex-spark= chatgpt/gpt-5.3-codex= chatgpt/gpt-5.3-instant=
        chatgpt/gpt-5.4-pro= chatgpt/gpt-5.4=
    """,
    "models:cloudflare": r"""
        cloudflare/@cf/meta/llama-2-7b-chat-fp16= cloudflare/@cf/meta/llama-2-7b-chat-int8=
        cloudflare/@cf/mistral/mistral-7b-instruct-v0.1= cloudflare/@hf/thebloke/codellama-7b-instruct-awq=
    """,
    "models:codestral": r"""
        codestral/codestral-2405= codestral/codestral-latest=
    """,
    "models:cohere": r"""
        cohere/embed-v4.0=embedding command-nightly= command= embed-english-light-v2.0=embedding
        embed-english-light-v3.0=embedding embed-english-v2.0=embedding embed-english-v3.0=embedding
        embed-multilingual-light-v3.0=embedding embed-multilingual-v2.0=embedding embed-multilingual-v3.0=embedding
        rerank-english-v2.0=rerank rerank-english-v3.0=rerank rerank-multilingual-v2.0=rerank
        rerank-multilingual-v3.0=rerank rerank-v3.5=rerank
    """,
    "models:cohere_chat": r"""
        command-a-03-2025= command-light= command-r-08-2024= command-r-plus-08-2024= command-r-plus=
        command-r7b-12-2024= command-r=
    """,
    "models:crusoe": r"""
        crusoe/Qwen/Qwen3-235B-A22B-Instruct-2507= crusoe/deepseek-ai/DeepSeek-R1-0528=reasons
        crusoe/deepseek-ai/DeepSeek-V3-0324= crusoe/google/gemma-3-12b-it= crusoe/meta-llama/Llama-3.3-70B-Instruct=
        crusoe/moonshotai/Kimi-K2-Thinking=reasons crusoe/openai/gpt-oss-120b=
    """,
    "models:dashscope": r"""
        dashscope/qwen-coder=reasons dashscope/qwen-flash-2025-07-28=reasons dashscope/qwen-flash=reasons
        dashscope/qwen-image-2.0-pro=image_generation dashscope/qwen-image-2.0=image_generation
        dashscope/qwen-max=reasons dashscope/qwen-plus-2025-01-25=reasons dashscope/qwen-plus-2025-04-28=reasons
        dashscope/qwen-plus-2025-07-14=reasons dashscope/qwen-plus-2025-07-28=reasons
        dashscope/qwen-plus-2025-09-11=reasons dashscope/qwen-plus-latest=reasons dashscope/qwen-plus=reasons
        dashscope/qwen-turbo-2024-11-01=reasons dashscope/qwen-turbo-2025-04-28=reasons
        dashscope/qwen-turbo-latest=reasons dashscope/qwen-turbo=reasons dashscope/qwen3-30b-a3b=reasons
        dashscope/qwen3-coder-flash-2025-07-28=reasons dashscope/qwen3-coder-flash=reasons
        dashscope/qwen3-coder-plus-2025-07-22=reasons dashscope/qwen3-coder-plus=reasons
        dashscope/qwen3-max-2026-01-23=reasons dashscope/qwen3-max-preview=reasons dashscope/qwen3-max=reasons
        dashscope/qwen3-next-80b-a3b-instruct= dashscope/qwen3-next-80b-a3b-thinking=reasons
        dashscope/qwen3-vl-235b-a22b-instruct= dashscope/qwen3-vl-235b-a22b-thinking=reasons
        dashscope/qwen3-vl-32b-instruct= dashscope/qwen3-vl-32b-thinking=reasons dashscope/qwen3-vl-plus=reasons
        dashscope/qwen3.5-plus=reasons dashscope/qwq-plus=reasons
    """,
    "models:databricks": r"""
        databricks/databricks-bge-large-en=embedding databricks/databricks-claude-3-7-sonnet=reasons
        databricks/databricks-claude-haiku-4-5=reasons databricks/databricks-claude-opus-4-1=reasons
        databricks/databricks-claude-opus-4-5=reasons databricks/databricks-claude-opus-4=reasons
        databricks/databricks-claude-sonnet-4-1=reasons databricks/databricks-claude-sonnet-4-5=reasons
        databricks/databricks-claude-sonnet-4=reasons databricks/databricks-gemini-2-5-flash=
        databricks/databricks-gemini-2-5-pro= databricks/databricks-gemma-3-12b= databricks/databricks-gpt-5-1=
        databricks/databricks-gpt-5-mini= databricks/databricks-gpt-5-nano= databricks/databricks-gpt-5=
        databricks/databricks-gpt-oss-120b= databricks/databricks-gpt-oss-20b=
        databricks/databricks-gte-large-en=embedding databricks/databricks-llama-2-70b-chat=
        databricks/databricks-llama-4-maverick= databricks/databricks-meta-llama-3-1-405b-instruct=
        databricks/databricks-meta-llama-3-1-8b-instruct= databricks/databricks-meta-llama-3-3-70b-instruct=
        databricks/databricks-meta-llama-3-70b-instruct= databricks/databricks-mixtral-8x7b-instruct=
        databricks/databricks-mpt-30b-instruct= databricks/databricks-mpt-7b-instruct=
    """,
    "models:dataforseo": r"""
        dataforseo/search=search
    """,
    "models:deepgram": r"""
        deepgram/base-conversationalai=audio_transcription deepgram/base-finance=audio_transcription
        deepgram/base-general=audio_transcription deepgram/base-meeting=audio_transcription
        deepgram/base-phonecall=audio_transcription deepgram/base-video=audio_transcription
        deepgram/base-voicemail=audio_transcription deepgram/base=audio_transcription
        deepgram/enhanced-finance=audio_transcription deepgram/enhanced-general=audio_transcription
        deepgram/enhanced-meeting=audio_transcription deepgram/enhanced-phonecall=audio_transcription
        deepgram/enhanced=audio_transcription deepgram/nova-2-atc=audio_transcription
        deepgram/nova-2-automotive=audio_transcription deepgram/nova-2-conversationalai=audio_transcription
        deepgram/nova-2-drivethru=audio_transcription deepgram/nova-2-finance=audio_transcription
        deepgram/nova-2-general=audio_transcription deepgram/nova-2-meeting=audio_transcription
        deepgram/nova-2-phonecall=audio_transcription deepgram/nova-2-video=audio_transcription
        deepgram/nova-2-voicemail=audio_transcription deepgram/nova-2=audio_transcription
        deepgram/nova-3-general=audio_transcription deepgram/nova-3-medical=audio_transcription
        deepgram/nova-3=audio_transcription deepgram/nova-general=audio_transcription
        deepgram/nova-phonecall=audio_transcription deepgram/nova=audio_transcription
        deepgram/whisper-base=audio_transcription deepgram/whisper-large=audio_transcription
        deepgram/whisper-medium=audio_transcription deepgram/whisper-small=audio_transcription
        deepgram/whisper-tiny=audio_transcription deepgram/whisper=audio_transcription
    """,
    "models:deepinfra": r"""
        deepinfra/Gryphe/MythoMax-L2-13b= deepinfra/NousResearch/Hermes-3-Llama-3.1-405B=
        deepinfra/NousResearch/Hermes-3-Llama-3.1-70B= deepinfra/Qwen/QwQ-32B= deepinfra/Qwen/Qwen2.5-72B-Instruct=
        deepinfra/Qwen/Qwen2.5-7B-Instruct= deepinfra/Qwen/Qwen2.5-VL-32B-Instruct= deepinfra/Qwen/Qwen3-14B=
        deepinfra/Qwen/Qwen3-235B-A22B-Instruct-2507= deepinfra/Qwen/Qwen3-235B-A22B-Thinking-2507=
        deepinfra/Qwen/Qwen3-235B-A22B= deepinfra/Qwen/Qwen3-30B-A3B= deepinfra/Qwen/Qwen3-32B=
        deepinfra/Qwen/Qwen3-Coder-480B-A35B-Instruct-Turbo= deepinfra/Qwen/Qwen3-Coder-480B-A35B-Instruct=
        deepinfra/Qwen/Qwen3-Next-80B-A3B-Instruct= deepinfra/Qwen/Qwen3-Next-80B-A3B-Thinking=
        deepinfra/Sao10K/L3-8B-Lunaris-v1-Turbo= deepinfra/Sao10K/L3.1-70B-Euryale-v2.2=
        deepinfra/Sao10K/L3.3-70B-Euryale-v2.3= deepinfra/allenai/olmOCR-7B-0725-FP8=
        deepinfra/anthropic/claude-3-7-sonnet-latest= deepinfra/anthropic/claude-4-opus=
        deepinfra/anthropic/claude-4-sonnet= deepinfra/deepseek-ai/DeepSeek-R1-0528-Turbo=
        deepinfra/deepseek-ai/DeepSeek-R1-0528= deepinfra/deepseek-ai/DeepSeek-R1-Distill-Llama-70B=
        deepinfra/deepseek-ai/DeepSeek-R1-Distill-Qwen-32B= deepinfra/deepseek-ai/DeepSeek-R1-Turbo=
        deepinfra/deepseek-ai/DeepSeek-R1= deepinfra/deepseek-ai/DeepSeek-V3-0324=
        deepinfra/deepseek-ai/DeepSeek-V3.1-Terminus= deepinfra/deepseek-ai/DeepSeek-V3.1=reasons
        deepinfra/deepseek-ai/DeepSeek-V3= deepinfra/google/gemini-2.0-flash-001= deepinfra/google/gemini-2.5-flash=
        deepinfra/google/gemini-2.5-pro= deepinfra/google/gemma-3-12b-it= deepinfra/google/gemma-3-27b-it=
        deepinfra/google/gemma-3-4b-it= deepinfra/meta-llama/Llama-3.2-11B-Vision-Instruct=
        deepinfra/meta-llama/Llama-3.2-3B-Instruct= deepinfra/meta-llama/Llama-3.3-70B-Instruct-Turbo=
        deepinfra/meta-llama/Llama-3.3-70B-Instruct= deepinfra/meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8=
        deepinfra/meta-llama/Llama-4-Scout-17B-16E-Instruct= deepinfra/meta-llama/Llama-Guard-3-8B=
        deepinfra/meta-llama/Llama-Guard-4-12B= deepinfra/meta-llama/Meta-Llama-3-8B-Instruct=
        deepinfra/meta-llama/Meta-Llama-3.1-70B-Instruct-Turbo= deepinfra/meta-llama/Meta-Llama-3.1-70B-Instruct=
        deepinfra/meta-llama/Meta-Llama-3.1-8B-Instruct-Turbo= deepinfra/meta-llama/Meta-Llama-3.1-8B-Instruct=
        deepinfra/microsoft/WizardLM-2-8x22B= deepinfra/microsoft/phi-4= deepinfra/mistralai/Mistral-Nemo-Instruct-2407=
        deepinfra/mistralai/Mistral-Small-24B-Instruct-2501= deepinfra/mistralai/Mistral-Small-3.2-24B-Instruct-2506=
        deepinfra/mistralai/Mixtral-8x7B-Instruct-v0.1= deepinfra/moonshotai/Kimi-K2-Instruct-0905=
        deepinfra/moonshotai/Kimi-K2-Instruct= deepinfra/nvidia/Llama-3.1-Nemotron-70B-Instruct=
        deepinfra/nvidia/Llama-3.3-Nemotron-Super-49B-v1.5= deepinfra/nvidia/NVIDIA-Nemotron-Nano-9B-v2=
        deepinfra/openai/gpt-oss-120b= deepinfra/openai/gpt-oss-20b= deepinfra/zai-org/GLM-4.5=
    """,
    "models:deepseek": r"""
        deepseek-chat= deepseek-reasoner=reasons deepseek/deepseek-chat= deepseek/deepseek-coder=
        deepseek/deepseek-r1=reasons deepseek/deepseek-reasoner=reasons deepseek/deepseek-v3.2=reasons
        deepseek/deepseek-v3=
    """,
    "models:duckduckgo": r"""
        duckduckgo/search=search
    """,
    "models:elevenlabs": r"""
        elevenlabs/eleven_multilingual_v2=audio_speech elevenlabs/eleven_v3=audio_speech
        elevenlabs/scribe_v1=audio_transcription elevenlabs/scribe_v1_experimental=audio_transcription
    """,
    "models:exa_ai": r"""
        exa_ai/search=search
    """,
    "models:fal_ai": r"""
        fal_ai/bria/text-to-image/3.2=image_generation
        fal_ai/fal-ai/bytedance/dreamina/v3.1/text-to-image=image_generation
        fal_ai/fal-ai/bytedance/seedream/v3/text-to-image=image_generation
        fal_ai/fal-ai/flux-pro/v1.1-ultra=image_generation fal_ai/fal-ai/flux-pro/v1.1=image_generation
        fal_ai/fal-ai/flux/schnell=image_generation fal_ai/fal-ai/ideogram/v3=image_generation
        fal_ai/fal-ai/imagen4/preview/fast=image_generation fal_ai/fal-ai/imagen4/preview/ultra=image_generation
        fal_ai/fal-ai/imagen4/preview=image_generation fal_ai/fal-ai/recraft/v3/text-to-image=image_generation
        fal_ai/fal-ai/stable-diffusion-v35-medium=image_generation
    """,
    "models:featherless_ai": r"""
        featherless_ai/featherless-ai/Qwerky-72B= featherless_ai/featherless-ai/Qwerky-QwQ-32B=
    """,
    "models:firecrawl": r"""
        firecrawl/search=search
    """,
    "models:fireworks_ai": r"""
        fireworks-ai-4.1b-to-16b= fireworks-ai-56b-to-176b= fireworks-ai-above-16b= fireworks-ai-default=
        fireworks-ai-moe-up-to-56b= fireworks-ai-up-to-4b= fireworks_ai/accounts/fireworks/models/=embedding
        fireworks_ai/accounts/fireworks/models/SSD-1B=image_generation
        fireworks_ai/accounts/fireworks/models/chronos-hermes-13b-v2=
        fireworks_ai/accounts/fireworks/models/code-llama-13b-instruct=
        fireworks_ai/accounts/fireworks/models/code-llama-13b-python=
        fireworks_ai/accounts/fireworks/models/code-llama-13b=
        fireworks_ai/accounts/fireworks/models/code-llama-34b-instruct=
        fireworks_ai/accounts/fireworks/models/code-llama-34b-python=
        fireworks_ai/accounts/fireworks/models/code-llama-34b=
        fireworks_ai/accounts/fireworks/models/code-llama-70b-instruct=
        fireworks_ai/accounts/fireworks/models/code-llama-70b-python=
        fireworks_ai/accounts/fireworks/models/code-llama-70b=
        fireworks_ai/accounts/fireworks/models/code-llama-7b-instruct=
        fireworks_ai/accounts/fireworks/models/code-llama-7b-python=
        fireworks_ai/accounts/fireworks/models/code-llama-7b= fireworks_ai/accounts/fireworks/models/code-qwen-1p5-7b=
        fireworks_ai/accounts/fireworks/models/codegemma-2b= fireworks_ai/accounts/fireworks/models/codegemma-7b=
        fireworks_ai/accounts/fireworks/models/cogito-671b-v2-p1=
        fireworks_ai/accounts/fireworks/models/cogito-v1-preview-llama-3b=
        fireworks_ai/accounts/fireworks/models/cogito-v1-preview-llama-70b=
        fireworks_ai/accounts/fireworks/models/cogito-v1-preview-llama-8b=
        fireworks_ai/accounts/fireworks/models/cogito-v1-preview-qwen-14b=
        fireworks_ai/accounts/fireworks/models/cogito-v1-preview-qwen-32b=
        fireworks_ai/accounts/fireworks/models/dbrx-instruct=
        fireworks_ai/accounts/fireworks/models/deepseek-coder-1b-base=
        fireworks_ai/accounts/fireworks/models/deepseek-coder-33b-instruct=
        fireworks_ai/accounts/fireworks/models/deepseek-coder-7b-base-v1p5=
        fireworks_ai/accounts/fireworks/models/deepseek-coder-7b-base=
        fireworks_ai/accounts/fireworks/models/deepseek-coder-7b-instruct-v1p5=
        fireworks_ai/accounts/fireworks/models/deepseek-coder-v2-instruct=
        fireworks_ai/accounts/fireworks/models/deepseek-coder-v2-lite-base=
        fireworks_ai/accounts/fireworks/models/deepseek-coder-v2-lite-instruct=
        fireworks_ai/accounts/fireworks/models/deepseek-prover-v2=
        fireworks_ai/accounts/fireworks/models/deepseek-r1-0528-distill-qwen3-8b=
        fireworks_ai/accounts/fireworks/models/deepseek-r1-0528=
        fireworks_ai/accounts/fireworks/models/deepseek-r1-basic=
        fireworks_ai/accounts/fireworks/models/deepseek-r1-distill-llama-70b=
        fireworks_ai/accounts/fireworks/models/deepseek-r1-distill-llama-8b=
        fireworks_ai/accounts/fireworks/models/deepseek-r1-distill-qwen-14b=
        fireworks_ai/accounts/fireworks/models/deepseek-r1-distill-qwen-1p5b=
        fireworks_ai/accounts/fireworks/models/deepseek-r1-distill-qwen-32b=
        fireworks_ai/accounts/fireworks/models/deepseek-r1-distill-qwen-7b=
        fireworks_ai/accounts/fireworks/models/deepseek-r1=
        fireworks_ai/accounts/fireworks/models/deepseek-v2-lite-chat=
        fireworks_ai/accounts/fireworks/models/deepseek-v2p5= fireworks_ai/accounts/fireworks/models/deepseek-v3-0324=
        fireworks_ai/accounts/fireworks/models/deepseek-v3=
        fireworks_ai/accounts/fireworks/models/deepseek-v3p1-terminus=reasons
        fireworks_ai/accounts/fireworks/models/deepseek-v3p1=reasons
        fireworks_ai/accounts/fireworks/models/deepseek-v3p2=reasons
        fireworks_ai/accounts/fireworks/models/devstral-small-2505=
        fireworks_ai/accounts/fireworks/models/dobby-mini-unhinged-plus-llama-3-1-8b=
        fireworks_ai/accounts/fireworks/models/dobby-unhinged-llama-3-3-70b-new=
        fireworks_ai/accounts/fireworks/models/dolphin-2-9-2-qwen2-72b=
        fireworks_ai/accounts/fireworks/models/dolphin-2p6-mixtral-8x7b=
        fireworks_ai/accounts/fireworks/models/ernie-4p5-21b-a3b-pt=
        fireworks_ai/accounts/fireworks/models/ernie-4p5-300b-a47b-pt= fireworks_ai/accounts/fireworks/models/fare-20b=
        fireworks_ai/accounts/fireworks/models/firefunction-v1= fireworks_ai/accounts/fireworks/models/firefunction-v2=
        fireworks_ai/accounts/fireworks/models/firellava-13b= fireworks_ai/accounts/fireworks/models/firesearch-ocr-v6=
        fireworks_ai/accounts/fireworks/models/fireworks-asr-large=audio_transcription
        fireworks_ai/accounts/fireworks/models/fireworks-asr-v2=audio_transcription
        fireworks_ai/accounts/fireworks/models/flux-1-dev-controlnet-union=
        fireworks_ai/accounts/fireworks/models/flux-1-dev-fp8=image_generation
        fireworks_ai/accounts/fireworks/models/flux-1-dev=
        fireworks_ai/accounts/fireworks/models/flux-1-schnell-fp8=image_generation
        fireworks_ai/accounts/fireworks/models/flux-1-schnell=
        fireworks_ai/accounts/fireworks/models/flux-kontext-max=image_generation
        fireworks_ai/accounts/fireworks/models/flux-kontext-pro=image_generation
        fireworks_ai/accounts/fireworks/models/gemma-2b-it= fireworks_ai/accounts/fireworks/models/gemma-3-27b-it=
        fireworks_ai/accounts/fireworks/models/gemma-7b-it= fireworks_ai/accounts/fireworks/models/gemma-7b=
        fireworks_ai/accounts/fireworks/models/gemma2-9b-it= fireworks_ai/accounts/fireworks/models/glm-4p5-air=reasons
        fireworks_ai/accounts/fireworks/models/glm-4p5=reasons fireworks_ai/accounts/fireworks/models/glm-4p5v=reasons
        fireworks_ai/accounts/fireworks/models/glm-4p6=reasons fireworks_ai/accounts/fireworks/models/glm-4p7=reasons
        fireworks_ai/accounts/fireworks/models/gpt-oss-120b=reasons
        fireworks_ai/accounts/fireworks/models/gpt-oss-20b=reasons
        fireworks_ai/accounts/fireworks/models/gpt-oss-safeguard-120b=
        fireworks_ai/accounts/fireworks/models/gpt-oss-safeguard-20b=
        fireworks_ai/accounts/fireworks/models/hermes-2-pro-mistral-7b=
        fireworks_ai/accounts/fireworks/models/internvl3-38b= fireworks_ai/accounts/fireworks/models/internvl3-78b=
        fireworks_ai/accounts/fireworks/models/internvl3-8b=
        fireworks_ai/accounts/fireworks/models/japanese-stable-diffusion-xl=image_generation
        fireworks_ai/accounts/fireworks/models/kat-coder= fireworks_ai/accounts/fireworks/models/kat-dev-32b=
        fireworks_ai/accounts/fireworks/models/kat-dev-72b-exp=
        fireworks_ai/accounts/fireworks/models/kimi-k2-instruct-0905=
        fireworks_ai/accounts/fireworks/models/kimi-k2-instruct=
        fireworks_ai/accounts/fireworks/models/kimi-k2-thinking= fireworks_ai/accounts/fireworks/models/kimi-k2p5=
        fireworks_ai/accounts/fireworks/models/llama-guard-2-8b=
        fireworks_ai/accounts/fireworks/models/llama-guard-3-1b=
        fireworks_ai/accounts/fireworks/models/llama-guard-3-8b=
        fireworks_ai/accounts/fireworks/models/llama-v2-13b-chat= fireworks_ai/accounts/fireworks/models/llama-v2-13b=
        fireworks_ai/accounts/fireworks/models/llama-v2-70b-chat= fireworks_ai/accounts/fireworks/models/llama-v2-70b=
        fireworks_ai/accounts/fireworks/models/llama-v2-7b-chat= fireworks_ai/accounts/fireworks/models/llama-v2-7b=
        fireworks_ai/accounts/fireworks/models/llama-v3-70b-instruct-hf=
        fireworks_ai/accounts/fireworks/models/llama-v3-70b-instruct=
        fireworks_ai/accounts/fireworks/models/llama-v3-8b-instruct-hf=
        fireworks_ai/accounts/fireworks/models/llama-v3-8b=
        fireworks_ai/accounts/fireworks/models/llama-v3p1-405b-instruct-long=
        fireworks_ai/accounts/fireworks/models/llama-v3p1-405b-instruct=
        fireworks_ai/accounts/fireworks/models/llama-v3p1-70b-instruct-1b=
        fireworks_ai/accounts/fireworks/models/llama-v3p1-70b-instruct=
        fireworks_ai/accounts/fireworks/models/llama-v3p1-8b-instruct=
        fireworks_ai/accounts/fireworks/models/llama-v3p1-nemotron-70b-instruct=
        fireworks_ai/accounts/fireworks/models/llama-v3p2-11b-vision-instruct=
        fireworks_ai/accounts/fireworks/models/llama-v3p2-1b-instruct=
        fireworks_ai/accounts/fireworks/models/llama-v3p2-1b=
        fireworks_ai/accounts/fireworks/models/llama-v3p2-3b-instruct=
        fireworks_ai/accounts/fireworks/models/llama-v3p2-3b=
        fireworks_ai/accounts/fireworks/models/llama-v3p2-90b-vision-instruct=
        fireworks_ai/accounts/fireworks/models/llama-v3p3-70b-instruct=
        fireworks_ai/accounts/fireworks/models/llama4-maverick-instruct-basic=
        fireworks_ai/accounts/fireworks/models/llama4-scout-instruct-basic=
        fireworks_ai/accounts/fireworks/models/llamaguard-7b= fireworks_ai/accounts/fireworks/models/llava-yi-34b=
        fireworks_ai/accounts/fireworks/models/minimax-m1-80k= fireworks_ai/accounts/fireworks/models/minimax-m2=
        fireworks_ai/accounts/fireworks/models/minimax-m2p1=
        fireworks_ai/accounts/fireworks/models/ministral-3-14b-instruct-2512=
        fireworks_ai/accounts/fireworks/models/ministral-3-3b-instruct-2512=
        fireworks_ai/accounts/fireworks/models/ministral-3-8b-instruct-2512=
        fireworks_ai/accounts/fireworks/models/mistral-7b-instruct-4k=
        fireworks_ai/accounts/fireworks/models/mistral-7b-instruct-v0p2=
        fireworks_ai/accounts/fireworks/models/mistral-7b-instruct-v3=
        fireworks_ai/accounts/fireworks/models/mistral-7b-v0p2= fireworks_ai/accounts/fireworks/models/mistral-7b=
        fireworks_ai/accounts/fireworks/models/mistral-large-3-fp8=
        fireworks_ai/accounts/fireworks/models/mistral-nemo-base-2407=
        fireworks_ai/accounts/fireworks/models/mistral-nemo-instruct-2407=
        fireworks_ai/accounts/fireworks/models/mistral-small-24b-instruct-2501=
        fireworks_ai/accounts/fireworks/models/mixtral-8x22b-instruct-hf=
        fireworks_ai/accounts/fireworks/models/mixtral-8x22b-instruct=
        fireworks_ai/accounts/fireworks/models/mixtral-8x22b=
        fireworks_ai/accounts/fireworks/models/mixtral-8x7b-instruct-hf=
        fireworks_ai/accounts/fireworks/models/mixtral-8x7b-instruct=
        fireworks_ai/accounts/fireworks/models/mixtral-8x7b= fireworks_ai/accounts/fireworks/models/mythomax-l2-13b=
        fireworks_ai/accounts/fireworks/models/nemotron-nano-v2-12b-vl=
        fireworks_ai/accounts/fireworks/models/nous-capybara-7b-v1p9=
        fireworks_ai/accounts/fireworks/models/nous-hermes-2-mixtral-8x7b-dpo=
        fireworks_ai/accounts/fireworks/models/nous-hermes-2-yi-34b=
        fireworks_ai/accounts/fireworks/models/nous-hermes-llama2-13b=
        fireworks_ai/accounts/fireworks/models/nous-hermes-llama2-70b=
        fireworks_ai/accounts/fireworks/models/nous-hermes-llama2-7b=
        fireworks_ai/accounts/fireworks/models/nvidia-nemotron-nano-12b-v2=
        fireworks_ai/accounts/fireworks/models/nvidia-nemotron-nano-9b-v2=
        fireworks_ai/accounts/fireworks/models/openchat-3p5-0106-7b=
        fireworks_ai/accounts/fireworks/models/openhermes-2-mistral-7b=
        fireworks_ai/accounts/fireworks/models/openhermes-2p5-mistral-7b=
        fireworks_ai/accounts/fireworks/models/openorca-7b= fireworks_ai/accounts/fireworks/models/phi-2-3b=
        fireworks_ai/accounts/fireworks/models/phi-3-mini-128k-instruct=
        fireworks_ai/accounts/fireworks/models/phi-3-vision-128k-instruct=
        fireworks_ai/accounts/fireworks/models/phind-code-llama-34b-python-v1=
        fireworks_ai/accounts/fireworks/models/phind-code-llama-34b-v1=
        fireworks_ai/accounts/fireworks/models/phind-code-llama-34b-v2=
        fireworks_ai/accounts/fireworks/models/playground-v2-1024px-aesthetic=image_generation
        fireworks_ai/accounts/fireworks/models/playground-v2-5-1024px-aesthetic=image_generation
        fireworks_ai/accounts/fireworks/models/pythia-12b= fireworks_ai/accounts/fireworks/models/qwen-qwq-32b-preview=
        fireworks_ai/accounts/fireworks/models/qwen-v2p5-14b-instruct=
        fireworks_ai/accounts/fireworks/models/qwen-v2p5-7b= fireworks_ai/accounts/fireworks/models/qwen1p5-72b-chat=
        fireworks_ai/accounts/fireworks/models/qwen2-72b-instruct=
        fireworks_ai/accounts/fireworks/models/qwen2-7b-instruct=
        fireworks_ai/accounts/fireworks/models/qwen2-vl-2b-instruct=
        fireworks_ai/accounts/fireworks/models/qwen2-vl-72b-instruct=
        fireworks_ai/accounts/fireworks/models/qwen2-vl-7b-instruct=
        fireworks_ai/accounts/fireworks/models/qwen2p5-0p5b-instruct=
        fireworks_ai/accounts/fireworks/models/qwen2p5-14b=
        fireworks_ai/accounts/fireworks/models/qwen2p5-1p5b-instruct=
        fireworks_ai/accounts/fireworks/models/qwen2p5-32b-instruct= fireworks_ai/accounts/fireworks/models/qwen2p5-32b=
        fireworks_ai/accounts/fireworks/models/qwen2p5-72b-instruct= fireworks_ai/accounts/fireworks/models/qwen2p5-72b=
        fireworks_ai/accounts/fireworks/models/qwen2p5-7b-instruct=
        fireworks_ai/accounts/fireworks/models/qwen2p5-coder-0p5b-instruct=
        fireworks_ai/accounts/fireworks/models/qwen2p5-coder-0p5b=
        fireworks_ai/accounts/fireworks/models/qwen2p5-coder-14b-instruct=
        fireworks_ai/accounts/fireworks/models/qwen2p5-coder-14b=
        fireworks_ai/accounts/fireworks/models/qwen2p5-coder-1p5b-instruct=
        fireworks_ai/accounts/fireworks/models/qwen2p5-coder-1p5b=
        fireworks_ai/accounts/fireworks/models/qwen2p5-coder-32b-instruct-128k=
        fireworks_ai/accounts/fireworks/models/qwen2p5-coder-32b-instruct-32k-rope=
        fireworks_ai/accounts/fireworks/models/qwen2p5-coder-32b-instruct-64k=
        fireworks_ai/accounts/fireworks/models/qwen2p5-coder-32b-instruct=
        fireworks_ai/accounts/fireworks/models/qwen2p5-coder-32b=
        fireworks_ai/accounts/fireworks/models/qwen2p5-coder-3b-instruct=
        fireworks_ai/accounts/fireworks/models/qwen2p5-coder-3b=
        fireworks_ai/accounts/fireworks/models/qwen2p5-coder-7b-instruct=
        fireworks_ai/accounts/fireworks/models/qwen2p5-coder-7b=
        fireworks_ai/accounts/fireworks/models/qwen2p5-math-72b-instruct=
        fireworks_ai/accounts/fireworks/models/qwen2p5-vl-32b-instruct=
        fireworks_ai/accounts/fireworks/models/qwen2p5-vl-3b-instruct=
        fireworks_ai/accounts/fireworks/models/qwen2p5-vl-72b-instruct=
        fireworks_ai/accounts/fireworks/models/qwen2p5-vl-7b-instruct=
        fireworks_ai/accounts/fireworks/models/qwen3-0p6b= fireworks_ai/accounts/fireworks/models/qwen3-14b=
        fireworks_ai/accounts/fireworks/models/qwen3-1p7b-fp8-draft-131072=
        fireworks_ai/accounts/fireworks/models/qwen3-1p7b-fp8-draft-40960=
        fireworks_ai/accounts/fireworks/models/qwen3-1p7b-fp8-draft= fireworks_ai/accounts/fireworks/models/qwen3-1p7b=
        fireworks_ai/accounts/fireworks/models/qwen3-235b-a22b-instruct-2507=
        fireworks_ai/accounts/fireworks/models/qwen3-235b-a22b-thinking-2507=
        fireworks_ai/accounts/fireworks/models/qwen3-235b-a22b=
        fireworks_ai/accounts/fireworks/models/qwen3-30b-a3b-instruct-2507=
        fireworks_ai/accounts/fireworks/models/qwen3-30b-a3b-thinking-2507=
        fireworks_ai/accounts/fireworks/models/qwen3-30b-a3b= fireworks_ai/accounts/fireworks/models/qwen3-32b=reasons
        fireworks_ai/accounts/fireworks/models/qwen3-4b-instruct-2507= fireworks_ai/accounts/fireworks/models/qwen3-4b=
        fireworks_ai/accounts/fireworks/models/qwen3-8b=reasons
        fireworks_ai/accounts/fireworks/models/qwen3-coder-30b-a3b-instruct=
        fireworks_ai/accounts/fireworks/models/qwen3-coder-480b-a35b-instruct=reasons
        fireworks_ai/accounts/fireworks/models/qwen3-coder-480b-instruct-bf16=
        fireworks_ai/accounts/fireworks/models/qwen3-embedding-0p6b=embedding
        fireworks_ai/accounts/fireworks/models/qwen3-embedding-4b=embedding
        fireworks_ai/accounts/fireworks/models/qwen3-next-80b-a3b-instruct=
        fireworks_ai/accounts/fireworks/models/qwen3-next-80b-a3b-thinking=
        fireworks_ai/accounts/fireworks/models/qwen3-reranker-0p6b=rerank
        fireworks_ai/accounts/fireworks/models/qwen3-reranker-4b=rerank
        fireworks_ai/accounts/fireworks/models/qwen3-reranker-8b=rerank
        fireworks_ai/accounts/fireworks/models/qwen3-vl-235b-a22b-instruct=
        fireworks_ai/accounts/fireworks/models/qwen3-vl-235b-a22b-thinking=
        fireworks_ai/accounts/fireworks/models/qwen3-vl-30b-a3b-instruct=
        fireworks_ai/accounts/fireworks/models/qwen3-vl-30b-a3b-thinking=
        fireworks_ai/accounts/fireworks/models/qwen3-vl-32b-instruct=
        fireworks_ai/accounts/fireworks/models/qwen3-vl-8b-instruct= fireworks_ai/accounts/fireworks/models/qwq-32b=
        fireworks_ai/accounts/fireworks/models/rolm-ocr=
        fireworks_ai/accounts/fireworks/models/snorkel-mistral-7b-pairrm-dpo=
        fireworks_ai/accounts/fireworks/models/stable-diffusion-xl-1024-v1-0=image_generation
        fireworks_ai/accounts/fireworks/models/stablecode-3b= fireworks_ai/accounts/fireworks/models/starcoder-16b=
        fireworks_ai/accounts/fireworks/models/starcoder-7b= fireworks_ai/accounts/fireworks/models/starcoder2-15b=
        fireworks_ai/accounts/fireworks/models/starcoder2-3b= fireworks_ai/accounts/fireworks/models/starcoder2-7b=
        fireworks_ai/accounts/fireworks/models/toppy-m-7b=
        fireworks_ai/accounts/fireworks/models/whisper-v3-turbo=audio_transcription
        fireworks_ai/accounts/fireworks/models/whisper-v3=audio_transcription
        fireworks_ai/accounts/fireworks/models/yi-34b-200k-capybara= fireworks_ai/accounts/fireworks/models/yi-34b-chat=
        fireworks_ai/accounts/fireworks/models/yi-34b= fireworks_ai/accounts/fireworks/models/yi-6b=
        fireworks_ai/accounts/fireworks/models/yi-large= fireworks_ai/accounts/fireworks/models/zephyr-7b-beta=
        fireworks_ai/glm-4p7=reasons fireworks_ai/kimi-k2p5= fireworks_ai/minimax-m2p1=
    """,
    "models:fireworks_ai-embedding-models": r"""
        fireworks-ai-embedding-150m-to-350m= fireworks-ai-embedding-up-to-150m=
        fireworks_ai/WhereIsAI/UAE-Large-V1=embedding fireworks_ai/nomic-ai/nomic-embed-text-v1.5=embedding
        fireworks_ai/nomic-ai/nomic-embed-text-v1=embedding fireworks_ai/thenlper/gte-base=embedding
        fireworks_ai/thenlper/gte-large=embedding
    """,
    "models:friendliai": r"""
        friendliai/meta-llama-3.1-70b-instruct= friendliai/meta-llama-3.1-8b-instruct=
    """,
    "models:gemini": r"""
        gemini-2.0-flash-exp-image-generation=image_generation gemini-2.5-flash-native-audio-latest=
        gemini-2.5-flash-native-audio-preview-09-2025= gemini-2.5-flash-native-audio-preview-12-2025=
        gemini-2.5-flash-preview-tts=audio_speech gemini-3.1-flash-live-preview= gemini-exp-1206=reasons
        gemini-flash-latest=reasons gemini-flash-lite-latest=reasons gemini-pro-latest=reasons
        gemini/deep-research-pro-preview-12-2025=image_generation gemini/gemini-1.5-flash=embedding
        gemini/gemini-2.0-flash-001= gemini/gemini-2.0-flash-exp-image-generation=image_generation
        gemini/gemini-2.0-flash-lite-001= gemini/gemini-2.0-flash-lite= gemini/gemini-2.0-flash=
        gemini/gemini-2.5-computer-use-preview-10-2025= gemini/gemini-2.5-flash-image=image_generation
        gemini/gemini-2.5-flash-lite-preview-06-17=reasons gemini/gemini-2.5-flash-lite-preview-09-2025=reasons
        gemini/gemini-2.5-flash-lite=reasons gemini/gemini-2.5-flash-native-audio-latest=
        gemini/gemini-2.5-flash-native-audio-preview-09-2025= gemini/gemini-2.5-flash-native-audio-preview-12-2025=
        gemini/gemini-2.5-flash-preview-09-2025=reasons gemini/gemini-2.5-flash-preview-tts=audio_speech
        gemini/gemini-2.5-flash=reasons gemini/gemini-2.5-pro-preview-tts= gemini/gemini-2.5-pro=reasons
        gemini/gemini-3-flash-preview=reasons gemini/gemini-3-pro-image-preview=image_generation
        gemini/gemini-3-pro-preview=reasons gemini/gemini-3.1-flash-image-preview=image_generation
        gemini/gemini-3.1-flash-lite-preview=reasons gemini/gemini-3.1-flash-live-preview=
        gemini/gemini-3.1-pro-preview-customtools=reasons gemini/gemini-3.1-pro-preview=reasons
        gemini/gemini-3.5-flash=reasons gemini/gemini-embedding-001=embedding
        gemini/gemini-embedding-2-preview=embedding gemini/gemini-embedding-2=embedding gemini/gemini-exp-1114=
        gemini/gemini-exp-1206= gemini/gemini-flash-latest=reasons gemini/gemini-flash-lite-latest=reasons
        gemini/gemini-gemma-2-27b-it= gemini/gemini-gemma-2-9b-it=
        gemini/gemini-live-2.5-flash-preview-native-audio-09-2025=realtime gemini/gemini-pro-latest=reasons
        gemini/gemini-robotics-er-1.5-preview=reasons gemini/gemma-3-27b-it=
        gemini/imagen-3.0-fast-generate-001=image_generation gemini/imagen-3.0-generate-001=image_generation
        gemini/imagen-3.0-generate-002=image_generation gemini/imagen-4.0-fast-generate-001=image_generation
        gemini/imagen-4.0-generate-001=image_generation gemini/imagen-4.0-ultra-generate-001=image_generation
        gemini/learnlm-1.5-pro-experimental= gemini/lyria-3-clip-preview= gemini/lyria-3-pro-preview=
        gemini/veo-2.0-generate-001=video_generation gemini/veo-3.1-fast-generate-001=video_generation
        gemini/veo-3.1-fast-generate-preview=video_generation gemini/veo-3.1-generate-001=video_generation
        gemini/veo-3.1-generate-preview=video_generation gemini/veo-3.1-lite-generate-preview=video_generation
    """,
    "models:gigachat": r"""
        gigachat/Embeddings-2=embedding gigachat/Embeddings=embedding gigachat/EmbeddingsGigaR=embedding
        gigachat/GigaChat-2-Lite= gigachat/GigaChat-2-Max= gigachat/GigaChat-2-Pro=
    """,
    "models:github_copilot": r"""
        github_copilot/claude-haiku-4.5= github_copilot/claude-opus-4.5= github_copilot/claude-opus-4.6-fast=
        github_copilot/claude-opus-41= github_copilot/claude-sonnet-4.5= github_copilot/claude-sonnet-4=
        github_copilot/gemini-2.5-pro= github_copilot/gemini-3-pro-preview= github_copilot/gpt-3.5-turbo-0613=
        github_copilot/gpt-3.5-turbo= github_copilot/gpt-4-0613= github_copilot/gpt-4-o-preview=
        github_copilot/gpt-4.1-2025-04-14= github_copilot/gpt-4.1= github_copilot/gpt-41-copilot= github_copilot/gpt-4=
        github_copilot/gpt-4o-2024-05-13= github_copilot/gpt-4o-2024-08-06= github_copilot/gpt-4o-2024-11-20=
        github_copilot/gpt-4o-mini-2024-07-18= github_copilot/gpt-4o-mini= github_copilot/gpt-4o=
        github_copilot/gpt-5-mini= github_copilot/gpt-5.1-codex-max= github_copilot/gpt-5.1= github_copilot/gpt-5.2=
        github_copilot/gpt-5.3-codex= github_copilot/gpt-5= github_copilot/text-embedding-3-small-inference=embedding
        github_copilot/text-embedding-3-small=embedding github_copilot/text-embedding-ada-002=embedding
    """,
    "models:gmi": r"""
        gmi/MiniMaxAI/MiniMax-M2.1= gmi/Qwen/Qwen3-VL-235B-A22B-Instruct-FP8= gmi/anthropic/claude-opus-4.5=
        gmi/anthropic/claude-opus-4= gmi/anthropic/claude-sonnet-4.5= gmi/anthropic/claude-sonnet-4=
        gmi/deepseek-ai/DeepSeek-V3-0324= gmi/deepseek-ai/DeepSeek-V3.2= gmi/google/gemini-3-flash-preview=
        gmi/google/gemini-3-pro-preview= gmi/moonshotai/Kimi-K2-Thinking= gmi/openai/gpt-4o-mini= gmi/openai/gpt-4o=
        gmi/openai/gpt-5.1= gmi/openai/gpt-5.2= gmi/openai/gpt-5= gmi/zai-org/GLM-4.7-FP8=
    """,
    "models:google_pse": r"""
        google_pse/search=search
    """,
    "models:gradient_ai": r"""
        gradient_ai/alibaba-qwen3-32b= gradient_ai/anthropic-claude-3-opus= gradient_ai/anthropic-claude-3.5-haiku=
        gradient_ai/anthropic-claude-3.5-sonnet= gradient_ai/anthropic-claude-3.7-sonnet=
        gradient_ai/deepseek-r1-distill-llama-70b= gradient_ai/llama3-8b-instruct= gradient_ai/llama3.3-70b-instruct=
        gradient_ai/mistral-nemo-instruct-2407= gradient_ai/openai-gpt-4o-mini= gradient_ai/openai-gpt-4o=
        gradient_ai/openai-o3-mini= gradient_ai/openai-o3=
    """,
    "models:groq": r"""
        groq/gemma-7b-it= groq/llama-3.1-8b-instant= groq/llama-3.3-70b-versatile=
        groq/meta-llama/llama-4-maverick-17b-128e-instruct= groq/meta-llama/llama-4-scout-17b-16e-instruct=
        groq/meta-llama/llama-guard-4-12b= groq/moonshotai/kimi-k2-instruct-0905= groq/openai/gpt-oss-120b=reasons
        groq/openai/gpt-oss-20b=reasons groq/openai/gpt-oss-safeguard-20b=reasons groq/playai-tts=audio_speech
        groq/qwen/qwen3-32b=reasons groq/whisper-large-v3-turbo=audio_transcription
        groq/whisper-large-v3=audio_transcription
    """,
    "models:heroku": r"""
        heroku/claude-3-5-haiku= heroku/claude-3-5-sonnet-latest= heroku/claude-3-7-sonnet= heroku/claude-4-sonnet=
    """,
    "models:hyperbolic": r"""
        hyperbolic/NousResearch/Hermes-3-Llama-3.1-70B= hyperbolic/Qwen/QwQ-32B= hyperbolic/Qwen/Qwen2.5-72B-Instruct=
        hyperbolic/Qwen/Qwen2.5-Coder-32B-Instruct= hyperbolic/Qwen/Qwen3-235B-A22B=
        hyperbolic/deepseek-ai/DeepSeek-R1-0528= hyperbolic/deepseek-ai/DeepSeek-R1=
        hyperbolic/deepseek-ai/DeepSeek-V3-0324= hyperbolic/deepseek-ai/DeepSeek-V3=
        hyperbolic/meta-llama/Llama-3.2-3B-Instruct= hyperbolic/meta-llama/Llama-3.3-70B-Instruct=
        hyperbolic/meta-llama/Meta-Llama-3-70B-Instruct= hyperbolic/meta-llama/Meta-Llama-3.1-405B-Instruct=
        hyperbolic/meta-llama/Meta-Llama-3.1-70B-Instruct= hyperbolic/meta-llama/Meta-Llama-3.1-8B-Instruct=
        hyperbolic/moonshotai/Kimi-K2-Instruct=
    """,
    "models:jina_ai": r"""
        jina-reranker-v2-base-multilingual=rerank
    """,
    "models:lambda_ai": r"""
        lambda_ai/deepseek-llama3.3-70b=reasons lambda_ai/deepseek-r1-0528=reasons lambda_ai/deepseek-r1-671b=reasons
        lambda_ai/deepseek-v3-0324= lambda_ai/hermes3-405b= lambda_ai/hermes3-70b= lambda_ai/hermes3-8b=
        lambda_ai/lfm-40b= lambda_ai/lfm-7b= lambda_ai/llama-4-maverick-17b-128e-instruct-fp8=
        lambda_ai/llama-4-scout-17b-16e-instruct= lambda_ai/llama3.1-405b-instruct-fp8=
        lambda_ai/llama3.1-70b-instruct-fp8= lambda_ai/llama3.1-8b-instruct=
        lambda_ai/llama3.1-nemotron-70b-instruct-fp8= lambda_ai/llama3.2-11b-vision-instruct=
        lambda_ai/llama3.2-3b-instruct= lambda_ai/llama3.3-70b-instruct-fp8= lambda_ai/qwen25-coder-32b-instruct=
        lambda_ai/qwen3-32b-fp8=reasons
    """,
    "models:lemonade": r"""
        lemonade/Gemma-3-4b-it-GGUF= lemonade/Qwen3-4B-Instruct-2507-GGUF= lemonade/Qwen3-Coder-30B-A3B-Instruct-GGUF=
        lemonade/gpt-oss-120b-mxfp-GGUF= lemonade/gpt-oss-20b-mxfp4-GGUF=
    """,
    "models:linkup": r"""
        linkup/search-deep=search linkup/search=search
    """,
    "models:llamagate": r"""
        llamagate/codellama-7b= llamagate/deepseek-coder-6.7b= llamagate/deepseek-r1-7b-qwen=reasons
        llamagate/deepseek-r1-8b=reasons llamagate/dolphin3-8b= llamagate/gemma3-4b= llamagate/llama-3.1-8b=
        llamagate/llama-3.2-3b= llamagate/llava-7b= llamagate/mistral-7b-v0.3= llamagate/nomic-embed-text=embedding
        llamagate/openthinker-7b=reasons llamagate/qwen2.5-coder-7b= llamagate/qwen3-8b=
        llamagate/qwen3-embedding-8b=embedding llamagate/qwen3-vl-8b=
    """,
    "models:meta_llama": r"""
        meta_llama/Llama-3.3-70B-Instruct= meta_llama/Llama-3.3-8B-Instruct=
        meta_llama/Llama-4-Maverick-17B-128E-Instruct-FP8= meta_llama/Llama-4-Scout-17B-16E-Instruct-FP8=
    """,
    "models:minimax": r"""
        minimax/MiniMax-M2.1-lightning=reasons minimax/MiniMax-M2.1=reasons minimax/MiniMax-M2.5-lightning=reasons
        minimax/MiniMax-M2.5=reasons minimax/MiniMax-M2=reasons minimax/speech-02-hd=audio_speech
        minimax/speech-02-turbo=audio_speech minimax/speech-2.6-hd=audio_speech minimax/speech-2.6-turbo=audio_speech
    """,
    "models:mistral": r"""
        mistral/codestral-2405= mistral/codestral-2508= mistral/codestral-embed-2505=embedding
        mistral/codestral-embed=embedding mistral/codestral-latest= mistral/codestral-mamba-latest=
        mistral/devstral-2512= mistral/devstral-latest= mistral/devstral-medium-2507= mistral/devstral-medium-latest=
        mistral/devstral-small-2505= mistral/devstral-small-2507= mistral/devstral-small-latest=
        mistral/labs-devstral-small-2512= mistral/magistral-medium-1-2-2509=reasons
        mistral/magistral-medium-2506=reasons mistral/magistral-medium-2509=reasons
        mistral/magistral-medium-latest=reasons mistral/magistral-small-1-2-2509=reasons
        mistral/magistral-small-2506=reasons mistral/magistral-small-latest=reasons mistral/ministral-3-14b-2512=
        mistral/ministral-3-3b-2512= mistral/ministral-3-8b-2512= mistral/mistral-embed=embedding
        mistral/mistral-large-2402= mistral/mistral-large-2407= mistral/mistral-large-2411= mistral/mistral-large-2512=
        mistral/mistral-large-3= mistral/mistral-large-latest= mistral/mistral-medium-2312= mistral/mistral-medium-2505=
        mistral/mistral-medium-3-1-2508= mistral/mistral-medium-latest= mistral/mistral-medium=
        mistral/mistral-ocr-2505-completion=ocr mistral/mistral-ocr-latest=ocr mistral/mistral-small-3-2-2506=
        mistral/mistral-small-latest= mistral/mistral-small= mistral/mistral-tiny= mistral/open-codestral-mamba=
        mistral/open-mistral-7b= mistral/open-mistral-nemo-2407= mistral/open-mistral-nemo= mistral/open-mixtral-8x22b=
        mistral/open-mixtral-8x7b= mistral/pixtral-12b-2409= mistral/pixtral-large-2411= mistral/pixtral-large-latest=
    """,
    "models:moonshot": r"""
        moonshot/kimi-k2-0711-preview= moonshot/kimi-k2-0905-preview= moonshot/kimi-k2-thinking-turbo=reasons
        moonshot/kimi-k2-thinking=reasons moonshot/kimi-k2-turbo-preview= moonshot/kimi-k2.5=reasons
        moonshot/kimi-k2.6=reasons moonshot/kimi-latest-128k= moonshot/kimi-latest-32k= moonshot/kimi-latest-8k=
        moonshot/kimi-latest= moonshot/kimi-thinking-preview= moonshot/moonshot-v1-128k-0430=
        moonshot/moonshot-v1-128k-vision-preview= moonshot/moonshot-v1-128k= moonshot/moonshot-v1-32k-0430=
        moonshot/moonshot-v1-32k-vision-preview= moonshot/moonshot-v1-32k= moonshot/moonshot-v1-8k-0430=
        moonshot/moonshot-v1-8k-vision-preview= moonshot/moonshot-v1-8k= moonshot/moonshot-v1-auto=
    """,
    "models:morph": r"""
        morph/morph-v3-fast= morph/morph-v3-large=
    """,
    "models:nebius": r"""
        nebius/BAAI/bge-en-icl=embedding nebius/BAAI/bge-multilingual-gemma2=embedding
        nebius/NousResearch/Hermes-3-Llama-3.1-405B= nebius/Qwen/QwQ-32B=reasons nebius/Qwen/Qwen2-VL-72B-Instruct=
        nebius/Qwen/Qwen2-VL-7B-Instruct= nebius/Qwen/Qwen2.5-32B-Instruct= nebius/Qwen/Qwen2.5-72B-Instruct=
        nebius/Qwen/Qwen2.5-Coder-7B= nebius/Qwen/Qwen2.5-VL-72B-Instruct= nebius/Qwen/Qwen3-14B=
        nebius/Qwen/Qwen3-235B-A22B= nebius/Qwen/Qwen3-30B-A3B= nebius/Qwen/Qwen3-32B= nebius/Qwen/Qwen3-4B=
        nebius/deepseek-ai/DeepSeek-R1-0528=reasons nebius/deepseek-ai/DeepSeek-R1-Distill-Llama-70B=
        nebius/deepseek-ai/DeepSeek-R1=reasons nebius/deepseek-ai/DeepSeek-V3-0324= nebius/deepseek-ai/DeepSeek-V3=
        nebius/google/gemma-3-27b-it= nebius/intfloat/e5-mistral-7b-instruct=embedding
        nebius/meta-llama/Llama-3.3-70B-Instruct= nebius/meta-llama/Llama-Guard-3-8B=
        nebius/meta-llama/Meta-Llama-3.1-405B-Instruct= nebius/meta-llama/Meta-Llama-3.1-70B-Instruct=
        nebius/meta-llama/Meta-Llama-3.1-8B-Instruct= nebius/mistralai/Mistral-Nemo-Instruct-2407=
        nebius/nvidia/Llama-3.1-Nemotron-Ultra-253B-v1= nebius/nvidia/Llama-3.3-Nemotron-Super-49B-v1=
    """,
    "models:nlp_cloud": r"""
        chatdolphin= dolphin=
    """,
    "models:novita": r"""
        novita/Sao10K/L3-8B-Stheno-v3.2= novita/baai/bge-m3=embedding novita/baai/bge-reranker-v2-m3=rerank
        novita/baichuan/baichuan-m2-32b= novita/baidu/ernie-4.5-21B-a3b-thinking=reasons novita/baidu/ernie-4.5-21B-a3b=
        novita/baidu/ernie-4.5-300b-a47b-paddle= novita/baidu/ernie-4.5-vl-28b-a3b-thinking=reasons
        novita/baidu/ernie-4.5-vl-28b-a3b=reasons novita/baidu/ernie-4.5-vl-424b-a47b=reasons
        novita/deepseek/deepseek-ocr= novita/deepseek/deepseek-prover-v2-671b=
        novita/deepseek/deepseek-r1-0528-qwen3-8b=reasons novita/deepseek/deepseek-r1-0528=reasons
        novita/deepseek/deepseek-r1-distill-llama-70b=reasons novita/deepseek/deepseek-r1-distill-qwen-14b=reasons
        novita/deepseek/deepseek-r1-distill-qwen-32b=reasons novita/deepseek/deepseek-r1-turbo=reasons
        novita/deepseek/deepseek-v3-0324= novita/deepseek/deepseek-v3-turbo=
        novita/deepseek/deepseek-v3.1-terminus=reasons novita/deepseek/deepseek-v3.1=reasons
        novita/deepseek/deepseek-v3.2-exp=reasons novita/deepseek/deepseek-v3.2=reasons novita/google/gemma-3-12b-it=
        novita/google/gemma-3-27b-it= novita/gryphe/mythomax-l2-13b= novita/kwaipilot/kat-coder-pro=
        novita/meta-llama/llama-3-70b-instruct= novita/meta-llama/llama-3-8b-instruct=
        novita/meta-llama/llama-3.1-8b-instruct= novita/meta-llama/llama-3.2-3b-instruct=
        novita/meta-llama/llama-3.3-70b-instruct= novita/meta-llama/llama-4-maverick-17b-128e-instruct-fp8=
        novita/meta-llama/llama-4-scout-17b-16e-instruct= novita/microsoft/wizardlm-2-8x22b=
        novita/minimax/minimax-m2.1= novita/minimax/minimax-m2=reasons novita/minimaxai/minimax-m1-80k=reasons
        novita/mistralai/mistral-nemo= novita/moonshotai/kimi-k2-0905= novita/moonshotai/kimi-k2-instruct=
        novita/moonshotai/kimi-k2-thinking=reasons novita/nousresearch/hermes-2-pro-llama-3-8b=
        novita/openai/gpt-oss-120b=reasons novita/openai/gpt-oss-20b=reasons novita/paddlepaddle/paddleocr-vl=
        novita/qwen/qwen-2.5-72b-instruct= novita/qwen/qwen-mt-plus= novita/qwen/qwen2.5-7b-instruct=
        novita/qwen/qwen2.5-vl-72b-instruct= novita/qwen/qwen3-235b-a22b-fp8=reasons
        novita/qwen/qwen3-235b-a22b-instruct-2507= novita/qwen/qwen3-235b-a22b-thinking-2507=reasons
        novita/qwen/qwen3-30b-a3b-fp8=reasons novita/qwen/qwen3-32b-fp8=reasons novita/qwen/qwen3-4b-fp8=reasons
        novita/qwen/qwen3-8b-fp8=reasons novita/qwen/qwen3-coder-30b-a3b-instruct=
        novita/qwen/qwen3-coder-480b-a35b-instruct= novita/qwen/qwen3-embedding-0.6b=embedding
        novita/qwen/qwen3-embedding-8b=embedding novita/qwen/qwen3-max= novita/qwen/qwen3-next-80b-a3b-instruct=
        novita/qwen/qwen3-next-80b-a3b-thinking=reasons novita/qwen/qwen3-omni-30b-a3b-instruct=
        novita/qwen/qwen3-omni-30b-a3b-thinking=reasons novita/qwen/qwen3-reranker-8b=rerank
        novita/qwen/qwen3-vl-235b-a22b-instruct= novita/qwen/qwen3-vl-235b-a22b-thinking=reasons
        novita/qwen/qwen3-vl-30b-a3b-instruct= novita/qwen/qwen3-vl-30b-a3b-thinking= novita/qwen/qwen3-vl-8b-instruct=
        novita/sao10k/l3-70b-euryale-v2.1= novita/sao10k/l3-8b-lunaris= novita/sao10k/l31-70b-euryale-v2.2=
        novita/skywork/r1v4-lite= novita/xiaomimimo/mimo-v2-flash=reasons novita/zai-org/autoglm-phone-9b-multilingual=
        novita/zai-org/glm-4.5-air=reasons novita/zai-org/glm-4.5=reasons novita/zai-org/glm-4.5v=reasons
        novita/zai-org/glm-4.6=reasons novita/zai-org/glm-4.6v=reasons novita/zai-org/glm-4.7=reasons
    """,
    "models:nscale": r"""
        nscale/Qwen/QwQ-32B= nscale/Qwen/Qwen2.5-Coder-32B-Instruct= nscale/Qwen/Qwen2.5-Coder-3B-Instruct=
        nscale/Qwen/Qwen2.5-Coder-7B-Instruct= nscale/black-forest-labs/FLUX.1-schnell=image_generation
        nscale/deepseek-ai/DeepSeek-R1-Distill-Llama-70B= nscale/deepseek-ai/DeepSeek-R1-Distill-Llama-8B=
        nscale/deepseek-ai/DeepSeek-R1-Distill-Qwen-1.5B= nscale/deepseek-ai/DeepSeek-R1-Distill-Qwen-14B=
        nscale/deepseek-ai/DeepSeek-R1-Distill-Qwen-32B= nscale/deepseek-ai/DeepSeek-R1-Distill-Qwen-7B=
        nscale/meta-llama/Llama-3.1-8B-Instruct= nscale/meta-llama/Llama-3.3-70B-Instruct=
        nscale/meta-llama/Llama-4-Scout-17B-16E-Instruct= nscale/mistralai/mixtral-8x22b-instruct-v0.1=
        nscale/stabilityai/stable-diffusion-xl-base-1.0=image_generation
    """,
    "models:nvidia_nim": r"""
        nvidia_nim/nvidia/llama-3_2-nv-rerankqa-1b-v2=rerank nvidia_nim/nvidia/nv-rerankqa-mistral-4b-v3=rerank
        nvidia_nim/ranking/nvidia/llama-3.2-nv-rerankqa-1b-v2=rerank
    """,
    "models:oci": r"""
        oci/cohere.command-a-03-2025= oci/cohere.command-a-reasoning-08-2025= oci/cohere.command-a-translate-08-2025=
        oci/cohere.command-a-vision-07-2025= oci/cohere.command-latest= oci/cohere.command-plus-latest=
        oci/cohere.command-r-08-2024= oci/cohere.command-r-plus-08-2024= oci/cohere.embed-english-image-v3.0=embedding
        oci/cohere.embed-english-light-image-v3.0=embedding oci/cohere.embed-english-light-v3.0=embedding
        oci/cohere.embed-english-v3.0=embedding oci/cohere.embed-multilingual-light-image-v3.0=embedding
        oci/cohere.embed-multilingual-light-v3.0=embedding oci/cohere.embed-multilingual-v3.0=embedding
        oci/cohere.embed-v4.0=embedding oci/google.gemini-2.5-flash-lite= oci/google.gemini-2.5-flash=
        oci/google.gemini-2.5-pro= oci/meta.llama-3.1-405b-instruct= oci/meta.llama-3.1-70b-instruct=
        oci/meta.llama-3.2-11b-vision-instruct= oci/meta.llama-3.2-90b-vision-instruct=
        oci/meta.llama-3.3-70b-instruct-fp8-dynamic= oci/meta.llama-3.3-70b-instruct=
        oci/meta.llama-4-maverick-17b-128e-instruct-fp8= oci/meta.llama-4-scout-17b-16e-instruct= oci/xai.grok-3-fast=
        oci/xai.grok-3-mini-fast= oci/xai.grok-3-mini= oci/xai.grok-3= oci/xai.grok-4-fast= oci/xai.grok-4.1-fast=
        oci/xai.grok-4.20-multi-agent= oci/xai.grok-4.20= oci/xai.grok-4= oci/xai.grok-code-fast-1=
    """,
    "models:ollama": r"""
        ollama/codegeex4= ollama/codegemma= ollama/codellama= ollama/deepseek-coder-v2-base=
        ollama/deepseek-coder-v2-instruct= ollama/deepseek-coder-v2-lite-base= ollama/deepseek-coder-v2-lite-instruct=
        ollama/deepseek-v3.1:671b-cloud= ollama/gpt-oss:120b-cloud= ollama/gpt-oss:20b-cloud=
        ollama/internlm2_5-20b-chat= ollama/llama2-uncensored= ollama/llama2:13b= ollama/llama2:70b= ollama/llama2:7b=
        ollama/llama2= ollama/llama3.1= ollama/llama3:70b= ollama/llama3:8b= ollama/llama3=
        ollama/mistral-7B-Instruct-v0.1= ollama/mistral-7B-Instruct-v0.2= ollama/mistral-large-instruct-2407=
        ollama/mistral= ollama/mixtral-8x22B-Instruct-v0.1= ollama/mixtral-8x7B-Instruct-v0.1= ollama/orca-mini=
        ollama/qwen3-coder:480b-cloud= ollama/vicuna=
    """,
    "models:openai": r"""
        1024-x-1024/dall-e-2=image_generation 1024-x-1024/gpt-image-1.5-2025-12-16=image_generation
        1024-x-1024/gpt-image-1.5=image_generation 1024-x-1536/gpt-image-1.5-2025-12-16=image_generation
        1024-x-1536/gpt-image-1.5=image_generation 1536-x-1024/gpt-image-1.5-2025-12-16=image_generation
        1536-x-1024/gpt-image-1.5=image_generation 256-x-256/dall-e-2=image_generation
        512-x-512/dall-e-2=image_generation chatgpt-4o-latest= chatgpt-image-latest=image_generation
        codex-mini-latest=reasons dall-e-2=image_generation dall-e-3=image_generation ft:gpt-3.5-turbo-0125=
        ft:gpt-3.5-turbo-0613= ft:gpt-3.5-turbo-1106= ft:gpt-3.5-turbo= ft:gpt-4-0613= ft:gpt-4.1-2025-04-14=
        ft:gpt-4.1-mini-2025-04-14= ft:gpt-4.1-nano-2025-04-14= ft:gpt-4o-2024-08-06= ft:gpt-4o-2024-11-20=
        ft:gpt-4o-mini-2024-07-18= ft:o4-mini-2025-04-16=reasons gpt-3.5-turbo-0125= gpt-3.5-turbo-1106=
        gpt-3.5-turbo-16k= gpt-3.5-turbo= gpt-4-0125-preview= gpt-4-0314= gpt-4-0613= gpt-4-1106-preview=
        gpt-4-turbo-2024-04-09= gpt-4-turbo-preview= gpt-4-turbo= gpt-4.1-2025-04-14= gpt-4.1-mini-2025-04-14=
        gpt-4.1-mini= gpt-4.1-nano-2025-04-14= gpt-4.1-nano= gpt-4.1= gpt-4= gpt-4o-2024-05-13= gpt-4o-2024-08-06=
        gpt-4o-2024-11-20= gpt-4o-audio-preview-2024-12-17= gpt-4o-audio-preview-2025-06-03= gpt-4o-audio-preview=
        gpt-4o-mini-2024-07-18= gpt-4o-mini-audio-preview-2024-12-17= gpt-4o-mini-audio-preview=
        gpt-4o-mini-realtime-preview-2024-12-17= gpt-4o-mini-realtime-preview= gpt-4o-mini-search-preview-2025-03-11=
        gpt-4o-mini-search-preview= gpt-4o-mini-transcribe-2025-03-20=audio_transcription
        gpt-4o-mini-transcribe-2025-12-15=audio_transcription gpt-4o-mini-transcribe=audio_transcription
        gpt-4o-mini-tts-2025-03-20=audio_speech gpt-4o-mini-tts-2025-12-15=audio_speech gpt-4o-mini-tts=audio_speech
        gpt-4o-mini= gpt-4o-realtime-preview-2024-12-17= gpt-4o-realtime-preview-2025-06-03= gpt-4o-realtime-preview=
        gpt-4o-search-preview-2025-03-11= gpt-4o-search-preview= gpt-4o-transcribe-diarize=audio_transcription
        gpt-4o-transcribe=audio_transcription gpt-4o= gpt-5-2025-08-07=reasons gpt-5-chat-latest=reasons
        gpt-5-chat=reasons gpt-5-codex=reasons gpt-5-mini-2025-08-07=reasons gpt-5-mini=reasons
        gpt-5-nano-2025-08-07=reasons gpt-5-nano=reasons gpt-5-pro-2025-10-06=reasons gpt-5-pro=reasons
        gpt-5-search-api-2025-10-14= gpt-5-search-api= gpt-5.1-2025-11-13=reasons gpt-5.1-chat-latest=reasons
        gpt-5.1-codex-max=reasons gpt-5.1-codex-mini=reasons gpt-5.1-codex=reasons gpt-5.1=reasons
        gpt-5.2-2025-12-11=reasons gpt-5.2-chat-latest=reasons gpt-5.2-codex=reasons gpt-5.2-pro-2025-12-11=reasons
        gpt-5.2-pro=reasons gpt-5.2=reasons gpt-5.3-chat-latest=reasons gpt-5.3-codex=reasons gpt-5.4-2026-03-05=reasons
        gpt-5.4-mini-2026-03-17=reasons gpt-5.4-mini=reasons gpt-5.4-nano-2026-03-17=reasons gpt-5.4-nano=reasons
        gpt-5.4-pro-2026-03-05=reasons gpt-5.4-pro=reasons gpt-5.4=reasons gpt-5.5-2026-04-23=reasons
        gpt-5.5-pro-2026-04-23=reasons gpt-5.5-pro=reasons gpt-5.5=reasons gpt-5=reasons gpt-audio-1.5=
        gpt-audio-2025-08-28= gpt-audio-mini-2025-10-06= gpt-audio-mini-2025-12-15= gpt-audio-mini= gpt-audio=
        gpt-image-1-mini=image_generation gpt-image-1.5-2025-12-16=image_generation gpt-image-1.5=image_generation
        gpt-image-1=image_generation gpt-image-2-2026-04-21=image_generation gpt-image-2=image_generation
        gpt-realtime-1.5= gpt-realtime-2025-08-28= gpt-realtime-mini-2025-10-06= gpt-realtime-mini-2025-12-15=
        gpt-realtime-mini= gpt-realtime= hd/1024-x-1024/dall-e-3=image_generation
        hd/1024-x-1792/dall-e-3=image_generation hd/1792-x-1024/dall-e-3=image_generation
        high/1024-x-1024/gpt-image-1.5-2025-12-16=image_generation high/1024-x-1024/gpt-image-1.5=image_generation
        high/1024-x-1024/gpt-image-1=image_generation high/1024-x-1536/gpt-image-1.5-2025-12-16=image_generation
        high/1024-x-1536/gpt-image-1.5=image_generation high/1024-x-1536/gpt-image-1=image_generation
        high/1536-x-1024/gpt-image-1.5-2025-12-16=image_generation high/1536-x-1024/gpt-image-1.5=image_generation
        high/1536-x-1024/gpt-image-1=image_generation low/1024-x-1024/gpt-image-1-mini=image_generation
        low/1024-x-1024/gpt-image-1.5-2025-12-16=image_generation low/1024-x-1024/gpt-image-1.5=image_generation
        low/1024-x-1024/gpt-image-1=image_generation low/1024-x-1536/gpt-image-1-mini=image_generation
        low/1024-x-1536/gpt-image-1.5-2025-12-16=image_generation low/1024-x-1536/gpt-image-1.5=image_generation
        low/1024-x-1536/gpt-image-1=image_generation low/1536-x-1024/gpt-image-1-mini=image_generation
        low/1536-x-1024/gpt-image-1.5-2025-12-16=image_generation low/1536-x-1024/gpt-image-1.5=image_generation
        low/1536-x-1024/gpt-image-1=image_generation medium/1024-x-1024/gpt-image-1-mini=image_generation
        medium/1024-x-1024/gpt-image-1.5-2025-12-16=image_generation medium/1024-x-1024/gpt-image-1.5=image_generation
        medium/1024-x-1024/gpt-image-1=image_generation medium/1024-x-1536/gpt-image-1-mini=image_generation
        medium/1024-x-1536/gpt-image-1.5-2025-12-16=image_generation medium/1024-x-1536/gpt-image-1.5=image_generation
        medium/1024-x-1536/gpt-image-1=image_generation medium/1536-x-1024/gpt-image-1-mini=image_generation
        medium/1536-x-1024/gpt-image-1.5-2025-12-16=image_generation medium/1536-x-1024/gpt-image-1.5=image_generation
        medium/1536-x-1024/gpt-image-1=image_generation o1-2024-12-17=reasons o1-pro-2025-03-19=reasons o1-pro=reasons
        o1=reasons o3-2025-04-16=reasons o3-deep-research-2025-06-26= o3-deep-research= o3-mini-2025-01-31=reasons
        o3-mini=reasons o3-pro-2025-06-10=reasons o3-pro=reasons o3=reasons o4-mini-2025-04-16=reasons
        o4-mini-deep-research-2025-06-26= o4-mini-deep-research= o4-mini=reasons omni-moderation-2024-09-26=moderation
        omni-moderation-latest=moderation openai/container= openai/sora-2-pro-high-res=video_generation
        openai/sora-2-pro=video_generation openai/sora-2=video_generation sora-2-pro-high-res=video_generation
        sora-2-pro=video_generation sora-2=video_generation standard/1024-x-1024/dall-e-3=image_generation
        standard/1024-x-1024/gpt-image-1.5-2025-12-16=image_generation
        standard/1024-x-1024/gpt-image-1.5=image_generation
        standard/1024-x-1536/gpt-image-1.5-2025-12-16=image_generation
        standard/1024-x-1536/gpt-image-1.5=image_generation standard/1024-x-1792/dall-e-3=image_generation
        standard/1536-x-1024/gpt-image-1.5-2025-12-16=image_generation
        standard/1536-x-1024/gpt-image-1.5=image_generation standard/1792-x-1024/dall-e-3=image_generation
        text-embedding-3-large=embedding text-embedding-3-small=embedding text-embedding-ada-002-v2=embedding
        text-embedding-ada-002=embedding text-moderation-007=moderation text-moderation-latest=moderation
        text-moderation-stable=moderation tts-1-1106=audio_speech tts-1-hd-1106=audio_speech tts-1-hd=audio_speech
        tts-1=audio_speech whisper-1=audio_transcription
    """,
    "models:openrouter": r"""
        openrouter/anthropic/claude-3-haiku= openrouter/anthropic/claude-3.5-sonnet=
        openrouter/anthropic/claude-3.7-sonnet=reasons openrouter/anthropic/claude-haiku-4.5=reasons
        openrouter/anthropic/claude-opus-4.1=reasons openrouter/anthropic/claude-opus-4.5=reasons
        openrouter/anthropic/claude-opus-4.6=reasons openrouter/anthropic/claude-opus-4.7=reasons
        openrouter/anthropic/claude-opus-4=reasons openrouter/anthropic/claude-sonnet-4.5=reasons
        openrouter/anthropic/claude-sonnet-4.6=reasons openrouter/anthropic/claude-sonnet-4=reasons
        openrouter/bytedance/ui-tars-1.5-7b= openrouter/deepseek/deepseek-chat-v3-0324=
        openrouter/deepseek/deepseek-chat-v3.1=reasons openrouter/deepseek/deepseek-chat=
        openrouter/deepseek/deepseek-r1-0528=reasons openrouter/deepseek/deepseek-r1=reasons
        openrouter/deepseek/deepseek-v3.2-exp= openrouter/deepseek/deepseek-v3.2=reasons
        openrouter/google/gemini-2.0-flash-001= openrouter/google/gemini-2.5-flash= openrouter/google/gemini-2.5-pro=
        openrouter/google/gemini-3-flash-preview=reasons openrouter/google/gemini-3-pro-preview=reasons
        openrouter/google/gemini-3.1-flash-lite-preview=reasons openrouter/google/gemini-3.1-pro-preview=reasons
        openrouter/gryphe/mythomax-l2-13b= openrouter/mancer/weaver= openrouter/meta-llama/llama-3-70b-instruct=
        openrouter/minimax/minimax-m2.1=reasons openrouter/minimax/minimax-m2.5=reasons
        openrouter/minimax/minimax-m2=reasons openrouter/mistralai/devstral-2512=
        openrouter/mistralai/ministral-14b-2512= openrouter/mistralai/ministral-3b-2512=
        openrouter/mistralai/ministral-8b-2512= openrouter/mistralai/mistral-7b-instruct=
        openrouter/mistralai/mistral-large-2512= openrouter/mistralai/mistral-large=
        openrouter/mistralai/mistral-small-3.1-24b-instruct= openrouter/mistralai/mistral-small-3.2-24b-instruct=
        openrouter/mistralai/mixtral-8x22b-instruct= openrouter/moonshotai/kimi-k2.5=
        openrouter/openai/gpt-3.5-turbo-16k= openrouter/openai/gpt-3.5-turbo= openrouter/openai/gpt-4.1-mini=
        openrouter/openai/gpt-4.1-nano= openrouter/openai/gpt-4.1= openrouter/openai/gpt-4=
        openrouter/openai/gpt-4o-2024-05-13= openrouter/openai/gpt-4o= openrouter/openai/gpt-5-chat=reasons
        openrouter/openai/gpt-5-codex=reasons openrouter/openai/gpt-5-mini=reasons openrouter/openai/gpt-5-nano=reasons
        openrouter/openai/gpt-5.1-codex-max=reasons openrouter/openai/gpt-5.2-chat=
        openrouter/openai/gpt-5.2-codex=reasons openrouter/openai/gpt-5.2-pro=reasons openrouter/openai/gpt-5.2=reasons
        openrouter/openai/gpt-5=reasons openrouter/openai/gpt-oss-120b=reasons openrouter/openai/gpt-oss-20b=reasons
        openrouter/openai/o1= openrouter/openai/o3-mini-high=reasons openrouter/openai/o3-mini=reasons
        openrouter/openrouter/auto=reasons openrouter/openrouter/bodybuilder= openrouter/openrouter/free=reasons
        openrouter/qwen/qwen-2.5-coder-32b-instruct= openrouter/qwen/qwen-vl-plus= openrouter/qwen/qwen3-235b-a22b-2507=
        openrouter/qwen/qwen3-235b-a22b-thinking-2507=reasons openrouter/qwen/qwen3-coder-plus=reasons
        openrouter/qwen/qwen3-coder= openrouter/qwen/qwen3.5-122b-a10b=reasons openrouter/qwen/qwen3.5-27b=reasons
        openrouter/qwen/qwen3.5-35b-a3b=reasons openrouter/qwen/qwen3.5-397b-a17b=reasons
        openrouter/qwen/qwen3.5-flash-02-23=reasons openrouter/qwen/qwen3.5-plus-02-15=reasons
        openrouter/switchpoint/router= openrouter/undi95/remm-slerp-l2-13b= openrouter/x-ai/grok-4=reasons
        openrouter/xiaomi/mimo-v2-flash=reasons openrouter/z-ai/glm-4.6:exacto=reasons openrouter/z-ai/glm-4.6=reasons
        openrouter/z-ai/glm-4.7-flash=reasons openrouter/z-ai/glm-4.7=reasons openrouter/z-ai/glm-5=reasons
    """,
    "models:ovhcloud": r"""
        ovhcloud/DeepSeek-R1-Distill-Llama-70B=reasons ovhcloud/Llama-3.1-8B-Instruct=
        ovhcloud/Meta-Llama-3_1-70B-Instruct= ovhcloud/Meta-Llama-3_3-70B-Instruct= ovhcloud/Mistral-7B-Instruct-v0.3=
        ovhcloud/Mistral-Nemo-Instruct-2407= ovhcloud/Mistral-Small-3.2-24B-Instruct-2506=
        ovhcloud/Mixtral-8x7B-Instruct-v0.1= ovhcloud/Qwen2.5-Coder-32B-Instruct= ovhcloud/Qwen2.5-VL-72B-Instruct=
        ovhcloud/Qwen3-32B=reasons ovhcloud/gpt-oss-120b=reasons ovhcloud/gpt-oss-20b=reasons
        ovhcloud/llava-v1.6-mistral-7b-hf= ovhcloud/mamba-codestral-7B-v0.1=
    """,
    "models:palm": r"""
        palm/chat-bison-001= palm/chat-bison= palm/text-bison-001= palm/text-bison-safety-off=
        palm/text-bison-safety-recitation-off= palm/text-bison=
    """,
    "models:parallel_ai": r"""
        parallel_ai/search-pro=search parallel_ai/search=search
    """,
    "models:perplexity": r"""
        perplexity/anthropic/claude-haiku-4-5= perplexity/anthropic/claude-opus-4-5=
        perplexity/anthropic/claude-opus-4-6= perplexity/anthropic/claude-opus-4-7=
        perplexity/anthropic/claude-sonnet-4-5= perplexity/codellama-34b-instruct= perplexity/codellama-70b-instruct=
        perplexity/google/gemini-2.5-flash= perplexity/google/gemini-2.5-pro= perplexity/google/gemini-3-flash-preview=
        perplexity/google/gemini-3-pro-preview= perplexity/llama-2-70b-chat= perplexity/llama-3.1-70b-instruct=
        perplexity/llama-3.1-8b-instruct= perplexity/mistral-7b-instruct= perplexity/mixtral-8x7b-instruct=
        perplexity/openai/gpt-5-mini= perplexity/openai/gpt-5.1= perplexity/openai/gpt-5.2=reasons
        perplexity/perplexity/sonar= perplexity/pplx-70b-chat= perplexity/pplx-70b-online= perplexity/pplx-7b-chat=
        perplexity/pplx-7b-online= perplexity/pplx-embed-v1-0.6b=embedding perplexity/pplx-embed-v1-4b=embedding
        perplexity/preset/advanced-deep-research= perplexity/preset/deep-research= perplexity/preset/fast-search=
        perplexity/preset/pro-search= perplexity/search=search perplexity/sonar-deep-research=reasons
        perplexity/sonar-medium-chat= perplexity/sonar-medium-online= perplexity/sonar-pro=
        perplexity/sonar-reasoning-pro=reasons perplexity/sonar-reasoning=reasons perplexity/sonar-small-chat=
        perplexity/sonar-small-online= perplexity/sonar= perplexity/xai/grok-4-1-fast-non-reasoning=
    """,
    "models:publicai": r"""
        publicai/BSC-LT/ALIA-40b-instruct_Q8_0= publicai/BSC-LT/salamandra-7b-instruct-tools-16k=
        publicai/aisingapore/Gemma-SEA-LION-v4-27B-IT= publicai/aisingapore/Qwen-SEA-LION-v4-32B-IT=
        publicai/allenai/Olmo-3-32B-Think=reasons publicai/allenai/Olmo-3-7B-Instruct=
        publicai/allenai/Olmo-3-7B-Think=reasons publicai/swiss-ai/apertus-70b-instruct=
        publicai/swiss-ai/apertus-8b-instruct=
    """,
    "models:recraft": r"""
        recraft/recraftv2=image_generation recraft/recraftv3=image_generation
    """,
    "models:replicate": r"""
        replicate/anthropic/claude-3.5-haiku= replicate/anthropic/claude-3.5-sonnet=
        replicate/anthropic/claude-3.7-sonnet= replicate/anthropic/claude-4-sonnet=
        replicate/anthropic/claude-4.5-haiku= replicate/anthropic/claude-4.5-sonnet=
        replicate/deepseek-ai/deepseek-r1=reasons replicate/deepseek-ai/deepseek-v3.1=reasons
        replicate/deepseek-ai/deepseek-v3= replicate/google/gemini-2.5-flash= replicate/google/gemini-3-pro=
        replicate/ibm-granite/granite-3.3-8b-instruct= replicate/meta/llama-2-13b-chat= replicate/meta/llama-2-13b=
        replicate/meta/llama-2-70b-chat= replicate/meta/llama-2-70b= replicate/meta/llama-2-7b-chat=
        replicate/meta/llama-2-7b= replicate/meta/llama-3-70b-instruct= replicate/meta/llama-3-70b=
        replicate/meta/llama-3-8b-instruct= replicate/meta/llama-3-8b= replicate/mistralai/mistral-7b-instruct-v0.2=
        replicate/mistralai/mistral-7b-v0.1= replicate/mistralai/mixtral-8x7b-instruct-v0.1=
        replicate/openai/gpt-4.1-mini= replicate/openai/gpt-4.1-nano= replicate/openai/gpt-4.1=
        replicate/openai/gpt-4o-mini= replicate/openai/gpt-4o= replicate/openai/gpt-5-mini= replicate/openai/gpt-5-nano=
        replicate/openai/gpt-5= replicate/openai/gpt-oss-120b= replicate/openai/o1-mini=reasons
        replicate/openai/o1=reasons replicate/openai/o4-mini=reasons replicate/qwen/qwen3-235b-a22b-instruct-2507=
        replicate/xai/grok-4= replicateopenai/gpt-oss-20b=
    """,
    "models:runwayml": r"""
        runwayml/eleven_multilingual_v2=audio_speech runwayml/gen3a_turbo=video_generation
        runwayml/gen4_aleph=video_generation runwayml/gen4_image=image_generation
        runwayml/gen4_image_turbo=image_generation runwayml/gen4_turbo=video_generation
    """,
    "models:sagemaker": r"""
        sagemaker/meta-textgeneration-llama-2-13b-f= sagemaker/meta-textgeneration-llama-2-13b=
        sagemaker/meta-textgeneration-llama-2-70b-b-f= sagemaker/meta-textgeneration-llama-2-70b=
        sagemaker/meta-textgeneration-llama-2-7b-f= sagemaker/meta-textgeneration-llama-2-7b=
    """,
    "models:sambanova": r"""
        sambanova/DeepSeek-R1-Distill-Llama-70B= sambanova/DeepSeek-R1= sambanova/DeepSeek-V3-0324=reasons
        sambanova/DeepSeek-V3.1=reasons sambanova/Llama-4-Maverick-17B-128E-Instruct=
        sambanova/Llama-4-Scout-17B-16E-Instruct= sambanova/Meta-Llama-3.1-405B-Instruct=
        sambanova/Meta-Llama-3.1-8B-Instruct= sambanova/Meta-Llama-3.2-1B-Instruct=
        sambanova/Meta-Llama-3.2-3B-Instruct= sambanova/Meta-Llama-3.3-70B-Instruct= sambanova/Meta-Llama-Guard-3-8B=
        sambanova/QwQ-32B= sambanova/Qwen2-Audio-7B-Instruct= sambanova/Qwen3-32B=reasons sambanova/gpt-oss-120b=reasons
    """,
    "models:sarvam": r"""
        sarvam/sarvam-m=reasons
    """,
    "models:searxng": r"""
        searxng/search=search
    """,
    "models:serper": r"""
        serper/search=search
    """,
    "models:snowflake": r"""
        snowflake/claude-3-5-sonnet= snowflake/deepseek-r1=reasons snowflake/gemma-7b= snowflake/jamba-1.5-large=
        snowflake/jamba-1.5-mini= snowflake/jamba-instruct= snowflake/llama2-70b-chat= snowflake/llama3-70b=
        snowflake/llama3-8b= snowflake/llama3.1-405b= snowflake/llama3.1-70b= snowflake/llama3.1-8b=
        snowflake/llama3.2-1b= snowflake/llama3.2-3b= snowflake/llama3.3-70b= snowflake/mistral-7b=
        snowflake/mistral-large2= snowflake/mistral-large= snowflake/mixtral-8x7b= snowflake/reka-core=
        snowflake/reka-flash= snowflake/snowflake-arctic= snowflake/snowflake-llama-3.1-405b=
        snowflake/snowflake-llama-3.3-70b=
    """,
    "models:stability": r"""
        stability/conservative=image_edit stability/creative=image_edit stability/erase=image_edit
        stability/fast=image_edit stability/inpaint=image_edit stability/outpaint=image_edit
        stability/remove-background=image_edit stability/replace-background-and-relight=image_edit
        stability/sd3-large-turbo=image_generation stability/sd3-large=image_generation
        stability/sd3-medium=image_generation stability/sd3.5-large-turbo=image_generation
        stability/sd3.5-large=image_generation stability/sd3.5-medium=image_generation stability/sd3=image_generation
        stability/search-and-recolor=image_edit stability/search-and-replace=image_edit stability/sketch=image_edit
        stability/stable-image-core=image_generation stability/stable-image-ultra=image_generation
        stability/structure=image_edit stability/style-transfer=image_edit stability/style=image_edit
    """,
    "models:tavily": r"""
        tavily/search-advanced=search tavily/search=search
    """,
    "models:text-completion-codestral": r"""
        text-completion-codestral/codestral-2405= text-completion-codestral/codestral-latest=
    """,
    "models:text-completion-openai": r"""
        babbage-002= davinci-002= ft:babbage-002= ft:davinci-002= gpt-3.5-turbo-instruct-0914= gpt-3.5-turbo-instruct=
    """,
    "models:together_ai": r"""
        together-ai-21.1b-41b= together-ai-4.1b-8b= together-ai-41.1b-80b= together-ai-8.1b-21b= together-ai-81.1b-110b=
        together-ai-embedding-151m-to-350m=embedding together-ai-embedding-up-to-150m=embedding together-ai-up-to-4b=
        together_ai/BAAI/bge-base-en-v1.5=embedding together_ai/Qwen/Qwen2.5-72B-Instruct-Turbo=
        together_ai/Qwen/Qwen2.5-7B-Instruct-Turbo= together_ai/Qwen/Qwen3-235B-A22B-Instruct-2507-tput=
        together_ai/Qwen/Qwen3-235B-A22B-Thinking-2507= together_ai/Qwen/Qwen3-235B-A22B-fp8-tput=
        together_ai/Qwen/Qwen3-Coder-480B-A35B-Instruct-FP8= together_ai/Qwen/Qwen3-Next-80B-A3B-Instruct=
        together_ai/Qwen/Qwen3-Next-80B-A3B-Thinking= together_ai/Qwen/Qwen3.5-397B-A17B=
        together_ai/baai/bge-base-en-v1.5=embedding together_ai/deepseek-ai/DeepSeek-R1-0528-tput=
        together_ai/deepseek-ai/DeepSeek-R1= together_ai/deepseek-ai/DeepSeek-V3.1=reasons
        together_ai/deepseek-ai/DeepSeek-V3= together_ai/meta-llama/Llama-3.2-3B-Instruct-Turbo=
        together_ai/meta-llama/Llama-3.3-70B-Instruct-Turbo-Free= together_ai/meta-llama/Llama-3.3-70B-Instruct-Turbo=
        together_ai/meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8=
        together_ai/meta-llama/Llama-4-Scout-17B-16E-Instruct=
        together_ai/meta-llama/Meta-Llama-3.1-405B-Instruct-Turbo=
        together_ai/meta-llama/Meta-Llama-3.1-70B-Instruct-Turbo=
        together_ai/meta-llama/Meta-Llama-3.1-8B-Instruct-Turbo= together_ai/mistralai/Mistral-7B-Instruct-v0.1=
        together_ai/mistralai/Mistral-Small-24B-Instruct-2501= together_ai/mistralai/Mixtral-8x7B-Instruct-v0.1=
        together_ai/moonshotai/Kimi-K2-Instruct-0905= together_ai/moonshotai/Kimi-K2-Instruct=
        together_ai/moonshotai/Kimi-K2.5=reasons together_ai/openai/gpt-oss-120b=reasons together_ai/openai/gpt-oss-20b=
        together_ai/togethercomputer/CodeLlama-34b-Instruct= together_ai/zai-org/GLM-4.5-Air-FP8=
        together_ai/zai-org/GLM-4.6=reasons together_ai/zai-org/GLM-4.7=reasons
    """,
    "models:v0": r"""
        v0/v0-1.0-md= v0/v0-1.5-lg= v0/v0-1.5-md=
    """,
    "models:vercel_ai_gateway": r"""
        vercel_ai_gateway/alibaba/qwen-3-14b= vercel_ai_gateway/alibaba/qwen-3-235b=
        vercel_ai_gateway/alibaba/qwen-3-30b= vercel_ai_gateway/alibaba/qwen-3-32b=
        vercel_ai_gateway/alibaba/qwen3-coder= vercel_ai_gateway/amazon/nova-lite= vercel_ai_gateway/amazon/nova-micro=
        vercel_ai_gateway/amazon/nova-pro= vercel_ai_gateway/amazon/titan-embed-text-v2=
        vercel_ai_gateway/anthropic/claude-3-5-sonnet-20241022= vercel_ai_gateway/anthropic/claude-3-5-sonnet=
        vercel_ai_gateway/anthropic/claude-3-7-sonnet=reasons vercel_ai_gateway/anthropic/claude-3-haiku=
        vercel_ai_gateway/anthropic/claude-3-opus= vercel_ai_gateway/anthropic/claude-3.5-haiku=
        vercel_ai_gateway/anthropic/claude-3.5-sonnet= vercel_ai_gateway/anthropic/claude-3.7-sonnet=
        vercel_ai_gateway/anthropic/claude-4-opus= vercel_ai_gateway/anthropic/claude-4-sonnet=
        vercel_ai_gateway/anthropic/claude-haiku-4.5=reasons vercel_ai_gateway/anthropic/claude-opus-4.1=reasons
        vercel_ai_gateway/anthropic/claude-opus-4.5=reasons vercel_ai_gateway/anthropic/claude-opus-4.6=reasons
        vercel_ai_gateway/anthropic/claude-opus-4=reasons vercel_ai_gateway/anthropic/claude-sonnet-4.5=reasons
        vercel_ai_gateway/anthropic/claude-sonnet-4=reasons vercel_ai_gateway/cohere/command-a=
        vercel_ai_gateway/cohere/command-r-plus= vercel_ai_gateway/cohere/command-r=
        vercel_ai_gateway/cohere/embed-v4.0= vercel_ai_gateway/deepseek/deepseek-r1-distill-llama-70b=
        vercel_ai_gateway/deepseek/deepseek-r1= vercel_ai_gateway/deepseek/deepseek-v3=
        vercel_ai_gateway/google/gemini-2.0-flash-lite= vercel_ai_gateway/google/gemini-2.0-flash=
        vercel_ai_gateway/google/gemini-2.5-flash= vercel_ai_gateway/google/gemini-2.5-pro=
        vercel_ai_gateway/google/gemini-embedding-001=embedding vercel_ai_gateway/google/gemma-2-9b=
        vercel_ai_gateway/google/text-embedding-005=embedding
        vercel_ai_gateway/google/text-multilingual-embedding-002=embedding
        vercel_ai_gateway/inception/mercury-coder-small= vercel_ai_gateway/meta/llama-3-70b=
        vercel_ai_gateway/meta/llama-3-8b= vercel_ai_gateway/meta/llama-3.1-70b= vercel_ai_gateway/meta/llama-3.1-8b=
        vercel_ai_gateway/meta/llama-3.2-11b= vercel_ai_gateway/meta/llama-3.2-1b= vercel_ai_gateway/meta/llama-3.2-3b=
        vercel_ai_gateway/meta/llama-3.2-90b= vercel_ai_gateway/meta/llama-3.3-70b=
        vercel_ai_gateway/meta/llama-4-maverick= vercel_ai_gateway/meta/llama-4-scout=
        vercel_ai_gateway/mistral/codestral-embed= vercel_ai_gateway/mistral/codestral=
        vercel_ai_gateway/mistral/devstral-small= vercel_ai_gateway/mistral/magistral-medium=
        vercel_ai_gateway/mistral/magistral-small= vercel_ai_gateway/mistral/ministral-3b=
        vercel_ai_gateway/mistral/ministral-8b= vercel_ai_gateway/mistral/mistral-embed=
        vercel_ai_gateway/mistral/mistral-large= vercel_ai_gateway/mistral/mistral-saba-24b=
        vercel_ai_gateway/mistral/mistral-small= vercel_ai_gateway/mistral/mixtral-8x22b-instruct=
        vercel_ai_gateway/mistral/pixtral-12b= vercel_ai_gateway/mistral/pixtral-large=
        vercel_ai_gateway/moonshotai/kimi-k2= vercel_ai_gateway/morph/morph-v3-fast=
        vercel_ai_gateway/morph/morph-v3-large= vercel_ai_gateway/openai/gpt-3.5-turbo-instruct=
        vercel_ai_gateway/openai/gpt-3.5-turbo= vercel_ai_gateway/openai/gpt-4-turbo=
        vercel_ai_gateway/openai/gpt-4.1-mini= vercel_ai_gateway/openai/gpt-4.1-nano= vercel_ai_gateway/openai/gpt-4.1=
        vercel_ai_gateway/openai/gpt-4o-mini= vercel_ai_gateway/openai/gpt-4o= vercel_ai_gateway/openai/o1=
        vercel_ai_gateway/openai/o3-mini= vercel_ai_gateway/openai/o3= vercel_ai_gateway/openai/o4-mini=
        vercel_ai_gateway/openai/text-embedding-3-large=embedding
        vercel_ai_gateway/openai/text-embedding-3-small=embedding
        vercel_ai_gateway/openai/text-embedding-ada-002=embedding vercel_ai_gateway/perplexity/sonar-pro=
        vercel_ai_gateway/perplexity/sonar-reasoning-pro= vercel_ai_gateway/perplexity/sonar-reasoning=
        vercel_ai_gateway/perplexity/sonar= vercel_ai_gateway/vercel/v0-1.0-md= vercel_ai_gateway/vercel/v0-1.5-md=
        vercel_ai_gateway/xai/grok-2-vision= vercel_ai_gateway/xai/grok-2= vercel_ai_gateway/xai/grok-3-fast=
        vercel_ai_gateway/xai/grok-3-mini-fast= vercel_ai_gateway/xai/grok-3-mini= vercel_ai_gateway/xai/grok-3=
        vercel_ai_gateway/xai/grok-4= vercel_ai_gateway/zai/glm-4.5-air= vercel_ai_gateway/zai/glm-4.5=
        vercel_ai_gateway/zai/glm-4.6=
    """,
    "models:vertex_ai": r"""
        vertex_ai/chirp=audio_speech vertex_ai/deepseek-ai/deepseek-ocr-maas=ocr
        vertex_ai/gemini-3-flash-preview=reasons vertex_ai/gemini-3-pro-preview=reasons
        vertex_ai/gemini-3.1-pro-preview-customtools=reasons vertex_ai/gemini-3.1-pro-preview=reasons
        vertex_ai/gemini-3.5-flash=reasons vertex_ai/gemini-embedding-2-preview=embedding
        vertex_ai/gemini-embedding-2=embedding vertex_ai/mistral-ocr-2505=ocr vertex_ai/search_api=vector_store
        vertex_ai/xai/grok-4.1-fast-non-reasoning= vertex_ai/xai/grok-4.1-fast-reasoning=reasons
        vertex_ai/xai/grok-4.20-non-reasoning= vertex_ai/xai/grok-4.20-reasoning=reasons
    """,
    "models:vertex_ai-ai21_models": r"""
        vertex_ai/jamba-1.5-large= vertex_ai/jamba-1.5-large@001= vertex_ai/jamba-1.5-mini=
        vertex_ai/jamba-1.5-mini@001= vertex_ai/jamba-1.5=
    """,
    "models:vertex_ai-anthropic_models": r"""
        vertex_ai/claude-3-5-haiku= vertex_ai/claude-3-5-haiku@20241022= vertex_ai/claude-3-5-sonnet=
        vertex_ai/claude-3-5-sonnet@20240620= vertex_ai/claude-3-7-sonnet@20250219=reasons vertex_ai/claude-3-haiku=
        vertex_ai/claude-3-haiku@20240307= vertex_ai/claude-3-opus= vertex_ai/claude-3-opus@20240229=
        vertex_ai/claude-3-sonnet= vertex_ai/claude-3-sonnet@20240229= vertex_ai/claude-fable-5=reasons
        vertex_ai/claude-fable-5@default=reasons vertex_ai/claude-haiku-4-5=reasons
        vertex_ai/claude-haiku-4-5@20251001=reasons vertex_ai/claude-opus-4-1= vertex_ai/claude-opus-4-1@20250805=
        vertex_ai/claude-opus-4-5=reasons vertex_ai/claude-opus-4-5@20251101=reasons vertex_ai/claude-opus-4-6=reasons
        vertex_ai/claude-opus-4-6@default=reasons vertex_ai/claude-opus-4-7=reasons
        vertex_ai/claude-opus-4-7@default=reasons vertex_ai/claude-opus-4=reasons
        vertex_ai/claude-opus-4@20250514=reasons vertex_ai/claude-sonnet-4-5=reasons
        vertex_ai/claude-sonnet-4-5@20250929=reasons vertex_ai/claude-sonnet-4-6=reasons
        vertex_ai/claude-sonnet-4-6@default=reasons vertex_ai/claude-sonnet-4=reasons
        vertex_ai/claude-sonnet-4@20250514=reasons
    """,
    "models:vertex_ai-deepseek_models": r"""
        vertex_ai/deepseek-ai/deepseek-r1-0528-maas=reasons vertex_ai/deepseek-ai/deepseek-v3.1-maas=reasons
        vertex_ai/deepseek-ai/deepseek-v3.2-maas=reasons
    """,
    "models:vertex_ai-embedding-models": r"""
        gemini-embedding-001=embedding gemini-embedding-2-preview=embedding gemini-embedding-2=embedding
        multimodalembedding=embedding multimodalembedding@001=embedding text-embedding-004=embedding
        text-embedding-005=embedding text-embedding-large-exp-03-07=embedding text-embedding-preview-0409=embedding
        text-multilingual-embedding-002=embedding
    """,
    "models:vertex_ai-image-models": r"""
        vertex_ai/imagegeneration@006=image_generation vertex_ai/imagen-3.0-capability-001=image_generation
        vertex_ai/imagen-3.0-fast-generate-001=image_generation vertex_ai/imagen-3.0-generate-001=image_generation
        vertex_ai/imagen-3.0-generate-002=image_generation vertex_ai/imagen-4.0-fast-generate-001=image_generation
        vertex_ai/imagen-4.0-generate-001=image_generation vertex_ai/imagen-4.0-ultra-generate-001=image_generation
    """,
    "models:vertex_ai-language-models": r"""
        deep-research-pro-preview-12-2025=image_generation gemini-2.0-flash-001= gemini-2.0-flash-lite-001=
        gemini-2.0-flash-lite= gemini-2.0-flash= gemini-2.5-computer-use-preview-10-2025=
        gemini-2.5-flash-image=image_generation gemini-2.5-flash-lite-preview-06-17=reasons
        gemini-2.5-flash-lite-preview-09-2025=reasons gemini-2.5-flash-lite=reasons
        gemini-2.5-flash-preview-09-2025=reasons gemini-2.5-flash=reasons gemini-2.5-pro-preview-tts=
        gemini-2.5-pro=reasons gemini-3-flash-preview=reasons gemini-3-pro-image-preview=image_generation
        gemini-3-pro-preview=reasons gemini-3.1-flash-image-preview=image_generation
        gemini-3.1-flash-lite-preview=reasons gemini-3.1-pro-preview-customtools=reasons gemini-3.1-pro-preview=reasons
        gemini-3.5-flash=reasons gemini-flash-experimental=embedding
        gemini-live-2.5-flash-preview-native-audio-09-2025=realtime gemini-robotics-er-1.5-preview=reasons medlm-large=
        medlm-medium= vertex_ai/deep-research-pro-preview-12-2025=image_generation
        vertex_ai/gemini-2.5-flash-image=image_generation vertex_ai/gemini-3-pro-image-preview=image_generation
        vertex_ai/gemini-3.1-flash-image-preview=image_generation vertex_ai/gemini-3.1-flash-lite-preview=reasons
    """,
    "models:vertex_ai-llama_models": r"""
        vertex_ai/meta/llama-3.1-405b-instruct-maas= vertex_ai/meta/llama-3.1-70b-instruct-maas=
        vertex_ai/meta/llama-3.1-8b-instruct-maas= vertex_ai/meta/llama-3.2-90b-vision-instruct-maas=
        vertex_ai/meta/llama-4-maverick-17b-128e-instruct-maas= vertex_ai/meta/llama-4-maverick-17b-16e-instruct-maas=
        vertex_ai/meta/llama-4-scout-17b-128e-instruct-maas= vertex_ai/meta/llama-4-scout-17b-16e-instruct-maas=
        vertex_ai/meta/llama3-405b-instruct-maas= vertex_ai/meta/llama3-70b-instruct-maas=
        vertex_ai/meta/llama3-8b-instruct-maas=
    """,
    "models:vertex_ai-minimax_models": r"""
        vertex_ai/minimaxai/minimax-m2-maas=
    """,
    "models:vertex_ai-mistral_models": r"""
        vertex_ai/codestral-2501= vertex_ai/codestral-2= vertex_ai/codestral-2@001= vertex_ai/codestral@2405=
        vertex_ai/codestral@latest= vertex_ai/mistral-large-2411= vertex_ai/mistral-large@2407=
        vertex_ai/mistral-large@2411-001= vertex_ai/mistral-large@latest= vertex_ai/mistral-medium-3=
        vertex_ai/mistral-medium-3@001= vertex_ai/mistral-nemo@2407= vertex_ai/mistral-nemo@latest=
        vertex_ai/mistral-small-2503= vertex_ai/mistral-small-2503@001= vertex_ai/mistralai/codestral-2=
        vertex_ai/mistralai/codestral-2@001= vertex_ai/mistralai/mistral-medium-3=
        vertex_ai/mistralai/mistral-medium-3@001=
    """,
    "models:vertex_ai-moonshot_models": r"""
        vertex_ai/moonshotai/kimi-k2-thinking-maas=
    """,
    "models:vertex_ai-openai_models": r"""
        vertex_ai/openai/gpt-oss-120b-maas=reasons vertex_ai/openai/gpt-oss-20b-maas=reasons
    """,
    "models:vertex_ai-qwen_models": r"""
        vertex_ai/qwen/qwen3-235b-a22b-instruct-2507-maas= vertex_ai/qwen/qwen3-coder-480b-a35b-instruct-maas=
        vertex_ai/qwen/qwen3-next-80b-a3b-instruct-maas= vertex_ai/qwen/qwen3-next-80b-a3b-thinking-maas=
    """,
    "models:vertex_ai-text-models": r"""
        text-unicorn= text-unicorn@001=
    """,
    "models:vertex_ai-video-models": r"""
        vertex_ai/veo-2.0-generate-001=video_generation vertex_ai/veo-3.0-fast-generate-001=video_generation
        vertex_ai/veo-3.0-generate-001=video_generation vertex_ai/veo-3.1-fast-generate-001=video_generation
        vertex_ai/veo-3.1-fast-generate-preview=video_generation vertex_ai/veo-3.1-generate-001=video_generation
        vertex_ai/veo-3.1-generate-preview=video_generation
    """,
    "models:vertex_ai-zai_models": r"""
        vertex_ai/zai-org/glm-4.7-maas=reasons vertex_ai/zai-org/glm-5-maas=reasons
    """,
    "models:volcengine": r"""
        deepseek-v3-2-251201=reasons doubao-embedding-large-text-240915=embedding
        doubao-embedding-large-text-250515=embedding doubao-embedding-large=embedding
        doubao-embedding-text-240715=embedding doubao-embedding=embedding glm-4-7-251222=reasons
        kimi-k2-thinking-251104=reasons volcengine/doubao-seed-2-0-code-preview-260215=reasons
        volcengine/doubao-seed-2-0-lite-260215=reasons volcengine/doubao-seed-2-0-mini-260215=reasons
        volcengine/doubao-seed-2-0-pro-260215=reasons
    """,
    "models:voyage": r"""
        voyage/rerank-2-lite=rerank voyage/rerank-2.5-lite=rerank voyage/rerank-2.5=rerank voyage/rerank-2=rerank
        voyage/voyage-2=embedding voyage/voyage-3-large=embedding voyage/voyage-3-lite=embedding
        voyage/voyage-3.5-lite=embedding voyage/voyage-3.5=embedding voyage/voyage-3=embedding
        voyage/voyage-code-2=embedding voyage/voyage-code-3=embedding voyage/voyage-context-3=embedding
        voyage/voyage-finance-2=embedding voyage/voyage-large-2=embedding voyage/voyage-law-2=embedding
        voyage/voyage-lite-01=embedding voyage/voyage-lite-02-instruct=embedding voyage/voyage-multimodal-3=embedding
    """,
    "models:wandb": r"""
        wandb/MiniMaxAI/MiniMax-M2.5=reasons wandb/Qwen/Qwen3-235B-A22B-Instruct-2507=
        wandb/Qwen/Qwen3-235B-A22B-Thinking-2507= wandb/Qwen/Qwen3-Coder-480B-A35B-Instruct=
        wandb/deepseek-ai/DeepSeek-R1-0528= wandb/deepseek-ai/DeepSeek-V3-0324= wandb/deepseek-ai/DeepSeek-V3.1=
        wandb/meta-llama/Llama-3.1-8B-Instruct= wandb/meta-llama/Llama-3.3-70B-Instruct=
        wandb/meta-llama/Llama-4-Scout-17B-16E-Instruct= wandb/microsoft/Phi-4-mini-instruct=
        wandb/moonshotai/Kimi-K2-Instruct= wandb/moonshotai/Kimi-K2.5=reasons wandb/openai/gpt-oss-120b=
        wandb/openai/gpt-oss-20b= wandb/zai-org/GLM-4.5=
    """,
    "models:watsonx": r"""
        watsonx/bigscience/mt0-xxl-13b= watsonx/core42/jais-13b-chat= watsonx/google/flan-t5-xl-3b=
        watsonx/ibm/granite-13b-chat-v2= watsonx/ibm/granite-13b-instruct-v2= watsonx/ibm/granite-3-3-8b-instruct=
        watsonx/ibm/granite-3-8b-instruct= watsonx/ibm/granite-4-h-small= watsonx/ibm/granite-guardian-3-2-2b=
        watsonx/ibm/granite-guardian-3-3-8b= watsonx/ibm/granite-ttm-1024-96-r2= watsonx/ibm/granite-ttm-1536-96-r2=
        watsonx/ibm/granite-ttm-512-96-r2= watsonx/ibm/granite-vision-3-2-2b=
        watsonx/meta-llama/llama-3-2-11b-vision-instruct= watsonx/meta-llama/llama-3-2-1b-instruct=
        watsonx/meta-llama/llama-3-2-3b-instruct= watsonx/meta-llama/llama-3-2-90b-vision-instruct=
        watsonx/meta-llama/llama-3-3-70b-instruct= watsonx/meta-llama/llama-4-maverick-17b=
        watsonx/meta-llama/llama-guard-3-11b-vision= watsonx/mistralai/mistral-large=
        watsonx/mistralai/mistral-medium-2505= watsonx/mistralai/mistral-small-2503=
        watsonx/mistralai/mistral-small-3-1-24b-instruct-2503= watsonx/mistralai/pixtral-12b-2409=
        watsonx/openai/gpt-oss-120b= watsonx/sdaia/allam-1-13b-instruct=
        watsonx/whisper-large-v3-turbo=audio_transcription
    """,
    "models:xai": r"""
        xai/grok-2-1212= xai/grok-2-latest= xai/grok-2-vision-1212= xai/grok-2-vision-latest= xai/grok-2-vision=
        xai/grok-2= xai/grok-3-beta= xai/grok-3-fast-beta= xai/grok-3-fast-latest= xai/grok-3-latest=
        xai/grok-3-mini-beta=reasons xai/grok-3-mini-fast-beta=reasons xai/grok-3-mini-fast-latest=reasons
        xai/grok-3-mini-fast=reasons xai/grok-3-mini-latest=reasons xai/grok-3-mini=reasons xai/grok-3= xai/grok-4-0709=
        xai/grok-4-1-fast-non-reasoning-latest= xai/grok-4-1-fast-non-reasoning=
        xai/grok-4-1-fast-reasoning-latest=reasons xai/grok-4-1-fast-reasoning=reasons xai/grok-4-1-fast=reasons
        xai/grok-4-fast-non-reasoning= xai/grok-4-fast-reasoning= xai/grok-4-latest=
        xai/grok-4.20-0309-reasoning=reasons xai/grok-4.20-beta-0309-non-reasoning=
        xai/grok-4.20-beta-0309-reasoning=reasons xai/grok-4.20-multi-agent-beta-0309=reasons xai/grok-4= xai/grok-beta=
        xai/grok-code-fast-1-0825=reasons xai/grok-code-fast-1=reasons xai/grok-code-fast=reasons xai/grok-vision-beta=
    """,
    "models:zai": r"""
        zai/glm-4-32b-0414-128k= zai/glm-4.5-air= zai/glm-4.5-airx= zai/glm-4.5-flash= zai/glm-4.5-x= zai/glm-4.5=
        zai/glm-4.5v= zai/glm-4.6=reasons zai/glm-4.7=reasons zai/glm-5-code=reasons zai/glm-5=reasons
    """,
    "modes": r"""
        audio_speech= audio_transcription= batch= chat= completion= embedding= image_edit= image_generation= moderation=
        ocr= realtime= rerank= responses= search= vector_store= video_generation=
    """,
    "needs_base": r"""
        custom_openai= hosted_vllm= litellm_proxy= lm_studio= xinference=
    """,
    "own_code": r"""
        beside=
    """,
    "pass_through": r"""
        auth=bool cost_per_request=num custom_auth_parser=any default_query_params=dict forward_headers=any
        guardrails=dict headers=dict id=str include_subpath=bool is_from_config=bool merge_query_params=any methods=list
        path=str target=str
    """,
    "personal_key_generation": r"""
        allowed_user_roles=any required_params=any
    """,
    "pii_actions": r"""
        BLOCK= MASK=
    """,
    "pii_entities": r"""
        AU_ABN= AU_ACN= AU_MEDICARE= AU_TFN= CREDIT_CARD= CRYPTO= DATE_TIME= EMAIL_ADDRESS= ES_NIE= ES_NIF=
        FI_PERSONAL_IDENTITY_CODE= IBAN_CODE= IN_AADHAAR= IN_PAN= IN_PASSPORT= IN_VEHICLE_REGISTRATION= IN_VOTER=
        IP_ADDRESS= IT_DRIVER_LICENSE= IT_FISCAL_CODE= IT_IDENTITY_CARD= IT_PASSPORT= IT_VAT_CODE= LOCATION=
        MEDICAL_LICENSE= NRP= PERSON= PHONE_NUMBER= PL_PESEL= SG_NRIC_FIN= SG_UEN= UK_NHS= UK_NINO= URL= US_BANK_NUMBER=
        US_DRIVER_LICENSE= US_ITIN= US_PASSPORT= US_SSN=
    """,
    "policy": r"""
        condition=any description=any guardrails=any inherit=any pipeline=any
    """,
    "policy_actions": r"""
        allow= block= modify_response= next=
    """,
    "policy_attachment": r"""
        keys=any models=any policy=any scope=any tags=any teams=any
    """,
    "policy_condition": r"""
        model=any
    """,
    "policy_guardrails": r"""
        add=any remove=any
    """,
    "policy_modes": r"""
        post_call= pre_call=
    """,
    "policy_pipeline": r"""
        mode=~str steps=~list
    """,
    "policy_step": r"""
        guardrail=~str modify_response_message=~str on_error=~str on_fail=~str on_pass=~str pass_data=~bool
    """,
    "pre_call_checks": r"""
        deployment_affinity= encrypted_content_affinity= enforce_model_rate_limits=
        forward_client_headers_by_model_group= prompt_caching= responses_api_deployment_check= router_budget_limiting=
        session_affinity=
    """,
    "priority_reservation": r"""
        default_priority=~num saturation_check_cache_ttl=~int saturation_threshold=~num
    """,
    "prometheus_metrics": r"""
        litellm_api_key_budget_remaining_hours_metric= litellm_api_key_max_budget_metric= litellm_cache_hits_metric=
        litellm_cache_misses_metric= litellm_cached_tokens_metric= litellm_callback_logging_failures_metric=
        litellm_check_batch_cost_errors_total= litellm_check_batch_cost_jobs_polled=
        litellm_check_batch_cost_jobs_processed_total= litellm_check_batch_cost_last_run_timestamp=
        litellm_deployment_cooled_down= litellm_deployment_failed_fallbacks= litellm_deployment_failure_responses=
        litellm_deployment_latency_per_output_token= litellm_deployment_rpm_limit= litellm_deployment_state=
        litellm_deployment_success_responses= litellm_deployment_successful_fallbacks=
        litellm_deployment_total_requests= litellm_deployment_tpm_limit= litellm_guardrail_errors_total=
        litellm_guardrail_latency_seconds= litellm_guardrail_requests_total= litellm_in_flight_requests=
        litellm_in_memory_daily_spend_update_queue_size= litellm_in_memory_spend_update_queue_size=
        litellm_input_tokens_metric= litellm_llm_api_failed_requests_metric= litellm_llm_api_latency_metric=
        litellm_llm_api_time_to_first_token_metric= litellm_managed_batch_created_total=
        litellm_managed_batch_duration_seconds= litellm_managed_file_created_total= litellm_managed_file_deleted_total=
        litellm_managed_file_size_bytes= litellm_org_budget_remaining_hours_metric= litellm_org_max_budget_metric=
        litellm_output_tokens_metric= litellm_overhead_latency_metric= litellm_pod_lock_manager_size=
        litellm_proxy_failed_requests_metric= litellm_proxy_total_requests_metric=
        litellm_redis_daily_spend_update_queue_size= litellm_redis_spend_update_queue_size=
        litellm_remaining_api_key_budget_metric= litellm_remaining_api_key_requests_for_model=
        litellm_remaining_api_key_tokens_for_model= litellm_remaining_org_budget_metric=
        litellm_remaining_requests_metric= litellm_remaining_team_budget_metric= litellm_remaining_tokens_metric=
        litellm_remaining_user_budget_metric= litellm_request_queue_time_seconds= litellm_request_total_latency_metric=
        litellm_requests_metric= litellm_spend_metric= litellm_team_budget_remaining_hours_metric=
        litellm_team_max_budget_metric= litellm_total_tokens_metric= litellm_user_budget_remaining_hours_metric=
        litellm_user_max_budget_metric=
    """,
    "prometheus_metrics_config": r"""
        group=~str include_labels=~list metrics=~list
    """,
    "prompt": r"""
        created_at=~any created_by=~str environment=~str litellm_params=~dict prompt_id=~str prompt_info=~dict
        updated_at=~any version=~int
    """,
    "prompt_injection": r"""
        heuristics_check=~bool llm_api_check=~bool llm_api_fail_call_string=~str llm_api_name=~str
        llm_api_system_prompt=~str reject_as_response=~bool vector_db_check=~bool
    """,
    "prompt_integrations": r"""
        arize_phoenix= bitbucket= dotprompt= generic_prompt_management= gitlab=
    """,
    "prompt_params": r"""
        api_base=~str api_key=~str dotprompt_content=~str ignore_prompt_manager_model=~bool
        ignore_prompt_manager_optional_params=~bool prompt_id=~str prompt_integration=~str
        provider_specific_query_params=~dict
    """,
    "provider_budget": r"""
        budget_limit=~num time_period=~str
    """,
    "provider_params": r"""
        account_id=snowflake acreate_batch=any acreate_fine_tuning_job=any adapter_id=predibase adapter_source=predibase
        aembedding=any agent_id=azure_ai alephalpha=sap allowed_token_ids=sagemaker allowlist=sap amazon=sap
        amoderation=any anthropic=bedrock anthropic_version=bedrock apikey=watsonx apply_to=sap arerank=any arn=bedrock
        aspectRatio=vertex_ai aspect_ratio=black_forest_labs,stability,vertex_ai aspeech=any
        assistant_id=azure_ai,langgraph async_call=custom_httpx,openai atranscription=any audioConfig=vertex_ai
        audioEncoding=vertex_ai auto_truncate=vertex_ai aws_batch_role_arn=bedrock aws_external_id=aws_polly,bedrock
        aws_profile_name=aws_polly,bedrock,sagemaker aws_role_name=aws_polly,bedrock,sagemaker
        aws_sagemaker_allow_zero_temp=sagemaker aws_session_name=aws_polly,bedrock,sagemaker
        aws_session_token=aws_polly,bedrock,sagemaker aws_sts_endpoint=aws_polly,bedrock,sagemaker
        aws_web_identity_token=aws_polly,bedrock,sagemaker azure_ad_token=any azure_search_service_name=azure_ai
        azure_search_vector_field=azure_ai background=openai bad_words=nlp_cloud base64_string=bedrock
        best_of=deprecated_providers,huggingface,openai,predibase,sagemaker bottom=black_forest_labs bucketOwner=bedrock
        bucket_name=vertex_ai cache_control=anthropic cache_control_injection_points=any cached_content=vertex_ai
        callbacks=any candidate_count=deprecated_providers,gemini,vertex_ai cerebras=cerebras cfgScale=bedrock
        cfg_scale=bedrock characters=openai chat_history=cohere chunking_strategy=openai claude=github_copilot
        cohere=bedrock,sap completion_bias_exclusion=deprecated_providers
        completion_bias_exclusion_first_token_only=deprecated_providers completion_bias_inclusion=deprecated_providers
        completion_bias_inclusion_first_token_only=deprecated_providers config=any connectors=cohere container=anthropic
        content=azure contents=any context=deprecated_providers context_length_exceeded_behavior=fireworks_ai
        contextual_control_threshold=deprecated_providers control_log_additive=deprecated_providers
        conversation_id=cohere countPenalty=bedrock
        country=dataforseo,exa_ai,firecrawl,google_pse,perplexity,searchapi,searxng,serper,tavily
        custom_endpoint=codestral,openai_like custom_param=cometapi
        custom_prompt_dict=bedrock,ollama,predibase,sagemaker databricks_user_agent=databricks debug=replicate
        decoder_input_details=huggingface,predibase decoding_method=watsonx deployment_url=sap depth=linkup
        details=huggingface,predibase
        dimensions=bedrock,cohere,cometapi,fireworks_ai,github_copilot,hosted_vllm,infinity,jina_ai,nvidia_nim,oci,openrouter,perplexity,sap,vercel_ai_gateway,vertex_ai,voyage
        disable_optimizations=deprecated_providers do_sample=huggingface,petals,predibase,sagemaker
        documents=ai21,bedrock,cohere echo=deprecated_providers,fireworks_ai,huggingface,openai embeddingConfig=bedrock
        embeddingOption=bedrock embeddingTypes=bedrock embedding_config=azure_ai,milvus embedding_dimension=bedrock
        embedding_types=bedrock,cohere
        encoding_format=bedrock,cohere,cometapi,github_copilot,hosted_vllm,infinity,nvidia_nim,openai,openrouter,perplexity,sap,vercel_ai_gateway,volcengine,voyage
        end_sequence=nlp_cloud engine=any entities=sap examples=deprecated_providers exclude_domains=parallel_ai
        expires_after=openai extra_body=any extra_query=openai failure_callback=any
        fake_stream=bedrock,custom_httpx,groq fallback_sap_modules=sap file=any file_ids=openai
        filter_kb_content_by_query_metadata=gradient_ai filtering=sap filters=bedrock,gemini,openai,sap,vertex_ai
        fireworks_ai=fireworks_ai force_single_step=cohere format=ollama frequencePenalty=bedrock function_name=ollama
        gemini=gemini,sap,vertex_ai gemini_api_key=gemini generationConfig=gemini generation_id=cohere grounding=sap
        grow_mask=black_forest_labs guardrailConfig=bedrock guardrailIdentifier=bedrock guardrailVersion=bedrock
        guidance=black_forest_labs height=bedrock,black_forest_labs hf_task=huggingface image=azure_ai,openai,vertex_ai
        imageGenerationConfig=bedrock imageSize=vertex_ai image_config=openrouter
        image_prompt_strength=black_forest_labs image_size=aiml,fal_ai,vertex_ai image_url=black_forest_labs
        images=ollama include=openai include_fetch_metadata=brave include_functions_info=gradient_ai
        include_guardrails_info=gradient_ai include_retrieval_info=gradient_ai
        include_server_side_tool_invocations=vertex_ai include_stop_sequences=watsonx
        initial_file_response=custom_httpx,manus initial_prompt_value=any input=any inputAudioTranscription=gemini
        inputType=bedrock input_audio_transcription=gemini input_fidelity=openai
        input_reference=azure,gemini,openai,runwayml,vertex_ai input_type=bedrock,huggingface,nvidia_nim,oci
        instances=vertex_ai instruction=databricks instruction_override=gradient_ai
        instructions=azure_ai,gemini,perplexity,xai is_vertex_request=anthropic,azure_ai
        json_mode=anthropic,azure,azure_ai,base_llm,bedrock,custom_httpx,databricks,groq,openai_like
        k=bedrock,cohere,gradient_ai kb_filters=gradient_ai keep_alive=ollama labels=vertex_ai lang=azure
        language=deepgram,elevenlabs,fireworks_ai,mistral,openai,ovhcloud,scaleway,watsonx language_code=elevenlabs
        left=black_forest_labs lengthSec=bedrock length_no_input=nlp_cloud length_penalty=watsonx
        litellm_embedding_config=azure_ai,milvus litellm_embedding_model=azure_ai,milvus log_probs=deprecated_providers
        magistral=mistral mask=bedrock,black_forest_labs,openai,stability maskPrompt=bedrock mask_grounding_input=sap
        masking=sap masking_providers=sap maxOutputTokens=bedrock maxResults=s3_vectors maxTokenCount=bedrock
        maxTokens=bedrock max_chunk_count=sap max_document_count=sap max_gen_len=bedrock
        max_length=nlp_cloud,petals,replicate max_new_tokens=huggingface,petals,predibase,replicate,sagemaker,watsonx
        max_num_results=bedrock,gemini,openai,s3_vectors,vertex_ai
        max_output_tokens=deprecated_providers,gemini,perplexity,vertex_ai max_response_output_tokens=gemini
        max_results=brave,dataforseo,duckduckgo,exa_ai,firecrawl,google_pse,linkup,parallel_ai,perplexity,searchapi,searxng,serper,tavily
        max_tokens_per_page=perplexity max_tokens_to_sample=anthropic,bedrock maximum_tokens=deprecated_providers
        mcp_servers=anthropic,azure_ai,bedrock,vertex_ai mediaSource=bedrock media_source=bedrock
        media_source_bucket_owner=bedrock media_source_s3_uri=bedrock message=cohere metadata_params=sap method=oci,sap
        minClipSec=bedrock min_new_tokens=replicate,watsonx min_tokens=codestral minimax=minimax
        minimum_tokens=deprecated_providers mirostat=ollama mirostat_eta=ollama mirostat_tau=ollama mistral=bedrock
        mock_delay=any mock_tool_calls=any modality=infinity model_id=bedrock,sagemaker,vertex_ai model_version=sap
        models=openrouter,perplexity moderation=openai moderations=watsonx modules=sap
        name=gemini,openai,ragflow,vertex_ai negativeText=bedrock none=azure,openai normalize=bedrock nova=bedrock
        num_beams=nlp_cloud num_ctx=ollama num_generations=cohere num_gpu=ollama num_gqa=ollama
        num_images=aiml,black_forest_labs,fal_ai num_predict=ollama num_return_sequences=nlp_cloud num_thread=ollama
        numberOfImages=bedrock numberOfResults=bedrock oci_compartment_id=oci oci_endpoint_id=oci oci_fingerprint=oci
        oci_key=oci oci_key_file=oci oci_region=oci oci_serving_mode=oci oci_signer=oci oci_tenancy=oci oci_user=oci
        openai=openai openrouter=openrouter original_batch_request=bedrock original_function=any outPaintingMode=bedrock
        output=sap outputConfig=bedrock outputDimensionality=vertex_ai outputType=linkup output_compression=openai
        output_config=anthropic,bedrock,databricks,vertex_ai output_dimension=bedrock,cohere,infinity,voyage
        output_format=aiml,anthropic,aws_polly,azure,black_forest_labs,openai,topaz output_height=topaz
        output_s3_uri=bedrock output_width=topaz p=bedrock,cohere pages=azure_ai parameters=sap,vertex_ai
        penalty_bias=deprecated_providers penalty_exceptions_include_stop_sequences=deprecated_providers
        performanceConfig=bedrock placeholder_values=sap placeholders=sap preamble=bedrock,cohere
        predibase_tenant_id=predibase presencePenalty=bedrock profanity_check=gigachat project_id=watsonx prompt=any
        prompt_templating=sap prompt_truncate_length=fireworks_ai prompt_truncation=bedrock,cohere
        prompt_upsampling=black_forest_labs provide_citations=gradient_ai providerOptions=vercel_ai_gateway
        providers=sap purpose=anthropic,manus qualifier=bedrock
        quality=bedrock,black_forest_labs,cometapi,openai,openrouter query=any random_seed=codestral,mistral,watsonx
        ranking_options=bedrock,openai,vertex_ai rate=azure ratio=runwayml raw=black_forest_labs
        raw_completion=deprecated_providers raw_prompting=bedrock realtimeInputConfig=gemini realtime_protocol=any
        reasoning=perplexity reasoning_split=minimax remove_end_sequence=nlp_cloud remove_input=nlp_cloud
        repeat_last_n=ollama repeat_penalty=lemonade,ollama repetition_penalties_include_completion=deprecated_providers
        repetition_penalties_include_prompt=deprecated_providers
        repetition_penalty=gigachat,huggingface,nlp_cloud,petals,predibase,watsonx requestMetadata=bedrock
        resolution=gemini responseFormat=bedrock responseLogprobs=vertex_ai responseModalities=vertex_ai
        response_id=cohere response_json_schema=vertex_ai response_mime_type=gemini,vertex_ai
        response_schema=gemini,vertex_ai retrieval_method=gradient_ai return_documents=voyage
        return_full_text=huggingface,predibase,sagemaker return_likelihood=bedrock return_options=watsonx
        return_prompt=bedrock rewrite_query=openai right=black_forest_labs role=azure route=openrouter
        runtimeSessionId=bedrock runtimeUserId=bedrock runwayml_voice=runwayml s3_bucket_owner=bedrock
        s3_endpoint_url=bedrock s3_output_bucket_name=bedrock s3_region_name=bedrock s3_uri=bedrock safe_prompt=mistral
        safety_settings=vertex_ai safety_tolerance=black_forest_labs sagemaker_base_url=sagemaker sambanova=sambanova
        search_domain_filter=brave,dataforseo,exa_ai,google_pse,linkup,parallel_ai,perplexity,searchapi,serper,tavily
        search_queries_only=bedrock,cohere seconds=azure,gemini,openai,runwayml,vertex_ai
        sequence_penalty=deprecated_providers sequence_penalty_min_length=deprecated_providers serviceTier=bedrock
        sessionID=bedrock session_id=vertex_ai similarityStrength=bedrock
        size=aiml,azure,azure_ai,bedrock,black_forest_labs,cometapi,dashscope,fal_ai,gemini,openai,openrouter,recraft,runwayml,stability,topaz,vertex_ai,xinference
        source_language=sap space_id=watsonx speakingRate=vertex_ai speechConfig=vertex_ai
        speed=anthropic,aws_polly,azure,elevenlabs,minimax,vertex_ai ssl_verify=any startSec=bedrock
        steps=bedrock,black_forest_labs stopSequences=bedrock
        stop_sequences=anthropic,bedrock,cohere,deprecated_providers,gemini,nlp_cloud,replicate,vertex_ai,watsonx
        stream_chunk_size=bedrock stream_mode=langgraph style=azure,cometapi,openai,recraft styledegree=azure
        success_callback=any suffix=codestral,openai supports_system_prompt=replicate system=anthropic,bedrock,ollama
        systemInstruction=gemini system_prompt=replicate target_language=sap task=huggingface taskType=bedrock
        task_type=vertex_ai template=ollama textTruncate=bedrock tfs_z=ollama think=ollama thinkingConfig=vertex_ai
        thread_id=azure_ai,langgraph timestamp_granularities=fireworks_ai,mistral,openai,ovhcloud,scaleway,watsonx
        title=vertex_ai together_ai=together_ai token=watsonx tokens=deprecated_providers tool=vertex_ai
        toolConfig=vertex_ai tool_choice_option=watsonx tool_results=cohere top=black_forest_labs topK=bedrock
        topP=bedrock top_k=any top_n_tokens=any transforms=openrouter translation=sap
        truncate=huggingface,nvidia_nim,oci,predibase truncate_input_tokens=watsonx truncate_prompt_tokens=sagemaker
        turn_detection=gemini type=sap type_=sap typical_p=huggingface,predibase upload_url=bedrock url=watsonx
        useFixedLengthSec=bedrock use_multiplicative_frequency_penalty=deprecated_providers
        use_multiplicative_presence_penalty=deprecated_providers
        use_multiplicative_sequence_penalty=deprecated_providers use_psc_endpoint_format=vertex_ai use_ssml=vertex_ai
        user_agent=databricks user_api_key_dict=any user_id=vertex_ai vector_store_ids=any version=sap
        vertex_ai_credentials=vertex_ai vertex_ai_location=vertex_ai vertex_ai_project=vertex_ai
        vertex_collection_id=vertex_ai vertex_count_tokens_location=anthropic,vertex_ai vertex_voice_dict=vertex_ai
        video_base64=bedrock video_s3_bucket_owner=bedrock video_s3_uri=bedrock
        voice=aws_polly,azure,elevenlabs,minimax,runwayml,vertex_ai voyage=sagemaker watermark=huggingface,predibase
        watsonx_credentials=watsonx watsonx_project=watsonx width=bedrock,black_forest_labs wx_credentials=watsonx
        zen_api_key=watsonx
    """,
    "providers": r"""
        a2a= a2a_agent= abliteration=ABLITERATION_API_KEY ai21=AI21_API_KEY ai21_chat=AI21_API_KEY
        aihubmix=AIHUBMIX_API_KEY aiml=AIML_API_KEY aiohttp_openai= amazon_nova=AMAZON_NOVA_API_KEY
        anthropic=ANTHROPIC_API_KEY anthropic_text=ANTHROPIC_API_KEY apertis=STIMA_API_KEY assemblyai=ASSEMBLYAI_API_KEY
        auto_router= aws_polly= azure=AZURE_API_KEY azure_ai=AZURE_AI_API_KEY azure_text=AZURE_OPENAI_API_KEY
        baseten=BASETEN_API_KEY bedrock= bedrock_mantle=BEDROCK_MANTLE_API_KEY
        black_forest_labs=BLACK_FOREST_LABS_API_KEY bytez=BYTEZ_API_KEY cerebras=CEREBRAS_API_KEY
        charity_engine=CHARITY_ENGINE_API_KEY chatgpt= chutes=CHUTES_API_KEY clarifai=CLARIFAI_API_KEY
        cloudflare=CLOUDFLARE_API_KEY codestral=CODESTRAL_API_KEY cohere=COHERE_API_KEY cohere_chat=COHERE_API_KEY
        cometapi=COMETAPI_KEY compactifai=COMPACTIFAI_API_KEY crusoe=CRUSOE_API_KEY cursor= custom= custom_openai=
        dashscope=DASHSCOPE_API_KEY databricks=DATABRICKS_API_KEY datarobot=DATAROBOT_API_TOKEN
        deepgram=DEEPGRAM_API_KEY deepinfra=DEEPINFRA_API_KEY deepseek=DEEPSEEK_API_KEY
        docker_model_runner=DOCKER_MODEL_RUNNER_API_KEY dotprompt= elevenlabs=ELEVENLABS_API_KEY empower=EMPOWER_API_KEY
        fal_ai=FAL_AI_API_KEY featherless_ai=FEATHERLESS_AI_API_KEY fireworks_ai=FIREWORKS_AI_API_KEY
        friendliai=FRIENDLIAI_API_KEY galadriel=GALADRIEL_API_KEY gemini=GEMINI_API_KEY gigachat=GIGACHAT_API_KEY
        github=GITHUB_API_KEY github_copilot= gmi=GMI_API_KEY gradient_ai=GRADIENT_AI_API_KEY groq=GROQ_API_KEY
        helicone=HELICONE_API_KEY heroku= hosted_vllm=HOSTED_VLLM_API_KEY huggingface=HUGGINGFACE_API_KEY humanloop=
        hyperbolic=HYPERBOLIC_API_KEY infinity=INFINITY_API_KEY jina_ai=JINA_AI_API_KEY lambda_ai=LAMBDA_API_KEY
        langfuse= langgraph=LANGGRAPH_API_KEY lemonade=LEMONADE_API_KEY litellm_agent=
        litellm_proxy=LITELLM_PROXY_API_KEY llamafile=LLAMAFILE_API_KEY llamagate=LLAMAGATE_API_KEY
        lm_studio=LM_STUDIO_API_KEY manus=MANUS_API_KEY maritalk=MARITALK_API_KEY meta_llama=LLAMA_API_KEY
        milvus=MILVUS_API_KEY minimax=MINIMAX_API_KEY mistral=MISTRAL_API_KEY moonshot=MOONSHOT_API_KEY
        morph=MORPH_API_KEY nano-gpt=NANOGPT_API_KEY nebius=NEBIUS_API_KEY nlp_cloud=NLP_CLOUD_API_KEY
        novita=NOVITA_API_KEY nscale=NSCALE_API_KEY nvidia_nim=NVIDIA_NIM_API_KEY oci= ollama=OLLAMA_API_KEY
        ollama_chat=OLLAMA_API_KEY oobabooga= openai=OPENAI_API_KEY openai_like=OPENAI_LIKE_API_KEY
        openrouter=OPENROUTER_API_KEY ovhcloud=OVHCLOUD_API_KEY perplexity=PERPLEXITYAI_API_KEY petals=
        pg_vector=PG_VECTOR_API_KEY poe=POE_API_KEY predibase=PREDIBASE_API_KEY publicai=PUBLICAI_API_KEY
        ragflow=RAGFLOW_API_KEY recraft=RECRAFT_API_KEY replicate=REPLICATE_API_KEY runwayml=RUNWAYML_API_KEY
        s3_vectors= sagemaker= sagemaker_chat= sagemaker_nova= sambanova=SAMBANOVA_API_KEY sap= sarvam=SARVAM_API_KEY
        scaleway=SCW_SECRET_KEY snowflake= stability=STABILITY_API_KEY synthetic=SYNTHETIC_API_KEY
        text-completion-codestral=CODESTRAL_API_KEY text-completion-openai= together_ai=TOGETHERAI_API_KEY
        topaz=TOPAZ_API_KEY triton= v0=V0_API_KEY veniceai=VENICE_AI_API_KEY vercel_ai_gateway=VERCEL_AI_GATEWAY_API_KEY
        vertex_ai= vertex_ai_beta=PALM_API_KEY vllm= volcengine=VOLCENGINE_API_KEY voyage=VOYAGE_API_KEY
        wandb=WANDB_API_KEY watsonx=WATSONX_API_KEY watsonx_text=WATSONX_API_KEY xai=XAI_API_KEY
        xiaomi_mimo=XIAOMI_MIMO_API_KEY xinference=XINFERENCE_API_KEY zai=ZAI_API_KEY
    """,
    "retry_policy": r"""
        AuthenticationErrorRetries=~int BadRequestErrorRetries=~int ContentPolicyViolationErrorRetries=~int
        InternalServerErrorRetries=~int RateLimitErrorRetries=~int TimeoutErrorRetries=~int
    """,
    "role_permission": r"""
        models=~list role=~one(proxy_admin,team,internal_user) routes=~list
    """,
    "router_settings": r"""
        alerting_config=dict allowed_fails=int allowed_fails_policy=dict assistants_config=dict cache_kwargs=dict
        cache_responses=bool caching_groups=list client_ttl=num content_policy_fallbacks=list
        context_window_fallbacks=list cooldown_time=num debug_level=one(DEBUG,INFO) default_fallbacks=list
        default_litellm_params=dict default_max_parallel_requests=int default_priority=int
        deployment_affinity_ttl_seconds=num disable_cooldowns=bool enable_health_check_routing=bool
        enable_pre_call_checks=bool enable_tag_filtering=bool fallbacks=list guardrail_list=list
        health_check_ignore_transient_errors=bool health_check_staleness_threshold=num ignore_invalid_deployments=bool
        max_fallbacks=int model_group_affinity_config=dict model_group_alias=dict model_group_retry_policy=dict
        num_retries=int optional_pre_call_checks=list polling_interval=num provider_budget_config=dict redis_db=int|str
        redis_host=str redis_password=str redis_port=int|str redis_url=str retry_after=num retry_policy=dict
        router_general_settings=dict routing_groups=list
        routing_strategy=one(simple-shuffle,least-busy,usage-based-routing,latency-based-routing,cost-based-routing,usage-based-routing-v2)
        routing_strategy_args=dict set_verbose=bool stream_timeout=num tag_filtering_match_any=bool timeout=num
    """,
    "routing_args": r"""
        lowest_latency_buffer=~num max_latency_list_size=~int ttl=~num
    """,
    "routing_group": r"""
        group_name=~str models=~list routing_strategy=~str routing_strategy_args=~dict
    """,
    "routing_rules": r"""
        ^[^:]*:[^:]{64}(?::|$)=replicate ^amazon_nova=amazon_nova ^bytez/=bytez ^clarifai/=clarifai ^cometapi/=cometapi
        ^compactifai/=compactifai ^gpt\-image=openai ^heroku/=heroku ^lemonade/=lemonade ^oci/=oci ^ovhcloud/=ovhcloud
        ^sap/=sap ft:gpt\-3\.5\-turbo=openai ft:gpt\-4=openai
    """,
    "s3_callback": r"""
        s3_api_version=any s3_aws_access_key_id=any s3_aws_profile_name=any s3_aws_role_name=any
        s3_aws_secret_access_key=any s3_aws_session_name=any s3_aws_session_token=any s3_aws_sts_endpoint=any
        s3_aws_web_identity_token=any s3_bucket_name=any s3_config=any s3_endpoint_url=any s3_path=any
        s3_region_name=any s3_strip_base64_files=any s3_use_key_prefix=any s3_use_ssl=any s3_use_team_prefix=any
        s3_use_virtual_hosted_style=any s3_verify=any
    """,
    "search_providers": r"""
        brave= dataforseo= duckduckgo= exa_ai= firecrawl= google_pse= linkup= parallel_ai= perplexity= searchapi=
        searxng= serper= tavily=
    """,
    "search_tools": r"""
        litellm_params=dict search_tool_info=dict search_tool_name=str
    """,
    "service_callbacks": r"""
        datadog= otel= prometheus_system=
    """,
    "team_key_generation": r"""
        allowed_team_member_roles=any required_params=any
    """,
    "team_settings": r"""
        arize_api_key=any arize_space_id=any arize_space_key=any callback_vars=any failure_callback=any
        gcs_bucket_name=any gcs_path_service_account=any humanloop_api_key=any langfuse_host=any
        langfuse_prompt_version=any langfuse_public_key=any langfuse_secret=any langfuse_secret_key=any
        langsmith_api_key=any langsmith_base_url=any langsmith_project=any langsmith_sampling_rate=any
        langsmith_tenant_id=any litellm_disabled_callbacks=any max_budget=any models=any posthog_api_key=any
        posthog_api_url=any success_callback=any team_id=any turn_off_message_logging=any wandb_api_key=any
        weave_project_id=any
    """,
    "token_rate_limit_types": r"""
        input= output= total=
    """,
    "top_level": r"""
        agent_list=any assistant_settings=any callback_settings=any credential_list=any default_vertex_config=any
        environment_variables=any files_settings=any finetune_settings=any general_settings=any guardrails=any
        include=any litellm_settings=any mcp_servers=any mcp_tools=any model_list=any policies=any
        policy_attachments=any prompts=any router_settings=any search_tools=any vector_store_registry=any
        worker_registry=any
    """,
    "ui_access": r"""
        restricted_sso_group=any sso_group_jwt_field=any type=any
    """,
    "upperbound_key": r"""
        budget_duration=~str duration=~str max_budget=~num max_parallel_requests=~int rpm_limit=~int tpm_limit=~int
    """,
    "user_header_mapping": r"""
        header_name=~str litellm_user_role=~one(internal_user,customer)
    """,
    "user_header_roles": r"""
        customer= internal_user=
    """,
    "user_roles": r"""
        customer= internal_user= internal_user_viewer= org_admin= proxy_admin= proxy_admin_viewer= team=
    """,
    "vector_store_params": r"""
        created_at=any custom_llm_provider=str litellm_credential_name=str litellm_params=dict team_id=str
        updated_at=any user_id=str vector_store_description=str vector_store_id=str vector_store_metadata=dict|str
        vector_store_name=str
    """,
    "vector_store_registry": r"""
        litellm_params=dict vector_store_name=str
    """,
}
