"""The tables as SQLAlchemy Core knows them: the one source of the schema."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    literal_column,
)

from ledger.domain.cards import Card
from ledger.domain.free_text import LENGTH
from ledger.domain.money import LARGEST_SATANG
from ledger.domain.papers import Receipt, Voucher
from ledger.domain.products import Charge, ChargePayment
from ledger.domain.records import Record
from ledger.storage import columns
from ledger.storage.register import RECORDS

METADATA = MetaData()
_STRICT: dict[str, Any] = {"sqlite_strict": True}
_KEYED: dict[str, Any] = {"sqlite_strict": True, "sqlite_with_rowid": False}


def _text(name: str, *, check: str = "") -> Column[str]:
    rules = [CheckConstraint(check)] if check else []
    return Column(name, Text, *rules, nullable=False)


def _integer(name: str, *, check: str = "", nullable: bool = False) -> Column[int]:
    rules = [CheckConstraint(check)] if check else []
    return Column(name, Integer, *rules, nullable=nullable)


def _only(where: ColumnElement[bool]) -> dict[str, Any]:
    """What an index holds of its table, for both databases."""
    return {"sqlite_where": where, "postgresql_where": where}


def _amount(name: str) -> Column[int]:
    return _integer(name, check=f"{name} BETWEEN 0 AND {LARGEST_SATANG}")


ACTS = Table(
    "acts",
    METADATA,
    Column("number", Integer, primary_key=True),
    _text("recorded_at"),
    _text("business_day"),
    _text("user"),
    _text("command"),
    _text("payload"),
    Column("command_id", Text, nullable=False, unique=True),
    _text("result"),
    _text("program"),
    _text("marks"),
    _text("previous"),
    _text("fingerprint"),
    **_STRICT,
)

ENTRIES = Table(
    "entries",
    METADATA,
    Column("number", Integer, primary_key=True),
    _text("day", check="day LIKE '____-__-__'"),
    _text("event"),
    _text("memo", check=f'"memo" {columns.committed("memo")}'),
    Column("reverses", Integer, ForeignKey("entries.number")),
    Column("reason", Text, CheckConstraint(f'"reason" {columns.committed("reason")}')),
    _integer("act"),
    **_STRICT,
)

LINES = Table(
    "lines",
    METADATA,
    Column(
        "entry",
        Integer,
        ForeignKey("entries.number", deferrable=True, initially="DEFERRED"),
        primary_key=True,
    ),
    Column("line", Integer, CheckConstraint("line > 0"), primary_key=True),
    _text("day"),
    _text("account"),
    _text("fund"),
    _integer("card", nullable=True),
    _amount("debit"),
    _amount("credit"),
    _text("event"),
    _integer("act"),
    CheckConstraint("(debit = 0) <> (credit = 0)"),
    **_KEYED,
)

PERSONAL = Table(
    "personal",
    METADATA,
    Column("number", Integer, primary_key=True),
    _text("salt"),
    _text("value"),
    _integer("act"),
    **_STRICT,
)

FREE_TEXTS = Table(
    "free_texts",
    METADATA,
    Column("commitment", Text, CheckConstraint(f"length(commitment) = {LENGTH}"), primary_key=True),
    _text("salt"),
    _text("words"),
    _integer("act"),
    **_KEYED,
)

Index("lines_by_card", LINES.c.card, LINES.c.day, **_only(LINES.c.card.is_not(None)))
Index("entries_by_day", ENTRIES.c.day)
Index(
    "entries_reversed_once",
    ENTRIES.c.reverses,
    unique=True,
    **_only(ENTRIES.c.reverses.is_not(None)),
)
Index("entries_by_act", ENTRIES.c.act)


def _record_table(kind: type[Record]) -> Table:
    shape = columns.shape_of(kind)
    return Table(
        shape.table,
        METADATA,
        *(_record_column(column) for column in shape.columns),
        _integer("act"),
        PrimaryKeyConstraint(*shape.primary),
        **_KEYED,
    )


def _record_column(column: columns.Column) -> Column[object]:
    kind = Integer if column.sql == "INTEGER" else Text
    rules = [CheckConstraint(f'"{column.name}" {column.check}')] if column.check else []
    return Column(column.name, kind, *rules, nullable=column.nullable)


def _derived(name: str, *place: str) -> Table:
    """Running debits and credits by place; may be deleted and made anew at any time."""
    keys = [Column(one, Integer if one == "card" else Text, primary_key=True) for one in place]
    return Table(name, METADATA, *keys, _integer("debit"), _integer("credit"), **_KEYED)


OF_RECORDS = {kind: _record_table(kind) for kind in RECORDS}
# What a question or a reversal looks for besides the key.
for _kind, _columns in (
    (Card, ("member",)),
    (Charge, ("member",)),
    (Receipt, ("entry",)),
    (Receipt, ("on",)),
    (Voucher, ("entry",)),
    (Voucher, ("on",)),
    (ChargePayment, ("entry",)),
):
    _table = OF_RECORDS[_kind]
    Index(f"{_table.name}_by_{'_'.join(_columns)}", *(_table.c[one] for one in _columns))
for _record in RECORDS:
    for _sparse in _record.sparse:
        _place = OF_RECORDS[_record].c[_sparse]
        Index(f"{_record.table}_by_{_sparse}", _place, **_only(_place != literal_column("''")))

CARD_BALANCES = _derived("card_balances", "month", "card", "account", "fund")
ACCOUNT_BALANCES = _derived("account_balances", "account", "fund", "month")
ACCOUNT_DAYS = _derived("account_days", "day", "account", "fund")
DESK_DRAFTS = Table(
    "desk_drafts",
    METADATA,
    Column("place", Text, primary_key=True),
    Column("item", Text, primary_key=True),
    _text("value"),
    **_KEYED,
)
