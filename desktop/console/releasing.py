"""``satcha check-release``: whether a new version of the program may be installed."""

from __future__ import annotations

from pathlib import Path

from desktop.console.answers import AnswerWriter
from desktop.console.arguments import Call, Given
from desktop.console.terminal import DONE
from desktop.console.texts import N_


def _check_release(given: Given) -> int:
    from ledger.exchange.releases import check_release

    found = check_release(Path(given.places["RELEASE"]))
    given.terminal.answer(AnswerWriter(given.language).text(found))
    given.terminal.say(
        given.voice.tr(
            "Version {version} is whole and signed by {signed}. Compare {code} with the letter "
            "that came with it, then install it."
        ).format(version=found.version, signed=", ".join(found.signed_by), code=found.code)
    )
    return DONE


CALLS = (
    Call(
        "check-release",
        N_("proves a new version of the program: signed by two makers, whole, newer"),
        _check_release,
        places=("RELEASE",),
        example="satcha check-release /media/stick/satcha-0.2.0",
    ),
)
