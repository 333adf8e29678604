"""Reading: current versions of records, as of now or as of an earlier act, and plain rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar, cast

from ledger.domain.books import Movement
from ledger.domain.codec import plain_value
from ledger.domain.entries import Entry
from ledger.domain.land import LandArea
from ledger.domain.money import Money
from ledger.domain.records import Record
from ledger.storage import balances
from ledger.storage.columns import Shape, quoted, said, shape_of
from ledger.storage.journal import entry_from

R = TypeVar("R", bound=Record)


class Reader:
    """What questions see of an open book. ``as_of`` shows records as they stood after that act.

    ``memory`` is what questions remember while the book stays open, by a name of their own; each
    has to see for itself which acts came since. A reader of an earlier act has none.
    """

    def __init__(
        self, connection: Any, as_of: int | None = None, memory: dict[str, Any] | None = None
    ) -> None:
        self.connection = connection
        self.as_of = as_of
        self.memory = memory

    def at_act(self, act: int | None) -> Reader:
        """The same book as it stood after that act; lines are not affected, records are."""
        return Reader(self.connection, act)

    def rows(
        self, statement: str, values: Sequence[Any] | Mapping[str, Any] = ()
    ) -> list[tuple[Any, ...]]:
        """The rows of a statement, through the driver: the hot path of questions."""
        found: list[tuple[Any, ...]] = self.connection.execute(statement, values).fetchall()
        return found

    def one(self, statement: str, values: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        found: tuple[Any, ...] | None = self.connection.execute(statement, values).fetchone()
        return found

    def select(self, statement: Any) -> list[tuple[Any, ...]]:
        """The rows of a SQLAlchemy Core statement, for questions that are put together."""
        from sqlalchemy.dialects import sqlite  # on first use: most questions do without

        compiled = statement.compile(
            dialect=sqlite.dialect(paramstyle="named"), compile_kwargs={"render_postcompile": True}
        )
        return self.rows(str(compiled), compiled.params)

    def newest(self, kind: type[R], *key: object) -> R | None:
        """The current version of the thing with this key; None where there is none."""
        row = self.one(_newest(cast(Any, kind), self._until()), [stored(value) for value in key])
        return None if row is None else shape_of(kind).out(row)

    def every(self, kind: type[R], /, **fixed: object) -> list[R]:
        """The current version of every thing whose columns equal the given values, in key order."""
        shape = shape_of(kind)
        order = f" ORDER BY {quoted(kind.key)}"
        clauses = [f'"{name}" IS ?' for name in fixed]
        # Said once more, so that the index over what is filled in may be used.
        clauses += [f"\"{name}\" <> ''" for name in kind.sparse if fixed.get(name)]
        values = [stored(value) for value in fixed.values()]
        if shape.kind.versions:
            same = " AND ".join(f't."{name}" = n."{name}"' for name in kind.key)
            clauses.append(
                f"n.act = (SELECT MAX(act) FROM {shape.table} AS t WHERE {same}{self._until()})"
            )
        elif self.as_of is not None:
            clauses.append(f"act <= {self.as_of:d}")
        where = f" WHERE {' AND '.join(clauses)}" if clauses else ""
        statement = f"SELECT {', '.join(selected(shape))} FROM {shape.table} AS n{where}{order}"
        return [shape.out(row) for row in self.rows(statement, values)]

    def written_with(self, record: Record, kind: type[R]) -> list[R]:
        """What the act that first wrote this record wrote of a kind, in key order."""
        theirs, shape = shape_of(type(record)), shape_of(kind)
        where = " AND ".join(f'"{name}" = ?' for name in theirs.kind.key)
        rows = self.rows(
            f"SELECT {', '.join(selected(shape))} FROM {shape.table} WHERE act ="
            f" (SELECT MIN(act) FROM {theirs.table} WHERE {where}) ORDER BY {quoted(kind.key)}",
            [stored(value) for value in theirs.key_of(record)],
        )
        return [shape.out(row) for row in rows]

    def entry(self, number: int) -> Entry | None:
        row = self.one(f"SELECT {_ENTRY} FROM entries WHERE number = ?", (number,))
        if row is None:
            return None
        lines = self.rows("SELECT * FROM lines WHERE entry = ? ORDER BY line", (number,))
        return entry_from(row, lines)

    def personal(self, number: int) -> str | None:
        """Personal data as kept; None where they were erased."""
        row = self.one("SELECT value FROM personal WHERE number = ?", (number,))
        return None if row is None else str(row[0])

    def reversed_by(self, number: int) -> int | None:
        row = self.one("SELECT number, act FROM entries WHERE reverses = ?", (number,))
        if row is None or (self.as_of is not None and row[1] > self.as_of):
            return None
        return int(row[0])

    def balance(self, account: str, *, fund: str | None = None, at: date | None = None) -> Money:
        """Balance of an account at the end of a day, debit positive."""
        return Money(balances.account_balance(self.connection, account, fund, at))

    def card_balance(self, card: int, account: str, *, at: date | None = None) -> Money:
        """Balance of a card on an account at the end of a day, debit positive."""
        return Money(balances.card_balance(self.connection, card, account, at))

    def card_balances(self, cards: Iterable[int], account: str, *, at: date) -> dict[int, Money]:
        """The same of many cards at once."""
        found = balances.balances_of_cards(self.connection, cards, account, at)
        return {card: Money(satang) for card, satang in found.items()}

    def movements(self, card: int, account: str) -> list[Movement]:
        """All lines of a card on an account by day and entry."""
        rows = self.rows(
            "SELECT entry, day, event, debit - credit FROM lines WHERE card = ? AND account = ?"
            " ORDER BY day, entry, line",
            (card, account),
        )
        return [
            Movement(entry, date.fromisoformat(day), event, Money(satang))
            for entry, day, event, satang in rows
        ]

    def _until(self) -> str:
        return "" if self.as_of is None else f" AND act <= {self.as_of:d}"


_ENTRY = f"number, day, event, {said('memo')}, reverses, {said('reason')}, act"


def stored(value: object) -> Any:
    """A value as its column holds it."""
    if type(value) in (str, int):
        return value
    if isinstance(value, Money):
        return value.satang
    if isinstance(value, LandArea):
        return value.hundredths
    if isinstance(value, bool):
        return int(value)
    return plain_value(value)


def selected(shape: Shape) -> list[str]:
    """The columns of a record as it is read: free texts in clear, as far as they are kept."""
    return [
        said(f'"{column.name}"') if column.free else quoted((column.name,))
        for column in shape.columns
    ]


@lru_cache(maxsize=500)
def _newest(kind: Any, until: str) -> str:
    where = " AND ".join(f'"{name}" = ?' for name in kind.key)
    newest_first = " ORDER BY act DESC" if kind.versions else ""
    columns = ", ".join(selected(shape_of(kind)))
    return f"SELECT {columns} FROM {kind.table} WHERE {where}{until}{newest_first} LIMIT 1"
