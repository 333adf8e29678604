"""Reading during an act: what is known is not asked twice, what waits is written first."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, TypeVar

from ledger.domain.books import Movement
from ledger.domain.entries import Entry
from ledger.domain.free_text import place_of
from ledger.domain.members import commitment_to
from ledger.domain.money import Money
from ledger.domain.payees import TYPED
from ledger.domain.records import Record
from ledger.storage.columns import shape_of
from ledger.storage.known import Known
from ledger.storage.reading import Reader, stored

R = TypeVar("R", bound=Record)
_TYPED = ", ".join(f"'{event}'" for event in sorted(TYPED))


class Remembering(ABC):
    """The reading half of the port ``ledger.domain.books.Books``, with a memory."""

    def __init__(self, connection: Any, known: Known) -> None:
        self._connection = connection
        self._reader = Reader(connection)
        self._known = known

    @abstractmethod
    def _flush(self, kind: type[Record] | None = None) -> None:
        """Write what waits, so that a statement sees it; with a kind, if any of that kind waits."""

    def newest(self, kind: type[R], *key: object) -> R | None:
        of_kind = self._known.records[kind]
        try:
            return of_kind[key]  # type: ignore[return-value]  # kept under its own type
        except KeyError:
            self._flush(kind)
            found = of_kind[key] = self._reader.newest(kind, *key)
            return found

    def every(self, kind: type[R], /, **fixed: object) -> list[R]:
        listings = self._known.listings[kind]
        place = tuple(fixed.items())
        found = listings.get(place)
        if found is None:
            self._flush(kind)
            found = self._reader.every(kind, **fixed)
            key_of = shape_of(kind).key_of
            self._known.records[kind].update({key_of(one): one for one in found})
            self._known.listings[kind][place] = found
        return found.copy()

    def written_with(self, record: Record, kind: type[R]) -> list[R]:
        self._flush()
        return self._reader.written_with(record, kind)

    def personal(self, number: int) -> str | None:
        row = self._reader.one("SELECT value FROM personal WHERE number = ?", (number,))
        return None if row is None else str(row[0])

    def free_text(self, commitment: str) -> str | None:
        row = self._reader.one("SELECT words FROM free_texts WHERE commitment = ?", (commitment,))
        return None if row is None else str(row[0])

    def is_party(self, commitment: str) -> bool:
        from ledger.storage.free_columns import PARTIES  # on first use: it loads every record

        self._flush()
        act, _ = place_of(commitment)
        clauses = " UNION ALL ".join(
            f"SELECT 1 FROM {table} WHERE {column} = ?1 AND act = ?2" for table, column in PARTIES
        )
        return self._reader.one(clauses, (commitment, act)) is not None

    def day_of(self, act: int) -> date:
        ((day,),) = self._reader.rows("SELECT business_day FROM acts WHERE number = ?", (act,))
        return date.fromisoformat(day)

    def commitment(self, number: int) -> str | None:
        row = self._reader.one("SELECT salt, value FROM personal WHERE number = ?", (number,))
        return None if row is None else commitment_to(*map(str, row))

    def persons_of(self, member: str) -> list[int]:
        self._flush()
        rows = self._reader.rows(
            "SELECT person FROM members WHERE number = ?1"
            " UNION SELECT person FROM applications WHERE member = ?1"
            " UNION SELECT person FROM surveyed_households WHERE member = ?1"
            " UNION SELECT person FROM member_photos"
            " WHERE member = ?1 AND person IS NOT NULL ORDER BY 1",
            (member,),
        )
        return [int(row[0]) for row in rows]

    def photos_of(self, member: str) -> list[int]:
        self._flush()
        rows = self._reader.rows(
            "SELECT DISTINCT m.person FROM member_photos AS m"
            " JOIN personal AS p ON p.number = m.person WHERE m.member = ? ORDER BY 1",
            (member,),
        )
        return [int(row[0]) for row in rows]

    def entry(self, number: int) -> Entry | None:
        self._flush()
        return self._reader.entry(number)

    def reversed_by(self, number: int) -> int | None:
        self._flush()
        return self._reader.reversed_by(number)

    def reversed_entries(self) -> frozenset[int]:
        self._flush()
        rows = self._reader.rows("SELECT reverses FROM entries WHERE reverses IS NOT NULL")
        return frozenset(int(row[0]) for row in rows)

    def balance(self, account: str, *, fund: str | None = None, at: date | None = None) -> Money:
        if fund is not None or at is not None:
            self._flush()
            return self._reader.balance(account, fund=fund, at=at)
        try:
            return Money(self._known.accounts[account])
        except KeyError:
            self._flush()
            found = self._reader.balance(account)
            self._known.accounts[account] = found.satang
            return found

    def card_balance(self, card: int, account: str, *, at: date | None = None) -> Money:
        if at is not None:
            self._flush()
            return self._reader.card_balance(card, account, at=at)
        try:
            return Money(self._known.cards[card, account])
        except KeyError:
            # Nothing waits for it: who posts to a card knows its balance from then on.
            found = self._reader.card_balance(card, account)
            self._known.cards[card, account] = found.satang
            return found

    def card_balances(self, cards: Iterable[int], account: str, *, at: date) -> dict[int, Money]:
        self._flush()
        return self._reader.card_balances(cards, account, at=at)

    def least_owed(self, card: int, account: str, *, since: date) -> Money:
        owed = -self.card_balance(card, account)
        return _least(owed, self._card_days("credit - debit", card, account, since))

    def least_held(
        self, account: str, *, since: date, card: int | None = None, fund: str | None = None
    ) -> Money:
        if card is not None:
            held = self.card_balance(card, account)
            return _least(held, self._card_days("debit - credit", card, account, since))
        held = self.balance(account, fund=fund)
        self._flush()
        of_fund, values = ("", ()) if fund is None else (" AND fund = ?", (fund,))
        later = self._reader.rows(
            f"SELECT SUM(debit - credit) FROM account_days WHERE account = ? AND day > ?{of_fund}"
            " GROUP BY day ORDER BY day DESC",
            (account, since.isoformat(), *values),
        )
        return _least(held, later)

    def _card_days(self, side: str, card: int, account: str, since: date) -> list[tuple[int]]:
        """What each later day moved on a card, the last day first."""
        self._flush()
        return self._reader.rows(
            f"SELECT SUM({side}) FROM lines WHERE card = ? AND account = ? AND day > ?"
            " GROUP BY day ORDER BY day DESC",
            (card, account, since.isoformat()),
        )

    def movements(self, card: int, account: str) -> list[Movement]:
        self._flush()
        return self._reader.movements(card, account)

    def paying_entries(
        self, accounts: Collection[str], *, on: date | None = None, recorded: date | None = None
    ) -> list[int]:
        self._flush()
        if recorded is None:
            where, value = "day = ?2", stored(on)
        else:
            before = self._reader.one(
                "SELECT number FROM acts WHERE recorded_at < ? ORDER BY number DESC LIMIT 1",
                (recorded.isoformat(),),
            )
            where, value = "act > ?2", before[0] if before else 0
        rows = self._reader.rows(
            f"SELECT number FROM entries AS e WHERE {where} AND (EXISTS (SELECT 1 FROM lines"
            " WHERE entry = e.number AND credit > 0"
            f" AND account IN (SELECT value FROM json_each(?1))) OR event IN ({_TYPED})"
            f" OR (SELECT event FROM entries WHERE number = e.reverses) IN ({_TYPED}))"
            " ORDER BY number",
            (json.dumps(sorted(accounts)), value),
        )
        return [int(row[0]) for row in rows]

    def money_accounts(self) -> frozenset[str]:
        self._flush()
        rows = self._reader.rows(
            "SELECT a.code FROM accounts AS a LEFT JOIN roles AS r ON r.account = a.code"
            " WHERE a.kind = 'asset' AND (a.card = 'bank' OR r.role LIKE 'cash%'"
            " OR r.role LIKE 'bank%') AND r.role IS NOT 'cash_shortage'"
        )
        return frozenset(str(row[0]) for row in rows)

    def next_number(self, kind: type[Record], /, **fixed: object) -> int:
        return self.next_in(kind.table, kind.key[-1], *fixed.items())

    def next_in(self, table: str, column: str, *fixed: tuple[str, object]) -> int:
        place = (table, column, *fixed)
        numbers = self._known.numbers
        last = numbers.get(place)
        if last is None:
            self._flush()
            where = " AND ".join(f'"{name}" = ?' for name, _ in fixed) or "true"
            row = self._reader.one(
                f'SELECT COALESCE(MAX("{column}"), 0) FROM {table} WHERE {where}',
                [stored(value) for _, value in fixed],
            )
            last = int(row[0]) if row else 0
        numbers[place] = last + 1
        return last + 1


def _least(now: Money, later: Iterable[tuple[int]]) -> Money:
    """The least of what there was at the end of any day, walking back from today."""
    amount = least = now
    for (satang,) in later:
        amount -= Money(satang)
        least = min(least, amount)
    return least
