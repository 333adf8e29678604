"""The chart of accounts, and the card of one account with its running balance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.domain.accounts import Account, CardKind, Kind, RoleAccount
from ledger.domain.money import Money
from ledger.domain.refusals import UnknownAccount
from ledger.queries.entries import papers_of, people_of
from ledger.queries.naming import holders_of
from ledger.queries.standing import known, last_day
from ledger.queries.sums import NOTHING, sums_at, sums_before
from ledger.storage.balances import DAYS_OF_ACCOUNT
from ledger.storage.columns import said
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One account or head in the order of the tree; ``level`` 0 has no parent.

    ``balance`` is signed, debit positive; that of a head is the sum of what hangs under it.
    """

    account: str
    name_th: str
    name_en: str
    kind: Kind
    parent: str | None
    level: int
    head: bool
    card: CardKind | None
    closed: bool
    roles: tuple[str, ...]
    balance: Money


@dataclass(frozen=True, slots=True)
class Chart:
    """All accounts with their balances at a day."""

    at: date
    rows: tuple[ChartRow, ...]


@dataclass(frozen=True, slots=True)
class CardLine:
    """One line on an account; ``balance`` runs, signed, debit positive.

    ``event`` is the line's own on a card, else its entry's; in a ``reversal`` it is the one taken
    back, with the ``reason``. ``who`` paid or was paid, where a receipt or voucher says so.
    """

    entry: int
    on: date
    event: str
    reversal: bool
    memo: str
    reason: str
    papers: tuple[str, ...]
    who: str
    fund: str
    card: int | None
    member: str | None
    holder: str
    debit: Money
    credit: Money
    balance: Money


@dataclass(frozen=True, slots=True)
class AccountCard:
    """An account over a period with what was brought forward and what is left."""

    account: str
    name_th: str
    name_en: str
    kind: Kind
    fund: str | None
    since: date | None
    until: date
    brought_forward: Money
    lines: tuple[CardLine, ...]
    debit: Money
    credit: Money
    balance: Money


# The closing of a fiscal year comes after everything else of its last day, and on the next one.
_CLOSES = "l.event IN ('year_income', 'year_expense')"


def chart(reader: Reader, *, at: date | None = None) -> Chart:
    """The chart of accounts as a tree, heads before what they group, with balances at a day."""
    sums = sums_at(reader, at)
    roles: dict[str, tuple[str, ...]] = {}
    for role in reader.every(RoleAccount):
        roles[role.account] = (*roles.get(role.account, ()), role.role)
    accounts = reader.every(Account)
    own = {one.code: sums.get(one.code, NOTHING).balance for one in accounts}
    added = added_up(accounts, own)
    rows = [
        ChartRow(
            account=account.code,
            name_th=account.name_th,
            name_en=account.name_en,
            kind=account.kind,
            parent=account.parent,
            level=level,
            head=account.head,
            card=account.card,
            closed=account.closed,
            roles=roles.get(account.code, ()),
            balance=added[account.code],
        )
        for account, level in in_tree(accounts)
    ]
    return Chart(last_day(reader, at), tuple(rows))


def in_tree(accounts: Iterable[Account]) -> Iterator[tuple[Account, int]]:
    """Accounts in the order of the tree, each with its level; siblings by code."""
    children: dict[str | None, list[Account]] = {}
    for account in accounts:
        children.setdefault(account.parent, []).append(account)

    def below(parent: str | None, level: int) -> Iterator[tuple[Account, int]]:
        for account in children.get(parent, ()):
            yield account, level
            yield from below(account.code, level + 1)

    return below(None, 0)


def added_up(accounts: Iterable[Account], own: dict[str, Money]) -> dict[str, Money]:
    """By account its own amount, by head the sum of everything under it."""
    added = dict(own)
    for account, _ in reversed(list(in_tree(accounts))):
        if account.parent is not None:
            added[account.parent] = added[account.parent] + added[account.code]
    return added


def account_card(
    reader: Reader,
    *,
    account: str,
    since: date | None = None,
    until: date | None = None,
    fund: str | None = None,
) -> AccountCard:
    """The lines of an account in the order of days, from its first to its last without bounds.

    Raises:
        UnknownAccount, UnknownFund: there is no such account or fund.
    """
    found = reader.newest(Account, account)
    if found is None:
        raise UnknownAccount(account)
    before = NOTHING
    if since is not None:
        before = sums_before(reader, since, fund).get(account, NOTHING)
    rows = _rows(reader, account, since, until, fund)
    lines = _lines(reader, rows, before.balance.satang)
    debit, credit = sum(row[4] for row in rows), sum(row[5] for row in rows)
    return AccountCard(
        account=account,
        name_th=found.name_th,
        name_en=found.name_en,
        kind=found.kind,
        fund=fund,
        since=since,
        until=last_day(reader, until),
        brought_forward=before.balance,
        lines=lines,
        debit=Money(debit),
        credit=Money(credit),
        balance=before.balance + Money(debit - credit),
    )


def _rows(
    reader: Reader, account: str, since: date | None, until: date | None, fund: str | None
) -> list[tuple[Any, ...]]:
    return reader.rows(
        "SELECT l.entry, l.day, l.fund, l.card, l.debit, l.credit,"
        " CASE WHEN l.card IS NULL THEN COALESCE(o.event, e.event) ELSE l.event END,"
        f" {said('e.memo')}, e.reverses, {said('e.reason')} FROM entries AS e"
        " CROSS JOIN lines AS l ON l.entry = e.number"
        " LEFT JOIN entries AS o ON o.number = e.reverses WHERE l.account = ?1"
        f" AND e.day IN ({DAYS_OF_ACCOUNT}) AND e.day BETWEEN ?2 AND ?3"
        f" AND (?4 IS NULL OR l.fund = ?4){known(reader, 'l.act')}"
        f" AND NOT (l.day = ?3 AND {_CLOSES}) ORDER BY l.day, {_CLOSES}, l.entry, l.line",
        (
            account,
            "" if since is None else since.isoformat(),
            "9999" if until is None else until.isoformat(),
            fund,
        ),
    )


def _lines(reader: Reader, rows: list[tuple[Any, ...]], running: int) -> tuple[CardLine, ...]:
    holders = holders_of(reader, {row[3] for row in rows if row[3] is not None})
    papers, people = (
        papers_of(reader, {row[0] for row in rows}),
        people_of(reader, {row[0] for row in rows}),
    )
    lines = []
    for entry, day, fund, card, debit, credit, event, memo, reverses, reason in rows:
        running += debit - credit
        holder = holders.get(card)
        lines.append(
            CardLine(
                entry=entry,
                on=date.fromisoformat(day),
                event=event,
                reversal=reverses is not None,
                memo=memo,
                reason=reason or "",
                papers=papers.get(entry, ()),
                who=people.get(entry, ""),
                fund=fund,
                card=card,
                member=None if holder is None else holder.member,
                holder="" if holder is None else holder.name,
                debit=Money(debit),
                credit=Money(credit),
                balance=Money(running),
            )
        )
    return tuple(lines)
