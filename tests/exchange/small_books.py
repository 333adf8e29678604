"""Books to be sent out: one of another program's kind of journal, and what it holds."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from ledger.book import Book
from ledger.domain.accounts import BookKind
from ledger.exchange.full_names import full_names
from ledger.exchange.journal_file import COLUMNS, read_journal
from ledger.exchange.whole_book import WholeBook
from ledger.queries.trial_balance import trial_balance
from ledger.usecases.founding import FoundBook
from ledger.usecases.importing import ImportJournal

Row = tuple[str, str, str, str, str]


def write_rows(path: Path, rows: Iterable[Row]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as text:
        writer = csv.writer(text)
        writer.writerow(COLUMNS)
        writer.writerows(rows)
    return path


def journal_book(folder: Path, rows: Iterable[Row]) -> Book:
    """An open book of the kind journal that holds these rows."""
    found = read_journal(write_rows(folder / "rows.csv", rows))
    assert found.columns_fit
    assert not found.problems, found.problems
    command = FoundBook(book="ab" * 16, kind=BookKind.JOURNAL, name_th="สมุด")
    book = Book.found(folder / "journal.satcha", command)
    book.run(ImportJournal(rows=found.rows))
    return book


def balances_by_code(book: Book) -> dict[str, Decimal]:
    rows = book.ask(trial_balance).rows
    return {row.account: Decimal(row.balance.as_decimal()) for row in rows}


def balances_by_name(book: Book) -> dict[str, Decimal]:
    """Our balances under the names that other programs are given."""
    names = full_names(WholeBook(book).accounts)
    return {names[code]: amount for code, amount in balances_by_code(book).items()}
