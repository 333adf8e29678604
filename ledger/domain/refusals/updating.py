"""What stops a book of an older program from being brought to this one."""

from __future__ import annotations

from ledger.domain.refusals.base import Trouble, refusal


@refusal
class UpdateFailed(Trouble):
    """The copy that was brought up to date is not what it should be; the book is as before.

    ``why`` names what the audit found, or the trouble.
    """

    path: str
    why: str
