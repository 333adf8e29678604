"""``satcha import-acts``: the same book once more, from the file of its acts."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from desktop.console.answers import json_text
from desktop.console.arguments import Call, Given
from desktop.console.backing import TO_OPTION
from desktop.console.packing import KEY_OPTION
from desktop.console.reading import unreadable
from desktop.console.refusals import PlaceMissing
from desktop.console.terminal import DONE
from desktop.console.texts import N_
from ledger.book import given_files
from ledger.book.given_files import ACTS_HEAD, ACTS_LINE, ENDLESS
from ledger.book.places import is_place, place_of, shown_place
from ledger.domain.refusals.acts_file import ActsFileWrong


def _import_acts(given: Given) -> int:
    from ledger.exchange.signed_file import check_file

    if not given.has("to"):
        raise PlaceMissing("--to", given.call.usage)
    source = given.places["FILE"]
    try:
        signed = check_file(Path(source), key=given.option(KEY_OPTION.name))
        with given_files.text(Path(source), ENDLESS) as text:
            lines = given_files.whole_lines(text, source, ACTS_LINE, ACTS_HEAD)
            fingerprint = _found_again(given.option("to"), lines)
    except OSError as error:
        raise unreadable(error, source) from error
    except UnicodeDecodeError as error:
        raise ActsFileWrong(1) from error
    made = {"book": shown_place(given.option("to")), "fingerprint": fingerprint}
    given.terminal.answer(json_text(made))
    if signed is not None:
        given.terminal.say(
            given.voice.tr(
                "Signed by {name}, key code {code}: compare it with your pin book."
            ).format(name=signed.user, code=signed.key_code)
        )
    return DONE


def _found_again(target: str, lines: Iterable[str]) -> str:
    """In a file, or on an office's server where an address is named."""
    if is_place(target):
        from ledger.book.server import found_again_there

        return found_again_there(place_of(target), lines)
    from ledger.book.whole_acts import found_again

    return found_again(Path(target), lines)


CALLS = (
    Call(
        "import-acts",
        N_("makes the same book again from a file that “satcha export BOOK acts” wrote"),
        _import_acts,
        places=("FILE",),
        example="satcha import-acts a.jsonl --to b.satcha",
        options=(TO_OPTION, KEY_OPTION),
    ),
)
