"""Papers as bytes and files; the makers of PDF and workbooks are imported when first needed."""

from __future__ import annotations

import errno
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import chain
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
from reports.document import Document, Printed, SlipsTwoUp
from reports.words.voice import Voice

Ask = Callable[..., Any]
Step = Callable[[int, int], None]

# Papers whose lines then stand in a passbook, by the question they ask.
QUESTIONS_OF_PASSBOOKS = {"passbook": passbook, "lines-to-copy": lines_to_copy}


@dataclass(frozen=True, slots=True)
class Batch:
    """Papers in one file; of a PDF ``last_pages`` says where each of ``papers`` ends.

    With ``sets`` above one all papers come so often, the later times as copies.
    """

    content: bytes
    papers: tuple[Wanted, ...]
    last_pages: tuple[int, ...] = ()
    sets: int = 1

    def in_all_sets(self, pages: Iterable[int]) -> tuple[int, ...]:
        """These pages of the first set, then the same ones of every other set."""
        asked, length = tuple(pages), len(self.papers) // self.sets
        ends = [self.last_pages[nth * length - 1] for nth in range(1, self.sets)]
        return tuple(before + page for before in (0, *ends) for page in asked)

    def on_pages(self, pages: Iterable[int]) -> tuple[Wanted, ...]:
        """The papers that begin, go on or end on one of these pages, which count from 1."""
        asked, ends = set(pages), self.last_pages
        begins = [1 + max((end for end in ends if end < last), default=0) for last in ends]
        return tuple(
            paper
            for paper, first, last in zip(self.papers, begins, ends, strict=True)
            if asked.intersection(range(first, last + 1))
        )


def batch(  # noqa: PLR0913 - who prints what when, in which form, and who is told
    ask: Ask,
    wanted: Sequence[Wanted],
    *,
    user: str,
    now: datetime,
    ending: str = ".pdf",
    sets: int = 1,
    step: Step | None = None,
) -> Batch:
    """The papers in the form that files of this ending have; so often, the later times as copies.

    Raises:
        Refusal: as ``documents``.
    """
    shown: list[Wanted] = []
    ends: list[int] = []
    papers = chain.from_iterable(
        documents(ask, one, user=user, now=now, step=step, shown=shown)
        for one in [wanted, *(copies_of(ask, wanted, nth) for nth in range(1, sets))]
    )
    voice, out = voice_of(ask, wanted[0]), io.BytesIO()

    def drawn(document: Document, pages: int) -> None:
        # Two receipts may share one sheet: both end on it.
        last = pages + (ends[-1] if ends else 0)
        ends.extend([last] * _papers_on(document))

    if ending == ".pdf":
        from reports.render.pdf import render_pdf

        render_pdf(papers, voice, out, drawn=drawn)
        return Batch(out.getvalue(), tuple(shown), tuple(ends), sets)
    if ending == ".xlsx":
        from reports.render.xlsx import render_xlsx

        render_xlsx(papers, voice, out)
        return Batch(out.getvalue(), tuple(shown))
    from reports.render.text import render_text

    text = "\f".join(render_text(one, voice) for one in papers)
    return Batch(text.encode(), tuple(shown))


def documents(  # noqa: PLR0913 - who prints what when, and who is told
    ask: Ask,
    wanted: Sequence[Wanted],
    *,
    user: str,
    now: datetime,
    step: Step | None = None,
    shown: list[Wanted] | None = None,
) -> Iterator[Document]:
    """The papers as values, one at a time, in their order, on the sheet that the first one wants.

    Of many papers those are left out that would be empty; ``shown`` gathers the others.

    Raises:
        Refusal: what a question refuses, such as UnknownReceipt.
        NothingForMember: every one of them would be empty.
    """
    from reports.documents import Sheet, on_sheet

    sheet = Sheet(wanted[0].sheet) if wanted[0].sheet else None
    gathered = [] if shown is None else shown
    yield from on_sheet(_each(ask, wanted, Printed(user, now), step, gathered), sheet)


def _each(
    ask: Ask,
    wanted: Sequence[Wanted],
    printed: Printed,
    step: Step | None,
    shown: list[Wanted],
) -> Iterator[Document]:
    from reports.documents import PAPERS, made

    empty: NothingForMember | None = None
    for done, one in enumerate(wanted):
        if step is not None:
            step(done, len(wanted))
        if done % TOGETHER == TOGETHER - 1:
            ask(let_go)
        try:
            paper = made(PAPERS[one.name], ask, one.fields, voice_of(ask, one), printed)
        except NothingForMember as nothing:
            empty = nothing
        else:
            shown.append(one)
            yield paper
    if empty is not None and not shown:
        raise empty


def copies_of(ask: Ask, wanted: Iterable[Wanted], nth: int) -> list[Wanted]:
    """The papers as they come the nth time after the next: numbered ones are copies then."""
    return [
        replace(one, fields={**one.fields, "copy": _counted(ask, one).copy + nth})
        if one.name in COUNTED
        else one
        for one in wanted
    ]


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


def keep(content: bytes, path: Path, settle: Callable[[], object] = lambda: None) -> None:
    """Write a finished file; ``settle`` is called once it is on the disk and lacks only its name.

    Raises:
        DiskFull, FolderUnwritable, FileOpenElsewhere, StorageFailed: the file cannot be written.
        Refusal: what ``settle`` refuses; there is no file then.
    """
    from reports.render.whole_file import whole_file

    try:
        with whole_file(path, settle) as stream:
            stream.write(content)
    except OSError as error:
        raise _trouble(error, path) from error


def _papers_on(document: Document) -> int:
    """How many papers one document holds: two where two slips share a sheet."""
    pairs = [one for one in document.blocks if isinstance(one, SlipsTwoUp)]
    return 2 if len(pairs) == 1 and pairs[0].lower is not None else 1


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
    if wanted.name not in COUNTED:
        return None
    try:
        return str(_counted(ask, wanted).counted_as)
    except NothingForMember:
        return None


def _counted(ask: Ask, wanted: Wanted) -> Any:
    """What stands on a counted paper: its copy number, and under what it is counted."""
    from reports.documents import PAPERS

    return ask(PAPERS[wanted.name].question, **wanted.fields)
