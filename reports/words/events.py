"""Events of the posting table and items of receipts, in the words of the person at the table."""

from __future__ import annotations

from reports.words.voice import N_, Voice

_EVENTS = {
    "deposit": N_("Deposit"),
    "withdrawal": N_("Withdrawal"),
    "deposit_early": N_("Fixed deposit paid out early"),
    "shares_bought": N_("Shares bought"),
    "shares_returned": N_("Shares given back"),
    "shares_reduced": N_("Shares reduced by losses"),
    "interest_accrued": N_("Accrued interest on loans"),
    "borrowing_accrued": N_("Accrued interest to lenders"),
    "asset_bought": N_("Asset bought"),
    "depreciation": N_("Depreciation"),
    "asset_worn": N_("Depreciation of an asset that goes"),
    "asset_sold": N_("Asset sold"),
    "asset_gain": N_("Gain on an asset"),
    "asset_loss": N_("Loss on an asset"),
    "asset_disposed": N_("Asset disposed of"),
    "member_settled": N_("Settled with a member who leaves"),
    "member_paid_out": N_("Paid out to a member who leaves"),
    "charge": N_("Fee, fine or dues"),
    "income": N_("Income"),
    "expense": N_("Expense"),
    "transfer": N_("Transfer between accounts"),
    "banked": N_("Cash carried to the bank"),
    "drawn": N_("Cash drawn from the bank"),
    "moved": N_("Moved between banks"),
    "savings_interest": N_("Savings interest"),
    "cash_short": N_("Cash shortage"),
    "cash_over": N_("Cash overage"),
    "loan_paid_out": N_("Loan paid out"),
    "loan_principal": N_("Loan principal repaid"),
    "loan_interest": N_("Loan interest received"),
    "loan_penalty": N_("Loan penalty received"),
    "loan_advance": N_("Loan instalments paid in advance"),
    "loan_credit": N_("Paid too much on a loan, kept as credit"),
    "loan_paid_from_savings": N_("Loan paid out of savings"),
    "loan_advance_used": N_("Loan advance used"),
    "loan_corrected": N_("Loan payments divided anew"),
    "loan_written_off": N_("Loan written off"),
    "provision": N_("Allowance for doubtful loans"),
    "provision_released": N_("Allowance released"),
    "loan_recovered": N_("Bad debt recovered"),
    "borrowing_drawn": N_("Loan drawn from a lender"),
    "borrowing_principal": N_("Principal repaid to a lender"),
    "borrowing_interest": N_("Interest paid to a lender"),
    "borrowing_penalty": N_("Penalty paid to a lender"),
    "borrowing_corrected": N_("Payments to a lender divided anew"),
    "borrowing_repaid": N_("Instalment paid to a lender"),
    "grant_received": N_("Grant received"),
    "grant_spent": N_("Spent from a grant"),
    "grant_returned": N_("Grant returned to the donor"),
    "rent_received": N_("Land rent received"),
    "rent_remitted": N_("Land rent remitted"),
    "premium_received": N_("Insurance premium received"),
    "premium_remitted": N_("Insurance premiums remitted"),
    "claim_reported": N_("Insurance claim reported"),
    "claim_received": N_("Insurance claim received"),
    "claim_paid_out": N_("Insurance claim paid out"),
    "claim_reduced": N_("Insurance claim reduced"),
    "year_closed": N_("Fiscal year closed"),
    "year_reopened": N_("Closing of the fiscal year taken back"),
    "year_income": N_("Income closed to the year's surplus"),
    "year_expense": N_("Expenses closed to the year's surplus"),
    "surplus_allocated": N_("Surplus allocated"),
    "equalisation_drawn": N_("Dividend topped up from the equalisation fund"),
    "loss_covered": N_("Loss of the year taken from the reserve"),
    "benefit": N_("Welfare benefit"),
    "match_granted": N_("Matching contribution granted"),
    "match_received": N_("Matching contribution received"),
    "dues_paid": N_("Dividend and refund paid"),
    "dividend_paid": N_("Dividend"),
    "refund_paid": N_("Patronage refund"),
    "share_out": N_("Share-out at the end of the cycle"),
    "visit": N_("Received from a member"),
    "journal": N_("Journal entry"),
    "opening": N_("Opening balance"),
    "opening_sheet": N_("Opening balance, waiting for the trial balance"),
    "import": N_("Taken over from another program"),
    "reversal": N_("Reversal"),
}

_ITEMS = {
    "deposit": N_("Savings"),
    "shares": N_("Shares"),
    "charge": N_("Charges"),
    "fee": N_("Fees"),
    "income": N_("Other income"),
    "loan": N_("Loan instalments"),
    "promise": N_("Monthly promise"),
}


def event_name(event: str, voice: Voice, *, reversal: bool = False) -> str:
    """What happened; an event that is new here keeps its own name."""
    name = voice.tr(_EVENTS[event]) if event in _EVENTS else event
    if not reversal:
        return name
    # note: a movement that took an earlier one back, such as "Reversed: Deposit"
    return voice.joined(
        lambda one: one.tr("Reversed: {event}").format(event=event_name(event, one))
    )


def item_name(item: str, voice: Voice) -> str:
    """What an item of a receipt, or of a list of arrears, is for."""
    return voice.tr(_ITEMS[item]) if item in _ITEMS else item
