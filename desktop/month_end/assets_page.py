"""The register of fixed assets on the screen, with what can be done to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.parts.columns import ColumnSpec, day_column, money_column, text_column
from desktop.parts.flow import ButtonRow
from desktop.parts.table import Table
from desktop.parts.words import Button, Label, nothing
from ledger.domain.money import ZERO
from ledger.queries.asset_register import AssetRegister, AssetRow
from reports.words.kinds import asset_kind
from reports.words.voice import Voice


class AssetsPage(QWidget):
    """Draws the register; the buttons say what can be done, the screen does it."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self.new = Button(lambda voice: voice.tr("A fixed asset"), voice, main=True)
        self.depreciate = Button(lambda voice: voice.tr("Depreciation"), voice)
        self.dispose = Button(lambda voice: voice.tr("Dispose of an asset"), voice)
        self.report = Button(lambda voice: voice.tr("Register of fixed assets"), voice)
        self.facts = Label(nothing, voice)
        self.table = Table(
            _columns,
            voice,
            name=lambda voice: voice.tr("Fixed assets"),
            identity=lambda row: row.asset.number,
        ).without_find()
        self.table.say_when_empty(lambda voice: voice.tr("The cooperative has no fixed assets."))
        rows = QVBoxLayout(self)
        rows.addWidget(ButtonRow((self.new, self.depreciate, self.dispose, self.report)))
        rows.addWidget(self.facts)
        rows.addWidget(self.table, 1)

    def show_register(self, found: AssetRegister) -> None:
        self.table.set_rows([row for kind in found.kinds for row in kind.rows])
        self.facts.say(lambda voice: _facts(found, voice))
        self.dispose.setEnabled(any(not row.gone for kind in found.kinds for row in kind.rows))


def _columns(voice: Voice) -> Sequence[ColumnSpec[AssetRow]]:
    return (
        text_column(voice.tr("Asset number"), lambda row: row.asset.number),
        text_column(voice.tr("Name"), lambda row: row.asset.name, stretch=True),
        text_column(voice.tr("Kind"), lambda row: asset_kind(row.asset.kind, voice)),
        text_column(voice.tr("Where it stands"), lambda row: row.asset.place),
        day_column(voice.tr("Bought on"), lambda row: row.asset.bought, voice),
        money_column(voice.tr("Cost"), lambda row: None if row.gone else row.asset.cost, voice),
        money_column(
            voice.tr("Accumulated depreciation"),
            lambda row: None if row.gone else row.depreciated,
            voice,
        ),
        money_column(voice.tr("Book value"), lambda row: None if row.gone else row.worth, voice),
        day_column(
            voice.tr("Disposed of"), lambda row: row.asset.disposed if row.gone else None, voice
        ),
    )


def _facts(found: AssetRegister, voice: Voice) -> str:
    """What is not booked yet, and by how much the register and the ledger differ."""
    said = [_due(found, voice)]
    said += [
        voice.tr("{kind}: the register and the ledger differ by {amount} baht.").format(
            kind=asset_kind(kind.kind, voice), amount=voice.signed(kind.difference)
        )
        for kind in found.kinds
        if kind.difference != ZERO
    ]
    return "\n".join(said)


def _due(found: AssetRegister, voice: Voice) -> str:
    if found.due == ZERO:
        return voice.tr("All depreciation up to the last month's end is booked.")
    return voice.tr(
        "Depreciation of {amount} baht up to the end of {month} is not booked yet."
    ).format(amount=voice.money(found.due), month=voice.month(found.due_through))
