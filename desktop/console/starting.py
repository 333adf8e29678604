"""``satcha window`` and ``start``: the window, or without a screen last month's report on paper."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.console.arguments import Call, Given
from desktop.console.terminal import DONE
from desktop.console.texts import N_

if TYPE_CHECKING:
    from ledger.book import Book
    from ledger.domain.days import Month

_REPORT = "monthly-report"


def _window(given: Given) -> int:
    from desktop.console.refusals import NoScreen

    if not given.terminal.has_screen:
        raise NoScreen
    book = given.places.get("BOOK")
    return _open_window(given, None if book is None else Path(book))


def _start(given: Given) -> int:
    book = practice_book(user_folder(given.terminal.surroundings))
    if given.terminal.has_screen:
        return _open_window(given, book)
    return _write_reports(given, book)


def _open_window(given: Given, book: Path | None) -> int:
    """Open the window; answers what it leaves with.

    Raises:
        WindowMissing: the libraries that draw it cannot be loaded.
    """
    try:
        return given.terminal.open_window(book)
    except ImportError as error:
        from desktop.console.refusals import WindowMissing

        raise WindowMissing(str(error)) from error


def user_folder(surroundings: Mapping[str, str]) -> Path:
    """Where this user's programs keep what belongs to them."""
    if sys.platform == "win32":
        kept = surroundings.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    else:
        kept = surroundings.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(kept) / "satcha"


def practice_book(folder: Path) -> Path:
    """The practice book of this user; made where there is none yet."""
    from desktop.console.exporting import make_folder
    from ledger.practice import make
    from ledger.practice.making import FILE

    make_folder(folder)
    book = folder / FILE
    return book if book.exists() else make(folder)


def _write_reports(given: Given, path: Path) -> int:
    """Last month's report in Thai and in English beside the book; says where."""
    from desktop.console.answers import json_text
    from desktop.console.printing import Printer, find_paper, write_papers
    from desktop.console.sentences import voice_of
    from ledger.book import Book

    files = []
    with Book.open(path) as book:
        month = last_month(book).iso
        printers = {language: Printer(book, voice_of(language)) for language in ("th", "en")}
        # Both are made before either is counted, so that they stand at the same act.
        papers = {
            language: printer.paper(find_paper(_REPORT), {"month": month})
            for language, printer in printers.items()
        }
        for language, printer in printers.items():
            target = path.with_name(f"{_REPORT}-{month}-{language}.pdf")
            write_papers(target, printer, [papers[language]])
            files.append(str(target))
    given.terminal.answer(json_text({"book": str(path), "files": files}))
    for file in files:
        given.terminal.say(given.voice.tr("Last month's report: {path}").format(path=file))
    return DONE


def last_month(book: Book) -> Month:
    """The month before today's; of a book that ends earlier, its last one."""
    from ledger.domain.days import Month
    from ledger.queries.trial_balance import trial_balance

    ends = book.ask(trial_balance).at or book.today
    return min(Month.of(book.today).plus(-1), Month.of(ends))


CALLS = (
    Call("window", N_("opens the window"), _window, places=("[BOOK]",)),
    Call(
        "start",
        N_("opens the practice book; without a screen writes last month's report as PDF"),
        _start,
    ),
)
