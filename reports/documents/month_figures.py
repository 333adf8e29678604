"""What is given to the network of a month: the slip that goes with the package, and its figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from ledger.domain.money import Money
from ledger.domain.network.common_chart import common_groups
from ledger.domain.network.figures import KeyFigures, MonthFigures, ratios_of
from ledger.queries.handed_in import HandInSlip
from reports.document import Block, Document, Fact, Facts, Heading, Paragraph, Row, RowStyle, Table
from reports.documents.frame import Frame, count, money, paper, running, signatures, text
from reports.words.network_words import FIGURES, LENDERS, LENT, RATIOS, SAVED, TOWARD
from reports.words.voice import Voice


def hand_in_paper(answer: HandInSlip, frame: Frame) -> Document:
    """The slip that goes to the network beside the stick, signed by hand."""
    voice, given = frame.voice, answer.handed_in
    blocks: list[Block] = []
    if given is None:
        blocks.append(Paragraph(text=voice.tr("Preview: nothing was handed in yet."), strong=True))
    else:
        facts = (
            Fact(voice.tr("Knows the book up to act"), voice.number(given.through_act)),
            Fact(voice.tr("Code of that act"), given.code, strong=True),
            Fact(voice.tr("Code of the signing key"), given.key_code or "–", strong=True),
            Fact(voice.tr("Handed in on"), voice.day(given.handed_at.date())),
        )
        blocks.append(Facts(facts))
    blocks += [
        Paragraph(text=voice.tr("These sums are given, and nobody's name or number."), small=True),
        *figure_blocks(answer.figures, voice),
        signatures((voice.tr("Treasurer"), ""), (voice.tr("Received by"), "")),
    ]
    return paper(
        frame,
        voice.tr("Hand-in slip"),
        blocks,
        period=voice.month(answer.figures.month),
    )


def figure_blocks(figures: MonthFigures, voice: Voice) -> list[Block]:
    """All figures of a month, section by section; sections without a row are left out."""
    blocks: list[Block] = [
        Facts(tuple(_facts(figures, voice))),
        Heading(voice.tr("Trial balance on the common chart"), level=2),
        _groups(figures, voice),
    ]
    for title, table in (
        (voice.tr("Savings and shares"), _saved(figures, voice)),
        (voice.tr("Loans to members"), _lent(figures, voice)),
        (voice.tr("Late loans"), _late(figures, voice)),
        (voice.tr("Borrowed"), _borrowed(figures, voice)),
        (voice.tr("Towards other organisations"), _toward(figures, voice)),
    ):
        if table.rows:
            blocks += [Heading(title, level=2), table]
    return blocks


def _facts(figures: MonthFigures, voice: Voice) -> Iterable[Fact]:
    key, ratios = figures.key, ratios_of(figures.key)
    for field in fields(KeyFigures):
        value = getattr(key, field.name)
        shown = value if isinstance(value, Money) else voice.number(value)
        yield Fact(voice.tr(FIGURES[field.name]), shown)
    for name, label in RATIOS.items():
        found: Any = getattr(ratios, name)
        if found is not None:
            said = found if isinstance(found, Money) else voice.percent(found)
            yield Fact(voice.tr(label), said)
    for label, day in (
        (voice.tr("Last bank deposit"), figures.last_deposit),
        (voice.tr("Last entry"), figures.last_entry),
    ):
        yield Fact(label, "–" if day is None else voice.day(day))


def _groups(figures: MonthFigures, voice: Voice) -> Table:
    names = common_groups()
    rows = [
        Row(
            (
                voice.name(names[row.group].name_th, names[row.group].name_en),
                row.brought_forward,
                row.debit,
                row.credit,
                row.balance,
            )
        )
        for row in figures.groups
    ]
    sums = [
        Money(sum(getattr(row, name).satang for row in figures.groups))
        for name in ("brought_forward", "debit", "credit", "balance")
    ]
    rows.append(Row((voice.tr("Total"), *sums), RowStyle.TOTAL))
    columns = (
        text(voice.tr("Group of accounts"), weight=2),
        money(voice.tr("Brought forward")),
        money(voice.tr("Debit")),
        money(voice.tr("Credit")),
        money(voice.tr("Balance")),
    )
    return Table(columns, tuple(rows), name=voice.tr("Trial balance"))


def _saved(figures: MonthFigures, voice: Voice) -> Table:
    columns = (
        text(voice.tr("Kind"), weight=2),
        count(voice.tr("Accounts")),
        money(voice.tr("Brought forward")),
        money(voice.tr("Paid in")),
        money(voice.tr("Paid out")),
        money(voice.tr("Balance")),
    )
    rows = [
        Row(
            (
                voice.tr(SAVED[row.kind]),
                row.cards,
                row.brought_forward,
                row.paid_in,
                row.paid_out,
                row.balance,
            )
        )
        for row in figures.saved
    ]
    return Table(columns, tuple(rows), name=voice.tr("Savings and shares"))


def _lent(figures: MonthFigures, voice: Voice) -> Table:
    columns = (
        text(voice.tr("Kind"), weight=2),
        count(voice.tr("Loans")),
        money(voice.tr("Paid out")),
        money(voice.tr("Principal repaid")),
        money(voice.tr("Principal owed")),
        money(voice.tr("Late amount")),
    )
    rows = [
        Row(
            (
                voice.tr(LENT[row.kind]),
                row.loans,
                row.paid_out,
                row.repaid,
                row.outstanding,
                row.amount_late,
            )
        )
        for row in figures.lent
    ]
    return Table(columns, tuple(rows), name=voice.tr("Loans to members"))


def _late(figures: MonthFigures, voice: Voice) -> Table:
    columns = (
        text(voice.tr("Days late"), weight=2),
        count(voice.tr("Loans")),
        money(voice.tr("Principal owed")),
        money(voice.tr("Late amount")),
    )
    rows = [
        Row((_days(row.from_days, row.to_days, voice), row.loans, row.outstanding, row.amount_late))
        for row in figures.late
        if row.loans
    ]
    return Table(columns, tuple(rows), name=voice.tr("Late loans"))


def _days(since: int, until: int | None, voice: Voice) -> str:
    if since == 0:
        return voice.tr("Not late")
    if until is None:
        return f"{voice.number(since)}+"
    return f"{voice.number(since)}–{voice.number(until)}"


def _borrowed(figures: MonthFigures, voice: Voice) -> Table:
    columns = (
        text(voice.tr("Lender"), weight=2),
        count(voice.tr("Loans")),
        money(voice.tr("Principal owed")),
        money(voice.tr("Late amount")),
    )
    rows = [
        Row((voice.tr(LENDERS[row.lender]), row.loans, row.balance, row.amount_late))
        for row in figures.borrowed
    ]
    return Table(columns, tuple(rows), name=voice.tr("Borrowed"))


def _toward(figures: MonthFigures, voice: Voice) -> Table:
    columns = (
        text(voice.tr("Organisation"), weight=2),
        text(voice.tr("What it is")),
        running(voice.tr("Amount")),
    )
    rows = [
        Row((row.organisation, voice.tr(TOWARD[row.toward]), row.amount)) for row in figures.toward
    ]
    return Table(columns, tuple(rows), name=voice.tr("Towards other organisations"))
