"""A recording upstream: an OpenAI-compatible server for tests, which plays what the model id says."""
