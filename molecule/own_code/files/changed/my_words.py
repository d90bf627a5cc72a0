"""What no prompt may have in it from now on."""

FORBIDDEN = "unwanted"
