"""A welfare fund's rounds of matching, its report, the yearly form and the request for matching.

Three members pay 365 a year from 2025 on; the fund lives in a housing cooperative's book.
"""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction

import pytest

from ledger.domain.benefits import BenefitRule
from ledger.domain.codec import plain_value
from ledger.domain.contributions import Rhythm
from ledger.domain.limits import AmountOutOfRange
from ledger.domain.money import ZERO, baht
from ledger.domain.refusals import AmountNotPositive, NothingToDo
from ledger.domain.refusals.welfare import (
    MatchGrantedAlready,
    MatchLessThanReceived,
    MatchMoreThanGranted,
    NobodyToMatch,
    NoWelfareFund,
    UnknownMatchRound,
    UnknownWelfareFigure,
    WelfareDayTooEarly,
    WelfareFigureTwice,
)
from ledger.domain.welfare_claims import BenefitHeading
from ledger.domain.welfare_fund import WelfareGroup, WelfareLeaving
from ledger.domain.welfare_match import MatchSource
from ledger.queries.match_request import match_request
from ledger.queries.welfare_money import Figure
from ledger.queries.welfare_report import match_rounds, welfare_report
from ledger.queries.welfare_status import Criterion, welfare_status
from ledger.usecases.reversing import ReverseEntry
from ledger.usecases.vouching import PayExpense, ReceiveIncome
from ledger.usecases.welfare_claiming import (
    CancelWelfareClaim,
    DecideWelfareClaim,
    FileWelfareClaim,
    PayWelfareClaim,
)
from ledger.usecases.welfare_joining import JoinWelfare, LeaveWelfare, SetWelfareFund
from ledger.usecases.welfare_matching import (
    GrantMatch,
    ReceiveMatch,
    RequestMatch,
    SetWelfareProfile,
    WelfareFigure,
)
from ledger.usecases.welfare_ruling import SetBenefitRule
from tests.support.books import found_village
from tests.support.lending import is_sound
from tests.support.refused import refused

FIRST = date(2025, 1, 1)
COUNTED = date(2026, 9, 30)
OCTOBER = date(2026, 10, 15)
END = date(2026, 12, 31)


@pytest.fixture
def village(tmp_path):
    made = found_village(tmp_path, today=date(2027, 6, 30))
    with made.book:
        made.run(SetWelfareFund(fund="WELFARE"))
        for group in (WelfareGroup.GENERAL, WelfareGroup.ELDERLY, WelfareGroup.GENERAL):
            member, _ = made.member(on=FIRST)
            joined = made.run(
                JoinWelfare(
                    member=member, on=FIRST, rhythm=Rhythm.YEAR, amount=baht(365), group=group
                )
            ).made
            for year in (2025, 2026):
                made.deposit(int(str(joined["card"])), baht(365), on=date(year, 1, 1))
        made.bank()
        yield made
        assert is_sound(made)


def ask_for(village, **fields):
    fields = {
        "name": "รอบ ๑๒",
        "on": OCTOBER,
        "counted_at": COUNTED,
        "resolution": "มติ ๓/๒๕๖๙",
        **fields,
    }
    return dict(village.run(RequestMatch(**fields)).made)


def receive(village, amount, source=MatchSource.GOVERNMENT, *, on=END, **fields):
    fields = {"round": 1, "payee": "พอช.", "bank": "BAAC", **fields}
    return village.run(ReceiveMatch(source=source, amount=amount, on=on, **fields))


def benefit(village, amount, member="0001", *, on=END):
    village.run(
        SetBenefitRule(
            rule=BenefitRule(code="BIRTH", amount=amount, paid_up=False),
            from_day=FIRST,
            name_th="คลอดบุตร",
            heading=BenefitHeading.BIRTH,
            resolution="มติ",
        )
    )
    made = village.run(FileWelfareClaim(member=member, benefit="BIRTH", start=on, on=on)).made
    claim = int(str(made["claim"]))
    village.run(DecideWelfareClaim(claim=claim, approved=True, on=on, resolution="มติ"))
    village.run(PayWelfareClaim(claim=claim, on=on))
    return claim


def test_a_round_asks_for_what_members_of_a_full_year_contributed(village):
    late, _ = village.member(on=date(2025, 10, 2))
    joined = village.run(
        JoinWelfare(member=late, on=date(2025, 10, 2), rhythm=Rhythm.YEAR, amount=baht(365))
    ).made
    village.deposit(int(str(joined["card"])), baht(365), on=date(2025, 10, 2))

    made = ask_for(village)

    # 1 October 2025 to 30 September 2026: each of the three paid 365; the fourth lacks two days.
    assert made == {"round": 1, "members": 3, "contributed": "1095.00"}
    request = village.book.ask(match_request, round=1)
    assert [(row.member, row.contributed) for row in request.rows] == [
        ("0001", baht(365)),
        ("0002", baht(365)),
        ("0003", baht(365)),
    ]
    assert (request.round.government, request.round.local) == (baht(1_095), baht(1_095))
    assert request.difference == ZERO
    assert request.money.difference == ZERO


def test_nobody_is_asked_for_in_more_rounds_than_allowed(village):
    ask_for(village, most_rounds=1)

    with refused(village.book, NobodyToMatch, day=COUNTED):
        ask_for(village, most_rounds=1)
    assert ask_for(village, most_rounds=2)["members"] == 3


def test_what_is_granted_is_receivable_until_it_comes(village):
    ask_for(village)
    village.run(GrantMatch(round=1, on=OCTOBER, government=baht(1_000), document="พอช. ๕๕"))
    assert village.balance("14030") == baht(1_000)
    receive(village, baht(600))

    (government, local) = village.book.ask(match_rounds).rows

    assert (government.asked, government.granted) == (baht(1_095), baht(1_000))
    assert (government.received, government.to_come) == (baht(600), baht(400))
    assert (local.asked, local.granted, local.received) == (baht(1_095), ZERO, ZERO)
    assert village.balance("47020") == baht(-1_000)
    with refused(village.book, MatchMoreThanGranted, open=baht(400), asked=baht(401)):
        receive(village, baht(401))
    receive(village, baht(400))
    assert village.balance("14030") == ZERO


def test_what_nobody_granted_is_income_when_it_comes(village):
    ask_for(village)
    receive(village, baht(500), MatchSource.LOCAL, payee="อบต.")

    assert village.balance("47030") == baht(-500)
    assert village.rows("SELECT DISTINCT fund FROM lines WHERE account = '47030'") == [("WELFARE",)]


def test_money_that_came_before_its_grant_is_no_income_twice(village):
    """300 came from the tambon before its 500 were granted, so 200 are still receivable."""
    ask_for(village)
    receive(village, baht(300), MatchSource.LOCAL)
    granted = GrantMatch(round=1, on=OCTOBER, local=baht(500))
    with refused(village.book, MatchLessThanReceived, received=baht(300), asked=baht(200)):
        village.run(GrantMatch(round=1, on=OCTOBER, local=baht(200)))
    with refused(village.book, NothingToDo):
        village.run(GrantMatch(round=1, on=OCTOBER, local=baht(300)))

    entry = village.run(granted).entries[0].number

    assert (village.balance("14030"), village.balance("47030")) == (baht(200), -baht(500))
    receive(village, baht(200), MatchSource.LOCAL)
    assert village.balance("14030") == ZERO
    # The grant was 550: what came in stays, and 50 more are receivable.
    village.run(ReverseEntry(entry=entry, on=END, reason="อบต. ให้ ๕๕๐"))
    village.run(GrantMatch(round=1, on=END, local=baht(550)))
    assert (village.balance("14030"), village.balance("47030")) == (baht(50), -baht(550))
    assert village.book.ask(match_rounds).to_come == baht(50)


def test_money_of_a_round_that_was_reversed_may_come_again(village):
    ask_for(village)
    village.run(GrantMatch(round=1, on=OCTOBER, government=baht(600)))
    outcome = receive(village, baht(600))
    village.run(ReverseEntry(entry=outcome.entries[0].number, on=END, reason="ผิดธนาคาร"))

    receive(village, baht(600))

    assert village.book.ask(match_rounds).received == baht(600)


def test_matching_is_spent_on_benefits_oldest_round_first(village):
    ask_for(village)
    receive(village, baht(300))
    receive(village, baht(200), MatchSource.LOCAL)
    benefit(village, baht(350))

    government, local = village.book.ask(match_rounds).rows

    assert (government.unused, local.unused) == (ZERO, baht(150))


def test_benefits_of_earlier_days_use_nothing_of_a_round(village):
    benefit(village, baht(350), on=OCTOBER)
    ask_for(village)
    receive(village, baht(300))

    assert village.book.ask(match_rounds).unused == baht(300)


def test_what_matching_refuses(village):
    ask_for(village)
    with refused(village.book, UnknownMatchRound, round=9):
        receive(village, baht(1), round=9)
    with refused(village.book, AmountNotPositive):
        village.run(GrantMatch(round=1, on=OCTOBER))
    with refused(village.book, AmountOutOfRange):
        village.run(GrantMatch(round=1, on=OCTOBER, government=baht(-1), local=baht(5)))
    with refused(village.book, WelfareDayTooEarly):
        village.run(GrantMatch(round=1, on=COUNTED, government=baht(1)))
    with refused(village.book, WelfareDayTooEarly):
        ask_for(village, on=date(2026, 9, 29))
    with refused(village.book, UnknownWelfareFigure, figure="gold"):
        village.run(SetWelfareProfile(before=(WelfareFigure(figure="gold", amount=baht(1)),)))
    twice = (WelfareFigure(figure="birth", amount=baht(1)),) * 2
    with refused(village.book, WelfareFigureTwice, figure="birth"):
        village.run(SetWelfareProfile(before=twice))
    village.run(GrantMatch(round=1, on=OCTOBER, government=baht(5)))
    with refused(village.book, MatchGrantedAlready, round=1):
        village.run(GrantMatch(round=1, on=OCTOBER, government=baht(5)))
    with pytest.raises(UnknownMatchRound):
        village.book.ask(match_request, round=9)


def spend(village, amount, account="53010", *, on=END):
    village.run(
        PayExpense(
            account=account,
            amount=amount,
            on=on,
            payee="กรรมการ",
            purpose="ค่าตอบแทน",
            fund="WELFARE",
        )
    )


def test_the_report_says_what_came_what_went_and_what_is_left(village):
    ask_for(village)
    receive(village, baht(1_000))
    benefit(village, baht(500))
    spend(village, baht(300))
    village.run(LeaveWelfare(member="0003", on=END, why=WelfareLeaving.LAPSED))

    told = village.book.ask(welfare_report, until=END)

    moves = told.members
    assert (moves.before, moves.joined, moves.lapsed, moves.after) == (3, 0, 1, 2)
    money = told.money
    assert money.amount(Figure.BROUGHT_FORWARD) == baht(1_095)
    assert money.amount(Figure.MEMBERS) == baht(1_095)
    assert money.amount(Figure.GOVERNMENT) == baht(1_000)
    assert (money.amount(Figure.BANK), money.amount(Figure.CASH)) == (baht(1_000), baht(1_390))
    assert (money.total, money.difference) == (baht(3_190), ZERO)
    (birth,) = told.benefits
    assert (birth.heading, birth.persons, birth.amount) == (
        BenefitHeading.BIRTH,
        1,
        baht(500),
    )
    # A fifth of the 2,095 that came in this year.
    limit = told.administration
    assert (limit.spent, limit.base, limit.limit, limit.left) == (
        baht(300),
        baht(2_095),
        baht(419),
        baht(119),
    )
    assert [one.difference for one in told.compared] == [ZERO, ZERO, ZERO]


def test_what_was_paid_in_an_earlier_year_is_brought_forward_as_what_is_left(village):
    benefit(village, baht(100), on=date(2025, 8, 1))
    benefit(village, baht(30), member="0002")

    money = village.book.ask(welfare_report, until=END).money

    assert money.amount(Figure.BROUGHT_FORWARD) == baht(995)
    assert (money.amount(Figure.BENEFITS), money.difference) == (baht(30), ZERO)


def test_more_than_the_limit_on_administration_is_shown_below_zero(village):
    village.run(SetWelfareFund(fund="WELFARE", administration=Fraction(1, 10)))
    spend(village, baht(300))

    assert village.book.ask(welfare_report, until=END).administration.left == -baht(190, 50)


def test_a_benefit_booked_past_the_claims_is_a_difference_that_is_shown(village):
    claim = benefit(village, baht(500))
    spend(village, baht(70), account="56030")
    village.run(CancelWelfareClaim(claim=claim, on=date(2027, 1, 5), reason="ยื่นผิด"))

    by_year_end = {one.what: one for one in village.book.ask(welfare_report, until=END).compared}
    later = {
        one.what: one for one in village.book.ask(welfare_report, until=date(2027, 1, 31)).compared
    }

    assert by_year_end["benefits"].registers == baht(500)
    assert by_year_end["benefits"].difference == -baht(70)
    assert (later["benefits"].registers, later["benefits"].ledger) == (ZERO, baht(70))


def test_the_yearly_form_is_filled_from_the_books(village):
    village.run(
        SetWelfareProfile(
            founded_on=date(2019, 5, 1),
            founding_members=40,
            founding_money=baht(4_000),
            villages=8,
            villages_covered=4,
            population=2_100,
            meetings="ประชุมทุกเดือน",
            before=(
                WelfareFigure(figure="members", amount=baht(10_000)),
                WelfareFigure(figure="birth", amount=baht(3_000), persons=6),
                *(WelfareFigure(figure=why, persons=7) for why in ("died", "left", "lapsed")),
            ),
        )
    )
    ask_for(village)
    receive(village, baht(1_000))
    benefit(village, baht(500))
    village.run(LeaveWelfare(member="0003", on=END, why=WelfareLeaving.DIED))

    told = village.book.ask(welfare_status, at=END)

    # Three in this book, and 21 who were gone before it.
    assert (told.cumulative, told.died, told.left, told.lapsed) == (24, 8, 7, 7)
    assert told.current == 2
    assert {one.group: one.current for one in told.groups if one.cumulative} == {
        WelfareGroup.GENERAL: 1,
        WelfareGroup.ELDERLY: 1,
    }
    sources = {one.source: one.cumulative for one in told.sources}
    assert (sources["members"], sources["government"]) == (baht(12_190), baht(1_000))
    birth = next(one for one in told.headings if one.heading is BenefitHeading.BIRTH)
    assert (birth.persons_year, birth.amount_year) == (1, baht(500))
    assert (birth.persons, birth.amount) == (7, baht(3_500))
    assert told.money.difference == ZERO
    assert told.remaining == baht(2_690)
    assert {one.criterion: one.met for one in told.criteria} == {
        Criterion.ONE_YEAR: True,
        Criterion.VILLAGES: True,
        Criterion.CONTRIBUTIONS: True,
        Criterion.LOCAL_SUPPORT: False,
        Criterion.BASIC_BENEFITS: False,
    }


def test_the_two_columns_tie_after_the_year_is_closed_and_with_other_money(village):
    from ledger.usecases.year_closing import CloseYear

    village.run(
        ReceiveIncome(
            account="46020",
            amount=baht(77),
            on=END,
            payee="วัด",
            purpose="บริจาค",
            fund="WELFARE",
        )
    )
    before = village.book.ask(welfare_status, at=END).money
    village.run(CloseYear(year=2026))

    after = village.book.ask(welfare_status, at=date(2027, 1, 31)).money

    assert (after.total, after.difference) == (before.total, ZERO)
    assert after.amount(Figure.DONATION) == baht(77)
    assert village.book.ask(welfare_report, until=date(2027, 6, 30)).money.difference == ZERO


def test_the_answers_can_be_written_as_json(village):
    ask_for(village)
    for question, fields in (
        (welfare_report, {"until": END}),
        (welfare_status, {"at": END}),
        (match_request, {"round": 1}),
        (match_rounds, {}),
    ):
        assert json.dumps(plain_value(village.book.ask(question, **fields)))


def test_without_a_fund_the_papers_say_so(tmp_path):
    made = found_village(tmp_path)
    with made.book:
        for question in (welfare_report, welfare_status):
            with pytest.raises(NoWelfareFund):
                made.book.ask(question)
