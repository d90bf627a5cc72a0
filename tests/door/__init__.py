"""The door of the slot's program in front of the real LiteLLM."""
