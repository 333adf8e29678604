"""``satcha import-table``: files of banks and others, read by a mapping that the book keeps."""

from __future__ import annotations

from pathlib import Path

from desktop.console.answers import json_text
from desktop.console.arguments import Call, Given, Option
from desktop.console.books import USER_OPTION, book_to_write
from desktop.console.own_copies import copied_ahead
from desktop.console.reading import unreadable
from desktop.console.refusals import CellsRefused, NothingInside
from desktop.console.terminal import DONE
from desktop.console.texts import N_
from ledger.book import Book
from ledger.domain.commands import Command
from ledger.domain.import_maps import ImportMap, ImportTarget
from ledger.domain.refusals import MissingField, NotAChoice
from ledger.domain.refusals.mapping import UnknownImportMap
from ledger.exchange.entry_file import EntryFile
from ledger.exchange.mapping_reads import mapped_file
from ledger.exchange.member_file import read_members
from ledger.exchange.opening_file import CellProblem
from ledger.exchange.statement_file import read_statement
from ledger.queries.banks import bank_statement
from ledger.queries.import_maps import import_maps
from ledger.queries.members import Presence, members
from ledger.queries.opening import opening_lists
from ledger.usecases.banking import RecordStatement
from ledger.usecases.carrying import CarryForward
from ledger.usecases.importing import ImportJournal
from ledger.usecases.receipt_importing import ImportReceipts


def _import_table(given: Given) -> int:
    path = Path(given.places["FILE"])
    with book_to_write(given) as book:
        mapping = _mapping(given, book)
        make = _MAKES.get(mapping.target, _of_bank) if mapping is not None else _of_bank
        try:
            command, count, known = make(given, book, path, mapping)
        except OSError as error:
            raise unreadable(error, str(path)) from error
        if not count:
            raise NothingInside(str(path))
        with copied_ahead(given, book, command):
            outcome = book.run(command, rehearse=given.has("dry-run"))
    given.terminal.answer(
        json_text(
            {
                "act": outcome.act,
                "fingerprint": outcome.fingerprint,
                "code": outcome.code,
                "made": dict(outcome.made),
                "read": {"new": count, "known": known},
                "rehearsed": outcome.rehearsed,
            }
        )
    )
    return DONE


def _mapping(given: Given, book: Book) -> ImportMap | None:
    if not given.has("map"):
        return None
    name = given.option("map")
    rows = book.ask(import_maps).rows
    found = next((one for one in rows if one.name == name), None)
    if found is None:
        raise UnknownImportMap(name, tuple(one.name for one in rows))
    return found


def _of_bank(
    given: Given, book: Book, path: Path, mapping: ImportMap | None
) -> tuple[Command, int, list[int]]:
    """The lines of a statement that the book does not hold yet."""
    if not given.has("bank"):
        raise MissingField("bank")
    bank = given.option("bank")
    found = read_statement(
        path, mapping, book.ask(bank_statement, bank=bank, until=book.today).lines
    )
    _refuse(path, found.problems)
    lines = found.new(_also(given))
    known = [one.row for one in found.lines if one.recorded]
    return RecordStatement(bank=bank, lines=lines, source=path.name), len(lines), known


def _of_members(
    given: Given, book: Book, path: Path, mapping: ImportMap | None
) -> tuple[Command, int, list[int]]:
    """The people of a list who are not in the register yet, to be taken back as a whole."""
    if mapping is None:
        raise MissingField("map")
    register = book.ask(members, at=book.today, presence=Presence.ALL).rows
    found = read_members(path, mapping, register, book.ask(opening_lists).zones)
    _refuse(path, found.problems)
    new = found.new(_also(given))
    known = [one.row for one in found.rows if one.known]
    return CarryForward(on=book.today, members=new, source=path.name), len(new), known


def _of_mapped(
    given: Given, book: Book, path: Path, mapping: ImportMap | None
) -> tuple[Command, int, list[int]]:
    """The entries or receipts that the book does not hold yet."""
    if mapping is None:
        raise MissingField("map")
    found, also = mapped_file(book, path, mapping), _also(given)
    _refuse(path, found.problems)
    if isinstance(found, EntryFile):
        rows = found.new(also)
        known = [one.row for one in found.entries if one.recorded]
        return ImportJournal(rows=rows, source=path.name), len(rows), known
    visits = found.new(also)
    known = [one.row for one in found.receipts if one.recorded]
    return ImportReceipts(visits=visits, source=path.name), len(visits), known


_MAKES = {
    ImportTarget.MEMBERS: _of_members,
    ImportTarget.ENTRIES: _of_mapped,
    ImportTarget.RECEIPTS: _of_mapped,
}


def _refuse(path: Path, problems: list[CellProblem]) -> None:
    if problems:
        raise CellsRefused(path.name, len(problems), tuple(problems[:200]))


def _also(given: Given) -> frozenset[int]:
    """Rows that look known and are taken all the same.

    Raises:
        NotAChoice: they are no row numbers.
    """
    words = [one for one in given.option("also", "").replace(",", " ").split() if one]
    if not all(one.isascii() and one.isdigit() for one in words):
        raise NotAChoice("--also", given.option("also", ""), ("3,7",))
    return frozenset(int(one) for one in words)


CALLS = (
    Call(
        "import-table",
        N_("reads a bank's statement (or OFX), members, entries or receipts by a kept mapping"),
        _import_table,
        places=("BOOK", "FILE"),
        example='satcha import-table a.satcha statement.csv --map "ธ.ก.ส." --bank BAAC --dry-run',
        options=(
            Option("map", "NAME", N_("the mapping, kept before with save-import-map")),
            Option("bank", "CODE", N_("the bank account that the statement is of")),
            Option("also", "ROWS", N_("rows that look known and are taken all the same")),
            Option("dry-run", says=N_("only look whether everything could be booked")),
            USER_OPTION,
        ),
    ),
)
