"""What waits for another person: requests with their content, and what became of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum

from ledger.domain.approving import Approval, ApprovalRequest, ApprovalUsed, Because
from ledger.domain.money import Money
from ledger.domain.people import User, UserRole
from ledger.queries.naming import names_of
from ledger.queries.people import users
from ledger.queries.standing import stamp_of
from ledger.queries.told import fields_told
from ledger.storage.reading import Reader


class RequestState(Enum):
    """How far a request has come.

    ``OVERDUE`` was carried out without anybody to ask and is still to be approved; ``APPROVED``
    can be carried out by giving the same command again, for ``APPROVAL_DAYS``; then it is
    ``EXPIRED`` and has to be asked for anew, as when its approver has been locked since.
    """

    WAITING = "waiting"
    OVERDUE = "overdue"
    APPROVED = "approved"
    EXPIRED = "expired"
    DECLINED = "declined"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class RequestRow:
    """One request. ``fields`` are those of the command that is asked for, ``name`` the member's."""

    request: int
    state: RequestState
    because: Because
    command: str
    fields: Mapping[str, object]
    digest: str
    maker: str
    asked_at: datetime
    member: str | None
    name: str
    amount: Money | None
    note: str
    answered_by: str
    answer: str


@dataclass(frozen=True, slots=True)
class ApprovalsWaiting:
    """Requests that somebody still has to act on, and the users who may approve in general."""

    rows: tuple[RequestRow, ...]
    waiting: int
    approvers: tuple[str, ...]


_OPEN = (RequestState.WAITING, RequestState.OVERDUE, RequestState.APPROVED)


def approvals_waiting(reader: Reader, *, today: date, every: bool = False) -> ApprovalsWaiting:
    """What waits for approval, or was approved and not carried out; with ``every`` all the rest."""
    requests = reader.every(ApprovalRequest)
    answers = {one.request: one for one in reader.every(Approval)}
    used = {one.request for one in reader.every(ApprovalUsed)}
    acts = dict(reader.rows("SELECT number, act FROM approval_requests"))
    names = names_of(reader, (one.member for one in requests if one.member is not None))
    locked = {one.name for one in reader.every(User) if one.locked}
    rows = []
    for one in requests:
        answer = answers.get(one.number)
        state = _state(one, answer, today, used=one.number in used)
        if state is RequestState.APPROVED and answer is not None and answer.by in locked:
            state = RequestState.EXPIRED
        if every or state in _OPEN:
            row = _row(reader, one, state, acts[one.number], answer)
            rows.append(replace(row, name=names.get(one.member or "", "")))
    approvers = tuple(
        one.name
        for one in users(reader, today=today).rows
        if UserRole.APPROVER in one.roles and not one.locked
    )
    waiting = sum(one.state in (RequestState.WAITING, RequestState.OVERDUE) for one in rows)
    return ApprovalsWaiting(tuple(rows), waiting, approvers)


def _state(
    one: ApprovalRequest, answer: Approval | None, today: date, *, used: bool
) -> RequestState:
    if answer is None:
        return RequestState.OVERDUE if one.done else RequestState.WAITING
    if not answer.approved:
        return RequestState.DECLINED
    if used:
        return RequestState.DONE
    return RequestState.APPROVED if answer.holds_on(today) else RequestState.EXPIRED


def _row(
    reader: Reader,
    one: ApprovalRequest,
    state: RequestState,
    act: int,
    answer: Approval | None,
) -> RequestRow:
    ((command, payload),) = reader.rows(
        "SELECT command, payload FROM acts WHERE number = ?", (act,)
    )
    fields, note = fields_told(reader, payload), ""
    if command == "request-approval":
        note = fields["note"]
        fields = {name: value for name, value in fields["wanted"].items() if name != "command"}
    return RequestRow(
        request=one.number,
        state=state,
        because=one.because,
        command=one.command,
        fields=fields,
        digest=one.digest,
        maker=one.maker,
        asked_at=stamp_of(reader, act).moment,
        member=one.member,
        name="",
        amount=one.amount,
        note=note,
        answered_by=answer.by if answer is not None else "",
        answer=answer.note if answer is not None else "",
    )
