"""What the house forbids in a Python file, found in its syntax tree, rule by rule."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator

from tests.tools.tree import Module, imported_names

_FLOATING = {"float", "complex", "Float", "Double", "REAL"}
# Chance, the clock and the outer world come in as arguments, never from inside the domain.
_OUTER_WORLD = {
    "random",
    "secrets",
    "time",
    "os",
    "socket",
    "subprocess",
    "sqlite3",
    "threading",
    "urllib",
}
_TRANSLATING = {"tr", "tr_n", "N_"}
# What the book counts itself; codes that people gave, such as a member's, stay as they are.
_COUNTED = {"act", "card", "charge", "claim", "entry", "loan", "number", "reverses"}
LONGEST = 300


def without_purpose(modules: Iterable[Module]) -> list[str]:
    """Modules that do not begin with one sentence, of their own, on what they are for."""
    found = []
    seen: dict[str, str] = {}
    for module in modules:
        sentence = (ast.get_docstring(module.tree) or "").split("\n\n")[0]
        if "\n" in sentence or not sentence.endswith((".", "?", "!")) or len(sentence.split()) < 4:
            found.append(f"{module.path}: {sentence!r} is not one sentence on one line")
        elif sentence in seen:
            found.append(f"{module.path}: the same sentence as {seen[sentence]}")
        seen[sentence] = module.path
    return found


def floats(modules: Iterable[Module]) -> list[str]:
    """Names and literals of binary fractions."""
    return [
        f"{module.path}:{node.lineno}: {ast.unparse(node)}"
        for module in modules
        for node in ast.walk(module.tree)
        if isinstance(node, ast.expr) and _is_floating(node)
    ]


def impure_imports(modules: Iterable[Module], own: str) -> list[str]:
    """Imports of anything but the standard library's pure part and the package's own modules."""
    return [
        f"{module.path}:{line}: {name}"
        for module in modules
        for line, name in imported_names(module.tree)
        if not _is_pure(name, own)
    ]


def glued_texts(modules: Iterable[Module]) -> list[str]:
    """Texts for translation that are put together on the spot: no catalogue can hold them."""
    return [
        f"{module.path}:{argument.lineno}: {ast.unparse(argument)}"
        for module in modules
        for call in _translating_calls(module.tree)
        for argument in call.args[: 2 if _called(call) == "tr_n" else 1]
        if not isinstance(argument, ast.Constant | ast.Name | ast.Attribute | ast.Subscript)
    ]


def digits_unasked(modules: Iterable[Module]) -> list[str]:
    """Numbers of the book that become text without the digits of the reader."""
    found = []
    for module in modules:
        calls = [node for node in ast.walk(module.tree) if isinstance(node, ast.Call)]
        asked = {id(one) for call in calls if _called(call) == "digits" for one in call.args}
        found += [
            f"{module.path}:{call.lineno}: {ast.unparse(call)}"
            for call in calls
            if _called(call) == "str" and id(call) not in asked and _counted(call.args)
        ]
    return found


def _counted(arguments: list[ast.expr]) -> bool:
    return any(isinstance(one, ast.Attribute) and one.attr in _COUNTED for one in arguments)


def literal_texts(modules: Iterable[Module]) -> set[str]:
    """Every text that the code asks to be translated, as Python itself reads it."""
    return {
        call.args[0].value
        for module in modules
        for call in _translating_calls(module.tree)
        if isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)
    }


def too_long(modules: Iterable[Module], allowed: dict[str, int]) -> list[str]:
    """Files above the ceiling, beyond what the list of exceptions still allows them."""
    found = []
    sizes = {module.path: module.lines for module in modules}
    for path, lines in sizes.items():
        limit = allowed.get(path, LONGEST)
        if lines > limit:
            found.append(f"{path}: {lines} lines, at most {limit}")
    for path, limit in allowed.items():
        if sizes.get(path, 0) <= LONGEST:
            found.append(f"{path}: needs no exception any more")
        elif sizes[path] < limit:
            found.append(f"{path}: shrank to {sizes[path]} lines, and so must its exception")
    return found


def _is_floating(node: ast.expr) -> bool:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in _FLOATING
        case ast.Constant(value=float() | complex()):
            return True
    return False


def _is_pure(name: str, own: str) -> bool:
    if name == own or name.startswith(f"{own}."):
        return True
    root = name.partition(".")[0]
    return root in sys.stdlib_module_names and root not in _OUTER_WORLD


def _translating_calls(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and _called(node) in _TRANSLATING:
            yield node


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
