"""What happens between the beginning and the end of an act, whoever asked for it."""

from __future__ import annotations

from ledger.book.repeats import check_hidden, payload_of
from ledger.book.signing import key_before, sign
from ledger.domain.commands import Command, name_of
from ledger.storage.reading import Reader
from ledger.storage.unit import UnitOfWork
from ledger.usecases import handle
from ledger.usecases.four_eyes import check_approved, rule_before
from ledger.usecases.permitting import check_permitted

LOOKED_THROUGH = frozenset({"close-month", "lock-month", "close-year"})
"""Before these the whole book is audited: 12 s for 560,000 lines, and they are seldom given."""


def check_closing(reader: Reader, command: Command, unit: UnitOfWork) -> None:
    """Look the books through before they are closed, for who may close them.

    Raises:
        NotAllowed, BookNotSound: why not.
    """
    from ledger.book.sound import check_sound

    check_permitted(command, unit, user=unit.user, today=unit.recorded_day)
    check_sound(command, reader)


def carried_out(command: Command, unit: UnitOfWork, *, rehearse: bool, signing: str) -> str:
    """Check who asks, do it, check who approved it, sign and seal; answers the fingerprint.

    A rehearsal shows what would be booked before anybody approves or signs it.

    Raises:
        Refusal: a rule says no; the caller takes everything back.
    """
    check_permitted(command, unit, user=unit.user, today=unit.recorded_day)
    key, rule = key_before(unit), None if rehearse else rule_before(unit)
    handle(command, unit)
    check_approved(command, unit, unit.posted, rule)
    check_hidden(command, unit.commitments)
    payload = payload_of(command, unit.commitments, unit.free_texts)
    if not rehearse:
        sign(unit, key, name_of(type(command)), payload, signing)
    return unit.seal(payload, unit.made)
