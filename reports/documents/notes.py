"""Notes to the statements: how the books are kept, and what stands behind the figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from ledger.domain.money import ZERO, Money, total
from ledger.domain.products import InterestMethod
from ledger.queries.loans import LoanRow
from ledger.queries.notes import Notes, RateOfProduct
from reports.document import Block, Document, Heading, Paragraph, Row, RowStyle, Table
from reports.documents.banks import money_table
from reports.documents.financial import group_rows
from reports.documents.frame import (
    Frame,
    at_day,
    code,
    count,
    day,
    money,
    name_of,
    paper,
    percent,
    signatures,
    single,
    text,
    unbroken,
)
from reports.documents.savings import products_table
from reports.words.voice import N_, Voice

_METHODS = {
    InterestMethod.NONE: N_("no interest"),
    InterestMethod.DAILY: N_("on the daily balance"),
    InterestMethod.LOWEST_OF_MONTH: N_("on the lowest balance of the month"),
    InterestMethod.AVERAGE: N_("on the average balance"),
}


def notes_paper(answer: Notes, frame: Frame) -> Document:
    voice = frame.voice
    signed = signatures((voice.tr("Prepared by"), ""), (voice.tr("Chairperson"), ""))
    blocks = [*notes_blocks(answer, frame), signed]
    title = voice.tr("Notes to the financial statements")
    return paper(frame, title, blocks, period=at_day(answer.at, voice))


def notes_blocks(answer: Notes, frame: Frame) -> list[Block]:
    """The notes in their order, without a place to sign."""
    voice = frame.voice
    return [
        *_policies(answer, frame),
        *_numbered(2, voice.tr("Cash and bank"), voice),
        money_table(answer.cash, answer.banks, voice),
        *_numbered(3, voice.tr("Loans to members"), voice),
        loans_table(answer.lent, voice, empty=voice.tr("Nothing is lent.")),
        *_numbered(4, voice.tr("Savings and shares"), voice),
        products_table(answer.products, voice),
        *_rates(answer.rates, voice),
        *_numbered(5, voice.tr("Loans received"), voice),
        loans_table(answer.borrowed, voice, empty=voice.tr("Nothing is borrowed.")),
        *_numbered(6, voice.tr("Share capital"), voice),
        _shares(answer, voice),
        *_numbered(7, voice.tr("Equity and reserves"), voice),
        _equity(answer, voice),
    ]


def _numbered(number: int, title: str, voice: Voice) -> Iterator[Heading]:
    yield Heading(f"{voice.number(number)}. {title}")


def _policies(answer: Notes, frame: Frame) -> Iterator[Block]:
    voice, head = frame.voice, frame.head
    yield from _numbered(1, voice.tr("The cooperative and how its books are kept"), voice)
    if head.registration:
        said = voice.joined(
            lambda one: one.tr("Registration number {number}").format(
                number=one.digits(head.registration)
            )
        )
        yield Paragraph(text=said)
    month = answer.year_ends_in
    yield Paragraph(
        text=voice.joined(
            lambda one: one.tr(
                "The fiscal year ends with {month}. Fees, fines, dues and interest on loans are "
                "income when they are received; expenses are booked when they are paid, or as "
                "accrued by a journal voucher. Amounts are in baht and satang; nothing is rounded "
                "but as the rule of each product says."
            ).format(month=one.month_name(month))
        )
    )
    yield Paragraph(
        text=voice.tr(
            "Entries are never changed or deleted: a mistake is taken back by an entry that "
            "names the one it reverses and the reason."
        )
    )


def loans_table(rows: Sequence[LoanRow], voice: Voice, *, empty: str) -> Table:
    """Contracts with a balance: what was paid out, what is owed, what is late."""
    lines = [
        Row(
            (
                voice.digits(str(row.card)),
                name_of(row.name, voice),
                row.on,
                row.paid_out,
                row.outstanding,
                row.amount_late,
                row.days_late or None,
            )
        )
        for row in rows
    ]
    if lines:
        sums = [
            total(row.paid_out for row in rows),
            total(row.outstanding for row in rows),
            total(row.amount_late for row in rows),
        ]
        lines.append(Row((None, voice.tr("Total"), None, *sums, None), RowStyle.TOTAL))
    columns = (
        code(voice.tr("Loan")),
        unbroken(voice.tr("Name")),
        day(voice.tr("Date of contract")),
        money(voice.tr("Amount paid out")),
        money(voice.tr("Principal owed")),
        money(voice.tr("Late")),
        count(voice.tr("Days late")),
    )
    return Table(columns, tuple(lines), when_empty=empty)


def _rates(rates: Sequence[RateOfProduct], voice: Voice) -> Iterator[Table]:
    rows = [
        Row(
            (
                voice.name(one.name_th, one.name_en),
                voice.tr(_METHODS[one.method]),
                None if amount == ZERO else amount,
                rate,
            )
        )
        for one in rates
        for amount, rate in one.rates or ((ZERO, Fraction(0)),)
    ]
    if rows:
        columns = (
            text(voice.tr("Product")),
            text(voice.tr("Interest is reckoned")),
            single(voice.tr("From an amount of")),
            percent(voice.tr("A year")),
        )
        yield Table(columns, tuple(rows), caption=voice.tr("Interest on savings"))


def _shares(answer: Notes, voice: Voice) -> Table:
    rows = [
        Row(
            (
                voice.name(one.name_th, one.name_en),
                one.par,
                len([row for row in one.rows if row.balance != ZERO]),
                one.shares,
                one.brought_forward,
                one.balance,
            )
        )
        for one in answer.shares.types
    ]
    columns = (
        text(voice.tr("Shares")),
        single(voice.tr("Price of one share")),
        count(voice.tr("Members")),
        count(voice.tr("Whole shares")),
        money(voice.tr("Balance brought forward")),
        money(voice.tr("Balance")),
    )
    return Table(columns, tuple(rows), when_empty=voice.tr("This cooperative has no shares."))


def _equity(answer: Notes, voice: Voice) -> Table:
    position = answer.position
    rows = list(group_rows(position.equity, voice))
    label = voice.tr("Net profit (loss) of this year")
    rows.append(Row((label, *position.result_of_year), indent=1))
    before = voice.tr("Result of earlier years, not yet allocated")
    if position.result_before != (ZERO, ZERO):
        rows.append(Row((before, *position.result_before), indent=1))
    sums = [
        _sum(position.equity.totals[at], position.result_of_year[at], position.result_before[at])
        for at in (0, 1)
    ]
    rows.append(Row((voice.tr("Total equity"), *sums), RowStyle.TOTAL))
    days = (position.at, position.compared_with)
    return Table((text(voice.tr("Account")), *(money(voice.day(one)) for one in days)), tuple(rows))


def _sum(*amounts: Money) -> Money:
    return total(amounts)
