"""Balance confirmations: the member compares, and answers the auditor on the part below."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.domain.accounts import CardKind
from ledger.domain.money import ZERO
from ledger.queries.member_papers import ConfirmationSlip, SlipLine
from reports.document import (
    Block,
    CutLine,
    Document,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Row,
    Space,
    Table,
    Value,
)
from reports.documents.frame import Frame, at_day, code, money, paper, signatures, text, unbroken
from reports.documents.slips import who
from reports.words.texts import shown_phone
from reports.words.voice import Voice


def confirmation_paper(answer: ConfirmationSlip, frame: Frame) -> Document:
    """The member keeps the upper part and sends the lower one straight to the auditor."""
    voice = frame.voice
    said = voice.joined(
        lambda one: one.tr(
            "For the audit, please compare these balances as at {day} with your passbook and your "
            "receipts. Tick what is true on the part below, sign it, and give it to the auditor "
            "or the inspector: not to the treasurer."
        ).format(day=one.day(answer.at, "long"))
    )
    blocks: list[Block] = [
        who(answer.member, voice),
        Paragraph(text=said, first_line=10),
        _balances(answer, voice),
        *_call(frame),
        # note: on the dashed line where the part to give back is cut off
        CutLine(voice.tr("Cut here: give this part back")),
        Heading(voice.tr("Reply to the balance confirmation"), level=2),
        Facts(
            (
                *who(answer.member, voice).facts,
                Fact(voice.tr("Balances as at"), answer.at),
                Fact(voice.tr("Savings and shares"), answer.savings_and_shares, strong=True),
                *_owed(answer, voice),
            )
        ),
        Paragraph(text=_to_tick(voice.tr("The balances are right."))),
        Paragraph(
            text=_to_tick(voice.tr("The balances are not right. My passbook or receipts show:"))
        ),
        _answers(answer, voice),
        signatures((voice.tr("Member"), answer.member.name), (voice.tr("Recipient"), "")),
    ]
    title = voice.tr("Balance confirmation")
    return paper(frame, title, blocks, period=at_day(answer.at, voice))


def _balances(answer: ConfirmationSlip, voice: Voice) -> Table:
    rows = [Row(_balance_cells(line, voice)) for line in answer.lines]
    columns = (
        code(voice.tr("Account")),
        text(voice.tr("Savings, shares or loan")),
        unbroken(voice.tr("Who owes it")),
        money(voice.tr("Balance")),
    )
    return Table(columns, tuple(rows), keep_together=True)


def _balance_cells(line: SlipLine, voice: Voice) -> tuple[Value, ...]:
    owing = (
        voice.tr("the member owes") if line.kind is CardKind.LOAN else voice.tr("the member has")
    )
    name = voice.name(line.name_th, line.name_en)
    return (voice.digits(str(line.card)), name, owing, line.balance)


def _answers(answer: ConfirmationSlip, voice: Voice) -> Table:
    rows = [
        Row((voice.digits(str(line.card)), voice.name(line.name_th, line.name_en), None, None))
        for line in answer.lines
    ]
    columns = (
        code(voice.tr("Account")),
        text(voice.tr("Savings, shares or loan")),
        text(voice.tr("Balance I have")),
        text(voice.tr("What differs")),
    )
    return Table(columns, tuple(rows), grid=True, row_height=9, keep_together=True)


def _owed(answer: ConfirmationSlip, voice: Voice) -> tuple[Fact, ...]:
    if answer.loans == ZERO:
        return ()
    return (Fact(voice.tr("Loans owed"), answer.loans, strong=True),)


def _call(frame: Frame) -> Iterator[Block]:
    phone, voice = frame.head.auditor_telephone, frame.voice
    if phone:
        said = voice.joined(
            lambda one: one.tr("Questions: call the auditor of the network, {telephone}.").format(
                telephone=one.digits(shown_phone(phone))
            )
        )
        yield Paragraph(text=said, small=True)
    yield Space(2)


def _to_tick(said: str) -> str:
    """A sentence behind a box to tick by hand."""
    return f"[   ] {said}"
