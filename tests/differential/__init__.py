"""What LiteLLM does with configurations that are not right, beside what the checker says of them."""
