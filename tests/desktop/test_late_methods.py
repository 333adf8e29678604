"""Methods that ``dataclass`` writes are compiled when they are first called, and are the same."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import subprocess
import sys

import pytest

from desktop import late_methods
from ledger.domain.quick import quick


@pytest.fixture(autouse=True)
def _late(monkeypatch):
    monkeypatch.setattr(dataclasses, "exec", exec, raising=False)
    monkeypatch.setattr(late_methods, "_OURS", ("tests.",))
    late_methods.compile_methods_late()


@pytest.fixture
def compiled(monkeypatch):
    """The names of the methods compiled so far."""
    made = []
    usual = late_methods._compiled

    def compiles(*given):
        method = usual(*given)
        made.append(method.__name__)
        return method

    monkeypatch.setattr(late_methods, "_compiled", compiles)
    return made


def made():
    """A value class, made anew, as at a start of the program."""

    @dataclasses.dataclass(frozen=True, slots=True, order=True)
    class Place:
        name: str
        level: int = 3
        parts: tuple[str, ...] = dataclasses.field(default_factory=tuple, kw_only=True)

        def __post_init__(self):
            if not self.name:
                raise ValueError(self.level)

    return Place


def test_a_method_is_compiled_with_its_first_call_and_only_then(compiled):
    place = made()
    assert compiled == []

    assert [place("a"), place("b")][1].name == "b"
    assert place("a") == place("a")
    assert compiled == ["__init__", "__eq__"]
    assert place.__init__.__qualname__ == place.__qualname__ + ".__init__"
    assert place.__init__.__code__.co_varnames[:3] == ("self", "name", "level")


def test_a_value_is_like_any_other():
    place = made()

    assert place("a", parts=("b",)) == place("a", 3, parts=("b",)) != place("b")
    assert repr(place("a")).endswith("Place(name='a', level=3, parts=())")
    assert repr(place("b")).endswith("Place(name='b', level=3, parts=())")
    assert {place("a"), place("a")} == {place("a")}
    assert place("a") < place("a", 4) <= place("b") > place("a")
    assert copy.copy(place("a")) == dataclasses.replace(place("b"), name="a")
    for change in (lambda one: setattr(one, "level", 4), lambda one: delattr(one, "level")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            change(place("a"))


@pytest.mark.parametrize("given", [(), ("a", 1, ()), ("",)])
def test_what_does_not_fit_is_refused_the_first_time_as_later(given):
    place, told = made(), []

    for _ in range(2):
        with pytest.raises((TypeError, ValueError)) as refused:
            place(*given)
        told.append(repr(refused.value))

    assert told[0] == told[1]


def test_heirs_have_the_methods_of_the_class_they_come_from(compiled):
    @dataclasses.dataclass
    class Above:
        self: int
        named: int = 2

    class Heir(Above):
        pass

    @dataclasses.dataclass(eq=False)
    class Other(Above):
        more: int = 3

    assert (Heir(self=1).self, Heir(1) == Heir(1), Heir(1) == Above(1)) == (1, True, False)
    assert Other(1, 5) != Other(1)
    assert (repr(Heir(1)), repr(Other(1))) == (
        f"{Heir.__qualname__}(self=1, named=2)",
        f"{Other.__qualname__}(self=1, named=2, more=3)",
    )
    assert compiled.count("__eq__") == 1


@quick
@dataclasses.dataclass(frozen=True, slots=True)
class Quick:
    """At module level: what is pickled is found by its name."""

    name: str
    level: int = 3


def test_quick_values_and_copies_through_bytes_are_the_same():
    assert Quick("a") == Quick("a", 3) == pickle.loads(pickle.dumps(Quick("a")))  # noqa: S301
    assert hash(Quick("a")) != hash(Quick("b"))


def test_values_of_others_are_made_as_always(monkeypatch, compiled):
    monkeypatch.setattr(late_methods, "_OURS", ("ledger.",))

    assert made()("a").level == 3
    assert compiled == []


def test_the_program_starts_with_it():
    """In a Python of its own, to which nothing of ours was loaded before."""
    code = (
        "import sys; from desktop.__main__ import main; sys.argv[1:] = ['words', '1']; main(); "
        "from ledger.domain.money import Money; print(Money.__eq__.__code__.co_filename)"
    )

    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert told.stdout.split()[-1].endswith("late_methods.py")
