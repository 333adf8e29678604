"""The journal lines behind something that is to be booked: account, whose card, debit, credit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.parts.columns import ColumnSpec, money_column
from desktop.parts.table import Table
from desktop.session.session import Session
from ledger.domain.commands import Posted
from ledger.domain.money import ZERO, Money
from ledger.queries.naming import Holder, Name, account_names, holders_of
from reports.words.voice import Voice


@dataclass(frozen=True, slots=True)
class EntryLineRow:
    """One line as it is read at the table: code, names, holder, one side filled."""

    place: int
    account: str
    name_th: str
    name_en: str
    holder: str
    debit: Money | None
    credit: Money | None


def line_rows(
    entries: Iterable[Posted], accounts: Mapping[str, Name], holders: Mapping[int, Holder]
) -> tuple[EntryLineRow, ...]:
    """The lines of the entries, one under the other."""
    rows: list[EntryLineRow] = []
    for posted in entries:
        for line in posted.entry.lines:
            name = accounts.get(line.account, Name(line.account, line.account))
            holder = holders.get(line.card or 0)
            rows.append(
                EntryLineRow(
                    place=len(rows),
                    account=line.account,
                    name_th=name.th,
                    name_en=name.en,
                    holder=holder.name if holder else "",
                    debit=line.debit if line.debit != ZERO else None,
                    credit=line.credit if line.credit != ZERO else None,
                )
            )
    return tuple(rows)


def entry_columns(voice: Voice) -> Sequence[ColumnSpec[EntryLineRow]]:
    account: ColumnSpec[EntryLineRow] = ColumnSpec(
        voice.tr("Account"),
        lambda row: f"{row.account} {voice.name(row.name_th, row.name_en)}",
        lambda row: row.place,
        stretch=True,
    )
    holder: ColumnSpec[EntryLineRow] = ColumnSpec(
        voice.tr("Card of"), lambda row: row.holder, lambda row: row.holder
    )
    return (
        account,
        holder,
        money_column(voice.tr("Debit"), lambda row: row.debit, voice),
        money_column(voice.tr("Credit"), lambda row: row.credit, voice),
    )


class EntryTable(Table):
    """Shows entries that were booked or rehearsed, line by line, with both sums."""

    def __init__(self, session: Session, voice: Voice) -> None:
        super().__init__(
            entry_columns,
            voice,
            name=lambda one: one.tr("The entry"),
            identity=lambda row: row.place,
        )
        self._session = session
        self.without_find()

    def show_entries(self, entries: Sequence[Posted]) -> None:
        cards = {
            line.card for posted in entries for line in posted.entry.lines if line.card is not None
        }
        accounts = self._session.ask(account_names)
        holders = self._session.ask(holders_of, cards)
        self.set_rows(line_rows(entries, accounts, holders))
