"""Loans that may be nobody's, whose interest is off, or whose guarantors stand in a ring."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.domain.lending import Guarantor
from ledger.domain.loan_life import LoanApplication
from ledger.domain.money import ZERO, Money
from ledger.domain.owing import divided_by
from ledger.domain.red_flags import Sign
from ledger.queries.red_flags.looking import FlagRow, Lent, Look, flag
from ledger.queries.red_flags.people import first_rate, is_secured, usual_rates
from ledger.queries.red_flags.rings import rings_in


def ghost_loans(look: Look) -> Iterator[FlagRow]:
    """Scheme 5: loans without papers, security, savings or a single payment, or put off again."""
    applied = {one.card for one in look.reader.every(LoanApplication) if one.card is not None}
    for one in look.live:
        contract = one.loan.contract
        if not (contract.contract_number or contract.resolution or one.number in applied):
            yield _row(one, Sign.LOAN_WITHOUT_PAPERS)
        if not is_secured(look, one):
            yield _row(one, Sign.LOAN_UNSECURED)
        if not _saved_before(look, one):
            yield _row(one, Sign.LOAN_WITHOUT_SAVINGS)
        yield from _never_paid(look, one)
        again = [plan for plan in one.loan.plans if plan.on <= look.at][1:]
        if len(again) >= look.limits.put_off:
            yield _row(one, Sign.LOAN_PUT_OFF, count=len(again))


def _saved_before(look: Look, one: Lent) -> bool:
    rows = look.rows(
        "SELECT 1 FROM cards AS c JOIN lines AS l ON l.card = c.number AND l.account = c.account"
        " WHERE c.member = ? AND c.kind IN ('savings', 'share', 'contribution')"
        " AND l.credit > 0 AND l.day < ? LIMIT 1",
        one.member,
        one.loan.contract.on.isoformat(),
    )
    return bool(rows)


def _never_paid(look: Look, one: Lent) -> Iterator[FlagRow]:
    paid_out = min((payout.on for payout in one.loan.payouts), default=look.at)
    days = look.days_before_end(paid_out)
    fallen_due = any(row.day <= look.at for row in one.loan.dues(1))
    if not one.loan.payments and fallen_due and days > look.limits.unpaid_days:
        yield _row(one, Sign.LOAN_NEVER_PAID, count=days)


def interest(look: Look) -> Iterator[FlagRow]:
    """Scheme 9: odd rates, rates above the law, interest that differs or was booked by hand."""
    usual = usual_rates(look)
    for one in look.live:
        rate, normal = first_rate(one), usual.get(one.loan.contract.type)
        if normal is not None and rate != normal:
            yield _row(one, Sign.RATE_OFF_LIST)
        if max((each.rate for each in one.loan.rates), default=rate) > look.limits.highest_rate:
            yield _row(one, Sign.RATE_TOO_HIGH)
        yield from _exceeding(one)
    yield from _differing(look)
    yield from _by_hand(look)


def _exceeding(one: Lent) -> Iterator[FlagRow]:
    """Interest that nobody paid is more than a whole instalment, or than what is lent at all."""
    standing, newest = one.card.standing, one.loan.plans[-1].version if one.loan.plans else 0
    accrued = standing.interest_arrears + standing.interest
    instalments = [row.principal + row.interest for row in one.loan.dues(newest)]
    if accrued > standing.outstanding or (instalments and accrued > max(instalments)):
        yield flag(
            Sign.INTEREST_EXCEEDS,
            one.number,
            accrued,
            card=one.number,
            member=one.member,
            on=standing.late_since,
        )


def _differing(look: Look) -> Iterator[FlagRow]:
    for one in look.loans:
        loan = one.loan
        if look.at >= loan.last_day and loan.write_off is None:
            off = divided_by(one.card).minus(loan.posted).interest
            if abs(off) > look.limits.interest_off:
                yield flag(
                    Sign.INTEREST_DIFFERS, one.number, abs(off), card=one.number, member=one.member
                )


def _by_hand(look: Look) -> Iterator[FlagRow]:
    for entry, satang, account in look.in_period(
        "SELECT l.entry, SUM(l.debit + l.credit), l.account FROM entries AS e"
        " CROSS JOIN lines AS l ON l.entry = e.number WHERE e.day BETWEEN ? AND ?"
        " AND l.event = 'journal' AND l.account IN (SELECT interest_account FROM loan_types UNION"
        " SELECT interest_account FROM savings_products WHERE interest_account IS NOT NULL)"
        " GROUP BY l.entry, l.account ORDER BY l.entry"
    ):
        yield flag(
            Sign.INTEREST_BY_HAND, f"{entry} {account}", Money(satang), entry=entry, what=account
        )


def guarantors(look: Look) -> Iterator[FlagRow]:
    """Scheme 15: guarantors in a ring, for too many loans, or of the borrower's household."""
    live = {one.number: one for one in look.live}
    stand = [
        one
        for one in look.reader.every(Guarantor)
        if one.card in live and (one.released_on is None or one.released_on > look.at)
    ]
    households = {one.number: one.household for one in look.members}
    stands_for: dict[str, set[str]] = {}
    loans_of: dict[str, list[Lent]] = {}
    for one in stand:
        loan = live[one.card]
        stands_for.setdefault(loan.member, set()).add(one.member)
        loans_of.setdefault(one.member, []).append(loan)
        home = households.get(one.member, "")
        if home and home == households.get(loan.member, ""):
            yield _row(loan, Sign.SAME_HOUSEHOLD, more=one.member, what=one.member)
    for ring in rings_in(stands_for):
        who = ", ".join(ring)
        owed = look.owed_by(*ring)
        yield flag(Sign.RING, " ".join(ring), owed, member=ring[0], what=who, count=len(ring))
    for member, loans in sorted(loans_of.items()):
        if len(loans) > look.limits.guarantees:
            owed = sum((loan.outstanding for loan in loans), ZERO)
            yield flag(Sign.MANY_GUARANTEES, member, owed, member=member, count=len(loans))


def _row(one: Lent, sign: Sign, *, more: str = "", what: str = "", count: int = 0) -> FlagRow:
    contract = one.loan.contract
    return flag(
        sign,
        f"{one.number} {more}",
        one.outstanding,
        card=one.number,
        member=one.member,
        on=contract.on,
        what=what,
        count=count,
    )
