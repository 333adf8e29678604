"""Members who share what persons do not share, and rules that bend for insiders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from fractions import Fraction

from ledger.domain.committees import Term
from ledger.domain.loan_life import Collateral
from ledger.domain.members import Person, Zone
from ledger.domain.money import Money
from ledger.domain.people import User
from ledger.domain.red_flags import Sign
from ledger.queries.red_flags.looking import FlagRow, Known, Lent, Look, flag
from ledger.storage.columns import still_said


def shared(look: Look) -> Iterator[FlagRow]:
    """Scheme 5: one national ID number, or one telephone or address in several households."""
    yield from _same(look, Sign.SAME_ID, lambda one: one.national_id, everybody=True)
    yield from _same(look, Sign.SAME_PHONE, lambda one: one.phone, everybody=False)
    yield from _same(look, Sign.SAME_ADDRESS, lambda one: one.address, everybody=False)


def _same(
    look: Look, sign: Sign, told: Callable[[Person], str], *, everybody: bool
) -> Iterator[FlagRow]:
    found: dict[str, list[Known]] = {}
    for one in look.members:
        value = "" if one.person is None else plain(told(one.person))
        if value:
            found.setdefault(value, []).append(one)
    for group in found.values():
        apart = group if everybody else {one.household or one.number: one for one in group}
        if len(apart) > 1:
            who = [one.number for one in group]
            yield flag(
                sign,
                " ".join(who),
                look.owed_by(*who),
                member=who[0],
                what=", ".join(who),
                count=len(who),
            )


def plain(text: str) -> str:
    """Letters and digits alone, so that two ways of writing the same are the same."""
    return "".join(one for one in text.casefold() if one.isalnum() or "\u0e31" <= one <= "\u0e4e")


def same_collateral(look: Look) -> Iterator[FlagRow]:
    """Scheme 18: one thing pledged for the loans of several members."""
    live = {one.number: one.member for one in look.live}
    found: dict[str, set[str]] = {}
    for one in look.reader.every(Collateral):
        text = plain(one.description)
        if one.released_on is None and one.card in live and text:
            found.setdefault(text, set()).add(live[one.card])
    for group in found.values():
        if len(group) > 1:
            who = sorted(group)
            yield flag(
                Sign.SAME_COLLATERAL,
                " ".join(who),
                look.owed_by(*who),
                member=who[0],
                what=", ".join(who),
                count=len(who),
            )


def insiders(look: Look) -> Iterator[FlagRow]:
    """Scheme 8: loans to leaders off the rule, and what somebody approved for herself.

    The insiders that the book knows are leaders of zones, who sits in a committee, members who use
    the book, and who lives with one of them.
    """
    leaders = _insiders(look)
    usual = usual_rates(look)
    for one in look.live:
        rate = first_rate(one)
        least = usual.get(one.loan.contract.type)
        if one.member in leaders and least is not None and rate < least:
            yield _at(one, Sign.INSIDER_RATE)
        if one.member in leaders and not is_secured(look, one):
            yield _at(one, Sign.INSIDER_UNSECURED)
    yield from _own_approvals(look)


def _insiders(look: Look) -> set[str | None]:
    leaders = {one.leader for one in look.reader.every(Zone)}
    leaders |= {one.member for one in look.reader.every(User)}
    leaders |= {
        one.member for one in look.reader.every(Term) if one.since <= look.at <= one.last_day
    }
    homes = {one.household for one in look.members if one.number in leaders} - {""}
    return leaders | {one.number for one in look.members if one.household in homes}


def _own_approvals(look: Look) -> Iterator[FlagRow]:
    names = {
        one.number: plain(one.person.full_name) for one in look.members if one.person is not None
    }
    for one in look.live:
        name = names.get(one.member, "")
        if name and name in plain(one.loan.contract.approved_by):
            yield _at(one, Sign.OWN_APPROVAL)
    for label, entry, satang, payee, by in look.in_period(
        "SELECT series || year || '/' || printf('%06d', number), entry, amount,"
        f" {still_said('payee')}, approved_by FROM vouchers"
        " WHERE \"on\" BETWEEN ? AND ? AND kind = 'payment' AND approved_by <> ''"
    ):
        if plain(payee) and plain(payee) == plain(by):
            yield flag(Sign.OWN_APPROVAL, label, Money(satang), entry=entry, what=label)


def usual_rates(look: Look) -> dict[str, Fraction]:
    """By type the rate of most of its loans, where there are enough to speak of."""
    counted: dict[str, Counter[Fraction]] = {}
    for one in look.loans:
        counted.setdefault(one.loan.contract.type, Counter())[first_rate(one)] += 1
    found = {}
    for kind, rates in counted.items():
        (rate, most), *_ = rates.most_common()
        if most >= 3 and most * 2 > rates.total():
            found[kind] = rate
    return found


def first_rate(one: Lent) -> Fraction:
    rates = sorted(one.loan.rates, key=lambda rate: rate.from_day)
    return rates[0].rate if rates else Fraction(0)


def is_secured(look: Look, one: Lent) -> bool:
    """Whether somebody or something stood for the loan when it was made."""
    ((guarantors, things, holds),) = look.rows(
        "SELECT (SELECT COUNT(*) FROM loan_guarantors WHERE card = ?1),"
        " (SELECT COUNT(*) FROM collaterals WHERE card = ?1),"
        " (SELECT COUNT(*) FROM holds WHERE loan = ?1)",
        one.number,
    )
    return bool(guarantors or things or holds)


def _at(one: Lent, sign: Sign) -> FlagRow:
    contract = one.loan.contract
    return flag(
        sign, one.number, one.outstanding, card=one.number, member=one.member, on=contract.on
    )
