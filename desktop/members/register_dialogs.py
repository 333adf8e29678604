"""Admitting a member, and changing what is known of one."""

from __future__ import annotations

from typing_extensions import override

from desktop.members.fields import IdField, PhoneField
from desktop.members.state import MemberForm, form_of
from desktop.parts.day_field import DayField
from desktop.parts.text_fields import LongTextField, PickField, TextField
from desktop.parts.words import Says, verbatim
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import business_day
from desktop.session.labels import kind_options
from desktop.session.session import Session
from ledger.domain.members import MemberKind
from ledger.domain.seen import LONGEST_ADDRESS
from ledger.queries.members import zones
from ledger.queries.position import MemberPosition
from ledger.usecases.members import AdmitMember, ChangeMember
from reports.words.voice import Voice


class MemberDialog(CommandDialog):
    """The rows that admitting and changing have in common."""

    def __init__(self, session: Session, voice: Voice, *, title: Says, verb: Says) -> None:
        super().__init__(session, voice, title=title, verb=verb)
        self._add_name()
        self._add_membership()
        self._add_contact()

    def filled(self) -> MemberForm | None:
        """The form as a value; None while the name is missing."""
        given, kind, zone = self.given.words(), self.kind.picked(), self.zone.picked()
        if not given or not isinstance(kind, MemberKind):
            return None
        return MemberForm(
            title=self.name_title.words(),
            given=given,
            family=self.family.words(),
            typed_id=self.national_id.words(),
            born=self.born.day(),
            address=self.address.words(),
            phone=self.phone.number(),
            nominee=self.nominee.words(),
            nominee_relation=self.relation.words(),
            kind=kind,
            zone=zone if isinstance(zone, str) else "",
            household=self.household.words(),
            note=self.note.words(),
        )

    def fill(self, form: MemberForm) -> None:
        """Put what is known into the fields."""
        for field, text in (
            (self.name_title, form.title),
            (self.given, form.given),
            (self.family, form.family),
            (self.national_id, form.typed_id),
            (self.address, form.address),
            (self.phone, form.phone),
            (self.nominee, form.nominee),
            (self.relation, form.nominee_relation),
            (self.household, form.household),
        ):
            field.set_words(text)
        self.born.set_day(form.born)
        self.kind.pick(form.kind)
        self.zone.pick(form.zone)
        self.note.set_words(form.note)

    def _add_name(self) -> None:
        voice = self.voice
        self.name_title = self.add(
            "title", lambda voice: voice.tr("Title"), TextField(voice), optional=True
        )
        self.given = self.add("given", lambda voice: voice.tr("Given name"), TextField(voice))
        self.family = self.add(
            "family", lambda voice: voice.tr("Family name"), TextField(voice), optional=True
        )
        self.national_id = self.add(
            "national_id",
            lambda voice: voice.tr("National ID number"),
            IdField(voice),
            optional=True,
        )
        self.born = self.add(
            "born", lambda voice: voice.tr("Date of birth"), DayField(voice), optional=True
        )
        self.born.set_base(self.session.today)

    def _add_membership(self) -> None:
        voice, add = self.voice, self.add
        found = self.session.ask(zones, at=self.session.today).rows
        options: list[tuple[str, Says]] = [("", lambda voice: voice.tr("No zone"))]
        options += [(zone.code, verbatim(zone.name)) for zone in found if not zone.closed]
        self.zone = add("zone", lambda voice: voice.tr("Zone"), PickField(voice, options))
        self.household = add(
            "household", lambda voice: voice.tr("Household"), TextField(voice), optional=True
        )
        self.kind = add(
            "kind", lambda voice: voice.tr("Kind of member"), PickField(voice, kind_options())
        )

    def _add_contact(self) -> None:
        voice = self.voice
        self.phone = self.add(
            "phone", lambda voice: voice.tr("Telephone"), PhoneField(voice), optional=True
        )
        self.address = self.add(
            "address",
            lambda voice: voice.tr("Address"),
            TextField(voice, longest=LONGEST_ADDRESS),
            optional=True,
        )
        self.nominee = self.add(
            "nominee", lambda voice: voice.tr("Beneficiary"), TextField(voice), optional=True
        )
        self.relation = self.add(
            "nominee_relation", lambda voice: voice.tr("Relation"), TextField(voice), optional=True
        )
        self.note = self.add(
            "note", lambda voice: voice.tr("Note"), LongTextField(voice), optional=True
        )


class AdmitDialog(MemberDialog):
    """A new member; without a number the next one is given."""

    def __init__(self, session: Session, voice: Voice) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Admit a member"),
            verb=lambda voice: voice.tr("Admit"),
        )
        self.joined = self.add(
            "on", lambda voice: voice.tr("Day of joining"), business_day(session, voice)
        )
        self.number = self.add(
            "number", lambda voice: voice.tr("Member number"), TextField(voice), optional=True
        )
        self.number.hint(lambda voice: voice.tr("Leave empty for the next number"))

    @override
    def command(self) -> AdmitMember | None:
        form, day = self.filled(), self.joined.day()
        if form is None or day is None:
            return None
        return form.admit(on=day, number=self.number.words())


class ChangeDialog(MemberDialog):
    """What is known of a member; the earlier version is kept."""

    def __init__(self, session: Session, voice: Voice, position: MemberPosition) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Change a member"),
            verb=lambda voice: voice.tr("Save the change"),
        )
        self._position = position
        self.fill(form_of(position))

    @override
    def command(self) -> ChangeMember | None:
        form = self.filled()
        if form is None:
            return None
        return form.change(self._position.member.number, self._position.person)
