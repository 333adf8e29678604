"""The register of dividend and refund with who was not paid, and the slip of each member."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.domain.money import ZERO
from ledger.queries.dividend_register import DividendRegister, DuePaid, RegisterRow
from reports.document import (
    A5,
    Block,
    Document,
    Fact,
    Facts,
    PageBreak,
    Paragraph,
    Row,
    RowStyle,
    Table,
)
from reports.documents.frame import (
    Frame,
    code,
    money,
    name_of,
    paper,
    signatures,
    text,
    unbroken,
)
from reports.documents.surplus import fiscal_year
from reports.words.voice import Voice


def dividend_register_paper(answer: DividendRegister, frame: Frame) -> Document:
    """Every member signs for what she got; who was not paid yet is listed again below."""
    voice = frame.voice
    title = voice.tr("Register of dividend and refund")
    if answer.unpaid_only:
        title = voice.tr("Dividend and refund not paid yet")
    blocks = [
        *register_blocks(answer, voice),
        signatures((voice.tr("Payer"), ""), (voice.tr("Checked by"), "")),
    ]
    return paper(frame, title, blocks, period=fiscal_year(answer.year, voice))


def dividend_slip_paper(answer: DividendRegister, frame: Frame) -> Document:
    """What one member got and how it was paid; a page for each member of the answer."""
    voice = frame.voice
    blocks: list[Block] = []
    for at, row in enumerate(answer.rows):
        if at:
            blocks.append(PageBreak())
        blocks += _slip(answer, row, voice)
    return paper(
        frame,
        voice.tr("Dividend slip"),
        blocks,
        period=fiscal_year(answer.year, voice),
        sheet=A5,
    )


def register_blocks(answer: DividendRegister, voice: Voice) -> Iterator[Block]:
    yield Facts(tuple(_facts(answer, voice)))
    yield _register(answer, voice)
    left = [row for row in answer.rows if row.unpaid > ZERO]
    if left and not answer.unpaid_only and answer.paid > ZERO:
        yield Paragraph(text=voice.tr("Not paid yet"), strong=True)
        yield _unpaid(left, voice)


def _facts(answer: DividendRegister, voice: Voice) -> Iterator[Fact]:
    yield Fact(voice.tr("Resolution"), answer.resolution)
    yield Fact(voice.tr("Date of the resolution"), answer.on)
    if answer.dividend_rate is not None:
        yield Fact(voice.tr("Dividend rate"), voice.percent(answer.dividend_rate))
    if answer.refund_rate is not None:
        rate = voice.percent(answer.refund_rate)
        yield Fact(voice.tr("Refund of the loan interest paid"), rate)


def _register(answer: DividendRegister, voice: Voice) -> Table:
    rows = [
        Row(
            (
                row.member,
                name_of(row.name, voice),
                row.dividend,
                row.refund,
                row.total,
                None if row.paid == ZERO else row.paid,
                None if row.unpaid == ZERO else row.unpaid,
                None,
            )
        )
        for row in answer.rows
    ]
    sums = (answer.dividend, answer.refund, answer.total, answer.paid, answer.unpaid)
    rows.append(Row((None, voice.tr("Total"), *sums, None), RowStyle.TOTAL))
    columns = (
        code(voice.tr("Number")),
        unbroken(voice.tr("Name")),
        money(voice.tr("Dividend")),
        money(voice.tr("Refund")),
        money(voice.tr("Together")),
        money(voice.tr("Paid")),
        money(voice.tr("Not paid")),
        text(voice.tr("Signature")),
    )
    return Table(
        columns,
        tuple(rows),
        name=voice.tr("Register of dividend and refund"),
        when_empty=voice.tr("Nobody is left to be paid."),
    )


def _unpaid(left: list[RegisterRow], voice: Voice) -> Table:
    rows = [Row((row.member, name_of(row.name, voice), row.zone, row.unpaid)) for row in left]
    columns = (
        code(voice.tr("Number")),
        unbroken(voice.tr("Name")),
        text(voice.tr("Zone")),
        money(voice.tr("Not paid")),
    )
    return Table(columns, tuple(rows), name=voice.tr("Not paid yet"))


def _slip(answer: DividendRegister, row: RegisterRow, voice: Voice) -> Iterator[Block]:
    facts = [
        Fact(voice.tr("Member number"), row.member, strong=True),
        Fact(voice.tr("Name"), name_of(row.name, voice), strong=True),
        *_facts(answer, voice),
        Fact(voice.tr("Dividend"), row.dividend),
        Fact(voice.tr("Patronage refund"), row.refund),
        Fact(voice.tr("Together"), row.total, strong=True),
        Fact(voice.tr("Amount in words"), voice.amount_in_words(row.total)),
    ]
    yield Facts(tuple(facts))
    if row.missed and answer.refund_rate is not None:
        yield Paragraph(
            text=voice.tr_n(
                "{count} instalment of the year was not paid in time, so there is no refund.",
                "{count} instalments of the year were not paid in time, so there is no refund.",
                row.missed,
            ).format(count=voice.number(row.missed))
        )
    for paid in row.payments:
        yield Paragraph(text=_paid(paid, voice))
    if row.unpaid > ZERO:
        said = voice.joined(
            lambda one: one.tr("{amount} baht is waiting to be paid.").format(
                amount=one.money(row.unpaid)
            )
        )
        yield Paragraph(text=said, strong=True)
    yield signatures(
        (voice.tr("Receiver"), row.name),
        (voice.tr("Payer"), ""),
    )


def _paid(paid: DuePaid, voice: Voice) -> str:
    """How it was paid: against debts, into an account, from a bank or in cash."""
    parts = [
        voice.joined(
            lambda one: one.tr("Paid on {day} by voucher {voucher}: {amount} baht.").format(
                day=one.day(paid.on),
                voucher=one.digits(", ".join(paid.papers)),
                amount=one.money(paid.amount),
            )
        )
    ]
    if paid.debts > ZERO:
        parts.append(
            voice.joined(
                lambda one: one.tr("Of this {amount} baht met debts.").format(
                    amount=one.money(paid.debts)
                )
            )
        )
    if paid.card is not None:
        parts.append(
            voice.joined(
                lambda one: one.tr("The rest went into account {card}.").format(
                    card=one.digits(str(paid.card))
                )
            )
        )
    return " ".join(parts)
