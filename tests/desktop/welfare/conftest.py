"""Every test here starts from an open book with a welfare fund."""

from __future__ import annotations

import pytest

from ledger.domain.benefits import BenefitRule, Per
from ledger.domain.contributions import Rhythm
from ledger.domain.money import baht
from ledger.domain.welfare_claims import BenefitHeading
from ledger.usecases.welfare_joining import JoinWelfare, SetWelfareFund
from ledger.usecases.welfare_ruling import SetBenefitRule
from tests.desktop.opened import kept_book, opened, plain_look
from tests.support.books import START

__all__ = ["fund", "kept_book", "opened", "plain_look"]


@pytest.fixture
def fund(opened):
    """Member 0001 paid the year; two nights in hospital are worth 400, and 600 the most."""
    village = opened.village
    village.run(SetWelfareFund(fund="WELFARE"))
    rule = BenefitRule(
        code="HOSPITAL",
        per=Per.NIGHT,
        amount=baht(200),
        most_per_event=baht(600),
        documents=("ใบรับรองแพทย์",),
    )
    village.run(
        SetBenefitRule(
            rule=rule,
            from_day=START,
            name_th="นอนโรงพยาบาล",
            name_en="Nights in hospital",
            heading=BenefitHeading.SICKNESS,
            resolution="มติ ๑/๒๕๖๙",
        )
    )
    made = village.run(
        JoinWelfare(member="0001", on=START, rhythm=Rhythm.YEAR, amount=baht(500))
    ).made
    village.deposit(int(str(made["card"])), baht(500), on=START)
    return opened
