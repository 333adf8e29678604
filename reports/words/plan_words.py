"""Words for what decides a plan beside its type: due days, holidays, and what rounding leaves."""

from __future__ import annotations

from ledger.domain.loans.contract import Early, Part, Split
from ledger.domain.loans.terms import InterestOn, Level, MonthEnd, Residue, Shift, Unit
from reports.words.voice import N_

UNITS = {
    Unit.MONTH: N_("month"),
    Unit.WEEK: N_("week"),
    Unit.DAY: N_("single day"),
}
MONTH_ENDS = {
    MonthEnd.CLAMP: N_("is the last day of that month"),
    MonthEnd.ROLL: N_("is the first day of the month after"),
}
SHIFTS = {
    Shift.NONE: N_("stays on its day"),
    Shift.AFTER: N_("is due on the next working day"),
    Shift.BEFORE: N_("is due on the working day before"),
}
LEVELS = {
    Level.NOMINAL: N_("with all periods of the same length"),
    Level.DAYS: N_("by the days of each period"),
}
RESIDUES = {
    Residue.LAST: N_("is in the last instalment"),
    Residue.FIRST: N_("is in the first instalment"),
    Residue.SPREAD: N_("is spread over all instalments"),
}
INTERESTS = {
    InterestOn.DECLINING: N_("On what is still owed"),
    InterestOn.FLAT: N_("On the whole loan to the end (flat)"),
}
SPLITS = {
    None: N_("As the interest is computed"),
    Split.BY_DAYS: N_("By the days since the last payment"),
    Split.BY_PLAN: N_("By the interest of the plan"),
    Split.PROPORTIONAL: N_("In the proportion of the plan"),
}
EARLIES = {
    Early.SHORTEN: N_("Shortens the loan"),
    Early.LOWER: N_("Lowers the instalments"),
    Early.ADVANCE: N_("Is kept for instalments to come"),
}
PARTS = {
    Part.PENALTY: N_("Penalty"),
    Part.INTEREST_ARREARS: N_("Interest in arrears"),
    Part.INTEREST: N_("Current interest"),
    Part.PRINCIPAL: N_("Principal"),
}
