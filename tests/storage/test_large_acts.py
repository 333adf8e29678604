"""An act too large to be kept whole in memory is written in pieces, and sealed all the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest

from ledger.domain import canonical as canonical_text
from ledger.domain.codec import canonical, plain_value
from ledger.domain.days import Month
from ledger.domain.entries import Side
from ledger.domain.land import LandArea
from ledger.domain.members import Person
from ledger.domain.money import Money
from ledger.queries.integrity import audit
from ledger.storage import unit
from ledger.usecases.importing import ImportJournal, JournalRow
from tests.support.books import found_village

ROWS = tuple(
    JournalRow(
        entry=f"e{at // 2}",
        on=date(2026, 3, 1 + at // 2 % 9),
        account=f"assets:{'cash' if at % 2 else 'bank'}",
        amount=Money(100 + at // 2) * (1 if at % 2 else -1),
        memo=f'บันทึก "{at}"',
    )
    for at in range(24)
)
COMMAND = ImportJournal(rows=ROWS, source="years.csv")


@pytest.fixture(name="_pieces", params=[3, 24, 5_000], ids=["in many pieces", "in two", "at once"])
def pieces(request, monkeypatch):
    monkeypatch.setattr(unit, "_MOST_WAITING", request.param)
    monkeypatch.setattr(canonical_text, "_PIECE", request.param)


@pytest.mark.usefixtures("_pieces")
def test_the_seal_of_an_act_is_the_same_in_however_many_pieces_it_is_written(tmp_path, monkeypatch):
    outcome = _imported(tmp_path / "in-pieces")
    monkeypatch.undo()
    at_once = _imported(tmp_path / "at-once")

    assert outcome.fingerprint == at_once.fingerprint
    assert [one.number for one in outcome.entries] == [one.number for one in at_once.entries]


def _imported(folder):
    folder.mkdir()
    village = found_village(folder)
    with village.book as book:
        outcome = book.run(COMMAND)
        assert book.ask(audit).findings == ()
    numbers = [posted.number for posted in outcome.entries]
    assert all(after == before + 1 for before, after in pairwise(numbers))
    return outcome


@pytest.mark.usefixtures("_pieces")
def test_the_text_of_a_command_is_the_same_piece_by_piece():
    assert canonical_text.canonical_of(COMMAND) == canonical(plain_value(COMMAND))


@dataclass(frozen=True, slots=True, kw_only=True)
class Everything:
    """A value with every kind of field that a command may have."""

    text: str
    side: Side
    amount: Money
    number: int
    truth: bool
    day: date
    month: Month
    rate: Fraction
    area: LandArea
    content: bytes
    person: Person | None
    either: Money | int | None
    words: tuple[str, ...] = ()
    inner: tuple[Everything, ...] = ()
    choice: frozenset[str] = frozenset()


def _everything(**given):
    fields = {
        "text": '"\\ \n\x01 ก \u2028',
        "side": Side.CREDIT,
        "amount": Money(-5),
        "number": -1,
        "truth": True,
        "day": date(2026, 2, 28),
        "month": Month(2026, 2),
        "rate": Fraction(1, 300),
        "area": LandArea(12_345),
        "content": b"\x00\xff",
        "person": Person(title="นาง", given="ก้อย", family="ดี"),
        "either": None,
    }
    return Everything(**{**fields, **given})


@pytest.mark.parametrize(
    "personal", [None, lambda value: {"commitment": getattr(value, "given", value)}]
)
def test_the_text_of_a_value_is_that_of_its_plain_value(personal):
    odd = _everything(amount=Money(100_05), truth=False, person=None, either=Money(7))
    whole = _everything(words=("b", "a"), inner=(odd, _everything()), choice=frozenset("zab"))

    assert canonical_text.canonical_of(whole, personal) == canonical(plain_value(whole, personal))
