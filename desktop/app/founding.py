"""A new book from the first window: what is asked, its first user, its recovery sheet."""

from __future__ import annotations

from desktop.app.folders import documents
from desktop.parts.ask import Ask
from desktop.session.keyholding import miss_sheet, recovery_pdf
from desktop.session.screen import Opens
from desktop.session.sheet_dialog import SheetDialog
from desktop.shell.choices import NewBook
from desktop.shell.founding_dialog import FoundingDialog, ask_for_book
from desktop.shell.start import StartWindow
from desktop.shell.window import Window
from ledger.book import Book
from ledger.book.chance import SystemChance, SystemClock
from ledger.domain.people import ALONE
from ledger.usecases.user_keeping import NameUsers, NewUser
from reports.words.voice import Voice


def ask_for_new_book(voice: Voice, start: StartWindow) -> NewBook | None:
    """Ask for everything that a new book begins with; None when nobody wants one."""
    dialog = FoundingDialog(
        voice,
        Ask(start, voice),
        book=SystemChance().letters(32),
        today=SystemClock().now().date(),
        folder=documents(),
    )
    dialog.setParent(start, dialog.windowFlags())
    return ask_for_book(dialog)


def name_founder(book: Book) -> None:
    """Who founds a book is its first user, with every role of a group that works alone."""
    if book.user:
        book.run(NameUsers(users=(NewUser(name=book.user, roles=ALONE),)))


def hand_over_sheet(window: Window, voice: Voice, shows: Opens) -> None:
    """Show the recovery sheet of a new encrypted book, to be printed or saved.

    Who leaves without it is reminded on Home: the book notes that there is none.
    """
    dialog = SheetDialog(
        voice,
        Ask(window, voice),
        makes=lambda other: recovery_pdf(window.session, other),
        folder=documents(),
        parent=window,
    )
    shows(dialog)
    if not dialog.made:
        miss_sheet(window.session)
    dialog.deleteLater()
