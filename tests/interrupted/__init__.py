"""Plays that are killed at any moment, and what they leave of a host; ``python -m tests.interrupted`` runs them."""
