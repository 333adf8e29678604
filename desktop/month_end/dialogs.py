"""Closing a month, opening it again with a reason, locking it for good."""

from __future__ import annotations

from typing_extensions import override

from desktop.month_end.audited_dialog import AuditedDialog
from desktop.month_end.state import check_state, check_text
from desktop.parts.text_fields import TextField
from desktop.parts.words import Label, Says
from desktop.session.command_dialog import CommandDialog
from desktop.session.session import Session
from ledger.domain.days import Month
from ledger.queries.month_checklist import CheckRow, CheckState, is_ready
from ledger.usecases.closing import CloseMonth, LockMonth, ReopenMonth
from reports.words.voice import Voice


class CloseDialog(AuditedDialog):
    """Closes a month; what is still open on the checklist is said before."""

    def __init__(
        self, session: Session, voice: Voice, month: Month, checks: tuple[CheckRow, ...]
    ) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Close the month"),
            verb=lambda voice: voice.tr("Close {month}").format(month=voice.month(month)),
        )
        self._month = month
        self.form.add_wide(Label(_close_text(checks), voice))
        self.ask_reason()
        self.rehearse()

    @override
    def command(self) -> CloseMonth:
        return CloseMonth(month=self._month, in_spite=self.in_spite.words())


class ReopenDialog(CommandDialog):
    """Opens a closed month again; the reason stands in the book for ever."""

    def __init__(self, session: Session, voice: Voice, month: Month) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Open a closed month again"),
            verb=lambda voice: voice.tr("Open {month} again").format(month=voice.month(month)),
        )
        self._month = month
        self.reason = self.add("reason", lambda voice: voice.tr("Reason"), TextField(voice))

    @override
    def command(self) -> ReopenMonth | None:
        reason = self.reason.words()
        return ReopenMonth(month=self._month, reason=reason) if reason else None


class LockDialog(AuditedDialog):
    """Locks a closed month: it never opens again."""

    def __init__(self, session: Session, voice: Voice, month: Month) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Lock a month for good"),
            verb=lambda voice: voice.tr("Lock {month}").format(month=voice.month(month)),
        )
        self._month = month
        self.form.add_wide(
            Label(
                lambda voice: voice.tr(
                    "A locked month and all months before it never open again. Lock it when the "
                    "auditor has signed."
                ),
                voice,
            )
        )
        self.ask_reason()
        self.rehearse()

    @override
    def command(self) -> LockMonth:
        return LockMonth(month=self._month, in_spite=self.in_spite.words())


def _close_text(checks: tuple[CheckRow, ...]) -> Says:
    def says(voice: Voice) -> str:
        if is_ready(checks):
            return voice.tr("Everything on the checklist is right.")
        lines = [
            f"{check_text(check, voice)}: {check_state(check, voice)}"
            for check in checks
            if check.state is not CheckState.RIGHT
        ]
        return "\n".join([voice.tr("Not everything on the checklist is right yet:"), *lines])

    return says
