"""One key, which is not the master key."""

import os

from litellm.proxy._types import UserAPIKeyAuth


async def user_api_key_auth(request: object, api_key: str) -> UserAPIKeyAuth:
    """Let the team in."""
    if api_key != os.environ["TEAM_KEY"]:
        raise ValueError("not of the team")
    return UserAPIKeyAuth(api_key=api_key)
