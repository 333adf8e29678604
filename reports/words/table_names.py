"""What people call the tables of the book in which a member stands."""

from __future__ import annotations

from reports.words.voice import N_, Voice

_TABLES = {
    "members": N_("Register of members"),
    "applications": N_("Applications for membership"),
    "attendances": N_("Attendance at meetings"),
    "cards": N_("Savings, shares and loans"),
    "lines": N_("Entries on the member's cards"),
    "receipts": N_("Receipts"),
    "vouchers": N_("Vouchers"),
    "receipt_lines": N_("Lines of receipts"),
    "charges": N_("Charges"),
    "promises": N_("Monthly promises"),
    "holds": N_("Holds on savings"),
    "interest_rows": N_("Interest credited"),
    "loan_applications": N_("Loan applications"),
    "loan_contracts": N_("Loan contracts"),
    "loan_guarantors": N_("Guarantees"),
    "collaterals": N_("Security pledged"),
    "loan_payouts": N_("Loans paid out"),
    "loan_payments": N_("Loan payments"),
    "member_photos": N_("Photo"),
    "erasures": N_("Erasures"),
    "restrictions": N_("Restrictions"),
    "audit_questions": N_("Questions of the auditor"),
    "confirmations": N_("Balance confirmations"),
    "zones": N_("Zone led"),
    "users": N_("User of the book"),
    "passbook_marks": N_("Lines printed in passbooks"),
    "charge_payments": N_("Charges paid"),
    "receipt_voids": N_("Void receipts"),
    "audit_answers": N_("Answers to questions"),
    "loan_plans": N_("Plans of loans"),
    "loan_plan_rows": N_("Instalments planned"),
    "loan_postings": N_("How loan payments were divided"),
    "loan_rates": N_("Rates of loans"),
    "loan_transfers": N_("Loans taken over"),
    "member_dues": N_("Dividend and refund"),
}


def table_name(table: str, voice: Voice) -> str:
    """The name of a table in the reader's words; its own name where people have none for it."""
    named = _TABLES.get(table)
    return table if named is None else voice.tr(named)
