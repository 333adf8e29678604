"""The quick look at every opening: structure, the newest acts, control totals (trust.md 6.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from ledger.queries.integrity.chain import SOURCES, Source, Table, findings_among, rows_between
from ledger.queries.integrity.findings import Fault, Finding
from ledger.queries.integrity.tables import schema_findings
from ledger.storage.balances import newest_month
from ledger.storage.reading import Reader

NEWEST = 2_000
MOST_ENTRIES = 5_000  # a collection sheet of a large group is one act with thousands of them

Step = Callable[[Reader], Sequence[Finding]]


def quick_findings(reader: Reader, *, newest: int = NEWEST) -> tuple[Finding, ...]:
    """Faults in the file's structure, in the newest acts, and in the sums of all accounts.

    It takes a moment and is no audit: what was changed further back only the whole audit finds.
    The newest acts are the last ``newest``, or those of the last entries where they wrote many; the
    very last act is always among them.
    """
    return tuple(one for step in QuickLook(newest).steps() for one in step(reader))


class QuickLook:
    """The same in steps, each a question: in between, others ask the book and write into it.

    Only acts that were there at the first step are looked at.
    """

    def __init__(self, newest: int = NEWEST) -> None:
        self._newest = newest
        self._since = self._until = 0
        self._tables: list[Table] = []

    def steps(self) -> Iterator[Step]:
        yield self._structure
        for source in SOURCES:
            yield partial(self._read, source)
        yield self._chain
        yield lambda reader: tuple(_sum_findings(reader))

    def _structure(self, reader: Reader) -> Sequence[Finding]:
        self._since = _since(reader, self._newest)
        self._until = (reader.one("SELECT MAX(number) FROM acts") or (0,))[0] or 0
        return tuple(schema_findings(reader))

    def _read(self, source: Source, reader: Reader) -> Sequence[Finding]:
        table, strays = rows_between(reader, source, since=self._since, until=self._until)
        self._tables.append(table)
        return strays

    def _chain(self, reader: Reader) -> Sequence[Finding]:
        return tuple(findings_among(reader, self._tables, since=self._since, until=self._until))


def _since(reader: Reader, newest: int) -> int:
    last = (reader.one("SELECT MAX(number) FROM acts") or (0,))[0] or 0
    before = reader.one(
        "SELECT act FROM entries WHERE number = (SELECT MAX(number) FROM entries) - ?",
        (MOST_ENTRIES,),
    )
    return max(1, min(last, max(last - newest, before[0] if before else 0) + 1))


def _sum_findings(reader: Reader) -> Iterator[Finding]:
    newest = newest_month(reader.connection)
    for fund, difference in reader.rows(
        "SELECT fund, SUM(debit - credit) FROM (SELECT fund, debit, credit"
        " FROM account_balances AS b WHERE month = (SELECT MAX(month) FROM account_balances"
        " WHERE account = b.account AND fund = b.fund) UNION ALL"
        " SELECT fund, debit, credit FROM account_days WHERE day >= ?1 AND substr(day, 11) = ?2)"
        " GROUP BY fund HAVING SUM(debit - credit) <> 0",
        (newest[:7], newest[7:]),
    ):
        yield Finding(
            Fault.BALANCE_WRONG, "account_balances", str(fund), None, str(difference), "0"
        )
