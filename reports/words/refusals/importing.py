"""Sentences about files that are brought in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain import refusals
from reports.words.labels import quoted
from reports.words.voice import Voice


def unknown_kind_of_account(refusal: refusals.UnknownKindOfAccount, voice: Voice) -> str:
    return voice.tr(
        "Row {line}: “{account}” begins with none of the five kinds. "
        "Begin the name with assets:, liabilities:, equity:, income: or expenses:."
    ).format(line=refusal.line, account=quoted(refusal.account))


def bad_row(refusal: refusals.BadRow, voice: Voice) -> str:
    return voice.tr(
        "Row {line}: “{text}” in column {column} cannot be read. "
        "Correct it in the file and import again; nothing was saved."
    ).format(line=refusal.line, text=quoted(refusal.text), column=quoted(refusal.column))


def import_unbalanced(refusal: refusals.ImportUnbalanced, voice: Voice) -> str:
    return voice.tr(
        "Row {line}: the rows of entry {entry} do not add up to zero, {difference} is left. "
        "Correct the amounts in the file and import again; nothing was saved."
    ).format(
        line=refusal.line,
        entry=quoted(refusal.entry),
        difference=voice.signed(refusal.difference),
    )


def entry_missing(refusal: refusals.EntryMissing, voice: Voice) -> str:
    return voice.tr(
        "Row {line} does not say which entry it belongs to. Fill in the column “entry”."
    ).format(line=refusal.line)


def not_text(refusal: refusals.NotText, voice: Voice) -> str:
    return voice.tr(
        "{path} is not a text file in UTF-8 or Windows-874. Save it as CSV in UTF-8 and try again."
    ).format(path=refusal.path)


SENTENCES: dict[type[refusals.Refusal], Callable[[Any, Voice], str]] = {
    refusals.UnknownKindOfAccount: unknown_kind_of_account,
    refusals.BadRow: bad_row,
    refusals.ImportUnbalanced: import_unbalanced,
    refusals.EntryMissing: entry_missing,
    refusals.NotText: not_text,
}
