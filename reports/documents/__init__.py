"""Papers: an answer of the books and a reader's voice become a document; pure, no bookkeeping."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from ledger.queries import QUESTIONS
from ledger.queries.standing import Letterhead, letterhead
from reports.document import Document, Printed
from reports.documents.account_card import account_card_paper, cash_book_paper
from reports.documents.accrued import accrued_interest_paper
from reports.documents.activity_log import activity_log_paper
from reports.documents.arrears import arrears_paper
from reports.documents.assets import asset_register_paper
from reports.documents.audit_packs import audit_packs_paper
from reports.documents.banks import bank_statement_paper
from reports.documents.budgets import budget_paper
from reports.documents.cash import cash_count_paper, day_sheet_paper
from reports.documents.cash_flow import cash_flow_paper
from reports.documents.closing_papers import CLOSING_PAPERS
from reports.documents.collection import collection_sheet_paper
from reports.documents.confirmations import confirmation_paper
from reports.documents.consents import consent_form_paper, consent_gaps_paper
from reports.documents.financial import income_paper, position_paper
from reports.documents.frame import Frame
from reports.documents.funds import fund_income_paper, fund_position_paper
from reports.documents.grants import grant_list_paper, grant_report_paper
from reports.documents.inspection import inspection_paper
from reports.documents.insurance import insurance_paper
from reports.documents.journal import journal_paper
from reports.documents.kind import PaperKind as PaperKind
from reports.documents.leases import lease_paper, plot_register_paper
from reports.documents.legs import both_legs_paper, forecast_paper
from reports.documents.loan_cards import loan_card_paper, loan_plan_paper, settlement_paper
from reports.documents.loan_contracts import (
    guarantee_paper,
    loan_contract_paper,
    reminder_paper,
)
from reports.documents.loan_lists import (
    defective_collateral_paper,
    loan_list_paper,
    loan_quality_paper,
)
from reports.documents.member_card import member_card_paper
from reports.documents.member_statement import member_statement_paper
from reports.documents.members import member_list_paper
from reports.documents.monthly_report import monthly_report_paper
from reports.documents.notes import notes_paper
from reports.documents.opening import opening_paper
from reports.documents.passbooks import calibration_paper, passbook_paper
from reports.documents.personal_data import personal_data_paper
from reports.documents.posted_sheet import posted_sheet_paper
from reports.documents.projects import committees_paper, project_paper, survey_paper
from reports.documents.receipt_list import receipt_list_paper
from reports.documents.receipts import receipt_paper
from reports.documents.red_flags import red_flags_paper
from reports.documents.reversals import reversals_paper
from reports.documents.sanction_list import sanction_list_paper
from reports.documents.savings import savings_paper
from reports.documents.settlement_sheet import settlement_sheet_paper
from reports.documents.shares import share_certificate_paper, share_register_paper
from reports.documents.sheet_kinds import Sheet as Sheet
from reports.documents.sheet_kinds import on_sheet as on_sheet
from reports.documents.slips import (
    dues_slip_paper,
    lines_to_copy_paper,
    reminder_letter_paper,
)
from reports.documents.trial_balance import trial_balance_paper
from reports.documents.vouchers import entry_voucher_paper, voucher_paper
from reports.documents.welfare import welfare_card_paper, welfare_claim_paper
from reports.documents.welfare_forms import (
    match_request_paper,
    welfare_report_paper,
    welfare_status_paper,
)
from reports.words.voice import N_, Era, Language, Voice

Ask = Callable[..., Any]

_EVERYTHING = 1_000_000_000


PAPERS: Mapping[str, PaperKind] = MappingProxyType(
    {
        **CLOSING_PAPERS,
        "monthly-report": PaperKind(
            N_("Monthly report"), QUESTIONS["monthly-report"], monthly_report_paper
        ),
        "trial-balance": PaperKind(
            N_("Trial balance"), QUESTIONS["trial-balance"], trial_balance_paper
        ),
        "financial-position": PaperKind(
            N_("Statement of financial position"), QUESTIONS["financial-position"], position_paper
        ),
        "income-and-expense": PaperKind(
            N_("Income and expense"), QUESTIONS["income-and-expense"], income_paper
        ),
        "account-card": PaperKind(
            N_("General ledger"), QUESTIONS["account-card"], account_card_paper
        ),
        "cash-book": PaperKind(N_("Cash book"), QUESTIONS["cash-book"], cash_book_paper),
        "journal": PaperKind(
            N_("General journal"), QUESTIONS["journal"], journal_paper, {"limit": _EVERYTHING}
        ),
        "member-list": PaperKind(N_("List of members"), QUESTIONS["members"], member_list_paper),
        "member-statement": PaperKind(
            N_("Member statement"), QUESTIONS["member-statement"], member_statement_paper
        ),
        "savings-and-shares": PaperKind(
            N_("Savings and shares"), QUESTIONS["savings-and-shares"], savings_paper
        ),
        "arrears": PaperKind(N_("Who has not paid"), QUESTIONS["arrears"], arrears_paper),
        "collection-sheet": PaperKind(
            N_("Collection sheet"), QUESTIONS["blank-sheet"], collection_sheet_paper
        ),
        "day-sheet": PaperKind(N_("Day sheet"), QUESTIONS["day-sheet"], day_sheet_paper),
        "receipt": PaperKind(N_("Receipt"), QUESTIONS["receipt"], receipt_paper),
        "receipt-list": PaperKind(
            N_("List of receipts"), QUESTIONS["receipts"], receipt_list_paper
        ),
        "voucher": PaperKind(N_("Voucher"), QUESTIONS["voucher"], voucher_paper),
        "journal-voucher": PaperKind(
            N_("Journal voucher"), QUESTIONS["entry-paper"], entry_voucher_paper
        ),
        "cash-count": PaperKind(N_("Cash count"), QUESTIONS["cash-counts"], cash_count_paper),
        "bank-reconciliation": PaperKind(
            N_("Bank reconciliation"), QUESTIONS["bank-statement"], bank_statement_paper
        ),
        "filled-sheet": PaperKind(
            N_("Collection sheet, filled in"), QUESTIONS["posted-sheet"], posted_sheet_paper
        ),
        "cash-flow": PaperKind(N_("Cash flow statement"), QUESTIONS["cash-flow"], cash_flow_paper),
        "notes": PaperKind(
            N_("Notes to the financial statements"), QUESTIONS["notes"], notes_paper
        ),
        "inspection-report": PaperKind(
            N_("Inspection report"), QUESTIONS["inspection-report"], inspection_paper
        ),
        "member-card": PaperKind(N_("Member card"), QUESTIONS["member-card"], member_card_paper),
        "share-register": PaperKind(
            N_("Share register"), QUESTIONS["share-register"], share_register_paper
        ),
        "share-certificate": PaperKind(
            N_("Share certificate"), QUESTIONS["share-certificate"], share_certificate_paper
        ),
        "dues-slip": PaperKind(N_("Dues slip"), QUESTIONS["dues-slip"], dues_slip_paper),
        "reminder-letter": PaperKind(
            N_("Reminder letter"), QUESTIONS["reminder-letter"], reminder_letter_paper
        ),
        "balance-confirmation": PaperKind(
            N_("Balance confirmation"), QUESTIONS["confirmation-slip"], confirmation_paper
        ),
        "lines-to-copy": PaperKind(
            N_("Lines to copy into the passbook"), QUESTIONS["lines-to-copy"], lines_to_copy_paper
        ),
        "passbook": PaperKind(N_("Passbook"), QUESTIONS["passbook"], passbook_paper),
        "passbook-calibration": PaperKind(
            N_("Passbook calibration sheet"), QUESTIONS["passbook-layout"], calibration_paper
        ),
        "personal-data": PaperKind(
            N_("Data held about a member"), QUESTIONS["personal-data"], personal_data_paper
        ),
        "consent-form": PaperKind(
            N_("Consent form"), QUESTIONS["consent-form"], consent_form_paper
        ),
        "consent-gaps": PaperKind(
            N_("Kept without consent"), QUESTIONS["consent-gaps"], consent_gaps_paper
        ),
        "red-flags": PaperKind(N_("Red flags"), QUESTIONS["red-flags"], red_flags_paper),
        "activity-log": PaperKind(N_("Activity log"), QUESTIONS["act-log"], activity_log_paper),
        "reversals": PaperKind(N_("Reversals"), QUESTIONS["reversals"], reversals_paper),
        "cut-over": PaperKind(N_("Cut-over sheet"), QUESTIONS["opening-proof"], opening_paper),
        "loan-card": PaperKind(N_("Loan card"), QUESTIONS["loan-paper"], loan_card_paper),
        "loan-plan": PaperKind(N_("Plan of instalments"), QUESTIONS["loan-paper"], loan_plan_paper),
        "loan-contract": PaperKind(
            N_("Loan contract"), QUESTIONS["loan-paper"], loan_contract_paper
        ),
        "guarantee": PaperKind(N_("Guarantee"), QUESTIONS["loan-paper"], guarantee_paper),
        "reminder": PaperKind(N_("Reminder"), QUESTIONS["loan-paper"], reminder_paper),
        "settlement": PaperKind(N_("Settlement slip"), QUESTIONS["loan-paper"], settlement_paper),
        "asset-register": PaperKind(
            N_("Register of fixed assets"), QUESTIONS["asset-register"], asset_register_paper
        ),
        "budget-comparison": PaperKind(
            N_("Budget and actual"), QUESTIONS["budget-comparison"], budget_paper
        ),
        "accrued-interest": PaperKind(
            N_("Accrued interest"), QUESTIONS["accrued-interest"], accrued_interest_paper
        ),
        "settlement-sheet": PaperKind(
            N_("Settlement sheet"), QUESTIONS["settlement-sheet"], settlement_sheet_paper
        ),
        "loan-list": PaperKind(N_("List of loans"), QUESTIONS["loans"], loan_list_paper),
        "loan-quality": PaperKind(
            N_("Quality of loans"), QUESTIONS["loan-quality"], loan_quality_paper
        ),
        "both-legs": PaperKind(N_("Both legs of loans"), QUESTIONS["both-legs"], both_legs_paper),
        "grant-list": PaperKind(N_("List of grants"), QUESTIONS["grants"], grant_list_paper),
        "grant-report": PaperKind(
            N_("Report on a grant"), QUESTIONS["grant-card"], grant_report_paper
        ),
        "lease": PaperKind(N_("Account of a land lease"), QUESTIONS["lease-card"], lease_paper),
        "insurance": PaperKind(
            N_("Account of an insurance"), QUESTIONS["insurance-card"], insurance_paper
        ),
        "project": PaperKind(
            N_("Statement of a project"), QUESTIONS["project-statement"], project_paper
        ),
        "survey": PaperKind(N_("Survey register"), QUESTIONS["survey-register"], survey_paper),
        "committees": PaperKind(
            N_("Committees and working groups"), QUESTIONS["committees-at"], committees_paper
        ),
        "fund-position": PaperKind(
            N_("Balance sheet by fund"), QUESTIONS["fund-position"], fund_position_paper
        ),
        "fund-income": PaperKind(
            N_("Income and expense of a fund"), QUESTIONS["fund-income"], fund_income_paper
        ),
        "plot-register": PaperKind(
            N_("Register of plots and houses"), QUESTIONS["plot-register"], plot_register_paper
        ),
        "forecast": PaperKind(N_("The months ahead"), QUESTIONS["forecast"], forecast_paper),
        "audit-packs": PaperKind(N_("Audit packs"), QUESTIONS["packs-given"], audit_packs_paper),
        "sanctions": PaperKind(
            N_("Sanctions for missed instalments"), QUESTIONS["sanctions"], sanction_list_paper
        ),
        "welfare-claim": PaperKind(
            N_("Benefit claim form"), QUESTIONS["welfare-claim"], welfare_claim_paper
        ),
        "welfare-card": PaperKind(
            N_("Welfare member card"), QUESTIONS["welfare-card"], welfare_card_paper
        ),
        "welfare-report": PaperKind(
            N_("Report of the welfare fund"), QUESTIONS["welfare-report"], welfare_report_paper
        ),
        "welfare-status": PaperKind(
            N_("Status form of a community welfare fund"),
            QUESTIONS["welfare-status"],
            welfare_status_paper,
        ),
        "match-request": PaperKind(
            N_("Request for matching contributions"),
            QUESTIONS["match-request"],
            match_request_paper,
        ),
        "defective-collateral": PaperKind(
            N_("Defective collateral"),
            QUESTIONS["defective-collateral"],
            defective_collateral_paper,
        ),
    }
)


def voice_for(language: Language, head: Letterhead) -> Voice:
    """How papers of this cooperative speak: its own digits and era (domain.md 3.8)."""
    era = Era.COMMON if head.common_era else Era.BUDDHIST
    return Voice(language, era, thai_digits=head.thai_digits)


def made(
    kind: PaperKind, ask: Ask, fields: Mapping[str, Any], voice: Voice, printed: Printed
) -> Document:
    """The document, from the book that ``ask`` asks; ``printed`` says who prints it and when.

    Papers that must print the same at any time, such as the monthly report of a closed month, say
    who closed it instead.

    Raises:
        Refusal: what the question refuses, such as UnknownMember.
    """
    answer = ask(kind.question, **{**kind.fixed, **fields})
    return kind.build(answer, Frame(ask(letterhead), voice, printed))
