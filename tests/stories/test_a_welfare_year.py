"""A year of a welfare fund, worked by hand to the satang, with every cap reached once.

Somsri (0001) and Thongdi (0003) come from an older book that was paid through 2025; Bunmi (0002)
joins on 1 January 2026. Nights are worth 200, at most 600 a stay and 1,000 a year.

In 2026 comes in: a gift of 40,000, contributions of 365 + 180 + 365 = 910; together 40,910.
Benefits: Somsri 600 + 400, Bunmi 400, Thongdi 200 + 600 + 30,000; together 32,200.
Paper costs 800. Left in cash: 40,910 - 32,200 - 800 = 7,910.
"""

from __future__ import annotations

from datetime import date

import pytest

from ledger.domain.accounts import BookKind
from ledger.domain.benefits import BenefitRule, Per, Tier
from ledger.domain.contributions import Rhythm
from ledger.domain.members import Leaving, Person
from ledger.domain.money import ZERO, baht
from ledger.domain.refusals.welfare import ClaimNotPayable
from ledger.domain.welfare_claims import BenefitHeading, ClaimState
from ledger.domain.welfare_fund import WelfareLeaving
from ledger.queries.integrity import audit
from ledger.queries.welfare_card import claimable
from ledger.queries.welfare_claims import welfare_claim, welfare_claims
from ledger.queries.welfare_members import welfare_members
from ledger.queries.welfare_money import Figure
from ledger.queries.welfare_report import welfare_report
from ledger.usecases.members import EndMembership
from ledger.usecases.vouching import PayExpense, ReceiveIncome
from ledger.usecases.welfare_claiming import (
    DecideWelfareClaim,
    FileWelfareClaim,
    PayWelfareClaim,
)
from ledger.usecases.welfare_joining import JoinWelfare
from ledger.usecases.welfare_ruling import SetBenefitRule
from ledger.usecases.year_closing import CloseYear
from tests.support.books import START, found_village
from tests.support.refused import refused

SOMSRI, BUNMI, THONGDI = "0001", "0002", "0003"
END = date(2026, 12, 31)
RULES = (
    (
        BenefitRule(
            code="HOSPITAL",
            per=Per.NIGHT,
            amount=baht(200),
            waiting_days=180,
            grace_days=15,
            most_per_event=baht(600),
            most_per_year=baht(1_000),
        ),
        BenefitHeading.SICKNESS,
    ),
    (
        BenefitRule(code="ELDERLY", per=Per.YEAR, amount=baht(200), least_age=60, least_years=3),
        BenefitHeading.ELDERLY,
    ),
    (
        BenefitRule(
            code="DEATH",
            tiers=(
                Tier(baht(3_000), days=180),
                Tier(baht(10_000), years=3),
                Tier(baht(30_000), years=10),
            ),
            events_per_life=1,
        ),
        BenefitHeading.DEATH,
    ),
)


@pytest.fixture
def village(tmp_path):
    made = found_village(tmp_path, today=date(2027, 1, 31), kind=BookKind.WELFARE_FUND)
    with made.book:
        for rule, heading in RULES:
            made.run(
                SetBenefitRule(
                    rule=rule,
                    from_day=START,
                    name_th=rule.code,
                    heading=heading,
                    resolution="มติประชุมใหญ่ ๑/๒๕๖๙",
                )
            )
        _join(made, date(2025, 1, 1), Rhythm.DAY, 1, paid=365, through=date(2025, 12, 31))
        _join(made, START, Rhythm.MONTH, 30, paid=180)
        _join(made, date(2015, 1, 1), Rhythm.YEAR, 365, paid=365, through=date(2025, 12, 31))
        gift = {"account": "46020", "payee": "วัดริมน้ำ", "purpose": "บริจาค"}
        made.run(ReceiveIncome(amount=baht(40_000), on=START, **gift))  # type: ignore[arg-type]  # texts
        yield made
        assert made.book.ask(audit).findings == ()


def _join(village, on, rhythm, amount, *, paid, through=None):  # noqa: PLR0913 - a table
    person = Person(given="สมาชิก", born="1955-06-01")
    number, cards = village.member(on=on, person=person)
    village.run(
        JoinWelfare(member=number, on=on, rhythm=rhythm, amount=baht(amount), through=through)
    )
    village.deposit(cards["WELFARE"], baht(paid), on=START)


def asks(village, member, start, end=None, **fields):
    fields = {"benefit": "HOSPITAL", "on": end or start, "admitted": start, **fields}
    made = village.run(FileWelfareClaim(member=member, start=start, end=end, **fields)).made
    return int(str(made["claim"]))


def gets(village, amount, member, start, end=None, **fields):
    """A claim that is approved and paid on the day it is filed, with what it comes to."""
    claim = asks(village, member, start, end, **fields)
    on = village.book.ask(welfare_claim, claim=claim).row.on
    village.run(
        DecideWelfareClaim(
            claim=claim, approved=True, on=on, resolution="มติกรรมการ", chair="ประธาน"
        )
    )
    village.run(PayWelfareClaim(claim=claim, on=on))
    row = village.book.ask(welfare_claim, claim=claim).row
    assert (row.state, row.amount) == (ClaimState.PAID, amount)
    return claim


def is_refused(village, reason, member, start, end=None, **fields):
    """A claim that the committee cannot approve, and rejects for that reason."""
    claim = asks(village, member, start, end, **fields)
    on = village.book.ask(welfare_claim, claim=claim).row.on
    with refused(village.book, ClaimNotPayable, claim=claim, reasons=(reason,)):
        village.run(DecideWelfareClaim(claim=claim, approved=True, on=on, resolution="มติกรรมการ"))
    village.run(DecideWelfareClaim(claim=claim, approved=False, on=on, reason="ไม่ผ่านหลักเกณฑ์"))


def test_a_welfare_year_by_hand(village):
    # February: four nights are 800, but a stay is worth 600; the fifth night is the same stay.
    gets(village, baht(600), SOMSRI, date(2026, 2, 10), date(2026, 2, 14))
    is_refused(village, "cap_of_event 0.00", SOMSRI, date(2026, 2, 14), date(2026, 2, 15))
    # March: Thongdi is 70 and eleven years in the fund; the yearly benefit is paid once.
    gets(village, baht(200), THONGDI, date(2026, 3, 1), benefit="ELDERLY")
    is_refused(village, "already_paid 1", THONGDI, date(2026, 8, 1), benefit="ELDERLY")
    # June: three nights are 600, of which the year still allows 400.
    gets(village, baht(400), SOMSRI, date(2026, 6, 1), date(2026, 6, 4))
    # Bunmi's 180 days end on 30 June; her contributions reach to that day, and 15 days more count.
    is_refused(village, "waiting_period 2026-06-30", BUNMI, date(2026, 6, 20), date(2026, 6, 22))
    gets(village, baht(400), BUNMI, date(2026, 7, 10), date(2026, 7, 12))
    is_refused(village, "not_paid_up 2026-06-30", BUNMI, date(2026, 9, 1), date(2026, 9, 3))
    # September: Thongdi dies on the 15th. Three nights count, the last begins on that day.
    village.run(EndMembership(member=THONGDI, on=date(2026, 9, 15), why=Leaving.DECEASED))
    family = {"on": date(2026, 9, 20)}
    gets(village, baht(600), THONGDI, date(2026, 9, 13), date(2026, 9, 18), **family)
    gets(village, baht(30_000), THONGDI, date(2026, 9, 15), benefit="DEATH", **family)
    is_refused(
        village, "after_death 2026-09-15", THONGDI, date(2026, 9, 19), date(2026, 9, 20), **family
    )
    # December: nothing is left of Somsri's year.
    is_refused(village, "cap_of_year 0.00", SOMSRI, date(2026, 12, 5), date(2026, 12, 6))
    village.run(
        PayExpense(account="53020", amount=baht(800), on=END, payee="ร้านริมน้ำ", purpose="กระดาษ")
    )

    _the_year_adds_up(village)

    # Over New Year: two nights of the old year find nothing left, two of the new one are paid.
    gets(village, baht(400), SOMSRI, date(2026, 12, 30), date(2027, 1, 3), on=date(2027, 1, 5))
    (hospital,) = [
        row
        for row in village.book.ask(claimable, member=SOMSRI, at=date(2027, 1, 5)).rows
        if row.benefit == "HOSPITAL"
    ]
    assert (hospital.paid_this_year, hospital.left_this_year) == (baht(400), baht(600))

    # The closed year changes nothing of what the form says.
    village.run(CloseYear(year=2026))
    _the_year_adds_up(village)
    next_year = village.book.ask(welfare_report, until=date(2027, 1, 31)).money
    assert next_year.amount(Figure.BROUGHT_FORWARD) == baht(7_910)
    assert (next_year.amount(Figure.CASH), next_year.difference) == (baht(7_510), ZERO)


def _the_year_adds_up(village):
    told = village.book.ask(welfare_report, since=START, until=END)
    money = told.money
    assert money.amount(Figure.MEMBERS) == baht(910)
    assert money.amount(Figure.BENEFITS) == told.benefits_paid == baht(32_200)
    assert money.amount(Figure.CASH) == baht(7_910)
    assert (money.total, money.difference) == (baht(40_910), ZERO)
    assert {one.heading: (one.persons, one.amount) for one in told.benefits} == {
        BenefitHeading.SICKNESS: (3, baht(2_000)),
        BenefitHeading.ELDERLY: (1, baht(200)),
        BenefitHeading.DEATH: (1, baht(30_000)),
    }
    # A fifth of 40,910.
    assert told.administration.left == baht(8_182) - baht(800)
    assert (told.members.after, told.members.died, told.members.behind) == (2, 1, 1)
    assert [one.difference for one in told.compared] == [ZERO, ZERO, ZERO]


def test_members_of_the_year_stand_where_they_should(village):
    village.run(EndMembership(member=THONGDI, on=date(2026, 9, 15), why=Leaving.DECEASED))

    rows = {row.member: row for row in village.book.ask(welfare_members, at=END).rows}

    assert rows[SOMSRI].through == END
    assert (rows[BUNMI].through, rows[BUNMI].due) == (date(2026, 6, 30), baht(180))
    assert rows[THONGDI].ended_why is WelfareLeaving.DIED
    assert village.book.ask(welfare_claims).rows == ()
