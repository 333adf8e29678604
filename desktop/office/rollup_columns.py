"""Columns of the roll-up: sums, organisations side by side, accounts, what is owed, change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from fractions import Fraction
from typing import Any

from desktop.office.columns import code_and_name
from desktop.parts.columns import ColumnSpec, money_column, text_column
from ledger.domain.money import Money
from ledger.domain.network.changes import Change
from ledger.domain.network.eliminating import Elimination
from ledger.domain.network.figures import KeyFigures
from ledger.domain.network.organisation_rows import OrganisationRow
from ledger.domain.network.rollup import By, CommonRow, SumRow
from reports.words.network_words import FIGURES, RATIOS, TOWARD, row_name
from reports.words.voice import Voice


@dataclass(frozen=True, slots=True)
class Line:
    """A row of sums with what it is a row of; the last one is the total."""

    by: By
    row: SumRow
    total: bool = False

    def name(self, voice: Voice) -> str:
        if self.total:
            return voice.tr("Total, each counted once")
        return row_name(self.row, self.by, voice)


def sum_columns(voice: Voice) -> Sequence[ColumnSpec[Line]]:
    return (
        text_column(voice.tr("Name"), lambda one: one.name(voice), stretch=True),
        _count(voice.tr("Organisations"), lambda one: one.row.organisations, voice),
        _count(voice.tr("Handed in"), lambda one: one.row.reported, voice),
        _count(voice.tr("Restated"), lambda one: one.row.restated, voice),
        _count(voice.tr("Members"), lambda one: one.row.key.members, voice),
        _money(voice.tr("Savings"), lambda one: one.row.key.savings, voice),
        _money(voice.tr("Share capital"), lambda one: one.row.key.shares, voice),
        _money(voice.tr("Loans to members"), lambda one: one.row.key.outstanding, voice),
        _money(voice.tr("Late amount"), lambda one: one.row.key.amount_late, voice),
        _money(voice.tr("Owed to CODI"), lambda one: one.row.key.codi_balance, voice),
        _money(voice.tr("Cash and banks"), lambda one: one.row.key.cash + one.row.key.bank, voice),
        _money(voice.tr("Result of the year"), lambda one: one.row.key.net_of_year, voice),
    )


def side_columns(voice: Voice) -> Sequence[ColumnSpec[OrganisationRow]]:
    return (
        *code_and_name(voice, voice.tr("Organisation")),
        text_column(
            voice.tr("Restated"), lambda row: voice.tr("Figures changed") if row.restated else ""
        ),
        _ratio(voice.tr("At risk 30"), "par_30", voice),
        _ratio(voice.tr("At risk 90"), "par_90", voice),
        _ratio(voice.tr("Collected"), "collection", voice),
        _ratio(voice.tr("Costs"), "cost", voice),
        _ratio(voice.tr("Reserve"), "reserve", voice),
        _ratio(voice.tr("In arrears"), "in_arrears", voice),
        _money(
            voice.tr("Savings per member"),
            lambda row: row.ratios.savings_per_member if row.ratios else None,
            voice,
        ),
        _money(voice.tr("Savings"), lambda row: row.key.savings if row.key else None, voice),
        _money(
            voice.tr("Loans to members"),
            lambda row: row.key.outstanding if row.key else None,
            voice,
        ),
        _count(voice.tr("Days since deposit"), lambda row: row.days_since_deposit, voice),
        _count(voice.tr("Days since entry"), lambda row: row.days_since_entry, voice),
        _count(voice.tr("Corrections"), _corrections, voice),
    )


def common_columns(voice: Voice) -> Sequence[ColumnSpec[CommonRow]]:
    return (
        text_column(
            voice.tr("Group of accounts"),
            lambda row: voice.name(row.name_th, row.name_en),
            stretch=True,
        ),
        money_column(voice.tr("Added up"), lambda row: row.added, voice),
        money_column(voice.tr("Taken out"), lambda row: row.eliminated, voice),
        money_column(voice.tr("After taking out"), lambda row: row.left, voice),
    )


def owed_columns(voice: Voice) -> Sequence[ColumnSpec[Elimination]]:
    return (
        text_column(voice.tr("Whose money"), lambda row: row.owner),
        text_column(voice.tr("With whom"), lambda row: row.debtor),
        text_column(voice.tr("What it is"), lambda row: voice.tr(TOWARD[row.toward]), stretch=True),
        money_column(voice.tr("The owner says"), lambda row: row.said_by_owner, voice),
        money_column(voice.tr("The debtor says"), lambda row: row.said_by_debtor, voice),
        money_column(voice.tr("Taken out"), lambda row: row.eliminated, voice),
        money_column(voice.tr("To be cleared"), lambda row: row.difference, voice),
    )


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One figure in two months."""

    label: str
    before: Any
    now: Any

    @property
    def difference(self) -> Any:
        return None if self.before is None or self.now is None else self.now - self.before


def change_rows(answer: Change) -> list[ChangeRow]:
    """Key figures first, then what they are made of."""
    rows = [
        ChangeRow(text, getattr(answer.earlier_ratios, name), getattr(answer.ratios, name))
        for name, text in RATIOS.items()
    ]
    return rows + [
        ChangeRow(
            FIGURES[one.name],
            getattr(answer.earlier_figures, one.name),
            getattr(answer.figures, one.name),
        )
        for one in fields(KeyFigures)
    ]


def change_columns(voice: Voice) -> Sequence[ColumnSpec[ChangeRow]]:
    return (
        text_column(voice.tr("Figure"), lambda row: voice.tr(row.label), stretch=True),
        _figure(voice.tr("Earlier month"), lambda row: row.before, voice),
        _figure(voice.tr("This month"), lambda row: row.now, voice),
        _figure(voice.tr("Difference"), lambda row: row.difference, voice),
    )


def _corrections(row: OrganisationRow) -> int | None:
    key = row.key
    return None if key is None else key.voids + key.reversals + key.entered_late


def _count(head: str, number: Callable[[Any], int | None], voice: Voice) -> ColumnSpec[Any]:
    def shown(row: Any) -> str:
        found = number(row)
        return "" if found is None else voice.number(found)

    def copied(row: Any) -> str:
        found = number(row)
        return "" if found is None else str(found)

    return ColumnSpec(head, shown, number, numeric=True, copied=copied)


def _money(head: str, amount: Callable[[Any], Money | None], voice: Voice) -> ColumnSpec[Any]:
    """Never added up below: an organisation in two networks would count twice."""
    return money_column(head, amount, voice, adds=False)


def _ratio(head: str, name: str, voice: Voice) -> ColumnSpec[OrganisationRow]:
    def part(row: OrganisationRow) -> Fraction | None:
        return None if row.ratios is None else getattr(row.ratios, name)

    def shown(row: OrganisationRow) -> str:
        found = part(row)
        return "" if found is None else voice.percent(found)

    return ColumnSpec(head, shown, part, numeric=True)


def _figure(head: str, value: Callable[[ChangeRow], Any], voice: Voice) -> ColumnSpec[ChangeRow]:
    def shown(row: ChangeRow) -> str:
        found = value(row)
        if found is None:
            return ""
        if isinstance(found, Money):
            return voice.money(found)
        return voice.percent(found) if isinstance(found, Fraction) else voice.number(found)

    return ColumnSpec(head, shown, lambda row: row.label, numeric=True)
