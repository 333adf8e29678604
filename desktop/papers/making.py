"""Papers as bytes and files; the makers of PDF and workbooks are imported when first needed."""

from __future__ import annotations

import errno
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from desktop.papers.state import COUNTED, UNPRINTED, Wanted
from ledger.domain.days import Month
from ledger.domain.refusals import (
    DiskFull,
    FolderUnwritable,
    NothingForMember,
    Refusal,
    StorageFailed,
)
from ledger.domain.refusals.paper_files import FileOpenElsewhere
from ledger.queries.members import members
from ledger.queries.papers import receipts
from ledger.queries.passbook import lines_to_copy, passbook
from ledger.queries.resting import TOGETHER, let_go
from ledger.queries.standing import letterhead
from ledger.usecases.passbooks import RecordPassbook
from reports.document import Document, Printed
from reports.words.voice import Voice

Ask = Callable[..., Any]
Step = Callable[[int, int], None]

# Papers whose lines then stand in a passbook, by the question they ask.
QUESTIONS_OF_PASSBOOKS = {"passbook": passbook, "lines-to-copy": lines_to_copy}


def documents(
    ask: Ask, wanted: Sequence[Wanted], *, user: str, now: datetime, step: Step | None = None
) -> Iterator[Document]:
    """The papers as values, one at a time, in their order, on the sheet that the first one wants.

    Of many papers those are left out that would be empty.

    Raises:
        Refusal: what a question refuses, such as UnknownReceipt.
        NothingForMember: every one of them would be empty.
    """
    from reports.documents import Sheet, on_sheet

    sheet = Sheet(wanted[0].sheet) if wanted[0].sheet else None
    yield from on_sheet(_each(ask, wanted, Printed(user, now), step), sheet)


def _each(
    ask: Ask, wanted: Sequence[Wanted], printed: Printed, step: Step | None
) -> Iterator[Document]:
    from reports.documents import PAPERS, made

    empty: NothingForMember | None = None
    shown = 0
    for done, one in enumerate(wanted):
        if step is not None:
            step(done, len(wanted))
        if done % TOGETHER == TOGETHER - 1:
            ask(let_go)
        try:
            yield made(PAPERS[one.name], ask, one.fields, voice_of(ask, one), printed)
            shown += 1
        except NothingForMember as nothing:
            empty = nothing
    if empty is not None and not shown:
        raise empty


def title_of(name: str, voice: Voice) -> str:
    """What a paper is called in the list."""
    from reports.documents import PAPERS

    if name == UNPRINTED:
        return voice.tr("Receipts not printed yet")
    return voice.tr(PAPERS[name].title)


def voice_of(ask: Ask, wanted: Wanted) -> Voice:
    """The language wanted, with the digits and the era of the cooperative."""
    from reports.documents import voice_for

    return voice_for(wanted.language, ask(letterhead))


def pdf_of(papers: Iterable[Document], voice: Voice) -> bytes:
    from reports.render.pdf import render_pdf

    stream = io.BytesIO()
    render_pdf(papers, voice, stream)
    return stream.getvalue()


def write(papers: Iterable[Document], voice: Voice, path: Path) -> None:
    """Write the papers in the form that the ending of the file asks for.

    Raises:
        DiskFull, FolderUnwritable, FileOpenElsewhere, StorageFailed: the file cannot be written.
    """
    try:
        _write(papers, voice, path)
    except OSError as error:
        raise _trouble(error, path) from error


def keep(pdf: bytes, path: Path) -> None:
    """Write a finished PDF.

    Raises:
        DiskFull, FolderUnwritable, FileOpenElsewhere, StorageFailed: the file cannot be written.
    """
    from reports.render.whole_file import whole_file

    try:
        with whole_file(path) as stream:
            stream.write(pdf)
    except OSError as error:
        raise _trouble(error, path) from error


def _write(papers: Iterable[Document], voice: Voice, path: Path) -> None:
    if path.suffix == ".xlsx":
        from reports.render.xlsx import render_xlsx

        render_xlsx(papers, voice, path)
    elif path.suffix == ".txt":
        from reports.render.text import render_text
        from reports.render.whole_file import whole_file

        with whole_file(path) as stream:
            stream.write("\f".join(render_text(one, voice) for one in papers).encode())
    else:
        from reports.render.pdf import render_pdf

        render_pdf(papers, voice, path)


def _trouble(error: OSError, path: Path) -> Refusal:
    if error.errno == errno.EBUSY:
        return FileOpenElsewhere(str(path))
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(str(path))
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOENT, errno.ENOTDIR):
        return FolderUnwritable(str(path.parent))
    return StorageFailed(str(path), str(error))


def unprinted(ask: Ask, *, today: Any) -> tuple[str, ...]:
    """The receipts of this month that no printer has seen, in their order."""
    found = ask(receipts, since=Month.of(today).first, until=today).rows
    return tuple(row.receipt for row in found if row.prints == 0 and row.void is None)


def single(wanted: Wanted, labels: Iterable[str]) -> tuple[Wanted, ...]:
    """A list of receipts, or one paper for everybody, as single papers; others as they are.

    ``labels`` are the receipts, or the members' numbers.
    """
    if wanted.everybody:
        return tuple(
            replace(wanted, fields={**wanted.fields, "member": one}, everybody=False)
            for one in labels
        )
    if wanted.name != UNPRINTED:
        return (wanted,)
    return tuple(
        Wanted("receipt", {"receipt": label}, wanted.language, wanted.sheet) for label in labels
    )


def everybody(ask: Ask, *, today: date) -> tuple[str, ...]:
    """The numbers of the members of the day, in the order of the sheet."""
    return tuple(row.number for row in ask(members, at=today).rows)


def passbook_marks(ask: Ask, wanted: Iterable[Wanted]) -> list[RecordPassbook]:
    """How far passbooks have come once these papers are printed."""
    found: list[RecordPassbook] = []
    for one in wanted:
        if one.name in QUESTIONS_OF_PASSBOOKS:
            with suppress(NothingForMember):
                answer = ask(QUESTIONS_OF_PASSBOOKS[one.name], **one.fields)
                found.extend(
                    RecordPassbook(
                        card=mark.card, movements=mark.movements, page=mark.page, line=mark.line
                    )
                    for mark in answer.places
                )
    return found


def number_of(ask: Ask, wanted: Wanted) -> str | None:
    """Under what prints of this paper are counted; None for other papers, and for an empty one.

    Raises:
        Refusal: what the question refuses, such as UnknownReceipt.
    """
    from reports.documents import PAPERS

    if wanted.name not in COUNTED:
        return None
    try:
        return str(ask(PAPERS[wanted.name].question, **wanted.fields).counted_as)
    except NothingForMember:
        return None
