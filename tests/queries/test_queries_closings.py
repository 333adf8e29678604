"""Months, closings, reversals, the log of acts, and where the book stands."""

from __future__ import annotations

from datetime import date

from ledger.domain.days import Month
from ledger.domain.money import baht
from ledger.queries.acts import acts
from ledger.queries.closings import MonthState, closings
from ledger.queries.reversals import reversals
from ledger.queries.standing import closing_act, letterhead
from ledger.usecases.closing import CloseMonth, LockMonth, ReopenMonth
from tests.queries.small_book import APRIL, FEBRUARY, JANUARY, MARCH, TREASURER, april, founded


def test_months_show_how_far_the_book_is_closed(mine):
    mine.book.user = "ประธาน"  # who closed a month does not lock it
    mine.on(date(2026, 4, 4)).run(LockMonth(month=JANUARY))
    mine.book.user = TREASURER
    mine.pays("0001", ("PROMISE", baht(100)))

    answer = mine.book.ask(closings)

    assert [(row.month, row.state, row.entries) for row in answer.months] == [
        (APRIL, MonthState.OPEN, 1),
        (MARCH, MonthState.CLOSED, 10),
        (FEBRUARY, MonthState.CLOSED, 5),
        (JANUARY, MonthState.LOCKED, 5),
    ]
    assert [row.what for row in answer.history] == ["close", "close", "close", "lock"]
    assert answer.months[0].closed_at is None
    assert answer.months[1].closed_at.date() == date(2026, 4, 3)
    assert answer.months[1].closed_by == TREASURER


def test_a_book_without_entries_has_no_months(tmp_path):
    small = founded(tmp_path / "new.satcha")

    answer = small.book.ask(closings)

    small.book.close()
    assert (answer.months, answer.history, answer.closed_through) == ((), (), None)
    assert answer.state_of(JANUARY) is MonthState.OPEN


def closed_by(small, month: Month) -> int | None:
    return small.book.ask(lambda reader: closing_act(reader, month))


def test_a_month_is_closed_by_the_act_that_closed_it_and_by_no_later_one(mine):
    acts_then = {month: closed_by(mine, month) for month in (JANUARY, FEBRUARY, MARCH)}
    assert len(set(acts_then.values())) == 3
    assert closed_by(mine, APRIL) is None

    mine.on(date(2026, 5, 2)).run(CloseMonth(month=APRIL))
    mine.book.user = "ประธาน"
    mine.run(LockMonth(month=FEBRUARY))
    mine.book.user = TREASURER

    assert {month: closed_by(mine, month) for month in acts_then} == acts_then


def test_a_month_opened_again_is_closed_by_its_next_closing(mine):
    january, march = closed_by(mine, JANUARY), closed_by(mine, MARCH)
    mine.on(date(2026, 4, 5)).run(ReopenMonth(month=FEBRUARY, reason="ลืมลงรายการ"))

    assert closed_by(mine, JANUARY) == january
    assert closed_by(mine, FEBRUARY) is None
    assert closed_by(mine, MARCH) is None

    again = mine.run(CloseMonth(month=MARCH)).act
    assert again != march
    assert (closed_by(mine, FEBRUARY), closed_by(mine, MARCH)) == (again, again)
    history = mine.book.ask(closings).history
    assert [(row.what, row.reason) for row in history][-2:] == [
        ("reopen", "ลืมลงรายการ"),
        ("close", ""),
    ]


def test_reversals_stand_in_the_month_in_which_they_were_booked(mine):
    april(mine)

    march = mine.book.ask(reversals, since=MARCH.first, until=MARCH.last)
    of_april = mine.book.ask(reversals, since=APRIL.first, until=APRIL.last)

    assert [(row.original, row.amount, row.earlier_month) for row in march.rows] == [
        (mine.entries["wrong receipt"], baht(200), False),
        (mine.entries["withdrawal"], baht(250), True),
    ]
    assert march.total == baht(450)
    assert [(row.reason, row.original_on, row.papers) for row in of_april.rows] == [
        ("ลงผิดคน", date(2026, 3, 10), (mine.receipts["third visit"],)),
        ("ร้านคืนเงิน", date(2026, 1, 31), (mine.vouchers["stationery"],)),
    ]
    assert march.rows[1].user == TREASURER


def test_the_log_shows_every_act_newest_first_page_by_page(small):
    seen, before = [], None
    while True:
        page = small.book.ask(acts, before=before, limit=5)
        seen += [row.number for row in page.rows]
        before = page.before
        if before is None:
            break

    newest = small.book.ask(letterhead).act.number
    assert seen == list(range(newest, 0, -1))


def test_the_log_is_filtered_by_day_user_and_command(small):
    found = small.book.ask(acts, command="withdraw")
    assert [(row.user, row.fields["amount"], row.entries) for row in found.rows] == [
        (TREASURER, "200.00", 1),
        (TREASURER, "250.00", 1),
    ]
    february = small.book.ask(acts, since=date(2026, 2, 1), until=date(2026, 2, 28))
    assert {row.at.month for row in february.rows} == {2}
    assert small.book.ask(acts, user="nobody").rows == ()


def test_no_name_stands_in_the_log(small):
    found = small.book.ask(acts, command="admit-member")

    assert len(found.rows) == 4
    assert all(list(row.fields["person"]) == ["commitment"] for row in found.rows)


def test_the_letterhead_names_the_newest_act(mine):
    before = mine.book.ask(letterhead)
    outcome = mine.on(date(2026, 4, 5)).pays("0001", ("PROMISE", baht(100)))

    after = mine.book.ask(letterhead)

    assert after.act.number == before.act.number + 1 == outcome.act
    assert after.act.code == outcome.code
    assert after.act.moment.date() == date(2026, 4, 5)
    then = mine.book.ask(lambda reader: letterhead(reader.at_act(before.act.number)))
    assert then == before
