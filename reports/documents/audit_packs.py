"""Which audit packs left the house: who got the whole book, from whom, and what proves it."""

from __future__ import annotations

from ledger.domain.fingerprint import code_of
from ledger.queries.packs import PackRow, PacksGiven
from reports.document import Document, Row, Table
from reports.documents.frame import Frame, code, count, day, paper, text
from reports.words.voice import Voice


def audit_packs_paper(answer: PacksGiven, frame: Frame) -> Document:
    """Every pack, the newest first, to be signed by who took it (trust.md T27)."""
    voice = frame.voice
    columns = (
        day(voice.tr("Date")),
        text(voice.tr("For whom")),
        text(voice.tr("Made by")),
        count(voice.tr("Up to act")),
        code(voice.tr("Fingerprint code")),
        code(voice.tr("List of files")),
        text(voice.tr("How it is protected")),
    )
    table = Table(
        columns,
        tuple(_row(one, voice) for one in answer.rows),
        name=voice.tr("Audit packs"),
        when_empty=voice.tr("No audit pack was made of this book."),
    )
    return paper(frame, voice.tr("Audit packs"), [table])


def _row(one: PackRow, voice: Voice) -> Row:
    pack = one.pack
    said = [voice.tr("signed by key") if pack.signed else voice.tr("not signed")]
    said.append(voice.tr("whole names") if pack.names else voice.tr("initials only"))
    if pack.slot:
        said.append(voice.tr("opens for {name} alone").format(name=pack.slot))
    return Row(
        (
            one.on,
            pack.receiver,
            one.user,
            pack.through_act,
            code_of(bytes.fromhex(pack.fingerprint)),
            code_of(bytes.fromhex(pack.manifest)),
            ", ".join(said),
        )
    )
