"""The checklist before a month closes in words, decided without Qt: what is right, what is open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ledger.domain.days import Month
from ledger.domain.money import ZERO, Money
from ledger.queries.accounts import ChartRow
from ledger.queries.month_checklist import CheckItem, CheckRow, CheckState, audit_row
from ledger.usecases.budgeting import BudgetItem
from reports.words.voice import Voice


def with_audit(rows: tuple[CheckRow, ...], findings: int | None) -> tuple[CheckRow, ...]:
    """The list with what the audit found since the last change; None before it ran."""
    return (*(row for row in rows if row.item is not CheckItem.AUDIT), audit_row(findings))


def check_text(row: CheckRow, voice: Voice) -> str:
    """What is looked at."""
    name = voice.name(row.name_th, row.name_en)
    return {
        CheckItem.DRAFTS: _drafts_text(row, voice),
        CheckItem.COUNT: voice.tr("Cash counted at the end of the month"),
        CheckItem.BANK: voice.tr("Agreed with the bank: {name}").format(name=name),
        CheckItem.RECEIPTS: voice.tr("All receipts printed"),
        CheckItem.INTEREST: voice.tr("Interest posted: {name}").format(name=name),
        CheckItem.ACCRUED: voice.tr("Accrued interest on loans booked"),
        CheckItem.ALLOWANCE: voice.tr("Allowance for doubtful loans booked"),
        CheckItem.DEPRECIATION: voice.tr("Depreciation booked"),
        CheckItem.PROOF: voice.tr("Cards = control accounts"),
        CheckItem.REPORT: voice.tr("Monthly report printed for the committee"),
        CheckItem.BACKUP: voice.tr("Backed up outside this PC since the month ended"),
        CheckItem.SECOND_COPY: voice.tr("A second stick or disk has a copy of the last five weeks"),
        CheckItem.AUDIT: voice.tr("The book audits itself without a finding"),
    }[row.item]


def _drafts_text(row: CheckRow, voice: Voice) -> str:
    if row.day is None:
        return voice.tr("No sheet lies typed and not booked")
    return voice.tr("Typed and not booked: the collection sheet of {day}").format(
        day=voice.day(row.day)
    )


def check_state(row: CheckRow, voice: Voice) -> str:
    """How it stands, with the figure that says so."""
    word = {
        CheckState.RIGHT: voice.tr("Right"),
        CheckState.OPEN: voice.tr("Still open"),
        CheckState.WRONG: voice.tr("Wrong"),
        CheckState.UNKNOWN: voice.tr("Not looked at yet"),
    }[row.state]
    if row.amount is not None:
        return voice.tr("{state}: difference {amount}").format(
            state=word, amount=voice.signed(row.amount)
        )
    if row.item in (CheckItem.BACKUP, CheckItem.SECOND_COPY) and row.day is not None:
        return voice.tr("{state}: {day}, {medium}").format(
            state=word,
            day=voice.day(row.day),
            medium=voice.name(row.name_th, row.name_en),
        )
    return f"{word} ({voice.number(row.count)})" if row.count else word


def reopenable(closed_through: Month | None, locked_through: Month | None) -> Month | None:
    """The month that can be opened again: the last closed one that is not locked."""
    if closed_through is None:
        return None
    locked = locked_through is not None and closed_through <= locked_through
    return None if locked else closed_through


def budget_accounts(rows: Sequence[ChartRow]) -> tuple[ChartRow, ...]:
    """The accounts that can have a budget, in the order of the chart."""
    return tuple(row for row in rows if row.kind.in_result and not (row.head or row.closed))


def budget_items(amounts: Mapping[str, Money | None]) -> tuple[BudgetItem, ...]:
    """What was filled in, account by account; an empty or zero amount is no budget."""
    return tuple(
        BudgetItem(account=code, amount=amount)
        for code, amount in amounts.items()
        if amount is not None and amount != ZERO
    )
