"""Every paper of the program from the books of the tests, in whatever language is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ledger.book import Book
from ledger.domain.money import baht
from ledger.usecases.closing import CloseMonth, ReopenMonth
from reports.document import Document, Printed
from reports.documents import PAPERS, made
from reports.words.voice import Language, Voice
from tests.queries.small_book import MARCH, THAI_TIME, TREASURER, small_book
from tests.reports.documents.loan_book import TODAY, loan_book
from tests.reports.documents.project_book import TODAY as OF_PROJECT
from tests.reports.documents.project_book import project_book
from tests.reports.documents.test_documents_golden import FIELDS
from tests.reports.documents.test_documents_loans import LOAN_FIELDS, cards
from tests.reports.documents.test_documents_opening import opening_book
from tests.reports.documents.test_documents_projects import PROJECT_FIELDS, WITHOUT_DAY
from tests.reports.documents.test_documents_welfare import WELFARE_FIELDS
from tests.reports.documents.test_documents_year import FIELDS as YEAR_FIELDS
from tests.reports.documents.welfare_book import welfare_book
from tests.reports.documents.year_book import year_book
from tests.support.books import Village, found_village

Fields = Mapping[str, Mapping[str, Any]]
LANGUAGES: tuple[Language, ...] = ("th", "en", "both")
PRINTED = Printed(TREASURER, datetime(2026, 4, 5, 9, 30, tzinfo=THAI_TIME))


def every_paper(
    folder: Path, languages: tuple[Language, ...] = LANGUAGES
) -> Iterator[tuple[str, Language, Document]]:
    """Name, language and document, one book after the other; the books are made in ``folder``."""
    seen: set[str] = set()
    for number, found in enumerate((_small, _lent, _welfare, _projects, _year, _opening, _closed)):
        place = folder / f"book-{number}"
        place.mkdir()
        book, fields = found(place)
        with book:
            for paper, asked in fields.items():
                seen.add(paper)
                for language in languages:
                    kind, voice = PAPERS[paper], Voice(language)
                    yield paper, language, made(kind, book.ask, asked, voice, PRINTED)
    if missing := PAPERS.keys() - seen:
        raise LookupError(f"no book of the tests prints {sorted(missing)}")


def _small(folder: Path) -> tuple[Book, Fields]:
    return small_book(folder / "small.satcha").book, FIELDS


def _lent(folder: Path) -> tuple[Book, Fields]:
    village = loan_book(folder)
    card = cards(village)

    def asked(named: Mapping[str, Any]) -> Mapping[str, Any]:
        found = {"card": card[str(named["card"])]} if "card" in named else {}
        return {**named, "at": TODAY, **found}

    return village.book, {paper: asked(named) for paper, named in LOAN_FIELDS.items()}


def _welfare(folder: Path) -> tuple[Book, Fields]:
    return welfare_book(folder).book, WELFARE_FIELDS


def _projects(folder: Path) -> tuple[Book, Fields]:
    days = {paper: {} if paper in WITHOUT_DAY else {"at": OF_PROJECT} for paper in PROJECT_FIELDS}
    fields = {paper: {**days[paper], **named} for paper, named in PROJECT_FIELDS.items()}
    return project_book(folder).book, fields


def _year(folder: Path) -> tuple[Book, Fields]:
    return year_book(folder).book, {**YEAR_FIELDS, "share-out": {}}


def _opening(folder: Path) -> tuple[Book, Fields]:
    return opening_book(folder).book, {"cut-over": {}}


def _closed(folder: Path) -> tuple[Book, Fields]:
    """A month that was opened again after its report was printed."""
    village: Village = found_village(folder, today=date(2026, 4, 2), starts_on=MARCH.first)
    village.saver(baht(500), on=date(2026, 3, 5))
    village.run(CloseMonth(month=MARCH))
    village.run(ReopenMonth(month=MARCH, reason="ลืมใบเสร็จ"))
    village.deposit(1, baht(30), on=date(2026, 3, 31))
    village.run(CloseMonth(month=MARCH))
    return village.book, {"report-differences": {}}
