"""Receipts by their printed numbers, and the pre-printed ones that were used before."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.books import Books
from ledger.domain.import_runs import ImportKind, ImportRun
from ledger.domain.papers import Receipt
from ledger.domain.quick import quick
from ledger.domain.refusals import PaperNumberUsed, UnknownReceipt
from ledger.usecases.repaying import LoanSplit


@quick
@dataclass(frozen=True, slots=True)
class Visited:
    """The receipt of a visit, and how its payments on loans divide."""

    receipt: Receipt
    splits: tuple[LoanSplit, ...]


def the_receipt(books: Books, label: str) -> Receipt:
    """The receipt of that printed number, such as ``R2569/000123``.

    Raises:
        UnknownReceipt: there is none.
    """
    series_year, slash, number = label.partition("/")
    series, year = series_year[:-4], series_year[-4:]
    if not (slash and year.isdecimal() and number.isdecimal()):
        raise UnknownReceipt(label)
    receipt = books.newest(Receipt, series, int(year), int(number))
    if receipt is None:
        raise UnknownReceipt(label)
    return receipt


def check_paper(books: Books, book: str, number: str) -> None:
    """Whether the number of a pre-printed receipt is free, when there is one.

    A file that was taken back left its numbers free: the same sheets come in again, corrected.

    Raises:
        PaperNumberUsed: it stands on another receipt.
    """
    if not number:
        return
    for other in books.every(Receipt, paper_book=book, paper_number=number):
        if _taken_back(books, other.entry):
            continue
        raise PaperNumberUsed(book, number, other.label)


def _taken_back(books: Books, entry: int) -> bool:
    """Whether the receipt of an entry came in with a file that was taken back."""
    runs = books.every(ImportRun, kind=ImportKind.RECEIPTS)
    return any(one.taken_back_on is not None and entry in one.numbers for one in runs)
