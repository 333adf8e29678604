"""What the lights of the frame show, found out behind: a large book must not hold it up."""

from __future__ import annotations

from datetime import date

from desktop.session import Session
from desktop.shell.status_line import StatusLine
from ledger.queries.backups import BackupStanding


def ask_for_lights(session: Session, status: StatusLine) -> None:
    """Ask how old the last copy is, and compare cards and control accounts."""
    today = session.today
    session.work(lambda _work: _standing(session, today), then=status.show_backup)
    session.work(
        lambda _work: _agrees(session, today), then=lambda agrees: status.show_proof(agrees=agrees)
    )


def _standing(session: Session, today: date) -> BackupStanding:
    from ledger.queries.backups import backup_standing

    return session.ask(backup_standing, at=today)


def _agrees(session: Session, today: date) -> bool:
    from ledger.queries.control import cards_and_control

    return session.ask(cards_and_control, at=today).agrees
