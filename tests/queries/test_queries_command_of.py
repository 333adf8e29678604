"""The filled form behind an entry books the same lines again."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.domain.entries import merged
from ledger.domain.money import baht
from ledger.domain.refusals import UnknownEntry
from ledger.queries.command_of import command_of
from ledger.queries.journal import journal
from ledger.usecases.collecting import PostSheet, SheetLine
from ledger.usecases.counting import Pieces
from ledger.usecases.reversing import CorrectEntry, ReverseEntry
from ledger.usecases.vouching import PayExpense

TODAY = date(2026, 4, 5)


def again(mine, number: int):
    """What the form books today, rehearsed after its entry was taken back."""
    form = mine.book.ask(command_of, entry=number)
    command = mine.book.command_from(form.command, {**form.fields, "on": TODAY.isoformat()})
    return mine.book.run(command, rehearse=True)


@pytest.mark.parametrize("paid", ["sheet", "cash"])
def test_a_line_of_a_sheet_becomes_a_single_visit(small, paid):
    first = small.entries["sheet"] - (2 if paid == "sheet" else 0)

    form = small.book.ask(command_of, entry=first)

    assert form.act_command == "post-sheet"
    if paid == "sheet":
        assert form.command == "receive-visit"
        assert form.fields["member"] == "0001"
        assert form.fields["on"] == "2026-02-10"
    else:
        assert form.command == "post-journal"


def test_every_form_books_the_lines_of_its_entry_again(mine):
    mine.on(TODAY).pays("0001", ("SAVINGS", baht(5_000)))  # so that anything can be taken back
    for one in mine.book.ask(journal, until=date(2026, 3, 31)).entries:
        entry = mine.book.ask(lambda reader, number=one.number: reader.entry(number))
        if one.reverses is not None:
            continue
        if one.reversed_by is None:
            mine.run(ReverseEntry(entry=one.number, on=TODAY, reason="ลองใหม่"))

        posted = again(mine, one.number).entries

        places = [(line.account, line.side, line.amount, line.card) for line in merged(entry.lines)]
        found = [
            (line.account, line.side, line.amount, line.card) for line in posted[-1].entry.lines
        ]
        assert sorted(places, key=str) == sorted(found, key=str), one.event
        if one.reversed_by is None:
            mine.book.run(mine.book.command_from(*rebooked(mine, one.number)))


def rebooked(mine, number: int) -> tuple[str, object]:
    form = mine.book.ask(command_of, entry=number)
    return form.command, {**form.fields, "on": TODAY.isoformat()}


def test_a_reversal_gives_the_form_of_what_it_took_back(small):
    form = small.book.ask(command_of, entry=small.entries["withdrawal reversed"])

    assert form.entry == small.entries["withdrawal"]
    assert (form.command, form.fields["amount"]) == ("withdraw", "250.00")


def test_a_corrected_entry_gives_the_form_that_stood_instead(mine):
    mine.on(TODAY)
    instead = PayExpense(account="53040", amount=baht(99), on=TODAY, payee="รถ", purpose="ค่ารถ")
    outcome = mine.run(
        CorrectEntry(entry=mine.entries["stationery"], on=TODAY, reason="ผิดบัญชี", instead=instead)
    )

    form = mine.book.ask(command_of, entry=outcome.entries[-1].number)

    assert form.act_command == "correct-entry"
    assert (form.command, form.fields["account"]) == ("pay-expense", "53040")
    assert "command" not in form.fields


def test_a_sheet_that_stood_instead_gives_its_visits_too(mine):
    mine.on(TODAY)
    sheet = PostSheet(
        on=TODAY,
        lines=(SheetLine(member="0002", items=(mine.item("0002", "PROMISE", baht(40)),)),),
        counted=(Pieces(denomination=baht(20), pieces=2),),
    )
    outcome = mine.run(
        CorrectEntry(entry=mine.entries["accrual"], on=TODAY, reason="ผิด", instead=sheet)
    )

    form = mine.book.ask(command_of, entry=outcome.entries[-1].number)

    assert (form.command, form.fields["member"]) == ("receive-visit", "0002")


def test_the_form_of_a_visit_names_the_receipt_it_will_replace(small):
    form = small.book.ask(command_of, entry=small.entries["wrong receipt"])

    assert form.fields["replaces"] == small.receipts["wrong receipt"]
    assert (form.fields["paper_book"], form.fields["paper_number"]) == ("", "")


def test_an_entry_that_is_not_there_is_refused(small):
    with pytest.raises(UnknownEntry):
        small.book.ask(command_of, entry=0)
