"""Compiles the methods that ``dataclass`` writes when they are first called.

For each frozen value ``dataclass`` writes half a dozen methods as text and compiles them at once. A
start of the window meets five hundred and calls few: compiling all took longer than to open the
book and to ask it. A stand-in takes the place of each, until it is called for the first time.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from functools import partial
from typing import Any

Method = Callable[..., Any]

_OURS = ("desktop.", "ledger.", "reports.")
# How a single method is written: a function that makes it of what it needs. Whatever else there
# may be to compile, as from Python 3.13 on, is compiled at once.
_ONE_METHOD = re.compile(r"def __create_fn__\(.*?\):\n def (\w+)\(.*\n return \1", re.DOTALL)


def compile_methods_late() -> None:
    """From now on, for values of this program."""
    vars(dataclasses)["exec"] = _run


def _run(text: str, scope: dict[str, Any], names: dict[str, Any]) -> None:
    """In the place of ``exec``."""
    one = _ONE_METHOD.fullmatch(text) if scope["__name__"].startswith(_OURS) else None
    if one is None:
        exec(text, scope, names)  # noqa: S102 - what ``dataclass`` gives to ``exec``
    else:
        names["__create_fn__"] = partial(_stand_in, one[1], partial(_compiled, text, scope))


def _compiled(text: str, scope: dict[str, Any], needs: dict[str, Any]) -> Method:
    names: dict[str, Method] = {}
    exec(text, scope, names)  # noqa: S102 - the same
    method: Method = names["__create_fn__"](**needs)
    return method


def _stand_in(name: str, compiled: Callable[[dict[str, Any]], Method], /, **needs: Any) -> Method:
    made: Method | None = None

    def method(self: object, /, *given: Any, **named: Any) -> Any:
        nonlocal made
        if made is None:
            made = compiled(needs)
            made.__qualname__ = method.__qualname__
        for kind in type(self).__mro__:
            if vars(kind).get(name) is method:
                type.__setattr__(kind, name, made)
        return made(self, *given, **named)

    method.__name__ = name
    return method
