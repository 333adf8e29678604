"""The months that are open, as they stand above every screen."""

from __future__ import annotations

from datetime import date

from desktop.session import Place
from desktop.shell.asking import frame
from desktop.shell.offers import find
from desktop.shell.state import open_months
from ledger.domain.days import Month
from ledger.domain.money import baht
from ledger.usecases.closing import CloseMonth
from reports.words.voice import Voice
from tests.support.books import TODAY

TH, EN = Voice("th"), Voice("en")


def test_one_open_month_is_named():
    months = open_months(closed_through="2026-09", begins=Month(2026, 1), today=Month(2026, 10))

    assert months.text(TH) == "ตุลาคม 2569 · เปิดอยู่"
    assert months.text(EN) == "October 2569 · open"


def test_several_open_months_are_named_by_the_first_and_the_last():
    months = open_months(closed_through=None, begins=Month(2026, 8), today=Month(2026, 10))

    assert months.text(EN) == "August 2569 to October 2569 · open"


def test_this_month_is_named_even_where_it_is_closed_already():
    months = open_months(closed_through="2026-10", begins=Month(2026, 1), today=Month(2026, 10))

    assert months.text(EN) == "October 2569 · open" or months.first == months.last


def test_the_frame_knows_whose_book_it_is_and_since_when_it_is_open(opened):
    found = opened.session.ask(frame, today=Month.of(TODAY))

    assert found.letterhead.name_en == "Baan Rim Nam Housing Cooperative Ltd."
    assert found.letterhead.practice
    assert (found.open.first, found.open.last) == (Month(2026, 1), Month(2026, 3))


def test_closing_months_moves_the_frame(opened):
    opened.session.run(CloseMonth(month=Month(2026, 2)))

    found = opened.session.ask(frame, today=Month.of(TODAY))

    assert found.open.first == Month(2026, 3)


def offers(opened, typed):
    return opened.session.ask(find, typed, today=TODAY)


def test_a_member_is_found_by_a_name_with_a_slip(opened):
    (first, *_) = offers(opened, "เกษ แสงทอง")

    assert first.place == Place("members", "0002")


def test_a_member_is_found_by_the_number_with_and_without_its_zeros(opened):
    assert offers(opened, "0002")[0].place == Place("members", "0002")
    assert Place("members", "0002") in [one.place for one in offers(opened, "2")]


def test_a_receipt_is_found_by_its_short_number(opened):
    (found,) = offers(opened, "R2")

    assert found.number == "R2569/000002"
    assert found.amount == baht(250)
    assert found.place.area == "journal"


def test_an_amount_is_found_once_for_each_entry(opened):
    found = offers(opened, "250")

    assert len({one.place for one in found}) == len(found) == 2


def test_a_day_finds_what_was_booked_on_it(opened):
    found = offers(opened, "10/2/2569")

    assert [one.on for one in found] == [date(2026, 2, 10)]


def test_words_that_fit_nothing_find_nothing(opened):
    assert offers(opened, "ไม่มีใครชื่อนี้เลย") == ()


def test_an_offer_says_its_day_and_amount_in_the_reader_s_words(opened):
    (found,) = offers(opened, "R2")

    name, number, detail = found.words(EN)
    assert (name, number) == ("นางเกษม แสงทอง", "R2569/000002")
    assert detail == "10 Mar 2569  250.00"
