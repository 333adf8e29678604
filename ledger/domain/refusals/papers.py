"""Refusals of papers: nothing to put on them, or a setting of theirs that cannot be."""

from __future__ import annotations

from ledger.domain.refusals.base import Refusal, refusal


@refusal
class NothingForMember(Refusal):
    """A paper for one member would be empty; a batch for all goes on with the next one."""

    member: str


@refusal
class NothingOwed(NothingForMember):
    """The member owes nothing, so there is nothing to ask for."""


@refusal
class NoShares(NothingForMember):
    """The member holds no shares."""


@refusal
class NoBalances(NothingForMember):
    """The member has no card with a balance."""


@refusal
class NothingToCopy(NothingForMember):
    """Every movement stands in the member's passbook already."""


@refusal
class UnknownSheet(Refusal):
    """No collection sheet of that number was closed."""

    sheet: int


@refusal
class BadPromptPay(Refusal):
    """The number is no PromptPay number."""

    number: str


@refusal
class PassbookPlaceWrong(Refusal):
    """The passbook has no such page or line, or no such movement."""

    card: int
    page: int
    line: int
    movements: int


@refusal
class PassbookLayoutWrong(Refusal):
    """A measure of the passbook's layout cannot be."""

    measure: str
    value: int
