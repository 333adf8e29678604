"""Sentences about files that are brought in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain import refusals
from ledger.domain.refusals.importing import FileTooLarge, NotAPlainFile, QuoteAstray, ReaderTooOld
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


def quote_astray(refusal: QuoteAstray, voice: Voice) -> str:
    return voice.tr(
        "A quotation mark in row {line} or below it is out of place or is never closed. Take it "
        "out or close it in the file, and import again; nothing was saved."
    ).format(line=refusal.line)


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


def workbook_unreadable(refusal: refusals.WorkbookUnreadable, voice: Voice) -> str:
    return voice.tr(
        "{path} is not an Excel workbook (.xlsx). Open it in a spreadsheet program, "
        "save it as .xlsx and try again."
    ).format(path=refusal.path)


def not_a_plain_file(refusal: NotAPlainFile, voice: Voice) -> str:
    return voice.tr(
        "{path} is a folder or a device and no file that can be read. Choose the file itself."
    ).format(path=refusal.path)


def file_too_large(refusal: FileTooLarge, voice: Voice) -> str:
    kilobytes = refusal.most >> 10
    most = f"{kilobytes >> 10} MB" if kilobytes >> 10 else f"{kilobytes} KB"
    return voice.tr(
        "{path}, or a line of it, is larger than {most} and was not read. Look whether it is the "
        "right file, or divide it."
    ).format(path=refusal.path, most=most)


def reader_too_old(refusal: ReaderTooOld, voice: Voice) -> str:
    return voice.tr(
        "Files of others are not opened with the library of this computer ({found}, at least "
        "{needed} is needed): a hostile file could harm it. Install the program again."
    ).format(found=quoted(refusal.found), needed=refusal.needed)


def workbook_locked(refusal: refusals.WorkbookLocked, voice: Voice) -> str:
    return voice.tr(
        "{path} has a password or is of the old .xls kind. "
        "Save it as .xlsx without a password and try again."
    ).format(path=refusal.path)


def workbook_has_macros(refusal: refusals.WorkbookHasMacros, voice: Voice) -> str:
    return voice.tr(
        "{path} carries a program (macros) and is not opened. Save it as .xlsx and try again."
    ).format(path=refusal.path)


def workbook_too_large(refusal: refusals.WorkbookTooLarge, voice: Voice) -> str:
    return voice.tr(
        "{path} is larger than can be read safely. "
        "Delete empty rows and other sheets, or divide it into several workbooks."
    ).format(path=refusal.path)


def sheet_columns_wrong(refusal: refusals.SheetColumnsWrong, voice: Voice) -> str:
    return voice.tr(
        "The first row of sheet “{sheet}” must name these columns: {needed}. It names: {found}."
    ).format(
        sheet=quoted(refusal.sheet),
        needed=", ".join(refusal.needed),
        found=quoted(", ".join(refusal.found)) or "-",
    )


def formula_in_cell(refusal: refusals.FormulaInCell, voice: Voice) -> str:
    return voice.tr(
        "“{text}” is a formula. Type its result instead, or paste it as values."
    ).format(text=quoted(refusal.text))


def number_cut_short(refusal: refusals.NumberCutShort, voice: Voice) -> str:
    return voice.tr(
        "“{text}” is a long number that the spreadsheet has shortened. "
        "Format the column as text and type all digits again."
    ).format(text=quoted(refusal.text))


def not_a_cell_amount(refusal: refusals.NotACellAmount, voice: Voice) -> str:
    return voice.tr(
        "“{text}” is no amount of baht. Type it like 1,250.50, with digits only and no minus."
    ).format(text=quoted(refusal.text))


def not_a_cell_day(refusal: refusals.NotACellDay, voice: Voice) -> str:
    return voice.tr(
        "“{text}” is no day. Type it like 22/11/2569, with a year of four digits."
    ).format(text=quoted(refusal.text))


def row_twice(refusal: refusals.RowTwice, voice: Voice) -> str:
    return voice.tr("The sheet has a row for “{text}” already. Keep one of the two.").format(
        text=quoted(refusal.text)
    )


def cards_differ(refusal: refusals.CardsDiffer, voice: Voice) -> str:
    return voice.tr(
        "Account {account}: the trial balance on paper says {paper}, the members’ rows add up to "
        "{cards}, and the difference is {difference}. Find it on paper first; nothing was saved."
    ).format(
        account=quoted(refusal.account),
        paper=voice.signed(refusal.paper),
        cards=voice.signed(refusal.cards),
        difference=voice.signed(refusal.difference),
    )


SENTENCES: dict[type[refusals.Refusal], Callable[[Any, Voice], str]] = {
    refusals.UnknownKindOfAccount: unknown_kind_of_account,
    refusals.BadRow: bad_row,
    refusals.ImportUnbalanced: import_unbalanced,
    refusals.EntryMissing: entry_missing,
    QuoteAstray: quote_astray,
    refusals.NotText: not_text,
    refusals.CardsDiffer: cards_differ,
    refusals.FormulaInCell: formula_in_cell,
    refusals.NotACellAmount: not_a_cell_amount,
    refusals.NotACellDay: not_a_cell_day,
    refusals.NumberCutShort: number_cut_short,
    refusals.RowTwice: row_twice,
    refusals.SheetColumnsWrong: sheet_columns_wrong,
    refusals.WorkbookHasMacros: workbook_has_macros,
    FileTooLarge: file_too_large,
    NotAPlainFile: not_a_plain_file,
    ReaderTooOld: reader_too_old,
    refusals.WorkbookLocked: workbook_locked,
    refusals.WorkbookTooLarge: workbook_too_large,
    refusals.WorkbookUnreadable: workbook_unreadable,
}
