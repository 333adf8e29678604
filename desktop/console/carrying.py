"""``satcha opening-workbook`` and ``satcha import``: books on paper come in by one workbook."""

from __future__ import annotations

from pathlib import Path

from desktop.console.answers import json_text
from desktop.console.arguments import Call, Given, Option
from desktop.console.books import USER_OPTION, book_to_read, book_to_write
from desktop.console.exporting import OUT_OPTION, write_whole
from desktop.console.own_copies import copied_ahead
from desktop.console.printing import writer_for
from desktop.console.reading import unreadable
from desktop.console.refusals import CellsRefused, PlaceMissing
from desktop.console.sentences import voice_of
from desktop.console.terminal import DONE
from desktop.console.texts import N_
from ledger.book import Book
from ledger.book.chance import SystemClock
from ledger.domain.commands import Outcome
from ledger.domain.money import ZERO, Money
from ledger.exchange.opening_blank import write_opening_workbook
from ledger.exchange.opening_file import OpeningFile
from ledger.exchange.opening_proving import proof_of
from ledger.exchange.opening_reading import read_opening
from ledger.exchange.opening_taking import take_over
from ledger.queries.opening import opening_lists
from ledger.queries.opening_proof import OpeningProof
from ledger.queries.standing import letterhead
from ledger.usecases.carrying import CarryForward
from reports.document import Printed

_REGISTERS = ("chart", "grants", "assets", "welfare", "benefits")


def _opening_workbook(given: Given) -> int:
    if not given.has("out"):
        raise PlaceMissing("--out", given.call.usage)
    target = Path(given.option("out"))
    with book_to_read(given) as book:
        lists = book.ask(opening_lists)
    write_whole(target, lambda out: write_opening_workbook(lists, out))
    given.terminal.answer(json_text({"files": [str(target)]}))
    return DONE


def _import(given: Given) -> int:
    path = Path(given.places["FILE"])
    with book_to_write(given) as book:
        lists = book.ask(opening_lists)
        try:
            found = read_opening(path, lists)
        except OSError as error:
            raise unreadable(error, str(path)) from error
        if given.has("proof"):
            _write_proof(given, book, proof_of(found, lists, path.name))
        if found.wrong:
            raise CellsRefused(path.name, found.wrong, tuple(found.problems))
        if given.has("dry-run"):
            done = [("", book.run(found.command(path.name), rehearse=True))]
        else:
            with copied_ahead(given, book, CarryForward):
                done = list(take_over(book.run, found, lists, path.name))
    given.terminal.answer(json_text(_summary(done, found)))
    return DONE


def _summary(done: list[tuple[str, Outcome]], found: OpeningFile) -> dict[str, object]:
    """What all sheets brought; the act and its fingerprint are those of the last one."""
    last = done[-1][1]
    counted = ("members", "cards", "accounts", "loans", *_REGISTERS)
    made = {name: sum(int(str(it.made[name])) for _, it in done) for name in counted}
    return {
        "act": last.act,
        "fingerprint": last.fingerprint,
        "code": last.code,
        "sheets": [{"sheet": sheet, "act": it.act} for sheet, it in done if sheet],
        "entries": [posted.number for _, it in done for posted in it.entries],
        "made": {**made, "source": last.made["source"]},
        "read": _read(found),
        "rehearsed": last.rehearsed,
    }


def _write_proof(given: Given, book: Book, proof: OpeningProof) -> None:
    """The cut-over sheet in the cooperative's digits and era, in the language of the call.

    Raises:
        NotAChoice, FolderUnwritable, DiskFull, StorageFailed: why there is no file.
    """
    from reports.documents import voice_for
    from reports.documents.frame import Frame
    from reports.documents.opening import opening_paper

    target = Path(given.option("proof"))
    write = writer_for(target)
    head = book.ask(letterhead)
    voice = voice_for(voice_of(given.language).language, head)
    printed = Printed(book.user, SystemClock().now())
    paper = opening_paper(proof, Frame(head, voice, printed))
    write_whole(target, lambda out: write([paper], voice, out))


def _read(found: OpeningFile) -> dict[str, object]:
    """What was read, to be laid beside the totals on paper."""
    held: dict[str, Money] = {}
    for card in found.cards:
        held[card.product] = held.get(card.product, ZERO) + card.amount
    for loan in found.loans:
        held[loan.type] = held.get(loan.type, ZERO) + loan.owed
    return {
        "members": len(found.members),
        "known_members": found.known_members,
        "loans": len(found.loans),
        "registers": {name: len(getattr(found, name)) for name in _REGISTERS},
        "known": found.known - found.known_members,
        "cards": {product: amount.as_decimal() for product, amount in held.items()},
        "debit": found.debit.as_decimal(),
        "credit": found.credit.as_decimal(),
        "footings": [
            {
                "account": one.account,
                "paper": one.paper.as_decimal(),
                "cards": one.cards.as_decimal(),
                "difference": one.difference.as_decimal(),
            }
            for one in found.footings
        ],
    }


CALLS = (
    Call(
        "opening-workbook",
        N_("makes the workbook for taking over the books on paper, with the book's own lists"),
        _opening_workbook,
        places=("BOOK",),
        example="satcha opening-workbook a.satcha --out opening.xlsx",
        options=(OUT_OPTION, USER_OPTION),
    ),
    Call(
        "import",
        N_("takes over the books on paper from an opening workbook, an act for each sheet"),
        _import,
        places=("BOOK", "FILE"),
        example="satcha import a.satcha opening.xlsx --dry-run",
        options=(
            Option("proof", "PATH", N_("writes the cut-over sheet for the committee to sign")),
            Option("dry-run", says=N_("only look whether everything could be booked")),
            USER_OPTION,
        ),
    ),
)
