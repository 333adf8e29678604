"""Kept reports against today's book: which figures of a printed month differ, and why they may."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ledger.domain.money import Money
from ledger.queries.kept_reports import KeptReportRow, ReportDifference, ReportDifferences
from reports.document import Align, Block, Column, Document, Heading, Paragraph, Row, Table, Value
from reports.documents.frame import Frame, paper, text
from reports.words.voice import N_, Voice

_PARTS = {
    "balances": N_("Trial balance"),
    "position": N_("Statement of financial position"),
    "result": N_("Income and expense"),
    "cash": N_("Cash and bank"),
    "counts": N_("Cash count"),
    "banks": N_("Cash and bank"),
    "members": N_("Members in and out"),
    "products": N_("Savings and shares"),
    "proof": N_("Cards = control accounts"),
    "arrears": N_("Who has not paid"),
    "reversals": N_("Reversals"),
}
# Figures by the words that the papers use for them; what is not here keeps its own name.
_FIGURES = {
    "account_balance": N_("General ledger"),
    "amount": N_("Amount"),
    "assets": N_("Assets"),
    "balance": N_("Balance"),
    "brought_forward": N_("Balance brought forward"),
    "cards": N_("Accounts"),
    "cards_balance": N_("All cards together"),
    "counted": N_("Counted"),
    "credit": N_("Credit"),
    "days_over_limit": N_("Evenings above the limit"),
    "debit": N_("Debit"),
    "difference": N_("Difference"),
    "equity": N_("Equity"),
    "expense": N_("Expenses"),
    "highest": N_("Most cash in an evening"),
    "income": N_("Income"),
    "interest": N_("Of this interest"),
    "liabilities": N_("Liabilities"),
    "liabilities_and_equity": N_("Total liabilities and equity"),
    "limit": N_("Cash-holding limit"),
    "net": N_("Net profit (loss)"),
    "paid": N_("Paid"),
    "paid_in": N_("Paid in"),
    "paid_out": N_("Paid out"),
    "received": N_("Received"),
    "total": N_("Total"),
    "totals": N_("Total"),
}
_UNSAID = frozenset({"rows", "lines", "amounts"})
_AMOUNT = re.compile(r"-?[0-9]+\.[0-9]{2}")


def report_differences_paper(answer: ReportDifferences, frame: Frame) -> Document:
    voice = frame.voice
    blocks = [block for row in answer.rows for block in _row(row, voice)]
    if not blocks:
        blocks = [Paragraph(text=voice.tr("No month's report has been kept yet."))]
    return paper(frame, voice.tr("Reports kept at closing, compared with today's book"), blocks)


def _row(row: KeptReportRow, voice: Voice) -> Iterator[Block]:
    yield Heading(voice.month(row.month))
    yield Paragraph(text=voice.joined(lambda one: _kept(row, one)), small=True)
    if not row.differences:
        yield Paragraph(text=voice.tr("Every figure reads as it was printed."))
        return
    if not row.stands:
        yield Paragraph(
            text=voice.tr(
                "The month was opened again after this report, so its figures may differ."
            ),
            strong=True,
        )
    yield _differences(row.differences, voice)


def _kept(row: KeptReportRow, voice: Voice) -> str:
    if row.user:
        said = voice.tr("Kept on {moment} by {name}, act {act}; digest {digest}.")
    else:
        # note: the same where nobody's name is known
        said = voice.tr("Kept on {moment}, act {act}; digest {digest}.")
    return said.format(
        moment=voice.moment(row.kept_at),
        name=row.user,
        act=voice.digits(str(row.act)),
        digest=row.sha256[:16],
    )


def _differences(rows: tuple[ReportDifference, ...], voice: Voice) -> Table:
    lines = [
        Row((_part(one.place, voice), _inside(one.place, voice), _said(one.then), _said(one.now)))
        for one in rows
    ]
    columns = (
        text(voice.tr("Part of the report"), weight=2),
        # note: the line and column of a figure
        text(voice.tr("Figure"), weight=3),
        Column(voice.tr("Printed then"), align=Align.END),
        Column(voice.tr("In the book now"), align=Align.END),
    )
    return Table(columns, tuple(lines), name=voice.tr("Differences"))


def _part(place: str, voice: Voice) -> str:
    part = place.partition("/")[0]
    if part not in _PARTS:
        return part
    return voice.tr(_PARTS[part])


def _inside(place: str, voice: Voice) -> str:
    """The line and the column; ``.2`` is the second of several amounts of one line."""
    words = [one for one in place.split("/")[1:] if one not in _UNSAID]
    return " · ".join(voice.tr(_FIGURES[one]) if one in _FIGURES else _nth(one) for one in words)


def _nth(word: str) -> str:
    return f"({word[1:]})" if word[:1] == "." and word[1:].isdecimal() else word


def _said(figure: str | None) -> Value:
    """An amount as amounts are printed; anything else as it is; a dash where it was not there."""
    if figure is None or figure == "":
        return "–"
    return Money.from_decimal(figure) if _AMOUNT.fullmatch(figure) else figure
