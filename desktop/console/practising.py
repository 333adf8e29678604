"""``satcha practice``: the practice book, the same figures for the same seed."""

from __future__ import annotations

from pathlib import Path

from desktop.console.answers import json_text
from desktop.console.arguments import Call, Given, Option
from desktop.console.exporting import make_folder
from desktop.console.terminal import DONE
from desktop.console.texts import N_
from ledger.domain.refusals import WrongKind

# Enough for every kind of event, and few enough to be made in a reasonable time.
_MEMBERS, _MONTHS = range(1, 100_001), range(1, 601)


def _practice(given: Given) -> int:
    from ledger.practice import make

    folder = Path(given.places["FOLDER"])
    members = whole_number(given, "members", 120, _MEMBERS)
    months = whole_number(given, "months", 14, _MONTHS)
    seed = whole_number(given, "seed", 1, range(2**31))
    make_folder(folder)
    path = make(folder, members=members, months=months, seed=seed)
    given.terminal.answer(json_text({"path": str(path)}))
    return DONE


def whole_number(given: Given, option: str, usual: int, allowed: range) -> int:
    """The whole number behind an option, or the usual one.

    Raises:
        WrongKind: it is none, or out of range.
    """
    text = given.option(option, str(usual))
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else -1
    if number not in allowed:
        raise WrongKind(f"--{option}", f"{allowed.start} … {allowed.stop - 1}")
    return number


CALLS = (
    Call(
        "practice",
        N_("makes the practice book: an invented housing cooperative"),
        _practice,
        places=("FOLDER",),
        options=(
            Option("members", "120", N_("how many members")),
            Option("months", "14", N_("how many months, up to the last whole one")),
            Option("seed", "1", N_("another number tells another story")),
        ),
    ),
)
