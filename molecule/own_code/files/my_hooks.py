"""A callback and a guardrail."""

from litellm.integrations.custom_guardrail import CustomGuardrail
from litellm.integrations.custom_logger import CustomLogger
from my_words import FORBIDDEN


class Counter(CustomLogger):
    """Says of each answer that there was one."""

    async def async_log_success_event(
        self, kwargs: object, response_obj: object, start_time: object, end_time: object
    ) -> None:
        print("counted an answer", flush=True)


class Words(CustomGuardrail):
    """Refuses a word."""

    async def async_pre_call_hook(
        self, user_api_key_dict: object, cache: object, data: dict[str, object], call_type: str
    ) -> dict[str, object]:
        if FORBIDDEN in str(data.get("messages")):
            raise ValueError(f"not with {FORBIDDEN} in it")
        return data


counter = Counter()
