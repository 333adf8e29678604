"""Cash counts beside the books."""

from __future__ import annotations

from datetime import date, timedelta

from ledger.domain.accounts import BookKind
from ledger.domain.days import Month
from ledger.domain.money import ZERO, Money, baht
from ledger.domain.refusals import (
    BadDenomination,
    CashTooLow,
    CountDiffers,
    FutureDay,
    NegativePieces,
    NoRole,
    PeriodClosed,
)
from ledger.usecases.closing import CloseMonth
from ledger.usecases.counting import CountCash, Pieces
from tests.support.books import START, TODAY, found_village
from tests.support.refused import refused


def pieces(*pairs):
    return tuple(Pieces(denomination=value, pieces=number) for value, number in pairs)


def test_a_count_that_agrees_books_nothing(village):
    village.saver(baht(1_520, 75))

    made = village.run(
        CountCash(
            on=TODAY,
            pieces=pieces((baht(1_000), 1), (baht(500), 1), (baht(20), 1), (Money(25), 3)),
        )
    )

    assert made.entries == ()
    assert village.rows("SELECT counted, booked, entry FROM cash_counts") == [
        (152_075, 152_075, None)
    ]
    assert village.one("SELECT COUNT(*) FROM cash_pieces") == 4


def test_a_shortage_is_booked_with_its_reason(village):
    village.saver(baht(100))

    with refused(village.book, CountDiffers, difference=-baht(50)):
        village.run(CountCash(on=TODAY, pieces=pieces((baht(50), 1)), reason="  "))
    village.run(CountCash(on=TODAY, pieces=pieces((baht(50), 1)), reason="เงินขาดไม่ทราบสาเหตุ"))

    assert village.balance("14020") == baht(50)
    assert village.rows("SELECT memo FROM entries WHERE event = 'cash_short'") == [
        ("เงินขาดไม่ทราบสาเหตุ",)
    ]


def test_the_same_note_may_be_counted_in_two_heaps(village):
    village.saver(baht(300))

    village.run(CountCash(on=TODAY, pieces=pieces((baht(100), 1), (baht(100), 2))))

    assert village.rows("SELECT denomination, pieces FROM cash_pieces") == [(10_000, 3)]


def test_a_count_of_an_earlier_day_stands_beside_the_cash_of_that_day(village):
    _, card = village.saver(baht(100))
    village.deposit(card, baht(900), on=TODAY)

    made = village.run(CountCash(on=START, pieces=pieces((baht(100), 1))))

    assert made.entries == ()
    with refused(village.book, CountDiffers, booked=baht(100)):
        village.run(CountCash(on=START, pieces=pieces((baht(1_000), 1))))


def test_a_shortage_of_an_earlier_day_needs_cash_on_every_later_day(village):
    _, card = village.saver(baht(100))
    village.withdraw(card, baht(80), on=START + timedelta(days=3))

    with refused(village.book, CashTooLow):
        village.run(CountCash(on=START, pieces=pieces((baht(50), 1)), reason="ขาด"))


def test_cash_is_counted_in_what_exists_on_a_day_that_may_be_booked(village):
    village.run(CloseMonth(month=Month(2026, 2)))

    with refused(village.book, BadDenomination, denomination=baht(30)):
        village.run(CountCash(on=TODAY, pieces=pieces((baht(30), 1))))
    with refused(village.book, NegativePieces, denomination=baht(20), pieces=-2):
        village.run(CountCash(on=TODAY, pieces=pieces((baht(20), -2))))
    with refused(village.book, FutureDay):
        village.run(CountCash(on=TODAY + timedelta(days=1), pieces=()))
    with refused(village.book, PeriodClosed):
        village.run(CountCash(on=date(2026, 2, 28), pieces=()))
    village.run(CountCash(on=TODAY, pieces=()))
    assert village.balance("11010") == ZERO


def test_a_journal_without_a_cash_account_has_none_to_count(tmp_path):
    journal = found_village(tmp_path, kind=BookKind.JOURNAL)

    with journal.book, refused(journal.book, NoRole, role="cash"):
        journal.run(CountCash(on=TODAY, pieces=()))
