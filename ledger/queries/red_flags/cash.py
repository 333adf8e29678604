"""Cash that is missing, too much, never counted, or carried to the bank later and later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ledger.domain.accounts import RoleAccount
from ledger.domain.days import Month, day_before
from ledger.domain.money import ZERO, Money
from ledger.domain.papers import CashCount
from ledger.domain.red_flags import Sign
from ledger.queries.red_flags.looking import FlagRow, Look, flag
from ledger.queries.standing import the_cooperative


def over_limit(look: Look) -> Iterator[FlagRow]:
    """Scheme 2: evenings on which more cash was held than the limit; those in a row are one."""
    limit = the_cooperative(look.reader).cash_limit
    if limit is None:
        return
    start, days, highest = look.since, 0, ZERO
    for held, day, evenings in _evenings(look):
        if held > limit:
            start = day if days == 0 else start
            days, highest = days + evenings, max(highest, held)
        elif days:
            yield _over(start, days, highest - limit)
            days, highest = 0, ZERO
    if days:
        yield _over(start, days, highest - limit)


def _over(start: date, days: int, more: Money) -> FlagRow:
    return flag(Sign.CASH_OVER_LIMIT, start.isoformat(), more, on=start, count=days)


def _evenings(look: Look) -> Iterator[tuple[Money, date, int]]:
    """What was held, from which evening on, and on how many in a row."""
    account = _cash(look)
    if account is None:
        return
    amount, day = look.reader.balance(account, at=day_before(look.since)), look.since
    moves = look.in_period(
        "SELECT day, SUM(debit - credit) FROM account_days WHERE day BETWEEN ? AND ?"
        " AND account = ? GROUP BY day ORDER BY day",
        account,
    )
    for moved_on, change in moves:
        moved = date.fromisoformat(moved_on)
        if moved > day:
            yield amount, day, (moved - day).days
        amount, day = amount + Money(change), moved
    yield amount, day, look.days_before_end(day) + 1


def below_nothing(look: Look) -> Iterator[FlagRow]:
    """Scheme 2: within a day, by the order of entries, more was paid than was there."""
    account = _cash(look)
    if account is None:
        return
    held = look.reader.balance(account, at=day_before(look.since)).satang
    told = None
    for day, entry, change in look.in_period(
        "SELECT e.day, l.entry, SUM(l.debit - l.credit) FROM entries AS e CROSS JOIN lines AS l"
        " ON l.entry = e.number WHERE e.day BETWEEN ? AND ? AND l.account = ?"
        " GROUP BY e.day, l.entry ORDER BY e.day, l.entry",
        account,
    ):
        held += change
        if held < 0 and told != day:
            told = day
            on = date.fromisoformat(day)
            yield flag(Sign.CASH_BELOW_NOTHING, entry, Money(-held), entry=entry, on=on)


def counts(look: Look) -> Iterator[FlagRow]:
    """Scheme 2: counts that found another sum than the books, and cash nobody counted."""
    found = [one for one in look.reader.every(CashCount) if one.on <= look.at]
    for one in found:
        if one.on >= look.since and one.counted != one.booked:
            short = one.counted < one.booked
            sign = Sign.COUNT_SHORT if short else Sign.COUNT_OVER
            more = abs(one.counted - one.booked)
            yield flag(sign, one.number, more, on=one.on, entry=one.entry, count=one.number)
    yield from _not_counted(look, max((one.on for one in found), default=None))


def _not_counted(look: Look, last: date | None) -> Iterator[FlagRow]:
    account = _cash(look)
    held = ZERO if account is None else look.reader.balance(account, at=look.at)
    start = last or look.since
    days = look.days_before_end(start)
    if held > ZERO and days > look.limits.count_days:
        yield flag(Sign.CASH_NOT_COUNTED, start.isoformat(), held, on=last, count=days)


def banking_later(look: Look) -> Iterator[FlagRow]:
    """Scheme 4: collections lie longer from month to month before anything goes to the bank.

    A lag is counted from the first cash that came in after the day of the deposit before;
    ``count`` is the average in the last month with deposits.
    """
    lags = _lags(look)
    months = sorted(lags)[-3:]
    days = [sum(days) // len(days) for days in (lags[month] for month in months)]
    rising = len(days) == 3 and days[0] < days[1] < days[2]
    if rising and days[2] > look.limits.lag_days:
        ((banked,),) = look.in_period(
            "SELECT SUM(l.credit) FROM entries AS e CROSS JOIN lines AS l ON l.entry = e.number"
            " WHERE e.day BETWEEN ? AND ? AND substr(e.day, 1, 7) = ?"
            " AND l.event = 'banked' AND l.account = ?",
            months[2],
            _cash(look),
        )
        on = Month.parse(months[2]).first
        yield flag(Sign.BANKING_LATER, months[2], Money(banked), on=on, count=days[2])


def deposits_differ(look: Look) -> Iterator[FlagRow]:
    """Scheme 4: a deposit at the bank that is not what had come in since the one before.

    Whoever keeps change in the box carries other sums each time; so it is asked only where most
    deposits are what had come in, as it was received or less what was paid out of it meanwhile.
    """
    account = _cash(look)
    moves = [] if account is None else look.in_period(_ENTRIES, account)
    came = paid = 0
    agreed, differing = 0, []
    for day, entry, debit, credit, banked in moves:
        came, paid = came + debit, paid + credit - banked
        if not banked:
            continue
        if banked in (came, came - paid):
            agreed += 1
        else:
            differing.append((date.fromisoformat(day), entry, abs(came - paid - banked)))
        came = paid = 0
    if agreed > len(differing):
        for on, entry, off in differing:
            yield flag(Sign.DEPOSIT_DIFFERS, entry, Money(off), entry=entry, on=on)


_ENTRIES = (
    "SELECT e.day, e.number, SUM(l.debit), SUM(l.credit),"
    " SUM(CASE WHEN l.event = 'banked' THEN l.credit ELSE 0 END)"
    " FROM entries AS e CROSS JOIN lines AS l ON l.entry = e.number"
    " WHERE e.day BETWEEN ? AND ? AND l.account = ?"
    " GROUP BY e.number ORDER BY e.day, e.number"
)


def _lags(look: Look) -> dict[str, list[int]]:
    """By month of each deposit at the bank the days that cash had waited for it."""
    account = _cash(look)
    moves = [] if account is None else look.in_period(_MOVES, account)
    found: dict[str, list[int]] = {}
    first: date | None = None
    for text, came, banked in moves:
        day = date.fromisoformat(text)
        if first is None and came:
            first = day
        if banked:
            found.setdefault(text[:7], []).append(0 if first is None else (day - first).days)
            first = None
    return found


_MOVES = (
    "SELECT e.day, SUM(l.debit), SUM(CASE WHEN l.event = 'banked' THEN l.credit ELSE 0 END)"
    " FROM entries AS e CROSS JOIN lines AS l ON l.entry = e.number"
    " WHERE e.day BETWEEN ? AND ? AND l.account = ? GROUP BY e.day ORDER BY e.day"
)


def _cash(look: Look) -> str | None:
    role = look.reader.newest(RoleAccount, "cash")
    return None if role is None else role.account
