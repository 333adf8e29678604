"""Loans, banks, benefits and years against the rules (trust.md 7.1: 2, 3, 13, 15, 16, 19–28)."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.domain.closing_period import AFTER
from ledger.queries.integrity.findings import Fault, Finding
from ledger.storage.reading import Reader

_REVERSED = "(SELECT reverses FROM entries WHERE reverses IS NOT NULL)"
# The newest row of every card, on each of its accounts and funds.
NEWEST_OF_CARDS = (
    "card_balances JOIN (SELECT card, account, fund, MAX(month) AS month FROM card_balances"
    " GROUP BY card, account, fund) AS newest USING (month, card, account, fund)"
)


def _control(kinds: str) -> str:
    """Accounts with cards of these kinds that their cards together do not make up."""
    return (
        "WITH held AS (SELECT account, SUM(balance) AS balance FROM (SELECT account,"
        f" debit - credit AS balance FROM {NEWEST_OF_CARDS}) AS cards GROUP BY account),"
        " whole AS (SELECT account, SUM(debit - credit) AS balance FROM account_days"
        " GROUP BY account)"
        " SELECT w.account, NULL, COALESCE(h.balance, 0), w.balance FROM whole AS w"
        " LEFT JOIN held AS h ON h.account = w.account WHERE w.account IN"
        f" (SELECT code FROM accounts WHERE card IN ({kinds}))"
        " AND COALESCE(h.balance, 0) <> w.balance"
    )


def _owed(direction: str, balance: str) -> str:
    """Loans of a leg whose card is not what was paid out less what came back or was given up."""
    return (
        "WITH moved AS (SELECT card, entry, amount FROM loan_payouts"
        " UNION ALL SELECT card, entry, -principal FROM loan_postings"
        # An advance that a write-off sets off stands in its entry only.
        " UNION ALL SELECT w.card, w.entry, MIN(-w.amount, SUM(l.debit - l.credit))"
        " FROM loan_write_offs AS w LEFT JOIN lines AS l ON l.entry = w.entry"
        " AND l.card = w.card GROUP BY w.card, w.number),"
        " owed AS (SELECT card, SUM(amount) AS amount FROM moved"
        f" WHERE entry NOT IN {_REVERSED} GROUP BY card),"
        f" held AS (SELECT k.card, SUM({balance}) AS amount FROM"
        " (SELECT DISTINCT card, account FROM loan_contracts) AS k JOIN lines AS l"
        " ON l.card = k.card AND l.account = k.account GROUP BY k.card)"
        " SELECT k.card, MIN(k.act), COALESCE(h.amount, 0), COALESCE(o.amount, 0)"
        " FROM loan_contracts AS k LEFT JOIN held AS h ON h.card = k.card"
        f" LEFT JOIN owed AS o ON o.card = k.card WHERE k.direction = '{direction}'"
        " GROUP BY k.card, h.amount, o.amount HAVING COALESCE(h.amount, 0) <> COALESCE(o.amount, 0)"
        " OR COALESCE(o.amount, 0) < 0"
    )


# Each statement answers rows (key, act, found, expected) of what should not be.
_STATEMENTS: tuple[tuple[Fault, str, str], ...] = (
    (
        Fault.DAY_UNBALANCED,
        "account_days",
        (
            "SELECT day, NULL, SUM(debit), SUM(credit) FROM account_days"
            " GROUP BY day HAVING SUM(debit) <> SUM(credit)"
        ),
    ),
    (
        Fault.ACCOUNT_CLOSED,
        "lines",
        (
            "SELECT l.entry || '/' || l.line, l.act, l.account, '' FROM lines AS l"
            " WHERE l.account IN (SELECT code FROM accounts WHERE closed = 1)"
            " AND (SELECT closed FROM accounts AS a WHERE a.code = l.account AND a.act < l.act"
            " ORDER BY a.act DESC LIMIT 1) = 1"
        ),
    ),
    (
        Fault.BANK_WRONG,
        "reconciliations",
        (
            "SELECT r.card || '/' || r.number, r.act, r.statement,"
            " COALESCE(SUM(l.debit - l.credit), 0) - r.not_at_bank + r.not_in_books"
            " FROM reconciliations AS r LEFT JOIN lines AS l ON l.card = r.card AND l.day <= r.at"
            " AND l.act < r.act GROUP BY r.card, r.number HAVING r.statement IS NOT"
            " COALESCE(SUM(l.debit - l.credit), 0) - r.not_at_bank + r.not_in_books"
            " OR r.booked IS NOT COALESCE(SUM(l.debit - l.credit), 0)"
        ),
    ),
    *(
        (Fault.CONTROL_WRONG, table, _control(kinds))
        for table, kinds in (
            ("cards", "'savings', 'contribution', 'grant', 'remittance'"),
            ("share_types", "'share'"),
            ("bank_accounts", "'bank'"),
            ("loan_types", "'loan', 'borrowing'"),
        )
    ),
    (
        Fault.SHARE_PART,
        "cards",
        (
            # Where the value of a share was changed, what was bought before it need not be whole.
            "WITH held AS (SELECT card, SUM(balance) AS balance FROM (SELECT card,"
            f" debit - credit AS balance FROM {NEWEST_OF_CARDS}) AS places GROUP BY card)"
            " SELECT c.number, MIN(c.act), -h.balance, t.par FROM cards AS c"
            " JOIN held AS h ON h.card = c.number JOIN (SELECT code, MIN(par) AS par"
            " FROM share_types GROUP BY code HAVING MIN(par) = MAX(par)) AS t"
            " ON t.code = c.product WHERE c.kind = 'share' AND h.balance % t.par <> 0"
            " GROUP BY c.number, h.balance, t.par"
        ),
    ),
    (Fault.LOAN_WRONG, "loan_contracts", _owed("out", "debit - credit")),
    (Fault.LENDER_WRONG, "loan_contracts", _owed("in", "credit - debit")),
    (
        Fault.OVER_APPROVED,
        "loan_payouts",
        (
            "SELECT k.card, MAX(k.act), SUM(p.amount), k.approved FROM (SELECT card, approved,"
            " act FROM loan_contracts AS x WHERE act = (SELECT MAX(act) FROM loan_contracts"
            " WHERE card = x.card)) AS k JOIN loan_payouts AS p"
            f" ON p.card = k.card WHERE p.entry NOT IN {_REVERSED} GROUP BY k.card, k.approved"
            " HAVING SUM(p.amount) > k.approved"
        ),
    ),
    (
        Fault.PLAN_WRONG,
        "loan_plans",
        (
            "SELECT p.card || '/' || p.version, p.act, COALESCE(SUM(r.principal), 0), p.principal"
            " FROM loan_plans AS p LEFT JOIN loan_plan_rows AS r ON r.card = p.card"
            " AND r.version = p.version GROUP BY p.card, p.version"
            " HAVING COALESCE(SUM(r.principal), 0) <> p.principal"
        ),
    ),
    (
        Fault.PLAN_WRONG,
        "loan_plan_rows",
        (
            "SELECT card || '/' || version || '/' || \"row\", act, due, before FROM"
            ' (SELECT *, LAG(due) OVER plan AS before, LAG("row", 1, 0) OVER plan AS above'
            ' FROM loan_plan_rows WINDOW plan AS (PARTITION BY card, version ORDER BY "row"))'
            ' AS r WHERE due <= before OR principal < 0 OR interest < 0 OR "row" <> above + 1'
        ),
    ),
    (
        Fault.PARTS_WRONG,
        "loan_payments",
        (
            "SELECT q.card || '/' || q.number, q.act, q.amount, SUM(p.principal + p.interest"
            " + p.penalty + p.advance + p.credit) FROM loan_payments AS q"
            " LEFT JOIN loan_postings AS p ON p.card = q.card AND p.entry = q.entry"
            " GROUP BY q.card, q.number HAVING q.amount IS NOT SUM(p.principal + p.interest"
            " + p.penalty + p.advance + p.credit)"
        ),
    ),
    (
        Fault.BENEFIT_WRONG,
        "welfare_claims",
        (
            "SELECT c.number, c.act, SUM(p.amount), c.amount FROM welfare_claims AS c"
            " JOIN welfare_claim_parts AS p ON p.claim = c.number AND c.act ="
            " (SELECT MAX(act) FROM welfare_claims WHERE number = c.number)"
            " GROUP BY c.number, c.act, c.amount HAVING SUM(p.amount) <> c.amount"
        ),
    ),
    (
        Fault.BENEFIT_WRONG,
        "welfare_claims",
        (
            "SELECT c.number, c.act, SUM(l.debit), c.amount FROM welfare_claims AS c"
            " LEFT JOIN lines AS l ON l.entry = c.entry WHERE c.entry IS NOT NULL"
            " GROUP BY c.number, c.act HAVING c.amount IS NOT SUM(l.debit)"
        ),
    ),
    (
        Fault.YEAR_WRONG,
        "fiscal_years",
        (
            "SELECT y.year, y.act, SUM(d.debit - d.credit), 0 FROM fiscal_years AS y"
            f" JOIN account_days AS d ON d.day <= y.\"on\" || '{AFTER}' AND d.account IN"
            " (SELECT code FROM accounts WHERE kind IN ('income', 'expense'))"
            " WHERE y.closed = 1 AND y.act ="
            " (SELECT MAX(act) FROM fiscal_years WHERE year = y.year)"
            " GROUP BY y.year, y.act, d.fund HAVING SUM(d.debit - d.credit) <> 0"
        ),
    ),
    (
        Fault.ALLOCATION_WRONG,
        "surplus_allocations",
        (
            "SELECT s.number, s.act, SUM(l.amount), s.surplus FROM surplus_allocations AS s"
            " LEFT JOIN surplus_lines AS l ON l.allocation = s.number WHERE s.entry IS NOT NULL"
            " GROUP BY s.number HAVING s.surplus IS NOT SUM(l.amount)"
        ),
    ),
    (
        Fault.ALLOCATION_WRONG,
        "surplus_checks",
        (
            "SELECT c.allocation || '/' || c.line, c.act, c.found, c.\"limit\""
            " FROM surplus_checks AS c JOIN surplus_allocations AS s ON s.number = c.allocation"
            " WHERE s.entry IS NOT NULL AND c.holds = 0"
        ),
    ),
    (
        Fault.ALLOCATION_WRONG,
        "surplus_lines",
        (
            # The reserve and the fee are what their tests by law were made with, and hold.
            "SELECT c.allocation || '/' || c.use, c.act, COALESCE(SUM(l.amount), 0),"
            ' CASE WHEN c.test = \'reserve\' AND c.found < c."limit" THEN c."limit"'
            " ELSE c.found END FROM surplus_checks AS c"
            " JOIN surplus_allocations AS s ON s.number = c.allocation AND s.entry IS NOT NULL"
            " LEFT JOIN surplus_lines AS l ON l.allocation = c.allocation AND l.use = c.use"
            " WHERE c.test IN ('reserve', 'league')"
            ' GROUP BY c.allocation, c.line, c.use, c.act, c.test, c.found, c."limit"'
            " HAVING COALESCE(SUM(l.amount), 0) <> c.found"
            " OR c.test = 'reserve' AND c.found < c.\"limit\""
            " OR c.test = 'league' AND c.found > c.\"limit\""
        ),
    ),
)


def loan_rule_findings(reader: Reader) -> Iterator[Finding]:
    """What of loans, bank accounts, shares, benefits and closed years is against their rules."""
    for fault, table, statement in _STATEMENTS:
        for key, act, found, expected in reader.rows(statement):
            yield Finding(fault, table, str(key), act, _text(found), _text(expected))


def _text(value: object) -> str:
    return "" if value is None else str(value)
