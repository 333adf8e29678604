"""Payments that were split, kept just below a limit or rounded, and benefits paid wrongly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.domain.members import person_from
from ledger.domain.money import Money, total
from ledger.domain.payees import TYPED_PAYEE, payee_key
from ledger.domain.red_flags import Sign
from ledger.queries.red_flags.looking import FlagRow, Look, flag
from ledger.queries.red_flags.people import plain
from ledger.storage.columns import still_said


@dataclass(frozen=True, slots=True)
class Payment:
    """One payment that still stands, with whom it went to."""

    label: str
    entry: int
    on: date
    amount: Money
    party: str
    member: str | None


# Vouchers that pay money out; one written out by hand pays what leaves cash and banks by it.
PAYING = """
paying AS (SELECT v.*, CASE WHEN v.kind = 'payment' THEN v.amount ELSE m.gone END AS paid
FROM vouchers AS v LEFT JOIN (SELECT entry, SUM(credit - debit) AS gone FROM lines
  WHERE entry IN (SELECT entry FROM vouchers WHERE kind = 'journal')
  AND (account IN (SELECT account FROM roles WHERE role = 'cash')
    OR card IN (SELECT number FROM cards WHERE kind = 'bank')) GROUP BY entry) AS m
ON m.entry = v.entry WHERE v.kind = 'payment' OR v.kind = 'journal' AND m.gone > 0)"""
_PAYMENTS = f"""
WITH {PAYING}
SELECT v.series || v.year || '/' || printf('%06d', v.number), v.entry, v."on", v.paid,
{still_said("v.payee")}, v.member, v.kind FROM paying AS v WHERE v."on" BETWEEN ? AND ?
AND NOT EXISTS (SELECT 1 FROM entries WHERE reverses = v.entry) ORDER BY v."on", v.entry"""


def payments(look: Look) -> Iterator[FlagRow]:
    """Scheme 14: split payments, sums just below the limit, round sums, odd first digits."""
    found = [_payment(row) for row in look.in_period(_PAYMENTS)]
    yield from _split(look, found)
    limit = look.limits.payment_limit
    near = [one for one in found if limit * 9 <= one.amount * 10 and one.amount < limit]
    if len(near) >= look.limits.just_below:
        yield flag(Sign.JUST_BELOW, look.of_year("limit"), _sum(near), count=len(near))
    yield from _odd_sums(look, [one for one in found if one.member is None])


def _payment(row: tuple[Any, ...]) -> Payment:
    label, entry, day, satang, payee, member, kind = row
    # Whoever writes lines out names nobody: all of it counts together (``domain.payees``).
    party = member or payee_key(payee) or (TYPED_PAYEE if kind == "journal" else "")
    return Payment(label, entry, date.fromisoformat(day), Money(satang), party, member)


def _split(look: Look, found: list[Payment]) -> Iterator[FlagRow]:
    """Payments to one party within a few days, each below the limit, together at or above it.

    Members of one household are one party: the money may go to the same table.
    """
    limit = look.limits.payment_limit
    homes = {one.number: one.household for one in look.members if one.household}
    parties: dict[tuple[str, str], list[Payment]] = {}
    for one in found:
        if one.amount < limit and one.party:
            home = homes.get(one.member or "")
            party = ("home", home) if home else ("party", one.party)
            parties.setdefault(party, []).append(one)
    for group in parties.values():
        told = -1
        for at, one in enumerate(group):
            near = [
                each for each in group[at:] if (each.on - one.on).days <= look.limits.splitting_days
            ]
            if at > told and len(near) > 1 and _sum(near) >= limit:
                told = at + len(near) - 1
                labels = ", ".join(each.label for each in near)
                facts = {"entry": one.entry, "member": one.member, "on": one.on}
                yield flag(Sign.SPLIT, one.label, _sum(near), what=labels, count=len(near), **facts)


def _odd_sums(look: Look, found: list[Payment]) -> Iterator[FlagRow]:
    whole = [one for one in found if one.amount.satang % 100_000 == 0]
    if len(whole) >= look.limits.round_payments and len(whole) * 2 > len(found):
        yield flag(Sign.ROUND_SUMS, look.of_year("expenses"), _sum(whole), count=len(whole))
    if len(found) > look.limits.digits_from:
        off = digits_off([one.amount for one in found])
        if off > _NONCONFORMING:
            yield flag(Sign.FIRST_DIGITS, look.of_year("expenses"), _sum(found), count=len(found))


# Benford's shares of the first digits 1 to 9 in ten-thousandths; a mean deviation above 0.015 is
# nonconformity for first digits [own: the usual table of forensic accountants].
_BENFORD = (3_010, 1_761, 1_249, 969, 792, 669, 580, 512, 458)
_NONCONFORMING = 150


def digits_off(amounts: list[Money]) -> int:
    """The mean distance of first digits from Benford's shares, in ten-thousandths."""
    counts = [0] * 10
    for amount in amounts:
        counts[int(str(amount.satang)[0])] += 1
    shares = [counts[digit] * 10_000 // len(amounts) for digit in range(1, 10)]
    return sum(abs(one - other) for one, other in zip(shares, _BENFORD, strict=True)) // 9


_BENEFITS = f"""
SELECT v.series || v.year || '/' || printf('%06d', v.number), v.entry, v."on", v.amount,
{still_said("v.payee")}, v.member, v.kind, MIN(l.account),
v.entry IN (SELECT entry FROM welfare_claims WHERE entry IS NOT NULL)
FROM vouchers AS v JOIN lines AS l ON l.entry = v.entry AND l.debit > 0
JOIN roles AS r ON r.account = l.account AND r.role LIKE 'welfare@_%' ESCAPE '@'
JOIN accounts AS a ON a.code = l.account AND a.kind = 'expense'
WHERE v."on" BETWEEN ? AND ? AND v.kind = 'payment'
AND NOT EXISTS (SELECT 1 FROM entries WHERE reverses = v.entry)
GROUP BY v.series, v.year, v.number ORDER BY v."on", v.entry"""


def benefits(look: Look) -> Iterator[FlagRow]:
    """Scheme 20: welfare paid to somebody who had left or died, or the same twice in a week.

    Two claims of one week may be right: ``welfare.claims`` looks at their nights instead.
    """
    left = _who_left(look)
    before: dict[tuple[str, str, Money], date] = {}
    for row in look.in_period(_BENEFITS):
        one, account = _payment(row[:7]), row[7]
        name = plain(row[4])
        facts = {"entry": one.entry, "on": one.on, "what": one.label}
        if name in left and left[name][1] < one.on:
            member = left[name][0]
            yield flag(Sign.BENEFIT_AFTER_LEAVING, one.label, one.amount, member=member, **facts)
        last = before.get((name, account, one.amount))
        if not row[8] and last is not None and (one.on - last).days <= 7:
            yield flag(Sign.BENEFIT_TWICE, one.label, one.amount, **facts)
        before[name, account, one.amount] = one.on


def _who_left(look: Look) -> dict[str, tuple[str, date]]:
    """By name, who left when; personal data that were erased tell nothing."""
    rows = look.rows(
        'SELECT m.number, m."left", p.value FROM members AS m JOIN personal AS p'
        ' ON p.number = m.person WHERE m."left" IS NOT NULL'
        " AND m.act = (SELECT MAX(act) FROM members WHERE number = m.number)"
    )
    return {
        plain(person_from(kept).full_name): (number, date.fromisoformat(day))
        for number, day, kept in rows
    }


def _sum(found: list[Payment]) -> Money:
    return total(one.amount for one in found)
