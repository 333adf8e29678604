"""One search box over members, receipts, vouchers and entries."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.domain.money import baht
from ledger.queries.search import search


@pytest.mark.parametrize("typed", ["0002", "2", " 0002 "])
def test_a_member_is_found_by_number(small, typed):
    assert [row.number for row in small.book.ask(search, text=typed).members] == ["0002"]


def test_a_member_is_found_by_words_of_her_name_in_any_order(small):
    (member,) = small.book.ask(search, text="0002").members
    given, family = member.name.split(" ", 1)

    for typed in (member.name, f"{family} {given[-3:]}"):
        assert member in small.book.ask(search, text=typed).members
    assert small.book.ask(search, text=f"{given} ไม่มีอย่างนี้").members == ()
    assert len(small.book.ask(search, text="นา", limit=2).members) == 2


@pytest.mark.parametrize("typed", ["R2569/000007", "r2569/000007", "R2569/7", "7"])
def test_a_receipt_is_found_by_its_number(small, typed):
    found = small.book.ask(search, text=typed)

    assert [row.receipt for row in found.receipts] == ["R2569/000007"]


def test_a_receipt_is_found_by_the_number_in_the_receipt_book(small):
    assert [row.receipt for row in small.book.ask(search, text="41").receipts] == ["R2569/000007"]


def test_a_voucher_is_found_by_number_and_by_its_words(small):
    assert [row.voucher for row in small.book.ask(search, text="PV2569/000001").vouchers] == [
        "PV2569/000001"
    ]
    assert [row.voucher for row in small.book.ask(search, text="เครื่องเขียน").vouchers] == [
        "PV2569/000001"
    ]


def test_an_entry_is_found_by_number_and_by_its_words(small):
    assert [one.number for one in small.book.ask(search, text="16").entries] == [16]
    assert [one.number for one in small.book.ask(search, text="ออมล่วงหน้า").entries] == [
        small.entries["transfer"]
    ]


def test_an_amount_finds_papers_and_every_entry_with_such_a_line(small):
    found = small.book.ask(search, amount=baht(120))

    assert [row.receipt for row in found.receipts] == ["R2569/000003", "R2569/000002"]
    assert [one.number for one in found.entries] == [3, 2]
    assert found.members == ()


def test_a_day_finds_everything_of_it(small):
    found = small.book.ask(search, on=date(2026, 1, 31))

    assert [row.voucher for row in found.vouchers] == [small.vouchers["stationery"]]
    assert [one.number for one in found.entries] == [small.entries["stationery"]]


def test_the_newest_come_first_and_no_more_than_asked_for(small):
    found = small.book.ask(search, on=date(2026, 3, 10), limit=2)

    assert [one.number for one in found.entries] == [18, 17]
    assert [row.receipt for row in found.receipts] == ["R2569/000009", "R2569/000008"]


@pytest.mark.parametrize("typed", ["", "   ", "ไม่มีอย่างนี้", "%", "R2569/", "0", "00"])
def test_nothing_is_found_where_nothing_fits(small, typed):
    found = small.book.ask(search, text=typed)

    assert (found.members, found.receipts, found.vouchers, found.entries) == ((), (), (), ())
