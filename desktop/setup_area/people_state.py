"""What the pages about people know and decide, without Qt."""

from __future__ import annotations

from collections.abc import Mapping

from ledger.domain.commands import Command
from ledger.domain.people import UserRole
from ledger.queries.approvals import RequestRow, RequestState
from ledger.queries.people import UserRow
from ledger.usecases.approving import Approve, DeclineApproval
from reports.words.act_words import told_fields
from reports.words.commands import command_name
from reports.words.people import user_role, user_roles, why_approval
from reports.words.voice import N_, Voice

APPROVE, DECLINE = "approve", "decline"
STATES: Mapping[RequestState, str] = {
    RequestState.WAITING: N_("waits for an answer"),
    RequestState.OVERDUE: N_("done already, still to be approved"),
    RequestState.APPROVED: N_("approved, to be carried out"),
    RequestState.EXPIRED: N_("approved too long ago, to be asked for again"),
    RequestState.DECLINED: N_("declined"),
    RequestState.DONE: N_("approved and carried out"),
}
TO_ANSWER = (RequestState.WAITING, RequestState.OVERDUE)


def roles_taken(ticked: Mapping[UserRole, bool]) -> tuple[UserRole, ...]:
    """The roles that are ticked, in their usual order."""
    return tuple(role for role in UserRole if ticked.get(role))


def answer_to(row: RequestRow, answer: str, note: str) -> Command:
    """The approver's answer; it carries the digest of what stood before her eyes."""
    if answer == DECLINE:
        return DeclineApproval(request=row.request, reason=note)
    return Approve(request=row.request, digest=row.digest, note=note)


def roles_text(row: UserRow, voice: Voice) -> str:
    """What a user does, and what she will do from a later day on."""
    now = user_roles((role.value for role in row.roles), voice)
    coming = [
        (voice.tr("from {day}: {role}") if one.held else voice.tr("until {day}: {role}")).format(
            day=voice.day(one.from_day), role=user_role(one.role.value, voice)
        )
        for one in row.coming
    ]
    return " · ".join(part for part in (now, *coming) if part)


def user_state(row: UserRow, voice: Voice) -> str:
    return voice.tr("locked: {reason}").format(reason=row.reason) if row.locked else ""


def request_text(row: RequestRow, voice: Voice) -> str:
    """A request in lines: why, for whom, how much, and every field of what is asked for."""
    lines = [why_approval(row.because.value, voice)]
    if row.member is not None:
        lines.append(
            voice.tr("Member: {number} {name}").format(
                number=voice.digits(row.member), name=row.name
            )
        )
    if row.amount is not None:
        lines.append(voice.tr("Amount: {amount} baht").format(amount=voice.money(row.amount)))
    lines.append(voice.tr("Asked for by {user}").format(user=row.maker))
    if row.note:
        lines.append(row.note)
    lines += [command_name(row.command, voice), *told_fields(row.fields, voice)]
    return "\n".join(lines)
