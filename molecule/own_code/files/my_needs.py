"""A guardrail that needs a package which nobody installs."""

from litellm.integrations.custom_guardrail import CustomGuardrail
from no_such_package import look


class Looks(CustomGuardrail):
    """Would look at prompts."""

    async def async_pre_call_hook(
        self, user_api_key_dict: object, cache: object, data: object, call_type: str
    ) -> object:
        return look(data)
