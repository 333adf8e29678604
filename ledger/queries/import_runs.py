"""Files that came in, and what rows of further files may name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import Account
from ledger.domain.cards import Card
from ledger.domain.import_runs import ImportKind, ImportRun
from ledger.domain.members import Member
from ledger.domain.money import ZERO, Money
from ledger.domain.products import ChargeType
from ledger.queries.journal import journal
from ledger.queries.papers import receipts
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class ImportRunRow:
    """One file: what it became, how many entries or lines, and when it was taken back."""

    run: int
    kind: ImportKind
    source: str
    first: int
    last: int
    count: int
    taken_back_on: date | None


@dataclass(frozen=True, slots=True)
class ImportRuns:
    """Every file that came in, in order."""

    rows: tuple[ImportRunRow, ...]


@dataclass(frozen=True, slots=True)
class ReceiptLists:
    """What rows of receipts may name, and the receipts that stand.

    Cards by member and product; ``known`` is how often a member paid a sum on a day.
    """

    members: frozenset[str]
    cards: Mapping[tuple[str, str], tuple[Card, ...]]
    charge_types: frozenset[str]
    known: Mapping[tuple[str, date, Money], int]


@dataclass(frozen=True, slots=True)
class EntryLists:
    """The chart, and how often entries of a day with just these lines stand in the journal."""

    accounts: Mapping[str, Account]
    known: Mapping[tuple[date, tuple[tuple[str, Money], ...]], int]


def import_runs(reader: Reader) -> ImportRuns:
    """Every file of entries, receipts or statement lines that came in."""
    return ImportRuns(
        tuple(
            ImportRunRow(
                run=one.number,
                kind=one.kind,
                source=one.source,
                first=one.first,
                last=one.last,
                count=len(one.numbers),
                taken_back_on=one.taken_back_on,
            )
            for one in reader.every(ImportRun)
            if one.source
        )
    )


def receipt_lists(reader: Reader) -> ReceiptLists:
    """The lists as they stand now."""
    cards: dict[tuple[str, str], tuple[Card, ...]] = {}
    for card in reader.every(Card):
        if card.member is not None and card.closed_on is None:
            place = card.member, card.product
            cards[place] = (*cards.get(place, ()), card)
    known: dict[tuple[str, date, Money], int] = {}
    for row in receipts(reader).rows:
        if row.void is None:
            paid = row.member or "", row.on, row.total
            known[paid] = known.get(paid, 0) + 1
    return ReceiptLists(
        members=frozenset(one.number for one in reader.every(Member) if one.left is None),
        cards=cards,
        charge_types=frozenset(one.code for one in reader.every(ChargeType)),
        known=known,
    )


def entry_lists(reader: Reader, *, since: date, until: date) -> EntryLists:
    """The chart as it stands, and the entries of a period that were not taken back."""
    known: dict[tuple[date, tuple[tuple[str, Money], ...]], int] = {}
    after: int | None = None
    while True:
        page = journal(reader, since=since, until=until, after=after, limit=5_000)
        for entry in page.entries:
            if entry.reverses is None and entry.reversed_by is None:
                sums: dict[str, Money] = {}
                for line in entry.lines:
                    sums[line.account] = sums.get(line.account, ZERO) + line.debit - line.credit
                place = entry.on, tuple(sorted(sums.items()))
                known[place] = known.get(place, 0) + 1
        after = page.after
        if after is None:
            break
    accounts = {one.code: one for one in reader.every(Account) if not one.closed}
    return EntryLists(accounts, known)
