"""Builders for a welfare fund: one member who paid the year, one benefit, a claim of two nights."""

from __future__ import annotations

from datetime import date, timedelta

from ledger.domain.benefits import BenefitRule, Per
from ledger.domain.contributions import Rhythm
from ledger.domain.money import baht
from ledger.domain.welfare_claims import BenefitHeading
from ledger.usecases.welfare_claiming import FileWelfareClaim
from ledger.usecases.welfare_joining import JoinWelfare, SetWelfareFund
from ledger.usecases.welfare_ruling import SetBenefitRule
from tests.support.books import START, Village

FEBRUARY = date(2026, 2, 1)
CERTIFICATE = "ใบรับรองแพทย์"


def with_fund(village: Village) -> Village:
    """Member 0001 paid the year; two nights in hospital are worth 400, and 600 the most."""
    village.run(SetWelfareFund(fund="WELFARE"))
    rule = BenefitRule(
        code="HOSPITAL",
        per=Per.NIGHT,
        amount=baht(200),
        most_per_event=baht(600),
        documents=(CERTIFICATE,),
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
    return village


def with_claim(
    village: Village, nights: int = 2, *, documents: tuple[str, ...] = (CERTIFICATE,)
) -> Village:
    """Member 0001 claims some nights in hospital, with or without the certificate."""
    village.run(
        FileWelfareClaim(
            member="0001",
            benefit="HOSPITAL",
            start=FEBRUARY,
            end=FEBRUARY + timedelta(days=nights),
            on=date(2026, 2, 20),
            documents=documents,
            admitted=FEBRUARY,
        )
    )
    return village
