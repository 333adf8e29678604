"""What members of the welfare fund are asked to pay on a collection day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.days import Month, day_before
from ledger.domain.money import Money
from ledger.domain.welfare_fund import WelfareMembership, as_left, rates_of, standing_of
from ledger.queries.welfare_members import paid_in
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class WelfareAsked:
    """Contributions of one card: all that is asked by the end of the month, and what was paid.

    ``monthly`` is the part of it that falls due in the month.
    """

    promised: Money
    paid: Money
    monthly: Money


def welfare_asked(reader: Reader, on: date) -> dict[int, WelfareAsked]:
    """What is asked of everybody in the fund, by card, up to the end of the month of a day."""
    known = [as_left(reader, one) for one in reader.every(WelfareMembership) if one.joined <= on]
    present = [one for one in known if one.ended is None or on <= one.ended]
    if not present:
        return {}
    month = Month.of(on)
    paid = paid_in(reader, present, on)
    found = {}
    for one in present:
        rates, so_far = rates_of(reader, one), paid[one.number]
        asked = standing_of(one, rates, so_far, month.last).owed
        before = standing_of(one, rates, so_far, day_before(month.first)).owed
        found[one.card] = WelfareAsked(asked, so_far, asked - before)
    return found
