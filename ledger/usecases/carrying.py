"""Beginning in the middle: members and what every card and account held on the cut-over day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ledger.domain.accounts import Account
from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.carried import (
    EVENT,
    TRIAL_BALANCE,
    WAITING,
    Amounts,
    CarriedMember,
    Carrying,
    carried_before,
)
from ledger.domain.commands import Command
from ledger.domain.entries import GENERAL_FUND, Line, Side
from ledger.domain.money import ZERO, Money
from ledger.domain.products import SavingsProduct, ShareType
from ledger.domain.refusals import (
    AmountNotPositive,
    CardsDiffer,
    NothingToDo,
    UnknownAccount,
    UnknownProduct,
)
from ledger.domain.refusals.carrying import CarriedAlready, NoSuchCarrying, TakenBackAlready
from ledger.usecases.carried_loan import CarriedLoan
from ledger.usecases.carried_things import Things, keep_things, note_brought
from ledger.usecases.chart_carrying import open_chart
from ledger.usecases.founding import OpenAccount
from ledger.usecases.grant_carrying import CarriedGrant, take_grants
from ledger.usecases.loan_carrying import booked_by_loans, keep_openings, take_loans
from ledger.usecases.members import AdmitMember, admit_members, the_member
from ledger.usecases.opening import open_savings_card, open_share_card
from ledger.usecases.owning import RegisterAsset
from ledger.usecases.recording import (
    account_of_role,
    balanced,
    record_lines,
    the_bank,
    the_card,
)
from ledger.usecases.welfare_carrying import CarryBenefit
from ledger.usecases.welfare_joining import JoinWelfare


@dataclass(frozen=True, slots=True, kw_only=True)
class CardBalance:
    """What a card held: a member's savings or shares, or (without ``member``) a bank account."""

    product: str
    amount: Money
    member: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountBalance:
    """A row of the trial balance on paper: baht on one side, debit positive in ``amount``."""

    account: str
    amount: Money
    fund: str = GENERAL_FUND


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryForward(Command):
    """Take over the books on paper at the end of a day, all of it or one ``sheet`` of it.

    Control accounts stand in ``accounts`` with their totals on paper and are booked from
    ``cards``; where the two differ nothing is booked (domain.md 5.6). Assets, members of the
    welfare fund and benefits that it paid before are only noted; their balances are ``accounts``.
    ``chart`` are accounts of one's own, heads before what they group.
    A sheet alone is balanced by the account of openings, which the sheet of the trial balance
    empties again. ``workbook`` is the number under which its first sheet was taken over.
    """

    on: date
    members: tuple[AdmitMember, ...] = ()
    cards: tuple[CardBalance, ...] = ()
    accounts: tuple[AccountBalance, ...] = ()
    source: str = ""
    loans: tuple[CarriedLoan, ...] = ()
    sheet: str = ""
    workbook: int | None = None
    grants: tuple[CarriedGrant, ...] = ()
    assets: tuple[RegisterAsset, ...] = ()
    welfare: tuple[JoinWelfare, ...] = ()
    benefits: tuple[CarryBenefit, ...] = ()
    chart: tuple[OpenAccount, ...] = ()


_COUNTED = (
    *("chart", "members", "cards", "accounts", "loans"),
    *("grants", "assets", "welfare", "benefits"),
)


def carry_forward(command: CarryForward, books: Books) -> None:
    """Admit the members and book one opening entry, which is taken back by reversing it.

    Raises:
        CardsDiffer, Unbalanced, UnknownAccount, UnknownProduct, UnknownMember, AmountNotPositive,
        CarriedAlready, NothingToDo, NoSuchCarrying, TakenBackAlready, NoRole, and the refusals of
        ``take_loans``, ``take_grants`` and ``keep_things``: why nothing was taken over.
    """
    number, before = books.next_number(Carrying), carried_before(books)
    if command.workbook is not None:
        the_carrying(books, command.workbook)
    open_chart(books, command.chart, carrying=number)
    for member in admit_members(command.members, books):
        books.add(CarriedMember(number, member))
    taken = take_loans(books, command.loans, on=command.on)
    granted = take_grants(books, command.grants, on=command.on)
    lines = [*_card_lines(command, books, before), *(line for one in taken for line in one.lines)]
    lines += [line for one in granted for line in one.lines]
    lines += _balancing_lines(command, books, lines, before)
    noted = (
        command.chart,
        command.members,
        command.grants,
        command.assets,
        command.welfare,
        command.benefits,
    )
    if not (lines or any(noted)):
        raise NothingToDo("carry-forward")
    entry = None
    if lines:
        posted = record_lines(
            books,
            balanced(tuple(lines)),
            on=command.on,
            event=EVENT,
            memo=command.source,
        )
        entry = posted.number
        keep_openings(books, taken, on=command.on, entry=entry)
    held = _held(before, lines)
    note_brought(books, held)
    things = Things(
        held=held,
        grants=granted,
        assets=command.assets,
        welfare=command.welfare,
        benefits=command.benefits,
    )
    keep_things(books, things, carrying=number, on=command.on, entry=entry)
    books.add(
        Carrying(
            number,
            command.on,
            command.source,
            entry,
            sheet=command.sheet,
            workbook=command.workbook,
        )
    )
    # Each admission has said its own member and cards; the whole is what matters here.
    books.make(
        **{name: len(getattr(command, name)) for name in _COUNTED},
        source=command.source,
        carrying=number,
    )


def _held(before: Amounts, lines: Iterable[Line]) -> dict[int, Money]:
    """What cards held at the cut-over, debit positive: taken over before, and now."""
    held = dict(before.cards)
    for line in lines:
        if line.card is not None:
            held[line.card] = held.get(line.card, ZERO) + line.debit - line.credit
    return held


def the_carrying(books: Books, number: int) -> Carrying:
    """What was taken over under that number and stands.

    Raises:
        NoSuchCarrying, TakenBackAlready: there is none.
    """
    carrying = books.newest(Carrying, number)
    if carrying is None:
        raise NoSuchCarrying(number)
    if carrying.taken_back_on is not None:
        raise TakenBackAlready(number, carrying.taken_back_on)
    return carrying


def _balancing_lines(
    command: CarryForward, books: Books, lines: list[Line], before: Amounts
) -> list[Line]:
    """The trial balance with what waits for it; of any other sheet, what shall wait."""
    if command.sheet in {"", TRIAL_BALANCE}:
        rest = [*_account_lines(command, books, _totals(lines), before)]
        waiting = before.waiting if rest or lines else {}
        return [*rest, *_counter_lines(waiting)]
    if not lines:
        return []
    opening = account_of_role(books, "opening")
    sums = {(opening, fund): held for fund, held in _by_fund(lines).items()}
    return [*_counter_lines(sums)]


def _by_fund(lines: list[Line]) -> dict[str, Money]:
    """What the lines hold, debit positive."""
    sums: dict[str, Money] = {}
    for line in lines:
        sums[line.fund] = sums.get(line.fund, ZERO) + line.debit - line.credit
    return sums


def _counter_lines(held: Mapping[tuple[str, str], Money]) -> Iterator[Line]:
    """Lines against these amounts; they are told from balances on paper by their event."""
    for (account, fund), amount in held.items():
        if amount != ZERO:
            side = Side.CREDIT if amount > ZERO else Side.DEBIT
            yield Line(account, side, abs(amount), fund, event=WAITING)


def _card_lines(command: CarryForward, books: Books, before: Amounts) -> Iterator[Line]:
    cards = {(one.member, one.product): one for one in books.every(Card) if one.closed_on is None}
    for row in command.cards:
        if row.amount <= ZERO:
            raise AmountNotPositive("cards.amount", row.amount)
        if row.member:
            card = cards.get((row.member, row.product)) or _new_card(row, command.on, books)
            side = Side.CREDIT
        else:
            card = the_card(books, the_bank(books, row.product).card)
            side = Side.DEBIT
        if card.number in before.cards:
            what = f"{row.member} {row.product}".strip()
            raise CarriedAlready(what, abs(before.cards[card.number]), before.entry)
        yield Line(card.account, side, row.amount, card.fund, card.number, EVENT)


def _new_card(row: CardBalance, on: date, books: Books) -> Card:
    the_member(books, row.member)
    if (product := books.newest(SavingsProduct, row.product)) is not None:
        return the_card(books, open_savings_card(books, product, member=row.member, on=on))
    if (shares := books.newest(ShareType, row.product)) is not None:
        return the_card(books, open_share_card(books, shares, member=row.member, on=on))
    raise UnknownProduct(row.product)


def _totals(lines: list[Line]) -> dict[str, Money]:
    totals: dict[str, Money] = {}
    for line in lines:
        totals[line.account] = totals.get(line.account, ZERO) + line.debit - line.credit
    return totals


def _account_lines(
    command: CarryForward, books: Books, cards: dict[str, Money], before: Amounts
) -> Iterator[Line]:
    """The lines of accounts without cards.

    Totals of control accounts must be what the cards hold, those taken over before among them; so
    must that of what was paid ahead on loans, where they say it.
    """
    by_loans = booked_by_loans(books, command.loans)
    paper: dict[str, Money] = {}
    for row in command.accounts:
        account = books.newest(Account, row.account)
        if account is None:
            raise UnknownAccount(row.account)
        if account.card is not None or row.account in by_loans:
            paper[row.account] = paper.get(row.account, ZERO) + row.amount
        elif row.amount != ZERO:
            if (held := before.accounts.get((row.account, row.fund), ZERO)) != ZERO:
                raise CarriedAlready(row.account, held, before.entry)
            side = Side.DEBIT if row.amount > ZERO else Side.CREDIT
            yield Line(row.account, side, abs(row.amount), row.fund, event=EVENT)
    for code in dict.fromkeys((*paper, *cards)):
        held = cards.get(code, ZERO) + before.total(code)
        stated = paper.get(code, ZERO)
        if held != stated:
            raise CardsDiffer(code, stated, held, stated - held)
