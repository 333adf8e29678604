"""Makes the enumerations of PySide6 in a fraction of the time that Python takes for them.

Whoever imports a handful of widgets gets two hundred of them with thousands of members, among them
every key there is. Python makes each member as if a person had written it into a class, with checks
that no list of Qt's needs. Here one empty class of each kind is made as always, all others are made
like it, and their members put into them.
"""

from __future__ import annotations

import sys
from copy import copy
from enum import KEEP, Enum, EnumType, Flag, IntEnum, IntFlag
from functools import cache
from typing import Any

Items = list[tuple[str, int]]

# With the names that already mean something there.
_KINDS = {
    kind: frozenset().union(*map(vars, kind.__mro__)) for kind in (Enum, IntEnum, Flag, IntFlag)
}
_SAMPLE = [("One", 1), ("Three", 3), ("Half", 1 << 31), ("Two", 2), ("Zwei", 2), ("Nothing", 0)]
_as_always: Any = EnumType._create_  # type: ignore[attr-defined]


def make_enums_quickly() -> None:
    """From now on lists of names and numbers become enumerations the short way.

    Where Python keeps enumerations in another way than is known here, all stays as it is.
    """
    if all(_alike(kind) for kind in (IntEnum, Flag)):
        EnumType._create_ = _create  # type: ignore[attr-defined]


def _alike(kind: type[Enum]) -> bool:
    quick, slow = (make(kind, "X", _SAMPLE, boundary=KEEP) for make in (_create, _as_always))
    return _parts(quick) == _parts(slow)


def _parts(made: Any) -> list[Any]:
    """Everything that makes up an enumeration, as texts."""
    each = [vars(member) for member in made.__members__.values()]
    return [str(sorted(vars(made).items())), str(each)]


def _create(cls: Any, name: str, names: Any, *, module: str | None = None, **rest: Any) -> Any:
    # Looked for here, which is as far away from it as the usual way: the module that wants it.
    module = module or sys._getframe(2).f_globals.get("__name__")  # noqa: SLF001
    taken = _KINDS.get(cls)
    if taken is None or rest.get("boundary") is not KEEP or not _are_plain(names, taken):
        return _as_always(cls, name, names, module=module, **rest)
    made = _empty(cls, name, module)
    _fill(made, names, flag=issubclass(cls, Flag))
    return made


def _empty(cls: type[Enum], name: str, module: str | None) -> Any:
    """A class like the one that is made as always, without members yet."""
    body = {
        part: copy(value) if isinstance(value, list | dict) else value
        for part, value in _example(cls).items()
    }
    body["__module__"] = module
    new = body.pop("__new__")  # within a class it would become another thing than beside it
    made = type.__new__(EnumType, name, (cls,), body)
    type.__setattr__(made, "__new__", new)
    return made


@cache
def _example(cls: type[Enum]) -> dict[str, Any]:
    return dict(vars(_as_always(cls, "X", [], module="x", boundary=KEEP)))


def _are_plain(names: Any, taken: frozenset[str]) -> bool:
    """Whether these are pairs of a name that means nothing else here, and a number."""
    return type(names) is list and all(
        type(one) is tuple
        and type(one[1]) is int
        and one[1] >= 0
        and one[0][0] != "_"
        and one[0] not in taken
        for one in names
    )


def _fill(made: Any, names: Items, *, flag: bool) -> None:
    own, by_name, by_value = made._member_names_, made._member_map_, made._value2member_map_
    number = made._member_type_ is int
    new, put = made._new_member_, type.__setattr__
    bits = 0
    for name, value in names:
        member = by_value.get(value)
        if member is None:
            member = by_value[value] = new(made, value) if number else new(made)
            order = len(own)
            vars(member).update(_value_=value, _name_=name, __objclass__=made, _sort_order_=order)
            if not flag or value.bit_count() == 1:
                own.append(name)
            bits |= value
        by_name[name] = member
        put(made, name, member)
    if flag:
        _count_bits(made, bits, [by_name[name]._value_ for name in own])


def _count_bits(made: Any, bits: int, single: list[int]) -> None:
    made._flag_mask_ = bits
    made._singles_mask_ = sum(single)
    made._all_bits_ = (1 << bits.bit_length()) - 1
    if single != sorted(single):
        made._iter_member_ = made._iter_member_by_def_
