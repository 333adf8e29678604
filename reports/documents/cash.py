"""Cash on paper: a count by denomination, and everything of one day on one sheet."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.domain.fingerprint import code_of
from ledger.domain.money import ZERO, Money, total
from ledger.queries.cash import CashCounts, CashHeld, CountView
from ledger.queries.day_sheet import DaySheet
from ledger.queries.perpetual import PerpetualTotals
from reports.document import (
    Block,
    Document,
    Fact,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    RowStyle,
    Table,
)
from reports.documents.frame import (
    Frame,
    code,
    count,
    day,
    money,
    name_of,
    paper,
    signatures,
    text,
)
from reports.documents.journal import headline
from reports.words.backing_up import standing_said
from reports.words.events import item_name
from reports.words.kinds import voucher_kind
from reports.words.voice import Voice


def cash_count_paper(answer: CashCounts, frame: Frame) -> Document:
    """Every count of the answer on its own page."""
    voice = frame.voice
    blocks: list[Block] = []
    for at, one in enumerate(answer.rows):
        if at:
            blocks.append(PageBreak())
        blocks.extend(_count_blocks(one, voice))
    return paper(frame, voice.tr("Cash count"), blocks)


def _count_blocks(one: CountView, voice: Voice) -> Iterator[Block]:
    facts = [
        Fact(voice.tr("Count number"), one.count),
        Fact(voice.tr("Date"), one.on),
        Fact(voice.tr("What was counted"), _what(one, voice)),
    ]
    yield Facts(tuple(facts))
    rows = [Row((piece.denomination, piece.pieces, piece.amount)) for piece in one.pieces]
    rows.append(Row((None, None, one.counted), RowStyle.TOTAL))
    columns = (
        money(voice.tr("Note or coin")),
        count(voice.tr("Pieces")),
        money(voice.tr("Amount")),
    )
    yield Table(columns, tuple(rows))
    result = [
        Fact(voice.tr("Counted"), one.counted, strong=True),
        Fact(voice.tr("In the books"), one.booked),
        Fact(voice.tr("Difference"), one.difference, strong=one.difference != ZERO),
        Fact(voice.tr("Amount in words"), voice.amount_in_words(one.counted)),
    ]
    if one.reason:
        result.append(Fact(voice.tr("Reason"), one.reason))
    if one.entry is not None:
        result.append(Fact(voice.tr("Booked by entry"), voice.digits(str(one.entry))))
    yield Facts(tuple(result))
    yield signatures(
        (voice.tr("Counted by"), one.counted_by),
        (voice.tr("Treasurer"), one.user),
        (voice.tr("Witness"), ""),
    )


def _what(one: CountView, voice: Voice) -> str:
    """What was counted: the money of a sheet, or all cash in hand."""
    if one.sheet is None:
        return voice.tr("Cash in hand")
    number = one.sheet
    return voice.joined(
        lambda said: said.tr("Money of collection sheet {number}").format(
            number=said.number(number)
        )
    )


def counts_table(counts: tuple[CountView, ...], voice: Voice) -> Table:
    """All counts of a period in a few lines."""
    rows = [
        Row(
            (
                one.on,
                _what(one, voice),
                one.counted,
                one.booked,
                one.difference,
                one.reason,
                one.counted_by,
            )
        )
        for one in counts
    ]
    columns = (
        day(voice.tr("Date")),
        text(voice.tr("What was counted")),
        money(voice.tr("Counted")),
        money(voice.tr("In the books")),
        money(voice.tr("Difference")),
        text(voice.tr("Reason")),
        text(voice.tr("Counted by")),
    )
    empty = voice.tr("Cash was not counted.")
    return Table(columns, tuple(rows), caption=voice.tr("Cash counts"), when_empty=empty)


def day_sheet_paper(answer: DaySheet, frame: Frame) -> Document:
    voice = frame.voice
    blocks: list[Block] = [*_cash_facts(answer.cash, voice), *_receipts(answer, voice)]
    blocks += _vouchers(answer, voice)
    if answer.others:
        blocks.append(Heading(voice.tr("Other entries"), level=2))
        blocks.append(_others(answer, voice))
    blocks.append(counts_table(answer.counts, voice))
    blocks.extend(_totals(answer.totals, voice))
    blocks.extend(_backup(answer, voice))
    blocks.append(
        signatures((voice.tr("Treasurer"), ""), (voice.tr("Checked by"), "")),
    )
    return paper(frame, voice.tr("Day sheet"), blocks, period=voice.day(answer.on, "long"))


def _totals(totals: PerpetualTotals, voice: Voice) -> Iterator[Block]:
    """What only grows: on every later sheet each figure is the same or larger."""
    yield Heading(voice.tr("Perpetual totals of the book"), level=2)
    yield Facts(
        (
            Fact(voice.tr("Acts"), totals.acts),
            Fact(voice.tr("Entries"), totals.entries),
            Fact(voice.tr("Lines"), totals.lines),
            Fact(voice.tr("Receipts"), totals.receipts),
            Fact(voice.tr("All debits ever"), Money(totals.debits_satang), strong=True),
        ),
        columns=3,
    )
    said = voice.tr(
        "Compare them with the sheet before: a figure that became smaller means that an older "
        "copy of the book was put back. Call the auditor then."
    )
    yield Paragraph(text=said, small=True)


def _backup(answer: DaySheet, voice: Voice) -> Iterator[Block]:
    """The newest copy, outside the PC where there is one, and what is missing (trust.md 6.3)."""
    yield Heading(voice.tr("Last backup"), level=2)
    made = [row for row in answer.backup.rows if row.on <= answer.on]
    newest = next((row for row in made if row.backup.outside), made[0] if made else None)
    if newest is not None:
        head = code_of(bytes.fromhex(newest.backup.fingerprint))
        yield Facts(
            (
                Fact(voice.tr("Stick or disk"), newest.backup.medium),
                Fact(voice.tr("Date"), newest.on),
                Fact(voice.tr("Fingerprint code"), head),
            ),
            columns=3,
        )
    yield Paragraph(text=standing_said(answer.backup, voice), small=True)


def _cash_facts(cash: CashHeld | None, voice: Voice) -> Iterator[Facts]:
    if cash is None:
        return
    yield Facts(
        (
            Fact(voice.tr("Cash brought forward"), cash.brought_forward),
            Fact(voice.tr("Received"), cash.received),
            Fact(voice.tr("Paid"), cash.paid),
            Fact(voice.tr("Cash in the evening"), cash.balance, strong=True),
        )
    )


def _receipts(answer: DaySheet, voice: Voice) -> Iterator[Block]:
    yield Heading(voice.tr("Received by receipt"), level=2)
    rows = [
        Row(
            (
                item_name(item.item, voice),
                voice.name(item.name_th, item.name_en),
                item.count,
                item.amount,
            )
        )
        for item in answer.items
    ]
    if rows:
        sums = (None, voice.tr("Total"), None, answer.receipts_total)
        rows.append(Row(sums, RowStyle.TOTAL))
    columns = (
        text(voice.tr("Item")),
        text(voice.tr("Paid for")),
        count(voice.tr("How many")),
        money(voice.tr("Amount")),
    )
    yield Table(columns, tuple(rows), when_empty=voice.tr("No receipt."))
    if answer.receipts:
        yield _receipt_list(answer, voice)


def _receipt_list(answer: DaySheet, voice: Voice) -> Table:
    rows = []
    for row in answer.receipts:
        void = row.void is not None and row.void.on <= answer.on
        name = row.payer if row.member is None else name_of(row.name, voice)
        # note: behind the number of a receipt that no longer counts
        mark = voice.tr("void") if void else ""
        rows.append(Row((row.receipt, name, mark, None if void else row.total)))
    rows.append(Row((None, voice.tr("Total"), None, answer.receipts_total), RowStyle.TOTAL))
    columns = (
        code(voice.tr("Receipt")),
        text(voice.tr("Received from"), weight=3),
        text(""),
        money(voice.tr("Amount")),
    )
    return Table(columns, tuple(rows), caption=voice.tr("Receipts in order of number"))


def _vouchers(answer: DaySheet, voice: Voice) -> Iterator[Block]:
    if not answer.vouchers:
        return
    yield Heading(voice.tr("Vouchers"), level=2)
    rows = [
        Row(
            (
                row.voucher,
                voucher_kind(row.kind, voice),
                "\n".join(part for part in (row.payee or row.name, row.purpose) if part),
                row.amount,
            )
        )
        for row in answer.vouchers
    ]
    amount = total(row.amount for row in answer.vouchers)
    rows.append(Row((None, None, voice.tr("Total"), amount), RowStyle.TOTAL))
    columns = (
        code(voice.tr("Voucher")),
        text(voice.tr("Kind")),
        text(voice.tr("Purpose"), weight=2),
        money(voice.tr("Amount")),
    )
    yield Table(columns, tuple(rows))


def _others(answer: DaySheet, voice: Voice) -> Table:
    rows = [
        Row((f"#{entry.number}", headline(entry, voice), entry.total)) for entry in answer.others
    ]
    columns = (
        code(voice.tr("Entry")),
        text(voice.tr("Item")),
        money(voice.tr("Amount")),
    )
    return Table(columns, tuple(rows))
