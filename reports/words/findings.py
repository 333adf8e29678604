"""Findings of the audit and codes from paper as sentences: what is wrong, where, what is proved."""

from __future__ import annotations

from ledger.domain.fingerprint import CODE_LENGTH, plain_letters
from ledger.domain.rights import roles_for
from ledger.queries.integrity import CodeFound
from ledger.queries.integrity.findings import Fault, Finding
from ledger.queries.integrity.rule_list import rule_of
from reports.words.labels import quoted
from reports.words.people import user_roles, why_approval
from reports.words.voice import N_, Voice

# note: each names the act, table and row in which the audit found a fault
_SENTENCES = {
    Fault.SCHEMA_CHANGED: N_(
        "The file's structure was changed at {table}: the program did not make it so."
    ),
    Fault.FILE_DAMAGED: N_("The file is damaged at {table} {row}: {found}"),
    Fault.ACT_MISSING: N_("Act {act} is missing: somebody took it out of the book."),
    Fault.ACT_CHANGED: N_("Act {act} was changed after it was sealed."),
    Fault.LINK_BROKEN: N_(
        "Act {act} does not follow the act before it: the history was cut or rewritten here."
    ),
    Fault.ROW_CHANGED: N_(
        "Table {table}, row {row}: it was changed after act {act} had been sealed."
    ),
    Fault.ROW_MISSING: N_("Table {table}: a row of act {act} is missing (place {row})."),
    Fault.ROW_ADDED: N_("Table {table}, row {row}: no act wrote it; it was put in later."),
    Fault.FINGERPRINT_WRONG: N_("The fingerprint of act {act} is wrong."),
    Fault.PERSONAL_CHANGED: N_(
        "The personal data of member {found} were changed after act {act} had been sealed."
    ),
    Fault.PERSONAL_MISSING: N_(
        "The personal data of member {found} are missing, and no act erased them."
    ),
    Fault.BALANCE_WRONG: N_(
        "Running balance {table}, {row}: it says {found}, the lines add up to {expected}."
    ),
    Fault.UNBALANCED: N_("Entry {row} of act {act} does not balance: {found} against {expected}."),
    Fault.TOO_FEW_LINES: N_("Entry {row} of act {act} has too few lines."),
    Fault.ACCOUNT_UNKNOWN: N_("Line {row} of act {act}: there is no account {found}."),
    Fault.HEAD_POSTED: N_("Line {row} of act {act}: account {found} is a head and takes no entry."),
    Fault.CARD_WRONG: N_("Line {row} of act {act}: the card does not belong to account {found}."),
    Fault.REVERSAL_WRONG: N_(
        "Table {table}, row {row}: the reversal in act {act} does not mirror its entry."
    ),
    Fault.NUMBER_GAP: N_(
        "The numbers of {table} {row} have a gap: {found} papers, the highest number is {expected}."
    ),
    Fault.RECEIPT_WRONG: N_(
        "Receipt {row} of act {act} does not agree with its entry: {found} against {expected}."
    ),
    Fault.CLOSED_MONTH: N_(
        "Entry {row} of act {act} lies on {found}, though the book was closed up to {expected}."
    ),
    Fault.CLOSING_WRONG: N_(
        "Entry {row} of act {act} is said to close or open a fiscal year on {found}, and no year"
        " names it."
    ),
    Fault.TIME_BACKWARDS: N_("Act {act} was written at an earlier time than the act before it."),
    Fault.INTEREST_WRONG: N_(
        "Interest posting {row} of act {act} does not agree with its entry: {found} against "
        "{expected}."
    ),
    Fault.NOT_EMPTY: N_(
        "Card {row} is closed or its member has left, and it still holds {found} satang."
    ),
    Fault.LOCK_MOVED: N_(
        "Act {act} moved the end of the closed months from {found} back to {expected} without "
        "reopening them."
    ),
    Fault.PERSONAL_SHOWN: N_(
        "Act {act} shows personal data in its content, where only their seal should stand."
    ),
    Fault.ACCOUNT_CLOSED: N_("Line {row} of act {act}: account {found} was closed by then."),
    Fault.DAY_UNBALANCED: N_("The day {row} does not balance: {found} against {expected}."),
    Fault.BANK_WRONG: N_(
        "Bank reconciliation {row} of act {act}: the statement says {found} satang, the book and "
        "the open items {expected}."
    ),
    Fault.CONTROL_WRONG: N_(
        "Account {row} holds {expected} satang, its cards together {found}: they must agree."
    ),
    Fault.SHARE_PART: N_(
        "Share card {row} holds {found} satang, which are no whole shares of {expected}."
    ),
    Fault.LOAN_WRONG: N_(
        "Loan {row}: {expected} satang are owed by what was paid out, repaid and written off, and "
        "its card holds {found}."
    ),
    Fault.LENDER_WRONG: N_(
        "Lender's loan {row}: {expected} satang are owed by what was drawn and repaid, and its "
        "card holds {found}."
    ),
    Fault.OVER_APPROVED: N_(
        "Loan {row}: {found} satang were paid out, more than the {expected} approved."
    ),
    Fault.PLAN_WRONG: N_(
        "The plan of loan {row} of act {act} does not hold: {found} against {expected}."
    ),
    Fault.PARTS_WRONG: N_(
        "Loan payment {row} of act {act} is {found} satang, its parts add up to {expected}."
    ),
    Fault.BENEFIT_WRONG: N_(
        "Welfare claim {row} of act {act}: {found} satang were paid or counted, {expected} granted."
    ),
    Fault.YEAR_WRONG: N_(
        "Fiscal year {row} is closed, and {found} satang of income and expense are left in it."
    ),
    Fault.ALLOCATION_WRONG: N_(
        "The surplus allocation {row} of act {act} does not hold: {found} against {expected}."
    ),
    Fault.OVERDRAWN: N_("Table {table}, {row}: the balance is below nothing."),
    Fault.ACTOR_UNKNOWN: N_("Act {act} is by “{found}”, who was no user of this book or locked."),
    Fault.SIGNATURE_WRONG: N_("The signature of {found} under act {act} does not hold."),
    Fault.SIGNATURE_MISSING: N_(
        "Act {act} ({expected}) by {found} lacks the signature that {found} always gives."
    ),
    Fault.APPROVAL_WRONG: N_(
        "Act {act} was not approved by another person as request {row} says (by {found})."
    ),
    Fault.APPROVAL_MISSING: N_(
        "Act {act} by {found} was done without another person: {expected} needs an approval."
    ),
    Fault.ROLE_MISSING: N_(
        "Act {act} ({expected}) is by {found}, who held no role for it then; it is for: {roles}."
    ),
}


def finding_sentence(finding: Finding, voice: Voice) -> str:
    """The finding in the reader's language, with the number of the rule it is against."""
    expected, roles = finding.expected, ""
    if finding.fault is Fault.APPROVAL_MISSING:
        expected = why_approval(finding.expected, voice)
    if finding.fault is Fault.ROLE_MISSING:
        needed = [role.value for role in roles_for(finding.expected)]
        roles = user_roles(needed, voice) or voice.tr("nobody")
    sentence = voice.tr(_SENTENCES[finding.fault]).format(
        table=finding.table,
        row=finding.row,
        act="?" if finding.act is None else finding.act,
        found=finding.found,
        expected=expected,
        roles=roles,
    )
    rule = rule_of(finding)
    if rule is None:
        return sentence
    return voice.tr("{sentence} (Rule {number})").format(sentence=sentence, number=rule)


def behind_sentence(act: int, mark: int, receipt: str, voice: Voice) -> str:
    """An older file lies in the book's place: it ends at ``act``, and the book had come further."""
    return voice.tr(
        "This file ends at act {act}, but on this PC the book had come to act {mark}, "
        "receipt {receipt}. Somebody put an older file back. Look for the newer one, "
        "or restore the newest copy, and tell the auditor."
    ).format(act=act, mark=mark, receipt=receipt or "-")


def code_sentence(code: CodeFound, voice: Voice) -> str:
    """What a code typed in from paper says about the history of the book."""
    if code.proved:
        return voice.tr(
            "Code {code} was printed after act {act}, and the history up to it is whole."
        ).format(code=code.typed, act=code.act)
    if code.act is not None:
        return voice.tr(
            "Code {code} was printed after act {act}, but the history up to it was changed."
        ).format(code=code.typed, act=code.act)
    if code.nearest:
        return voice.tr(
            "Code {code} is not of this book as it stands. Perhaps it was mistyped: {nearest}."
        ).format(code=code.typed, nearest=", ".join(code.nearest))
    if not code.readable and len(plain_letters(code.typed)) == CODE_LENGTH:
        return voice.tr(
            "A letter of “{code}” must be wrong: its last letter does not fit the others. "
            "Compare it with the paper once more."
        ).format(code=quoted(code.typed))
    if not code.readable:
        return voice.tr(
            "“{code}” is no code from a paper: those have four groups of four letters. "
            "Compare it with the paper once more."
        ).format(code=quoted(code.typed))
    return voice.tr(
        "Code {code} is not of this book as it stands: another book, or its history was changed."
    ).format(code=code.typed)
