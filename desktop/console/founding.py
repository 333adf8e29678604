"""``satcha new``: a new book from one JSON object, whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from desktop.console.answers import json_text
from desktop.console.arguments import Call, Given, Option
from desktop.console.books import PASSPHRASE_OPTION, USER_OPTION, passphrase_of
from desktop.console.keyholding import SHEET_OPTION, write_sheet
from desktop.console.leaving import trouble_of
from desktop.console.reading import object_from
from desktop.console.refusals import PlaceMissing
from desktop.console.terminal import DONE
from desktop.console.texts import N_
from ledger.book import Book, Secret, keys_of
from ledger.book.chance import SystemChance
from ledger.book.places import check_free, is_place, place_of
from ledger.domain.codec import read_value
from ledger.domain.commands import Command
from ledger.domain.cooperative import Cooperative
from ledger.domain.people import ALONE
from ledger.domain.recovery import SHORTEST_PASSPHRASE
from ledger.domain.refusals import BookExists, MissingField, UnknownField, WrongKind
from ledger.domain.refusals.keys import PassphraseShort
from ledger.queries.standing import ActStamp, stamp_of
from ledger.usecases import COMMANDS
from ledger.usecases.founding import FoundBook
from ledger.usecases.user_keeping import NameUsers, NewUser

# What may stand beside the cooperative, in the order in which one builds on the other; each is a
# list of a command's fields. Users come last: from then on each may only do what is his.
SECTIONS: Mapping[str, str] = {
    "accounts": "open-account",
    "funds": "open-fund",
    "roles": "assign-role",
    "products": "define-savings-product",
    "rates": "set-savings-rate",
    "share_types": "define-share-type",
    "charges": "define-charge-type",
    "zones": "open-zone",
    "banks": "open-bank",
}
PLAIN_OPTION = Option("no-encryption", says=N_("a book for practice, without a passphrase"))
_FIELDS = tuple(one.name for one in fields(FoundBook))


def _new(given: Given) -> int:
    if not given.has("from"):
        raise PlaceMissing("--from", given.call.usage)
    plain = object_from(given, given.option("from"))
    found = founding_command(plain)
    user = given.option("user")
    more = [*section_commands(plain), *first_users(plain, user)]
    if is_place(given.places["BOOK"]):
        return _on_server(given, [found, *more])
    path = Path(given.places["BOOK"])
    secret = Secret(user, _passphrase(given, practice=found.practice))
    stamp = make_book(path, found, more, user=secret.user, passphrase=secret.passphrase)
    made = {"path": str(path), "book": found.book, "act": stamp.number, "code": stamp.code}
    given.terminal.answer(json_text({**made, **_sheet(given, path, secret)}))
    return DONE


def _on_server(given: Given, commands: list[Command]) -> int:
    """A new book on an office's server, where the server keeps strangers out."""
    from ledger.book.server import found_there

    place = place_of(given.places["BOOK"])
    with found_there(place, *commands, user=given.option("user")) as book:
        stamp = book.ask(stamp_of, None)
        identity = book.ask(lambda reader: reader.every(Cooperative))[0].book
    made = {"path": place.shown, "book": identity, "act": stamp.number, "code": stamp.code}
    given.terminal.answer(json_text(made))
    return DONE


def _sheet(given: Given, path: Path, secret: Secret) -> dict[str, str]:
    """The recovery sheet where one is asked for; people are told when there is none."""
    if not secret.passphrase:
        return {}
    if given.has(SHEET_OPTION.name):
        with Book.open(path, secret=secret) as book:
            return {"sheet": write_sheet(given, book)}
    given.terminal.say(
        given.voice.tr(
            "There is no recovery sheet yet, and a forgotten passphrase would lose the book. Make "
            "one now: satcha keys {path} sheet --sheet FILE.pdf"
        ).format(path=path)
    )
    return {}


def _passphrase(given: Given, *, practice: bool) -> str:
    """The passphrase of the new book; without one people are told what that means.

    Raises:
        PassphraseShort: a file was named, and nothing stands in it.
    """
    if given.has(PLAIN_OPTION.name):
        return ""
    passphrase = passphrase_of(given)
    if given.has(PASSPHRASE_OPTION.name) and not passphrase:
        raise PassphraseShort(SHORTEST_PASSPHRASE)
    if not passphrase and not practice:
        given.terminal.say(
            given.voice.tr(
                "This book is not encrypted: whoever gets the file reads everything in it. Make a "
                "real one with --passphrase-file; --no-encryption is for practice."
            )
        )
    return passphrase


def founding_command(plain: Mapping[str, Any]) -> FoundBook:
    """The first act of a book. ``name`` is one text for both languages, or ``{"th", "en"}``.

    Raises:
        UnknownField, MissingField, WrongKind, and the refusals of ``codec.read_value``.
    """
    for name in plain:
        if name not in (*_FIELDS, *SECTIONS, "name", "users"):
            raise UnknownField(name, ("name", *_FIELDS, *SECTIONS, "users"))
    given = {name: value for name, value in plain.items() if name in _FIELDS}
    if "name" in plain:
        given |= _names(plain["name"])
    elif "name_th" not in given:
        raise MissingField("name")
    given.setdefault("book", SystemChance().letters(32))
    command: FoundBook = read_value(FoundBook, given)
    return command


def _names(name: object) -> dict[str, object]:
    if isinstance(name, str):
        return {"name_th": name, "name_en": name}
    if not isinstance(name, dict):
        raise WrongKind("name", "text")
    for one in name:
        if one not in ("th", "en"):
            raise UnknownField(f"name.{one}", ("th", "en"))
    either = name.get("th", name.get("en"))
    if either is None:
        raise MissingField("name.th")
    return {"name_th": either, "name_en": name.get("en", either)}


def section_commands(plain: Mapping[str, Any]) -> Iterator[Command]:
    """What the other sections ask for, each as a command of its own."""
    for section, name in SECTIONS.items():
        asked = plain.get(section, [])
        if not isinstance(asked, list):
            raise WrongKind(section, "list")
        for at, one in enumerate(asked, start=1):
            yield read_value(COMMANDS[name], one, f"{section}.{at}")


def first_users(plain: Mapping[str, Any], founder: str) -> Iterator[Command]:
    """Who may use the book; where nobody is named, its founder in all the roles of one alone.

    A founder without a name leaves a book that is one person's until users are added.
    """
    asked = plain.get("users", [])
    if not isinstance(asked, list):
        raise WrongKind("users", "list")
    if asked:
        yield read_value(NameUsers, {"users": asked})
    elif founder:
        yield NameUsers(users=(NewUser(name=founder, roles=ALONE),))


def make_book(
    path: Path, found: FoundBook, more: list[Command], *, user: str = "", passphrase: str = ""
) -> ActStamp:
    """Build the book beside its place and move it there when it is whole; answers its newest act.

    Raises:
        BookExists, and whatever the acts refuse; nothing is left at the place then.
    """
    check_free(path)
    try:
        with tempfile.TemporaryDirectory(prefix=f".{path.stem}-", dir=path.parent) as folder:
            beside = Path(folder) / path.name
            with Book.found(beside, found, user=user, passphrase=passphrase) as book:
                for command in more:
                    book.run(command)
                stamp = book.ask(stamp_of, None)
            for one in (keys_of(beside), beside):
                if one.exists():
                    _move(one, path.with_name(one.name))
    except OSError as error:
        raise trouble_of(error, str(path.parent)) from error
    return stamp


def _move(beside: Path, path: Path) -> None:
    """Give a file its name, never in place of another one."""
    try:
        os.link(beside, path)
    except FileExistsError as error:
        raise BookExists(str(path)) from error
    except OSError:
        # Memory sticks know no links, and there a rename has to do.
        if path.exists():
            raise BookExists(str(path)) from None
        beside.rename(path)


CALLS = (
    Call(
        "new",
        N_("makes a new book: cooperative, chart, products"),
        _new,
        places=("BOOK",),
        example='{"name": {"th": "บ้านมั่นคง", "en": "Home"}, "kind": "housing", "zones": [{…}], …}',
        options=(
            Option("from", "JSON", N_("a file, - for standard input, or the JSON object itself")),
            USER_OPTION,
            SHEET_OPTION,
            PLAIN_OPTION,
        ),
    ),
)
