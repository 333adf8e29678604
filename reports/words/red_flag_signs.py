"""What a red-flag test saw, as a sentence about entries, cards and members' numbers."""

from __future__ import annotations

from ledger.domain.days import Month
from ledger.domain.red_flags import Sign
from ledger.queries.red_flags.looking import FlagRow
from reports.words.benefit_reasons import named_reason
from reports.words.voice import N_, Voice

_SENTENCES = {
    Sign.BANK_UNPROVED: N_(
        "Bank account {what}: no line of a statement for {count} days, or none ever."
    ),
    Sign.BANK_NOT_ARRIVED: N_(
        "Entry {entry} of {on} put money into bank account {what}, but no line of its statement "
        "stands for it."
    ),
    Sign.BANK_NOT_BOOKED: N_(
        "Line {count} of the statement of {what}: money left the bank on {on} and is not in the "
        "book."
    ),
    Sign.CASH_OVER_LIMIT: N_(
        "Evenings in a row that ended with more cash than the limit, from {on} on: {count}."
    ),
    Sign.CASH_BELOW_NOTHING: N_("Entry {entry} paid cash on {on} before it had come in."),
    Sign.COUNT_SHORT: N_("Cash count {count} of {on} found less than the book says."),
    Sign.COUNT_OVER: N_("Cash count {count} of {on} found more than the book says."),
    Sign.CASH_NOT_COUNTED: N_("Nobody has counted the cash for {count} days."),
    Sign.PAPER_NUMBER_MISSING: N_(
        "Receipt book: {count} numbers are missing, {what}; at risk is their average sum."
    ),
    Sign.PAPER_NUMBER_TWICE: N_("Receipt book number {what} stands on two receipts."),
    Sign.MEMBER_DISAGREES: N_("Card {card}: the member's own paper at {on} shows another balance."),
    Sign.HOLE_IN_PAYMENTS: N_(
        "Member {member} paid month after month, nothing in {month}, then again."
    ),
    Sign.BANKING_LATER: N_(
        "Cash reaches the bank later from month to month: {count} days on average in {month}."
    ),
    Sign.DEPOSIT_DIFFERS: N_(
        "Entry {entry} of {on} carried another sum to the bank than had come in since the deposit "
        "before."
    ),
    Sign.MOVED_TO_ANOTHER: N_(
        "Receipt {what} was made void on {on}, and the same sum was written for member {member}."
    ),
    Sign.SAME_ID: N_("One national ID number stands for {count} members: {what}."),
    Sign.SAME_PHONE: N_("One telephone number in several households: members {what}."),
    Sign.SAME_ADDRESS: N_("One address in several households: members {what}."),
    Sign.MEMBER_NOT_FOUND: N_(
        "Card {card}: the member could not be found to confirm the balance at {on}."
    ),
    Sign.LOAN_WITHOUT_PAPERS: N_(
        "Loan {card} of member {member} has no application, contract number or resolution."
    ),
    Sign.LOAN_UNSECURED: N_("Loan {card} of member {member} has no guarantor and no collateral."),
    Sign.LOAN_WITHOUT_SAVINGS: N_(
        "Loan {card} went to member {member}, who had saved nothing before {on}."
    ),
    Sign.LOAN_NEVER_PAID: N_(
        "Loan {card} of member {member}: nothing was ever paid back in {count} days."
    ),
    Sign.LOAN_PUT_OFF: N_("Loan {card} of member {member} got a new plan {count} times."),
    Sign.FILE_CHANGED: N_("Act {act} of {on} changed something: {what}."),
    Sign.DORMANT_WITHDRAWAL: N_(
        "Entry {entry} of {on}: money was taken from card {card} after a rest of {count} days."
    ),
    Sign.WITHDRAWAL_AFTER_CHANGE: N_(
        "Entry {entry} of {on}: money was taken from card {card} {count} days after the data of "
        "member {member} had changed."
    ),
    Sign.INSIDER_RATE: N_(
        "Loan {card} to a leader or user of the book has a lower rate than others of its type."
    ),
    Sign.INSIDER_UNSECURED: N_(
        "Loan {card} to a leader or user of the book has no guarantor and no collateral."
    ),
    Sign.OWN_APPROVAL: N_("The one who received the money of {what} approved it too."),
    Sign.RATE_OFF_LIST: N_(
        "Loan {card} of member {member} has another rate than most loans of its type."
    ),
    Sign.RATE_TOO_HIGH: N_("Loan {card} of member {member} has a higher rate than the law allows."),
    Sign.INTEREST_DIFFERS: N_(
        "Loan {card} of member {member}: the interest booked is not what the contract gives."
    ),
    Sign.INTEREST_BY_HAND: N_("Entry {entry} booked interest on account {what} by hand."),
    Sign.INTEREST_EXCEEDS: N_(
        "Loan {card} of member {member}: more interest is unpaid than a whole instalment, or than "
        "the loan itself."
    ),
    Sign.PAID_BEFORE_YEAR_END: N_(
        "Loan {card} of member {member} was paid up early on {on}, just before the year ended."
    ),
    Sign.PAID_AND_LENT_AGAIN: N_(
        "Loan {card} of member {member} was paid up on {on}, just before the year ended, and "
        "lent again soon after."
    ),
    Sign.ROUND_TRIP: N_(
        "Entry {entry} of {on}: a large sum went into card {card} and out again within days."
    ),
    Sign.REVERSED_AFTER_YEAR_END: N_(
        "Entry {entry} of {on} took back an entry of the last month of the year."
    ),
    Sign.NEGATIVE_CARD: N_("Card {card} is below nothing."),
    Sign.BACKDATED: N_("Entry {entry} is dated {on} and was entered {count} days later."),
    Sign.VOID_AFTER_PRINT: N_("Receipt {what} was made void on {on}, after it had been printed."),
    Sign.VOID_BEFORE_COUNT: N_("Receipt {what} was made void on {on}, just before a cash count."),
    Sign.VOIDS_BY_ONE: N_("User {what} made {count} receipts void."),
    Sign.SPLIT: N_(
        "From {on} on, {count} payments to one payee or household add up to the limit or more: "
        "{what}."
    ),
    Sign.JUST_BELOW: N_("{count} payments are just below the limit."),
    Sign.ROUND_SUMS: N_("{count} expenses are whole thousands, more than half of all."),
    Sign.FIRST_DIGITS: N_(
        "The first digits of {count} expenses are not spread as sums of real bills are."
    ),
    Sign.RING: N_("Members {what} stand guarantor for each other in a ring."),
    Sign.MANY_GUARANTEES: N_("Member {member} stands guarantor for {count} loans."),
    Sign.SAME_HOUSEHOLD: N_(
        "Loan {card} of member {member}: guarantor {what} lives in the same household."
    ),
    Sign.CONTROL_DIFFERS: N_("Account {what}: its cards together are not what the ledger says."),
    Sign.SUSPENSE_OLD: N_(
        "Account {what}: part of the balance has waited for {count} days, since {on}."
    ),
    Sign.ONE_PAYER: N_("One payer pays the loans of {count} households: members {what}."),
    Sign.SAME_COLLATERAL: N_(
        "The same collateral is pledged for the loans of {count} members: {what}."
    ),
    Sign.LENDER_MONEY_HELD: N_(
        "Loan {card} from the lender: members repaid more principal than went on to the lender."
    ),
    Sign.BENEFIT_AFTER_LEAVING: N_(
        "Voucher {what} of {on} paid welfare to member {member}, who had left before."
    ),
    Sign.BENEFIT_TWICE: N_(
        "Voucher {what} of {on} paid the same welfare to the same payee again within a week."
    ),
    Sign.BENEFIT_AGAINST_RULE: N_(
        "Welfare claim {count} of member {member}, paid on {on}, was against its rule: {what}"
    ),
    Sign.BENEFIT_OVER_CAP: N_(
        "Welfare claim {count} of member {member}, paid on {on}, was paid above what its rule "
        "allows."
    ),
    Sign.BENEFIT_NIGHTS_TWICE: N_(
        "Welfare claims {what} of member {member} were paid for the same nights: {count}, from "
        "{on}."
    ),
    Sign.STOCK_NEGATIVE: N_("Account {what}: more stock went out than ever came in."),
    Sign.STOCK_UNMOVED: N_(
        "Account {what}: the stock has had the same value for {count} days, since {on}."
    ),
    Sign.ONE_USER: N_("One user made all {count} entries."),
    Sign.NO_APPROVER: N_("Payments that name no approver, or the one who entered them: {count}."),
    Sign.NO_LEAVE: N_("User {what} worked all year with no rest longer than {count} days."),
}
# What the commands that change the file change (domain.md 5.4, scheme 6).
_CHANGED = {
    "change-member": N_("a member's data"),
    "set-savings-rate": N_("the rate of a savings product"),
    "set-loan-rate": N_("the rate of a loan"),
    "reschedule-loan": N_("the plan of a loan"),
    "declare-moratorium": N_("a moratorium"),
    "transfer-loan": N_("the borrower of a loan"),
    "release-guarantor": N_("a guarantor released"),
    "release-collateral": N_("collateral given back"),
    "release-hold": N_("a hold on savings lifted"),
    "change-account": N_("an account of the chart"),
    "set-loan-limits": N_("the limits of a loan type"),
    "define-loan-type": N_("a loan type"),
    "define-savings-product": N_("the rules of a savings product"),
    "define-share-type": N_("the rules of a share type"),
    "set-sanctions": N_("the rules on missed instalments"),
    "set-loan-classes": N_("the classes of loans"),
    "set-contribution": N_("a member's contribution to welfare"),
    "set-benefit-rule": N_("the rule of a benefit"),
    "set-approval-rules": N_("the rules on approvals"),
}


def sign_sentence(row: FlagRow, voice: Voice) -> str:
    """The exception in the reader's language; members stand by number (domain.md 5.5)."""
    return voice.joined(lambda one: _said(row, one))


def _said(row: FlagRow, voice: Voice) -> str:
    what = row.what
    if row.sign is Sign.FILE_CHANGED:
        what = voice.tr(_CHANGED[row.what])
    elif row.sign is Sign.BENEFIT_AGAINST_RULE:
        what = named_reason(row.what, voice)
    elif row.sign is Sign.OWN_APPROVAL and not what:
        # note: in place of the number of a voucher, as in "the money of loan 12"
        what = voice.tr("loan {card}").format(card=row.card)
    text = voice.tr(_SENTENCES[row.sign])
    return text.format(
        what=what,
        count=voice.number(row.count),
        act=row.act,
        entry=row.entry,
        member=row.member or "",
        card=row.card,
        on="" if row.on is None else voice.day(row.on),
        month="" if row.on is None else voice.month(Month.of(row.on)),
    )
