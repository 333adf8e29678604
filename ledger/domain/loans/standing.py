"""How an open loan stands at the end of a day: owed, late, and what comes next."""

from __future__ import annotations

from datetime import date

from ledger.domain.loans.contract import Standing
from ledger.domain.loans.open_loan import OpenLoan, owes_totals
from ledger.domain.money import Money


def standing_of(loan: OpenLoan, at: date) -> Standing:
    """The standing; everything late is computed from the dates, never from a stored flag."""
    interest = loan.interest.owed()
    late_rows = [row for row in loan.late if row.is_late]
    late_since = late_rows[0].day if late_rows and loan.settled_on is None else None
    amount_late, overdue = _late(loan)
    penalty = loan.charges + loan.penalty_of_rows()
    # Flat interest may be all that the last rows ask for.
    asks = loan.closed < len(loan.rows) and (loan.owed or interest.current)
    coming = loan.rows[loan.closed] if asks else None
    return Standing(
        day=at,
        outstanding=Money(loan.owed),
        interest_arrears=Money(interest.arrears),
        interest=Money(interest.current),
        penalty=Money(penalty),
        advance=Money(loan.advance),
        overdue_principal=Money(overdue),
        amount_late=Money(amount_late),
        days_late=(at - late_since).days if late_since else 0,
        late_since=late_since,
        next_due=None if coming is None else coming.day,
        due=Money(penalty + amount_late),
        settled_on=loan.settled_on,
    )


def _late(loan: OpenLoan) -> tuple[int, int]:
    """All that is late without penalty, and the principal within it."""
    interest = loan.interest.owed()
    unpaid = sum(row.unpaid for row in loan.late)
    ended = loan.closed == len(loan.rows) and loan.closed > 0
    if ended:
        # After the last due day everything is late, whatever the plan foresaw.
        return loan.owed + interest.total, loan.owed
    if owes_totals(loan.rules):
        # Interest that is late stays so even where no row holds it, as after a new plan.
        late = min(max(unpaid, interest.arrears), loan.owed + interest.total)
        return late, min(loan.owed, max(0, late - interest.arrears))
    principal = min(loan.owed, unpaid)
    return principal + interest.arrears, principal
