"""Claims on the welfare fund: checked against the book, decided, paid once, taken back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from ledger.domain.benefits import BenefitRule, FundYear, Per, Reason, Sex, Tier, YearAmount
from ledger.domain.claim_check import check_of, fund_year
from ledger.domain.codec import plain_value
from ledger.domain.contributions import Rhythm
from ledger.domain.limits import AmountOutOfRange
from ledger.domain.members import Leaving, Person
from ledger.domain.money import ZERO, baht
from ledger.domain.red_flags import FlagTest, Sign
from ledger.domain.refusals import ReasonMissing, UnknownMember
from ledger.domain.refusals.welfare import (
    AdmissionMissing,
    ApprovedMoreThanAllowed,
    BenefitAccountWrong,
    BenefitOfNothing,
    ClaimNotPayable,
    ClaimStateWrong,
    FundMoneyTooLow,
    NotInWelfareFund,
    UnknownBenefit,
    UnknownClaim,
    WelfareDayTooEarly,
)
from ledger.domain.welfare_claims import BenefitHeading, ClaimState, WelfareClaim
from ledger.domain.welfare_fund import WelfareLeaving
from ledger.queries.red_flags import red_flags
from ledger.queries.welfare_card import claimable, welfare_card
from ledger.queries.welfare_claims import benefit_rules, welfare_claim, welfare_claims
from ledger.usecases import welfare_claiming
from ledger.usecases.members import EndMembership
from ledger.usecases.reversing import ReverseEntry
from ledger.usecases.visiting import VoidReceipt
from ledger.usecases.vouching import MoveMoney, ReceiveIncome
from ledger.usecases.welfare_claiming import (
    CancelWelfareClaim,
    DecideWelfareClaim,
    FileWelfareClaim,
    PayWelfareClaim,
)
from ledger.usecases.welfare_joining import JoinWelfare, LeaveWelfare, SetWelfareFund
from ledger.usecases.welfare_ruling import SetBenefitRule
from reports.words.red_flag_signs import sign_sentence
from reports.words.sentences import sentence
from reports.words.voice import Voice
from tests.support.books import START, found_village
from tests.support.lending import is_sound, lent, with_types
from tests.support.refused import refused

HOSPITAL = BenefitRule(
    code="HOSPITAL",
    per=Per.NIGHT,
    amount=baht(200),
    waiting_days=180,
    most_per_event=baht(600),
    most_per_year=baht(1_000),
)
A_YEAR = baht(365)
JULY = date(2026, 7, 10)


@pytest.fixture
def village(tmp_path):
    """A fund with one rule and a member who paid the year on 1 January."""
    made = found_village(tmp_path, today=date(2027, 12, 31))
    with made.book:
        made.run(SetWelfareFund(fund="WELFARE"))
        rule(made, HOSPITAL)
        joined(made)
        made.run(
            ReceiveIncome(
                account="46020",
                amount=baht(9_000),
                on=START,
                payee="ผู้บริจาค",
                purpose="บริจาค",
                fund="WELFARE",
            )
        )
        yield made
        assert is_sound(made)


def rule(village, benefit, **fields):
    fields = {
        "from_day": START,
        "name_th": "เจ็บป่วย",
        "heading": BenefitHeading.SICKNESS,
        "resolution": "มติ ๑/๒๕๖๙",
        **fields,
    }
    village.run(SetBenefitRule(rule=benefit, **fields))


def joined(village, *, paid=A_YEAR, on=START, **fields):
    member, _ = village.member(person=Person(given="สมศรี", born="1960-05-20"))
    fields = {"rhythm": Rhythm.DAY, "amount": baht(1), "sex": Sex.FEMALE, **fields}
    made = village.run(JoinWelfare(member=member, on=on, **fields)).made
    if paid > ZERO:
        village.deposit(int(str(made["card"])), paid, on=on)
    return member


def file(village, nights=2, *, start=JULY, member="0001", benefit="HOSPITAL", **fields):
    end = start + timedelta(days=nights) if nights else None
    fields = {"on": end or start, "admitted": start, **fields}
    made = village.run(
        FileWelfareClaim(member=member, benefit=benefit, start=start, end=end, **fields)
    ).made
    return int(str(made["claim"]))


def approve(village, claim, *, on=date(2026, 12, 30), **fields):
    fields = {"resolution": "มติ ๕/๒๕๖๙", "chair": "ประธาน", **fields}
    village.run(DecideWelfareClaim(claim=claim, approved=True, on=on, **fields))


def pay(village, claim, *, on=date(2026, 12, 31), **fields):
    return village.run(PayWelfareClaim(claim=claim, on=on, **fields))


def settled(village, nights=2, **fields):
    claim = file(village, nights, **fields)
    approve(village, claim)
    pay(village, claim)
    return claim


def standing(village, claim):
    return village.book.ask(welfare_claim, claim=claim).row.state


def test_a_claim_is_filed_decided_and_paid_with_a_voucher(village):
    claim = file(village)
    filed = village.book.ask(welfare_claim, claim=claim)
    approve(village, claim, committee=("ก", "ข", "ค"))
    outcome = pay(village, claim, payee="สมศรี")

    assert (filed.row.state, filed.row.amount, filed.check.units) == (
        ClaimState.FILED,
        baht(400),
        2,
    )
    assert outcome.vouchers == ("PV2569/000001",)
    assert village.rows(
        "SELECT account, fund, debit, credit FROM lines WHERE event = 'benefit' ORDER BY line"
    ) == [("56010", "WELFARE", 40_000, 0), ("11010", "WELFARE", 0, 40_000)]
    paid = village.book.ask(welfare_claim, claim=claim)
    assert (paid.row.state, paid.row.voucher, paid.committee, paid.payee) == (
        ClaimState.PAID,
        "PV2569/000001",
        ("ก", "ข", "ค"),
        "สมศรี",
    )
    assert village.book.ask(welfare_claims).paid == baht(400)


def refused_for(village, claim, *reasons):
    said = tuple(reasons)
    with refused(village.book, ClaimNotPayable, claim=claim, reasons=said):
        approve(village, claim)


def test_inside_the_waiting_period_the_claim_cannot_be_approved(village):
    early = file(village, start=date(2026, 6, 29), nights=1)

    refused_for(village, early, "waiting_period 2026-06-30")
    approve(village, file(village, start=date(2026, 6, 30), nights=1))


def test_over_the_caps_nothing_more_is_paid(village):
    settled(village, 5)  # 600: the stay is capped
    again = settled(village, 3, start=date(2026, 8, 1))  # 400 are left of the year
    third = file(village, 1, start=date(2026, 9, 1))

    assert village.book.ask(welfare_claim, claim=again).row.amount == baht(400)
    refused_for(village, third, "cap_of_year 0.00")


def test_a_stay_claimed_in_pieces_has_one_cap_even_behind_a_rejected_piece(village):
    settled(village, 3)
    fourth = file(village, 1, start=JULY + timedelta(days=3))
    refused_for(village, fourth, "cap_of_event 0.00")
    village.run(
        DecideWelfareClaim(claim=fourth, approved=False, on=date(2026, 8, 1), reason="เต็มวงเงิน")
    )

    fifth = file(village, 1, start=JULY + timedelta(days=4))

    refused_for(village, fifth, "cap_of_event 0.00")


def test_where_a_stay_is_limited_its_day_of_admission_must_be_said(village):
    claim = FileWelfareClaim(
        member="0001",
        benefit="HOSPITAL",
        start=JULY,
        end=JULY + timedelta(days=2),
        on=date(2026, 12, 30),
    )
    with refused(village.book, AdmissionMissing, benefit="HOSPITAL"):
        village.run(claim)


def test_the_same_nights_are_not_paid_twice_not_even_while_both_wait(village):
    first, second = (
        file(village, 2),
        file(village, 2, start=JULY + timedelta(days=1), admitted=JULY),
    )
    approve(village, first)

    refused_for(village, second, "already_paid 1")
    village.run(CancelWelfareClaim(claim=first, on=date(2026, 12, 31), reason="ยื่นผิด"))
    approve(village, second)


def test_after_death_and_for_who_left_nothing_is_paid(village):
    village.run(EndMembership(member="0001", on=JULY, why=Leaving.DECEASED))
    other = joined(village)
    village.run(LeaveWelfare(member=other, on=JULY, why=WelfareLeaving.LEFT))

    refused_for(village, file(village, 1, start=JULY + timedelta(days=1)), "after_death 2026-07-10")
    gone = file(village, 1, start=JULY + timedelta(days=1), member=other)
    refused_for(village, gone, "no_longer_member 2026-07-10")
    # Nights up to the death are paid, whoever of the family asks for them.
    last = file(village, 4, start=JULY - timedelta(days=1), payee="บุตร")
    assert village.book.ask(welfare_claim, claim=last).row.amount == baht(400)


def test_who_is_not_paid_up_on_the_day_is_not_helped_by_paying_later(village):
    member = joined(village, paid=baht(100))
    claim = file(village, 1, member=member)
    refused_for(village, claim, "not_paid_up 2026-04-10")

    card = village.one("SELECT card FROM welfare_memberships WHERE member = ?", (member,))
    village.deposit(card, baht(265), on=JULY + timedelta(days=5))

    refused_for(village, claim, "not_paid_up 2026-04-10")


def test_missed_instalments_forbid_welfare_where_the_fund_says_so(village):
    lent(with_types(village))  # nothing of it is ever paid; first due on 1 February
    borrower = village.one("SELECT member FROM loan_contracts WHERE member IS NOT NULL")
    village.run(JoinWelfare(member=borrower, on=START, rhythm=Rhythm.YEAR, amount=A_YEAR))
    card = village.one("SELECT card FROM welfare_memberships WHERE member = ?", (borrower,))
    village.deposit(card, A_YEAR, on=START)
    claim = file(village, 1, member=borrower)

    (reason,) = village.book.ask(welfare_claim, claim=claim).row.blocks
    assert reason.reason is Reason.UNDER_SANCTION
    with refused(village.book, ClaimNotPayable, claim=claim):
        approve(village, claim)
    village.run(SetWelfareFund(fund="WELFARE", sanctions=False))
    approve(village, claim)


def test_every_failed_test_is_named_with_its_fact(village):
    rule(
        village,
        replace(
            HOSPITAL,
            code="STRICT",
            sex=Sex.MALE,
            least_age=70,
            least_years=2,
            documents=("ใบรับรองแพทย์",),
            claim_within_days=30,
        ),
    )
    claim = file(village, 1, benefit="STRICT", on=date(2026, 9, 1))

    found = village.book.ask(welfare_claim, claim=claim).check

    assert [(one.reason.value, one.fact) for one in found.blocks] == [
        ("wrong_sex", "male"),
        ("too_young", "66"),
        ("membership_too_short", "0"),
        ("claimed_too_late", "2026-08-10"),
        ("document_missing", "ใบรับรองแพทย์"),
    ]
    with pytest.raises(ClaimNotPayable) as caught:
        approve(village, claim)
    said = sentence(caught.value, Voice("en"))
    assert "The member was only 66 years old." in said
    assert "ใบรับรองแพทย์" in said


def test_a_death_benefit_grows_with_membership(village):
    tiers = (Tier(baht(3_000), days=180), Tier(baht(10_000), years=1))
    rule(
        village,
        BenefitRule(code="DEATH", tiers=tiers),
        heading=BenefitHeading.DEATH,
        name_th="เสียชีวิต",
    )
    village.deposit(joined_card(village), baht(3_000), on=START)
    claim = file(village, 0, start=JULY, benefit="DEATH", payee="ทายาท")
    refused_for(village, claim, "not_dead")

    village.run(EndMembership(member="0001", on=JULY, why=Leaving.DECEASED))
    approve(village, claim)
    pay(village, claim)

    assert village.balance("56040") == baht(3_000)
    again = file(village, 0, start=JULY, benefit="DEATH")
    refused_for(village, again, "already_paid 1")


def joined_card(village):
    member = joined(village)
    return village.one("SELECT card FROM welfare_memberships WHERE member = ?", (member,))


def test_a_stay_across_new_year_uses_both_years(village):
    card = village.one("SELECT card FROM welfare_memberships")
    village.deposit(card, baht(365), on=date(2026, 12, 1))
    settled(village, 4)  # 600 of 1,000
    rule(village, replace(HOSPITAL, most_per_event=None), from_day=date(2026, 8, 1))
    across = file(village, 6, start=date(2026, 12, 28))
    approve(village, across, on=date(2027, 1, 10))
    pay(village, across, on=date(2027, 1, 10))

    # Four nights of 2026 find 400 left, two of 2027 are paid whole.
    assert village.rows("SELECT start, amount FROM welfare_claim_parts WHERE claim = 2") == [
        ("2026-01-01", 40_000),
        ("2027-01-01", 40_000),
    ]
    (left,) = village.book.ask(claimable, member="0001", at=date(2027, 6, 1)).rows
    assert (left.paid_this_year, left.left_this_year) == (baht(400), baht(600))


@pytest.mark.parametrize(
    ("ends_in", "day", "first", "last"),
    [
        (12, date(2026, 12, 31), date(2026, 1, 1), date(2026, 12, 31)),
        (3, date(2026, 3, 31), date(2025, 4, 1), date(2026, 3, 31)),
        (3, date(2026, 4, 1), date(2026, 4, 1), date(2027, 3, 31)),
        (9, date(2026, 2, 28), date(2025, 10, 1), date(2026, 9, 30)),
    ],
)
def test_caps_of_a_year_count_in_the_fiscal_year(tmp_path, ends_in, day, first, last):
    with found_village(tmp_path, year_ends_in=ends_in).book as book:
        assert book.ask(fund_year, day=day) == FundYear(first, last)


def test_what_remains_claimable_is_said_rule_by_rule(village):
    settled(village, 2)

    (row,) = village.book.ask(claimable, member="0001", at=date(2026, 12, 31)).rows

    assert (row.benefit, row.rate, row.paid_this_year, row.left_this_year) == (
        "HOSPITAL",
        baht(200),
        baht(400),
        baht(600),
    )
    assert (row.times_this_year, row.times_left, row.left_in_life, row.blocks) == (
        1,
        None,
        None,
        (),
    )
    with pytest.raises(UnknownMember):
        village.book.ask(claimable, member="9999")


def test_the_card_of_a_member_shows_contributions_and_claims(village):
    settled(village, 2)

    card = village.book.ask(welfare_card, member="0001", at=date(2026, 12, 31))

    assert (card.contributed, card.received) == (baht(365), baht(400))
    assert [(one.on, one.amount) for one in card.contributions] == [(START, baht(365))]
    assert [one.state for one in card.claims] == [ClaimState.PAID]
    assert json.dumps(plain_value(card))
    assert json.dumps(plain_value(village.book.ask(welfare_claim, claim=1)))


def test_what_was_paid_comes_back_when_the_claim_is_cancelled(village):
    claim = settled(village, 2)
    village.run(CancelWelfareClaim(claim=claim, on=date(2027, 1, 5), reason="ข้อมูลเท็จ"))

    assert standing(village, claim) is ClaimState.CANCELLED
    assert village.balance("56010") == ZERO
    settled(village, 2)  # the nights are free again
    with refused(village.book, ClaimStateWrong, state="cancelled"):
        village.run(CancelWelfareClaim(claim=claim, on=date(2027, 1, 5), reason="อีกครั้ง"))


def test_a_payment_that_was_reversed_is_paid_again_and_once(village):
    claim = settled(village, 2)
    entry = village.one("SELECT MAX(number) FROM entries")
    village.run(ReverseEntry(entry=entry, on=date(2027, 1, 5), reason="จ่ายผิดบัญชี"))
    assert standing(village, claim) is ClaimState.APPROVED

    pay(village, claim, on=date(2027, 1, 6))

    assert village.balance("56010") == baht(400)
    with refused(village.book, ClaimStateWrong, state="paid"):
        pay(village, claim, on=date(2027, 1, 6))


def test_what_became_known_since_the_decision_stops_the_payment(village):
    claim = file(village)
    approve(village, claim)
    village.run(VoidReceipt(receipt="R2569/000001", on=JULY, reason="เช็คเด้ง"))

    with refused(village.book, ClaimNotPayable, reasons=("not_paid_up 2025-12-31",)):
        pay(village, claim)


def test_the_committee_may_give_less_but_not_more(village):
    claim = file(village)
    with refused(village.book, ApprovedMoreThanAllowed, allowed=baht(400), asked=baht(401)):
        approve(village, claim, amount=baht(401))

    approve(village, claim, amount=baht(300))
    pay(village, claim)

    (row,) = village.book.ask(claimable, member="0001", at=date(2026, 12, 31)).rows
    assert row.left_this_year == baht(700)


def test_what_claims_refuse(village):
    claim = file(village)
    with refused(village.book, UnknownClaim, claim=9):
        approve(village, 9)
    with refused(village.book, ClaimStateWrong, state="filed"):
        pay(village, claim)
    with refused(village.book, ReasonMissing, field="resolution"):
        approve(village, claim, resolution=" ")
    with refused(village.book, ReasonMissing):
        village.run(DecideWelfareClaim(claim=claim, approved=False, on=date(2026, 8, 1)))
    with refused(village.book, WelfareDayTooEarly):
        approve(village, claim, on=JULY)
    with refused(village.book, WelfareDayTooEarly):
        file(village, 3, on=JULY)
    with refused(village.book, UnknownBenefit, benefit="BIRTH"):
        file(village, benefit="BIRTH")
    with refused(village.book, UnknownMember):
        file(village, member="9999")
    outside, _ = village.member()
    with refused(village.book, NotInWelfareFund, member=outside):
        file(village, member=outside)
    approve(village, claim)
    with refused(village.book, ClaimStateWrong, state="approved"):
        approve(village, claim)
    with refused(village.book, WelfareDayTooEarly):
        pay(village, claim, on=date(2026, 12, 29))


def test_a_claim_is_paid_out_of_the_fund_s_own_money(village):
    village.saver(baht(5_000))
    bank = village.bank()
    village.run(MoveMoney(amount=baht(1_000), on=JULY, target=bank))
    claim = file(village)
    approve(village, claim)

    # What lies in the bank is the cooperative's, not the fund's.
    with refused(village.book, FundMoneyTooLow, fund="WELFARE", held=ZERO, asked=baht(400)):
        pay(village, claim, bank=bank)
    pay(village, claim)


def test_rules_hold_from_their_day_and_may_end(village):
    rule(village, replace(HOSPITAL, amount=baht(300)), from_day=date(2026, 8, 1))
    assert village.book.ask(welfare_claim, claim=file(village, 1)).row.amount == baht(200)
    later = file(village, 1, start=date(2026, 8, 1))
    assert village.book.ask(welfare_claim, claim=later).row.amount == baht(300)

    rule(village, HOSPITAL, from_day=date(2026, 9, 1), closed=True)

    assert village.book.ask(benefit_rules, at=date(2026, 9, 1)).rows == ()
    (view,) = village.book.ask(benefit_rules, at=date(2026, 8, 31)).rows
    assert (view.rule.amount, view.rule.name_th) == (baht(300), "เจ็บป่วย")
    with refused(village.book, UnknownBenefit, day=date(2026, 9, 1)):
        file(village, 1, start=date(2026, 9, 1))


def test_what_rules_refuse(village):
    with refused(village.book, BenefitOfNothing, benefit="X"):
        rule(village, BenefitRule(code="X"))
    with refused(village.book, BenefitAccountWrong, account="11010"):
        rule(village, HOSPITAL, account="11010")
    with refused(village.book, AmountOutOfRange):
        rule(village, replace(HOSPITAL, most_per_year=baht(-1)))
    with refused(village.book, ReasonMissing, field="resolution"):
        rule(village, HOSPITAL, resolution="")


# ── what the auditor's tests see in paid claims (domain.md 5.4, scheme 20) ──────────────────────


def flagged(village):
    answer = village.book.ask(red_flags, since=START, at=date(2027, 12, 31), test=FlagTest.BENEFITS)
    rows = answer.tests[0].rows
    for row in rows:
        for language in ("th", "en"):
            assert "{" not in sign_sentence(row, Voice(language))
    return {row.sign: (row.at_risk, row.count) for row in rows}


def test_claims_by_the_rules_are_no_red_flags(village):
    settled(village)
    settled(village, start=JULY + timedelta(days=30))
    assert flagged(village) == {}


def test_a_death_entered_after_the_payment_shows(village):
    claim = settled(village)
    village.run(LeaveWelfare(member="0001", on=JULY - timedelta(days=5), why=WelfareLeaving.DIED))
    assert flagged(village) == {Sign.BENEFIT_AGAINST_RULE: (baht(400), claim)}


def test_two_benefits_for_the_same_nights_show(village):
    rule(village, replace(HOSPITAL, code="HOSPITAL2"))
    settled(village)
    settled(village, start=JULY + timedelta(days=1), benefit="HOSPITAL2")
    assert flagged(village) == {Sign.BENEFIT_NIGHTS_TWICE: (baht(400), 1)}


def test_what_was_paid_above_the_cap_shows(village, monkeypatch):
    claim = file(village, 2)
    check = village.book.ask(check_of, village.book.ask(the_claim, claim))
    more = replace(check, amount=baht(900), parts=(YearAmount(START, baht(900)),))
    monkeypatch.setattr(welfare_claiming, "check_of", lambda *_: more)
    approve(village, claim, amount=baht(900))
    pay(village, claim)
    assert flagged(village) == {Sign.BENEFIT_OVER_CAP: (baht(500), claim)}


def the_claim(reader, claim):
    return reader.newest(WelfareClaim, claim)
