"""Benefits of the welfare fund: amounts, caps and every reason (domain.md 4.2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.benefits import (
    BenefitRule,
    Claimant,
    FundYear,
    PaidBenefit,
    Per,
    Reason,
    Sex,
    Tier,
    WelfareEvent,
)
from ledger.domain.limits import AmountOutOfRange, CountOutOfRange
from ledger.domain.money import ZERO, Money, baht, total
from ledger.domain.welfare import assess, check_rule, full_years, membership_amount

HOSPITAL = BenefitRule(
    code="sickness",
    per=Per.NIGHT,
    amount=baht(200),
    waiting_days=180,
    most_per_event=baht(600),
    most_per_year=baht(1_000),
)
DEATH = BenefitRule(
    code="death",
    tiers=(
        Tier(baht(3_000), days=180),
        Tier(baht(10_000), years=3),
        Tier(baht(30_000), years=10),
    ),
)
MEMBER = Claimant(
    joined=date(2020, 2, 29),
    paid_through=date(2026, 12, 31),
    born=date(1960, 5, 20),
    sex=Sex.FEMALE,
)
MAY = date(2026, 5, 10)


def stay(start, nights, **changes):
    return WelfareEvent(start, start + timedelta(days=nights), **changes)


def reasons(found):
    return [finding.reason for finding in found.blocks]


def cuts(found):
    return [finding.reason for finding in found.cuts]


def test_hospital_nights_are_paid_one_by_one():
    found = assess(HOSPITAL, MEMBER, stay(MAY, 2))

    assert (found.amount, found.units) == (baht(400), 2)
    assert found.is_payable
    assert found.left_this_year == baht(600)


def test_a_stay_is_capped_and_says_so():
    found = assess(HOSPITAL, MEMBER, stay(MAY, 5))

    assert found.amount == baht(600)
    assert cuts(found) == [Reason.CAP_OF_EVENT]


def test_the_year_is_capped_by_what_was_paid_in_it():
    paid = [
        PaidBenefit(date(2026, 1, 5), baht(600), date(2026, 1, 9)),
        PaidBenefit(date(2025, 12, 5), baht(600), date(2025, 12, 9)),
    ]

    found = assess(HOSPITAL, MEMBER, stay(MAY, 3), paid=paid)

    assert found.amount == baht(400)
    assert cuts(found) == [Reason.CAP_OF_YEAR]
    assert found.left_this_year == ZERO


def test_the_fund_may_count_its_own_year():
    paid = [PaidBenefit(date(2025, 12, 5), baht(600), date(2025, 12, 9))]
    year = FundYear(date(2025, 10, 1), date(2026, 9, 30))

    assert assess(HOSPITAL, MEMBER, stay(MAY, 3), paid=paid, year=year).amount == baht(400)


def test_nothing_is_left_when_the_cap_of_the_year_is_reached():
    paid = [PaidBenefit(date(2026, 1, 5), baht(1_000), date(2026, 1, 10))]

    found = assess(HOSPITAL, MEMBER, stay(MAY, 1), paid=paid)

    assert found.amount == ZERO
    assert reasons(found) == [Reason.CAP_OF_YEAR]


def test_the_cap_of_a_life_counts_all_years():
    rule = replace(HOSPITAL, most_per_life=baht(700))
    paid = [PaidBenefit(date(2021, 1, 5), baht(600), date(2021, 1, 9))]

    found = assess(rule, MEMBER, stay(MAY, 2), paid=paid)

    assert (found.amount, cuts(found)) == (baht(100), [Reason.CAP_OF_LIFE])


def test_the_same_nights_are_never_paid_twice():
    paid = [PaidBenefit(MAY, baht(400), MAY + timedelta(days=2))]

    overlapping = assess(HOSPITAL, MEMBER, stay(MAY + timedelta(days=1), 2), paid=paid)
    again = assess(HOSPITAL, MEMBER, stay(MAY, 2), paid=paid)

    assert (overlapping.amount, overlapping.units) == (baht(200), 1)
    assert cuts(overlapping) == [Reason.ALREADY_PAID]
    assert (again.amount, reasons(again)) == (ZERO, [Reason.ALREADY_PAID])


def test_the_night_of_leaving_is_free_for_the_next_stay():
    paid = [PaidBenefit(MAY, baht(400), MAY + timedelta(days=2))]

    assert assess(HOSPITAL, MEMBER, stay(MAY + timedelta(days=2), 1), paid=paid).units == 1


def test_inside_the_waiting_period_nothing_is_paid():
    joined = date(2026, 1, 1)
    member = replace(MEMBER, joined=joined)

    early = assess(HOSPITAL, member, stay(joined + timedelta(days=179), 1))
    due = assess(HOSPITAL, member, stay(joined + timedelta(days=180), 1))

    assert (early.amount, reasons(early)) == (ZERO, [Reason.WAITING_PERIOD])
    assert early.blocks[0].fact == "2026-06-30"
    assert due.amount == baht(200)


def test_contributions_must_be_paid_through_the_event_less_the_grace():
    rule = replace(HOSPITAL, grace_days=30)

    within = replace(MEMBER, paid_through=MAY - timedelta(days=30))
    behind = replace(MEMBER, paid_through=MAY - timedelta(days=31))

    assert assess(rule, within, stay(MAY, 1)).is_payable
    assert reasons(assess(rule, behind, stay(MAY, 1))) == [Reason.NOT_PAID_UP]
    assert assess(replace(rule, paid_up=False), behind, stay(MAY, 1)).is_payable


@pytest.mark.parametrize(
    ("rule", "member", "event", "reason"),
    [
        ({}, {"joined": date(2026, 6, 1)}, {}, Reason.NOT_YET_MEMBER),
        ({}, {"left": date(2026, 5, 9)}, {}, Reason.NO_LONGER_MEMBER),
        ({}, {"died": date(2026, 5, 9)}, {}, Reason.AFTER_DEATH),
        ({"sex": Sex.MALE}, {}, {}, Reason.WRONG_SEX),
        ({"sex": Sex.FEMALE}, {"sex": None}, {}, Reason.WRONG_SEX),
        ({"least_age": 66}, {}, {}, Reason.TOO_YOUNG),
        ({"most_age": 64}, {}, {}, Reason.TOO_OLD),
        ({"least_age": 60}, {"born": None}, {}, Reason.AGE_UNKNOWN),
        ({"least_years": 7}, {}, {}, Reason.MEMBERSHIP_TOO_SHORT),
        (
            {"claim_within_days": 30},
            {},
            {"claimed": date(2026, 6, 11)},
            Reason.CLAIMED_TOO_LATE,
        ),
        ({"documents": ("discharge",)}, {}, {"documents": ("receipt",)}, Reason.DOCUMENT_MISSING),
        ({}, {}, {"end": date(2026, 5, 9)}, Reason.ENDS_BEFORE_START),
        ({}, {}, {"end": MAY}, Reason.NOTHING_TO_PAY),
    ],
)
def test_each_reason_blocks_by_its_name(rule, member, event, reason):
    event = {"start": MAY, "end": MAY + timedelta(days=1)} | event
    found = assess(replace(HOSPITAL, **rule), replace(MEMBER, **member), WelfareEvent(**event))

    assert reason in reasons(found)
    assert found.amount == ZERO


@pytest.mark.parametrize(
    ("rule", "member", "event"),
    [
        ({}, {"left": MAY, "died": MAY}, {}),
        ({"sex": Sex.FEMALE, "least_age": 65, "most_age": 65, "least_years": 6}, {}, {}),
        ({"claim_within_days": 30}, {}, {"claimed": date(2026, 6, 10)}),
        ({"documents": ("receipt",)}, {}, {"documents": ("receipt", "photo")}),
    ],
)
def test_at_the_limit_itself_the_benefit_is_paid(rule, member, event):
    event = {"start": MAY, "end": MAY + timedelta(days=1)} | event

    assert assess(
        replace(HOSPITAL, **rule), replace(MEMBER, **member), WelfareEvent(**event)
    ).is_payable


def test_the_number_of_events_is_limited_by_year_and_life():
    birth = BenefitRule(amount=baht(500), events_per_year=1, events_per_life=2)
    paid = [PaidBenefit(date(2026, 1, 5), baht(500))]

    assert reasons(assess(birth, MEMBER, WelfareEvent(MAY), paid=paid)) == [
        Reason.EVENTS_OF_YEAR_USED
    ]
    before = [PaidBenefit(date(2021, 1, 5), baht(500)), PaidBenefit(date(2023, 1, 5), baht(500))]
    assert reasons(assess(birth, MEMBER, WelfareEvent(MAY), paid=before)) == [
        Reason.EVENTS_OF_LIFE_USED
    ]
    assert assess(birth, MEMBER, WelfareEvent(MAY), paid=before[:1]).amount == baht(500)


def test_an_event_is_paid_once():
    birth = BenefitRule(amount=baht(500))

    found = assess(birth, MEMBER, WelfareEvent(MAY), paid=[PaidBenefit(MAY, baht(500))])

    assert reasons(found) == [Reason.ALREADY_PAID]


def test_a_yearly_benefit_is_paid_once_in_the_year_of_the_fund():
    elderly = BenefitRule(amount=baht(200), per=Per.YEAR, least_years=3)
    paid = [PaidBenefit(date(2026, 1, 5), baht(200))]

    assert assess(elderly, MEMBER, WelfareEvent(MAY)).amount == baht(200)
    assert reasons(assess(elderly, MEMBER, WelfareEvent(MAY), paid=paid)) == [Reason.ALREADY_PAID]
    assert assess(elderly, MEMBER, WelfareEvent(date(2027, 5, 1)), paid=paid).units == 1


def test_a_monthly_benefit_counts_calendar_months_once():
    disabled = BenefitRule(amount=baht(300), per=Per.MONTH, paid_up=False)
    paid = [PaidBenefit(date(2026, 1, 1), baht(300), date(2026, 1, 31))]

    found = assess(disabled, MEMBER, WelfareEvent(date(2026, 1, 15), date(2026, 3, 2)), paid=paid)

    assert (found.units, found.amount) == (2, baht(600))


def test_days_count_the_first_and_the_last():
    flood = BenefitRule(amount=baht(100), per=Per.DAY)

    assert assess(flood, MEMBER, WelfareEvent(MAY, MAY)).amount == baht(100)
    assert assess(flood, MEMBER, stay(MAY, 2)).amount == baht(300)


@pytest.mark.parametrize(
    ("day", "amount"),
    [
        (date(2020, 8, 26), 0),
        (date(2020, 8, 27), 3_000),
        (date(2023, 2, 27), 3_000),
        (date(2023, 2, 28), 10_000),
        (date(2030, 2, 27), 10_000),
        (date(2030, 2, 28), 30_000),
    ],
)
def test_the_death_benefit_grows_with_full_years_of_membership(day, amount):
    assert membership_amount(DEATH, MEMBER.joined, day) == baht(amount)


def test_who_has_reached_no_tier_gets_nothing_and_hears_why():
    found = assess(DEATH, MEMBER, WelfareEvent(date(2020, 3, 10)))

    assert (found.amount, reasons(found)) == (ZERO, [Reason.NOTHING_TO_PAY])


@pytest.mark.parametrize(
    ("since", "day", "years"),
    [
        (date(2025, 12, 31), date(2026, 1, 1), 0),
        (date(2025, 1, 1), date(2025, 12, 31), 0),
        (date(2025, 1, 1), date(2026, 1, 1), 1),
        (date(2024, 2, 29), date(2025, 2, 27), 0),
        (date(2024, 2, 29), date(2025, 2, 28), 1),
        (date(2024, 2, 29), date(2028, 2, 28), 3),
        (date(2024, 2, 29), date(2028, 2, 29), 4),
    ],
)
def test_years_are_counted_by_the_calendar(since, day, years):
    assert full_years(since, day) == years


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"amount": baht(-1)}, AmountOutOfRange),
        ({"most_per_life": baht(-1)}, AmountOutOfRange),
        ({"waiting_days": -1}, CountOutOfRange),
        ({"events_per_year": -1}, CountOutOfRange),
        ({"tiers": (Tier(baht(-1)),)}, AmountOutOfRange),
        ({"tiers": (Tier(baht(1), years=200),)}, CountOutOfRange),
    ],
)
def test_a_rule_below_zero_is_refused(changes, refusal):
    check_rule(DEATH)
    with pytest.raises(refusal):
        check_rule(replace(HOSPITAL, **changes))


stays = st.lists(
    st.tuples(st.dates(date(2024, 1, 1), date(2026, 12, 31)), st.integers(0, 12)), max_size=15
)
caps = st.none() | st.integers(0, 300_000).map(Money)


@given(stays, caps, caps, caps, st.sampled_from(Per))
def test_whatever_is_claimed_no_cap_is_ever_passed(claims, event_cap, year_cap, life_cap, per):
    rule = replace(
        HOSPITAL,
        per=per,
        most_per_event=event_cap,
        most_per_year=year_cap,
        most_per_life=life_cap,
    )
    paid: list[PaidBenefit] = []
    for start, nights in claims:
        found = assess(rule, MEMBER, stay(start, nights), paid=paid)
        assert found.amount >= ZERO
        assert found.is_payable == (found.amount > ZERO)
        if found.is_payable:
            paid.append(PaidBenefit(start, found.amount, start + timedelta(days=nights)))
            assert event_cap is None or found.amount <= event_cap

    assert life_cap is None or total(one.amount for one in paid) <= life_cap
    for year in (2024, 2025, 2026):
        in_year = total(one.amount for one in paid if one.start.year == year)
        assert year_cap is None or in_year <= year_cap


@given(stays)
def test_no_night_is_ever_paid_twice(claims):
    rule = BenefitRule(amount=baht(1), per=Per.NIGHT, paid_up=False)
    paid: list[PaidBenefit] = []
    nights_paid: set[date] = set()
    for start, nights in claims:
        found = assess(rule, MEMBER, stay(start, nights), paid=paid)
        asked = {start + timedelta(days=at) for at in range(nights)}
        assert found.units == len(asked - nights_paid)
        if found.is_payable:
            nights_paid |= asked
            paid.append(PaidBenefit(start, found.amount, start + timedelta(days=nights)))
