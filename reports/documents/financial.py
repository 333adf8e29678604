"""Papers of the financial position and of income and expense, by groups of accounts."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.domain.days import Month
from ledger.domain.money import ZERO, Money
from ledger.queries.annual_pack import YearResult
from ledger.queries.financial import FinancialPosition, IncomeAndExpense, Line, Section
from ledger.queries.loan_terms import TermSplit
from reports.document import Document, Row, RowStyle, Table
from reports.documents.frame import Frame, after_closing, at_day, money, paper, text
from reports.words.kinds import account_kind, total_of_kind
from reports.words.voice import N_, Voice


def position_paper(answer: FinancialPosition, frame: Frame) -> Document:
    voice = frame.voice
    return paper(
        frame,
        voice.tr("Statement of financial position"),
        [position_table(answer, voice)],
        period=at_day(answer.at, voice),
        subtitles=after_closing(voice, answer.after_closing),
    )


def income_paper(answer: IncomeAndExpense, frame: Frame) -> Document:
    voice = frame.voice
    return paper(
        frame,
        voice.tr("Income and expense"),
        [income_table(answer, voice)],
        period=voice.month(answer.month),
    )


def position_table(answer: FinancialPosition, voice: Voice) -> Table:
    """Assets, then what stands against them: liabilities, equity, and the result of the year."""
    days = (answer.at, answer.compared_with)
    rows = [*_section_rows(answer.assets, voice), *_section_rows(answer.liabilities, voice)]
    rows += _section_rows(answer.equity, voice, total=False)
    if answer.result_before != (ZERO, ZERO):
        label = voice.tr("Result of earlier years, not yet allocated")
        rows.append(Row((label, *answer.result_before), indent=1))
    rows.append(Row((voice.tr("Net profit (loss) of this year"), *answer.result_of_year), indent=1))
    equity = [
        right - owed
        for right, owed in zip(
            answer.liabilities_and_equity, answer.liabilities.totals, strict=True
        )
    ]
    rows.append(Row((total_of_kind(answer.equity.kind, voice), *equity), RowStyle.SUBTOTAL))
    label = voice.tr("Total liabilities and equity")
    rows.append(Row((label, *answer.liabilities_and_equity), RowStyle.TOTAL))
    rows += _term_rows(answer.terms, voice)
    columns = (text(voice.tr("Account")), *(money(voice.day(one)) for one in days))
    return Table(columns, tuple(rows), name=voice.tr("Statement of financial position"))


def _term_rows(terms: tuple[TermSplit, TermSplit] | None, voice: Voice) -> Iterator[Row]:
    """At a year's end: what of both legs of loans falls due within twelve months, and later."""
    if terms is None:
        return
    lent, borrowed = [one.lent for one in terms], [one.borrowed for one in terms]
    label = voice.tr("Principal by when it falls due, by the plans")
    yield Row((label, *(None for _ in terms)), RowStyle.HEADING)
    for title, amounts in (
        (voice.tr("Lent, due within a year"), [one.short for one in lent]),
        (voice.tr("Lent, due later"), [one.long for one in lent]),
        (voice.tr("Borrowed, due within a year"), [one.short for one in borrowed]),
        (voice.tr("Borrowed, due later"), [one.long for one in borrowed]),
    ):
        if any(amount != ZERO for amount in amounts):
            yield Row((title, *amounts), indent=1)


def income_table(answer: IncomeAndExpense, voice: Voice) -> Table:
    """Income less expense of the month, of the month before, and of the fiscal year so far."""
    rows = [*_section_rows(answer.income, voice), *_section_rows(answer.expense, voice)]
    rows.append(Row((voice.tr("Net profit (loss)"), *answer.net), RowStyle.TOTAL))
    columns = (
        text(voice.tr("Account")),
        money(_titled(N_("This month, {month}"), answer.month, voice)),
        money(_titled(N_("Last month, {month}"), answer.month.plus(-1), voice)),
        money(_titled(N_("Year to date, from {month}"), answer.year_from, voice)),
    )
    return Table(columns, tuple(rows), name=voice.tr("Income and expense"))


def year_result_table(answer: YearResult, voice: Voice) -> Table:
    """Income less expense of the fiscal year and of the one before."""
    rows = [*_section_rows(answer.income, voice), *_section_rows(answer.expense, voice)]
    rows.append(Row((voice.tr("Net profit (loss)"), *answer.net), RowStyle.TOTAL))
    columns = (
        text(voice.tr("Account")),
        money(voice.tr("This year")),
        money(voice.tr("Last year")),
    )
    return Table(columns, tuple(rows), name=voice.tr("Income and expense"))


def _titled(title: str, month: Month, voice: Voice) -> str:
    """The head of a column with its month."""
    return voice.joined(lambda one: one.tr(title).format(month=one.month(month, "short")))


def _section_rows(section: Section, voice: Voice, *, total: bool = True) -> Iterator[Row]:
    """A kind of account: its name, its groups, its total."""
    yield Row((account_kind(section.kind, voice), *_blank(section)), RowStyle.HEADING)
    yield from group_rows(section, voice)
    if total:
        style = RowStyle.TOTAL if section.kind.value == "asset" else RowStyle.SUBTOTAL
        yield Row((total_of_kind(section.kind, voice), *section.totals), style)


def group_rows(section: Section, voice: Voice) -> Iterator[Row]:
    """The groups of a section without its name and total."""
    for head, lines in _groups(section):
        yield from _group_rows(head, lines, section, voice)


def _groups(section: Section) -> Iterator[tuple[Line | None, list[Line]]]:
    """The accounts under the lowest head above them, in order; the kind's own head is no group."""
    head: Line | None = None
    waiting: list[Line] = []
    for line in section.lines:
        if line.head:
            if waiting:
                yield head, waiting
            head, waiting = (None if line.level == 0 else line), []
        else:
            waiting.append(line)
    if waiting:
        yield head, waiting


def _group_rows(
    head: Line | None, lines: list[Line], section: Section, voice: Voice
) -> Iterator[Row]:
    """A group of one account is said in one row, a larger one under its name with its sum."""
    indent = 1
    if head is not None and len(lines) > 1:
        name = voice.name(head.name_th, head.name_en)
        yield Row((name, *_blank(section)), RowStyle.HEADING, indent=1)
        indent = 2
    for line in lines:
        yield Row((voice.name(line.name_th, line.name_en), *line.amounts), indent=indent)
    if head is not None and len(lines) > 1:
        # note: the sum of a group of accounts, such as "Total deposits received"
        label = voice.joined(
            lambda one: one.tr("Total {group}").format(group=one.name(head.name_th, head.name_en))
        )
        sums = (Money(sum(line.amounts[at].satang for line in lines)) for at in _columns(section))
        yield Row((label, *sums), RowStyle.SUBTOTAL, indent=1)


def _columns(section: Section) -> range:
    return range(len(section.totals))


def _blank(section: Section) -> tuple[None, ...]:
    return (None,) * len(section.totals)
