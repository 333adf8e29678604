"""The line at the bottom: the book's last fingerprint, the proof light, long work on its way."""

from __future__ import annotations

from enum import Enum

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.parts.lamp import Lamp, LampState
from desktop.parts.progress import ProgressLine
from desktop.parts.words import Label, nothing
from desktop.session.jobs import Job
from ledger.domain.refusals import Refusal
from ledger.queries.backups import BackupLight, BackupStanding
from ledger.queries.standing import ActStamp
from reports.words.backing_up import not_copied, standing_said
from reports.words.voice import Voice

_LIGHTS = {
    BackupLight.GREEN: LampState.GOOD,
    BackupLight.AMBER: LampState.CAUTION,
    BackupLight.RED: LampState.PROBLEM,
}


class Looked(Enum):
    """How far the look at the book is that each opening begins with (trust.md 6.2)."""

    UNDER_WAY = "under_way"
    WELL = "well"
    SPOILT = "spoilt"


class StatusLine(QWidget):
    """What proves the book at any moment; it is there on every screen."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self.code = Label(nothing, voice).let_copy()
        self.look = Looked.WELL
        self._agrees: bool | None = None
        self._standing: BackupStanding | None = None
        self._trouble: Refusal | None = None
        self.proof = Lamp(voice, wraps=True)
        self.proof.show_state(LampState.UNKNOWN, _cards)
        self.backup = Lamp(voice, wraps=True)
        self.backup.show_state(LampState.UNKNOWN, _no_backup)
        self.progress = ProgressLine(voice)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(self.code, 2)
        row.addWidget(self.progress, 2)
        row.addWidget(self.backup, 2)
        row.addSpacing(16)
        row.addWidget(self.proof, 2)

    def set_short(self, *, short: bool) -> None:
        """On a low screen the signs of the lights stand in the line above; tips say their words."""
        for widget in (self.code, self.backup.label, self.proof.label):
            widget.setVisible(not short)

    def show_act(self, act: ActStamp) -> None:
        """The short form of the fingerprint as it is printed on paper."""
        self.code.say(lambda voice: voice.tr("Fingerprint code {code}").format(code=act.code))
        self.code.setToolTip(act.code)

    def show_proof(self, *, agrees: bool) -> None:
        self._agrees = agrees
        self._show_light()

    def show_look(self, look: Looked) -> None:
        """The light is green only when the look at the opening is over as well."""
        self.look = look
        self._show_light()

    def _show_light(self) -> None:
        if self._agrees is False:
            self.proof.show_state(LampState.PROBLEM, _differ)
        elif self.look is Looked.SPOILT:
            self.proof.show_state(LampState.PROBLEM, _spoilt)
        elif self.look is Looked.UNDER_WAY:
            self.proof.show_state(LampState.UNKNOWN, _looking)
        elif self._agrees:
            self.proof.show_state(LampState.GOOD, _agree)
        else:
            self.proof.show_state(LampState.UNKNOWN, _cards)

    def show_backup(self, found: BackupStanding) -> None:
        """How long ago the last proved copy outside this PC was made, and what is missing."""
        self._standing = found
        self._show_backup()

    def show_copying(self, trouble: Refusal | None) -> None:
        """Why the book could not copy itself; nothing once it could again."""
        self._trouble = trouble
        self._show_backup()

    def _show_backup(self) -> None:
        trouble, found = self._trouble, self._standing
        if trouble is not None:
            self.backup.show_state(LampState.PROBLEM, lambda voice: not_copied(trouble, voice))
        elif found is not None:
            self.backup.show_state(_LIGHTS[found.light], lambda voice: standing_said(found, voice))

    def begin(self, job: Job) -> None:
        self.progress.start(job.says, stop=job.stop)

    def end(self) -> None:
        self.progress.finish()


def _no_backup(voice: Voice) -> str:
    return voice.tr("No backup yet: see Month end")


def _cards(voice: Voice) -> str:
    return voice.tr("Cards and control accounts: not compared yet")


def _looking(voice: Voice) -> str:
    return voice.tr("Looking at the newest acts of the book")


def _spoilt(voice: Voice) -> str:
    return voice.tr("The book was changed from outside, or an older file put back: see Audit")


def _agree(voice: Voice) -> str:
    return voice.tr("Cards = control accounts")


def _differ(voice: Voice) -> str:
    return voice.tr("Cards and control accounts differ: see Home")
