"""Receipts from a file of somebody else, by a mapping: who paid what into which product."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ledger.domain.accounts import CardKind
from ledger.domain.import_maps import ImportMap
from ledger.domain.money import ZERO, Money, total
from ledger.domain.refusals import MissingField, NotAChoice, Refusal, UnknownMember
from ledger.domain.refusals.mapping import SeveralCards
from ledger.exchange.cells import cell_amount, cell_day, cell_text, shown
from ledger.exchange.mapped_file import MappedRow, mapped_rows
from ledger.exchange.opening_file import CellProblem
from ledger.queries.import_runs import ReceiptLists
from ledger.usecases.visiting import Item, ItemKind, ReceiveVisit

_SHEET = "receipts"
_ITEMS = {
    CardKind.SAVINGS: ItemKind.DEPOSIT,
    CardKind.CONTRIBUTION: ItemKind.DEPOSIT,
    CardKind.SHARE: ItemKind.SHARES,
    CardKind.LOAN: ItemKind.LOAN,
}


@dataclass(frozen=True, slots=True)
class FileReceipt:
    """One receipt; ``recorded`` says that the member paid just that sum on that day already."""

    row: int
    visit: ReceiveVisit
    recorded: bool = False

    @property
    def amount(self) -> Money:
        return total(one.amount for one in self.visit.items)


@dataclass(slots=True)
class ReceiptFile:
    """The receipts of a file, and what of it cannot be read."""

    receipts: list[FileReceipt] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)

    def new(self, also: frozenset[int] = frozenset()) -> tuple[ReceiveVisit, ...]:
        """The receipts that are new, and those of the rows that people tick besides."""
        taken = (one for one in self.receipts if not one.recorded or one.row in also)
        return tuple(one.visit for one in taken)


def read_receipts(path: Path, mapping: ImportMap, lists: ReceiptLists) -> ReceiptFile:
    """The receipts of a file; rows of one member, day and receipt number are one receipt.

    Raises:
        What ``mapped_rows`` raises: why it cannot be read at all.
        OSError: the file cannot be opened.
    """
    found = ReceiptFile()
    visits: dict[tuple[object, ...], FileReceipt] = {}
    for row in mapped_rows(path, mapping):
        made = _visit(row, lists)
        if isinstance(made, CellProblem):
            found.problems.append(made)
            continue
        number = made.paper_number or row.number
        key = made.member, made.on, number
        before = visits.get(key)
        if before is not None:
            items = (*before.visit.items, *made.items)
            visits[key] = replace(before, visit=replace(made, items=items))
        else:
            visits[key] = FileReceipt(row.number, made)
    found.receipts = [*_compared(visits.values(), lists)]
    return found


def _compared(receipts: Iterable[FileReceipt], lists: ReceiptLists) -> Iterable[FileReceipt]:
    there = Counter(dict(lists.known))
    for one in receipts:
        place = one.visit.member or "", one.visit.on, one.amount
        there[place] -= 1
        yield replace(one, recorded=there[place] >= 0)


def _visit(row: MappedRow, lists: ReceiptLists) -> ReceiveVisit | CellProblem:
    column = "on"
    try:
        on = cell_day(row.cells.get("on"))
        column = "member"
        member = _member(row.cells.get("member"), lists)
        column = "amount"
        amount = cell_amount(row.cells.get("amount"))
        if amount == ZERO:
            raise MissingField("amount")
        column = "product"
        item = _item(member, cell_text(row.cells.get("product")), amount, lists)
    except Refusal as refusal:
        return CellProblem(_SHEET, row.number, column, shown(row.cells.get(column)), refusal)
    return ReceiveVisit(
        member=member,
        on=on,
        items=(item,),
        paper_number=cell_text(row.cells.get("paper_number")),
        note=" ".join(cell_text(row.cells.get("note")).split()),
    )


def _member(cell: Any, lists: ReceiptLists) -> str:
    member = cell_text(cell)
    if not member:
        raise MissingField("member")
    if member not in lists.members:
        raise UnknownMember(member)
    return member


def _item(member: str, product: str, amount: Money, lists: ReceiptLists) -> Item:
    """The one card of the member under that product or of that number, or a fee of that code.

    Raises:
        MissingField, SeveralCards, NotAChoice: nothing says into what it was paid.
    """
    if not product:
        raise MissingField("product")
    own = [it for (holder, _), cards in lists.cards.items() if holder == member for it in cards]
    mine = [one for one in own if one.kind in _ITEMS]
    cards = [one for one in mine if product in {one.product, str(one.number)}]
    if len(cards) == 1:
        return Item(item=_ITEMS[cards[0].kind], amount=amount, card=cards[0].number)
    if product in lists.charge_types:
        return Item(item=ItemKind.FEE, amount=amount, type=product)
    if cards:
        raise SeveralCards(member, product, tuple(str(one.number) for one in cards))
    known = sorted({one.product for one in mine})
    raise NotAChoice("product", product, (*known, *sorted(lists.charge_types)))
