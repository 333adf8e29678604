"""What members of the welfare fund are asked to pay on a collection day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.days import Month, day_before
from ledger.domain.members import Member
from ledger.domain.money import Money
from ledger.domain.welfare_fund import WelfareMembership, ended_with, standing_of
from ledger.queries.welfare_members import all_rates, paid_in
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
    begun = [one for one in reader.every(WelfareMembership) if one.joined <= on]
    if not begun:
        return {}
    people = {one.number: one for one in reader.every(Member)}
    known = [ended_with(people[one.member], one) for one in begun]
    present = [one for one in known if one.ended is None or on <= one.ended]
    month = Month.of(on)
    paid, agreed = paid_in(reader, present, on), all_rates(reader)
    found = {}
    for one in present:
        rates, so_far = agreed[one.number], paid[one.number]
        asked = standing_of(one, rates, so_far, month.last).owed
        before = standing_of(one, rates, so_far, day_before(month.first)).owed
        found[one.card] = WelfareAsked(asked, so_far, asked - before)
    return found
