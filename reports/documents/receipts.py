"""The receipt of one visit: items, words, balances after it, and the fingerprint to check it by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ledger.queries.printed import ReceiptItem, ReceiptPaper
from reports.document import (
    A5,
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
    count,
    money,
    name_of,
    paper,
    running,
    signatures,
    text,
)
from reports.words.texts import shown_phone
from reports.words.voice import Voice


def receipt_paper(answer: ReceiptPaper, frame: Frame) -> Document:
    """Under the names and the fingerprint of the act that booked it, however late it is printed."""
    voice = frame.voice
    blocks = [
        *_void(answer, voice),
        _facts(answer, voice),
        _items(answer, voice),
        _words(answer, voice),
        signatures((voice.tr("Receiver"), answer.row.user), (voice.tr("Payer"), _payer(answer))),
        *_check(answer, voice),
    ]
    return paper(
        replace(frame, head=answer.head),
        voice.tr("Receipt"),
        blocks,
        period=answer.row.receipt,
        sheet=A5,
        copy=answer.copy - 1,
    )


def _void(answer: ReceiptPaper, voice: Voice) -> Iterator[Block]:
    void = answer.row.void
    if void is None:
        return
    # note: stamped on a receipt that no longer counts; ยกเลิก
    yield Heading(voice.tr("VOID"))
    said = voice.joined(
        lambda one: one.tr("Cancelled on {day}: {reason}").format(
            day=one.day(void.on), reason=void.reason
        )
    )
    yield Paragraph(text=said)


def _facts(answer: ReceiptPaper, voice: Voice) -> Facts:
    row = answer.row
    facts: list[Fact] = [
        Fact(voice.tr("Receipt number"), row.receipt, strong=True),
        Fact(voice.tr("Date"), row.on),
    ]
    if row.member is not None:
        facts.append(Fact(voice.tr("Received from"), name_of(row.name, voice), strong=True))
        facts.append(Fact(voice.tr("Member number"), row.member))
    if row.payer:
        facts.append(Fact(voice.tr("Paid by"), row.payer))
    if answer.zone:
        facts.append(Fact(voice.tr("Zone"), answer.zone))
    if row.paper_number:
        number = "/".join(part for part in (row.paper_book, row.paper_number) if part)
        facts.append(Fact(voice.tr("Number in the receipt book"), number))
    if row.replaces:
        facts.append(Fact(voice.tr("In place of receipt"), row.replaces))
    return Facts(tuple(facts))


def _items(answer: ReceiptPaper, voice: Voice) -> Table:
    rows = [
        Row((at, _what(item, answer, voice), item.amount, item.balance_after))
        for at, item in enumerate(answer.items, start=1)
    ]
    rows.append(Row((None, voice.tr("Total"), answer.row.total, None), RowStyle.TOTAL))
    columns = (
        count(voice.tr("Row")),
        text(voice.tr("Item")),
        money(voice.tr("Amount")),
        running(voice.tr("Balance after")),
    )
    return Table(columns, tuple(rows), keep_together=True)


def _what(item: ReceiptItem, answer: ReceiptPaper, voice: Voice) -> Value:
    """What was paid; whose it is where somebody pays for another member; the note."""
    said = [voice.name(item.name_th, item.name_en)]
    if item.member is not None and item.member != answer.row.member:
        # note: under an item of a receipt that one member pays for another
        said.append(
            voice.joined(
                lambda one: one.tr("for member {number} {name}").format(
                    number=item.member, name=name_of(item.holder, one)
                )
            )
        )
    said.append(item.note)
    return "\n".join(part for part in said if part)


def _words(answer: ReceiptPaper, voice: Voice) -> Facts:
    return Facts(
        (Fact(voice.tr("Amount in words"), voice.amount_in_words(answer.row.total), strong=True),),
        columns=1,
    )


def _check(answer: ReceiptPaper, voice: Voice) -> Iterator[Block]:
    phone = answer.head.auditor_telephone
    if not phone:
        return
    said = voice.joined(
        lambda one: one.tr(
            "Keep this receipt and compare it with your passbook. "
            "If a figure differs, call the auditor: {telephone}."
        ).format(telephone=one.digits(shown_phone(phone)))
    )
    yield Paragraph(text=said, small=True)


def _payer(answer: ReceiptPaper) -> str:
    return answer.row.payer or answer.row.name
