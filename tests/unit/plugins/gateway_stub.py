"""A gateway that says what a test tells it to, in memory or over HTTP, and remembers what it was asked."""

from __future__ import annotations

import contextlib
import http.server
import json
import threading
import typing as t
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from ansible_collections.llmops.litellm.plugins.module_utils._gateway.http import Answer, Request, Send

KEY = "sk-canary-master-4Jd8Wq1Zt6Bn"

CHAT_INFO: dict[str, t.Any] = {
    "model_name": "deepseek-chat",
    "litellm_params": {"model": "openai/deepseek-chat", "api_base": "http://up.example/v1", "api_ky": "sk-canary-leak"},
    "model_info": {
        "id": "chat",
        "litellm_provider": "openai",
        "input_cost_per_token": 2.8e-07,
        "cache_read_input_token_cost": 2.8e-08,
        "output_cost_per_token": 4.2e-07,
        "max_input_tokens": 128000,
        "supports_function_calling": True,
        "supports_reasoning": None,
        "supports_vision": False,
    },
}
EMBEDDING_INFO: dict[str, t.Any] = {
    "model_name": "text-embedding-3-small",
    "litellm_params": {"model": "openai/text-embedding-3-small"},
    "model_info": {"id": "embedding", "mode": "embedding"},
}
COMPLETION: dict[str, t.Any] = {
    "choices": [{"message": {"role": "assistant", "content": "Yes."}}],
    "usage": {"prompt_tokens": 10, "completion_tokens": 5},
}
SERVED_HEADERS = {
    "x-litellm-model-id": "chat",
    "x-litellm-model-group": "deepseek-chat",
    "x-litellm-model-name": "openai/deepseek-chat",
    "x-litellm-attempted-fallbacks": "0",
    "x-litellm-response-cost": "4.9e-06",
}


def answer(body: object, status: int = 200, headers: t.Mapping[str, str] | None = None) -> Answer:
    """An answer with *body*, which is JSON unless it is bytes."""
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Answer(status, headers or {}, raw, 30.4, 50.6)


def error(status: int, message: str, kind: str = "") -> Answer:
    """A refusal in OpenAI's shape."""
    return answer({"error": {"message": message, "type": kind, "param": None, "code": str(status)}}, status)


def stream(*chunks: object, done: bool = True) -> Answer:
    """A stream of *chunks*."""
    events = [f"data: {json.dumps(chunk)}\n\n" for chunk in chunks] + ["data: [DONE]\n\n"] * done
    return answer("".join(events).encode(), headers=SERVED_HEADERS)


@dataclass
class GatewayStub:
    """Calling it sends a request.

    :param answers: path → what is answered there.
    """

    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[Request] = field(default_factory=list)

    def __post_init__(self) -> None:
        usual = {
            "/health/readiness": answer({"status": "healthy"}),
            "/health/readiness/details": answer({"litellm_version": "1.106.2"}),
            "/v1/models": answer({"data": [{"id": "deepseek-chat"}, {"id": "text-embedding-3-small"}]}),
            "/v1/model/info": answer({"data": [CHAT_INFO, EMBEDDING_INFO]}),
            "/v1/chat/completions": answer(COMPLETION, headers=SERVED_HEADERS),
            "/v1/embeddings": answer({"data": [{"embedding": [0.5]}], "usage": {"prompt_tokens": 10}}),
        }
        self.answers = {**usual, **self.answers}

    def __call__(self, request: Request) -> Answer:
        self.asked.append(request)
        path = urlsplit(request.url).path
        if path == "/health/readiness" or request.headers.get("Authorization") == f"Bearer {KEY}":
            return self.answers[path]
        return error(401, "Authentication Error, No api key passed in.", "auth_error")

    def bodies(self) -> list[t.Any]:
        """What was posted."""
        return [request.body for request in self.asked if request.method == "POST"]


@contextlib.contextmanager
def served(stub: Send) -> t.Iterator[str]:
    """*stub* on a port of 127.0.0.1; its URL."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length)) if length else None
            given = stub(Request(self.command, f"http://stub{self.path}", dict(self.headers), body))
            self.send_response(given.status)
            for name, value in given.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(given.body)))
            self.end_headers()
            self.wfile.write(given.body)

        do_POST = do_PATCH = do_DELETE = do_GET

        def log_message(self, *_arguments: object) -> None:
            """Keep the test's output its own."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
