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

# Every rounding there is: loans round their instalments and principal parts coarser.
ALL_ROUNDINGS: Mapping[Rounding, str] = {
    **ROUNDINGS,
    Rounding.SATANG_UP: N_("To the satang, up"),
    Rounding.FIVE_SATANG_NEAREST: N_("To 5 satang, nearest"),
    Rounding.FIVE_SATANG_DOWN: N_("To 5 satang, down"),
    Rounding.FIVE_SATANG_UP: N_("To 5 satang, up"),
    Rounding.TEN_SATANG_NEAREST: N_("To 10 satang, nearest"),
    Rounding.TEN_SATANG_DOWN: N_("To 10 satang, down"),
    Rounding.TEN_SATANG_UP: N_("To 10 satang, up"),
    Rounding.QUARTER_UP: N_("To 25 satang, up"),
    Rounding.HALF_BAHT_NEAREST: N_("To 50 satang, nearest"),
    Rounding.HALF_BAHT_DOWN: N_("To 50 satang, down"),
    Rounding.HALF_BAHT_UP: N_("To 50 satang, up"),
    Rounding.BAHT_HALF_EVEN: N_("To the baht, half to even"),
    Rounding.BAHT_UP: N_("To the baht, up"),
    Rounding.FIVE_BAHT_NEAREST: N_("To 5 baht, nearest"),
    Rounding.FIVE_BAHT_DOWN: N_("To 5 baht, down"),
    Rounding.FIVE_BAHT_UP: N_("To 5 baht, up"),
    Rounding.TEN_BAHT_NEAREST: N_("To 10 baht, nearest"),
    Rounding.TEN_BAHT_DOWN: N_("To 10 baht, down"),
    Rounding.TEN_BAHT_UP: N_("To 10 baht, up"),
    Rounding.HUNDRED_BAHT_NEAREST: N_("To 100 baht, nearest"),
    Rounding.HUNDRED_BAHT_DOWN: N_("To 100 baht, down"),
    Rounding.HUNDRED_BAHT_UP: N_("To 100 baht, up"),
}
