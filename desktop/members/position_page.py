"""Everything about one member on one page: cards, what she owes, receipts, movements."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.members.columns import (
    card_columns,
    consent_columns,
    guarantee_columns,
    movement_columns,
    open_columns,
    receipt_columns,
)
from desktop.members.photo import PhotoFrame
from desktop.parts.flow import ButtonRow
from desktop.parts.table import Table
from desktop.parts.words import Button, Label, nothing
from desktop.session.tabs import Tabs
from ledger.queries.consents import Consents
from ledger.queries.loan_life import Guarantees
from ledger.queries.position import MemberPosition
from ledger.queries.statement import MemberStatement
from reports.words.kinds import member_kind_in_full
from reports.words.texts import masked_id, shown_phone
from reports.words.voice import Voice


class PositionPage(QWidget):
    """Draws a member's position; the buttons say what can be done, the screen does it."""

    left = Signal()

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self.back = Button(lambda voice: voice.tr("All members"), voice)
        self.name = Label(nothing, voice, heading=True)
        self.facts = Label(nothing, voice)
        self.receive = Button(lambda voice: voice.tr("Receive money"), voice, main=True)
        self.pay_out = Button(lambda voice: voice.tr("Pay out"), voice)
        self.ask_for = Button(lambda voice: voice.tr("Fee or fine"), voice)
        self.promise = Button(lambda voice: voice.tr("Promise"), voice)
        self.open_card = Button(lambda voice: voice.tr("New card"), voice)
        self.photo = PhotoFrame(voice)
        self.choose_photo = Button(lambda voice: voice.tr("Photo"), voice)
        self.change = Button(lambda voice: voice.tr("Change"), voice)
        self.end = Button(lambda voice: voice.tr("End membership"), voice)
        self.statement = Button(lambda voice: voice.tr("Statement"), voice)
        self.together = Button(lambda voice: voice.tr("Member view"), voice)
        self.cards = Table(
            card_columns,
            voice,
            name=lambda voice: voice.tr("Cards"),
            identity=lambda card: card.card,
        ).without_find()
        self.owes = Table(
            open_columns,
            voice,
            name=lambda voice: voice.tr("To pay"),
            identity=lambda item: (item.card, item.charge),
        ).without_find()
        self.owes.say_when_empty(lambda voice: voice.tr("Nothing is open. Everything is paid."))
        self.receipts = Table(
            receipt_columns,
            voice,
            name=lambda voice: voice.tr("Last receipts"),
            identity=lambda row: row.receipt,
        ).without_find()
        self.movements = Table(
            movement_columns,
            voice,
            name=lambda voice: voice.tr("Movements"),
            identity=lambda row: (row[0].card, row[1].entry),
        )
        self.guarantees = Table(
            guarantee_columns,
            voice,
            name=lambda voice: voice.tr("Guarantees"),
            identity=lambda row: (row.card, row.guarantor),
        ).without_find()
        self.guarantees.say_when_empty(
            lambda voice: voice.tr("She stands for nobody, and nobody stands for her.")
        )
        self.consents = Table(
            consent_columns,
            voice,
            name=lambda voice: voice.tr("Consents"),
            identity=lambda row: (row.covers, row.given_on, row.document),
        ).without_find()
        self.consents.say_when_empty(
            lambda voice: voice.tr("She gave no consent to a photo or to health data.")
        )
        self.tabs = Tabs(
            (
                (lambda voice: voice.tr("Cards"), self.cards),
                (lambda voice: voice.tr("To pay"), self.owes),
                (lambda voice: voice.tr("Last receipts"), self.receipts),
                (lambda voice: voice.tr("Movements"), self.movements),
                (lambda voice: voice.tr("Guarantees"), self.guarantees),
                (lambda voice: voice.tr("Consents"), self.consents),
            ),
            voice,
        )
        self._lay_out()

    def show_position(self, position: MemberPosition, statement: MemberStatement) -> None:
        member = position.member
        self.name.say(lambda voice: f"{voice.digits(member.number)}  {member.name}".strip())
        self.facts.say(lambda voice: facts(position, voice))
        self.cards.set_rows(position.cards)
        self.owes.set_rows(position.open_items)
        self.receipts.set_rows(position.receipts)
        self.movements.set_rows(
            [(card, line) for card in statement.cards for line in reversed(card.lines)]
        )
        present = member.left is None
        for button in (self.receive, self.pay_out, self.ask_for, self.promise, self.open_card):
            button.setEnabled(present)
        self.end.setEnabled(present)
        for button in (self.change, self.choose_photo):
            button.setEnabled(position.person is not None)

    def add_button(self, button: Button) -> None:
        """One more button behind the others."""
        self._buttons.add(button)

    def show_guarantees(self, found: Guarantees) -> None:
        """Whom she stands for first, then who stands for her."""
        self.guarantees.set_rows((*found.given, *found.received))

    def show_consents(self, found: Consents) -> None:
        """The newest first, with the day on which each was taken back."""
        self.consents.set_rows(tuple(reversed(found.rows)))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.photo)
        head.addWidget(self.name, 1)
        head.addWidget(self.back)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(head)
        rows.addWidget(self.facts)
        self._buttons = ButtonRow(
            (
                self.receive,
                self.pay_out,
                self.statement,
                self.together,
                self.ask_for,
                self.promise,
                self.open_card,
                self.change,
                self.choose_photo,
                self.end,
            )
        )
        rows.addWidget(self._buttons)
        rows.addWidget(self.tabs, 1)
        self.back.clicked.connect(self.left)


def facts(position: MemberPosition, voice: Voice) -> str:
    """What is known of a member in a few words; the national number shows only its end."""
    member, person = position.member, position.person
    parts = [
        member_kind_in_full(member.kind, voice),
        voice.tr("Zone: {zone}").format(zone=member.zone_name) if member.zone else "",
        voice.tr("Household: {name}").format(name=member.household) if member.household else "",
        voice.tr("Joined {day}").format(day=voice.day(member.joined)),
        voice.tr("Left {day}").format(day=voice.day(member.left)) if member.left else "",
        voice.tr("Leads: {zones}").format(zones=", ".join(position.leads))
        if position.leads
        else "",
    ]
    if position.restricted:
        parts.append(voice.tr("Personal data are kept and may not be used"))
    elif person is None:
        parts.append(voice.tr("Personal data erased"))
    else:
        parts += [
            voice.digits(shown_phone(person.phone)),
            voice.digits(masked_id(person.national_id)),
            person.address,
            member.note,
        ]
    return " · ".join(part for part in parts if part)
