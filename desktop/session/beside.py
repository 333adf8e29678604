"""Which field of a form caused a refusal, so that the sentence stands beside it."""

from __future__ import annotations

from ledger.domain.refusals import Refusal

# Names of fields as commands call them; the first one that a form has takes the sentence.
_CAUSED_BY: dict[str, tuple[str, ...]] = {
    "AmountNotPositive": ("amount",),
    "BalanceTooLow": ("amount",),
    "BankTooLow": ("amount",),
    "BelowMinimum": ("amount",),
    "CashTooLow": ("amount",),
    "ChargeOverpaid": ("amount",),
    "NotWholeShares": ("amount", "par"),
    "OneFifthExceeded": ("amount",),
    "OnHold": ("amount",),
    "NotTheSameAmount": ("entry", "amount"),
    "BeforeStart": ("on", "through"),
    "CardClosed": ("on",),
    "CardHolds": ("card",),
    "DecidedBeforeApplied": ("on",),
    "FutureDay": ("on", "through"),
    "InterestPosted": ("through",),
    "MemberLeft": ("on",),
    "MonthBeforeBook": ("month",),
    "MonthNotOver": ("month",),
    "NotMatured": ("on",),
    "NotYetMember": ("on",),
    "PeriodClosed": ("on", "through"),
    "PromiseBeforeCard": ("month", "from_month"),
    "ReleasedBeforeHeld": ("on",),
    "PeriodLocked": ("on", "through"),
    "BookNotSound": ("in_spite",),
    "BadPromptPay": ("promptpay",),
    "BadNationalId": ("national_id",),
    "NationalIdTaken": ("national_id",),
    "MemberExists": ("number",),
    "UnknownMember": ("member",),
    "UnknownZone": ("zone",),
    "ZoneExists": ("code",),
    "AccountExists": ("code",),
    "BankExists": ("code",),
    "ChargeTypeExists": ("code",),
    "ProductExists": ("code",),
    "NameMissing": ("given", "name_th"),
    "NotRefundable": ("card",),
    "ProductClosed": ("product",),
    "SharesNotReturnable": ("card",),
    "UnknownAccount": ("account",),
    "HeadPostedTo": ("account",),
    "AccountClosed": ("account",),
    "CardMissing": ("account",),
    "PaperNumberUsed": ("paper_number",),
    "StatementDoesNotFollow": ("lines",),
    "NotReconciled": ("statement",),
    "CountDiffers": ("reason",),
    "ReasonMissing": ("reason", "purpose"),
    "PayerNotNamed": ("payee",),
    "PayeeNotNamed": ("payee",),
    "NoInterest": ("product",),
    "NothingToDo": ("product",),
    "InstalmentNeverRepays": ("instalment", "instalments"),
    "GraceTooLong": ("grace_principal",),
    "FirstDueNotAfterPayout": ("first_due",),
    "DueDaysDoNotRise": ("dates",),
    "PlanTooLong": ("instalments",),
    "PlanRowsDoNotAddUp": ("principals",),
    "PayoutsDoNotAddUp": ("payouts",),
    "PayoutOutsidePlan": ("payouts",),
    "NotAPaymentOrder": ("order",),
    "BookExists": ("path",),
    "FolderUnwritable": ("path",),
    "BookReadOnly": ("path",),
}


def fields_of(refusal: Refusal) -> tuple[str, ...]:
    """The fields that may have caused it, the likeliest first; the refusal may name one itself."""
    named = getattr(refusal, "field", None)
    own = (str(named).rsplit(".", 1)[-1],) if isinstance(named, str) else ()
    return own + _CAUSED_BY.get(refusal.name, ())
