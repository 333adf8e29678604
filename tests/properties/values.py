"""The values that both bookkeepers hand over the counter."""

from __future__ import annotations

from datetime import date

from ledger.domain.commands import Command
from ledger.domain.money import Money
from ledger.domain.papers import DENOMINATIONS
from ledger.domain.products import Nature
from ledger.usecases.banking import OpenBank
from ledger.usecases.counting import Pieces
from ledger.usecases.saving import DefineSavingsProduct
from ledger.usecases.visiting import Item, ItemKind
from ledger.usecases.vouching import PayExpense
from tests.properties.model import BANK_ACCOUNT, CASH, ModelItem, ModelLine

BANK, BANK_CARD = "BAAC", 1
MINIMUM = 10_000


def as_item(part: ModelItem) -> Item:
    amount = Money(part.amount)
    if part.what in {"deposit", "shares"}:
        return Item(item=ItemKind(part.what), amount=amount, card=int(part.on))
    if part.what == "charge":
        return Item(item=ItemKind.CHARGE, amount=amount, charge=int(part.on))
    if part.what == "fee":
        return Item(item=ItemKind.FEE, amount=amount, type="ENTRY")
    return Item(item=ItemKind.INCOME, amount=amount, account=str(part.on))


def money_side(amount: int, *, bank: bool) -> ModelLine:
    return (BANK_ACCOUNT, BANK_CARD, amount) if bank else (CASH, None, amount)


def expense_of(amount: int, day: date, *, bank: bool) -> PayExpense:
    return PayExpense(
        account="53010",
        amount=Money(amount),
        on=day,
        payee="ร้านค้า",
        purpose="ค่าแรง",
        bank=BANK if bank else None,
    )


def pieces_of(satang: int) -> tuple[Pieces, ...]:
    found = []
    for value in DENOMINATIONS:
        count, satang = divmod(satang, value.satang)
        if count:
            found.append(Pieces(denomination=value, pieces=count))
    return tuple(found)


def open_bank(on: date) -> Command:
    return OpenBank(code=BANK, bank="ธ.ก.ส.", account_number="1", on=on)


def products() -> list[Command]:
    youth = DefineSavingsProduct(
        code="YOUTH",
        name_th="ออมเยาวชน",
        nature=Nature.DEPOSIT,
        account="21020",
        minimum_balance=Money(MINIMUM),
    )
    fixed = DefineSavingsProduct(
        code="FIXED", name_th="ฝากประจำ", nature=Nature.DEPOSIT, account="21030", term_months=1
    )
    return [youth, fixed]
