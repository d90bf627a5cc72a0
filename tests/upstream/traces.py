"""Spans out of what OTLP exporters send over HTTP: just enough of protobuf's wire format, in terms that tests compare.

The numbers are those of ``opentelemetry/proto/collector/trace/v1/trace_service.proto`` and what it imports.
"""

from __future__ import annotations

import struct
import typing as t
from collections.abc import Iterator

Span = dict[str, t.Any]

_STATUS: t.Final = {0: "UNSET", 1: "OK", 2: "ERROR"}


def spans(body: bytes) -> list[Span]:
    """Every span of an ``ExportTraceServiceRequest``: trace, name, start and end (ns), status, attributes, events.

    :raises ValueError: *body* is no such request.
    """
    try:
        return [_span(span) for resource in _all(body, 1) for scope in _all(resource, 2) for span in _all(scope, 2)]
    except (AttributeError, KeyError, IndexError, TypeError, struct.error) as error:
        raise ValueError("no OTLP request") from error


def _span(message: bytes) -> Span:
    fields = dict(_fields(message))
    status = dict(_fields(fields.get(15, b"")))
    return {
        "trace": fields[1].hex(),
        "name": fields[5].decode(),
        "start": fields[7],
        "end": fields[8],
        "status": _STATUS[status.get(3, 0)],
        "reason": status.get(2, b"").decode(),
        "attributes": _attributes(_all(message, 9)),
        "events": [
            {"name": dict(_fields(event))[2].decode(), "attributes": _attributes(_all(event, 3))}
            for event in _all(message, 11)
        ],
    }


def _attributes(pairs: list[bytes]) -> dict[str, t.Any]:
    return {dict(_fields(pair))[1].decode(): _value(dict(_fields(pair)).get(2, b"")) for pair in pairs}


def _value(message: bytes) -> t.Any:
    for number, raw in _fields(message):
        if number == 1:
            return raw.decode()
        if number == 2:
            return bool(raw)
        if number == 4:
            return struct.unpack("<d", struct.pack("<Q", raw))[0]
        if number == 5:
            return [_value(item) for item in _all(raw, 1)]
        return raw
    return None


def _all(message: bytes, number: int) -> list[bytes]:
    return [value for field, value in _fields(message) if field == number]


def _fields(message: bytes) -> Iterator[tuple[int, t.Any]]:
    """Number and value of each field: bytes, or a number as it is on the wire."""
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        number, kind = key >> 3, key & 7
        if kind == 0:
            value, at = _varint(message, at)
            yield number, value
        elif kind == 2:
            length, at = _varint(message, at)
            yield number, message[at : at + length]
            at += length
        else:
            size, form = {1: (8, "<Q"), 5: (4, "<I")}[kind]
            yield number, struct.unpack_from(form, message, at)[0]
            at += size


def _varint(message: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return value, at
