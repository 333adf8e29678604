"""Findings of the audit and codes from paper as sentences: what is wrong, where, what is proved."""

from __future__ import annotations

import re

from ledger.domain.fingerprint import CODE_LENGTH, plain_letters
from ledger.domain.money import ZERO, Money
from ledger.domain.rights import roles_for
from ledger.queries.integrity import CodeFound
from ledger.queries.integrity.findings import Fault, Finding
from ledger.queries.integrity.rule_list import rule_of
from reports.words.labels import month_or_day, quoted
from reports.words.people import user_roles, why_approval
from reports.words.table_names import kept_table_name
from reports.words.voice import N_, Voice

# note: each names the act, table and row in which the audit found a fault
_SENTENCES = {
    Fault.SCHEMA_CHANGED: N_(
        "The file's structure was changed at {table}: the program did not make it so."
    ),
    Fault.FILE_DAMAGED: N_("The file is damaged at {table} {row}: {found}"),
    Fault.VALUE_WRONG: N_(
        "{table}, row {row}: it holds what the program never writes there, such as a line of zero"
        " or a day that is none."
    ),
    Fault.ACT_MISSING: N_("Act {act} is missing: somebody took it out of the book."),
    Fault.ACT_CHANGED: N_("Act {act} was changed after it was sealed."),
    Fault.LINK_BROKEN: N_(
        "Act {act} does not follow the act before it: the history was cut or rewritten here."
    ),
    Fault.ROW_CHANGED: N_("{table}, row {row}: it was changed after act {act} had been sealed."),
    Fault.ROW_MISSING: N_("{table}: a row of act {act} is missing (place {row})."),
    Fault.ROW_ADDED: N_("{table}, row {row}: no act wrote it; it was put in later."),
    Fault.FINGERPRINT_WRONG: N_("The fingerprint of act {act} is wrong."),
    Fault.PERSONAL_CHANGED: N_(
        "The personal data of member {found} were changed after act {act} had been sealed."
    ),
    Fault.PERSONAL_MISSING: N_(
        "The personal data of member {found} are missing, and no act erased them."
    ),
    Fault.TEXT_CHANGED: N_(
        "A free text of act {act} was changed after it had been sealed. It says now: {found}"
    ),
    Fault.TEXT_MISSING: N_(
        "Table {table}: a free text of act {act} is missing, and no act erased it."
    ),
    Fault.BALANCE_WRONG: N_(
        "{table}, row {row}: it says {found} baht, the lines add up to {expected} baht."
    ),
    Fault.UNBALANCED: N_(
        "Entry {row} of act {act} does not balance: debit {found} baht, credit {expected} baht."
    ),
    Fault.TOO_FEW_LINES: N_("Entry {row} of act {act} has too few lines."),
    Fault.ACCOUNT_UNKNOWN: N_("Line {row} of act {act}: there is no account {found}."),
    Fault.HEAD_POSTED: N_("Line {row} of act {act}: account {found} is a head and takes no entry."),
    Fault.FUND_UNKNOWN: N_("Line {row} of act {act}: there is no fund “{found}”."),
    Fault.CARD_WRONG: N_("Line {row} of act {act}: the card does not belong to account {found}."),
    Fault.REVERSAL_WRONG: N_(
        "{table}, row {row}: the reversal in act {act} does not mirror its entry."
    ),
    Fault.NUMBER_GAP: N_(
        "{table}: number {row} is missing; {found} are there, and the highest number is {expected}."
    ),
    Fault.RECEIPT_WRONG: N_(
        "Receipt {row} of act {act} does not agree with its entry: it says {found}, the entry"
        " {expected}."
    ),
    Fault.VOID_WRONG: N_(
        "Receipt {row}, act {act}: its void and the entry that takes it back do not belong"
        " together."
    ),
    Fault.VOUCHER_WRONG: N_(
        "Voucher {row} of act {act} does not agree with its entry: it says {found}, the entry"
        " {expected}."
    ),
    Fault.PAPER_TWICE: N_(
        "Two papers stand for entry {row}: {found}, and {expected} of act {act}."
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
        "Interest posting {row} of act {act} does not agree with its entry: {found} baht against "
        "{expected} baht."
    ),
    Fault.NOT_EMPTY: N_(
        "Card {row} is closed or its member has left, and it still holds {found} baht."
    ),
    Fault.LOCK_MOVED: N_(
        "Act {act} moved the end of the closed months from {found} back to {expected} without "
        "reopening them."
    ),
    Fault.PERSONAL_SHOWN: N_(
        "Act {act} shows personal data in its content, where only their seal should stand."
    ),
    Fault.ACCOUNT_CLOSED: N_("Line {row} of act {act}: account {found} was closed by then."),
    Fault.DAY_UNBALANCED: N_(
        "The day {row} does not balance: debit {found} baht, credit {expected} baht."
    ),
    Fault.LINE_APART: N_(
        "Line {row} of act {act} does not lie where its entry lies: the line on {found}, the entry"
        " on {expected}."
    ),
    Fault.BANK_WRONG: N_(
        "Bank reconciliation {row} of act {act}: the statement says {found} baht, the book and the "
        "open items {expected} baht."
    ),
    Fault.CONTROL_WRONG: N_(
        "Account {row} holds {expected} baht, its cards together {found} baht: they must agree."
    ),
    Fault.SHARE_PART: N_(
        "Share card {row} holds {found} baht, which are no whole shares of {expected} baht."
    ),
    Fault.LOAN_WRONG: N_(
        "Loan {row}: {expected} baht are owed by what was paid out, repaid and written off, and "
        "its card holds {found} baht."
    ),
    Fault.LENDER_WRONG: N_(
        "Lender's loan {row}: {expected} baht are owed by what was drawn and repaid, and its card "
        "holds {found} baht."
    ),
    Fault.OVER_APPROVED: N_(
        "Loan {row}: {found} baht were paid out, more than the {expected} baht approved."
    ),
    Fault.PLAN_WRONG: N_(
        "The plan of loan {row} of act {act} does not hold: {found} against {expected}."
    ),
    Fault.PARTS_WRONG: N_(
        "Loan payment {row} of act {act} is {found} baht, its parts add up to {expected} baht."
    ),
    Fault.BENEFIT_WRONG: N_(
        "Welfare claim {row} of act {act}: {found} baht were paid or counted, {expected} baht"
        " granted."
    ),
    Fault.YEAR_WRONG: N_(
        "Fiscal year {row} is closed, and {found} baht of income and expense are left in it."
    ),
    Fault.ALLOCATION_WRONG: N_(
        "The surplus allocation {row} of act {act} does not hold: {found} baht against {expected}"
        " baht."
    ),
    Fault.OVERDRAWN: N_(
        "{table}, row {row}: at the end of {expected} it held {found} baht, less than nothing."
    ),
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

_SATANG = re.compile(r"-?[0-9]+", re.ASCII)
# What a finding found and expected: satang, days or months, or one of both.
_MONEY = frozenset(
    {
        Fault.BALANCE_WRONG,
        Fault.UNBALANCED,
        Fault.INTEREST_WRONG,
        Fault.NOT_EMPTY,
        Fault.DAY_UNBALANCED,
        Fault.BANK_WRONG,
        Fault.CONTROL_WRONG,
        Fault.SHARE_PART,
        Fault.LOAN_WRONG,
        Fault.LENDER_WRONG,
        Fault.OVER_APPROVED,
        Fault.PARTS_WRONG,
        Fault.BENEFIT_WRONG,
        Fault.YEAR_WRONG,
        Fault.ALLOCATION_WRONG,
    }
)
_MONEY_OR_DAY = frozenset(
    {
        Fault.RECEIPT_WRONG,
        Fault.VOUCHER_WRONG,
        Fault.PLAN_WRONG,
        Fault.OVERDRAWN,
    }
)
_DAYS = frozenset({Fault.CLOSED_MONTH, Fault.CLOSING_WRONG, Fault.LOCK_MOVED, Fault.LINE_APART})
_DAYS_AS_ROWS = frozenset({Fault.DAY_UNBALANCED})


def finding_sentence(finding: Finding, voice: Voice) -> str:
    """The finding in the reader's language, with the number of the rule it is against."""
    expected, roles = finding.expected, ""
    if finding.fault is Fault.APPROVAL_MISSING:
        expected = why_approval(finding.expected, voice)
    if finding.fault is Fault.ROLE_MISSING:
        needed = [role.value for role in roles_for(finding.expected)]
        roles = user_roles(needed, voice) or voice.tr("nobody")
    row = finding.row
    if finding.fault in _DAYS_AS_ROWS:
        row = month_or_day(row, voice)
    elif finding.fault is Fault.YEAR_WRONG:
        row = voice.year(int(row))
    sentence = voice.tr(_SENTENCES[finding.fault]).format(
        table=kept_table_name(finding.table, voice),
        row=row,
        act="?" if finding.act is None else finding.act,
        found=_figure(finding, finding.found, voice),
        expected=_figure(finding, expected, voice),
        roles=roles,
    )
    rule = rule_of(finding)
    if rule is None:
        return sentence
    return voice.tr("{sentence} (Rule {number})").format(sentence=sentence, number=rule)


def _figure(finding: Finding, text: str, voice: Voice) -> str:
    """What stands there, or should, as people write it: baht, days and months."""
    if finding.fault in _MONEY | _MONEY_OR_DAY:
        if not text:
            return voice.money(ZERO)
        if all(_SATANG.fullmatch(part) for part in text.split(" / ")):
            return " / ".join(voice.money(Money(int(part))) for part in text.split(" / "))
    return month_or_day(text, voice) if finding.fault in _DAYS | _MONEY_OR_DAY else text


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
