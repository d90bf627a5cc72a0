"""What a client asks, from GraphQL to the JSON that the engine knows.

JSON says of some values what they are, where GraphQL has the schema for it: a field of type Json is text in the one, and text with a
label in the other.
"""

from __future__ import annotations

import re
import typing as t

import graphql
from graphql.language import ast

if t.TYPE_CHECKING:
    from .schema import Schema

Data = dict[str, t.Any]

RAW = ("queryRaw", "executeRaw")
_ACTION = re.compile(
    r"(findUnique|findFirst|findMany|createOne|createMany|updateOne|updateMany|deleteOne|deleteMany|upsertOne|aggregate|groupBy)(\w+)"
)
_OR_THROW = "OrThrow"
_WIDEST = 2**53
"""Whole numbers from here on are not what they are for JavaScript."""
_CHANGES = {"set", "increment", "decrement", "multiply", "divide", "push", "unset"}
_CONDITIONS = {"equals", "not", "lt", "lte", "gt", "gte", "in", "notIn", "has", "hasEvery", "hasSome"}
_OF_JSON = {*_CONDITIONS, *_CHANGES, "array_contains", "array_starts_with", "array_ends_with"}
_JOINING = ("AND", "OR", "NOT")
_OF_RELATION = ("is", "isNot", "some", "every", "none")
_WRITES = ("create", "update", "upsert", "connectOrCreate", "createMany", "updateMany")


class UnreadableError(Exception):
    """The request is none, or of a kind that the stand-in does not know."""


class Request(t.NamedTuple):
    """One request: the name that its answer is to have, and what the engine is asked."""

    name: str
    body: Data


def read(text: str, schema: Schema) -> Request:
    """The request in *text*, a document of GraphQL with one field.

    :raises UnreadableError: when it is none.
    """
    try:
        document = graphql.parse(text, no_location=True)
    except graphql.GraphQLError as wrong:
        raise UnreadableError(str(wrong)) from wrong
    operations = [each for each in document.definitions if isinstance(each, ast.OperationDefinitionNode)]
    if len(operations) != 1 or len(operations[0].selection_set.selections) != 1:
        raise UnreadableError("asks for more than one thing")
    field = operations[0].selection_set.selections[0]
    if not isinstance(field, ast.FieldNode):
        raise UnreadableError("asks for a fragment")
    return Request(field.alias.value if field.alias else field.name.value, _body(field, schema))


def _body(field: ast.FieldNode, schema: Schema) -> Data:
    action, arguments = field.name.value, _arguments(field)
    if action in RAW:
        return {"action": action, "query": {"arguments": arguments, "selection": {}}}
    found = _ACTION.fullmatch(action)
    if not found:
        raise UnreadableError(f"asks for {action}, which is no action")
    action, model = found[1], found[2]
    if model not in schema.models and model.endswith(_OR_THROW):
        action, model = action + _OR_THROW, model[: -len(_OR_THROW)]
    if model not in schema.models:
        raise UnreadableError(f"asks for model {model}, which the schema does not have")
    labels = _Labels(schema)
    query = {"arguments": labels.arguments(model, arguments), "selection": _selection(field, model, labels)}
    return {"modelName": model, "action": action, "query": query}


def _arguments(field: ast.FieldNode) -> Data:
    return {each.name.value: _value(each.value) for each in field.arguments}


def _selection(field: ast.FieldNode, model: str, labels: _Labels) -> Data:
    chosen: Data = {}
    for each in field.selection_set.selections if field.selection_set else ():
        if not isinstance(each, ast.FieldNode):
            raise UnreadableError("asks for a fragment")
        name, arguments = each.name.value, _arguments(each)
        if not each.selection_set and not arguments:
            chosen[name] = True
            continue
        related = labels.related(model, name)
        if related:
            arguments = labels.arguments(related, arguments)
        chosen[name] = {"arguments": arguments, "selection": _selection(each, related, labels)}
    return chosen


def _value(node: ast.ValueNode) -> t.Any:
    match node:
        case ast.ListValueNode():
            return [_value(each) for each in node.values]
        case ast.ObjectValueNode():
            return {each.name.value: _value(each.value) for each in node.fields}
        case ast.IntValueNode():
            number = int(node.value)
            return number if abs(number) < _WIDEST else {"$type": "BigInt", "value": node.value}
        case ast.FloatValueNode():
            return float(node.value)
        case ast.NullValueNode():
            return None
        case ast.StringValueNode() | ast.BooleanValueNode() | ast.EnumValueNode():
            return node.value
    raise UnreadableError(f"has a value of kind {node.kind}")


class _Labels:
    """Labels the values of Json fields, wherever they stand in arguments."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema

    def related(self, model: str, field: str) -> str:
        """The model that *field* leads to; empty where it leads to none."""
        named = self._schema.type_of(model, field)
        return named if named in self._schema.models else ""

    def arguments(self, model: str, arguments: Data) -> Data:
        """*arguments* of an action on *model*, or of a write to it through another."""
        done = dict(arguments)
        for name, value in arguments.items():
            if name in {"where", "cursor", "having"}:
                done[name] = self._each(value, self._where, model)
            elif name in {"data", "create", "update"}:
                done[name] = self._each(value, self._data, model)
        return done

    @staticmethod
    def _each(value: t.Any, label: t.Callable[[str, Data], Data], model: str) -> t.Any:
        if isinstance(value, list):
            return [label(model, each) if isinstance(each, dict) else each for each in value]
        return label(model, value) if isinstance(value, dict) else value

    def _where(self, model: str, value: Data) -> Data:
        done = {}
        for name, condition in value.items():
            related = self.related(model, name)
            if name in _JOINING:
                done[name] = self._each(condition, self._where, model)
            elif self._schema.type_of(model, name) == "Json":
                done[name] = _json(condition)
            elif related and isinstance(condition, dict):
                through = {key: self._each(each, self._where, related) for key, each in condition.items()}
                done[name] = through if set(condition) & set(_OF_RELATION) else self._where(related, condition)
            else:
                done[name] = condition
        return done

    def _data(self, model: str, value: Data) -> Data:
        done = {}
        for name, written in value.items():
            related = self.related(model, name)
            if self._schema.type_of(model, name) == "Json":
                done[name] = _json(written)
            elif related and isinstance(written, dict):
                done[name] = {how: self._through(related, how, each) for how, each in written.items()}
            else:
                done[name] = written
        return done

    def _through(self, model: str, how: str, value: t.Any) -> t.Any:
        """What is written to *model* by *how*, a word such as ``create`` or ``connect``."""
        if how not in _WRITES:
            return self._each(value, self._where, model)
        return self._each(value, self._write, model)

    def _write(self, model: str, value: Data) -> Data:
        parts = {"where", "data", "create", "update", "skipDuplicates"}
        return self.arguments(model, value) if value and set(value) <= parts else self._data(model, value)


def _json(value: t.Any) -> t.Any:
    if isinstance(value, str):
        return {"$type": "Json", "value": value}
    if isinstance(value, list):
        return [_json(each) for each in value]
    if isinstance(value, dict):
        return {name: _json(each) if name in _OF_JSON else each for name, each in value.items()}
    return value
