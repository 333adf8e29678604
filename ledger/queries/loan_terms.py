"""Principal by when it falls due: within twelve months of a day, or later (feature 77)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.domain.lending import Direction
from ledger.domain.loan_quality import long_term_of
from ledger.domain.loans.contract import Card
from ledger.domain.money import ZERO, Money
from ledger.domain.owing import Owing
from ledger.queries.loans import named_loans
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class Terms:
    """Principal due within twelve months, what is late included, and what comes later."""

    short: Money
    long: Money


@dataclass(frozen=True, slots=True)
class TermSplit:
    """What members owe and what is owed to lenders, by when it falls due by the plans."""

    lent: Terms
    borrowed: Terms


def term_split(reader: Reader, day: date) -> TermSplit:
    """Both legs at the end of a day."""
    pairs = [(loan, loan.card(at=day)) for loan, _ in named_loans(reader)]
    return TermSplit(terms_of(pairs, Direction.OUT, day), terms_of(pairs, Direction.IN, day))


def terms_of(pairs: Iterable[tuple[Owing, Card]], leg: Direction, day: date) -> Terms:
    """Principal of one leg by when it falls due; what is late is due now."""
    short, long = ZERO, ZERO
    for loan, card in pairs:
        off = loan.write_off
        if loan.contract.direction is not leg or (off is not None and off.on <= day):
            continue
        later = long_term_of(card, day)
        long += later
        short += card.standing.outstanding - later
    return Terms(short, long)
