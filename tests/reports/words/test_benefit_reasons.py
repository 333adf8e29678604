"""Every reason of a welfare benefit has its sentence."""

from __future__ import annotations

import pytest

from ledger.domain.benefits import Finding, Reason
from reports.words.benefit_reasons import benefit_reason
from reports.words.voice import Era, Voice

FACTS = {
    Reason.NOT_YET_MEMBER: "2026-02-28",
    Reason.NO_LONGER_MEMBER: "2026-02-28",
    Reason.AFTER_DEATH: "2026-02-28",
    Reason.UNDER_SANCTION: "2026-02-28",
    Reason.WAITING_PERIOD: "2026-02-28",
    Reason.NOT_PAID_UP: "2026-02-28",
    Reason.CLAIMED_TOO_LATE: "2026-02-28",
    Reason.ENDS_BEFORE_START: "2026-02-28",
    Reason.BEFORE_ADMISSION: "2026-02-28",
    Reason.ADMITTED_OTHERWISE: "2026-02-28",
    Reason.WRONG_SEX: "female",
    Reason.TOO_YOUNG: "17",
    Reason.TOO_OLD: "71",
    Reason.MEMBERSHIP_TOO_SHORT: "2",
    Reason.DOCUMENT_MISSING: "ใบรับรองแพทย์",
    Reason.ALREADY_PAID: "3",
    Reason.EVENTS_OF_YEAR_USED: "1",
    Reason.EVENTS_OF_LIFE_USED: "2",
    Reason.CAP_OF_EVENT: "1600.00",
    Reason.CAP_OF_YEAR: "400.00",
    Reason.CAP_OF_LIFE: "0.00",
    Reason.CLAIMED_APART: "600.00",
}


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("language", ["th", "en", "both"])
def test_every_reason_is_said_whole(reason, language):
    said = benefit_reason(Finding(reason, FACTS.get(reason, "")), Voice(language))

    assert said
    assert "{" not in said


def test_days_counts_and_amounts_are_written_as_the_reader_writes_them():
    voice = Voice("en", era=Era.COMMON)

    assert (
        benefit_reason(Finding(Reason.NOT_PAID_UP, "2026-02-28"), voice)
        == "The contributions are paid only through 28 February 2026."
    )
    assert (
        benefit_reason(Finding(Reason.CAP_OF_EVENT, "1600.00"), voice)
        == "Only 1,600.00 is left of the limit for one event."
    )
    assert (
        benefit_reason(Finding(Reason.WRONG_SEX, "male"), voice) == "This benefit is for men only."
    )
