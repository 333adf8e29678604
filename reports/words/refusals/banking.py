"""Sentences about bank accounts, statements and reconciliation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain import refusals
from reports.words.voice import Voice


def unknown_bank(refusal: refusals.UnknownBank, voice: Voice) -> str:
    return voice.tr(
        "There is no bank account {bank} in this book. Choose one from the list or add it first."
    ).format(bank=refusal.bank)


def bank_exists(refusal: refusals.BankExists, voice: Voice) -> str:
    return voice.tr(
        "Bank account {bank} is in the book already. Use it, or give the new one another code."
    ).format(bank=refusal.bank)


def unknown_bank_line(refusal: refusals.UnknownBankLine, voice: Voice) -> str:
    return voice.tr(
        "The statement of bank account {bank} has no line {line}. Check the number."
    ).format(bank=refusal.bank, line=refusal.line)


def bank_line_matched(refusal: refusals.BankLineMatched, voice: Voice) -> str:
    return voice.tr(
        "Line {line} of the statement of {bank} is matched with entry {entry} already. "
        "Look at that entry before you match the line with another."
    ).format(line=refusal.line, bank=refusal.bank, entry=refusal.entry)


def not_the_same_amount(refusal: refusals.NotTheSameAmount, voice: Voice) -> str:
    return voice.tr(
        "Line {line} of the bank statement says {statement}, but {booked} is booked. "
        "Match the entry with the same amount, or correct the one that is wrong."
    ).format(
        line=refusal.line,
        statement=voice.money(refusal.statement),
        booked=voice.money(refusal.booked),
    )


def statement_does_not_follow(refusal: refusals.StatementDoesNotFollow, voice: Voice) -> str:
    return voice.tr(
        "After line {line} the bank statement should stand at {expected}, but {found} was entered. "
        "Compare the amounts up to this line with the paper."
    ).format(
        line=refusal.line,
        expected=voice.money(refusal.expected),
        found=voice.money(refusal.found),
    )


def not_reconciled(refusal: refusals.NotReconciled, voice: Voice) -> str:
    return voice.tr(
        "The bank statement and the book still differ by {difference}. "
        "Match the open lines, or enter what is missing, then try again."
    ).format(difference=voice.money(refusal.difference))


SENTENCES: dict[type[refusals.Refusal], Callable[[Any, Voice], str]] = {
    refusals.UnknownBank: unknown_bank,
    refusals.BankExists: bank_exists,
    refusals.UnknownBankLine: unknown_bank_line,
    refusals.BankLineMatched: bank_line_matched,
    refusals.NotTheSameAmount: not_the_same_amount,
    refusals.StatementDoesNotFollow: statement_does_not_follow,
    refusals.NotReconciled: not_reconciled,
}
