"""Journals of other programs: whole, balanced, under the five kinds, or not at all."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ledger.domain.accounts import BookKind
from ledger.domain.money import ZERO, Money, baht
from ledger.domain.refusals import (
    FutureDay,
    HeadPostedTo,
    ImportUnbalanced,
    UnknownKindOfAccount,
)
from ledger.usecases.importing import ImportJournal, JournalRow
from tests.support.books import TODAY, found_village
from tests.support.refused import refused

DAY = date(2026, 1, 5)


@pytest.fixture
def journal(tmp_path):
    village = found_village(tmp_path, kind=BookKind.JOURNAL)
    with village.book:
        yield village


def row(entry, account, amount, *, on=DAY, line=0):
    return JournalRow(entry=entry, on=on, account=account, amount=amount, line=line)


def test_accounts_are_made_by_name_under_the_five_kinds(journal):
    made = journal.run(
        ImportJournal(
            rows=(
                row("1", "assets:bank:checking", baht(100)),
                row("1", "income:salary", -baht(100)),
                row("2", "Expenses:food", baht(30, 25)),
                row("2", "assets:bank:checking", -baht(30, 25)),
            )
        )
    ).made

    assert (made["entries"], made["accounts"]) == (2, 3)
    assert journal.balance("assets:bank:checking") == baht(69, 75)
    assert journal.rows("SELECT code, kind, parent FROM accounts WHERE head = 0 ORDER BY code") == [
        ("Expenses:food", "expense", "50000"),
        ("assets:bank:checking", "asset", "10000"),
        ("income:salary", "income", "40000"),
    ]


def test_a_second_file_goes_on_with_the_accounts_of_the_first(journal):
    rows = (row("1", "assets:cash", baht(1)), row("1", "equity:start", -baht(1)))
    journal.run(ImportJournal(rows=rows))

    assert journal.run(ImportJournal(rows=rows)).made["accounts"] == 0
    assert journal.balance("assets:cash") == baht(2)


def test_an_entry_that_does_not_add_up_refuses_the_whole_file(journal):
    with refused(journal.book, ImportUnbalanced, entry="2", line=7, difference=Money(1)):
        journal.run(
            ImportJournal(
                rows=(
                    row("1", "assets:cash", baht(1)),
                    row("1", "equity:start", -baht(1)),
                    row("2", "assets:cash", Money(101), line=7),
                    row("2", "equity:start", -baht(1), line=8),
                )
            )
        )


def test_one_line_alone_does_not_add_up(journal):
    with refused(journal.book, ImportUnbalanced, difference=baht(1)):
        journal.run(ImportJournal(rows=(row("1", "assets:cash", baht(1)),)))


def test_an_account_of_no_known_kind_is_refused(journal):
    with refused(journal.book, UnknownKindOfAccount, account="Cash", line=3):
        journal.run(
            ImportJournal(
                rows=(row("1", "Cash", baht(1), line=3), row("1", "equity:start", -baht(1)))
            )
        )


def test_a_head_is_not_imported_to_but_a_kind_s_own_name_is_an_account(journal):
    with refused(journal.book, HeadPostedTo, account="10000"):
        journal.run(
            ImportJournal(rows=(row("1", "10000", baht(1)), row("1", "equity:x", -baht(1))))
        )

    journal.run(ImportJournal(rows=(row("1", "expenses", baht(1)), row("1", "equity", -baht(1)))))
    assert journal.balance("expenses") == baht(1)


def test_an_entry_of_tomorrow_is_refused(journal):
    tomorrow = TODAY + timedelta(days=1)

    with refused(journal.book, FutureDay, day=tomorrow):
        journal.run(
            ImportJournal(
                rows=(
                    row("1", "assets:cash", baht(1), on=tomorrow),
                    row("1", "equity:x", -baht(1), on=tomorrow),
                )
            )
        )


def test_rows_at_zero_are_left_out(journal):
    made = journal.run(
        ImportJournal(rows=(row("1", "assets:cash", ZERO), row("1", "equity:x", ZERO)))
    ).made

    assert (made["entries"], made["accounts"]) == (0, 0)
