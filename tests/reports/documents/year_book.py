"""A cooperative at its year's end: closed, allocated, and some members already paid."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

from ledger.domain.distribution import Refund
from ledger.domain.dividend import WeightRule
from ledger.domain.members import Person
from ledger.domain.money import baht
from ledger.domain.surplus import ProposalLine, Use
from ledger.domain.year_end import Debt
from ledger.usecases.charging import ChargeMembers
from ledger.usecases.due_paying import PayDues
from ledger.usecases.surplus_allocating import AllocateSurplus, DividendTerms
from ledger.usecases.vouching import PayExpense, ReceiveIncome
from ledger.usecases.year_closing import CloseYear
from tests.support.books import TODAY, Village, found_village
from tests.support.lending import lent, pay, with_types

MEETING, YEAR = date(2026, 3, 10), 2026
_MEMBERS = (("สมศรี", "มั่นคง", 4_000), ("บุญมี", "ใจงาม", 2_500), ("ทองดี", "ศรีสุข", 500))


def year_book(folder: Path) -> Village:
    """The fiscal year ended with February; the meeting was in March."""
    village = found_village(folder, year_ends_in=2, registration="กช. 12/2550")
    card = lent(with_types(village))
    pay(village, card, baht(1_061, 15), date(2026, 2, 1))
    for given, family, amount in _MEMBERS:
        _, cards = village.member(person=Person(given=given, family=family))
        village.buy(cards["SHARES"], baht(amount), on=date(2026, 1, 5))
    village.run(
        ReceiveIncome(
            account="46020",
            amount=baht(5_000),
            on=date(2026, 1, 20),
            payee="วัดบ้านใต้",
            purpose="บริจาค",
        )
    )
    village.run(
        PayExpense(
            account="53020",
            amount=baht(360, 50),
            on=date(2026, 2, 10),
            payee="ร้านเจริญ",
            purpose="กระดาษ",
        )
    )
    village.run(CloseYear(year=YEAR))
    village.run(
        AllocateSurplus(
            year=YEAR,
            on=MEETING,
            resolution="มติที่ประชุมใหญ่สามัญ ๑/๒๕๖๙",
            lines=(
                ProposalLine(Use.BONUS, amount=baht(300)),
                ProposalLine(Use.PUBLIC_BENEFIT, amount=baht(500)),
                ProposalLine(Use.OTHER, amount=baht(100), name="ทุนสำรองงานศพ"),
            ),
            dividend=DividendTerms(rate=Fraction(6, 100), weights=WeightRule.MONTH_OF),
            refund=Refund(Fraction(1, 10)),
        )
    )
    village.run(ChargeMembers(type="FINE", members=("0002",), amount=baht(4), due_on=MEETING))
    village.run(PayDues(year=YEAR, on=TODAY, members=("0002",), debts=(Debt.CHARGES,)))
    village.savings("0003", on=MEETING)
    village.run(PayDues(year=YEAR, on=TODAY, product="SAVINGS"))
    return village
