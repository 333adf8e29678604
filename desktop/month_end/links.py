"""Where each line of the checklist is put right."""

from __future__ import annotations

from desktop.session import Place
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
