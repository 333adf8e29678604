"""The welfare fund and its members: set up, joined, contributions agreed, left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from types import MappingProxyType

from ledger.domain.accounts import CardKind, Fund
from ledger.domain.benefits import Sex
from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.commands import Command
from ledger.domain.contributions import Rhythm
from ledger.domain.days import day_before
from ledger.domain.limits import RateOutOfRange, check_amount
from ledger.domain.money import ZERO, Money
from ledger.domain.products import ChargeKind, ChargeType, Nature, SavingsProduct
from ledger.domain.refusals.welfare import (
    AlreadyInWelfareFund,
    NotInWelfareFund,
    ProductNoContribution,
    WelfareDayTooEarly,
)
from ledger.domain.welfare_fund import (
    USUAL_ADMINISTRATION,
    USUAL_PRODUCT,
    WelfareFund,
    WelfareGroup,
    WelfareLeaving,
    WelfareMembership,
    WelfareRate,
    membership_on,
    welfare_fund_of,
)
from ledger.usecases.charging import ask
from ledger.usecases.members import check_membership, the_member
from ledger.usecases.opening import open_savings_card
from ledger.usecases.recording import account_of_role, check_has_come, named, positive


@dataclass(frozen=True, slots=True, kw_only=True)
class SetWelfareFund(Command):
    """The welfare fund of this book: opened by the first setting, changed by later ones.

    Its lines carry ``fund``, its members pay into ``product``; both are made where they are
    missing. Not more than ``administration`` of the fund is meant for running it, and only with
    ``lending`` may its money be lent to members (domain.md 4.1).
    """

    fund: str
    name_th: str = "กองทุนสวัสดิการ"
    name_en: str = "Welfare fund"
    product: str = USUAL_PRODUCT
    entrance_fee: Money = ZERO
    administration: Fraction = USUAL_ADMINISTRATION
    sanctions: bool = True
    lending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinWelfare(Command):
    """A member joins the fund; an entrance fee is asked as a charge and never given back.

    ``through`` is how far contributions were paid before this book kept them, for members taken
    over with their true day of joining.
    """

    member: str
    on: date
    rhythm: Rhythm
    amount: Money
    entrance_fee: Money = ZERO
    group: WelfareGroup = WelfareGroup.GENERAL
    sex: Sex | None = None
    through: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetContribution(Command):
    """Another amount or rhythm, for periods that begin on ``from_day`` or later."""

    member: str
    from_day: date
    rhythm: Rhythm
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveWelfare(Command):
    """The last day in the fund, and why; what was contributed stays in the fund."""

    member: str
    on: date
    why: WelfareLeaving
    note: str = ""


def set_welfare_fund(command: SetWelfareFund, books: Books) -> None:
    if not 0 <= command.administration <= 1:
        raise RateOutOfRange("administration", command.administration, Fraction(1))
    check_amount("entrance_fee", command.entrance_fee, least=ZERO)
    code = named(command.fund, "fund")
    if books.newest(Fund, code) is None:
        name = named(command.name_th, "name_th")
        books.add(Fund(code, name, command.name_en or name))
    product = _contribution_product(books, command, code)
    entrance = _entrance_type(books, command, code)
    books.add(
        WelfareFund(
            fund=code,
            product=product,
            entrance=entrance,
            administration=command.administration,
            sanctions=command.sanctions,
            lending=command.lending,
        )
    )
    books.make(fund=code, product=product, charge_type=entrance)


def join_welfare(command: JoinWelfare, books: Books) -> None:
    books.make(**take_in(command, books))


def take_in(
    command: JoinWelfare, books: Books, held: Mapping[int, Money] = MappingProxyType({})
) -> dict[str, int]:
    """Write a membership; answers its number, its card and the charge, where one is asked.

    ``held`` is what cards held when this book began; it pays for nothing after ``through``.

    Raises:
        NoWelfareFund, FutureDay, UnknownMember, MemberLeft, NotYetMember, AlreadyInWelfareFund,
        AmountNotPositive: why not.
    """
    fund = welfare_fund_of(books)
    check_has_come(books, command.on)
    check_membership(the_member(books, command.member), command.on)
    unpaid = day_before(command.on)
    if command.through is not None and command.through < unpaid:
        raise WelfareDayTooEarly(command.through, unpaid)
    before = membership_on(books, command.member, command.on)
    if before is not None and (before.ended is None or command.on <= before.ended):
        raise AlreadyInWelfareFund(command.member, before.joined)
    number = books.next_number(WelfareMembership)
    card = _card(books, fund, command.member, command.on)
    books.add(
        WelfareMembership(
            number=number,
            member=command.member,
            card=card,
            joined=command.on,
            group=command.group,
            sex=command.sex,
            through=command.through,
            brought=ZERO if command.through is None else ZERO - held.get(card, ZERO),
            note=command.note.strip(),
        )
    )
    books.add(WelfareRate(number, command.on, command.rhythm, positive(command.amount)))
    made = {"membership": number, "card": card}
    if command.entrance_fee != ZERO:
        fee = positive(command.entrance_fee, "entrance_fee")
        made["charge"] = ask(books, fund.entrance, command.member, fee, command.on)
    return made


def set_contribution(command: SetContribution, books: Books) -> None:
    membership = the_membership(books, command.member)
    if command.from_day < membership.joined:
        raise WelfareDayTooEarly(command.from_day, membership.joined)
    amount = positive(command.amount)
    books.add(WelfareRate(membership.number, command.from_day, command.rhythm, amount))


def leave_welfare(command: LeaveWelfare, books: Books) -> None:
    check_has_come(books, command.on)
    end_welfare(
        books, the_membership(books, command.member), command.on, command.why, command.note.strip()
    )


def end_welfare(
    books: Books, membership: WelfareMembership, on: date, why: WelfareLeaving, note: str = ""
) -> None:
    """The last day of a membership.

    Raises:
        WelfareDayTooEarly: it lies before the member joined.
    """
    if on < membership.joined:
        raise WelfareDayTooEarly(on, membership.joined)
    books.add(replace(membership, ended=on, ended_why=why, note=note or membership.note))


def the_membership(books: Books, member: str) -> WelfareMembership:
    """The membership in the fund that is running.

    Raises:
        UnknownMember, NotInWelfareFund: there is none.
    """
    the_member(books, member)
    running = books.every(WelfareMembership, member=member, ended=None)
    if not running:
        raise NotInWelfareFund(member)
    return running[0]


def check_contributes(books: Books, card: Card, on: date) -> None:
    """Whether the fund still takes contributions on a card; cards it never knew are let through.

    Raises:
        NotInWelfareFund: the member had left the fund by then.
    """
    known = books.every(WelfareMembership, card=card.number)
    open_on = [one for one in known if one.ended is None or on <= one.ended]
    if known and not open_on:
        raise NotInWelfareFund(card.member or "")


def _contribution_product(books: Books, command: SetWelfareFund, fund: str) -> str:
    product = books.newest(SavingsProduct, command.product)
    if product is not None:
        if product.nature is not Nature.CONTRIBUTION or product.fund != fund:
            raise ProductNoContribution(product.code)
        return product.code
    books.add(
        SavingsProduct(
            named(command.product, "product"),
            "เงินสมทบสวัสดิการ",
            "Welfare contribution",
            Nature.CONTRIBUTION,
            account_of_role(books, "contribution"),
            fund=fund,
        )
    )
    return command.product


def _entrance_type(books: Books, command: SetWelfareFund, fund: str) -> str:
    code = f"{command.product}-ENTRY"
    before = books.newest(ChargeType, code)
    if before is None or before.amount != command.entrance_fee:
        books.add(
            ChargeType(
                code,
                "ค่าธรรมเนียมแรกเข้ากองทุนสวัสดิการ",
                "Entrance fee of the welfare fund",
                ChargeKind.ENTRANCE_FEE,
                account_of_role(books, "entrance_fee"),
                command.entrance_fee,
                fund=fund,
            )
        )
    return code


def _card(books: Books, fund: WelfareFund, member: str, on: date) -> int:
    """The member's card of contributions; one from earlier years is used again."""
    for card in books.every(Card, member=member, kind=CardKind.CONTRIBUTION, product=fund.product):
        if card.closed_on is None:
            return card.number
    product = books.newest(SavingsProduct, fund.product)
    if product is None:  # its setting made it
        raise ProductNoContribution(fund.product)
    return open_savings_card(books, product, member=member, on=on)
