"""The check that no command goes round the other person: it looks at what was booked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.domain.approving import (
    DEFAULT_LIMIT,
    Approval,
    ApprovalRequest,
    ApprovalRule,
    ApprovalUsed,
    Because,
    digest_of,
)
from ledger.domain.books import Books
from ledger.domain.commands import Command, Posted, name_of
from ledger.domain.money import Money
from ledger.domain.papers import PaperPrint, Receipt
from ledger.domain.people import RoleHeld, User, UserRole
from ledger.domain.refusals.approving import ApprovalNeeded
from ledger.usecases.approving import RequestApproval, add_request, because_of
from ledger.usecases.involvement import (
    amount_in,
    approvers,
    concerned_by,
    involved,
    members_in,
)
from ledger.usecases.paying_out import paid_out
from ledger.usecases.permitting import roles_of


@dataclass(frozen=True, slots=True)
class _Need:
    because: Because
    benefits: tuple[str, ...]
    amount: Money | None = None
    limit: Money | None = None


def rule_before(books: Books) -> ApprovalRule | None:
    """The rule by which the command that runs now is measured; None where nobody is asked.

    Taken before the command runs: one that changes the rule or the users is no exception.
    """
    if not books.every(User):
        return None
    rule = rule_on(books, books.recorded_day)
    return rule if rule.required else None


def check_approved(
    command: Command, books: Books, posted: Iterable[Posted], rule: ApprovalRule | None
) -> None:
    """What the command has done in this act needs no other person, or has an approval.

    It looks at what was booked and not at the command's name alone, so that no command pays out
    round it. The approval is used up by the act. What somebody approved who is locked by now counts
    no more: a lock is distrust, or an account in wrong hands (trust.md T7). Whose term ended since
    was right to approve then.

    Raises:
        ApprovalNeeded: nobody else has approved exactly this yet.
    """
    if rule is None:
        return
    need = _need_of(command, books, list(posted), rule.payout_limit)
    if need is None:
        return
    concerned = concerned_by(command)
    excluded = involved(books, books.user, need.benefits, concerned)
    for request in books.every(ApprovalRequest, digest=digest_of(command)):
        approval = books.newest(Approval, request.number)
        unused = books.newest(ApprovalUsed, request.number) is None
        if approval is None or not unused or approval.by in excluded:
            continue
        if _is_locked(books, approval.by):
            continue
        if approval.holds_on(books.recorded_day):
            books.add(ApprovalUsed(request.number, request.digest))
            return
    able = approvers(books, excluded)
    if need.because is Because.RESTORE or (need.because is Because.USERS and not able):
        # Nobody could be asked before; it stays in sight until somebody approves it afterwards.
        number = add_request(
            books, command, need.because, need.benefits, amount=need.amount, done=True
        )
        books.add(ApprovalUsed(number, digest_of(command)))
        return
    raise ApprovalNeeded(
        name_of(type(command)), need.because.value, need.amount, need.limit, tuple(able)
    )


def _is_locked(books: Books, name: str) -> bool:
    user = books.newest(User, name)
    return user is None or user.locked


def rule_on(books: Books, day: date) -> ApprovalRule:
    """The rule in force on a day; without one, what follows from who may use the book."""
    found = [one for one in books.every(ApprovalRule) if one.from_day <= day]
    if found:
        return max(found, key=lambda one: one.from_day)
    return ApprovalRule(day, _ever_two(books, day), DEFAULT_LIMIT, "")


def _ever_two(books: Books, day: date) -> bool:
    """Whether there ever was an approver besides somebody who is treasurer now.

    Locking the approver does not set the treasurer free.
    """
    approvers = {
        one.user
        for one in books.every(RoleHeld, role=UserRole.APPROVER)
        if one.held and one.from_day <= day
    }
    treasurers = {
        one.name
        for one in books.every(User)
        if not one.locked and UserRole.TREASURER in roles_of(books, one.name, day)
    }
    return any(one != other for one in approvers for other in treasurers)


def _need_of(command: Command, books: Books, posted: list[Posted], limit: Money) -> _Need | None:
    if isinstance(command, RequestApproval):
        return None
    because = because_of(command)
    if because is not None:
        return _Need(because, members_in(command, books), amount_in(command))
    for one in posted:
        if one.entry.reverses is not None:
            for receipt in books.every(Receipt, entry=one.entry.reverses):
                if books.every(PaperPrint, paper=receipt.label):
                    gets = () if receipt.member is None else (receipt.member,)
                    return _Need(Because.VOID, gets, receipt.total)
    over = [one for one in paid_out(books, posted) if one.in_the_day > limit]
    if not over:
        return None
    benefits = tuple(one.payee.member for one in over if one.payee.member is not None)
    largest = max(over, key=lambda one: one.in_the_day)
    return _Need(Because.PAYOUT, benefits, largest.in_the_day, limit)
