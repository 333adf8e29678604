"""Questions that the books answer: plain functions from a reader to frozen values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any

from typing_extensions import override

Question = Callable[..., Any]

# In which module a question lives. It is named as its function, with dashes: ``trial_balance`` is
# ``trial-balance``. Only the module of the question asked is loaded, for a quick start.
_HOMES: Mapping[str, str] = {
    "letterhead": "standing",
    "trial-balance": "trial_balance",
    "period-balances": "trial_balance",
    "financial-position": "financial",
    "income-and-expense": "financial",
    "chart": "accounts",
    "account-card": "accounts",
    "balance": "balance",
    "journal": "journal",
    "entry": "journal",
    "act-told": "act_log",
    "act-log": "act_log",
    "act-texts": "act_texts",
    "entry-paper": "printed",
    "command-of": "command_of",
    "cards-and-control": "control",
    "card-balances": "card_balances",
    "members": "members",
    "member-position": "position",
    "member-photo": "photo",
    "consents": "consents",
    "consent-form": "consents",
    "consent-gaps": "consents",
    "member-statement": "statement",
    "members-in-out": "members",
    "zones": "members",
    "applicants": "joining",
    "meetings": "joining",
    "member-card": "member_papers",
    "confirmation-slip": "member_papers",
    "dues-slip": "member_papers",
    "reminder-letter": "member_papers",
    "share-register": "share_papers",
    "share-certificate": "share_papers",
    "passbook": "passbook",
    "passbook-layout": "passbook",
    "lines-to-copy": "passbook",
    "posted-sheet": "posted_sheet",
    "cash-flow": "cash_flow",
    "notes": "notes",
    "inspection-report": "inspection_report",
    "savings-and-shares": "products",
    "arrears": "arrears",
    "loan-card": "loans",
    "loans": "loans",
    "loan-applications": "loan_life",
    "loan-limit": "loan_life",
    "guarantees": "loan_life",
    "defective-collateral": "loan_life",
    "loan-paper": "loan_paper",
    "loan-quality": "loan_quality",
    "forecast": "leg_forecast",
    "lender-statements": "loan_life",
    "both-legs": "both_legs",
    "next-instalments": "next_instalments",
    "lender-repayments": "next_instalments",
    "insurances": "insurance",
    "insurance-card": "insurance",
    "projects": "projects",
    "project-statement": "projects",
    "survey-register": "survey",
    "committees-at": "committees",
    "fund-position": "fund_position",
    "fund-income": "fund_position",
    "leases": "leases",
    "lease-card": "leases",
    "plot-register": "plots",
    "sanctions": "sanctions",
    "grants": "grants",
    "grant-card": "grants",
    "settlement": "settlement",
    "settlement-sheet": "settlement_sheet",
    "accrued-interest": "accrued_interest",
    "asset-register": "asset_register",
    "budget-comparison": "budget_comparison",
    "collection-sheet": "collection",
    "blank-sheet": "blank_sheet",
    "receipts": "papers",
    "receipt": "printed",
    "vouchers": "papers",
    "voucher": "printed",
    "cash-book": "cash",
    "cash-counts": "cash",
    "day-sheet": "day_sheet",
    "banks": "banks",
    "bank-statement": "banks",
    "reversals": "reversals",
    "opening-proof": "opening_proof",
    "carryings": "opening_proof",
    "import-maps": "import_maps",
    "import-runs": "import_runs",
    "closings": "closings",
    "surplus-sheet": "surplus_sheet",
    "dividend-register": "dividend_register",
    "annual-pack": "annual_pack",
    "ratios": "ratios",
    "share-outs": "share_outs",
    "monthly-report": "monthly_report",
    "month-checklist": "month_checklist",
    "report-differences": "kept_reports",
    "month-figures": "month_figures",
    "handed-in-months": "handed_in",
    "card-partners": "handed_in",
    "partner-cards": "handed_in",
    "hand-in-slip": "handed_in",
    "package-head": "handed_in",
    "acts": "acts",
    "audit-questions": "audit_desk",
    "follow-up": "audit_desk",
    "confirmations": "audit_desk",
    "sample": "samples",
    "red-flags": "red_flags",
    "personal-data": "personal_data",
    "texts-naming": "texts_naming",
    "backup-standing": "backups",
    "key-notes": "key_notes",
    "packs-given": "packs",
    "sheet-looks": "sheet_looks",
    "reentry": "reentry",
    "users": "people",
    "rights": "people",
    "approvals-waiting": "approvals",
    "search": "search",
    "welfare-members": "welfare_members",
    "welfare-report": "welfare_report",
    "match-rounds": "welfare_report",
    "welfare-status": "welfare_status",
    "match-request": "match_request",
    "benefit-rules": "welfare_claims",
    "welfare-claims": "welfare_claims",
    "welfare-claim": "welfare_claims",
    "claimable": "welfare_card",
    "welfare-card": "welfare_card",
}


class _Questions(Mapping[str, Question]):
    @override
    def __getitem__(self, name: str) -> Question:
        module = import_module(f"ledger.queries.{_HOMES[name]}")
        question: Question = getattr(module, name.replace("-", "_"))
        return question

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(_HOMES)

    @override
    def __len__(self) -> int:
        return len(_HOMES)


QUESTIONS: Mapping[str, Question] = _Questions()
