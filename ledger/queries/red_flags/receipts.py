"""Receipts that are missing, were moved to somebody else, or were made void."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from ledger.domain.auditing import Confirmation, Confirmed
from ledger.domain.days import Month
from ledger.domain.money import ZERO, Money
from ledger.domain.papers import receipt_label
from ledger.domain.red_flags import Sign
from ledger.queries.red_flags.looking import FlagRow, Look, flag
from ledger.storage.columns import still_said

_PAPER_NUMBERS = """
SELECT r.paper_book, r.paper_number, r.total FROM receipts AS r
LEFT JOIN receipt_voids AS v USING (series, year, number)
WHERE r."on" BETWEEN ? AND ? AND r.paper_number <> '' AND v.number IS NULL"""
_VOIDED_NUMBERS = """
SELECT r.paper_book, r.paper_number FROM receipts AS r JOIN receipt_voids
USING (series, year, number) WHERE r.paper_number <> ''"""


def paper_numbers(look: Look) -> Iterator[FlagRow]:
    """Scheme 3: numbers of pre-printed receipt books that are missing or stand twice."""
    books: dict[str, dict[int, list[int]]] = {}
    for book, number, total in look.in_period(_PAPER_NUMBERS):
        if number.strip().isdecimal():
            books.setdefault(book, {}).setdefault(int(number), []).append(total)
    voided = {(book, int(one)) for book, one in look.rows(_VOIDED_NUMBERS) if one.isdecimal()}
    for book, numbers in sorted(books.items()):
        for number, sums in sorted(numbers.items()):
            if len(sums) > 1:
                what = f"{book}/{number}"
                yield flag(Sign.PAPER_NUMBER_TWICE, what, Money(min(sums)), what=what)
        yield from _missing(book, numbers, voided)


def _missing(
    book: str, numbers: dict[int, list[int]], voided: set[tuple[str, int]]
) -> Iterator[FlagRow]:
    average = sum(map(sum, numbers.values())) // sum(map(len, numbers.values()))
    for before, after in pairwise(sorted(numbers)):
        between = range(before + 1, min(after, before + 1000))
        gone = [one for one in between if (book, one) not in voided]
        if gone:
            what = f"{book}/{gone[0]}" if len(gone) == 1 else f"{book}/{gone[0]}-{gone[-1]}"
            at_risk = Money(average * len(gone))
            yield flag(Sign.PAPER_NUMBER_MISSING, what, at_risk, what=what, count=len(gone))


def disagreed(look: Look) -> Iterator[FlagRow]:
    """Scheme 3: what members' own papers say is not what the book says."""
    for one in look.reader.every(Confirmation):
        if one.outcome is Confirmed.DISAGREED and one.stated is not None and _in(look, one.at):
            yield flag(
                Sign.MEMBER_DISAGREES,
                f"{one.card} {one.at.isoformat()}",
                abs(one.stated - one.booked),
                card=one.card,
                on=one.at,
            )


def not_found(look: Look) -> Iterator[FlagRow]:
    """Scheme 5: members who could not be found when their balances were confirmed."""
    for one in look.reader.every(Confirmation):
        if one.outcome is Confirmed.NOT_FOUND and _in(look, one.at):
            subject = f"{one.card} {one.at.isoformat()}"
            at_risk = abs(one.booked)
            yield flag(Sign.MEMBER_NOT_FOUND, subject, at_risk, card=one.card, on=one.at)


_PAID = """
SELECT r.member, substr(r."on", 1, 7), SUM(r.total) FROM receipts AS r
LEFT JOIN receipt_voids AS v USING (series, year, number)
WHERE r."on" BETWEEN ? AND ? AND r.member IS NOT NULL AND v.number IS NULL GROUP BY 1, 2"""


def holes(look: Look) -> Iterator[FlagRow]:
    """Scheme 3: a member who paid month after month, then nothing in a month, then again.

    Months in which nobody paid anything are no holes.
    """
    paid: dict[str, dict[str, int]] = {}
    for member, month, satang in look.in_period(_PAID):
        paid.setdefault(member, {})[month] = satang
    everybody = sorted({month for months in paid.values() for month in months})
    for member, months in sorted(paid.items()):
        row = 0
        for at, month in enumerate(everybody[:-1]):
            steady, row = row >= look.limits.hole_after, row + 1 if month in months else 0
            if month not in months and steady and everybody[at + 1] in months:
                usual = Money(months[everybody[at - 1]])
                on = Month.parse(month).first
                subject = f"{member} {month}"
                yield flag(Sign.HOLE_IN_PAYMENTS, subject, usual, member=member, on=on)


_VOIDS = """
SELECT r.series, r.year, r.number, r.total, r.member, v."on", v.entry, v.act, a.user
FROM receipt_voids AS v JOIN receipts AS r USING (series, year, number)
JOIN acts AS a ON a.number = v.act WHERE v."on" BETWEEN ? AND ? ORDER BY v.act"""
_LATER = """
SELECT r.member FROM receipts AS r WHERE r."on" BETWEEN ? AND ? AND r.total = ? AND r.member <> ?
AND r.act > ? ORDER BY r.act LIMIT 1"""


def moved_to_another(look: Look) -> Iterator[FlagRow]:
    """Scheme 4: a receipt is made void and the same sum is written for another member."""
    for series, year, number, total, member, day, entry, act, _ in look.in_period(_VOIDS):
        until = date.fromisoformat(day) + timedelta(days=look.limits.moved_days)
        later = look.rows(_LATER, day, until.isoformat(), total, member or "", act)
        if member is not None and later:
            label = receipt_label(series, year, number)
            yield flag(
                Sign.MOVED_TO_ANOTHER,
                label,
                Money(total),
                what=label,
                entry=entry,
                act=act,
                member=later[0][0],
                on=date.fromisoformat(day),
            )


def voids(look: Look) -> Iterator[FlagRow]:
    """Scheme 13: receipts made void after printing, just before a count, or many by one user."""
    counted = [date.fromisoformat(row[0]) for row in look.rows('SELECT "on" FROM cash_counts')]
    by_user: dict[str, int] = {}
    sums: dict[str, int] = {}
    for series, year, number, total, _, day, entry, act, user in look.in_period(_VOIDS):
        label, on = receipt_label(series, year, number), date.fromisoformat(day)
        facts = {"what": label, "entry": entry, "act": act, "on": on}
        printed = look.rows("SELECT 1 FROM paper_prints WHERE paper = ? AND act < ?", label, act)
        if printed:
            yield flag(Sign.VOID_AFTER_PRINT, label, Money(total), **facts)
        if any(0 <= (one - on).days <= look.limits.void_days for one in counted):
            yield flag(Sign.VOID_BEFORE_COUNT, label, Money(total), **facts)
        by_user[user] = by_user.get(user, 0) + 1
        sums[user] = sums.get(user, 0) + total
    for user, number in sorted(by_user.items()):
        if number >= look.limits.voids:
            yield flag(
                Sign.VOIDS_BY_ONE, look.of_year(user), Money(sums[user]), what=user, count=number
            )


def _in(look: Look, day: date) -> bool:
    return look.since <= day <= look.at


_LOAN_PAYERS = f"""
SELECT DISTINCT COALESCE(NULLIF(TRIM({still_said("r.payer")}), ''), r.member),
l.card, c.member, m.household
FROM receipts AS r JOIN receipt_lines AS l USING (series, year, number)
JOIN loan_contracts AS c ON c.card = l.card
JOIN members AS m ON m.number = c.member
WHERE r."on" BETWEEN ? AND ? AND c.direction = 'out'
AND c.act = (SELECT MAX(act) FROM loan_contracts WHERE card = c.card)
AND m.act = (SELECT MAX(act) FROM members WHERE number = m.number)"""


def one_payer(look: Look) -> Iterator[FlagRow]:
    """Scheme 18: one payer pays the loans of members of many households."""
    households: dict[str, set[str]] = {}
    members: dict[str, set[str]] = {}
    for payer, _, member, household in look.in_period(_LOAN_PAYERS):
        households.setdefault(payer or "", set()).add(household or member)
        members.setdefault(payer or "", set()).add(member)
    for payer, found in sorted(households.items()):
        if payer and len(found) >= look.limits.paid_by_one:
            who = sorted(members[payer])
            owed = look.owed_by(*who)
            if owed > ZERO:
                yield flag(
                    Sign.ONE_PAYER, " ".join(who), owed, what=", ".join(who), count=len(found)
                )
