"""What ties a member who leaves: loans of others for which she stands, and land that she holds."""

from __future__ import annotations

from ledger.domain.books import Books
from ledger.domain.borrowing import running_guarantees
from ledger.domain.leases import plots_of
from ledger.domain.members import Leaving
from ledger.domain.refusals.loan_life import StillGuarantor
from ledger.domain.refusals.settling import StillHoldsPlot


def check_untied(books: Books, member: str, why: Leaving) -> None:
    """Whether nothing ties her any more; on death a guarantee becomes defective instead.

    Raises:
        StillGuarantor: who resigns stands for loans still owed (domain.md 1.6).
        StillHoldsPlot: nobody would pay the rent of her land.
    """
    if why is Leaving.RESIGNED and (cards := running_guarantees(books, member)):
        raise StillGuarantor(member, tuple(cards))
    if plots := plots_of(books, member):
        raise StillHoldsPlot(member, plots)
