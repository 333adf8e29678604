"""Money at the bank: balances with their agreement, and a statement beside the books."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.domain.money import total
from ledger.queries.banks import BankRow, Banks, BankStatement
from ledger.queries.cash import CashHeld
from reports.document import Block, Document, Fact, Facts, Heading, Row, RowStyle, Table
from reports.documents.frame import (
    Frame,
    at_day,
    code,
    day,
    money,
    paper,
    running,
    signatures,
    text,
)
from reports.words.events import event_name
from reports.words.voice import Voice


def bank_name(bank: BankRow) -> str:
    """The bank, its branch and the number of the account, as on the passbook."""
    return " ".join(part for part in (bank.bank, bank.branch, bank.account_number) if part)


def money_table(cash: CashHeld | None, banks: Banks, voice: Voice) -> Table:
    """Cash in hand and every bank account: brought forward, received, paid, left."""
    held: list[tuple[str, CashHeld | BankRow]] = [(bank_name(one), one) for one in banks.rows]
    if cash is not None:
        held.insert(0, (voice.tr("Cash in hand"), cash))
    moved = [(one.brought_forward, one.received, one.paid, one.balance) for _, one in held]
    rows = [Row((name, *amounts)) for (name, _), amounts in zip(held, moved, strict=True)]
    if rows:
        sums = (total(column) for column in zip(*moved, strict=True))
        rows.append(Row((voice.tr("Total"), *sums), RowStyle.TOTAL))
    columns = (
        text(voice.tr("Cash and bank")),
        money(voice.tr("Brought forward")),
        money(voice.tr("Received")),
        money(voice.tr("Paid")),
        money(voice.tr("Balance")),
    )
    empty = voice.tr("No cash account and no bank account.")
    return Table(columns, tuple(rows), name=voice.tr("Cash and bank"), when_empty=empty)


def agreements_table(banks: Banks, voice: Voice) -> Table:
    """The last agreement of each account with its statement."""
    rows = []
    for bank in banks.rows:
        agreed = bank.agreement
        if agreed is None:
            rows.append(Row((bank_name(bank), *(None,) * 5, voice.tr("not agreed yet"))))
            continue
        rows.append(
            Row(
                (
                    bank_name(bank),
                    agreed.at,
                    agreed.statement,
                    agreed.booked,
                    agreed.not_at_bank,
                    agreed.not_in_books,
                    agreed.note,
                )
            )
        )
    columns = (
        text(voice.tr("Bank")),
        day(voice.tr("Agreed at")),
        money(voice.tr("Bank statement")),
        money(voice.tr("In the books")),
        money(voice.tr("Not yet at the bank")),
        money(voice.tr("Not yet in the books")),
        text(voice.tr("Note")),
    )
    return Table(columns, tuple(rows), caption=voice.tr("Bank reconciliation"))


def bank_statement_paper(answer: BankStatement, frame: Frame) -> Document:
    voice = frame.voice
    blocks: list[Block] = [_agreement(answer, voice), *_open(answer, voice)]
    blocks.append(Heading(voice.tr("Bank statement"), level=2))
    blocks.append(_statement(answer, voice))
    blocks.append(signatures((voice.tr("Prepared by"), ""), (voice.tr("Checked by"), "")))
    return paper(
        frame,
        voice.tr("Bank reconciliation"),
        blocks,
        period=at_day(answer.until, voice),
        subtitles=(bank_name(answer.bank),),
    )


def _agreement(answer: BankStatement, voice: Voice) -> Facts:
    waiting = total(one.amount for one in answer.not_at_bank)
    unknown = total(one.amount for one in answer.not_in_books)
    facts = [
        Fact(voice.tr("Balance in the books"), answer.booked, strong=True),
        Fact(voice.tr("Not yet at the bank"), -waiting),
        Fact(voice.tr("Not yet in the books"), unknown),
        Fact(voice.tr("What the bank should say"), answer.expected, strong=True),
    ]
    agreed = answer.bank.agreement
    if agreed is not None:
        facts.append(Fact(voice.tr("Last agreed at"), agreed.at))
        facts.append(Fact(voice.tr("Bank statement"), agreed.statement))
    return Facts(tuple(facts))


def _open(answer: BankStatement, voice: Voice) -> Iterator[Block]:
    columns = (day(voice.tr("Date")), text(voice.tr("Item")), money(voice.tr("Amount")))
    if answer.not_at_bank:
        rows = [
            Row(
                (
                    one.on,
                    " · ".join(
                        part
                        for part in (event_name(one.event, voice), *one.papers, one.memo)
                        if part
                    ),
                    one.amount,
                )
            )
            for one in answer.not_at_bank
        ]
        yield Table(columns, tuple(rows), caption=voice.tr("Not yet at the bank"))
    if answer.not_in_books:
        rows = [Row((one.on, one.text, one.amount)) for one in answer.not_in_books]
        yield Table(columns, tuple(rows), caption=voice.tr("Not yet in the books"))


def _statement(answer: BankStatement, voice: Voice) -> Table:
    rows = [
        Row((line.on, line.text, line.amount, line.balance, f"#{line.entry}" if line.entry else ""))
        for line in answer.lines
    ]
    columns = (
        day(voice.tr("Date")),
        text(voice.tr("Item")),
        money(voice.tr("Amount")),
        running(voice.tr("Balance")),
        code(voice.tr("Entry")),
    )
    return Table(columns, tuple(rows), when_empty=voice.tr("No line of a statement."))
