"""Columns as data, and what a list does with them without Qt: order, find, add up, copy.

Use (annotate the variable; ``ColumnSpec[Row](…)`` fails on Python 3.11):
    columns: tuple[ColumnSpec[MemberLine], ...] = (
        number_column(voice.tr("No."), lambda row: row.number, voice),
        text_column(voice.tr("Name"), lambda row: row.name, stretch=True),
        money_column(voice.tr("Balance"), lambda row: row.held, voice),
    )
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ledger.domain.money import Money, total
from reports.words.figures import in_western_digits
from reports.words.sorting import thai_key
from reports.words.voice import Form, Voice

if TYPE_CHECKING:  # paper is loaded with the first list that is printed
    from reports.document import Table

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class ColumnSpec(Generic[R]):
    """One column: text for the eye, key for sorting (None stands last in either direction).

    ``total`` makes the text below the column from the rows shown; ``copied`` is the text for a
    spreadsheet where it must differ from that for the eye. One column may ``stretch``. What
    ``gives_way`` ends in dots where there is no room, so that the columns beside it are whole.
    """

    head: str
    text: Callable[[R], str]
    key: Callable[[R], Any]
    numeric: bool = False
    total: Callable[[Sequence[R]], str] | None = None
    copied: Callable[[R], str] | None = None
    stretch: bool = False
    gives_way: bool = False

    def for_spreadsheet(self, row: R) -> str:
        if self.copied is not None:
            return self.copied(row)
        return self.text(row) if self.numeric else _harmless(self.text(row))


@dataclass(frozen=True, slots=True)
class Seen:
    """A list as it stands on the screen: what is shown, in the order shown."""

    heads: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: tuple[str, ...] = ()

    def as_table(self) -> Table:
        """The same list as a block for paper (print as seen)."""
        from reports.document import Align, Column, Row, RowStyle, Table

        columns = tuple(
            Column(head, align=Align.END if numeric else Align.START, weight=int(not numeric))
            for head, numeric in zip(self.heads, self.numeric, strict=True)
        )
        rows = tuple(Row(cells) for cells in self.rows)
        closing = (Row(self.totals, RowStyle.TOTAL),) if any(self.totals) else ()
        return Table(columns, rows + closing)


def text_column(head: str, text: Callable[[R], str], *, stretch: bool = False) -> ColumnSpec[R]:
    """Names and other words, in Thai dictionary order."""
    return ColumnSpec(head, text, lambda row: thai_key(text(row)), stretch=stretch)


def number_column(head: str, number: Callable[[R], int | None], voice: Voice) -> ColumnSpec[R]:
    """Numbers that name something (member number, receipt): never grouped, never added up."""

    def shown(row: R) -> str:
        found = number(row)
        return "" if found is None else voice.digits(str(found))

    return ColumnSpec(
        head, shown, number, numeric=True, copied=lambda row: in_western_digits(shown(row))
    )


def money_column(
    head: str,
    amount: Callable[[R], Money | None],
    voice: Voice,
    *,
    adds: bool = True,
) -> ColumnSpec[R]:
    """Amounts; ``adds`` is False where a sum means nothing (running balances)."""

    def shown(row: R) -> str:
        found = amount(row)
        return "" if found is None else voice.money(found)

    def copied(row: R) -> str:
        found = amount(row)
        return "" if found is None else found.as_decimal()

    def added(rows: Sequence[R]) -> str:
        return voice.money(total(a for row in rows if (a := amount(row)) is not None))

    return ColumnSpec(
        head, shown, amount, numeric=True, total=added if adds else None, copied=copied
    )


def day_column(
    head: str, day: Callable[[R], date | None], voice: Voice, *, form: Form = "short"
) -> ColumnSpec[R]:
    """Days in the reader's era, in the order of time."""

    def shown(row: R) -> str:
        found = day(row)
        return "" if found is None else voice.day(found, form)

    return ColumnSpec(head, shown, day)


def in_order(
    rows: Sequence[R], places: Sequence[int], column: ColumnSpec[R], *, falling: bool
) -> list[int]:
    """The places of the rows by the column's key; equal keys keep their order, None stands last."""
    keys = {place: column.key(rows[place]) for place in places}
    known = [place for place in places if keys[place] is not None]
    # Reversed twice, so that equal keys stay in the order they came in.
    if falling:
        known.reverse()
    known.sort(key=keys.__getitem__)
    if falling:
        known.reverse()
    return known + [place for place in places if keys[place] is None]


def findable(row: R, columns: Sequence[ColumnSpec[R]]) -> str:
    """All that a row says, folded for finding: amounts are found with and without grouping."""
    texts = [column.text(row) for column in columns]
    plain = [column.copied(row) for column in columns if column.copied is not None]
    return folded("\t".join(texts + plain))


def folded(text: str) -> str:
    """Small letters and Western digits, so that typing habits do not matter."""
    return in_western_digits(text).casefold()


def as_tsv(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Lines for the clipboard of a spreadsheet; heads only above several rows."""
    lines = [heads, *rows] if len(rows) > 1 else list(rows)
    return "".join("\t".join(_cell(text) for text in line) + "\n" for line in lines)


def _cell(text: str) -> str:
    if any(sign in text for sign in '\t\n\r"'):
        return '"' + text.replace('"', '""') + '"'
    return text


def _harmless(text: str) -> str:
    # A name that begins like a formula would be run by the spreadsheet it is pasted into.
    return f"'{text}" if text[:1] in {"=", "+", "-", "@"} and len(text) > 1 else text
