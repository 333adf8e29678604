"""Recording an entry: every rule that holds for all entries, whichever command makes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from ledger.domain.accounts import Account, CardKind, Fund, RoleAccount
from ledger.domain.banks import BankAccount
from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.closing_period import CLOSING_ENTRIES
from ledger.domain.commands import Posted
from ledger.domain.cooperative import Closing, Cooperative
from ledger.domain.entries import GENERAL_FUND, Entry, Gathered, Line, Side, imbalances, merged
from ledger.domain.money import Money
from ledger.domain.posting import Place, gather, lines_of, spots_of
from ledger.domain.refusals import (
    AccountClosed,
    AmountNotPositive,
    BeforeStart,
    CardClosed,
    CardMissing,
    CardWrong,
    FutureDay,
    HeadPostedTo,
    NameMissing,
    NoRole,
    PeriodClosed,
    PeriodLocked,
    ReasonMissing,
    TooFewLines,
    Unbalanced,
    UnknownAccount,
    UnknownBank,
    UnknownCard,
    UnknownFund,
)
from ledger.domain.refusals.grants import GrantWithoutBudget
from ledger.domain.seen import check_length
from ledger.usecases.overdrawing import check_balances

# Loans have principal, interest and penalty on several accounts; these have one each.
_OF_ONE_ACCOUNT = (
    CardKind.SAVINGS,
    CardKind.SHARE,
    CardKind.CONTRIBUTION,
    CardKind.BANK,
    CardKind.GRANT,
    CardKind.REMITTANCE,
)
# Looked up once: asking an enumeration for its member costs as much as a call.
_CREDIT, _GRANT = Side.CREDIT, CardKind.GRANT


def record(books: Books, entry: Entry) -> Posted:
    """Write an entry after every check of day, accounts, cards, funds and balances.

    Raises:
        FutureDay, BeforeStart, PeriodClosed, PeriodLocked, UnknownAccount, HeadPostedTo,
        AccountClosed, CardMissing, CardWrong, UnknownCard, CardClosed, UnknownFund, CashTooLow,
        BankTooLow, GrantWithoutBudget, BalanceTooLow, SpentSince: which rule the entry breaks.
    """
    if entry.event in CLOSING_ENTRIES:
        # It lies in a period of its own, which the use cases that close years guard.
        check_has_come(books, entry.on)
    else:
        check_day(books, entry.on)
    return record_on_checked_day(books, entry)


def record_on_checked_day(books: Books, entry: Entry) -> Posted:
    """The same on a day that was checked before, as for all visits of a sheet."""
    cards = [_check_line(books, line) for line in entry.lines]
    if entry.reverses is None and _GRANT in [card.kind for card in cards if card is not None]:
        _check_budgeted(entry, cards)
    posted = books.post(entry)
    check_balances(books, entry, cards)
    return posted


def record_lines(
    books: Books, lines: Iterable[Line], *, on: date, event: str, memo: str = ""
) -> Posted:
    """Write lines as one entry; what differs only in amount is added up."""
    return record(books, Entry(on=on, event=event, lines=merged(lines), memo=memo))


def balanced(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, when they make an entry.

    Raises:
        TooFewLines, Unbalanced: why they don't.
    """
    if len(lines) < 2:
        raise TooFewLines(len(lines))
    for fund, left in imbalances(lines).items():
        if left != 0:
            debit = sum(line.debit.satang for line in lines if line.fund == fund)
            raise Unbalanced(fund, Money(debit), Money(debit - left))
    return lines


def event_lines(books: Books, event: str, amount: Money, places: Mapping[str, Place]) -> list[Line]:
    """The lines of an event by the posting table and this book's chart."""
    return lines_of(event, amount, places, lambda role: account_of_role(books, role))


def gather_event(
    books: Books, gathered: Gathered, event: str, amount: Money, places: Mapping[str, Place]
) -> None:
    """Add the lines of an event to those gathered before."""
    spots = spots_of(event, places, lambda role: account_of_role(books, role))
    gather(gathered, event, amount, spots)


def check_has_come(books: Books, day: date) -> None:
    """Whether the day is today or before.

    Raises:
        FutureDay: it is still to come.
    """
    if day > books.today:
        raise FutureDay(day, books.today)


def check_day(books: Books, day: date) -> None:
    """Whether anything may be booked on this day.

    Raises:
        FutureDay, BeforeStart, PeriodLocked, PeriodClosed: why not.
    """
    check_has_come(books, day)
    starts_on = the_cooperative(books).starts_on
    if starts_on is not None and day < starts_on:
        raise BeforeStart(day, starts_on)
    closing = latest_closing(books)
    if closing is None:
        return
    month = day.isoformat()[:7]
    if closing.locked_through is not None and month <= closing.locked_through:
        raise PeriodLocked(day, closing.locked_through)
    if closing.closed_through is not None and month <= closing.closed_through:
        raise PeriodClosed(day, closing.closed_through)


def latest_closing(books: Books) -> Closing | None:
    return next(reversed(books.every(Closing)), None)


def the_cooperative(books: Books) -> Cooperative:
    (cooperative,) = books.every(Cooperative)
    return cooperative


def account_of_role(books: Books, role: str) -> str:
    """The code of the account that plays a role in this book.

    Raises:
        NoRole: the chart names none.
    """
    found = books.newest(RoleAccount, role)
    if found is None:
        raise NoRole(role)
    return found.account


def the_card(books: Books, number: int) -> Card:
    """The card of that number.

    Raises:
        UnknownCard: there is none.
    """
    card = books.newest(Card, number)
    if card is None:
        raise UnknownCard(number)
    return card


def money_place(books: Books, bank: str | None, fund: str = GENERAL_FUND) -> Place:
    """Where money comes in or goes out: cash, or the bank account of that code.

    Raises:
        UnknownBank: there is no such bank account.
    """
    if bank is None:
        return Place(account_of_role(books, "cash"), fund)
    card = the_bank(books, bank).card
    return Place(the_card(books, card).account, fund, card)


def the_bank(books: Books, code: str) -> BankAccount:
    for one in books.every(BankAccount):
        if one.code == code:
            return one
    raise UnknownBank(code)


def check_fund(books: Books, code: str) -> None:
    """Whether there is a fund of that code.

    Raises:
        UnknownFund: there is none.
    """
    if books.newest(Fund, code) is None:
        raise UnknownFund(code)


def positive(amount: Money, field: str = "amount") -> Money:
    """The amount, when it is above zero.

    Raises:
        AmountNotPositive: it is not.
    """
    if amount.satang <= 0:
        raise AmountNotPositive(field, amount)
    return amount


def named(text: str, field: str) -> str:
    """The code or name, when it says something.

    Raises:
        NameMissing, TextTooLong: it is empty, or no form would take it.
    """
    if not text.strip():
        raise NameMissing(field)
    return check_length(text, field)


def given(reason: str, field: str = "reason") -> str:
    """The reason, when it says something.

    Raises:
        ReasonMissing: it is empty.
    """
    if not reason.strip():
        raise ReasonMissing(field)
    return reason.strip()


def _check_line(books: Books, line: Line) -> Card | None:
    """The card of a line whose account, fund and card may be booked on."""
    account = books.newest(Account, line.account)
    if account is None:
        raise UnknownAccount(line.account)
    if account.head or account.closed:
        raise (HeadPostedTo if account.head else AccountClosed)(line.account)
    if line.fund != GENERAL_FUND and books.newest(Fund, line.fund) is None:
        raise UnknownFund(line.fund)
    return _check_card(books, account, line)


def _check_card(books: Books, account: Account, line: Line) -> Card | None:
    if line.card is None:
        if account.card is not None:
            raise CardMissing(line.account)
        return None
    card = the_card(books, line.card)
    elsewhere = card.kind in _OF_ONE_ACCOUNT and card.account != line.account
    if account.card is not card.kind or elsewhere:
        raise CardWrong(line.account, line.card)
    # Whatever the day: a late entry would leave a balance on it (trust.md 7.1 rule 18).
    if card.closed_on is not None:
        raise CardClosed(line.card, card.closed_on)
    return card


def _check_budgeted(entry: Entry, cards: list[Card | None]) -> None:
    """Money of a grant leaves it only by its own commands, which keep to the budget.

    Raises:
        GrantWithoutBudget: another command or a journal voucher would spend it.
    """
    for line, card in zip(entry.lines, cards, strict=True):
        if card is None or card.kind is not _GRANT or line.side is _CREDIT:
            continue
        if not (line.event.startswith("grant_") or line.event == "opening"):
            raise GrantWithoutBudget(card.product, line.amount)
