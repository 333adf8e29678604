"""``satcha signing-key``: a user's own key, with which she signs approvals and closings."""

from __future__ import annotations

from desktop.console.answers import AnswerWriter
from desktop.console.arguments import Call, Given, Option
from desktop.console.books import SIGN_OPTION, USER_OPTION, book_to_write, signing_of, words_of
from desktop.console.commanding import outcome_plain
from desktop.console.terminal import DONE
from desktop.console.texts import N_

NEW_OPTION = Option(
    "new-sign-file", "FILE", N_("its first line is the passphrase of the new signing key")
)
LOST_OPTION = Option("lost", says=N_("the key before is lost; another person has to approve it"))


def _signing_key(given: Given) -> int:
    from ledger.book.signing import make_signing_key

    with book_to_write(given) as book:
        outcome = make_signing_key(
            book,
            words_of(given, NEW_OPTION, "SATCHA_NEW_SIGNING"),
            before=signing_of(given),
            lost=given.has(LOST_OPTION.name),
        )
    given.terminal.answer(AnswerWriter(given.language).text(outcome_plain(outcome)))
    return DONE


CALLS = (
    Call(
        "signing-key",
        N_("makes the user a signing key for approvals and closings"),
        _signing_key,
        places=("BOOK",),
        example="satcha signing-key a.satcha --user malee --new-sign-file secret.txt",
        options=(NEW_OPTION, SIGN_OPTION, LOST_OPTION, USER_OPTION),
    ),
)
