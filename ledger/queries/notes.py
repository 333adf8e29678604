"""Notes to the statements: what is behind the figures, from the settings and cards of the book."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ledger.domain.accounts import BookKind
from ledger.domain.days import Month, day_before
from ledger.domain.lending import Direction
from ledger.domain.money import Money
from ledger.domain.products import InterestMethod, SavingsProduct, SavingsRate
from ledger.queries.banks import Banks, banks
from ledger.queries.cash import CashHeld, cash_held
from ledger.queries.financial import FinancialPosition, financial_position
from ledger.queries.loans import LoanRow, loans
from ledger.queries.products import SavingsAndShares, savings_and_shares
from ledger.queries.share_papers import ShareRegister, share_register
from ledger.queries.standing import last_day, the_cooperative, year_start
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class RateOfProduct:
    """How a savings product earns at the day: its method and its rates by amount."""

    product: str
    name_th: str
    name_en: str
    method: InterestMethod
    rates: tuple[tuple[Money, Fraction], ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes as at a day, amounts beside those at the end of the fiscal year before."""

    at: date
    year_from: date
    kind: BookKind
    registration: str
    year_ends_in: int
    cash: CashHeld | None
    banks: Banks
    position: FinancialPosition
    lent: tuple[LoanRow, ...]
    borrowed: tuple[LoanRow, ...]
    products: SavingsAndShares
    rates: tuple[RateOfProduct, ...]
    shares: ShareRegister


def notes(reader: Reader, *, at: date | None = None) -> Notes:
    """What an accountant writes below the statements of a day."""
    day = last_day(reader, at)
    start = year_start(reader, Month.of(day)).first
    cooperative = the_cooperative(reader)
    found = [row for row in loans(reader, at=day).rows if row.outstanding.satang]
    return Notes(
        at=day,
        year_from=start,
        kind=cooperative.kind,
        registration=cooperative.registration,
        year_ends_in=cooperative.year_ends_in,
        cash=cash_held(reader, since=start, until=day),
        banks=banks(reader, since=start, until=day),
        position=financial_position(reader, at=day, compared_with=day_before(start)),
        lent=tuple(row for row in found if row.direction is Direction.OUT),
        borrowed=tuple(row for row in found if row.direction is Direction.IN),
        products=savings_and_shares(reader, since=start, until=day),
        rates=rates_at(reader, day),
        shares=share_register(reader, at=day, since=start),
    )


def rates_at(reader: Reader, day: date) -> tuple[RateOfProduct, ...]:
    """The rates of every savings product in force on a day, lowest amount first."""
    found = []
    every = reader.every(SavingsRate)
    for product in reader.every(SavingsProduct):
        mine = [one for one in every if one.product == product.code and one.from_day <= day]
        latest = max((one.from_day for one in mine), default=None)
        rates = sorted((one.from_amount, one.rate) for one in mine if one.from_day == latest)
        found.append(
            RateOfProduct(
                product.code, product.name_th, product.name_en, product.method, tuple(rates)
            )
        )
    return tuple(found)
