"""The cash flow statement: operations, investing, financing, and the proof against cash."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.queries.cash_flow import Activity, ActivityFlows, CashFlow
from reports.document import Document, Row, RowStyle, Table
from reports.documents.frame import Frame, money, paper, period_of, signatures, text
from reports.words.voice import N_, Voice

_HEADINGS = {
    Activity.OPERATING: N_("Cash flows from operations"),
    Activity.INVESTING: N_("Cash flows from investing"),
    Activity.FINANCING: N_("Cash flows from financing"),
}
_TOTALS = {
    Activity.OPERATING: N_("Net cash from operations"),
    Activity.INVESTING: N_("Net cash from investing"),
    Activity.FINANCING: N_("Net cash from financing"),
}


def cash_flow_paper(answer: CashFlow, frame: Frame) -> Document:
    voice = frame.voice
    return paper(
        frame,
        voice.tr("Cash flow statement"),
        [
            cash_flow_table(answer, voice),
            signatures((voice.tr("Prepared by"), ""), (voice.tr("Chairperson"), "")),
        ],
        period=period_of(answer.since, answer.until, voice),
    )


def cash_flow_table(answer: CashFlow, voice: Voice) -> Table:
    """The result of the period first, then what every other account did to cash."""
    rows: list[Row] = []
    for one in answer.activities:
        rows.append(Row((voice.tr(_HEADINGS[one.activity]), None), RowStyle.HEADING))
        if one.activity is Activity.OPERATING:
            rows.append(Row((voice.tr("Net profit (loss)"), answer.result), indent=1))
        rows.extend(_flows(one, voice))
    change = voice.tr("Cash and banks: change in the period")
    rows.append(Row((change, answer.change), RowStyle.SUBTOTAL))
    rows.append(Row((voice.tr("Cash and banks at the beginning"), answer.opening)))
    rows.append(Row((voice.tr("Cash and banks at the end"), answer.closing), RowStyle.TOTAL))
    columns = (text(voice.tr("Item")), money(voice.tr("Amount")))
    return Table(columns, tuple(rows), name=voice.tr("Cash flow statement"))


def _flows(one: ActivityFlows, voice: Voice) -> Iterator[Row]:
    for flow in one.flows:
        yield Row((voice.name(flow.name_th, flow.name_en), flow.amount), indent=1)
    yield Row((voice.tr(_TOTALS[one.activity]), one.total), RowStyle.SUBTOTAL)
