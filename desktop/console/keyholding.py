"""``satcha keys``: who opens an encrypted book, and the sheet that opens it when all else fails."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from desktop.console.answers import json_text
from desktop.console.arguments import Call, Given, Option
from desktop.console.books import USER_OPTION, book_to_read, passphrase_of, words_of
from desktop.console.network_keys import told_key
from desktop.console.refusals import PlaceMissing
from desktop.console.terminal import DONE
from desktop.console.texts import N_
from ledger.book import Book, Secret
from ledger.book.places import file_of
from ledger.domain.refusals import NotAChoice

if TYPE_CHECKING:
    from reports.document import Document

NAME_OPTION = Option("name", "NAME", N_("whose key; without it the key of who does it"))
MISSING_OPTION = Option("missing", says=N_("nobody finds the recovery sheet"))
NEW_OPTION = Option(
    "new-passphrase-file", "FILE", N_("its first line is the new passphrase of that name")
)
CODE_OPTION = Option("code-file", "FILE", N_("the recovery code as it stands on its sheet"))
PUBLIC_OPTION = Option(
    "public-key-file", "FILE", N_("the public key of a network office, as the office gave it")
)
CONFIRM_OPTION = Option(
    "confirm", "CODE", N_("the code of that key, as the office itself says it by telephone")
)
NETWORK_OPTION = Option(
    "network-key-file", "FILE", N_("the office's own key file; --passphrase-file opens it")
)
SHEET_OPTION = Option(
    "sheet", "FILE.pdf", N_("where the recovery sheet goes; print it, then delete the file")
)


def _keys(given: Given) -> int:
    action = given.places["ACTION"]
    if action not in _ACTIONS:
        raise NotAChoice("ACTION", action, tuple(_ACTIONS))
    told = _ACTIONS[action](given, file_of(given.places["BOOK"]))
    given.terminal.answer(json_text({"book": given.places["BOOK"], **told}))
    return DONE


def _list(given: Given, _: Path) -> dict[str, object]:
    with book_to_read(given) as book:
        return _told(book)


def _told(book: Book) -> dict[str, object]:
    """Who opens the book; network offices only where there are any."""
    from ledger.book.keyholding import holders
    from ledger.book.network_keys import networks

    offices = [told_key(one) for one in networks(book)]
    return {"users": list(holders(book)), **({"networks": offices} if offices else {})}


def _add_user(given: Given, path: Path) -> dict[str, object]:
    from ledger.book.keyholding import give_key

    with _opened(given, path) as book:
        give_key(book, _needed(given, NAME_OPTION), _new_passphrase(given))
        return _told(book)


def _add_network(given: Given, path: Path) -> dict[str, object]:
    """The code is what the office says of its key: a file can be swapped on the way."""
    from ledger.book.network_keys import give_network_key, public_key_in

    key = public_key_in(Path(_needed(given, PUBLIC_OPTION)))
    with _opened(given, path) as book:
        give_network_key(book, key, given.option(CONFIRM_OPTION.name))
        return _told(book)


def _change(given: Given, path: Path) -> dict[str, object]:
    from ledger.book.keyholding import change_passphrase

    with _opened(given, path) as book:
        change_passphrase(book, given.option(NAME_OPTION.name, book.user), _new_passphrase(given))
        return _told(book)


def _remove_user(given: Given, path: Path) -> dict[str, object]:
    return _renewed(given, path, without=_needed(given, NAME_OPTION))


def _remove_network(given: Given, path: Path) -> dict[str, object]:
    return _renewed(given, path, without_network=_needed(given, NAME_OPTION))


def _renew(given: Given, path: Path) -> dict[str, object]:
    return _renewed(given, path)


def _renewed(
    given: Given, path: Path, without: str | None = None, without_network: str | None = None
) -> dict[str, object]:
    from ledger.book.keyholding import renew

    _needed(given, SHEET_OPTION)
    secret = Secret(given.option("user"), passphrase_of(given))
    made = renew(path, secret, without=without, without_network=without_network)
    with Book.open(path, secret=secret) as book:
        sheet = write_sheet(given, book)
    given.terminal.say(
        given.voice.tr(
            "The book has a new key. Back it up now; delete {path} once the backup is proved. "
            "Older recovery sheets no longer open the book."
        ).format(path=made.set_aside)
    )
    return {"users": list(made.users), "set_aside": made.set_aside, "sheet": sheet}


def _sheet(given: Given, path: Path) -> dict[str, object]:
    _needed(given, SHEET_OPTION)
    with _opened(given, path) as book:
        return {"sheet": write_sheet(given, book)}


def _look(given: Given, path: Path) -> dict[str, object]:
    """The whole code is typed from the sheet; that nobody found it is said with --missing."""
    from desktop.console.reading import SECRET_FILE, text_of
    from ledger.book.keyholding import look_at_sheet, miss_sheet
    from ledger.domain.fingerprint import plain_letters
    from ledger.domain.recovery import GROUPS, key_from

    with _opened(given, path) as book:
        if given.has(MISSING_OPTION.name):
            return {"found": False, "act": miss_sheet(book).act}
        typed = text_of(given, _needed(given, CODE_OPTION), SECRET_FILE)
        key_from(typed)  # says which letters are missing or mistyped
        letters = plain_letters(typed)
        groups = {at + 1: letters[4 * at : 4 * at + 4] for at in range(GROUPS)}
        return {"found": True, "act": look_at_sheet(book, groups).act}


def _recover(given: Given, path: Path) -> dict[str, object]:
    from desktop.console.reading import SECRET_FILE, text_of
    from ledger.book.keyholding import recover
    from ledger.domain.recovery import key_from

    if given.has(NETWORK_OPTION.name):
        return _recover_by_network(given, path)

    key = key_from(text_of(given, _needed(given, CODE_OPTION), SECRET_FILE))
    name = given.option(NAME_OPTION.name, given.option("user"))
    recover(path, key, name, _new_passphrase(given))
    given.terminal.say(
        given.voice.tr(
            "The book says that the recovery sheet was used: whoever saw it can open the book. "
            "Make a new key with a new recovery sheet: satcha keys {book} renew."
        ).format(book=path)
    )
    with Book.open(path, secret=Secret(name, data_key=key)) as book:
        return _told(book)


def _recover_by_network(given: Given, path: Path) -> dict[str, object]:
    from ledger.book.network_keys import recover_by_network

    name = given.option(NAME_OPTION.name, given.option("user"))
    passphrase = _new_passphrase(given)
    recover_by_network(
        path,
        Path(given.option(NETWORK_OPTION.name)),
        words=passphrase_of(given),
        user=name,
        passphrase=passphrase,
    )
    given.terminal.say(
        given.voice.tr(
            "The book says that the network's key was used. Give the new officers keys of their "
            "own, then make a new key with a new recovery sheet: satcha keys {book} renew."
        ).format(book=path)
    )
    with Book.open(path, user=name, passphrase=passphrase) as book:
        return _told(book)


def write_sheet(given: Given, book: Book) -> str:
    """Write the recovery sheet as PDF where the call says; answers where it lies."""
    from desktop.console.exporting import write_whole
    from reports.render.pdf import render_pdf

    target = Path(given.option(SHEET_OPTION.name))
    if target.suffix.lower() != ".pdf":
        raise NotAChoice(f"--{SHEET_OPTION.name}", target.name, (".pdf",))
    sheet = _paper(given, book)

    def write(out: BinaryIO) -> None:
        render_pdf([sheet], given.voice, out)

    write_whole(target, write)
    with suppress(OSError):  # a stick knows no owners
        target.chmod(0o600)
    given.terminal.say(
        given.voice.tr(
            "The recovery sheet opens the book for whoever has it. Print {path}, seal it in an "
            "envelope, and delete the file."
        ).format(path=target)
    )
    return str(target)


def _paper(given: Given, book: Book) -> Document:
    from ledger.book.chance import SystemClock
    from ledger.book.keyholding import code_of_book
    from ledger.book.network_keys import networks
    from ledger.queries.standing import letterhead
    from reports.document import Printed
    from reports.documents.frame import Frame
    from reports.documents.recovery_sheet import recovery_sheet

    printed = Printed(book.user, SystemClock().now())
    frame = Frame(book.ask(letterhead), given.voice, printed)
    return recovery_sheet(code_of_book(book), book.path.name, frame, networks(book))


def _opened(given: Given, path: Path) -> Book:
    return Book.open(path, user=given.option("user"), passphrase=passphrase_of(given))


def _needed(given: Given, option: Option) -> str:
    if not given.option(option.name):
        raise PlaceMissing(f"--{option.name}", given.call.usage)
    return given.option(option.name)


def _new_passphrase(given: Given) -> str:
    return words_of(given, NEW_OPTION, "SATCHA_NEW_PASSPHRASE")


_ACTIONS: Mapping[str, Callable[[Given, Path], dict[str, Any]]] = {
    "list": _list,
    "add-user": _add_user,
    "add-network": _add_network,
    "change": _change,
    "remove-user": _remove_user,
    "remove-network": _remove_network,
    "renew": _renew,
    "sheet": _sheet,
    "look": _look,
    "recover": _recover,
}

CALLS = (
    Call(
        "keys",
        N_(
            "who opens an encrypted book: list, add-user, add-network, change, remove-user, "
            "remove-network, renew, sheet, look, recover"
        ),
        _keys,
        places=("BOOK", "ACTION"),
        example="satcha keys a.satcha remove-user --user malee --name somchai --sheet sheet.pdf",
        options=(
            NAME_OPTION,
            NEW_OPTION,
            PUBLIC_OPTION,
            CONFIRM_OPTION,
            CODE_OPTION,
            NETWORK_OPTION,
            SHEET_OPTION,
            MISSING_OPTION,
            USER_OPTION,
        ),
    ),
)
