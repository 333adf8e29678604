"""A bank's statement as CSV, workbook or OFX, made into lines for the reconciliation."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from ledger.book import given_files
from ledger.domain.import_maps import ImportMap
from ledger.domain.money import ZERO, Money
from ledger.domain.refusals import MissingField, NotACellAmount, Refusal, WorkbookTooLarge
from ledger.domain.refusals.importing import FileTooLarge, NotAPlainFile
from ledger.domain.refusals.mapping import InAndOutFilled, NotAnOfxFile
from ledger.exchange.cells import cell_amount, cell_day, cell_text, shown
from ledger.exchange.encodings import encoding_of
from ledger.exchange.mapped_file import MappedRow, mapped_rows
from ledger.exchange.opening_file import CellProblem
from ledger.exchange.untrusted import LARGEST_FILE
from ledger.queries.banks import StatementRow
from ledger.usecases.banking import StatementLine

_TIME = re.compile(r"[\sT]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?$")
_BELOW_NOTHING = re.compile(r"-\s*(.+)|\((.+)\)")
_OFX_DAY = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_OFX_ENCODING = re.compile(r"^(ENCODING:)\S*", re.MULTILINE)
_OFX_CHARSET = re.compile(r"^(CHARSET:)\S*", re.MULTILINE)
_XML_ENCODING = re.compile(r"(<\?xml[^>]*encoding=[\"'])[^\"']*([\"'])")
_SHEET = "statement"


@dataclass(frozen=True, slots=True)
class StatementFileLine:
    """A line of the file; ``recorded`` says that the book holds just such a line already."""

    row: int
    line: StatementLine
    recorded: bool


@dataclass(slots=True)
class StatementFile:
    """What a statement holds, and what of it cannot be read."""

    lines: list[StatementFileLine] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)

    def new(self, also: frozenset[int] = frozenset()) -> tuple[StatementLine, ...]:
        """The lines that are not in the book, and those of the rows that people tick besides."""
        return tuple(one.line for one in self.lines if not one.recorded or one.row in also)


def read_statement(
    path: Path, mapping: ImportMap | None, recorded: Iterable[StatementRow]
) -> StatementFile:
    """The lines of a statement; without a mapping the file is read as OFX.

    Raises:
        NotAnOfxFile, and what ``mapped_rows`` raises: why it cannot be read at all.
        OSError: the file cannot be opened.
    """
    found = StatementFile()
    there = Counter((one.on, one.amount, one.text) for one in recorded)
    for row, made in _ofx_lines(path) if mapping is None else _mapped(path, mapping):
        if isinstance(made, CellProblem):
            found.problems.append(made)
            continue
        name = (made.on, made.amount, made.text)
        there[name] -= 1
        found.lines.append(StatementFileLine(row, made, recorded=there[name] >= 0))
    return found


def _mapped(path: Path, mapping: ImportMap) -> Iterable[tuple[int, StatementLine | CellProblem]]:
    for row in mapped_rows(path, mapping):
        values: dict[str, Any] = {}
        problems: list[CellProblem] = []
        for name, read in _READS.items():
            try:
                values[name] = read(row.cells.get(name))
            except Refusal as refusal:
                cell = shown(row.cells.get(name))
                problems.append(CellProblem(_SHEET, row.number, name, cell, refusal))
        if problems:
            yield from ((row.number, one) for one in problems)
        else:
            yield row.number, _line(row, values)


def _line(row: MappedRow, values: dict[str, Any]) -> StatementLine | CellProblem:
    try:
        amount = _amount(values)
    except Refusal as refusal:
        return CellProblem(_SHEET, row.number, "amount", "", refusal)
    text = " ".join(cell_text(row.cells.get("text")).split())
    return StatementLine(on=values["on"], amount=amount, text=text, balance=values["balance"])


def _day(cell: Any) -> date:
    return cell_day(_without_time(cell))


def _without_time(cell: Any) -> Any:
    return _TIME.sub("", cell.strip()) if isinstance(cell, str) else cell


def _amount(values: Mapping[str, Money | None]) -> Money:
    """Money into the account above nothing, out of it below.

    Raises:
        MissingField: the row says no amount.
        InAndOutFilled: it says two, whose difference would hide both.
    """
    amounts = [values[name] for name in ("amount", "paid_in", "paid_out")]
    if all(one is None for one in amounts):
        raise MissingField("amount")
    whole, paid_in, paid_out = (ZERO if one is None else one for one in amounts)
    if sum(one != ZERO for one in (whole, paid_in, paid_out)) > 1:
        raise InAndOutFilled(max(whole, ZERO) + paid_in, paid_out - min(whole, ZERO))
    return whole + paid_in - paid_out


def _one_way(cell: Any) -> Money | None:
    """An amount in a column of its own for one direction.

    Raises:
        NotACellAmount: it is none, or one below nothing.
    """
    amount = signed_amount(cell)
    if amount is not None and amount < ZERO:
        raise NotACellAmount(shown(cell))
    return amount


def signed_amount(cell: Any) -> Money | None:
    """An amount that may be below nothing; None where the cell is empty."""
    if not shown(cell):
        return None
    if isinstance(cell, str):
        found = _BELOW_NOTHING.fullmatch(cell.strip())
        if found:
            return ZERO - cell_amount(found[1] or found[2])
        return cell_amount(cell.strip().removeprefix("+"))
    return ZERO - cell_amount(-cell) if cell < 0 else cell_amount(cell)


_READS: dict[str, Callable[[Any], Any]] = {
    "on": _day,
    "amount": signed_amount,
    "paid_in": _one_way,
    "paid_out": _one_way,
    "balance": signed_amount,
}


def _ofx_lines(path: Path) -> Iterable[tuple[int, StatementLine]]:
    try:
        return [
            (number, _ofx_line({part.tag: (part.text or "").strip() for part in one}))
            for number, one in enumerate(_transactions(path), start=1)
        ]
    except (OSError, NotAPlainFile):
        raise
    except FileTooLarge as error:
        raise WorkbookTooLarge(path.name) from error
    except Exception as error:  # the library raises of every kind on files made by others
        raise NotAnOfxFile(path.name) from error


def _ofx_line(told: Mapping[str, str]) -> StatementLine:
    """A line; banks here write years of either era, whatever the format says."""
    on = cell_day("-".join(_part_of_day(told["DTPOSTED"])))
    amount = signed_amount(told["TRNAMT"])
    text = " ".join(filter(None, (told.get("NAME"), told.get("MEMO"))))
    return StatementLine(on=on, amount=ZERO if amount is None else amount, text=text)


def _transactions(path: Path) -> Iterable[Any]:
    from ofxtools.Parser import OFXTree

    # The library logs what it reads; names and amounts belong in no log (trust.md 6.7).
    logging.getLogger("ofxtools").setLevel(logging.CRITICAL)
    tree = OFXTree()
    return list(tree.parse(BytesIO(_in_utf_8(path))).iter("STMTTRN"))


def _in_utf_8(path: Path) -> bytes:
    """The file in UTF-8, and saying so: what Thai banks write is often not what their head says."""
    encoding = encoding_of(path, LARGEST_FILE)
    if encoding is None:
        raise NotAnOfxFile(path.name)
    text = given_files.content(path, LARGEST_FILE).decode(encoding)
    text = _OFX_ENCODING.sub(r"\g<1>UTF-8", text, count=1)
    text = _OFX_CHARSET.sub(r"\g<1>NONE", text, count=1)
    return _XML_ENCODING.sub(r"\g<1>UTF-8\g<2>", text, count=1).encode()


def _part_of_day(text: str) -> tuple[str, ...]:
    found = _OFX_DAY.match(text)
    return found.groups() if found else ()
