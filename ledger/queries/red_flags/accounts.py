"""Cards beside control accounts, old suspense, the lender's money, and stock nobody counted."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from datetime import date

from ledger.domain.accounts import RoleAccount
from ledger.domain.money import ZERO
from ledger.domain.red_flags import Sign
from ledger.queries.both_legs import both_legs
from ledger.queries.control import cards_and_control
from ledger.queries.red_flags.looking import FlagRow, Look, flag
from ledger.storage.balances import DAYS_OF_ACCOUNT


def control(look: Look) -> Iterator[FlagRow]:
    """Scheme 16: the cards of an account together are not what the ledger says."""
    for row in cards_and_control(look.reader, at=look.at).rows:
        if row.difference != ZERO:
            yield flag(Sign.CONTROL_DIFFERS, row.account, abs(row.difference), what=row.account)


_SUSPENSE = ("suspense", "cash_shortage", "cash_overage")


def suspense(look: Look) -> Iterator[FlagRow]:
    """Scheme 17: money that waits to be explained; its age is that of the oldest part of it."""
    for role in _SUSPENSE:
        found = look.reader.newest(RoleAccount, role)
        held = ZERO if found is None else look.reader.balance(found.account, at=look.at)
        if found is not None and held != ZERO:
            since = _oldest(look, found.account, debit=held > ZERO)
            days = look.days_before_end(since)
            if days > look.limits.suspense_days:
                what = found.account
                yield flag(Sign.SUSPENSE_OLD, what, abs(held), what=what, on=since, count=days)


def _oldest(look: Look, account: str, *, debit: bool) -> date:
    """The day of the oldest part of a balance; what came first goes first."""
    waiting: deque[tuple[date, int]] = deque()
    for day, more, less in look.rows(
        "SELECT l.day, l.debit, l.credit FROM entries AS e CROSS JOIN lines AS l"
        f" ON l.entry = e.number WHERE l.account = ?1 AND e.day IN ({DAYS_OF_ACCOUNT})"
        " AND e.day <= ?2 ORDER BY l.day, l.entry, l.line",
        account,
        look.at.isoformat(),
    ):
        came, gone = (more, less) if debit else (less, more)
        if came:
            waiting.append((date.fromisoformat(day), came))
        while gone and waiting:
            since, there = waiting.popleft()
            gone, left = max(0, gone - there), max(0, there - gone)
            if left:
                waiting.appendleft((since, left))
    return waiting[0][0] if waiting else look.at


def lender_money(look: Look) -> Iterator[FlagRow]:
    """Scheme 19: members repaid more principal than went on to the lender, by over an instalment.

    What the cooperative keeps as its own interest is not counted.
    """
    for pair in both_legs(look.reader, at=look.at).rows:
        held = pair.collected.principal - pair.repaid.principal
        coming = pair.next_instalment
        instalment = ZERO if coming is None else coming.principal + coming.interest
        if pair.balance > ZERO and held > instalment:
            card = pair.source.card
            yield flag(Sign.LENDER_MONEY_HELD, card, held, card=card)


def stock(look: Look) -> Iterator[FlagRow]:
    """Scheme 21: stock below nothing, or worth the same for months as if nobody counted it."""
    found = look.reader.newest(RoleAccount, "stock")
    if found is None:
        return
    held = look.reader.balance(found.account, at=look.at)
    if held < ZERO:
        yield flag(Sign.STOCK_NEGATIVE, found.account, abs(held), what=found.account)
    ((last,),) = look.rows(
        "SELECT MAX(day) FROM account_days WHERE account = ? AND day <= ?",
        found.account,
        look.at.isoformat(),
    )
    if held > ZERO and last is not None:
        days = look.days_before_end(date.fromisoformat(last))
        if days > look.limits.stock_days:
            what = found.account
            on = date.fromisoformat(last)
            yield flag(Sign.STOCK_UNMOVED, what, held, what=what, on=on, count=days)
