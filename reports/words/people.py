"""The roles of users, and why another person approves, in the reader's words."""

from __future__ import annotations

from collections.abc import Iterable

from ledger.domain.approving import Because
from ledger.domain.people import UserRole
from reports.words.voice import N_, Voice

_ROLES = {
    UserRole.ADMINISTRATOR.value: N_("administrator"),
    UserRole.TREASURER.value: N_("treasurer"),
    UserRole.CLERK.value: N_("clerk"),
    UserRole.APPROVER.value: N_("approver"),
    UserRole.AUDITOR.value: N_("auditor"),
}
_BECAUSE = {
    Because.PAYOUT.value: N_("A payout above the limit"),
    Because.WRITE_OFF.value: N_("Writing off a loan"),
    Because.RATE.value: N_("A change of a rate"),
    Because.VOID.value: N_("Voiding a printed receipt"),
    Because.REOPENING.value: N_("Opening a closed period again"),
    Because.RESTORE.value: N_("Going on from a copy"),
    Because.USERS.value: N_("A change of users or of this rule"),
    Because.PERSON.value: N_("Using a person's restricted data again"),
    Because.FAULTS.value: N_("Closing books in which the audit finds faults"),
}


def user_role(role: str, voice: Voice) -> str:
    """What a user does, such as ``treasurer``; an unknown word stays as it is."""
    return voice.tr(_ROLES[role]) if role in _ROLES else role


def user_roles(roles: Iterable[str], voice: Voice) -> str:
    return ", ".join(user_role(one, voice) for one in roles)


def why_approval(because: str, voice: Voice) -> str:
    """What it is that another person has to approve, as the beginning of a sentence."""
    return voice.tr(_BECAUSE[because]) if because in _BECAUSE else because
