"""Words for the rules of interest: how days are counted, and how amounts are rounded."""

from __future__ import annotations

from collections.abc import Mapping

from ledger.domain.accrual import YearPart
from ledger.domain.money import Rounding
from reports.words.voice import N_

YEARS: Mapping[YearPart, str] = {
    YearPart.ACTUAL_365: N_("Days by 365"),
    YearPart.ACTUAL_ACTUAL: N_("Days by the days of the year"),
    YearPart.ACTUAL_360: N_("Days by 360"),
    YearPart.THIRTY_360: N_("Months of 30 days"),
    YearPart.MONTHS: N_("Whole months"),
}

ROUNDINGS: Mapping[Rounding, str] = {
    Rounding.SATANG_HALF_UP: N_("To the satang, half up"),
    Rounding.SATANG_HALF_EVEN: N_("To the satang, half to even"),
    Rounding.SATANG_DOWN: N_("To the satang, down"),
    Rounding.QUARTER_NEAREST: N_("To 25 satang, nearest"),
    Rounding.QUARTER_DOWN: N_("To 25 satang, down"),
    Rounding.BAHT_NEAREST: N_("To the baht, nearest"),
    Rounding.BAHT_DOWN: N_("To the baht, down"),
}
