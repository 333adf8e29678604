"""``satcha import-journal``: the entries of a CSV file, all of them in one act or none."""

from __future__ import annotations

from pathlib import Path

from desktop.console.answers import json_text
from desktop.console.arguments import Call, Given, Option
from desktop.console.books import USER_OPTION, book_to_write
from desktop.console.own_copies import copied_ahead
from desktop.console.reading import unreadable
from desktop.console.refusals import ColumnsWrong, NothingInside, RowsRefused
from desktop.console.terminal import DONE
from desktop.console.texts import N_
from ledger.book import Book
from ledger.domain.commands import Outcome
from ledger.exchange.journal_file import NEEDED, JournalFile, read_journal
from ledger.queries.naming import account_names
from ledger.usecases.importing import ImportJournal


def _import_journal(given: Given) -> int:
    with book_to_write(given) as book, copied_ahead(given, book, ImportJournal):
        outcome = _imported(book, given.places["FILE"], rehearse=given.has("dry-run"))
    given.terminal.answer(json_text(_summary(outcome)))
    return DONE


def _imported(book: Book, source: str, *, rehearse: bool) -> Outcome:
    rows = _read(source, frozenset(book.ask(account_names))).rows
    command = ImportJournal(rows=rows, source=Path(source).name)
    return book.run(command, rehearse=rehearse)


def _read(source: str, accounts: frozenset[str]) -> JournalFile:
    """The file, when all of it can be booked.

    Raises:
        NoSuchFile, FileUnreadable, NotText, ColumnsWrong, RowsRefused, NothingInside: why not.
    """
    try:
        found = read_journal(Path(source), accounts)
    except OSError as error:
        raise unreadable(error, source) from error
    if not found.columns_fit:
        raise ColumnsWrong(source, found.columns, NEEDED)
    if found.wrong:
        raise RowsRefused(source, found.wrong, found.problems)
    if not found.rows:
        raise NothingInside(source)
    return found


def _summary(outcome: Outcome) -> dict[str, object]:
    """What was booked; the entries themselves are asked for with ``journal``."""
    return {
        "act": outcome.act,
        "fingerprint": outcome.fingerprint,
        "code": outcome.code,
        "made": dict(outcome.made),
        "rehearsed": outcome.rehearsed,
    }


CALLS = (
    Call(
        "import-journal",
        N_("books the entries of a CSV file with the columns entry, date, account, amount, memo"),
        _import_journal,
        places=("BOOK", "FILE"),
        example='1,2026-11-22,assets:cash,100.50,"from the market"',
        options=(
            Option("dry-run", says=N_("only look whether everything could be booked")),
            USER_OPTION,
        ),
    ),
)
