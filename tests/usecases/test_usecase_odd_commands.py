"""Commands nobody should give: each is a refusal with a name, never a crash and never a row."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

import pytest

from ledger.domain.money import LARGEST_SATANG, Money, baht
from ledger.domain.products import Nature
from ledger.domain.refusals import Refusal, Trouble
from ledger.domain.refusals.entering import SumTooLarge
from ledger.usecases.closing_card import CloseCard
from ledger.usecases.collecting import DraftItem, SaveDrafts
from ledger.usecases.founding import OpenFund
from ledger.usecases.members import ChangeZone, OpenZone
from ledger.usecases.reversing import CorrectEntry
from ledger.usecases.saving import (
    DefineSavingsProduct,
    OpenSavings,
    PlaceHold,
    ReleaseHold,
    SetSavingsRate,
    TransferSavings,
)
from ledger.usecases.vouching import JournalLine, PostJournal
from tests.support.books import START, TODAY
from tests.support.refused import content, refused

TOMORROW = TODAY + timedelta(days=1)


def is_refused(village, command) -> bool:
    """Whether the books say no by name; anything else is our fault."""
    before = content(village.book)
    with pytest.raises(Refusal) as caught:
        village.run(command)
    assert not isinstance(caught.value, Trouble), caught.value
    return content(village.book) == before


def product(**rules) -> DefineSavingsProduct:
    rules = {"code": "NEW", "name_th": "ใหม่", "nature": Nature.DEPOSIT, "account": "21020", **rules}
    return DefineSavingsProduct(**rules)


@pytest.mark.parametrize(
    "command",
    [
        product(minimum_balance=-baht(1)),
        product(term_months=0),
        product(term_months=-12),
        product(account="21000"),  # a head
        product(fund="shop"),  # no such fund
        product(code="  "),
        SetSavingsRate(product="SAVINGS", from_day=START, rate=-Fraction(1, 100)),
        SetSavingsRate(
            product="SAVINGS", from_day=START, rate=Fraction(1, 100), from_amount=-baht(1)
        ),
    ],
    ids=lambda command: str(command)[:90],
)
def test_a_product_nobody_could_use_is_refused(village, command):
    assert is_refused(village, command)


@pytest.mark.parametrize("day", [TOMORROW, TODAY + timedelta(days=400)])
def test_nothing_is_opened_held_or_closed_tomorrow(village, day):
    number, card = village.saver(baht(100))
    _, empty = village.saver()
    village.run(PlaceHold(card=card, amount=baht(1), on=TODAY, reason="x"))

    assert is_refused(village, OpenSavings(member=number, product="SAVINGS", on=day))
    assert is_refused(village, PlaceHold(card=card, amount=baht(1), on=day, reason="x"))
    assert is_refused(village, ReleaseHold(hold=1, on=day))
    assert is_refused(village, CloseCard(card=empty, on=day))


def test_what_amounts_come_to_is_no_trouble_of_the_disk(village):
    _, card = village.saver()
    largest = Money(LARGEST_SATANG - 1)
    twice = (
        JournalLine(account="53010", debit=largest),
        JournalLine(account="53020", debit=largest),
        JournalLine(account="46010", credit=largest),
        JournalLine(account="46020", credit=largest),
    )
    with refused(village.book, SumTooLarge, most=Money(LARGEST_SATANG)):
        village.run(PostJournal(on=TODAY, purpose="x", lines=twice))

    village.deposit(card, largest)
    with refused(village.book, SumTooLarge):
        village.deposit(card, baht(1))
    village.withdraw(card, baht(1))


def test_a_transfer_between_funds_is_refused(village):
    village.run(OpenFund(code="shop", name_th="ร้านค้า"))
    village.product("SHOP", fund="shop")
    number, card = village.saver(baht(100))
    other = village.savings(number, "SHOP")

    assert is_refused(
        village, TransferSavings(source=card, target=other, amount=baht(10), on=TODAY)
    )


def test_a_correction_that_only_fills_the_desk_is_refused(village):
    village.saver(baht(100))
    instead = SaveDrafts(place="x", items=(DraftItem(item="1", value="2"),))

    assert is_refused(village, CorrectEntry(entry=1, on=TODAY, reason="ผิด", instead=instead))


def test_a_zone_without_a_code_or_name_is_refused(village):
    assert is_refused(village, OpenZone(code=" ", name="โซน"))
    assert is_refused(village, OpenZone(code="A", name=" "))
    village.run(OpenZone(code="A", name="โซน"))
    assert is_refused(village, ChangeZone(code="A", name=""))


def test_a_fund_without_a_code_or_name_is_refused(village):
    assert is_refused(village, OpenFund(code="", name_th="ร้านค้า"))
    assert is_refused(village, OpenFund(code="shop", name_th=" "))
