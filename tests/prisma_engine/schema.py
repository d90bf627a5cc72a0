"""What the stand-in has to know of a schema: the type of each field, and where the address of the database stands."""

from __future__ import annotations

import re
import typing as t

_MODEL = re.compile(r"^model\s+(\w+)\s*\{(.*?)^\}", re.MULTILINE | re.DOTALL)
_FIELD = re.compile(r"^\s*(\w+)\s+(\w+)", re.MULTILINE)
_SOURCE = re.compile(r"^datasource\s+\w+\s*\{(.*?)^\}", re.MULTILINE | re.DOTALL)
_ADDRESS = re.compile(r'^\s*url\s*=\s*(?:env\("([^"]+)"\)|"([^"]+)")', re.MULTILINE)


class Schema:
    """The models of a schema, and the type of each of their fields, without what says that it is a list or may be empty."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.models = {model: dict(_FIELD.findall(body)) for model, body in _MODEL.findall(text)}

    def type_of(self, model: str, field: str) -> str:
        """The type of *field* in *model*; empty where there is none."""
        return str(self.models.get(model, {}).get(field, ""))

    def address(self, environment: t.Mapping[str, str]) -> str:
        """The address of the database; empty where the schema and *environment* have none."""
        source = _SOURCE.search(self.text)
        found = _ADDRESS.search(source[1]) if source else None
        if not found:
            return ""
        return found[2] or environment.get(found[1], "")
