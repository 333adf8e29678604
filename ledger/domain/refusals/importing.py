"""Refusals of files that are brought in."""

from __future__ import annotations

from ledger.domain.money import Money
from ledger.domain.refusals.base import Refusal, Trouble, refusal


@refusal
class UnknownKindOfAccount(Refusal):
    """The account's name begins with none of the five kinds."""

    account: str
    line: int


@refusal
class BadRow(Refusal):
    """A row of the file cannot be read."""

    line: int
    column: str
    text: str


@refusal
class QuoteAstray(Refusal):
    """A quotation mark of a CSV file is out of place, or is never closed."""

    line: int


@refusal
class ImportUnbalanced(Refusal):
    """The lines of an entry do not add up to zero."""

    entry: str
    line: int
    difference: Money


@refusal
class EntryMissing(Refusal):
    """A row has no entry to belong to."""

    line: int


@refusal
class NotText(Refusal):
    """The file is not text in UTF-8 or Windows-874."""

    path: str


@refusal
class NotAPlainFile(Trouble):
    """What lies there is a folder, a pipe or a device, which is never read as a file."""

    path: str


@refusal
class FileTooLarge(Refusal):
    """The file, or one line of it, has more than ``most`` bytes, and was not read."""

    path: str
    most: int


@refusal
class WorkbookUnreadable(Refusal):
    """The file is no workbook, whatever its name says."""

    path: str


@refusal
class ReaderTooOld(Refusal):
    """The library that reads workbooks has faults that a hostile file can use (trust.md 6.6)."""

    found: str
    needed: str


@refusal
class WorkbookLocked(Refusal):
    """The workbook has a password, or is of the old kind."""

    path: str


@refusal
class WorkbookHasMacros(Refusal):
    """The workbook carries a program."""

    path: str


@refusal
class WorkbookTooLarge(Refusal):
    """The workbook, or what would unpack from it, is above the limits."""

    path: str


@refusal
class SheetColumnsWrong(Refusal):
    """The first row of a sheet lacks columns that are needed."""

    sheet: str
    found: tuple[str, ...]
    needed: tuple[str, ...]


@refusal
class FormulaInCell(Refusal):
    """The cell holds a formula."""

    text: str


@refusal
class NumberCutShort(Refusal):
    """The spreadsheet has shortened a long number, and digits are lost."""

    text: str


@refusal
class NotACellAmount(Refusal):
    """The cell holds no amount of baht."""

    text: str


@refusal
class NotACellDay(Refusal):
    """The cell holds no day with a year of four digits."""

    text: str


@refusal
class RowTwice(Refusal):
    """The sheet has a row for this already."""

    text: str


@refusal
class CardsDiffer(Refusal):
    """The cards of a control account do not add up to its total on paper; debit positive."""

    account: str
    paper: Money
    cards: Money
    difference: Money
