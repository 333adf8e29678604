"""``satcha audit-pack``: the pack an auditor takes along, and the check of one."""

from __future__ import annotations

from pathlib import Path

from desktop.console.answers import AnswerWriter
from desktop.console.arguments import Call, Given, Option
from desktop.console.books import (
    SIGN_OPTION,
    USER_OPTION,
    book_to_write,
    passphrase_of,
    signing_of,
)
from desktop.console.refusals import PlaceMissing
from desktop.console.sentences import voice_of
from desktop.console.terminal import DONE, WANTING
from desktop.console.texts import N_

OUT_OPTION = Option("out", "FOLDER", N_("where the pack goes; a new folder"))
FOR_OPTION = Option("for", "NAME", N_("who gets it; the auditor's name as a user of the book"))
NAMES_OPTION = Option("names", says=N_("the lists hold whole names instead of initials"))
BOOKS_OPTION = Option("books-only", says=N_("the yearly archive: no copy of the book, no names"))
CHECK_OPTION = Option("check", says=N_("checks the pack in that folder instead of making one"))
KEY_OPTION = Option("key", "CODE", N_("the signer's key code from your pin book"))


def _audit_pack(given: Given) -> int:
    return _check(given) if given.has(CHECK_OPTION.name) else _make(given)


def _make(given: Given) -> int:
    from ledger.exchange.audit_pack import make_pack
    from reports.words.pack_words import pack_made

    for option in (OUT_OPTION, FOR_OPTION):
        if not given.has(option.name):
            raise PlaceMissing(f"--{option.name}", given.call.usage)
    with book_to_write(given) as book:
        made = make_pack(
            book,
            Path(given.option("out")),
            receiver=given.option("for"),
            names=given.has(NAMES_OPTION.name),
            signing=signing_of(given),
            books_only=given.has(BOOKS_OPTION.name),
            more=[("read-me.txt", lambda out: out.write(_read_me()))],
        )
    given.terminal.answer(AnswerWriter(given.language).text(made))
    given.terminal.say(pack_made(made, given.voice))
    return DONE


def _read_me() -> bytes:
    from reports.words.pack_words import read_me

    return "\n".join(read_me(voice_of(name)) for name in ("th", "en")).encode()


def _check(given: Given) -> int:
    from ledger.book import Secret
    from ledger.book.places import file_of
    from ledger.exchange.pack_check import check_pack, is_encrypted
    from reports.words.pack_words import pack_sentences

    folder, passphrase = file_of(given.places["BOOK"]), passphrase_of(given)
    opens = bool(passphrase) or not is_encrypted(folder)
    secret = Secret(given.option("user"), passphrase) if opens else None
    found = check_pack(folder, secret, key=given.option("key"))
    writer = AnswerWriter(given.language)
    given.terminal.answer(writer.text(found))
    for sentence in pack_sentences(found, given.voice):
        given.terminal.say(sentence)
    return WANTING if found.faults else DONE


CALLS = (
    Call(
        "audit-pack",
        N_("writes a copy of the book and its lists for an auditor, listed, signed; or checks one"),
        _audit_pack,
        places=("BOOK",),
        example="satcha audit-pack a.satcha --for anong --out /media/stick/pack",
        options=(
            *(OUT_OPTION, FOR_OPTION, NAMES_OPTION, BOOKS_OPTION, SIGN_OPTION),
            *(CHECK_OPTION, KEY_OPTION, USER_OPTION),
        ),
    ),
)
