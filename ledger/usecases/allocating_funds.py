"""The lines of an allocation fund by fund: each fund gives what it earned, and every fund balances.

What other funds than the general one earned goes to the reserve first, and stays there in the fund
that earned it; then to the funds the meeting fills; only what is to be paid out beyond that moves
as money to the general fund, which pays it. A fund's loss is taken from the reserve in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ledger.domain.accounts import Fund
from ledger.domain.books import Books
from ledger.domain.entries import GENERAL_FUND, Line, Side
from ledger.domain.money import ZERO, Money
from ledger.domain.posting import Place
from ledger.domain.surplus import AllocatedLine, Use
from ledger.domain.welfare_fund import WelfareFund
from ledger.domain.year_end import ROLE_OF_USE, FiscalYear
from ledger.usecases.recording import account_of_role, event_lines, money_place

EVENT = "surplus_allocated"
LOSS_EVENT = "loss_covered"

# What a fund may keep of its own surplus, in the order in which it does.
_KEPT = (
    *(Use.RESERVE, Use.OTHER, Use.EDUCATION),
    *(Use.WELFARE, Use.PUBLIC_BENEFIT, Use.EQUALISATION),
)


def allocation_lines(
    books: Books, year: FiscalYear, parts: Sequence[AllocatedLine], bank: str | None = None
) -> list[Line]:
    """All lines of the resolution; money from fund to fund goes by the bank, or else in cash.

    Raises:
        NoRole, UnknownBank: why they cannot be made.
    """
    left: dict[Use, Money] = dict.fromkeys(Use, ZERO)
    for part in parts:
        left[part.use] += part.amount
    lines: list[Line] = []
    for fund, earned in earned_by_funds(books, year).items():
        if fund != GENERAL_FUND and earned < ZERO:
            lines += [line.mirrored() for line in _lines(books, Use.RESERVE, -earned, fund)]
            left[Use.RESERVE] -= earned
        elif fund != GENERAL_FUND:
            lines += _given(books, fund, earned, left, bank)
    for use, amount in left.items():
        if amount > ZERO:
            lines += _lines(books, use, amount, GENERAL_FUND)
    return lines


def equalisation_held(books: Books, on: date) -> dict[str, Money]:
    """What each fund keeps for dividends of later years, on the day and now; the general first."""
    account = account_of_role(books, ROLE_OF_USE[Use.EQUALISATION])
    own = {one.fund for one in books.every(WelfareFund)} - {GENERAL_FUND}
    others = [one.code for one in books.every(Fund) if one.code not in own | {GENERAL_FUND}]
    held = {
        fund: -max(books.balance(account, fund=fund, at=at) for at in (on, None))
        for fund in (GENERAL_FUND, *others)
    }
    return {fund: amount for fund, amount in held.items() if amount > ZERO}


def drawn_lines(books: Books, drawn: Money, on: date, bank: str | None = None) -> list[Line]:
    """What is kept for equalisation gives to the dividend besides; the general fund's part first.

    What another fund keeps goes to the general one as money, which pays the dividend.
    """
    kept, lines = account_of_role(books, ROLE_OF_USE[Use.EQUALISATION]), list[Line]()
    payable = Place(account_of_role(books, "dividend_payable"), GENERAL_FUND)
    for fund, held in equalisation_held(books, on).items():
        part = min(held, drawn)
        drawn -= part
        if part == ZERO:
            break
        way = [(Place(kept, fund), payable)]
        if fund != GENERAL_FUND:
            way = [
                (Place(kept, fund), money_place(books, bank, fund)),
                (money_place(books, bank, GENERAL_FUND), payable),
            ]
        for given, taken in way:
            places = {"account": given, "dividend_payable": taken}
            lines += event_lines(books, "equalisation_drawn", part, places)
    return lines


def loss_lines(books: Books, year: FiscalYear, carried: Money) -> list[Line]:
    """A year's loss taken from the reserve, but for what is carried on; gains of funds go into it.

    Each fund's result meets the reserve in that fund, as in a year with a surplus.
    """
    lines: list[Line] = []
    for fund, earned in earned_by_funds(books, year).items():
        if earned > ZERO:
            lines += _lines(books, Use.RESERVE, earned, fund)
            continue
        rest = min(carried, -earned)
        carried -= rest
        for use, amount in ((Use.RESERVE, -earned - rest), (Use.CARRIED, rest)):
            if amount > ZERO:
                lines += _lines(books, use, amount, fund, LOSS_EVENT)
    return lines


def _given(
    books: Books, fund: str, earned: Money, left: dict[Use, Money], bank: str | None
) -> Iterator[Line]:
    """What a fund's surplus is for; ``left`` becomes what the others have to give."""
    rest = earned
    for use in _KEPT:
        kept = min(left[use], rest)
        if kept > ZERO:
            yield from _lines(books, use, kept, fund)
            left[use] -= kept
            rest -= kept
    if rest > ZERO:
        yield from _moved(books, fund, rest, bank)


def earned_by_funds(books: Books, year: FiscalYear) -> dict[str, Money]:
    """What each fund brought to the surplus of the year; what the welfare fund did is its own."""
    entry, surplus = books.entry(year.entry), account_of_role(books, "surplus_year")
    own = {one.fund for one in books.every(WelfareFund)} - {GENERAL_FUND}
    found: dict[str, Money] = {}
    for line in () if entry is None else entry.lines:
        if line.account == surplus and line.fund not in own:
            found[line.fund] = found.get(line.fund, ZERO) + line.credit - line.debit
    return found


def _lines(books: Books, use: Use, amount: Money, fund: str, event: str = EVENT) -> list[Line]:
    places = {
        "account": Place(account_of_role(books, ROLE_OF_USE[use]), fund),
        "surplus_year": Place(account_of_role(books, "surplus_year"), fund),
    }
    return event_lines(books, event, amount, places)


def _moved(books: Books, fund: str, amount: Money, bank: str | None) -> Iterator[Line]:
    """A fund hands over what the general one pays out: its surplus and its money."""
    surplus = account_of_role(books, "surplus_year")
    for of, side in ((fund, Side.DEBIT), (GENERAL_FUND, Side.CREDIT)):
        money = money_place(books, bank, of)
        yield Line(surplus, side, amount, of, None, EVENT)
        other = Side.CREDIT if side is Side.DEBIT else Side.DEBIT
        yield Line(money.account, other, amount, money.fund, money.card, EVENT)
