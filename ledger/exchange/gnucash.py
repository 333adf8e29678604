"""The two CSV files that GnuCash's import assistants take: first the accounts, then the entries.

The columns are those of its own exports, for which its assistants have a ready setting ("GnuCash
Export Format"). Import the accounts first; where it asks which account is meant, the name that it
shows is the account's full name.
"""

from __future__ import annotations

from collections.abc import Iterator

from ledger.domain.accounts import Kind
from ledger.exchange.full_names import full_names
from ledger.exchange.plain_text import COMMODITY, signed
from ledger.exchange.tables import Row, Table
from ledger.exchange.whole_book import WholeBook
from ledger.queries.accounts import ChartRow
from ledger.queries.entries import EntryLine, EntryRow

_ACCOUNT_COLUMNS = (
    *("Type", "Full Account Name", "Account Name", "Account Code", "Description"),
    *("Account Color", "Notes", "Symbol", "Namespace", "Hidden", "Tax Info", "Placeholder"),
)
# The columns that the ready setting has in all its versions; from the fourteenth on they differ.
_ENTRY_COLUMNS = (
    *("Date", "Transaction ID", "Number", "Description", "Notes", "Commodity/Currency"),
    *("Void Reason", "Action", "Memo", "Full Account Name", "Account Name", "Amount With Sym"),
    "Amount Num.",
)
_TYPES = {
    Kind.ASSET: "ASSET",
    Kind.LIABILITY: "LIABILITY",
    Kind.EQUITY: "EQUITY",
    Kind.INCOME: "INCOME",
    Kind.EXPENSE: "EXPENSE",
}
_CURRENCY = f"CURRENCY::{COMMODITY}"


def gnucash_accounts(whole: WholeBook) -> Table:
    """All accounts, every one after those above it; what only groups is a placeholder."""
    return Table("accounts", _ACCOUNT_COLUMNS, _accounts(whole))


def gnucash_entries(whole: WholeBook) -> Table:
    """All entries, a line each; the lines of one entry have its number as their ID."""
    names = full_names(whole.accounts)
    rows = (
        _line(entry, line, names[line.account]) for entry in whole.entries() for line in entry.lines
    )
    return Table("transactions", _ENTRY_COLUMNS, rows)


def _accounts(whole: WholeBook) -> Iterator[Row]:
    names = full_names(whole.accounts)
    posted = {names[row.account]: row for row in whole.accounts if not row.head}
    kinds = {name: row.kind for name, row in posted.items()}
    above = {part: kind for name, kind in kinds.items() for part in _above(name)}
    for name in sorted({*posted, *above}, key=lambda name: name.split(":")):
        yield _account(name, kinds.get(name, above.get(name, Kind.ASSET)), posted.get(name))


def _above(name: str) -> Iterator[str]:
    while ":" in name:
        name = name.rpartition(":")[0]
        yield name


def _account(name: str, kind: Kind, row: ChartRow | None) -> Row:
    last = name.rpartition(":")[2]
    code, thai = ("", "") if row is None else (row.account, row.name_th)
    flags = ("F", "F", "T" if row is None else "F")
    return (_TYPES[kind], name, last, code, thai, "", "", COMMODITY, "CURRENCY", *flags)


def _line(entry: EntryRow, line: EntryLine, name: str) -> Row:
    papers = " ".join(entry.papers)
    head = (entry.on, str(entry.number), papers, entry.memo or entry.event, "", _CURRENCY, "", "")
    place = (name, name.rpartition(":")[2])
    return (*head, "", *place, "", signed(line))
