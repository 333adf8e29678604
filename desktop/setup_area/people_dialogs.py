"""Forms about people: a new user, her roles, a lock, and the answer to a request for approval."""

from __future__ import annotations

from collections.abc import Collection

from typing_extensions import override

from desktop.parts.text_fields import LongTextField, PickField, TextField
from desktop.parts.words import Label, Says, Tick, nothing
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import business_day
from desktop.session.loan_fields import member_chooser
from desktop.session.session import Session
from desktop.setup_area.people_state import APPROVE, DECLINE, answer_to, request_text, roles_taken
from ledger.domain.commands import Command
from ledger.domain.people import UserRole
from ledger.queries.approvals import RequestRow
from ledger.queries.people import UserRow
from ledger.usecases.user_keeping import AddUser, LockUser, SetUserRoles
from reports.words.people import user_role
from reports.words.voice import Voice


class RolesDialog(CommandDialog):
    """The roles of a user from a day on."""

    def __init__(self, session: Session, voice: Voice, user: UserRow) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Roles of {user}").format(user=user.name),
            verb=lambda voice: voice.tr("Save the roles"),
        )
        self._user = user.name
        self.ticks = _role_ticks(self, voice, user.roles)
        self.day = self.add("from_day", _from, business_day(session, voice))

    @override
    def command(self) -> Command | None:
        day = self.day.day()
        if day is None:
            return None
        return SetUserRoles(user=self._user, roles=_ticked(self.ticks), from_day=day)


class UserDialog(CommandDialog):
    """Somebody new who may use the book; the first one of all has to be an administrator."""

    def __init__(self, session: Session, voice: Voice) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("New user"),
            verb=lambda voice: voice.tr("Add the user"),
        )
        self.name = self.add("name", lambda voice: voice.tr("User name"), TextField(voice))
        self.name.hint(
            lambda voice: voice.tr("As it is typed when the book is opened; acts carry it for ever")
        )
        self.shown = self.add(
            "display_name", lambda voice: voice.tr("Office"), TextField(voice), optional=True
        )
        self.member = self.add(
            "member",
            lambda voice: voice.tr("Is the member"),
            member_chooser(session, voice),
            optional=True,
        )
        self.ticks = _role_ticks(self, voice, ())
        self.day = self.add("from_day", _from, business_day(session, voice))

    @override
    def command(self) -> Command | None:
        day, name, roles = self.day.day(), self.name.words(), _ticked(self.ticks)
        if day is None or not name or not roles:
            return None
        member = self.member.chosen()
        return AddUser(
            name=name,
            roles=roles,
            display_name=self.shown.words(),
            member=member if isinstance(member, str) else None,
            from_day=day,
        )


class LockDialog(CommandDialog):
    """Nothing may be done in a user's name any more, or it may again."""

    def __init__(self, session: Session, voice: Voice, user: UserRow) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: (
                voice.tr("Unlock {user}") if user.locked else voice.tr("Lock {user}")
            ).format(user=user.name),
            verb=lambda voice: voice.tr("Unlock") if user.locked else voice.tr("Lock"),
        )
        self._user = user
        self.reason = self.add("reason", lambda voice: voice.tr("Reason"), TextField(voice))

    @override
    def command(self) -> Command | None:
        reason = self.reason.words()
        if not reason:
            return None
        return LockUser(user=self._user.name, reason=reason, locked=not self._user.locked)


class AnswerDialog(CommandDialog):
    """A request with its content, and the answer of an approver."""

    def __init__(self, session: Session, voice: Voice, row: RequestRow) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Request {number} for approval").format(
                number=voice.number(row.request)
            ),
            verb=lambda voice: voice.tr("Save the answer"),
        )
        self._row = row
        self.content = self.form.add_wide(Label(nothing, voice).let_copy())
        self.content.say(lambda voice: request_text(row, voice))
        self.answer = self.add(
            "answer",
            lambda voice: voice.tr("Answer"),
            PickField(voice, ((APPROVE, _approve), (DECLINE, _decline))),
        )
        self.note = self.add(
            "reason", lambda voice: voice.tr("Note"), LongTextField(voice), optional=True
        )

    @override
    def command(self) -> Command | None:
        return answer_to(self._row, str(self.answer.picked()), self.note.words())


class CarryOutDialog(CommandDialog):
    """What was approved, exactly as it was asked for, to be carried out now."""

    def __init__(self, session: Session, voice: Voice, row: RequestRow) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Approved by {user}").format(user=row.answered_by),
            verb=lambda voice: voice.tr("Carry it out"),
        )
        self._wanted = session.command_from(row.command, row.fields)
        self.content = self.form.add_wide(Label(nothing, voice).let_copy())
        self.content.say(lambda voice: request_text(row, voice))
        self.rehearse()

    @override
    def command(self) -> Command | None:
        return getattr(self, "_wanted", None)


def _role_ticks(
    dialog: CommandDialog, voice: Voice, held: Collection[UserRole]
) -> dict[UserRole, Tick]:
    ticks = {}
    for role in UserRole:
        tick = dialog.form.add_wide(Tick(_says(role), voice))
        tick.setChecked(role in held)
        tick.toggled.connect(dialog.form.changed)
        ticks[role] = tick
    return ticks


def _ticked(ticks: dict[UserRole, Tick]) -> tuple[UserRole, ...]:
    return roles_taken({role: tick.isChecked() for role, tick in ticks.items()})


def _says(role: UserRole) -> Says:
    return lambda voice: user_role(role.value, voice)


def _from(voice: Voice) -> str:
    return voice.tr("From the day")


def _approve(voice: Voice) -> str:
    return voice.tr("Approve")


def _decline(voice: Voice) -> str:
    return voice.tr("Decline")
