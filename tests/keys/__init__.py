"""Keys, teams, users and budgets on the real LiteLLM with a real PostgreSQL."""
