"""How the console itself says no: to calls, options and files, before a book is touched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from typing_extensions import override

from ledger.domain.refusals import Refusal, Trouble

if TYPE_CHECKING:
    from ledger.exchange.journal_file import Problem
    from ledger.exchange.opening_file import CellProblem

_SHOWN = 80  # so many letters of a text that cannot be read


@dataclass(eq=False)
class UnknownCall(Refusal):
    """No call of that name; ``near`` are those that look like it."""

    asked: str
    near: tuple[str, ...]


@dataclass(eq=False)
class UnknownOption(Refusal):
    """The call has no such option."""

    option: str
    call: str
    known: tuple[str, ...]


@dataclass(eq=False)
class OptionTwice(Refusal):
    """The option may be given once."""

    option: str


@dataclass(eq=False)
class ValueMissing(Refusal):
    """The option needs a value behind it."""

    option: str
    value: str


@dataclass(eq=False)
class PlaceMissing(Refusal):
    """A word that the call needs was not typed."""

    place: str
    usage: str


@dataclass(eq=False)
class WordTooMany(Refusal):
    """The call takes fewer words."""

    word: str
    usage: str


@dataclass(eq=False)
class UnknownPaper(Refusal):
    """No paper of that name."""

    asked: str


@dataclass(eq=False)
class NotForMembers(Refusal):
    """The paper is no member's own, or one member was named already."""

    paper: str


@dataclass(eq=False)
class NothingToPrint(Refusal):
    """There is nobody for whom the paper could be printed."""

    paper: str


@dataclass(eq=False)
class TwoCommandIds(Refusal):
    """The command id was given twice, and differently."""

    option: str
    inside: str


@dataclass(eq=False)
class NotedByProgram(Refusal):
    """The program writes it down itself when it has done it; nobody says so by hand."""

    command: str
    call: str


@dataclass(eq=False)
class RowsRefused(Refusal):
    """Rows of the file cannot be booked: ``count`` of them, the first ones with their reasons."""

    path: str
    count: int
    rows: tuple[Problem, ...]

    @override
    def facts(self) -> dict[str, object]:
        return {
            "path": self.path,
            "count": self.count,
            "rows": [
                {
                    "line": row.line,
                    "column": row.column,
                    "text": row.text[:_SHOWN],
                    "refusal": row.refusal.name,
                    "facts": row.refusal.facts(),
                }
                for row in self.rows
            ],
        }


@dataclass(eq=False)
class CellsRefused(Refusal):
    """Cells of a workbook cannot be taken over: ``count`` of them, the first with their reasons."""

    path: str
    count: int
    rows: tuple[CellProblem, ...]

    @override
    def facts(self) -> dict[str, object]:
        return {
            "path": self.path,
            "count": self.count,
            "rows": [
                {
                    "sheet": row.sheet,
                    "row": row.row,
                    "column": row.column,
                    "text": row.text[:_SHOWN],
                    "refusal": row.refusal.name,
                    "facts": row.refusal.facts(),
                }
                for row in self.rows
            ],
        }


@dataclass(eq=False)
class ColumnsWrong(Refusal):
    """The first line of the file does not name the columns that are needed."""

    path: str
    found: tuple[str, ...]
    needed: tuple[str, ...]


@dataclass(eq=False)
class NothingInside(Refusal):
    """The file holds nothing to book."""

    path: str


@dataclass(eq=False)
class NoSuchFile(Trouble):
    """There is no file to read at this place."""

    path: str


@dataclass(eq=False)
class FileUnreadable(Trouble):
    """The file is there and cannot be read."""

    path: str
    detail: str


@dataclass(eq=False)
class NoScreen(Trouble):
    """There is no screen to open a window on."""


@dataclass(eq=False)
class WindowMissing(Trouble):
    """The libraries that draw windows cannot be loaded."""

    detail: str
