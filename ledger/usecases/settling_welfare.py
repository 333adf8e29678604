"""What the welfare fund owes a member who leaves: approved claims, and benefits on her death.

It is paid besides the settlement, in the same act: it belongs to her or her nominee whatever she
owes the cooperative (domain.md 2.6 and 4.4).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from ledger.domain.books import Books
from ledger.domain.claim_check import state_of
from ledger.domain.money import ZERO
from ledger.domain.settling import OF_WELFARE, SettledItem, SettledKind
from ledger.domain.welfare_claims import ClaimState, WelfareClaim
from ledger.usecases.reversing import reverse
from ledger.usecases.welfare_claiming import (
    DecideWelfareClaim,
    FileWelfareClaim,
    PayWelfareClaim,
    approved,
    claim_of,
    paid,
    pay_welfare_claim,
)


class Leaver(Protocol):
    """What the command says that the fund needs."""

    @property
    def member(self) -> str: ...

    @property
    def on(self) -> date: ...

    @property
    def left(self) -> date | None: ...

    @property
    def resolution(self) -> str: ...

    @property
    def benefits(self) -> tuple[str, ...]: ...

    @property
    def documents(self) -> tuple[str, ...]: ...

    @property
    def committee(self) -> tuple[str, ...]: ...

    @property
    def approved_by(self) -> str: ...

    @property
    def welfare_bank(self) -> str | None: ...


def pay_welfare(
    command: Leaver, books: Books, payee: str, *, number: int, row: int
) -> list[SettledItem]:
    """Pay what was approved before, then claim, approve and pay the benefits named; the lines.

    Raises:
        UnknownBenefit, NotInWelfareFund, ClaimNotPayable, and the refusals of recording a
        payment.
    """
    items = []
    for one in books.every(WelfareClaim, member=command.member):
        if state_of(books, one) is ClaimState.APPROVED:
            pay_welfare_claim(_payment(command, one.number, payee), books)
            items.append((SettledKind.CLAIM, one.number, one.amount))
    for code in command.benefits:
        granted = _granted(command, books, code)
        # One row: a claim has no two versions in one act.
        books.add(paid(granted, _payment(command, granted.number, payee), books))
        items.append((SettledKind.BENEFIT, granted.number, granted.amount))
    return [
        SettledItem(number, at, kind, None, None, amount, ZERO, amount, ZERO, claim=claim)
        for at, (kind, claim, amount) in enumerate(items, start=row)
    ]


def take_welfare_back(books: Books, items: Sequence[SettledItem], *, on: date, reason: str) -> None:
    """Reverse the payments; a benefit claimed with the settlement is cancelled, too."""
    for item in items:
        if item.kind not in OF_WELFARE:
            continue
        claim = books.newest(WelfareClaim, item.claim)
        if claim is None or claim.entry is None:
            continue
        if books.reversed_by(claim.entry) is None:
            reverse(books, claim.entry, on=on, reason=reason)
        if item.kind is SettledKind.BENEFIT:
            books.add(replace(claim, state=ClaimState.CANCELLED, reason=reason))


def _granted(command: Leaver, books: Books, code: str) -> WelfareClaim:
    """A benefit claimed for the day on which the membership ended, and approved."""
    claim = claim_of(
        FileWelfareClaim(
            member=command.member,
            benefit=code,
            start=command.left or command.on,
            on=command.on,
            documents=command.documents,
            admitted=command.left or command.on,
        ),
        books,
    )
    decision = DecideWelfareClaim(
        claim=claim.number,
        approved=True,
        on=command.on,
        resolution=command.resolution,
        committee=command.committee,
        chair=command.approved_by,
    )
    return approved(claim, decision, books)


def _payment(command: Leaver, claim: int, payee: str) -> PayWelfareClaim:
    return PayWelfareClaim(claim=claim, on=command.on, bank=command.welfare_bank, payee=payee)
