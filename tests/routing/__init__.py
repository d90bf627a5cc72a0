"""Routing, judged by real requests: a configuration that the collection renders, the real LiteLLM, a recording upstream."""
