"""The inspector's monthly report, section by section as the inspection regulation expects it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ledger.domain.money import ZERO, Money, total
from ledger.queries.inspection_report import Borrowed, Granted, InspectionReport
from ledger.queries.samples import Sample
from reports.document import (
    Block,
    Document,
    Fact,
    Facts,
    Fingerprint,
    Heading,
    Paragraph,
    Row,
    RowStyle,
    Table,
)
from reports.documents.activity_log import log_columns, log_row
from reports.documents.banks import money_table
from reports.documents.cash import counts_table
from reports.documents.frame import (
    Frame,
    code,
    count,
    day,
    money,
    name_of,
    paper,
    percent,
    signatures,
    text,
    unbroken,
)
from reports.documents.savings import products_table, proof_table
from reports.words.labels import month_or_day
from reports.words.voice import Voice


def inspection_paper(answer: InspectionReport, frame: Frame) -> Document:
    voice = frame.voice
    blocks: list[Block] = [*_opening(answer, voice)]
    for number, (title, found) in enumerate(_sections(answer, voice), start=1):
        blocks.append(Heading(f"{voice.number(number)}. {title}"))
        blocks.extend(found)
    blocks.extend(_closing(voice))
    head = frame.head
    blocks.append(signatures((voice.tr("Inspector"), ""), (voice.tr("Recipient"), "")))
    blocks.append(Fingerprint(head.act.number, head.act.code, qr=head.act.code))
    return paper(
        frame,
        voice.tr("Inspection report"),
        blocks,
        period=voice.month(answer.month),
    )


def _opening(answer: InspectionReport, voice: Voice) -> Iterator[Block]:
    scope = voice.joined(
        lambda one: one.tr(
            "Receipts, vouchers and loan contracts of {month}, drawn by the lot {seed}; cash, "
            "banks, members, shares, deposits and loans as the books show them."
        ).format(month=one.month(answer.month), seed=answer.seed)
    )
    yield Facts(
        (
            # note: the line of a letter that names whom it is for; เรียน
            Fact(
                voice.tr("Addressed to"),
                voice.tr("The chairperson and the committee"),
                strong=True,
            ),
            Fact(
                voice.tr("Objective"),
                voice.tr("To see that the business follows the law, the by-laws and resolutions."),
            ),
            Fact(voice.tr("Scope"), scope),
        ),
        columns=1,
    )


def _sections(answer: InspectionReport, voice: Voice) -> Iterator[tuple[str, list[Block]]]:
    yield voice.tr("Loans granted"), [_granted(answer, voice)]
    yield (
        voice.tr("Contracts and papers examined"),
        [
            _sample(answer.sampled_loans, voice.tr("Loan contracts"), voice),
            _sample(answer.sampled_receipts, voice.tr("Receipts"), voice),
            _sample(answer.sampled_vouchers, voice.tr("Vouchers"), voice),
        ],
    )
    yield (
        voice.tr("Deposits and shares"),
        [
            products_table(answer.products, voice),
            _rates(answer, voice),
        ],
    )
    yield (
        voice.tr("Cash and bank"),
        [
            money_table(answer.cash, answer.banks, voice),
            counts_table(answer.counts, voice),
        ],
    )
    yield voice.tr("Loans received"), [_borrowed(answer.borrowed, voice)]
    yield voice.tr("Members"), [_members(answer, voice)]
    yield voice.tr("Share capital, reserves and funds"), [_equity(answer, voice)]
    yield voice.tr("Cards and ledger"), [proof_table(answer.proof, voice)]
    yield voice.tr("Changes in registers, rates and rights"), [_changes(answer, voice)]
    yield voice.tr("Findings and follow-up"), [_follow_up(answer, voice)]


def _changes(answer: InspectionReport, voice: Voice) -> Table:
    rows = tuple(log_row(told, voice) for told in answer.changes)
    return Table(log_columns(voice), rows, when_empty=voice.tr("None of them was changed."))


def _closing(voice: Voice) -> Iterator[Block]:
    room = "\n".join(["." * 110] * 3)
    for title in (voice.tr("Observations"), voice.tr("Recommendations")):
        yield Heading(title, level=2)
        yield Paragraph(text=room)


def _granted(answer: InspectionReport, voice: Voice) -> Table:
    now, before = answer.granted, answer.granted_before
    more = now.amount - before.amount
    share = Fraction(more.satang, before.amount.satang) if before.amount != ZERO else None
    rows = (
        _granted_row(before, voice),
        _granted_row(now, voice),
        Row((voice.tr("Difference"), now.count - before.count, more, share), RowStyle.SUBTOTAL),
    )
    columns = (
        text(voice.tr("Month")),
        count(voice.tr("Contracts")),
        money(voice.tr("Amount paid out")),
        percent(voice.tr("Change in percent")),
    )
    return Table(columns, rows)


def _granted_row(one: Granted, voice: Voice) -> Row:
    return Row((voice.month(one.month), one.count, one.amount, None))


def _sample(one: Sample, caption: str, voice: Voice) -> Table:
    """What was drawn, with a column to write what was found."""
    rows = [
        Row((row.key, row.on, name_of(row.name, voice) if row.member else "", row.amount, None))
        for row in one.rows
    ]
    drawn = voice.joined(
        lambda said: said.tr("{drawn} of {all}, {share} of the value").format(
            drawn=said.number(len(one.rows)),
            all=said.number(one.population),
            share=said.percent(one.value_share),
        )
    )
    if rows:
        rows.append(Row((None, None, drawn, one.sampled_value, None), RowStyle.TOTAL))
    columns = (
        code(voice.tr("Number")),
        day(voice.tr("Date")),
        text(voice.tr("Name")),
        money(voice.tr("Amount")),
        text(voice.tr("What was found"), weight=2),
    )
    empty = voice.tr("There was nothing to draw from.")
    return Table(columns, tuple(rows), caption=caption, when_empty=empty)


def _rates(answer: InspectionReport, voice: Voice) -> Table:
    interest = {row.product: row.interest for row in answer.products.rows}
    rows = [
        Row((voice.name(one.name_th, one.name_en), rate, interest.get(one.product, ZERO)))
        for one in answer.rates
        for _, rate in one.rates or ((ZERO, Fraction(0)),)
    ]
    columns = (
        text(voice.tr("Product")),
        percent(voice.tr("Interest a year")),
        money(voice.tr("Interest credited in the month")),
    )
    return Table(columns, tuple(rows), caption=voice.tr("Interest on savings"))


def _borrowed(borrowed: tuple[Borrowed, ...], voice: Voice) -> Table:
    rows = [
        Row(
            (
                one.loan.name,
                one.rate,
                one.last_balance,
                one.balance,
                one.interest,
                one.loan.amount_late,
            )
        )
        for one in borrowed
    ]
    if rows:
        sums = [
            total(one.last_balance for one in borrowed),
            total(one.balance for one in borrowed),
            total(one.interest for one in borrowed),
            total(one.loan.amount_late for one in borrowed),
        ]
        rows.append(Row((voice.tr("Total"), None, *sums), RowStyle.TOTAL))
    columns = (
        unbroken(voice.tr("Lender")),
        percent(voice.tr("Interest a year")),
        money(voice.tr("Last month")),
        money(voice.tr("This month")),
        money(voice.tr("Interest paid")),
        money(voice.tr("Late")),
    )
    return Table(columns, tuple(rows), when_empty=voice.tr("Nothing is borrowed."))


def _members(answer: InspectionReport, voice: Voice) -> Facts:
    members = answer.members
    return Facts(
        (
            Fact(voice.tr("Members at the beginning"), members.opening),
            Fact(voice.tr("Members who joined"), len(members.joined)),
            Fact(voice.tr("Members who left"), len(members.left)),
            Fact(voice.tr("Of these deceased"), answer.died),
            Fact(voice.tr("Members at the end"), members.closing, strong=True),
            Fact(voice.tr("Ordinary members"), members.closing_ordinary),
            Fact(voice.tr("Associate members"), members.closing_associate),
        ),
        columns=3,
    )


def _equity(answer: InspectionReport, voice: Voice) -> Table:
    rows = [
        Row((voice.name(line.name_th, line.name_en), *_months(line.amounts)))
        for line in answer.equity
    ]
    columns = (
        text(voice.tr("Account")),
        money(voice.tr("Last month")),
        money(voice.tr("This month")),
        money(voice.tr("Difference")),
    )
    return Table(columns, tuple(rows), when_empty=voice.tr("Nothing was booked."))


def _months(amounts: tuple[Money, ...]) -> tuple[Money, Money, Money]:
    now, before = amounts
    return before, now, now - before


def _follow_up(answer: InspectionReport, voice: Voice) -> Table:
    rows = [
        Row(
            (
                month_or_day(one.month, voice),
                one.topic,
                one.found,
                one.effect,
                one.recommendation,
                _result(one.result, settled=one.settled, voice=voice),
            )
        )
        for one in answer.follow_up.rows
    ]
    columns = (
        unbroken(voice.tr("Month")),
        text(voice.tr("Topic")),
        text(voice.tr("What was found"), weight=2),
        text(voice.tr("Effect")),
        text(voice.tr("Recommendation")),
        text(voice.tr("Follow-up")),
    )
    return Table(columns, tuple(rows), when_empty=voice.tr("Nothing was found so far."))


def _result(result: str, *, settled: bool, voice: Voice) -> str:
    return "\n".join(part for part in (result, voice.tr("put right") if settled else "") if part)
