# What OpenAI's SDKs read, too: the gateway's name, and litellm_master_key.
export OPENAI_BASE_URL=https://llm.example.com/v1
export OPENAI_API_KEY="$LITELLM_MASTER_KEY"

curl "$OPENAI_BASE_URL/models" --header "Authorization: Bearer $OPENAI_API_KEY"

curl "$OPENAI_BASE_URL/chat/completions" --header "Authorization: Bearer $OPENAI_API_KEY" \
    --header 'Content-Type: application/json' \
    --data '{"model": "gpt-5", "messages": [{"role": "user", "content": "Are you there?"}]}'
