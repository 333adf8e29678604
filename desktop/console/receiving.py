"""``satcha network receive``: one package, or every package in a folder, a line of JSON each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desktop.console.answers import AnswerWriter, json_text
from desktop.console.arguments import Given
from desktop.console.handing_in import month_of
from desktop.console.reading import unreadable
from desktop.console.sentences import lines_said, said_in_both
from desktop.console.terminal import DONE, WANTING
from ledger.domain.refusals import Refusal
from ledger.network.folders import Refused, packages_in, receive_each
from ledger.network.office import Office
from ledger.network.receiving import Confirmed, Received, receive


def receive_all(given: Given, office: Office) -> int:
    """Receive what lies at the place; of a folder the older packages of a book come first.

    Raises:
        NoSuchFile, FileUnreadable, and of a single package why it is not received.
    """
    place, said = Path(given.places["FILE"]), _said(given)
    if not place.is_dir():
        given.terminal.answer(_told(given, _received(office, place, said, given)))
        return DONE
    refused = 0
    found = packages_in(place)
    for one in receive_each(office, found, said, rehearse=given.has("rehearse")):
        if isinstance(one, Received):
            given.terminal.answer(_told(given, one))
            continue
        refused += 1
        _answer_refusal(given, one)
    return WANTING if refused else DONE


def _said(given: Given) -> Confirmed:
    return Confirmed(
        organisation=given.option("organisation"),
        key=given.option("confirm"),
        unsigned=given.has("unsigned"),
        because=given.option("because"),
        month=month_of(given) if given.has("month") else None,
    )


def _received(office: Office, path: Path, said: Confirmed, given: Given) -> Received:
    try:
        return receive(office, path, said, rehearse=given.has("rehearse"))
    except OSError as error:
        raise unreadable(error, str(path)) from error


def _told(given: Given, received: Received) -> str:
    return AnswerWriter(given.language).text(received)


def _answer_refusal(given: Given, one: Refused) -> None:
    why = one.why if isinstance(one.why, Refusal) else unreadable(one.why, one.path)
    told: dict[str, Any] = {"path": one.path, "refusal": why.name, "facts": why.facts()}
    given.terminal.answer(json_text({**told, "sentence": said_in_both(why)}))
    for line in lines_said(why, given.language):
        given.terminal.say(line)
