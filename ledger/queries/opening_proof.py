"""The cut-over sheet: the totals on paper beside what was read, for the committee to sign."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import Account, CardKind
from ledger.domain.cards import Card
from ledger.domain.carried import CarriedMember, Carrying
from ledger.domain.entries import Line
from ledger.domain.money import ZERO, Money, total
from ledger.domain.refusals.carrying import NoSuchCarrying
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofRow:
    """One account: its total on paper beside what was read, debit positive.

    ``cards`` says of how many cards a control account is made; None where it has none.
    """

    account: str
    name_th: str
    name_en: str
    paper: Money
    read: Money
    cards: int | None = None

    @property
    def difference(self) -> Money:
        return self.paper - self.read


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofPart:
    """What one sheet of the workbook came to: how many rows of a product, and their sum."""

    kind: CardKind
    product: str
    count: int
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningProof:
    """A workbook as it was read; ``carrying`` is nothing while it is only looked at."""

    on: date
    source: str
    carrying: int | None
    entry: int | None
    taken_back_on: date | None
    members: int
    parts: tuple[ProofPart, ...]
    rows: tuple[ProofRow, ...]

    @property
    def debit(self) -> Money:
        return total(row.paper for row in self.rows if row.paper > ZERO)

    @property
    def credit(self) -> Money:
        return ZERO - total(row.paper for row in self.rows if row.paper < ZERO)

    @property
    def difference(self) -> Money:
        """What all rows together are off; each row shows its own part."""
        return total(abs(row.difference) for row in self.rows)


@dataclass(frozen=True, slots=True)
class CarryingRow:
    """One workbook that was taken over."""

    number: int
    on: date
    source: str
    entry: int | None
    members: int
    amount: Money
    taken_back_on: date | None


@dataclass(frozen=True, slots=True)
class Carryings:
    """Every workbook that was taken over, in order."""

    rows: tuple[CarryingRow, ...]


def opening_proof(reader: Reader, *, carrying: int | None = None) -> OpeningProof:
    """What a workbook brought; the newest one where none is named.

    Raises:
        NoSuchCarrying: nothing was taken over under that number.
    """
    found = reader.every(Carrying)
    number = found[-1].number if carrying is None and found else carrying or 0
    one = next((each for each in found if each.number == number), None)
    if one is None:
        raise NoSuchCarrying(number)
    lines = _lines(reader, one)
    accounts = {each.code: each for each in reader.every(Account)}
    cards = {each.number: each for each in reader.every(Card)} if lines else {}
    return OpeningProof(
        on=one.on,
        source=one.source,
        carrying=one.number,
        entry=one.entry,
        taken_back_on=one.taken_back_on,
        members=len(reader.every(CarriedMember, carrying=one.number)),
        parts=_parts(lines, cards),
        rows=tuple(_row(accounts[code], lines) for code in sorted({it.account for it in lines})),
    )


def carryings(reader: Reader) -> Carryings:
    """Every opening workbook that was taken over, with what it brought."""
    rows = [
        CarryingRow(
            number=one.number,
            on=one.on,
            source=one.source,
            entry=one.entry,
            members=len(reader.every(CarriedMember, carrying=one.number)),
            amount=total(line.debit for line in _lines(reader, one)),
            taken_back_on=one.taken_back_on,
        )
        for one in reader.every(Carrying)
    ]
    return Carryings(tuple(rows))


def _lines(reader: Reader, one: Carrying) -> tuple[Line, ...]:
    entry = None if one.entry is None else reader.entry(one.entry)
    return () if entry is None else entry.lines


def _row(account: Account, lines: Iterable[Line]) -> ProofRow:
    own = [one for one in lines if one.account == account.code]
    held = total(one.debit for one in own) - total(one.credit for one in own)
    return ProofRow(
        account=account.code,
        name_th=account.name_th,
        name_en=account.name_en,
        paper=held,
        read=held,
        cards=None if account.card is None else len(own),
    )


def _parts(lines: Iterable[Line], cards: dict[int, Card]) -> tuple[ProofPart, ...]:
    found: dict[tuple[CardKind, str], list[Money]] = {}
    for line in lines:
        if line.card is not None:
            card = cards[line.card]
            found.setdefault((card.kind, card.product), []).append(line.amount)
    return tuple(
        ProofPart(kind=kind, product=product, count=len(amounts), amount=total(amounts))
        for (kind, product), amounts in sorted(found.items(), key=_by_name)
    )


def _by_name(part: tuple[tuple[CardKind, str], list[Money]]) -> tuple[str, str]:
    (kind, product), _ = part
    return kind.value, product
