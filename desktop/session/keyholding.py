"""The recovery sheet of the open book as the window prints it; never kept anywhere."""

from __future__ import annotations

from io import BytesIO

from desktop.session.session import Session
from ledger.queries.standing import letterhead
from reports.document import Printed
from reports.documents.frame import Frame
from reports.documents.recovery_sheet import recovery_sheet
from reports.render.pdf import render_pdf
from reports.words.voice import Voice


def recovery_pdf(session: Session, voice: Voice) -> bytes:
    """The sheet as PDF, in the reader's language.

    Raises:
        NotEncrypted: the book has no key.
    """
    frame = Frame(session.ask(letterhead), voice, Printed(session.user, session.now))
    sheet = recovery_sheet(session.recovery_code(), session.path.name, frame)
    out = BytesIO()
    render_pdf([sheet], voice, out)
    return out.getvalue()
