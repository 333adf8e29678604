"""Accounts, funds and charts: where amounts are kept, as data an accountant can read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib import resources

from ledger.domain.entries import Side
from ledger.domain.records import Record
from ledger.domain.refusals import ChartBroken


class Kind(Enum):
    """The five kinds of account (domain.md 3.3: categories 1 to 5)."""

    ASSET = "asset"
    LIABILITY = "liability"
    EQUITY = "equity"
    INCOME = "income"
    EXPENSE = "expense"

    @property
    def normal_side(self) -> Side:
        return Side.DEBIT if self in (Kind.ASSET, Kind.EXPENSE) else Side.CREDIT

    @property
    def in_result(self) -> bool:
        return self in (Kind.INCOME, Kind.EXPENSE)


class CardKind(Enum):
    """What the cards of a control account stand for."""

    SAVINGS = "savings"
    SHARE = "share"
    CONTRIBUTION = "contribution"
    BANK = "bank"
    LOAN = "loan"
    BORROWING = "borrowing"
    GRANT = "grant"
    REMITTANCE = "remittance"


class BookKind(Enum):
    """What kind of cooperative keeps the book; decides the chart it starts with."""

    HOUSING = "housing"
    SAVINGS_GROUP = "savings-group"
    VILLAGE_FUND = "village-fund"
    WELFARE_FUND = "welfare-fund"
    JOURNAL = "journal"


@dataclass(frozen=True, slots=True)
class Account(Record):
    """One account. A head only groups; a control account (``card``) asks for cards."""

    table = "accounts"
    key = ("code",)

    code: str
    kind: Kind
    name_th: str
    name_en: str
    parent: str | None = None
    head: bool = False
    card: CardKind | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Fund(Record):
    """A fund or project that is balanced for itself; every line lies in one."""

    table = "funds"
    key = ("code",)

    code: str
    name_th: str
    name_en: str
    closed: bool = False


@dataclass(frozen=True, slots=True)
class RoleAccount(Record):
    """Which account plays a role of the posting table in this book."""

    table = "roles"
    key = ("role",)

    role: str
    account: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of accounts to start with, and the roles its accounts play."""

    accounts: tuple[Account, ...]
    roles: tuple[RoleAccount, ...]


@cache
def standard_chart(kind: BookKind) -> Chart:
    """The chart that a new book of this kind starts with (domain.md 3.3)."""
    text = resources.files("ledger.domain.charts").joinpath(f"{kind.value}.tsv").read_text("utf-8")
    accounts, roles = [], []
    for row in text.splitlines()[1:]:
        code, kind_name, parent, head, card, role, name_th, name_en = row.split("\t")
        accounts.append(
            Account(
                code=code,
                kind=Kind(kind_name),
                name_th=name_th,
                name_en=name_en,
                parent=parent or None,
                head=head == "head",
                card=CardKind(card) if card else None,
            )
        )
        if role:
            roles.append(RoleAccount(role, code))
    check_chart(accounts)
    return Chart(tuple(accounts), tuple(roles))


def check_chart(accounts: Iterable[Account]) -> None:
    """Look for the defects of real charts (domain.md 3.3, "Warnings").

    Raises:
        ChartBroken: a code stands twice, a parent is missing, is no head or is of another kind.
    """
    by_code: dict[str, Account] = {}
    listed = list(accounts)
    for account in listed:
        if account.code in by_code:
            raise ChartBroken(account.code, "twice")
        by_code[account.code] = account
    for account in listed:
        if account.parent is not None:
            check_place(account, by_code.get(account.parent))


def check_place(account: Account, parent: Account | None) -> None:
    """Whether an account may hang under this parent.

    Raises:
        ChartBroken: the parent is missing, is no head or is of another kind.
    """
    if parent is None:
        raise ChartBroken(account.code, "parent missing")
    if not parent.head:
        raise ChartBroken(account.code, "parent is no head")
    if parent.kind is not account.kind:
        raise ChartBroken(account.code, "parent of another kind")
