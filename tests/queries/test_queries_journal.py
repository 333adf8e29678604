"""The journal with its filters and pages, and the way from an entry down to its act."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.domain.money import baht, total
from ledger.domain.refusals import UnknownEntry
from ledger.queries import entries
from ledger.queries.journal import entry, journal
from tests.queries.brute import lines
from tests.queries.small_book import TREASURER


def numbers(answer) -> list[int]:
    return [one.number for one in answer.entries]


def test_all_entries_come_by_day_and_balance(small):
    answer = small.book.ask(journal)

    assert numbers(answer) == sorted(numbers(answer)) == list(range(1, answer.entries_in_all + 1))
    for one in answer.entries:
        assert one.total == total(line.debit for line in one.lines)
        assert one.total == total(line.credit for line in one.lines)
    assert sum(len(one.lines) for one in answer.entries) == len(lines(small.book))


def test_a_long_list_is_read_in_pieces_and_keeps_equal_lines_once(small, monkeypatch):
    whole = small.book.ask(journal).entries

    monkeypatch.setattr(entries, "_AT_ONCE", 2)
    pieces = small.book.ask(journal).entries

    assert pieces == whole
    every = [line for one in pieces for line in one.lines]
    assert len({id(line) for line in every}) == len(set(every)) < len(every)


@pytest.mark.parametrize("newest_first", [False, True])
@pytest.mark.parametrize("limit", [1, 3, 7, 100])
def test_pages_show_every_entry_once(small, limit, newest_first):
    seen: list[int] = []
    after = None
    while True:
        page = small.book.ask(journal, after=after, limit=limit, newest_first=newest_first)
        seen += numbers(page)
        after = page.after
        if after is None:
            break

    whole = numbers(small.book.ask(journal))
    assert seen == (whole[::-1] if newest_first else whole)


@pytest.mark.parametrize(
    ("filters", "keeps"),
    [
        (
            {"since": date(2026, 2, 10), "until": date(2026, 2, 20)},
            lambda e: e.on.month == 2 and e.on.day <= 20,
        ),
        ({"event": "withdrawal"}, lambda e: any(line.event == "withdrawal" for line in e.lines)),
        ({"event": "visit"}, lambda e: e.event == "visit"),
        ({"account": "43040"}, lambda e: any(line.account == "43040" for line in e.lines)),
        ({"card": 8}, lambda e: any(line.card == 8 for line in e.lines)),
        ({"member": "0003"}, lambda e: any(line.member == "0003" for line in e.lines)),
        ({"fund": "general"}, lambda _: True),
        ({"fund": "moon"}, lambda _: False),
        ({"user": "nobody"}, lambda _: False),
        ({"user": TREASURER}, lambda _: True),
        ({"text": "ค่าเทอม"}, lambda e: "ค่าเทอม" in e.memo),
        (
            {"amount": baht(60)},
            lambda e: any(baht(60) in (line.debit, line.credit) for line in e.lines),
        ),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, dict) else "keeps",
)
def test_a_filter_keeps_what_it_says(small, filters, keeps):
    answer = small.book.ask(journal, **filters)

    everything = small.book.ask(journal).entries
    assert numbers(answer) == [one.number for one in everything if keeps(one)]
    assert answer.entries_in_all == len(answer.entries)


def test_filters_work_together(small):
    answer = small.book.ask(journal, account="11010", member="0001", since=date(2026, 3, 1))

    assert numbers(answer) == [
        small.entries["third visit"],
        small.entries["withdrawal reversed"],
        small.entries["second withdrawal"],
    ]


def test_the_receipts_are_read_once_for_the_journal_of_a_member(small):
    said: list[str] = []
    small.book.ask(lambda reader: reader.connection.set_trace_callback(said.append))

    small.book.ask(journal, member="0001")

    small.book.ask(lambda reader: reader.connection.set_trace_callback(None))
    reading = [one for one in said if "FROM receipts WHERE member" in one]
    assert len(reading) == 1
    plan = small.book.ask(lambda reader: reader.rows(f"EXPLAIN QUERY PLAN {reading[0]}"))
    # Through the index of their entries it takes several times as long as one after the other.
    assert [row[3] for row in plan if "receipts" in row[3]] == ["SCAN receipts"]


def test_a_page_after_no_entry_is_refused(small):
    with pytest.raises(UnknownEntry):
        small.book.ask(journal, after=999)


def test_a_reversal_and_its_original_name_each_other(small):
    by_number = {one.number: one for one in small.book.ask(journal).entries}

    original = by_number[small.entries["withdrawal"]]
    reversal = by_number[small.entries["withdrawal reversed"]]
    assert original.reversed_by == reversal.number
    assert reversal.reverses == original.number
    assert reversal.reason == "ถอนผิดบัญชี"
    assert original.reverses is None


def test_an_entry_leads_to_its_papers_and_its_act(small):
    view = small.book.ask(entry, entry=small.entries["withdrawal"])

    assert [one.voucher for one in view.vouchers] == [small.vouchers["withdrawal"]]
    assert view.vouchers[0].reversed_by == small.entries["withdrawal reversed"]
    assert view.entry.papers == (small.vouchers["withdrawal"],)
    assert view.entry.who == "นางสาวสมใจ ใจดี"
    assert (view.command, view.act.user, view.act.number) == ("withdraw", TREASURER, view.entry.act)
    assert view.act.moment == view.entry.booked_at


def test_an_entry_of_a_visit_leads_to_its_receipt(small):
    view = small.book.ask(entry, entry=small.entries["first visit"])

    assert [one.receipt for one in view.receipts] == [small.receipts["first visit"]]
    assert view.vouchers == ()
    assert view.receipts[0].total == view.entry.total == baht(1_170)


def test_an_entry_that_is_not_there_is_refused(small):
    with pytest.raises(UnknownEntry):
        small.book.ask(entry, entry=0)
