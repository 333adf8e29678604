"""Old money taken out, money that goes round, dressed-up years, and cards below nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from ledger.domain.accounts import CardKind
from ledger.domain.days import Month
from ledger.domain.lending import LoanContract
from ledger.domain.members import person_from
from ledger.domain.money import ZERO, Money
from ledger.domain.red_flags import Sign
from ledger.queries.cards import card_balances_at, card_places
from ledger.queries.red_flags.looking import FlagRow, Lent, Look, flag
from ledger.queries.standing import the_cooperative

# Whatever leaves a savings card, by a withdrawal, a transfer or a voucher written out by hand.
_TAKEN = """
SELECT l.card, l.entry, l.day, SUM(l.debit), c.member
FROM lines AS l JOIN cards AS c ON c.number = l.card AND c.account = l.account
JOIN entries AS e ON e.number = l.entry
WHERE l.day BETWEEN ? AND ? AND l.debit > 0 AND c.kind = 'savings' AND e.reverses IS NULL
AND c.act = (SELECT MAX(act) FROM cards WHERE number = c.number)
AND NOT EXISTS (SELECT 1 FROM entries WHERE reverses = l.entry)
GROUP BY l.entry, l.card, l.day, c.member ORDER BY l.entry"""
_MOVED = """
SELECT DISTINCT entry, day FROM lines WHERE card = ? AND day <= ?
AND event NOT IN ('savings_interest', 'opening') ORDER BY day, entry"""


def withdrawals(look: Look) -> Iterator[FlagRow]:
    """Scheme 7: money taken after a long rest, or soon after a change of the member.

    A small deposit shortly before does not end a rest.
    """
    changed = _changes(look)
    moves: dict[int, list[tuple[int, date]]] = {}
    for card, entry, text, satang, member in look.in_period(_TAKEN):
        day = date.fromisoformat(text)
        if card not in moves:
            rows = look.rows(_MOVED, card, look.at.isoformat())
            moves[card] = [(number, date.fromisoformat(on)) for number, on in rows]
        rest = _rest(look, moves[card], entry, day)
        facts = {"entry": entry, "card": card, "member": member, "on": day}
        if rest > look.limits.dormant_days:
            yield flag(Sign.DORMANT_WITHDRAWAL, entry, Money(satang), count=rest, **facts)
        since = [(day - on).days for on in changed.get(member, []) if on <= day]
        if since and min(since) <= look.limits.changed_days:
            sign = Sign.WITHDRAWAL_AFTER_CHANGE
            yield flag(sign, entry, Money(satang), count=min(since), **facts)


def _rest(look: Look, moves: list[tuple[int, date]], entry: int, day: date) -> int:
    """The longest rest of a card that ended with this entry or shortly before it."""
    woken = day - timedelta(days=look.limits.changed_days)
    known = [on for number, on in moves if on < day or number <= entry]
    ended = [(on, (on - before).days) for before, on in pairwise(known)]
    return max((days for on, days in ended if on >= woken), default=0)


def _changes(look: Look) -> dict[str, list[date]]:
    """By member the days on which her telephone, address or beneficiary became another."""
    found: dict[str, list[date]] = {}
    last: dict[str, tuple[str, str, str]] = {}
    for member, kept, at in look.rows(
        "SELECT m.number, p.value, a.recorded_at FROM members AS m JOIN acts AS a ON"
        " a.number = m.act JOIN personal AS p ON p.number = m.person ORDER BY m.act"
    ):
        person = person_from(kept)
        now = (person.phone, person.address, person.nominee)
        if member in last and last[member] != now:
            found.setdefault(member, []).append(date.fromisoformat(at[:10]))
        last[member] = now
    return found


_ROUND_TRIPS = """
SELECT w.card, w.entry, w.day, w.debit FROM lines AS w JOIN lines AS d
ON d.card = w.card AND d.account = w.account AND d.credit = w.debit AND d.event = 'deposit'
AND d.entry < w.entry AND d.day >= date(w.day, ?4) AND d.day <= w.day
WHERE w.day BETWEEN ?1 AND ?2 AND w.event = 'withdrawal' AND w.debit >= ?3
GROUP BY w.entry, w.card, w.day, w.debit ORDER BY w.entry"""


def round_trips(look: Look) -> Iterator[FlagRow]:
    """Scheme 10: a large sum goes in and the same sum out again within a week."""
    limits = look.limits
    back = f"-{limits.round_trip_days:d} days"
    for card, entry, day, satang in look.in_period(_ROUND_TRIPS, limits.round_trip.satang, back):
        on = date.fromisoformat(day)
        yield flag(Sign.ROUND_TRIP, entry, Money(satang), entry=entry, card=card, on=on)


def dressed_years(look: Look) -> Iterator[FlagRow]:
    """Scheme 10: loans paid up just before the year ends, entries taken back just after."""
    for end in _year_ends(look):
        for one in look.loans:
            yield from _dressed(look, one, end)
        yield from _taken_back(look, end)


def _year_ends(look: Look) -> list[date]:
    ends_in = the_cooperative(look.reader).year_ends_in
    years = range(look.since.year - 1, look.at.year + 1)
    ends = [Month(year, ends_in).last for year in years]
    return [end for end in ends if look.since <= end <= look.at]


def _dressed(look: Look, one: Lent, end: date) -> Iterator[FlagRow]:
    """A loan paid up early; what is at risk is the payment that did it."""
    settled = one.card.standing.settled_on
    due = max((row.day for row in one.loan.dues(one.loan.plans[-1].version)), default=None)
    days = look.limits.dressing_days
    if settled is None or due is None or not end - timedelta(days=days) < settled <= end:
        return
    if (due - settled).days <= 31:
        return
    paid = max((each.amount for each in one.loan.payments if each.on == settled), default=ZERO)
    again = [
        contract
        for contract in look.reader.every(LoanContract, member=one.member)
        if contract.card != one.number and settled <= contract.on <= end + timedelta(days=30)
    ]
    sign = Sign.PAID_AND_LENT_AGAIN if again else Sign.PAID_BEFORE_YEAR_END
    yield flag(sign, one.number, paid, card=one.number, member=one.member, on=settled)


def _taken_back(look: Look, end: date) -> Iterator[FlagRow]:
    start = Month.of(end).first
    until = end + timedelta(days=30)
    for number, day, satang in look.rows(
        "SELECT e.number, e.day, (SELECT SUM(debit) FROM lines WHERE entry = e.number)"
        " FROM entries AS e JOIN entries AS o ON o.number = e.reverses"
        " WHERE o.day BETWEEN ? AND ? AND e.day > ? AND e.day <= ?",
        start.isoformat(),
        end.isoformat(),
        end.isoformat(),
        min(until, look.at).isoformat(),
    ):
        on = date.fromisoformat(day)
        yield flag(Sign.REVERSED_AFTER_YEAR_END, number, Money(satang), entry=number, on=on)


_HELD_AS_DEBIT = (CardKind.LOAN, CardKind.BANK)


def below_nothing(look: Look) -> Iterator[FlagRow]:
    """Scheme 11: a card of a member or a bank whose balance is on the wrong side."""
    places = card_places(look.reader)
    for card, satang in sorted(card_balances_at(look.reader, look.at).items()):
        owned = satang if places[card].kind in _HELD_AS_DEBIT else -satang
        if owned < 0:
            yield flag(Sign.NEGATIVE_CARD, card, Money(-owned), card=card)
