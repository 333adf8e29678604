"""The register: organisations with their networks and places, entered and changed here."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from typing_extensions import override

from desktop.office.columns import network_columns, organisation_columns, place_columns
from desktop.office.recovery_key_dialog import (
    RecoveryKeyDialog,
    new_key,
    recovery_key_columns,
)
from desktop.office.register_dialogs import NetworkDialog, OrganisationDialog, PlaceDialog
from desktop.office.screen import OfficeScreen
from desktop.office.session import OfficeSession
from desktop.parts.ask import Asks
from desktop.parts.table import Table
from desktop.parts.words import Button, Label, nothing
from desktop.session.lists import Lists, with_buttons
from desktop.session.screen import Opens, mark_first, show_dialog
from reports.words.voice import Voice

ORGANISATIONS, NETWORKS, PLACES = 0, 1, 2


class RegisterScreen(OfficeScreen):
    """Three lists behind tabs; Enter changes the line that is marked."""

    def __init__(
        self, session: OfficeSession, voice: Voice, ask: Asks, opens: Opens = show_dialog
    ) -> None:
        super().__init__(session, voice, ask, opens)
        self.new = Button(lambda voice: voice.tr("New organisation"), voice, main=True)
        self.change = Button(lambda voice: voice.tr("Change organisation"), voice)
        self.new_network = Button(lambda voice: voice.tr("New network"), voice)
        self.change_network = Button(lambda voice: voice.tr("Change network"), voice)
        self.new_place = Button(lambda voice: voice.tr("New locality"), voice)
        self.change_place = Button(lambda voice: voice.tr("Change locality"), voice)
        self.counts = Label(nothing, voice)
        self.organisations = Table(
            organisation_columns,
            voice,
            name=lambda voice: voice.tr("Organisations"),
            identity=lambda row: row.code,
        )
        self.networks = Table(
            network_columns,
            voice,
            name=lambda voice: voice.tr("Networks"),
            identity=lambda row: row.code,
        )
        self.places = Table(
            place_columns,
            voice,
            name=lambda voice: voice.tr("Localities"),
            identity=lambda row: row.code,
        )
        self.new_key = Button(new_key, voice)
        self.keys = Table(
            recovery_key_columns,
            voice,
            name=lambda voice: voice.tr("Recovery keys"),
            identity=lambda row: row.code,
        ).without_find()
        self.keys.say_when_empty(_no_key)
        for table in (self.organisations, self.networks, self.places):
            table.say_when_empty(_empty)
        self.lists = Lists(
            lambda voice: voice.tr("Members of networks"),
            voice,
            above=(self.counts,),
            pages=(
                (
                    lambda voice: voice.tr("Organisations"),
                    with_buttons((self.new, self.change), self.organisations),
                ),
                (
                    lambda voice: voice.tr("Networks"),
                    with_buttons((self.new_network, self.change_network), self.networks),
                ),
                (
                    lambda voice: voice.tr("Localities"),
                    with_buttons((self.new_place, self.change_place), self.places),
                ),
                (
                    lambda voice: voice.tr("Recovery keys"),
                    with_buttons((self.new_key,), self.keys),
                ),
            ),
        )
        self.body.addWidget(self.lists)
        self._wire()

    @override
    def ask_again(self) -> None:
        known = self.session.register
        self.organisations.set_rows(known.organisations)
        self.networks.set_rows(known.networks)
        self.places.set_rows(known.places)
        self.keys.set_rows(self.session.recovery_keys)
        self.counts.say(
            lambda voice: voice.tr(
                "{organisations} organisations in {networks} networks and {places} localities"
            ).format(
                organisations=voice.number(len(known.organisations)),
                networks=voice.number(len(known.networks)),
                places=voice.number(len(known.places)),
            )
        )

    @override
    def open_at(self, key: Hashable) -> None:
        """Mark the organisation with this code."""
        self.lists.tabs.setCurrentIndex(ORGANISATIONS)
        self.freshen()
        self.organisations.choose(key)

    @override
    def take_keyboard(self) -> None:
        self.organisations.setFocus()

    def _wire(self) -> None:
        self.new.clicked.connect(self._new_organisation)
        self.new_key.clicked.connect(self._new_key)
        self.change.clicked.connect(self._change_organisation)
        self.organisations.activated.connect(self._change_organisation)
        self.new_network.clicked.connect(self._new_network)
        self.change_network.clicked.connect(self._change_network)
        self.networks.activated.connect(self._change_network)
        self.new_place.clicked.connect(self._new_place)
        self.change_place.clicked.connect(self._change_place)
        self.places.activated.connect(self._change_place)

    def _new_organisation(self) -> None:
        self.show_form(OrganisationDialog(self.session, self.voice))

    def _change_organisation(self) -> None:
        row = self._marked(self.organisations)
        if row is not None:
            self.show_form(OrganisationDialog(self.session, self.voice, row))

    def _new_network(self) -> None:
        self.show_form(NetworkDialog(self.session, self.voice))

    def _change_network(self) -> None:
        row = self._marked(self.networks)
        if row is not None:
            self.show_form(NetworkDialog(self.session, self.voice, row))

    def _new_place(self) -> None:
        self.show_form(PlaceDialog(self.session, self.voice))

    def _change_place(self) -> None:
        row = self._marked(self.places)
        if row is not None:
            self.show_form(PlaceDialog(self.session, self.voice, row))

    def _new_key(self) -> None:
        self.show_form(RecoveryKeyDialog(self.session, self.voice, self.asks))

    def _marked(self, table: Table) -> Any:
        row = table.current()
        if row is None:
            self.asks.tell(mark_first)
        return row


def _no_key(voice: Voice) -> str:
    return voice.tr("The office has no key to the books of cooperatives.")


def _empty(voice: Voice) -> str:
    return voice.tr("Nothing is entered yet: networks and localities first, then organisations.")
