"""One member of the welfare fund on one page: standing, contributions, claims, what is left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.parts.columns import ColumnSpec, day_column, money_column, number_column
from desktop.parts.flow import ButtonRow
from desktop.parts.table import Table
from desktop.parts.words import Button, Label, nothing
from desktop.session.tabs import Tabs
from desktop.welfare.columns import claim_table, claimable_list
from desktop.welfare.state import member_facts
from ledger.queries.welfare_card import Contribution, WelfareCard
from reports.words.voice import Voice


class MemberPage(QWidget):
    """Draws a member's welfare card; the screen says which buttons stand there."""

    left = Signal()

    def __init__(self, voice: Voice, buttons: Sequence[Button]) -> None:
        super().__init__()
        self.back = Button(lambda voice: voice.tr("All members of the fund"), voice)
        self.name = Label(nothing, voice, heading=True)
        self.facts = Label(nothing, voice)
        self.claimable = claimable_list(voice)
        self.claims = claim_table(voice).without_find()
        self.contributions = Table(
            contribution_columns,
            voice,
            name=lambda voice: voice.tr("Contributions"),
            identity=lambda row: row.entry,
        ).without_find()
        self.contributions.say_when_empty(lambda voice: voice.tr("Nothing was contributed yet."))
        self._lay_out(voice, buttons)
        self.back.clicked.connect(self.left)

    def show_card(self, card: WelfareCard) -> None:
        self.name.say(lambda voice: f"{voice.digits(card.member)}  {card.name}")
        self.facts.say(lambda voice: member_facts(card, voice))
        self.claimable.set_rows(card.claimable)
        self.claims.set_rows(list(reversed(card.claims)))
        self.contributions.set_rows(list(reversed(card.contributions)))

    def _lay_out(self, voice: Voice, buttons: Sequence[Button]) -> None:
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.back)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(head)
        rows.addWidget(self.facts)
        rows.addWidget(ButtonRow(tuple(buttons)))
        rows.addWidget(
            Tabs(
                (
                    (
                        lambda voice: voice.tr("What may still be claimed this year"),
                        self.claimable,
                    ),
                    (lambda voice: voice.tr("Claims"), self.claims),
                    (lambda voice: voice.tr("Contributions"), self.contributions),
                ),
                voice,
            ),
            1,
        )


def contribution_columns(voice: Voice) -> Sequence[ColumnSpec[Contribution]]:
    return (
        day_column(voice.tr("Date"), lambda row: row.on, voice),
        number_column(voice.tr("Entry"), lambda row: row.entry, voice),
        money_column(voice.tr("Amount"), lambda row: row.amount, voice),
    )
