"""Reads Python source by its syntax tree: constants, fields of classes, and annotations as one-word types.

A type word is a union of ``str int num bool list dict any`` and ``one(a,b)``; a leading ``~`` says that pydantic converts
(the text ``"5"`` passes for a number there, and nowhere else).
"""

from __future__ import annotations

import ast
import typing as t
from functools import cache, cached_property
from pathlib import Path

Tables = dict[str, dict[str, str]]

_WORDS = {
    "str": "str",
    "int": "int",
    "float": "num",
    "bool": "bool",
    "list": "list",
    "tuple": "list",
    "set": "list",
    "Sequence": "list",
    "dict": "dict",
    "Mapping": "dict",
    "Any": "any",
    "object": "any",
}


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of one source file."""
    return ast.parse(path.read_text())


@cache
def imports(path: Path) -> tuple[ast.ImportFrom, ...]:
    """Every ``from … import …`` of one source file, those inside functions included."""
    return tuple(node for node in ast.walk(tree(path)) if isinstance(node, ast.ImportFrom))


@cache
def _text(folder: Path, pattern: str) -> str:
    return "\n".join(path.read_text() for path in sorted(folder.glob(pattern)))


def strings(node: ast.AST) -> list[str]:
    """All string constants below *node*, in the order of the source."""
    own = [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []
    return own + [text for child in ast.iter_child_nodes(node) for text in strings(child)]


def statements(scope: ast.Module | ast.If | ast.Try) -> t.Iterator[ast.stmt]:
    """The statements that run when a module is imported, those below ``if`` and ``try`` included."""
    for node in scope.body:
        yield node
        if isinstance(node, (ast.If, ast.Try)):
            yield from statements(node)


_Named = t.TypeVar("_Named", ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def named(scope: ast.AST, kind: type[_Named], name: str) -> _Named:
    """The class or function *name* below *scope*."""
    for node in ast.walk(scope):
        if isinstance(node, kind) and node.name == name:
            return node
    raise LookupError(f"no {kind.__name__} {name}")


class Source:
    """One LiteLLM package: finds what a name in one of its files stands for."""

    def __init__(self, package: Path) -> None:
        self.package = package

    def text(self, pattern: str) -> str:
        """All files that match *pattern*, as one text."""
        return _text(self.package, pattern)

    @cached_property
    def proxy(self) -> str:
        """The proxy's files and those of the enterprise package, as one text."""
        return "\n".join([self.text("proxy/**/*.py"), _text(self.package.parent, "litellm_enterprise/**/*.py")])

    @cached_property
    def everything(self) -> str:
        """All files of both packages, as one text."""
        return "\n".join([self.text("**/*.py"), _text(self.package.parent, "litellm_enterprise/**/*.py")])

    def file(self, name: str) -> ast.Module:
        """The syntax tree of a file of the package."""
        return tree(self.package / name)

    def definition(self, file: str, name: str, seen: frozenset[str] = frozenset()) -> tuple[str, ast.AST] | None:
        """Where *name*, as used in *file*, is defined in LiteLLM: the file, and the class or the assigned expression."""
        if f"{file}:{name}" in seen:
            return None
        for node in self.file(file).body:
            if isinstance(node, ast.ClassDef) and node.name == name:
                return file, node
            if isinstance(node, ast.Assign) and any(getattr(target, "id", "") == name for target in node.targets):
                return file, node.value
            if isinstance(node, ast.AnnAssign) and getattr(node.target, "id", "") == name and node.value:
                return file, node.value
        for below in imports(self.package / file):
            if any(alias.name in (name, "*") for alias in below.names):
                target = self.imported(file, below)
                found = self.definition(target, name, seen | {f"{file}:{name}"}) if target else None
                if found:
                    return found
        return None

    def imported(self, file: str, node: ast.ImportFrom) -> str:
        """The file that an import reads, ``''`` when it is not one of LiteLLM's."""
        module = node.module or ""
        if node.level:
            base = Path(file).parents[node.level - 1] / module.replace(".", "/")
        elif module.partition(".")[0] == "litellm":
            base = Path(*module.split(".")[1:])
        else:
            return ""
        candidates = (base.with_suffix(".py") if base.name else base, base / "__init__.py")
        return next((str(path) for path in candidates if (self.package / path).is_file()), "")

    def words(self, file: str, node: ast.AST) -> list[str]:
        """The strings that an expression holds: its constants, those of the constants it names, and fields of classes."""
        if isinstance(node, ast.Attribute) and node.attr in ("__annotations__", "model_fields"):
            return list(self.fields(file, getattr(node.value, "id", "")))
        if isinstance(node, ast.Name):
            found = self.definition(file, node.id)
            if found is None:
                return []
            where, meant = found
            return self.wire_names(where, meant) if isinstance(meant, ast.ClassDef) else self.words(where, meant)
        own = [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []
        return own + [text for child in ast.iter_child_nodes(node) for text in self.words(file, child)]

    def wire_names(self, file: str, owner: ast.ClassDef) -> list[str]:
        """The names of a tree of dataclasses' leaves: ``wire("…")`` where a field has one, else the field's own."""
        names = []
        for node in owner.body:
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                inner = self.definition(file, base_name(node.annotation))
                where, leaf = inner or ("", None)
                if isinstance(leaf, ast.ClassDef):
                    names += self.wire_names(where, leaf)
                else:
                    names += (strings(node.value) if node.value else []) or [node.target.id]
        return names

    def constant(self, file: str, name: str) -> list[str]:
        """The strings of the module constant *name*."""
        found = self.definition(file, name)
        if found is None:
            raise LookupError(f"{file} has no {name}")
        return self.words(*found)

    def fields(self, file: str, name: str) -> dict[str, str]:
        """Field to type of the class *name*, with those of its bases; ``~`` where pydantic converts the value."""
        found = self.definition(file, name)
        where, body = found or ("", None)
        if not isinstance(body, ast.ClassDef):
            return {}
        bases = [getattr(base, "id", "") for base in body.bases]
        fields = {key: kind for base in bases for key, kind in self.fields(where, base).items()}
        lax = "" if "TypedDict" in bases else "~"
        return fields | {key: lax + kind for key, kind in self.own_fields(where, body).items()}

    def own_fields(self, file: str, body: ast.ClassDef) -> dict[str, str]:
        """Field to type of a class, without those of its bases."""
        return {
            node.target.id: self.kind(file, node.annotation)
            for node in body.body
            if isinstance(node, ast.AnnAssign)
            and isinstance(node.target, ast.Name)
            and not is_constant(node.annotation)
        }

    def variables(self, file: str) -> dict[str, str]:
        """Module variable to type, as annotated or as its first value says; also those imported from ``_logging``."""
        found: dict[str, str] = {}
        for node in statements(self.file(file)):
            if isinstance(node, ast.ImportFrom) and (node.module or "").endswith("_logging"):
                own = self.variables("_logging.py")
                found |= {alias.name: own[alias.name] for alias in node.names if alias.name in own}
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
                final = base_name(node.annotation) == "Final"
                found[node.target.id] = value_kind(node.value) if final else self.kind(file, node.annotation)
            elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                found.setdefault(node.targets[0].id, value_kind(node.value))
        return found

    def arguments(self, file: str, owner: str) -> dict[str, str]:
        """Argument to type of a class's ``__init__``, or of that of a base where the class only hands them on."""
        for body in (
            node for node in ast.walk(self.file(file)) if isinstance(node, ast.ClassDef) and node.name == owner
        ):
            for node in body.body:
                if isinstance(node, ast.FunctionDef) and node.name == "__init__" and len(node.args.args) > 1:
                    return self.signature(file, node)
            for base in map(base_name, body.bases):
                where, inherited = self.definition(file, base) or ("", None)
                if isinstance(inherited, ast.ClassDef):
                    return self.arguments(where, base)
        raise LookupError(f"{file} has no class {owner} with arguments")

    def signature(self, file: str, function: ast.FunctionDef | ast.AsyncFunctionDef) -> dict[str, str]:
        """Annotated argument to type of a function."""
        every = [*function.args.args, *function.args.kwonlyargs]
        typed = {each.arg: each.annotation for each in every if each.annotation and each.arg[0] != "_"}
        return {name: self.kind(file, annotation) for name, annotation in typed.items()}

    def kind(self, file: str, annotation: ast.expr) -> str:
        """An annotation as a type word; ``None`` in it is left out, since every key may be null."""
        atoms = sorted(dict.fromkeys(self.atoms(file, annotation)) or ["any"])
        return "any" if "any" in atoms else "|".join(atoms)

    def atoms(self, file: str, node: ast.expr) -> list[str]:
        """The members of the union that an annotation is."""
        if isinstance(node, ast.BinOp):
            return self.atoms(file, node.left) + self.atoms(file, node.right)
        if isinstance(node, ast.Constant):
            if node.value is None:
                return []
            return self.atoms(file, ast.parse(str(node.value), mode="eval").body)
        if isinstance(node, ast.Subscript):
            return self.subscript(file, base_name(node.value), node.slice)
        name = base_name(node)
        if name.title() in ("List", "Dict", "Tuple", "Set"):
            name = name.lower()
        return [_WORDS[name]] if name in _WORDS else self.alias(file, name)

    def subscript(self, file: str, name: str, inside: ast.expr) -> list[str]:
        """The members of ``Optional[…]``, ``Literal[…]``, ``list[…]`` and their like."""
        if name == "Literal":
            values = [self.literal(file, node) for node in getattr(inside, "elts", [inside])]
            return [f"one({','.join(map(str, values))})"]
        if name in ("Optional", "Union"):
            return [atom for part in getattr(inside, "elts", [inside]) for atom in self.atoms(file, part)]
        if name in ("ReadOnly", "Required", "NotRequired", "Annotated", "Final"):
            return self.atoms(file, getattr(inside, "elts", [inside])[0])
        return self.atoms(file, ast.Name(name))

    def literal(self, file: str, node: ast.expr) -> object:
        """A member of ``Literal[…]``: a value, or that of a member of an enumeration."""
        if not isinstance(node, ast.Attribute):
            return getattr(node, "value", "")
        _where, body = self.definition(file, base_name(node.value)) or ("", None)
        return enum_values(body)[node.attr] if isinstance(body, ast.ClassDef) else ""

    def alias(self, file: str, name: str) -> list[str]:
        """The members of what a name in an annotation stands for."""
        found = self.definition(file, name)
        if found is None:
            return ["any"]
        where, node = found
        if not isinstance(node, ast.ClassDef):
            return self.atoms(where, node) if isinstance(node, ast.expr) else ["any"]
        if any(base_name(base) in ("Enum", "StrEnum") for base in node.bases):
            return [f"one({','.join(enum_values(node).values())})"]
        return ["dict" if self.is_record(where, node) else "any"]

    def is_record(self, file: str, body: ast.ClassDef) -> bool:
        """Whether instances of a class are made of dictionaries: pydantic models, typed dictionaries, data classes."""
        if any("dataclass" in ast.unparse(decorator) for decorator in body.decorator_list):
            return True
        for base in map(base_name, body.bases):
            found = self.definition(file, base)
            if base in ("BaseModel", "TypedDict"):
                return True
            if found and isinstance(found[1], ast.ClassDef) and self.is_record(found[0], found[1]):
                return True
        return False


def value_kind(value: ast.expr | None) -> str:
    """The type word of a literal; only a truth value or text says what belongs there."""
    plain = value.value if isinstance(value, ast.Constant) else None
    return "bool" if isinstance(plain, bool) else "str" if isinstance(plain, str) else "any"


def base_name(node: ast.AST) -> str:
    """``list`` for ``list``, ``typing.List`` for …: the last part of a dotted name, ``''`` when it is no name."""
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def is_constant(annotation: ast.expr) -> bool:
    """Whether an annotation declares no field: ``ClassVar`` and pydantic's ``ConfigDict``."""
    return base_name(annotation) == "ConfigDict" or base_name(getattr(annotation, "value", annotation)) == "ClassVar"


def enum_values(body: ast.ClassDef) -> dict[str, str]:
    """Member name to value of an enumeration of strings."""
    return {
        node.targets[0].id: node.value.value
        for node in body.body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    }
