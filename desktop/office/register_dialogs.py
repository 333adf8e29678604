"""Forms of the register: an organisation, a network, a place; the answer is what is added."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.office.session import OfficeSession
from desktop.office.sight_bar import EVERYBODY, place_options
from desktop.office.state import parents_for
from desktop.parts.chooser import Chooser
from desktop.parts.choosing import Choice
from desktop.parts.dialog import Dialog, fit
from desktop.parts.field import SILENT, Note, Remark
from desktop.parts.form import Form
from desktop.parts.text_fields import PickField, TextField
from desktop.parts.words import Button, Says, Tick
from ledger.domain.network.register import (
    Additions,
    Level,
    Network,
    NetworkKind,
    Organisation,
    OrganisationKind,
    Place,
)
from ledger.domain.refusals import Refusal
from reports.words.network_words import LEVELS, NETWORK_KINDS, ORGANISATION_KINDS
from reports.words.refused import sentence
from reports.words.voice import Voice

_LETTERS = 44  # so that names can be read whole


class RegisterDialog(Dialog):
    """A form whose answer goes into the register; a refusal is said in it, and nothing is lost."""

    def __init__(
        self,
        title: Says,
        session: OfficeSession,
        voice: Voice,
        code: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, voice, parent)
        self.session = session
        self.form = Form(voice)
        self.code = self.form.add(lambda voice: voice.tr("Code"), TextField(voice, longest=20))
        self.code.edit.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
        self.code.set_words(code)
        self.code.edit.setReadOnly(bool(code))  # what is known by it keeps it
        self.note = Note(voice)

    def add_end(self) -> None:
        """Buttons below the fields, which Tab comes to first."""
        voice = self.voice
        self.keep = Button(lambda voice: voice.tr("Keep it"), voice, main=True)
        self.cancel = Button(lambda voice: voice.tr("Cancel"), voice)
        self.body.addWidget(self.form)
        self.body.addWidget(self.note)
        self.add_buttons(self.keep, self.cancel)
        self.keep.clicked.connect(self.take)
        self.cancel.clicked.connect(self.reject)

    def additions(self) -> Additions:
        """What is added, when every field can be used."""
        raise NotImplementedError

    def take(self) -> None:
        """Enter it, or say why not."""
        self.note.remark(SILENT)
        if not self.form.is_ready():
            return
        try:
            self.session.add(self.additions())
        except Refusal as refusal:
            said = refusal
            self.note.remark(Remark("problem", lambda voice: sentence(said, voice)))
            QTimer.singleShot(0, self, lambda: fit(self))  # the sentence needs room of its own
        else:
            self.accept()

    def add_names(self, th: str, en: str) -> None:
        self.name_th = self.form.add(lambda voice: voice.tr("Name in Thai"), TextField(self.voice))
        self.name_en = self.form.add(
            lambda voice: voice.tr("Name in English"), TextField(self.voice), optional=True
        )
        self.name_th.set_words(th)
        self.name_en.set_words(en)


class NetworkDialog(RegisterDialog):
    """A network, and what holds it together."""

    def __init__(
        self,
        session: OfficeSession,
        voice: Voice,
        one: Network | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            lambda voice: voice.tr("Network"), session, voice, one.code if one else "", parent
        )
        self.add_names(*(("", "") if one is None else (one.name_th, one.name_en)))
        self.kind = self.form.add(
            lambda voice: voice.tr("Kind"),
            PickField(voice, [(kind, _tr(text)) for kind, text in NETWORK_KINDS.items()]),
        )
        if one is not None:
            self.kind.pick(one.kind)
        self.add_end()

    @override
    def additions(self) -> Additions:
        kind = NetworkKind(self.kind.picked())
        names = (self.name_th.words(), self.name_en.words())
        return Additions(networks=(Network(self.code.words(), kind, *names),))


class PlaceDialog(RegisterDialog):
    """A place of a level, and the place of a higher one in which it lies."""

    def __init__(
        self,
        session: OfficeSession,
        voice: Voice,
        one: Place | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            lambda voice: voice.tr("Locality"), session, voice, one.code if one else "", parent
        )
        self._known = session.register.places
        self.add_names(*(("", "") if one is None else (one.name_th, one.name_en)))
        self.level = self.form.add(
            lambda voice: voice.tr("Level"),
            PickField(voice, [(level, _tr(text)) for level, text in LEVELS.items()]),
        )
        self.parent_place = self.form.add(
            lambda voice: voice.tr("Lies in"), PickField(voice, ()), optional=True
        )
        self.level.changed.connect(self._offer)
        if one is not None:
            self.level.pick(one.level)
        self._offer()
        if one is not None and one.parent is not None:
            self.parent_place.pick(one.parent)
        self.add_end()

    @override
    def additions(self) -> Additions:
        place = Place(
            self.code.words(),
            Level(self.level.picked()),
            self.name_th.words(),
            self.name_en.words(),
            str(self.parent_place.picked() or "") or None,
        )
        return Additions(places=(place,))

    def _offer(self) -> None:
        fitting = parents_for(Level(self.level.picked()), self._known)
        found = place_options(one for one in self._known if one.code in fitting)
        self.parent_place.set_options([(EVERYBODY, _in_none), *found[1:]])


class OrganisationDialog(RegisterDialog):
    """An organisation; it may belong to several networks, which are put together one by one."""

    def __init__(
        self,
        session: OfficeSession,
        voice: Voice,
        one: Organisation | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            lambda voice: voice.tr("Organisation"), session, voice, one.code if one else "", parent
        )
        self._one = one or Organisation("", "")
        known = session.register
        self.add_names(self._one.name_th, self._one.name_en)
        self.kind = self.form.add(
            lambda voice: voice.tr("Kind"),
            PickField(voice, [(kind, _tr(text)) for kind, text in ORGANISATION_KINDS.items()]),
        )
        self.registration = self.form.add(
            lambda voice: voice.tr("Registration number"), TextField(voice), optional=True
        )
        self.place = self.form.add(
            lambda voice: voice.tr("Locality"), PickField(voice, ()), optional=True
        )
        self.place.set_options([(EVERYBODY, _in_none), *place_options(known.places)[1:]])
        self.networks = self.form.add(
            lambda voice: voice.tr("Networks"), TextField(voice), optional=True
        )
        self.networks.hint(lambda voice: voice.tr("Their codes, with commas between them"))
        self.network = self.form.add(
            lambda voice: voice.tr("Add a network"),
            Chooser(voice, [_choice(each, voice) for each in known.networks]),
            optional=True,
        )
        self.telephone = self.form.add(
            lambda voice: voice.tr("Telephone"), TextField(voice), optional=True
        )
        self.closed = Tick(lambda voice: voice.tr("Closed: it no longer hands in"), voice)
        self.form.add_wide(self.closed)
        self.network.changed.connect(self._add_network)
        self._fill()
        self.add_end()

    @override
    def additions(self) -> Additions:
        made = replace(
            self._one,
            code=self.code.words(),
            name_th=self.name_th.words(),
            name_en=self.name_en.words(),
            kind=OrganisationKind(self.kind.picked()),
            registration=self.registration.words(),
            place=str(self.place.picked() or "") or None,
            networks=self._codes(),
            telephone=self.telephone.words(),
            closed=self.closed.isChecked(),
        )
        return Additions(organisations=(made,))

    def _fill(self) -> None:
        one = self._one
        self.kind.pick(one.kind)
        self.registration.set_words(one.registration)
        self.place.pick(one.place or EVERYBODY)
        self.networks.set_words(", ".join(one.networks))
        self.telephone.set_words(one.telephone)
        self.closed.setChecked(one.closed)

    def _codes(self) -> tuple[str, ...]:
        codes = (code.strip() for code in self.networks.words().split(","))
        return tuple(dict.fromkeys(code for code in codes if code))

    def _add_network(self) -> None:
        code = self.network.chosen()
        if isinstance(code, str):
            self.networks.set_words(", ".join(dict.fromkeys((*self._codes(), code))))


def _choice(one: Network, voice: Voice) -> Choice:
    return Choice(one.code, voice.name(one.name_th, one.name_en), one.code)


def _tr(text: str) -> Says:
    return lambda voice: voice.tr(text)


def _in_none(voice: Voice) -> str:
    return voice.tr("(none)")
