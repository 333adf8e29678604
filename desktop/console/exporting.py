"""``satcha export``: everything out in an open format, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import BinaryIO

from desktop.console.answers import json_text
from desktop.console.arguments import Call, Given, Option
from desktop.console.books import SIGN_OPTION, USER_OPTION, book_to_read, signing_of
from desktop.console.leaving import trouble_of
from desktop.console.naming import kebab
from desktop.console.refusals import PlaceMissing
from desktop.console.terminal import DONE
from desktop.console.texts import N_
from ledger.domain.refusals import NotAChoice
from ledger.exchange.cells import cell_day
from ledger.exchange.formats import FILES, FOLDERS, JOURNALS
from ledger.exchange.signed_file import LISTED, check_signing, sign_file
from ledger.exchange.whole_book import WholeBook

_ENDINGS = {"groups": ".xlsx"}  # of formats that are a folder where the place is no such file
OUT_OPTION = Option("out", "PATH", N_("where the file goes; one of that name is replaced"))


def _export(given: Given) -> int:
    form = kebab(given.places["FORMAT"])
    if form not in FILES:
        raise NotAChoice("FORMAT", given.places["FORMAT"], tuple(FILES))
    narrowed = [name for name in ("fund", "since", "until") if given.has(name)]
    if narrowed and form not in JOURNALS:
        raise NotAChoice("FORMAT", given.places["FORMAT"], tuple(sorted(JOURNALS)))
    if not given.has("out"):
        raise PlaceMissing("--out", given.call.usage)
    target = Path(given.option("out"))
    with book_to_read(given) as book:
        whole = WholeBook(
            book,
            fund=given.option("fund") if given.has("fund") else None,
            since=_day(given, "since"),
            until=_day(given, "until"),
        )
        signing = signing_of(given) if form in LISTED else ""
        check_signing(book, signing)
        written = _written(whole, form, target)
        if form in LISTED:
            written += sign_file(book, target, form, signing)
    given.terminal.answer(json_text({"files": [str(path) for path in written]}))
    return DONE


def _day(given: Given, name: str) -> date | None:
    """A day of either era, as the workbooks of others have it.

    Raises:
        NotACellDay: it is none.
    """
    return cell_day(given.option(name)) if given.has(name) else None


def _written(whole: WholeBook, form: str, target: Path) -> list[Path]:
    """A file; or a folder of files, where the format has several and the place is no file's."""
    if form not in FOLDERS or target.suffix == _ENDINGS.get(form, ".csv"):
        write_whole(target, lambda out: FILES[form](whole, out))
        return [target]
    paths = []
    for name, write in FOLDERS[form](whole):
        make_folder(target)
        write_whole(target / name, write)
        paths.append(target / name)
    return paths


def write_whole(
    target: Path, write: Callable[[BinaryIO], None], settle: Callable[[], object] = lambda: None
) -> None:
    """Write a file under another name first, so that there is never half of it.

    ``settle`` is called once all of it is on the disk and only its name is missing.

    Raises:
        FolderUnwritable, DiskFull, StorageFailed: what the system said no to.
    """
    from reports.render.whole_file import whole_file

    try:
        with whole_file(target, settle) as out:
            write(out)
    except OSError as error:
        raise trouble_of(error, str(target.parent)) from error


def make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise trouble_of(error, str(folder)) from error


CALLS = (
    Call(
        "export",
        N_("writes everything in an open format: xlsx, csv, json, hledger, beancount, ledger …"),
        _export,
        places=("BOOK", "FORMAT"),
        example="satcha export a.satcha csv --out journal.csv",
        options=(
            OUT_OPTION,
            Option("fund", "CODE", N_("only the journal of this fund")),
            Option(
                "since", "DAY", N_("the journal from this day on, with what was brought forward")
            ),
            Option("until", "DAY", N_("the journal up to this day")),
            *(SIGN_OPTION, USER_OPTION),
        ),
    ),
)
