"""``satcha import-journal``: the entries of a CSV file, all of them or none."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from desktop.console.answers import json_text
from desktop.console.arguments import Call, Given, Option
from desktop.console.books import USER_OPTION, book_to_write
from desktop.console.own_copies import copied_ahead
from desktop.console.reading import unreadable
from desktop.console.refusals import ColumnsWrong, NothingInside, RowsRefused
from desktop.console.terminal import DONE
from desktop.console.texts import N_
from ledger.book import Book, given_files
from ledger.book.together import run_together
from ledger.domain.commands import Outcome
from ledger.exchange.encodings import WINDOWS_THAI, encoding_of
from ledger.exchange.journal_file import NEEDED, journal_pieces, read_journal
from ledger.queries.import_runs import import_runs
from ledger.queries.naming import account_names
from ledger.usecases.importing import ImportJournal

_PIECE = 1 << 20  # bytes
_AT_ONCE = 20_000  # rows of one act; an act stands in memory while it is written


def _import_journal(given: Given) -> int:
    source = given.places["FILE"]
    with book_to_write(given) as book, copied_ahead(given, book, ImportJournal):
        outcomes = _imported(book, source, rehearse=given.has("dry-run"))
        thai = encoding_of(Path(source)) == WINDOWS_THAI
    encoding = "windows-874" if thai else "utf-8"
    given.terminal.answer(json_text({**_summary(outcomes), "encoding": encoding}))
    if thai:
        given.terminal.say(
            given.voice.tr(
                "{file} is not in UTF-8 and was read as Windows-874. Look at its Thai texts in the "
                "book, and take the import back where they are not what the file says."
            ).format(file=Path(source).name)
        )
    if outcomes[-1].repeated:
        given.terminal.say(
            given.voice.tr(
                "This file was booked before, up to act {act}, so nothing is booked again. Take "
                "that import back first if the file is to come in anew."
            ).format(act=outcomes[-1].act)
        )
    return DONE


def _imported(book: Book, source: str, *, rehearse: bool) -> tuple[Outcome, ...]:
    accounts = frozenset(book.ask(account_names))
    try:
        _check(source, accounts)
        name = _name_of(book, Path(source))
        return run_together(book, _commands(source, accounts), name=name, rehearse=rehearse)
    except OSError as error:
        raise unreadable(error, source) from error


def _name_of(book: Book, path: Path) -> str:
    """What tells this file from others, and from itself after it was taken back.

    Whoever was cut off and did not see the answer gives the same file once more.
    """
    with given_files.opened(path, given_files.JOURNAL_FILE) as content:
        digest = hashlib.sha256()
        while piece := content.read(_PIECE):
            digest.update(piece)
    rows = book.ask(import_runs).rows
    back = [one for one in rows if one.source == path.name and one.taken_back_on is not None]
    return f"import-journal {digest.hexdigest()} {len(back)}"


def _commands(source: str, accounts: frozenset[str]) -> Iterator[ImportJournal]:
    """A command for each piece of the file: years of a journal do not lie in memory at once."""
    for at, rows in enumerate(journal_pieces(Path(source), accounts, _AT_ONCE)):
        yield ImportJournal(rows=rows, source=Path(source).name, continued=at > 0)


def _check(source: str, accounts: frozenset[str]) -> None:
    """Look whether all of the file can be read.

    Raises:
        NotText, ColumnsWrong, RowsRefused, NothingInside, OSError: why not.
    """
    found = read_journal(Path(source), accounts, keeping=False)
    if not found.columns_fit:
        raise ColumnsWrong(source, found.columns, NEEDED)
    if found.wrong:
        raise RowsRefused(source, found.wrong, found.problems)
    if not found.count:
        raise NothingInside(source)


def _summary(outcomes: tuple[Outcome, ...]) -> dict[str, object]:
    """What was booked; the entries themselves are asked for with ``journal``."""
    last = outcomes[-1]
    counted = {
        name: sum(int(str(one.made[name])) for one in outcomes) for name in ("entries", "accounts")
    }
    return {
        "act": last.act,
        "fingerprint": last.fingerprint,
        "code": last.code,
        "made": {**last.made, **counted},
        "repeated": last.repeated,
        "rehearsed": last.rehearsed,
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
