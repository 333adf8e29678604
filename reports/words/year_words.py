"""Words of the year end: ratios and what they are ratios of, legal tests, grades."""

from __future__ import annotations

from ledger.domain.surplus import LegalTest
from ledger.queries.ratios import Base, Grade, RatioKind
from reports.words.voice import N_, Voice

_RATIOS = {
    RatioKind.CAPITAL_GROWTH: N_("Growth of capital"),
    RatioKind.DEBT_TO_EQUITY: N_("Debts to equity"),
    RatioKind.RETURN_ON_EQUITY: N_("Return on equity"),
    RatioKind.RETURN_ON_ASSETS: N_("Return on assets"),
    RatioKind.RESERVE_TO_ASSETS: N_("Reserve to assets"),
    RatioKind.BORROWERS_OF_MEMBERS: N_("Borrowers among the members"),
    RatioKind.LATE_LOANS: N_("Loans more than 90 days late"),
    RatioKind.EXPENSE_TO_INCOME: N_("Expenses to income"),
    RatioKind.LIQUIDITY: N_("Liquidity"),
}
_MEANS = {
    RatioKind.CAPITAL_GROWTH: N_("Equity this year less last year, over equity last year"),
    RatioKind.DEBT_TO_EQUITY: N_("Total liabilities over equity at the year's end"),
    RatioKind.RESERVE_TO_ASSETS: N_("Reserve over total assets at the year's end"),
    RatioKind.BORROWERS_OF_MEMBERS: N_("Members who owe principal, over all members"),
    RatioKind.LATE_LOANS: N_("Principal of loans more than 90 days late, over all principal owed"),
    RatioKind.EXPENSE_TO_INCOME: N_("Expenses over income of the year"),
    RatioKind.LIQUIDITY: N_(
        "Cash, banks and principal due within a year, over liabilities less debts due later"
    ),
}
_RETURNS = {
    (RatioKind.RETURN_ON_EQUITY, Base.ENDING): N_("Net profit over equity at the year's end"),
    (RatioKind.RETURN_ON_EQUITY, Base.AVERAGE): N_(
        "Net profit over the average of equity at the beginning and end of the year"
    ),
    (RatioKind.RETURN_ON_ASSETS, Base.ENDING): N_("Net profit over total assets at the year's end"),
    (RatioKind.RETURN_ON_ASSETS, Base.AVERAGE): N_(
        "Net profit over the average of total assets at the beginning and end of the year"
    ),
}
_GRADES = {Grade.HIGH: N_("high"), Grade.MIDDLE: N_("middle"), Grade.LOW: N_("low")}
_TESTS = {
    LegalTest.ADDS_UP: N_("The lines add up to the surplus"),
    LegalTest.RESERVE: N_("At least this much goes to the reserve"),
    LegalTest.LEAGUE: N_("The League fee is not above its limit"),
    LegalTest.DIVIDEND_RATE: N_("The dividend is not above the highest rate"),
    LegalTest.CEILING: N_("The line is not above its ceiling"),
}


def ratio_name(kind: RatioKind, voice: Voice) -> str:
    return voice.tr(_RATIOS[kind])


def ratio_meaning(kind: RatioKind, base: Base, voice: Voice) -> str:
    """What is divided by what, since official papers use more than one denominator."""
    if (kind, base) in _RETURNS:
        return voice.tr(_RETURNS[kind, base])
    return voice.tr(_MEANS[kind])


def grade_name(grade: Grade, voice: Voice) -> str:
    return voice.tr(_GRADES[grade])


def legal_test(word: str, voice: Voice) -> str:
    """One test of the allocation, by its word."""
    return voice.tr(_TESTS[LegalTest(word)])
