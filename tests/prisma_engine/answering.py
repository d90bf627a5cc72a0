"""What the engine answers, as a client of GraphQL expects it, and its errors in the words of the real program."""

from __future__ import annotations

import re
import typing as t

from .reading import RAW

if t.TYPE_CHECKING:
    from .address import Address
    from .reading import Request

Data = dict[str, t.Any]
Causes = t.Mapping[str, Data]
"""The number that the engine gave to an error of node-postgres, to its ``code`` and ``message``."""

_NUMBERED = re.compile(r"external connector \(id (\d+)\)")
_POOL_EMPTY = re.compile(r"timeout exceeded when trying to connect")
_AWAY = {"ECONNREFUSED", "ENOENT", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT", "57P03"}
_GONE_CODES = {"ECONNRESET", "EPIPE", "57P01", "57P02"}
_GONE = re.compile(r"Connection terminated|not queryable|encountered a connection error")
_REFUSED = {"28P01": "P1000", "28000": "P1000", "3D000": "P1003"}
_ARRAY = "-array"


def problem(code: str, message: str, meta: Data | None = None) -> Data:
    """An error as the real program tells it."""
    user_facing = {"is_panic": False, "message": message, "meta": meta or {}, "error_code": code}
    return {"error": message, "user_facing_error": user_facing}


def of_database(cause: Data, address: Address) -> Data:
    """The error that *cause*, one of node-postgres, is for the real program."""
    code, message = str(cause.get("code") or ""), str(cause.get("message") or "")
    if code in _REFUSED:
        return problem(_REFUSED[code], f"The database server at `{address.place}` refused: {message}")
    if _POOL_EMPTY.search(message):
        limits = {"connection_limit": address.connections, "timeout": address.wait}
        return problem("P2024", "Timed out fetching a new connection from the connection pool.", limits)
    if code in _AWAY:
        where = {"database_host": address.host, "database_port": address.port}
        return problem("P1001", f"Can't reach database server at `{address.place}`", where)
    if code in _GONE_CODES or _GONE.search(message):
        return problem("P1017", "Server has closed the connection.")
    return problem(
        "P2010", f"Raw query failed. Code: `{code}`. Message: `{message}`", {"code": code, "message": message}
    )


def mended(answer: Data, causes: Causes, address: Address) -> Data:
    """*answer* with the real errors instead of their numbers."""
    if "errors" not in answer:
        return answer
    errors = []
    for each in answer["errors"]:
        told = str((each.get("user_facing_error") or {}).get("message") or each.get("error") or "")
        numbered = _NUMBERED.search(told)
        errors.append(of_database(causes[numbered[1]], address) if numbered and numbered[1] in causes else each)
    return {**answer, "errors": errors}


def answer_to(request: Request, answer: Data) -> Data:
    """*answer* to *request* under the name that it asked for."""
    if answer.get("errors") or not answer.get("data"):
        return answer
    value = next(iter(answer["data"].values()))
    if request.body["action"] in RAW:
        return {"data": {request.name: raw_rows(value)}}
    return {"data": {request.name: without_labels(value)}}


def without_labels(value: t.Any) -> t.Any:
    """*value* without what says of which type a part is."""
    if isinstance(value, list):
        return [without_labels(each) for each in value]
    if isinstance(value, dict):
        if set(value) == {"$type", "value"}:
            return value["value"]
        return {name: without_labels(each) for name, each in value.items()}
    return value


def raw_rows(value: t.Any) -> t.Any:
    """Rows as engines up to 5.14 told them, each value with its type; a number of rows stays one."""
    if not isinstance(value, dict) or "columns" not in value:
        return value
    names, types = value["columns"], value["types"]  # there are no types where there are no rows
    return [{name: _typed(*each) for name, *each in zip(names, row, types, strict=True)} for row in value["rows"]]


def _typed(value: t.Any, kind: str) -> Data:
    if value is None:
        return {"prisma__type": "null", "prisma__value": None}
    if kind.endswith(_ARRAY):
        of = kind.removesuffix(_ARRAY)
        return {"prisma__type": "array", "prisma__value": [_typed(each, of) for each in value]}
    return {"prisma__type": kind, "prisma__value": value}
