# What OpenAI's SDKs read, too. Use your own name and key.
export OPENAI_BASE_URL=https://llm.example.com/v1
export OPENAI_API_KEY=sk-your-own-master-key

curl "$OPENAI_BASE_URL/models" --header "Authorization: Bearer $OPENAI_API_KEY"

curl "$OPENAI_BASE_URL/chat/completions" --header "Authorization: Bearer $OPENAI_API_KEY" \
    --header 'Content-Type: application/json' \
    --data '{"model": "gpt-5", "messages": [{"role": "user", "content": "Are you there?"}]}'
