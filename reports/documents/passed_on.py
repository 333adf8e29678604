"""Tables of money that members owe to somebody else: what each was billed, and what was paid."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from ledger.domain.money import Money
from reports.document import Column, Row, RowStyle, Table
from reports.documents.frame import code, day, money, name_of, text
from reports.words.voice import Voice


class Billed(Protocol):
    """What a member was billed, and what came in of it."""

    @property
    def member(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def billed(self) -> Money: ...
    @property
    def collected(self) -> Money: ...
    @property
    def outstanding(self) -> Money: ...


class BilledInAll(Protocol):
    """The sums of all members."""

    @property
    def billed(self) -> Money: ...
    @property
    def collected(self) -> Money: ...
    @property
    def outstanding(self) -> Money: ...


class Paid(Protocol):
    """An amount of a day, with the document that proves it."""

    @property
    def on(self) -> date: ...
    @property
    def document(self) -> str: ...
    @property
    def amount(self) -> Money: ...


def billed_table(  # noqa: PLR0913 - what is billed, in whose words
    rows: Iterable[tuple[Billed, str | None]],
    sums: BilledInAll,
    voice: Voice,
    *,
    what: Column,
    name: str,
    when_empty: str,
) -> Table:
    """A member in each row, beside each what it is billed for."""
    lines = [
        Row(
            (
                one.member,
                name_of(one.name, voice),
                billed_for,
                one.billed,
                one.collected,
                one.outstanding,
            )
        )
        for one, billed_for in rows
    ]
    if lines:
        amounts = (sums.billed, sums.collected, sums.outstanding)
        lines.append(Row((None, voice.tr("Total"), None, *amounts), RowStyle.TOTAL))
    columns = (
        code(voice.tr("Member number")),
        text(voice.tr("Name"), weight=2),
        what,
        money(voice.tr("Billed to members")),
        money(voice.tr("Collected")),
        money(voice.tr("Not paid by members")),
    )
    return Table(columns, tuple(lines), name=name, when_empty=when_empty)


def paid_table(
    rows: Iterable[Paid], total: Money, voice: Voice, *, name: str, when_empty: str
) -> Table:
    """Amounts by day with their documents."""
    lines = [Row((one.on, one.document or None, one.amount)) for one in rows]
    if lines:
        lines.append(Row((None, voice.tr("Total"), total), RowStyle.TOTAL))
    columns = (day(voice.tr("Day")), text(voice.tr("Document")), money(voice.tr("Amount")))
    return Table(columns, tuple(lines), name=name, when_empty=when_empty)
