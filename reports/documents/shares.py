"""Share papers: the register of holders, and the certificate of one member."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.domain.money import ZERO
from ledger.queries.share_papers import Certified, ShareCertificate, ShareRegister, SharesOfType
from reports.document import (
    A4,
    Align,
    Block,
    Document,
    Fact,
    Facts,
    Fingerprint,
    Heading,
    Paragraph,
    Row,
    RowStyle,
    Table,
)
from reports.documents.frame import (
    Frame,
    at_day,
    code,
    count,
    day,
    money,
    name_of,
    paper,
    signatures,
    unbroken,
)
from reports.words.voice import Voice


def share_register_paper(answer: ShareRegister, frame: Frame) -> Document:
    voice = frame.voice
    blocks: list[Block] = []
    for kind in answer.types:
        blocks.extend(_of_type(kind, voice))
    if not blocks:
        blocks.append(Paragraph(text=voice.tr("This cooperative has no shares.")))
    blocks.append(signatures((voice.tr("Prepared by"), ""), (voice.tr("Chairperson"), "")))
    since = voice.joined(
        lambda one: one.tr("Bought and returned since {day}").format(
            day=one.day(answer.since, "long")
        )
    )
    return paper(
        frame,
        voice.tr("Share register"),
        blocks,
        period=at_day(answer.at, voice),
        subtitles=(since,),
        sheet=A4.landscape(),
    )


def _of_type(kind: SharesOfType, voice: Voice) -> Iterator[Block]:
    heading = voice.joined(
        lambda one: one.tr("{shares}, {par} baht each").format(
            shares=one.name(kind.name_th, kind.name_en), par=one.money(kind.par)
        )
    )
    yield Heading(heading, level=2)
    rows = [
        Row(
            (
                at,
                row.member,
                name_of(row.name, voice),
                voice.digits(str(row.card)),
                row.opened_on,
                row.brought_forward,
                row.bought,
                row.returned,
                row.balance,
                row.shares,
            )
        )
        for at, row in enumerate(kind.rows, start=1)
    ]
    sums = (kind.brought_forward, kind.bought, kind.returned, kind.balance, kind.shares)
    if rows:
        rows.append(Row((None, None, voice.tr("Total"), None, None, *sums), RowStyle.TOTAL))
    columns = (
        count(voice.tr("Row")),
        code(voice.tr("Member number")),
        unbroken(voice.tr("Name")),
        code(voice.tr("Account")),
        day(voice.tr("Opened on")),
        money(voice.tr("Balance brought forward")),
        money(voice.tr("Bought")),
        money(voice.tr("Returned")),
        money(voice.tr("Balance")),
        count(voice.tr("Whole shares")),
    )
    empty = voice.tr("Nobody holds shares.")
    yield Table(columns, tuple(rows), name=kind.type, when_empty=empty)
    if kind.difference != ZERO:
        said = voice.joined(
            lambda one: one.tr(
                "The register and the ledger differ by {amount} baht: have the book checked."
            ).format(amount=one.signed(kind.difference))
        )
        yield Paragraph(text=said, strong=True)


def share_certificate_paper(answer: ShareCertificate, frame: Frame) -> Document:
    """Across the sheet, in the words of such certificates, with the fingerprint to check."""
    voice, head = frame.voice, frame.head
    blocks: list[Block] = []
    if head.registration:
        said = voice.joined(
            lambda one: one.tr("Registration number {number}").format(
                number=one.digits(head.registration)
            )
        )
        blocks.append(Paragraph(text=said, align=Align.CENTRE))
    blocks.append(Paragraph(text=voice.tr("This certifies that"), align=Align.CENTRE))
    blocks.append(
        Paragraph(text=name_of(answer.member.name, voice), strong=True, align=Align.CENTRE)
    )
    blocks += [_certified(one, answer, voice) for one in answer.held]
    blocks.append(signatures((voice.tr("Chairperson"), ""), (voice.tr("Treasurer"), "")))
    blocks.append(Fingerprint(head.act.number, head.act.code, qr=head.act.code))
    return paper(
        frame,
        voice.tr("Share certificate"),
        blocks,
        period=at_day(answer.at, voice),
        sheet=A4.landscape(),
        copy=answer.copy - 1,
    )


def _certified(one: Certified, answer: ShareCertificate, voice: Voice) -> Facts:
    return Facts(
        (
            Fact(voice.tr("Member number"), answer.member.number, strong=True),
            Fact(voice.tr("Account"), voice.digits(str(one.card))),
            Fact(voice.tr("Shares"), voice.name(one.name_th, one.name_en)),
            Fact(voice.tr("Price of one share"), one.par),
            Fact(voice.tr("Whole shares"), one.shares, strong=True),
            Fact(voice.tr("Amount"), one.amount, strong=True),
            Fact(voice.tr("Amount in words"), voice.amount_in_words(one.amount)),
            Fact(voice.tr("Holder since"), one.since),
        )
    )
