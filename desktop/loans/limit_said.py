"""What a member may still borrow of a type, said beside the amount while it is typed."""

from __future__ import annotations

from desktop.parts.words import Says, nothing
from desktop.session.session import Session
from ledger.queries.loan_life import LoanLimit, loan_limit
from reports.words.voice import Voice


def limit_said(session: Session, member: object, kind: object) -> Says:
    """A sentence; nothing while member or type are missing, or where nothing limits."""
    if not (isinstance(member, str) and isinstance(kind, str)):
        return nothing
    found = session.ask(loan_limit, member=member, type=kind, at=session.today)
    return lambda voice: limit_text(found, voice)


def limit_text(found: LoanLimit, voice: Voice) -> str:
    """How much is left of the limit, and what else the committee looks at."""
    parts = []
    if found.left is not None:
        parts.append(
            voice.tr("May still borrow {amount} baht of this type.").format(
                amount=voice.money(found.left)
            )
        )
    if found.loans:
        parts.append(
            voice.tr("Running loans of this type: {count}, {amount} baht.").format(
                count=voice.number(found.loans), amount=voice.money(found.owed)
            )
        )
    if found.missed:
        parts.append(
            voice.tr("Missed instalments: {count}.").format(count=voice.number(found.missed))
        )
    return " ".join(parts)
