"""What LiteLLM takes for a setting that a configuration does not name, read from where LiteLLM says so.

Values are JSON in one word. A value that is computed when LiteLLM starts, or that differs from place to place, is left out.
"""

from __future__ import annotations

import ast
import functools
import json
import operator
import re
import typing as t

from generate_vocabulary_source import Source, Tables, base_name, named, statements, tree

_LISTED = 40
"""The most characters that a value is written with: longer ones are texts and tables of LiteLLM's own."""
_CONVERSIONS: dict[str, t.Callable[[t.Any], t.Any]] = {"int": int, "float": float, "str": str, "bool": bool}
_EMPTY: dict[str, t.Any] = {"list": [], "dict": {}, "set": [], "tuple": []}
_TEXT_METHODS = ("lower", "strip", "upper")
_OPERATIONS: dict[type[ast.operator], t.Callable[[t.Any, t.Any], t.Any]] = {
    ast.Add: lambda one, other: one + other,
    ast.Mult: lambda one, other: one * other,
    ast.Pow: lambda one, other: one**other,
    ast.Div: lambda one, other: one / other,
}
_COMPARISONS: dict[type[ast.cmpop], t.Callable[[t.Any, t.Any], bool]] = {
    ast.Is: lambda one, other: one is other,
    ast.IsNot: lambda one, other: one is not other,
    ast.Eq: lambda one, other: bool(one == other),
    ast.NotEq: lambda one, other: bool(one != other),
}


class NotStated(Exception):
    """The value of an expression does not stand in the source."""


def default_tables(source: Source, tables: Tables) -> Tables:
    """``defaults:<block>``: key to what holds where a configuration does not name it.

    :param tables: the keys of each block; what is in none of them is no setting.
    """
    found = {
        "litellm_settings": asked_defaults(source, "litellm_settings") | package_defaults(source),
        "router_settings": router_defaults(source),
        "general_settings": field_defaults(source) | asked_defaults(source, "general_settings"),
    }
    return {
        f"defaults:{block}": {
            key: text
            for key, value in values.items()
            if key in tables[block] and (text := written(value)) and not re.search(r"\s|=|'", text)
        }
        for block, values in found.items()
    }


def written(value: t.Any) -> str:
    """*value* as JSON in one word; ``''`` where that would be long."""
    try:
        text = json.dumps(value, separators=(",", ":"))
    except TypeError:
        return ""
    return text if len(text) <= _LISTED else ""


def package_defaults(source: Source) -> dict[str, t.Any]:
    """The first value of each variable of LiteLLM's package, ``_logging`` and ``constants`` included."""
    found: dict[str, t.Any] = {}
    for file in ("constants.py", "_logging.py", "__init__.py"):
        for node in statements(source.file(file)):
            targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
            value = node.value if isinstance(node, (ast.Assign, ast.AnnAssign)) else None
            name = base_name(targets[0]) if isinstance(targets[0], ast.Name) else ""
            if name and value is not None:
                keep(found, name, source, file, value)
    return found


def router_defaults(source: Source) -> dict[str, t.Any]:
    """What ``Router`` takes where it is given nothing; null where it decides that itself."""
    file = "router.py"
    arguments = named(named(source.file(file), ast.ClassDef, "Router"), ast.FunctionDef, "__init__").args
    stated = dict(
        zip([each.arg for each in arguments.args][-len(arguments.defaults) :], arguments.defaults, strict=True)
    )
    stated |= {
        each.arg: value for each, value in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True) if value
    }
    found: dict[str, t.Any] = {}
    for name, value in stated.items():
        keep(found, name, source, file, value)
    return found


def field_defaults(source: Source) -> dict[str, t.Any]:
    """The defaults of the declared fields of ``general_settings``."""
    where, body = source.definition("proxy/_types.py", "ConfigGeneralSettings") or ("", None)
    found: dict[str, t.Any] = {}
    for node in body.body if isinstance(body, ast.ClassDef) else ():
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            value: ast.expr = node.value
            if isinstance(value, ast.Call) and base_name(value.func) == "Field":
                named_so = [each.value for each in value.keywords if each.arg == "default"]
                value = (value.args or named_so or [ast.Constant(None)])[0]
            keep(found, node.target.id, source, where, value)
    return found


def asked_defaults(source: Source, block: str) -> dict[str, t.Any]:
    """What the proxy takes for keys of *block* that it asks for with a default, the same one everywhere."""
    answers: dict[str, list[t.Any]] = {}
    for path in sorted(source.package.glob("proxy/**/*.py")):
        if block not in path.read_text():
            continue
        file = path.relative_to(source.package).as_posix()
        for node in ast.walk(tree(path)):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "get"
                and len(node.args) > 1
                and isinstance(node.args[0], ast.Constant)
                and re.search(rf"\b{block}\b", ast.unparse(node.func.value))
            ):
                try:
                    value = value_of(source, file, node.args[1])
                except NotStated:
                    value = NotStated
                # An empty word or list only saves the proxy a question; it is no answer to one.
                if value is not None and value not in ("", [], {}):
                    answers.setdefault(str(node.args[0].value), []).append(value)
    return {
        key: values[0]
        for key, values in answers.items()
        if values[0] is not NotStated and all(value == values[0] for value in values)
    }


def keep(found: dict[str, t.Any], name: str, source: Source, file: str, value: ast.expr) -> None:
    """Add the value of an expression to *found*, or take the name out of it, where the source does not state one."""
    try:
        found[name] = value_of(source, file, value)
    except NotStated:
        found.pop(name, None)


def value_of(source: Source, file: str, node: ast.AST, depth: int = 8) -> t.Any:
    """What an expression in *file* is where the environment says nothing.

    :raises NotStated: that cannot be read from the source.
    """
    if not depth:
        raise NotStated
    inner = depth - 1
    try:
        plain = ast.literal_eval(node) if isinstance(node, ast.expr) else None
    except (ValueError, TypeError):
        pass
    else:
        return sorted(plain, key=str) if isinstance(plain, (set, frozenset)) else plain
    if isinstance(node, ast.Name):
        where, meant = source.definition(file, node.id) or ("", None)
        if isinstance(meant, ast.expr):
            return value_of(source, where, meant, inner)
    if isinstance(node, ast.Attribute) and node.attr == "value":
        return member(source, file, node.value)
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or):
        values = [value_of(source, file, each, inner) for each in node.values]
        return next((value for value in values if value), values[-1])
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATIONS:
        one, other = (value_of(source, file, each, inner) for each in (node.left, node.right))
        return computed(lambda: _OPERATIONS[type(node.op)](one, other))
    if isinstance(node, ast.IfExp):
        return value_of(source, file, node.body if value_of(source, file, node.test, inner) else node.orelse, inner)
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in _COMPARISONS:
        one, other = (value_of(source, file, each, inner) for each in (node.left, node.comparators[0]))
        return _COMPARISONS[type(node.ops[0])](one, other)
    if isinstance(node, ast.Call):
        return call_value(source, file, node, inner)
    raise NotStated


def call_value(source: Source, file: str, node: ast.Call, depth: int) -> t.Any:
    """What a call is: of a conversion, of a collection without items, or for a variable of the environment."""
    name = base_name(node.func)
    if name in _EMPTY and not node.args and not node.keywords:
        return _EMPTY[name]
    if name in _CONVERSIONS and len(node.args) == 1:
        given = value_of(source, file, node.args[0], depth)
        return computed(lambda: _CONVERSIONS[name](given))
    if isinstance(node.func, ast.Attribute) and name in _TEXT_METHODS and not node.args:
        text = value_of(source, file, node.func.value, depth)
        return computed(functools.partial(operator.methodcaller(name), text))
    owner = ast.unparse(node.func)
    if owner in ("os.getenv", "os.environ.get") or name.startswith(("get_env_", "_env_", "env_")):
        named_so = [each.value for each in node.keywords if each.arg == "default"]
        given_default = [*node.args[1:2], *named_so]
        return value_of(source, file, given_default[0], depth) if given_default else None
    raise NotStated


def computed(work: t.Callable[[], t.Any]) -> t.Any:
    """The result of *work*.

    :raises NotStated: it has none.
    """
    try:
        return work()
    except (AttributeError, TypeError, ValueError, ArithmeticError) as error:
        raise NotStated from error


def member(source: Source, file: str, node: ast.expr) -> t.Any:
    """The value of a member of an enumeration.

    :raises NotStated: *node* is no such thing.
    """
    _where, body = source.definition(file, base_name(getattr(node, "value", node))) or ("", None)
    for each in body.body if isinstance(body, ast.ClassDef) else ():
        if (
            isinstance(each, ast.Assign)
            and base_name(each.targets[0]) == base_name(node)
            and isinstance(each.value, ast.Constant)
        ):
            return each.value.value
    raise NotStated
