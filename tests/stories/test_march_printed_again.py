"""A closed month's report: printed, taken back a month later, printed again identical."""

from __future__ import annotations

import io
from datetime import date, datetime

import pytest

from ledger.domain.days import Month
from ledger.domain.members import Leaving, Person
from ledger.domain.money import baht
from ledger.queries.integrity import audit
from ledger.queries.kept_reports import report_differences
from ledger.usecases.closing import CloseMonth, ReopenMonth
from ledger.usecases.members import EndMembership, ErasePerson
from ledger.usecases.reversing import ReverseEntry
from ledger.usecases.vouching import ReceiveIncome
from ledger.usecases.year_closing import CloseYear, ReopenYear
from reports.document import Printed
from reports.documents import PAPERS, made
from reports.render.pdf import render_pdf
from reports.render.text import render_text
from reports.words.voice import Voice
from tests.support.books import found_village
from tests.support.clocks import THAI_TIME

MARCH, APRIL = Month(2026, 3), Month(2026, 4)


@pytest.fixture
def village(tmp_path):
    """From March on; a member paid in 700.00 on the 20th, which was meant for another."""
    found = found_village(tmp_path, today=date(2026, 4, 2), starts_on=MARCH.first)
    with found.book:
        yield found


def wrong_deposit(village):
    _, card = village.saver(baht(500), on=date(2026, 3, 5))
    return village.deposit(card, baht(700), on=date(2026, 3, 20)).entries[0].number


def printed(village, hour, month=MARCH):
    """The paper of a month as a file, printed by somebody at some hour."""
    document = made(
        PAPERS["monthly-report"],
        village.book.ask,
        {"month": month},
        Voice("th"),
        Printed("ผู้พิมพ์", datetime(2026, 5, 1, hour, tzinfo=THAI_TIME)),
    )
    target = io.BytesIO()
    render_pdf(document, Voice("th"), target)
    return target.getvalue()


def kept(village, month=MARCH):
    return village.book.ask(report_differences, month=month).rows


def test_march_printed_reversed_in_april_march_printed_again_identical(village):
    wrong = wrong_deposit(village)
    village.run(CloseMonth(month=MARCH))
    first = printed(village, 8)
    (report,) = kept(village)
    assert (report.stands, report.differences) == (True, ())

    village.run(ReverseEntry(entry=wrong, on=date(2026, 4, 2), reason="ลงผิดคน"))
    village.clock.set(date(2026, 5, 2))
    village.run(CloseMonth(month=APRIL))

    assert printed(village, 17) == first
    assert village.book.ask(report_differences).differences == 0
    assert village.book.ask(audit).findings == ()


def test_what_was_booked_in_a_month_opened_again_is_shown_against_what_was_printed(village):
    wrong_deposit(village)
    village.run(CloseMonth(month=MARCH))
    village.run(ReopenMonth(month=MARCH, reason="ลืมใบเสร็จ"))
    village.deposit(1, baht(30), on=date(2026, 3, 31))
    village.run(CloseMonth(month=MARCH))

    before, after = kept(village)
    assert (after.stands, after.differences) == (True, ())
    assert not before.stands
    changed = {one.place: (one.then, one.now) for one in before.differences}
    assert changed["balances/rows/11010/debit"] == ("1200.00", "1230.00")
    assert changed["products/paid_in"] == ("1200.00", "1230.00")
    assert changed["products/rows/PROMISE/paid_in"] == ("0.00", "30.00")
    assert not any(place.endswith("name_th") for place in changed)


@pytest.mark.parametrize(
    ("language", "same", "opened"),
    [
        ("en", "Every figure reads as it was printed.", "The month was opened again after"),
        ("th", "ตัวเลขทุกรายการตรงกับที่พิมพ์ไว้", "เดือนนี้ถูกเปิดใหม่หลังจากรายงานนี้"),
    ],
)
def test_the_paper_shows_the_figures_side_by_side(village, language, same, opened):
    voice = Voice(language)

    def said():
        shown = Printed("ผู้พิมพ์", datetime(2026, 5, 1, tzinfo=THAI_TIME))
        paper = made(PAPERS["report-differences"], village.book.ask, {}, voice, shown)
        return render_text(paper, voice)

    wrong_deposit(village)
    village.run(CloseMonth(month=MARCH))
    assert same in said()
    assert "โดย  " not in said()
    assert "by ," not in said()
    village.run(ReopenMonth(month=MARCH, reason="ลืมใบเสร็จ"))
    village.deposit(1, baht(30), on=date(2026, 3, 31))
    assert opened in said()
    assert {"en": "11010 · Debit", "th": "11010 · เดบิต"}[language] in said()
    assert "1,230.00" in said()


def test_a_row_that_is_new_or_gone_is_a_difference_on_one_side(village):
    village.run(CloseMonth(month=MARCH))
    village.run(ReopenMonth(month=MARCH, reason="ลืมใบเสร็จ"))
    wrong_deposit(village)

    places = {one.place: one.then for one in kept(village)[0].differences}
    assert places["balances/rows/11010/debit"] is None


def test_no_name_is_kept_so_a_name_that_is_erased_is_gone_and_no_difference(village):
    village.member(person=Person(given="ลบทิ้ง", family="เสีย"))
    village.run(EndMembership(member="0001", on=MARCH.last, why=Leaving.RESIGNED))
    village.run(CloseMonth(month=MARCH))
    village.run(ErasePerson(member="0001", reason="ขอลบข้อมูล"))

    assert "ลบทิ้ง" not in village.one("SELECT text FROM kept_reports")
    assert kept(village)[0].differences == ()


def test_closing_several_months_keeps_the_report_of_each(village):
    wrong_deposit(village)
    village.run(
        ReceiveIncome(account="46020", amount=baht(9), on=MARCH.last, payee="วัด", purpose="บริจาค")
    )
    village.clock.set(date(2027, 1, 5))
    village.run(CloseMonth(month=APRIL))
    village.run(CloseYear(year=2026))

    rows = village.book.ask(report_differences).rows
    assert [row.month for row in rows] == [MARCH.plus(at) for at in range(10)]
    assert [row.act for row in rows][1:3] == [rows[0].act, rows[0].act + 1]
    assert all(row.stands and not row.differences for row in rows)


def test_a_year_closed_late_changes_no_report_of_a_month_closed_before(village):
    january = Month(2027, 1)
    wrong_deposit(village)
    village.run(
        ReceiveIncome(account="46020", amount=baht(9), on=MARCH.last, payee="วัด", purpose="บริจาค")
    )
    village.clock.set(date(2027, 2, 5))
    village.run(CloseMonth(month=january))
    first = printed(village, 8, january)

    village.run(CloseYear(year=2026))
    closed = printed(village, 17, january)
    village.run(ReopenYear(year=2026, reason="ผู้สอบบัญชีขอแก้"))

    assert (closed, printed(village, 18, january)) == (first, first)
    assert village.book.ask(report_differences).differences == 0


def test_a_month_closed_after_its_year_reads_the_same_when_the_year_is_opened_again(village):
    january = Month(2027, 1)
    village.run(
        ReceiveIncome(account="46020", amount=baht(9), on=MARCH.last, payee="วัด", purpose="บริจาค")
    )
    village.clock.set(date(2027, 2, 5))
    village.run(CloseYear(year=2026))
    village.run(CloseMonth(month=january))
    first = printed(village, 8, january)

    village.run(ReopenYear(year=2026, reason="ผู้สอบบัญชีขอแก้"))
    opened = printed(village, 17, january)
    village.run(CloseYear(year=2026))

    assert (opened, printed(village, 18, january)) == (first, first)
