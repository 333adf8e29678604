"""Accounts of one's own that an opening workbook brings, and their going with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ledger.domain.accounts import Account, RoleAccount, check_place
from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.carried import CarriedKind, CarriedThing
from ledger.domain.lending import LoanType
from ledger.domain.money import ZERO
from ledger.domain.products import ChargeType, SavingsProduct, ShareType
from ledger.usecases.founding import OpenAccount, open_account

_NAME_ACCOUNTS = (RoleAccount, SavingsProduct, ShareType, ChargeType, LoanType, Card)


def open_chart(books: Books, rows: Iterable[OpenAccount], *, carrying: int) -> None:
    """Open accounts, heads first; one that was closed is opened again as the row says.

    Raises:
        AccountExists, ChartBroken: one cannot stand there.
    """
    for row in rows:
        before = books.newest(Account, row.code)
        if before is None or not before.closed or before.kind is not row.kind:
            open_account(row, books)
        else:
            again = replace(
                before,
                name_th=row.name_th,
                name_en=row.name_en or row.name_th,
                parent=row.parent,
                head=row.head,
                closed=False,
            )
            if row.parent is not None:
                check_place(again, books.newest(Account, row.parent))
            books.add(again)
        books.add(CarriedThing(carrying, CarriedKind.ACCOUNT, row.code))


def close_unused(books: Books, code: str) -> None:
    """Close an account that was taken over, where it holds nothing and nothing names it."""
    account = books.newest(Account, code)
    if account is None or account.closed or books.balance(code) != ZERO:
        return
    if any(books.every(kind, account=code) for kind in _NAME_ACCOUNTS):
        return
    if not books.every(Account, parent=code, closed=False):
        books.add(replace(account, closed=True))
