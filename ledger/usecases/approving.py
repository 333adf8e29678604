"""Asking another person to approve, and the answer; the rules of when that is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ledger.domain.approving import (
    DEFAULT_LIMIT,
    Approval,
    ApprovalRequest,
    ApprovalRule,
    Because,
    digest_of,
)
from ledger.domain.books import Books
from ledger.domain.commands import Command, name_of
from ledger.domain.limits import check_amount
from ledger.domain.money import ZERO, Money
from ledger.domain.refusals.approving import (
    ApprovalDecided,
    ApprovalOfOther,
    ApprovalWaiting,
    ApproverInvolved,
    UnknownRequest,
)
from ledger.domain.rights import rights_table
from ledger.usecases.involvement import amount_in, concerned_by, involved, members_in
from ledger.usecases.permitting import names_in
from ledger.usecases.recording import given
from ledger.usecases.restricting import RestrictPerson
from ledger.usecases.reversing import CorrectEntry, ReverseEntry
from ledger.usecases.visiting import VoidReceipt


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestApproval(Command):
    """Ask another person to approve a command; ``wanted`` is that command, field by field."""

    wanted: Command
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approve(Command):
    """Say yes to a request; ``digest`` is that of the content one has seen."""

    request: int
    digest: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineApproval(Command):
    """Say no to a request, with the reason."""

    request: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetApprovalRules(Command):
    """Whether approval is asked for from a day on, and above which payout to one in a day."""

    from_day: date
    required: bool
    resolution: str
    payout_limit: Money | None = None


def request_approval(command: RequestApproval, books: Books) -> None:
    """Ask for it.

    Raises:
        ApprovalWaiting: the same content waits already.
    """
    digest = digest_of(command.wanted)
    for one in books.every(ApprovalRequest, digest=digest):
        if books.newest(Approval, one.number) is None:
            raise ApprovalWaiting(one.number)
    benefits = members_in(command.wanted, books)
    number = add_request(
        books, command.wanted, _why(command.wanted), benefits, amount=amount_in(command.wanted)
    )
    books.make(request=number, digest=digest)


def approve(command: Approve, books: Books) -> None:
    """Approve what was asked for.

    Raises:
        UnknownRequest, ApprovalDecided, ApprovalOfOther, ApproverInvolved: why not.
    """
    request = _open_request(books, command.request)
    if command.digest != request.digest:
        raise ApprovalOfOther(command.request)
    if books.user in involved(books, request.maker, (request.member,), request.concerned):
        raise ApproverInvolved(command.request, books.user)
    _decide(books, request, approved=True, note=command.note.strip())


def decline_approval(command: DeclineApproval, books: Books) -> None:
    """Decline what was asked for.

    Raises:
        UnknownRequest, ApprovalDecided, ReasonMissing: why not.
    """
    request = _open_request(books, command.request)
    _decide(books, request, approved=False, note=given(command.reason))


def set_approval_rules(command: SetApprovalRules, books: Books) -> None:
    limit = DEFAULT_LIMIT if command.payout_limit is None else command.payout_limit
    check_amount("payout_limit", limit, least=ZERO)
    books.add(ApprovalRule(command.from_day, command.required, limit, given(command.resolution)))


def _decide(books: Books, request: ApprovalRequest, *, approved: bool, note: str) -> None:
    books.add(
        Approval(request.number, approved, books.user, request.digest, note, books.recorded_day)
    )


def _open_request(books: Books, number: int) -> ApprovalRequest:
    request = books.newest(ApprovalRequest, number)
    if request is None:
        raise UnknownRequest(number)
    decided = books.newest(Approval, number)
    if decided is not None:
        raise ApprovalDecided(number, decided.by)
    return request


def add_request(  # noqa: PLR0913 - what a request says
    books: Books,
    command: Command,
    because: Because,
    benefits: Sequence[str],
    *,
    amount: Money | None,
    done: bool = False,
) -> int:
    """Write down a request for this command; answers its number."""
    number = books.next_number(ApprovalRequest)
    books.add(
        ApprovalRequest(
            number=number,
            command=name_of(type(command)),
            digest=digest_of(command),
            because=because,
            maker=books.user,
            member=benefits[0] if benefits else None,
            concerned=concerned_by(command),
            amount=amount,
            done=done,
        )
    )
    return number


def _why(command: Command) -> Because:
    if isinstance(command, VoidReceipt | ReverseEntry | CorrectEntry):
        return Because.VOID
    return because_of(command) or Because.PAYOUT


def because_of(command: Command) -> Because | None:
    """Why a command needs another person whatever it books: by the table of rights.

    Restricted data are opened again by two (trust.md 6.8); one alone may restrict them. Two close
    books in which the audit finds faults.
    """
    if isinstance(command, RestrictPerson):
        return Because.PERSON if command.lift else None
    if str(getattr(command, "in_spite", "")).strip():
        return Because.FAULTS
    for name in names_in(command):
        row = rights_table().get(name)
        if row is not None and row.because is not None:
            return row.because
    return None
