"""From a line of a loan's card to the entry that booked it."""

from __future__ import annotations

from functools import partial

from desktop.session.loan_page import LoanPage
from desktop.session.places import Place
from desktop.session.screen import Screen
from ledger.domain.loans.contract import CardLine
from ledger.queries.journal import journal
from reports.words.voice import Voice


def leads_to_entries(page: LoanPage, screen: Screen) -> None:
    """Enter on a line of the loan that is open in the screen goes to its entry."""
    page.lines.activated.connect(partial(_go_to_entry, screen))


def _go_to_entry(screen: Screen, line: CardLine) -> None:
    day = line.date
    rows = screen.session.ask(journal, card=screen.opened, since=day, until=day).entries
    # Several of a day are told apart by what was paid; the newest is the one that stands.
    same = [row for row in rows if row.total >= line.amount and row.reversed_by is None]
    found = (same or list(rows))[-1:]
    if found:
        screen.go_to.emit(Place("journal", found[0].number))
    else:
        screen.asks.tell(_nothing_booked)


def _nothing_booked(voice: Voice) -> str:
    return voice.tr("Nothing was booked for this line: it tells what the contract says.")
