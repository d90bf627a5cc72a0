"""What clients of the real program ask by HTTP."""

from __future__ import annotations

import json
import re
import typing as t
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from .answering import Causes, answer_to, mended, problem
from .engine import EngineError
from .reading import UnreadableError, read

if t.TYPE_CHECKING:
    from .address import Address
    from .schema import Schema

Data = dict[str, t.Any]

_ENDS = re.compile(r"/transaction/([\w-]+)/(commit|rollback)")
_TRANSACTION = "X-transaction-id"


class Asked(t.Protocol):
    """Whom the server asks."""

    def ask(self, call: str, *words: str | None) -> tuple[Data, Causes]: ...


class Answers:
    """What is answered to each request."""

    def __init__(self, engine: Asked, schema: Schema, address: Address) -> None:
        self._engine, self._schema, self._address = engine, schema, address

    def to(self, method: str, path: str, text: str, transaction: str | None = None) -> tuple[int, Data]:
        """The status and the JSON of the answer."""
        try:
            return self._to(method, path, text, transaction)
        except (UnreadableError, ValueError, KeyError) as wrong:
            return 200, {"errors": [problem("P2009", f"Failed to validate the query: {wrong}")]}
        except EngineError as wrong:
            return 200, {"errors": [problem("P1017", f"The engine did not answer: {wrong}")]}

    def _to(self, method: str, path: str, text: str, transaction: str | None) -> tuple[int, Data]:
        if (method, path) == ("GET", "/status"):
            return 200, {"status": "ok"}
        if (method, path) == ("POST", "/"):
            return 200, self._query(json.loads(text), transaction)
        if (method, path) == ("POST", "/transaction/start"):
            return 200, self._ask("start", text)
        ends = _ENDS.fullmatch(path)
        if method == "POST" and ends:
            return 200, self._ask(ends[2], ends[1])
        return 404, {"error": "not found"}

    def _query(self, asked: Data, transaction: str | None) -> Data:
        if "batch" not in asked:
            request = read(asked["query"], self._schema)
            return answer_to(request, self._ask("query", json.dumps(request.body), transaction))
        requests = [read(each["query"], self._schema) for each in asked["batch"]]
        batch: Data = {"batch": [request.body for request in requests]}
        if asked.get("transaction"):
            batch["transaction"] = {"isolationLevel": asked.get("isolationLevel")}
        answer = self._ask("query", json.dumps(batch), transaction)
        if "batchResult" not in answer:
            return answer
        return {"batchResult": [answer_to(*each) for each in zip(requests, answer["batchResult"], strict=True)]}

    def _ask(self, call: str, *words: str | None) -> Data:
        answer, causes = self._engine.ask(call, *words)
        if "error_code" in answer:  # how the engine refuses about a transaction
            told = {"error": answer.get("message"), "user_facing_error": {"meta": {}, **answer}}
            answer = {"errors": [told]}
        return mended(answer, causes, self._address)


class Server(ThreadingHTTPServer):
    """The server, on *port* of loopback."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, port: int, answers: Answers) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.answers = answers


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Server

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def _answer(self) -> None:
        text = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        status, data = self.server.answers.to(self.command, self.path, text, self.headers.get(_TRANSACTION))
        body = json.dumps(data).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the real program tells only of errors."""
