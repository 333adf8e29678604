"""Vouchers for money in, money out, transfers and adjustments, with words and three signatures."""

from __future__ import annotations

from dataclasses import replace

from ledger.domain.money import ZERO, Money
from ledger.domain.papers import VoucherKind
from ledger.queries.entries import EntryRow
from ledger.queries.printed import EntryPaper, VoucherPaper
from reports.document import Block, Document, Fact, Facts, Row, RowStyle, Signatures, Table
from reports.documents.frame import Frame, code, money, paper, signatures, text
from reports.documents.journal import line_name
from reports.words.events import event_name
from reports.words.kinds import voucher_kind
from reports.words.voice import Voice


def voucher_paper(answer: VoucherPaper, frame: Frame) -> Document:
    """Under the names and the fingerprint of the act that booked it."""
    voice = frame.voice
    blocks: list[Block] = [
        _facts(answer, voice),
        lines_table(answer.entry, voice),
        _words(answer.row.amount, voice),
        _signed(answer, voice),
    ]
    return paper(
        replace(frame, head=answer.head),
        voucher_kind(answer.row.kind, voice),
        blocks,
        period=answer.row.voucher,
        copy=answer.copy - 1,
    )


def entry_voucher_paper(answer: EntryPaper, frame: Frame) -> Document:
    """A journal voucher for an entry that has no voucher of its own, such as a reversal."""
    voice, entry = frame.voice, answer.entry
    facts = [
        Fact(voice.tr("Entry"), voice.digits(str(entry.number)), strong=True),
        Fact(voice.tr("Date"), entry.on),
        Fact(voice.tr("Purpose"), event_name(entry.event, voice)),
    ]
    if entry.reverses is not None:
        facts.append(Fact(voice.tr("Takes back entry"), voice.digits(str(entry.reverses))))
        facts.append(Fact(voice.tr("Reason"), entry.reason or ""))
    if entry.memo:
        facts.append(Fact(voice.tr("Note"), entry.memo))
    blocks: list[Block] = [
        Facts(tuple(facts)),
        lines_table(entry, voice),
        _words(entry.total, voice),
        _adjusted(entry.user, "", voice),
    ]
    title = voucher_kind(VoucherKind.JOURNAL, voice)
    return paper(replace(frame, head=answer.head), title, blocks)


def lines_table(entry: EntryRow, voice: Voice) -> Table:
    """The lines of an entry as an accountant writes them: debits first, credits set in."""
    rows = [
        Row(
            (
                line.account,
                line_name(line, voice),
                None if line.debit == ZERO else line.debit,
                None if line.credit == ZERO else line.credit,
            ),
            indent=0 if line.debit > ZERO else 1,
        )
        for line in sorted(entry.lines, key=lambda line: line.credit > ZERO)
    ]
    total = (None, voice.tr("Total"), entry.total, entry.total)
    rows.append(Row(total, RowStyle.TOTAL))
    columns = (
        code(voice.tr("Code")),
        text(voice.tr("Account")),
        money(voice.tr("Debit")),
        money(voice.tr("Credit")),
    )
    return Table(columns, tuple(rows), keep_together=True)


def _facts(answer: VoucherPaper, voice: Voice) -> Facts:
    row = answer.row
    payee = row.payee or row.name
    facts = [
        Fact(voice.tr("Voucher number"), row.voucher, strong=True),
        Fact(voice.tr("Date"), row.on),
    ]
    if payee:
        incoming = row.kind is VoucherKind.RECEIPT
        label = voice.tr("Received from") if incoming else voice.tr("Paid to")
        facts.append(Fact(label, payee, strong=True))
    if row.member is not None:
        facts.append(Fact(voice.tr("Member number"), row.member))
    facts.append(Fact(voice.tr("Purpose"), row.purpose or event_name(row.event, voice)))
    if row.document:
        facts.append(Fact(voice.tr("Supporting document"), row.document))
    if row.reversed_by is not None:
        facts.append(Fact(voice.tr("Taken back by entry"), str(row.reversed_by), strong=True))
    return Facts(tuple(facts))


def _words(amount: Money, voice: Voice) -> Facts:
    fact = Fact(voice.tr("Amount in words"), voice.amount_in_words(amount), strong=True)
    return Facts((fact,), columns=1)


def _signed(answer: VoucherPaper, voice: Voice) -> Signatures:
    row = answer.row
    other = row.payee or row.name
    approver = (voice.tr("Approved by"), row.approved_by)
    if row.kind is VoucherKind.PAYMENT:
        return signatures((voice.tr("Receiver"), other), (voice.tr("Payer"), row.user), approver)
    if row.kind is VoucherKind.RECEIPT:
        return signatures((voice.tr("Payer"), other), (voice.tr("Receiver"), row.user), approver)
    return _adjusted(row.user, row.approved_by, voice)


def _adjusted(prepared: str, approved: str, voice: Voice) -> Signatures:
    return signatures(
        (voice.tr("Prepared by"), prepared),
        (voice.tr("Checked by"), ""),
        (voice.tr("Approved by"), approved),
    )
