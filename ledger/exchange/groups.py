"""The chart and the trial balance by the groups that the regulator's charts use (domain.md 3.3).

Heads are marked ``**`` at the top and ``*`` below, categories run from 1 to 5, the normal side is
1 for debit and 2 for credit, and a head carries the sum of what it groups. What is taken off
assets, such as an allowance, is normally on the other side than they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ledger.domain.accounts import Kind
from ledger.domain.assets import AssetKind
from ledger.domain.days import ERA_OFFSET
from ledger.domain.money import ZERO, Money
from ledger.domain.month_names import THAI_MONTHS
from ledger.exchange.tables import Row, Table
from ledger.exchange.whole_book import WholeBook
from ledger.queries.accounts import ChartRow, chart

_CATEGORIES = {Kind.ASSET: 1, Kind.LIABILITY: 2, Kind.EQUITY: 3, Kind.INCOME: 4, Kind.EXPENSE: 5}
_DEBIT_SIDE = (Kind.ASSET, Kind.EXPENSE)
_TAKEN_OFF = frozenset({"loan_allowance", *(kind.worn_role for kind in AssetKind)})
_COLUMNS = (
    *("รหัสบัญชี / Code", "ชื่อบัญชี", "Name of the account", "ระดับ / Level"),
    *("บัญชีหัวข้อ / Head", "หมวด 1–5 / Category", "ด้านปกติ 1 เดบิต 2 เครดิต / Normal side"),
    "อยู่ใต้บัญชีหัวข้อ / Under",
)
CHART, BALANCE = "ผังบัญชี chart", "งบทดลอง trial balance"


def group_tables(whole: WholeBook) -> Iterator[Table]:
    """The chart, and the trial balance with the sums of its groups."""
    found, head = whole.book.ask(chart, at=whole.until), whole.letterhead
    above = (" / ".join(dict.fromkeys((head.name_th, head.name_en))), _at(found.at))
    rows = found.rows
    yield Table(CHART, _COLUMNS, tuple(_chart_row(row) for row in rows), above=above)
    balances = tuple(
        (*_chart_row(row)[:6], *_sides(row.balance)) for row in rows if row.balance != ZERO
    )
    total = (None, "รวม", "Total", None, None, None, *_totals(rows))
    columns = (*_COLUMNS[:6], "เดบิต / Debit", "เครดิต / Credit")
    yield Table(BALANCE, columns, (*balances, total), above=above)


def _at(day: date) -> str:
    thai = f"{day.day} {THAI_MONTHS[day.month - 1]} พ.ศ. {day.year + ERA_OFFSET}"
    return f"ณ วันที่ {thai} / as at {day.isoformat()}"


def _chart_row(row: ChartRow) -> Row:
    mark = ("**" if row.level == 0 else "*") if row.head else ""
    names = (row.account, row.name_th, row.name_en)
    return (*names, row.level + 1, mark, _CATEGORIES[row.kind], _normal_side(row), row.parent)


def _normal_side(row: ChartRow) -> int:
    debit = row.kind in _DEBIT_SIDE
    return 1 if debit and _TAKEN_OFF.isdisjoint(row.roles) else 2


def _sides(amount: Money) -> tuple[Money | None, Money | None]:
    return (amount, None) if amount > ZERO else (None, ZERO - amount)


def _totals(rows: tuple[ChartRow, ...]) -> tuple[Money, Money]:
    held = [row.balance for row in rows if not row.head]
    debit = sum((one for one in held if one > ZERO), ZERO)
    return debit, ZERO - sum((one for one in held if one < ZERO), ZERO)
