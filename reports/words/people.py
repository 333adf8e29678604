"""The roles of users in the reader's words."""

from __future__ import annotations

from collections.abc import Iterable

from ledger.domain.people import UserRole
from reports.words.voice import N_, Voice

_ROLES = {
    UserRole.ADMINISTRATOR.value: N_("administrator"),
    UserRole.TREASURER.value: N_("treasurer"),
    UserRole.CLERK.value: N_("clerk"),
    UserRole.APPROVER.value: N_("approver"),
    UserRole.AUDITOR.value: N_("auditor"),
}


def user_role(role: str, voice: Voice) -> str:
    """What a user does, such as ``treasurer``; an unknown word stays as it is."""
    return voice.tr(_ROLES[role]) if role in _ROLES else role


def user_roles(roles: Iterable[str], voice: Voice) -> str:
    return ", ".join(user_role(one, voice) for one in roles)
