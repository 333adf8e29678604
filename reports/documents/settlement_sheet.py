"""The settlement sheet: what a leaving member has and owes, what is paid out, and who signs."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.domain.members import Leaving
from ledger.domain.money import ZERO, Money
from ledger.domain.settling import OF_WELFARE, SettledKind
from ledger.queries.settlement_benefits import BenefitOffer, SheetItem
from ledger.queries.settlement_sheet import SettlementSheet
from reports.document import Block, Document, Fact, Facts, Paragraph, Row, RowStyle, Table
from reports.documents.frame import (
    Frame,
    at_day,
    code,
    money,
    name_of,
    paper,
    signatures,
    text,
    unbroken,
)
from reports.words.benefit_reasons import benefit_reason
from reports.words.labels import leaving_reason, settled_name
from reports.words.voice import Voice

_HERS = frozenset({SettledKind.SHARES, SettledKind.SAVINGS, SettledKind.CONTRIBUTION})


def settlement_sheet_paper(answer: SettlementSheet, frame: Frame) -> Document:
    voice = frame.voice
    blocks: list[Block] = [_who(answer, voice)]
    if answer.number is None:
        blocks.append(
            Paragraph(text=voice.tr("Preview: nothing has been booked yet."), strong=True)
        )
    blocks += [_hers(answer, voice), _owed(answer, voice), *_welfare(answer, voice)]
    blocks.append(_result(answer, voice))
    blocks.extend(_left_over(answer, voice))
    receiver = answer.payee or (
        answer.nominee if answer.why is Leaving.DECEASED else answer.member.name
    )
    blocks.append(
        signatures(
            (voice.tr("Receiver"), receiver),
            (voice.tr("Payer"), ""),
            (voice.tr("Witness"), ""),
        )
    )
    blocks.append(signatures((voice.tr("Prepared by"), ""), (voice.tr("Chairperson"), "")))
    return paper(frame, voice.tr("Settlement sheet"), blocks, period=at_day(answer.on, voice))


def _who(answer: SettlementSheet, voice: Voice) -> Facts:
    member = answer.member
    facts = [
        Fact(voice.tr("Member number"), member.number, strong=True),
        Fact(voice.tr("Name"), name_of(member.name, voice), strong=True),
        Fact(voice.tr("Joined on"), member.joined),
        Fact(voice.tr("Membership ends on"), answer.left),
    ]
    if answer.why is not None:
        facts.append(Fact(voice.tr("Why"), leaving_reason(answer.why.value, voice)))
    if answer.resolution:
        facts.append(Fact(voice.tr("Resolution"), answer.resolution))
    if answer.nominee:
        shown = answer.nominee
        if answer.nominee_relation:
            shown = f"{shown} ({answer.nominee_relation})"
        facts.append(Fact(voice.tr("Beneficiary"), shown))
    if answer.payee:
        facts.append(Fact(voice.tr("Paid to"), answer.payee, strong=True))
    if answer.voucher:
        facts.append(Fact(voice.tr("Voucher number"), answer.voucher))
    return Facts(tuple(facts))


def _hers(answer: SettlementSheet, voice: Voice) -> Table:
    rows = [
        Row(
            (
                _name(one, voice),
                voice.digits(str(one.item.card)),
                one.item.held,
                one.item.interest,
                _less(one),
                one.item.amount,
            )
        )
        for one in answer.items
        if one.item.kind in _HERS
    ]
    if rows:
        total = (voice.tr("Total"), None, None, None, None, answer.credit)
        rows.append(Row(total, RowStyle.TOTAL))
    columns = (
        text(voice.tr("Shares and savings"), weight=2),
        code(voice.tr("Account")),
        money(voice.tr("Balance")),
        money(voice.tr("Interest to this day")),
        # note: what of a balance is not given back: a part of the losses, a contribution
        money(voice.tr("Not given back")),
        money(voice.tr("Given back")),
    )
    empty = voice.tr("The member holds nothing.")
    return Table(columns, tuple(rows), name="hers", when_empty=empty)


def _less(one: SheetItem) -> Money | None:
    return None if one.item.left == ZERO else one.item.left


def _owed(answer: SettlementSheet, voice: Voice) -> Table:
    rows = [
        Row(
            (
                _name(one, voice),
                voice.digits(str(one.item.card or one.item.charge)),
                one.item.held,
                one.item.principal,
                one.item.loan_interest,
                one.item.penalty,
                one.item.amount,
                one.item.left,
            )
        )
        for one in answer.items
        if one.item.kind not in _HERS | OF_WELFARE
    ]
    met = answer.loans + answer.dues
    if rows:
        left = answer.shortfall + answer.dropped
        total = (voice.tr("Total"), None, None, None, None, None, met, left)
        rows.append(Row(total, RowStyle.TOTAL))
    columns = (
        text(voice.tr("Debts"), weight=2),
        code(voice.tr("Number")),
        money(voice.tr("Owed on this day")),
        money(voice.tr("Principal")),
        money(voice.tr("Interest")),
        money(voice.tr("Penalty")),
        # note: of a debt, what shares and savings meet by set-off
        money(voice.tr("Set off")),
        # note: of a debt, what shares and savings do not suffice for
        money(voice.tr("Not met")),
    )
    return Table(columns, tuple(rows), name="owed", when_empty=voice.tr("The member owes nothing."))


def _name(one: SheetItem, voice: Voice) -> str:
    return settled_name(one.item.kind, one.name_th, one.name_en, voice)


def _welfare(answer: SettlementSheet, voice: Voice) -> list[Block]:
    """What the fund pays besides, and which benefits of its rules fail a test."""
    paid = [one for one in answer.items if one.item.kind in OF_WELFARE]
    rows = [Row((_name(one, voice), _claim(one, voice), one.item.amount)) for one in paid]
    blocked = [Row((_offer(one, voice), None, ZERO)) for one in answer.offers if one.blocks]
    if not rows and not blocked:
        return []
    total = Row((voice.tr("Total"), None, answer.benefits), RowStyle.TOTAL)
    columns = (
        text(voice.tr("Paid by the welfare fund"), weight=3),
        code(voice.tr("Claim")),
        money(voice.tr("Amount")),
    )
    return [Table(columns, (*rows, *blocked, total), name="welfare")]


def _claim(one: SheetItem, voice: Voice) -> str | None:
    return None if one.item.claim is None else voice.digits(str(one.item.claim))


def _offer(one: BenefitOffer, voice: Voice) -> str:
    """A benefit with the first test that it fails."""
    return f"{voice.name(one.name_th, one.name_en)}: {benefit_reason(one.blocks[0], voice)}"


def _result(answer: SettlementSheet, voice: Voice) -> Table:
    rows = [
        Row((voice.tr("Shares, savings and interest"), answer.credit)),
        Row((voice.tr("Less loans with interest and penalty"), answer.loans)),
        Row((voice.tr("Less dues, fees and fines"), answer.dues)),
        Row((voice.tr("Paid out"), answer.payable), RowStyle.TOTAL),
    ]
    if answer.benefits > ZERO:
        rows.append(Row((voice.tr("Paid by the welfare fund"), answer.benefits)))
        paid = answer.payable + answer.benefits
        rows.append(Row((voice.tr("Paid out in all"), paid), RowStyle.TOTAL))
    if answer.shortfall > ZERO:
        rows.append(Row((voice.tr("Still owed on loans"), answer.shortfall), RowStyle.SUBTOTAL))
    if answer.dropped > ZERO:
        dropped = (voice.tr("Dues, fees and fines no longer asked for"), answer.dropped)
        rows.append(Row(dropped, RowStyle.SUBTOTAL))
    columns = (text(voice.tr("Settlement"), weight=3), money(voice.tr("Amount")))
    return Table(columns, tuple(rows), name="result", keep_together=True)


def _left_over(answer: SettlementSheet, voice: Voice) -> Iterator[Block]:
    paid = answer.payable + answer.benefits
    if paid > ZERO:
        words = Fact(voice.tr("Amount in words"), voice.amount_in_words(paid))
        yield Facts((words,), columns=1)
    if answer.unpaid_dues > ZERO:
        yield Paragraph(
            text=voice.joined(
                lambda one: one.tr(
                    "Dividend and refund of {amount} baht were not paid yet. They are paid "
                    "besides, from the register of dividend and refund."
                ).format(amount=one.money(answer.unpaid_dues))
            ),
            strong=True,
        )
    if answer.guarantors:
        rows = [
            Row((voice.digits(str(one.card)), one.member, name_of(one.name, voice)))
            for one in answer.guarantors
        ]
        columns = (
            code(voice.tr("Loan card")),
            code(voice.tr("Member number")),
            unbroken(voice.tr("Guarantor")),
        )
        said = voice.tr("Who stands for what is still owed")
        yield Table(columns, tuple(rows), caption=said, name="guarantors")
    if answer.guarantees:
        cards = ", ".join(str(one) for one in answer.guarantees)
        said = voice.joined(
            lambda one: one.tr(
                "The member stands for the loans on the cards {cards}: they need another guarantor."
            ).format(cards=one.digits(cards))
        )
        yield Paragraph(text=said, strong=True)
