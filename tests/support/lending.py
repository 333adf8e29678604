"""Builders for loans: both legs in a small cooperative with money in the bank."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from ledger.domain.commands import Outcome
from ledger.domain.lending import Direction
from ledger.domain.loans.terms import Method
from ledger.domain.money import Money, baht
from ledger.queries.integrity import audit
from ledger.usecases.lending import DefineLoanType, OpenLoan
from ledger.usecases.loan_payouts import PayOutLoan
from ledger.usecases.repaying import RepayLender
from ledger.usecases.visiting import Item, ItemKind, ReceiveVisit
from tests.support.books import START, Village

TWELVE_THOUSAND, HUNDRED_THOUSAND = baht(12_000), baht(100_000)
SIX, FOUR = Fraction(6, 100), Fraction(4, 100)


def with_types(village: Village, **rules: Any) -> Village:
    """Equal principal at whatever rate: every figure is a simple product of days."""
    rules = {"method": Method.EQUAL_PRINCIPAL, **rules}
    for code, direction, account, interest, penalty in (
        ("ORD", Direction.OUT, "13010", "41010", "42010"),
        ("CODI", Direction.IN, "24010", "51040", "51040"),
    ):
        village.run(
            DefineLoanType(
                code=code,
                name_th=code,
                direction=direction,
                account=account,
                interest_account=interest,
                penalty_account=penalty,
                **rules,
            )
        )
    return village


def contract(
    village: Village, member: str | None, approved: Money = TWELVE_THOUSAND, **named: Any
) -> int:
    fields = {"type": "ORD", "on": START, "rate": SIX, "instalments": 12, **named}
    made = village.run(OpenLoan(member=member, approved=approved, **fields)).made
    return int(str(made["card"]))


def borrowing(village: Village, approved: Money = HUNDRED_THOUSAND, **named: Any) -> int:
    fields = {"type": "CODI", "on": START, "rate": FOUR, "instalments": 10, **named}
    made = village.run(OpenLoan(lender="พอช.", approved=approved, **fields)).made
    return int(str(made["card"]))


def pay_out(village: Village, card: int, amount: Money, on: date = START, **named: Any) -> Outcome:
    return village.run(PayOutLoan(card=card, amount=amount, on=on, **named))


def lent(village: Village, amount: Money = TWELVE_THOUSAND, **named: Any) -> int:
    """A member's loan with twelve instalments, paid out of what was drawn from the lender."""
    source = borrowing(village)
    pay_out(village, source, baht(50_000))
    member, _ = village.member()
    card = contract(village, member, amount, **named)
    pay_out(village, card, amount)
    return card


def item(card: int, amount: Money, **named: Any) -> Item:
    return Item(item=ItemKind.LOAN, card=card, amount=amount, **named)


def pay(village: Village, card: int, amount: Money, on: date, **named: Any) -> Outcome:
    return village.run(ReceiveVisit(on=on, items=(item(card, amount, **named),)))


def repay(village: Village, card: int, amount: Money, on: date, **named: Any) -> Outcome:
    return village.run(RepayLender(card=card, amount=amount, on=on, **named))


def owed(village: Village, card: int) -> Money:
    """What the books say of a card, debit positive."""
    account = village.one("SELECT account FROM cards WHERE number = ?", (card,))
    return village.book.ask(lambda reader: reader.card_balance(card, account))


def is_sound(village: Village) -> bool:
    return village.book.ask(audit).findings == ()
