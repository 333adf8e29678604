"""The welfare fund under chance: whatever is claimed, decided and paid, caps and nights hold."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.accounts import BookKind
from ledger.domain.benefits import BenefitRule, Per
from ledger.domain.contributions import Rhythm
from ledger.domain.money import Money, baht
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.welfare import ClaimNotPayable
from ledger.domain.welfare_claims import BenefitHeading
from ledger.usecases.vouching import ReceiveIncome
from ledger.usecases.welfare_claiming import (
    CancelWelfareClaim,
    DecideWelfareClaim,
    FileWelfareClaim,
    PayWelfareClaim,
)
from ledger.usecases.welfare_joining import JoinWelfare
from ledger.usecases.welfare_ruling import SetBenefitRule
from tests.support.books import START, found_village
from tests.support.effort import effort

TODAY = date(2027, 12, 31)
STAY, YEAR = baht(800), baht(1_400)
# Three stays in hospital, ten nights each with days at home between, across the end of a year.
STAYS = tuple(date(2026, 12, 8) + timedelta(days=12 * at) for at in range(3))
then = st.integers(0, 9).map(lambda at: {8: "reject", 9: "cancel"}.get(at, "pay"))
# Any nights of a stay in any order, those between perhaps never; the paper says when it began.
claims = st.lists(
    st.tuples(st.sampled_from(STAYS), st.integers(0, 9), st.integers(1, 4), then),
    min_size=4,
    max_size=9,
)


@effort(examples=12)
@given(claims)
def test_no_cap_is_passed_and_no_night_paid_twice_whatever_is_claimed(wanted):
    with tempfile.TemporaryDirectory() as folder:
        village = found_village(Path(folder), today=TODAY, kind=BookKind.WELFARE_FUND)
        with village.book:
            _begin(village)
            for admitted, at, nights, then in wanted:
                start = admitted + timedelta(days=at)
                last = admitted + timedelta(days=min(10, at + nights))
                _claim(village, (admitted, start, last), then)
            _holds(village)


def _begin(village):
    village.member()
    village.run(JoinWelfare(member="0001", on=START, rhythm=Rhythm.YEAR, amount=baht(365)))
    rule = BenefitRule(
        code="HOSPITAL",
        per=Per.NIGHT,
        amount=baht(200),
        paid_up=False,
        most_per_event=STAY,
        most_per_year=YEAR,
    )
    village.run(
        SetBenefitRule(
            rule=rule,
            from_day=START,
            name_th="นอนโรงพยาบาล",
            heading=BenefitHeading.SICKNESS,
            resolution="มติ",
        )
    )
    village.run(
        ReceiveIncome(account="46020", amount=baht(90_000), on=START, payee="วัด", purpose="บริจาค")
    )


def _claim(village, days, then):
    admitted, start, end = days
    filed = FileWelfareClaim(
        member="0001", benefit="HOSPITAL", start=start, end=end, on=TODAY, admitted=admitted
    )
    claim = int(str(village.run(filed).made["claim"]))
    try:
        village.run(
            DecideWelfareClaim(
                claim=claim,
                approved=then != "reject",
                on=TODAY,
                resolution="มติ",
                reason="ไม่อนุมัติ",
            )
        )
        if then != "reject":
            village.run(PayWelfareClaim(claim=claim, on=TODAY))
        if then == "cancel":
            village.run(CancelWelfareClaim(claim=claim, on=TODAY, reason="ยื่นผิด"))
    except Refusal as refusal:
        assert isinstance(refusal, ClaimNotPayable)  # noqa: PT017 - the only one that may come


def _holds(village):
    paid = village.rows(
        'SELECT start, "end", amount, number FROM welfare_claims AS c WHERE act ='
        " (SELECT MAX(act) FROM welfare_claims WHERE number = c.number) AND state = 'paid'"
        " ORDER BY start"
    )
    nights = [night for start, end, _, _ in paid for night in _nights(start, end)]
    assert len(nights) == len(set(nights))
    for admitted in STAYS:
        stay = [one for one in paid if 0 <= _days(admitted, one[0]) < 10]
        assert sum(amount for _, _, amount, _ in stay) <= STAY.satang
    parts: dict[str, int] = {}
    for *_, number in paid:
        for start, amount in village.rows(
            "SELECT start, amount FROM welfare_claim_parts WHERE claim = ?", (number,)
        ):
            parts[start] = parts.get(start, 0) + amount
    assert all(amount <= YEAR.satang for amount in parts.values())
    booked = sum(amount for _, _, amount, _ in paid)
    assert sum(parts.values()) == booked
    assert village.balance("56010") == Money(booked)


def _nights(start, end):
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    return [first + timedelta(days=at) for at in range((last - first).days)]


def _days(admitted, start):
    return (date.fromisoformat(start) - admitted).days
