"""Documents into a spreadsheet that people go on calculating with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from reports.document import Document
from reports.render.fixed_zip import FixedZip
from reports.render.plain import one_line
from reports.render.whole_file import whole_file
from reports.render.xlsx_parts import parts_of, slips_of
from reports.render.xlsx_sheet import ReadySheet, write_sheet
from reports.words.voice import Voice

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31


def render_xlsx(
    documents: Document | Iterable[Document], voice: Voice, target: Path | BinaryIO
) -> int:
    """Write the documents as one workbook, each table on its sheet; answers the number of sheets.

    Raises:
        ValueError: there is no document.
        OSError: the file cannot be written; nothing is left under its name then.
    """
    many = [documents] if isinstance(documents, Document) else documents
    workbook: Any = Workbook(write_only=True)
    workbook.calculation.fullCalcOnLoad = True  # sums are written without their results
    try:
        first = _fill(workbook, many, voice)
        with whole_file(target) as stream:
            _save(workbook, first, stream)
    except BaseException:
        for sheet in workbook.worksheets:
            sheet.discard()
        raise
    return len(workbook.worksheets)


def _fill(workbook: Any, documents: Iterable[Document], voice: Voice) -> Document:
    """Write the rows of all documents; answers the first of them."""
    names: set[str] = set()
    first: Document | None = None
    for document in (slip for sheet in documents for slip in slips_of(sheet)):
        first = first or document
        for part in parts_of(document, voice):
            sheet = ReadySheet(workbook, _sheet_name(part.name or document.title, names))
            workbook._add_sheet(sheet)  # noqa: SLF001  (its public door makes its own class only)
            write_sheet(sheet, part, document, voice)
    if first is None:
        raise ValueError("there is nothing to write")
    return first


def _save(workbook: Any, first: Document, stream: BinaryIO) -> None:
    moment = _without_zone(first.printed.at)
    facts = workbook.properties
    facts.title, facts.creator = one_line(first.title), one_line(first.cooperative)
    facts.created = facts.modified = moment
    with FixedZip(stream, moment) as archive:
        ExcelWriter(workbook, archive).save()


def _without_zone(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment


def _sheet_name(wanted: str, taken: set[str]) -> str:
    """A name that spreadsheets accept, and that no sheet has yet."""
    plain_name = _FORBIDDEN.sub(" ", one_line(wanted)).strip(" '")[:_LONGEST_NAME].strip(" '")
    name = plain_name or "Sheet"
    nth = 1
    while name.casefold() in taken or name.casefold() == "history":
        nth += 1
        ending = f" ({nth})"
        name = plain_name[: _LONGEST_NAME - len(ending)] + ending
    taken.add(name.casefold())
    return name
