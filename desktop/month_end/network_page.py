"""What the network is given: a month handed in with a look at it before, and partners of cards."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.parts.chooser import Chooser
from desktop.parts.choosing import Choice
from desktop.parts.columns import ColumnSpec, money_column, number_column, text_column
from desktop.parts.flow import ButtonRow
from desktop.parts.form import Form
from desktop.parts.table import Table
from desktop.parts.text_fields import TextField
from desktop.parts.words import Button, Says
from desktop.session import Place
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import month_field
from desktop.session.handing_in import hand_in_to
from desktop.session.screen import Screen
from desktop.session.session import Session
from ledger.domain.days import Month
from ledger.domain.refusals import Refusal
from ledger.queries.closings import Closings, MonthState
from ledger.queries.handed_in import (
    HandedInRow,
    PartnerRow,
    card_partners,
    handed_in_months,
    partner_cards,
)
from ledger.usecases.handing_in import SetCardPartner
from reports.words.network_words import CARD_TOWARD
from reports.words.voice import Voice


class NetworkPage(QWidget):
    """A closed month is chosen, looked at as its slip, and handed in; below, what was given."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        voice = screen.voice
        self.hand_in = Button(lambda voice: voice.tr("Hand in to the network"), voice)
        self.look = Button(lambda voice: voice.tr("See what is given"), voice)
        self.partner = Button(lambda voice: voice.tr("Card of another organisation"), voice)
        self.form = Form(voice)
        self.month = self.form.add(lambda voice: voice.tr("Closed month"), month_field(voice, ()))
        self.given = Table(
            _given_columns,
            voice,
            name=lambda voice: voice.tr("Handed in to the network"),
            identity=lambda row: row.act,
        ).without_find()
        self.given.say_when_empty(lambda voice: voice.tr("Nothing was handed in yet."))
        self.partners = Table(
            _partner_columns,
            voice,
            name=lambda voice: voice.tr("Cards of other organisations"),
            identity=lambda row: row.card,
        ).without_find()
        self.partners.say_when_empty(
            lambda voice: voice.tr("No card is said to be another organisation's.")
        )
        rows = QVBoxLayout(self)
        rows.addWidget(self.form)
        rows.addWidget(ButtonRow((self.hand_in, self.look, self.partner)))
        rows.addWidget(self.given, 2)
        rows.addWidget(self.partners, 1)
        self.hand_in.clicked.connect(self._hand_in)
        self.look.clicked.connect(self._look)
        self.partner.clicked.connect(self._name_partner)

    def freshen(self, closed: Closings) -> None:
        """Offer the months that are closed now, the newest first, and show what was given."""
        months = [row.month for row in closed.months if row.state is not MonthState.OPEN]
        self.month.set_options([(month, _named(month)) for month in sorted(months, reverse=True)])
        self.hand_in.setEnabled(bool(months))
        self.look.setEnabled(bool(months))
        session = self._screen.session
        self.given.set_rows(session.ask(handed_in_months).rows)
        self.partners.set_rows(session.ask(card_partners).rows)

    def _picked(self) -> Month | None:
        month = self.month.picked()
        return month if isinstance(month, Month) else None

    def _look(self) -> None:
        month = self._picked()
        if month is not None:
            self._screen.go_to.emit(Place("papers", ("hand-in-slip", month)))

    def _hand_in(self) -> None:
        month = self._picked()
        if month is None:
            return
        asks = self._screen.asks
        folder = asks.folder(
            lambda voice: voice.tr("Where the package goes: the stick for the network"),
            Path.home(),
        )
        if folder is None:
            return
        try:
            path = hand_in_to(self._screen.session, month, folder)
        except Refusal as refusal:
            self._screen.session.refused.emit(refusal)
            return
        asks.tell(
            lambda voice: voice.tr(
                "{file} lies on the stick: sums, and nobody's name. Print the hand-in slip and "
                "give both to the network."
            ).format(file=path.name)
        )

    def _name_partner(self) -> None:
        screen = self._screen
        screen.show_form(PartnerDialog(screen.session, screen.voice, self.partners.current()))


class PartnerDialog(CommandDialog):
    """Says that a loan, a deposit or a borrowing is that of another organisation."""

    def __init__(self, session: Session, voice: Voice, row: PartnerRow | None = None) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Card of another organisation"),
            verb=lambda voice: voice.tr("Keep it"),
        )
        cards = [
            Choice(
                one.card,
                one.name or voice.tr(CARD_TOWARD[one.kind]),
                str(one.card),
                voice.tr(CARD_TOWARD[one.kind]),
            )
            for one in session.ask(partner_cards).rows
        ]
        self.card = self.add("card", lambda voice: voice.tr("Card"), Chooser(voice, cards))
        self.organisation = self.add(
            "organisation",
            lambda voice: voice.tr("Registration number of the organisation"),
            TextField(voice),
            optional=True,
        )
        if row is not None:
            self.card.choose(row.card)
            self.organisation.set_words(row.organisation)

    @override
    def command(self) -> SetCardPartner | None:
        card = self.card.chosen()
        if not isinstance(card, int):
            return None
        return SetCardPartner(card=card, organisation=self.organisation.words())


def _given_columns(voice: Voice) -> Sequence[ColumnSpec[HandedInRow]]:
    return (
        text_column(voice.tr("Month"), lambda row: voice.month(row.month), stretch=True),
        text_column(voice.tr("Handed in on"), lambda row: voice.moment(row.handed_at)),
        text_column(voice.tr("By"), lambda row: row.user),
        number_column(voice.tr("Act"), lambda row: row.through_act, voice),
        text_column(voice.tr("Code of that act"), lambda row: row.code),
        text_column(voice.tr("Code of the signing key"), lambda row: row.key_code or "–"),
    )


def _partner_columns(voice: Voice) -> Sequence[ColumnSpec[PartnerRow]]:
    return (
        number_column(voice.tr("Card"), lambda row: row.card, voice),
        text_column(voice.tr("What it is"), lambda row: voice.tr(CARD_TOWARD[row.kind])),
        text_column(voice.tr("Organisation"), lambda row: row.organisation, stretch=True),
        money_column(voice.tr("Balance"), lambda row: row.balance, voice, adds=False),
    )


def _named(month: Month) -> Says:
    return lambda voice: voice.month(month)
