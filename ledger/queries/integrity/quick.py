"""The quick look at every opening: structure, the newest acts, control totals (trust.md 6.2)."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.queries.integrity.chain import chain_findings
from ledger.queries.integrity.findings import Fault, Finding
from ledger.queries.integrity.tables import schema_findings
from ledger.storage.reading import Reader

NEWEST = 2_000


def quick_findings(reader: Reader, *, newest: int = NEWEST) -> tuple[Finding, ...]:
    """Faults in the file's structure, in the newest acts, and in the sums of all accounts.

    It takes a moment and is no audit: what was changed further back only the whole audit finds.
    """
    last = (reader.one("SELECT MAX(number) FROM acts") or (0,))[0] or 0
    return (
        *schema_findings(reader),
        *chain_findings(reader, since=max(1, last - newest + 1)),
        *_sum_findings(reader),
    )


def _sum_findings(reader: Reader) -> Iterator[Finding]:
    for fund, difference in reader.rows(
        "SELECT fund, SUM(debit - credit) FROM account_balances AS b WHERE month ="
        " (SELECT MAX(month) FROM account_balances WHERE account = b.account AND fund = b.fund)"
        " GROUP BY fund HAVING SUM(debit - credit) <> 0"
    ):
        yield Finding(
            Fault.BALANCE_WRONG, "account_balances", str(fund), None, str(difference), "0"
        )
