"""Enumerations that are made the short way are those that Python makes."""

from __future__ import annotations

import enum
import pickle

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QSizePolicy, QStyle

from desktop.parts import quick_enums

KINDS = (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)
LISTS = {
    "plain": [("One", 1), ("Two", 2), ("Three", 3)],
    "other names": [("One", 1), ("Uno", 1), ("Two", 2), ("Ein", 1)],
    "not in order": [("Four", 4), ("One", 1), ("Two", 2), ("All", 7), ("None_", 0)],
    "clashing": [("name", 1), ("real", 2), ("mro", 3)],
    "hidden": [("_one", 1), ("_two_", 2)],
    "below zero": [("One", 1), ("Less", -1)],
    "texts": ["One", "Two"],
    "none": [],
}


def made(create, kind, names):
    try:
        return create(kind, "Made", names, boundary=enum.KEEP)
    except (TypeError, ValueError) as error:
        return error


def looks(found):
    if isinstance(found, Exception):
        return repr(found)
    together = [one | other for one in found for other in found] if "|" in dir(found) else []
    return (
        [str(sorted(vars(found).items())), list(found), list(found.__members__.items())],
        [(repr(one), str(one), vars(one), found(one.value)) for one in found.__members__.values()],
        together,
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("names", LISTS.values(), ids=LISTS)
def test_each_is_as_python_makes_it(kind, names):
    quick, slow = (
        made(create, kind, names) for create in (quick_enums._create, quick_enums._as_always)
    )

    assert str(looks(quick)) == str(looks(slow))


@pytest.mark.parametrize(
    "found",
    [
        *(Qt.Key, Qt.WindowType, Qt.AlignmentFlag, Qt.ItemDataRole, QEvent.Type),
        *(QSizePolicy.Policy, QSizePolicy.ControlType, QKeySequence.StandardKey),
        *(QStyle.PixelMetric, Qt.MouseButton),
    ],
)
def test_those_of_qt_have_the_members_python_would_give_them(found):
    kind = next(kind for kind in found.__mro__[1:] if kind in KINDS)
    items = [(name, one.value) for name, one in found.__members__.items()]
    slow = quick_enums._as_always(kind, found.__name__, items, boundary=enum.KEEP)

    assert [vars(one) | {"__objclass__": 0} for one in found] == [
        vars(one) | {"__objclass__": 0} for one in slow
    ]
    assert list(found.__members__) == list(slow.__members__)
    assert all(found(value) is found[name] for name, value in items)


def test_flags_are_put_together_and_taken_apart():
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

    assert list(both) == [Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier]
    assert Qt.KeyboardModifier.AltModifier not in both
    assert pickle.loads(pickle.dumps(Qt.Key.Key_A)) is Qt.Key.Key_A  # noqa: S301 - our own


def test_the_short_way_is_taken():
    assert vars(enum.EnumType)["_create_"] is quick_enums._create


def test_all_stays_where_python_keeps_them_in_another_way(monkeypatch):
    monkeypatch.setattr(enum.EnumType, "_create_", quick_enums._as_always)
    monkeypatch.setattr(quick_enums, "_count_bits", lambda *_: None)

    quick_enums.make_enums_quickly()

    assert vars(enum.EnumType)["_create_"] is quick_enums._as_always
