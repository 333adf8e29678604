"""The rows of a plan with interest on what is still owed, method by method, in whole satang."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ledger.domain.money import Money

Ratio = Callable[[int, int], int]


@dataclass(frozen=True, slots=True)
class Span:
    """The rows still to come: what is owed, and how each row's interest is made.

    ``adjust`` is added over ``whole`` to the first row's interest: money paid out within that row
    costs less than the whole row.
    """

    owed: int
    factors: Sequence[int]
    whole: int
    ratio: Ratio
    adjust: int = 0

    def after(self, rows: int, owed: int) -> Span:
        """The span that is left when so many rows have passed."""
        adjust = 0 if rows else self.adjust
        return Span(owed, self.factors[rows:], self.whole, self.ratio, adjust)


@dataclass(slots=True)
class Columns:
    """The plan's rows as columns of satang, one list each."""

    principal: list[int] = field(default_factory=list)
    interest: list[int] = field(default_factory=list)
    balance: list[int] = field(default_factory=list)

    def add(self, principal: int, interest: int, balance: int) -> None:
        self.principal.append(principal)
        self.interest.append(interest)
        self.balance.append(balance)

    def join(self, more: Columns, rows: int) -> None:
        """Append the first so many rows of another run."""
        self.principal += more.principal[:rows]
        self.interest += more.interest[:rows]
        self.balance += more.balance[:rows]


def interest_only(span: Span, rows: int) -> Columns:
    """So many rows that pay interest and no principal."""
    owed, adjust = span.owed, span.adjust
    interest = []
    for factor in span.factors[:rows]:
        interest.append(span.ratio(owed * factor + adjust, span.whole))
        adjust = 0
    return Columns([0] * len(interest), interest, [owed] * len(interest))


def level_rows(span: Span, level: int, *, first: int | None = None) -> Columns:
    """Every row pays ``level`` in all; the last one takes what is left, however much.

    ``first`` is another amount for the first row. A row whose interest is above the level pays
    the interest and no principal: unpaid interest never joins the principal.

    Raises:
        InstalmentNeverRepays: no row but the last would repay anything.
    """
    ratio, whole, balance, adjust = span.ratio, span.whole, span.owed, span.adjust
    principal: list[int] = []
    interests: list[int] = []
    balances: list[int] = []
    pays = level if first is None else first
    interest = 0
    for factor in span.factors[:-1]:
        interest = ratio(balance * factor + adjust, whole)
        part = pays - interest
        if part >= balance:
            break
        part = max(part, 0)
        balance -= part
        principal.append(part)
        interests.append(interest)
        balances.append(balance)
        pays, adjust = level, 0
    else:
        _refuse_if_nothing_repaid(level, interests, principal)
        interest = ratio(balance * span.factors[-1] + adjust, whole)
    principal.append(balance)
    interests.append(interest)
    balances.append(0)
    return Columns(principal, interests, balances)


def _refuse_if_nothing_repaid(level: int, interests: list[int], principal: list[int]) -> None:
    if principal and not any(principal):
        from ledger.domain.loans.refusals import InstalmentNeverRepays

        raise InstalmentNeverRepays(Money(level), Money(interests[0]), len(principal))


def level_rows_first(span: Span, level: int, rows: int, *, step: int) -> Columns:
    """As ``level_rows``, but the first row takes the residue so that the others pay the level.

    The first amount differs by whole ``step`` satang. Interest is rounded row by row, so a step or
    two may still be left for the last row.
    """
    span = Span(span.owed, span.factors[:rows], span.whole, span.ratio, span.adjust)

    def missed(first: int) -> int:
        return _short_of_level(level_rows(span, level, first=first), level, rows)

    pays = level
    for _ in range(4):
        pays += _carried_back(missed(pays), span, step)
    near = range(pays - 3 * step, pays + 4 * step, step)
    best = min(near, key=lambda first: (abs(missed(first)), abs(first - pays)))
    return level_rows(span, level, first=best)


def _short_of_level(columns: Columns, level: int, rows: int) -> int:
    """By how much the last row pays more than the level; rows that fell away count as unpaid."""
    missing = rows - len(columns.principal)
    return columns.principal[-1] + columns.interest[-1] - level * (1 + missing)


def _carried_back(amount: int, span: Span, step: int) -> int:
    """What the amount of the last row is worth in the first, in whole steps."""
    worth, bottom = abs(amount), step
    for factor in span.factors[1:]:
        worth, bottom = worth * span.whole, bottom * (span.whole + factor)
    steps = (2 * worth + bottom) // (2 * bottom)
    return steps * step if amount > 0 else -steps * step


def equal_principal_rows(span: Span, part: int) -> Columns:
    """Every row repays the same principal and its interest; the last row takes what is left."""
    rows = len(span.factors)
    full = min(rows, -(-span.owed // part)) - 1 if part else rows - 1
    return principal_rows(span, [*[part] * full, span.owed - part * full])


def equal_principal_first(span: Span, part: int) -> Columns:
    """The same with what rounding leaves over in the first row."""
    columns = equal_principal_rows(span, part)
    return principal_rows(span, columns.principal[::-1])


def spread_rows(span: Span, pays: Callable[[Span, int], int]) -> Columns:
    """Every row is computed anew; ``pays`` tells its principal from the rest and its interest."""
    columns, owed = Columns(), span.owed
    while owed:
        rest = span.after(len(columns.principal), owed)
        interest = span.ratio(owed * rest.factors[0] + rest.adjust, span.whole)
        is_last = len(rest.factors) == 1
        part = owed if is_last else min(owed, max(0, pays(rest, interest)))
        owed -= part
        columns.add(part, interest, owed)
    return columns


def principal_rows(span: Span, parts: Sequence[int]) -> Columns:
    """Rows with principal parts that are already decided."""
    ratio, whole, balance, adjust = span.ratio, span.whole, span.owed, span.adjust
    interests: list[int] = []
    balances: list[int] = []
    for factor, part in zip(span.factors, parts, strict=False):
        interests.append(ratio(balance * factor + adjust, whole))
        balance -= part
        balances.append(balance)
        adjust = 0
    return Columns(list(parts), interests, balances)
