"""``satcha hand-in``: the sealed package of a closed month, for the network."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from desktop.console.answers import json_text
from desktop.console.arguments import Call, Given, Option
from desktop.console.books import SIGN_OPTION, USER_OPTION, book_to_write, signing_of
from desktop.console.exporting import write_whole
from desktop.console.refusals import PlaceMissing
from desktop.console.terminal import DONE
from desktop.console.texts import N_
from ledger.domain.codec import read_value
from ledger.domain.days import Month

MONTH_OPTION = Option("month", "MONTH", N_("which month, such as 2026-10"))
OUT_OPTION = Option("out", "PATH", N_("where the package goes: a folder, or a file"))


def month_of(given: Given, option: str = "month") -> Month:
    """The month that was asked for with an option.

    Raises:
        PlaceMissing, NotAMonth, BuddhistYear: there is none, or it is no month.
    """
    if not given.has(option):
        raise PlaceMissing(f"--{option}", given.call.usage)
    month: Month = read_value(Month, given.option(option), option)
    return month


def _hand_in(given: Given) -> int:
    from ledger.exchange.package import hand_in, seal
    from ledger.queries.handed_in import key_code

    month = month_of(given)
    if not given.has("out"):
        raise PlaceMissing("--out", given.call.usage)
    signing, place = signing_of(given), Path(given.option("out"))
    with book_to_write(given) as book:
        sealed = seal(book, month, signing=signing)
        target = place / sealed.name if place.is_dir() else place
        # Noted while only the file's name is missing: nothing leaves that the chain does not know.
        write_whole(
            target,
            lambda out: _put(out, sealed.content),
            lambda: hand_in(book, sealed, signing=signing),
        )
    given.terminal.answer(
        json_text(
            {
                "files": [str(target)],
                "month": month.iso,
                "sequence": sealed.manifest.sequence,
                "code": sealed.manifest.code,
                "key_code": key_code(sealed.public),
                "sha256": sealed.sha256,
            }
        )
    )
    given.terminal.say(
        given.voice.tr(
            "Sealed: sums without names. Tell the network the code of the key: {code}."
        ).format(code=key_code(sealed.public))
        if sealed.public
        else given.voice.tr(
            "Sealed, sums without names, but not signed: give the user a signing key to sign."
        )
    )
    return DONE


def _put(out: BinaryIO, content: bytes) -> None:
    out.write(content)


CALLS = (
    Call(
        "hand-in",
        N_("seals the sums of a closed month in a package for the network"),
        _hand_in,
        places=("BOOK",),
        example="satcha hand-in village.satcha --month 2026-10 --out /media/stick",
        options=(MONTH_OPTION, OUT_OPTION, SIGN_OPTION, USER_OPTION),
    ),
)
