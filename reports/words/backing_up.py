"""How the copies of a book stand, in one sentence for window and console (trust.md 6.3)."""

from __future__ import annotations

from ledger.domain.refusals import Refusal
from ledger.queries.backups import BackupGap, BackupStanding
from reports.words.refused import sentence
from reports.words.voice import Voice


def standing_said(found: BackupStanding, voice: Voice) -> str:
    """When the last copy outside this PC was made and where it lies, and what is missing."""
    if found.days is None:
        if found.gap is BackupGap.ONLY_INSIDE:
            return voice.tr("Backups lie only in this PC: back up to a stick")
        return voice.tr("No backup yet: see Month end")
    said = voice.tr_n(
        "Backup {days} day ago: {medium}", "Backup {days} days ago: {medium}", found.days
    ).format(days=voice.number(found.days), medium=found.medium)
    if found.gap is BackupGap.ONE_MEDIUM:
        return voice.tr("{backup}; a second stick has none yet").format(backup=said)
    if found.gap is BackupGap.SECOND_BEHIND and found.second_days is not None:
        return voice.tr("{backup}; {second} is {days} days old").format(
            backup=said, second=found.second, days=voice.number(found.second_days)
        )
    return said


def counted_said(found: BackupStanding, *, outside: bool, voice: Voice) -> str:
    """What a copy that was just made counts for."""
    if outside:
        return standing_said(found, voice)
    return voice.tr(
        "This copy lies in this PC: it helps against a mistake, not against theft, fire or a "
        "broken disk. Back up to a stick or to a disk that is kept elsewhere, too."
    )


def not_copied(trouble: Refusal, voice: Voice) -> str:
    """Why a book could not copy itself; what is worked on goes on."""
    return voice.tr("The book could not copy itself: {why}").format(why=sentence(trouble, voice))
