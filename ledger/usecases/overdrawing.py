"""What an entry may not take below nothing: cash, a bank, a fund's part of it, what is owed."""

from __future__ import annotations

from ledger.domain.accounts import CardKind, Fund, RoleAccount
from ledger.domain.banks import BankAccount
from ledger.domain.books import Books
from ledger.domain.cards import Card
from ledger.domain.entries import GENERAL_FUND, Entry, Line, Side
from ledger.domain.money import ZERO
from ledger.domain.refusals import BalanceTooLow, CashTooLow
from ledger.domain.refusals.entering import BankTooLow
from ledger.domain.refusals.saving import SpentSince
from ledger.domain.refusals.welfare import FundMoneyTooLow

# Cards on which the cooperative owes never go below nothing (trust.md 7.1 rule 14); what was
# received of a grant is all that can be spent of it.
_NEVER_OVERDRAWN = (CardKind.SAVINGS, CardKind.SHARE, CardKind.GRANT)
# Looked up once: asking an enumeration for its member costs as much as a call.
_DEBIT, _CREDIT, _BANK = Side.DEBIT, Side.CREDIT, CardKind.BANK


def check_balances(books: Books, entry: Entry, cards: list[Card | None]) -> None:
    """Whether what the entry took away was there on its day and on every day since.

    Raises:
        CashTooLow, BankTooLow, FundMoneyTooLow, BalanceTooLow, SpentSince: where it was not.
    """
    cash = books.newest(RoleAccount, "cash")
    for line, card in zip(entry.lines, cards, strict=True):
        if card is not None:
            if card.kind is _BANK:
                if line.side is _CREDIT:
                    _check_bank(books, card, line, entry)
                    _check_fund(books, line, entry)
            elif line.side is _DEBIT:
                _check_owed(books, card, line, entry)
        elif line.side is _CREDIT and cash is not None and line.account == cash.account:
            _check_cash(books, line, entry)
            _check_fund(books, line, entry)


def _check_owed(books: Books, card: Card, line: Line, entry: Entry) -> None:
    if card.kind not in _NEVER_OVERDRAWN or card.account != line.account:
        return
    left = books.least_owed(card.number, line.account, since=entry.on)
    if left < ZERO:
        back = entry.reverses is not None or entry.event == "loan_corrected"
        kind = SpentSince if back else BalanceTooLow
        raise kind(card.number, held=left + line.amount, asked=line.amount)


def _check_cash(books: Books, line: Line, entry: Entry) -> None:
    left = books.least_held(line.account, since=entry.on)
    if left < ZERO:
        raise CashTooLow(entry.on, held=left + line.amount, asked=line.amount)


def _check_bank(books: Books, card: Card, line: Line, entry: Entry) -> None:
    """An overdraft is a debt with an account of its own in the chart (domain.md 3.3)."""
    left = books.least_held(line.account, since=entry.on, card=card.number)
    if left < ZERO:
        code = next(one.code for one in books.every(BankAccount) if one.card == card.number)
        raise BankTooLow(code, entry.on, held=left + line.amount, asked=line.amount)


def _check_fund(books: Books, line: Line, entry: Entry) -> None:
    """A fund with a purpose pays with its own money (domain.md 4.4).

    The general fund keeps the common cash box: where it took what belongs to others, the balance
    sheet by fund says how much it owes them.
    """
    if line.fund == GENERAL_FUND:
        return
    left = books.least_held(line.account, since=entry.on, fund=line.fund)
    if left < ZERO:
        fund = books.newest(Fund, line.fund)
        names = ("", "") if fund is None else (fund.name_th, fund.name_en)
        raise FundMoneyTooLow(line.fund, *names, held=left + line.amount, asked=line.amount)
