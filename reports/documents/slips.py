"""Slips for one member: what to pay, what is late, what to copy into her passbook."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.domain.accounts import CardKind
from ledger.domain.money import ZERO
from ledger.domain.promptpay import promptpay_text
from ledger.queries.arrears import OpenItem
from ledger.queries.member_papers import DuesSlip
from ledger.queries.members import MemberRow
from ledger.queries.passbook import CardToCopy, LinesToCopy
from ledger.queries.statement import StatementLine
from reports.document import (
    A5,
    QR,
    Block,
    Document,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Row,
    RowStyle,
    Table,
    Value,
)
from reports.documents.frame import (
    Frame,
    at_day,
    count,
    day,
    money,
    name_of,
    paper,
    running,
    signatures,
    text,
)
from reports.words.events import event_name
from reports.words.texts import shown_phone
from reports.words.voice import Voice


def dues_slip_paper(answer: DuesSlip, frame: Frame) -> Document:
    """What to bring on collection day; with a code to pay by where the cooperative takes it."""
    voice = frame.voice
    blocks: list[Block] = [who(answer.member, voice), _items(answer, voice)]
    blocks += _promptpay(answer, frame)
    return paper(frame, voice.tr("Dues slip"), blocks, period=at_day(answer.at, voice), sheet=A5)


def reminder_letter_paper(answer: DuesSlip, frame: Frame) -> Document:
    """A letter: what is late, since when, and whom to speak to; friendly, with a place to sign."""
    voice = frame.voice
    name = name_of(answer.member.name, voice)
    subject = voice.tr("Reminder of payments that are late")
    said = voice.joined(
        lambda one: one.tr(
            "By {day} our books show that {amount} baht of earlier months has not been paid; "
            "with this month the amount is {owed} baht. Please bring it on the next collection "
            "day, or speak to the treasurer if paying is difficult: the committee can help."
        ).format(
            day=one.day(answer.at, "long"),
            amount=one.money(answer.overdue),
            owed=one.money(answer.owed),
        )
    )
    paid = voice.joined(
        lambda one: one.tr(
            "If you have paid already, please bring the receipt so that we can compare."
        )
    )
    blocks: list[Block] = [
        Facts(
            (
                # note: the line of a letter that says what it is about; เรื่อง
                Fact(voice.tr("Subject"), subject, strong=True),
                # note: the line of a letter that names whom it is for; เรียน
                Fact(voice.tr("Addressed to"), f"{name} ({answer.member.number})", strong=True),
            ),
            columns=1,
        ),
        Paragraph(text=said, first_line=12),
        _items(answer, voice),
        Paragraph(text=paid, first_line=12),
        *_promptpay(answer, frame),
        signatures((voice.tr("Treasurer"), ""), (voice.tr("Chairperson"), "")),
    ]
    title = voice.tr("Reminder letter")
    return paper(frame, title, blocks, period=voice.day(answer.at, "long"))


def lines_to_copy_paper(answer: LinesToCopy, frame: Frame) -> Document:
    """Large and plain: what the treasurer writes into the member's own book, line by line."""
    voice = frame.voice
    blocks: list[Block] = [who(answer.member, voice)]
    for card in answer.cards:
        blocks.extend(_to_copy(card, voice))
    blocks.append(signatures((voice.tr("Copied by"), ""), (voice.tr("Member"), answer.member.name)))
    return paper(
        frame,
        voice.tr("Lines to copy into the passbook"),
        blocks,
        period=at_day(answer.until, voice),
        sheet=A5,
    )


def _to_copy(card: CardToCopy, voice: Voice) -> Iterator[Block]:
    heading = voice.joined(
        lambda one: one.tr("{product}, account {card}").format(
            product=one.name(card.name_th, card.name_en), card=one.digits(str(card.card))
        )
    )
    yield Heading(heading, level=2)
    loan = card.kind is CardKind.LOAN
    rows = [
        Row(
            (
                card.before + at,
                line.on,
                line_words(line, voice),
                line.paid_in if line.paid_in != ZERO else None,
                line.paid_out if line.paid_out != ZERO else None,
                -line.balance if loan else line.balance,
            )
        )
        for at, line in enumerate(card.lines, start=1)
    ]
    columns = (
        count(voice.tr("Row")),
        day(voice.tr("Date")),
        text(voice.tr("Item")),
        money(voice.tr("Principal repaid") if loan else voice.tr("Paid in")),
        money(voice.tr("Lent") if loan else voice.tr("Paid out")),
        running(voice.tr("Still owed") if loan else voice.tr("Balance")),
    )
    yield Table(columns, tuple(rows), row_height=8)


def line_words(line: StatementLine, voice: Voice) -> str:
    """What a movement was, and the number of its receipt or voucher."""
    said = [event_name(line.event, voice, reversal=line.reversal), *line.papers]
    return " · ".join(part for part in said if part)


def who(member: MemberRow, voice: Voice) -> Facts:
    facts = [
        Fact(voice.tr("Name"), name_of(member.name, voice), strong=True),
        Fact(voice.tr("Member number"), member.number),
    ]
    if member.zone_name:
        facts.append(Fact(voice.tr("Zone"), member.zone_name))
    if member.household:
        facts.append(Fact(voice.tr("Household"), member.household))
    return Facts(tuple(facts))


def _items(answer: DuesSlip, voice: Voice) -> Table:
    rows = [Row(_item_cells(item, voice)) for item in answer.items]
    sums = (voice.tr("Total"), None, None, answer.overdue, answer.owed)
    rows.append(Row(sums, RowStyle.TOTAL))
    columns = (
        text(voice.tr("What is owed")),
        day(voice.tr("Since")),
        count(voice.tr("Months")),
        money(voice.tr("Of this from earlier months")),
        money(voice.tr("Owed")),
    )
    return Table(columns, tuple(rows), keep_together=True)


def _item_cells(item: OpenItem, voice: Voice) -> tuple[Value, ...]:
    name = voice.name(item.name_th, item.name_en)
    return (
        name,
        None if item.item == "loan" else item.since,
        item.months or None,
        item.overdue,
        item.owed,
    )


def _promptpay(answer: DuesSlip, frame: Frame) -> Iterator[Block]:
    if not answer.promptpay:
        return
    voice = frame.voice
    # note: under the QR code that a banking program reads; the name and number of the receiver
    caption = voice.joined(
        lambda one: one.tr("PromptPay {number} · {amount} baht").format(
            number=one.digits(masked_promptpay(answer.promptpay)), amount=one.money(answer.owed)
        )
    )
    yield QR(promptpay_text(answer.promptpay, answer.owed), caption, size=38)
    yield Paragraph(
        text=voice.tr(
            "Before you pay, see that the bank shows the cooperative's own name. "
            "Keep the slip and show it to the treasurer: it is no receipt."
        ),
        small=True,
    )


def masked_promptpay(number: str) -> str:
    """A telephone as it is dialled; of longer numbers only the end, as banks show them."""
    return shown_phone(number) if len(number) == 10 else "x" * (len(number) - 4) + number[-4:]
