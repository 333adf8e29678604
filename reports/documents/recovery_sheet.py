"""The recovery sheet: the book's key as letters, for a sealed envelope; made and never kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ledger.domain.network_key import NetworkKey
from reports.document import (
    QR,
    Block,
    Column,
    Document,
    Fact,
    Facts,
    Heading,
    Kind,
    Paragraph,
    Row,
    Signature,
    Signatures,
    Space,
    Table,
)
from reports.documents.frame import Frame, paper
from reports.words.voice import Voice

_ACROSS = 5  # groups in a line: as many as one reads aloud in one breath
_LINE = 11  # millimetres


def recovery_sheet(
    code: str, file: str, frame: Frame, networks: Sequence[NetworkKey] = ()
) -> Document:
    """The sheet of a book in this file; ``code`` is in groups of four letters.

    ``networks`` are the offices whose own key opens the book as well.
    """
    return paper(frame, frame.voice.tr("Recovery sheet"), _blocks(code, file, frame, networks))


def _blocks(code: str, file: str, frame: Frame, networks: Sequence[NetworkKey]) -> Iterator[Block]:
    voice = frame.voice
    yield Facts(
        (
            Fact(voice.tr("File"), file),
            Fact(voice.tr("Made on"), frame.printed.at.date()),
            *(Fact(voice.tr("Network office"), _office(one, voice)) for one in networks),
        )
    )
    yield Paragraph(text=_warning(voice, alone=not networks), strong=True)
    yield Heading(voice.tr("Recovery code"))
    yield _groups(code, voice)
    yield Space()
    yield QR(code, voice.tr("The same code"), size=42)
    yield Heading(voice.tr("What to do with this sheet"))
    for at, said in enumerate(_advice(voice), start=1):
        yield Paragraph.of(voice.tr("{number}. {text}").format(number=voice.number(at), text=said))
    yield Space()
    yield Signatures(
        (
            Signature(voice.tr("Sealed by")),
            Signature(voice.tr("Witness")),
        )
    )


def _office(key: NetworkKey, voice: Voice) -> str:
    return voice.tr("{name}, code {code}").format(name=key.name, code=key.code)


def _warning(voice: Voice, *, alone: bool) -> str:
    if alone:
        return voice.tr(
            "Whoever has this code can open and read the whole book. With it the book is opened "
            "when passphrases are forgotten or the key file is lost, and there is no other way."
        )
    return voice.tr(
        "Whoever has this code can open and read the whole book. With it the book is opened when "
        "passphrases are forgotten or the key file is lost. The network office opens it too, but "
        "not without the key file."
    )


def _groups(code: str, voice: Voice) -> Table:
    groups = [f"{voice.number(at)})  {group}" for at, group in enumerate(code.split(" "), start=1)]
    groups += [""] * (-len(groups) % _ACROSS)
    rows = (groups[at : at + _ACROSS] for at in range(0, len(groups), _ACROSS))
    return Table(
        columns=tuple(Column("", Kind.CODE, weight=1) for _ in range(_ACROSS)),
        rows=tuple(Row(tuple(cells)) for cells in rows),
        grid=True,
        row_height=_LINE,
        keep_together=True,
    )


def _advice(voice: Voice) -> Iterator[str]:
    yield voice.tr(
        "Print it twice, put each into an envelope, seal it, sign across the flap, and keep the "
        "two in different houses. Delete the file it was printed from."
    )
    yield voice.tr("Take no photograph of it, and send it to nobody.")
    yield voice.tr(
        "To open the book with it: choose “Open with the recovery code”, type the groups as they "
        "stand here, and choose a new passphrase. The fourth letter of each group finds a slip "
        "of the pen."
    )
    yield voice.tr(
        "Once a year the program asks for three groups: open one envelope before two people, seal "
        "it again and sign. Once it was opened otherwise, or somebody lost the right to the book, "
        "give the book a new key and print a new sheet, and tear this one up."
    )
