"""What members pay on a visit: the lines of a receipt before they are booked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol, TypeVar

from ledger.domain.loans.contract import Early
from ledger.domain.money import Money
from ledger.domain.quick import quick
from ledger.domain.refusals import ItemIncomplete

T = TypeVar("T")


class ItemKind(Enum):
    """What a member pays with one line of a receipt."""

    DEPOSIT = "deposit"
    SHARES = "shares"
    CHARGE = "charge"
    FEE = "fee"
    INCOME = "income"
    LOAN = "loan"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of a receipt.

    A deposit or shares name the ``card``; a charge its number; a fee the ``type`` of charge that
    is asked and paid at once; other income its ``account``; a loan its ``card``, with what becomes
    of more than is due (``early``) and the savings card for more than is owed (``rest``), or with
    ``credit`` the member's credit account.
    """

    item: ItemKind
    amount: Money
    card: int | None = None
    charge: int | None = None
    type: str | None = None
    account: str | None = None
    note: str = ""
    early: Early | None = None
    rest: int | None = None
    credit: bool = False


class Visit(Protocol):
    """What somebody brings to the till: a command of its own, or a line of a sheet."""

    @property
    def member(self) -> str | None: ...

    @property
    def items(self) -> tuple[Item, ...]: ...

    @property
    def payer(self) -> str: ...

    @property
    def paper_book(self) -> str: ...

    @property
    def paper_number(self) -> str: ...

    @property
    def replaces(self) -> str: ...

    @property
    def note(self) -> str: ...


def wanted(value: T | None, field: str, item: Item) -> T:
    """The field of an item that its kind asks for.

    Raises:
        ItemIncomplete: it is not given.
    """
    if value is None:
        raise ItemIncomplete(field, item.item.value)
    return value
