"""The upstream as a collector: what an exporter sends, in terms that tests compare."""

from __future__ import annotations

import struct

import httpx
import pytest

from tests.upstream.traces import spans


def field(number: int, value: bytes | int | float) -> bytes:
    """One field on the wire; a float stands for a number of eight bytes."""
    if isinstance(value, bytes):
        return varint(number << 3 | 2) + varint(len(value)) + value
    if isinstance(value, float):
        return varint(number << 3 | 1) + struct.pack("<Q", int(value))
    return varint(number << 3) + varint(value)


def varint(value: int) -> bytes:
    head = bytes([value & 0x7F | (0x80 if value > 0x7F else 0)])
    return head + varint(value >> 7) if value > 0x7F else head


def attribute(name: str, value: bytes) -> bytes:
    return field(1, name.encode()) + field(2, value)


COST = varint(4 << 3 | 1) + struct.pack("<d", 4.5e-06)
SPAN = b"".join(
    [
        field(1, bytes(15) + b"\x07"),
        field(5, b"litellm_request"),
        field(7, 1e9),
        field(8, 3e9),
        field(9, attribute("model", field(1, b"gpt-4o-mini"))),
        field(9, attribute("cost", COST)),
        field(9, attribute("streamed", field(2, 1))),
        field(9, attribute("tokens", field(3, 300))),
        field(9, attribute("reasons", field(5, field(1, field(1, b"stop")) + field(1, field(3, 2))))),
        field(9, field(1, b"nothing")),
        varint(10 << 3 | 5) + struct.pack("<I", 1),
        field(11, field(1, 2e9) + field(2, b"exception") + field(3, attribute("type", field(1, b"RateLimitError")))),
        field(15, field(2, b"Rate limit reached") + field(3, 2)),
    ]
)
REQUEST = field(1, field(1, b"") + field(2, field(2, SPAN)))


def test_a_span() -> None:
    assert spans(REQUEST) == [
        {
            "trace": "00" * 15 + "07",
            "name": "litellm_request",
            "start": 1_000_000_000,
            "end": 3_000_000_000,
            "status": "ERROR",
            "reason": "Rate limit reached",
            "attributes": {
                "model": "gpt-4o-mini",
                "cost": 4.5e-06,
                "streamed": True,
                "tokens": 300,
                "reasons": ["stop", 2],
                "nothing": None,
            },
            "events": [{"name": "exception", "attributes": {"type": "RateLimitError"}}],
        }
    ]


def test_no_spans() -> None:
    assert spans(b"") == []


@pytest.mark.parametrize("body", [b"\x0a", b"\x0b", b"\x08\x01", REQUEST[:-1], b'{"spans": []}'])
def test_what_is_no_request(body: bytes) -> None:
    with pytest.raises(ValueError, match="no OTLP request"):
        spans(body)


def test_the_upstream_takes_traces_and_remembers_their_spans(client: httpx.Client) -> None:
    assert client.post("/v1/traces", content=REQUEST).status_code == 200
    (recorded,) = client.get("/_recorded?model=traces").json()
    assert recorded["body"]["spans"][0]["name"] == "litellm_request"


def test_a_collector_fails_when_it_is_told_to(client: httpx.Client) -> None:
    client.put("/_behaviour/traces", json="status-503")
    assert client.post("/v1/traces", content=REQUEST).status_code == 503


def test_traces_that_cannot_be_read_are_refused(client: httpx.Client) -> None:
    assert client.post("/v1/traces", content=b"\x0b").status_code == 400
