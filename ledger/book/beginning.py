"""How an act begins inside the transaction that is open: who does what, when, and by which name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ledger.book.month_report import report_then
from ledger.domain.commands import Command, name_of
from ledger.storage.known import ActHead
from ledger.storage.unit import UnitOfWork

if TYPE_CHECKING:
    from ledger.book import Book


def begun(
    book: Book, command: Command, command_id: str, program: str
) -> tuple[ActHead, UnitOfWork]:
    """The head of an act, and the unit of work that is to write it."""
    letters = partial(book._chance.letters, 32)  # noqa: SLF001 - the book's own door
    head = ActHead(
        user=book.user,
        now=book._clock.now(),  # noqa: SLF001
        command=name_of(type(command)),
        command_id=command_id or letters(),
        business_day=getattr(command, "on", None) or book.today,
        program=program,
    )
    return head, UnitOfWork(book._connection, book._known, head, letters, report_then)  # noqa: SLF001
