"""What the lights of the frame show, found out behind: a large book must not hold it up."""

from __future__ import annotations

from desktop.session import Session
from desktop.shell.status_line import StatusLine


def ask_for_lights(session: Session, status: StatusLine) -> None:
    """Ask how old the last copy is, and compare cards and control accounts."""
    from ledger.queries.backups import backup_standing
    from ledger.queries.control import cards_and_control

    today = session.today
    session.work(lambda _work: session.ask(backup_standing, at=today), then=status.show_backup)
    session.work(
        lambda _work: session.ask(cards_and_control, at=today),
        then=lambda proof: status.show_proof(agrees=proof.agrees),
    )
