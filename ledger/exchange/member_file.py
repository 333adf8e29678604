"""Members from a list of somebody else, by a mapping: the new ones, and those who look known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unicodedata import normalize

from ledger.domain.identity import problem_of
from ledger.domain.import_maps import ImportMap
from ledger.domain.members import Leaving, Person
from ledger.domain.refusals import BadNationalId, MissingField, NotAChoice, Refusal, RowTwice
from ledger.domain.seen import check_length, longest_of
from ledger.exchange.cells import cell_day, cell_digits, cell_number, cell_text, shown
from ledger.exchange.mapped_file import MappedRow, mapped_rows
from ledger.exchange.opening_file import CellProblem
from ledger.queries.members import MemberRow
from ledger.usecases.members import AdmitMember

_SHEET = "members"


@dataclass(frozen=True, slots=True)
class MemberFileRow:
    """A person of the file; ``known`` is the number of a member who seems to be the same."""

    row: int
    admit: AdmitMember
    known: str


@dataclass(slots=True)
class MemberFile:
    """Who stands in the file, and what of it cannot be read."""

    rows: list[MemberFileRow] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)

    def new(self, also: frozenset[int] = frozenset()) -> tuple[AdmitMember, ...]:
        """Those who are not known, and those of the rows that people tick besides."""
        return tuple(one.admit for one in self.rows if not one.known or one.row in also)


def read_members(
    path: Path, mapping: ImportMap, known: tuple[MemberRow, ...], zones: tuple[str, ...]
) -> MemberFile:
    """The people of a file; numbers and names of the register are suspected to be the same.

    Raises:
        What ``mapped_rows`` raises: why it cannot be read at all.
        OSError: the file cannot be opened.
    """
    return members_of(mapped_rows(path, mapping), known, zones)


def members_of(
    rows: Iterable[MappedRow], known: Iterable[MemberRow], zones: tuple[str, ...]
) -> MemberFile:
    """The people of rows that were read before, such as those pasted from a spreadsheet."""
    found = MemberFile()
    known = tuple(one for one in known if one.left_why is not Leaving.MISTAKE)
    by_number = {one.number: one.number for one in known}
    by_name = {_plain(one.name): one.number for one in known}
    taken: set[str] = set()
    for row in rows:
        try:
            admit = _admitted(row, zones)
        except _Wrong as wrong:
            for column, refusal in wrong.cells.items():
                cell = shown(row.cells.get(column))
                found.problems.append(CellProblem(_SHEET, row.number, column, cell, refusal))
            continue
        if admit.number and admit.number in taken:
            twice = RowTwice(admit.number)
            found.problems.append(CellProblem(_SHEET, row.number, "number", admit.number, twice))
            continue
        taken.add(admit.number)
        same = by_number.get(admit.number) or by_name.get(_plain(admit.person.full_name), "")
        found.rows.append(MemberFileRow(row.number, admit, same))
    return found


class _Wrong(Exception):
    def __init__(self, cells: dict[str, Refusal]) -> None:
        super().__init__(*cells)
        self.cells = cells


def _admitted(row: MappedRow, zones: tuple[str, ...]) -> AdmitMember:
    """The row as a member to admit.

    Raises:
        _Wrong: cells cannot be read.
    """
    texts: dict[str, Any] = {}
    wrong: dict[str, Refusal] = {}
    # A table without a column for names is refused at the name, not before.
    for name in {"given": "", **row.cells, "joined": ""}:
        try:
            texts[name] = _read(row, name)
        except Refusal as refusal:
            wrong[name] = refusal
    if (zone := texts.get("zone", "")) and zone not in zones:
        wrong["zone"] = NotAChoice("zone", zone, zones)
    if wrong:
        raise _Wrong(wrong)
    joined = texts.pop("joined")
    person = Person(**{name: it for name, it in texts.items() if name in _OF_PERSON})
    rest = {name: it for name, it in texts.items() if name not in _OF_PERSON}
    return AdmitMember(person=person, on=joined, **rest)


_OF_PERSON = frozenset(Person.__dataclass_fields__)
_TEXTS = {"national_id": cell_digits, "number": cell_number}
_NEEDED = frozenset({"given", "joined"})


def _read(row: MappedRow, name: str) -> Any:
    """What the cell of a column holds.

    Raises:
        Refusal: it cannot be read.
    """
    cell = row.cells.get(name)
    if not shown(cell):
        if name in _NEEDED:
            raise MissingField(name)
        return ""
    if name == "joined":
        return cell_day(cell)
    text = _TEXTS.get(name, cell_text)(cell)
    problem = problem_of(text) if name == "national_id" else None
    if problem is not None:
        raise BadNationalId(problem.value)
    return check_length(text, name, longest_of(name))


def _plain(name: str) -> str:
    return "".join(normalize("NFKC", name).split())
