"""The members: the whole register as a list, and one member's position with what can be done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.members import deeds, list_deeds
from desktop.members.card_dialogs import ChargeDialog, OpenCardDialog, PromiseDialog
from desktop.members.columns import Movement, member_columns
from desktop.members.consent_forms import photo_form
from desktop.members.large_view import MemberView
from desktop.members.leave_dialog import LeaveDialog
from desktop.members.money_dialogs import PayOutDialog, VisitDialog
from desktop.members.photo import small_jpeg
from desktop.members.position_page import PositionPage
from desktop.members.register_dialogs import AdmitDialog, ChangeDialog
from desktop.parts.ask import Asks, FileKind
from desktop.parts.table import Table
from desktop.parts.words import Button, Label, Tick
from desktop.session import Place, Session
from desktop.session.list_and_page import ListAndPage
from desktop.session.more import MoreButton
from desktop.session.screen import FormOf, Opens, show_dialog
from ledger.domain.consents import ConsentTo
from ledger.domain.photos import Photo
from ledger.domain.refusals import Refusal
from ledger.queries.consents import consents
from ledger.queries.loan_life import Guarantee, guarantees
from ledger.queries.members import MemberRow, Presence, members
from ledger.queries.papers import ReceiptRow
from ledger.queries.photo import member_photo
from ledger.queries.position import MemberPosition, member_position
from ledger.queries.statement import member_statement
from ledger.usecases.photographing import SetMemberPhoto
from reports.words.refused import sentence
from reports.words.voice import Voice


class MembersScreen(ListAndPage):
    """List first; Enter opens a member, Escape goes back to the list."""

    KEY = str

    SHOWS = frozenset(
        {"members", "zones", "cards", "promises", "charges", "entries", "holds", "receipt_voids"}
        | {"loan_guarantors"}
        | {"member_photos", "applications", "meetings", "attendances", "restrictions", "consents"}
    )

    def __init__(
        self, session: Session, voice: Voice, ask: Asks, opens: Opens = show_dialog
    ) -> None:
        super().__init__(session, voice, ask, opens)
        self._position: MemberPosition | None = None
        self.admit = Button(lambda voice: voice.tr("Admit a member"), voice)
        self.with_left = Tick(lambda voice: voice.tr("Also those who left"), voice)
        self.table = Table(
            member_columns,
            voice,
            name=lambda voice: voice.tr("Members"),
            identity=lambda row: row.number,
        )
        self.table.say_when_empty(
            lambda voice: voice.tr("Nobody is in the register yet. Admit the first member.")
        )
        self.more = MoreButton(voice, list_deeds.deeds_of(self), self)
        self.page = PositionPage(voice)
        self.page.add_button(MoreButton(voice, deeds.deeds_of(self, lambda: self._position), self))
        self.set_pages(self._list_page(), self.table, self.page, first=self.page.receive)
        self._wire()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        pastes = event.matches(QKeySequence.StandardKey.Paste) and self.opened is None
        if pastes and "carry-forward" in {deed.command for deed in self.more.offered}:
            self.more.do_named("carry-forward")
        else:
            super().keyPressEvent(event)

    @override
    def ask_again(self) -> None:
        presence = Presence.ALL if self.with_left.isChecked() else Presence.PRESENT
        found = self.session.ask(members, at=self.session.today, presence=presence, by_number=True)
        self.table.set_rows(found.rows)
        self.ask_page_again()

    @override
    def draw_page(self, key: str) -> None:
        today = self.session.today
        self._position = self.session.ask(member_position, member=key, at=today)
        statement = self.session.ask(member_statement, member=key, until=today)
        self.page.photo.show_photo(self.session.ask(member_photo, member=key).jpeg)
        self.page.show_position(self._position, statement)
        self.page.show_guarantees(self.session.ask(guarantees, member=key, at=today))
        self.page.show_consents(self.session.ask(consents, member=key))

    def _list_page(self) -> QWidget:
        page = QWidget()
        head = QHBoxLayout()
        head.addWidget(Label(lambda voice: voice.tr("Members"), self.voice, heading=True), 1)
        head.addWidget(self.with_left)
        head.addWidget(self.admit)
        head.addWidget(self.more)
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(head)
        rows.addWidget(self.table, 1)
        return page

    def _wire(self) -> None:
        self.table.activated.connect(self._open_row)
        self.with_left.toggled.connect(self.ask_again)
        self.admit.clicked.connect(self._admit)
        page = self.page
        forms: tuple[tuple[Button, FormOf], ...] = (
            (page.receive, VisitDialog),
            (page.pay_out, PayOutDialog),
            (page.ask_for, ChargeDialog),
            (page.promise, PromiseDialog),
            (page.open_card, OpenCardDialog),
            (page.change, ChangeDialog),
        )
        for button, form in forms:
            self.opens_form_of(button, self._open_position, form)
        page.choose_photo.clicked.connect(self._choose_photo)
        page.end.clicked.connect(self._end)
        self.opens_paper_of(page.statement, self._open_member, "member-statement")
        page.together.clicked.connect(self._read_together)
        page.receipts.activated.connect(self._open_receipt)
        page.movements.activated.connect(self._open_movement)
        page.guarantees.activated.connect(self._open_guarantee)

    def _open_position(self) -> MemberPosition | None:
        return self._position

    def _open_member(self) -> str | None:
        return self.opened if isinstance(self.opened, str) else None

    def _open_row(self, row: MemberRow) -> None:
        self.show_page(row.number)

    def _admit(self) -> None:
        dialog = AdmitDialog(self.session, self.voice)
        if self.show_form(dialog) and dialog.outcome is not None:
            self.show_page(str(dialog.outcome.made["member"]))

    def _choose_photo(self) -> None:
        member = self._open_member()
        if member is None:
            return
        answers = (
            lambda voice: voice.tr("Choose a picture"),
            lambda voice: voice.tr("Take the photo out"),
        )
        chosen = self.asks.choose(lambda voice: voice.tr("Photo of this member"), answers)
        if chosen == 0:
            self._put_photo(member)
        elif chosen == 1:
            self._set_photo(SetMemberPhoto(member=member))

    def _put_photo(self, member: str) -> None:
        kind = FileKind(lambda voice: voice.tr("Picture"), ("jpg", "jpeg", "png"))
        path = self.asks.open_file(
            lambda voice: voice.tr("Photo of this member"), (kind,), Path.home()
        )
        if path is None:
            return
        jpeg = small_jpeg(path)
        if jpeg is None:
            self.asks.tell(
                lambda voice: voice.tr(
                    "This file holds no picture that can be read. Choose a JPEG or PNG picture "
                    "of at most 10 MB and 25 megapixels."
                )
            )
        else:
            self._with_consent(member, Photo(jpeg))

    def _with_consent(self, member: str, photo: Photo) -> None:
        """Without a consent in force the form asks for it, and both go into the book at once."""
        if self.session.ask(consents, member=member).in_force(ConsentTo.PHOTO) is None:
            self.show_form(photo_form(self.session, self.voice, member, photo))
        else:
            self._set_photo(SetMemberPhoto(member=member, photo=photo))

    def _set_photo(self, command: SetMemberPhoto) -> None:
        try:
            self.session.run(command)
        except Refusal as refusal:
            refused = refusal
            self.asks.tell(lambda voice: sentence(refused, voice))

    def _end(self) -> None:
        member = self._open_member()
        if self._position is None or member is None:
            return
        dialog = LeaveDialog(self.session, self.voice, self._position)
        if self.show_form(dialog) and dialog.outcome is not None:
            self.go_to.emit(Place("papers", ("settlement-sheet", member)))

    def _read_together(self) -> None:
        if self._position is not None:
            self.show_form(MemberView(self._position, self.voice))

    def _open_receipt(self, row: ReceiptRow) -> None:
        self.go_to.emit(Place("papers", ("receipt", row.receipt)))

    def _open_guarantee(self, row: Guarantee) -> None:
        self.go_to.emit(Place("loans", row.card))

    def _open_movement(self, row: Movement) -> None:
        self.go_to.emit(Place("journal", row[1].entry))
