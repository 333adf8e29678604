"""The cash flow statement: operations, investing, financing, and the proof against cash."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.domain.money import ZERO
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
    """The result of the period first, then what every other account did to cash.

    The same days of last year stand in the second column.
    """
    both = [answer] if answer.before is None else [answer, answer.before]
    rows: list[Row] = []
    for nth, one in enumerate(answer.activities):
        heading = voice.tr(_HEADINGS[one.activity])
        rows.append(Row((heading, *(None for _ in both)), RowStyle.HEADING))
        if one.activity is Activity.OPERATING:
            results = (each.result for each in both)
            rows.append(Row((voice.tr("Net profit (loss)"), *results), indent=1))
        rows.extend(_flows([each.activities[nth] for each in both], voice))
    change = voice.tr("Cash and banks: change in the period")
    rows.append(Row((change, *(one.change for one in both)), RowStyle.SUBTOTAL))
    opening = voice.tr("Cash and banks at the beginning")
    rows.append(Row((opening, *(one.opening for one in both))))
    closing = voice.tr("Cash and banks at the end")
    rows.append(Row((closing, *(one.closing for one in both)), RowStyle.TOTAL))
    titles = (voice.tr("This period"), voice.tr("Same period last year"))
    columns = (text(voice.tr("Item")), *(money(title) for title in titles[: len(both)]))
    return Table(columns, tuple(rows), name=voice.tr("Cash flow statement"))


def _flows(columns: list[ActivityFlows], voice: Voice) -> Iterator[Row]:
    """Every account that moved in one of the columns, in the order of the chart."""
    amounts = [{flow.account: flow.amount for flow in one.flows} for one in columns]
    known = {flow.account: flow for one in columns for flow in one.flows}
    for account, flow in sorted(known.items()):
        moved = (one.get(account, ZERO) for one in amounts)
        yield Row((voice.name(flow.name_th, flow.name_en), *moved), indent=1)
    label = voice.tr(_TOTALS[columns[0].activity])
    yield Row((label, *(one.total for one in columns)), RowStyle.SUBTOTAL)
