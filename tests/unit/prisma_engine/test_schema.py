"""What is read of a schema."""

from __future__ import annotations

import pytest

from tests.prisma_engine.schema import Schema

MODEL = """
// model Not { a Json }
model Team {
  id       String  @id @default(uuid())
  metadata Json    @default("{}")
  keys     Key[]

  @@map("teams")
}
"""


def test_types_of_fields() -> None:
    schema = Schema(MODEL)
    assert [schema.type_of("Team", field) for field in ("id", "metadata", "keys", "none")] == [
        "String",
        "Json",
        "Key",
        "",
    ]
    assert schema.type_of("Nobody", "id") == ""
    assert set(schema.models) == {"Team"}


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ('datasource client {\n  provider = "postgresql"\n  url      = env("DATABASE_URL")\n}', "postgresql://by-name"),
        ('datasource client {\n  url = "postgresql://written"\n}', "postgresql://written"),
        ('datasource client {\n  url = env("OTHER")\n}', ""),
        ('datasource client {\n  provider = "postgresql"\n}', ""),
        ("", ""),
    ],
)
def test_address(source: str, address: str) -> None:
    assert Schema(source + MODEL).address({"DATABASE_URL": "postgresql://by-name"}) == address
