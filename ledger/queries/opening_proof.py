"""The cut-over sheet: the totals on paper beside what was read, for the committee to sign."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import Account, CardKind
from ledger.domain.assets import FixedAsset
from ledger.domain.cards import Card
from ledger.domain.carried import WAITING, CarriedKind, CarriedMember, CarriedThing, Carrying
from ledger.domain.entries import Line
from ledger.domain.grants import Grant
from ledger.domain.money import ZERO, Money, total
from ledger.domain.refusals.carrying import NoSuchCarrying
from ledger.domain.welfare_claims import WelfareClaim
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


@dataclass(frozen=True, slots=True)
class ProofRegister:
    """A register that came in: how many rows, and what they come to where they have an amount."""

    register: CarriedKind
    count: int
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningProof:
    """A workbook as it was read; ``carrying`` is nothing while it is only looked at.

    ``wrong`` are the cells that could not be read then.
    """

    on: date
    source: str
    carrying: int | None
    entries: tuple[int, ...]
    taken_back_on: date | None
    members: int
    parts: tuple[ProofPart, ...]
    rows: tuple[ProofRow, ...]
    registers: tuple[ProofRegister, ...] = ()
    wrong: int = 0

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
    """One workbook that was taken over, with the sheets that came so far."""

    number: int
    on: date
    source: str
    sheets: tuple[str, ...]
    entries: tuple[int, ...]
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
    files = _files(reader)
    number = max(files, default=0) if carrying is None else carrying
    sheets = next((it for it in files.values() if any(one.number == number for one in it)), None)
    if sheets is None:
        raise NoSuchCarrying(number)
    first, lines = sheets[0], _lines(reader, sheets)
    accounts = {each.code: each for each in reader.every(Account)}
    cards = {each.number: each for each in reader.every(Card)} if lines else {}
    return OpeningProof(
        on=first.on,
        source=first.source,
        carrying=first.number,
        entries=_entries(sheets),
        taken_back_on=first.taken_back_on,
        members=_members(reader, sheets),
        parts=_parts(lines, cards),
        rows=tuple(_row(accounts[code], lines) for code in sorted({it.account for it in lines})),
        registers=_registers(reader, sheets),
    )


def _registers(reader: Reader, sheets: list[Carrying]) -> tuple[ProofRegister, ...]:
    """The rows of registers, with what assets cost, grants are for and benefits came to."""
    things = [it for one in sheets for it in reader.every(CarriedThing, carrying=one.number)]
    amounts: dict[tuple[CarriedKind, str], Money] = {
        **{(CarriedKind.ASSET, one.number): one.cost for one in reader.every(FixedAsset)},
        **{(CarriedKind.GRANT, one.code): one.total for one in reader.every(Grant)},
        **{
            (CarriedKind.BENEFIT, str(one.number)): one.amount for one in reader.every(WelfareClaim)
        },
    }
    rows = []
    for kind in CarriedKind:
        mine = [it for it in things if it.kind is kind]
        if mine:
            sums = total(amounts.get((kind, it.code), ZERO) for it in mine)
            rows.append(ProofRegister(kind, len(mine), sums))
    return tuple(rows)


def carryings(reader: Reader) -> Carryings:
    """Every opening workbook that was taken over, with what it brought."""
    rows = [
        CarryingRow(
            number=number,
            on=sheets[0].on,
            source=sheets[0].source,
            sheets=tuple(one.sheet for one in sheets if one.sheet),
            entries=_entries(sheets),
            members=_members(reader, sheets),
            amount=total(line.debit for line in _lines(reader, sheets)),
            taken_back_on=sheets[0].taken_back_on,
        )
        for number, sheets in _files(reader).items()
    ]
    return Carryings(tuple(rows))


def _files(reader: Reader) -> dict[int, list[Carrying]]:
    """The sheets of each workbook, by its number."""
    files: dict[int, list[Carrying]] = {}
    for one in reader.every(Carrying):
        files.setdefault(one.file, []).append(one)
    return files


def _entries(sheets: list[Carrying]) -> tuple[int, ...]:
    return tuple(one.entry for one in sheets if one.entry is not None)


def _members(reader: Reader, sheets: list[Carrying]) -> int:
    return sum(len(reader.every(CarriedMember, carrying=one.number)) for one in sheets)


def _lines(reader: Reader, sheets: list[Carrying]) -> tuple[Line, ...]:
    """The balances on paper; what one sheet left for another is none."""
    entries = [reader.entry(number) for number in _entries(sheets)]
    return tuple(
        line for it in entries if it is not None for line in it.lines if line.event != WAITING
    )


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
