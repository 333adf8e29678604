"""Whether what members pay covers what lenders ask for, month by month (feature 37)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.days import Month
from ledger.domain.lending import Direction
from ledger.domain.limits import check_count
from ledger.domain.loans.contract import Card
from ledger.domain.money import ZERO, Money, total
from ledger.queries.loans import named_loans
from ledger.queries.standing import last_day
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthAhead:
    """One month to come. ``collect`` is what members' plans bring, ``pay`` what lenders ask for.

    The first month has what is late on either leg. ``cover`` is what is left of ``collect``,
    ``so_far`` the sum of it from the first month on: negative means money must come from
    elsewhere.
    """

    month: Month
    collect: Money
    pay: Money
    cover: Money
    so_far: Money


@dataclass(frozen=True, slots=True)
class LegForecast:
    """The months ahead of one received loan with what was lent on from it, or of all together.

    ``short_from`` is the first month in which the sum so far is negative.
    """

    at: date
    source: int | None
    lender: str
    months: tuple[MonthAhead, ...]
    short_from: Month | None


@dataclass(frozen=True, slots=True)
class Forecast:
    """All received loans together, and each with its own members' loans."""

    at: date
    together: LegForecast
    sources: tuple[LegForecast, ...]


def forecast(reader: Reader, *, at: date | None = None, months: int = 12) -> Forecast:
    """Whether collections cover the lenders' instalments, each paid on its day.

    Raises:
        CountOutOfRange: fewer months than one, or more than 120.
    """
    check_count("months", months, least=1, most=120)
    day = last_day(reader, at)
    read = [
        (loan, loan.card(at=day), name) for loan, name in named_loans(reader) if not loan.write_off
    ]
    lenders = [one for one in read if one[0].contract.direction is Direction.IN]
    members = [one for one in read if one[0].contract.direction is Direction.OUT]
    sources = tuple(
        _ahead(
            day,
            months,
            [card for loan, card, _ in members if loan.contract.source == own.contract.card],
            [own_card],
            source=own.contract.card,
            lender=lender,
        )
        for own, own_card, lender in lenders
    )
    together = _ahead(
        day,
        months,
        [card for loan, card, _ in members if loan.contract.source is not None],
        [card for _, card, _ in lenders],
    )
    return Forecast(day, together, sources)


def _ahead(  # noqa: PLR0913 - the two legs, and whose they are
    day: date,
    months: int,
    members: list[Card],
    lenders: list[Card],
    *,
    source: int | None = None,
    lender: str = "",
) -> LegForecast:
    rows, so_far = [], ZERO
    for at in range(months):
        month = Month.of(day).plus(at)
        collect = total(_asked(card, month, first=at == 0) for card in members)
        pay = total(_asked(card, month, first=at == 0) for card in lenders)
        so_far += collect - pay
        rows.append(
            MonthAhead(month=month, collect=collect, pay=pay, cover=collect - pay, so_far=so_far)
        )
    short = next((row.month for row in rows if row.so_far < ZERO), None)
    return LegForecast(day, source, lender, tuple(rows), short)


def _asked(card: Card, month: Month, *, first: bool) -> Money:
    """What the rows of a month ask for; what is late is asked for in the first month."""
    standing = card.standing
    asked = total(row.principal + row.interest for row in card.coming if month.holds(row.day))
    late = standing.overdue_principal
    if card.coming and month.holds(card.coming[-1].day):
        asked -= late  # the card foresees it in its last row
    return asked + (late + standing.penalty if first else ZERO)
