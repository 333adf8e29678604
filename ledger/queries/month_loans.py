"""Loans of both legs in the sums of a month: lent and repaid, late by days, due and collected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ledger.domain.accounts import RoleAccount
from ledger.domain.days import Month, day_before
from ledger.domain.lending import Direction
from ledger.domain.loans.contract import Card, Kind
from ledger.domain.money import ZERO, Money, total
from ledger.domain.network.figures import BorrowedRow, LateRow, Lender, LentAs, LentRow
from ledger.domain.owing import Owing
from ledger.queries.kept_loans import every_loan
from ledger.queries.loan_quality import BUCKETS, within_days
from ledger.storage.reading import Reader

_LENDERS = {"borrowing_codi": Lender.CODI, "borrowing_network": Lender.NETWORK}


@dataclass(frozen=True, slots=True)
class _Lent:
    """One loan at the end of the month; nothing is outstanding from a write-off on."""

    loan: Owing
    card: Card
    outstanding: Money

    @property
    def is_owed(self) -> bool:
        return self.outstanding > ZERO

    @property
    def late(self) -> Money:
        return self.card.standing.amount_late if self.is_owed else ZERO

    @property
    def days_late(self) -> int:
        return self.card.standing.days_late if self.is_owed else 0


@dataclass(frozen=True, slots=True)
class MonthLoans:
    """All loans in sums; ``borrowers`` and ``members_late`` are for counting with others."""

    lent: tuple[LentRow, ...]
    late: tuple[LateRow, ...]
    borrowed: tuple[BorrowedRow, ...]
    due: Money
    collected: Money
    borrowers: frozenset[str]
    members_late: frozenset[str]

    def late_by(self, days: int) -> Money:
        """Outstanding on loans more than so many days late; buckets begin at such days."""
        return total(row.outstanding for row in self.late if row.from_days > days)

    @property
    def codi(self) -> BorrowedRow:
        found = [row for row in self.borrowed if row.lender is Lender.CODI]
        return found[0] if found else BorrowedRow(Lender.CODI, 0, ZERO, ZERO)


def loans_in_sums(then: Reader, month: Month, where: Mapping[str, str]) -> MonthLoans:
    """The loans of a book at the end of a month; ``where`` is the group of every account."""
    found = [_lent(loan, loan.card(at=month.last)) for loan in every_loan(then)]
    out = [one for one in found if one.loan.contract.direction is Direction.OUT]
    back = [one for one in found if one.loan.contract.direction is Direction.IN]
    owed = [one for one in out if one.is_owed]
    kinds = _kinds(then)
    return MonthLoans(
        lent=tuple(_lent_rows(out, kinds, month)),
        late=tuple(_late_row(owed, *days) for days in BUCKETS),
        borrowed=tuple(_borrowed([one for one in back if one.is_owed], where)),
        due=total(_due(one.loan, month) for one in out),
        collected=total(_collected(one.card, month) for one in out),
        borrowers=frozenset(one.loan.contract.member or "" for one in owed),
        members_late=frozenset(one.loan.contract.member or "" for one in owed if one.days_late > 0),
    )


def _lent(loan: Owing, card: Card) -> _Lent:
    off = loan.write_off
    gone = off is not None and off.on <= card.standing.day
    return _Lent(loan, card, ZERO if gone else card.standing.outstanding)


def _kinds(then: Reader) -> Mapping[str, LentAs]:
    """The kind of loan by account, for accounts that play the role of one."""
    names = {f"loan_{one.value}": one for one in LentAs}
    roles = then.every(RoleAccount)
    return {one.account: names[one.role] for one in roles if one.role in names}


def _lent_rows(
    out: Iterable[_Lent], kinds: Mapping[str, LentAs], month: Month
) -> Iterable[LentRow]:
    by_kind: dict[LentAs, list[_Lent]] = {}
    for one in out:
        by_kind.setdefault(kinds.get(one.loan.contract.account, LentAs.OTHER), []).append(one)
    for kind in LentAs:
        if kind in by_kind:
            yield _lent_row(kind, by_kind[kind], month)


def _lent_row(kind: LentAs, loans: Iterable[_Lent], month: Month) -> LentRow:
    loans = list(loans)
    lines = [line for one in loans for line in one.card.lines if month.holds(line.date)]
    return LentRow(
        kind=kind,
        loans=sum(one.is_owed for one in loans),
        paid_out=total(line.amount for line in lines if line.kind is Kind.PAID_OUT),
        repaid=total(line.principal for line in lines),
        outstanding=total(one.outstanding for one in loans),
        amount_late=total(one.late for one in loans),
    )


def _late_row(owed: Iterable[_Lent], from_days: int, to_days: int | None) -> LateRow:
    within = within_days(owed, from_days, to_days)
    return LateRow(
        from_days,
        to_days,
        len(within),
        total(one.outstanding for one in within),
        total(one.late for one in within),
    )


def _borrowed(back: Iterable[_Lent], where: Mapping[str, str]) -> Iterable[BorrowedRow]:
    by_lender: dict[Lender, list[_Lent]] = {}
    for one in back:
        lender = _LENDERS.get(where.get(one.loan.contract.account, ""), Lender.OTHER)
        by_lender.setdefault(lender, []).append(one)
    for lender in Lender:
        if lender in by_lender:
            loans = by_lender[lender]
            balance = total(one.outstanding for one in loans)
            yield BorrowedRow(lender, len(loans), balance, total(one.late for one in loans))


def _due(loan: Owing, month: Month) -> Money:
    """What the loan asked for in the month: what was late when it began, and the rows due in it."""
    before = day_before(month.first)
    off = loan.write_off
    if loan.paid_out_by(before) == ZERO or (off is not None and off.on <= before):
        return ZERO
    return loan.card(at=before).due_through(month.last)


def _collected(card: Card, month: Month) -> Money:
    return total(
        line.amount for line in card.lines if line.kind is Kind.PAYMENT and month.holds(line.date)
    )
