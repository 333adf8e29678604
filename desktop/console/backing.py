"""``satcha backup`` and ``restore``: copies that were proved, and a new book made from one."""

from __future__ import annotations

from pathlib import Path

from desktop.console.answers import AnswerWriter
from desktop.console.arguments import Call, Given, Option
from desktop.console.books import USER_OPTION, book_to_write, passphrase_of
from desktop.console.keyholding import CODE_OPTION
from desktop.console.refusals import PlaceMissing
from desktop.console.terminal import DONE
from desktop.console.texts import N_
from ledger.book import Secret

TO_OPTION = Option("to", "BOOK", N_("the new book; no file of that name may be there yet"))
FILE_OPTION = Option("file", "NAME", N_("which copy; the longest whole one without it"))
REASON_OPTION = Option("reason", "TEXT", N_("why the book has to be restored"))
STUB_OPTION = Option("stub", "NUMBER", N_("the highest receipt number on the stubs"))
OUTSIDE_OPTION = Option(
    "outside", says=N_("the disk is kept outside this PC, though the system does not tell")
)
MEDIUM_OPTION = Option("medium", "TEXT", N_("what the stick or disk is called"))


def _backup(given: Given) -> int:
    from ledger.book.copies import back_up
    from ledger.queries.backups import backup_standing
    from reports.words.backing_up import counted_said

    folder = Path(given.places["FOLDER"])
    with book_to_write(given) as book:
        made = back_up(book, folder, medium=given.option("medium"), outside=given.has("outside"))
        standing = book.ask(backup_standing, at=book.today)
    writer = AnswerWriter(given.language)
    given.terminal.answer(writer.text(made))
    given.terminal.say(
        given.voice.tr("Copied, opened, audited and read back: {path}").format(path=made.path)
    )
    given.terminal.say(counted_said(standing, outside=made.outside, voice=given.voice))
    return DONE


def _restore(given: Given) -> int:
    from ledger.book.copies import restore
    from reports.words.restoring import lists_unread, locked_again

    if not given.has("to"):
        raise PlaceMissing("--to", given.call.usage)
    made = restore(
        Path(given.places["FOLDER"]),
        Path(given.option("to")),
        reason=given.option("reason") or given.voice.tr("restored from a backup"),
        name=given.option("file"),
        stub=given.option("stub"),
        secret=_secret(given),
    )
    writer = AnswerWriter(given.language)
    given.terminal.answer(writer.text(made))
    given.terminal.say(
        given.voice.tr(
            "The new book holds everything up to receipt {receipt}. Enter what came after it from "
            "the stubs."
        ).format(receipt=made.last_receipt or "-")
    )
    if made.locked_through:
        given.terminal.say(locked_again(made.locked_through, given.voice))
    if made.unread:
        given.terminal.say(lists_unread(made.unread, given.voice))
    return DONE


def _secret(given: Given) -> Secret:
    """A passphrase, or the recovery sheet where all of them are forgotten with the PC."""
    if not given.has(CODE_OPTION.name):
        return Secret(given.option("user"), passphrase_of(given))
    from desktop.console.reading import SECRET_FILE, text_of
    from ledger.domain.recovery import key_from

    code = text_of(given, given.option(CODE_OPTION.name), SECRET_FILE)
    return Secret(given.option("user"), data_key=key_from(code))


CALLS = (
    Call(
        "backup",
        N_("copies the book into a folder, and proves the copy before it counts"),
        _backup,
        places=("BOOK", "FOLDER"),
        example="satcha backup village.satcha /media/stick",
        options=(MEDIUM_OPTION, OUTSIDE_OPTION, USER_OPTION),
    ),
    Call(
        "restore",
        N_("makes a new book from the longest whole copy in a folder"),
        _restore,
        places=("FOLDER",),
        example="satcha restore /media/stick --to village-2.satcha",
        options=(TO_OPTION, FILE_OPTION, REASON_OPTION, STUB_OPTION, CODE_OPTION, USER_OPTION),
    ),
)
