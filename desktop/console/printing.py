"""``satcha print``: any paper as PDF, workbook or text; one, or one for every member."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from desktop.console.answers import json_text
from desktop.console.arguments import Call, Given, Option
from desktop.console.asking import arguments_in, signature_of
from desktop.console.books import USER_OPTION, book_to_read
from desktop.console.exporting import OUT_OPTION, write_whole
from desktop.console.naming import kebab
from desktop.console.reading import JSON_OPTION, json_given
from desktop.console.refusals import NotForMembers, NothingToPrint, PlaceMissing, UnknownPaper
from desktop.console.sentences import voice_of
from desktop.console.terminal import DONE
from desktop.console.texts import N_
from ledger.book import Book
from ledger.book.chance import SystemClock
from ledger.domain.papers import report_label
from ledger.domain.refusals import BookReadOnly, NotAChoice, NothingForMember
from ledger.queries.members import members
from ledger.queries.monthly_report import monthly_report
from ledger.queries.passbook import lines_to_copy, passbook
from ledger.queries.resting import TOGETHER, let_go
from ledger.queries.standing import letterhead
from ledger.usecases.passbooks import RecordPassbook
from ledger.usecases.printing import RecordPrint
from reports.document import Document, Printed

if TYPE_CHECKING:
    from reports.documents import PaperKind
    from reports.words.voice import Voice

LANGUAGES = ("th", "en", "both")
SHEETS = ("a4", "a5", "roll", "two-on-a4")
MEMBER = "member"


@dataclass(frozen=True, slots=True)
class Printer:
    """Makes papers of an open book for one reader."""

    book: Book
    voice: Voice
    kept: list[RecordPassbook] = field(default_factory=list)
    numbered: list[str] = field(default_factory=list)
    reports: list[str] = field(default_factory=list)

    def paper(self, kind: PaperKind, plain: Mapping[str, Any]) -> Document:
        """The paper with the fields of a JSON object; numbered papers are noted, to be counted.

        Raises:
            Refusal: the fields cannot be read, or what the question refuses.
        """
        from reports.documents import made

        fields = arguments_in(kind.question, plain, self.book.today)
        printed = Printed(self.book.user, SystemClock().now())
        document = made(kind, self.book.ask, fields, self.voice, printed)
        if "copy" in signature_of(kind.question) and "copy" not in fields:
            self.numbered.append(self.book.ask(kind.question, **fields).counted_as)
        elif kind.question is monthly_report:
            self.reports.append(report_label(fields["month"]))
        self.kept.extend(passbook_marks(kind, self.book.ask, fields))
        return document

    def count(self) -> None:
        """Count the prints of numbered papers, so that every later one is marked as a copy."""
        for label in self.numbered:
            self.book.run(RecordPrint(paper=label))
        # A report has no copies: month end asks whether it was printed, where the book can be told.
        with suppress(BookReadOnly):
            for label in self.reports:
                self.book.run(RecordPrint(paper=label))

    def remember(self) -> None:
        """What stands in passbooks now; told only after the paper is written."""
        for command in self.kept:
            self.book.run(command)


def passbook_marks(
    kind: PaperKind, ask: Callable[..., Any], fields: Mapping[str, Any]
) -> list[RecordPassbook]:
    """The marks that a paper with lines for passbooks leaves behind; none for other papers."""
    if kind.question not in (passbook, lines_to_copy):
        return []
    return [
        RecordPassbook(card=one.card, movements=one.movements, page=one.page, line=one.line)
        for one in ask(kind.question, **fields).places
    ]


def find_paper(name: str) -> PaperKind:
    """The paper of that name.

    Raises:
        UnknownPaper: there is none.
    """
    from reports.documents import PAPERS

    kind = PAPERS.get(kebab(name))
    if kind is None:
        raise UnknownPaper(name)
    return kind


def fields_of_paper(kind: PaperKind) -> dict[str, tuple[Any, object]]:
    """What a paper is asked for with: the fields of its question that it does not fix itself."""
    wanted = signature_of(kind.question)
    return {name: field for name, field in wanted.items() if name not in kind.fixed}


def _print(given: Given) -> int:
    kind = find_paper(given.places["PAPER"])
    if not given.has("out"):
        raise PlaceMissing("--out", given.call.usage)
    target = Path(given.option("out"))
    writer_for(target)  # asked first: nobody waits for papers that have no form
    plain = json_given(given)
    with book_to_read(given) as book:
        printer = Printer(book, _voice(given, book))
        if given.has("all-members"):
            papers = _for_all(given, printer, kind, plain)
        else:
            papers = iter([printer.paper(kind, plain)])
        write_papers(target, printer, _on_sheet(given, papers))
        printer.remember()
    given.terminal.answer(json_text({"files": [str(target)]}))
    return DONE


def _voice(given: Given, book: Book) -> Voice:
    """The language asked for, with the digits and the era of the cooperative unless told."""
    from reports.documents import voice_for
    from reports.words.voice import Era

    language = voice_of(given.option("paper-language", given.language)).language
    voice = voice_for(language, book.ask(letterhead))
    if given.has("digits"):
        voice = replace(voice, thai_digits=given.option("digits") == "thai")
    if given.has("era"):
        voice = replace(voice, era=Era.COMMON if given.option("era") == "ce" else Era.BUDDHIST)
    return voice


def _on_sheet(given: Given, papers: Iterable[Document]) -> Iterable[Document]:
    from reports.documents import Sheet, on_sheet

    return on_sheet(papers, Sheet(given.option("sheet")) if given.has("sheet") else None)


def _for_all(
    given: Given, printer: Printer, kind: PaperKind, plain: Mapping[str, Any]
) -> Iterator[Document]:
    """The paper of every member of the day, one at a time, with the count of them.

    Members for whom the paper would be empty get none.

    Raises:
        NotForMembers: the paper is no member's.
        NothingToPrint: nobody gets one.
    """
    if MEMBER not in fields_of_paper(kind) or MEMBER in plain:
        raise NotForMembers(given.places["PAPER"])
    rows = printer.book.ask(members).rows
    if not rows:
        raise NothingToPrint(given.places["PAPER"])
    printed = 0
    for done, row in enumerate(rows, start=1):
        with suppress(NothingForMember):
            yield printer.paper(kind, {**plain, MEMBER: row.number})
            printed += 1
        if done % TOGETHER == 0:
            printer.book.ask(let_go)
        given.terminal.err.write(f"\r{done}/{len(rows)}")
        given.terminal.err.flush()
    given.terminal.say("")
    if not printed:
        raise NothingToPrint(given.places["PAPER"])


Write = Callable[[Iterable[Document], "Voice", BinaryIO], None]


def writer_for(target: Path) -> Write:
    """What writes files of this ending.

    Raises:
        NotAChoice: there is no such kind of file.
    """
    if target.suffix.lower() not in _WRITERS:
        raise NotAChoice("--out", target.name, tuple(_WRITERS))
    return _WRITERS[target.suffix.lower()]


def write_papers(target: Path, printer: Printer, papers: Iterable[Document]) -> None:
    """Write papers into one file, whole or not at all, and count them only if they are written.

    Raises:
        NotAChoice, FolderUnwritable, DiskFull, StorageFailed: why there is no file.
    """
    write = writer_for(target)
    write_whole(target, lambda out: write(papers, printer.voice, out), printer.count)


def _pdf(documents: Iterable[Document], voice: Voice, out: BinaryIO) -> None:
    from reports.render.pdf import render_pdf

    render_pdf(documents, voice, out)


def _xlsx(documents: Iterable[Document], voice: Voice, out: BinaryIO) -> None:
    from reports.render.xlsx import render_xlsx

    render_xlsx(documents, voice, out)


def _text(documents: Iterable[Document], voice: Voice, out: BinaryIO) -> None:
    from reports.render.text import render_text

    before = ""
    for document in documents:
        out.write(before.encode())
        out.write(render_text(document, voice).encode())
        before = "\f"  # a new sheet, as printers take it


_WRITERS: Mapping[str, Write] = {".pdf": _pdf, ".xlsx": _xlsx, ".txt": _text}


CALLS = (
    Call(
        "print",
        N_("prints a paper into a PDF, XLSX or text file"),
        _print,
        places=("BOOK", "PAPER"),
        example='satcha print a.satcha monthly-report --json \'{"month": "2026-10"}\' --out a.pdf',
        options=(
            JSON_OPTION,
            Option(
                "paper-language",
                "LANGUAGE",
                N_("th, en or both: the language of the paper"),
                choices=LANGUAGES,
            ),
            OUT_OPTION,
            Option(
                "sheet",
                "SHEET",
                N_("a4, a5, roll (80 mm) or two-on-a4: another sheet than the paper's own"),
                choices=SHEETS,
            ),
            Option(
                "digits",
                "DIGITS",
                N_("thai or western: other digits than the cooperative's setting"),
                choices=("thai", "western"),
            ),
            Option(
                "era",
                "ERA",
                N_("be or ce: years of the Buddhist or the common era"),
                choices=("be", "ce"),
            ),
            Option("all-members", says=N_("one paper for every member, with a count of them")),
            USER_OPTION,
        ),
    ),
)
