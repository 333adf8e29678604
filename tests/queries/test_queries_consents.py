"""What is kept without a consent: claims of sickness and marks of disability, with those who went.

Photos and the consents themselves: ``tests/usecases/test_usecase_consenting.py``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ledger.domain.consents import ConsentTo
from ledger.domain.members import Leaving
from ledger.domain.welfare_claims import BenefitHeading
from ledger.domain.welfare_fund import WelfareGroup
from ledger.queries.consents import ConsentGap, Kept, consent_gaps
from ledger.usecases.consenting import RecordConsent, WithdrawConsent
from ledger.usecases.members import EndMembership, ErasePerson
from tests.support.books import START
from tests.usecases.test_usecase_welfare_claims import (
    HOSPITAL,
    file,
    joined,
    rule,
    settled,
    village,
)

__all__ = ["village"]  # the fixture

HEALTH = ConsentTo.HEALTH
AUGUST = date(2026, 8, 3)


def gaps(village):
    return village.book.ask(consent_gaps)


def consents(village, kind, on=START, **fields):
    village.run(kind(member="0001", covers=HEALTH, on=on, document="ย.1/2569", **fields))


def test_a_claim_of_sickness_without_a_consent_is_listed_with_its_last_day(village):
    assert gaps(village).rows == ()
    first = file(village)
    file(village, start=date(2026, 8, 1))

    [gap] = gaps(village).rows
    assert gap == ConsentGap("0001", "สมศรี", HEALTH, Kept.CLAIM, AUGUST, None, 2)
    assert (gaps(village).members, first) == (1, 1)

    consents(village, RecordConsent)
    assert gaps(village).rows == ()
    consents(village, WithdrawConsent, on=AUGUST)
    assert [one.withdrawn for one in gaps(village).rows] == [AUGUST]


def test_a_benefit_that_says_nothing_of_health_needs_no_consent(village):
    rule(village, replace(HOSPITAL, code="SCHOOL"), heading=BenefitHeading.EDUCATION)
    file(village, benefit="SCHOOL")
    assert gaps(village).rows == ()


def test_a_mark_of_disability_in_the_fund_is_health_data_too(village):
    other = joined(village, group=WelfareGroup.DISABLED)
    joined(village, group=WelfareGroup.ELDERLY)
    file(village)
    found = [(one.member, one.kept) for one in gaps(village).rows]
    assert found == [("0001", Kept.CLAIM), (other, Kept.DISABILITY)]
    assert gaps(village).members == 2


def test_nothing_is_asked_for_somebody_whose_data_were_erased(village):
    settled(village)
    last = date(2027, 6, 1)
    village.run(EndMembership(member="0001", on=last, why=Leaving.RESIGNED))
    assert len(gaps(village).rows) == 1
    village.run(ErasePerson(member="0001", reason="ขอให้ลบ"))
    assert gaps(village).rows == ()
