"""Columns of the office's lists: packages, register, who is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop.office.state import Brought, Standing
from desktop.parts.columns import ColumnSpec, day_column, number_column, text_column
from ledger.domain.network.answers import MissingRow, PackageRow
from ledger.domain.network.register import Network, Organisation, Place
from ledger.domain.refusals import Refusal
from ledger.network.receiving import Received
from reports.words.network_words import LEVELS, NETWORK_KINDS, ORGANISATION_KINDS
from reports.words.refused import sentence
from reports.words.voice import N_, Voice

STANDINGS = {
    Standing.FITS: N_("May be received"),
    Standing.RECEIVED: N_("Has been received"),
    Standing.AGAIN: N_("Is here already"),
    Standing.ASKS: N_("Confirm first"),
    Standing.REFUSED: N_("Not received"),
}


def code_and_name(voice: Voice, of_what: str) -> Sequence[ColumnSpec[Any]]:
    """How every list of organisations, networks or localities begins."""
    return (
        text_column(voice.tr("Code"), lambda row: row.code),
        text_column(of_what, lambda row: voice.name(row.name_th, row.name_en), stretch=True),
    )


def package_columns(voice: Voice) -> Sequence[ColumnSpec[PackageRow]]:
    return (
        text_column(voice.tr("Code"), lambda row: row.organisation),
        text_column(
            voice.tr("Organisation"),
            lambda row: voice.name(row.name_th, row.name_en),
            stretch=True,
        ),
        number_column(voice.tr("Version"), lambda row: row.version, voice),
        text_column(voice.tr("Restated"), lambda row: restated_said(row, voice)),
        day_column(voice.tr("Received on"), lambda row: row.received_at.date(), voice),
        text_column(voice.tr("By"), lambda row: row.user),
        number_column(voice.tr("Act"), lambda row: row.sequence, voice),
        text_column(voice.tr("Code of the act"), lambda row: row.code),
        text_column(voice.tr("Signed with"), lambda row: row.key or voice.tr("Not signed")),
        text_column(voice.tr("Reason"), lambda row: row.because),
    )


def restated_said(row: PackageRow, voice: Voice) -> str:
    """Whether this version says other figures than the one before, and whether it counts."""
    if not row.newest:
        return voice.tr("Replaced by a later version")
    return voice.tr("Figures changed") if row.changed else ""


def brought_columns(voice: Voice) -> Sequence[ColumnSpec[Brought]]:
    return (
        text_column(voice.tr("File"), lambda row: row.path.name),
        text_column(voice.tr("Organisation"), lambda row: row.organisation),
        text_column(voice.tr("State"), lambda row: voice.tr(STANDINGS[row.standing])),
        text_column(voice.tr("Why"), lambda row: why_said(row, voice), stretch=True),
    )


def why_said(row: Brought, voice: Voice) -> str:
    """Why a package is not received, in a sentence; what became of one that is."""
    if isinstance(row.refusal, Refusal):
        return sentence(row.refusal, voice)
    if row.refusal is not None:
        return voice.tr("{file} cannot be read. Copy it again from the stick.").format(
            file=row.path.name
        )
    if not isinstance(row.came, Received):
        return ""
    said = (
        voice.tr("{month}, version {version}: other figures than before")
        if row.came.restated
        else voice.tr("{month}, version {version}")
    )
    return said.format(month=voice.month(row.came.month), version=voice.number(row.came.version))


def missing_columns(voice: Voice) -> Sequence[ColumnSpec[MissingRow]]:
    return (
        *code_and_name(voice, voice.tr("Organisation")),
        text_column(voice.tr("Networks"), lambda row: ", ".join(row.networks)),
        text_column(voice.tr("Locality"), lambda row: row.place or ""),
        text_column(voice.tr("Telephone"), lambda row: row.telephone),
        ColumnSpec(
            voice.tr("Last month handed in"),
            lambda row: voice.tr("Never") if row.last is None else voice.month(row.last),
            lambda row: None if row.last is None else row.last.first,
        ),
    )


def organisation_columns(voice: Voice) -> Sequence[ColumnSpec[Organisation]]:
    return (
        *code_and_name(voice, voice.tr("Organisation")),
        text_column(voice.tr("Kind"), lambda row: voice.tr(ORGANISATION_KINDS[row.kind])),
        text_column(voice.tr("Registration number"), lambda row: row.registration),
        text_column(voice.tr("Locality"), lambda row: row.place or ""),
        text_column(voice.tr("Networks"), lambda row: ", ".join(row.networks)),
        text_column(voice.tr("Telephone"), lambda row: row.telephone),
        text_column(voice.tr("Signing"), lambda row: signing_said(row, voice)),
        text_column(voice.tr("State"), lambda row: voice.tr("Closed") if row.closed else ""),
    )


def signing_said(row: Organisation, voice: Voice) -> str:
    """The newest key that was confirmed, or that there is none, or that nothing came yet."""
    if row.keys:
        return row.keys[-1]
    return voice.tr("Not signed") if row.unsigned else ""


def network_columns(voice: Voice) -> Sequence[ColumnSpec[Network]]:
    return (
        *code_and_name(voice, voice.tr("Network")),
        text_column(voice.tr("Kind"), lambda row: voice.tr(NETWORK_KINDS[row.kind])),
    )


def place_columns(voice: Voice) -> Sequence[ColumnSpec[Place]]:
    order = list(LEVELS)
    return (
        *code_and_name(voice, voice.tr("Locality")),
        ColumnSpec(
            voice.tr("Level"),
            lambda row: voice.tr(LEVELS[row.level]),
            lambda row: order.index(row.level),
        ),
        text_column(voice.tr("Lies in"), lambda row: row.parent or ""),
    )
