"""The chart and the trial balance by the groups that the regulator's charts use (domain.md 3.3).

Heads are marked ``**`` at the top and ``*`` below, categories run from 1 to 5, the normal side is
1 for debit and 2 for credit, and a head carries the sum of what it groups.
"""

from __future__ import annotations

from collections.abc import Iterator

from ledger.domain.accounts import Kind
from ledger.domain.money import ZERO, Money
from ledger.exchange.tables import Row, Table
from ledger.exchange.whole_book import WholeBook
from ledger.queries.accounts import ChartRow

_CATEGORIES = {Kind.ASSET: 1, Kind.LIABILITY: 2, Kind.EQUITY: 3, Kind.INCOME: 4, Kind.EXPENSE: 5}
_DEBIT_SIDE = (Kind.ASSET, Kind.EXPENSE)
_COLUMNS = ("account", "name_th", "name_en", "level", "head", "category", "side", "parent")


def group_tables(whole: WholeBook) -> Iterator[Table]:
    """The chart, and the trial balance with the sums of its groups."""
    rows = whole.accounts
    yield Table("chart", _COLUMNS, tuple(_chart_row(row) for row in rows))
    balances = tuple(
        (*_chart_row(row)[:6], *_sides(row.balance)) for row in rows if row.balance != ZERO
    )
    total = (None, None, None, None, None, None, *_totals(rows))
    yield Table("trial balance", (*_COLUMNS[:6], "debit", "credit"), (*balances, total))


def _chart_row(row: ChartRow) -> Row:
    mark = ("**" if row.level == 0 else "*") if row.head else ""
    side = 1 if row.kind in _DEBIT_SIDE else 2
    names = (row.account, row.name_th, row.name_en)
    return (*names, row.level + 1, mark, _CATEGORIES[row.kind], side, row.parent)


def _sides(amount: Money) -> tuple[Money | None, Money | None]:
    return (amount, None) if amount > ZERO else (None, ZERO - amount)


def _totals(rows: tuple[ChartRow, ...]) -> tuple[Money, Money]:
    held = [row.balance for row in rows if not row.head]
    debit = sum((one for one in held if one > ZERO), ZERO)
    return debit, ZERO - sum((one for one in held if one < ZERO), ZERO)
