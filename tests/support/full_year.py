"""What a cooperative does once a year, for the book that has done everything."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from ledger.domain.distribution import Refund
from ledger.domain.dividend import WeightRule
from ledger.domain.members import Person
from ledger.domain.money import baht
from ledger.usecases.due_paying import PayDues
from ledger.usecases.sharing_out import ShareOut
from ledger.usecases.surplus_allocating import AllocateSurplus, DividendTerms
from ledger.usecases.vouching import ReceiveIncome
from ledger.usecases.year_closing import CloseYear
from tests.support.books import START, TODAY, Village

FEBRUARY = date(2026, 2, 28)


def first_member(village: Village) -> dict[str, int]:
    """The first member's cards; a cycle is over before anything else begins."""
    _, cards = village.member(zone="ก", household="ก-๑", person=Person(given="น้ำผึ้ง"))
    village.buy(cards["SHARES"], baht(10), on=START)
    village.run(ShareOut(on=START, resolution="มติสิ้นรอบ"))
    return cards


def year_closed(village: Village) -> None:
    """The fiscal year that ends with February is closed and its surplus allocated."""
    village.run(
        ReceiveIncome(
            account="46020", amount=baht(9_000), on=FEBRUARY, payee="ผู้บริจาค", purpose="บริจาค"
        )
    )
    village.run(CloseYear(year=2026))
    terms = DividendTerms(rate=Fraction(6, 100), weights=WeightRule.MONTH_OF)
    village.run(
        AllocateSurplus(
            year=2026,
            on=TODAY,
            resolution="มติ ๓/๒๕๖๙",
            dividend=terms,
            refund=Refund(Fraction(1, 10)),
        )
    )
    village.run(PayDues(year=2026, on=TODAY))
