"""One import of rows is taken back as a whole: chosen among the files that came in."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from desktop.parts.words import Says
from desktop.session import Session
from desktop.session.asked import AskedDialog, day, picks, reason
from desktop.session.more import Deed
from desktop.session.screen import Screen
from ledger.queries.import_runs import ImportRunRow, import_runs
from ledger.usecases.import_back import TakeBackImport
from reports.words.voice import Voice


def deeds_of(screen: Screen) -> tuple[Deed, ...]:
    """The further forms of the page of other people's lists."""
    return (Deed("take-back-import", _title, lambda: take_back_form(screen.session, screen.voice)),)


def take_back_form(session: Session, voice: Voice) -> QDialog | None:
    """The files that still stand, the newest first."""
    rows = [one for one in session.ask(import_runs).rows if one.taken_back_on is None]
    if not rows:
        return None
    return AskedDialog(
        session,
        voice,
        title=_title,
        verb=lambda voice: voice.tr("Take back"),
        asks=(
            picks(
                "run",
                lambda voice: voice.tr("File"),
                [(one.run, _said(one)) for one in reversed(rows)],
            ),
            day(),
            reason(),
        ),
        makes=TakeBackImport,
    )


def _said(one: ImportRunRow) -> Says:
    return lambda voice: voice.tr("{number}: {name} ({count})").format(
        number=voice.number(one.run), name=one.source, count=voice.number(one.count)
    )


def _title(voice: Voice) -> str:
    return voice.tr("Take back an import of rows")
