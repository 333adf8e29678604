"""The cut-over sheet of a workbook that was only looked at, as a page to print and sign."""

from __future__ import annotations

from io import BytesIO

from desktop.session import Session
from ledger.queries.opening_proof import OpeningProof
from ledger.queries.standing import letterhead
from reports.document import Printed
from reports.words.voice import Voice


def proof_pdf(session: Session, proof: OpeningProof, voice: Voice) -> bytes:
    """The sheet in the reader's language and the cooperative's digits."""
    from reports.documents import voice_for
    from reports.documents.frame import Frame
    from reports.documents.opening import opening_paper
    from reports.render.pdf import render_pdf

    head = session.ask(letterhead)
    said = voice_for(voice.language, head)
    out = BytesIO()
    paper = opening_paper(proof, Frame(head, said, Printed(session.user, session.now)))
    render_pdf(paper, said, out)
    return out.getvalue()
