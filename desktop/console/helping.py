"""``satcha help``: what there is to call, and how each call is written."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.console.arguments import Call, Given
from desktop.console.calls import all_calls, find_call
from desktop.console.terminal import DONE
from reports.words.voice import N_, Voice


def _help(given: Given) -> int:
    asked = given.places.get("CALL")
    lines = _of_one(find_call(asked), given.voice) if asked else _of_all(given.voice)
    given.terminal.answer("\n".join(lines))
    return DONE


def _of_all(voice: Voice) -> Iterator[str]:
    yield voice.tr("satcha opens the window; with one of these words it works in the terminal:")
    yield ""
    calls = [call for call in all_calls() if call.says]
    wide = max(len(call.name) for call in calls)
    for call in calls:
        yield f"  {call.name:{wide}}  {voice.tr(call.says)}"
    yield ""
    # note: {example} is an address as a person types it
    yield voice.tr(
        "BOOK is a file, or the address of a book on an office's server: {example}"
    ).format(example="postgresql://server/office?book=rimnam")
    yield voice.tr("“satcha help CALL” says more. Every call takes --language th or en.")
    yield voice.tr(
        "It exits with 0 when done, 1 when something was found wanting, 2 when refused, "
        "3 when disk, lock or key fail, 4 when the program is at fault."
    )


def _of_one(call: Call, voice: Voice) -> Iterator[str]:
    yield call.usage
    yield f"  {voice.tr(call.says)}"
    if call.example:
        yield f"  {call.example}"
    for option in call.options:
        shown = " ".join(part for part in (f"--{option.name}", option.takes) if part)
        yield f"  {shown:24}  {voice.tr(option.says)}"


CALLS = (Call("help", N_("says what there is to call, and how"), _help, places=("[CALL]",)),)
