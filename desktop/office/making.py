"""Papers of the office as bytes; the makers of PDF and workbooks are imported when needed."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import Any

from desktop.office.session import OfficeSession
from desktop.office.state import Wanted
from desktop.parts.columns import Seen
from desktop.session.seen_dialog import list_paper
from ledger.network.questions import change, compare, missing, organisation_month, roll_up
from reports.words.voice import Language, Voice

# The questions of the papers, by the papers' names.
QUESTIONS: Mapping[str, Callable[..., Any]] = {
    "roll-up": roll_up,
    "compare": compare,
    "missing": missing,
    "change": change,
    "figures": organisation_month,
}


def paper_bytes(
    session: OfficeSession, wanted: Wanted, language: Language, ending: str = ".pdf"
) -> bytes:
    """The paper in the form that files of this ending have.

    Raises:
        Refusal: what its question refuses, such as NotHandedIn.
    """
    from reports.document import Printed
    from reports.documents.frame import Frame
    from reports.documents.network import NETWORK_PAPERS, office_head

    voice, out = Voice(language), io.BytesIO()
    frame = Frame(office_head(session.register), voice, Printed(session.user, session.now))
    answer = session.ask(QUESTIONS[wanted.paper], **wanted.fields)
    document = NETWORK_PAPERS[wanted.paper][1](answer, frame)
    if ending == ".xlsx":
        from reports.render.xlsx import render_xlsx

        render_xlsx([document], voice, out)
    elif ending == ".txt":
        from reports.render.text import render_text

        out.write(render_text(document, voice).encode())
    else:
        from reports.render.pdf import render_pdf

        render_pdf([document], voice, out)
    return out.getvalue()


def list_pdf(session: OfficeSession, voice: Voice, title: str, seen: Seen) -> bytes:
    """A list as it is seen, under the office's name."""
    from reports.document import Printed
    from reports.documents.frame import Frame
    from reports.documents.network import office_head

    head = office_head(session.register)
    return list_paper(Frame(head, voice, Printed(session.user, session.now)), title, seen)


def title_of(paper: str, voice: Voice) -> str:
    """What a paper is called."""
    from reports.documents.network import NETWORK_PAPERS

    return voice.tr(NETWORK_PAPERS[paper][0])
