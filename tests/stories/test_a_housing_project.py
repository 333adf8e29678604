"""A year of one housing project, worked by hand: loan, grant, leased land, insurance, committee.

Three households of ริมคลอง are surveyed and certified, save a tenth of what they borrow, and get
roads and houses from a grant in two parts. They live on a leased rai at 0.75 baht a square wah:

    plots 100 / 120.5 / 79.5 wah   ->  75.00 / 90.38 / 59.63 a month (half up)   = 225.01
    the owner asks 400 wah x 0.75                                                = 300.00
    twelve months billed                                          12 x 225.01    = 2,700.12
    the third household stops paying in October                    3 x  59.63    =   178.89 open
    collected                                              2,700.12 - 178.89     = 2,521.23
    remitted for the year                                         12 x 300.00    = 3,600.00
    advanced by the cooperative                            3,600.00 - 2,521.23   = 1,078.77

    grant 120,000: received 80,000 + 40,000; roads 55,000, three houses at 20,000 = 115,000 spent
    returned                                                                     =   5,000
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from ledger.domain.committees import Position
from ledger.domain.days import Month
from ledger.domain.land import LandArea
from ledger.domain.leases import PlotReason
from ledger.domain.members import Person
from ledger.domain.money import ZERO, Money, baht
from ledger.domain.projects import Certified, PartKind
from ledger.domain.refusals.grants import GrantMoneyShort
from ledger.queries.committees import committees_at
from ledger.queries.control import cards_and_control
from ledger.queries.fund_position import fund_position
from ledger.queries.grants import grant_card
from ledger.queries.insurance import insurance_card
from ledger.queries.integrity import audit
from ledger.queries.leases import lease_card
from ledger.queries.plots import plot_register
from ledger.queries.projects import project_statement
from ledger.queries.survey import survey_register
from ledger.usecases.claiming_insurance import PayOutClaim, ReceiveClaim, ReduceClaim
from ledger.usecases.collecting import PostSheet, SheetLine
from ledger.usecases.counting import Pieces
from ledger.usecases.grant_money import ReturnGrant
from ledger.usecases.granting import BudgetLine, CloseGrant
from ledger.usecases.insuring import BillPremiums, RemitPremiums
from ledger.usecases.leasing import TransferPlot
from ledger.usecases.projecting import DecideSurvey, LinkProject
from ledger.usecases.seating import OpenCommittee, SeatMember
from ledger.usecases.visiting import Item, ItemKind
from tests.support.books import START, Village, found_village
from tests.support.lending import borrowing, contract, pay_out, with_types
from tests.support.projects import (
    HOUSES,
    ROADS,
    billed,
    claimed,
    granted,
    insured,
    joined,
    leased,
    plot,
    received,
    remitted,
    rent_paid,
    spent,
    surveyed,
)
from tests.support.refused import refused

YEAR_END, MARCH, JUNE = date(2026, 12, 31), date(2026, 3, 31), date(2026, 6, 1)
HOUSEHOLDS = ("ก-๑", "ก-๒", "ก-๓")
PLOTS = (("A-1", "100"), ("A-2", "0-1-20.5"), ("A-3", "79.5"))


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    """The year as it was kept, and what its questions answered in March."""
    village = found_village(tmp_path_factory.mktemp("project"), today=YEAR_END)
    with village.book:
        _people(village)
        _loan(village)
        _grant_until_march(village)
        in_march = village.book.ask(grant_card, grant="INFRA", at=MARCH)
        _grant_until_the_end(village)
        _land(village)
        _insurance(village)
        yield village, in_march


def _people(village: Village) -> None:
    joined(village)
    for at, household in enumerate(HOUSEHOLDS, start=1):
        number, cards = village.member(household=household, person=Person(given=f"คนที่ {at}"))
        village.deposit(cards["PROMISE"], baht(10_000), on=START)
        surveyed(village, household=household)
        for standing in (Certified.QUALIFIED, Certified.CERTIFIED):
            village.run(
                DecideSurvey(
                    project="RIM",
                    number=at,
                    standing=standing,
                    on=JUNE,
                    resolution="มติ ๑/๒๕๖๙",
                    member=number,
                )
            )
    village.run(OpenCommittee(code="BUILD", name_th="คณะทำงานก่อสร้าง", working_group=True))
    village.run(
        SeatMember(
            committee="BUILD",
            member="0001",
            position=Position.CHAIRPERSON,
            since=START,
            until=JUNE,
            resolution="มติ ๑/๒๕๖๙",
        )
    )


def _loan(village: Village) -> None:
    source = borrowing(with_types(village), baht(300_000))
    pay_out(village, source, baht(300_000))
    for member in ("0001", "0002", "0003"):
        card = contract(village, member, baht(100_000), source=source)
        pay_out(village, card, baht(100_000))
    for kind, reference in (
        (PartKind.LOAN, str(source)),
        (PartKind.SAVINGS, "PROMISE"),
    ):
        village.run(LinkProject(project="RIM", kind=kind, reference=reference))


def _grant_until_march(village: Village) -> None:
    lines = (
        BudgetLine(code=ROADS, name="ถนน", amount=baht(60_000)),
        BudgetLine(code=HOUSES, name="บ้าน", amount=baht(60_000), household_limit=baht(20_000)),
    )
    granted(village, total=baht(120_000), lines=lines)
    village.run(LinkProject(project="RIM", kind=PartKind.GRANT, reference="INFRA"))
    received(village, baht(80_000))
    spent(village, baht(55_000))
    spent(village, baht(20_000), HOUSES, household="ก-๑", on=date(2026, 3, 10))
    with refused(village.book, GrantMoneyShort, held=baht(5_000), asked=baht(20_000)):
        spent(village, baht(20_000), HOUSES, household="ก-๒", on=date(2026, 3, 11))


def _grant_until_the_end(village: Village) -> None:
    received(village, baht(40_000), on=JUNE)
    for household in HOUSEHOLDS[1:]:
        spent(village, baht(20_000), HOUSES, household=household, on=JUNE)
    village.run(ReturnGrant(grant="INFRA", amount=baht(5_000), on=YEAR_END))
    village.run(CloseGrant(grant="INFRA", on=YEAR_END))


def _land(village: Village) -> None:
    """Rent is billed month by month and collected on the sheets; the third stops in October."""
    leased(village, rate=Money(75))
    village.run(LinkProject(project="RIM", kind=PartKind.LEASE, reference="SRT"))
    for at, (code, area) in enumerate(PLOTS, start=1):
        plot(village, code, area, f"000{at}")
    for month in range(1, 13):
        charges = billed(village, Month(2026, month))
        _sheet(village, charges if month < 10 else charges[:2], Month(2026, month).last)
    remitted(village, baht(3_600), on=YEAR_END, advance=True)
    village.run(
        TransferPlot(
            lease="SRT",
            plot="A-3",
            to="0001",
            on=YEAR_END,
            reason=PlotReason.SALE,
            resolution="มติ ๙/๒๕๖๙",
        )
    )


def _sheet(village: Village, charges: list[int], on: date) -> None:
    paid = {
        charge: Money(village.one("SELECT amount FROM charges WHERE number = ?", (charge,)))
        for charge in charges
    }
    lines = tuple(
        SheetLine(
            member=f"000{at}",
            items=(Item(item=ItemKind.CHARGE, charge=charge, amount=amount),),
        )
        for at, (charge, amount) in enumerate(paid.items(), start=1)
    )
    satang = sum(amount.satang for amount in paid.values())
    counted = (
        Pieces(denomination=baht(1), pieces=satang // 100),
        Pieces(denomination=Money(25), pieces=satang % 100 // 25),
    )
    village.run(PostSheet(on=on, lines=lines, counted=counted, reason="เศษสตางค์"))


def _insurance(village: Village) -> None:
    insured(village)
    village.run(BillPremiums(policy="HOUSE", due_on=START, amount=baht(360)))
    for (charge,) in village.rows("SELECT number FROM charges WHERE type = 'INS-HOUSE'"):
        rent_paid(village, charge, baht(360))
    village.run(RemitPremiums(policy="HOUSE", amount=baht(1_080), on=JUNE))
    claim = claimed(village, None, member="0003", event_on=JUNE, on=JUNE)
    village.run(ReceiveClaim(claim=claim, amount=baht(48_000), on=YEAR_END))
    village.run(ReduceClaim(claim=claim, amount=baht(2_000), on=YEAR_END, reason="ส่วนแรก"))
    village.run(PayOutClaim(claim=claim, amount=baht(48_000), on=YEAR_END, payee="คนที่ 3"))


def test_the_grant_is_told_to_the_satang_and_closed(year):
    village, in_march = year

    told = village.book.ask(grant_card, grant="INFRA", at=YEAR_END)

    assert (told.received, told.spent, told.returned) == (baht(120_000), baht(115_000), baht(5_000))
    assert (told.remaining, told.booked, told.to_receive) == (ZERO, ZERO, ZERO)
    assert [(one.household, one.spent) for one in told.households] == [
        (household, baht(20_000)) for household in HOUSEHOLDS
    ]
    assert (in_march.remaining, in_march.booked) == (baht(5_000), baht(5_000))


def test_march_is_told_the_same_at_the_end_of_the_year(year):
    village, in_march = year

    again = village.book.ask(grant_card, grant="INFRA", at=MARCH)

    assert (again.parts, again.spendings, again.booked) == (
        in_march.parts,
        in_march.spendings,
        in_march.booked,
    )


def test_the_rent_is_told_to_the_satang_with_every_difference(year):
    village, _ = year

    told = village.book.ask(lease_card, lease="SRT", at=YEAR_END)

    row = told.row
    assert (row.owed, row.billed) == (baht(3_600), baht(2_700, 12))
    assert (row.collected, row.outstanding) == (baht(2_521, 23), baht(178, 89))
    assert (row.remitted, row.open, row.held) == (baht(3_600), ZERO, -baht(1_078, 77))
    assert (told.booked, told.difference) == (-baht(1_078, 77), ZERO)
    assert [one.outstanding for one in told.members] == [ZERO, ZERO, baht(178, 89)]
    assert [one.plots for one in told.members] == [("A-1", "A-3"), ("A-2",), ()]
    register = village.book.ask(plot_register, at=YEAR_END)
    assert register.area == LandArea.parse("300")


def test_one_page_tells_the_whole_project(year):
    village, _ = year

    page = village.book.ask(project_statement, project="RIM", at=YEAR_END)

    assert (page.approved, page.owed, page.members_owe) == (baht(300_000),) * 3
    assert (page.savings, page.savings_share) == (baht(30_000), Fraction(1, 10))
    assert (page.granted, page.grant_spent, page.grant_remaining) == (
        baht(120_000),
        baht(115_000),
        ZERO,
    )
    assert (page.rent_owed, page.rent_remitted, page.rent_outstanding) == (
        baht(3_600),
        baht(3_600),
        baht(178, 89),
    )
    assert (page.surveyed, page.certified) == (3, 3)
    assert [one.household for one in page.members] == list(HOUSEHOLDS)


def test_insurance_is_passed_on_and_the_claim_paid_out(year):
    village, _ = year

    told = village.book.ask(insurance_card, policy="HOUSE", at=YEAR_END)

    assert (told.row.collected, told.row.held) == (baht(1_080), ZERO)
    (claim,) = told.claims
    assert (claim.open, claim.held, claim.paid_out) == (ZERO, ZERO, baht(48_000))


def test_who_built_is_known_for_the_days_of_the_term(year):
    village, _ = year

    sat = [village.book.ask(committees_at, at=day).seats for day in (JUNE, YEAR_END)]

    assert sat == [1, 0]
    assert village.book.ask(survey_register, project="RIM").people == 12


def test_nothing_of_it_was_income_and_the_book_is_sound(year):
    village, _ = year

    income = village.rows(
        "SELECT DISTINCT account FROM lines WHERE account LIKE '4%' OR account LIKE '5%'"
    )

    assert income == []
    assert village.book.ask(cards_and_control).agrees
    assert village.book.ask(fund_position).agrees
    assert village.book.ask(audit).findings == ()
