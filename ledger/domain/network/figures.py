"""What one cooperative gives its network of one month: sums, and nobody's name (domain.md 5.2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any

from ledger.domain.accounts import BookKind
from ledger.domain.days import Month
from ledger.domain.money import ZERO, Money, Rounding

FORM = 1
"""Counted up whenever the figures say something in another way than before."""


class Saved(Enum):
    """What members' money is in a cooperative, whatever its products are called."""

    SAVINGS = "savings"
    PROMISE = "promise"
    FIXED = "fixed"
    PROMISE_EQUITY = "promise_equity"
    CONTRIBUTION = "contribution"
    SHARES = "shares"


class LentAs(Enum):
    """Kinds of loans to members, by the account that holds them."""

    ORDINARY = "ordinary"
    EMERGENCY = "emergency"
    SPECIAL = "special"
    HOUSING = "housing"
    LAND = "land"
    OTHER = "other"


class Lender(Enum):
    """From whom a cooperative borrowed."""

    CODI = "codi"
    NETWORK = "network"
    OTHER = "other"


class Toward(Enum):
    """Which side of money between two organisations this one is on.

    ``LENT`` and ``DEPOSITED`` are assets here, ``BORROWED`` and ``HELD`` debts.
    """

    LENT = "lent"
    DEPOSITED = "deposited"
    BORROWED = "borrowed"
    HELD = "held"

    @property
    def other_side(self) -> Toward:
        """What the same money is in the other organisation's book."""
        return {
            Toward.LENT: Toward.BORROWED,
            Toward.BORROWED: Toward.LENT,
            Toward.DEPOSITED: Toward.HELD,
            Toward.HELD: Toward.DEPOSITED,
        }[self]

    @property
    def is_asset(self) -> bool:
        return self in (Toward.LENT, Toward.DEPOSITED)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigures:
    """The figures that are set side by side; each of them may be added over organisations.

    ``due`` is what members' loans asked for in the month, with what was late before, ``collected``
    what came in on them; ``late_30`` and ``late_90`` are outstanding on loans more than so many
    days late. Income, expense and net are the month's; those of the year begin with its first day.
    ``in_arrears`` counts members with a promise, a charge or an instalment that is late.
    """

    members_opening: int = 0
    members_joined: int = 0
    members_left: int = 0
    members_entered_late: int = 0
    members: int = 0
    in_arrears: int = 0
    borrowers: int = 0
    savings: Money = ZERO
    shares: Money = ZERO
    outstanding: Money = ZERO
    amount_late: Money = ZERO
    late_30: Money = ZERO
    late_90: Money = ZERO
    due: Money = ZERO
    collected: Money = ZERO
    codi_balance: Money = ZERO
    codi_late: Money = ZERO
    cash: Money = ZERO
    bank: Money = ZERO
    income: Money = ZERO
    expense: Money = ZERO
    net: Money = ZERO
    income_of_year: Money = ZERO
    expense_of_year: Money = ZERO
    net_of_year: Money = ZERO
    assets: Money = ZERO
    reserve: Money = ZERO
    grants_unspent: Money = ZERO
    welfare_members: int = 0
    welfare_contributions: Money = ZERO
    welfare_benefits: Money = ZERO
    voids: int = 0
    reversals: int = 0
    entered_late: int = 0


@dataclass(frozen=True, slots=True)
class SavedRow:
    """Members' cards of one kind over the month."""

    kind: Saved
    cards: int
    brought_forward: Money
    paid_in: Money
    paid_out: Money
    balance: Money


@dataclass(frozen=True, slots=True)
class LentRow:
    """Loans to members of one kind: paid out and repaid (principal) in the month, and owed."""

    kind: LentAs
    loans: int
    paid_out: Money
    repaid: Money
    outstanding: Money
    amount_late: Money


@dataclass(frozen=True, slots=True)
class LateRow:
    """Loans late from so many days to so many; nothing for ``to_days`` is the last bucket."""

    from_days: int
    to_days: int | None
    loans: int
    outstanding: Money
    amount_late: Money


@dataclass(frozen=True, slots=True)
class BorrowedRow:
    """What is owed to lenders of one kind, and what of it is late."""

    lender: Lender
    loans: int
    balance: Money
    amount_late: Money


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group of the common chart over the month; balances are signed, debit positive."""

    group: str
    brought_forward: Money
    debit: Money
    credit: Money
    balance: Money


@dataclass(frozen=True, slots=True)
class TowardRow:
    """Money between this organisation and another one, named by its registration number."""

    organisation: str
    toward: Toward
    group: str
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthFigures:
    """All that is given of a month; ``closed`` says whether the month was shut by then."""

    form: int
    month: Month
    closed: bool
    kind: BookKind
    year_from: Month
    key: KeyFigures
    saved: tuple[SavedRow, ...]
    lent: tuple[LentRow, ...]
    late: tuple[LateRow, ...]
    borrowed: tuple[BorrowedRow, ...]
    groups: tuple[GroupRow, ...]
    toward: tuple[TowardRow, ...]
    last_deposit: date | None
    last_entry: date | None


@dataclass(frozen=True, slots=True)
class KeyRatios:
    """What the key figures say of each other; None over nothing (domain.md 3.7, 5.2).

    ``par_30`` and ``par_90`` are of what is outstanding; ``collection`` is collected of due;
    ``cost`` expense of income, both of the year; ``reserve`` of assets; ``in_arrears`` of members.
    """

    par_30: Fraction | None
    par_90: Fraction | None
    collection: Fraction | None
    cost: Fraction | None
    reserve: Fraction | None
    in_arrears: Fraction | None
    savings_per_member: Money | None


def ratios_of(key: KeyFigures) -> KeyRatios:
    """The ratios of one organisation, or of the sums of many."""
    per_member = None
    if key.members > 0:
        saved = Rounding.SATANG_HALF_UP.ratio(key.savings.satang, key.members)
        per_member = Money(saved)
    return KeyRatios(
        par_30=_part(key.late_30, key.outstanding),
        par_90=_part(key.late_90, key.outstanding),
        collection=_part(key.collected, key.due),
        cost=_part(key.expense_of_year, key.income_of_year),
        reserve=_part(key.reserve, key.assets),
        in_arrears=_of(key.in_arrears, key.members),
        savings_per_member=per_member,
    )


def added(many: Iterable[KeyFigures]) -> KeyFigures:
    """The sum of the figures of many organisations, field by field."""
    sums: dict[str, Any] = {}
    for one in many:
        for field in fields(one):
            value = getattr(one, field.name)
            sums[field.name] = sums[field.name] + value if field.name in sums else value
    return KeyFigures(**sums)


def _part(above: Money, below: Money) -> Fraction | None:
    return _of(above.satang, below.satang)


def _of(above: int, below: int) -> Fraction | None:
    """A percentage with two places, so that it ends in every writing."""
    if below <= 0:
        return None
    return Fraction(Rounding.SATANG_HALF_UP.ratio(above * 10_000, below), 10_000)
