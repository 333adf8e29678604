"""Lists of projects, grants, leases, plots and insurance: their columns."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.parts.columns import ColumnSpec, day_column, money_column, number_column, text_column
from ledger.queries.grants import GrantRow
from ledger.queries.insurance import InsuranceRow
from ledger.queries.leases import LeaseRow
from ledger.queries.plots import PlotRow
from ledger.queries.projects import ProjectRow
from reports.words.land import area_text
from reports.words.voice import Voice


def project_columns(voice: Voice) -> Sequence[ColumnSpec[ProjectRow]]:
    return (
        text_column(voice.tr("Code"), lambda row: row.code),
        text_column(voice.tr("Name"), lambda row: row.name, stretch=True),
        text_column(voice.tr("Place"), lambda row: row.place),
        day_column(voice.tr("Begins on"), lambda row: row.on, voice),
        number_column(voice.tr("Households surveyed"), lambda row: row.surveyed, voice),
        number_column(voice.tr("Certified rights-holders"), lambda row: row.certified, voice),
    )


def grant_columns(voice: Voice) -> Sequence[ColumnSpec[GrantRow]]:
    return (
        text_column(voice.tr("Code"), lambda row: row.code),
        text_column(voice.tr("Donor"), lambda row: row.donor),
        text_column(voice.tr("Purpose"), lambda row: row.purpose, stretch=True),
        money_column(voice.tr("Grant"), lambda row: row.total, voice),
        money_column(voice.tr("Received"), lambda row: row.received, voice),
        money_column(voice.tr("Spent"), lambda row: row.spent, voice),
        money_column(voice.tr("Returned to the donor"), lambda row: row.returned, voice),
        money_column(voice.tr("Remaining"), lambda row: row.remaining, voice),
    )


def lease_columns(voice: Voice) -> Sequence[ColumnSpec[LeaseRow]]:
    return (
        text_column(voice.tr("Code"), lambda row: row.code),
        text_column(voice.tr("Owner of the land"), lambda row: row.owner, stretch=True),
        money_column(voice.tr("Owed to the owner"), lambda row: row.owed, voice),
        money_column(voice.tr("Billed to members"), lambda row: row.billed, voice),
        money_column(voice.tr("Collected"), lambda row: row.collected, voice),
        money_column(voice.tr("Remitted to the owner"), lambda row: row.remitted, voice),
        money_column(voice.tr("Not remitted yet"), lambda row: row.open, voice),
    )


def plot_columns(voice: Voice) -> Sequence[ColumnSpec[PlotRow]]:
    area: ColumnSpec[PlotRow] = ColumnSpec(
        voice.tr("Area"),
        lambda row: area_text(row.area, voice),
        lambda row: row.area.hundredths,
    )
    return (
        text_column(voice.tr("Lease"), lambda row: row.lease),
        text_column(voice.tr("Plot"), lambda row: row.code),
        text_column(voice.tr("House number"), lambda row: row.house),
        area,
        text_column(voice.tr("Member number"), lambda row: row.holder),
        text_column(voice.tr("Holder"), lambda row: row.name, stretch=True),
        money_column(voice.tr("Rent a month"), lambda row: row.rent, voice),
    )


def insurance_columns(voice: Voice) -> Sequence[ColumnSpec[InsuranceRow]]:
    return (
        text_column(voice.tr("Code"), lambda row: row.code),
        text_column(voice.tr("Name"), lambda row: row.name, stretch=True),
        text_column(voice.tr("Insurer"), lambda row: row.insurer),
        money_column(voice.tr("Billed to members"), lambda row: row.billed, voice),
        money_column(voice.tr("Collected"), lambda row: row.collected, voice),
        money_column(voice.tr("Collected, not remitted"), lambda row: row.held, voice),
        money_column(voice.tr("Claims the insurer still owes"), lambda row: row.claims_open, voice),
    )
