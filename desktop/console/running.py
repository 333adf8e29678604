"""``satcha run``: one command, and what it booked."""

from __future__ import annotations

from desktop.console.answers import AnswerWriter
from desktop.console.arguments import Call, Given, Option
from desktop.console.books import SIGN_OPTION, USER_OPTION, book_to_write, signing_of
from desktop.console.commanding import command_id_of, command_in, outcome_plain
from desktop.console.own_copies import copied_ahead
from desktop.console.reading import JSON_OPTION, json_given
from desktop.console.terminal import DONE
from desktop.console.texts import N_

REHEARSE_OPTION = Option("rehearse", says=N_("show what would be booked, and book nothing"))


def _run(given: Given) -> int:
    plain = json_given(given)
    command_id = command_id_of(plain, given.option("id"))
    with book_to_write(given) as book:
        command = command_in(book, given.places["COMMAND"], plain)
        with copied_ahead(given, book, command):
            outcome = book.run(
                command,
                command_id=command_id,
                rehearse=given.has("rehearse"),
                signing=signing_of(given),
            )
    given.terminal.answer(AnswerWriter(given.language).text(outcome_plain(outcome)))
    return DONE


CALLS = (
    Call(
        "run",
        N_("carries out one command; answers its act, entries, receipts and fingerprint"),
        _run,
        places=("BOOK", "COMMAND"),
        example='satcha run a.satcha deposit --json \'{"card": 1, "amount": "300", …}\'',
        options=(
            JSON_OPTION,
            Option("id", "ID", N_("the command's id: the same id again books nothing")),
            REHEARSE_OPTION,
            SIGN_OPTION,
            USER_OPTION,
        ),
    ),
)
