"""Benefits that the welfare fund paid before this book began, so that caps hold across it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ledger.domain.books import Books
from ledger.domain.carried import Carrying
from ledger.domain.commands import Command
from ledger.domain.days import day_before
from ledger.domain.money import Money
from ledger.domain.refusals.welfare import (
    BenefitCarriedAlready,
    BenefitNotBefore,
    NotInWelfareFund,
    UnknownBenefit,
    WelfareDayTooEarly,
)
from ledger.domain.welfare_claims import ClaimState, WelfareClaim, WelfareRule
from ledger.domain.welfare_fund import (
    WelfareLeaving,
    WelfareMembership,
    membership_on,
    welfare_fund_of,
)
from ledger.usecases.members import the_member
from ledger.usecases.recording import check_has_come, positive, the_cooperative


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryBenefit(Command):
    """A benefit paid before this book kept the fund: nothing is booked, and caps count it.

    ``start`` and ``end`` are the days of what happened; nights run from one to the other, and
    ``admitted`` is the day on which their stay began, if that was earlier.
    """

    member: str
    benefit: str
    start: date
    amount: Money
    paid_on: date
    end: date | None = None
    note: str = ""
    admitted: date | None = None


def carry_benefit(command: CarryBenefit, books: Books) -> None:
    """Keep a claim that was paid; it is undone by cancelling that claim."""
    books.make(claim=keep_benefit(command, books, _last_day(books)))


def keep_benefit(command: CarryBenefit, books: Books, last_day: date | None) -> int:
    """Keep a benefit paid by a day as a claim; answers its number.

    Raises:
        NoWelfareFund, UnknownMember, FutureDay, AmountNotPositive, NotInWelfareFund,
        WelfareDayTooEarly, BenefitNotBefore, BenefitCarriedAlready, UnknownBenefit: why not.
    """
    welfare_fund_of(books)
    the_member(books, command.member)
    check_has_come(books, command.paid_on)
    last = command.end or command.start
    if command.paid_on < max(last, command.start):
        raise WelfareDayTooEarly(command.paid_on, max(last, command.start))
    if command.admitted is not None and command.start < command.admitted:
        raise WelfareDayTooEarly(command.start, command.admitted)
    if last_day is not None and command.paid_on > last_day:
        raise BenefitNotBefore(command.paid_on, last_day)
    membership = membership_on(books, command.member, command.start)
    if membership is None or membership.joined > command.start:
        raise NotInWelfareFund(command.member)
    rule = _rule(books, command.benefit, command.start)
    _check_new(books, command)
    number = books.next_number(WelfareClaim)
    books.add(
        WelfareClaim(
            number=number,
            member=command.member,
            membership=membership.number,
            benefit=command.benefit,
            rule=rule.number,
            on=command.paid_on,
            start=command.start,
            end=command.end,
            documents="",
            payee="",
            note=command.note.strip(),
            state=ClaimState.PAID,
            amount=positive(command.amount),
            decided_on=command.paid_on,
            paid_on=command.paid_on,
            admitted=command.admitted,
        )
    )
    return number


def end_by_mistake(books: Books, number: int) -> None:
    """A membership that was taken over and taken back: it never was one."""
    found = books.newest(WelfareMembership, number)
    if found is not None and found.ended is None:
        never = day_before(found.joined)
        books.add(replace(found, ended=never, ended_why=WelfareLeaving.LEFT))


def cancel_carried(books: Books, number: int, reason: str) -> None:
    """A benefit that was taken over and taken back: no cap counts it any more."""
    found = books.newest(WelfareClaim, number)
    if found is not None and found.state is not ClaimState.CANCELLED:
        books.add(replace(found, state=ClaimState.CANCELLED, reason=reason))


def _last_day(books: Books) -> date | None:
    """What is paid later, in this book's own time, is claimed, decided and booked in it."""
    if taken := [one.on for one in books.every(Carrying)]:
        return max(taken)
    starts_on = the_cooperative(books).starts_on
    return None if starts_on is None else day_before(starts_on)


def _check_new(books: Books, command: CarryBenefit) -> None:
    for one in books.every(WelfareClaim, member=command.member, benefit=command.benefit):
        if one.state is not ClaimState.CANCELLED and one.start == command.start:
            raise BenefitCarriedAlready(one.number, command.member, command.start)


def _rule(books: Books, code: str, day: date) -> WelfareRule:
    """The rule of that day; the oldest one where the book has none so old.

    Raises:
        UnknownBenefit: there is none of that code.
    """
    rules = sorted(books.every(WelfareRule, code=code), key=lambda one: (one.from_day, one.number))
    if not rules:
        raise UnknownBenefit(code, day)
    begun = [one for one in rules if one.from_day <= day]
    return begun[-1] if begun else rules[0]
