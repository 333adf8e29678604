"""Lists of loans: all of them, their quality, both legs side by side, the months ahead."""

from __future__ import annotations

from ledger.domain.money import ZERO, total
from ledger.queries.loan_life import DefectiveCollateral
from ledger.queries.loan_quality import LoanQuality
from ledger.queries.loans import LoanRow, Loans
from reports.document import Block, Document, Fact, Facts, Heading, Row, RowStyle, Table
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
    text,
)
from reports.words.labels import leaving_reason
from reports.words.loan_words import class_name
from reports.words.voice import Voice


def loan_list_paper(answer: Loans, frame: Frame) -> Document:
    """Every loan that is not settled, or with something still open, by card."""
    voice = frame.voice
    rows = [
        _loan(one, voice)
        for one in answer.rows
        if one.settled_on is None and one.written_off_on is None
    ]
    sums = (None, None, voice.tr("Total"), None, answer.outstanding, answer.amount_late, None, None)
    if rows:
        rows.append(Row(sums, RowStyle.TOTAL))
    columns = (
        code(voice.tr("Card")),
        code(voice.tr("Type")),
        text(voice.tr("Name"), weight=2),
        money(voice.tr("Approved amount")),
        money(voice.tr("Principal owed")),
        money(voice.tr("Late amount")),
        count(voice.tr("Days late")),
        day(voice.tr("Next due day")),
    )
    table = Table(
        columns,
        tuple(rows),
        name=voice.tr("Loans"),
        when_empty=voice.tr("No loan is running."),
    )
    return paper(frame, voice.tr("List of loans"), [table], period=at_day(answer.at, voice))


def loan_quality_paper(answer: LoanQuality, frame: Frame) -> Document:
    """Who is late and by how much, the ageing, and the allowance that the classes need."""
    voice = frame.voice
    blocks: list[Block] = [
        _quality_facts(answer, voice),
        Heading(voice.tr("Ageing"), level=2),
        _ageing(answer, voice),
        Heading(voice.tr("Classes and allowance"), level=2),
        _classes(answer, voice),
        Heading(voice.tr("Late loans"), level=2),
        _late(answer, voice),
        signatures((voice.tr("Prepared by"), ""), (voice.tr("Checked by"), "")),
    ]
    return paper(frame, voice.tr("Quality of loans"), blocks, period=at_day(answer.at, voice))


def defective_collateral_paper(answer: DefectiveCollateral, frame: Frame) -> Document:
    """Loans whose guarantor is gone or whose pledge was given back, until it is replaced."""
    voice = frame.voice
    rows = [
        Row(
            (
                voice.digits(str(one.card)),
                name_of(one.borrower_name, voice),
                name_of(one.guarantor_name, voice)
                if one.guarantor
                else voice.tr("Pledge returned"),
                leaving_reason(one.why.value, voice) if one.why is not None else None,
                one.since,
                one.outstanding,
            )
        )
        for one in answer.rows
    ]
    columns = (
        code(voice.tr("Card")),
        text(voice.tr("Borrower"), weight=2),
        text(voice.tr("Guarantor"), weight=2),
        text(voice.tr("Reason")),
        day(voice.tr("Since")),
        money(voice.tr("Principal owed")),
    )
    table = Table(
        columns,
        tuple(rows),
        name=voice.tr("Defective collateral"),
        when_empty=voice.tr("Every loan has its collateral."),
    )
    title = voice.tr("Defective collateral")
    return paper(frame, title, [table], period=at_day(answer.at, voice))


def _loan(one: LoanRow, voice: Voice) -> Row:
    amounts = (one.approved, one.outstanding, None if one.amount_late == ZERO else one.amount_late)
    name = name_of(one.name, voice)
    return Row(
        (voice.digits(str(one.card)), one.type, name, *amounts, one.days_late or None, one.next_due)
    )


def _quality_facts(answer: LoanQuality, voice: Voice) -> Facts:
    facts = (
        Fact(voice.tr("Principal owed"), answer.outstanding, strong=True),
        Fact(voice.tr("Late amount"), answer.amount_late, strong=True),
        Fact(voice.tr("At risk, more than 30 days late"), voice.percent(answer.par_30)),
        Fact(voice.tr("At risk, more than 90 days late"), voice.percent(answer.par_90)),
        Fact(voice.tr("Allowance needed"), answer.needed),
        Fact(voice.tr("Allowance in the books"), answer.booked),
        Fact(voice.tr("To be set aside now"), answer.change, strong=True),
        Fact(voice.tr("Interest unpaid, no income yet"), answer.interest_unpaid),
        Fact(voice.tr("Lent, due within a year"), answer.lent.short),
        Fact(voice.tr("Lent, due later"), answer.lent.long),
        Fact(voice.tr("Borrowed, due within a year"), answer.borrowed.short),
        Fact(voice.tr("Borrowed, due later"), answer.borrowed.long),
    )
    return Facts(facts)


def _ageing(answer: LoanQuality, voice: Voice) -> Table:
    rows = [
        Row((_days(one.from_days, one.to_days, voice), one.loans, one.outstanding, one.amount_late))
        for one in answer.ageing
    ]
    sums = (
        voice.tr("Total"),
        sum(one.loans for one in answer.ageing),
        answer.outstanding,
        answer.amount_late,
    )
    rows.append(Row(sums, RowStyle.TOTAL))
    columns = (
        text(voice.tr("Days late")),
        count(voice.tr("Loans")),
        money(voice.tr("Principal owed")),
        money(voice.tr("Late amount")),
    )
    return Table(columns, tuple(rows), name=voice.tr("Ageing"), keep_together=True)


def _days(first: int, last: int | None, voice: Voice) -> str:
    if last == 0:
        return voice.tr("In time")
    if last is None:
        return voice.joined(
            lambda one: one.tr("{days} days and more").format(days=one.number(first))
        )
    return voice.joined(
        lambda one: one.tr("{first} to {last} days").format(
            first=one.number(first), last=one.number(last)
        )
    )


def _classes(answer: LoanQuality, voice: Voice) -> Table:
    rows = [
        Row(
            (
                class_name(one.loan_class, voice),
                one.more_than,
                voice.percent(one.rate),
                one.loans,
                one.outstanding,
                one.allowance,
            )
        )
        for one in answer.classes
    ]
    sums = (
        voice.tr("Total"),
        None,
        None,
        sum(one.loans for one in answer.classes),
        total(one.outstanding for one in answer.classes),
        answer.needed,
    )
    rows.append(Row(sums, RowStyle.TOTAL))
    columns = (
        text(voice.tr("Class")),
        count(voice.tr("More days late than")),
        code(voice.tr("Set aside")),
        count(voice.tr("Loans")),
        money(voice.tr("Principal owed")),
        money(voice.tr("Allowance")),
    )
    return Table(columns, tuple(rows), name=voice.tr("Classes and allowance"), keep_together=True)


def _late(answer: LoanQuality, voice: Voice) -> Table:
    late = sorted((one for one in answer.rows if one.days_late > 0), key=lambda one: -one.days_late)
    rows = [
        Row(
            (
                voice.digits(str(one.card)),
                name_of(one.name, voice),
                one.late_since,
                one.days_late,
                one.missed,
                one.amount_late,
                one.outstanding,
                class_name(one.loan_class, voice),
            )
        )
        for one in late
    ]
    columns = (
        code(voice.tr("Card")),
        text(voice.tr("Name"), weight=2),
        day(voice.tr("Late since")),
        count(voice.tr("Days late")),
        count(voice.tr("Missed")),
        money(voice.tr("Late amount")),
        money(voice.tr("Principal owed")),
        text(voice.tr("Class")),
    )
    return Table(
        columns,
        tuple(rows),
        name=voice.tr("Late loans"),
        when_empty=voice.tr("No loan is late."),
    )
