"""Benefits of the welfare fund: amounts, caps and every reason (domain.md 4.2)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.benefits import (
    BenefitRule,
    Claimant,
    Finding,
    FundYear,
    PaidBenefit,
    Per,
    Reason,
    Sex,
    Tier,
    WelfareEvent,
    YearAmount,
    full_years,
)
from ledger.domain.limits import AmountOutOfRange, CountOutOfRange
from ledger.domain.money import ZERO, Money, baht, total
from ledger.domain.stays import same_stay, units_of
from ledger.domain.welfare import assess, check_rule, membership_amount

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

    assert (overlapping.amount, reasons(overlapping)) == (ZERO, [Reason.ALREADY_PAID])
    assert overlapping.blocks[0].fact == "1"
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


def test_a_stay_divided_into_claims_has_one_cap():
    first = PaidBenefit(MAY, baht(400), MAY + timedelta(days=2))
    later = PaidBenefit(MAY + timedelta(days=3), baht(200), MAY + timedelta(days=4))

    third_night = stay(MAY + timedelta(days=2), 1)

    assert assess(HOSPITAL, MEMBER, third_night, paid=[first]).amount == baht(200)
    both = assess(HOSPITAL, MEMBER, third_night, paid=[first, later])
    assert (both.amount, reasons(both)) == (ZERO, [Reason.CAP_OF_EVENT])
    # First and last claimed as two stays, each with its cap: the nights between tell, and nothing
    # is paid for them; without the last claim the whole stay comes to one cap.
    full = replace(first, amount=baht(600))
    apart = replace(later, amount=baht(600))
    told = assess(HOSPITAL, MEMBER, third_night, paid=[full, apart])
    assert (told.amount, told.blocks) == (ZERO, (Finding(Reason.CLAIMED_APART, "600.00"),))
    assert reasons(assess(HOSPITAL, MEMBER, third_night, paid=[full])) == [Reason.CAP_OF_EVENT]
    # A night at home between makes it another stay.
    assert assess(HOSPITAL, MEMBER, stay(MAY + timedelta(days=3), 1), paid=[first]).is_payable


def test_a_divided_stay_counts_as_one_event():
    rule = replace(HOSPITAL, events_per_year=1)
    paid = [PaidBenefit(MAY, baht(200), MAY + timedelta(days=1))]

    assert assess(rule, MEMBER, stay(MAY + timedelta(days=1), 1), paid=paid).is_payable
    assert reasons(assess(rule, MEMBER, stay(MAY + timedelta(days=5), 1), paid=paid)) == [
        Reason.EVENTS_OF_YEAR_USED
    ]


def test_nights_after_the_death_or_the_leaving_are_not_paid():
    died = replace(MEMBER, died=MAY + timedelta(days=1))
    left = replace(MEMBER, left=MAY)

    after_death = assess(HOSPITAL, died, stay(MAY, 3))
    after_leaving = assess(HOSPITAL, left, stay(MAY, 3))

    assert (after_death.units, cuts(after_death)) == (2, [Reason.AFTER_DEATH])
    assert (after_leaving.amount, cuts(after_leaving)) == (baht(200), [Reason.NO_LONGER_MEMBER])


def test_a_stay_across_new_year_counts_in_both_years():
    rule = replace(HOSPITAL, most_per_event=None)
    paid = [PaidBenefit(date(2025, 3, 1), baht(800), date(2025, 3, 5))]
    across = WelfareEvent(date(2025, 12, 30), date(2026, 1, 3))

    found = assess(rule, MEMBER, across, paid=paid)

    # Two nights of the old year, of which its limit allows one, and two of the new year.
    assert (found.amount, found.left_this_year) == (baht(600), ZERO)
    assert found.parts == (
        YearAmount(date(2025, 1, 1), baht(200)),
        YearAmount(date(2026, 1, 1), baht(400)),
    )
    before = PaidBenefit(across.start, found.amount, across.end, found.parts)
    assert assess(rule, MEMBER, stay(MAY, 9), paid=[*paid, before]).amount == baht(600)
    # Without parts it is divided by its nights.
    undivided = replace(before, parts=())
    assert assess(rule, MEMBER, stay(MAY, 9), paid=[undivided]).amount == baht(700)


def test_an_event_that_overlaps_a_paid_one_is_the_same_event():
    flood = BenefitRule(amount=baht(2_000))
    paid = [PaidBenefit(MAY, baht(2_000), MAY + timedelta(days=4))]

    found = assess(flood, MEMBER, WelfareEvent(MAY + timedelta(days=3)), paid=paid)

    assert reasons(found) == [Reason.ALREADY_PAID]
    assert assess(flood, MEMBER, WelfareEvent(MAY + timedelta(days=5)), paid=paid).is_payable


def test_a_weekly_benefit_counts_weeks_from_monday_once():
    rule = BenefitRule(amount=baht(100), per=Per.WEEK)
    paid = [PaidBenefit(date(2026, 5, 4), baht(100), date(2026, 5, 10))]

    # Sunday the 10th lies in the week that was paid; the 11th and the 18th begin new ones.
    found = assess(rule, MEMBER, WelfareEvent(MAY, date(2026, 5, 18)), paid=paid)

    assert (found.units, found.amount, cuts(found)) == (2, baht(200), [Reason.ALREADY_PAID])


def test_who_is_under_sanction_gets_nothing_until_it_is_over():
    member = replace(MEMBER, no_welfare_until=MAY)

    assert reasons(assess(HOSPITAL, member, stay(MAY, 1))) == [Reason.UNDER_SANCTION]
    assert assess(HOSPITAL, member, stay(MAY + timedelta(days=1), 1)).is_payable


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
            end = start + timedelta(days=nights)
            paid.append(PaidBenefit(start, found.amount, end, found.parts))
            assert event_cap is None or found.amount <= event_cap

    assert life_cap is None or total(one.amount for one in paid) <= life_cap
    by_year: dict[int, Money] = defaultdict(lambda: ZERO)
    for one in paid:
        assert total(part.amount for part in one.parts) == one.amount
        for part in one.parts:
            by_year[part.start.year] += part.amount
    assert all(year_cap is None or in_year <= year_cap for in_year in by_year.values())


@given(
    st.dates(date(2025, 1, 1), date(2026, 6, 30)),
    st.lists(st.integers(1, 5), min_size=1, max_size=8),
    caps,
    st.booleans(),
)
def test_no_split_of_a_stay_pays_more_than_the_stay_at_once(start, nights, year_cap, backwards):
    rule = replace(HOSPITAL, most_per_event=baht(900), most_per_year=year_cap)
    at_once = assess(rule, MEMBER, stay(start, sum(nights))).amount
    pieces = []
    for count in nights:
        pieces.append((start, start + timedelta(days=count)))
        start = pieces[-1][1]
    paid: list[PaidBenefit] = []
    for begin, end in reversed(pieces) if backwards else pieces:
        found = assess(rule, MEMBER, WelfareEvent(begin, end), paid=paid)
        paid.append(PaidBenefit(begin, found.amount, end, found.parts))

    assert total(one.amount for one in paid) == at_once


@given(st.lists(st.integers(1, 5), min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_a_stay_claimed_in_any_order_passes_its_cap_only_until_the_claim_that_tells(nights, chance):
    rule = replace(HOSPITAL, most_per_event=baht(600), most_per_year=None)
    pieces: list[tuple[date, date]] = []
    start = MAY
    for count in nights:
        pieces.append((start, start + timedelta(days=count)))
        start = pieces[-1][1]
    chance.shuffle(pieces)
    paid: list[PaidBenefit] = []
    told: list[str] = []
    for begin, end in pieces:
        found = assess(rule, MEMBER, WelfareEvent(begin, end), paid=paid)
        paid.append(PaidBenefit(begin, found.amount, end, found.parts))
        told = [one.fact for one in found.blocks if one.reason is Reason.CLAIMED_APART]

    over = total(one.amount for one in paid) - baht(600)
    assert told == ([over.as_decimal()] if over > ZERO else [])


def test_stays_only_days_apart_may_count_as_one():
    rule = replace(HOSPITAL, apart_days=7)
    paid = [PaidBenefit(MAY, baht(600), MAY + timedelta(days=3))]

    soon = assess(rule, MEMBER, stay(MAY + timedelta(days=10), 1), paid=paid)
    later = assess(rule, MEMBER, stay(MAY + timedelta(days=11), 1), paid=paid)

    assert reasons(soon) == [Reason.CAP_OF_EVENT]
    assert later.amount == baht(200)


@given(stays)
def test_no_night_is_ever_paid_twice(claims):
    rule = BenefitRule(amount=baht(1), per=Per.NIGHT, paid_up=False)
    paid: list[PaidBenefit] = []
    nights_paid: set[date] = set()
    for start, nights in claims:
        found = assess(rule, MEMBER, stay(start, nights), paid=paid)
        asked = {start + timedelta(days=at) for at in range(nights)}
        assert found.is_payable == bool(asked and not asked & nights_paid)
        if found.is_payable:
            assert found.units == len(asked)
            nights_paid |= asked
            paid.append(PaidBenefit(start, found.amount, start + timedelta(days=nights)))


def test_a_stay_claimed_first_and_last_with_its_middle_never_claimed_has_one_cap():
    # Ten nights from 3 May: the first three come to the cap; of the last three nothing is paid.
    first = PaidBenefit(MAY, baht(600), MAY + timedelta(days=3), admitted=MAY)
    last = replace(stay(MAY + timedelta(days=7), 3), admitted=MAY)
    found = assess(HOSPITAL, MEMBER, last, paid=[first])
    assert (found.amount, reasons(found)) == (ZERO, [Reason.CAP_OF_EVENT])
    # Backwards: the first nights are claimed after the last ones.
    paid_last = PaidBenefit(last.start, baht(400), last.end, admitted=MAY)
    found = assess(HOSPITAL, MEMBER, replace(stay(MAY, 3), admitted=MAY), paid=[paid_last])
    assert found.amount == baht(200)
    # Another admission after some days at home is another stay.
    again = replace(last, admitted=last.start)
    assert assess(HOSPITAL, MEMBER, again, paid=[first]).amount == baht(400)  # 1,000 a year


def test_two_days_of_admission_for_one_stay_are_not_believed():
    paid = [PaidBenefit(MAY + timedelta(days=5), baht(200), MAY + timedelta(days=6), admitted=MAY)]
    event = replace(stay(MAY + timedelta(days=2), 1), admitted=MAY + timedelta(days=1))
    (block,) = assess(HOSPITAL, MEMBER, event, paid=paid).blocks
    assert block == Finding(Reason.ADMITTED_OTHERWISE, MAY.isoformat())
    before = replace(stay(MAY, 2), admitted=MAY + timedelta(days=1))
    assert reasons(assess(HOSPITAL, MEMBER, before)) == [Reason.BEFORE_ADMISSION]


def test_who_was_admitted_within_the_waiting_period_is_not_entitled_to_later_nights_of_it():
    joined = date(2026, 1, 1)
    member = replace(MEMBER, joined=joined)
    event = stay(joined + timedelta(days=185), 2)
    assert assess(HOSPITAL, member, event).is_payable
    since = replace(event, admitted=joined + timedelta(days=179))
    assert reasons(assess(HOSPITAL, member, since)) == [Reason.WAITING_PERIOD]
    # Nights after a death stay unpaid, although she was a member when she was admitted.
    died = replace(MEMBER, died=MAY + timedelta(days=4))
    late = replace(stay(MAY + timedelta(days=6), 2), admitted=MAY)
    assert reasons(assess(HOSPITAL, died, late)) == [Reason.AFTER_DEATH]


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9), st.integers(0, 9)), max_size=12),
    caps,
    caps,
    caps,
)
def test_every_claim_comes_to_what_its_nights_come_to_one_by_one(stays_after, event, year, life):
    """Reckoned night by night: each is worth 200, as far as stay, year and life still allow."""
    rule = replace(HOSPITAL, most_per_event=event, most_per_year=year, most_per_life=life)
    paid: list[PaidBenefit] = []
    spent: dict[object, Money] = defaultdict(lambda: ZERO)
    day = date(2025, 9, 1)
    for pause, nights, cut in stays_after:
        admitted = day = day + timedelta(days=pause + 1)
        for count in (min(cut, nights), nights - min(cut, nights)):
            event_ = WelfareEvent(day, day + timedelta(days=count), admitted=admitted)
            by_hand = ZERO
            for night in range(count):
                places = ((admitted, event), ((day + timedelta(days=night)).year, year), ("", life))
                left = [cap - spent[place] for place, cap in places if cap is not None]
                worth = max(ZERO, min([rule.amount, *left]))
                by_hand += worth
                for place, _ in places:
                    spent[place] += worth
            found = assess(rule, MEMBER, event_, paid=paid)
            assert found.amount == by_hand
            paid.append(PaidBenefit(day, by_hand, event_.end, found.parts, admitted))
            day += timedelta(days=count)


YEAR_OF_FUND = FundYear(date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("per", "end", "units"),
    [
        (Per.EVENT, date(2026, 5, 30), [MAY]),
        (Per.YEAR, date(2026, 5, 30), [date(2026, 1, 1)]),
        (Per.MONTH, date(2026, 7, 1), [date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1)]),
        (Per.MONTH, None, [date(2026, 5, 1)]),
        # 10 May 2026 is a Sunday: its week began on Monday the 4th.
        (Per.WEEK, date(2026, 5, 18), [date(2026, 5, 4), date(2026, 5, 11), date(2026, 5, 18)]),
        (Per.WEEK, None, [date(2026, 5, 4)]),
        (Per.DAY, date(2026, 5, 11), [MAY, date(2026, 5, 11)]),
        (Per.NIGHT, date(2026, 5, 11), [MAY]),
        (Per.NIGHT, None, []),
    ],
)
def test_what_a_claim_covers_is_counted_in_the_units_of_its_benefit(per, end, units):
    assert units_of(per, MAY, end, YEAR_OF_FUND) == units


@pytest.mark.parametrize(
    ("per", "first", "last", "same"),
    [
        # Weeks: the claim of 4 to 10 May touches the week from the 11th, not that from the 18th.
        (Per.WEEK, date(2026, 5, 11), date(2026, 5, 17), True),
        (Per.WEEK, date(2026, 5, 18), date(2026, 5, 24), False),
        (Per.MONTH, date(2026, 6, 30), date(2026, 6, 30), True),
        (Per.MONTH, date(2026, 7, 1), date(2026, 7, 1), False),
        (Per.NIGHT, date(2026, 5, 10), date(2026, 5, 12), True),
        (Per.NIGHT, date(2026, 5, 11), date(2026, 5, 12), False),
    ],
)
def test_claims_that_touch_are_one_stay_and_those_a_unit_apart_are_two(per, first, last, same):
    rule = replace(HOSPITAL, per=per, apart_days=0)
    known = PaidBenefit(date(2026, 5, 4), baht(200), date(2026, 5, 10))

    found = same_stay(rule, WelfareEvent(first, last), [known], YEAR_OF_FUND)

    assert found == ([known] if same else [])


def test_a_stay_goes_on_from_claim_to_claim_in_both_directions():
    rule = replace(HOSPITAL, apart_days=0)
    nights = [PaidBenefit(date(2026, 5, day), baht(200), date(2026, 5, day + 2)) for day in (4, 8)]
    middle = WelfareEvent(date(2026, 5, 6), date(2026, 5, 8))
    far = PaidBenefit(date(2026, 5, 10), baht(200), date(2026, 5, 12))

    assert same_stay(rule, middle, [far, *nights], YEAR_OF_FUND) == [*nights, far]
    # The one after is reached through the one between.
    first = WelfareEvent(date(2026, 5, 4), date(2026, 5, 8))
    assert same_stay(rule, first, [far, nights[1]], YEAR_OF_FUND) == [nights[1], far]


@pytest.mark.parametrize(
    "limit", [{"most_per_event": baht(600)}, {"events_per_year": 2}, {"events_per_life": 2}]
)
def test_stays_are_told_apart_where_something_is_limited_by_them(limit):
    free = BenefitRule(code="sickness", per=Per.NIGHT, amount=baht(200), most_per_year=baht(900))

    assert not free.counts_stays
    assert replace(free, **limit).counts_stays
    assert not replace(free, per=Per.EVENT, **limit).counts_stays
