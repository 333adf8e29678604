"""A line of a bank's statement that was typed wrongly goes out of it again."""

from __future__ import annotations

from functools import partial

from desktop.session import Session
from desktop.session.asked import AskedDialog, day, reason
from ledger.queries.banks import StatementRow
from ledger.usecases.import_back import TakeBackImport
from reports.words.voice import Voice


def line_back_form(session: Session, voice: Voice, line: StatementRow) -> AskedDialog:
    """Takes back what came in with the line: what was typed at once, or the whole file."""
    return AskedDialog(
        session,
        voice,
        title=lambda voice: voice.tr("Take a line of the statement back"),
        verb=lambda voice: voice.tr("Take back"),
        told=partial(_told, line),
        asks=(day(), reason()),
        makes=partial(TakeBackImport, run=line.run or 0),
    )


def _told(line: StatementRow, voice: Voice) -> str:
    said = voice.tr("{day}, {amount} baht {text}").format(
        day=voice.day(line.on), amount=voice.money(line.amount), text=line.text
    )
    if line.source:
        goes = voice.tr(
            "The line came with the file {name}; all of its lines go out of the statement, and "
            "what was joined with them is open again."
        ).format(name=line.source)
    else:
        goes = voice.tr(
            "The line goes out of the statement, and what was joined with it is open again."
        )
    return f"{said.strip()}\n{goes}"
