"""Papers as bytes and files; the makers of PDF and workbooks are imported when first needed."""

from __future__ import annotations

import errno
import io
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.papers.state import COUNTED, UNPRINTED, Wanted
from ledger.domain.days import Month
from ledger.domain.refusals import DiskFull, FolderUnwritable, StorageFailed
from ledger.queries.papers import receipts
from reports.document import Document, Printed
from reports.words.voice import Voice

Ask = Callable[..., Any]
Step = Callable[[int, int], None]


def documents(
    ask: Ask, wanted: Sequence[Wanted], *, user: str, now: datetime, step: Step | None = None
) -> list[Document]:
    """The papers as values, in their order.

    Raises:
        Refusal: what a question refuses, such as UnknownReceipt.
    """
    from reports.documents import PAPERS, made

    printed = Printed(user, now)
    found = []
    for done, one in enumerate(wanted):
        if step is not None:
            step(done, len(wanted))
        found.append(made(PAPERS[one.name], ask, one.fields, one.voice, printed))
    return found


def title_of(name: str, voice: Voice) -> str:
    """What a paper is called in the list."""
    from reports.documents import PAPERS

    if name == UNPRINTED:
        return voice.tr("Receipts not printed yet")
    return voice.tr(PAPERS[name].title)


def pdf_of(papers: Iterable[Document], voice: Voice) -> bytes:
    from reports.render.pdf import render_pdf

    stream = io.BytesIO()
    render_pdf(papers, voice, stream)
    return stream.getvalue()


def write(papers: Sequence[Document], voice: Voice, path: Path) -> None:
    """Write the papers in the form that the ending of the file asks for.

    Raises:
        DiskFull, FolderUnwritable, StorageFailed: the file cannot be written.
    """
    try:
        _write(papers, voice, path)
    except OSError as error:
        raise _trouble(error, path) from error


def keep(pdf: bytes, path: Path) -> None:
    """Write a finished PDF.

    Raises:
        DiskFull, FolderUnwritable, StorageFailed: the file cannot be written.
    """
    try:
        path.write_bytes(pdf)
    except OSError as error:
        raise _trouble(error, path) from error


def _write(papers: Sequence[Document], voice: Voice, path: Path) -> None:
    if path.suffix == ".xlsx":
        from reports.render.xlsx import render_xlsx

        render_xlsx(papers, voice, path)
    elif path.suffix == ".txt":
        from reports.render.text import render_text

        text = "\f".join(render_text(one, voice) for one in papers)
        path.write_text(text, encoding="utf-8")
    else:
        from reports.render.pdf import render_pdf

        render_pdf(papers, voice, path)


def _trouble(error: OSError, path: Path) -> DiskFull | FolderUnwritable | StorageFailed:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(str(path))
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOENT):
        return FolderUnwritable(str(path.parent))
    return StorageFailed(str(path), str(error))


def unprinted(ask: Ask, *, today: Any) -> tuple[str, ...]:
    """The receipts of this month that no printer has seen, in their order."""
    found = ask(receipts, since=Month.of(today).first, until=today).rows
    return tuple(row.receipt for row in found if row.prints == 0 and row.void is None)


def single(wanted: Wanted, labels: Iterable[str]) -> tuple[Wanted, ...]:
    """A list of receipts as single papers; any other paper as it is."""
    if wanted.name != UNPRINTED:
        return (wanted,)
    return tuple(Wanted("receipt", {"receipt": label}, wanted.language) for label in labels)


def number_of(wanted: Wanted) -> str | None:
    """The printed number under which prints of this paper are counted; None for other papers."""
    name = COUNTED.get(wanted.name)
    return None if name is None else str(wanted.fields[name])
