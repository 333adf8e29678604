"""Where each line of the checklist is put right, and what figures are made of."""

from __future__ import annotations

from desktop.month_end.budget_page import BudgetPage
from desktop.parts.table import Table
from desktop.session import Place
from desktop.session.screen import Screen
from ledger.queries.budget_comparison import BudgetRow
from ledger.queries.closings import MonthRow
from ledger.queries.integrity.findings import Finding
from ledger.queries.month_checklist import CheckItem

PLACES = {
    CheckItem.DRAFTS: Place("collection"),
    CheckItem.COUNT: Place("cash", "count"),
    CheckItem.BANK: Place("cash"),
    CheckItem.RECEIPTS: Place("papers", "receipts"),
    CheckItem.INTEREST: Place("savings"),
    CheckItem.ACCRUED: Place("loans"),
    CheckItem.ALLOWANCE: Place("loans"),
    CheckItem.PROOF: Place("home"),
}


def open_figures(screen: Screen, months: Table, findings: Table, budget: BudgetPage) -> None:
    """Enter on a figure opens what it is made of."""

    def report_of(row: MonthRow) -> None:
        screen.go_to.emit(Place("papers", ("monthly-report", row.month)))

    def entry_of(finding: Finding) -> None:
        if finding.entry is not None:
            screen.go_to.emit(Place("journal", finding.entry))

    def lines_of(row: BudgetRow) -> None:
        if budget.found is not None:
            screen.show_account(row.account, since=budget.found.since, until=budget.found.at)

    months.activated.connect(report_of)
    findings.activated.connect(entry_of)
    budget.table.activated.connect(lines_of)
