"""The gateway and its Redis: the real LiteLLM and a real server, on loopback."""
