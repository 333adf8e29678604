"""A loan taken over in mid-life: how it stood when its interest was last reckoned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.loans.contract import CardLine, Kind
from ledger.domain.money import ZERO, Money
from ledger.domain.records import Record


@dataclass(frozen=True, slots=True)
class LoanOpening(Record):
    """What was paid out and repaid of a loan before the book began; counts while its entry stands.

    ``interest_late`` and ``penalty`` were owed at the end of ``on``, the day up to which interest
    had been reckoned; from then on the book reckons itself. The part still owed stands in the
    ledger as the first payout of the loan, ``advance`` as kept for instalments to come.
    """

    table = "loan_openings"
    key = ("card", "number")
    versions = False

    card: int
    number: int
    on: date
    paid_out: Money
    repaid: Money
    interest_late: Money
    penalty: Money
    entry: int
    advance: Money = ZERO

    @property
    def line(self) -> CardLine:
        """The loan as its card begins."""
        return CardLine(
            date=self.on,
            kind=Kind.OPENING,
            outstanding=self.paid_out - self.repaid,
            arrears_left=self.interest_late,
            penalty_left=self.penalty,
            advance_left=self.advance,
        )
