"""Committees and working groups: who sits in them today, seating a member, ending a term."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.grants.deeds import committee_form, committee_name
from desktop.parts.ask import Asks
from desktop.parts.columns import ColumnSpec, day_column, text_column
from desktop.parts.day_field import DayField
from desktop.parts.flow import ButtonRow
from desktop.parts.table import Table
from desktop.parts.text_fields import PickField, TextField
from desktop.parts.words import Button, Says
from desktop.session import Session
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import business_day
from desktop.session.loan_fields import member_chooser
from desktop.session.screen import marked
from ledger.domain.committees import Position
from ledger.queries.committees import CommitteeRow, CommitteesAt, Seat, committees_at
from ledger.usecases.seating import EndTerm, OpenCommittee, SeatMember
from reports.words.committees import position_name
from reports.words.voice import Voice


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A line of the list: a committee with one who sits in it, or with nobody."""

    committee: CommitteeRow
    seat: Seat | None


def seat_rows(found: CommitteesAt) -> tuple[SeatRow, ...]:
    """Every seat of every committee; a committee without anybody has a line of its own."""
    return tuple(SeatRow(row, seat) for row in found.rows for seat in (row.seats or (None,)))


def seat_columns(voice: Voice) -> Sequence[ColumnSpec[SeatRow]]:
    return (
        text_column(
            voice.tr("Committee"),
            lambda row: voice.name(row.committee.name_th, row.committee.name_en),
            stretch=True,
        ),
        text_column(
            voice.tr("Position"),
            lambda row: position_name(row.seat.position, voice) if row.seat else "",
        ),
        text_column(voice.tr("Name"), lambda row: row.seat.name if row.seat else ""),
        day_column(voice.tr("From day"), lambda row: row.seat.since if row.seat else None, voice),
        day_column(
            voice.tr("Up to and including"),
            lambda row: row.seat.until if row.seat else None,
            voice,
        ),
    )


class CommitteesPage(QWidget):
    """The list with its buttons; ``show_form`` opens a form above the screen."""

    def __init__(
        self, session: Session, voice: Voice, ask: Asks, show_form: Callable[[QDialog], bool]
    ) -> None:
        super().__init__()
        self._session, self._voice, self._asks, self._show_form = session, voice, ask, show_form
        self.new = Button(lambda voice: voice.tr("New committee"), voice)
        self.seat = Button(lambda voice: voice.tr("Seat a member"), voice)
        self.end = Button(lambda voice: voice.tr("End a term"), voice)
        self.close_one = Button(committee_name, voice)
        self.paper = Button(lambda voice: voice.tr("Committees and working groups"), voice)
        self.table = Table(
            seat_columns,
            voice,
            name=committees_name,
            identity=lambda row: (row.committee.code, row.seat.term if row.seat else 0),
        ).without_find()
        rows = QVBoxLayout(self)
        rows.addWidget(ButtonRow((self.new, self.seat, self.end, self.close_one, self.paper)))
        rows.addWidget(self.table, 1)
        self.new.clicked.connect(self._new)
        self.seat.clicked.connect(self._seat)
        self.end.clicked.connect(self._end)
        self.close_one.clicked.connect(self._close)

    def _close(self) -> None:
        dialog = committee_form(self._session, self._voice)
        if dialog is None:
            self._asks.tell(lambda voice: voice.tr("No committee sits. Make one first."))
        else:
            self._show_form(dialog)

    def ask_again(self) -> None:
        sitting = self._session.ask(committees_at, at=self._session.today)
        self.table.set_rows(seat_rows(sitting))

    def set_voice(self, voice: Voice) -> None:
        self._voice = voice

    def _new(self) -> None:
        self._show_form(CommitteeDialog(self._session, self._voice))

    def _seat(self) -> None:
        row = marked(self.table, self._asks)
        if row is not None:
            self._show_form(SeatDialog(self._session, self._voice, row))

    def _end(self) -> None:
        row = marked(self.table, self._asks)
        if row is not None and row.seat is None:
            self._asks.tell(lambda voice: voice.tr("Nobody sits here. Seat a member first."))
        elif row is not None:
            self._show_form(EndTermDialog(self._session, self._voice, row.seat))


def committees_name(voice: Voice) -> str:
    return voice.tr("Committees")


class CommitteeDialog(CommandDialog):
    """A new committee or working group."""

    def __init__(self, session: Session, voice: Voice) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("New committee"),
            verb=lambda voice: voice.tr("Enter the committee"),
        )
        self.code = self.add("code", lambda voice: voice.tr("Code"), TextField(voice, longest=20))
        self.name = self.add("name_th", lambda voice: voice.tr("Name in Thai"), TextField(voice))
        self.kind = self.add(
            "working_group",
            lambda voice: voice.tr("Kind"),
            PickField(voice, [(False, _committee), (True, _working_group)]),
        )

    @override
    def command(self) -> OpenCommittee | None:
        return OpenCommittee(
            code=self.code.words(),
            name_th=self.name.words(),
            working_group=self.kind.picked() is True,
        )


class SeatDialog(CommandDialog):
    """A member sits in a committee for a term."""

    def __init__(self, session: Session, voice: Voice, row: SeatRow) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Seat a member"),
            verb=lambda voice: voice.tr("Seat the member"),
        )
        self._committee = row.committee.code
        self.member = self.add(
            "member", lambda voice: voice.tr("Member"), member_chooser(session, voice)
        )
        options = [(one, _position(one)) for one in Position]
        self.position = self.add(
            "position", lambda voice: voice.tr("Position"), PickField(voice, options)
        )
        self.since = self.add(
            "since", lambda voice: voice.tr("From day"), business_day(session, voice)
        )
        self.until = self.add(
            "until",
            lambda voice: voice.tr("Up to and including"),
            DayField(voice, session.today),
        )
        self.resolution = self.add(
            "resolution", lambda voice: voice.tr("Resolution"), TextField(voice)
        )

    @override
    def command(self) -> SeatMember | None:
        member, position = self.member.chosen(), self.position.picked()
        since, until = self.since.day(), self.until.day()
        if since is None or until is None:
            return None
        if not isinstance(member, str) or not isinstance(position, Position):
            return None
        return SeatMember(
            committee=self._committee,
            member=member,
            position=position,
            since=since,
            until=until,
            resolution=self.resolution.words(),
        )


class EndTermDialog(CommandDialog):
    """A term ends earlier than it was given for."""

    def __init__(self, session: Session, voice: Voice, seat: Seat) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("End a term"),
            verb=lambda voice: voice.tr("End the term"),
        )
        self._term = seat.term
        self.day = self.add("on", lambda voice: voice.tr("Last day"), business_day(session, voice))
        self.reason = self.add("reason", lambda voice: voice.tr("Reason"), TextField(voice))

    @override
    def command(self) -> EndTerm | None:
        day = self.day.day()
        if day is None:
            return None
        return EndTerm(term=self._term, on=day, reason=self.reason.words())


def _position(position: Position) -> Says:
    return lambda voice: position_name(position, voice)


def _committee(voice: Voice) -> str:
    return voice.tr("Committee")


def _working_group(voice: Voice) -> str:
    return voice.tr("Working group")
