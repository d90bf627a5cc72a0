"""What no prompt may have in it."""

FORBIDDEN = "forbidden"
